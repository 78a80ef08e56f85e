/* premise-model-builder.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagnostic-private.h"
#include "premise-lexer-private.h"
#include "premise-model-builder-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * premise_model_builder_new:
 *
 * Starts an empty model.
 *
 * Returns: (transfer full): the builder
 */
PremiseModelBuilder *
premise_model_builder_new (void)
{
  PremiseModelBuilder *self = g_new0 (PremiseModelBuilder, 1);

  self->model = g_object_new (PREMISE_TYPE_MODEL, NULL);
  self->definitions = g_array_new (FALSE, FALSE, sizeof (PremiseDefinition));
  self->dims = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (PremiseRange));
  self->complaints = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  premise_expression_init (&self->expression);
  premise_templates_init (&self->templates, &self->model->names);

  return self;
}

/**
 * premise_model_builder_free:
 * @self: (nullable) (transfer full): a builder
 *
 * Frees the builder, but not the model it has built.
 */
void
premise_model_builder_free (PremiseModelBuilder *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->model);
  g_array_unref (self->definitions);
  premise_names_clear (&self->unit_texts);
  premise_names_clear (&self->index_texts);
  g_array_unref (self->dims);
  g_array_unref (self->values);
  g_array_unref (self->ranges);
  g_ptr_array_unref (self->complaints);
  premise_expression_clear (&self->expression);
  premise_templates_clear (&self->templates);
  premise_positions_clear (&self->targets);
  premise_positions_clear (&self->edges);
  g_free (self);
}

/* Makes room in an array without making it longer. */
static void
reserve_array (GArray *array,
               guint   n)
{
  guint length = array->len;

  if (n <= length)
    return;

  g_array_set_size (array, n);
  g_array_set_size (array, length);
}

/**
 * premise_model_builder_reserve:
 * @self: a builder
 * @n_variables: how many variables to expect
 * @n_bytes: how many bytes of formulas
 *
 * Makes room for what is to come, so that a large model is not moved again and again while it
 * grows. More or less may come.
 */
void
premise_model_builder_reserve (PremiseModelBuilder *self,
                               guint                n_variables,
                               gsize                n_bytes)
{
  g_return_if_fail (self != NULL && self->model != NULL);

  reserve_array (self->definitions, n_variables);
  reserve_array (self->model->variables, n_variables);
  premise_names_reserve (&self->model->names, n_variables);
  premise_text_reserve (&self->model->expressions, n_bytes);
}

static void
check_id (PremiseModelBuilder *self,
          const char          *id)
{
  if (!premise_name_is_valid (id))
    premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_SYNTAX, id, "id", 0,
                             _("“%s” is not a name that a formula can use; begin with a letter, "
                               "and go on with letters, digits, “_” and “.”"), id);
}

/**
 * premise_model_builder_add_index:
 * @self: a builder
 * @id: its id
 * @member_ids: (array length=n_members): the ids of its members, in order
 * @n_members: how many
 *
 * Adds an index. It may come after the variables that have it.
 */
void
premise_model_builder_add_index (PremiseModelBuilder *self,
                                 const char          *id,
                                 const char *const   *member_ids,
                                 guint                n_members)
{
  PremiseNames members = { 0 };
  gboolean is_new;

  g_return_if_fail (self != NULL && self->model != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (member_ids != NULL || n_members == 0);

  premise_names_add (&self->model->indexes, id, strlen (id), &is_new);

  if (!is_new)
    {
      premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_DUPLICATE, id, "id", 0,
                               _("there are two indexes “%s”; the second is ignored"), id);
      return;
    }

  check_id (self, id);

  if (n_members > PREMISE_MAX_MEMBERS)
    {
      premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_LIMIT, id, "members", 0,
                               /* Translators: an index, how many members it has and how many it can
                                * have. */
                               _("the index “%s” has %u members; the limit is %d"),
                               id, n_members, PREMISE_MAX_MEMBERS);
      n_members = 0;
    }

  for (guint i = 0; i < n_members; i++)
    {
      gsize length = strlen (member_ids[i]);

      if (premise_names_find (&members, member_ids[i], length) != PREMISE_NAMES_NONE)
        premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_DUPLICATE, id, "members", 0,
                                 /* Translators: an index, and a name that is there twice. */
                                 _("the index “%s” has two members “%s”"), id, member_ids[i]);

      premise_names_append (&members, member_ids[i], length);
    }

  g_array_append_val (self->model->members, members);
  g_array_append_val (self->model->shapes.sizes, n_members);
}

/* Most variables have the unit of the one before, or none as that. */
static guint32
add_unit_text (PremiseModelBuilder *self,
               const char          *unit)
{
  const char *text = unit != NULL ? unit : "1";
  gboolean is_new;

  if (self->definitions->len > 0)
    {
      const PremiseDefinition *last = premise_model_builder_get (self, self->definitions->len - 1);

      if ((unit == NULL && last->infers_unit)
          || strcmp (premise_names_get (&self->unit_texts, last->unit_text), text) == 0)
        return last->unit_text;
    }

  return premise_names_add (&self->unit_texts, text, strlen (text), &is_new);
}

