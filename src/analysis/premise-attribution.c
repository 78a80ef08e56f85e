/* premise-attribution.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-attribution.h"
#include "premise-evaluator.h"

#include <math.h>
#include <stdlib.h>

/* How many orders are sampled, each also backwards. */
#define N_ORDERS 512

/* The seed of the orders: the same question has the same answer. */
#define SEED 20261123

typedef struct
{
  PremiseAttribution *result;
  PremiseLanes       *lanes;
  guint               n;       /* how many cells differ */
} Attribution;

static PremiseAttributionPart *
get_part (const PremiseAttribution *self,
          guint                     i)
{
  return &g_array_index (self->parts, PremiseAttributionPart, i);
}

/* The cells that differ. */
static void
find_parts (Attribution     *self,
            PremiseScenario *from,
            PremiseScenario *to)
{
  PremiseModel *model = premise_scenario_get_model (from);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      if (premise_model_get_kind (model, i) != PREMISE_VARIABLE_ASSUMPTION)
        continue;

      for (guint cell = 0; cell < premise_model_get_n_cells (model, i); cell++)
        {
          PremiseAttributionPart part = {
            .cell = { i, cell },
            .from = premise_scenario_get_value (from, i, cell),
            .to = premise_scenario_get_value (to, i, cell),
          };

          if (part.from != part.to && !(isnan (part.from) && isnan (part.to)))
            g_array_append_val (self->result->parts, part);
        }
    }

  self->n = self->result->parts->len;
}

static void
set_lane (Attribution *self,
          guint        lane,
          guint        i,
          gboolean     moved)
{
  const PremiseAttributionPart *part = get_part (self->result, i);

  premise_lanes_get_input (self->lanes, i)[lane] = moved ? part->to : part->from;
}

/* The output for each set of cells that have moved, a bit for each cell. */
static double *
evaluate_sets (Attribution *self)
{
  guint n_sets = 1u << self->n;
  double *values = g_new (double, n_sets);

  for (guint first = 0; first < n_sets; first += PREMISE_BATCH_LANES)
    {
      guint n = MIN (PREMISE_BATCH_LANES, n_sets - first);

      for (guint lane = 0; lane < n; lane++)
        {
          for (guint i = 0; i < self->n; i++)
            set_lane (self, lane, i, (first + lane) >> i & 1);
        }

      premise_lanes_run (self->lanes, n);

      for (guint lane = 0; lane < n; lane++)
        values[first + lane] = premise_lanes_get_output (self->lanes, 0)[lane];
    }

  return values;
}

/* The mean over all orders of what a cell does when it moves: sets of one size weigh the same,
 * and so do all sizes.
 */
static void
split_exactly (Attribution *self)
{
  g_autofree double *values = evaluate_sets (self);
  double weights[PREMISE_ATTRIBUTION_EXACT] = { 0 };
  double weight = 1.0 / self->n;

  for (guint size = 0; size < self->n; size++)
    {
      weights[size] = weight;
      weight *= (size + 1.0) / (self->n - 1.0 - size);
    }

  for (guint set = 0; set < 1u << self->n; set++)
    {
      for (guint i = 0; i < self->n; i++)
        {
          if ((set >> i & 1) == 0)
            get_part (self->result, i)->part += weights[__builtin_popcount (set)]
                                        * (values[set | 1u << i] - values[set]);
        }
    }
}

/* What each cell does in one order, forwards or backwards. */
static void
follow_order (Attribution *self,
              const guint *order,
              gboolean     backwards)
{
  const double *values = premise_lanes_get_output (self->lanes, 0);
  double before = NAN;
  guint step = 0;

  /* Lane by lane one cell more; a block begins where the one before ended. */
  while (step <= self->n)
    {
      guint n = MIN (PREMISE_BATCH_LANES, self->n + 1 - step);

      for (guint lane = 0; lane < n; lane++)
        {
          for (guint i = 0; i < self->n; i++)
            {
              guint place = backwards ? self->n - 1 - i : i;

              set_lane (self, lane, order[place], i < step + lane);
            }
        }

      premise_lanes_run (self->lanes, n);

      for (guint lane = 0; lane < n; lane++)
        {
          guint moved = step + lane;

          if (moved > 0)
            get_part (self->result, order[backwards ? self->n - moved : moved - 1])->part +=
              (values[lane] - before) / (2.0 * N_ORDERS);

          before = values[lane];
        }

      step += n;
    }
}

static void
split_by_orders (Attribution *self)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  g_autofree guint *order = g_new (guint, self->n);

  for (guint i = 0; i < self->n; i++)
    order[i] = i;

  for (guint k = 0; k < N_ORDERS; k++)
    {
      for (guint i = self->n - 1; i > 0; i--)
        {
          guint j = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
          guint swap = order[i];

          order[i] = order[j];
          order[j] = swap;
        }

      follow_order (self, order, FALSE);
      follow_order (self, order, TRUE);
    }

  self->result->n_orders = 2 * N_ORDERS;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const PremiseAttributionPart *x = a;
  const PremiseAttributionPart *y = b;

  if (fabs (x->part) != fabs (y->part))
    return fabs (x->part) > fabs (y->part) ? -1 : 1;

  if (x->cell.variable != y->cell.variable)
    return x->cell.variable < y->cell.variable ? -1 : 1;

  return (x->cell.cell > y->cell.cell) - (x->cell.cell < y->cell.cell);
}

