/* premise-table-grid.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-grid.h"

#include "premise-table-head.h"
#include "premise-table-row.h"

/* Of the scrollbar below a table that scrolls. */
#define SCROLLBAR_ROOM 18
#define UNLIMITED 16384
/* Of a cell, beside its words. */
#define CELL_SPACE 18
/* Longer ones are broken. */
#define LONGEST_WORD 120

/**
 * PremiseTableGrid:
 *
 * ## CSS nodes
 *
 * `premise-table` with `premise-row` nodes; the class `.scrolled` while cells are hidden
 * behind the first column. The row of heads has the class `.stuck` while rows are hidden behind it.
 *
 * ## Accessibility
 *
 * Role table, with the number of its rows and columns; the rows are numbered. The table is one
 * stop for Tab; the arrow keys go from number to number inside.
 */
struct _PremiseTableGrid
{
  GtkWidget               parent_instance;

  guint                   n_columns;
  PremiseTableColumnSize *columns;
  GPtrArray              *rows;         /* (element-type PremiseTableRow): children */
  PremiseTableHead       *head;
  GtkAdjustment          *hadjustment;
  GtkAdjustment          *vadjustment;
  gboolean                was_allocated;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (PremiseTableGrid, premise_table_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static PremiseTableRow *
get_row (PremiseTableGrid *self,
         guint             row)
{
  return g_ptr_array_index (self->rows, row);
}

/* As wide as the cell has to be for its longest word, of which there are absurd ones. */
static int
get_word (PremiseTableCell *cell,
          int               natural)
{
  int word = premise_table_cell_get_word (cell, LONGEST_WORD - CELL_SPACE) + CELL_SPACE;

  return MIN (word, natural);
}

static void
measure_columns (PremiseTableGrid *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      PremiseTableColumnSize *column = &self->columns[c];

      column->header = column->body = column->unbroken = 0;
      column->numeric = TRUE;
      for (guint r = 0; r < self->rows->len; r++)
        {
          PremiseTableCell *cell = premise_table_row_get_cell (get_row (self, r), c);
          gboolean header = gtk_widget_has_css_class (GTK_WIDGET (cell), "header");
          int minimum;
          int natural;

          gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_HORIZONTAL, -1,
                              &minimum, &natural, NULL, NULL);
          if (header)
            column->header = MAX (column->header, natural);
          else
            column->body = MAX (column->body, natural);
          column->unbroken = MAX (column->unbroken, MAX (minimum, get_word (cell, natural)));
          column->numeric = column->numeric && premise_table_cell_get_numeric (cell);
        }
      column->widest = MAX (column->widest, column->body);
    }
}

/* Moving */

static void
update_offset (PremiseTableGrid *self)
{
  int offset = 0;
  double hidden_at_start = 0;

  if (self->hadjustment != NULL)
    {
      offset = (int) gtk_adjustment_get_value (self->hadjustment);
      hidden_at_start = offset;
      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        hidden_at_start = gtk_adjustment_get_upper (self->hadjustment)
                          - gtk_adjustment_get_page_size (self->hadjustment) - offset;
    }

  for (guint i = 0; i < self->rows->len; i++)
    premise_table_row_set_offset (get_row (self, i), offset);

  if (hidden_at_start >= 1)
    gtk_widget_add_css_class (GTK_WIDGET (self), "scrolled");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "scrolled");
}

static void
configure_adjustments (PremiseTableGrid *self,
                       int               width,
                       int               height,
                       int               total)
{
  double page = MAX (0, width - self->columns[0].width);
  double upper = MAX (page, total - self->columns[0].width);
  double value;

  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment, 0, 0, height, 0, 0, height);

  if (self->hadjustment == NULL)
    return;

  value = gtk_adjustment_get_value (self->hadjustment);
  if (!self->was_allocated && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value = upper - page;
  gtk_adjustment_configure (self->hadjustment, CLAMP (value, 0, upper - page), 0, upper,
                            page * 0.1, page * 0.9, page);
  self->was_allocated = TRUE;
}

