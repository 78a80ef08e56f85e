/* premise-assumption-slider.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-assumption-slider.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/**
 * PremiseAssumptionSlider:
 *
 * Moves one cell of an assumption within its range.
 *
 * It is not a #GtkScale: a tick stands at the base value and the track between
 * base and now is marked, the wheel scrolls what is around it, and a value is
 * always a whole number of steps away from base, so that base can be hit again.
 *
 * # Keys
 *
 * Arrows move one step, with Ctrl a tenth; Page Up and Page Down ten steps; Home
 * and End go to the ends of the range; Backspace returns to base.
 *
 * # CSS nodes
 *
 * |[<!-- language="plain" -->
 * premise-slider[.changed][.dragging]
 * ├── trough
 * ├── change
 * ├── base
 * ╰── knob
 * ]|
 *
 * # Accessibility
 *
 * Role slider with the cell's label as its name and "40%, base 30%" as the text of
 * its value. The value can be set through the range interface.
 */

#define KNOB_SIZE 18
#define MIN_WIDTH 96
#define NATURAL_WIDTH 200
#define HEIGHT 28
#define PAGE_STEPS 10
#define FINE_STEPS 0.1
/* Key presses that follow each other within this time are one step to undo. */
#define KEY_RUN_MSEC 700
/* How far a finger moves before it is clear whether it drags the knob or scrolls. */
#define TOUCH_THRESHOLD 8

struct _PremiseAssumptionSlider
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  guint           variable;
  guint           cell;

  double          min;
  double          max;
  double          step;
  double          base;
  double          value;

  GtkWidget      *trough;
  GtkWidget      *change;
  GtkWidget      *mark;
  GtkWidget      *knob;

  double          grip;       /* pointer to the middle of the knob when it was taken */
  double          press_x;
  gboolean        taken;      /* a pointer has the knob */
  gboolean        held;       /* this slider began the session's drag */
  guint           key_run_id;
};

static void premise_assumption_slider_range_init (GtkAccessibleRangeInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PremiseAssumptionSlider, premise_assumption_slider, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE,
                                                      premise_assumption_slider_range_init))

static double
get_fraction (PremiseAssumptionSlider *self,
              double                   value)
{
  if (!(self->max > self->min) || isnan (value))
    return 0.0;

  return CLAMP ((value - self->min) / (self->max - self->min), 0.0, 1.0);
}

/* The middle of the knob for a value, from the left whatever the direction. */
static double
get_position (PremiseAssumptionSlider *self,
              double                   value,
              int                      width)
{
  double fraction = get_fraction (self, value);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    fraction = 1.0 - fraction;

  return KNOB_SIZE / 2.0 + fraction * MAX (0, width - KNOB_SIZE);
}

static double
get_value_at (PremiseAssumptionSlider *self,
              double                   x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double fraction;

  if (width <= KNOB_SIZE)
    return self->value;

  fraction = CLAMP ((x - KNOB_SIZE / 2.0) / (width - KNOB_SIZE), 0.0, 1.0);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    fraction = 1.0 - fraction;

  return self->min + fraction * (self->max - self->min);
}

/* Sums of steps are not exact in binary: 0.1 + 0.2 should be stored as 0.3 is read. */
static double
tidy (PremiseAssumptionSlider *self,
      double                   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  value = CLAMP (value, self->min, self->max);
  if (fabs (value - self->base) < self->step * 1e-6)
    return self->base;

  g_ascii_formatd (buffer, sizeof buffer, "%.12g", value);

  return CLAMP (g_ascii_strtod (buffer, NULL), self->min, self->max);
}

/* The ends of the range are reached even where they are no whole step from base. */
static double
snap (PremiseAssumptionSlider *self,
      double                   value)
{
  double snapped = self->base + round ((value - self->base) / self->step) * self->step;

  if (value - self->min < self->step / 2.0 && fabs (value - self->min) < fabs (value - snapped))
    snapped = self->min;
  else if (self->max - value < self->step / 2.0 && fabs (value - self->max) < fabs (value - snapped))
    snapped = self->max;

  return tidy (self, snapped);
}

