/* premise-assumption-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-assumption-row.h"

#include "premise-assumption-details.h"
#include "premise-assumption-head.h"
#include "premise-assumption-slider.h"
#include "premise-plain-label.h"
#include "premise-tooltip.h"

#include <glib/gi18n.h>

/**
 * PremiseAssumptionRow:
 *
 * One cell of an assumption. The value can be dragged, stepped with keys, or
 * typed: activate it, or press F2 or Enter anywhere in the row. What was typed
 * stays until it is right or Escape takes it back.
 *
 * # CSS nodes
 *
 * |[<!-- language="plain" -->
 * premise-assumption[.changed]
 * ├── widget
 * │   ├── label.premise-assumption-label
 * │   ├── label.premise-assumption-was
 * │   ╰── stack ── button.premise-assumption-value or entry
 * ├── label.error
 * ├── box
 * │   ├── premise-slider
 * │   ├── stack ── button (reset)
 * │   ╰── button (details)
 * ╰── revealer ── premise-assumption-details
 * ]|
 *
 * # Accessibility
 *
 * Role group, labelled by its cell. Every control names the cell, because a row
 * is often reached without the group around it being read.
 */

#define ENTRY_CHARS 9

struct _PremiseAssumptionRow
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  guint           variable;
  guint           cell;
  double          value;

  GtkWidget      *label;
  GtkWidget      *was;
  GtkWidget      *value_stack;
  GtkWidget      *value_button;
  GtkWidget      *value_label;
  GtkWidget      *entry;
  GtkWidget      *error;
  GtkWidget      *slider;
  GtkWidget      *reset_stack;
  GtkWidget      *reset_button;
  GtkWidget      *details_button;
  GtkWidget      *revealer;
};

G_DEFINE_FINAL_TYPE (PremiseAssumptionRow, premise_assumption_row, GTK_TYPE_WIDGET)

static char *
format_value (PremiseAssumptionRow *self,
              double                value)
{
  return premise_report_format_cell (premise_session_get_report (self->session), self->variable,
                                     value, NULL, premise_session_get_language (self->session));
}

/* Inside a group the variable is known: the members are what tells rows apart. */
static char *
dup_row_label (PremiseAssumptionRow *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseModel *model = premise_session_get_model (self->session);
  const char *language = premise_session_get_language (self->session);
  guint n_dims = premise_model_get_n_dims (model, self->variable);
  g_autofree guint *members = g_new0 (guint, n_dims);
  g_autoptr(GString) label = g_string_new (NULL);

  if (n_dims == 0)
    return premise_report_dup_cell_label (report, self->variable, self->cell, language);

  premise_model_get_cell_members (model, self->variable, self->cell, members);
  for (guint i = 0; i < n_dims; i++)
    {
      guint index = premise_model_get_dim (model, self->variable, i);
      PremiseText *text = premise_report_get_member_label (report, index, members[i]);
      g_autofree char *plain = premise_text_render_plain (text, language, NULL);

      if (label->len > 0)
        g_string_append (label, " · ");
      g_string_append (label, plain);
    }

  return g_string_free_and_steal (g_steal_pointer (&label));
}

static void
set_accessible_label (GtkWidget  *widget,
                      const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
update_value_name (PremiseAssumptionRow *self)
{
  g_autofree char *cell = NULL;
  g_autofree char *name = NULL;
  const char *value = gtk_label_get_label (GTK_LABEL (self->value_label));

  cell = premise_report_dup_cell_label (premise_session_get_report (self->session),
                                        self->variable, self->cell,
                                        premise_session_get_language (self->session));
  /* Translators: the name of the button that shows an assumption's value: “Games: 30%”. */
  name = g_strdup_printf (_("%s: %s"), cell, value);
  set_accessible_label (self->value_button, name);
}

static void
update_value (PremiseAssumptionRow *self)
{
  PremiseScenario *scenario = premise_session_get_scenario (self->session);
  gboolean changed = premise_scenario_is_overridden (scenario, self->variable, self->cell);
  g_autofree char *now = NULL;

  self->value = premise_scenario_get_value (scenario, self->variable, self->cell);
  now = format_value (self, self->value);
  premise_plain_label_set_number (GTK_LABEL (self->value_label), now);
  update_value_name (self);

  gtk_widget_set_visible (self->was, changed);
  gtk_stack_set_visible_child_name (GTK_STACK (self->reset_stack), changed ? "reset" : "none");
  if (changed)
    {
      double base = premise_model_get_base (premise_session_get_model (self->session),
                                            self->variable, self->cell);
      g_autofree char *before = format_value (self, base);
      /* Translators: what the value of a changed assumption was: “was 30%”. */
      g_autofree char *was = g_strdup_printf (_("was %s"), before);

      gtk_label_set_label (GTK_LABEL (self->was), was);
      gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
}

static void
update_language (PremiseAssumptionRow *self)
{
  g_autofree char *label = dup_row_label (self);
  g_autofree char *cell = NULL;
  g_autofree char *entry = NULL;
  g_autofree char *reset = NULL;
  g_autofree char *details = NULL;

  cell = premise_report_dup_cell_label (premise_session_get_report (self->session),
                                        self->variable, self->cell,
                                        premise_session_get_language (self->session));

  /* Translators: the name of an entry: “New value of AI-able share · Games”. */
  entry = g_strdup_printf (_("New value of %s"), cell);
  /* Translators: the name of a button: “Reset AI-able share · Games”. */
  reset = g_strdup_printf (_("Reset %s"), cell);
  /* Translators: the name of a button: “About AI-able share · Games”. */
  details = g_strdup_printf (_("About %s"), cell);

  gtk_label_set_label (GTK_LABEL (self->label), label);
  set_accessible_label (GTK_WIDGET (self), cell);
  set_accessible_label (self->entry, entry);
  set_accessible_label (self->reset_button, reset);
  set_accessible_label (self->details_button, details);

  update_value (self);
}

static void
values_changed_cb (PremiseAssumptionRow *self)
{
  PremiseScenario *scenario = premise_session_get_scenario (self->session);

  if (premise_scenario_get_value (scenario, self->variable, self->cell) != self->value)
    update_value (self);
}

static gboolean
is_editing (PremiseAssumptionRow *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->value_stack)) == self->entry;
}