/* A power of two, multiples of which can be added without rounding, with four bits to spare. */
static double
find_grain (const PremiseAttribution *self)
{
  double most = fmax (fabs (self->from), fabs (self->to));
  int exponent;

  for (guint i = 0; i < self->parts->len; i++)
    most = fmax (most, fabs (get_part (self, i)->part));

  frexp (most, &exponent);

  return ldexp (1, exponent + 4 - 53);
}

/* Sorts the parts, leaves out what does nothing, and rounds the others so that they can be
 * added exactly. The largest takes what that has left over, and the smallest, which comes last
 * and has digits to spare, what is finer.
 */
static void
finish (PremiseAttribution *self)
{
  GArray *parts = self->parts;
  double difference = self->to - self->from;
  double grain = find_grain (self);
  double sum = 0;
  double rest = 0;

  g_array_sort (parts, compare_parts);

  while (parts->len > 1 && get_part (self, parts->len - 1)->part == 0)
    g_array_set_size (parts, parts->len - 1);

  for (guint i = 1; i < parts->len; i++)
    {
      PremiseAttributionPart *part = get_part (self, i);

      part->part = rint (part->part / grain) * grain;
      rest += part->part;
    }

  get_part (self, 0)->part = rint ((difference - rest) / grain) * grain;

  for (guint i = 0; i + 1 < parts->len; i++)
    sum += get_part (self, i)->part;

  get_part (self, parts->len - 1)->part = difference - sum;
}

static gboolean
is_broken (const Attribution *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (!isfinite (get_part (self->result, i)->part))
        return TRUE;
    }

  return !isfinite (self->result->to - self->result->from);
}

static void
split (Attribution       *self,
       PremiseScenario   *from,
       const PremiseCell *output)
{
  g_autofree PremiseCell *cells = g_new (PremiseCell, self->n);
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;

  for (guint i = 0; i < self->n; i++)
    cells[i] = get_part (self->result, i)->cell;

  batch = premise_batch_new (from, cells, self->n, output, 1);
  lanes = premise_lanes_new (batch);
  self->lanes = lanes;

  if (self->n <= PREMISE_ATTRIBUTION_EXACT)
    split_exactly (self);
  else
    split_by_orders (self);

  self->result->failed = is_broken (self);

  if (self->result->failed)
    g_array_set_size (self->result->parts, 0);
  else
    finish (self->result);
}

static double
get_output (PremiseScenario   *scenario,
            const PremiseCell *output)
{
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);

  return premise_evaluator_get_value (evaluator, output->variable, output->cell);
}

/**
 * premise_attribution_new:
 * @from: a scenario
 * @to: another of the same model
 * @output: a cell of any variable
 *
 * Splits the difference of an output between two scenarios over the assumptions that differ:
 * each gets the mean of what it does over all orders in which they could be moved one by one,
 * which is its Shapley value. Of more than %PREMISE_ATTRIBUTION_EXACT assumptions, a sample of
 * orders is taken, always the same, each order also backwards.
 *
 * Source: L. S. Shapley, “A value for n-person games”, 1953.
 *
 * Returns: (transfer full): the parts
 */
PremiseAttribution *
premise_attribution_new (PremiseScenario   *from,
                         PremiseScenario   *to,
                         const PremiseCell *output)
{
  PremiseAttribution *result;
  Attribution self = { 0 };

  g_return_val_if_fail (PREMISE_IS_SCENARIO (from), NULL);
  g_return_val_if_fail (PREMISE_IS_SCENARIO (to), NULL);
  g_return_val_if_fail (premise_scenario_get_model (from) == premise_scenario_get_model (to), NULL);

  result = g_new0 (PremiseAttribution, 1);
  result->parts = g_array_new (FALSE, FALSE, sizeof (PremiseAttributionPart));
  result->from = get_output (from, output);
  result->to = get_output (to, output);
  self.result = result;
  find_parts (&self, from, to);

  if (self.n > 0)
    split (&self, from, output);

  return result;
}

/**
 * premise_attribution_convert:
 * @self: parts
 * @unit: the unit of the output
 *
 * Turns @from, @to and the parts from base units into numbers of the unit, such that these too
 * can be added exactly. What the assumptions went from and to stays in base units.
 */
void
premise_attribution_convert (PremiseAttribution *self,
                             const PremiseUnit  *unit)
{
  g_return_if_fail (self != NULL);

  self->from = premise_unit_from_base (unit, self->from);
  self->to = premise_unit_from_base (unit, self->to);

  for (guint i = 0; i < self->parts->len; i++)
    {
      PremiseAttributionPart *part = get_part (self, i);

      part->part = premise_unit_from_base (unit, part->part);
    }

  if (self->parts->len > 0)
    finish (self);
}

/**
 * premise_attribution_free:
 * @self: (nullable) (transfer full): parts
 *
 * Frees them.
 */
void
premise_attribution_free (PremiseAttribution *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->parts);
  g_free (self);
}
