/* premise-explain.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-explain-private.h"

#include <math.h>
#include <string.h>

/* Why a cell has no value: an error that began here, or a cell of another variable. */
typedef struct
{
  guint8  error;      /* a #PremiseValueError */
  guint8  refers;     /* whether it began in another cell */
  guint32 variable;
  guint32 cell;
} Cause;

/* Runs the program of one formula and keeps a cause beside each intermediate cell. */
typedef struct
{
  const PremiseModel *model;
  double             *memory;
  Cause              *causes;       /* of the temporaries */
  guint32             first_temp;
  guint32             third;        /* the address of the third argument */
} Tracer;

/* Which variable a value belongs to: the precedents are the only candidates. */
static Cause
refer_to (const Tracer *tracer,
          guint         variable,
          guint32       address)
{
  const PremiseGraph *graph = &tracer->model->precedents;
  Cause cause = { .error = PREMISE_VALUE_MISSING };

  for (guint32 i = graph->first[variable]; i < graph->first[variable + 1]; i++)
    {
      const PremiseVariable *v = premise_model_get_variable (tracer->model, graph->edges[i]);
      guint64 n_cells = premise_shapes_get_n_cells (&tracer->model->shapes, v->shape);

      if (address < v->first_cell || address - v->first_cell >= n_cells)
        continue;

      cause.refers = TRUE;
      cause.variable = graph->edges[i];
      cause.cell = address - v->first_cell;
    }

  return cause;
}

static Cause
get_cause (const Tracer *tracer,
           guint         variable,
           guint32       address)
{
  if (address >= tracer->first_temp)
    return tracer->causes[address - tracer->first_temp];

  return refer_to (tracer, variable, address);
}

static PremiseValueError
explain_here (const PremiseInstruction *instruction,
              const PremiseBlock       *block,
              guint32                   cell)
{
  PremiseExplain explain = premise_operation_get_explain (instruction->operation);

  if (explain != NULL)
    return explain (block, cell);

  return isnan (block->result[cell]) ? PREMISE_VALUE_DOMAIN : PREMISE_VALUE_OVERFLOW;
}

/* The position of argument @i for @cell of a result that is computed cell by cell. */
static guint32
cell_address (const Tracer             *tracer,
              const PremiseInstruction *instruction,
              guint                     i,
              guint32                   cell)
{
  guint32 addresses[3] = { instruction->a, instruction->b, tracer->third };

  return addresses[i] + ((instruction->steps & PREMISE_STEP (i)) != 0 ? cell : 0);
}

static guint
count_args (const PremiseInstruction *instruction,
            gboolean                  has_third)
{
  const PremiseFunction *function = premise_operation_get_function (instruction->operation);

  if (has_third)
    return 3;

  if (function != NULL)
    return MIN (function->max_args, 2);

  return instruction->operation == PREMISE_OPERATOR_NEGATE
         || instruction->operation == PREMISE_OPERATOR_NOT
         || instruction->operation == PREMISE_OPERATOR_PERCENT ? 1 : 2;
}

static Cause
trace_cell (const Tracer             *tracer,
            guint                     variable,
            const PremiseInstruction *instruction,
            const PremiseBlock       *block,
            guint32                   cell)
{
  const PremiseFunction *function = premise_operation_get_function (instruction->operation);
  guint n_args = count_args (instruction, tracer->third != PREMISE_ADDRESS_NONE);
  Cause cause = { 0 };

  for (guint i = 0; i < n_args; i++)
    {
      guint32 address = cell_address (tracer, instruction, i, cell);

      /* Of a choice, only the branch that was taken counts. */
      if (function != NULL && function->kernel == premise_kernel_if && i > 0
          && (i == 1) != (tracer->memory[cell_address (tracer, instruction, 0, cell)] != 0))
        continue;

      if (!isfinite (tracer->memory[address]))
        return get_cause (tracer, variable, address);
    }

  cause.error = (guint8) explain_here (instruction, block, cell);

  return cause;
}

static Cause
trace_line (const Tracer             *tracer,
            guint                     variable,
            const PremiseInstruction *instruction,
            const PremiseBlock       *block,
            guint32                   cell)
{
  const PremiseFunction *function = premise_operation_get_function (instruction->operation);
  gboolean reduces = function->kind == PREMISE_FUNCTION_REDUCE
                     || function->kind == PREMISE_FUNCTION_VALUE;
  guint32 length = (guint32) block->length;
  guint32 line = reduces || length == 0 ? cell : cell / length;
  guint32 position = reduces || length == 0 ? 0 : cell % length;
  guint n_args = MIN (function->max_args, 3);
  guint32 addresses[3] = { instruction->a, instruction->b, tracer->third };
  Cause cause = { 0 };

  for (guint i = 0; i < n_args; i++)
    {
      gboolean outer = (function->outer_args & (1u << i)) != 0;
      guint32 from = 0;
      guint32 to = function->reach == PREMISE_REACH_UP_TO ? position + 1 : length;

      if (function->reach == PREMISE_REACH_BEFORE)
        {
          /* The initial value matters at the first member only. */
          if (outer != (position == 0))
            continue;

          from = outer ? 0 : position - 1;
          to = from + 1;
        }

      if (outer)
        to = 1;

      for (guint32 j = from; j < to; j++)
        {
          guint32 address = addresses[i];

          if (!outer)
            address += line * length + j;
          else if ((instruction->steps & PREMISE_STEP (i)) != 0)
            address += line;

          if (!isfinite (tracer->memory[address]))
            return get_cause (tracer, variable, address);
        }

      if (function->max_args == PREMISE_MANY_ARGS)
        break;
    }

  cause.error = (guint8) explain_here (instruction, block, cell);

  return cause;
}

