/* test-attribution.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-attribution.h"

#include <math.h>

/* Assumptions a0, a1 … of 1, and y. */
static PremiseModel *
build (guint       n,
       const char *formula)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  PremiseModel *model;
  const double one = 1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      premise_model_builder_add_assumption (builder, id, NULL, NULL, &one, 1, NULL, NULL, NULL, 0);
    }

  premise_model_builder_add_formula (builder, "y", NULL, NULL, formula);
  model = premise_model_builder_build (builder, diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 0);

  return model;
}

static PremiseScenario *
make_scenario (PremiseModel *model,
               guint         n,
               const double *values)
{
  PremiseScenario *scenario = premise_scenario_new (model);

  for (guint i = 0; i < n; i++)
    g_assert_true (premise_scenario_set_value (scenario, i, 0, values[i], NULL));

  return scenario;
}

static PremiseAttribution *
attribute (const char   *formula,
           guint         n,
           const double *from_values,
           const double *to_values)
{
  g_autoptr(PremiseModel) model = build (n, formula);
  g_autoptr(PremiseScenario) from = make_scenario (model, n, from_values);
  g_autoptr(PremiseScenario) to = make_scenario (model, n, to_values);
  PremiseCell output = { premise_model_find (model, "y"), 0 };

  return premise_attribution_new (from, to, &output);
}

static double
get_part (const PremiseAttribution *attribution,
          guint                     variable)
{
  for (guint i = 0; i < attribution->parts->len; i++)
    {
      const PremiseAttributionPart *part = &g_array_index (attribution->parts, PremiseAttributionPart, i);

      if (part->cell.variable == variable)
        return part->part;
    }

  return 0;
}

static double
add_up (const PremiseAttribution *attribution)
{
  double sum = 0;

  for (guint i = 0; i < attribution->parts->len; i++)
    sum += g_array_index (attribution->parts, PremiseAttributionPart, i).part;

  return sum;
}

/* Worked out by hand: half of what it does alone, half of what it does after the other. */
static void
test_product (void)
{
  const double from[] = { 1, 1, 4 };
  const double to[] = { 2, 3, 5 };
  g_autoptr(PremiseAttribution) attribution = attribute ("a0 * a1 + 0 * a2", 3, from, to);

  g_assert_cmpfloat (attribution->from, ==, 1);
  g_assert_cmpfloat (attribution->to, ==, 6);
  g_assert_cmpuint (attribution->n_orders, ==, 0);
  /* What does nothing has no part. */
  g_assert_cmpuint (attribution->parts->len, ==, 2);
  g_assert_cmpfloat (get_part (attribution, 0), ==, 2);
  g_assert_cmpfloat (get_part (attribution, 1), ==, 3);
  g_assert_cmpuint (g_array_index (attribution->parts, PremiseAttributionPart, 0).cell.variable, ==, 1);
}

static void
test_exact_sum (void)
{
  for (guint run = 0; run < 500; run++)
    {
      double from[5];
      double to[5];
      g_autoptr(PremiseAttribution) attribution = NULL;

      for (guint i = 0; i < 5; i++)
        {
          from[i] = g_test_rand_double_range (0.1, 9);
          to[i] = g_test_rand_double_range (0.1, 9);
        }

      attribution = attribute ("a0 * a1 / a2 - exp(a3 / 9) * a4 ^ 0.3 * 1e3", 5, from, to);
      g_assert_cmpfloat (add_up (attribution), ==, attribution->to - attribution->from);
    }
}

/* Also as numbers of a unit with a scale, in which they are printed. */
static void
test_exact_sum_in_unit (void)
{
  g_autoptr(PremiseUnit) unit = premise_unit_parse ("亿CNY", NULL, NULL);

  g_assert_nonnull (unit);

  for (guint run = 0; run < 500; run++)
    {
      double from[5];
      double to[5];
      g_autoptr(PremiseAttribution) attribution = NULL;
      double last;

      for (guint i = 0; i < 5; i++)
        {
          from[i] = g_test_rand_double_range (0.1, 9);
          to[i] = g_test_rand_double_range (0.1, 9);
        }

      attribution = attribute ("a0 * a1 / a2 - exp(a3 / 9) * a4 ^ 0.3 * 1e3", 5, from, to);
      last = attribution->to;
      premise_attribution_convert (attribution, unit);
      g_assert_cmpfloat_with_epsilon (attribution->to, last / 1e8, 1e-15 * fabs (last));
      g_assert_cmpfloat (add_up (attribution), ==, attribution->to - attribution->from);
    }
}

/* What is added cannot be split in two ways, however the orders fall. */
static void
test_many (void)
{
  double from[20];
  double to[20];
  g_autoptr(PremiseAttribution) attribution = NULL;

  for (guint i = 0; i < 20; i++)
    {
      from[i] = 1;
      to[i] = 2 + i;
    }

  attribution = attribute ("sum(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, "
                           "a16, a17) + a18 * a19", 20, from, to);
  g_assert_cmpuint (attribution->n_orders, >, 0);
  g_assert_cmpuint (attribution->parts->len, ==, 20);

  for (guint i = 0; i < 18; i++)
    g_assert_cmpfloat_with_epsilon (get_part (attribution, i), 1 + i, 1e-9);

  /* Each order and its reverse give the same to the two of a product. */
  g_assert_cmpfloat_with_epsilon (get_part (attribution, 18), 0.5 * (19 + 19 * 21), 1e-9);
  g_assert_cmpfloat (add_up (attribution), ==, attribution->to - attribution->from);
}

static void
test_nothing (void)
{
  const double same[] = { 1, 2 };
  const double zero[] = { 0, 2 };
  const double to[] = { 3, 0 };
  g_autoptr(PremiseAttribution) equal = attribute ("a0 + a1", 2, same, same);
  g_autoptr(PremiseAttribution) failed = attribute ("a1 / a0", 2, zero, to);

  g_assert_cmpuint (equal->parts->len, ==, 0);
  g_assert_false (equal->failed);
  g_assert_true (failed->failed);
  g_assert_cmpuint (failed->parts->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/attribution/product", test_product);
  g_test_add_func ("/analysis/attribution/exact-sum", test_exact_sum);
  g_test_add_func ("/analysis/attribution/exact-sum-in-unit", test_exact_sum_in_unit);
  g_test_add_func ("/analysis/attribution/many", test_many);
  g_test_add_func ("/analysis/attribution/nothing", test_nothing);

  return g_test_run ();
}
