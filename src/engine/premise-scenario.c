/* premise-scenario.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-model-private.h"
#include "premise-scenario.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How far beyond a limit a value may be and still be taken for the limit itself: a slider
 * that adds steps ends at 0.30000000000000004. As a part of the range.
 */
#define RANGE_TOLERANCE 1e-9

struct _PremiseScenario
{
  GObject       parent_instance;

  PremiseModel *model;
  GArray       *overrides;  /* (element-type PremiseOverride): by variable, then cell */
  GArray       *changes;    /* (nullable): what the signal tells, kept for the next time */
};

enum
{
  PROP_0,
  PROP_N_OVERRIDES,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (premise-scenario-error-quark, premise_scenario_error)

G_DEFINE_FINAL_TYPE (PremiseScenario, premise_scenario, G_TYPE_OBJECT)

static PremiseOverride *
get_override (PremiseScenario *self,
              guint            i)
{
  return &g_array_index (self->overrides, PremiseOverride, i);
}

/* The place of the cell among the overrides, or the place where it would be. */
static guint
find_place (PremiseScenario *self,
            guint            variable,
            guint            cell,
            gboolean        *found)
{
  guint low = 0;
  guint high = self->overrides->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const PremiseOverride *o = get_override (self, middle);

      if (o->variable < variable || (o->variable == variable && o->cell < cell))
        low = middle + 1;
      else
        high = middle;
    }

  *found = low < self->overrides->len
           && get_override (self, low)->variable == variable
           && get_override (self, low)->cell == cell;

  return low;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const PremiseOverride *x = a;
  const PremiseOverride *y = b;

  if (x->variable != y->variable)
    return x->variable < y->variable ? -1 : 1;

  return (x->cell > y->cell) - (x->cell < y->cell);
}

static gboolean
is_cell (PremiseScenario *self,
         guint            variable,
         guint            cell)
{
  return variable < premise_model_get_n_variables (self->model)
         && cell < premise_model_get_n_cells (self->model, variable);
}

/* Takes the array out while handlers run, so that one that changes the scenario does not
 * overwrite what the others still have to read.
 */
static GArray *
take_changes (PremiseScenario *self)
{
  GArray *changes = g_steal_pointer (&self->changes);

  if (changes == NULL)
    changes = g_array_new (FALSE, FALSE, sizeof (PremiseOverride));

  g_array_set_size (changes, 0);

  return changes;
}

static void
finish (PremiseScenario *self,
        GArray          *changes,
        guint            old_n_overrides)
{
  g_object_ref (self);

  if (changes->len > 0)
    g_signal_emit (self, signals[CHANGED], 0, changes);

  if (self->overrides->len != old_n_overrides)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OVERRIDES]);

  if (self->changes == NULL)
    self->changes = changes;
  else
    g_array_unref (changes);

  g_object_unref (self);
}

/* Sets a value that is known to be allowed; the base value removes the override. */
static void
apply (PremiseScenario *self,
       guint            variable,
       guint            cell,
       double           value,
       GArray          *changes)
{
  PremiseOverride change = { variable, cell, value };
  double base = premise_model_get_base (self->model, variable, cell);
  gboolean found;
  guint place = find_place (self, variable, cell, &found);
  double old_value = found ? get_override (self, place)->value : base;

  /* There is one zero to set, whichever way a slider comes from. */
  if (value == 0)
    change.value = value = 0;

  if (value == old_value || (isnan (value) && isnan (old_value)))
    return;

  if (value == base || (isnan (value) && isnan (base)))
    g_array_remove_index (self->overrides, place);
  else if (found)
    get_override (self, place)->value = value;
  else
    g_array_insert_val (self->overrides, place, change);

  /* −0 is the base value too, but not bit for bit. */
  change.value = value == base ? base : value;
  g_array_append_val (changes, change);
}

/* Finds out whether a value is allowed, and what it is exactly: a limit is hit even when it
 * is missed by a rounding error. The base value is always allowed.
 */
