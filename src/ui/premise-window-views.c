/* premise-window-views.c
 *
 * The views of a session come into its window and leave it; what they ask of each other.
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-window-private.h"

#include "premise-assumptions-pane.h"
#include "premise-changes-button.h"
#include "premise-given-size.h"
#include "premise-headline-strip.h"
#include "premise-passport.h"
#include "premise-section-view.h"
#include "premise-sidebar.h"
#include "premise-tooltip.h"

#include <glib/gi18n.h>

/* Up to this width only the section is in sight; the breakpoint in the template says the same. */
#define ONE_PANE_SP 1000

static void
section_chosen_cb (PremiseWindow *self,
                   guint          section,
                   gboolean       activated)
{
  if (section != self->section)
    premise_window_show_section (self, section);
  if (activated)
    adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
section_requested_cb (PremiseWindow *self,
                      const char    *id)
{
  premise_window_go_to (self, id);
}

void
premise_window_update_layout (PremiseWindow *self)
{
  GtkWidget *changes = adw_bin_get_child (self->changes_bin);

  if (changes == NULL)
    return;

  premise_changes_button_set_compact (PREMISE_CHANGES_BUTTON (changes), premise_window_is_narrow (self));
  premise_headline_strip_set_narrow (PREMISE_HEADLINE_STRIP (self->headline), premise_window_is_narrow (self));
}

/* The row of an assumption is at the right, or in the bottom sheet when narrow. */
static void
cell_activated_cb (PremiseWindow *self,
                   guint          variable,
                   guint          cell)
{
  premise_gradual_finish (&self->placing);
  if (premise_window_is_narrow (self))
    adw_bottom_sheet_set_open (self->sheet, TRUE);
  else
    adw_overlay_split_view_set_show_sidebar (self->pane_split, TRUE);

  premise_assumptions_pane_show_cell (PREMISE_ASSUMPTIONS_PANE (self->pane), variable, cell);
}

void
premise_window_show_passport (PremiseWindow *self,
                              guint          variable,
                              guint          cell)
{
  AdwDialog *passport = premise_passport_new (self->session, variable, cell);

  g_signal_connect_object (passport, "assumption-requested", G_CALLBACK (cell_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->passport, passport);
  adw_dialog_present (passport, GTK_WIDGET (self));
}

/* Of a window that is not shown yet; a window manager may still give it another width. */
static gboolean
has_one_pane (PremiseWindow *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int width;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_window_is_maximized (GTK_WINDOW (self)))
    return FALSE;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, NULL);

  return width > 0 && width <= adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, ONE_PANE_SP, settings);
}

static gboolean
place_pane (GtkWidget *widget)
{
  PremiseWindow *self = PREMISE_WINDOW (widget);
  g_autoptr(GtkWidget) search = g_steal_pointer (&self->waiting_search);
  g_autoptr(GtkWidget) pane = NULL;

  if (search != NULL)
    {
      adw_toolbar_view_set_content (self->sidebar_view, search);
      return TRUE;
    }

  pane = g_steal_pointer (&self->waiting_pane);
  if (pane != NULL)
    {
      /* Before it is on the screen, where its role is fixed. */
      premise_assumptions_pane_set_section (PREMISE_ASSUMPTIONS_PANE (self->pane), self->section);
      adw_bin_set_child (self->pane_bin, pane);
    }

  return FALSE;
}

/* At first a window has all its panes in sight, with their style and their places, and folds some of them away when
 * it gets its width. Those that it is going to fold away come when it is drawn.
 */
static void
place_panes (PremiseWindow *self,
             gboolean       late)
{
  self->waiting_search = g_object_ref_sink (premise_given_size_new (self->search));
  self->waiting_pane = g_object_ref_sink (premise_given_size_new (self->pane));
  premise_gradual_start (&self->placing, GTK_WIDGET (self), place_pane);
  if (!late)
    premise_gradual_finish (&self->placing);
}

