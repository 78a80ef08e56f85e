/* premise-window-actions.c
 *
 * What the actions of a window do: undo, reset, presenting, the way from section to section, dialogs.
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-window-private.h"

#include "premise-audit-dialog.h"
#include "premise-help.h"
#include "premise-presenter.h"
#include "premise-print.h"
#include "premise-problems-view.h"
#include "premise-toast.h"

#include <glib/gi18n.h>

static void
set_action_enabled (PremiseWindow *self,
                    const char    *name,
                    gboolean       enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

void
premise_window_update_history_actions (PremiseWindow *self)
{
  PremiseHistory *history = NULL;
  gboolean changed = FALSE;

  if (self->session != NULL)
    {
      history = premise_session_get_history (self->session);
      changed = premise_scenario_get_n_overrides (premise_session_get_scenario (self->session)) > 0;
    }

  set_action_enabled (self, "win.undo", history != NULL && premise_history_can_undo (history));
  set_action_enabled (self, "win.redo", history != NULL && premise_history_can_redo (history));
  set_action_enabled (self, "win.reset-all", changed);
}

void
premise_window_set_presenting (PremiseWindow *self,
                               gboolean       presenting)
{
  if (self->presenting == presenting || self->session == NULL)
    return;

  self->presenting = presenting;
  if (presenting)
    {
      self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
      self->presenter = premise_presenter_new (self->session);
      adw_bin_set_child (self->presenter_bin, self->presenter);
      premise_presenter_set_section (PREMISE_PRESENTER (self->presenter), self->section);
      gtk_stack_set_visible_child_name (self->stack, "presenting");
      /* Where nothing has the focus. */
      premise_help_set_page (GTK_WIDGET (self), "presenting");
      gtk_window_fullscreen (GTK_WINDOW (self));
      /* No frame around the first number before anybody has pressed Tab. */
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }
  else
    {
      premise_help_set_page (GTK_WIDGET (self), "reading");
      gtk_stack_set_visible_child_name (self->stack, "report");
      adw_bin_set_child (self->presenter_bin, NULL);
      self->presenter = NULL;
      if (!self->was_fullscreen)
        gtk_window_unfullscreen (GTK_WINDOW (self));
    }
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  premise_history_undo (premise_session_get_history (PREMISE_WINDOW (widget)->session));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  premise_history_redo (premise_session_get_history (PREMISE_WINDOW (widget)->session));
}

static void
reset_all_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  PremiseWindow *self = PREMISE_WINDOW (widget);

  premise_history_reset_all (premise_session_get_history (self->session));
  adw_toast_overlay_add_toast (self->toasts,
                               premise_toast_new_with_undo (_("All assumptions are back at base")));
}

static void
present_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PremiseWindow *self = PREMISE_WINDOW (widget);

  premise_window_set_presenting (self, !self->presenting);
}

/* The contents may be before it, a page of their own. */
static void
toggle_sheet (PremiseWindow *self)
{
  gboolean hidden = adw_navigation_split_view_get_collapsed (self->split)
                    && !adw_navigation_split_view_get_show_content (self->split);

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  adw_bottom_sheet_set_open (self->sheet, hidden || !adw_bottom_sheet_get_open (self->sheet));
}

static void
toggle_assumptions_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  PremiseWindow *self = PREMISE_WINDOW (widget);

  if (self->presenter != NULL)
    premise_presenter_toggle_assumptions (PREMISE_PRESENTER (self->presenter));
  else if (premise_window_is_narrow (self))
    toggle_sheet (self);
  else
    {
      gboolean show = !adw_overlay_split_view_get_show_sidebar (self->pane_split);

      adw_overlay_split_view_set_show_sidebar (self->pane_split, show);
      /* Where it covers the text it is shown for a moment only. */
      if (!adw_overlay_split_view_get_collapsed (self->pane_split))
        g_settings_set_boolean (self->settings, "show-assumptions", show);
    }
}

static void
next_language_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  premise_language_step (PREMISE_WINDOW (widget)->language);
}

static void
step_section_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  PremiseWindow *self = PREMISE_WINDOW (widget);
  guint n_sections = premise_report_get_n_sections (premise_session_get_report (self->session));

  if (g_str_equal (name, "win.next-section") && self->section + 1 < n_sections)
    premise_window_show_section (self, self->section + 1);
  else if (g_str_equal (name, "win.previous-section") && self->section > 0)
    premise_window_show_section (self, self->section - 1);
}

static void
show_problems_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  PremiseWindow *self = PREMISE_WINDOW (widget);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view),
                                premise_problems_view_new (self->folder, self->diagnostics));
  adw_dialog_set_title (dialog, _("Problems in This Report"));
  premise_help_set_page (GTK_WIDGET (dialog), "rules");
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 480);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, widget);
}

static void
show_audit_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AdwDialog *dialog = premise_audit_dialog_new (PREMISE_WINDOW (widget)->session);

  g_signal_connect_object (dialog, "value-activated", G_CALLBACK (premise_window_show_passport),
                           widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PremiseWindow *self = PREMISE_WINDOW (widget);

  premise_print_section (self->section_view, self->session, self->section);
}

void
premise_window_set_report_actions_enabled (PremiseWindow *self,
                                           gboolean       enabled)
{
  static const char *const names[] = {
    "win.present", "win.toggle-assumptions", "win.next-language", "win.next-section",
    "win.previous-section", "win.next-pane", "win.previous-pane", "win.show-problems",
    "win.show-audit", "win.print", "win.review",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    set_action_enabled (self, names[i], enabled);
  premise_window_update_history_actions (self);
}

void
premise_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.reset-all", NULL, reset_all_action);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-assumptions", NULL, toggle_assumptions_action);
  gtk_widget_class_install_action (widget_class, "win.next-language", NULL, next_language_action);
  gtk_widget_class_install_action (widget_class, "win.next-section", NULL, step_section_action);
  gtk_widget_class_install_action (widget_class, "win.previous-section", NULL, step_section_action);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, premise_window_step_pane_action);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, premise_window_step_pane_action);
  gtk_widget_class_install_action (widget_class, "win.show-problems", NULL, show_problems_action);
  gtk_widget_class_install_action (widget_class, "win.show-audit", NULL, show_audit_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}