static gboolean
check_value (PremiseScenario  *self,
             guint             variable,
             guint             cell,
             double           *value,
             GError          **error)
{
  const char *id = premise_model_get_id (self->model, variable);
  double base = premise_model_get_base (self->model, variable, cell);
  double min;
  double max;
  double slack;

  if (premise_model_get_kind (self->model, variable) != PREMISE_VARIABLE_ASSUMPTION
      || !premise_model_is_valid (self->model, variable))
    {
      g_set_error (error, PREMISE_SCENARIO_ERROR, PREMISE_SCENARIO_ERROR_NOT_ASSUMPTION,
                   _("“%s” is not an assumption, so it cannot be set"), id);
      return FALSE;
    }

  /* A base value that is missing can only be gone back to. */
  if (*value == base || (isnan (*value) && isnan (base)))
    return TRUE;

  if (!isfinite (*value))
    {
      g_set_error (error, PREMISE_SCENARIO_ERROR, PREMISE_SCENARIO_ERROR_NOT_FINITE,
                   _("The value of “%s” must be a finite number"), id);
      return FALSE;
    }

  premise_model_get_range (self->model, variable, cell, &min, &max, NULL);
  slack = isfinite (max - min) ? (max - min) * RANGE_TOLERANCE : 0;

  if (*value < min - slack || *value > max + slack)
    {
      char texts[3][G_ASCII_DTOSTR_BUF_SIZE];

      g_set_error (error, PREMISE_SCENARIO_ERROR, PREMISE_SCENARIO_ERROR_OUT_OF_RANGE,
                   /* Translators: an assumption, its value, the least and the most. */
                   _("The value of “%s”, %s, is not between %s and %s"), id,
                   g_ascii_formatd (texts[0], sizeof texts[0], "%.12g", *value),
                   g_ascii_formatd (texts[1], sizeof texts[1], "%.12g", min),
                   g_ascii_formatd (texts[2], sizeof texts[2], "%.12g", max));
      return FALSE;
    }

  if (*value < min)
    *value = min;
  else if (*value > max)
    *value = max;

  return TRUE;
}

static void
premise_scenario_finalize (GObject *object)
{
  PremiseScenario *self = PREMISE_SCENARIO (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->overrides, g_array_unref);
  g_clear_pointer (&self->changes, g_array_unref);

  G_OBJECT_CLASS (premise_scenario_parent_class)->finalize (object);
}

