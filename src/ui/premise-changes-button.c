/* premise-changes-button.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-changes-button.h"

#include "premise-help.h"
#include "premise-plain-label.h"
#include "premise-shortcuts.h"
#include "premise-tooltip.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * PremiseChangesButton:
 *
 * # CSS nodes
 *
 * |[<!-- language="plain" -->
 * premise-changes
 * ╰── menubutton.premise-changed-pill
 *     ╰── popover ── list.premise-changes-list
 * ]|
 *
 * # Accessibility
 *
 * A button named "3 changed"; the rows of its list say "AI-able share · Games,
 * 30% → 40%".
 */

#define MAX_LIST_HEIGHT 420

struct _PremiseChangesButton
{
  GtkWidget       parent_instance;

  PremiseSession *session;

  GtkWidget      *button;     /* (nullable): before anything is changed, as well as what is in it */
  GtkWidget      *label;
  GtkWidget      *popover;
  GtkWidget      *list;
  gboolean        compact;
};

enum
{
  CELL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseChangesButton, premise_changes_button, GTK_TYPE_WIDGET)

typedef struct
{
  guint      variable;
  guint      cell;
  GtkWidget *title;
  GtkWidget *values;
} Change;

static Change *
get_change (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "premise-change");
}

static void
update_row (PremiseChangesButton *self,
            GtkWidget            *row)
{
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseModel *model = premise_session_get_model (self->session);
  const char *language = premise_session_get_language (self->session);
  Change *change = get_change (row);
  double base = premise_model_get_base (model, change->variable, change->cell);
  double now = premise_scenario_get_value (premise_session_get_scenario (self->session),
                                           change->variable, change->cell);
  g_autofree char *title = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *values = NULL;
  g_autofree char *name = NULL;

  title = premise_report_dup_cell_label (report, change->variable, change->cell, language);
  before = premise_report_format_cell (report, change->variable, base, NULL, language);
  after = premise_report_format_cell (report, change->variable, now, NULL, language);
  /* Translators: what a value was and what it is now: “30% → 40%”. */
  values = g_strdup_printf (_("%s → %s"), before, after);
  /* Translators: an assumption, what it was, and what it is now, for a screen reader. */
  name = g_strdup_printf (_("%s, was %s, now %s"), title, before, after);

  gtk_label_set_label (GTK_LABEL (change->title), title);
  premise_plain_label_set_number (GTK_LABEL (change->values), values);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
reset_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  PremiseChangesButton *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  Change *change = get_change (row);

  premise_history_reset (premise_session_get_history (self->session),
                         change->variable, change->cell);
}

static GtkWidget *
create_row (PremiseChangesButton  *self,
            const PremiseOverride *override)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  Change *change = g_new0 (Change, 1);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  change->variable = override->variable;
  change->cell = override->cell;
  g_object_set_data_full (G_OBJECT (row), "premise-change", change, g_free);

  change->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (change->title), 0.0);
  gtk_label_set_wrap (GTK_LABEL (change->title), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (change->title), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (change->title), 24);
  gtk_widget_set_hexpand (change->title, TRUE);
  gtk_box_append (GTK_BOX (line), change->title);

  change->values = gtk_label_new (NULL);
  gtk_widget_add_css_class (change->values, "numeric");
  gtk_widget_add_css_class (change->values, "premise-changes-values");
  gtk_box_append (GTK_BOX (line), change->values);

  title = premise_report_dup_cell_label (premise_session_get_report (self->session),
                                         change->variable, change->cell,
                                         premise_session_get_language (self->session));
  name = g_strdup_printf (_("Reset %s"), title);
  premise_tooltip_set_text (reset, _("Reset"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  g_signal_connect_object (reset, "clicked", G_CALLBACK (reset_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (line), reset);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  update_row (self, row);

  return row;
}

static gboolean
is_same_list (PremiseChangesButton *self,
              GArray               *overrides)
{
  for (guint i = 0; i < overrides->len; i++)
    {
      const PremiseOverride *override = &g_array_index (overrides, PremiseOverride, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
      Change *change = row != NULL ? get_change (GTK_WIDGET (row)) : NULL;

      if (change == NULL || change->variable != override->variable
          || change->cell != override->cell)
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) overrides->len) == NULL;
}

static void
focus_row (PremiseChangesButton *self,
           int                   position,
           guint                 n_rows)
{
  GtkListBoxRow *row;

  if (position < 0 || n_rows == 0)
    return;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                       MIN (position, (int) n_rows - 1));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static int
get_focused_row (PremiseChangesButton *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
update_list (PremiseChangesButton *self)
{
  g_autoptr(GArray) overrides = NULL;
  int focused;

  overrides = premise_scenario_dup_overrides (premise_session_get_scenario (self->session));
  if (is_same_list (self, overrides))
    {
      for (guint i = 0; i < overrides->len; i++)
        update_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                                                     (int) i)));
      return;
    }

  /* With a row gone by its own button, the focus goes to the one that took its place. */
  focused = get_focused_row (self);
  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  for (guint i = 0; i < overrides->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         create_row (self, &g_array_index (overrides, PremiseOverride, i)));
  focus_row (self, focused, overrides->len);
}

