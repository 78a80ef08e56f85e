/* premise-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-interpreter-private.h"
#include "premise-model.h"
#include "premise-model-private.h"

#include <math.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (PremiseModel, premise_model, G_TYPE_OBJECT)

static void
premise_model_finalize (GObject *object)
{
  PremiseModel *self = PREMISE_MODEL (object);

  premise_names_clear (&self->indexes);
  g_clear_pointer (&self->members, g_array_unref);
  premise_shapes_clear (&self->shapes);
  premise_names_clear (&self->names);
  g_clear_pointer (&self->variables, g_array_unref);
  premise_text_clear (&self->expressions);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->ranges, g_array_unref);
  premise_graph_clear (&self->precedents);
  premise_graph_clear (&self->dependents);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->ranks, g_free);
  premise_program_clear (&self->program);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->spreads, g_hash_table_unref);

  G_OBJECT_CLASS (premise_model_parent_class)->finalize (object);
}

static void
premise_model_class_init (PremiseModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = premise_model_finalize;
}

static void
clear_members (gpointer members)
{
  premise_names_clear (members);
}

static void
premise_model_init (PremiseModel *self)
{
  self->members = g_array_new (FALSE, TRUE, sizeof (PremiseNames));
  g_array_set_clear_func (self->members, clear_members);
  premise_shapes_init (&self->shapes);
  self->variables = g_array_new (FALSE, FALSE, sizeof (PremiseVariable));
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_unit_unref);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (PremiseRange));
  premise_program_init (&self->program);
}

static const PremiseShape *
get_shape (PremiseModel *self,
           guint         variable)
{
  return premise_shapes_get (&self->shapes, premise_model_get_variable (self, variable)->shape);
}

/**
 * premise_model_evaluate:
 * @self: a model
 * @variable: a formula
 * @memory: the memory of the program, with the values of its precedents
 *
 * Computes a formula and stores its values. What is not finite is stored as the one NaN.
 *
 * Returns: whether a value came out different, bit for bit
 */
gboolean
premise_model_evaluate (const PremiseModel *self,
                        guint               variable,
                        double             *memory)
{
  const PremiseVariable *v = premise_model_get_variable (self, variable);
  gboolean changed = FALSE;
  guint32 n_cells;

  if (v->shape == PREMISE_SHAPE_SCALAR && v->n_instructions > 0)
    return premise_program_run (&self->program, v->first_instruction, v->first_cell, memory);

  if (v->n_instructions > 0)
    premise_program_run (&self->program, v->first_instruction, v->result, memory);

  n_cells = (guint32) premise_shapes_get_n_cells (&self->shapes, v->shape);

  for (guint32 i = 0; i < n_cells; i++)
    changed |= premise_store_value (memory + v->first_cell + i, memory[v->result + i]);

  return changed;
}

/**
 * premise_model_get_n_indexes:
 * @self: a model
 *
 * Returns: how many indexes there are
 */
guint
premise_model_get_n_indexes (PremiseModel *self)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), 0);

  return self->indexes.n;
}

/**
 * premise_model_find_index:
 * @self: a model
 * @id: an id
 *
 * Returns: the position of the index, or %PREMISE_MODEL_NOT_FOUND
 */
guint
premise_model_find_index (PremiseModel *self,
                          const char   *id)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), PREMISE_MODEL_NOT_FOUND);
  g_return_val_if_fail (id != NULL, PREMISE_MODEL_NOT_FOUND);

  return premise_names_find (&self->indexes, id, strlen (id));
}

/**
 * premise_model_get_index_id:
 * @self: a model
 * @index: a position
 *
 * Returns: (transfer none): the id of the index
 */
const char *
premise_model_get_index_id (PremiseModel *self,
                            guint         index)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), NULL);
  g_return_val_if_fail (index < self->indexes.n, NULL);

  return premise_names_get (&self->indexes, index);
}

/**
 * premise_model_get_n_members:
 * @self: a model
 * @index: a position
 *
 * Returns: how many members the index has
 */
