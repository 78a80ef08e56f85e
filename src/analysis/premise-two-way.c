/* premise-two-way.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-two-way.h"

#include <math.h>
#include <string.h>

/**
 * premise_two_way_dup_values:
 * @scenario: where all other assumptions have their values from; it is not changed
 * @row: a cell of an assumption
 * @row_values: (array length=n_rows): what it is in each row, base units
 * @n_rows: how many
 * @column: a cell of another assumption
 * @column_values: (array length=n_columns): what it is in each column, base units
 * @n_columns: how many
 * @output: a cell of any variable
 *
 * Computes a two-way table: an output for each pair of values of two assumptions. Their ranges
 * are not looked at.
 *
 * Returns: (transfer full) (array): the output, row by row, base units and NaN for errors
 */
double *
premise_two_way_dup_values (PremiseScenario   *scenario,
                            const PremiseCell *row,
                            const double      *row_values,
                            guint              n_rows,
                            const PremiseCell *column,
                            const double      *column_values,
                            guint              n_columns,
                            const PremiseCell *output)
{
  PremiseCell inputs[2] = { *row, *column };
  gsize n = (gsize) n_rows * n_columns;
  double *values = g_new (double, n + 1);
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;

  g_return_val_if_fail (row->variable != column->variable || row->cell != column->cell, values);

  batch = premise_batch_new (scenario, inputs, 2, output, 1);
  lanes = premise_lanes_new (batch);

  for (gsize first = 0; first < n; first += PREMISE_BATCH_LANES)
    {
      guint part = (guint) MIN (PREMISE_BATCH_LANES, n - first);

      for (guint lane = 0; lane < part; lane++)
        {
          premise_lanes_get_input (lanes, 0)[lane] = row_values[(first + lane) / n_columns];
          premise_lanes_get_input (lanes, 1)[lane] = column_values[(first + lane) % n_columns];
        }

      premise_lanes_run (lanes, part);
      memcpy (values + first, premise_lanes_get_output (lanes, 0), part * sizeof *values);
    }

  return values;
}

/**
 * premise_two_way_dup_steps:
 * @scenario: a scenario
 * @assumption: a cell of an assumption with a finite range
 * @n: how many values, at least 2
 *
 * Chooses values for a table: even parts of the range, of which the one that is nearest to
 * the value under the scenario gives way to it, so that the table holds what is shown
 * elsewhere. The ends of the range stay.
 *
 * Returns: (transfer full) (array length=n): the values, ascending, base units
 */
double *
premise_two_way_dup_steps (PremiseScenario   *scenario,
                           const PremiseCell *assumption,
                           guint              n)
{
  double *values = g_new (double, n);
  double now = premise_scenario_get_value (scenario, assumption->variable, assumption->cell);
  double min;
  double max;
  guint nearest = 0;

  premise_model_get_range (premise_scenario_get_model (scenario), assumption->variable,
                           assumption->cell, &min, &max, NULL);

  g_return_val_if_fail (n >= 2 && isfinite (min) && isfinite (max), values);

  for (guint i = 0; i < n; i++)
    {
      values[i] = i == n - 1 ? max : min + (max - min) * i / (n - 1);

      if (i > 0 && i < n - 1 && (nearest == 0 || fabs (values[i] - now) < fabs (values[nearest] - now)))
        nearest = i;
    }

  if (nearest > 0 && now != min && now != max)
    values[nearest] = now;

  return values;
}
