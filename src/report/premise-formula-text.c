/* premise-formula-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-formula-text.h"

#include "premise-reference.h"

#include <string.h>

/* So many cells of a table are written out in a sum. */
#define MAX_CELLS 12

/* Signs as they are printed. A hyphen behind “e” belongs to a number: names are no literals. */
static void
append_literal (GString    *string,
                const char *text,
                gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '*')
        g_string_append (string, "×");
      else if (text[i] == '/')
        g_string_append (string, "÷");
      else if (text[i] == '-' && (i == 0 || (text[i - 1] != 'e' && text[i - 1] != 'E')))
        g_string_append (string, "−");
      else
        g_string_append_c (string, text[i]);
    }
}

/* A table that has one of its members picked is called by it. */
static void
append_words (GString                *string,
              PremiseReport          *report,
              const PremiseReference *reference,
              const char             *language)
{
  PremiseModel *model = premise_report_get_model (report);
  const guint *members = (const guint *) (gpointer) reference->members->data;
  g_autofree char *label = NULL;
  gboolean picked = reference->members->len > 0;

  for (guint dim = 0; dim < reference->members->len; dim++)
    picked = picked && members[dim] != PREMISE_MEMBER_OWN && members[dim] != PREMISE_MEMBER_ALL;

  if (picked)
    label = premise_report_dup_cell_label (report, reference->target,
                                           premise_model_get_cell (model, reference->target,
                                                                   members),
                                           language);
  else
    label = premise_text_render_plain (premise_report_get_info (report, reference->target)->label,
                                       language, NULL);

  g_string_append (string, label);
}

static void
append_index (GString       *string,
              PremiseReport *report,
              guint          index,
              const char    *language)
{
  g_autofree char *label =
    premise_text_render_plain (premise_report_get_index_label (report, index), language, NULL);

  g_string_append (string, label);
}

static void
append_value (GString           *string,
              PremiseReport     *report,
              PremiseEvaluator  *evaluator,
              const PremiseCell *cell,
              gboolean           operand,
              const char        *language)
{
  double value = premise_evaluator_get_value (evaluator, cell->variable, cell->cell);
  g_autofree char *text = premise_report_format_cell (report, cell->variable, value, NULL,
                                                      language);

  /* “3 − (−2)”: a sign must not run into the operator in front. */
  if (operand && value < 0)
    g_string_append_printf (string, "(%s)", text);
  else
    g_string_append (string, text);
}

static void
append_numbers (GString                *string,
                PremiseReport          *report,
                PremiseEvaluator       *evaluator,
                guint                   variable,
                guint                   cell,
                const PremiseReference *reference,
                const char             *language)
{
  g_autoptr(GArray) cells =
    premise_model_dup_reference_cells (premise_report_get_model (report), variable, cell,
                                       reference, MAX_CELLS + 1);

  for (guint i = 0; i < MIN (cells->len, MAX_CELLS); i++)
    {
      if (i > 0)
        g_string_append (string, ", ");
      append_value (string, report, evaluator, &g_array_index (cells, PremiseCell, i),
                    cells->len == 1, language);
    }
  if (cells->len > MAX_CELLS)
    g_string_append (string, ", …");
}

/* evaluator: (nullable): NULL writes words */
static char *
dup_formula (PremiseReport    *report,
             PremiseEvaluator *evaluator,
             guint             variable,
             guint             cell,
             const char       *language)
{
  PremiseModel *model = premise_report_get_model (report);
  const char *text = premise_model_get_expression (model, variable);
  g_autoptr(GArray) references = NULL;
  g_autoptr(GString) string = g_string_new (NULL);
  gsize position = 0;

  if (text == NULL)
    return NULL;

  references = premise_model_dup_references (model, variable);
  for (guint i = 0; i < references->len; i++)
    {
      const PremiseReference *reference = &g_array_index (references, PremiseReference, i);

      append_literal (string, text + position, reference->offset - position);
      if (reference->kind == PREMISE_REFERENCE_INDEX)
        append_index (string, report, reference->target, language);
      else if (evaluator == NULL)
        append_words (string, report, reference, language);
      else
        append_numbers (string, report, evaluator, variable, cell, reference, language);
      position = reference->offset + reference->length;
    }
  append_literal (string, text + position, strlen (text + position));

  return g_strdup (string->str);
}

/**
 * premise_formula_dup_words:
 * @report: a report
 * @variable: position of a variable of its model
 * @language: a language of the report
 *
 * Writes the formula with the labels of the report in the place of ids:
 * “Price × Sold”. A formula that is not valid is given as it was written.
 *
 * Returns: (transfer full) (nullable): the text, %NULL for a variable without formula
 */
char *
premise_formula_dup_words (PremiseReport *report,
                           guint          variable,
                           const char    *language)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);

  return dup_formula (report, NULL, variable, 0, language);
}

/**
 * premise_formula_dup_numbers:
 * @report: a report
 * @evaluator: the values
 * @variable: position of a variable of its model
 * @cell: its cell
 * @language: a language of the report
 *
 * Writes the formula with the numbers filled in that the cell is calculated from, as the
 * report writes them: “CNY 10.0 × 3”.
 *
 * Returns: (transfer full) (nullable): the text, %NULL for a variable without formula
 */
char *
premise_formula_dup_numbers (PremiseReport    *report,
                             PremiseEvaluator *evaluator,
                             guint             variable,
                             guint             cell,
                             const char       *language)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (evaluator), NULL);

  return dup_formula (report, evaluator, variable, cell, language);
}
