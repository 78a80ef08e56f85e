/* test-sensitivity.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "premise-sensitivity.h"

static PremiseModel *
build_model (void)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  const char *members[] = { "a", "b" };
  const char *kinds[] = { "kind", NULL };
  double sizes[] = { 100, 10 };
  double share = 50, zero = 0, big = 1000, full = 52, step = 1;
  double other = 7;
  PremiseModel *model;

  premise_model_builder_add_index (builder, "kind", members, 2);
  premise_model_builder_add_assumption (builder, "m.size", "1", kinds, sizes, 2, &zero, &big, &step, 1);
  premise_model_builder_add_assumption (builder, "m.share", "%", NULL, &share, 1, &zero, &full, &step, 1);
  premise_model_builder_add_assumption (builder, "m.other", "1", NULL, &other, 1, &zero, &big, &step, 1);
  premise_model_builder_add_formula (builder, "m.total", "1", NULL, "sum(size * share over kind)");
  model = premise_model_builder_build (builder, diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 0);

  return model;
}

static void
test_order_and_range (void)
{
  g_autoptr(PremiseModel) model = build_model ();
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  guint total = premise_model_find (model, "m.total");
  g_autoptr(GArray) swings = premise_sensitivity_run (scenario, total, 0, 0.1);
  const PremiseSwing *first;
  const PremiseSwing *second;

  /* Two sizes and one share; what the total does not depend on is not tried. */
  g_assert_cmpuint (swings->len, ==, 3);

  first = &g_array_index (swings, PremiseSwing, 0);
  g_assert_cmpstr (premise_model_get_id (model, first->variable), ==, "m.size");
  g_assert_cmpuint (first->cell, ==, 0);
  g_assert_cmpfloat_with_epsilon (first->output_low, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->output_high, 60, 1e-9);

  /* The range ends at 52 %, so the swing of the share is one-sided there: 45 to 52. */
  second = &g_array_index (swings, PremiseSwing, 1);
  g_assert_cmpstr (premise_model_get_id (model, second->variable), ==, "m.share");
  g_assert_cmpfloat_with_epsilon (second->high, 0.52, 1e-12);
  g_assert_cmpfloat_with_epsilon (second->output_low, 49.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (second->output_high, 57.2, 1e-9);
}

static void
test_leaves_scenario (void)
{
  g_autoptr(PremiseModel) model = build_model ();
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  guint size = premise_model_find (model, "m.size");
  g_autoptr(GArray) swings = NULL;

  g_assert_true (premise_scenario_set_value (scenario, size, 1, 20, NULL));
  swings = premise_sensitivity_run (scenario, premise_model_find (model, "m.total"), 0, 0.1);

  g_assert_cmpuint (premise_scenario_get_n_overrides (scenario), ==, 1);
  g_assert_cmpfloat (premise_scenario_get_value (scenario, size, 1), ==, 20);
  g_assert_cmpfloat_with_epsilon (g_array_index (swings, PremiseSwing, 0).output_low, 55, 1e-9);
}

/* y = (x − 3)² at x = 3: both ends lie above the base case. z at the end of its range. */
static void
test_one_sided (void)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(GArray) swings = NULL;
  const double three = 3;
  const double zero = 0;
  const double seven = 7;
  const PremiseSwing *x;
  const PremiseSwing *z;

  premise_model_builder_add_assumption (builder, "z", NULL, NULL, &zero, 1, &zero, &three, NULL, 1);
  premise_model_builder_add_assumption (builder, "x", NULL, NULL, &three, 1, &zero, &seven, NULL, 1);
  premise_model_builder_add_formula (builder, "y", NULL, NULL, "(x - 3) ^ 2 + z * 2 + 5");
  model = premise_model_builder_build (builder, NULL);
  scenario = premise_scenario_new (model);
  swings = premise_sensitivity_run (scenario, premise_model_find (model, "y"), 0,
                                    PREMISE_SENSITIVITY_RANGE);
  g_assert_cmpuint (swings->len, ==, 2);
  x = &g_array_index (swings, PremiseSwing, 0);
  z = &g_array_index (swings, PremiseSwing, 1);

  /* 16 wide, not the 7 between its ends. */
  g_assert_cmpuint (x->variable, ==, premise_model_find (model, "x"));
  g_assert_cmpfloat (x->output_base, ==, 5);
  g_assert_cmpfloat (x->output_low, ==, 14);
  g_assert_cmpfloat (x->output_high, ==, 21);

  g_assert_cmpfloat (z->low, ==, 0);
  g_assert_cmpfloat (z->output_low, ==, 5);
  g_assert_cmpfloat (z->output_high, ==, 11);
  g_assert_true (isnan (z->elasticity));
}

static void
test_elasticity (void)
{
  g_autoptr(PremiseModel) model = build_model ();
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(GArray) swings = premise_sensitivity_run (scenario, premise_model_find (model, "m.total"), 0,
                                                      0.1);

  /* 100 of 110 of the total; all of it. */
  g_assert_cmpfloat_with_epsilon (g_array_index (swings, PremiseSwing, 0).elasticity, 100 / 110.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (g_array_index (swings, PremiseSwing, 1).elasticity, 1, 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/sensitivity/order-and-range", test_order_and_range);
  g_test_add_func ("/analysis/sensitivity/leaves-scenario", test_leaves_scenario);
  g_test_add_func ("/analysis/sensitivity/one-sided", test_one_sided);
  g_test_add_func ("/analysis/sensitivity/elasticity", test_elasticity);

  return g_test_run ();
}
