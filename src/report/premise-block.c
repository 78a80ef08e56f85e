/* premise-block.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block.h"
#include "premise-report-private.h"

static void
metric_clear (gpointer data)
{
  g_clear_pointer (&((PremiseMetric *) data)->label, premise_text_unref);
}

static void
series_clear (gpointer data)
{
  PremiseFigureSeries *series = data;

  g_clear_pointer (&series->label, premise_text_unref);
  g_clear_pointer (&series->members, g_free);
  g_free (series->mark);
  g_free (series->certainty);
}

static void
item_clear (gpointer data)
{
  g_clear_pointer (&((PremiseFigureItem *) data)->label, premise_text_unref);
}

static GArray *
new_array (guint          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);

  return array;
}

static void
figure_free (PremiseFigure *self)
{
  g_clear_pointer (&self->total_label, premise_text_unref);
  g_clear_pointer (&self->category_title, premise_text_unref);
  g_clear_pointer (&self->value_title, premise_text_unref);
  g_clear_pointer (&self->series, g_array_unref);
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self->id);
  g_free (self->mark);
  g_free (self->stack);
  g_free (self->scale);
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->inputs, g_array_unref);
  g_free (self->sort);
  g_free (self);
}

/* Without type: the caller sets it. */
PremiseBlock *
premise_block_new (void)
{
  return g_new0 (PremiseBlock, 1);
}

void
premise_block_free (PremiseBlock *self)
{
  g_clear_pointer (&self->title, premise_text_unref);
  g_clear_pointer (&self->text, premise_text_unref);
  g_clear_pointer (&self->by, premise_text_unref);
  g_clear_pointer (&self->list, premise_list_free);
  g_clear_pointer (&self->metrics, g_array_unref);
  g_clear_pointer (&self->variables, g_array_unref);
  g_clear_pointer (&self->table, premise_table_free);
  g_clear_pointer (&self->figure, figure_free);
  g_clear_pointer (&self->diagram, premise_diagram_spec_free);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->comparison, premise_comparison_free);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_pointer (&self->refs, g_strfreev);
  g_free (self->id);
  g_free (self->source);
  g_free (self);
}

/* All its lists are there and empty; what is optional has its default. */
PremiseFigure *
premise_figure_new (void)
{
  PremiseFigure *self = g_new0 (PremiseFigure, 1);

  self->index = PREMISE_MODEL_NOT_FOUND;
  self->row_index = PREMISE_MODEL_NOT_FOUND;
  self->panel_index = PREMISE_MODEL_NOT_FOUND;
  self->output = PREMISE_MODEL_NOT_FOUND;
  self->total = PREMISE_MODEL_NOT_FOUND;
  self->series = new_array (sizeof (PremiseFigureSeries), series_clear);
  self->items = new_array (sizeof (PremiseFigureItem), item_clear);
  premise_format_init (&self->format);
  premise_format_init (&self->tick_format);

  return self;
}

/* (element-type PremiseMetric) */
GArray *
premise_metrics_new (void)
{
  return new_array (sizeof (PremiseMetric), metric_clear);
}

static void
add_text (PremiseText *text,
          GArray      *variables)
{
  if (text != NULL)
    premise_text_add_variables (text, variables);
}

static void
add_text_cb (PremiseText *text,
             gpointer     user_data)
{
  add_text (text, user_data);
}

static void
add_texts (GPtrArray *texts,
           GArray    *variables)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    add_text (g_ptr_array_index (texts, i), variables);
}

static void
add_variable (guint   variable,
              GArray *variables)
{
  if (variable != PREMISE_MODEL_NOT_FOUND)
    g_array_append_val (variables, variable);
}

static void
add_table (const PremiseTable *table,
           GArray             *variables)
{
  add_text (table->title, variables);
  add_text (table->note, variables);
  add_text (table->member_header, variables);
  add_text (table->total_label, variables);
  add_texts (table->headers, variables);

  for (guint i = 0; i < table->rows->len; i++)
    add_texts (g_ptr_array_index (table->rows, i), variables);

  for (guint i = 0; i < table->highlights->len; i++)
    {
      const PremiseTableHighlight *highlight = &g_array_index (table->highlights, PremiseTableHighlight, i);

      add_text (highlight->label, variables);
      add_variable (highlight->rule, variables);
    }

  for (guint i = 0; i < table->columns->len; i++)
    {
      const PremiseTableColumn *column = premise_table_get_column (table, i);

      add_text (column->header, variables);
      add_variable (column->variable, variables);
      add_variable (column->total, variables);
    }
}

static void
add_figure (const PremiseFigure *figure,
            GArray              *variables)
{
  add_text (figure->total_label, variables);
  add_text (figure->category_title, variables);
  add_text (figure->value_title, variables);
  add_variable (figure->total, variables);
  add_variable (figure->output, variables);

  for (guint i = 0; i < figure->series->len; i++)
    {
      const PremiseFigureSeries *series = &g_array_index (figure->series, PremiseFigureSeries, i);

      add_text (series->label, variables);
      add_variable (series->variable, variables);
    }

  for (guint i = 0; i < figure->items->len; i++)
    {
      const PremiseFigureItem *item = &g_array_index (figure->items, PremiseFigureItem, i);

      add_text (item->label, variables);
      add_variable (item->variables[0], variables);
      add_variable (item->variables[1], variables);
    }
}

/**
 * premise_block_add_variables:
 * @self: a block
 * @variables: (element-type guint): the positions are appended, some perhaps twice
 *
 * Adds the positions of every variable that the block shows, in its texts too.
 */
void
premise_block_add_variables (const PremiseBlock *self,
                             GArray             *variables)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (variables != NULL);

  add_text (self->title, variables);
  add_text (self->text, variables);
  add_text (self->by, variables);

  if (self->list != NULL)
    premise_list_foreach_text (self->list, add_text_cb, variables);

  for (guint i = 0; self->metrics != NULL && i < self->metrics->len; i++)
    {
      const PremiseMetric *metric = &g_array_index (self->metrics, PremiseMetric, i);

      add_text (metric->label, variables);
      add_variable (metric->variable, variables);
    }

  if (self->variables != NULL)
    g_array_append_vals (variables, self->variables->data, self->variables->len);

  if (self->table != NULL)
    add_table (self->table, variables);

  if (self->figure != NULL)
    add_figure (self->figure, variables);

  if (self->diagram != NULL)
    premise_diagram_spec_add_variables (self->diagram, variables);

  if (self->steps != NULL)
    premise_steps_foreach_text (self->steps, add_text_cb, variables);

  if (self->comparison != NULL)
    premise_comparison_foreach_text (self->comparison, add_text_cb, variables);
}
