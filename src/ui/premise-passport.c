/* premise-passport.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-passport.h"

#include "premise-help.h"
#include "premise-passport-page.h"
#include "premise-shortcuts.h"

/**
 * PremisePassport:
 *
 * A page for each number on the way, whose names stand at the top and lead back; Escape, Alt+Left and the button at the top go back, and
 * from the first one out. What is changed can be undone and redone meanwhile, and the number follows.
 *
 * ## Accessibility
 *
 * The dialog and its pages are named after the number. The focus returns to where it was.
 */
struct _PremisePassport
{
  AdwDialog          parent_instance;

  PremiseSession    *session;
  AdwNavigationView *view;
};

enum
{
  ASSUMPTION_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremisePassport, premise_passport, ADW_TYPE_DIALOG)

static void
assumption_requested_cb (PremisePassport *self,
                         guint            variable,
                         guint            cell)
{
  /* First closed: then the focus goes where the reader is taken. */
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[ASSUMPTION_REQUESTED], 0, variable, cell);
}

static void
push (PremisePassport *self,
      guint            variable,
      guint            cell)
{
  AdwNavigationPage *page = premise_passport_page_new (self->session, variable, cell);

  g_signal_connect_object (page, "cell-activated", G_CALLBACK (push), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "assumption-requested", G_CALLBACK (assumption_requested_cb),
                           self, G_CONNECT_SWAPPED);
  premise_passport_page_set_trail (PREMISE_PASSPORT_PAGE (page), self->view);
  adw_navigation_view_push (self->view, page);
}

static void
visible_page_cb (PremisePassport *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  if (page != NULL)
    adw_dialog_set_title (ADW_DIALOG (self), adw_navigation_page_get_title (page));
}

static void
premise_passport_dispose (GObject *object)
{
  PremisePassport *self = PREMISE_PASSPORT (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_passport_parent_class)->dispose (object);
}

static void
premise_passport_class_init (PremisePassportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = premise_passport_dispose;

  /**
   * PremisePassport::assumption-requested:
   * @self: a dialog, which is closed
   * @variable: position of an assumption
   * @cell: its cell
   *
   * Emitted when the reader wants to see the assumption among the others, to change it.
   */
  signals[ASSUMPTION_REQUESTED] =
    g_signal_new ("assumption-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /* A dialog keeps the keys of the window to itself; what it shows follows the values. */
  premise_shortcuts_bind (GTK_WIDGET_CLASS (klass), "win.undo");
  premise_shortcuts_bind (GTK_WIDGET_CLASS (klass), "win.redo");
}

static void
premise_passport_init (PremisePassport *self)
{
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->view, "notify::visible-page", G_CALLBACK (visible_page_cb), self,
                           G_CONNECT_SWAPPED);

  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 600);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  premise_help_set_page (GTK_WIDGET (self), "reading");
}

/**
 * premise_passport_new:
 * @session: the session whose language and values are shown
 * @variable: position of a variable
 * @cell: its cell
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
premise_passport_new (PremiseSession *session,
                      guint           variable,
                      guint           cell)
{
  PremisePassport *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_PASSPORT, NULL);
  self->session = g_object_ref (session);
  push (self, variable, cell);

  /* Its labels are in a language, and its positions those of the report that was open. */
  g_signal_connect_object (session, "notify::language", G_CALLBACK (adw_dialog_force_close), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