/* Adds what all kinds of variables have, or nothing if the id is taken. */
static PremiseDefinition *
add_variable (PremiseModelBuilder *self,
              PremiseVariableKind  kind,
              const char          *id,
              const char          *unit,
              const char *const   *indexes)
{
  PremiseVariable variable = { .kind = (guint8) kind, .valid = TRUE };
  PremiseDefinition definition = { 0 };
  gboolean is_new;

  premise_names_add (&self->model->names, id, strlen (id), &is_new);

  if (!is_new)
    {
      premise_diagnostics_add (self->complaints, PREMISE_DIAGNOSTIC_DUPLICATE, id, "id", 0,
                               _("there are two variables “%s”; the second is ignored"), id);
      return NULL;
    }

  check_id (self, id);

  if (kind == PREMISE_VARIABLE_FORMULA)
    {
      definition.root = PREMISE_NODE_NONE;
      definition.template = PREMISE_TEMPLATE_NONE;
    }

  definition.unit_text = add_unit_text (self, unit);
  definition.infers_shape = indexes == NULL;
  definition.infers_unit = unit == NULL;
  definition.first_dim = self->dims->len;

  for (; indexes != NULL && indexes[definition.n_dims] != NULL; definition.n_dims++)
    {
      const char *index = indexes[definition.n_dims];
      guint32 position = premise_names_add (&self->index_texts, index, strlen (index), &is_new);

      g_array_append_val (self->dims, position);
    }

  g_array_append_val (self->model->variables, variable);
  g_array_append_val (self->definitions, definition);

  return premise_model_builder_get (self, self->definitions->len - 1);
}

static void
set_values (PremiseModelBuilder *self,
            PremiseDefinition          *definition,
            const double        *values,
            guint                n_values)
{
  definition->first_value = self->values->len;
  definition->n_values = n_values;

  if (n_values > 0)
    g_array_append_vals (self->values, values, n_values);
}

/**
 * premise_model_builder_add_datum:
 * @self: a builder
 * @id: its full id
 * @unit: (nullable): its unit; %NULL is a plain number
 * @indexes: (nullable) (array zero-terminated=1): the ids of its indexes
 * @values: (array length=n_values): the values, as written in @unit, NaN where missing
 * @n_values: one for all cells, or as many as there are
 *
 * Adds a fact.
 */
void
premise_model_builder_add_datum (PremiseModelBuilder *self,
                                 const char          *id,
                                 const char          *unit,
                                 const char *const   *indexes,
                                 const double        *values,
                                 guint                n_values)
{
  PremiseDefinition *definition;

  g_return_if_fail (self != NULL && self->model != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (values != NULL || n_values == 0);

  definition = add_variable (self, PREMISE_VARIABLE_DATUM, id, unit, indexes);

  if (definition != NULL)
    set_values (self, definition, values, n_values);
}

/**
 * premise_model_builder_add_assumption:
 * @self: a builder
 * @id: its full id
 * @unit: (nullable): its unit; %NULL is a plain number
 * @indexes: (nullable) (array zero-terminated=1): the ids of its indexes
 * @values: (array length=n_values): the base case, as written in @unit
 * @n_values: one for all cells, or as many as there are
 * @minima: (nullable) (array length=n_ranges): the smallest values, NaN without limit
 * @maxima: (nullable) (array length=n_ranges): the largest values, NaN without limit
 * @steps: (nullable) (array length=n_ranges): how far one key press goes
 * @n_ranges: one for all cells, or as many as there are
 *
 * Adds a number that the reader may move.
 */
void
premise_model_builder_add_assumption (PremiseModelBuilder *self,
                                      const char          *id,
                                      const char          *unit,
                                      const char *const   *indexes,
                                      const double        *values,
                                      guint                n_values,
                                      const double        *minima,
                                      const double        *maxima,
                                      const double        *steps,
                                      guint                n_ranges)
{
  PremiseDefinition *definition;

  g_return_if_fail (self != NULL && self->model != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (values != NULL || n_values == 0);

  definition = add_variable (self, PREMISE_VARIABLE_ASSUMPTION, id, unit, indexes);

  if (definition == NULL)
    return;

  set_values (self, definition, values, n_values);
  definition->first_range = self->ranges->len;
  definition->n_ranges = MAX (1, n_ranges);

  for (guint i = 0; i < definition->n_ranges; i++)
    {
      PremiseRange range = { -INFINITY, INFINITY, 0 };

      if (i < n_ranges && minima != NULL && !isnan (minima[i]))
        range.min = minima[i];

      if (i < n_ranges && maxima != NULL && !isnan (maxima[i]))
        range.max = maxima[i];

      /* NaN is reported later; without steps, 0 says that nobody said. */
      if (i < n_ranges && steps != NULL)
        range.step = steps[i] > 0 ? steps[i] : NAN;

      g_array_append_val (self->ranges, range);
    }
}

/**
 * premise_model_builder_add_formula:
 * @self: a builder
 * @id: its full id
 * @unit: (nullable): its unit; %NULL infers it
 * @indexes: (nullable) (array zero-terminated=1): the ids of its indexes; %NULL infers them,
 *   in the order in which the indexes were added
 * @expression: the formula
 *
 * Adds a formula. Its names are looked up first with the prefix of @id, up to its last dot,
 * then as they stand.
 */
void
premise_model_builder_add_formula (PremiseModelBuilder *self,
                                   const char          *id,
                                   const char          *unit,
                                   const char *const   *indexes,
                                   const char          *expression)
{
  g_return_if_fail (self != NULL && self->model != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (expression != NULL);

  if (add_variable (self, PREMISE_VARIABLE_FORMULA, id, unit, indexes) == NULL)
    return;

  premise_model_get_variable (self->model, self->definitions->len - 1)->expression =
    premise_text_add (&self->model->expressions, expression, strlen (expression));
}
