/* test-spread.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-model.h"

#include <math.h>
#include <string.h>

/* price is 30 % within 10 % … 50 %; parts has two members, 2 and 8 within 0 … 10. */
static PremiseModel *
build (const char          *id,
       const PremiseSpread *spread,
       GPtrArray           *diagnostics)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  const char *const members[] = { "a", "b" };
  const char *const indexes[] = { "part", NULL };
  const double price = 30;
  const double min = 10;
  const double max = 50;
  const double step = 1;
  const double parts[] = { 2, 8 };
  const double low = 0;
  const double high = 10;

  premise_model_builder_add_index (builder, "part", members, 2);
  premise_model_builder_add_assumption (builder, "price", "%", NULL, &price, 1, &min, &max, &step, 1);
  premise_model_builder_add_assumption (builder, "parts", "1", indexes, parts, 2, &low, &high, &step, 1);
  premise_model_builder_add_datum (builder, "fixed", "1", NULL, &price, 1);

  if (spread != NULL)
    premise_model_builder_set_spread (builder, id, spread);

  return premise_model_builder_build (builder, diagnostics);
}

static double
get_quantile (PremiseModel *model,
              const char   *id,
              guint         cell,
              double        value,
              double        probability)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PremiseDistribution) distribution =
    premise_model_dup_distribution (model, premise_model_find (model, id), cell, value, &error);

  g_assert_no_error (error);

  return premise_distribution_quantile (distribution, probability);
}

/* In base units, around the value, and cut off at the range. */
static void
test_kinds (void)
{
  const double values[] = { 20, 40, 90 };
  const double weights[] = { 1, 3, 5 };
  const struct
  {
    PremiseSpread spread;
    double        low;      /* nearly the lowest that occurs */
    double        median;
    double        high;
  } cases[] = {
    { { .kind = PREMISE_DISTRIBUTION_UNIFORM, .low = 20, .high = NAN }, 0.2, 0.35, 0.5 },
    { { .kind = PREMISE_DISTRIBUTION_TRIANGULAR, .low = NAN, .high = NAN }, 0.1, 0.3, 0.5 },
    { { .kind = PREMISE_DISTRIBUTION_PERT, .low = 20, .high = 40 }, 0.2, 0.3, 0.4 },
    { { .kind = PREMISE_DISTRIBUTION_NORMAL, .deviation = 10 }, 0.1, 0.3, 0.5 },
    { { .kind = PREMISE_DISTRIBUTION_LOGNORMAL, .deviation = 0.01 }, 0.285, 0.3, 0.315 },
    { { .kind = PREMISE_DISTRIBUTION_DISCRETE, .low = NAN, .high = NAN, .values = values,
        .weights = weights, .n_values = 3 }, 0.2, 0.4, 0.4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PremiseSpread spread = cases[i].spread;
      g_autoptr(GPtrArray) diagnostics = g_ptr_array_new ();
      g_autoptr(PremiseModel) model = NULL;

      if (spread.kind == PREMISE_DISTRIBUTION_NORMAL || spread.kind == PREMISE_DISTRIBUTION_LOGNORMAL)
        spread.low = spread.high = NAN;

      model = build ("price", &spread, diagnostics);
      g_assert_cmpuint (diagnostics->len, ==, 0);
      g_assert_true (premise_model_has_spread (model, premise_model_find (model, "price")));
      g_assert_cmpfloat_with_epsilon (get_quantile (model, "price", 0, 0.3, 1e-9), cases[i].low, 0.004);
      g_assert_cmpfloat_with_epsilon (get_quantile (model, "price", 0, 0.3, 0.5), cases[i].median, 1e-6);
      g_assert_cmpfloat_with_epsilon (get_quantile (model, "price", 0, 0.3, 1 - 1e-9), cases[i].high, 0.004);
    }
}

/* Without a word the range and the value say enough, cell by cell; and a value that was moved
 * takes the distribution along.
 */
static void
test_default (void)
{
  const PremiseSpread narrow = { .kind = PREMISE_DISTRIBUTION_TRIANGULAR, .low = 25, .high = 35 };
  g_autoptr(PremiseModel) model = build (NULL, NULL, NULL);
  g_autoptr(PremiseModel) stated = build ("price", &narrow, NULL);

  g_assert_false (premise_model_has_spread (model, premise_model_find (model, "parts")));
  g_assert_cmpfloat_with_epsilon (get_quantile (model, "parts", 0, 2, 0.2), 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (get_quantile (model, "parts", 1, 8, 0.8), 8, 1e-12);
  g_assert_cmpfloat_with_epsilon (get_quantile (stated, "price", 0, 0.3, 1 - 1e-12), 0.35, 1e-4);
  g_assert_cmpfloat_with_epsilon (get_quantile (stated, "price", 0, 0.4, 1 - 1e-12), 0.4, 1e-4);
}

/* Refused with a word on the field, and the default stays. */
static void
test_mistakes (void)
{
  const double values[] = { 5, 90 };
  const double weights[] = { 1, 1 };
  const struct
  {
    PremiseSpread  spread;
    const char    *message;
  } cases[] = {
    { { .kind = PREMISE_DISTRIBUTION_UNIFORM, .low = 40, .high = 20 }, "less than the highest" },
    { { .kind = PREMISE_DISTRIBUTION_PERT, .low = 31, .high = 40 }, "between “low” and “high”" },
    { { .kind = PREMISE_DISTRIBUTION_NORMAL, .low = NAN, .high = NAN, .deviation = 0 }, "greater than 0" },
    { { .kind = PREMISE_DISTRIBUTION_LOGNORMAL, .low = NAN, .high = NAN, .deviation = -1 }, "greater than 0" },
    { { .kind = PREMISE_DISTRIBUTION_DISCRETE, .low = NAN, .high = NAN, .values = values,
        .weights = weights, .n_values = 2 }, "no value within the range" },
    { { .kind = PREMISE_DISTRIBUTION_DISCRETE, .low = NAN, .high = NAN }, "needs values" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) diagnostics =
        g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
      g_autoptr(PremiseModel) model = build ("price", &cases[i].spread, diagnostics);
      const PremiseDiagnostic *diagnostic;

      g_assert_cmpuint (diagnostics->len, ==, 1);
      diagnostic = g_ptr_array_index (diagnostics, 0);
      g_assert_cmpstr (diagnostic->variable, ==, "price");
      g_assert_cmpstr (diagnostic->field, ==, "distribution");
      g_assert_nonnull (strstr (diagnostic->message, cases[i].message));
      g_assert_false (premise_model_has_spread (model, premise_model_find (model, "price")));
      g_assert_cmpfloat_with_epsilon (get_quantile (model, "price", 0, 0.3, 0.5), 0.3, 1e-12);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/spread/kinds", test_kinds);
  g_test_add_func ("/engine/spread/default", test_default);
  g_test_add_func ("/engine/spread/mistakes", test_mistakes);

  return g_test_run ();
}
