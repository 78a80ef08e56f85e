/* test-template.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Formulas that are written alike are compiled once: nobody may notice. */

#include "config.h"

#include "sample.h"

static void
test_names (void)
{
  g_autoptr(PremiseEvaluator) evaluator =
    sample_evaluate ("datum a 1 : 2\n"
                     "datum b 1 : 5\n"
                     "datum c 1 : 11\n"
                     "formula p - : a + a * b\n"
                     "formula q - : b + b * c\n"
                     "formula r - : b + c * c\n"
                     "formula s - : c + a * b\n"
                     "formula t - : max(a, b) + 1e2 * a\n"
                     "formula u - : max(c, b) + 1e2 * c\n"
                     "formula v - : min(c, b) + 1e2 * c\n"
                     "formula w - : q\n"
                     "formula x - : r\n"
                     "formula y - : not a\n"
                     "formula z - : (b or c) + 0\n");

  sample_assert_values (evaluator, "p", "12");
  sample_assert_values (evaluator, "q", "60");
  sample_assert_values (evaluator, "r", "126");
  sample_assert_values (evaluator, "s", "21");
  sample_assert_values (evaluator, "t", "205");
  sample_assert_values (evaluator, "u", "1111");
  sample_assert_values (evaluator, "v", "1105");
  sample_assert_values (evaluator, "w", "60");
  sample_assert_values (evaluator, "x", "126");
  sample_assert_values (evaluator, "y", "0");
  sample_assert_values (evaluator, "z", "1");
}

/* Numbers are part of what is alike, with their exponents, which are no names even if there are
 * variables called so; and what has two times the same name is no other kind of the other.
 */
static void
test_numbers (void)
{
  g_autoptr(PremiseEvaluator) evaluator =
    sample_evaluate ("datum a 1 : 2\n"
                     "datum e2 1 : 1000\n"
                     "datum long_name_of_something 1 : 5\n"
                     "formula p - : a * 12e2 + e2\n"
                     "formula q - : a * 12e3 + e2\n"
                     "formula r - : a * 1.25e-2\n"
                     "formula s - : a * 1.26e-2\n"
                     "formula t - : long_name_of_something * a + long_name_of_something\n"
                     "formula u - : a * long_name_of_something + a\n"
                     "formula v - : a * long_name_of_something + e2\n");

  sample_assert_values (evaluator, "p", "3400");
  sample_assert_values (evaluator, "q", "25000");
  sample_assert_values (evaluator, "r", "0.025");
  sample_assert_values (evaluator, "s", "0.0252");
  sample_assert_values (evaluator, "t", "15");
  sample_assert_values (evaluator, "u", "12");
  sample_assert_values (evaluator, "v", "1010");
}

/* What is too long for a key is compiled by itself: longest keys, and one number more. */
static void
test_long (void)
{
  for (guint n = 1; n < 400; n++)
    {
      g_autoptr(GString) text = g_string_new ("datum a 1 : 2\ndatum b 1 : 3\nformula p - : a * 0.5");
      g_autofree char *p = g_strdup_printf ("%u", n + 1);
      g_autofree char *q = g_strdup_printf ("%g", n + 1.5);
      g_autoptr(PremiseEvaluator) evaluator = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (text, i + 1 < n ? "+1" : "+1.000000000000000000");

      g_string_append (text, "\nformula q - : b * 0.5");

      for (guint i = 0; i < n; i++)
        g_string_append (text, i + 1 < n ? "+1" : "+1.000000000000000000");

      g_string_append_c (text, '\n');
      evaluator = sample_evaluate (text->str);
      sample_assert_values (evaluator, "p", p);
      sample_assert_values (evaluator, "q", q);
    }
}

