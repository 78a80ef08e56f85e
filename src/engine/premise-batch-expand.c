/* premise-batch-expand.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns the formulas of a batch into a graph. Cells become nodes; what depends on no input is computed
 * now.
 */

#include "config.h"

#include "premise-batch-compiler-private.h"

#include <math.h>

/* Beyond these, a batch is evaluated formula by formula. */
#define MAX_NODES 2000000

/**
 * premise_batch_compiler_add_node:
 * @self: a compiler
 * @code: a code of the program, or one that only nodes have
 * @a: what it is computed of: nodes, or as the code says
 * @b: likewise
 * @c: likewise
 *
 * Adds a node; if there are too many, the compiler fails.
 *
 * Returns: the node
 */
guint32
premise_batch_compiler_add_node (PremiseBatchCompiler *self,
                                 guint32               code,
                                 guint32               a,
                                 guint32               b,
                                 guint32               c)
{
  PremiseBatchNode node = { code, a, b, c };

  if (self->nodes.n > MAX_NODES)
    {
      self->failed = TRUE;
      return 0;
    }

  return premise_pool_add (&self->nodes, &node);
}

/**
 * premise_batch_compiler_add_constant:
 * @self: a compiler
 * @value: a number
 *
 * Returns: a node that is this number
 */
guint32
premise_batch_compiler_add_constant (PremiseBatchCompiler *self,
                                     double                value)
{
  guint32 halves[2];

  memcpy (halves, &value, sizeof value);

  return premise_batch_compiler_add_node (self, PREMISE_BATCH_NODE_CONSTANT, halves[0], halves[1], 0);
}

/**
 * premise_batch_compiler_find_node:
 * @self: a compiler
 * @position: a position in the memory of the program
 *
 * Returns: the node of the number there
 */
guint32
premise_batch_compiler_find_node (PremiseBatchCompiler *self,
                                  guint32               position)
{
  if (self->node_of[position] == PREMISE_NO_BATCH_NODE)
    self->node_of[position] = premise_batch_compiler_add_constant (self, self->batch->values[position]);

  return self->node_of[position];
}

/**
 * premise_batch_count_code_args:
 * @code: a code of the program
 *
 * Returns: how many arguments it has
 */
guint
premise_batch_count_code_args (guint32 code)
{
  switch ((PremiseCode) code)
    {
    case PREMISE_CODE_NEGATE:
    case PREMISE_CODE_NOT:
    case PREMISE_CODE_PERCENT:
    case PREMISE_CODE_ABS:
    case PREMISE_CODE_SIGN:
    case PREMISE_CODE_FLOOR:
    case PREMISE_CODE_CEIL:
    case PREMISE_CODE_SQRT:
    case PREMISE_CODE_EXP:
    case PREMISE_CODE_LN:
      return 1;

    case PREMISE_CODE_IF:
    case PREMISE_CODE_CLAMP:
      return 3;

    case PREMISE_CODE_GENERIC:
    case PREMISE_CODE_THIRD:
    case PREMISE_CODE_ADD:
    case PREMISE_CODE_SUBTRACT:
    case PREMISE_CODE_MULTIPLY:
    case PREMISE_CODE_DIVIDE:
    case PREMISE_CODE_POWER:
    case PREMISE_CODE_LESS:
    case PREMISE_CODE_LESS_EQUAL:
    case PREMISE_CODE_GREATER:
    case PREMISE_CODE_GREATER_EQUAL:
    case PREMISE_CODE_EQUAL:
    case PREMISE_CODE_NOT_EQUAL:
    case PREMISE_CODE_AND:
    case PREMISE_CODE_OR:
    case PREMISE_CODE_MIN:
    case PREMISE_CODE_MAX:
    case PREMISE_N_CODES:
    default:
      return 2;
    }
}

/* Computes what has constant arguments, by the same loops. */
static double
fold (PremiseBatchCompiler *self,
      guint32               code,
      const guint32        *args,
      guint                 n_args)
{
  double columns[4][PREMISE_LANE_UNIT] = { { 0 } };

  for (guint i = 0; i < n_args; i++)
    {
      for (guint lane = 0; lane < PREMISE_LANE_UNIT; lane++)
        columns[i][lane] = premise_batch_compiler_get_constant (self, args[i]);
    }

  self->table->kernels[code] (columns[3], columns[0], columns[1], columns[2],
                              PREMISE_STEP (0) | PREMISE_STEP (1) | PREMISE_STEP (2),
                              PREMISE_LANE_UNIT);

  return columns[3][0];
}

