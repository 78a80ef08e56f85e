/* premise-model-spread.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagnostic-private.h"
#include "premise-model-builder-private.h"
#include "premise-unit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Parameters of a distribution that is not discrete: three at most. */
#define N_PARAMETERS 3

/**
 * premise_spread_free:
 * @self: (transfer full): a spread with values of its own
 *
 * Frees it.
 */
void
premise_spread_free (PremiseSpread *self)
{
  g_free ((gpointer) self->values);
  g_free ((gpointer) self->weights);
  g_free (self);
}

/**
 * premise_model_builder_set_spread:
 * @self: a builder
 * @id: the full id of an assumption that was added
 * @spread: how it is distributed, in its declared unit; copied
 *
 * Says how an assumption is distributed around its value.
 */
void
premise_model_builder_set_spread (PremiseModelBuilder *self,
                                  const char          *id,
                                  const PremiseSpread *spread)
{
  guint variable = premise_model_find (self->model, id);
  PremiseSpread *copy;

  if (variable == PREMISE_MODEL_NOT_FOUND
      || premise_model_get_variable (self->model, variable)->kind != PREMISE_VARIABLE_ASSUMPTION)
    return;

  copy = g_memdup2 (spread, sizeof *spread);
  copy->values = g_memdup2 (spread->values, spread->n_values * sizeof *spread->values);
  copy->weights = g_memdup2 (spread->weights, spread->n_values * sizeof *spread->weights);

  if (self->model->spreads == NULL)
    self->model->spreads = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) premise_spread_free);

  g_hash_table_insert (self->model->spreads, GUINT_TO_POINTER (variable), copy);
}

static void
convert (PremiseSpread     *spread,
         const PremiseUnit *unit)
{
  spread->low = premise_unit_to_base (unit, spread->low);
  spread->high = premise_unit_to_base (unit, spread->high);

  if (spread->kind == PREMISE_DISTRIBUTION_NORMAL)
    spread->deviation = premise_unit_to_base (unit, spread->deviation);

  for (guint i = 0; i < spread->n_values; i++)
    ((double *) spread->values)[i] = premise_unit_to_base (unit, spread->values[i]);
}

/* Around its value in the base case, which the limits must leave where it is. */
static PremiseDistribution *
new_base_distribution (PremiseModelBuilder  *self,
                       guint                 variable,
                       guint                 cell,
                       GError              **error)
{
  const PremiseVariable *v = premise_model_get_variable (self->model, variable);
  const PremiseSpread *spread = g_hash_table_lookup (self->model->spreads, GUINT_TO_POINTER (variable));
  double value = self->model->base[v->first_cell + cell];

  if (spread->kind != PREMISE_DISTRIBUTION_UNIFORM && (value < spread->low || value > spread->high))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("the value of the assumption must lie between “low” and “high”"));
      return NULL;
    }

  return premise_model_dup_distribution (self->model, variable, cell, value, error);
}

/* Whether every cell has a distribution around its value in the base case. One complaint will do. */
static gboolean
check_cells (PremiseModelBuilder *self,
             guint                variable)
{
  guint n_cells = premise_model_get_n_cells (self->model, variable);

  for (guint cell = 0; cell < n_cells; cell++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(PremiseDistribution) distribution =
        new_base_distribution (self, variable, cell, &error);

      if (distribution != NULL)
        continue;

      premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_VALUE,
                               premise_model_builder_get_id (self, variable), "distribution", 0, "%s",
                               error->message);

      return FALSE;
    }

  return TRUE;
}

/* Checks all in the order of the variables. */
void
premise_model_builder_fill_spreads (PremiseModelBuilder *self)
{
  PremiseModel *model = self->model;

  for (guint i = 0; i < model->variables->len && model->spreads != NULL; i++)
    {
      const PremiseVariable *v = premise_model_get_variable (model, i);
      PremiseSpread *spread = g_hash_table_lookup (model->spreads, GUINT_TO_POINTER (i));

      if (spread == NULL)
        continue;

      convert (spread, g_ptr_array_index (model->units, v->unit));

      if (!v->valid || !check_cells (self, i))
        g_hash_table_remove (model->spreads, GUINT_TO_POINTER (i));
    }
}

/**
 * premise_model_has_spread:
 * @self: a model
 * @variable: a position
 *
 * Returns: whether the model says how the variable is distributed
 */
gboolean
premise_model_has_spread (PremiseModel *self,
                          guint         variable)
{
  return self->spreads != NULL && g_hash_table_contains (self->spreads, GUINT_TO_POINTER (variable));
}

/* The pairs of a discrete distribution. */
static PremiseDistribution *
new_discrete (const PremiseSpread  *spread,
              double                min,
              double                max,
              GError              **error)
{
  g_autofree double *pairs = g_new (double, 2 * MAX (spread->n_values, 1));

  for (guint i = 0; i < spread->n_values; i++)
    {
      pairs[2 * i] = spread->values[i];
      pairs[2 * i + 1] = spread->weights[i];
    }

  return premise_distribution_new (spread->kind, pairs, 2 * spread->n_values, min, max, error);
}

/**
 * premise_model_dup_distribution:
 * @self: a model
 * @variable: the position of an assumption
 * @cell: one of its cells
 * @value: what it is distributed around, in base units: mostly its value in a scenario
 * @error: return location for an error
 *
 * Gets the distribution of one number: as the model says, or triangular from one end of its
 * range to the other with @value as the most likely one. Limits that @value lies beyond give way
 * to it.
 *
 * Returns: (transfer full) (nullable): the distribution, or %NULL if there is none, as without
 *   a range
 */
PremiseDistribution *
premise_model_dup_distribution (PremiseModel  *self,
                                guint          variable,
                                guint          cell,
                                double         value,
                                GError       **error)
{
  const PremiseSpread *spread = NULL;
  PremiseDistributionKind kind = PREMISE_DISTRIBUTION_TRIANGULAR;
  double parameters[N_PARAMETERS];
  guint n = 0;
  double low;
  double high;
  double min;
  double max;

  if (self->spreads != NULL)
    spread = g_hash_table_lookup (self->spreads, GUINT_TO_POINTER (variable));

  premise_model_get_range (self, variable, cell, &min, &max, NULL);
  low = spread != NULL && !isnan (spread->low) ? spread->low : min;
  high = spread != NULL && !isnan (spread->high) ? spread->high : max;
  kind = spread != NULL ? spread->kind : kind;

  switch (kind)
    {
    case PREMISE_DISTRIBUTION_DISCRETE:
      return new_discrete (spread, min, max, error);

    case PREMISE_DISTRIBUTION_UNIFORM:
      parameters[n++] = low;
      parameters[n++] = high;
      break;

    case PREMISE_DISTRIBUTION_NORMAL:
    case PREMISE_DISTRIBUTION_LOGNORMAL:
      parameters[n++] = value;
      parameters[n++] = spread->deviation;
      break;

    case PREMISE_DISTRIBUTION_TRIANGULAR:
    case PREMISE_DISTRIBUTION_PERT:
    default:
      parameters[n++] = MIN (low, value);
      parameters[n++] = value;
      parameters[n++] = MAX (high, value);
      break;
    }

  return premise_distribution_new (kind, parameters, n, min, max, error);
}
