/* premise-search-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-report-private.h"
#include "premise-search-private.h"
#include "premise-text-private.h"

/* Between the cells of a row; no word is found across it. */
#define BETWEEN_CELLS " · "

typedef struct
{
  PremiseReport    *report;
  const char       *language;
  PremiseEvaluator *evaluator;
  GArray           *entries;
  guint             section;    /* where the walk is */
  guint             block;
  GHashTable       *cited;      /* set of ids of sources cited in this section */
  gboolean         *labelled;   /* per variable: it has its entry */
} Indexer;

static void
add_entry (Indexer            *self,
           PremiseSearchField  field,
           guint               variable,
           const char         *text)
{
  PremiseSearchEntry entry = {
    .section = self->section,
    .block = self->block,
    .variable = variable,
    .field = field,
  };

  if (text == NULL || *text == '\0')
    return;

  entry.text = g_strdup (text);
  premise_folded_init (&entry.folded, entry.text, FALSE);
  g_array_append_val (self->entries, entry);
}

static char *
render (Indexer     *self,
        PremiseText *text)
{
  return premise_text_render_plain (text, self->language, self->evaluator);
}

static void
add_source (Indexer    *self,
            const char *id)
{
  const PremiseSource *source = id != NULL ? premise_report_find_source (self->report, id) : NULL;
  g_autofree char *name = NULL;

  /* A source is found once in each section that leans on it, where it does so first. */
  if (source == NULL || !g_hash_table_add (self->cited, source->id))
    return;

  name = render (self, source->name);
  add_entry (self, PREMISE_SEARCH_SOURCE, PREMISE_MODEL_NOT_FOUND, name);
}

static void
cited_cb (PremiseSpanKind  kind,
          const char      *target,
          const char      *language,
          gsize            offset,
          gpointer         user_data)
{
  if (kind == PREMISE_SPAN_CITATION)
    add_source (user_data, target);
}

static void
add_text (Indexer            *self,
          PremiseSearchField  field,
          PremiseText        *text)
{
  g_autofree char *plain = NULL;

  if (text == NULL)
    return;

  plain = render (self, text);
  add_entry (self, field, PREMISE_MODEL_NOT_FOUND, plain);
  premise_text_foreach_target (text, cited_cb, self);
}

static void
append_cell (GString    *row,
             const char *cell)
{
  if (cell == NULL || *cell == '\0')
    return;

  if (row->len > 0)
    g_string_append (row, BETWEEN_CELLS);
  g_string_append (row, cell);
}

static void
append_text (Indexer     *self,
             GString     *row,
             PremiseText *text)
{
  g_autofree char *plain = text != NULL ? render (self, text) : NULL;

  append_cell (row, plain);
}

static void
append_value (Indexer             *self,
              GString             *row,
              guint                variable,
              guint                cell,
              const PremiseFormat *format)
{
  g_autofree char *text = NULL;

  if (variable == PREMISE_MODEL_NOT_FOUND)
    return;

  text = premise_report_format_cell (self->report, variable,
                                     premise_evaluator_get_value (self->evaluator, variable, cell),
                                     format, self->language);
  append_cell (row, text);
}

/* A row is one text, so that its label and its value are found together. */
static void
add_row (Indexer *self,
         GString *row)
{
  add_entry (self, PREMISE_SEARCH_CELL, PREMISE_MODEL_NOT_FOUND, row->str);
  g_string_truncate (row, 0);
}

/* The cell of a variable at a member of an index; the only one where it does not vary. */
static guint
get_cell_at (Indexer     *self,
             guint        variable,
             guint        index,
             guint        member,
             const guint *fixed)
{
  PremiseModel *model = premise_report_get_model (self->report);
  guint n_dims = premise_model_get_n_dims (model, variable);
  g_autofree guint *members = g_new0 (guint, MAX (1, n_dims));

  for (guint dim = 0; dim < n_dims; dim++)
    {
      if (fixed != NULL && fixed[dim] != PREMISE_MODEL_NOT_FOUND)
        members[dim] = fixed[dim];
      else if (premise_model_get_dim (model, variable, dim) == index)
        members[dim] = member;
      else
        return PREMISE_MODEL_NOT_FOUND;
    }

  return premise_model_get_cell (model, variable, members);
}

