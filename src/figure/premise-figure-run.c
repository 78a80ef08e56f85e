/* premise-figure-run.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure-run.h"

#include "premise-inputs.h"
#include "premise-sensitivity.h"
#include "premise-simulation.h"

#include <math.h>
#include <string.h>

/* The widest swings; the others are shorter still. */
#define MAX_SWINGS 10

/* Enough for a picture, and done while a slider moves. The same seed makes the same picture. */
#define N_SAMPLES 2048
#define SEED 1
#define N_BINS 30

/* What only a few samples in a thousand reach would leave the rest no room. */
#define TAIL 0.002

const double premise_figure_quantiles[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

static PremiseFigureRun *
run_new (guint n_series,
         guint n_categories)
{
  PremiseFigureRun *self = g_rc_box_new0 (PremiseFigureRun);

  self->n_series = n_series;
  self->n_categories = n_categories;
  self->values = g_new0 (double, n_series * n_categories + 1);
  self->cells = g_new0 (PremiseCell, n_categories + 1);
  self->now = NAN;
  self->base = NAN;

  return self;
}

static void
run_clear (gpointer data)
{
  PremiseFigureRun *self = data;

  g_free (self->values);
  g_free (self->base_values);
  g_free (self->cells);
  g_free (self->edges);
}

/**
 * premise_figure_run_unref:
 * @self: (transfer full): a run
 *
 * Drops a reference to a run.
 */
void
premise_figure_run_unref (PremiseFigureRun *self)
{
  g_rc_box_release_full (self, run_clear);
}

/* An assumption that cannot move the output has no bar. */
static gboolean
swings (const PremiseSwing *swing)
{
  return swing->output_low != swing->output_base || swing->output_high != swing->output_base;
}

static const PremiseSwing *
find_swing (GArray             *all,
            const PremiseSwing *wanted)
{
  for (guint i = 0; i < all->len; i++)
    {
      const PremiseSwing *swing = &g_array_index (all, PremiseSwing, i);

      if (swing->variable == wanted->variable && swing->cell == wanted->cell)
        return swing;
    }

  return NULL;
}

static GArray *
run_sensitivity (const PremiseFigure *figure,
                 PremiseScenario     *scenario)
{
  return premise_sensitivity_run (scenario, figure->output, figure->output_cell,
                                  PREMISE_SENSITIVITY_RANGE);
}

static gboolean
is_chosen (const PremiseFigure *figure,
           const PremiseSwing  *swing)
{
  for (guint i = 0; figure->inputs != NULL && i < figure->inputs->len; i++)
    {
      if (g_array_index (figure->inputs, guint, i) == swing->variable)
        return TRUE;
    }

  return figure->inputs == NULL;
}

/* Those that have a bar, the widest first. (element-type PremiseSwing) */
static GArray *
choose_swings (const PremiseFigure *figure,
               GArray              *all)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (PremiseSwing));

  for (guint i = 0; i < all->len && chosen->len < MAX_SWINGS; i++)
    {
      const PremiseSwing *swing = &g_array_index (all, PremiseSwing, i);

      if (swings (swing) && is_chosen (figure, swing))
        g_array_append_val (chosen, *swing);
    }

  return chosen;
}

/* The base case decides which bars there are and in which order: while a slider moves they grow,
 * and do not jump. */
static PremiseFigureRun *
run_tornado (const PremiseFigure *figure,
             PremiseEvaluator    *evaluator)
{
  g_autoptr(PremiseScenario) untouched
    = premise_scenario_new (premise_evaluator_get_model (evaluator));
  g_autoptr(GArray) all = run_sensitivity (figure, untouched);
  g_autoptr(GArray) base = choose_swings (figure, all);
  g_autoptr(GArray) now = run_sensitivity (figure, premise_evaluator_get_scenario (evaluator));
  guint n = base->len;
  PremiseFigureRun *self = run_new (2, n);

  self->base_values = g_new (double, 2 * n + 1);

  for (guint i = 0; i < n; i++)
    {
      const PremiseSwing *was = &g_array_index (base, PremiseSwing, i);
      const PremiseSwing *swing = find_swing (now, was);

      self->values[i] = swing != NULL ? swing->output_low : NAN;
      self->values[n + i] = swing != NULL ? swing->output_high : NAN;
      self->base_values[i] = was->output_low;
      self->base_values[n + i] = was->output_high;
      self->cells[i] = (PremiseCell) { was->variable, was->cell };
    }

  return self;
}

