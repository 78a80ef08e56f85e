/* premise-query.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The expression becomes the only formula of a model of its own, in which all variables of the other
 * are data with the values that they have there. Both have the same indexes and variables at the same
 * positions, so that what is asked of the one can be looked up in the other.
 */

#include "config.h"

#include "premise-query.h"

#include <string.h>

struct _PremiseQuery
{
  PremiseEvaluator *evaluator;   /* that it was asked of */
  PremiseEvaluator *base;        /* of the model with the values of the base case */
  PremiseEvaluator *now;         /* of that with those under the scenario */
  guint             variable;    /* the expression, in both */
};

static void
add_indexes (PremiseModelBuilder *builder,
             PremiseModel        *model)
{
  for (guint i = 0; i < premise_model_get_n_indexes (model); i++)
    {
      guint n = premise_model_get_n_members (model, i);
      g_autofree const char **members = g_new (const char *, n + 1);

      for (guint j = 0; j < n; j++)
        members[j] = premise_model_get_member_id (model, i, j);

      premise_model_builder_add_index (builder, premise_model_get_index_id (model, i), members, n);
    }
}

/* In base units, so that no value is written and read again, which may change its last digit. */
static void
add_variable (PremiseModelBuilder *builder,
              PremiseModel        *model,
              guint                variable,
              const double        *values)
{
  g_autofree char *unit = premise_unit_to_string (premise_model_get_unit (model, variable));
  guint n_dims = premise_model_get_n_dims (model, variable);
  g_autofree const char **indexes = g_new0 (const char *, n_dims + 1);

  for (guint i = 0; i < n_dims; i++)
    indexes[i] = premise_model_get_index_id (model, premise_model_get_dim (model, variable, i));

  premise_model_builder_add_datum (builder, premise_model_get_id (model, variable), unit, indexes, values,
                                   premise_model_get_n_cells (model, variable));
}

/* An id that the expression does not mention, nor the model has. */
static char *
choose_id (PremiseModel *model,
           const char   *expression)
{
  GString *id = g_string_new ("expression");

  while (strstr (expression, id->str) != NULL || premise_model_find (model, id->str) != PREMISE_MODEL_NOT_FOUND)
    g_string_append_c (id, '_');

  return g_string_free_and_steal (id);
}

static PremiseEvaluator *
build (PremiseEvaluator *evaluator,
       gboolean          base,
       const char       *id,
       const char       *expression,
       GPtrArray        *diagnostics)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  PremiseModel *asked = premise_evaluator_get_model (evaluator);

  add_indexes (builder, asked);

  for (guint i = 0; i < premise_model_get_n_variables (asked); i++)
    add_variable (builder, asked, i, base ? premise_evaluator_get_base_values (evaluator, i)
                                          : premise_evaluator_get_values (evaluator, i));

  premise_model_builder_add_formula (builder, id, NULL, NULL, expression);
  model = premise_model_builder_build (builder, diagnostics);
  scenario = premise_scenario_new (model);

  return premise_evaluator_new (scenario);
}

/* What is wrong with the expression; what is wrong with the model is not asked about here. */
static void
take_diagnostics (const char *id,
                  GPtrArray  *found,
                  GPtrArray  *diagnostics)
{
  for (guint i = 0; i < found->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (found, i);

      if (g_strcmp0 (diagnostic->variable, id) == 0)
        g_ptr_array_add (diagnostics, premise_diagnostic_copy (diagnostic));
    }
}

/**
 * premise_query_new:
 * @evaluator: the values that are asked about, as they are now
 * @expression: what is asked; its names are full ids
 * @diagnostics: (element-type PremiseDiagnostic): what is wrong with it is appended, with the place as
 *   an offset in bytes into @expression
 *
 * Evaluates an expression over the variables of a model.
 *
 * Returns: (transfer full) (nullable): the result; %NULL if something is wrong with the expression
 */
