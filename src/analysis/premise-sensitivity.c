/* premise-sensitivity.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-sensitivity.h"

#include <math.h>

static double
swing_width (const PremiseSwing *swing)
{
  double width = fabs (swing->output_high - swing->output_low);

  /* An output without a value ranks last, not first. */
  return isnan (width) ? -1 : width;
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

/* The reader's own scenario must not move, so the trials run on a copy. */
static PremiseScenario *
copy_scenario (PremiseScenario *scenario)
{
  PremiseScenario *copy = premise_scenario_new (premise_scenario_get_model (scenario));
  g_autoptr(GArray) overrides = premise_scenario_dup_overrides (scenario);

  if (overrides->len > 0)
    premise_scenario_set_values (copy, (const PremiseOverride *) overrides->data, overrides->len,
                                 NULL);

  return copy;
}

static double
try_value (PremiseEvaluator *evaluator,
           const PremiseSwing *swing,
           double            value,
           guint             variable,
           guint             cell)
{
  premise_scenario_set_value (premise_evaluator_get_scenario (evaluator), swing->variable,
                              swing->cell, value, NULL);

  return premise_evaluator_get_value (evaluator, variable, cell);
}

static PremiseSwing
try_assumption (PremiseEvaluator *evaluator,
                guint             assumption,
                guint             assumption_cell,
                guint             variable,
                guint             cell,
                double            fraction)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  PremiseSwing swing = { .variable = assumption, .cell = assumption_cell };
  double now = premise_scenario_get_value (scenario, assumption, assumption_cell);
  double step = fabs (now) * fraction;
  double min, max;

  premise_model_get_range (model, assumption, assumption_cell, &min, &max, NULL);
  swing.low = CLAMP (now - step, min, max);
  swing.high = CLAMP (now + step, min, max);
  swing.output_low = try_value (evaluator, &swing, swing.low, variable, cell);
  swing.output_high = try_value (evaluator, &swing, swing.high, variable, cell);
  premise_scenario_set_value (scenario, assumption, assumption_cell, now, NULL);

  return swing;
}

/**
 * premise_sensitivity_run:
 * @scenario: where to start from; it is not changed
 * @variable: the output
 * @cell: its cell
 * @fraction: how far to move each assumption, as a share of its value: 0.1 is ±10 %
 *
 * Moves the assumptions that an output depends on, one at a time, down and up by @fraction
 * within their ranges, and reads the output: one-at-a-time sensitivity, the data of a tornado
 * chart.
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
  g_autoptr(PremiseScenario) trial = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  g_autoptr(GArray) assumptions = NULL;
  PremiseModel *model;
  GArray *swings;

  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  trial = copy_scenario (scenario);
  evaluator = premise_evaluator_new (trial);
  model = premise_evaluator_get_model (evaluator);
  assumptions = premise_model_dup_assumptions_of (model, &variable, 1);
  swings = g_array_new (FALSE, FALSE, sizeof (PremiseSwing));

  for (guint i = 0; i < assumptions->len; i++)
    {
      guint assumption = g_array_index (assumptions, guint, i);

      for (guint c = 0; c < premise_model_get_n_cells (model, assumption); c++)
        {
          PremiseSwing swing = try_assumption (evaluator, assumption, c, variable, cell, fraction);

          g_array_append_val (swings, swing);
        }
    }
  g_array_sort (swings, compare_swings);

  return swings;
}
