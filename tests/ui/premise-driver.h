/* premise-driver.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <atspi/atspi.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * PremiseDriver:
 *
 * Runs the program as a person would: it moves the pointer and presses keys
 * through the X server, and knows what is on the screen only from the
 * accessibility tree. Nothing of the program is linked or called.
 *
 * What has to come true is waited for, and given up after a while.
 */
typedef struct _PremiseDriver PremiseDriver;

#define PREMISE_DRIVER_ERROR (premise_driver_error_quark ())
typedef enum
{
  PREMISE_DRIVER_ERROR_START,
  PREMISE_DRIVER_ERROR_ENDED,       /* the program is no longer running */
  PREMISE_DRIVER_ERROR_TIMEOUT,
  PREMISE_DRIVER_ERROR_INPUT,
  PREMISE_DRIVER_ERROR_SCREEN,
} PremiseDriverError;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} PremiseDriverArea;

/* Returns: whether to stop the walk. */
typedef gboolean (*PremiseDriverVisit)     (AtspiAccessible *accessible,
                                            gpointer         user_data);
typedef gboolean (*PremiseDriverCondition) (PremiseDriver   *self,
                                            gpointer         user_data);

GQuark           premise_driver_error_quark (void);

/* app: path of the program. arguments: (nullable). environment: (nullable): NAME=VALUE to add. */
PremiseDriver   *premise_driver_start       (const char           *app,
                                             const char *const    *arguments,
                                             const char *const    *environment,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the program keeps of the reports that were read is gone, as on the first day. */
void             premise_driver_forget      (void);
void             premise_driver_free        (PremiseDriver        *self);
void             premise_driver_terminate   (PremiseDriver        *self);
gboolean         premise_driver_is_running  (PremiseDriver        *self);
AtspiAccessible *premise_driver_get_window  (PremiseDriver        *self);

/* The tree. names are globs; role may be ATSPI_ROLE_INVALID for any. Only what is on screen. */
gboolean         premise_driver_wait        (PremiseDriver          *self,
                                             PremiseDriverCondition  condition,
                                             gpointer                user_data,
                                             const char             *what,
                                             GError                **error);
void             premise_driver_walk        (PremiseDriver        *self,
                                             AtspiAccessible      *root,
                                             PremiseDriverVisit    visit,
                                             gpointer              user_data);
AtspiAccessible *premise_driver_find        (PremiseDriver        *self,
                                             AtspiAccessible      *root,
                                             AtspiRole             role,
                                             const char           *name,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
AtspiAccessible *premise_driver_peek        (PremiseDriver        *self,
                                             AtspiAccessible      *root,
                                             AtspiRole             role,
                                             const char           *name) G_GNUC_WARN_UNUSED_RESULT;
/* A button of that name that folds something. */
AtspiAccessible *premise_driver_find_header (PremiseDriver        *self,
                                             AtspiAccessible      *root,
                                             const char           *name,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         premise_driver_wait_gone   (PremiseDriver        *self,
                                             AtspiRole             role,
                                             const char           *name,
                                             GError              **error);
/* Waits for text in a name, a text or a description. Returns: (nullable): who says it. */
AtspiAccessible *premise_driver_find_text   (PremiseDriver        *self,
                                             AtspiAccessible      *root,
                                             AtspiRole             role,
                                             const char           *part,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
char            *premise_driver_dup_name    (AtspiAccessible      *accessible);
char            *premise_driver_dup_text    (AtspiAccessible      *accessible);
/* Everything that is to be read below root, a line for each. */
char            *premise_driver_dup_page    (PremiseDriver        *self,
                                             AtspiAccessible      *root);
double           premise_driver_get_value   (AtspiAccessible      *accessible);
char            *premise_driver_dup_value_text (AtspiAccessible   *accessible);
gboolean         premise_driver_has_state   (AtspiAccessible      *accessible,
                                             AtspiStateType        state);
AtspiAccessible *premise_driver_get_focus   (PremiseDriver        *self) G_GNUC_WARN_UNUSED_RESULT;

/* What a screen reader is told to say by itself. */
gboolean         premise_driver_listen      (PremiseDriver        *self,
                                             GError              **error);
void             premise_driver_stop_listening (PremiseDriver     *self);
gboolean         premise_driver_wait_heard  (PremiseDriver        *self,
                                             const char           *part,
                                             GError              **error);
guint            premise_driver_get_n_heard (PremiseDriver        *self);

/* Screen coordinates, and input through the X server. */
gboolean         premise_driver_get_area    (PremiseDriver        *self,
                                             AtspiAccessible      *accessible,
                                             PremiseDriverArea    *area,
                                             GError              **error);
void             premise_driver_move        (PremiseDriver        *self,
                                             double                x,
                                             double                y);
void             premise_driver_drag        (PremiseDriver        *self,
                                             double                from_x,
                                             double                from_y,
                                             double                to_x,
                                             double                to_y);
void             premise_driver_scroll      (PremiseDriver        *self,
                                             int                   clicks);
gboolean         premise_driver_click       (PremiseDriver        *self,
                                             AtspiAccessible      *accessible,
                                             GError              **error);
void             premise_driver_press_button (PremiseDriver       *self,
                                             guint                 button);
/* Turns the wheel over it until it is well inside the window. */
gboolean         premise_driver_scroll_to   (PremiseDriver        *self,
                                             AtspiAccessible      *accessible,
                                             GError              **error);
/* Takes the knob and drags it to a fraction of the range. */
gboolean         premise_driver_drag_slider (PremiseDriver        *self,
                                             AtspiAccessible      *slider,
                                             double                fraction,
                                             GError              **error);
/* keys: "Control+Shift+z", "F5", "Page_Down". */
gboolean         premise_driver_press       (PremiseDriver        *self,
                                             const char           *keys,
                                             GError              **error);
gboolean         premise_driver_type        (PremiseDriver        *self,
                                             const char           *text,
                                             GError              **error);
/* Waits until two pictures are the same and writes it as PNG. */
gboolean         premise_driver_screenshot  (PremiseDriver        *self,
                                             const char           *path,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseDriver, premise_driver_free)

/* The library has none of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiValue, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiRect, g_free)

G_END_DECLS
