/* premise-simulation.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-blocks-private.h"
#include "premise-sampler-private.h"
#include "premise-simulation.h"

#include <math.h>
#include <string.h>

/* How many points the way to the mean has. */
#define N_CHECKPOINTS 32

struct _PremiseSimulation
{
  GObject         parent_instance;

  guint64         n_samples;
  guint           n_outputs;
  double         *samples;       /* n_samples for each output */
  PremiseMoments *moments;       /* of each output */
  GArray        **convergence;   /* (element-type PremiseConvergence): of each output */
};

G_DEFINE_FINAL_TYPE (PremiseSimulation, premise_simulation, G_TYPE_OBJECT)

/* What the threads of one run have in common. */
typedef struct
{
  PremiseSimulation           *simulation;
  PremiseBatch                *batch;
  PremiseDistribution *const  *distributions;
  const PremiseCopula         *copula;
  PremiseSampler               sampler;
  PremiseMoments              *blocks;   /* of each block, for each output */
} Run;

static void
premise_simulation_finalize (GObject *object)
{
  PremiseSimulation *self = PREMISE_SIMULATION (object);

  for (guint i = 0; i < self->n_outputs && self->convergence != NULL; i++)
    g_clear_pointer (&self->convergence[i], g_array_unref);

  g_free (self->convergence);
  g_free (self->samples);
  g_free (self->moments);

  G_OBJECT_CLASS (premise_simulation_parent_class)->finalize (object);
}

static void
premise_simulation_class_init (PremiseSimulationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = premise_simulation_finalize;
}

static void
premise_simulation_init (PremiseSimulation *self)
{
}

static gpointer
new_lanes (gpointer user_data)
{
  const Run *run = user_data;

  return premise_lanes_new (run->batch);
}

/* Each block is drawn by itself, so that it does not matter who computes it. */
static void
draw_inputs (const Run    *run,
             PremiseLanes *lanes,
             guint64       block)
{
  guint n_correlated = premise_copula_get_n (run->copula);
  g_autofree double *correlated = n_correlated > 0 ? g_new (double, n_correlated * PREMISE_BATCH_LANES) : NULL;
  double u[PREMISE_BATCH_LANES];
  PremiseDraw draw;

  premise_draw_init (&draw, &run->sampler, block);

  for (guint i = 0; i < premise_batch_get_n_inputs (run->batch); i++)
    {
      guint position;

      if (premise_copula_contains (run->copula, i, &position))
        {
          premise_draw_next (&draw, correlated + position * PREMISE_BATCH_LANES);
          continue;
        }

      premise_draw_next (&draw, u);
      premise_distribution_sample (run->distributions[i], u, premise_lanes_get_input (lanes, i),
                                   PREMISE_BATCH_LANES);
    }

  if (n_correlated > 0)
    premise_copula_apply (run->copula, correlated, PREMISE_BATCH_LANES);

  for (guint i = 0; i < n_correlated; i++)
    {
      guint input = premise_copula_get_member (run->copula, i);

      premise_distribution_sample (run->distributions[input], correlated + i * PREMISE_BATCH_LANES,
                                   premise_lanes_get_input (lanes, input), PREMISE_BATCH_LANES);
    }
}

static void
run_block (gpointer user_data,
           gpointer state,
           guint64  block)
{
  Run *run = user_data;
  PremiseLanes *lanes = state;
  PremiseSimulation *simulation = run->simulation;
  guint64 first = block * PREMISE_BATCH_LANES;
  guint n = (guint) MIN (PREMISE_BATCH_LANES, simulation->n_samples - first);

  draw_inputs (run, lanes, block);
  premise_lanes_run (lanes, n);

  for (guint i = 0; i < simulation->n_outputs; i++)
    {
      const double *values = premise_lanes_get_output (lanes, i);
      PremiseMoments *moments = &run->blocks[block * simulation->n_outputs + i];

      memcpy (simulation->samples + i * simulation->n_samples + first, values, n * sizeof *values);
      premise_moments_init (moments);
      premise_moments_add (moments, values, n);
    }
}

static void
free_lanes (gpointer state)
{
  premise_lanes_free (state);
}

