/* premise-batch-bends.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where an output may bend, jump or go to infinity, though it is smooth on both sides: there, some
 * number on the way to it changes its sign. These numbers are added to the graph of a batch.
 */

#include "config.h"

#include "premise-batch-compiler-private.h"

#include <math.h>

/* More conditions nobody writes by hand; the columns of their bends stay in use to the end. */
#define MAX_BENDS 256

/* The order of so many members is looked at pair by pair. */
#define MAX_ORDER 16

static guint32
add_constant (PremiseBatchCompiler *self,
              double                value)
{
  return premise_batch_compiler_add_constant (self, value);
}

static guint32
add_operation (PremiseBatchCompiler *self,
               PremiseCode           code,
               guint32               a,
               guint32               b)
{
  return premise_batch_compiler_add_operation (self, code, a, b, 0);
}

/* What changes its sign where @a and @b are equal. */
static void
add_bend (PremiseBatchCompiler *self,
          guint32               a,
          guint32               b)
{
  guint32 node;

  if (self->bends->len >= MAX_BENDS)
    return;

  node = add_operation (self, PREMISE_CODE_SUBTRACT, a, b);

  if (!premise_batch_compiler_is_constant (self, node))
    g_array_append_val (self->bends, node);
}

static void
add_zero (PremiseBatchCompiler *self,
          guint32               node)
{
  if (!premise_batch_compiler_is_constant (self, node))
    add_bend (self, node, add_constant (self, 0));
}

/* What is above a half where a whole number is odd, and below where it is even. */
static void
add_steps (PremiseBatchCompiler *self,
           guint32               whole)
{
  guint32 two = add_constant (self, 2);
  guint32 half = add_operation (self, PREMISE_CODE_DIVIDE, whole, two);
  guint32 even = add_operation (self, PREMISE_CODE_MULTIPLY,
                                add_operation (self, PREMISE_CODE_FLOOR, half, 0), two);

  if (!premise_batch_compiler_is_constant (self, whole))
    add_bend (self, add_operation (self, PREMISE_CODE_SUBTRACT, whole, even), add_constant (self, 0.5));
}

/* A number that is used as a condition. What is 0 or 1 has bends of its own. */
static void
add_condition (PremiseBatchCompiler *self,
               guint32               node)
{
  guint32 code = premise_batch_compiler_get_node (self, node)->code;

  if (code != PREMISE_CODE_NOT && !(code >= PREMISE_CODE_LESS && code <= PREMISE_CODE_OR))
    add_zero (self, node);
}

static void
find_bends_of_node (PremiseBatchCompiler *self,
                    guint32               position)
{
  const PremiseBatchNode node = *premise_batch_compiler_get_node (self, position);

  switch (node.code)
    {
    case PREMISE_CODE_LESS:
    case PREMISE_CODE_LESS_EQUAL:
    case PREMISE_CODE_GREATER:
    case PREMISE_CODE_GREATER_EQUAL:
    case PREMISE_CODE_EQUAL:
    case PREMISE_CODE_NOT_EQUAL:
    case PREMISE_CODE_MIN:
    case PREMISE_CODE_MAX:
      add_bend (self, node.a, node.b);
      break;

    case PREMISE_CODE_CLAMP:
      add_bend (self, node.a, node.b);
      add_bend (self, node.a, node.c);
      break;

    case PREMISE_CODE_ABS:
    case PREMISE_CODE_SIGN:
    /* Where these begin to have a value. */
    case PREMISE_CODE_SQRT:
    case PREMISE_CODE_LN:
      add_zero (self, node.a);
      break;

    case PREMISE_CODE_NOT:
    case PREMISE_CODE_IF:
      add_condition (self, node.a);
      break;

    case PREMISE_CODE_AND:
    case PREMISE_CODE_OR:
      add_condition (self, node.a);
      add_condition (self, node.b);
      break;

    case PREMISE_CODE_FLOOR:
    case PREMISE_CODE_CEIL:
      add_steps (self, position);
      break;

    default:
      break;
    }
}

/* A number that a call reads, or writes. */
static guint32
get_call_node (const PremiseBatchCompiler *self,
               const PremiseLaneCall      *call,
               guint32                     i)
{
  return g_array_index (self->call_nodes, guint32, call->first_move + i);
}

/* log10(x): where it begins to have a value. */
static void
find_bends_of_logarithm (PremiseBatchCompiler  *self,
                         const PremiseLaneCall *call)
{
  for (guint32 i = 0; i < call->n_args; i++)
    add_zero (self, get_call_node (self, call, i));
}

/* round(x, digits): its results in parts of the last digit. */
static void
find_bends_of_round (PremiseBatchCompiler  *self,
                     const PremiseLaneCall *call)
{
  guint32 last = get_call_node (self, call, call->n_args - 1);
  double digit;

  if (!premise_batch_compiler_is_constant (self, last))
    return;

  digit = pow (10, trunc (premise_batch_compiler_get_constant (self, last)));

  for (guint32 i = 0; i < call->n_results && isfinite (digit); i++)
    {
      guint32 parts = add_operation (self, PREMISE_CODE_MULTIPLY, get_call_node (self, call, call->n_args + i),
                                     add_constant (self, digit));

      add_steps (self, add_operation (self, PREMISE_CODE_FLOOR,
                                      add_operation (self, PREMISE_CODE_ADD, parts, add_constant (self, 0.5)), 0));
    }
}