static void
add_bound_rows (Indexer            *self,
                const PremiseTable *table,
                GString            *row)
{
  PremiseModel *model = premise_report_get_model (self->report);
  guint n = premise_model_get_n_members (model, table->index);

  append_text (self, row, table->member_header);
  for (guint i = 0; i < table->columns->len; i++)
    append_text (self, row, g_array_index (table->columns, PremiseTableColumn, i).header);
  add_row (self, row);

  for (guint member = 0; member < n; member++)
    {
      append_text (self, row, premise_report_get_member_label (self->report, table->index, member));
      for (guint i = 0; i < table->columns->len; i++)
        {
          const PremiseTableColumn *column = premise_table_get_column (table, i);

          append_value (self, row, column->variable, premise_table_get_cell (table, model, member, i),
                        &column->format);
        }
      add_row (self, row);
    }

  if (table->total_label == NULL)
    return;

  append_text (self, row, table->total_label);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PremiseTableColumn *column = premise_table_get_column (table, i);

      append_value (self, row, column->total, column->total_cell, &column->total_format);
    }
  add_row (self, row);
}

static void
add_literal_row (Indexer   *self,
                 GPtrArray *texts,
                 GString   *row)
{
  for (guint i = 0; i < texts->len; i++)
    append_text (self, row, g_ptr_array_index (texts, i));
  add_row (self, row);
  for (guint i = 0; i < texts->len; i++)
    if (g_ptr_array_index (texts, i) != NULL)
      premise_text_foreach_target (g_ptr_array_index (texts, i), cited_cb, self);
}

static void
add_table (Indexer            *self,
           const PremiseTable *table)
{
  g_autoptr(GString) row = g_string_new (NULL);

  add_text (self, PREMISE_SEARCH_HEADING, table->title);
  if (table->bound)
    {
      add_bound_rows (self, table, row);
    }
  else
    {
      add_literal_row (self, table->headers, row);
      for (guint i = 0; i < table->rows->len; i++)
        add_literal_row (self, g_ptr_array_index (table->rows, i), row);
    }
  add_text (self, PREMISE_SEARCH_TEXT, table->note);
}

static gboolean
shows_member (const PremiseFigure *figure,
              guint                member)
{
  for (guint i = 0; figure->members != NULL && i < figure->members->len; i++)
    if (g_array_index (figure->members, guint, i) == member)
      return TRUE;

  return figure->members == NULL;
}

/* Rows and panels: what they are called. */
static void
add_members (Indexer *self,
             guint    index,
             GString *row)
{
  PremiseModel *model = premise_report_get_model (self->report);

  if (index == PREMISE_MODEL_NOT_FOUND)
    return;

  for (guint i = 0; i < premise_model_get_n_members (model, index); i++)
    append_text (self, row, premise_report_get_member_label (self->report, index, i));
  add_row (self, row);
}

static void
add_figure_rows (Indexer             *self,
                 const PremiseFigure *figure,
                 GString             *row)
{
  PremiseModel *model = premise_report_get_model (self->report);

  for (guint member = 0; member < premise_model_get_n_members (model, figure->index); member++)
    {
      if (!shows_member (figure, member))
        continue;

      append_text (self, row, premise_report_get_member_label (self->report, figure->index,
                                                               member));
      for (guint i = 0; i < figure->series->len; i++)
        {
          const PremiseFigureSeries *series =
            &g_array_index (figure->series, PremiseFigureSeries, i);
          guint cell = get_cell_at (self, series->variable, figure->index, member,
                                    series->members);

          if (cell != PREMISE_MODEL_NOT_FOUND)
            append_value (self, row, series->variable, cell, &figure->format);
        }
      add_row (self, row);
    }

  if (figure->total_label != NULL || figure->total != PREMISE_MODEL_NOT_FOUND)
    {
      append_text (self, row, figure->total_label);
      append_value (self, row, figure->total, 0, &figure->format);
      add_row (self, row);
    }
}

