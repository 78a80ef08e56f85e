/* premise-pages.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-pages.h"

/* After the frame that shows the page after it. */
#define LEFT_MS 50

/**
 * PremisePages:
 *
 * The page that is shown, and one that is ready to be shown next: it has its style and its place, but is neither
 * drawn nor reached by keys, pointer or assistive technology.
 *
 * ## CSS nodes
 *
 * `widget` with the pages.
 */
struct _PremisePages
{
  GtkWidget  parent_instance;

  GtkWidget *shown;     /* (nullable) */
  GtkWidget *ahead;     /* (nullable) */
  gboolean   placed;    /* whether the one ahead has a place */
  GtkWidget *left;      /* (nullable): the one that was shown, until there is time to take it apart */
  guint      left_id;
};

G_DEFINE_FINAL_TYPE (PremisePages, premise_pages, GTK_TYPE_WIDGET)

/* Not to be found any more, by keys, pointer or assistive technology. */
static void
hide (GtkWidget *page)
{
  gtk_widget_set_child_visible (page, FALSE);
  gtk_widget_set_can_focus (page, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static void
unhide (GtkWidget *page)
{
  gtk_accessible_reset_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN);
  gtk_widget_set_can_focus (page, TRUE);
  gtk_widget_set_child_visible (page, TRUE);
}

static void
drop_left (PremisePages *self)
{
  g_clear_handle_id (&self->left_id, g_source_remove);
  g_clear_pointer (&self->left, gtk_widget_unparent);
}

static void
drop_left_cb (gpointer user_data)
{
  PremisePages *self = user_data;

  self->left_id = 0;
  drop_left (self);
}

/* A long page takes milliseconds to be taken apart, which are those of the frame that shows the next one. */
static void
leave (PremisePages *self)
{
  drop_left (self);
  if (self->shown == NULL)
    return;

  self->left = g_steal_pointer (&self->shown);
  hide (self->left);
  /* Where the focus was last is where it goes when it comes back. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->left)
    gtk_widget_set_focus_child (GTK_WIDGET (self), NULL);
  self->left_id = g_timeout_add_once (LEFT_MS, drop_left_cb, self);
}

static GtkSizeRequestMode
premise_pages_get_request_mode (GtkWidget *widget)
{
  PremisePages *self = PREMISE_PAGES (widget);

  return self->shown != NULL ? gtk_widget_get_request_mode (self->shown) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
premise_pages_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  PremisePages *self = PREMISE_PAGES (widget);

  *minimum = *natural = 0;
  if (self->shown != NULL)
    gtk_widget_measure (self->shown, orientation, for_size, minimum, natural, NULL, NULL);
}

/* What it is asked for now it remembers until it is shown. Once is enough: where the width changes, the reader is
 * not on the way to it. */
static void
place_ahead (PremisePages *self,
             int           width)
{
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self));
  int minimum;
  int natural;

  gtk_widget_measure (self->ahead, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (self->ahead, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  gtk_widget_allocate (self->ahead, width, MAX (natural, gtk_widget_get_height (viewport)), -1, NULL);
  self->placed = TRUE;
}

static void
premise_pages_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PremisePages *self = PREMISE_PAGES (widget);

  if (self->shown != NULL)
    gtk_widget_allocate (self->shown, width, height, baseline, NULL);
  if (self->ahead != NULL && !self->placed)
    place_ahead (self, width);
}

static void
premise_pages_dispose (GObject *object)
{
  PremisePages *self = PREMISE_PAGES (object);

  drop_left (self);
  g_clear_pointer (&self->ahead, gtk_widget_unparent);
  g_clear_pointer (&self->shown, gtk_widget_unparent);

  G_OBJECT_CLASS (premise_pages_parent_class)->dispose (object);
}

static void
premise_pages_class_init (PremisePagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_pages_dispose;

  widget_class->get_request_mode = premise_pages_get_request_mode;
  widget_class->measure = premise_pages_measure;
  widget_class->size_allocate = premise_pages_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
premise_pages_init (PremisePages *self)
{
}

/**
 * premise_pages_new:
 *
 * Returns: (transfer floating): a widget without pages
 */
GtkWidget *
premise_pages_new (void)
{
  return g_object_new (PREMISE_TYPE_PAGES, NULL);
}

/**
 * premise_pages_set_shown:
 * @self: pages
 * @page: (nullable) (transfer floating): the one to show
 *
 * Shows @page, which may be the one that is ready, instead of the one that was shown. That one is taken apart a little
 * later.
 */
void
premise_pages_set_shown (PremisePages *self,
                         GtkWidget    *page)
{
  g_return_if_fail (PREMISE_IS_PAGES (self));
  g_return_if_fail (page == NULL || GTK_IS_WIDGET (page));

  leave (self);
  self->shown = page;

  if (page != NULL && page == self->ahead)
    {
      self->ahead = NULL;
      unhide (page);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else if (page != NULL)
    {
      gtk_widget_set_parent (page, GTK_WIDGET (self));
    }
}

/**
 * premise_pages_get_ahead:
 * @self: pages
 *
 * Returns: (nullable) (transfer none): the page that is ready to be shown next
 */
GtkWidget *
premise_pages_get_ahead (PremisePages *self)
{
  g_return_val_if_fail (PREMISE_IS_PAGES (self), NULL);

  return self->ahead;
}

/**
 * premise_pages_set_ahead:
 * @self: pages
 * @page: (nullable) (transfer floating): one that will perhaps be shown next
 *
 * Makes @page ready, instead of the one that was.
 */
void
premise_pages_set_ahead (PremisePages *self,
                         GtkWidget    *page)
{
  g_return_if_fail (PREMISE_IS_PAGES (self));
  g_return_if_fail (page == NULL || GTK_IS_WIDGET (page));

  g_clear_pointer (&self->ahead, gtk_widget_unparent);
  self->ahead = page;
  self->placed = FALSE;
  if (page == NULL)
    return;

  hide (page);
  gtk_widget_set_parent (page, GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
