/* premise-value-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-value-text.h"

#include <math.h>

/**
 * premise_value_text_dup:
 * @report: a report
 * @evaluator: the values of its model
 * @variable: position of a variable
 * @cell: position of one of its cells
 * @format: (nullable): how to write it
 * @language: the language to write it in
 *
 * Writes a value as the report does. A value that could not be calculated says why.
 *
 * Returns: (transfer full): the text
 */
char *
premise_value_text_dup (PremiseReport       *report,
                        PremiseEvaluator    *evaluator,
                        guint                variable,
                        guint                cell,
                        const PremiseFormat *format,
                        const char          *language)
{
  double value = premise_evaluator_get_value (evaluator, variable, cell);
  PremiseValueError error;
  guint origin_variable;
  guint origin_cell;

  if (isnan (value))
    {
      error = premise_evaluator_get_error (evaluator, variable, cell, &origin_variable, &origin_cell);
      if (error != PREMISE_VALUE_OK && error != PREMISE_VALUE_MISSING)
        return g_strdup (premise_value_error_to_string (error));
    }

  return premise_report_format_cell (report, variable, value, format, language);
}

/**
 * premise_value_text_dup_base:
 * @report: a report
 * @evaluator: the values of its model
 * @variable: position of a variable
 * @cell: position of one of its cells
 * @format: (nullable): how to write it
 * @language: the language to write it in
 *
 * Writes the base value, if it reads differently from the value.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL when the value is that of the base case
 */
char *
premise_value_text_dup_base (PremiseReport       *report,
                             PremiseEvaluator    *evaluator,
                             guint                variable,
                             guint                cell,
                             const PremiseFormat *format,
                             const char          *language)
{
  double base = premise_evaluator_get_base_value (evaluator, variable, cell);
  g_autofree char *text = NULL;
  g_autofree char *base_text = NULL;

  if (!premise_evaluator_differs (evaluator, variable))
    return NULL;

  text = premise_value_text_dup (report, evaluator, variable, cell, format, language);
  base_text = premise_report_format_cell (report, variable, base, format, language);

  return g_strcmp0 (text, base_text) != 0 ? g_steal_pointer (&base_text) : NULL;
}