static void
add_figure (Indexer             *self,
            const PremiseFigure *figure)
{
  g_autoptr(GString) row = g_string_new (NULL);

  append_text (self, row, figure->category_title);
  append_text (self, row, figure->value_title);
  for (guint i = 0; i < figure->series->len; i++)
    append_text (self, row, g_array_index (figure->series, PremiseFigureSeries, i).label);
  add_row (self, row);

  add_members (self, figure->row_index, row);
  add_members (self, figure->panel_index, row);
  if (figure->output != PREMISE_MODEL_NOT_FOUND)
    {
      append_text (self, row, premise_report_get_info (self->report, figure->output)->label);
      append_value (self, row, figure->output, figure->output_cell, &figure->format);
      add_row (self, row);
    }

  if (figure->index != PREMISE_MODEL_NOT_FOUND)
    add_figure_rows (self, figure, row);

  for (guint i = 0; i < figure->items->len; i++)
    {
      const PremiseFigureItem *item = &g_array_index (figure->items, PremiseFigureItem, i);

      append_text (self, row, item->label);
      for (guint j = 0; j < G_N_ELEMENTS (item->variables); j++)
        append_value (self, row, item->variables[j], item->cells[j], &figure->format);
      add_row (self, row);
    }
}

static void
add_text_cb (PremiseText *text,
             gpointer     user_data)
{
  add_text (user_data, PREMISE_SEARCH_TEXT, text);
}

static void
add_diagram (Indexer                  *self,
             const PremiseDiagramSpec *diagram)
{
  g_autoptr(GString) row = g_string_new (NULL);

  premise_diagram_spec_foreach_text (diagram, add_text_cb, self);

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      const PremiseDiagramSpecNode *node =
        &g_array_index (diagram->nodes, PremiseDiagramSpecNode, i);

      append_text (self, row, node->when);
      append_text (self, row, node->label);
      append_text (self, row, node->detail);
      add_row (self, row);
    }
}

static void
add_metrics (Indexer *self,
             GArray  *metrics)
{
  g_autoptr(GString) row = g_string_new (NULL);

  for (guint i = 0; i < metrics->len; i++)
    {
      const PremiseMetric *metric = &g_array_index (metrics, PremiseMetric, i);

      append_text (self, row, metric->label);
      append_value (self, row, metric->variable, metric->cell, &metric->format);
      add_row (self, row);
    }
}

/* A variable is found once in the report, where it is shown first. An assumption is a place of
 * its own, for it has a slider; what others are called belongs to the block. */
static void
add_variable (Indexer *self,
              guint    variable)
{
  const PremiseVariableInfo *info = premise_report_get_info (self->report, variable);
  PremiseText *texts[] = { info->label, info->rationale, info->note };
  PremiseModel *model = premise_report_get_model (self->report);
  gboolean slider = premise_model_get_kind (model, variable) == PREMISE_VARIABLE_ASSUMPTION;

  add_source (self, info->source);
  for (guint i = 0; info->cell_sources != NULL && i < premise_model_get_n_cells (model, variable); i++)
    add_source (self, info->cell_sources[i]);
  if (self->labelled[variable])
    return;

  self->labelled[variable] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = texts[i] != NULL ? render (self, texts[i]) : NULL;

      add_entry (self, i == 0 ? PREMISE_SEARCH_VARIABLE : PREMISE_SEARCH_TEXT,
                 slider ? variable : PREMISE_MODEL_NOT_FOUND, plain);
    }
}

