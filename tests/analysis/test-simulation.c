/* test-simulation.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-simulation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* total = a × b, and ratio = a / b, which is an error where b is 0. */
typedef struct
{
  PremiseModel        *model;
  PremiseBatch        *batch;
  PremiseDistribution *distributions[2];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseScenario) scenario = NULL;
  const double one = 1;
  const double triangle[] = { 0, 3, 6 };
  const double coin[] = { 0, 1, 2, 3 };
  PremiseCell inputs[2] = { 0 };
  PremiseCell outputs[2] = { 0 };

  premise_model_builder_add_assumption (builder, "a", NULL, NULL, &one, 1, NULL, NULL, NULL, 0);
  premise_model_builder_add_assumption (builder, "b", NULL, NULL, &one, 1, NULL, NULL, NULL, 0);
  premise_model_builder_add_formula (builder, "total", NULL, NULL, "a * b");
  premise_model_builder_add_formula (builder, "ratio", NULL, NULL, "a / b");
  fixture->model = premise_model_builder_build (builder, NULL);
  scenario = premise_scenario_new (fixture->model);
  inputs[0].variable = premise_model_find (fixture->model, "a");
  inputs[1].variable = premise_model_find (fixture->model, "b");
  outputs[0].variable = premise_model_find (fixture->model, "total");
  outputs[1].variable = premise_model_find (fixture->model, "ratio");
  fixture->batch = premise_batch_new (scenario, inputs, 2, outputs, 2);
  fixture->distributions[0] = premise_distribution_new (PREMISE_DISTRIBUTION_TRIANGULAR, triangle, 3,
                                                        -INFINITY, INFINITY, NULL);
  fixture->distributions[1] = premise_distribution_new (PREMISE_DISTRIBUTION_DISCRETE, coin, 4,
                                                        -INFINITY, INFINITY, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  premise_distribution_free (fixture->distributions[0]);
  premise_distribution_free (fixture->distributions[1]);
  premise_batch_unref (fixture->batch);
  g_object_unref (fixture->model);
}

static PremiseSimulation *
simulate (Fixture *fixture,
          guint64  n,
          guint64  seed,
          guint    n_threads)
{
  PremiseSimulationOptions options = { .n_samples = n, .seed = seed, .n_threads = n_threads };
  g_autoptr(GError) error = NULL;
  PremiseSimulation *simulation = premise_simulation_run (fixture->batch, fixture->distributions,
                                                          &options, NULL, &error);

  g_assert_no_error (error);

  return simulation;
}

/* E = 3 × 1.5; Var = (1.5 + 9) (0.75 + 2.25) − 4.5². Five standard errors. */
static void
test_moments (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PremiseSimulation) simulation = simulate (fixture, 100000, 1, 0);
  const PremiseMoments *total = premise_simulation_get_moments (simulation, 0);
  const PremiseMoments *ratio = premise_simulation_get_moments (simulation, 1);
  double deviation = sqrt (10.5 * 3 - 20.25);

  g_assert_cmpuint (total->n, ==, 100000);
  g_assert_cmpfloat (fabs (total->mean - 4.5), <, 5 * deviation / sqrt (100000));
  g_assert_cmpfloat (fabs (premise_moments_get_deviation (total) - deviation), <, 0.05);
  g_assert_cmpfloat_with_epsilon (premise_moments_get_error (total), deviation / sqrt (100000), 2e-4);

  /* A quarter divides by 0: counted, and left out. */
  g_assert_cmpuint (ratio->n + ratio->n_errors, ==, 100000);
  g_assert_cmpfloat (fabs ((double) ratio->n_errors / 100000 - 0.25), <, 0.01);
  g_assert_cmpfloat (fabs (ratio->mean - 1.5), <, 0.02);
}

static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PremiseSimulation) one = simulate (fixture, 10001, 7, 1);
  g_autoptr(PremiseSimulation) other = simulate (fixture, 10001, 8, 1);

  for (guint n = 2; n <= 7; n++)
    {
      g_autoptr(PremiseSimulation) many = simulate (fixture, 10001, 7, n);

      for (guint i = 0; i < 2; i++)
        {
          g_assert_cmpmem (premise_simulation_get_samples (many, i), 10001 * sizeof (double),
                           premise_simulation_get_samples (one, i), 10001 * sizeof (double));
          g_assert_cmpmem (premise_simulation_get_moments (many, i), sizeof (PremiseMoments),
                           premise_simulation_get_moments (one, i), sizeof (PremiseMoments));
        }
    }

  g_assert_cmpint (memcmp (premise_simulation_get_samples (one, 0),
                           premise_simulation_get_samples (other, 0), 10001 * sizeof (double)), !=, 0);
}

/* More samples begin with the same ones. */
static void
test_prefix (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PremiseSimulation) few = simulate (fixture, 1000, 7, 2);
  g_autoptr(PremiseSimulation) more = simulate (fixture, 5000, 7, 2);

  g_assert_cmpmem (premise_simulation_get_samples (few, 0), 1000 * sizeof (double),
                   premise_simulation_get_samples (more, 0), 1000 * sizeof (double));
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* As a full sort says. */
static void
test_quantiles (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(PremiseSimulation) simulation = simulate (fixture, 20000, 3, 0);
  const double *samples = premise_simulation_get_samples (simulation, 1);
  g_autofree double *sorted = g_new (double, 20000);
  const double probabilities[] = { 0, 0.05, 0.5, 0.501, 0.95, 1 };
  double quantiles[6];
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    {
      if (isfinite (samples[i]))
        sorted[n++] = samples[i];
    }

  qsort (sorted, n, sizeof *sorted, compare_doubles);
  premise_simulation_get_quantiles (simulation, 1, probabilities, quantiles, 6);

  for (guint i = 0; i < 6; i++)
    {
      double place = probabilities[i] * (n - 1);
      guint rank = (guint) place;
      double next = sorted[MIN (rank + 1, n - 1)];

      g_assert_cmpfloat (quantiles[i], ==, sorted[rank] + (place - rank) * (next - sorted[rank]));
    }
}