guint
premise_model_get_n_members (PremiseModel *self,
                             guint         index)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), 0);
  g_return_val_if_fail (index < self->indexes.n, 0);

  return premise_model_get_members (self, index)->n;
}

/**
 * premise_model_get_member_id:
 * @self: a model
 * @index: a position
 * @member: a position in the index
 *
 * Returns: (transfer none): the id of the member
 */
const char *
premise_model_get_member_id (PremiseModel *self,
                             guint         index,
                             guint         member)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), NULL);
  g_return_val_if_fail (index < self->indexes.n, NULL);
  g_return_val_if_fail (member < premise_model_get_members (self, index)->n, NULL);

  return premise_names_get (premise_model_get_members (self, index), member);
}

/**
 * premise_model_find_member:
 * @self: a model
 * @index: a position
 * @id: an id
 *
 * Returns: the position of the member in the index, or %PREMISE_MODEL_NOT_FOUND
 */
guint
premise_model_find_member (PremiseModel *self,
                           guint         index,
                           const char   *id)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), PREMISE_MODEL_NOT_FOUND);
  g_return_val_if_fail (index < self->indexes.n, PREMISE_MODEL_NOT_FOUND);
  g_return_val_if_fail (id != NULL, PREMISE_MODEL_NOT_FOUND);

  return premise_names_find (premise_model_get_members (self, index), id, strlen (id));
}

/**
 * premise_model_get_n_variables:
 * @self: a model
 *
 * Returns: how many variables there are
 */
guint
premise_model_get_n_variables (PremiseModel *self)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), 0);

  return self->variables->len;
}

/**
 * premise_model_find:
 * @self: a model
 * @id: a full id
 *
 * Returns: the position of the variable, or %PREMISE_MODEL_NOT_FOUND
 */
guint
premise_model_find (PremiseModel *self,
                    const char   *id)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), PREMISE_MODEL_NOT_FOUND);
  g_return_val_if_fail (id != NULL, PREMISE_MODEL_NOT_FOUND);

  return premise_names_find (&self->names, id, strlen (id));
}

/**
 * premise_model_get_id:
 * @self: a model
 * @variable: a position
 *
 * Returns: (transfer none): the full id of the variable
 */
const char *
premise_model_get_id (PremiseModel *self,
                      guint         variable)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), NULL);
  g_return_val_if_fail (variable < self->variables->len, NULL);

  return premise_names_get (&self->names, variable);
}

/**
 * premise_model_get_kind:
 * @self: a model
 * @variable: a position
 *
 * Returns: what the variable is
 */
PremiseVariableKind
premise_model_get_kind (PremiseModel *self,
                        guint         variable)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), PREMISE_VARIABLE_DATUM);
  g_return_val_if_fail (variable < self->variables->len, PREMISE_VARIABLE_DATUM);

  return premise_model_get_variable (self, variable)->kind;
}

/**
 * premise_model_get_unit:
 * @self: a model
 * @variable: a position
 *
 * Gets the declared unit of a variable. Where it was not understood, it is a plain number.
 *
 * Returns: (transfer none) (not nullable): the unit
 */
PremiseUnit *
premise_model_get_unit (PremiseModel *self,
                        guint         variable)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), NULL);
  g_return_val_if_fail (variable < self->variables->len, NULL);

  return g_ptr_array_index (self->units, premise_model_get_variable (self, variable)->unit);
}

/**
 * premise_model_get_n_dims:
 * @self: a model
 * @variable: a position
 *
 * Returns: how many indexes the variable has, 0 for a scalar
 */
guint
premise_model_get_n_dims (PremiseModel *self,
                          guint         variable)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), 0);
  g_return_val_if_fail (variable < self->variables->len, 0);

  return get_shape (self, variable)->n_dims;
}

/**
 * premise_model_get_dim:
 * @self: a model
 * @variable: a position
 * @dim: which of its indexes, the slowest first
 *
 * Returns: the position of the index
 */
guint
premise_model_get_dim (PremiseModel *self,
                       guint         variable,
                       guint         dim)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), 0);
  g_return_val_if_fail (variable < self->variables->len, 0);
  g_return_val_if_fail (dim < get_shape (self, variable)->n_dims, 0);

  return get_shape (self, variable)->dims[dim];
}

