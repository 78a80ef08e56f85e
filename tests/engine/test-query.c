/* test-query.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-query.h"

#include <math.h>

static PremiseModel *
build_model (void)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  const char *kinds[] = { "game", "drama" };
  const char *years[] = { "y1", "y2", "y3" };
  const char *by_kind[] = { "kind", NULL };
  const char *by_both[] = { "year", "kind", NULL };
  const double shares[] = { 30, 7 };
  const double sizes[] = { 1, 2, 3, 4, 5, 6 };
  const double missing[] = { NAN, 4 };
  const double price = 12.3;
  const double zero = 0;
  const double hundred = 100;

  premise_model_builder_add_index (builder, "kind", kinds, 2);
  premise_model_builder_add_index (builder, "year", years, 3);
  premise_model_builder_add_assumption (builder, "m.share", "%", by_kind, shares, 2, &zero, &hundred, NULL, 1);
  premise_model_builder_add_assumption (builder, "m.price", "thousand CNY", NULL, &price, 1, &zero, &hundred,
                                        NULL, 1);
  premise_model_builder_add_datum (builder, "m.size", "person", by_both, sizes, 6);
  premise_model_builder_add_datum (builder, "m.known", "1", by_kind, missing, 2);
  premise_model_builder_add_formula (builder, "m.ratio", NULL, NULL, "1 / (price - price)");
  premise_model_builder_add_formula (builder, "二〇二五年", NULL, NULL, "m.price / m.price");
  premise_model_builder_add_formula (builder, "价格", NULL, NULL, "m.price * 2");

  return premise_model_builder_build (builder, NULL);
}

static PremiseEvaluator *
evaluate (void)
{
  g_autoptr(PremiseModel) model = build_model ();
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);

  return premise_evaluator_new (scenario);
}

static PremiseQuery *
ask (PremiseEvaluator *evaluator,
     const char       *expression)
{
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  PremiseQuery *query = premise_query_new (evaluator, expression, diagnostics);

  g_assert_nonnull (query);
  g_assert_cmpuint (diagnostics->len, ==, 0);

  return query;
}

/* A name alone has the bits that it has in the model, whatever scale it is written in. */
static void
test_bits (void)
{
  g_autoptr(PremiseEvaluator) evaluator = evaluate ();
  PremiseModel *model = premise_evaluator_get_model (evaluator);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      g_autoptr(PremiseQuery) query = ask (evaluator, premise_model_get_id (model, i));
      g_autofree char *unit = premise_unit_to_string (premise_model_get_unit (model, i));

      g_assert_cmpuint (premise_query_get_n_cells (query), ==, premise_model_get_n_cells (model, i));
      g_assert_cmpstr (premise_unit_get_text (premise_query_get_unit (query)), ==, unit);
    }

  for (guint cell = 0; cell < 2; cell++)
    {
      g_autoptr(PremiseQuery) query = ask (evaluator, "m.share");

      g_assert_cmpfloat (premise_query_get_value (query, cell), ==,
                         premise_evaluator_get_value (evaluator, premise_model_find (model, "m.share"), cell));
    }
}

static void
test_values (void)
{
  static const struct
  {
    const char *expression;
    const char *unit;
    guint       n_cells;
    guint       cell;
    double      value;
  } cases[] = {
    { "2 * m.price", "CNY", 1, 0, 24600 },
    { "价格 / m.price", "1", 1, 0, 2 },
    { "二〇二五年 + 1", "1", 1, 0, 2 },
    { "m.price * m.size", "CNY·person", 6, 5, 73800 },
    { "sum(m.size)", "person", 1, 0, 21 },
    { "sum(m.size over year)", "person", 2, 1, 12 },
    { "m.size[kind = drama]", "person", 3, 2, 6 },
    { "m.share[game] > 25%", "1", 1, 0, 1 },
    { "1 + 2 ^ 3", "1", 1, 0, 9 },
  };
  g_autoptr(PremiseEvaluator) evaluator = evaluate ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PremiseQuery) query = ask (evaluator, cases[i].expression);

      g_test_message ("%s", cases[i].expression);
      g_assert_cmpstr (premise_unit_get_text (premise_query_get_unit (query)), ==, cases[i].unit);
      g_assert_cmpuint (premise_query_get_n_cells (query), ==, cases[i].n_cells);
      g_assert_cmpfloat_with_epsilon (premise_query_get_value (query, cases[i].cell), cases[i].value, 1e-9);
    }
}