static PremiseSimulation *
simulate (PremiseReport     *report,
          PremiseEvaluator  *evaluator,
          const PremiseCell *outputs,
          guint              n_outputs)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  GArray *correlations = premise_report_get_correlations (report);
  g_autoptr(PremiseInputs) inputs
    = premise_inputs_new (scenario, outputs[0].variable,
                          (const PremiseCellCorrelation *) (gpointer) correlations->data,
                          correlations->len);
  g_autoptr(PremiseBatch) batch
    = premise_batch_new (scenario, premise_inputs_get_cells (inputs), premise_inputs_get_n (inputs),
                         outputs, n_outputs);
  PremiseSimulationOptions options = {
    .n_samples = N_SAMPLES, .sampling = PREMISE_SAMPLING_SOBOL, .seed = SEED, .n_threads = 1,
    .copula = premise_inputs_get_copula (inputs),
  };

  return premise_simulation_run (batch, premise_inputs_get_distributions (inputs), &options, NULL,
                                 NULL);
}

/* The bins between two ends, what lies beyond them in the first and the last one. */
static void
count_bins (PremiseFigureRun *self,
            const double     *samples,
            guint64           n,
            double            low,
            double            high)
{
  guint64 n_valid = 0;

  self->edges = g_new (double, self->n_categories + 1);
  for (guint i = 0; i <= self->n_categories; i++)
    self->edges[i] = low + (high - low) * i / self->n_categories;

  for (guint64 i = 0; i < n; i++)
    {
      double at = (samples[i] - low) / (high - low) * self->n_categories;

      if (!isfinite (at))
        continue;

      n_valid++;
      self->values[(guint) CLAMP (at, 0, self->n_categories - 1)]++;
    }

  for (guint i = 0; n_valid > 0 && i < self->n_categories; i++)
    self->values[i] /= n_valid;
}

static PremiseFigureRun *
run_histogram (PremiseReport       *report,
               const PremiseFigure *figure,
               PremiseEvaluator    *evaluator)
{
  PremiseCell output = { figure->output, figure->output_cell };
  g_autoptr(PremiseSimulation) simulation = simulate (report, evaluator, &output, 1);
  double low = premise_simulation_get_quantile (simulation, 0, TAIL);
  double high = premise_simulation_get_quantile (simulation, 0, 1 - TAIL);
  PremiseFigureRun *self;

  /* What never varies is one bin; what has no value is none, but the bins stay. */
  if (!isfinite (low) || !isfinite (high))
    {
      low = 0;
      high = 1;
    }
  else if (!(high > low))
    {
      double room = fmax (fabs (low), 1) / 2;

      low -= room;
      high += room;
    }

  self = run_new (1, N_BINS);
  count_bins (self, premise_simulation_get_samples (simulation, 0),
              premise_simulation_get_n_samples (simulation), low, high);

  for (guint i = 0; i < N_BINS; i++)
    self->cells[i] = output;

  return self;
}

