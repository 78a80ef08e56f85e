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

/* Between the ends of a range: where the output is lowest and highest, and whether it turns back. */
static void
test_explore (void)
{
  static const struct
  {
    const char *formula;
    double      lowest;
    double      lowest_at;
    double      highest;
    double      highest_at;
    gboolean    turns;
    gboolean    has_gaps;
  } cases[] = {
    { "x^2", 0, 0, 4, -2, TRUE, FALSE },
    { "(x - 0.7)^2 * -3 + 1", -20.87, -2, 1, 0.7, TRUE, FALSE },
    { "x^3", -8, -2, 8, 2, FALSE, FALSE },
    { "abs(x - 1.2345678)", 0, 1.2345678, 3.2345678, -2, TRUE, FALSE },
    { "x^3 - x", -6, -2, 6, 2, TRUE, FALSE },
    { "max(x, 1)", 1, 1, 2, 2, FALSE, FALSE },
    { "5 + 0 * x", 5, 1, 5, 1, FALSE, FALSE },
    { "(x - 1.999)^2", 0, 1.999, 15.992001, -2, TRUE, FALSE },
    { "1 + sqrt((x + 1.31)^2 - 0.25)", 1, -0.81, 4.2720177261764661, 2, TRUE, TRUE },
    { "1 + sqrt(x + 1)", 1, -1, 2.7320508075688772, 2, FALSE, TRUE },
  };
  const double one = 1;
  const double low = -2;
  const double high = 2;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
      g_autoptr(PremiseModel) model = NULL;
      g_autoptr(PremiseScenario) scenario = NULL;
      g_autoptr(GArray) swings = NULL;
      const PremiseSwing *swing;
      guint y;

      premise_model_builder_add_assumption (builder, "x", NULL, NULL, &one, 1, &low, &high, NULL, 1);
      premise_model_builder_add_formula (builder, "y", NULL, NULL, cases[i].formula);
      model = premise_model_builder_build (builder, NULL);
      scenario = premise_scenario_new (model);
      y = premise_model_find (model, "y");
      swings = premise_sensitivity_run (scenario, y, 0, PREMISE_SENSITIVITY_RANGE);
      premise_sensitivity_explore (scenario, y, 0, swings);

      g_test_message ("%s", cases[i].formula);
      g_assert_cmpuint (swings->len, ==, 1);
      swing = &g_array_index (swings, PremiseSwing, 0);
      g_assert_cmpfloat_with_epsilon (swing->lowest, cases[i].lowest, 1e-6);
      g_assert_cmpfloat_with_epsilon (swing->lowest_at, cases[i].lowest_at, 1e-6);
      g_assert_cmpfloat_with_epsilon (swing->highest, cases[i].highest, 1e-6);
      g_assert_cmpfloat_with_epsilon (swing->highest_at, cases[i].highest_at, 1e-6);
      g_assert_cmpint (swing->turns, ==, cases[i].turns);
      g_assert_cmpint (swing->has_gaps, ==, cases[i].has_gaps);
    }
}

/* What turns back between its ends comes first, if it goes furthest. */
static void
test_explore_order (void)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(GArray) swings = NULL;
  const double zero = 0;
  const double three = 3;
  const double low = -3;
  guint y;

  premise_model_builder_add_assumption (builder, "a", NULL, NULL, &zero, 1, &low, &three, NULL, 1);
  premise_model_builder_add_assumption (builder, "b", NULL, NULL, &three, 1, &low, &three, NULL, 1);
  premise_model_builder_add_formula (builder, "y", NULL, NULL, "a + b^2");
  model = premise_model_builder_build (builder, NULL);
  scenario = premise_scenario_new (model);
  y = premise_model_find (model, "y");
  swings = premise_sensitivity_run (scenario, y, 0, PREMISE_SENSITIVITY_RANGE);
  g_assert_cmpuint (g_array_index (swings, PremiseSwing, 0).variable, ==, premise_model_find (model, "a"));

  premise_sensitivity_explore (scenario, y, 0, swings);
  g_assert_cmpuint (g_array_index (swings, PremiseSwing, 0).variable, ==, premise_model_find (model, "b"));
  g_assert_cmpfloat_with_epsilon (g_array_index (swings, PremiseSwing, 0).lowest, 0, 1e-9);
  g_assert_false (g_array_index (swings, PremiseSwing, 1).turns);
  g_assert_cmpfloat (g_array_index (swings, PremiseSwing, 1).lowest, ==, 6);
  g_assert_cmpfloat (g_array_index (swings, PremiseSwing, 1).highest, ==, 12);
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
  g_test_add_func ("/analysis/sensitivity/explore", test_explore);
  g_test_add_func ("/analysis/sensitivity/explore-order", test_explore_order);

  return g_test_run ();
}
