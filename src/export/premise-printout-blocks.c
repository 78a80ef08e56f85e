/* premise-printout-blocks.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-printout-private.h"

#include "premise-diagnostic.h"
#include "premise-figure.h"

#define MARK_WIDTH  18
#define BAR_INDENT  12
#define SMALL_GAP   4

/* Of lists without numbers, from the outermost in. */
static const char *const bullets[] = { "•", "◦", "▪" };

static void
indent (PremisePrintBuilder *self,
        double               by)
{
  self->left += by;
  self->width -= by;
}

static void
take (GPtrArray *rows,
      GPtrArray *cells)
{
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (rows, g_ptr_array_steal (cells, NULL));
  g_ptr_array_unref (cells);
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static void
add_title (PremisePrintBuilder *self,
           PremiseText         *title)
{
  if (title == NULL)
    return;

  premise_print_builder_add_text (self, title, PREMISE_PRINT_HEADING);
  self->above = SMALL_GAP;
}

/* What comes next begins beside a mark: the dot of a list, the number of a step. */
static void
add_mark (PremisePrintBuilder *self,
          guint                row,
          const char          *mark)
{
  g_autoptr(PangoLayout) layout =
    premise_print_layout_new (self->context, mark, PREMISE_PRINT_BODY, 1, -1);

  if (row < self->rows->len)
    {
      PremisePrintRow *first = &g_array_index (self->rows, PremisePrintRow, row);
      double y = g_array_index (first->pieces, PremisePrintPiece, 0).y;

      premise_print_row_add (first, layout, 0, self->left - MARK_WIDTH, y, TRUE);
    }
}

static void
add_list (PremisePrintBuilder *self,
          const PremiseList   *list,
          const char          *number,
          guint                level)
{
  indent (self, MARK_WIDTH);
  for (guint i = 0; i < list->items->len; i++)
    {
      const PremiseListItem *item = &g_array_index (list->items, PremiseListItem, i);
      g_autofree char *own = list->ordered ? g_strdup_printf ("%s%u.", number, i + 1) : g_strdup ("");
      guint row = self->rows->len;

      premise_print_builder_add_text (self, item->text, PREMISE_PRINT_BODY);
      add_mark (self, row, list->ordered ? own : bullets[MIN (level, G_N_ELEMENTS (bullets) - 1)]);
      self->above = SMALL_GAP;
      if (item->list != NULL)
        add_list (self, item->list, own, level + 1);
      self->above = SMALL_GAP;
    }
  indent (self, -MARK_WIDTH);
}

static void
add_bound_rows (PremisePrintBuilder *self,
                const PremiseTable  *table,
                GPtrArray           *rows)
{
  PremiseModel *model = premise_report_get_model (self->report);

  for (guint member = 0; member < premise_model_get_n_members (model, table->index); member++)
    {
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, premise_print_dup_markup (
        self, premise_report_get_member_label (self->report, table->index, member)));
      for (guint i = 0; i < table->columns->len; i++)
        {
          const PremiseTableColumn *column = premise_table_get_column (table, i);

          g_ptr_array_add (cells, premise_print_dup_value (self, column->variable,
                                                           premise_table_get_cell (table, model, member, i),
                                                           &column->format));
        }
      take (rows, cells);
    }
}