/* Independent samples tell by how they scatter; Sobol sequences only by how their means do. */
static double
find_error (const PremiseMoments *moments,
            const PremiseMoments *replications,
            guint                 n_replications)
{
  PremiseMoments means;

  if (n_replications == 1)
    return premise_moments_get_error (moments);

  premise_moments_init (&means);

  for (guint i = 0; i < n_replications; i++)
    premise_moments_add (&means, &replications[i].mean, 1);

  return means.n_errors > 0 ? NAN : premise_moments_get_error (&means);
}

/* Puts the blocks together in their order, whoever was first to finish. */
static void
merge_blocks (const Run *run,
              guint      output)
{
  PremiseSimulation *self = run->simulation;
  PremiseMoments *moments = &self->moments[output];
  PremiseMoments replications[PREMISE_SAMPLER_REPLICATIONS];
  guint n_replications = run->sampler.n_replications;
  guint64 n_blocks = run->sampler.n_blocks;
  guint64 next = 1;

  premise_moments_init (moments);
  self->convergence[output] = g_array_new (FALSE, FALSE, sizeof (PremiseConvergence));

  for (guint i = 0; i < n_replications; i++)
    premise_moments_init (&replications[i]);

  for (guint64 block = 0; block < n_blocks; block++)
    {
      const PremiseMoments *own = &run->blocks[block * self->n_outputs + output];
      PremiseConvergence point;

      premise_moments_merge (moments, own);

      if (n_replications > 1)
        premise_moments_merge (&replications[block % n_replications], own);

      if ((block + 1) * N_CHECKPOINTS < next * n_blocks || (block + 1) % n_replications != 0)
        continue;

      point.n_samples = moments->n + moments->n_errors;
      point.mean = moments->n > 0 ? moments->mean : NAN;
      point.standard_error = find_error (moments, replications, n_replications);
      g_array_append_val (self->convergence[output], point);
      next = (block + 1) * N_CHECKPOINTS / n_blocks + 1;
    }
}

static PremiseSimulation *
new_simulation (Run *run)
{
  PremiseSimulation *self = g_object_new (PREMISE_TYPE_SIMULATION, NULL);

  self->n_samples = run->sampler.n_points;
  self->n_outputs = premise_batch_get_n_outputs (run->batch);
  self->samples = g_new (double, self->n_samples * self->n_outputs);
  self->moments = g_new0 (PremiseMoments, self->n_outputs);
  self->convergence = g_new0 (GArray *, self->n_outputs);

  return self;
}

/**
 * premise_simulation_run:
 * @batch: what to compute
 * @distributions: one for each input of the batch
 * @options: how
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Draws all inputs and computes the outputs, as many times as asked for. Inputs are independent
 * of one another but for those that the copula correlates. The same seed gives the same numbers
 * whatever the number of threads.
 *
 * Returns: (transfer full) (nullable): the outcome; %NULL with %G_IO_ERROR_CANCELLED if it was
 *   stopped
 */
