/* premise-window-keys.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-window-private.h"

/* What was found is in their place while one searches. */
static GtkWidget *
get_contents (PremiseWindow *self)
{
  return gtk_widget_get_child_visible (self->sidebar) ? self->sidebar : self->search;
}

/* In a narrow window the contents and the text are pages of their own. Where both are beside one another, which of
 * them is the page when the window gets narrow is not for this to say.
 */
static gboolean
focus_pane (PremiseWindow *self,
            GtkWidget     *pane)
{
  if (pane != self->pane && adw_navigation_split_view_get_collapsed (self->split))
    adw_navigation_split_view_set_show_content (self->split, pane == self->section_view);

  return gtk_widget_get_mapped (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/* From the contents to the text to the assumptions: the text may have hundreds of stops. */
void
premise_window_step_pane_action (GtkWidget  *widget,
                                 const char *action,
                                 GVariant   *parameter)
{
  PremiseWindow *self = PREMISE_WINDOW (widget);
  GtkWidget *panes[] = { get_contents (self), self->section_view, self->pane };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint n = G_N_ELEMENTS (panes);
  guint step = g_str_equal (action, "win.next-pane") ? 1 : n - 1;
  guint at = step == 1 ? n - 1 : 0;

  for (guint i = 0; i < n; i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i]))
      at = i;

  for (guint i = 1; i <= n; i++)
    if (focus_pane (self, panes[(at + i * step) % n]))
      return;
}

/* Clicker keys: they move between slides only while presenting, so that Page Down still scrolls a section that is
 * read.
 */
static gboolean
press_presenting (PremiseWindow *self,
                  guint          keyval)
{
  const char *action = keyval == GDK_KEY_Page_Down ? "win.next-section"
                       : keyval == GDK_KEY_Page_Up ? "win.previous-section"
                       : keyval == GDK_KEY_Escape  ? "win.present"
                                                   : NULL;

  return action != NULL && gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* What lies above the page ends before the page does. In the sheet what has the focus comes first. */
static gboolean
close_sheet (PremiseWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!premise_window_is_narrow (self) || !adw_bottom_sheet_get_open (self->sheet) ||
      (focus != NULL && gtk_widget_is_ancestor (focus, self->pane)))
    return FALSE;

  adw_bottom_sheet_set_open (self->sheet, FALSE);

  return TRUE;
}

/* AdwBottomSheet takes Escape from its bar, which has the focus when the sheet was closed with something in it. */
static gboolean
leave_bar (PremiseWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!premise_window_is_narrow (self) || focus == NULL || adw_bottom_sheet_get_open (self->sheet) ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sheet)) ||
      gtk_widget_is_ancestor (focus, adw_bottom_sheet_get_content (self->sheet)))
    return FALSE;

  adw_navigation_split_view_set_show_content (self->split, FALSE);

  return TRUE;
}

/* Back to the text that was left for the menu. */
static void
menu_closed_cb (PremiseWindow *self,
                GParamSpec    *property,
                GtkMenuButton *button)
{
  if (gtk_menu_button_get_active (button))
    return;

  g_signal_handlers_disconnect_by_func (button, menu_closed_cb, self);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* The menu is above the contents. */
static gboolean
show_menu (PremiseWindow *self)
{
  if (self->session == NULL || gtk_widget_get_mapped (GTK_WIDGET (self->menu_button)))
    return FALSE;

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_menu_button_popup (self->menu_button);
  g_signal_connect_object (self->menu_button, "notify::active", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);

  return TRUE;
}

/* A menu or a dialog has its own keys. */
static gboolean
is_covered (PremiseWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL ||
         (focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (self));
}

static gboolean
key_pressed_cb (PremiseWindow  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (self->presenting)
    return press_presenting (self, keyval);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || is_covered (self))
    return GDK_EVENT_PROPAGATE;

  return (keyval == GDK_KEY_Escape && (close_sheet (self) || leave_bar (self))) ||
         (keyval == GDK_KEY_F10 && show_menu (self));
}

void
premise_window_hear_keys (PremiseWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
