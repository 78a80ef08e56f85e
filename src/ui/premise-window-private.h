/* premise-window-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-announcer.h"
#include "premise-gradual.h"
#include "premise-language.h"
#include "premise-reader.h"
#include "premise-window.h"

G_BEGIN_DECLS

/* The window is in several files: its parts (window), what its actions do (-actions), the views of a session (-views),
 * what happens when a report comes into it (-open), and the keys that no action has (-keys). Its size is kept by
 * premise-window-size. */

/**
 * PremiseWindow:
 *
 * Holds the session of one report and hands it to the views; moves between sections;
 * turns undo, reset, language and presenting into actions.
 */
struct _PremiseWindow
{
  AdwApplicationWindow    parent_instance;

  GSettings              *settings;
  PremiseSession         *session;
  PremiseReader          *reader;        /* (nullable) */
  PremiseAnnouncer       *announcer;     /* (nullable) */
  PremiseReaderState     *state;         /* (nullable): what is kept of the report */
  GPtrArray              *diagnostics;   /* (element-type PremiseDiagnostic) (owned) */
  char                   *folder;
  PremiseReloader        *reloader;      /* (nullable) */
  PremiseLanguage        *language;
  GPtrArray              *kept;          /* (element-type PremiseKeptValue): see premise_session_carry() */
  guint                   section;
  gboolean                presenting;
  gboolean                was_fullscreen;

  GtkWidget              *sidebar;
  GtkWidget              *search;
  GtkWidget              *section_view;
  GtkWidget              *pane;
  GtkWidget              *headline;
  GtkWidget              *handle;
  GtkWidget              *waiting_search; /* (nullable): until the first frame is drawn */
  GtkWidget              *waiting_pane;   /* (nullable): as well */
  PremiseGradual          placing;        /* of these two */
  GtkWidget              *presenter;     /* (nullable): while presenting */
  AdwDialog              *passport;      /* (nullable) (not owned) */

  AdwToastOverlay        *toasts;
  GtkStack               *stack;
  AdwNavigationSplitView *split;
  AdwNavigationPage      *sidebar_page;
  GtkWidget              *sidebar_title;
  AdwToolbarView         *sidebar_view;
  AdwNavigationPage      *content_page;
  AdwMultiLayoutView     *layouts;
  AdwOverlaySplitView    *pane_split;
  AdwBottomSheet         *sheet;
  AdwWindowTitle         *wide_title;
  AdwToggleGroup         *languages;
  AdwBanner              *problems_banner;
  GtkWidget              *pane_button;
  GtkWidget              *present_button;
  AdwBin                 *headline_bin;
  AdwBin                 *section_bin;
  AdwBin                 *pane_bin;
  AdwBin                 *handle_bin;
  AdwBin                 *presenter_bin;
  AdwBin                 *problems_bin;
  AdwBin                 *changes_bin;
  AdwBin                 *bookmarks_bin;
  GtkWidget              *previous_button;
  GtkWidget              *next_button;
  GtkWidget              *back_button;
  GtkWidget              *forward_button;
  GtkRevealer            *review_bar;
  GMenuModel             *primary_menu;
  GMenu                  *open_section;
  GtkMenuButton          *menu_button;

  gboolean                reviewing;
};

/* Builds the views of the session, and takes away those of one that is given up. */
void  premise_window_show_session            (PremiseWindow  *self);
void  premise_window_remove_views            (PremiseWindow  *self,
                                              PremiseSession *session);
void  premise_window_show_section            (PremiseWindow  *self,
                                              guint           section);
/* Whether the assumptions are in the sheet at the bottom. */
gboolean premise_window_is_narrow            (PremiseWindow  *self);
/* The keys that no action has, or not everywhere. */
void  premise_window_hear_keys               (PremiseWindow  *self);
/* Of win.next-pane and win.previous-pane. */
void  premise_window_step_pane_action        (GtkWidget      *widget,
                                              const char     *action,
                                              GVariant       *parameter);
/* Everywhere in the window where they stand. */
void  premise_window_update_titles           (PremiseWindow  *self);
/* For the width that the window has. */
void  premise_window_update_layout           (PremiseWindow  *self);
/* Of a number, wherever it was activated. */
void  premise_window_show_passport           (PremiseWindow  *self,
                                              guint           variable,
                                              guint           cell);
void  premise_window_install_actions         (GtkWidgetClass *widget_class);
/* Of those that need a report. */
void  premise_window_set_report_actions_enabled (PremiseWindow *self,
                                                 gboolean       enabled);
void  premise_window_update_history_actions  (PremiseWindow  *self);
void  premise_window_set_presenting          (PremiseWindow  *self,
                                              gboolean        presenting);
/* In place of a report that cannot be opened. */
void  premise_window_show_problems_page      (PremiseWindow  *self);
/* outdated: the files have a version with more errors than the one that is shown. */
void  premise_window_update_problems_banner  (PremiseWindow  *self,
                                              gboolean        outdated);

G_END_DECLS
