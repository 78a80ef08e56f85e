/* test-function.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-function-private.h"
#include "sample.h"

#include <math.h>
#include <string.h>

/* The help shows these examples to people who will type them. */
static void
test_function_examples (void)
{
  for (guint i = 0; i < premise_function_get_n_functions (); i++)
    {
      double expected = NAN;
      const char *example = premise_function_get_example (i, &expected);
      g_autofree char *text = g_strdup_printf ("index year 2021 2022 2023 2024\n"
                                               "datum sales 1 year : 10 20 30 40\n"
                                               "datum flow 1 year : -100 40 50 60\n"
                                               "formula it - : %s\n", example);
      g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (text);
      PremiseModel *model = premise_evaluator_get_model (evaluator);
      guint it = sample_find (model, "it");
      double value = premise_evaluator_get_value (evaluator, it, 0);

      g_test_message ("%s = %.17g", example, value);
      g_assert_cmpuint (premise_model_get_n_cells (model, it), ==, 1);
      g_assert_cmpfloat_with_epsilon (value, expected, 1e-12 * fabs (expected));
    }
}

/* What is written about a function is about that function. */
static void
test_function_texts (void)
{
  for (guint i = 0; i < premise_function_get_n_functions (); i++)
    {
      const char *name = premise_function_get_name (i);
      const char *summary = premise_function_get_summary (i);
      g_autofree char *call = g_strconcat (name, "(", NULL);

      g_assert_true (g_str_has_prefix (premise_function_get_usage (i), call));
      g_assert_nonnull (strstr (premise_function_get_example (i, NULL), call));
      g_assert_true (g_utf8_validate (summary, -1, NULL));
      g_assert_true (g_str_has_suffix (summary, "."));

      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (premise_function_get_name (j), !=, name);
    }
}

/* Whether a line of the specification calls a function and comes to an error. */
static gboolean
is_specified (const char *text,
              const char *call,
              const char *error)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *end = g_strconcat ("=> ", error, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], call) != NULL && g_str_has_suffix (lines[i], end))
        return TRUE;
    }

  return FALSE;
}

/* The errors that the reference names are in the specification, with that function. */
static void
test_function_errors (void)
{
  static const char *const errors[] = {
    "#DIV/0", "#DOMAIN", "#OVERFLOW", "#NO CONVERGENCE", "#MISSING",
  };
  g_autofree char *arithmetic = NULL;
  g_autofree char *functions = NULL;
  g_autofree char *text = NULL;
  g_autofree char *first = g_test_build_filename (G_TEST_DIST, "engine", "spec", "arithmetic.spec", NULL);
  g_autofree char *second = g_test_build_filename (G_TEST_DIST, "engine", "spec", "functions.spec", NULL);

  g_assert_true (g_file_get_contents (first, &arithmetic, NULL, NULL));
  g_assert_true (g_file_get_contents (second, &functions, NULL, NULL));
  text = g_strconcat (arithmetic, functions, NULL);

  for (guint i = 0; i < premise_function_get_n_functions (); i++)
    {
      g_autofree char *call = g_strconcat (premise_function_get_name (i), "(", NULL);

      g_assert_cmpuint (strlen (premise_function_get_units (i)), >, 0);

      for (guint j = 0; j < G_N_ELEMENTS (errors); j++)
        {
          if (strstr (premise_function_get_errors (i), errors[j]) != NULL
              && !is_specified (text, call, errors[j]))
            g_error ("%s%s is not in the specification", call, errors[j]);
        }
    }
}

/* A call of a function with the extremes in its arguments: @which counts through them. */
static char *
write_extreme_call (guint function,
                    guint which)
{
  static const char *const extremes[] = {
    "0", "1", "-1", "0.5", "3", "1e308", "-1e308", "1.7e308", "1e-308", "2e5",
  };
  const PremiseFunction *f = premise_function_get (function);
  GString *call = g_string_new (f->name);
  gboolean line = f->kind != PREMISE_FUNCTION_CELLS;

  g_string_append_c (call, '(');

  for (guint i = 0; i < f->min_args; i++)
    {
      const char *first = extremes[which % G_N_ELEMENTS (extremes)];
      const char *second = extremes[which / G_N_ELEMENTS (extremes) % G_N_ELEMENTS (extremes)];

      which = which / G_N_ELEMENTS (extremes) + 7 * i;
      g_string_append (call, i > 0 ? ", " : "");

      if (line && (f->outer_args & 1 << i) == 0)
        g_string_append_printf (call, "pick * (%s) + (1 - pick) * (%s)", first, second);
      else
        g_string_append (call, first);
    }

  g_string_append (call, f->min_args == 1 && line ? " over i)" : ")");

  return g_string_free (call, FALSE);
}

