/* premise-evaluator.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-evaluator.h"
#include "premise-explain-private.h"
#include "premise-model-private.h"

#include <math.h>
#include <string.h>

struct _PremiseEvaluator
{
  GObject          parent_instance;

  PremiseModel    *model;
  PremiseScenario *scenario;
  double          *memory;          /* of the program; the values come first */
  guint64         *dirty;           /* a bit for each rank */
  guint32          first_dirty;     /* the first word that may have a bit */
  guint32          last_dirty;
  GArray          *changed;         /* (nullable) (element-type guint): kept for the next time */
  guint64         *changed_bits;    /* a bit for each variable */
  guint            n_evaluated;
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

static gboolean
same_bits (double a,
           double b)
{
  return memcmp (&a, &b, sizeof a) == 0;
}

/* Marks the formulas that mention a variable. */
static void
mark_dependents (PremiseEvaluator *self,
                 guint             variable)
{
  const PremiseGraph *graph = &self->model->dependents;

  for (guint32 i = graph->first[variable]; i < graph->first[variable + 1]; i++)
    {
      guint32 rank = self->model->ranks[graph->edges[i]];
      guint32 word = rank / 64;

      if (rank == self->model->n_order)
        continue;

      self->dirty[word] |= G_GUINT64_CONSTANT (1) << rank % 64;
      self->first_dirty = MIN (self->first_dirty, word);
      self->last_dirty = MAX (self->last_dirty, word);
    }
}

static void
note_changed (PremiseEvaluator *self,
              guint             variable)
{
  self->changed_bits[variable / 64] |= G_GUINT64_CONSTANT (1) << variable % 64;
}

/* Evaluates what is dirty, precedents first: a formula marks only formulas behind it. */
static void
recalculate (PremiseEvaluator *self)
{
  self->n_evaluated = 0;

  for (guint32 word = self->first_dirty; word <= self->last_dirty; word++)
    {
      while (self->dirty[word] != 0)
        {
          guint32 bit = (guint32) __builtin_ctzll (self->dirty[word]);
          guint32 variable = self->model->order[word * 64 + bit];

          self->dirty[word] &= self->dirty[word] - 1;
          self->n_evaluated++;

          if (premise_model_evaluate (self->model, variable, self->memory))
            {
              note_changed (self, variable);
              mark_dependents (self, variable);
            }
        }
    }

  self->first_dirty = G_MAXUINT32;
  self->last_dirty = 0;
}

/* Moves the bits into an ascending list. */
static void
collect_changed (PremiseEvaluator *self,
                 GArray           *changed)
{
  guint n_words = self->model->variables->len / 64 + 1;

  for (guint word = 0; word < n_words; word++)
    {
      while (self->changed_bits[word] != 0)
        {
          guint variable = word * 64 + (guint) __builtin_ctzll (self->changed_bits[word]);

          self->changed_bits[word] &= self->changed_bits[word] - 1;
          g_array_append_val (changed, variable);
        }
    }
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
      const PremiseVariable *v = premise_model_get_variable (self->model, variable);
      double *value = self->memory + v->first_cell + changes[i].cell;
      double new_value = premise_scenario_get_value (self->scenario, variable, changes[i].cell);

      if (same_bits (*value, new_value))
        continue;

      *value = new_value;
      note_changed (self, variable);
      mark_dependents (self, variable);
    }

  recalculate (self);
  collect_changed (self, changed);

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
  g_clear_pointer (&self->memory, g_free);
  g_clear_pointer (&self->dirty, g_free);
  g_clear_pointer (&self->changed, g_array_unref);
  g_clear_pointer (&self->changed_bits, g_free);

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
  self->first_dirty = G_MAXUINT32;
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
  self->memory = premise_program_new_memory (&model->program);
  memcpy (self->memory, model->base, model->program.n_values * sizeof (double));
  self->dirty = g_new0 (guint64, model->n_order / 64 + 1);
  self->changed_bits = g_new0 (guint64, model->variables->len / 64 + 1);

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

  return self->memory + premise_model_get_variable (self->model, variable)->first_cell;
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

  error = premise_explain (self->model, self->memory, variable, cell, &found_variable, &found_cell);

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
