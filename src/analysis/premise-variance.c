/* premise-variance.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Source: A. Saltelli and others, “Variance based sensitivity analysis of model output: design
 * and estimator for the total sensitivity index”, Comput. Phys. Commun. 181 (2010): its
 * estimators (b) for the first order and (f), of Jansen, for the total one.
 */

#include "config.h"

#include "premise-blocks-private.h"
#include "premise-sampler-private.h"
#include "premise-variance.h"

#include <math.h>
#include <string.h>

/* How many parts random samples are split into, to tell the error. */
#define N_PARTS PREMISE_SAMPLER_REPLICATIONS

/* What is added up over samples: for each group of inputs, and for the output itself. */
typedef struct
{
  double first;   /* Σ f(B) (f(A with the group of B) − f(A)) */
  double total;   /* Σ (f(A) − f(A with the group of B))² */
  double n;       /* of samples that have a value in all three */
} GroupSums;

typedef struct
{
  double sum;
  double squares;
  double n;
} OutputSums;

/**
 * Run:
 * @groups: of each input, its group; inputs that are correlated are exchanged together
 * @center: about the mean of the output, which the sums are taken from for the sake of digits
 * @sums: of each block, for each group
 * @outputs: of each block
 */
typedef struct
{
  PremiseBatch                *batch;
  guint                        output;
  PremiseDistribution *const  *distributions;
  const PremiseCopula         *copula;
  PremiseSampler               sampler;
  guint                       *groups;
  guint                        n_groups;
  double                       center;
  GroupSums                   *sums;
  OutputSums                  *outputs;
} Run;

/* What a thread needs: the inputs of either matrix and the outputs of the first. */
typedef struct
{
  PremiseLanes *lanes;
  double       *a;
  double       *b;
  double        f_a[PREMISE_BATCH_LANES];
  double        f_b[PREMISE_BATCH_LANES];
} State;

static gpointer
new_state (gpointer user_data)
{
  const Run *run = user_data;
  State *state = g_new (State, 1);
  gsize n = (gsize) premise_batch_get_n_inputs (run->batch) * PREMISE_BATCH_LANES;

  state->lanes = premise_lanes_new (run->batch);
  state->a = g_new (double, MAX (n, 1));
  state->b = g_new (double, MAX (n, 1));

  return state;
}

static void
free_state (gpointer data)
{
  State *state = data;

  premise_lanes_free (state->lanes);
  g_free (state->a);
  g_free (state->b);
  g_free (state);
}

/* Draws all inputs of one matrix. */
static void
draw_matrix (const Run   *run,
             PremiseDraw *draw,
             double      *matrix)
{
  guint n_correlated = premise_copula_get_n (run->copula);
  g_autofree double *correlated = n_correlated > 0 ? g_new (double, n_correlated * PREMISE_BATCH_LANES) : NULL;
  guint position;

  for (guint i = 0; i < premise_batch_get_n_inputs (run->batch); i++)
    premise_draw_next (draw, premise_copula_contains (run->copula, i, &position)
                             ? correlated + position * PREMISE_BATCH_LANES
                             : matrix + i * PREMISE_BATCH_LANES);

  if (n_correlated > 0)
    premise_copula_apply (run->copula, correlated, PREMISE_BATCH_LANES);

  for (guint i = 0; i < premise_batch_get_n_inputs (run->batch); i++)
    {
      double *x = matrix + i * PREMISE_BATCH_LANES;
      double u[PREMISE_BATCH_LANES];

      memcpy (u, premise_copula_contains (run->copula, i, &position)
                 ? correlated + position * PREMISE_BATCH_LANES : x, sizeof u);
      premise_distribution_sample (run->distributions[i], u, x, PREMISE_BATCH_LANES);
    }
}

/* Computes the output for one matrix, but with a group of inputs from another one.
 * @group: G_MAXUINT for none
 */
