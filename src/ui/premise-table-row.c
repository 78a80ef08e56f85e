/* premise-table-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-row.h"

/* Nothing but a clip: the row allocates what is in it. */
#define PREMISE_TYPE_TABLE_ROW_BODY (premise_table_row_body_get_type ())
G_DECLARE_FINAL_TYPE (PremiseTableRowBody, premise_table_row_body, PREMISE, TABLE_ROW_BODY, GtkWidget)

struct _PremiseTableRowBody
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PremiseTableRowBody, premise_table_row_body, GTK_TYPE_WIDGET)

static void
premise_table_row_body_class_init (PremiseTableRowBodyClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "premise-row-body");
}

static void
premise_table_row_body_init (PremiseTableRowBody *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * PremiseTableRow:
 *
 * ## CSS nodes
 *
 * `premise-row` with the class `.header` or `.total`; its cells but the first are in a
 * `premise-row-body`, which cuts off what is moved out of it.
 *
 * ## Accessibility
 *
 * Role row.
 */
struct _PremiseTableRow
{
  GtkWidget                      parent_instance;

  const PremiseTableColumnSize  *columns;
  guint                          n_columns;
  PremiseTableCell             **cells;   /* (not owned): children */
  GtkWidget                     *body;
  int                            offset;
};

G_DEFINE_FINAL_TYPE (PremiseTableRow, premise_table_row, GTK_TYPE_WIDGET)

/* How high a cell is at the width of its column, and where its first line stands. */
static int
measure_cell (PremiseTableRow *self,
              guint            column,
              int             *baseline)
{
  GtkWidget *cell = GTK_WIDGET (self->cells[column]);
  int width;
  int height;

  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, MAX (width, self->columns[column].width),
                      &height, NULL, baseline, NULL);

  return height;
}

/* The line that all cells share: fonts of two scripts in one row have different heights. */
static int
get_baseline (PremiseTableRow *self)
{
  int baseline = -1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      int own;

      measure_cell (self, i, &own);
      baseline = MAX (baseline, own);
    }

  return baseline;
}

static void
allocate_cell (PremiseTableRow *self,
               guint            column,
               int              x,
               int              height,
               int              baseline)
{
  GtkWidget *cell = GTK_WIDGET (self->cells[column]);
  int minimum;

  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell, &(GtkAllocation) { x, 0, MAX (minimum,
                                                                self->columns[column].width),
                                                     height }, baseline);
}

static void
premise_table_row_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  /* The table knows how wide its columns are, and asks for the height by itself. */
  *minimum = *natural = 0;
}

static void
premise_table_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PremiseTableRow *self = PREMISE_TABLE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int first = MIN (self->columns[0].width, width);
  int shared = get_baseline (self);
  int total = 0;
  int x = 0;

  allocate_cell (self, 0, rtl ? width - first : 0, height, shared);

  gtk_widget_measure (self->body, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->body,
                            &(GtkAllocation) { rtl ? 0 : first, 0, width - first, height }, -1);

  for (guint i = 1; i < self->n_columns; i++)
    total += self->columns[i].width;

  for (guint i = 1; i < self->n_columns; i++)
    {
      int cell_width = self->columns[i].width;

      allocate_cell (self, i, (rtl ? total - x - cell_width : x) - self->offset, height,
                     shared);
      x += cell_width;
    }
}

static void
premise_table_row_dispose (GObject *object)
{
  PremiseTableRow *self = PREMISE_TABLE_ROW (object);

  if (self->cells != NULL)
    {
      for (guint i = 0; i < self->n_columns; i++)
        gtk_widget_unparent (GTK_WIDGET (self->cells[i]));
      g_clear_pointer (&self->cells, g_free);
    }
  g_clear_pointer (&self->body, gtk_widget_unparent);

  G_OBJECT_CLASS (premise_table_row_parent_class)->dispose (object);
}

static void
premise_table_row_class_init (PremiseTableRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_table_row_dispose;

  widget_class->measure = premise_table_row_measure;
  widget_class->size_allocate = premise_table_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "premise-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
premise_table_row_init (PremiseTableRow *self)
{
}

/**
 * premise_table_row_new:
 * @cells: (transfer floating) (array length=n_columns): the cells
 * @n_columns: how many, at least one
 * @columns: (transfer none): widths, which belong to the table
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
premise_table_row_new (GtkWidget *const             *cells,
                       guint                         n_columns,
                       const PremiseTableColumnSize *columns)
{
  PremiseTableRow *self = g_object_new (PREMISE_TYPE_TABLE_ROW, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  self->cells = g_new0 (PremiseTableCell *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->cells[i] = PREMISE_TABLE_CELL (cells[i]);

  self->body = g_object_new (PREMISE_TYPE_TABLE_ROW_BODY, NULL);

  gtk_widget_set_parent (cells[0], GTK_WIDGET (self));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  for (guint i = 1; i < n_columns; i++)
    gtk_widget_set_parent (cells[i], self->body);

  return GTK_WIDGET (self);
}

/**
 * premise_table_row_get_cell:
 * @self: a row
 * @column: position of a column
 *
 * Returns: (transfer none): the cell there
 */
PremiseTableCell *
premise_table_row_get_cell (PremiseTableRow *self,
                            guint            column)
{
  g_return_val_if_fail (PREMISE_IS_TABLE_ROW (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->cells[column];
}

/**
 * premise_table_row_get_height:
 * @self: a row
 *
 * Returns: the height that the row needs at the widths that the columns have now
 */
int
premise_table_row_get_height (PremiseTableRow *self)
{
  int shared;
  int height = 0;

  g_return_val_if_fail (PREMISE_IS_TABLE_ROW (self), 0);

  shared = get_baseline (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      int baseline;
      int own = measure_cell (self, i, &baseline);

      height = MAX (height, baseline >= 0 ? own + shared - baseline : own);
    }

  return height;
}

/**
 * premise_table_row_set_offset:
 * @self: a row
 * @offset: in pixels
 *
 * Moves the cells behind the first one; takes effect with the next allocation.
 */
void
premise_table_row_set_offset (PremiseTableRow *self,
                              int              offset)
{
  g_return_if_fail (PREMISE_IS_TABLE_ROW (self));

  if (self->offset == offset)
    return;

  self->offset = offset;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