static void
add_bound_table (PremisePrintBuilder *self,
                 const PremiseTable  *table)
{
  g_autoptr(GPtrArray) rows = rows_new ();
  GPtrArray *head = g_ptr_array_new ();
  GPtrArray *total = g_ptr_array_new ();
  g_autofree gboolean *numeric = g_new (gboolean, table->columns->len + 1);

  numeric[0] = FALSE;
  g_ptr_array_add (head, premise_print_dup_markup (self, table->member_header));
  g_ptr_array_add (total, premise_print_dup_markup (self, table->total_label));
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PremiseTableColumn *column = premise_table_get_column (table, i);

      numeric[i + 1] = TRUE;
      g_ptr_array_add (head, premise_print_dup_markup (self, column->header));
      g_ptr_array_add (total, column->total == PREMISE_MODEL_NOT_FOUND
                                ? g_strdup ("")
                                : premise_print_dup_value (self, column->total, column->total_cell,
                                                           &column->total_format));
    }

  take (rows, head);
  add_bound_rows (self, table, rows);
  take (rows, total);
  if (table->total_label == NULL)
    g_ptr_array_remove_index (rows, rows->len - 1);

  premise_print_builder_add_grid (self, rows, numeric,
                                  PREMISE_PRINT_GRID_HEAD
                                  | (table->total_label != NULL ? PREMISE_PRINT_GRID_TOTAL : 0));
}

static GPtrArray *
literal_cells_new (PremisePrintBuilder *self,
                   GPtrArray           *texts,
                   guint                n_columns)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, premise_print_dup_markup (
      self, i < texts->len ? g_ptr_array_index (texts, i) : NULL));

  return cells;
}

static void
add_literal_table (PremisePrintBuilder *self,
                   const PremiseTable  *table)
{
  g_autoptr(GPtrArray) rows = rows_new ();
  guint n_columns = table->headers->len;

  if (n_columns == 0)
    return;

  take (rows, literal_cells_new (self, table->headers, n_columns));
  for (guint i = 0; i < table->rows->len; i++)
    take (rows, literal_cells_new (self, g_ptr_array_index (table->rows, i), n_columns));

  premise_print_builder_add_grid (self, rows, table->numeric, PREMISE_PRINT_GRID_HEAD);
}

static void
add_small (PremisePrintBuilder *self,
           const char          *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  self->above = SMALL_GAP;
  premise_print_builder_add (self, markup, PREMISE_PRINT_SMALL);
}

static void
add_table (PremisePrintBuilder *self,
           const PremiseBlock  *block)
{
  PremiseText *title = block->title != NULL ? block->title : block->table->title;
  g_autofree char *source = premise_figure_dup_source_line (self->report, block, self->language);
  g_autofree char *number = NULL;

  if (block->exhibit > 0)
    {
      number = premise_figure_dup_exhibit_label (block->exhibit, self->language);
      premise_print_builder_add (self, number, PREMISE_PRINT_SMALL);
      g_array_index (self->rows, PremisePrintRow, self->rows->len - 1).keep = TRUE;
    }
  add_title (self, title);

  if (block->table->bound)
    add_bound_table (self, block->table);
  else
    add_literal_table (self, block->table);

  self->above = SMALL_GAP;
  premise_print_builder_add_text (self, block->table->note, PREMISE_PRINT_SMALL);
  if (source != NULL && *source != '\0')
    add_small (self, source);
}

static void
add_picture (PremisePrintBuilder *self,
             const PremiseBlock  *block)
{
  PremisePicture *picture = premise_picture_new (self->report, block, self->evaluator, self->language,
                                                 self->width / PREMISE_POINTS_PER_PIXEL, 0);
  PremisePrintRow *row =
    premise_print_builder_add_row (self, premise_picture_get_height (picture) * PREMISE_POINTS_PER_PIXEL);

  row->picture = picture;
}

/* Two columns: names and numbers. */
static void
add_pair (GPtrArray *rows,
          char      *name,
          char      *number)
{
  GPtrArray *cells = g_ptr_array_new ();

  g_ptr_array_add (cells, name);
  g_ptr_array_add (cells, number);
  take (rows, cells);
}

static void
add_pairs (PremisePrintBuilder *self,
           GPtrArray           *rows)
{
  static const gboolean numeric[] = { FALSE, TRUE };

  if (rows->len > 0)
    premise_print_builder_add_grid (self, rows, numeric, PREMISE_PRINT_GRID_NONE);
}