static void
premise_scenario_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PremiseScenario *self = PREMISE_SCENARIO (object);

  switch (prop_id)
    {
    case PROP_N_OVERRIDES:
      g_value_set_uint (value, premise_scenario_get_n_overrides (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_scenario_class_init (PremiseScenarioClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = premise_scenario_finalize;
  object_class->get_property = premise_scenario_get_property;

  /**
   * PremiseScenario:n-overrides:
   *
   * How many cells differ from the base case.
   */
  properties[PROP_N_OVERRIDES] =
    g_param_spec_uint ("n-overrides", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PremiseScenario::changed:
   * @self: a scenario
   * @changes: (element-type PremiseOverride): the cells that changed and their new values,
   *   which are base values where an override was removed; sorted by variable, then cell
   *
   * Emitted once after each call that changed something. @changes is good until the
   * handler returns.
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
premise_scenario_init (PremiseScenario *self)
{
  self->overrides = g_array_new (FALSE, FALSE, sizeof (PremiseOverride));
}

/**
 * premise_scenario_new:
 * @model: a model
 *
 * Creates the base case.
 *
 * Returns: (transfer full): the scenario
 */
PremiseScenario *
premise_scenario_new (PremiseModel *model)
{
  PremiseScenario *self;

  g_return_val_if_fail (PREMISE_IS_MODEL (model), NULL);

  self = g_object_new (PREMISE_TYPE_SCENARIO, NULL);
  self->model = g_object_ref (model);

  return self;
}

/**
 * premise_scenario_get_model:
 * @self: a scenario
 *
 * Returns: (transfer none): its model
 */
PremiseModel *
premise_scenario_get_model (PremiseScenario *self)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (self), NULL);

  return self->model;
}

/**
 * premise_scenario_get_value:
 * @self: a scenario
 * @variable: a position
 * @cell: a cell
 *
 * Gets the override of a cell, or its base value if it has none.
 *
 * Returns: the value in base units
 */
double
premise_scenario_get_value (PremiseScenario *self,
                            guint            variable,
                            guint            cell)
{
  gboolean found;
  guint place;

  g_return_val_if_fail (PREMISE_IS_SCENARIO (self), NAN);
  g_return_val_if_fail (is_cell (self, variable, cell), NAN);

  place = find_place (self, variable, cell, &found);

  return found ? get_override (self, place)->value
               : premise_model_get_base (self->model, variable, cell);
}

/**
 * premise_scenario_is_overridden:
 * @self: a scenario
 * @variable: a position
 * @cell: a cell
 *
 * Returns: whether the cell differs from the base case
 */
gboolean
premise_scenario_is_overridden (PremiseScenario *self,
                                guint            variable,
                                guint            cell)
{
  gboolean found;

  g_return_val_if_fail (PREMISE_IS_SCENARIO (self), FALSE);

  find_place (self, variable, cell, &found);

  return found;
}

/**
 * premise_scenario_set_value:
 * @self: a scenario
 * @variable: the position of an assumption
 * @cell: a cell
 * @value: the value in base units
 * @error: return location for an error
 *
 * Overrides a cell. Its base value removes the override.
 *
 * Returns: whether the value was taken; if not, nothing has changed
 */
gboolean
premise_scenario_set_value (PremiseScenario  *self,
                            guint             variable,
                            guint             cell,
                            double            value,
                            GError          **error)
{
  PremiseOverride change = { variable, cell, value };

  return premise_scenario_set_values (self, &change, 1, error);
}

/**
 * premise_scenario_set_values:
 * @self: a scenario
 * @values: (array length=n_values): cells and their values in base units
 * @n_values: how many
 * @error: return location for an error
 *
 * Overrides several cells at once. If the same cell comes twice, the last one counts.
 *
 * Returns: whether all were taken; if not, nothing has changed
 */
gboolean
premise_scenario_set_values (PremiseScenario        *self,
                             const PremiseOverride  *values,
                             guint                   n_values,
                             GError                **error)
{
  g_autoptr(GArray) wanted = NULL;
  GArray *changes;
  guint n_overrides;

  g_return_val_if_fail (PREMISE_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (values != NULL || n_values == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  wanted = g_array_sized_new (FALSE, FALSE, sizeof (PremiseOverride), n_values);

  for (guint i = 0; i < n_values; i++)
    {
      PremiseOverride o = values[i];

      g_return_val_if_fail (is_cell (self, o.variable, o.cell), FALSE);

      if (!check_value (self, o.variable, o.cell, &o.value, error))
        return FALSE;

      g_array_append_val (wanted, o);
    }

  g_array_sort (wanted, compare_cells);
  n_overrides = self->overrides->len;
  changes = take_changes (self);

  for (guint i = 0; i < n_values; i++)
    {
      const PremiseOverride *o = &g_array_index (wanted, PremiseOverride, i);

      /* The sort is stable, so the last of several for one cell is the last that came. */
      if (i + 1 == n_values || compare_cells (o, o + 1) != 0)
        apply (self, o->variable, o->cell, o->value, changes);
    }

  finish (self, changes, n_overrides);

  return TRUE;
}

/**
 * premise_scenario_reset:
 * @self: a scenario
 * @variable: a position
 * @cell: a cell
 *
 * Goes back to the base value of a cell.
 */
void
premise_scenario_reset (PremiseScenario *self,
                        guint            variable,
                        guint            cell)
{
  GArray *changes;
  guint n_overrides;

  g_return_if_fail (PREMISE_IS_SCENARIO (self));
  g_return_if_fail (is_cell (self, variable, cell));

  n_overrides = self->overrides->len;
  changes = take_changes (self);
  apply (self, variable, cell, premise_model_get_base (self->model, variable, cell), changes);
  finish (self, changes, n_overrides);
}

/**
 * premise_scenario_reset_all:
 * @self: a scenario
 *
 * Goes back to the base case.
 */
void
premise_scenario_reset_all (PremiseScenario *self)
{
  GArray *changes;
  guint n_overrides;

  g_return_if_fail (PREMISE_IS_SCENARIO (self));

  n_overrides = self->overrides->len;
  changes = take_changes (self);
  g_array_append_vals (changes, self->overrides->data, n_overrides);
  g_array_set_size (self->overrides, 0);

  for (guint i = 0; i < changes->len; i++)
    {
      PremiseOverride *change = &g_array_index (changes, PremiseOverride, i);

      change->value = premise_model_get_base (self->model, change->variable, change->cell);
    }

  finish (self, changes, n_overrides);
}

/**
 * premise_scenario_get_n_overrides:
 * @self: a scenario
 *
 * Returns: how many cells differ from the base case
 */
guint
premise_scenario_get_n_overrides (PremiseScenario *self)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (self), 0);

  return self->overrides->len;
}

/**
 * premise_scenario_dup_overrides:
 * @self: a scenario
 *
 * Gets all overrides, sorted by variable, then cell.
 *
 * Returns: (transfer full) (element-type PremiseOverride): the overrides
 */
GArray *
premise_scenario_dup_overrides (PremiseScenario *self)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (self), NULL);

  return g_array_copy (self->overrides);
}
