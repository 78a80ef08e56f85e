/* premise-width-first.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-width-first.h"

/**
 * PremiseWidthFirst:
 *
 * A child whose width does not follow from its height.
 *
 * A row asks what is in it how wide it would be at the row's height. A label that wraps looks for the answer by setting
 * its text at one width after the other, a dozen times and more; in a row that is as high as its text needs, it is the
 * width that it has anyway.
 *
 * ## CSS nodes
 *
 * `widget` with the child.
 */
struct _PremiseWidthFirst
{
  GtkWidget  parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (PremiseWidthFirst, premise_width_first, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
premise_width_first_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_width_first_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  gtk_widget_measure (PREMISE_WIDTH_FIRST (widget)->child, orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
premise_width_first_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  gtk_widget_allocate (PREMISE_WIDTH_FIRST (widget)->child, width, height, baseline, NULL);
}

static void
premise_width_first_dispose (GObject *object)
{
  g_clear_pointer (&PREMISE_WIDTH_FIRST (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (premise_width_first_parent_class)->dispose (object);
}

static void
premise_width_first_class_init (PremiseWidthFirstClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_width_first_dispose;

  widget_class->get_request_mode = premise_width_first_get_request_mode;
  widget_class->measure = premise_width_first_measure;
  widget_class->size_allocate = premise_width_first_size_allocate;
}

static void
premise_width_first_init (PremiseWidthFirst *self)
{
}

/**
 * premise_width_first_new:
 * @child: (transfer floating): what is as wide as it is asked to be, and then as high as that needs
 *
 * Returns: (transfer floating): @child, which is not asked how wide it would be at a height
 */
GtkWidget *
premise_width_first_new (GtkWidget *child)
{
  PremiseWidthFirst *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_object_new (PREMISE_TYPE_WIDTH_FIRST, NULL);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