static PremiseFigureRun *
run_fan (PremiseReport       *report,
         const PremiseFigure *figure,
         PremiseEvaluator    *evaluator)
{
  guint n = premise_model_get_n_members (premise_evaluator_get_model (evaluator), figure->index);
  PremiseFigureRun *self = run_new (PREMISE_FIGURE_N_QUANTILES, n);
  g_autoptr(PremiseSimulation) simulation = NULL;

  for (guint c = 0; c < n; c++)
    self->cells[c] = (PremiseCell) { figure->output, c };

  if (n == 0)
    return self;

  simulation = simulate (report, evaluator, self->cells, n);

  for (guint c = 0; c < n; c++)
    {
      double quantiles[PREMISE_FIGURE_N_QUANTILES];

      premise_simulation_get_quantiles (simulation, c, premise_figure_quantiles, quantiles,
                                        PREMISE_FIGURE_N_QUANTILES);
      for (guint q = 0; q < PREMISE_FIGURE_N_QUANTILES; q++)
        self->values[q * n + c] = quantiles[q];
    }

  return self;
}

static PremiseFigureRun *
run_figure (PremiseReport       *report,
            const PremiseFigure *figure,
            PremiseEvaluator    *evaluator)
{
  PremiseFigureRun *self;

  if (g_str_equal (figure->mark, "fan"))
    return run_fan (report, figure, evaluator);

  if (g_str_equal (figure->mark, "tornado"))
    self = run_tornado (figure, evaluator);
  else
    self = run_histogram (report, figure, evaluator);

  self->now = premise_evaluator_get_value (evaluator, figure->output, figure->output_cell);
  self->base = premise_evaluator_get_base_value (evaluator, figure->output, figure->output_cell);

  return self;
}

/* What a run depends on: the value of every assumption. */
static guint64
get_fingerprint (PremiseEvaluator *evaluator)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  guint64 fingerprint = 0xcbf29ce484222325;

  for (guint v = 0; v < premise_model_get_n_variables (model); v++)
    {
      const double *values;

      if (premise_model_get_kind (model, v) != PREMISE_VARIABLE_ASSUMPTION)
        continue;

      values = premise_evaluator_get_values (evaluator, v);
      for (guint cell = 0; cell < premise_model_get_n_cells (model, v); cell++)
        {
          guint64 bits;

          memcpy (&bits, &values[cell], sizeof bits);
          fingerprint = (fingerprint ^ bits) * 0x100000001b3;
          fingerprint ^= fingerprint >> 29;
        }
    }

  return fingerprint;
}

/* The last run of each figure that an evaluator was asked for: chart, table and words of it are
 * made one after the other. */
typedef struct
{
  guint64           fingerprint;
  PremiseFigureRun *run;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  premise_figure_run_unref (kept->run);
  g_free (kept);
}

static GHashTable *
get_kept (PremiseEvaluator *evaluator)
{
  static const char key[] = "premise-figure-runs";
  GHashTable *runs = g_object_get_data (G_OBJECT (evaluator), key);

  if (runs == NULL)
    {
      runs = g_hash_table_new_full (NULL, NULL, NULL, kept_free);
      g_object_set_data_full (G_OBJECT (evaluator), key, runs, (GDestroyNotify) g_hash_table_unref);
    }

  return runs;
}

/**
 * premise_figure_run_get:
 * @report: a report
 * @figure: a figure of it
 * @evaluator: the values, whose scenario is what it starts from
 *
 * Works out what a figure shows of its output, unless that was just done.
 *
 * Returns: (transfer full) (nullable): the numbers, %NULL for a figure without output
 */
PremiseFigureRun *
premise_figure_run_get (PremiseReport       *report,
                        const PremiseFigure *figure,
                        PremiseEvaluator    *evaluator)
{
  GHashTable *runs;
  guint64 fingerprint;
  Kept *kept;

  if (figure->output == PREMISE_MODEL_NOT_FOUND)
    return NULL;

  runs = get_kept (evaluator);
  fingerprint = get_fingerprint (evaluator);
  kept = g_hash_table_lookup (runs, figure);

  if (kept == NULL || kept->fingerprint != fingerprint)
    {
      kept = g_new0 (Kept, 1);
      kept->fingerprint = fingerprint;
      kept->run = run_figure (report, figure, evaluator);
      g_hash_table_replace (runs, (gpointer) figure, kept);
    }

  return g_rc_box_acquire (kept->run);
}
