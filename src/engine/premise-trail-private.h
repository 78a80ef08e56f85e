/* premise-trail-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-interpreter-private.h"
#include "premise-model-private.h"

G_BEGIN_DECLS

/* Longer lists are not kept: to find what is reachable is by then a small part of the work. */
#define PREMISE_MAX_TRAIL 4096

/* A variable is wide if one formula in so many depends on it. */
#define PREMISE_WIDE_PART 8

/**
 * PremiseTrailStep:
 * @code: the first instruction, or %NULL for a formula of several cells
 * @n_instructions: how many it has
 * @value: where it belongs
 * @variable: the formula
 * @end_edge: where the edges of the next step begin
 *
 * A formula on the list.
 */
typedef struct
{
  const PremiseInstruction *code;
  guint32                   n_instructions;
  guint32                   value;
  guint32                   variable;
  guint32                   end_edge;
} PremiseTrailStep;

/**
 * PremiseTrail:
 * @steps: the formulas that depend on a variable, precedents first
 * @n: how many
 * @too_long: whether the list is too long to be kept; @n is how many were found by then
 * @edges: for each step, which flags tell of its precedents
 * @changed: a flag for the variable, which is set, and one for each step
 *
 * What is to be evaluated when one variable changes.
 */
typedef struct
{
  PremiseTrailStep *steps;
  guint             n;
  gboolean          too_long;
  guint32          *edges;
  guint8           *changed;
} PremiseTrail;

/* Evaluates the formula of a step; whether its value is another. */
static inline gboolean
premise_trail_step_run (const PremiseTrailStep *step,
                        PremiseModel           *model,
                        double                 *memory)
{
  if (step->code == NULL)
    return premise_model_evaluate (model, step->variable, memory);

  return premise_store_value (memory + step->value,
                              premise_program_run_code (&model->program, step->code,
                                                        step->n_instructions, memory));
}

void          premise_trail_step_init (PremiseTrailStep   *step,
                                       const PremiseModel *model,
                                       guint               variable);

PremiseTrail *premise_trail_new  (PremiseModel *model,
                                  guint         variable) G_GNUC_WARN_UNUSED_RESULT;
void          premise_trail_free (PremiseTrail *self);
guint         premise_trail_run  (PremiseTrail *self,
                                  PremiseModel *model,
                                  double       *memory);

G_END_DECLS