static void
set_adjustment (PremiseTableGrid  *self,
                GtkAdjustment    **target,
                GtkAdjustment     *adjustment)
{
  if (*target != NULL)
    g_signal_handlers_disconnect_by_func (*target, update_offset, self);

  g_set_object (target, adjustment);
  if (adjustment != NULL && target == &self->hadjustment)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (update_offset), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Focus */

static gboolean
find_cell (PremiseTableGrid *self,
           GtkWidget        *widget,
           int              *row,
           int              *column)
{
  for (guint r = 0; widget != NULL && r < self->rows->len; r++)
    {
      for (guint c = 0; c < self->n_columns; c++)
        {
          GtkWidget *cell = GTK_WIDGET (premise_table_row_get_cell (get_row (self, r), c));

          if (cell == widget || gtk_widget_is_ancestor (widget, cell))
            {
              *row = (int) r;
              *column = (int) c;
              return TRUE;
            }
        }
    }

  return FALSE;
}

static gboolean
is_live (PremiseTableGrid *self,
         int               row,
         int               column)
{
  return premise_table_cell_get_live (premise_table_row_get_cell (get_row (self, (guint) row),
                                                                  (guint) column));
}

static gboolean
focus_cell (PremiseTableGrid *self,
            int               row,
            int               column)
{
  return gtk_widget_grab_focus (GTK_WIDGET (premise_table_row_get_cell (
    get_row (self, (guint) row), (guint) column)));
}

/* Goes on from a cell in one direction to the next live one. */
static gboolean
focus_next (PremiseTableGrid *self,
            int               row,
            int               column,
            int               down,
            int               right)
{
  for (row += down, column += right;
       row >= 0 && row < (int) self->rows->len && column >= 0 && column < (int) self->n_columns;
       row += down, column += right)
    {
      if (is_live (self, row, column))
        return focus_cell (self, row, column);
    }

  return FALSE;
}

static gboolean
focus_first (PremiseTableGrid *self)
{
  for (int row = 0; row < (int) self->rows->len; row++)
    {
      for (int column = 0; column < (int) self->n_columns; column++)
        {
          if (is_live (self, row, column))
            return focus_cell (self, row, column);
        }
    }

  return FALSE;
}

static gboolean
has_live_cell (PremiseTableGrid *self)
{
  for (int row = 0; row < (int) self->rows->len; row++)
    {
      for (int column = 0; column < (int) self->n_columns; column++)
        {
          if (is_live (self, row, column))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
premise_table_grid_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (widget);
  int forward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int row;
  int column;

  if (!has_live_cell (self))
    return GTK_WIDGET_CLASS (premise_table_grid_parent_class)->focus (widget, direction);

  if (!find_cell (self, gtk_root_get_focus (gtk_widget_get_root (widget)), &row, &column))
    return focus_first (self);

  switch (direction)
    {
    case GTK_DIR_UP:
      return focus_next (self, row, column, -1, 0);

    case GTK_DIR_DOWN:
      return focus_next (self, row, column, 1, 0);

    case GTK_DIR_LEFT:
      return focus_next (self, row, column, 0, -forward);

    case GTK_DIR_RIGHT:
      return focus_next (self, row, column, 0, forward);

    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static int
get_row_top (PremiseTableGrid *self,
             int               row)
{
  int y = 0;

  for (int i = 0; i < row; i++)
    y += premise_table_row_get_height (get_row (self, (guint) i));

  return y;
}

/* Brings the cell with the focus out from behind the head and the first column. */
static void
premise_table_grid_set_focus_child (GtkWidget *widget,
                                    GtkWidget *child)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (widget);
  GtkWidget *focus = child != NULL ? gtk_root_get_focus (gtk_widget_get_root (widget)) : NULL;
  int total = 0;
  int x = 0;
  int row;
  int column;

  GTK_WIDGET_CLASS (premise_table_grid_parent_class)->set_focus_child (widget, child);

  if (!find_cell (self, focus, &row, &column))
    return;

  if (row > 0)
    premise_table_head_uncover (self->head, get_row_top (self, row));
  if (self->hadjustment == NULL || column == 0)
    return;

  for (guint i = 1; i < self->n_columns; i++)
    {
      total += self->columns[i].width;
      if ((int) i < column)
        x += self->columns[i].width;
    }
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = total - x - self->columns[column].width;
  gtk_adjustment_clamp_page (self->hadjustment, x, x + self->columns[column].width);
}

/* Layout */

static GtkSizeRequestMode
premise_table_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_table_grid_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (widget);
  int width;
  int height = 0;

  measure_columns (self);
  *natural = premise_table_columns_get_natural (self->columns, self->n_columns);
  *minimum = MIN (*natural, 120);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  /* Asked for no width in particular, it is as high as where nothing wraps: what is said here is taken for
   * the least at any width.
   */
  width = for_size > 0 ? for_size : UNLIMITED;
  if (premise_table_columns_fit (self->columns, self->n_columns, width) > width)
    height = SCROLLBAR_ROOM;
  for (guint i = 0; i < self->rows->len; i++)
    height += premise_table_row_get_height (get_row (self, i));
  *minimum = *natural = height;
}

static void
allocate_row (PremiseTableRow *row,
              int              y,
              int              width,
              int              height)
{
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (row), &(GtkAllocation) { 0, y, width, height }, -1);
}

/* Below the last row there is nothing left that the head would be the head of. */
static int
place_head (PremiseTableGrid *self,
            int               width)
{
  PremiseTableRow *head = get_row (self, 0);
  int own = premise_table_row_get_height (head);
  int last = premise_table_row_get_height (get_row (self, self->rows->len - 1));
  int y = 0;

  if (gtk_widget_has_css_class (GTK_WIDGET (head), "header"))
    y = premise_table_head_place (self->head, own, get_row_top (self, (int) self->rows->len) - own - last);

  if (y > 0)
    gtk_widget_add_css_class (GTK_WIDGET (head), "stuck");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (head), "stuck");
  allocate_row (head, y, width, own);

  return y > 0 ? y + own : 0;
}

static void
premise_table_grid_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (widget);
  int total;
  int covered;
  int y;

  measure_columns (self);
  total = premise_table_columns_fit (self->columns, self->n_columns, width);
  configure_adjustments (self, width, height, total);
  update_offset (self);
  if (self->rows->len == 0)
    return;

  covered = place_head (self, width);
  y = premise_table_row_get_height (get_row (self, 0));
  for (guint i = 1; i < self->rows->len; i++)
    {
      PremiseTableRow *row = get_row (self, i);
      int row_height = premise_table_row_get_height (row);

      allocate_row (row, y, width, row_height);
      /* What is pointed at on the head is not what is hidden behind it. */
      gtk_widget_set_can_target (GTK_WIDGET (row), y + row_height / 2 >= covered);
      y += row_height;
    }
}