static void
row_activated_cb (PremiseChangesButton *self,
                  GtkListBoxRow        *row)
{
  Change *change = get_change (GTK_WIDGET (row));
  guint variable = change->variable;
  guint cell = change->cell;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, variable, cell);
}

static void
reset_all_clicked_cb (PremiseChangesButton *self)
{
  /* The window says in a toast that it can be undone. */
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.reset-all", NULL))
    premise_history_reset_all (premise_session_get_history (self->session));
}

static GtkWidget *
create_popover (PremiseChangesButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *reset_all = gtk_button_new_with_mnemonic (_("_Reset All"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "premise-changes-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Changed Assumptions"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (box), scrolled);

  g_signal_connect_object (reset_all, "clicked", G_CALLBACK (reset_all_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), reset_all);

  self->popover = gtk_popover_new ();
  premise_shortcuts_hear (self->popover);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED);

  return self->popover;
}

/* Made when anything is changed: most windows are opened with nothing changed. */
static void
ensure_button (PremiseChangesButton *self)
{
  if (self->button != NULL)
    return;

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), create_popover (self));
  premise_tooltip_set_text (self->button, _("Changed Assumptions"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Changed Assumptions"),
                                  -1);
  gtk_widget_add_css_class (self->button, "premise-changed-pill");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
update (PremiseChangesButton *self)
{
  guint n = premise_scenario_get_n_overrides (premise_session_get_scenario (self->session));
  g_autofree char *label = g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n == 0 && self->button == NULL)
    return;

  ensure_button (self);
  gtk_label_set_label (GTK_LABEL (self->label), self->compact ? number : label);
  premise_tooltip_set_text (self->button, self->compact ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  if (n == 0)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);

  if (gtk_widget_get_mapped (self->popover))
    update_list (self);
}

static void
update_language (PremiseChangesButton *self)
{
  /* The names of the buttons in the rows change too. */
  if (self->list != NULL)
    gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  update (self);
}

static void
premise_changes_button_dispose (GObject *object)
{
  PremiseChangesButton *self = PREMISE_CHANGES_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_changes_button_parent_class)->dispose (object);
}

static void
premise_changes_button_class_init (PremiseChangesButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_changes_button_dispose;

  /**
   * PremiseChangesButton::cell-activated:
   * @self: the button
   * @variable: position of an assumption
   * @cell: its cell
   *
   * The reader chose a changed value and wants to see its slider.
   */
  signals[CELL_ACTIVATED] =
    g_signal_new ("cell-activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-changes");
}

static void
premise_changes_button_init (PremiseChangesButton *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  premise_help_set_page (GTK_WIDGET (self), "scenarios");
}

/**
 * premise_changes_button_new:
 * @session: the session whose scenario is shown
 *
 * Creates a button that is visible while anything is changed.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
premise_changes_button_new (PremiseSession *session)
{
  PremiseChangesButton *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_CHANGES_BUTTON, NULL);
  self->session = g_object_ref (session);
  update (self);

  g_signal_connect_object (session, "values-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (update_language), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * premise_changes_button_set_compact:
 * @self: a changes button
 * @compact: whether to show only the number
 *
 * For a header bar that has no room for words.
 */
void
premise_changes_button_set_compact (PremiseChangesButton *self,
                                    gboolean              compact)
{
  g_return_if_fail (PREMISE_IS_CHANGES_BUTTON (self));

  compact = compact != FALSE;
  if (self->compact == compact)
    return;

  self->compact = compact;
  update (self);
}