static void
add_block (Indexer            *self,
           const PremiseBlock *block)
{
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  add_text (self, PREMISE_SEARCH_HEADING, block->title);
  add_text (self, PREMISE_SEARCH_TEXT, block->text);
  add_text (self, PREMISE_SEARCH_TEXT, block->by);
  if (block->list != NULL)
    premise_list_foreach_text (block->list, add_text_cb, self);
  if (block->metrics != NULL)
    add_metrics (self, block->metrics);
  if (block->table != NULL)
    add_table (self, block->table);
  if (block->figure != NULL)
    add_figure (self, block->figure);
  if (block->diagram != NULL)
    add_diagram (self, block->diagram);
  if (block->steps != NULL)
    premise_steps_foreach_text (block->steps, add_text_cb, self);
  if (block->comparison != NULL)
    premise_comparison_foreach_text (block->comparison, add_text_cb, self);

  premise_block_add_variables (block, variables);
  for (guint i = 0; i < variables->len; i++)
    add_variable (self, g_array_index (variables, guint, i));
  add_source (self, block->source);
}

static void
add_section (Indexer *self,
             guint    position)
{
  const PremiseSection *section = premise_report_get_section (self->report, position);
  const PremiseChapter *chapter = premise_report_get_chapter (self->report, section->chapter);

  self->section = position;
  self->block = PREMISE_MODEL_NOT_FOUND;
  g_hash_table_remove_all (self->cited);

  add_entry (self, PREMISE_SEARCH_NUMBER, PREMISE_MODEL_NOT_FOUND, section->number);
  add_text (self, PREMISE_SEARCH_TITLE, section->title);
  if (chapter->first_section == position)
    add_text (self, PREMISE_SEARCH_CHAPTER, chapter->title);
  add_text (self, PREMISE_SEARCH_KEY_MESSAGE, section->key_message);
  add_metrics (self, section->headline);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      self->block = i;
      add_block (self, g_ptr_array_index (section->blocks, i));
    }
}

/* The assumptions that no block shows stand at the side of every section that uses them. */
static void
add_hidden_assumptions (Indexer *self)
{
  self->block = PREMISE_MODEL_NOT_FOUND;
  for (guint i = 0; i < premise_report_get_n_sections (self->report); i++)
    {
      g_autoptr(GArray) used = premise_report_dup_section_assumptions (self->report, i);

      self->section = i;
      g_hash_table_remove_all (self->cited);
      for (guint j = 0; j < used->len; j++)
        if (!self->labelled[g_array_index (used, guint, j)])
          add_variable (self, g_array_index (used, guint, j));
    }
}

static void
entry_clear (gpointer data)
{
  PremiseSearchEntry *entry = data;

  g_clear_pointer (&entry->text, g_free);
  premise_folded_clear (&entry->folded);
}

/**
 * premise_search_dup_entries:
 * @report: a report
 * @language: one of its languages
 * @evaluator: the values that are read
 *
 * Collects what there is to read. Speaker notes are not shown and not searched.
 *
 * Returns: (transfer full) (element-type PremiseSearchEntry): the texts; those of blocks are
 *   in the order of the report
 */
GArray *
premise_search_dup_entries (PremiseReport    *report,
                            const char       *language,
                            PremiseEvaluator *evaluator)
{
  g_autoptr(GHashTable) cited = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *labelled =
    g_new0 (gboolean, MAX (1, premise_model_get_n_variables (premise_report_get_model (report))));
  Indexer indexer = {
    .report = report,
    .language = language,
    .evaluator = evaluator,
    .entries = g_array_new (FALSE, FALSE, sizeof (PremiseSearchEntry)),
    .cited = cited,
    .labelled = labelled,
  };

  g_array_set_clear_func (indexer.entries, entry_clear);
  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    add_section (&indexer, i);
  add_hidden_assumptions (&indexer);

  return indexer.entries;
}
