/* premise-provenance.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-model-private.h"
#include "premise-provenance.h"

/* The neighbours of a step, the first of them on top of the stack. */
static void
push_neighbours (const PremiseGraph *graph,
                 GArray             *stack,
                 const GArray       *steps)
{
  guint parent = steps->len - 1;
  const PremiseTraceStep *step = &g_array_index (steps, PremiseTraceStep, parent);

  for (guint32 edge = graph->first[step->variable + 1]; edge-- > graph->first[step->variable];)
    {
      PremiseTraceStep next = { graph->edges[edge], parent, step->depth + 1, FALSE };

      g_array_append_val (stack, next);
    }
}

/**
 * premise_model_dup_trace:
 * @self: a model
 * @variable: where to begin
 * @direction: which way
 *
 * Follows the formulas from a variable, each branch to its end before the next. A variable is
 * gone into where it is met first, so that the trace is no longer than there are dependencies.
 * Chains may be as long as they like: nothing here is recursive.
 *
 * Returns: (transfer full) (element-type PremiseTraceStep): the steps, the first of them
 *   @variable itself
 */
GArray *
premise_model_dup_trace (PremiseModel          *self,
                         guint                  variable,
                         PremiseTraceDirection  direction)
{
  const PremiseGraph *graph = direction == PREMISE_TRACE_PRECEDENTS ? &self->precedents
                                                                    : &self->dependents;
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (PremiseTraceStep));
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (PremiseTraceStep));
  g_autofree guint8 *seen = g_new0 (guint8, self->variables->len + 1);
  PremiseTraceStep step = { variable, PREMISE_TRACE_ROOT, 0, FALSE };

  g_return_val_if_fail (variable < self->variables->len, steps);

  g_array_append_val (stack, step);

  while (stack->len > 0)
    {
      step = g_array_index (stack, PremiseTraceStep, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      step.again = seen[step.variable];
      seen[step.variable] = TRUE;
      g_array_append_val (steps, step);

      if (!step.again)
        push_neighbours (graph, stack, steps);
    }

  return steps;
}
