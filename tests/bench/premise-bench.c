/* premise-bench.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench-model.h"

#include "premise-batch.h"
#include "premise-calculator.h"
#include "premise-simulation.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MAX_TIMES     20000
#define N_SIMULATIONS 40

typedef struct
{
  BenchModel        *bench;
  PremiseCalculator *calculator;
  double             times[MAX_TIMES];
  guint              n_times;
  gint64             budget;   /* nanoseconds for each measure */
  double             sink;     /* keeps the compiler from leaving the work out */
} Bench;

static gint64
now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);

  return t.tv_sec * G_GINT64_CONSTANT (1000000000) + t.tv_nsec;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_line (const char *workload,
            const char *measure,
            const char *peer,
            const char *unit,
            double     *values,
            guint       n,
            gboolean    best_is_most)
{
  /* An output without a value is no number, and JSON has none for it. */
  if (n == 1 && !isfinite (values[0]))
    {
      printf ("{\"workload\":\"%s\",\"measure\":\"%s\",\"peer\":\"%s\",\"value\":null,\"unit\":\"%s\"}\n",
              workload, measure, peer, unit);
      return;
    }

  qsort (values, n, sizeof *values, compare_doubles);
  printf ("{\"workload\":\"%s\",\"measure\":\"%s\",\"peer\":\"%s\",\"value\":%.9g,\"unit\":\"%s\","
          "\"n\":%u,\"min\":%.9g,\"median\":%.9g,\"p99\":%.9g}\n",
          workload, measure, peer, values[best_is_most ? n - 1 : n / 2], unit, n, values[0],
          values[n / 2], values[MIN (n - 1, (guint) (0.99 * n))]);
  fflush (stdout);
}

static void
print_value (Bench      *self,
             const char *measure,
             const char *unit,
             double      value)
{
  print_line (self->bench->name, measure, "premise", unit, &value, 1, FALSE);
}

static void
print_times (Bench      *self,
             const char *workload,
             const char *measure)
{
  print_line (workload, measure, "premise", "ms", self->times, self->n_times, FALSE);
}

static double
get_resident_mebibytes (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    pages = strtol (strchr (text, ' '), NULL, 10);

  return (double) pages * (double) sysconf (_SC_PAGESIZE) / 1048576;
}

static double
relative_error (double value,
                double expected)
{
  return fabs (value - expected) / fmax (1e-300, fabs (expected));
}

/* The factor of the k-th edit: ±10 %, never twice the same in a row. */
static double
factor (guint k)
{
  return 0.9 + 0.2 * ((k * 37) % 101) / 100;
}

static gboolean
measure_load (Bench      *self,
              const char *text,
              gsize       length,
              GError    **error)
{
  g_autofree char *copy = g_malloc (length + 1);
  guint repeats = length > 1000000 ? 15 : 200;
  double before = 0;
  double after = 0;

  memcpy (copy, text, length + 1);
  before = get_resident_mebibytes ();

  for (guint i = 0; i < repeats; i++)
    {
      gint64 start;

      g_clear_pointer (&self->calculator, premise_calculator_free);
      g_clear_pointer (&self->bench, bench_model_free);
      memcpy (copy, text, length + 1);
      start = now ();
      self->bench = bench_model_load (copy, length, error);

      if (self->bench == NULL)
        return FALSE;

self->calculator = premise_calculator_new (self->bench->model);
      self->sink += premise_calculator_get_values (self->calculator, self->bench->output)[0];
self->times[self->n_times++] = (double) (now () - start) / 1e6;

      if (i == 0)
        after = get_resident_mebibytes ();
    }

  print_times (self, self->bench->name, "load");
  print_value (self, "mem_model", "MiB", after - before);

  return TRUE;
}

static void
check_results (Bench *self)
{
  double sum = 0;

  for (guint i = 0; i < premise_model_get_n_variables (self->bench->model); i++)
    {
      if (premise_model_get_kind (self->bench->model, i) == PREMISE_VARIABLE_FORMULA)
        sum += premise_calculator_get_values (self->calculator, i)[0];
    }

  print_value (self, "relerr_sum", "ratio", relative_error (sum, self->bench->sum));
  print_value (self, "relerr_output", "ratio",
               relative_error (premise_calculator_get_values (self->calculator, self->bench->output)[0],
                               self->bench->expected));
}

static void
measure_full (Bench *self)
{
  const BenchModel *bench = self->bench;
  gint64 end = now () + self->budget;

  self->n_times = 0;

  for (guint k = 0; k < 5000 && now () < end; k++)
    {
      gint64 start = now ();

      for (guint i = 0; i < bench->inputs->len; i++)
        premise_calculator_set (self->calculator, g_array_index (bench->inputs, guint, i), 0,
                                g_array_index (bench->values, double, i) * factor (k));

      premise_calculator_update (self->calculator);
      self->sink += premise_calculator_get_values (self->calculator, bench->output)[0];
      self->times[self->n_times++] = (double) (now () - start) / 1e6;
    }

  print_times (self, bench->name, "full");
  premise_calculator_reset (self->calculator);
}

static void
measure_edits (Bench            *self,
               const BenchEdits *edits)
{
  g_autofree char *measure = g_strconcat ("edit_", edits->kind, NULL);
  gint64 end = now () + self->budget;

  self->n_times = 0;

  for (guint k = 0; k < MAX_TIMES && now () < end; k++)
    {
      guint i = k % edits->inputs->len;
      guint input = g_array_index (edits->inputs, guint, i);
      double value = premise_model_get_base (self->bench->model, input, 0) * factor (k);
      gint64 start = now ();

      premise_calculator_set (self->calculator, input, 0, value);
      premise_calculator_update (self->calculator);
      self->sink += premise_calculator_get_values (self->calculator,
                                                   g_array_index (edits->probes, guint, i))[0];
      self->times[self->n_times++] = (double) (now () - start) / 1e6;
    }

  print_times (self, self->bench->name, measure);
  premise_calculator_reset (self->calculator);
}