static void
compute (const Run    *run,
         State        *state,
         const double *matrix,
         guint         group,
         const double *other,
         double       *f)
{
  for (guint i = 0; i < premise_batch_get_n_inputs (run->batch); i++)
    memcpy (premise_lanes_get_input (state->lanes, i),
            (run->groups[i] == group ? other : matrix) + i * PREMISE_BATCH_LANES,
            PREMISE_BATCH_LANES * sizeof *f);

  premise_lanes_run (state->lanes, PREMISE_BATCH_LANES);
  memcpy (f, premise_lanes_get_output (state->lanes, run->output), PREMISE_BATCH_LANES * sizeof *f);

  for (guint i = 0; i < PREMISE_BATCH_LANES; i++)
    f[i] -= run->center;
}

static void
add_output (OutputSums   *sums,
            const double *f)
{
  for (guint i = 0; i < PREMISE_BATCH_LANES; i++)
    {
      if (!isfinite (f[i]))
        continue;

      sums->sum += f[i];
      sums->squares += f[i] * f[i];
      sums->n++;
    }
}

static void
run_block (gpointer user_data,
           gpointer data,
           guint64  block)
{
  Run *run = user_data;
  State *state = data;
  OutputSums *output = &run->outputs[block];
  PremiseDraw draw;

  premise_draw_init (&draw, &run->sampler, block);
  draw_matrix (run, &draw, state->a);
  draw_matrix (run, &draw, state->b);
  compute (run, state, state->a, G_MAXUINT, NULL, state->f_a);
  compute (run, state, state->b, G_MAXUINT, NULL, state->f_b);
  *output = (OutputSums) { 0 };
  add_output (output, state->f_a);
  add_output (output, state->f_b);

  for (guint group = 0; group < run->n_groups; group++)
    {
      GroupSums *sums = &run->sums[block * run->n_groups + group];
      double f[PREMISE_BATCH_LANES];

      *sums = (GroupSums) { 0 };
      compute (run, state, state->a, group, state->b, f);

      for (guint i = 0; i < PREMISE_BATCH_LANES; i++)
        {
          /* An error is no number; the simulation counts them. */
          if (!isfinite (f[i]) || !isfinite (state->f_a[i]) || !isfinite (state->f_b[i]))
            continue;

          sums->n++;
          sums->first += state->f_b[i] * (f[i] - state->f_a[i]);
          sums->total += (state->f_a[i] - f[i]) * (state->f_a[i] - f[i]);
        }
    }
}

/* Finds the indices from the blocks of one part, or from all. @part: N_PARTS for all */
static PremiseSobolIndex
estimate (const Run *run,
          guint      group,
          guint      part)
{
  OutputSums output = { 0 };
  GroupSums sums = { 0 };
  double variance;
  double mean;

  for (guint64 block = 0; block < run->sampler.n_blocks; block++)
    {
      const GroupSums *own = &run->sums[block * run->n_groups + group];

      if (part < N_PARTS && block % N_PARTS != part)
        continue;

      sums.first += own->first;
      sums.total += own->total;
      sums.n += own->n;
      output.sum += run->outputs[block].sum;
      output.squares += run->outputs[block].squares;
      output.n += run->outputs[block].n;
    }

  mean = output.sum / output.n;
  variance = output.squares / output.n - mean * mean;

  if (!(variance > 0) || sums.n == 0)
    return (PremiseSobolIndex) { NAN, NAN, NAN, NAN };

  return (PremiseSobolIndex) { .first = sums.first / sums.n / variance,
                               .total = sums.total / (2 * sums.n) / variance };
}

static PremiseSobolIndex
find_index (const Run *run,
            guint      group)
{
  PremiseSobolIndex index = estimate (run, group, N_PARTS);
  PremiseMoments first;
  PremiseMoments total;

  premise_moments_init (&first);
  premise_moments_init (&total);

  for (guint part = 0; part < N_PARTS; part++)
    {
      PremiseSobolIndex own = estimate (run, group, part);

      premise_moments_add (&first, &own.first, 1);
      premise_moments_add (&total, &own.total, 1);
    }

  index.first_error = first.n < N_PARTS ? NAN : premise_moments_get_error (&first);
  index.total_error = total.n < N_PARTS ? NAN : premise_moments_get_error (&total);

  return index;
}