static char *
dup_escaped (char *text)
{
  char *escaped = g_markup_escape_text (text, -1);

  g_free (text);

  return escaped;
}

static void
add_metrics (PremisePrintBuilder *self,
             const PremiseBlock  *block)
{
  g_autoptr(GPtrArray) rows = rows_new ();

  for (guint i = 0; i < block->metrics->len; i++)
    {
      const PremiseMetric *metric = &g_array_index (block->metrics, PremiseMetric, i);
      char *name = metric->label != NULL
                     ? premise_print_dup_markup (self, metric->label)
                     : dup_escaped (premise_report_dup_cell_label (self->report, metric->variable,
                                                                   metric->cell, self->language));

      add_pair (rows, name,
                premise_print_dup_value (self, metric->variable, metric->cell, &metric->format));
    }
  add_pairs (self, rows);
}

static void
add_assumptions (PremisePrintBuilder *self,
                 const PremiseBlock  *block)
{
  PremiseModel *model = premise_report_get_model (self->report);
  g_autoptr(GPtrArray) rows = rows_new ();

  add_title (self, block->title);
  for (guint i = 0; i < block->variables->len; i++)
    {
      guint variable = g_array_index (block->variables, guint, i);

      for (guint cell = 0; cell < premise_model_get_n_cells (model, variable); cell++)
        add_pair (rows,
                  dup_escaped (premise_report_dup_cell_label (self->report, variable, cell, self->language)),
                  premise_print_dup_value (self, variable, cell, NULL));
    }
  add_pairs (self, rows);
}

/* With a bar at their side, from the first line to the last. */
static void
add_barred (PremisePrintBuilder *self,
            const PremiseBlock  *block,
            const char          *kind,
            PremiseText         *last)
{
  self->bar = TRUE;
  indent (self, BAR_INDENT);
  if (kind != NULL)
    {
      premise_print_builder_add (self, kind, PREMISE_PRINT_SMALL);
      g_array_index (self->rows, PremisePrintRow, self->rows->len - 1).keep = TRUE;
    }
  add_title (self, block->title);
  premise_print_builder_add_text (self, block->text, PREMISE_PRINT_BODY);
  self->above = SMALL_GAP;
  premise_print_builder_add_text (self, last, PREMISE_PRINT_SMALL);
  indent (self, -BAR_INDENT);
  self->bar = FALSE;
}

