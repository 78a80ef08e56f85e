/* premise-export-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-export.h"

#include "premise-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* RFC 4180: quotes around what has a comma, a quote or a line end. */
static void
append_field (GString    *csv,
              const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

/* In base units, a date as ISO 8601 writes it, for machines: never the rounded number of the page. These are the decimal
 * digits that a double surely holds; more would write the 0.3 of the model as
 * 0.29999999999999999.
 */
static void
append_number (GString           *csv,
               const PremiseUnit *unit,
               double             value)
{
  g_autofree char *date = premise_date_is_unit (unit) ? premise_date_dup_iso (value) : NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (csv, ',');
  if (date != NULL)
    g_string_append (csv, date);
  else if (!isnan (value))
    g_string_append (csv, g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

static void
append_text (GString          *csv,
             PremiseText      *text,
             const char       *language,
             PremiseEvaluator *evaluator)
{
  g_autofree char *plain = NULL;

  if (text == NULL)
    return;

  plain = premise_text_render_plain (text, language, evaluator);
  append_field (csv, plain);
}

static void
append_header (GString            *csv,
               PremiseReport      *report,
               const PremiseTable *table,
               const char         *language,
               PremiseEvaluator   *evaluator)
{
  PremiseModel *model = premise_report_get_model (report);

  append_text (csv, table->member_header, language, evaluator);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PremiseTableColumn *column = &g_array_index (table->columns, PremiseTableColumn, i);
      g_autofree char *header = premise_text_render_plain (column->header, language, evaluator);
      g_autofree char *unit =
        premise_unit_to_string (premise_model_get_unit (model, column->variable));
      g_autofree char *both = g_strdup_printf ("%s (%s)", header, unit);

      g_string_append_c (csv, ',');
      append_field (csv, both);
    }
  g_string_append (csv, "\r\n");
}

static void
append_bound_rows (GString            *csv,
                   PremiseReport      *report,
                   const PremiseTable *table,
                   const char         *language,
                   PremiseEvaluator   *evaluator)
{
  PremiseModel *model = premise_report_get_model (report);

  for (guint member = 0; member < premise_model_get_n_members (model, table->index); member++)
    {
      append_text (csv, premise_report_get_member_label (report, table->index, member), language,
                   evaluator);
      for (guint i = 0; i < table->columns->len; i++)
        {
          guint variable = premise_table_get_column (table, i)->variable;
          guint cell = premise_table_get_cell (table, model, member, i);

          append_number (csv, premise_model_get_unit (model, variable),
                         premise_evaluator_get_value (evaluator, variable, cell));
        }
      g_string_append (csv, "\r\n");
    }
}

static void
append_total (GString            *csv,
              PremiseReport      *report,
              const PremiseTable *table,
              const char         *language,
              PremiseEvaluator   *evaluator)
{
  if (table->total_label == NULL)
    return;

  append_text (csv, table->total_label, language, evaluator);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PremiseTableColumn *column = premise_table_get_column (table, i);

      if (column->total == PREMISE_MODEL_NOT_FOUND)
        g_string_append_c (csv, ',');
      else
        append_number (csv, premise_model_get_unit (premise_report_get_model (report), column->total),
                       premise_evaluator_get_value (evaluator, column->total, column->total_cell));
    }
  g_string_append (csv, "\r\n");
}

static void
append_literal_row (GString          *csv,
                    GPtrArray        *cells,
                    const char       *language,
                    PremiseEvaluator *evaluator)
{
  for (guint i = 0; i < cells->len; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_text (csv, g_ptr_array_index (cells, i), language, evaluator);
    }
  g_string_append (csv, "\r\n");
}

/**
 * premise_export_table_csv:
 * @report: the report
 * @block: a table block of it
 * @evaluator: the values to write
 * @language: the language of every text
 * @error: return location for a #PremiseExportError
 *
 * Writes a table as comma-separated values (RFC 4180) with a decimal point whatever the
 * locale. Live numbers are in base units, named in the head, in full precision.
 *
 * Returns: (transfer full) (nullable): the text, or NULL with @error set
 */
char *
premise_export_table_csv (PremiseReport       *report,
                          const PremiseBlock  *block,
                          PremiseEvaluator    *evaluator,
                          const char          *language,
                          GError             **error)
{
  g_autoptr(GString) csv = g_string_new (NULL);

  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  if (block->type != PREMISE_BLOCK_TABLE || block->table == NULL)
    {
      g_set_error_literal (error, PREMISE_EXPORT_ERROR, PREMISE_EXPORT_ERROR_NOT_A_TABLE,
                           _("Only a table can be exported as comma-separated values"));
      return NULL;
    }

  if (block->table->bound)
    {
      append_header (csv, report, block->table, language, evaluator);
      append_bound_rows (csv, report, block->table, language, evaluator);
      append_total (csv, report, block->table, language, evaluator);
    }
  else
    {
      append_literal_row (csv, block->table->headers, language, evaluator);
      for (guint i = 0; i < block->table->rows->len; i++)
        append_literal_row (csv, g_ptr_array_index (block->table->rows, i), language, evaluator);
    }

  return g_string_free_and_steal (g_steal_pointer (&csv));
}