/* Numbers the groups from 0 on. */
static void
find_groups (Run *run)
{
  guint n = premise_batch_get_n_inputs (run->batch);

  run->groups = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      guint first = premise_copula_get_group (run->copula, i);

      run->groups[i] = first < i ? run->groups[first] : run->n_groups++;
    }
}

/* The output where all inputs are in the middle of their distributions. */
static double
find_center (const Run *run)
{
  g_autoptr(PremiseLanes) lanes = premise_lanes_new (run->batch);
  double center;

  for (guint i = 0; i < premise_batch_get_n_inputs (run->batch); i++)
    *premise_lanes_get_input (lanes, i) = premise_distribution_quantile (run->distributions[i], 0.5);

  premise_lanes_run (lanes, 1);
  center = *premise_lanes_get_output (lanes, run->output);

  return isfinite (center) ? center : 0;
}

static GArray *
find_indices (const Run *run)
{
  guint n = premise_batch_get_n_inputs (run->batch);
  GArray *indices = g_array_sized_new (FALSE, FALSE, sizeof (PremiseSobolIndex), n);

  for (guint i = 0; i < n; i++)
    {
      guint first = premise_copula_get_group (run->copula, i);
      PremiseSobolIndex index = first < i ? g_array_index (indices, PremiseSobolIndex, first)
                                          : find_index (run, run->groups[i]);

      g_array_append_val (indices, index);
    }

  return indices;
}

/**
 * premise_variance_run:
 * @batch: what to compute
 * @output: a position among its outputs
 * @distributions: one for each input of the batch
 * @options: how; samples are rounded up to 2048 at least, and each takes an evaluation for every
 *   input and two more
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Splits the variance of an output over the inputs (Sobol indices). Inputs that are correlated
 * cannot be told apart; they count as one, and all get the index of their group.
 *
 * Returns: (transfer full) (nullable) (element-type PremiseSobolIndex): the indices of each
 *   input; %NULL with %G_IO_ERROR_CANCELLED if it was stopped
 */
GArray *
premise_variance_run (PremiseBatch                    *batch,
                      guint                            output,
                      PremiseDistribution *const      *distributions,
                      const PremiseSimulationOptions  *options,
                      GCancellable                    *cancellable,
                      GError                         **error)
{
  Run run = { .batch = batch, .output = output, .distributions = distributions,
              .copula = options->copula };
  PremiseBlocks blocks = {
    .n_threads = options->n_threads, .progress = options->progress,
    .progress_data = options->user_data, .cancellable = cancellable,
    .new_state = new_state, .run = run_block, .free_state = free_state, .user_data = &run,
  };
  guint64 least = (guint64) N_PARTS * PREMISE_BATCH_LANES;
  GArray *indices = NULL;

  g_return_val_if_fail (output < premise_batch_get_n_outputs (batch), NULL);

  if (!premise_sampler_init (&run.sampler, options->sampling,
                             (options->n_samples + least - 1) / least * least, options->seed,
                             2 * premise_batch_get_n_inputs (batch), error))
    return NULL;

  find_groups (&run);
  run.center = find_center (&run);
  run.sums = g_new (GroupSums, MAX (1, run.sampler.n_blocks * run.n_groups));
  run.outputs = g_new (OutputSums, run.sampler.n_blocks);
  blocks.n = run.sampler.n_blocks;

  if (premise_blocks_run (&blocks, error))
    indices = find_indices (&run);

  g_free (run.groups);
  g_free (run.sums);
  g_free (run.outputs);
  premise_sampler_clear (&run.sampler);

  return indices;
}
