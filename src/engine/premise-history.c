/* premise-history.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-history.h"

#include <math.h>

typedef struct
{
  guint  variable;
  guint  cell;
  double before;
  double after;
} Change;

struct _PremiseHistory
{
  GObject          parent_instance;

  PremiseScenario *scenario;
  GPtrArray       *undo;    /* (element-type GArray): steps, the last one on top */
  GPtrArray       *redo;
  GArray          *open;    /* (element-type Change): the step being made */
  guint            depth;   /* of begin() without end() */
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PremiseHistory, premise_history, G_TYPE_OBJECT)

static gboolean
same_value (double a,
            double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* Notes a change of the open step, together with an earlier one of the same cell. */
static void
record (PremiseHistory *self,
        guint           variable,
        guint           cell,
        double          before)
{
  Change change = { variable, cell, before, premise_scenario_get_value (self->scenario, variable, cell) };

  for (guint i = 0; i < self->open->len; i++)
    {
      Change *old = &g_array_index (self->open, Change, i);

      if (old->variable == variable && old->cell == cell)
        {
          old->after = change.after;
          return;
        }
    }

  g_array_append_val (self->open, change);
}

static void
notify_changed (PremiseHistory *self,
                gboolean        could_undo,
                gboolean        could_redo)
{
  if (could_undo != premise_history_can_undo (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);

  if (could_redo != premise_history_can_redo (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

/* Ends the open step; what is where it was before is no change. */
static void
commit (PremiseHistory *self)
{
  gboolean could_undo = premise_history_can_undo (self);
  gboolean could_redo = premise_history_can_redo (self);

  for (guint i = self->open->len; i > 0; i--)
    {
      const Change *change = &g_array_index (self->open, Change, i - 1);

      if (same_value (change->before, change->after))
        g_array_remove_index (self->open, i - 1);
    }

  if (self->open->len == 0)
    return;

  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, g_steal_pointer (&self->open));
  self->open = g_array_new (FALSE, FALSE, sizeof (Change));
  notify_changed (self, could_undo, could_redo);
}

/* Sets the values before or after a step, all at once. */
static void
apply (PremiseHistory *self,
       const GArray   *step,
       gboolean        before)
{
  g_autofree PremiseOverride *values = g_new (PremiseOverride, step->len);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < step->len; i++)
    {
      const Change *change = &g_array_index (step, Change, i);

      values[i].variable = change->variable;
      values[i].cell = change->cell;
      values[i].value = before ? change->before : change->after;
    }

  /* They were in the scenario before, so it cannot refuse them. */
  if (!premise_scenario_set_values (self->scenario, values, step->len, &error))
    g_warning ("Cannot go back to an earlier value: %s", error->message);
}

static void
premise_history_finalize (GObject *object)
{
  PremiseHistory *self = PREMISE_HISTORY (object);

  g_clear_object (&self->scenario);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_array_unref);

  G_OBJECT_CLASS (premise_history_parent_class)->finalize (object);
}

static void
premise_history_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PremiseHistory *self = PREMISE_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, premise_history_can_undo (self));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, premise_history_can_redo (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_history_class_init (PremiseHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = premise_history_finalize;
  object_class->get_property = premise_history_get_property;

  /**
   * PremiseHistory:can-undo:
   *
   * Whether there is a step to undo.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PremiseHistory:can-redo:
   *
   * Whether there is a step to do again.
   */
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
premise_history_init (PremiseHistory *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->open = g_array_new (FALSE, FALSE, sizeof (Change));
}

/**
 * premise_history_new:
 * @scenario: a scenario
 *
 * Creates a history without steps. It knows only of changes made through it.
 *
 * Returns: (transfer full): the history
 */
PremiseHistory *
premise_history_new (PremiseScenario *scenario)
{
  PremiseHistory *self;

  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  self = g_object_new (PREMISE_TYPE_HISTORY, NULL);
  self->scenario = g_object_ref (scenario);

  return self;
}

/**
 * premise_history_set_value:
 * @self: a history
 * @variable: the position of an assumption
 * @cell: a cell
 * @value: the value in base units
 * @error: return location for an error
 *
 * Sets a value of the scenario, as a step of its own unless one is open.
 *
 * Returns: whether the scenario took the value
 */
gboolean
premise_history_set_value (PremiseHistory  *self,
                           guint            variable,
                           guint            cell,
                           double           value,
                           GError         **error)
{
  double before;

  g_return_val_if_fail (PREMISE_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  before = premise_scenario_get_value (self->scenario, variable, cell);

  if (!premise_scenario_set_value (self->scenario, variable, cell, value, error))
    return FALSE;

  record (self, variable, cell, before);

  if (self->depth == 0)
    commit (self);

  return TRUE;
}

/**
 * premise_history_reset:
 * @self: a history
 * @variable: a position
 * @cell: a cell
 *
 * Goes back to the base value of a cell, as a step of its own unless one is open.
 */
void
premise_history_reset (PremiseHistory *self,
                       guint           variable,
                       guint           cell)
{
  double before;

  g_return_if_fail (PREMISE_IS_HISTORY (self));

  before = premise_scenario_get_value (self->scenario, variable, cell);
  premise_scenario_reset (self->scenario, variable, cell);
  record (self, variable, cell, before);

  if (self->depth == 0)
    commit (self);
}

/**
 * premise_history_reset_all:
 * @self: a history
 *
 * Goes back to the base case, as a step of its own unless one is open.
 */
void
premise_history_reset_all (PremiseHistory *self)
{
  g_autoptr(GArray) overrides = NULL;

  g_return_if_fail (PREMISE_IS_HISTORY (self));

  overrides = premise_scenario_dup_overrides (self->scenario);
  premise_scenario_reset_all (self->scenario);

  for (guint i = 0; i < overrides->len; i++)
    {
      const PremiseOverride *o = &g_array_index (overrides, PremiseOverride, i);

      record (self, o->variable, o->cell, o->value);
    }

  if (self->depth == 0)
    commit (self);
}

/**
 * premise_history_begin:
 * @self: a history
 *
 * Opens a step: all changes up to premise_history_end() are undone at once. Calls nest.
 */
void
premise_history_begin (PremiseHistory *self)
{
  g_return_if_fail (PREMISE_IS_HISTORY (self));

  self->depth++;
}

/**
 * premise_history_end:
 * @self: a history
 *
 * Closes the step that the matching premise_history_begin() opened. If all values are what
 * they were, it leaves no trace.
 */
void
premise_history_end (PremiseHistory *self)
{
  g_return_if_fail (PREMISE_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth == 0)
    commit (self);
}

static gboolean
move_step (PremiseHistory *self,
           GPtrArray      *from,
           GPtrArray      *to,
           gboolean        before)
{
  gboolean could_undo = premise_history_can_undo (self);
  gboolean could_redo = premise_history_can_redo (self);
  GArray *step;

  if (self->depth > 0 || from->len == 0)
    return FALSE;

  step = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, step);
  apply (self, step, before);
  notify_changed (self, could_undo, could_redo);

  return TRUE;
}

/**
 * premise_history_undo:
 * @self: a history
 *
 * Takes the last step back. While a step is open, nothing happens.
 *
 * Returns: whether there was one
 */
gboolean
premise_history_undo (PremiseHistory *self)
{
  g_return_val_if_fail (PREMISE_IS_HISTORY (self), FALSE);

  return move_step (self, self->undo, self->redo, TRUE);
}

/**
 * premise_history_redo:
 * @self: a history
 *
 * Makes the step again that was undone last. While a step is open, nothing happens.
 *
 * Returns: whether there was one
 */
gboolean
premise_history_redo (PremiseHistory *self)
{
  g_return_val_if_fail (PREMISE_IS_HISTORY (self), FALSE);

  return move_step (self, self->redo, self->undo, FALSE);
}

/**
 * premise_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to undo
 */
gboolean
premise_history_can_undo (PremiseHistory *self)
{
  g_return_val_if_fail (PREMISE_IS_HISTORY (self), FALSE);

  return self->undo->len > 0;
}

/**
 * premise_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
premise_history_can_redo (PremiseHistory *self)
{
  g_return_val_if_fail (PREMISE_IS_HISTORY (self), FALSE);

  return self->redo->len > 0;
}