/**
 * premise_batch_compiler_add_operation:
 * @self: a compiler
 * @code: a code of the program
 * @a: a node
 * @b: a node; not looked at if the code has one argument
 * @c: a node; only of codes with three
 *
 * Returns: the node of the result, which is a constant if all arguments are
 */
guint32
premise_batch_compiler_add_operation (PremiseBatchCompiler *self,
                                      guint32               code,
                                      guint32               a,
                                      guint32               b,
                                      guint32               c)
{
  guint32 args[3] = { a, b, c };
  guint n_args = premise_batch_count_code_args (code);
  gboolean constant = TRUE;

  for (guint i = 0; i < n_args; i++)
    constant = constant && premise_batch_compiler_is_constant (self, args[i]);

  if (constant)
    return premise_batch_compiler_add_constant (self, fold (self, code, args, n_args));

  return premise_batch_compiler_add_node (self, code, a, n_args > 1 ? b : 0, n_args > 2 ? c : 0);
}

/* The code with which a line is gone through cell by cell; GENERIC if it has to be done in
 * one go. @first: (out): the value before the first cell, NaN if that is the cell itself
 */
static PremiseCode
find_line_code (const PremiseInstruction *instruction,
                double                   *first)
{
  PremiseKernel kernel = premise_operation_get_kernel (instruction->operation);

  *first = NAN;

  if (kernel == premise_kernel_min)
    return PREMISE_CODE_MIN;

  if (kernel == premise_kernel_max)
    return PREMISE_CODE_MAX;

  *first = kernel == premise_kernel_product ? 1 : 0;

  if (kernel == premise_kernel_product)
    return PREMISE_CODE_MULTIPLY;

  return kernel == premise_kernel_sum || kernel == premise_kernel_mean ? PREMISE_CODE_ADD
                                                                       : PREMISE_CODE_GENERIC;
}

static void
expand_line (PremiseBatchCompiler     *self,
             const PremiseInstruction *instruction,
             const PremiseExtent      *extent,
             PremiseCode               code,
             double                    first)
{
  gboolean is_mean = premise_operation_get_kernel (instruction->operation) == premise_kernel_mean;

  for (guint32 i = 0; i < extent->n && !self->failed; i++)
    {
      guint32 from = instruction->a + i * extent->length;
      guint32 j = isnan (first) ? 1 : 0;
      guint32 node = isnan (first) ? premise_batch_compiler_find_node (self, from)
                                   : premise_batch_compiler_add_constant (self, first);

      for (; j < extent->length && !self->failed; j++)
        node = premise_batch_compiler_add_operation (self, code, node,
                                                     premise_batch_compiler_find_node (self, from + j), 0);

      if (is_mean)
        node = premise_batch_compiler_add_operation (self, PREMISE_CODE_DIVIDE, node,
                                                     premise_batch_compiler_add_constant (self, extent->length), 0);

      self->node_of[instruction->result + i] = node;
    }
}

static void
add_move (PremiseBatchCompiler *self,
          guint32               position,
          guint32               node)
{
  PremiseLaneMove move = { .position = position };

  g_array_append_val (self->code->moves, move);
  g_array_append_val (self->call_nodes, node);
}

/* How many numbers the call reads from one argument on. */
static guint32
count_arg_cells (const PremiseInstruction *instruction,
                 const PremiseExtent      *extent,
                 guint                     arg)
{
  const PremiseFunction *function = premise_operation_get_function (instruction->operation);
  gboolean steps = (instruction->steps & PREMISE_STEP (arg)) != 0;

  if (premise_operation_is_line (instruction->operation) && (function->outer_args & (1u << arg)) == 0)
    return extent->n * extent->length;

  return steps ? extent->n : 1;
}

static guint
count_call_args (const PremiseInstruction *instruction,
                 guint32                   third)
{
  const PremiseFunction *function = premise_operation_get_function (instruction->operation);

  if (third != PREMISE_ADDRESS_NONE)
    return 3;

  if (function->max_args == PREMISE_MANY_ARGS)
    return premise_operation_is_line (instruction->operation) ? 1 : 2;

  return MIN (function->max_args, 2);
}

static guint32
count_call_results (const PremiseInstruction *instruction,
                    const PremiseExtent      *extent)
{
  const PremiseFunction *function = premise_operation_get_function (instruction->operation);
  gboolean spreads = premise_operation_is_line (instruction->operation)
                     && (function->kind == PREMISE_FUNCTION_SPREAD
                         || function->kind == PREMISE_FUNCTION_SERIES);

  return spreads ? extent->n * extent->length : extent->n;
}