/**
 * premise_model_get_n_cells:
 * @self: a model
 * @variable: a position
 *
 * Returns: how many values the variable has
 */
guint
premise_model_get_n_cells (PremiseModel *self,
                           guint         variable)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), 0);
  g_return_val_if_fail (variable < self->variables->len, 0);

  return (guint) get_shape (self, variable)->n_cells;
}

/**
 * premise_model_get_cell:
 * @self: a model
 * @variable: a position
 * @members: one position of a member for each of the indexes
 *
 * Returns: the cell of these members
 */
guint
premise_model_get_cell (PremiseModel *self,
                        guint         variable,
                        const guint  *members)
{
  const PremiseShape *shape;
  guint cell = 0;

  g_return_val_if_fail (PREMISE_IS_MODEL (self), 0);
  g_return_val_if_fail (variable < self->variables->len, 0);

  shape = get_shape (self, variable);
  g_return_val_if_fail (members != NULL || shape->n_dims == 0, 0);

  for (guint i = 0; i < shape->n_dims; i++)
    {
      guint n_members = premise_model_get_members (self, shape->dims[i])->n;

      g_return_val_if_fail (members[i] < n_members, 0);
      cell = cell * n_members + members[i];
    }

  return cell;
}

/**
 * premise_model_get_cell_members:
 * @self: a model
 * @variable: a position
 * @cell: a cell
 * @members: (out caller-allocates): one position of a member for each of the indexes
 *
 * Gets the members that a cell belongs to.
 */
void
premise_model_get_cell_members (PremiseModel *self,
                                guint         variable,
                                guint         cell,
                                guint        *members)
{
  const PremiseShape *shape;

  g_return_if_fail (PREMISE_IS_MODEL (self));
  g_return_if_fail (variable < self->variables->len);

  shape = get_shape (self, variable);
  g_return_if_fail (cell < shape->n_cells);
  g_return_if_fail (members != NULL || shape->n_dims == 0);

  for (guint i = shape->n_dims; i > 0; i--)
    {
      guint n_members = premise_model_get_members (self, shape->dims[i - 1])->n;

      members[i - 1] = cell % n_members;
      cell /= n_members;
    }
}

/**
 * premise_model_get_expression:
 * @self: a model
 * @variable: a position
 *
 * Returns: (transfer none) (nullable): the text of a formula, %NULL for anything else
 */
const char *
premise_model_get_expression (PremiseModel *self,
                              guint         variable)
{
  const PremiseVariable *v;

  g_return_val_if_fail (PREMISE_IS_MODEL (self), NULL);
  g_return_val_if_fail (variable < self->variables->len, NULL);

  v = premise_model_get_variable (self, variable);

  if (v->kind != PREMISE_VARIABLE_FORMULA)
    return NULL;

  return premise_text_get (&self->expressions, v->expression);
}

/**
 * premise_model_get_base:
 * @self: a model
 * @variable: a position
 * @cell: a cell
 *
 * Gets a value in the base case, also of a formula.
 *
 * Returns: the value in base units, NaN if there is none
 */
double
premise_model_get_base (PremiseModel *self,
                        guint         variable,
                        guint         cell)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), NAN);
  g_return_val_if_fail (variable < self->variables->len, NAN);
  g_return_val_if_fail (cell < get_shape (self, variable)->n_cells, NAN);

  return self->base[premise_model_get_variable (self, variable)->first_cell + cell];
}

/**
 * premise_model_get_range:
 * @self: a model
 * @variable: the position of an assumption
 * @cell: a cell
 * @min: (out) (optional): the smallest value, −∞ without limit
 * @max: (out) (optional): the largest value, ∞ without limit
 * @step: (out) (optional): how far one key press goes, 0 where nobody said
 *
 * Gets the range in which an assumption may be moved, in base units.
 */