static void
add_steps (PremisePrintBuilder *self,
           const PremiseBlock  *block)
{
  add_title (self, block->title);
  indent (self, MARK_WIDTH);
  for (guint i = 0; i < block->steps->len; i++)
    {
      const PremiseStep *step = &g_array_index (block->steps, PremiseStep, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      guint row = self->rows->len;

      premise_print_builder_add_text (self, step->title, PREMISE_PRINT_HEADING);
      add_mark (self, row, number);
      premise_print_builder_add_text (self, step->period, PREMISE_PRINT_SMALL);
      premise_print_builder_add_text (self, step->text, PREMISE_PRINT_BODY);
      self->above = 2 * SMALL_GAP;
    }
  indent (self, -MARK_WIDTH);
}

/* Returns: (transfer full): the points of a thing that are not ordered by aspects, one below the other */
static char *
dup_points (PremisePrintBuilder *self,
            GPtrArray           *points)
{
  g_autoptr(GString) markup = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      g_autofree char *point = premise_print_dup_markup (self, g_ptr_array_index (points, i));

      g_string_append_printf (markup, "%s%s %s", i > 0 ? "\n" : "", bullets[0], point);
    }

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

static void
add_comparison_row (PremisePrintBuilder     *self,
                    const PremiseComparison *comparison,
                    guint                    aspect,
                    GPtrArray               *rows)
{
  GPtrArray *cells = g_ptr_array_new ();

  g_ptr_array_add (cells, premise_print_dup_markup (self, g_ptr_array_index (comparison->aspects, aspect)));
  for (guint i = 0; i < comparison->columns->len; i++)
    {
      PremiseText *point =
        g_ptr_array_index (g_array_index (comparison->columns, PremiseComparisonColumn, i).points, aspect);

      g_ptr_array_add (cells, point != NULL ? premise_print_dup_markup (self, point) : g_strdup ("–"));
    }
  take (rows, cells);
}

static void
add_comparison (PremisePrintBuilder *self,
                const PremiseBlock  *block)
{
  const PremiseComparison *comparison = block->comparison;
  gboolean has_aspects = comparison->aspects->len > 0;
  g_autoptr(GPtrArray) rows = rows_new ();
  GPtrArray *head = g_ptr_array_new ();
  GPtrArray *texts = g_ptr_array_new ();
  GPtrArray *points = g_ptr_array_new ();
  gboolean has_text = FALSE;

  add_title (self, block->title);
  if (has_aspects)
    {
      g_ptr_array_add (head, g_strdup (""));
      g_ptr_array_add (texts, g_strdup (""));
    }
  for (guint i = 0; i < comparison->columns->len; i++)
    {
      const PremiseComparisonColumn *column = &g_array_index (comparison->columns, PremiseComparisonColumn, i);

      has_text = has_text || column->text != NULL;
      g_ptr_array_add (head, premise_print_dup_markup (self, column->title));
      g_ptr_array_add (texts, premise_print_dup_markup (self, column->text));
      g_ptr_array_add (points, has_aspects ? g_strdup ("") : dup_points (self, column->points));
    }

  take (rows, head);
  take (rows, texts);
  if (!has_text)
    g_ptr_array_remove_index (rows, rows->len - 1);
  take (rows, points);
  if (has_aspects)
    g_ptr_array_remove_index (rows, rows->len - 1);
  for (guint i = 0; i < comparison->aspects->len; i++)
    add_comparison_row (self, comparison, i, rows);

  premise_print_builder_add_grid (self, rows, NULL, PREMISE_PRINT_GRID_HEAD);
}

/* What cannot be shown says so on paper too. */
static void
add_errors (PremisePrintBuilder *self,
            const PremiseBlock  *block)
{
  for (guint i = 0; i < block->diagnostics->len; i++)
    {
      g_autofree char *words = premise_diagnostic_to_string (g_ptr_array_index (block->diagnostics, i));

      add_small (self, words);
    }
}

/**
 * premise_print_builder_add_block:
 * @self: a builder
 * @block: a block of its report
 *
 * Adds the rows of @block.
 */
void
premise_print_builder_add_block (PremisePrintBuilder *self,
                                 const PremiseBlock  *block)
{
  switch (block->type)
    {
    case PREMISE_BLOCK_TEXT:
      premise_print_builder_add_text (self, block->text, PREMISE_PRINT_BODY);
      break;

    case PREMISE_BLOCK_LIST:
      add_list (self, block->list, "", 0);
      break;

    case PREMISE_BLOCK_TABLE:
      add_table (self, block);
      break;

    case PREMISE_BLOCK_FIGURE:
    case PREMISE_BLOCK_DIAGRAM:
      add_picture (self, block);
      break;

    case PREMISE_BLOCK_ASSUMPTIONS:
      add_assumptions (self, block);
      break;

    case PREMISE_BLOCK_METRICS:
      add_metrics (self, block);
      break;

    case PREMISE_BLOCK_CALLOUT:
      add_barred (self, block, self->words->callouts[block->callout], NULL);
      break;

    case PREMISE_BLOCK_QUOTE:
      add_barred (self, block, NULL, block->by);
      break;

    case PREMISE_BLOCK_STEPS:
      add_steps (self, block);
      break;

    case PREMISE_BLOCK_COMPARISON:
      add_comparison (self, block);
      break;

    case PREMISE_BLOCK_ERROR:
      add_errors (self, block);
      break;

    default:
      g_assert_not_reached ();
    }
}