static void
set_error (PremiseAssumptionRow *self,
           const char           *message)
{
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);

  if (message != NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                   -1);
      gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), message,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
    }
}

static void
begin_edit (PremiseAssumptionRow *self)
{
  if (!is_editing (self))
    {
      set_error (self, NULL);
      gtk_editable_set_text (GTK_EDITABLE (self->entry),
                             gtk_label_get_label (GTK_LABEL (self->value_label)));
      gtk_stack_set_visible_child (GTK_STACK (self->value_stack), self->entry);
    }

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
end_edit (PremiseAssumptionRow *self,
          gboolean              keep_focus)
{
  set_error (self, NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->value_stack), self->value_button);
  if (keep_focus)
    gtk_widget_grab_focus (self->value_button);
}

static char *
dup_range_message (PremiseAssumptionRow *self,
                   double                value)
{
  double min, max, step;
  g_autofree char *typed = format_value (self, value);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  premise_model_get_range (premise_session_get_model (self->session), self->variable, self->cell,
                           &min, &max, &step);
  low = format_value (self, min);
  high = format_value (self, max);

  /* Translators: a typed value, then the smallest and the largest that the report allows. */
  return g_strdup_printf (_("%s is outside the range, which is from %s to %s."), typed, low, high);
}

/* Takes over what was typed. Where that cannot be, says why and leaves it standing. */
static gboolean
commit (PremiseAssumptionRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseModel *model = premise_session_get_model (self->session);
  const PremiseVariableInfo *info = premise_report_get_info (report, self->variable);
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  double value;

  /* The shown value is rounded: Enter without a change must not store the rounding. */
  if (g_str_equal (text, gtk_label_get_label (GTK_LABEL (self->value_label))))
    return TRUE;

  if (!premise_number_parse (text, &info->format, self->value,
                             premise_model_get_unit (model, self->variable),
                             premise_session_get_language (self->session), &value, &error))
    {
      set_error (self, error->message);
      return FALSE;
    }

  if (premise_history_set_value (premise_session_get_history (self->session),
                                 self->variable, self->cell, value, &error))
    return TRUE;

  if (g_error_matches (error, PREMISE_SCENARIO_ERROR, PREMISE_SCENARIO_ERROR_OUT_OF_RANGE))
    message = dup_range_message (self, value);
  set_error (self, message != NULL ? message : error->message);

  return FALSE;
}

static void
entry_activate_cb (PremiseAssumptionRow *self)
{
  if (commit (self))
    end_edit (self, TRUE);
}

static void
entry_changed_cb (PremiseAssumptionRow *self)
{
  /* The complaint was about the text as it stood. */
  if (gtk_widget_get_visible (self->error))
    set_error (self, NULL);
}

static void
entry_leave_cb (PremiseAssumptionRow *self)
{
  if (is_editing (self) && commit (self))
    end_edit (self, FALSE);
}

static gboolean
entry_key_pressed_cb (PremiseAssumptionRow *self,
                      guint                 keyval,
                      guint                 keycode,
                      GdkModifierType       state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  end_edit (self, TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
row_key_pressed_cb (PremiseAssumptionRow *self,
                    guint                 keyval,
                    guint                 keycode,
                    GdkModifierType       state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_F2 || (enter && gtk_widget_is_focus (self->slider)))
    {
      begin_edit (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
reset_clicked_cb (PremiseAssumptionRow *self)
{
  /* The button is about to go: the focus stays in the row. */
  gtk_widget_grab_focus (self->slider);
  premise_history_reset (premise_session_get_history (self->session), self->variable, self->cell);
}

static void
details_toggled_cb (PremiseAssumptionRow *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->details_button));

  /* Most rows are never opened: what is in there is made when it is asked for. */
  if (open && gtk_revealer_get_child (GTK_REVEALER (self->revealer)) == NULL)
    gtk_revealer_set_child (GTK_REVEALER (self->revealer),
                            premise_assumption_details_new (self->session, self->variable,
                                                            self->cell));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->details_button),
                               GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static gboolean
premise_assumption_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PREMISE_ASSUMPTION_ROW (widget)->slider);
}

