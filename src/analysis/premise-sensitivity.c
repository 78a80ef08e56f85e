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

/* In how many parts a way is looked at: an even number, since the middle is often a round value. */
#define N_PARTS   100

/* How often the place of an extreme is looked at more closely: each time fifty times as close. */
#define MAX_LOOKS 8

/* What rounding does to an output is no turn: so many parts of it. */
#define ROUNDING  1e-12

/* From the lowest output to the highest: where both ends lie on one side of the base case, the
 * bar still reaches to it.
 */
static double
swing_width (const PremiseSwing *swing)
{
  /* An output without a value ranks last, not first. */
  if (isnan (swing->output_base) || isnan (swing->output_low) || isnan (swing->output_high))
    return -1;

  return swing->highest - swing->lowest;
}

/* Notes an output as the lowest or highest, if it is. */
static void
note_output (PremiseSwing *swing,
             double        value,
             double        output)
{
  if (output < swing->lowest || (isnan (swing->lowest) && !isnan (output)))
    {
      swing->lowest = output;
      swing->lowest_at = value;
    }

  if (output > swing->highest || (isnan (swing->highest) && !isnan (output)))
    {
      swing->highest = output;
      swing->highest_at = value;
    }
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
  PremiseSwing swing = {
    .variable = variable,
    .cell = cell,
    .lowest = NAN,
    .lowest_at = NAN,
    .highest = NAN,
    .highest_at = NAN,
  };
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
      note_output (swing, now, swing->output_base);
      note_output (swing, swing->low, swing->output_low);
      note_output (swing, swing->high, swing->output_high);

      for (guint k = 0; k < N_TRIALS; k++)
        premise_lanes_get_input (lanes, first + i)[i * N_TRIALS + k] = now;
    }
}

/* The lanes that compute an output from the assumptions of all swings. */
static PremiseLanes *
new_lanes (PremiseScenario *scenario,
           guint            variable,
           guint            cell,
           const GArray    *swings)
{
  PremiseCell output = { variable, cell };
  g_autofree PremiseCell *cells = g_new (PremiseCell, swings->len + 1);
  g_autoptr(PremiseBatch) batch = NULL;

  for (guint i = 0; i < swings->len; i++)
    {
      const PremiseSwing *swing = &g_array_index (swings, PremiseSwing, i);

      cells[i] = (PremiseCell) { swing->variable, swing->cell };
    }

  batch = premise_batch_new (scenario, cells, swings->len, &output, 1);

  return premise_lanes_new (batch);
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
  g_autoptr(PremiseLanes) lanes = NULL;
  GArray *swings;
  PremiseSwing *s;

  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  swings = start_swings (scenario, variable, fraction);
  s = (PremiseSwing *) (gpointer) swings->data;
  lanes = new_lanes (scenario, variable, cell, swings);
  premise_lanes_run (lanes, 1);

  for (guint i = 0; i < swings->len; i++)
    s[i].output_base = premise_lanes_get_output (lanes, 0)[0];

  for (guint first = 0; first < swings->len; first += PER_BLOCK)
    run_block (scenario, lanes, s, first, MIN (PER_BLOCK, swings->len - first));

  g_array_sort (swings, compare_swings);

  return swings;
}

/* Places from one value to another, and the outputs there. */
static const double *
run_places (PremiseLanes *lanes,
            guint         input,
            double        from,
            double        to,
            double       *places)
{
  for (guint i = 0; i <= N_PARTS; i++)
    {
      places[i] = i == N_PARTS ? to : from + (to - from) * i / N_PARTS;
      premise_lanes_get_input (lanes, input)[i] = places[i];
    }

  premise_lanes_run (lanes, N_PARTS + 1);

  return premise_lanes_get_output (lanes, 0);
}

/* Whether outputs in their order both rise and fall, beyond what rounding does. */
static gboolean
has_turn (const double *outputs,
          guint         n)
{
  double lowest = NAN;
  double highest = NAN;
  gboolean rises = FALSE;
  gboolean falls = FALSE;

  for (guint i = 0; i < n; i++)
    {
      double rounding = ROUNDING * fabs (outputs[i]);

      if (isnan (outputs[i]))
        continue;

      rises = rises || outputs[i] > lowest + rounding;
      falls = falls || outputs[i] < highest - rounding;
      lowest = fmin (lowest, outputs[i]);
      highest = fmax (highest, outputs[i]);
    }

  return rises && falls;
}

/* Looks ever more closely at where the lowest or the highest output is. */
static void
refine (PremiseLanes *lanes,
        guint         input,
        PremiseSwing *swing,
        const double *at)
{
  double places[N_PARTS + 1];
  double gap = (swing->high - swing->low) / N_PARTS;

  for (guint look = 0; look < MAX_LOOKS; look++)
    {
      double from = fmax (*at - gap, swing->low);
      double to = fmin (*at + gap, swing->high);
      const double *outputs = run_places (lanes, input, from, to, places);

      for (guint i = 0; i <= N_PARTS; i++)
        note_output (swing, places[i], outputs[i]);

      gap = (to - from) / N_PARTS;
    }
}

static void
explore (PremiseLanes *lanes,
         guint         input,
         PremiseSwing *swing)
{
  double places[N_PARTS + 1];
  const double *outputs;

  if (!(swing->high > swing->low))
    return;

  outputs = run_places (lanes, input, swing->low, swing->high, places);
  swing->turns = has_turn (outputs, N_PARTS + 1);

  for (guint i = 0; i <= N_PARTS; i++)
    {
      note_output (swing, places[i], outputs[i]);
      swing->has_gaps = swing->has_gaps || isnan (outputs[i]);
    }

  if (isnan (swing->lowest))
    return;

  refine (lanes, input, swing, &swing->lowest_at);
  refine (lanes, input, swing, &swing->highest_at);

  if (isnan (swing->output_low) || isnan (swing->output_high))
    return;

  /* A turn so close to an end, or so narrow, that no sample was on its other side. */
  if (swing->lowest < fmin (swing->output_low, swing->output_high) - ROUNDING * fabs (swing->lowest)
      || swing->highest > fmax (swing->output_low, swing->output_high) + ROUNDING * fabs (swing->highest))
    swing->turns = TRUE;
}

/**
 * premise_sensitivity_explore:
 * @scenario: the scenario that the swings started from; it is not changed
 * @variable: the output
 * @cell: its cell
 * @swings: (element-type PremiseSwing): what premise_sensitivity_run() found out for that output
 *
 * Looks at the output between the ends of each swing, too: its lowest and highest value there,
 * which are not at the ends if it turns back on the way. The place of both is closed in on, as
 * far as a hundred parts of the way tell where they are. The widest swing comes first afterwards.
 */
void
premise_sensitivity_explore (PremiseScenario *scenario,
                             guint            variable,
                             guint            cell,
                             GArray          *swings)
{
  g_autoptr(PremiseLanes) lanes = NULL;

  g_return_if_fail (PREMISE_IS_SCENARIO (scenario));
  g_return_if_fail (swings != NULL);

  lanes = new_lanes (scenario, variable, cell, swings);

  for (guint i = 0; i < swings->len; i++)
    {
      PremiseSwing *swing = &g_array_index (swings, PremiseSwing, i);
      double now = premise_scenario_get_value (scenario, swing->variable, swing->cell);

      explore (lanes, i, swing);

      for (guint lane = 0; lane < PREMISE_BATCH_LANES; lane++)
        premise_lanes_get_input (lanes, i)[lane] = now;
    }

  g_array_sort (swings, compare_swings);
}
