/* premise-sensitivity.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-batch.h"
#include "premise-sensitivity.h"

#include <math.h>

/* How far to go for the slope, as a part of the value. */
#define SLOPE_STEP 1e-4

/* What is tried of each assumption, a lane each. */
enum
{
  LOW,
  HIGH,
  BELOW,
  ABOVE,
  N_TRIALS,
};

#define PER_BLOCK (PREMISE_BATCH_LANES / N_TRIALS)

/* From the lowest output to the highest: where both ends lie on one side of the base case, the
 * bar still reaches to it.
 */
static double
swing_width (const PremiseSwing *swing)
{
  double lowest = fmin (swing->output_base, fmin (swing->output_low, swing->output_high));
  double highest = fmax (swing->output_base, fmax (swing->output_low, swing->output_high));

  /* An output without a value ranks last, not first. */
  if (isnan (swing->output_base) || isnan (swing->output_low) || isnan (swing->output_high))
    return -1;

  return highest - lowest;
}

static int
compare_swings (gconstpointer a,
                gconstpointer b)
{
  const PremiseSwing *one = a;
  const PremiseSwing *other = b;
  double difference = swing_width (other) - swing_width (one);

  if (difference != 0)
    return difference > 0 ? 1 : -1;
  if (one->variable != other->variable)
    return one->variable < other->variable ? -1 : 1;

  return one->cell < other->cell ? -1 : one->cell > other->cell;
}

/* A limit that there is none of leaves a value where it is. */
static double
limit (double value,
       double now,
       double min,
       double max)
{
  double limited = CLAMP (value, min, max);

  return isfinite (limited) ? limited : now;
}

/* What is to be tried of one cell. */
static PremiseSwing
start_swing (PremiseScenario *scenario,
             guint            variable,
             guint            cell,
             double           fraction)
{
  PremiseSwing swing = { .variable = variable, .cell = cell };
  double now = premise_scenario_get_value (scenario, variable, cell);
  double step = isinf (fraction) ? fraction : fabs (now) * fraction;
  double min;
  double max;

  premise_model_get_range (premise_scenario_get_model (scenario), variable, cell, &min, &max, NULL);

  /* A share of nothing would not move it. */
  if (now == 0 && isfinite (fraction) && isfinite (max - min))
    step = (max - min) * fraction;

  swing.low = limit (now - step, now, min, max);
  swing.high = limit (now + step, now, min, max);

  return swing;
}

static GArray *
start_swings (PremiseScenario *scenario,
              guint            variable,
              double           fraction)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  g_autoptr(GArray) assumptions = premise_model_dup_assumptions_of (model, &variable, 1);
  GArray *swings = g_array_new (FALSE, FALSE, sizeof (PremiseSwing));

  for (guint i = 0; i < assumptions->len; i++)
    {
      guint assumption = g_array_index (assumptions, guint, i);

      for (guint cell = 0; cell < premise_model_get_n_cells (model, assumption); cell++)
        {
          PremiseSwing swing = start_swing (scenario, assumption, cell, fraction);

          g_array_append_val (swings, swing);
        }
    }

  return swings;
}

static void
set_trials (PremiseScenario    *scenario,
            const PremiseSwing *swing,
            double             *trials)
{
  double now = premise_scenario_get_value (scenario, swing->variable, swing->cell);
  double step = fabs (now) * SLOPE_STEP;
  double min;
  double max;

  premise_model_get_range (premise_scenario_get_model (scenario), swing->variable, swing->cell,
                           &min, &max, NULL);
  trials[LOW] = swing->low;
  trials[HIGH] = swing->high;
  trials[BELOW] = limit (now - step, now, min, max);
  trials[ABOVE] = limit (now + step, now, min, max);
}

/* By how many per cent the output changes for one per cent of the assumption. */
static double
get_elasticity (double        now,
                double        output,
                const double *trials,
                const double *outputs)
{
  double slope = (outputs[ABOVE] - outputs[BELOW]) / (trials[ABOVE] - trials[BELOW]);

  return now != 0 && output != 0 ? slope * now / output : NAN;
}

/* As many swings as fit into one block; the other inputs stay as they are. */
static void
run_block (PremiseScenario *scenario,
           PremiseLanes    *lanes,
           PremiseSwing    *swings,
           guint            first,
           guint            n)
{
  const double *outputs = premise_lanes_get_output (lanes, 0);
  double trials[PER_BLOCK][N_TRIALS];

  for (guint i = 0; i < n; i++)
    {
      set_trials (scenario, &swings[first + i], trials[i]);

      for (guint k = 0; k < N_TRIALS; k++)
        premise_lanes_get_input (lanes, first + i)[i * N_TRIALS + k] = trials[i][k];
    }

  premise_lanes_run (lanes, n * N_TRIALS);

  for (guint i = 0; i < n; i++)
    {
      PremiseSwing *swing = &swings[first + i];
      double now = premise_scenario_get_value (scenario, swing->variable, swing->cell);
      const double *of_swing = outputs + i * N_TRIALS;

      swing->output_low = of_swing[LOW];
      swing->output_high = of_swing[HIGH];
      swing->elasticity = get_elasticity (now, swing->output_base, trials[i], of_swing);

      for (guint k = 0; k < N_TRIALS; k++)
        premise_lanes_get_input (lanes, first + i)[i * N_TRIALS + k] = now;
    }
}

/**
 * premise_sensitivity_run:
 * @scenario: where to start from; it is not changed
 * @variable: the output
 * @cell: its cell
 * @fraction: how far to move each assumption, as a share of its value, or of its range where the
 *   value is 0: 0.1 is ±10 %;
 *   %PREMISE_SENSITIVITY_RANGE for its whole range
 *
 * Moves the assumptions that an output depends on, one at a time, down and up within their
 * ranges, and reads the output: one-at-a-time sensitivity, the data of a tornado chart.
 *
 * Returns: (transfer full) (element-type PremiseSwing): one for each cell of each assumption,
 *   the widest first
 */
GArray *
premise_sensitivity_run (PremiseScenario *scenario,
                         guint            variable,
                         guint            cell,
                         double           fraction)
{
  PremiseCell output = { variable, cell };
  g_autofree PremiseCell *cells = NULL;
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;
  GArray *swings;
  PremiseSwing *s;

  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  swings = start_swings (scenario, variable, fraction);
  s = (PremiseSwing *) (gpointer) swings->data;
  cells = g_new (PremiseCell, swings->len + 1);

  for (guint i = 0; i < swings->len; i++)
    cells[i] = (PremiseCell) { s[i].variable, s[i].cell };

  batch = premise_batch_new (scenario, cells, swings->len, &output, 1);
  lanes = premise_lanes_new (batch);
  premise_lanes_run (lanes, 1);

  for (guint i = 0; i < swings->len; i++)
    s[i].output_base = premise_lanes_get_output (lanes, 0)[0];

  for (guint first = 0; first < swings->len; first += PER_BLOCK)
    run_block (scenario, lanes, s, first, MIN (PER_BLOCK, swings->len - first));

  g_array_sort (swings, compare_swings);

  return swings;
}
