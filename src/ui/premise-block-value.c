/* premise-block-value.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-value.h"

#include "premise-value-text.h"

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
  return premise_value_text_dup (premise_session_get_report (session),
                                 premise_session_get_evaluator (session), variable, cell, format,
                                 premise_session_get_language (session));
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
  return premise_value_text_dup_base (premise_session_get_report (session),
                                      premise_session_get_evaluator (session), variable, cell, format,
                                      premise_session_get_language (session));
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
