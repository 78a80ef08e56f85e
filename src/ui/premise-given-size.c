/* premise-given-size.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-given-size.h"

#include <adwaita.h>

/**
 * PremiseGivenSize:
 *
 * A child that takes the size it is given, and is not asked how large it wants to be.
 *
 * Whoever places panes side by side asks each how small it can be and how large it would like to be, and so down
 * to every label, also of what is out of sight; each then needs its font and has to set its text several times.
 * Where the answer is in the window's template, as the width of a pane is, all of that is in vain. Only a bottom
 * sheet is as high as what is in it.
 */
struct _PremiseGivenSize
{
  GtkWidget  parent_instance;

  GtkWidget *child;
};

static void premise_given_size_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PremiseGivenSize, premise_given_size, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, premise_given_size_buildable_init))

static void
set_child (PremiseGivenSize *self,
           GtkWidget        *child)
{
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/* A template names the child. */
static void
premise_given_size_add_child (GtkBuildable *buildable,
                              GtkBuilder   *builder,
                              GObject      *child,
                              const char   *type)
{
  set_child (PREMISE_GIVEN_SIZE (buildable), GTK_WIDGET (child));
}

static void
premise_given_size_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = premise_given_size_add_child;
}

static GtkSizeRequestMode
premise_given_size_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_given_size_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && gtk_widget_get_ancestor (widget, ADW_TYPE_BOTTOM_SHEET) != NULL)
    gtk_widget_measure (PREMISE_GIVEN_SIZE (widget)->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
premise_given_size_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  /* A pane that is folded away is given its place too. */
  if (gtk_widget_get_mapped (widget))
    gtk_widget_allocate (PREMISE_GIVEN_SIZE (widget)->child, width, height, baseline, NULL);
}

static void
premise_given_size_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (premise_given_size_parent_class)->map (widget);

  gtk_widget_queue_allocate (widget);
}

static void
premise_given_size_dispose (GObject *object)
{
  g_clear_pointer (&PREMISE_GIVEN_SIZE (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (premise_given_size_parent_class)->dispose (object);
}

static void
premise_given_size_class_init (PremiseGivenSizeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_given_size_dispose;

  widget_class->map = premise_given_size_map;
  widget_class->get_request_mode = premise_given_size_get_request_mode;
  widget_class->measure = premise_given_size_measure;
  widget_class->size_allocate = premise_given_size_size_allocate;
}

static void
premise_given_size_init (PremiseGivenSize *self)
{
}

/**
 * premise_given_size_new:
 * @child: (transfer floating): what takes any size
 *
 * Returns: (transfer floating): @child, which is not asked for its size
 */
GtkWidget *
premise_given_size_new (GtkWidget *child)
{
  PremiseGivenSize *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_object_new (PREMISE_TYPE_GIVEN_SIZE, NULL);
  set_child (self, child);

  return GTK_WIDGET (self);
}