static void
trace_gather (const Tracer             *tracer,
              guint                     variable,
              const PremiseInstruction *instruction)
{
  const PremiseView *view = premise_pool_get (&tracer->model->program.views, instruction->b);
  const PremiseExtent *extent = premise_pool_get (&tracer->model->program.extents,
                                                  instruction->extent);

  for (guint32 i = 0; i < extent->n; i++)
    {
      if (!isfinite (tracer->memory[instruction->result + i]))
        tracer->causes[instruction->result + i - tracer->first_temp] =
          get_cause (tracer, variable, instruction->a + premise_view_get_cell (view, i));
    }
}

static guint32
count_results (const PremiseInstruction *instruction,
               const PremiseBlock       *block)
{
  const PremiseFunction *function = premise_operation_get_function (instruction->operation);
  gboolean spreads = premise_operation_is_line (instruction->operation)
                     && (function->kind == PREMISE_FUNCTION_SPREAD
                         || function->kind == PREMISE_FUNCTION_SERIES);

  return (guint32) (spreads ? block->n * block->length : block->n);
}

/* One instruction: run it, then find the causes of what has no value. */
static void
trace_instruction (Tracer  *tracer,
                   guint    variable,
                   guint32  position)
{
  const PremiseProgram *program = &tracer->model->program;
  const PremiseInstruction *instruction = premise_program_get (program, position);
  gboolean is_line = premise_operation_is_line (instruction->operation);
  PremiseBlock block = { 0 };
  guint32 n;

  premise_program_get_block (program, instruction, tracer->memory, &block);

  if (tracer->third != PREMISE_ADDRESS_NONE)
    block.args[2] = tracer->memory + tracer->third;

  premise_operation_get_kernel (instruction->operation) (&block);

  n = count_results (instruction, &block);

  for (guint32 i = 0; i < n; i++)
    {
      if (isfinite (block.result[i]))
        continue;

      tracer->causes[instruction->result + i - tracer->first_temp] =
        is_line ? trace_line (tracer, variable, instruction, &block, i)
                : trace_cell (tracer, variable, instruction, &block, i);
    }
}

/* One formula: where the value of a cell got lost. */
static Cause
trace_formula (Tracer *tracer,
               guint   variable,
               guint32 cell)
{
  const PremiseVariable *v = premise_model_get_variable (tracer->model, variable);
  const PremiseProgram *program = &tracer->model->program;

  tracer->third = PREMISE_ADDRESS_NONE;

  for (guint32 i = v->first_instruction; i < v->first_instruction + v->n_instructions; i++)
    {
      const PremiseInstruction *instruction = premise_program_get (program, i);

      if (instruction->operation == PREMISE_OPERATION_THIRD)
        {
          tracer->third = instruction->a;
          continue;
        }

      if (instruction->operation == PREMISE_OPERATION_GATHER)
        {
          premise_program_run_generic (program, instruction, tracer->memory, NULL);
          trace_gather (tracer, variable, instruction);
        }
      else
        trace_instruction (tracer, variable, i);

      tracer->third = PREMISE_ADDRESS_NONE;
    }

  return get_cause (tracer, variable, v->result + cell);
}

/* The variable whose own definition is wrong, behind one that is invalid. */
static guint
find_invalid_root (const PremiseModel *model,
                   guint               variable)
{
  const PremiseGraph *graph = &model->precedents;
  guint n_steps = 0;

  for (guint32 i = graph->first[variable]; i < graph->first[variable + 1]; i++)
    {
      if (premise_model_get_variable (model, graph->edges[i])->valid)
        continue;

      /* A cycle has no root: stop once round. */
      if (n_steps++ > model->variables->len)
        break;

      variable = graph->edges[i];
      i = graph->first[variable] - 1;
    }

  return variable;
}

/**
 * premise_explain:
 * @model: a model
 * @memory: the memory of its program, with the values; the rest is overwritten
 * @variable: a variable
 * @cell: a cell of it
 * @origin_variable: (out): where the error began
 * @origin_cell: (out): the cell there
 *
 * Finds out why a cell has no value. Programs keep no errors while they run; instead, the
 * formulas behind a missing value are run again, one after the other, each with a look at
 * every step.
 *
 * Returns: the error, %PREMISE_VALUE_OK if the cell has a value
 */
PremiseValueError
premise_explain (const PremiseModel *model,
                 double             *memory,
                 guint               variable,
                 guint               cell,
                 guint              *origin_variable,
                 guint              *origin_cell)
{
  const PremiseProgram *program = &model->program;
  g_autofree Cause *causes = NULL;
  Tracer tracer = {
    .model = model,
    .memory = memory,
    .first_temp = program->n_values + program->constants.n,
  };
  Cause cause = { .error = PREMISE_VALUE_OK, .refers = TRUE, .variable = variable, .cell = cell };

  while (cause.refers)
    {
      const PremiseVariable *v = premise_model_get_variable (model, cause.variable);

      *origin_variable = cause.variable;
      *origin_cell = cause.cell;

      if (!v->valid)
        {
          *origin_variable = find_invalid_root (model, cause.variable);
          *origin_cell = *origin_variable == cause.variable ? cause.cell : 0;
          return PREMISE_VALUE_INVALID;
        }

      if (isfinite (memory[v->first_cell + cause.cell]))
        return PREMISE_VALUE_OK;

      if (v->kind != PREMISE_VARIABLE_FORMULA)
        return PREMISE_VALUE_MISSING;

      if (causes == NULL)
        causes = g_new0 (Cause, (gsize) program->n_temps + 1);

      tracer.causes = causes;
      cause = trace_formula (&tracer, cause.variable, cause.cell);
    }

  return cause.error;
}
