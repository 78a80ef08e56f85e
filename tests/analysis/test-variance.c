/* test-variance.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-variance.h"

#include <math.h>

#define N_INPUTS 4
#define N_OUTPUTS 4

/* The g-function of I. M. Sobol: Π (|4x − 2| + a) / (1 + a) with a = 0, 1, 4.5 and 9, whose
 * indices are known.
 */
static const double a[N_INPUTS] = { 0, 1, 4.5, 9 };

typedef struct
{
  PremiseModel        *model;
  PremiseBatch        *batch;
  PremiseDistribution *distributions[N_INPUTS];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseScenario) scenario = NULL;
  const char *const names[] = { "p", "q", "r", "s" };
  const double half = 0.5;
  const double unit[] = { 0, 1 };
  PremiseCell inputs[N_INPUTS] = { { 0 } };
  PremiseCell outputs[N_OUTPUTS] = { { 0 } };

  for (guint i = 0; i < N_INPUTS; i++)
    {
      premise_model_builder_add_assumption (builder, names[i], NULL, NULL, &half, 1, NULL, NULL, NULL, 0);
      inputs[i].variable = i;
      fixture->distributions[i] = premise_distribution_new (PREMISE_DISTRIBUTION_UNIFORM, unit, 2,
                                                            -INFINITY, INFINITY, NULL);
    }

  premise_model_builder_add_formula (builder, "g", NULL, NULL,
                                     "abs(4 * p - 2) * (abs(4 * q - 2) + 1) / 2"
                                     " * (abs(4 * r - 2) + 4.5) / 5.5 * (abs(4 * s - 2) + 9) / 10");
  premise_model_builder_add_formula (builder, "constant", NULL, NULL, "7 + 0 * p");
  premise_model_builder_add_formula (builder, "sum", NULL, NULL, "1e9 + 3 * p + 4 * q");
  premise_model_builder_add_formula (builder, "broken", NULL, NULL, "if(p < 0.3, 1 / (p - p), 3 * p + 4 * q)");
  fixture->model = premise_model_builder_build (builder, NULL);
  scenario = premise_scenario_new (fixture->model);

  for (guint i = 0; i < N_OUTPUTS; i++)
    outputs[i].variable = N_INPUTS + i;

  fixture->batch = premise_batch_new (scenario, inputs, N_INPUTS, outputs, N_OUTPUTS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < N_INPUTS; i++)
    premise_distribution_free (fixture->distributions[i]);

  premise_batch_unref (fixture->batch);
  g_object_unref (fixture->model);
}

static GArray *
find (Fixture             *fixture,
      guint                output,
      PremiseSampling      sampling,
      const PremiseCopula *copula,
      guint                n_threads)
{
  PremiseSimulationOptions options = {
    .n_samples = 1 << 16, .seed = 1, .sampling = sampling, .copula = copula, .n_threads = n_threads,
  };
  g_autoptr(GError) error = NULL;
  GArray *indices = premise_variance_run (fixture->batch, output, fixture->distributions, &options, NULL,
                                          &error);

  g_assert_no_error (error);
  g_assert_cmpuint (indices->len, ==, N_INPUTS);

  return indices;
}

static const PremiseSobolIndex *
get (GArray *indices,
     guint   i)
{
  return &g_array_index (indices, PremiseSobolIndex, i);
}

