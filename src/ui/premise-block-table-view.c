/* premise-block-table-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-table-view.h"

#include "premise-block-live.h"
#include "premise-block-value.h"
#include "premise-markup.h"
#include "premise-rich-label.h"
#include "premise-table-view.h"

#include <math.h>

typedef struct
{
  PremiseTableCell    *widget;  /* (not owned): a child of the table */
  guint                variable;
  guint                cell;
  const PremiseFormat *format;  /* (not owned): of the report */
} LiveCell;

/* A cell that stands out, or may do so. */
typedef struct
{
  PremiseTableCell            *widget;    /* (not owned): a child of the table */
  const PremiseTableHighlight *highlight; /* (not owned): of the report */
  guint                        rule_cell; /* PREMISE_MODEL_NOT_FOUND when it always does */
} HighlightedCell;

/**
 * PremiseBlockTableView:
 *
 * ## CSS nodes
 *
 * `premise-block-table-view` with a `premise-table-view`.
 *
 * ## Accessibility
 *
 * See #PremiseTableView.
 */
struct _PremiseBlockTableView
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  GtkWidget      *view;
  GArray         *cells;      /* (element-type LiveCell) */
  GArray         *highlights; /* (element-type HighlightedCell): the first of a widget counts */
  PremiseLive    *live;
};

G_DEFINE_FINAL_TYPE (PremiseBlockTableView, premise_block_table_view, GTK_TYPE_WIDGET)

static gboolean
is_on (PremiseBlockTableView *self,
       const HighlightedCell *cell)
{
  PremiseEvaluator *evaluator = premise_session_get_evaluator (self->session);
  double rule;

  if (cell->rule_cell == PREMISE_MODEL_NOT_FOUND)
    return TRUE;

  rule = premise_evaluator_get_value (evaluator, cell->highlight->rule, cell->rule_cell);

  return !isnan (rule) && rule != 0;
}

static void
update_highlights (PremiseBlockTableView *self)
{
  const char *language = premise_session_get_language (self->session);
  PremiseEvaluator *evaluator = premise_session_get_evaluator (self->session);

  for (guint i = 0, next; i < self->highlights->len; i = next)
    {
      const HighlightedCell *cell = &g_array_index (self->highlights, HighlightedCell, i);
      const HighlightedCell *on = NULL;
      g_autofree char *label = NULL;

      for (next = i; next < self->highlights->len && cell[next - i].widget == cell->widget; next++)
        {
          if (on == NULL && is_on (self, &cell[next - i]))
            on = &cell[next - i];
        }

      if (on != NULL && on->highlight->label != NULL)
        label = premise_text_render_plain (on->highlight->label, language, evaluator);
      premise_table_cell_set_highlighted (cell->widget, on != NULL, label);
    }
}

static void
update (GtkWidget *widget)
{
  PremiseBlockTableView *self = PREMISE_BLOCK_TABLE_VIEW (widget);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const LiveCell *cell = &g_array_index (self->cells, LiveCell, i);

      premise_block_value_show (self->session, cell->variable, cell->cell, cell->format,
                                cell->widget);
    }

  update_highlights (self);
}

static GtkWidget *
text_cell_new (PremiseBlockTableView *self,
               PremiseTableCellKind   kind,
               PremiseText           *text,
               gboolean               numeric)
{
  GtkWidget *label;

  if (text == NULL)
    return premise_table_cell_new (kind, "", premise_session_get_language (self->session), numeric);

  label = premise_rich_label_new (self->session, text, PREMISE_MARKUP_NO_BASE);

  return premise_table_cell_new_for_child (kind, label, numeric);
}

static GtkWidget *
live_cell_new (PremiseBlockTableView *self,
               guint                  variable,
               guint                  cell,
               const PremiseFormat   *format)
{
  GtkWidget *widget = premise_table_cell_new (PREMISE_TABLE_CELL_VALUE, "",
                                              premise_session_get_language (self->session), TRUE);
  LiveCell live = { PREMISE_TABLE_CELL (widget), variable, cell, format };

  premise_table_cell_set_target (PREMISE_TABLE_CELL (widget), variable, cell);
  gtk_widget_add_css_class (widget, premise_markup_get_kind_class (self->session, variable));
  g_array_append_val (self->cells, live);

  return widget;
}

