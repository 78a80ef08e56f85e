/* premise-trail.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-trail-private.h"

#include <stdlib.h>

static int
compare_ranks (const void *a,
               const void *b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* The ranks of the formulas that depend on a variable, ascending if there are no more than
 * @max; else those that were found first.
 */
static GArray *
find_ranks (PremiseModel *model,
            guint         variable,
            guint         max)
{
  const PremiseGraph *graph = &model->dependents;
  g_autoptr(GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint32 node = variable;

  for (guint i = 0; ; i++)
    {
      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          guint32 rank = model->ranks[graph->edges[e]];

          if (rank == model->n_order || !g_hash_table_add (seen, GUINT_TO_POINTER (rank)))
            continue;

          g_array_append_val (ranks, rank);
        }

      if (i == ranks->len || ranks->len > max)
        break;

      node = model->order[g_array_index (ranks, guint32, i)];
    }

  if (ranks->len <= max)
    g_array_sort (ranks, compare_ranks);

  return g_steal_pointer (&ranks);
}

/**
 * premise_trail_step_init:
 * @step: (out): a step
 * @model: a model
 * @variable: one of its formulas
 *
 * Prepares to evaluate a formula.
 */
void
premise_trail_step_init (PremiseTrailStep   *step,
                         const PremiseModel *model,
                         guint               variable)
{
  const PremiseVariable *v = premise_model_get_variable (model, variable);

  step->code = v->shape == PREMISE_SHAPE_SCALAR && v->n_instructions > 0
               ? premise_program_get (&model->program, v->first_instruction) : NULL;
  step->n_instructions = v->n_instructions;
  step->value = v->first_cell;
  step->variable = variable;
  step->end_edge = 0;
}

/**
 * premise_trail_new:
 * @model: a model
 * @variable: one of its variables
 *
 * Lists what depends on a variable, or finds out that this would be too long a list.
 *
 * Returns: (transfer full): the list
 */
PremiseTrail *
premise_trail_new (PremiseModel *model,
                   guint         variable)
{
  guint max = MAX (PREMISE_MAX_TRAIL, model->n_order / PREMISE_WIDE_PART);
  g_autoptr(GArray) ranks = find_ranks (model, variable, max);
  g_autoptr(GArray) edges = NULL;
  g_autoptr(GHashTable) flags = NULL;
  PremiseTrail *self;

  self = g_new0 (PremiseTrail, 1);
  self->n = ranks->len;
  self->too_long = ranks->len > PREMISE_MAX_TRAIL;

  if (self->too_long)
    return self;

  edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  flags = g_hash_table_new (NULL, NULL);
  self->steps = g_new (PremiseTrailStep, self->n + 1);
  self->changed = g_new0 (guint8, self->n + 1);
  self->changed[0] = TRUE;
  g_hash_table_insert (flags, GUINT_TO_POINTER (variable), GUINT_TO_POINTER (0));

  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 formula = model->order[g_array_index (ranks, guint32, i)];
      gpointer flag;

      premise_trail_step_init (&self->steps[i], model, formula);

      for (guint32 e = model->precedents.first[formula]; e < model->precedents.first[formula + 1]; e++)
        {
          guint32 position;

          if (!g_hash_table_lookup_extended (flags, GUINT_TO_POINTER (model->precedents.edges[e]),
                                             NULL, &flag))
            continue;

          position = GPOINTER_TO_UINT (flag);
          g_array_append_val (edges, position);
        }

      self->steps[i].end_edge = edges->len;
      g_hash_table_insert (flags, GUINT_TO_POINTER (formula), GUINT_TO_POINTER (i + 1));
    }

  self->edges = g_memdup2 (edges->data, edges->len * sizeof (guint32));

  return self;
}

/**
 * premise_trail_free:
 * @self: (nullable) (transfer full): a list
 *
 * Frees it.
 */
void
premise_trail_free (PremiseTrail *self)
{
  if (self == NULL)
    return;

  g_free (self->steps);
  g_free (self->edges);
  g_free (self->changed);
  g_free (self);
}

/**
 * premise_trail_run:
 * @self: a list
 * @model: its model
 * @memory: where the variable has changed
 *
 * Evaluates the formulas of which a precedent has changed. The flags tell afterwards which
 * formulas have.
 *
 * Returns: how many formulas were evaluated
 */
guint
premise_trail_run (PremiseTrail *self,
                   PremiseModel *model,
                   double       *memory)
{
  guint n_evaluated = 0;
  gboolean all_changed = TRUE;
  guint32 edge = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const PremiseTrailStep *step = &self->steps[i];
      guint8 reached = all_changed;

      /* As long as each formula has changed, there is no need to look at whose turn it is. */
      for (; !all_changed && edge < step->end_edge; edge++)
        reached |= self->changed[self->edges[edge]];

      edge = step->end_edge;
      n_evaluated += reached;
      self->changed[i + 1] = reached && premise_trail_step_run (step, model, memory);
      all_changed = all_changed && self->changed[i + 1];
    }

  return n_evaluated;
}