static void
test_scenario (void)
{
  g_autoptr(PremiseEvaluator) evaluator = evaluate ();
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  g_autoptr(PremiseQuery) query = NULL;

  g_assert_true (premise_scenario_set_value (scenario, premise_model_find (model, "m.price"), 0, 20000, NULL));
  query = ask (evaluator, "价格 + m.price");
  g_assert_cmpfloat_with_epsilon (premise_query_get_base_value (query, 0), 36900, 1e-9);
  g_assert_cmpfloat_with_epsilon (premise_query_get_value (query, 0), 60000, 1e-9);
}

/* An error is where it began: in the model, or in the expression itself. */
static void
test_errors (void)
{
  g_autoptr(PremiseEvaluator) evaluator = evaluate ();
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  g_autoptr(PremiseQuery) inherited = ask (evaluator, "m.ratio * 2");
  g_autoptr(PremiseQuery) missing = ask (evaluator, "m.known * 2");
  g_autoptr(PremiseQuery) own = ask (evaluator, "sqrt(0 - 1)");
  guint variable;
  guint cell;

  g_assert_cmpint (premise_query_get_error (inherited, 0, &variable, &cell), ==, PREMISE_VALUE_DIVISION_BY_ZERO);
  g_assert_cmpuint (variable, ==, premise_model_find (model, "m.ratio"));

  g_assert_cmpint (premise_query_get_error (missing, 0, &variable, &cell), ==, PREMISE_VALUE_MISSING);
  g_assert_cmpuint (variable, ==, premise_model_find (model, "m.known"));
  g_assert_cmpuint (cell, ==, 0);
  g_assert_cmpint (premise_query_get_error (missing, 1, &variable, &cell), ==, PREMISE_VALUE_OK);
  g_assert_cmpfloat (premise_query_get_value (missing, 1), ==, 8);

  g_assert_cmpint (premise_query_get_error (own, 0, &variable, &cell), ==, PREMISE_VALUE_DOMAIN);
  g_assert_cmpuint (variable, ==, PREMISE_MODEL_NOT_FOUND);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char            *expression;
    PremiseDiagnosticCode  code;
    gsize                  offset;
  } cases[] = {
    { "2 * prise", PREMISE_DIAGNOSTIC_UNKNOWN_NAME, 4 },
    { "价格 + ", PREMISE_DIAGNOSTIC_SYNTAX, 9 },
    { "价格 + sum(m.size)", PREMISE_DIAGNOSTIC_UNIT, 7 },
    { "m.size[opera]", PREMISE_DIAGNOSTIC_INDEX, 7 },
    { "expression + 1", PREMISE_DIAGNOSTIC_UNKNOWN_NAME, 0 },
    { "sqroot(4)", PREMISE_DIAGNOSTIC_UNKNOWN_FUNCTION, 0 },
    { "", PREMISE_DIAGNOSTIC_SYNTAX, 0 },
  };
  g_autoptr(PremiseEvaluator) evaluator = evaluate ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) diagnostics =
        g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
      const PremiseDiagnostic *diagnostic;

      g_test_message ("%s", cases[i].expression);
      g_assert_null (premise_query_new (evaluator, cases[i].expression, diagnostics));
      g_assert_cmpuint (diagnostics->len, ==, 1);
      diagnostic = g_ptr_array_index (diagnostics, 0);
      g_assert_cmpint (diagnostic->code, ==, cases[i].code);
      g_assert_cmpuint (diagnostic->offset, ==, cases[i].offset);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/query/bits", test_bits);
  g_test_add_func ("/engine/query/values", test_values);
  g_test_add_func ("/engine/query/scenario", test_scenario);
  g_test_add_func ("/engine/query/errors", test_errors);
  g_test_add_func ("/engine/query/mistakes", test_mistakes);

  return g_test_run ();
}