static GtkWidget *
empty_cell_new (PremiseBlockTableView *self)
{
  return premise_table_cell_new (PREMISE_TABLE_CELL_VALUE, "",
                                 premise_session_get_language (self->session), TRUE);
}

/* row, column: PREMISE_MODEL_NOT_FOUND for the total row and the names of the rows. */
static void
add_highlights (PremiseBlockTableView *self,
                const PremiseTable    *table,
                GtkWidget             *widget,
                guint                  row,
                guint                  column)
{
  PremiseModel *model = premise_session_get_model (self->session);

  for (guint i = 0; i < table->highlights->len; i++)
    {
      HighlightedCell cell = { PREMISE_TABLE_CELL (widget),
                               &g_array_index (table->highlights, PremiseTableHighlight, i),
                               PREMISE_MODEL_NOT_FOUND };

      if (premise_table_highlight_covers (table, model, cell.highlight, row, column, &cell.rule_cell))
        g_array_append_val (self->highlights, cell);
    }
}

static void
append_bound_header (PremiseBlockTableView *self,
                     const PremiseTable    *table)
{
  g_autofree GtkWidget **cells = g_new0 (GtkWidget *, table->columns->len + 1);

  cells[0] = text_cell_new (self, PREMISE_TABLE_CELL_COLUMN_HEADER, table->member_header, FALSE);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PremiseTableColumn *column = premise_table_get_column (table, i);

      cells[i + 1] = text_cell_new (self, PREMISE_TABLE_CELL_COLUMN_HEADER, column->header, TRUE);
    }
  premise_table_view_append_row (PREMISE_TABLE_VIEW (self->view), PREMISE_TABLE_ROW_HEADER, cells);
}

static void
append_bound_row (PremiseBlockTableView *self,
                  const PremiseTable    *table,
                  guint                  member)
{
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseModel *model = premise_session_get_model (self->session);
  g_autofree GtkWidget **cells = g_new0 (GtkWidget *, table->columns->len + 1);

  cells[0] = text_cell_new (self, PREMISE_TABLE_CELL_ROW_HEADER,
                            premise_report_get_member_label (report, table->index, member), FALSE);
  add_highlights (self, table, cells[0], member, PREMISE_MODEL_NOT_FOUND);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PremiseTableColumn *column = premise_table_get_column (table, i);

      cells[i + 1] = live_cell_new (self, column->variable,
                                    premise_table_get_cell (table, model, member, i), &column->format);
      if (column->row_total)
        gtk_widget_add_css_class (cells[i + 1], "total");
      add_highlights (self, table, cells[i + 1], member, i);
    }
  premise_table_view_append_row (PREMISE_TABLE_VIEW (self->view), PREMISE_TABLE_ROW_BODY, cells);
}

static void
append_total_row (PremiseBlockTableView *self,
                  const PremiseTable    *table)
{
  g_autofree GtkWidget **cells = g_new0 (GtkWidget *, table->columns->len + 1);

  cells[0] = text_cell_new (self, PREMISE_TABLE_CELL_ROW_HEADER, table->total_label, FALSE);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PremiseTableColumn *column = premise_table_get_column (table, i);

      if (column->total == PREMISE_MODEL_NOT_FOUND)
        cells[i + 1] = empty_cell_new (self);
      else
        cells[i + 1] = live_cell_new (self, column->total, column->total_cell, &column->total_format);
      add_highlights (self, table, cells[i + 1], PREMISE_MODEL_NOT_FOUND, i);
    }
  premise_table_view_append_row (PREMISE_TABLE_VIEW (self->view), PREMISE_TABLE_ROW_TOTAL, cells);
}

static void
fill_bound (PremiseBlockTableView *self,
            const PremiseTable    *table)
{
  guint n_members = premise_model_get_n_members (premise_session_get_model (self->session),
                                                 table->index);

  append_bound_header (self, table);
  for (guint i = 0; i < n_members; i++)
    append_bound_row (self, table, i);
  if (table->total_label != NULL)
    append_total_row (self, table);
}

