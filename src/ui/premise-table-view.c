/* premise-table-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-view.h"

#include "premise-table-grid.h"

#include <glib/gi18n.h>

/**
 * PremiseTableView:
 *
 * ## CSS nodes
 *
 * `premise-table-view` with a `scrolledwindow` and a `premise-table`.
 *
 * ## Accessibility
 *
 * The table inside has the roles; this only scrolls.
 */
struct _PremiseTableView
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (PremiseTableView, premise_table_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
premise_table_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_table_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PremiseTableView *self = PREMISE_TABLE_VIEW (widget);
  int height;

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->grid == NULL)
    return;

  /* A scrolled window that can scroll sideways does not ask its child how high it is at a
   * width; the cells wrap, so it matters here. */
  gtk_widget_measure (self->grid, orientation, for_size, &height, NULL, NULL, NULL);
  *minimum = *natural = MAX (*minimum, height);
}

static void
premise_table_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  gtk_widget_allocate (PREMISE_TABLE_VIEW (widget)->scroller, width, height, baseline, NULL);
}

static void
premise_table_view_dispose (GObject *object)
{
  g_clear_pointer (&PREMISE_TABLE_VIEW (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (premise_table_view_parent_class)->dispose (object);
}

static void
premise_table_view_class_init (PremiseTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_table_view_dispose;

  widget_class->get_request_mode = premise_table_view_get_request_mode;
  widget_class->measure = premise_table_view_measure;
  widget_class->size_allocate = premise_table_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "premise-table-view");
}

static void
set_scroll_flags (GtkWidget                     *widget,
                  GtkEventControllerScrollFlags  flags)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller), flags);
    }
}

/* A scrolled window that can only scroll sideways keeps a vertical wheel to itself, and so does
 * its scrollbar: the page would stop at every wide table. They get one axis, unless Shift turns
 * the wheel. */
static gboolean
event_cb (PremiseTableView *self,
          GdkEvent         *event)
{
  GtkEventControllerScrollFlags flags = GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL;
  GtkWidget *scrollbar = gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (self->scroller));

  if (gdk_event_get_event_type (event) != GDK_SCROLL)
    return GDK_EVENT_PROPAGATE;

  if ((gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK) != 0)
    flags |= GTK_EVENT_CONTROLLER_SCROLL_VERTICAL;
  set_scroll_flags (self->scroller, flags | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  for (GtkWidget *part = scrollbar; part != NULL; part = gtk_widget_get_first_child (part))
    set_scroll_flags (part, flags);

  return GDK_EVENT_PROPAGATE;
}

static void
premise_table_view_init (PremiseTableView *self)
{
  GtkEventController *legacy = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), legacy);

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  /* The columns end where the table does: that there are more must be seen, also while nobody scrolls. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroller), FALSE);
  gtk_widget_add_css_class (self->scroller, "undershoot-end");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: of numbers, before its title. */
                                  _("Table"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * premise_table_view_new:
 * @n_columns: how many columns, at least one
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
premise_table_view_new (guint n_columns)
{
  PremiseTableView *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_object_new (PREMISE_TYPE_TABLE_VIEW, NULL);
  self->grid = premise_table_grid_new (n_columns);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);

  return GTK_WIDGET (self);
}

/**
 * premise_table_view_append_row:
 * @self: a table
 * @kind: what the row is
 * @cells: (transfer floating): one cell for each column
 *
 * Adds a row at the end.
 */
void
premise_table_view_append_row (PremiseTableView    *self,
                               PremiseTableRowKind  kind,
                               GtkWidget *const    *cells)
{
  g_return_if_fail (PREMISE_IS_TABLE_VIEW (self));

  premise_table_grid_append_row (PREMISE_TABLE_GRID (self->grid), kind, cells);
}
