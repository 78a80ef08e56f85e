/* premise-simulation.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-random-private.h"
#include "premise-simulation.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many points the way to the mean has. */
#define N_CHECKPOINTS 32

/* How often progress is told. */
#define N_REPORTS 100

struct _PremiseSimulation
{
  GObject         parent_instance;

  guint64         n_samples;
  guint           n_outputs;
  double         *samples;       /* n_samples for each output */
  PremiseMoments *moments;       /* of each output */
  GArray        **convergence;   /* (element-type PremiseMoments): of each output */
};

G_DEFINE_FINAL_TYPE (PremiseSimulation, premise_simulation, G_TYPE_OBJECT)

/* What the threads of one run have in common. */
typedef struct
{
  PremiseSimulation               *simulation;
  PremiseBatch                    *batch;
  PremiseDistribution *const      *distributions;
  const PremiseSimulationOptions  *options;
  GCancellable                    *cancellable;
  PremiseMoments                  *blocks;     /* of each block, for each output */
  guint64                          n_blocks;
  gsize                            next;       /* (atomic): the first block nobody has taken */
} Run;

static void
premise_simulation_finalize (GObject *object)
{
  PremiseSimulation *self = PREMISE_SIMULATION (object);

  for (guint i = 0; i < self->n_outputs && self->convergence != NULL; i++)
    g_array_unref (self->convergence[i]);

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

/* Each block draws from a stream of its own, so that it does not matter who computes it. */
static void
run_block (Run          *run,
           PremiseLanes *lanes,
           guint64       block)
{
  const PremiseRandomTable *table = premise_random_table_get ();
  PremiseSimulation *simulation = run->simulation;
  guint64 first = block * PREMISE_BATCH_LANES;
  guint n = (guint) MIN (PREMISE_BATCH_LANES, simulation->n_samples - first);
  double u[PREMISE_BATCH_LANES];
  PremiseRandom random;

  premise_random_init (&random, run->options->seed, block);

  for (guint i = 0; i < premise_batch_get_n_inputs (run->batch); i++)
    {
      table->draw (&random, u, PREMISE_BATCH_LANES);
      premise_distribution_sample (run->distributions[i], u, premise_lanes_get_input (lanes, i),
                                   PREMISE_BATCH_LANES);
    }

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

/* Takes blocks until there are none. @is_first: whether this is the thread that may report */
static void
run_blocks (Run      *run,
            gboolean  is_first)
{
  g_autoptr(PremiseLanes) lanes = premise_lanes_new (run->batch);
  guint64 report_every = MAX (1, run->n_blocks / N_REPORTS);
  guint64 reported = 0;

  for (;;)
    {
      guint64 block = (guint64) g_atomic_pointer_add (&run->next, 1);

      if (block >= run->n_blocks || g_cancellable_is_cancelled (run->cancellable))
        return;

      run_block (run, lanes, block);

      if (is_first && run->options->progress != NULL && block >= reported + report_every)
        {
          reported = block;
          run->options->progress ((double) block / (double) run->n_blocks, run->options->user_data);
        }
    }
}

static gpointer
thread_cb (gpointer data)
{
  run_blocks (data, FALSE);

  return NULL;
}

static void
run_threads (Run *run)
{
  guint wanted = run->options->n_threads > 0 ? run->options->n_threads : g_get_num_processors ();
  guint n = (guint) MIN (wanted, run->n_blocks);
  g_autofree GThread **threads = g_new0 (GThread *, n + 1);

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("premise-simulation", thread_cb, run);

  run_blocks (run, TRUE);

  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
}

/* Puts the blocks together in their order, whoever was first to finish. */
static void
merge_blocks (Run *run)
{
  PremiseSimulation *self = run->simulation;

  for (guint i = 0; i < self->n_outputs; i++)
    {
      PremiseMoments *moments = &self->moments[i];
      guint64 next = 1;

      premise_moments_init (moments);
      self->convergence[i] = g_array_new (FALSE, FALSE, sizeof (PremiseMoments));

      for (guint64 block = 0; block < run->n_blocks; block++)
        {
          premise_moments_merge (moments, &run->blocks[block * self->n_outputs + i]);

          if ((block + 1) * N_CHECKPOINTS < next * run->n_blocks)
            continue;

          g_array_append_val (self->convergence[i], *moments);
          next = (block + 1) * N_CHECKPOINTS / run->n_blocks + 1;
        }
    }
}

/**
 * premise_simulation_run:
 * @batch: what to compute
 * @distributions: one for each input of the batch
 * @options: how
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Draws all inputs, independently of one another, and computes the outputs, as many times as
 * asked for. The same seed gives the same numbers whatever the number of threads.
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
  g_autofree PremiseMoments *blocks = NULL;
  Run run = { .batch = batch, .distributions = distributions, .options = options,
              .cancellable = cancellable };

  if (options->n_samples == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("a simulation needs at least one sample"));
      return NULL;
    }

  self = g_object_new (PREMISE_TYPE_SIMULATION, NULL);
  self->n_samples = options->n_samples;
  self->n_outputs = premise_batch_get_n_outputs (batch);
  self->samples = g_new (double, self->n_samples * self->n_outputs);
  self->moments = g_new0 (PremiseMoments, self->n_outputs);
  self->convergence = g_new0 (GArray *, self->n_outputs);
  run.simulation = self;
  run.n_blocks = (self->n_samples + PREMISE_BATCH_LANES - 1) / PREMISE_BATCH_LANES;
  run.blocks = blocks = g_new (PremiseMoments, run.n_blocks * self->n_outputs);

  run_threads (&run);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_clear_pointer (&self->convergence, g_free);
      return NULL;
    }

  merge_blocks (&run);

  return g_steal_pointer (&self);
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
 * Gets the moments after each part of the samples: how the mean settled.
 *
 * Returns: (transfer full) (element-type PremiseMoments): the moments, the last of all samples
 */
GArray *
premise_simulation_dup_convergence (PremiseSimulation *self,
                                    guint              output)
{
  g_return_val_if_fail (output < self->n_outputs, NULL);

  return g_array_copy (self->convergence[output]);
}
