/* premise-assumption-head.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-assumption-head.h"

#define SPACING 6

/**
 * PremiseAssumptionHead:
 *
 * The line above a slider: what it is called, what it was, and what it is. What it was comes and goes while the slider
 * is held, and stands there only where there is room beside the others: a name that had to break for it would push the
 * slider away from the pointer. The slider has a tick there, and says it to a screen reader.
 */
struct _PremiseAssumptionHead
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  GtkWidget *was;
  GtkWidget *value;
};

G_DEFINE_FINAL_TYPE (PremiseAssumptionHead, premise_assumption_head, GTK_TYPE_WIDGET)

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_natural_height (GtkWidget *widget,
                    int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* The name takes what the value leaves; where that is too little the value stands below it.
 *
 * Returns: whether it does */
static gboolean
divide (PremiseAssumptionHead *self,
        int                    width,
        int                   *label,
        int                   *value)
{
  int least = MIN (get_natural_width (self->label), width / 3);

  *value = MIN (get_natural_width (self->value), width);
  *label = width - SPACING - *value;
  if (*label >= least)
    return FALSE;

  *label = width;

  return TRUE;
}

static GtkSizeRequestMode
premise_assumption_head_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_assumption_head_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  PremiseAssumptionHead *self = PREMISE_ASSUMPTION_HEAD (widget);
  gboolean stacked = FALSE;
  int label, value;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->label, orientation, -1, &label, NULL, NULL, NULL);
      gtk_widget_measure (self->value, orientation, -1, &value, NULL, NULL, NULL);
      *minimum = MAX (label, value);
      *natural = get_natural_width (self->label) + SPACING + get_natural_width (self->value);
      return;
    }

  if (for_size >= 0)
    stacked = divide (self, for_size, &label, &value);
  else
    label = value = -1;
  label = get_natural_height (self->label, label);
  value = get_natural_height (self->value, value);
  *minimum = *natural = stacked ? label + value : MAX (label, value);
}

static void
place (PremiseAssumptionHead *self,
       GtkWidget             *child,
       GtkAllocation          area)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = gtk_widget_get_width (widget) - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}

static void
premise_assumption_head_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  PremiseAssumptionHead *self = PREMISE_ASSUMPTION_HEAD (widget);
  int label, value, was, first, second;
  gboolean stacked, fits;

  stacked = divide (self, width, &label, &value);
  was = gtk_widget_get_visible (self->was) ? get_natural_width (self->was) : 0;
  fits = was > 0 && get_natural_width (self->label) + SPACING + was <= label;
  first = stacked ? get_natural_height (self->label, label) : height;
  second = stacked ? height - first : height;

  gtk_widget_set_child_visible (self->was, fits);
  place (self, self->value,
         (GtkAllocation) { width - value, height - second, value, second });
  place (self, self->label, (GtkAllocation) { 0, 0, fits ? label - SPACING - was : label, first });
  if (fits)
    place (self, self->was, (GtkAllocation) { label - was, 0, was, first });
}

static void
premise_assumption_head_dispose (GObject *object)
{
  PremiseAssumptionHead *self = PREMISE_ASSUMPTION_HEAD (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->was, gtk_widget_unparent);
  g_clear_pointer (&self->value, gtk_widget_unparent);

  G_OBJECT_CLASS (premise_assumption_head_parent_class)->dispose (object);
}

static void
premise_assumption_head_class_init (PremiseAssumptionHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_assumption_head_dispose;

  widget_class->get_request_mode = premise_assumption_head_get_request_mode;
  widget_class->measure = premise_assumption_head_measure;
  widget_class->size_allocate = premise_assumption_head_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
premise_assumption_head_init (PremiseAssumptionHead *self)
{
}

/**
 * premise_assumption_head_new:
 * @label: what the assumption is called
 * @was: its base value, which may be invisible
 * @value: its value
 *
 * Returns: (transfer floating): the line, which owns its parts
 */
GtkWidget *
premise_assumption_head_new (GtkWidget *label,
                             GtkWidget *was,
                             GtkWidget *value)
{
  PremiseAssumptionHead *self = g_object_new (PREMISE_TYPE_ASSUMPTION_HEAD, NULL);

  self->label = label;
  self->was = was;
  self->value = value;
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (was, GTK_WIDGET (self));
  gtk_widget_set_parent (value, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
