/* test-copula.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-copula.h"
#include "premise-simulation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N 20000

/* What compare_ranks() compares. */
static const double *sorted_values;

static int
compare_ranks (const void *a,
               const void *b)
{
  double x = sorted_values[*(const guint *) a];
  double y = sorted_values[*(const guint *) b];

  return (x > y) - (x < y);
}

static void
rank (const double *values,
      double       *ranks)
{
  g_autofree guint *order = g_new (guint, N);

  for (guint i = 0; i < N; i++)
    order[i] = i;

  sorted_values = values;
  qsort (order, N, sizeof *order, compare_ranks);

  for (guint i = 0; i < N; i++)
    ranks[order[i]] = i;
}

/* Spearman's ρ. */
static double
correlate (const double *a,
           const double *b)
{
  g_autofree double *ranks_a = g_new (double, N);
  g_autofree double *ranks_b = g_new (double, N);
  double sum = 0;

  rank (a, ranks_a);
  rank (b, ranks_b);

  for (guint i = 0; i < N; i++)
    sum += (ranks_a[i] - ranks_b[i]) * (ranks_a[i] - ranks_b[i]);

  return 1 - 6 * sum / ((double) N * ((double) N * N - 1));
}

/* What a simulation of three inputs, which it returns themselves, draws. */
static PremiseSimulation *
simulate (const PremiseCopula *copula,
          PremiseSampling      sampling)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(GError) error = NULL;
  PremiseDistribution *distributions[3];
  PremiseCell cells[3] = { { 0 } };
  PremiseSimulation *simulation;
  const double one = 1;
  const double wide[] = { 0, 1, 10 };
  const double normal[] = { 3, 2 };
  const double narrow[] = { 5, 6 };
  PremiseSimulationOptions options = { .n_samples = N, .seed = 4, .copula = copula, .sampling = sampling };

  for (guint i = 0; i < 3; i++)
    {
      const char *const names[] = { "a", "b", "c" };

      premise_model_builder_add_assumption (builder, names[i], NULL, NULL, &one, 1, NULL, NULL, NULL, 0);
    }

  model = premise_model_builder_build (builder, NULL);
  scenario = premise_scenario_new (model);

  for (guint i = 0; i < 3; i++)
    cells[i].variable = i;

  batch = premise_batch_new (scenario, cells, 3, cells, 3);
  distributions[0] = premise_distribution_new (PREMISE_DISTRIBUTION_TRIANGULAR, wide, 3, -INFINITY,
                                               INFINITY, NULL);
  distributions[1] = premise_distribution_new (PREMISE_DISTRIBUTION_NORMAL, normal, 2, 0, INFINITY, NULL);
  distributions[2] = premise_distribution_new (PREMISE_DISTRIBUTION_UNIFORM, narrow, 2, -INFINITY,
                                               INFINITY, NULL);
  simulation = premise_simulation_run (batch, distributions, &options, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 3; i++)
    premise_distribution_free (distributions[i]);

  return simulation;
}

/* As stated, by rank, whatever the distributions, and each is distributed as without it. */
static void
test_ranks (void)
{
  const PremiseCorrelation correlations[] = { { 0, 1, 0.7 }, { 2, 1, -0.4 } };
  g_autoptr(PremiseCopula) copula = premise_copula_new (correlations, 2, 3, NULL);

  for (guint sampling = PREMISE_SAMPLING_MONTE_CARLO; sampling <= PREMISE_SAMPLING_SOBOL; sampling++)
    {
      g_autoptr(PremiseSimulation) simulation = simulate (copula, sampling);
      g_autoptr(PremiseSimulation) apart = simulate (NULL, sampling);
      const double *values[3];

      for (guint i = 0; i < 3; i++)
        {
          values[i] = premise_simulation_get_samples (simulation, i);

          for (double p = 0.05; p < 1; p += 0.15)
            {
              double together = premise_simulation_get_quantile (simulation, i, p);
              double spread = premise_moments_get_deviation (premise_simulation_get_moments (apart, i));

              g_assert_cmpfloat (fabs (together - premise_simulation_get_quantile (apart, i, p)), <,
                                 0.06 * spread);
            }
        }

      g_assert_cmpfloat_with_epsilon (correlate (values[0], values[1]), 0.7, 0.02);
      g_assert_cmpfloat_with_epsilon (correlate (values[1], values[2]), -0.4, 0.02);
      g_assert_cmpfloat_with_epsilon (correlate (values[0], values[2]), 0, 0.02);
      g_assert_cmpfloat_with_epsilon (correlate (premise_simulation_get_samples (apart, 0),
                                                 premise_simulation_get_samples (apart, 1)), 0, 0.02);
    }
}