/* The head last: it lies above the rows that go by. */
static void
premise_table_grid_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (widget);

  for (guint i = 1; i < self->rows->len; i++)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (get_row (self, i)), snapshot);
  if (self->rows->len > 0)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (get_row (self, 0)), snapshot);
}

static void
premise_table_grid_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (widget);

  GTK_WIDGET_CLASS (premise_table_grid_parent_class)->css_changed (widget, change);

  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].widest = 0;
  gtk_widget_queue_resize (widget);
}

static void
premise_table_grid_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_table_grid_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      /* The grid gives its columns what they need whatever the policy. */
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_table_grid_dispose (GObject *object)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (object);
  GtkWidget *child;

  g_clear_pointer (&self->head, premise_table_head_free);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (premise_table_grid_parent_class)->dispose (object);
}

static void
premise_table_grid_finalize (GObject *object)
{
  PremiseTableGrid *self = PREMISE_TABLE_GRID (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_free);

  G_OBJECT_CLASS (premise_table_grid_parent_class)->finalize (object);
}

static void
premise_table_grid_class_init (PremiseTableGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_table_grid_dispose;
  object_class->finalize = premise_table_grid_finalize;
  object_class->get_property = premise_table_grid_get_property;
  object_class->set_property = premise_table_grid_set_property;

  widget_class->focus = premise_table_grid_focus;
  widget_class->set_focus_child = premise_table_grid_set_focus_child;
  widget_class->get_request_mode = premise_table_grid_get_request_mode;
  widget_class->measure = premise_table_grid_measure;
  widget_class->size_allocate = premise_table_grid_size_allocate;
  widget_class->snapshot = premise_table_grid_snapshot;
  widget_class->css_changed = premise_table_grid_css_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "premise-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
premise_table_grid_init (PremiseTableGrid *self)
{
  self->rows = g_ptr_array_new ();
  self->head = premise_table_head_new (GTK_WIDGET (self));
}

/**
 * premise_table_grid_new:
 * @n_columns: how many columns, at least one
 *
 * Returns: (transfer floating): a grid without rows
 */
GtkWidget *
premise_table_grid_new (guint n_columns)
{
  PremiseTableGrid *self = g_object_new (PREMISE_TYPE_TABLE_GRID, NULL);

  self->n_columns = n_columns;
  self->columns = g_new0 (PremiseTableColumnSize, n_columns);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) n_columns,
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * premise_table_grid_append_row:
 * @self: a grid
 * @kind: what the row is
 * @cells: (transfer floating): one cell for each column
 *
 * Adds a row at the end.
 */
void
premise_table_grid_append_row (PremiseTableGrid    *self,
                               PremiseTableRowKind  kind,
                               GtkWidget *const    *cells)
{
  GtkWidget *row;

  g_return_if_fail (PREMISE_IS_TABLE_GRID (self));

  row = premise_table_row_new (cells, self->n_columns, self->columns);

  if (kind == PREMISE_TABLE_ROW_HEADER)
    gtk_widget_add_css_class (row, "header");
  else if (kind == PREMISE_TABLE_ROW_TOTAL)
    gtk_widget_add_css_class (row, "total");

  gtk_widget_set_parent (row, GTK_WIDGET (self));
  g_ptr_array_add (self->rows, row);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) self->rows->len,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->rows->len,
                                  -1);
}