/* mod(x, y): how often y goes into x. */
static void
find_bends_of_mod (PremiseBatchCompiler  *self,
                   const PremiseLaneCall *call)
{
  guint32 n_first = (call->instruction->steps & PREMISE_STEP (0)) != 0 ? call->n_results : 1;

  for (guint32 i = 0; i < call->n_results; i++)
    {
      guint32 x = get_call_node (self, call, n_first > 1 ? i : 0);
      guint32 y = get_call_node (self, call, n_first + (call->n_args - n_first > 1 ? i : 0));

      add_steps (self, add_operation (self, PREMISE_CODE_FLOOR,
                                      add_operation (self, PREMISE_CODE_DIVIDE, x, y), 0));
    }
}

/* interpolate() and lookup(): x and each of the xs; index_of(): the value and each of the cells.
 * @first_value: where the one value for each line stands, @first_line: where the lines stand
 */
static void
find_bends_of_search (PremiseBatchCompiler  *self,
                      const PremiseLaneCall *call,
                      guint32                first_value,
                      guint32                n_values,
                      guint32                first_line,
                      guint32                length)
{
  for (guint32 i = 0; i < call->n_results; i++)
    {
      for (guint32 j = 0; j < length; j++)
        add_bend (self, get_call_node (self, call, first_value + (n_values > 1 ? i : 0)),
                  get_call_node (self, call, first_line + i * length + j));
    }
}

/* rank(), median() and sort_by(): each cell of a line with each other. */
static void
find_bends_of_order (PremiseBatchCompiler  *self,
                     const PremiseLaneCall *call,
                     guint32                first,
                     guint32                n_cells,
                     guint32                length)
{
  for (guint32 i = 0; i < n_cells && length <= MAX_ORDER; i++)
    {
      guint32 end = (i / length + 1) * length;

      for (guint32 j = i + 1; j < end; j++)
        add_bend (self, get_call_node (self, call, first + i), get_call_node (self, call, first + j));
    }
}

static void
find_bends_of_call (PremiseBatchCompiler *self,
                    guint                 position)
{
  const PremiseLaneCall call = g_array_index (self->code->calls, PremiseLaneCall, position);
  PremiseKernel kernel = premise_operation_get_kernel (call.instruction->operation);
  const PremiseExtent *extent = premise_pool_get (&self->batch->model->program.extents, call.instruction->extent);
  guint32 n_cells = extent->n * extent->length;
  guint32 n_values = (call.instruction->steps & PREMISE_STEP (0)) != 0 ? extent->n : 1;

  if (kernel == premise_kernel_log10)
    find_bends_of_logarithm (self, &call);
  else if (kernel == premise_kernel_round)
    find_bends_of_round (self, &call);
  else if (kernel == premise_kernel_mod)
    find_bends_of_mod (self, &call);
  else if (kernel == premise_kernel_interpolate || kernel == premise_kernel_lookup)
    find_bends_of_search (self, &call, 0, n_values, n_values, extent->length);
  else if (kernel == premise_kernel_index_of)
    find_bends_of_search (self, &call, n_cells, call.n_args - n_cells, 0, extent->length);
  else if (kernel == premise_kernel_rank || kernel == premise_kernel_median)
    find_bends_of_order (self, &call, 0, n_cells, extent->length);
  else if (kernel == premise_kernel_sort_by)
    find_bends_of_order (self, &call, n_cells, n_cells, extent->length);
}

/* A divisor, or what is squared: there, a quotient has a pole and a square its turn, however narrow. */
static void
find_turns_of_node (PremiseBatchCompiler *self,
                    guint32               position)
{
  const PremiseBatchNode node = *premise_batch_compiler_get_node (self, position);

  if (node.code == PREMISE_CODE_DIVIDE)
    add_zero (self, node.b);
  else if (node.code == PREMISE_CODE_POWER || (node.code == PREMISE_CODE_MULTIPLY && node.a == node.b))
    add_zero (self, node.a);
}

/**
 * premise_batch_compiler_find_bends:
 * @self: a compiler that knows what the outputs need
 *
 * Adds nodes that change their sign where a condition does, where another operand of min, max, clamp
 * or abs becomes the one that counts, where floor, ceil, round or mod goes a step, where interpolate,
 * lookup or an order goes on to another member, and where a divisor or what is squared does. If there are
 * very many, only the first.
 */
void
premise_batch_compiler_find_bends (PremiseBatchCompiler *self)
{
  guint32 n = self->nodes.n;

  for (guint32 i = 0; i < n && !self->failed && self->bends->len < MAX_BENDS; i++)
    {
      const PremiseBatchNode *node = premise_batch_compiler_get_node (self, i);

      if (self->last_use[i] == PREMISE_NO_BATCH_NODE)
        continue;

      if (node->code < PREMISE_N_CODES)
        find_bends_of_node (self, i);
      else if (node->code == PREMISE_BATCH_NODE_RESULT && node->b == 0)
        find_bends_of_call (self, node->a);
    }

  /* These come last: without them, more is found all the same. */
  for (guint32 i = 0; i < n && !self->failed && self->bends->len < MAX_BENDS; i++)
    {
      if (self->last_use[i] != PREMISE_NO_BATCH_NODE)
        find_turns_of_node (self, i);
    }
}