/* Two that are always the same, and two that are each other's opposite. */
static void
test_complete (void)
{
  const PremiseCorrelation correlations[] = { { 0, 1, 1 }, { 1, 2, -1 }, { 0, 2, -1 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(PremiseCopula) copula = premise_copula_new (correlations, 3, 3, &error);
  g_autoptr(PremiseSimulation) simulation = NULL;

  g_assert_no_error (error);
  simulation = simulate (copula, PREMISE_SAMPLING_MONTE_CARLO);
  g_assert_cmpfloat (correlate (premise_simulation_get_samples (simulation, 0),
                                premise_simulation_get_samples (simulation, 1)), >, 0.99999);
  g_assert_cmpfloat (correlate (premise_simulation_get_samples (simulation, 0),
                                premise_simulation_get_samples (simulation, 2)), <, -0.99999);
}

static void
test_groups (void)
{
  const PremiseCorrelation correlations[] = { { 4, 2, 0.5 }, { 5, 4, 0.5 }, { 1, 6, 0.2 } };
  const guint groups[] = { 0, 1, 2, 3, 2, 2, 1 };
  g_autoptr(PremiseCopula) copula = premise_copula_new (correlations, 3, 7, NULL);

  g_assert_cmpuint (premise_copula_get_n (copula), ==, 5);

  for (guint i = 0; i < 7; i++)
    {
      guint position;

      g_assert_cmpuint (premise_copula_get_group (copula, i), ==, groups[i]);

      if (premise_copula_contains (copula, i, &position))
        g_assert_cmpuint (premise_copula_get_member (copula, position), ==, i);
      else
        g_assert_true (i == 0 || i == 3);
    }
}

static void
test_wrong (void)
{
  const struct
  {
    PremiseCorrelation correlations[3];
    const char        *message;
  } cases[] = {
    { { { 0, 1, 0.9 }, { 1, 2, 0.9 }, { 0, 2, -0.9 } }, "contradict" },
    { { { 0, 1, 1 }, { 1, 2, 1 }, { 0, 2, 0.5 } }, "contradict" },
    { { { 0, 1, 0.1 }, { 1, 0, 0.1 }, { 0, 2, 0 } }, "given twice" },
    { { { 0, 1, 0.1 }, { 2, 2, 0.1 }, { 0, 2, 0 } }, "itself" },
    { { { 0, 1, 1.1 }, { 1, 2, 0.1 }, { 0, 2, 0 } }, "between -1 and 1" },
    { { { 0, 1, NAN }, { 1, 2, 0.1 }, { 0, 2, 0 } }, "between -1 and 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (premise_copula_new (cases[i].correlations, 3, 3, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* Two that go with a third cannot have nothing to do with each other. */
static void
test_left_out (void)
{
  const PremiseCorrelation correlations[] = { { 0, 1, 0.9 }, { 1, 2, 0.9 }, { 0, 2, 0.8 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(PremiseCopula) copula = premise_copula_new (correlations, 3, 3, NULL);

  g_assert_nonnull (copula);
  g_assert_null (premise_copula_new (correlations, 2, 3, &error));
  g_assert_nonnull (strstr (error->message, "the pairs that are left out"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/copula/ranks", test_ranks);
  g_test_add_func ("/analysis/copula/complete", test_complete);
  g_test_add_func ("/analysis/copula/groups", test_groups);
  g_test_add_func ("/analysis/copula/wrong", test_wrong);
  g_test_add_func ("/analysis/copula/left-out", test_left_out);

  return g_test_run ();
}
