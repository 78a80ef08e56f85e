/* premise-figure-source.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure.h"

#include "premise-figure-words.h"

#include <string.h>

/* The sources of what a figure shows, and the page when there is one page only. */
typedef struct
{
  PremiseReport *report;
  GPtrArray     *ids;         /* (element-type utf8), each once */
  guint          page;
  gboolean       many_pages;
  gboolean       calculated;
} Origins;

static void
add_source (Origins    *self,
            const char *id,
            guint       page)
{
  if (!g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL))
    g_ptr_array_add (self->ids, (gpointer) id);

  if (page != 0 && self->page != 0 && page != self->page)
    self->many_pages = TRUE;

  if (page != 0)
    self->page = page;
}

static void
add_sources_of_cells (Origins                   *self,
                      const PremiseVariableInfo *info,
                      guint                      n_cells)
{
  gboolean differ = info->cell_sources != NULL || info->cell_pages != NULL;

  for (guint cell = 0; cell < (differ ? n_cells : 1); cell++)
    {
      const char *source = premise_variable_info_get_source (info, cell);

      if (source != NULL)
        add_source (self, source, premise_variable_info_get_page (info, cell));
    }
}

/* A variable without a source of its own comes from what its formula reads. */
static void
add_variable (Origins    *self,
              GHashTable *seen,
              guint       variable)
{
  PremiseModel *model = premise_report_get_model (self->report);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (queue, variable);

  for (guint i = 0; i < queue->len; i++)
    {
      guint next = g_array_index (queue, guint, i);
      const PremiseVariableInfo *info = premise_report_get_info (self->report, next);
      g_autoptr(GArray) precedents = NULL;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (next)))
        continue;

      if (info != NULL && info->source != NULL)
        {
          add_sources_of_cells (self, info, premise_model_get_n_cells (model, next));
          self->calculated = self->calculated || i > 0;
          continue;
        }

      precedents = premise_model_dup_precedents (model, next);
      g_array_append_vals (queue, precedents->data, precedents->len);
    }
}

static void
add_block (Origins            *self,
           const PremiseBlock *block)
{
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (block->source != NULL)
    {
      add_source (self, block->source, block->page);
      return;
    }

  premise_block_add_variables (block, variables);

  for (guint i = 0; i < variables->len; i++)
    add_variable (self, seen, g_array_index (variables, guint, i));

  if (block->page != 0)
    {
      self->page = block->page;
      self->many_pages = FALSE;
    }
}

/* “Calculated from this report's own calculation” says nothing. */
static void
leave_out_own (Origins *self)
{
  for (guint i = self->ids->len; self->calculated && i > 0; i--)
    {
      const PremiseSource *source =
        premise_report_find_source (self->report, g_ptr_array_index (self->ids, i - 1));

      if (source == NULL || g_strcmp0 (source->kind, "own") != 0)
        continue;

      if (self->ids->len > 1)
        g_ptr_array_remove_index (self->ids, i - 1);
      else
        self->calculated = FALSE;
    }
}

/**
 * premise_figure_dup_source_line:
 * @report: a report
 * @block: a block of @report that shows numbers
 * @language: (nullable): the language of the report
 *
 * Gets what stands below an exhibit. Where the block does not say, the sources
 * are those of its variables, and for formulas those of what they are worked
 * out from.
 *
 * Returns: (transfer full): the line; empty when no source is known
 */
char *
premise_figure_dup_source_line (PremiseReport      *report,
                                const PremiseBlock *block,
                                const char         *language)
{
  const PremiseFigureWords *words = premise_figure_words_get (language);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GString) string = g_string_new (NULL);
  Origins origins = { .report = report, .ids = ids };

  g_return_val_if_fail (block != NULL, NULL);

  add_block (&origins, block);
  leave_out_own (&origins);

  if (ids->len == 0)
    return g_strdup ("");

  g_string_append (string, origins.calculated ? words->calculated : words->source);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      const PremiseSource *source = premise_report_find_source (report, id);
      g_autofree char *name = NULL;

      if (source != NULL && source->name != NULL)
        name = premise_text_render_plain (source->name, language, NULL);

      g_string_append (string, i > 0 ? words->list_comma : "");
      g_string_append (string, name != NULL ? name : id);
    }

  if (ids->len == 1 && origins.page != 0 && !origins.many_pages)
    g_string_append_printf (string, "%s%s%u%s", words->comma, words->page_before, origins.page,
                            words->page_after);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

/**
 * premise_figure_dup_exhibit_label:
 * @exhibit: the number of an exhibit
 * @language: (nullable): the language of the report
 *
 * Gets the number as it is written before a title: "Exhibit 3", "图表 3".
 *
 * Returns: (transfer full): the label; empty when @exhibit is 0
 */
char *
premise_figure_dup_exhibit_label (guint       exhibit,
                                  const char *language)
{
  if (exhibit == 0)
    return g_strdup ("");

  return g_strdup_printf ("%s%u", premise_figure_words_get (language)->exhibit, exhibit);
}