PremiseSimulation *
premise_simulation_run (PremiseBatch                    *batch,
                        PremiseDistribution *const      *distributions,
                        const PremiseSimulationOptions  *options,
                        GCancellable                    *cancellable,
                        GError                         **error)
{
  g_autoptr(PremiseSimulation) self = NULL;
  g_autofree PremiseMoments *moments = NULL;
  Run run = { .batch = batch, .distributions = distributions, .copula = options->copula };
  PremiseBlocks blocks = {
    .n_threads = options->n_threads, .progress = options->progress,
    .progress_data = options->user_data, .cancellable = cancellable,
    .new_state = new_lanes, .run = run_block, .free_state = free_lanes, .user_data = &run,
  };
  gboolean done;

  if (!premise_sampler_init (&run.sampler, options->sampling, options->n_samples, options->seed,
                             premise_batch_get_n_inputs (batch), error))
    return NULL;

  run.simulation = self = new_simulation (&run);
  run.blocks = moments = g_new (PremiseMoments, run.sampler.n_blocks * self->n_outputs);
  blocks.n = run.sampler.n_blocks;
  done = premise_blocks_run (&blocks, error);

  for (guint i = 0; i < self->n_outputs && done; i++)
    merge_blocks (&run, i);

  premise_sampler_clear (&run.sampler);

  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * premise_simulation_get_n_samples:
 * @self: a simulation
 *
 * Returns: how many samples there are
 */
guint64
premise_simulation_get_n_samples (PremiseSimulation *self)
{
  return self->n_samples;
}

/**
 * premise_simulation_get_samples:
 * @self: a simulation
 * @output: a position among the outputs of the batch
 *
 * Gets all samples in the order in which they were drawn, in base units, NaN for errors.
 *
 * Returns: (transfer none): as many values as there are samples
 */
const double *
premise_simulation_get_samples (PremiseSimulation *self,
                                guint              output)
{
  g_return_val_if_fail (output < self->n_outputs, NULL);

  return self->samples + output * self->n_samples;
}

/**
 * premise_simulation_get_moments:
 * @self: a simulation
 * @output: a position among the outputs of the batch
 *
 * Returns: (transfer none): the mean and all that belongs to it
 */
const PremiseMoments *
premise_simulation_get_moments (PremiseSimulation *self,
                                guint              output)
{
  g_return_val_if_fail (output < self->n_outputs, NULL);

  return &self->moments[output];
}

/**
 * premise_simulation_get_error:
 * @self: a simulation
 * @output: a position among the outputs of the batch
 *
 * Gets the standard error of the mean: of independent samples from how they scatter, of Sobol
 * sequences from how the means of 16 scrambled ones do.
 *
 * Returns: the standard error, NaN if it cannot be told
 */
double
premise_simulation_get_error (PremiseSimulation *self,
                              guint              output)
{
  const GArray *convergence;

  g_return_val_if_fail (output < self->n_outputs, NAN);

  convergence = self->convergence[output];

  return g_array_index (convergence, PremiseConvergence, convergence->len - 1).standard_error;
}

/**
 * premise_simulation_get_quantiles:
 * @self: a simulation
 * @output: a position among the outputs of the batch
 * @probabilities: (array length=n): from 0 to 1
 * @quantiles: (out caller-allocates) (array length=n): the quantiles, exact ones
 * @n: how many
 *
 * Finds several quantiles at once, which takes hardly longer than one.
 */
void
premise_simulation_get_quantiles (PremiseSimulation *self,
                                  guint              output,
                                  const double      *probabilities,
                                  double            *quantiles,
                                  guint              n)
{
  g_return_if_fail (output < self->n_outputs);

  premise_quantiles (premise_simulation_get_samples (self, output), self->n_samples,
                     &self->moments[output], probabilities, quantiles, n);
}

/**
 * premise_simulation_get_quantile:
 * @self: a simulation
 * @output: a position among the outputs of the batch
 * @probability: from 0 to 1
 *
 * Returns: the value below which that part of the samples lies, NaN if all are errors
 */
double
premise_simulation_get_quantile (PremiseSimulation *self,
                                 guint              output,
                                 double             probability)
{
  double quantile = NAN;

  premise_simulation_get_quantiles (self, output, &probability, &quantile, 1);

  return quantile;
}

/**
 * premise_simulation_get_histogram:
 * @self: a simulation
 * @output: a position among the outputs of the batch
 * @counts: (out caller-allocates) (array length=n_bins): how many samples lie in each bin
 * @n_bins: how many bins, all as wide, from the lowest sample to the highest
 *
 * Counts the samples in bins.
 */
void
premise_simulation_get_histogram (PremiseSimulation *self,
                                  guint              output,
                                  guint64           *counts,
                                  guint              n_bins)
{
  g_return_if_fail (output < self->n_outputs && n_bins > 0);

  premise_histogram (premise_simulation_get_samples (self, output), self->n_samples,
                     &self->moments[output], counts, n_bins);
}

/**
 * premise_simulation_dup_convergence:
 * @self: a simulation
 * @output: a position among the outputs of the batch
 *
 * Gets the mean after each part of the samples: how it settled.
 *
 * Returns: (transfer full) (element-type PremiseConvergence): the points, the last of all samples
 */
GArray *
premise_simulation_dup_convergence (PremiseSimulation *self,
                                    guint              output)
{
  g_return_val_if_fail (output < self->n_outputs, NULL);

  return g_array_copy (self->convergence[output]);
}