static void
test_histogram (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(PremiseSimulation) simulation = simulate (fixture, 20000, 3, 0);
  g_autoptr(GArray) convergence = premise_simulation_dup_convergence (simulation, 0);
  const PremiseConvergence *last;
  guint64 counts[10];
  guint64 sum = 0;

  premise_simulation_get_histogram (simulation, 0, counts, 10);

  for (guint i = 0; i < 10; i++)
    sum += counts[i];

  g_assert_cmpuint (sum, ==, 20000);
  /* A quarter is 0, and so is little else. */
  g_assert_cmpuint (counts[0], >, 5000);

  g_assert_cmpuint (convergence->len, >=, 30);
  last = &g_array_index (convergence, PremiseConvergence, convergence->len - 1);
  g_assert_cmpuint (last->n_samples, ==, 20000);
  g_assert_cmpfloat (last->mean, ==, premise_simulation_get_moments (simulation, 0)->mean);
  g_assert_cmpfloat (last->standard_error, ==, premise_simulation_get_error (simulation, 0));
}

static void
progress_cb (double   fraction,
             gpointer cancellable)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_cancellable_cancel (cancellable);
}

/* Stopped by its own report of progress, long before the end. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PremiseSimulationOptions options = {
    .n_samples = 50000000, .n_threads = 2, .progress = progress_cb, .user_data = cancellable,
  };
  g_autoptr(GError) error = NULL;

  g_assert_null (premise_simulation_run (fixture->batch, fixture->distributions, &options, cancellable,
                                         &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static PremiseSimulation *
simulate_sobol (Fixture *fixture,
                guint64  n,
                guint64  seed,
                guint    n_threads)
{
  PremiseSimulationOptions options = {
    .n_samples = n, .seed = seed, .n_threads = n_threads, .sampling = PREMISE_SAMPLING_SOBOL,
  };
  g_autoptr(GError) error = NULL;
  PremiseSimulation *simulation = premise_simulation_run (fixture->batch, fixture->distributions,
                                                          &options, NULL, &error);

  g_assert_no_error (error);

  return simulation;
}

/* The mean is right on average, as far off as the standard error says, and that is much less
 * than for as many random samples.
 */
static void
test_sobol (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(PremiseSimulation) random = simulate (fixture, 16384, 1, 0);
  guint far = 0;

  for (guint64 seed = 0; seed < 40; seed++)
    {
      g_autoptr(PremiseSimulation) even = simulate_sobol (fixture, 16384, seed, 0);
      double error = premise_simulation_get_error (even, 0);
      double mean = premise_simulation_get_moments (even, 0)->mean;

      g_assert_cmpuint (premise_simulation_get_n_samples (even), ==, 16384);
      g_assert_cmpfloat (error, >, 0);
      g_assert_cmpfloat (error, <, premise_simulation_get_error (random, 0) / 10);
      far += fabs (mean - 4.5) > 2.13 * error;
    }

  /* One in twenty by chance (t with 15 degrees of freedom). */
  g_assert_cmpuint (far, <=, 7);
}

static void
test_sobol_size (Fixture       *fixture,
                 gconstpointer  data)
{
  const guint64 sizes[][2] = { { 1, 2048 }, { 2048, 2048 }, { 2049, 4096 }, { 100000, 131072 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(PremiseSimulation) one = simulate_sobol (fixture, sizes[i][0], 5, 1);
      g_autoptr(PremiseSimulation) many = simulate_sobol (fixture, sizes[i][0], 5, 3);
      g_autoptr(PremiseSimulation) other = simulate_sobol (fixture, sizes[i][0], 6, 1);
      gsize size = sizes[i][1] * sizeof (double);

      g_assert_cmpuint (premise_simulation_get_n_samples (one), ==, sizes[i][1]);
      g_assert_cmpmem (premise_simulation_get_samples (many, 0), size,
                       premise_simulation_get_samples (one, 0), size);
      g_assert_cmpint (memcmp (premise_simulation_get_samples (other, 0),
                               premise_simulation_get_samples (one, 0), size), !=, 0);
    }
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  PremiseSimulationOptions options = { .n_samples = 0 };
  g_autoptr(GError) error = NULL;

  g_assert_null (premise_simulation_run (fixture->batch, fixture->distributions, &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

#define ADD(name, test) \
  g_test_add ("/analysis/simulation/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("moments", test_moments);
  ADD ("any-number-of-threads", test_threads);
  ADD ("more-samples-begin-the-same", test_prefix);
  ADD ("quantiles", test_quantiles);
  ADD ("histogram", test_histogram);
  ADD ("cancel", test_cancel);
  ADD ("nothing", test_nothing);
  ADD ("sobol", test_sobol);
  ADD ("sobol/size", test_sobol_size);

  return g_test_run ();
}