/* What goes wrong is named in the reference. */
static void
test_function_names_its_errors (void)
{
  const guint n = 1000;

  for (guint i = 0; i < premise_function_get_n_functions (); i++)
    {
      g_autoptr(GString) text = g_string_new ("index i a b\ndatum pick 1 i : 0 1\n");
      g_autoptr(PremiseEvaluator) evaluator = NULL;

      for (guint which = 0; which < n; which++)
        {
          g_autofree char *call = write_extreme_call (i, which);

          g_string_append_printf (text, "formula f%u - : %s\n", which, call);
        }

      evaluator = sample_evaluate (text->str);

      for (guint which = 0; which < n; which++)
        {
          g_autofree char *name = g_strdup_printf ("f%u", which);
          guint it = sample_find (premise_evaluator_get_model (evaluator), name);
          guint origin;
          guint cell;
          PremiseValueError error = premise_evaluator_get_error (evaluator, it, 0, &origin, &cell);

          if (error != PREMISE_VALUE_OK && origin == it
              && strstr (premise_function_get_errors (i), premise_value_error_to_string (error)) == NULL)
            {
              g_autofree char *call = write_extreme_call (i, which);

              g_error ("%s comes to %s, which the reference does not name", call,
                       premise_value_error_to_string (error));
            }
        }
    }
}

/* All that the language promises is there. */
static void
test_function_complete (void)
{
  static const char *const promised[] = {
    "sum", "mean", "min", "max", "product", "count", "abs", "round", "floor", "ceil", "sqrt",
    "exp", "ln", "log10", "pow", "clamp", "mod", "cagr", "npv", "irr", "pmt", "interpolate",
    "lookup", "cumulate", "prev", "lag", "share", "rank", "sort_by", "index_of", "median",
    "sign", "normal_cdf", "normal_quantile", "if", "and", "or", "not",
  };

  for (guint i = 0; i < G_N_ELEMENTS (promised); i++)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < premise_function_get_n_functions (); j++)
        is_there = is_there || strcmp (premise_function_get_name (j), promised[i]) == 0;

      if (!is_there)
        g_error ("There is no function “%s”", promised[i]);
    }
}

/* Long lines are ranked in another way than short ones; equal values share the better place. */
static void
test_function_rank_of_long_line (void)
{
  g_autoptr(GString) text = g_string_new ("index i");
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  guint n = 500;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " m%u", i);

  g_string_append (text, "\ndatum x 1 i :");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %u", i * 7919 % n / 2);

  g_string_append (text, "\nformula it - : rank(x)\n");
  evaluator = sample_evaluate (text->str);

  for (guint i = 0; i < n; i++)
    {
      guint value = i * 7919 % n / 2;

      /* 249 is the largest, and each is there twice. */
      g_assert_cmpfloat (premise_evaluator_get_value (evaluator, 1, i), ==, (249 - value) * 2 + 1);
    }
}

/* Rounding to tens of more digits than a number has leaves nothing, and is no error. */
static void
test_function_round_far (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate ("formula tens - : round(5, -400)\n"
                                                           "formula digits - : round(5, 400)\n"
                                                           "formula zero - : round(0, 400)\n"
                                                           "formula cut - : round(1.25, 1.9)\n");

  sample_assert_values (evaluator, "tens", "0");
  sample_assert_values (evaluator, "digits", "5");
  sample_assert_values (evaluator, "zero", "0");
  sample_assert_values (evaluator, "cut", "1.3");
}

/* A rate that is itself one of the rates that the search begins with. */
static void
test_function_irr_exact (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index year 0 1 2\n"
    "datum ten 1 year : -100 110 0\n"
    "datum none 1 year : -100 100 0\n"
    "datum half 1 year : -100 50 0\n"
    "datum loan 1 year : 100 -110 0\n"
    "datum nothing 1 year : 0 0 0\n"
    "datum two 1 year : -1 2.3 -1.32\n"
    "formula a - : round(irr(ten), 12)\n"
    "formula b - : round(irr(none), 12)\n"
    "formula c - : round(irr(half), 12)\n"
    "formula d - : round(irr(loan), 12)\n"
    "formula e - : irr(nothing)\n"
    "formula f - : round(irr(two), 9)\n");

  sample_assert_values (evaluator, "a", "0.1");
  sample_assert_values (evaluator, "b", "0");
  sample_assert_values (evaluator, "c", "-0.5");
  sample_assert_values (evaluator, "d", "0.1");
  sample_assert_values (evaluator, "e", "#NO CONVERGENCE");

  /* Both 10 % and 20 % are right; the one nearer to zero is taken. */
  sample_assert_values (evaluator, "f", "0.1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/function/examples", test_function_examples);
  g_test_add_func ("/engine/function/texts", test_function_texts);
  g_test_add_func ("/engine/function/errors", test_function_errors);
  g_test_add_func ("/engine/function/names-its-errors", test_function_names_its_errors);
  g_test_add_func ("/engine/function/complete", test_function_complete);
  g_test_add_func ("/engine/function/rank-of-long-line", test_function_rank_of_long_line);
  g_test_add_func ("/engine/function/round-far", test_function_round_far);
  g_test_add_func ("/engine/function/irr-exact", test_function_irr_exact);

  return g_test_run ();
}
