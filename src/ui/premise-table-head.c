/* premise-table-head.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-head.h"

struct _PremiseTableHead
{
  GtkWidget     *table;
  GtkWidget     *page;        /* (nullable) (not owned): what the page scrolls, while it is mapped */
  GtkAdjustment *adjustment;  /* (nullable): of the page */
  double         origin;      /* where the page begins when it is not scrolled */
  int            height;
  int            most;
  int            offset;
  int            wanted;      /* what to uncover */
  guint          idle_id;
};

/* How far the top of the table is above the edge of what is seen, by where it is in the page: the
 * page itself may not have been moved yet. */
static int
measure_offset (PremiseTableHead *self)
{
  graphene_point_t point;

  if (self->page == NULL ||
      !gtk_widget_compute_point (self->table, self->page, &GRAPHENE_POINT_INIT (0, 0), &point))
    return 0;

  return CLAMP ((int) (gtk_adjustment_get_value (self->adjustment) - self->origin - point.y), 0,
                self->most);
}

static void
scrolled_cb (PremiseTableHead *self)
{
  if (measure_offset (self) != self->offset)
    gtk_widget_queue_allocate (self->table);
}

static void
leave_page (PremiseTableHead *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);
  g_clear_object (&self->adjustment);
  self->page = NULL;
}

/* The table is in a scrolled window of its own, which goes sideways only. */
static void
find_page (PremiseTableHead *self)
{
  GtkWidget *own = gtk_widget_get_ancestor (self->table, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *outer = own != NULL ? gtk_widget_get_ancestor (gtk_widget_get_parent (own),
                                                            GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkWidget *viewport;

  leave_page (self);
  if (outer == NULL)
    return;

  viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (outer));
  if (!GTK_IS_VIEWPORT (viewport))
    return;

  self->page = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  g_set_object (&self->adjustment, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer)));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  /* What is above the table may have grown. */
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (self->table);
}

/**
 * premise_table_head_new:
 * @table: (transfer none): the table, which is in a scrolled window of its own
 *
 * Returns: (transfer full): what follows the page that @table is mapped in
 */
PremiseTableHead *
premise_table_head_new (GtkWidget *table)
{
  PremiseTableHead *self = g_new0 (PremiseTableHead, 1);

  self->table = table;
  g_signal_connect_swapped (table, "map", G_CALLBACK (find_page), self);
  g_signal_connect_swapped (table, "unmap", G_CALLBACK (leave_page), self);

  return self;
}

/**
 * premise_table_head_free:
 * @self: the head of a table that is about to go
 *
 * Lets go of the page.
 */
void
premise_table_head_free (PremiseTableHead *self)
{
  leave_page (self);
  g_signal_handlers_disconnect_by_data (self->table, self);
  g_free (self);
}

/**
 * premise_table_head_place:
 * @self: the head of a table that is being allocated
 * @height: its height, in pixels
 * @most: how far down it may go, so that the end of the table pushes it out
 *
 * Returns: how far below the top of the table it is to be, in pixels
 */
int
premise_table_head_place (PremiseTableHead *self,
                          int               height,
                          int               most)
{
  graphene_point_t point;

  self->height = height;
  self->most = MAX (0, most);
  if (self->page != NULL &&
      gtk_widget_compute_point (self->page, gtk_widget_get_parent (self->page),
                                &GRAPHENE_POINT_INIT (0, 0), &point))
    self->origin = point.y + gtk_adjustment_get_value (self->adjustment);
  self->offset = measure_offset (self);

  return self->offset;
}

static gboolean
uncover_cb (gpointer user_data)
{
  PremiseTableHead *self = user_data;
  int hidden = self->offset + self->height - self->wanted;

  self->idle_id = 0;
  if (self->offset > 0 && hidden > 0)
    gtk_adjustment_set_value (self->adjustment,
                              gtk_adjustment_get_value (self->adjustment) - hidden);

  return G_SOURCE_REMOVE;
}

/**
 * premise_table_head_uncover:
 * @self: the head of a table
 * @y: the top of something in the table, in its pixels
 *
 * The page brings what has the focus into view and knows nothing of the head that covers it.
 */
void
premise_table_head_uncover (PremiseTableHead *self,
                            int               y)
{
  self->wanted = y;
  if (self->adjustment != NULL && self->idle_id == 0)
    self->idle_id = g_idle_add (uncover_cb, self);
}