/* row: PREMISE_MODEL_NOT_FOUND for the head. */
static void
append_literal_row (PremiseBlockTableView *self,
                    const PremiseTable    *table,
                    guint                  row,
                    GPtrArray             *texts,
                    guint                  n_columns)
{
  PremiseTableRowKind kind =
    row == PREMISE_MODEL_NOT_FOUND ? PREMISE_TABLE_ROW_HEADER : PREMISE_TABLE_ROW_BODY;
  g_autofree GtkWidget **cells = g_new0 (GtkWidget *, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      PremiseText *text = i < texts->len ? g_ptr_array_index (texts, i) : NULL;
      gboolean numeric = table->numeric != NULL && i < table->headers->len && table->numeric[i];
      PremiseTableCellKind cell_kind = PREMISE_TABLE_CELL_VALUE;

      if (kind == PREMISE_TABLE_ROW_HEADER)
        cell_kind = PREMISE_TABLE_CELL_COLUMN_HEADER;
      else if (i == 0)
        cell_kind = PREMISE_TABLE_CELL_ROW_HEADER;

      cells[i] = text_cell_new (self, cell_kind, text, numeric);
      if (kind == PREMISE_TABLE_ROW_BODY)
        add_highlights (self, table, cells[i], row, i);
    }
  premise_table_view_append_row (PREMISE_TABLE_VIEW (self->view), kind, cells);
}

static void
fill_literal (PremiseBlockTableView *self,
              const PremiseTable    *table,
              guint                  n_columns)
{
  append_literal_row (self, table, PREMISE_MODEL_NOT_FOUND, table->headers, n_columns);
  for (guint i = 0; i < table->rows->len; i++)
    append_literal_row (self, table, i, g_ptr_array_index (table->rows, i), n_columns);
}

static void
watch_cells (PremiseBlockTableView *self)
{
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->cells->len; i++)
    g_array_append_val (variables, g_array_index (self->cells, LiveCell, i).variable);
  for (guint i = 0; i < self->highlights->len; i++)
    {
      const HighlightedCell *cell = &g_array_index (self->highlights, HighlightedCell, i);

      if (cell->rule_cell != PREMISE_MODEL_NOT_FOUND)
        g_array_append_val (variables, cell->highlight->rule);
      if (cell->highlight->label != NULL)
        premise_text_add_variables (cell->highlight->label, variables);
    }
  self->live = premise_live_new (self->session, variables, update, GTK_WIDGET (self));
}

static void
premise_block_table_view_dispose (GObject *object)
{
  PremiseBlockTableView *self = PREMISE_BLOCK_TABLE_VIEW (object);

  g_clear_pointer (&self->live, premise_live_free);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_block_table_view_parent_class)->dispose (object);
}

static void
premise_block_table_view_finalize (GObject *object)
{
  PremiseBlockTableView *self = PREMISE_BLOCK_TABLE_VIEW (object);

  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->highlights, g_array_unref);

  G_OBJECT_CLASS (premise_block_table_view_parent_class)->finalize (object);
}

static void
premise_block_table_view_class_init (PremiseBlockTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_block_table_view_dispose;
  object_class->finalize = premise_block_table_view_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-block-table-view");
}

static void
premise_block_table_view_init (PremiseBlockTableView *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (LiveCell));
  self->highlights = g_array_new (FALSE, FALSE, sizeof (HighlightedCell));
}

/**
 * premise_block_table_view_new:
 * @session: the session whose values are shown
 * @table: a table of its report
 *
 * Returns: (transfer floating): the table, which follows the values
 */
GtkWidget *
premise_block_table_view_new (PremiseSession     *session,
                              const PremiseTable *table)
{
  PremiseBlockTableView *self;
  guint n_columns;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  n_columns = table->bound ? table->columns->len + 1 : MAX (1, table->headers->len);

  self = g_object_new (PREMISE_TYPE_BLOCK_TABLE_VIEW, NULL);
  self->session = g_object_ref (session);
  self->view = premise_table_view_new (n_columns);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  if (table->bound)
    fill_bound (self, table);
  else
    fill_literal (self, table, n_columns);

  watch_cells (self);
  update (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
