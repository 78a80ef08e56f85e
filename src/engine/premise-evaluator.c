/* premise-evaluator.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-calculator.h"
#include "premise-evaluator.h"
#include "premise-explain-private.h"
#include "premise-model-private.h"

#include <math.h>

struct _PremiseEvaluator
{
  GObject            parent_instance;

  PremiseModel      *model;
  PremiseScenario   *scenario;
  PremiseCalculator *calculator;
  GArray            *changed;       /* (nullable) (element-type guint): kept for the next time */
  guint              n_evaluated;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseEvaluator, premise_evaluator, G_TYPE_OBJECT)

static gboolean
is_cell (PremiseEvaluator *self,
         guint             variable,
         guint             cell)
{
  return variable < premise_model_get_n_variables (self->model)
         && cell < premise_model_get_n_cells (self->model, variable);
}

/* Takes the values of assumptions as they are by now, and tells what came of it. A handler
 * may have changed them again, and what the scenario told of that may have come first.
 */
static void
update (PremiseEvaluator      *self,
        const PremiseOverride *changes,
        guint                  n_changes)
{
  GArray *changed = g_steal_pointer (&self->changed);

  if (changed == NULL)
    changed = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_set_size (changed, 0);

  for (guint i = 0; i < n_changes; i++)
    {
      guint variable = changes[i].variable;
      guint cell = changes[i].cell;

      premise_calculator_set (self->calculator, variable, cell,
                              premise_scenario_get_value (self->scenario, variable, cell));
    }

  self->n_evaluated = premise_calculator_update (self->calculator);
  premise_calculator_get_changed (self->calculator, changed);

  g_object_ref (self);

  if (changed->len > 0)
    g_signal_emit (self, signals[CHANGED], 0, changed);

  /* A handler that changed the scenario has left its own list here. */
  if (self->changed == NULL)
    self->changed = changed;
  else
    g_array_unref (changed);

  g_object_unref (self);
}

static void
scenario_changed_cb (PremiseEvaluator *self,
                     GArray           *changes)
{
  update (self, (const PremiseOverride *) (gpointer) changes->data, changes->len);
}

static void
premise_evaluator_dispose (GObject *object)
{
  PremiseEvaluator *self = PREMISE_EVALUATOR (object);

  if (self->scenario != NULL)
    g_signal_handlers_disconnect_by_data (self->scenario, self);

  g_clear_object (&self->scenario);

  G_OBJECT_CLASS (premise_evaluator_parent_class)->dispose (object);
}

static void
premise_evaluator_finalize (GObject *object)
{
  PremiseEvaluator *self = PREMISE_EVALUATOR (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->calculator, premise_calculator_free);
  g_clear_pointer (&self->changed, g_array_unref);

  G_OBJECT_CLASS (premise_evaluator_parent_class)->finalize (object);
}

static void
premise_evaluator_class_init (PremiseEvaluatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = premise_evaluator_dispose;
  object_class->finalize = premise_evaluator_finalize;

  /**
   * PremiseEvaluator::changed:
   * @self: an evaluator
   * @variables: (element-type guint): the positions of the variables that have a new value
   *   in some cell, ascending, assumptions included
   *
   * Emitted once after each change of the scenario that changed a value. All values are up
   * to date by then. @variables is good until the handler returns.
   */
  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
premise_evaluator_init (PremiseEvaluator *self)
{
}

/**
 * premise_evaluator_new:
 * @scenario: a scenario
 *
 * Creates an evaluator with the values under the scenario as it is, which it then follows.
 *
 * Returns: (transfer full): the evaluator
 */
PremiseEvaluator *
premise_evaluator_new (PremiseScenario *scenario)
{
  PremiseEvaluator *self;
  PremiseModel *model;
  g_autoptr(GArray) overrides = NULL;

  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  model = premise_scenario_get_model (scenario);
  self = g_object_new (PREMISE_TYPE_EVALUATOR, NULL);
  self->model = g_object_ref (model);
  self->scenario = g_object_ref (scenario);
  self->calculator = premise_calculator_new (model);

  overrides = premise_scenario_dup_overrides (scenario);
  update (self, (const PremiseOverride *) (gpointer) overrides->data, overrides->len);

  g_signal_connect_swapped (scenario, "changed", G_CALLBACK (scenario_changed_cb), self);

  return self;
}

/**
 * premise_evaluator_get_model:
 * @self: an evaluator
 *
 * Returns: (transfer none): the model
 */
PremiseModel *
premise_evaluator_get_model (PremiseEvaluator *self)
{
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), NULL);

  return self->model;
}

/**
 * premise_evaluator_get_scenario:
 * @self: an evaluator
 *
 * Returns: (transfer none): the scenario
 */
PremiseScenario *
premise_evaluator_get_scenario (PremiseEvaluator *self)
{
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), NULL);

  return self->scenario;
}

/**
 * premise_evaluator_get_values:
 * @self: an evaluator
 * @variable: a position
 *
 * Gets the values of all cells, in base units and NaN where there is an error. They change
 * with the scenario.
 *
 * Returns: (transfer none): as many values as the variable has cells
 */
