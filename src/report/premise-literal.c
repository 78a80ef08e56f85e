/* premise-literal.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-literal.h"

#include "premise-lint-number.h"

/**
 * premise_literal_find:
 * @words: words of a text, without markup
 * @language: the language they are in
 *
 * Finds the numbers in words that cannot follow a slider, as rule P107 of the linter does: what names
 * something, such as a year, a page or GPT-3, is none of them.
 *
 * Returns: (transfer full) (element-type PremiseLiteral): where they are
 */
GArray *
premise_literal_find (const char *words,
                      const char *language)
{
  GArray *literals = g_array_new (FALSE, FALSE, sizeof (PremiseLiteral));
  g_autoptr(GArray) runs = g_array_new (FALSE, TRUE, sizeof (PremiseTextRun));
  g_autoptr(GArray) numbers = NULL;
  PremiseTextRun run = { .kind = PREMISE_SPAN_TEXT };

  g_return_val_if_fail (words != NULL, literals);

  run.text = (char *) words;
  g_array_append_val (runs, run);
  numbers = premise_lint_find_numbers (runs, language);

  for (guint i = 0; i < numbers->len; i++)
    {
      const PremiseLintNumber *number = &g_array_index (numbers, PremiseLintNumber, i);
      PremiseLiteral literal = { number->offset, number->offset + number->length };

      if (number->length > 0 && !number->names)
        g_array_append_val (literals, literal);
    }

  return literals;
}
