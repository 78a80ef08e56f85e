/* test-spec.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs the specification of the formula language, spec/NAME.spec. A line there is empty, a
 * comment (#), a definition or a case:
 *
 *   index ID MEMBER …
 *   datum ID UNIT INDEX … : VALUE …
 *   FORMULA => VALUE … [in UNIT]     the values, bit for bit; ~> within 1e-12
 *   FORMULA => #ERROR                why the first cell has none
 *   FORMULA => E102@OFFSET TEXT      the only diagnostic, and a part of its message
 */

#include "premise-evaluator.h"

#include <math.h>
#include <string.h>

static void
add_index (PremiseModelBuilder  *builder,
           char                **words)
{
  premise_model_builder_add_index (builder, words[1], (const char *const *) words + 2,
                                   g_strv_length (words) - 2);
}

static void
add_datum (PremiseModelBuilder  *builder,
           char                **words)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GPtrArray) indexes = g_ptr_array_new ();
  guint i = 3;

  for (; g_strcmp0 (words[i], ":") != 0; i++)
    {
      g_assert_nonnull (words[i]);
      g_ptr_array_add (indexes, words[i]);
    }

  g_ptr_array_add (indexes, NULL);

  for (i++; words[i] != NULL; i++)
    {
      double value = g_ascii_strtod (words[i], NULL);

      g_array_append_val (values, value);
    }

  premise_model_builder_add_datum (builder, words[1], words[2],
                                   (const char *const *) indexes->pdata,
                                   (const double *) (gpointer) values->data, values->len);
}

static void
check_diagnostic (const char *line,
                  GPtrArray  *diagnostics,
                  const char *expected)
{
  const PremiseDiagnostic *diagnostic;
  char *end;

  if (diagnostics->len != 1)
    g_error ("%s: %u diagnostics", line, diagnostics->len);

  diagnostic = g_ptr_array_index (diagnostics, 0);
  g_assert_cmpstr (diagnostic->variable, ==, "it");
  g_assert_cmpstr (diagnostic->field, ==, "formula");

  if (diagnostic->code != g_ascii_strtoull (expected + 1, &end, 10)
      || diagnostic->offset != g_ascii_strtoull (end + 1, &end, 10)
      || strstr (diagnostic->message, end + 1) == NULL)
    g_error ("%s: E%d@%" G_GSIZE_FORMAT " %s", line, (int) diagnostic->code, diagnostic->offset,
             diagnostic->message);
}

static void
check_values (const char *line,
              const char *expected,
              gboolean    exact,
              double     *values,
              guint       n_values)
{
  g_auto(GStrv) words = g_strsplit (expected, " ", -1);

  if (g_strv_length (words) != n_values)
    g_error ("%s: %u values", line, n_values);

  for (guint i = 0; i < n_values; i++)
    {
      double value = g_ascii_strtod (words[i], NULL);
      double tolerance = exact ? 0 : 1e-12 * MAX (1, fabs (value));

      /* The negation makes NaN fail too. */
      if (!(fabs (values[i] - value) <= tolerance))
        g_error ("%s: value %u is %.17g", line, i, values[i]);
    }
}

static void
check_result (const char   *line,
              PremiseModel *model,
              const char   *expected,
              gboolean      exact)
{
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);
  g_auto(GStrv) parts = g_strsplit (expected, " in ", 2);
  guint it = premise_model_find (model, "it");
  g_autofree char *unit = premise_unit_to_string (premise_model_get_unit (model, it));
  PremiseValueError error = PREMISE_VALUE_OK;

  if (premise_model_get_n_cells (model, it) > 0)
    error = premise_evaluator_get_error (evaluator, it, 0, NULL, NULL);

  if (*expected == '#')
    {
      if (strcmp (premise_value_error_to_string (error), expected) != 0)
        g_error ("%s: the error is “%s”", line, premise_value_error_to_string (error));

      g_assert_true (isnan (premise_evaluator_get_value (evaluator, it, 0)));
      return;
    }

  check_values (line, parts[0], exact, (double *) premise_evaluator_get_values (evaluator, it),
                premise_model_get_n_cells (model, it));
  g_assert_cmpint (error, ==, PREMISE_VALUE_OK);

  if (parts[1] != NULL && strcmp (parts[1], unit) != 0)
    g_error ("%s: the unit is %s", line, unit);
}

static void
run_case (const char *line,
          GPtrArray  *definitions)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = NULL;
  const char *arrow = strstr (line, " => ");
  gboolean exact = arrow != NULL;
  g_autofree char *formula = NULL;
  g_autofree char *expected = NULL;

  if (arrow == NULL)
    arrow = strstr (line, " ~> ");

  g_assert_nonnull (arrow);
  formula = g_strchomp (g_strndup (line, arrow - line));
  expected = g_strdup (arrow + 4);

  for (guint i = 0; i < definitions->len; i++)
    {
      char **words = g_ptr_array_index (definitions, i);

      if (strcmp (words[0], "index") == 0)
        add_index (builder, words);
      else
        add_datum (builder, words);
    }

  premise_model_builder_add_formula (builder, "it", NULL, NULL, formula);
  model = premise_model_builder_build (builder, diagnostics);

  if (*expected == 'E')
    {
      check_diagnostic (line, diagnostics, expected);
      g_assert_false (premise_model_is_valid (model, premise_model_find (model, "it")));
      return;
    }

  for (guint i = 0; i < diagnostics->len; i++)
    g_error ("%s: %s", line,
             ((const PremiseDiagnostic *) g_ptr_array_index (diagnostics, i))->message);

  check_result (line, model, expected, exact);
}

static void
test_spec_file (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "engine", "spec", data, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) definitions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto(GStrv) lines = NULL;
  guint n_cases = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;

      if (g_str_has_prefix (lines[i], "index ") || g_str_has_prefix (lines[i], "datum "))
        {
          g_ptr_array_add (definitions, g_strsplit (lines[i], " ", -1));
          continue;
        }

      run_case (lines[i], definitions);
      n_cases++;
    }

  g_assert_cmpuint (n_cases, >, 20);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const files[] = {
    "arithmetic.spec",
    "functions.spec",
    "indexes.spec",
    "precedence.spec",
    "syntax.spec",
    "units.spec",
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/engine/spec/%s", files[i]);

      g_test_add_data_func (path, files[i], test_spec_file);
    }

  return g_test_run ();
}