/* Each input low, high, and back: two lanes each. */
static void
measure_tornado (Bench *self)
{
  const BenchModel *bench = self->bench;
  guint n = bench->inputs->len;
  g_autofree PremiseCell *cells = g_new0 (PremiseCell, n);
  PremiseCell output = { bench->output, 0 };
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (bench->model);
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;
  const double *values;

  for (guint i = 0; i < n; i++)
    cells[i].variable = g_array_index (bench->inputs, guint, i);

  batch = premise_batch_new (scenario, cells, n, &output, 1);
  lanes = premise_lanes_new (batch);
  values = premise_lanes_get_output (lanes, 0);
  self->n_times = 0;

  for (guint k = 0; k < 5000; k++)
    {
      gint64 start = now ();

      for (guint first = 0; first < n; first += PREMISE_BATCH_LANES / 2)
        {
          guint last = MIN (n, first + PREMISE_BATCH_LANES / 2);

          for (guint i = first; i < last; i++)
            {
              premise_lanes_get_input (lanes, i)[2 * (i - first)] = g_array_index (bench->lows, double, i);
              premise_lanes_get_input (lanes, i)[2 * (i - first) + 1] = g_array_index (bench->highs, double, i);
            }

          premise_lanes_run (lanes, 2 * (last - first));

          for (guint i = first; i < last; i++)
            {
              double base = g_array_index (bench->values, double, i);

              self->sink += fabs (values[2 * (i - first)] - values[2 * (i - first) + 1]);
              premise_lanes_get_input (lanes, i)[2 * (i - first)] = base;
              premise_lanes_get_input (lanes, i)[2 * (i - first) + 1] = base;
            }
        }

      self->times[self->n_times++] = (double) (now () - start) / 1e6;
    }

  print_times (self, "w6", "tornado");
}

/* All inputs triangular; sampling, evaluation, mean, and three exact quantiles. */
static void
measure_simulation (Bench   *self,
                    guint64  n_samples,
                    guint    n_threads)
{
  const BenchModel *bench = self->bench;
  const double probabilities[] = { 0.05, 0.5, 0.95 };
  guint n = bench->inputs->len;
  g_autofree PremiseCell *cells = g_new0 (PremiseCell, n);
  g_autoptr(GPtrArray) distributions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_distribution_free);
  PremiseCell output = { bench->output, 0 };
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (bench->model);
  g_autoptr(PremiseBatch) batch = NULL;
  double rates[N_SIMULATIONS];
  double quantiles[3] = { 0 };
  double mean = 0;

  for (guint i = 0; i < n; i++)
    {
      double parameters[] = {
        g_array_index (bench->lows, double, i),
        g_array_index (bench->values, double, i),
        g_array_index (bench->highs, double, i),
      };

      cells[i].variable = g_array_index (bench->inputs, guint, i);
      g_ptr_array_add (distributions,
                       premise_distribution_new (PREMISE_DISTRIBUTION_TRIANGULAR, parameters, 3,
                                                 -INFINITY, INFINITY, NULL));
    }

  batch = premise_batch_new (scenario, cells, n, &output, 1);

  for (guint i = 0; i < N_SIMULATIONS; i++)
    {
      PremiseSimulationOptions options = { .n_samples = n_samples, .seed = i, .n_threads = n_threads };
      gint64 start = now ();
      g_autoptr(PremiseSimulation) simulation =
        premise_simulation_run (batch, (PremiseDistribution *const *) distributions->pdata, &options,
                                NULL, NULL);

      premise_simulation_get_quantiles (simulation, 0, probabilities, quantiles, 3);
      rates[i] = (double) n_samples / (double) (now () - start) * 1e9;
      mean += premise_simulation_get_moments (simulation, 0)->mean / N_SIMULATIONS;
    }

  print_line (bench->name, "mc", n_threads == 1 ? "premise-1t" : "premise-2t", "samples/s", rates,
              N_SIMULATIONS, TRUE);
  print_value (self, "mc_mean", "value", mean);
  print_value (self, "mc_p5", "value", quantiles[0]);
  print_value (self, "mc_p95", "value", quantiles[2]);
}

static gboolean
run (Bench      *self,
     const char *path,
     GError    **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error) || !measure_load (self, text, length, error))
    return FALSE;

  g_clear_pointer (&text, g_free);
  check_results (self);
  measure_full (self);

  for (guint i = 0; i < self->bench->edits->len; i++)
    measure_edits (self, &g_array_index (self->bench->edits, BenchEdits, i));

  if (g_str_equal (self->bench->name, "w1"))
    measure_tornado (self);

  for (guint n_threads = 1; n_threads <= 2; n_threads++)
    {
      if (g_str_equal (self->bench->name, "w1"))
        measure_simulation (self, 100000, n_threads);
      else if (g_str_equal (self->bench->name, "w5"))
        measure_simulation (self, 1000000, n_threads);
    }

  print_value (self, "mem_process", "MiB", get_resident_mebibytes ());

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  static Bench bench;
  const char *budget = g_getenv ("BENCH_BUDGET_MS");
  g_autoptr(GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: premise-bench MODEL.json\n");
      return 2;
    }

  bench.budget = (gint64) ((budget != NULL ? g_ascii_strtod (budget, NULL) : 8000) / 4 * 1e6);

  if (!run (&bench, argv[1], &error))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return 1;
    }

  g_clear_pointer (&bench.calculator, premise_calculator_free);
  bench_model_free (bench.bench);

  return isnan (bench.sink) ? 1 : 0;
}