PremiseQuery *
premise_query_new (PremiseEvaluator *evaluator,
                   const char       *expression,
                   GPtrArray        *diagnostics)
{
  g_autoptr(PremiseQuery) self = NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autofree char *id = NULL;

  g_return_val_if_fail (PREMISE_IS_EVALUATOR (evaluator), NULL);
  g_return_val_if_fail (expression != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  self = g_new0 (PremiseQuery, 1);
  id = choose_id (premise_evaluator_get_model (evaluator), expression);
  self->evaluator = g_object_ref (evaluator);
  self->base = build (evaluator, TRUE, id, expression, found);
  take_diagnostics (id, found, diagnostics);
  self->variable = premise_model_find (premise_evaluator_get_model (self->base), id);

  if (!premise_model_is_valid (premise_evaluator_get_model (self->base), self->variable))
    return NULL;

  if (premise_scenario_get_n_overrides (premise_evaluator_get_scenario (evaluator)) > 0)
    self->now = build (evaluator, FALSE, id, expression, NULL);
  else
    self->now = g_object_ref (self->base);

  return g_steal_pointer (&self);
}

/**
 * premise_query_free:
 * @self: (nullable) (transfer full): a query
 *
 * Frees it.
 */
void
premise_query_free (PremiseQuery *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->evaluator);
  g_clear_object (&self->base);
  g_clear_object (&self->now);
  g_free (self);
}

/**
 * premise_query_get_unit:
 * @self: a query
 *
 * Returns: (transfer none): the unit that was inferred, without a scale
 */
PremiseUnit *
premise_query_get_unit (PremiseQuery *self)
{
  return premise_model_get_unit (premise_evaluator_get_model (self->base), self->variable);
}

/**
 * premise_query_get_n_dims:
 * @self: a query
 *
 * Returns: how many indexes the result has
 */
guint
premise_query_get_n_dims (PremiseQuery *self)
{
  return premise_model_get_n_dims (premise_evaluator_get_model (self->base), self->variable);
}

/**
 * premise_query_get_dim:
 * @self: a query
 * @dim: which of the indexes of the result
 *
 * Returns: the position of that index in the model that was asked
 */
guint
premise_query_get_dim (PremiseQuery *self,
                       guint         dim)
{
  return premise_model_get_dim (premise_evaluator_get_model (self->base), self->variable, dim);
}

/**
 * premise_query_get_n_cells:
 * @self: a query
 *
 * Returns: how many values there are, those of the last index side by side
 */
guint
premise_query_get_n_cells (PremiseQuery *self)
{
  return premise_model_get_n_cells (premise_evaluator_get_model (self->base), self->variable);
}

/**
 * premise_query_get_base_value:
 * @self: a query
 * @cell: one of its cells
 *
 * Returns: the value in the base case, base units; NaN where there is an error
 */
double
premise_query_get_base_value (PremiseQuery *self,
                              guint         cell)
{
  return premise_evaluator_get_value (self->base, self->variable, cell);
}

/**
 * premise_query_get_value:
 * @self: a query
 * @cell: one of its cells
 *
 * Returns: the value under the scenario, base units; NaN where there is an error
 */
double
premise_query_get_value (PremiseQuery *self,
                         guint         cell)
{
  return premise_evaluator_get_value (self->now, self->variable, cell);
}

/**
 * premise_query_get_error:
 * @self: a query
 * @cell: one of its cells
 * @origin_variable: (out): the variable of the model that was asked where the error began, or
 *   %PREMISE_MODEL_NOT_FOUND if that is the expression itself
 * @origin_cell: (out): its cell
 *
 * Returns: why there is no value under the scenario; %PREMISE_VALUE_OK if there is one
 */
PremiseValueError
premise_query_get_error (PremiseQuery *self,
                         guint         cell,
                         guint        *origin_variable,
                         guint        *origin_cell)
{
  PremiseValueError error = premise_evaluator_get_error (self->now, self->variable, cell, origin_variable,
                                                         origin_cell);

  /* What is only a missing value here has its reason there. */
  if (error != PREMISE_VALUE_OK && *origin_variable != self->variable)
    return premise_evaluator_get_error (self->evaluator, *origin_variable, *origin_cell, origin_variable,
                                        origin_cell);

  *origin_variable = PREMISE_MODEL_NOT_FOUND;

  return error;
}