void
premise_model_get_range (PremiseModel *self,
                         guint         variable,
                         guint         cell,
                         double       *min,
                         double       *max,
                         double       *step)
{
  PremiseRange range = { -INFINITY, INFINITY, 0 };
  const PremiseVariable *v;

  g_return_if_fail (PREMISE_IS_MODEL (self));
  g_return_if_fail (variable < self->variables->len);
  g_return_if_fail (cell < get_shape (self, variable)->n_cells);

  v = premise_model_get_variable (self, variable);

  if (v->kind == PREMISE_VARIABLE_ASSUMPTION && v->valid)
    range = g_array_index (self->ranges, PremiseRange, v->first_range + (v->one_range ? 0 : cell));

  if (min != NULL)
    *min = range.min;

  if (max != NULL)
    *max = range.max;

  if (step != NULL)
    *step = range.step;
}

/**
 * premise_model_is_valid:
 * @self: a model
 * @variable: a position
 *
 * Returns: whether the variable, and all it depends on, was understood
 */
gboolean
premise_model_is_valid (PremiseModel *self,
                        guint         variable)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), FALSE);
  g_return_val_if_fail (variable < self->variables->len, FALSE);

  return premise_model_get_variable (self, variable)->valid;
}

static GArray *
dup_edges (const PremiseGraph *graph,
           guint               node)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));

  if (graph->first != NULL)
    g_array_append_vals (edges, graph->edges + graph->first[node],
                         graph->first[node + 1] - graph->first[node]);

  return edges;
}

/**
 * premise_model_dup_precedents:
 * @self: a model
 * @variable: a position
 *
 * Gets what the formula of a variable mentions.
 *
 * Returns: (transfer full) (element-type guint): positions, ascending
 */
GArray *
premise_model_dup_precedents (PremiseModel *self,
                              guint         variable)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), NULL);
  g_return_val_if_fail (variable < self->variables->len, NULL);

  return dup_edges (&self->precedents, variable);
}

/**
 * premise_model_dup_dependents:
 * @self: a model
 * @variable: a position
 *
 * Gets the variables whose formula mentions this one.
 *
 * Returns: (transfer full) (element-type guint): positions, ascending
 */
GArray *
premise_model_dup_dependents (PremiseModel *self,
                              guint         variable)
{
  g_return_val_if_fail (PREMISE_IS_MODEL (self), NULL);
  g_return_val_if_fail (variable < self->variables->len, NULL);

  return dup_edges (&self->dependents, variable);
}

/**
 * premise_model_dup_assumptions_of:
 * @self: a model
 * @variables: (array length=n_variables): positions
 * @n_variables: how many
 *
 * Finds the assumptions that any of the variables depends on, however far away, and those
 * among the variables themselves.
 *
 * Returns: (transfer full) (element-type guint): positions, ascending
 */
GArray *
premise_model_dup_assumptions_of (PremiseModel *self,
                                  const guint  *variables,
                                  guint         n_variables)
{
  g_autofree guint8 *seen = NULL;
  g_autoptr(GArray) stack = NULL;
  GArray *assumptions;

  g_return_val_if_fail (PREMISE_IS_MODEL (self), NULL);
  g_return_val_if_fail (variables != NULL || n_variables == 0, NULL);

  seen = g_new0 (guint8, self->variables->len + 1);
  stack = g_array_new (FALSE, FALSE, sizeof (guint));
  assumptions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_variables; i++)
    {
      g_return_val_if_fail (variables[i] < self->variables->len, assumptions);
      g_array_append_val (stack, variables[i]);
    }

  while (stack->len > 0)
    {
      guint variable = g_array_index (stack, guint, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);

      if (seen[variable])
        continue;

      seen[variable] = TRUE;
      g_array_append_vals (stack, self->precedents.edges + self->precedents.first[variable],
                           self->precedents.first[variable + 1] - self->precedents.first[variable]);
    }

  for (guint i = 0; i < self->variables->len; i++)
    {
      if (seen[i] && premise_model_get_variable (self, i)->kind == PREMISE_VARIABLE_ASSUMPTION)
        g_array_append_val (assumptions, i);
    }

  return assumptions;
}
