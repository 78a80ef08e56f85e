/* premise-inputs.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-inputs.h"

struct _PremiseInputs
{
  GArray        *cells;           /* (element-type PremiseCell) */
  GPtrArray     *distributions;   /* (element-type PremiseDistribution) */
  PremiseCopula *copula;          /* (nullable) */
};

/* What has no range, or one of no width, stays as it is. */
static void
add_cell (PremiseInputs   *self,
          PremiseScenario *scenario,
          guint            variable,
          guint            cell)
{
  PremiseCell input = { variable, cell };
  PremiseDistribution *distribution =
    premise_model_dup_distribution (premise_scenario_get_model (scenario), variable, cell,
                                    premise_scenario_get_value (scenario, variable, cell), NULL);

  if (distribution == NULL)
    return;

  g_array_append_val (self->cells, input);
  g_ptr_array_add (self->distributions, distribution);
}

static gboolean
find_cell (const PremiseInputs *self,
           const PremiseCell   *cell,
           guint               *position)
{
  for (*position = 0; *position < self->cells->len; (*position)++)
    {
      const PremiseCell *own = &g_array_index (self->cells, PremiseCell, *position);

      if (own->variable == cell->variable && own->cell == cell->cell)
        return TRUE;
    }

  return FALSE;
}

/* Of those that are drawn at all. */
static void
correlate (PremiseInputs                *self,
           const PremiseCellCorrelation *correlations,
           guint                         n_correlations)
{
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PremiseCorrelation));

  for (guint i = 0; i < n_correlations; i++)
    {
      PremiseCorrelation pair = { .rank = correlations[i].rank };

      if (find_cell (self, &correlations[i].a, &pair.a) && find_cell (self, &correlations[i].b, &pair.b))
        g_array_append_val (pairs, pair);
    }

  if (pairs->len > 0)
    self->copula = premise_copula_new ((const PremiseCorrelation *) (gpointer) pairs->data, pairs->len,
                                       self->cells->len, NULL);
}

/**
 * premise_inputs_new:
 * @scenario: where the values come from that the distributions lie around
 * @output: the position of a variable
 * @correlations: (nullable) (array length=n_correlations): those of the model, without
 *   contradiction
 * @n_correlations: how many
 *
 * Finds the inputs of an output, in the order of the model.
 *
 * Returns: (transfer full): the inputs
 */
PremiseInputs *
premise_inputs_new (PremiseScenario              *scenario,
                    guint                         output,
                    const PremiseCellCorrelation *correlations,
                    guint                         n_correlations)
{
  PremiseInputs *self = g_new0 (PremiseInputs, 1);
  PremiseModel *model = premise_scenario_get_model (scenario);
  g_autoptr(GArray) assumptions = premise_model_dup_assumptions_of (model, &output, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (PremiseCell));
  self->distributions = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_distribution_free);

  for (guint i = 0; i < assumptions->len; i++)
    {
      guint variable = g_array_index (assumptions, guint, i);

      for (guint cell = 0; cell < premise_model_get_n_cells (model, variable); cell++)
        add_cell (self, scenario, variable, cell);
    }

  correlate (self, correlations, n_correlations);

  return self;
}

/**
 * premise_inputs_free:
 * @self: (nullable) (transfer full): inputs
 *
 * Frees them.
 */
void
premise_inputs_free (PremiseInputs *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->cells);
  g_ptr_array_unref (self->distributions);
  premise_copula_free (self->copula);
  g_free (self);
}

/**
 * premise_inputs_get_n:
 * @self: inputs
 *
 * Returns: how many there are
 */
guint
premise_inputs_get_n (const PremiseInputs *self)
{
  return self->cells->len;
}

/**
 * premise_inputs_get_cells:
 * @self: inputs
 *
 * Returns: (transfer none): the numbers
 */
const PremiseCell *
premise_inputs_get_cells (const PremiseInputs *self)
{
  return (const PremiseCell *) (gpointer) self->cells->data;
}

/**
 * premise_inputs_get_distributions:
 * @self: inputs
 *
 * Returns: (transfer none): a distribution for each
 */
PremiseDistribution *const *
premise_inputs_get_distributions (const PremiseInputs *self)
{
  return (PremiseDistribution *const *) self->distributions->pdata;
}

/**
 * premise_inputs_get_copula:
 * @self: inputs
 *
 * Returns: (transfer none) (nullable): how they are correlated
 */
const PremiseCopula *
premise_inputs_get_copula (const PremiseInputs *self)
{
  return self->copula;
}
