/* premise-trail.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-trail-private.h"

#include <stdlib.h>
#include <string.h>

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
 * premise_step_init:
 * @step: (out): a step
 * @model: a model
 * @variable: one of its formulas
 *
 * Prepares to evaluate a formula.
 */
void
premise_step_init (PremiseStep        *step,
                   const PremiseModel *model,
                   guint               variable)
{
  const PremiseVariable *v = premise_model_get_variable (model, variable);

  step->code = v->shape == PREMISE_SHAPE_SCALAR && v->n_instructions > 0
               ? premise_program_get (&model->program, v->first_instruction) : &premise_step_stop;
  step->value = v->first_cell;
  step->variable = variable;
  step->end_edge = 0;
  step->last_reader = 0;
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
  self->steps = g_new (PremiseStep, self->n + 1);
  self->changed = g_new0 (guint8, self->n + 1);
  self->changed[0] = TRUE;
  g_hash_table_insert (flags, GUINT_TO_POINTER (variable), GUINT_TO_POINTER (0));

  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 formula = model->order[g_array_index (ranks, guint32, i)];
      gpointer flag;

      premise_step_init (&self->steps[i], model, formula);

      for (guint32 e = model->precedents.first[formula]; e < model->precedents.first[formula + 1]; e++)
        {
          guint32 position;

          if (!g_hash_table_lookup_extended (flags, GUINT_TO_POINTER (model->precedents.edges[e]),
                                             NULL, &flag))
            continue;

          position = GPOINTER_TO_UINT (flag);

          if (position > 0)
            self->steps[position - 1].last_reader = i;

          g_array_append_val (edges, position);
        }

      self->steps[i].end_edge = edges->len;
      g_hash_table_insert (flags, GUINT_TO_POINTER (formula), GUINT_TO_POINTER (i + 1));
    }

  self->steps[self->n].code = &premise_step_stop;
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

/* Evaluates formulas until one comes out the same, or the list ends. Returns the step behind. */
static guint
run_while_changed (PremiseTrail *self,
                   guint         first,
                   PremiseModel *model,
                   double       *memory)
{
  const PremiseStep *end = self->steps + self->n;
  const PremiseStep *step = self->steps + first;
  gboolean unchanged = FALSE;
  guint n;

  while (!unchanged && step < end)
    {
      step = premise_program_run_steps (&model->program, step, memory, TRUE, &unchanged);

      if (!unchanged && step < end)
        {
          unchanged = !premise_model_evaluate (model, step->variable, memory);
          step++;
        }
    }

  n = (guint) (step - self->steps) - first;
  memset (self->changed + 1 + first, TRUE, n);

  if (unchanged)
    self->changed[first + n] = FALSE;

  return first + n;
}

/* Evaluates one formula if a precedent has changed; whether it was evaluated. */
static gboolean
run_if_reached (PremiseTrail *self,
                guint         i,
                PremiseModel *model,
                double       *memory)
{
  const PremiseStep *step = &self->steps[i];
  gboolean reached = FALSE;

  for (guint32 edge = i > 0 ? step[-1].end_edge : 0; edge < step->end_edge; edge++)
    reached |= self->changed[self->edges[edge]];

  self->changed[i + 1] = reached && premise_model_evaluate (model, step->variable, memory);

  return reached;
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
  guint horizon = 0;
  guint i = 0;

  /* Only as far as something is read that came out the same, it has to be looked at whose turn
   * it is.
   */
  while (i < self->n)
    {
      guint next;

      if (i >= horizon)
        {
          next = run_while_changed (self, i, model, memory);
          n_evaluated += next - i;
        }
      else
        {
          next = i + 1;
          n_evaluated += run_if_reached (self, i, model, memory);
        }

      if (!self->changed[next])
        horizon = MAX (horizon, self->steps[next - 1].last_reader + 1);

      i = next;
    }

  return n_evaluated;
}