/* Within four of its standard errors of what it is. */
static void
test_g (Fixture       *fixture,
        gconstpointer  data)
{
  const double within[] = { 0.03, 0.004 };
  double all = 1;

  for (guint i = 0; i < N_INPUTS; i++)
    all *= 1 + 1 / (3 * (1 + a[i]) * (1 + a[i]));

  for (guint sampling = PREMISE_SAMPLING_MONTE_CARLO; sampling <= PREMISE_SAMPLING_SOBOL; sampling++)
    {
      g_autoptr(GArray) indices = find (fixture, 0, sampling, NULL, 0);

      for (guint i = 0; i < N_INPUTS; i++)
        {
          double own = 1 / (3 * (1 + a[i]) * (1 + a[i]));
          double first = own / (all - 1);
          double total = own * all / (1 + own) / (all - 1);
          const PremiseSobolIndex *index = get (indices, i);

          g_assert_cmpfloat (index->first_error, <, within[sampling] / 3);
          g_assert_cmpfloat (index->total_error, <, within[sampling] / 3);
          g_assert_cmpfloat (fabs (index->first - first), <, 4 * index->first_error + 1e-12);
          g_assert_cmpfloat (fabs (index->total - total), <, 4 * index->total_error + 1e-12);
          g_assert_cmpfloat (fabs (index->first - first), <, within[sampling]);
          g_assert_cmpfloat (fabs (index->total - total), <, within[sampling]);
        }
    }
}

/* A sum has no parts that two inputs share, and a large constant takes no digits away. */
static void
test_sum (Fixture       *fixture,
          gconstpointer  data)
{
  const double parts[] = { 0.36, 0.64, 0, 0 };
  g_autoptr(GArray) indices = find (fixture, 2, PREMISE_SAMPLING_SOBOL, NULL, 0);

  for (guint i = 0; i < N_INPUTS; i++)
    {
      g_assert_cmpfloat_with_epsilon (get (indices, i)->first, parts[i], 1e-4);
      g_assert_cmpfloat_with_epsilon (get (indices, i)->total, parts[i], 1e-4);
    }
}

static void
test_constant (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GArray) indices = find (fixture, 1, PREMISE_SAMPLING_MONTE_CARLO, NULL, 0);

  g_assert_true (isnan (get (indices, 0)->first));
  g_assert_true (isnan (get (indices, 3)->total));
}

/* Samples without a value are left out: p is between 0.3 and 1 then. */
static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  const double variances[] = { 9 * 0.7 * 0.7 / 12, 16.0 / 12, 0, 0 };
  g_autoptr(GArray) indices = find (fixture, 3, PREMISE_SAMPLING_MONTE_CARLO, NULL, 0);

  for (guint i = 0; i < N_INPUTS; i++)
    {
      double part = variances[i] / (variances[0] + variances[1]);

      g_assert_cmpfloat_with_epsilon (get (indices, i)->first, part, 0.03);
      g_assert_cmpfloat_with_epsilon (get (indices, i)->total, part, 0.03);
    }
}

/* What is correlated counts as one. */
static void
test_correlated (Fixture       *fixture,
                 gconstpointer  data)
{
  const PremiseCorrelation correlation = { 0, 1, 0.8 };
  g_autoptr(PremiseCopula) copula = premise_copula_new (&correlation, 1, N_INPUTS, NULL);
  g_autoptr(GArray) indices = find (fixture, 2, PREMISE_SAMPLING_SOBOL, copula, 0);

  g_assert_cmpfloat_with_epsilon (get (indices, 0)->first, 1, 1e-3);
  g_assert_cmpfloat_with_epsilon (get (indices, 1)->first, 1, 1e-3);
  g_assert_cmpfloat (get (indices, 2)->total, ==, 0);
}

static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GArray) one = find (fixture, 0, PREMISE_SAMPLING_MONTE_CARLO, NULL, 1);
  g_autoptr(GArray) three = find (fixture, 0, PREMISE_SAMPLING_MONTE_CARLO, NULL, 3);

  g_assert_cmpmem (one->data, N_INPUTS * sizeof (PremiseSobolIndex), three->data,
                   N_INPUTS * sizeof (PremiseSobolIndex));
}

#define ADD(name, test) \
  g_test_add ("/analysis/variance/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("g-function", test_g);
  ADD ("sum", test_sum);
  ADD ("constant", test_constant);
  ADD ("errors", test_errors);
  ADD ("correlated", test_correlated);
  ADD ("any-number-of-threads", test_threads);

  return g_test_run ();
}