const double *
premise_evaluator_get_values (PremiseEvaluator *self,
                              guint             variable)
{
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), NULL);
  g_return_val_if_fail (variable < self->model->variables->len, NULL);

  return premise_calculator_get_values (self->calculator, variable);
}

/**
 * premise_evaluator_get_value:
 * @self: an evaluator
 * @variable: a position
 * @cell: a cell
 *
 * Returns: the value in base units, NaN if there is an error
 */
double
premise_evaluator_get_value (PremiseEvaluator *self,
                             guint             variable,
                             guint             cell)
{
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), NAN);
  g_return_val_if_fail (is_cell (self, variable, cell), NAN);

  return premise_evaluator_get_values (self, variable)[cell];
}

/**
 * premise_evaluator_get_base_values:
 * @self: an evaluator
 * @variable: a position
 *
 * Gets the values of all cells in the base case.
 *
 * Returns: (transfer none): as many values as the variable has cells
 */
const double *
premise_evaluator_get_base_values (PremiseEvaluator *self,
                                   guint             variable)
{
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), NULL);
  g_return_val_if_fail (variable < self->model->variables->len, NULL);

  return self->model->base + premise_model_get_variable (self->model, variable)->first_cell;
}

/**
 * premise_evaluator_get_base_value:
 * @self: an evaluator
 * @variable: a position
 * @cell: a cell
 *
 * Returns: the value in the base case, NaN if there is an error
 */
double
premise_evaluator_get_base_value (PremiseEvaluator *self,
                                  guint             variable,
                                  guint             cell)
{
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), NAN);
  g_return_val_if_fail (is_cell (self, variable, cell), NAN);

  return premise_evaluator_get_base_values (self, variable)[cell];
}

/**
 * premise_evaluator_differs:
 * @self: an evaluator
 * @variable: a position
 *
 * Returns: whether any cell differs from the base case
 */
gboolean
premise_evaluator_differs (PremiseEvaluator *self,
                           guint             variable)
{
  const double *values;
  const double *base;

  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), FALSE);
  g_return_val_if_fail (variable < self->model->variables->len, FALSE);

  values = premise_evaluator_get_values (self, variable);
  base = premise_evaluator_get_base_values (self, variable);

  /* Numbers, not bits: nobody would call −0 another number than 0. */
  for (guint i = 0; i < premise_model_get_n_cells (self->model, variable); i++)
    {
      if (values[i] != base[i] && !(isnan (values[i]) && isnan (base[i])))
        return TRUE;
    }

  return FALSE;
}

/**
 * premise_evaluator_get_error:
 * @self: an evaluator
 * @variable: a position
 * @cell: a cell
 * @origin_variable: (out) (optional): the variable where the error began
 * @origin_cell: (out) (optional): the cell there
 *
 * Finds out why a cell has no value. This takes longer than to compute it.
 *
 * Returns: the error, %PREMISE_VALUE_OK if the cell has a value
 */
PremiseValueError
premise_evaluator_get_error (PremiseEvaluator *self,
                             guint             variable,
                             guint             cell,
                             guint            *origin_variable,
                             guint            *origin_cell)
{
  guint found_variable = variable;
  guint found_cell = cell;
  PremiseValueError error;

  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), PREMISE_VALUE_INVALID);
  g_return_val_if_fail (is_cell (self, variable, cell), PREMISE_VALUE_INVALID);

  error = premise_explain (self->model, premise_calculator_get_memory (self->calculator), variable, cell,
                           &found_variable, &found_cell);

  if (origin_variable != NULL)
    *origin_variable = found_variable;

  if (origin_cell != NULL)
    *origin_cell = found_cell;

  return error;
}

/**
 * premise_value_error_to_string:
 * @error: an error
 *
 * Gets what stands in the place of a value, as in a spreadsheet.
 *
 * Returns: (transfer none): the text, "" for no error
 */
const char *
premise_value_error_to_string (PremiseValueError error)
{
  switch (error)
    {
    case PREMISE_VALUE_OK:
      return "";

    case PREMISE_VALUE_DIVISION_BY_ZERO:
      return "#DIV/0";

    case PREMISE_VALUE_DOMAIN:
      return "#DOMAIN";

    case PREMISE_VALUE_OVERFLOW:
      return "#OVERFLOW";

    case PREMISE_VALUE_NO_CONVERGENCE:
      return "#NO CONVERGENCE";

    case PREMISE_VALUE_MISSING:
      return "#MISSING";

    case PREMISE_VALUE_INVALID:
      return "#INVALID";

    default:
      g_return_val_if_reached ("#INVALID");
    }
}

/**
 * premise_evaluator_get_n_evaluated:
 * @self: an evaluator
 *
 * Returns: how many formulas the last change of the scenario evaluated
 */
guint
premise_evaluator_get_n_evaluated (PremiseEvaluator *self)
{
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (self), 0);

  return self->n_evaluated;
}