static void
premise_assumption_row_dispose (GObject *object)
{
  PremiseAssumptionRow *self = PREMISE_ASSUMPTION_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_assumption_row_parent_class)->dispose (object);
}

static void
premise_assumption_row_class_init (PremiseAssumptionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_assumption_row_dispose;

  widget_class->grab_focus = premise_assumption_row_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-assumption");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_key_controller (PremiseAssumptionRow *self,
                    GtkWidget            *widget,
                    GCallback             callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static GtkWidget *
create_value (PremiseAssumptionRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* A button's own label would be its whole name, and not say whose value it is. */
  self->value_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->value_label), TRUE);
  self->value_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->value_button), self->value_label);
  gtk_widget_add_css_class (self->value_button, "flat");
  gtk_widget_add_css_class (self->value_button, "numeric");
  gtk_widget_add_css_class (self->value_button, "premise-assumption-value");
  premise_tooltip_set_text (self->value_button, _("Type a Value"));
  g_signal_connect_object (self->value_button, "clicked", G_CALLBACK (begin_edit), self,
                           G_CONNECT_SWAPPED);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1.0);
  gtk_widget_add_css_class (self->entry, "premise-assumption-entry");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);

  /* Before the entry sees it, and before a sheet around it closes. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);

  self->value_stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->value_stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->value_stack), self->value_button);
  gtk_stack_add_child (GTK_STACK (self->value_stack), self->entry);

  return self->value_stack;
}

static GtkWidget *
create_head (PremiseAssumptionRow *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->label, "premise-assumption-label");

  self->was = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->was, "numeric");
  gtk_widget_add_css_class (self->was, "premise-assumption-was");

  return premise_assumption_head_new (self->label, self->was, create_value (self));
}

static GtkWidget *
create_slider_line (PremiseAssumptionRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->slider = premise_assumption_slider_new (self->session, self->variable, self->cell);
  gtk_widget_set_hexpand (self->slider, TRUE);
  gtk_box_append (GTK_BOX (line), self->slider);

  self->reset_button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_add_css_class (self->reset_button, "flat");
  gtk_widget_add_css_class (self->reset_button, "premise-assumption-tool");
  /* Translators: one assumption, to its base value. */
  premise_tooltip_set_text (self->reset_button, _("Reset"));
  g_signal_connect_object (self->reset_button, "clicked", G_CALLBACK (reset_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  /* The stack keeps the button's place, so that the slider does not shrink under the pointer. */
  self->reset_stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->reset_stack),
                       gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "none");
  gtk_stack_add_named (GTK_STACK (self->reset_stack), self->reset_button, "reset");
  gtk_widget_set_valign (self->reset_stack, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->reset_stack);

  self->details_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->details_button), "pan-down-symbolic");
  gtk_widget_add_css_class (self->details_button, "flat");
  gtk_widget_add_css_class (self->details_button, "premise-assumption-tool");
  gtk_widget_set_valign (self->details_button, GTK_ALIGN_CENTER);
  premise_tooltip_set_text (self->details_button, _("Range, Reason and Source"));
  g_signal_connect_object (self->details_button, "toggled", G_CALLBACK (details_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->details_button);

  return line;
}

static void
create_children (PremiseAssumptionRow *self)
{
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));

  self->error = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->error), 1.0);
  gtk_label_set_justify (GTK_LABEL (self->error), GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->error), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_add_css_class (self->error, "caption");
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));

  gtk_widget_set_parent (create_slider_line (self), GTK_WIDGET (self));

  self->revealer = gtk_revealer_new ();
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));

  add_key_controller (self, GTK_WIDGET (self), G_CALLBACK (row_key_pressed_cb));
}

static void
premise_assumption_row_init (PremiseAssumptionRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/**
 * premise_assumption_row_new:
 * @session: the session whose scenario is changed
 * @variable: position of an assumption
 * @cell: its cell
 *
 * Creates a row that follows the session's values and language.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
premise_assumption_row_new (PremiseSession *session,
                            guint           variable,
                            guint           cell)
{
  PremiseAssumptionRow *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_ASSUMPTION_ROW, NULL);
  self->session = g_object_ref (session);
  self->variable = variable;
  self->cell = cell;

  create_children (self);
  update_language (self);

  g_signal_connect_object (session, "values-changed", G_CALLBACK (values_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (update_language), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * premise_assumption_row_get_cell:
 * @self: a row
 *
 * Returns: the cell that it shows
 */
guint
premise_assumption_row_get_cell (PremiseAssumptionRow *self)
{
  g_return_val_if_fail (PREMISE_IS_ASSUMPTION_ROW (self), PREMISE_MODEL_NOT_FOUND);

  return self->cell;
}
