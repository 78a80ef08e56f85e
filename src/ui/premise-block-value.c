/* premise-block-value.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-value.h"

#include <math.h>

/**
 * premise_block_value_dup_text:
 * @session: a session
 * @variable: position of a variable
 * @cell: position of one of its cells
 * @format: (nullable): how to write it
 *
 * Writes a value as the report does. A value that could not be calculated says why.
 *
 * Returns: (transfer full): the text
 */
char *
premise_block_value_dup_text (PremiseSession      *session,
                              guint                variable,
                              guint                cell,
                              const PremiseFormat *format)
{
  PremiseEvaluator *evaluator = premise_session_get_evaluator (session);
  double value = premise_evaluator_get_value (evaluator, variable, cell);
  PremiseValueError error;
  guint origin_variable;
  guint origin_cell;

  if (isnan (value))
    {
      error = premise_evaluator_get_error (evaluator, variable, cell, &origin_variable,
                                           &origin_cell);
      if (error != PREMISE_VALUE_OK && error != PREMISE_VALUE_MISSING)
        return g_strdup (premise_value_error_to_string (error));
    }

  return premise_report_format_cell (premise_session_get_report (session), variable, value,
                                     format, premise_session_get_language (session));
}

/**
 * premise_block_value_dup_base_text:
 * @session: a session
 * @variable: position of a variable
 * @cell: position of one of its cells
 * @format: (nullable): how to write it
 *
 * Writes the base value, if it reads differently from the value.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL when the value is that of the base case
 */
char *
premise_block_value_dup_base_text (PremiseSession      *session,
                                   guint                variable,
                                   guint                cell,
                                   const PremiseFormat *format)
{
  PremiseEvaluator *evaluator = premise_session_get_evaluator (session);
  double base = premise_evaluator_get_base_value (evaluator, variable, cell);
  g_autofree char *text = NULL;
  g_autofree char *base_text = NULL;

  if (!premise_evaluator_differs (evaluator, variable))
    return NULL;

  text = premise_block_value_dup_text (session, variable, cell, format);
  base_text = premise_report_format_cell (premise_session_get_report (session), variable, base,
                                          format, premise_session_get_language (session));

  return g_strcmp0 (text, base_text) != 0 ? g_steal_pointer (&base_text) : NULL;
}

/**
 * premise_block_value_show:
 * @session: a session
 * @variable: position of a variable
 * @cell: position of one of its cells
 * @format: (nullable): how to write it
 * @widget: the cell of a table that shows it
 *
 * Brings @widget up to date: the number, whether it has changed, and what it says about itself.
 */
void
premise_block_value_show (PremiseSession      *session,
                          guint                variable,
                          guint                cell,
                          const PremiseFormat *format,
                          PremiseTableCell    *widget)
{
  g_autofree char *text = premise_block_value_dup_text (session, variable, cell, format);
  g_autofree char *base = premise_block_value_dup_base_text (session, variable, cell, format);
  g_autofree char *label =
    premise_report_dup_cell_label (premise_session_get_report (session), variable, cell,
                                   premise_session_get_language (session));

  premise_table_cell_set_text (widget, text);
  premise_table_cell_set_description (widget, label, base);
}
