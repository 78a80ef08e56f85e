/* premise-model-values.c
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

/* "id" for a scalar, "id[game, 2025]" for one of several cells. */
static char *
describe_cell (PremiseModelBuilder *self,
               guint                variable,
               guint                cell)
{
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  const PremiseShape *shape = premise_shapes_get (&self->model->shapes, v->shape);
  guint members[PREMISE_MAX_DIMS] = { 0 };
  GString *text = g_string_new (premise_model_builder_get_id (self, variable));

  premise_model_get_cell_members (self->model, variable, cell, members);

  for (guint i = 0; i < shape->n_dims; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "[" : ", ",
                            premise_model_get_member_id (self->model, shape->dims[i], members[i]));

  if (shape->n_dims > 0)
    g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}

static gboolean
check_range (PremiseModelBuilder *self,
             guint                variable,
             guint                cell,
             double               value,
             const PremiseRange  *range)
{
  char texts[3][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *name = NULL;
  const char *id = premise_model_builder_get_id (self, variable);

  if (value >= range->min && value <= range->max && range->step >= 0 && isfinite (range->step))
    return TRUE;

  name = describe_cell (self, variable, cell);
  g_ascii_formatd (texts[0], sizeof texts[0], "%.12g", value);
  g_ascii_formatd (texts[1], sizeof texts[1], "%.12g", range->min);
  g_ascii_formatd (texts[2], sizeof texts[2], "%.12g", range->max);

  if (isnan (value))
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_RANGE, id, "values", 0,
                             _("“%s” has no value; an assumption needs one"), name);
  else if (range->min > range->max)
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_RANGE, id, "min", 0,
                             /* Translators: an assumption, and two numbers. */
                             _("the minimum of “%s”, %s, is above its maximum, %s"), name,
                             texts[1], texts[2]);
  else if (value < range->min || value > range->max)
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_RANGE, id, "values", 0,
                             /* Translators: an assumption, and three numbers. */
                             _("the value of “%s”, %s, is not between the minimum %s "
                               "and the maximum %s"),
                             name, texts[0], texts[1], texts[2]);
  else
    premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_RANGE, id, "step", 0,
                             _("the step of “%s” must be greater than 0"), name);

  return FALSE;
}

/* One complaint a variable, about the first cell that is wrong. Compared as written: a
 * conversion could move a value off its own limit.
 */
static void
check_ranges (PremiseModelBuilder *self,
              guint                variable)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  guint n_cells = (guint) premise_shapes_get_n_cells (&self->model->shapes, v->shape);

  for (guint i = 0; i < n_cells; i++)
    {
      guint value = definition->first_value + (definition->n_values > 1 ? i : 0);
      guint range = definition->first_range + (definition->n_ranges > 1 ? i : 0);

      if (!check_range (self, variable, i, g_array_index (self->values, double, value),
                        &g_array_index (self->ranges, PremiseRange, range)))
        return;
    }
}

/* Whether every base value is within its range. */
static gboolean
ranges_hold (PremiseModelBuilder *self,
             guint                variable)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  guint n_cells = (guint) premise_shapes_get_n_cells (&self->model->shapes, v->shape);

  for (guint i = 0; i < n_cells; i++)
    {
      double value = g_array_index (self->values, double,
                                    definition->first_value + (definition->n_values > 1 ? i : 0));
      PremiseRange range = g_array_index (self->ranges, PremiseRange,
                                          definition->first_range + (definition->n_ranges > 1 ? i : 0));

      if (range.min > range.max || value < range.min || value > range.max)
        return FALSE;
    }

  return TRUE;
}

/* Where the range makes no sense, the number stays what it is. */
static void
fix_values (PremiseModelBuilder *self,
            guint                variable)
{
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  guint n_cells = (guint) premise_shapes_get_n_cells (&self->model->shapes, v->shape);

  v->one_range = FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      double base = self->model->base[v->first_cell + i];
      PremiseRange range = { isnan (base) ? 0 : base, isnan (base) ? 0 : base, 0 };

      g_array_append_val (self->model->ranges, range);
    }
}

static void
fill_ranges (PremiseModelBuilder *self,
             guint                variable)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  const PremiseUnit *unit = g_ptr_array_index (self->model->units, v->unit);

  v->first_range = self->model->ranges->len;

  if (!ranges_hold (self, variable))
    {
      fix_values (self, variable);
      return;
    }

  v->one_range = definition->n_ranges == 1;

  for (guint i = 0; i < definition->n_ranges; i++)
    {
      PremiseRange range = g_array_index (self->ranges, PremiseRange, definition->first_range + i);

      range.min = premise_unit_to_base (unit, range.min);
      range.max = premise_unit_to_base (unit, range.max);
      range.step = isfinite (range.step) ? premise_unit_to_base (unit, range.step) : 0;
      g_array_append_val (self->model->ranges, range);
    }
}

static void
fill_values (PremiseModelBuilder *self,
             guint                variable)
{
  const PremiseDefinition *definition = premise_model_builder_get (self, variable);
  PremiseVariable *v = premise_model_get_variable (self->model, variable);
  const PremiseUnit *unit = g_ptr_array_index (self->model->units, v->unit);
  double *values = self->model->base + v->first_cell;
  guint n_cells = (guint) premise_shapes_get_n_cells (&self->model->shapes, v->shape);

  for (guint i = 0; i < n_cells; i++)
    {
      double value = g_array_index (self->values, double,
                                    definition->first_value + (definition->n_values > 1 ? i : 0));
      double base = premise_unit_to_base (unit, value);

      if (isfinite (base))
        values[i] = base;
      else if (!isnan (value))
        {
          g_autofree char *name = describe_cell (self, variable, i);

          premise_diagnostics_add (self->diagnostics, PREMISE_DIAGNOSTIC_VALUE,
                                   premise_model_builder_get_id (self, variable),
                                   "values", 0, _("the value of “%s” is too large"), name);
        }
    }
}

/* All cells start without a value, and those that can get theirs. */
void
premise_model_builder_fill_values (PremiseModelBuilder *self)
{
  PremiseModel *model = self->model;

  for (guint i = 0; i < model->variables->len; i++)
    {
      PremiseVariable *v = premise_model_get_variable (model, i);

      if (!v->valid || v->kind == PREMISE_VARIABLE_FORMULA)
        continue;

      fill_values (self, i);

      if (v->kind != PREMISE_VARIABLE_ASSUMPTION)
        continue;

      check_ranges (self, i);
      fill_ranges (self, i);
    }
}