static void
add_call (PremiseBatchCompiler     *self,
          const PremiseInstruction *instruction,
          const PremiseExtent      *extent,
          guint32                   third)
{
  PremiseLaneCall call = {
    .instruction = instruction,
    .third = third,
    .first_move = self->code->moves->len,
    .n_results = count_call_results (instruction, extent),
  };
  guint32 addresses[3] = { instruction->a, instruction->b, third };

  for (guint i = 0; i < count_call_args (instruction, third); i++)
    {
      guint32 n = count_arg_cells (instruction, extent, i);

      for (guint32 j = 0; j < n && !self->failed; j++)
        add_move (self, addresses[i] + j, premise_batch_compiler_find_node (self, addresses[i] + j));

      call.n_args += n;
    }

  for (guint32 i = 0; i < call.n_results && !self->failed; i++)
    {
      guint32 node = premise_batch_compiler_add_node (self, PREMISE_BATCH_NODE_RESULT, self->code->calls->len, i, 0);

      add_move (self, instruction->result + i, node);
      self->node_of[instruction->result + i] = node;
    }

  g_array_append_val (self->code->calls, call);
}

static guint32
step_by (const PremiseInstruction *instruction,
         guint                     arg,
         guint32                   i)
{
  return (instruction->steps & PREMISE_STEP (arg)) != 0 ? i : 0;
}

static void
expand_cells (PremiseBatchCompiler     *self,
              const PremiseInstruction *instruction,
              guint32                   n,
              PremiseCode               code,
              guint32                   third)
{
  for (guint32 i = 0; i < n && !self->failed; i++)
    {
      guint32 a = premise_batch_compiler_find_node (self, instruction->a + step_by (instruction, 0, i));
      guint32 b = premise_batch_compiler_find_node (self, instruction->b + step_by (instruction, 1, i));
      guint32 c = third != PREMISE_ADDRESS_NONE
                  ? premise_batch_compiler_find_node (self, third + step_by (instruction, 2, i)) : 0;

      self->node_of[instruction->result + i] = premise_batch_compiler_add_operation (self, code, a, b, c);
    }
}

static void
expand_view (PremiseBatchCompiler     *self,
             const PremiseInstruction *instruction,
             guint32                   n)
{
  const PremiseView *view = premise_pool_get (&self->batch->model->program.views, instruction->b);

  for (guint32 i = 0; i < n && !self->failed; i++)
    self->node_of[instruction->result + i] =
      premise_batch_compiler_find_node (self, instruction->a + premise_view_get_cell (view, i));
}

/**
 * premise_batch_compiler_expand_formula:
 * @self: a compiler
 * @variable: a formula whose precedents are expanded
 *
 * Adds the nodes of all its cells.
 */
void
premise_batch_compiler_expand_formula (PremiseBatchCompiler *self,
                                       guint32               variable)
{
  const PremiseModel *model = self->batch->model;
  const PremiseVariable *v = premise_model_get_variable (model, variable);
  guint32 n_cells = (guint32) premise_shapes_get_n_cells (&model->shapes, v->shape);
  guint32 third = PREMISE_ADDRESS_NONE;

  for (guint32 i = 0; i < v->n_instructions && !self->failed; i++)
    {
      const PremiseInstruction *instruction = premise_program_get (&model->program,
                                                                   v->first_instruction + i);
      const PremiseExtent *extent = premise_pool_get (&model->program.extents, instruction->extent);
      PremiseCode code = premise_operation_get_code (instruction->operation);
      double first;

      if (code == PREMISE_CODE_THIRD)
        {
          third = instruction->a;
          continue;
        }

      if (instruction->operation == PREMISE_OPERATION_GATHER)
        expand_view (self, instruction, extent->n);
      else if (code != PREMISE_CODE_GENERIC)
        expand_cells (self, instruction, extent->n, code, third);
      else if (premise_operation_is_line (instruction->operation) && extent->length > 0
               && find_line_code (instruction, &first) != PREMISE_CODE_GENERIC)
        expand_line (self, instruction, extent, find_line_code (instruction, &first), first);
      else
        add_call (self, instruction, extent, third);

      third = PREMISE_ADDRESS_NONE;
    }

  for (guint32 i = 0; i < n_cells && !self->failed; i++)
    self->node_of[v->first_cell + i] = premise_batch_compiler_find_node (self, v->result + i);
}