/* A name is looked for near the formula first, and two names may be one variable. */
static void
test_prefixes (void)
{
  g_autoptr(PremiseEvaluator) evaluator =
    sample_evaluate ("datum m.a 1 : 1\n"
                     "datum n.a 1 : 10\n"
                     "datum a 1 : 100\n"
                     "formula m.x - : a - m.a\n"
                     "formula n.x - : a - m.a\n"
                     "formula x - : a - m.a\n"
                     "formula m.y - : m.a - a\n"
                     "formula y - : m.a - a\n");

  sample_assert_values (evaluator, "m.x", "0");
  sample_assert_values (evaluator, "n.x", "9");
  sample_assert_values (evaluator, "x", "99");
  sample_assert_values (evaluator, "m.y", "0");
  sample_assert_values (evaluator, "y", "-99");
}

/* What is alike in writing may differ in units and indexes. */
static void
test_units_and_indexes (void)
{
  g_autoptr(PremiseEvaluator) evaluator =
    sample_evaluate ("index i k l\n"
                     "datum n 1 : 3\n"
                     "datum money 元 : 7\n"
                     "datum many 1 i : 1 2\n"
                     "formula p - : n * n\n"
                     "formula q - : money * money\n"
                     "formula r - : many * many\n"
                     "formula s - : n * n\n"
                     "formula t - : money * money\n");
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  PremiseUnit *plain = premise_model_get_unit (model, sample_find (model, "s"));
  PremiseUnit *squared = premise_model_get_unit (model, sample_find (model, "t"));

  sample_assert_values (evaluator, "q", "49");
  sample_assert_values (evaluator, "r", "1 4");
  sample_assert_values (evaluator, "s", "9");
  sample_assert_values (evaluator, "t", "49");
  g_assert_true (plain == premise_model_get_unit (model, sample_find (model, "p")));
  g_assert_true (squared != plain);
}

static void
assert_error (GPtrArray  *diagnostics,
              guint       i,
              const char *variable,
              gsize       offset)
{
  const PremiseDiagnostic *diagnostic;

  g_assert_cmpuint (i, <, diagnostics->len);
  diagnostic = g_ptr_array_index (diagnostics, i);
  g_assert_cmpstr (diagnostic->variable, ==, variable);
  g_assert_cmpuint (diagnostic->offset, ==, offset);
}

/* Each formula that is wrong is told so, at its own place. */
static void
test_errors (void)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model =
    sample_build ("datum money 元 : 7\n"
                  "datum hours 小时 : 8\n"
                  "datum n 1 : 1\n"
                  "formula a - : n + n\n"
                  "formula b - : money + hours\n"
                  "formula c - : hours + money\n"
                  "formula d - : n + nothing\n"
                  "formula e - : n * (n\n"
                  "formula f - : hours * (hours\n", diagnostics);

  g_assert_cmpuint (diagnostics->len, ==, 5);
  assert_error (diagnostics, 0, "d", 4);
  assert_error (diagnostics, 1, "e", 6);
  assert_error (diagnostics, 2, "f", 14);
  assert_error (diagnostics, 3, "b", 6);
  assert_error (diagnostics, 4, "c", 6);
  g_assert_true (premise_model_is_valid (model, sample_find (model, "a")));
}

static void
test_cycle (void)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model =
    sample_build ("formula first - : 1 + second\n"
                  "formula second - : 1 + third\n"
                  "formula third - : 1 + first\n", diagnostics);
  const PremiseDiagnostic *diagnostic;

  g_assert_cmpuint (diagnostics->len, ==, 1);
  diagnostic = g_ptr_array_index (diagnostics, 0);
  g_assert_nonnull (strstr (diagnostic->message, "first → second → third → first"));
  g_assert_cmpuint (diagnostic->offset, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/template/names", test_names);
  g_test_add_func ("/engine/template/numbers", test_numbers);
  g_test_add_func ("/engine/template/long", test_long);
  g_test_add_func ("/engine/template/prefixes", test_prefixes);
  g_test_add_func ("/engine/template/units-and-indexes", test_units_and_indexes);
  g_test_add_func ("/engine/template/errors", test_errors);
  g_test_add_func ("/engine/template/cycle", test_cycle);

  return g_test_run ();
}