static void
set_value (PremiseAssumptionSlider *self,
           double                   value)
{
  g_autoptr(GError) error = NULL;

  if (value == self->value)
    return;

  /* The range is the model's own, so that a refusal is a mistake in this file. */
  if (!premise_history_set_value (premise_session_get_history (self->session),
                                  self->variable, self->cell, value, &error))
    g_warning ("%s", error->message);
}

static void
hold (PremiseAssumptionSlider *self)
{
  if (self->held || premise_session_get_dragging (self->session))
    return;

  self->held = TRUE;
  premise_session_begin_drag (self->session);
}

static void
release (PremiseAssumptionSlider *self)
{
  g_clear_handle_id (&self->key_run_id, g_source_remove);
  self->taken = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragging");

  if (!self->held)
    return;

  self->held = FALSE;
  premise_session_end_drag (self->session);
}

static void
update_accessible_value (PremiseAssumptionSlider *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  const char *language = premise_session_get_language (self->session);
  g_autofree char *now = NULL;
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;

  now = premise_report_format_cell (report, self->variable, self->value, NULL, language);
  base = premise_report_format_cell (report, self->variable, self->base, NULL, language);
  /* Translators: the value of a slider as a screen reader says it: “40%, base 30%”. */
  text = g_strdup_printf (_("%s, base %s"), now, base);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static void
update_value (PremiseAssumptionSlider *self)
{
  PremiseScenario *scenario = premise_session_get_scenario (self->session);

  self->value = premise_scenario_get_value (scenario, self->variable, self->cell);

  if (premise_scenario_is_overridden (scenario, self->variable, self->cell))
    gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");

  update_accessible_value (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
update_language (PremiseAssumptionSlider *self)
{
  g_autofree char *label = NULL;

  label = premise_report_dup_cell_label (premise_session_get_report (self->session),
                                         self->variable, self->cell,
                                         premise_session_get_language (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  update_accessible_value (self);
}

static void
values_changed_cb (PremiseAssumptionSlider *self)
{
  PremiseScenario *scenario = premise_session_get_scenario (self->session);

  if (premise_scenario_get_value (scenario, self->variable, self->cell) != self->value)
    update_value (self);
}

static GdkEvent *
get_last_event (GtkGesture *gesture)
{
  return gtk_gesture_get_last_event (gesture, gtk_gesture_get_last_updated_sequence (gesture));
}

/* A finger may be scrolling: the drag is taken when it has moved sideways. */
static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = get_last_event (gesture);
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* The finger was lifted; it was not taken away by a scroll. */
static gboolean
is_tap (GtkGesture *gesture)
{
  GdkEvent *event = get_last_event (gesture);

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_END;
}

static void
take_drag (PremiseAssumptionSlider *self,
           GtkGesture              *gesture)
{
  double knob_x = get_position (self, self->value, gtk_widget_get_width (GTK_WIDGET (self)));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);

  /* Focus first: a slider that loses it closes its own run of keys. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  release (self);
  hold (self);
  self->taken = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragging");

  /* Taken by the knob it stays under the pointer; on the track the knob comes to the pointer. */
  self->grip = self->press_x - knob_x;
  if (fabs (self->grip) > KNOB_SIZE / 2.0 + 2.0)
    {
      self->grip = 0.0;
      set_value (self, snap (self, get_value_at (self, self->press_x)));
    }
}

static void
drag_begin_cb (PremiseAssumptionSlider *self,
               double                   x,
               double                   y,
               GtkGesture              *gesture)
{
  self->press_x = x;
  if (!is_touch (gesture))
    take_drag (self, gesture);
}

static void
drag_update_cb (PremiseAssumptionSlider *self,
                double                   offset_x,
                double                   offset_y,
                GtkGesture              *gesture)
{
  if (!self->taken)
    {
      if (fabs (offset_x) < TOUCH_THRESHOLD && fabs (offset_y) < TOUCH_THRESHOLD)
        return;
      if (fabs (offset_y) > fabs (offset_x))
        {
          gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
          return;
        }
      take_drag (self, gesture);
    }

  set_value (self, snap (self, get_value_at (self, self->press_x + offset_x - self->grip)));
}

static void
drag_end_cb (PremiseAssumptionSlider *self,
             double                   offset_x,
             double                   offset_y,
             GtkGesture              *gesture)
{
  /* A tap of a finger is a press on the track. */
  if (!self->taken && is_tap (gesture)
      && fabs (offset_x) < TOUCH_THRESHOLD && fabs (offset_y) < TOUCH_THRESHOLD)
    take_drag (self, gesture);

  release (self);
}

static gboolean
key_run_timeout_cb (gpointer user_data)
{
  PremiseAssumptionSlider *self = user_data;

  self->key_run_id = 0;
  release (self);

  return G_SOURCE_REMOVE;
}

static double
get_steps (PremiseAssumptionSlider *self,
           guint                    keyval,
           GdkModifierType          state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double steps = (state & GDK_CONTROL_MASK) != 0 ? FINE_STEPS : 1.0;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return steps;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return -steps;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return rtl ? -steps : steps;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return rtl ? steps : -steps;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return PAGE_STEPS;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return -PAGE_STEPS;

    default:
      return 0.0;
    }
}

static gboolean
get_key_value (PremiseAssumptionSlider *self,
               guint                    keyval,
               GdkModifierType          state,
               double                  *value)
{
  double steps;

  if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    *value = self->min;
  else if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    *value = self->max;
  else if (keyval == GDK_KEY_BackSpace)
    *value = self->base;
  else if ((steps = get_steps (self, keyval, state)) != 0.0)
    *value = tidy (self, self->value + steps * self->step);
  else
    return FALSE;

  return TRUE;
}

static gboolean
key_pressed_cb (PremiseAssumptionSlider *self,
                guint                    keyval,
                guint                    keycode,
                GdkModifierType          state)
{
  double value;

  /* Any other key, Ctrl on the way to Ctrl+Z among them, closes the run first. */
  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0
      || !get_key_value (self, keyval, state, &value))
    {
      if (self->key_run_id != 0)
        release (self);
      return GDK_EVENT_PROPAGATE;
    }

  hold (self);
  set_value (self, value);

  if (self->held && !self->taken)
    {
      g_clear_handle_id (&self->key_run_id, g_source_remove);
      self->key_run_id = g_timeout_add (KEY_RUN_MSEC, key_run_timeout_cb, self);
    }

  return GDK_EVENT_STOP;
}

static gboolean
premise_assumption_slider_set_current_value (GtkAccessibleRange *range,
                                             double              value)
{
  PremiseAssumptionSlider *self = PREMISE_ASSUMPTION_SLIDER (range);

  if (isnan (value))
    return FALSE;

  set_value (self, tidy (self, value));

  return TRUE;
}

static void
premise_assumption_slider_range_init (GtkAccessibleRangeInterface *iface)
{
  iface->set_current_value = premise_assumption_slider_set_current_value;
}

static void
premise_assumption_slider_measure (GtkWidget      *widget,
                                   GtkOrientation  orientation,
                                   int             for_size,
                                   int            *minimum,
                                   int            *natural,
                                   int            *minimum_baseline,
                                   int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;

  /* The parts have no say in the size, yet GTK wants them measured before they are placed. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
place (GtkWidget *child,
       double     x,
       int        width,
       int        height)
{
  int child_height;
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &child_height, NULL, NULL, NULL);

  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { (int) round (x), (height - child_height) / 2,
                                               width, child_height },
                            -1);
}

static void
premise_assumption_slider_size_allocate (GtkWidget *widget,
                                         int        width,
                                         int        height,
                                         int        baseline)
{
  PremiseAssumptionSlider *self = PREMISE_ASSUMPTION_SLIDER (widget);
  double now_x = get_position (self, self->value, width);
  double base_x = get_position (self, self->base, width);

  place (self->trough, 0, width, height);
  place (self->change, MIN (now_x, base_x), (int) round (fabs (now_x - base_x)), height);
  place (self->mark, base_x - 1.0, 2, height);
  place (self->knob, now_x - KNOB_SIZE / 2.0, KNOB_SIZE, height);
}

static void
premise_assumption_slider_snapshot (GtkWidget   *widget,
                                    GtkSnapshot *snapshot)
{
  PremiseAssumptionSlider *self = PREMISE_ASSUMPTION_SLIDER (widget);

  gtk_widget_snapshot_child (widget, self->trough, snapshot);
  if (self->value != self->base)
    gtk_widget_snapshot_child (widget, self->change, snapshot);
  gtk_widget_snapshot_child (widget, self->mark, snapshot);
  gtk_widget_snapshot_child (widget, self->knob, snapshot);
}

static void
premise_assumption_slider_unmap (GtkWidget *widget)
{
  /* What is no longer on screen is not held either. */
  release (PREMISE_ASSUMPTION_SLIDER (widget));

  GTK_WIDGET_CLASS (premise_assumption_slider_parent_class)->unmap (widget);
}

static void
premise_assumption_slider_dispose (GObject *object)
{
  PremiseAssumptionSlider *self = PREMISE_ASSUMPTION_SLIDER (object);

  g_clear_handle_id (&self->key_run_id, g_source_remove);
  g_clear_pointer (&self->trough, gtk_widget_unparent);
  g_clear_pointer (&self->change, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->knob, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_assumption_slider_parent_class)->dispose (object);
}

static void
premise_assumption_slider_class_init (PremiseAssumptionSliderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_assumption_slider_dispose;

  widget_class->measure = premise_assumption_slider_measure;
  widget_class->size_allocate = premise_assumption_slider_size_allocate;
  widget_class->snapshot = premise_assumption_slider_snapshot;
  widget_class->unmap = premise_assumption_slider_unmap;

  gtk_widget_class_set_css_name (widget_class, "premise-slider");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static GtkWidget *
add_part (PremiseAssumptionSlider *self,
          const char              *css_name)
{
  GtkWidget *part = g_object_new (ADW_TYPE_BIN,
                                  "css-name", css_name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-target", FALSE,
                                  NULL);

  gtk_widget_set_parent (part, GTK_WIDGET (self));

  return part;
}

static void
premise_assumption_slider_init (PremiseAssumptionSlider *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");

  self->trough = add_part (self, "trough");
  self->change = add_part (self, "change");
  self->mark = add_part (self, "base");
  self->knob = add_part (self, "knob");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (release), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (focus, "leave", G_CALLBACK (release), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * premise_assumption_slider_new:
 * @session: the session whose scenario is changed
 * @variable: position of an assumption
 * @cell: its cell
 *
 * Creates a slider that follows the session's values and language.
 *
 * Returns: (transfer floating): the slider
 */
GtkWidget *
premise_assumption_slider_new (PremiseSession *session,
                               guint           variable,
                               guint           cell)
{
  PremiseAssumptionSlider *self;
  PremiseModel *model;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_ASSUMPTION_SLIDER, NULL);
  self->session = g_object_ref (session);
  self->variable = variable;
  self->cell = cell;

  model = premise_session_get_model (session);
  self->base = premise_model_get_base (model, variable, cell);
  premise_model_get_range (model, variable, cell, &self->min, &self->max, &self->step);
  if (!(self->step > 0.0))
    self->step = self->max > self->min ? (self->max - self->min) / 100.0 : 1.0;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, self->min,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, self->max,
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_HORIZONTAL,
                                  -1);
  update_value (self);
  update_language (self);

  g_signal_connect_object (session, "values-changed", G_CALLBACK (values_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (update_language), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