static void
build_views (PremiseWindow *self)
{
  GtkWidget *changes = premise_changes_button_new (self->session);
  gboolean late = has_one_pane (self);

  self->sidebar = premise_sidebar_new (self->session, late);
  self->section_view = premise_section_view_new (self->session);
  self->pane = premise_assumptions_pane_new (self->session, late);
  self->headline = premise_headline_strip_new (self->session);
  self->handle = premise_headline_strip_new (self->session);
  premise_headline_strip_set_compact (PREMISE_HEADLINE_STRIP (self->handle), TRUE);

  self->search = premise_search_pane_new (self->session, self->sidebar);
  adw_bin_set_child (self->section_bin, premise_given_size_new (self->section_view));
  adw_bin_set_child (self->headline_bin, self->headline);
  adw_bin_set_child (self->handle_bin, self->handle);
  adw_bin_set_child (self->changes_bin, changes);
  place_panes (self, late);
  premise_window_update_layout (self);

  g_signal_connect_object (self->sidebar, "section-chosen", G_CALLBACK (section_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->section_view, "value-activated", G_CALLBACK (premise_window_show_passport),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headline, "value-activated", G_CALLBACK (premise_window_show_passport),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->section_view, "section-requested",
                           G_CALLBACK (section_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (changes, "cell-activated", G_CALLBACK (cell_activated_cb),
                           self, G_CONNECT_SWAPPED);
}

/* The keys are the other way round where one reads from right to left. */
static void
set_tooltip_with_key (PremiseWindow *self,
                      GtkWidget     *button,
                      const char    *name)
{
  const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
  g_auto(GStrv) keys = gtk_application_get_accels_for_action (
    gtk_window_get_application (GTK_WINDOW (self)), action);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  GdkModifierType modifiers;
  guint key;

  if (keys[0] != NULL && gtk_accelerator_parse (keys[0], &key, &modifiers))
    label = gtk_accelerator_get_label (key, modifiers);
  text = label != NULL ? g_strdup_printf ("%s (%s)", name, label) : g_strdup (name);
  premise_tooltip_set_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
build_reader (PremiseWindow *self)
{
  PremiseReaderParts parts = {
    .window = GTK_WINDOW (self),
    .view = PREMISE_SECTION_VIEW (self->section_view),
    .search = PREMISE_SEARCH_PANE (self->search),
    .split = self->split,
    .toasts = self->toasts,
    .bookmarks_bin = self->bookmarks_bin,
    .kept = self->kept,
  };

  g_clear_object (&self->reader);
  self->reader = premise_reader_new (self->session, self->state, &parts);
  g_signal_connect_object (self->reader, "section-requested", G_CALLBACK (section_requested_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "assumption-requested", G_CALLBACK (cell_activated_cb),
                           self, G_CONNECT_SWAPPED);
  set_tooltip_with_key (self, self->back_button, _("Back"));
  set_tooltip_with_key (self, self->forward_button, _("Forward"));
}

static void
connect_session (PremiseWindow *self)
{
  g_signal_connect_object (self->session, "notify::language", G_CALLBACK (premise_window_update_titles),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "values-changed", G_CALLBACK (premise_window_update_titles),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (premise_session_get_history (self->session), "notify",
                           G_CALLBACK (premise_window_update_history_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (premise_session_get_scenario (self->session), "notify::n-overrides",
                           G_CALLBACK (premise_window_update_history_actions), self, G_CONNECT_SWAPPED);
}

/* A session that is in its window. */
void
premise_window_show_session (PremiseWindow *self)
{
  build_views (self);
  build_reader (self);
  g_clear_object (&self->announcer);
  self->announcer = premise_announcer_new (self->session, GTK_WIDGET (self));
  premise_session_set_reviewing (self->session, self->reviewing);
  connect_session (self);
  premise_language_watch (self->language, self->session, self->state);
  premise_window_set_report_actions_enabled (self, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

/* Nobody shall see the steps of a session that are undone to be looked at. */
void
premise_window_remove_views (PremiseWindow  *self,
                             PremiseSession *session)
{
  AdwBin *bins[] = { self->section_bin, self->pane_bin, self->headline_bin, self->handle_bin,
                     self->changes_bin };

  premise_gradual_finish (&self->placing);
  for (guint i = 0; i < G_N_ELEMENTS (bins); i++)
    adw_bin_set_child (bins[i], NULL);
  if (self->passport != NULL)
    adw_dialog_force_close (self->passport);

  g_signal_handlers_disconnect_by_data (session, self);
  g_signal_handlers_disconnect_by_data (premise_session_get_history (session), self);
  g_signal_handlers_disconnect_by_data (premise_session_get_scenario (session), self);
}
