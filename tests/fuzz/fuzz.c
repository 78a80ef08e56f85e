/* fuzz.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the targets have in common: claims about models that hold whatever they are made from. */

#include "config.h"

#include "fuzz.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* To explain one cell is a walk over its formula: for many cells, that is most of the time. */
#define MAX_EXPLAINED 50

static void
abort_on_complaint (const char     *domain,
                    GLogLevelFlags  level,
                    const char     *message,
                    gpointer        data)
{
  g_printerr ("%s: %s\n", domain != NULL ? domain : "(no domain)", message);

  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0)
    abort ();
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_default_handler (abort_on_complaint, NULL);

  return 0;
}

/**
 * fuzz_dup_text:
 * @data: (array length=size): what a fuzzer made
 * @size: how much
 *
 * Returns: (transfer full): the text up to the first NUL, not necessarily UTF-8
 */
char *
fuzz_dup_text (const guint8 *data,
               gsize         size)
{
  return g_strndup ((const char *) data, size);
}

guint64
fuzz_get_bits (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);

  return bits;
}

/**
 * fuzz_check_diagnostics:
 * @diagnostics: (element-type PremiseDiagnostic): what was wrong with a model
 *
 * Checks that each can be shown: it has words, in UTF-8.
 */
void
fuzz_check_diagnostics (GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      g_autofree char *line = premise_diagnostic_to_string (diagnostic);

      fuzz_check (diagnostic->message != NULL && *diagnostic->message != '\0');
      fuzz_check (g_utf8_validate (diagnostic->message, -1, NULL));
      fuzz_check (strstr (line, diagnostic->message) != NULL);
    }
}

/**
 * fuzz_check_errors:
 * @evaluator: an evaluator
 * @variable: a variable
 *
 * Checks that a cell has either a value or an error, and that the error began somewhere in
 * the model, at a cell that has no value either.
 */
void
fuzz_check_errors (PremiseEvaluator *evaluator,
                   guint             variable)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  guint n_cells = MIN (premise_model_get_n_cells (model, variable), MAX_EXPLAINED);

  for (guint i = 0; i < n_cells; i++)
    {
      guint origin = G_MAXUINT;
      guint origin_cell = G_MAXUINT;
      double value = premise_evaluator_get_value (evaluator, variable, i);
      PremiseValueError error = premise_evaluator_get_error (evaluator, variable, i, &origin,
                                                             &origin_cell);

      fuzz_check (isfinite (value) || isnan (value));
      fuzz_check (isnan (value) == (error != PREMISE_VALUE_OK));
      fuzz_check (premise_value_error_to_string (error) != NULL);

      if (error == PREMISE_VALUE_OK)
        continue;

      fuzz_check (origin < premise_model_get_n_variables (model));

      if (error == PREMISE_VALUE_INVALID)
        fuzz_check (!premise_model_is_valid (model, origin));
      else
        {
          fuzz_check (origin_cell < premise_model_get_n_cells (model, origin));
          fuzz_check (isnan (premise_evaluator_get_value (evaluator, origin, origin_cell)));
        }
    }
}

/**
 * fuzz_dup_values:
 * @evaluator: an evaluator
 *
 * Returns: (element-type guint64) (transfer full): the bits of all values of all variables
 */
GArray *
fuzz_dup_values (PremiseEvaluator *evaluator)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      const double *cells = premise_evaluator_get_values (evaluator, i);

      for (guint j = 0; j < premise_model_get_n_cells (model, i); j++)
        {
          /* Which NaN it is says nothing. */
          guint64 bits = fuzz_get_bits (isnan (cells[j]) ? (double) NAN : cells[j]);

          g_array_append_val (values, bits);
        }
    }

  return values;
}

/**
 * fuzz_check_same:
 * @expected: (element-type guint64): values
 * @found: (element-type guint64): values
 *
 * Checks that both are the same, bit for bit.
 */
void
fuzz_check_same (const GArray *expected,
                 const GArray *found)
{
  fuzz_check (expected->len == found->len);

  for (guint i = 0; i < expected->len; i++)
    fuzz_check (g_array_index (expected, guint64, i) == g_array_index (found, guint64, i));
}
