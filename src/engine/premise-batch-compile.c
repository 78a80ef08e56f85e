/* premise-batch-compile.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns the formulas of a batch into a linear program over columns. Cells become nodes of a
 * graph, the same operation on the same nodes only one, so that what formulas have in common
 * is computed once; what no output needs is left out; what depends on no input is computed
 * now. Then each node gets a column, which others use again when it is no longer needed.
 */

#include "config.h"

#include "premise-batch-private.h"

#include <math.h>
#include <string.h>

/* Beyond these, a batch is evaluated formula by formula. */
#define MAX_NODES   2000000
#define MAX_COLUMNS 32768

/* More conditions nobody writes by hand; the columns of their bends stay in use to the end. */
#define MAX_BENDS   256

#define NO_NODE ((guint32) -1)

/* What nodes have for codes beside those of the program. */
enum
{
  NODE_CONSTANT = PREMISE_N_CODES,   /* a and b: the bits */
  NODE_INPUT,                        /* a: which */
  NODE_RESULT,                       /* a: of which call, b: which of its results */
};

typedef struct
{
  guint32 code;
  guint32 a;
  guint32 b;
  guint32 c;
} Node;

typedef struct
{
  const PremiseBatch     *batch;
  const PremiseLaneTable *table;
  PremiseLaneCode        *code;
  PremisePool             nodes;       /* of Node: operands before what uses them */
  guint32                *node_of;     /* of each position in memory, NO_NODE: a constant */
  GArray                 *bends;       /* (element-type guint32): nodes that are read like outputs */
  GArray                 *call_nodes;  /* (element-type guint32): of the moves of all calls */
  guint32                *last_use;    /* of each node: the last that reads it */
  guint32                *n_uses;      /* of each node: how often it is read */
  guint32                 fusible;     /* whose instruction is the last, if it can be fused */
  guint32                *columns;     /* of each node: where it is */
  GArray                 *free_columns;
  guint32                 n_columns;
  gboolean                failed;
} Compiler;

static const Node *
get_node (const Compiler *self,
          guint32         node)
{
  return premise_pool_get (&self->nodes, node);
}

static guint32
add_node (Compiler *self,
          guint32   code,
          guint32   a,
          guint32   b,
          guint32   c)
{
  Node node = { code, a, b, c };

  if (self->nodes.n > MAX_NODES)
    {
      self->failed = TRUE;
      return 0;
    }

  return premise_pool_add (&self->nodes, &node);
}

static guint32
add_constant (Compiler *self,
              double    value)
{
  guint32 halves[2];

  memcpy (halves, &value, sizeof value);

  return add_node (self, NODE_CONSTANT, halves[0], halves[1], 0);
}

static gboolean
is_constant (const Compiler *self,
             guint32         node)
{
  return get_node (self, node)->code == NODE_CONSTANT;
}

static double
get_constant (const Compiler *self,
              guint32         node)
{
  const Node *n = get_node (self, node);
  guint32 halves[2] = { n->a, n->b };
  double value;

  memcpy (&value, halves, sizeof value);

  return value;
}

/* The node of a number in memory. */
static guint32
find_node (Compiler *self,
           guint32   position)
{
  if (self->node_of[position] == NO_NODE)
    self->node_of[position] = add_constant (self, self->batch->values[position]);

  return self->node_of[position];
}

static guint
count_code_args (guint32 code)
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
fold (Compiler      *self,
      guint32        code,
      const guint32 *args,
      guint          n_args)
{
  double columns[4][PREMISE_LANE_UNIT] = { { 0 } };

  for (guint i = 0; i < n_args; i++)
    {
      for (guint lane = 0; lane < PREMISE_LANE_UNIT; lane++)
        columns[i][lane] = get_constant (self, args[i]);
    }

  self->table->kernels[code] (columns[3], columns[0], columns[1], columns[2],
                              PREMISE_STEP (0) | PREMISE_STEP (1) | PREMISE_STEP (2),
                              PREMISE_LANE_UNIT);

  return columns[3][0];
}

static guint32
add_operation (Compiler *self,
               guint32   code,
               guint32   a,
               guint32   b,
               guint32   c)
{
  guint32 args[3] = { a, b, c };
  guint n_args = count_code_args (code);
  gboolean constant = TRUE;

  for (guint i = 0; i < n_args; i++)
    constant = constant && is_constant (self, args[i]);

  if (constant)
    return add_constant (self, fold (self, code, args, n_args));

  return add_node (self, code, a, n_args > 1 ? b : 0, n_args > 2 ? c : 0);
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
expand_line (Compiler                 *self,
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
      guint32 node = isnan (first) ? find_node (self, from) : add_constant (self, first);

      for (; j < extent->length && !self->failed; j++)
        node = add_operation (self, code, node, find_node (self, from + j), 0);

      if (is_mean)
        node = add_operation (self, PREMISE_CODE_DIVIDE, node,
                              add_constant (self, extent->length), 0);

      self->node_of[instruction->result + i] = node;
    }
}

static void
add_move (Compiler *self,
          guint32   position,
          guint32   node)
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
add_call (Compiler                 *self,
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
        add_move (self, addresses[i] + j, find_node (self, addresses[i] + j));

      call.n_args += n;
    }

  for (guint32 i = 0; i < call.n_results && !self->failed; i++)
    {
      guint32 node = add_node (self, NODE_RESULT, self->code->calls->len, i, 0);

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
expand_cells (Compiler                 *self,
              const PremiseInstruction *instruction,
              guint32                   n,
              PremiseCode               code,
              guint32                   third)
{
  for (guint32 i = 0; i < n && !self->failed; i++)
    {
      guint32 a = find_node (self, instruction->a + step_by (instruction, 0, i));
      guint32 b = find_node (self, instruction->b + step_by (instruction, 1, i));
      guint32 c = third != PREMISE_ADDRESS_NONE
                  ? find_node (self, third + step_by (instruction, 2, i)) : 0;

      self->node_of[instruction->result + i] = add_operation (self, code, a, b, c);
    }
}

static void
expand_view (Compiler                 *self,
             const PremiseInstruction *instruction,
             guint32                   n)
{
  const PremiseView *view = premise_pool_get (&self->batch->model->program.views, instruction->b);

  for (guint32 i = 0; i < n && !self->failed; i++)
    self->node_of[instruction->result + i] =
      find_node (self, instruction->a + premise_view_get_cell (view, i));
}

static void
expand_formula (Compiler *self,
                guint32   variable)
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
    self->node_of[v->first_cell + i] = find_node (self, v->result + i);
}

static void
use (Compiler *self,
     guint32   node,
     guint32   by)
{
  self->n_uses[node]++;

  if (self->last_use[node] == NO_NODE || self->last_use[node] < by)
    self->last_use[node] = by;
}

/* A call is done where its first result is needed, and keeps all of them until it has. */
static void
use_call (Compiler              *self,
          const PremiseLaneCall *call,
          guint32                by)
{
  for (guint32 i = 0; i < call->n_args + call->n_results; i++)
    use (self, g_array_index (self->call_nodes, guint32, call->first_move + i), by);
}

/* Finds what the outputs need, and how long. Backwards: who reads a node is known before it. */
static void
find_uses (Compiler *self)
{
  g_free (self->last_use);
  g_free (self->n_uses);
  self->last_use = g_new (guint32, self->nodes.n + 1);
  memset (self->last_use, 0xff, (self->nodes.n + 1) * sizeof (guint32));
  self->n_uses = g_new0 (guint32, self->nodes.n + 1);

  for (guint i = 0; i < self->batch->n_outputs; i++)
    use (self, find_node (self, self->batch->outputs[i]), self->nodes.n);

  for (guint i = 0; i < self->bends->len; i++)
    use (self, g_array_index (self->bends, guint32, i), self->nodes.n);

  for (guint32 i = self->nodes.n; i > 0; i--)
    {
      const Node *node = get_node (self, i - 1);
      guint32 args[3] = { node->a, node->b, node->c };

      if (self->last_use[i - 1] == NO_NODE)
        continue;

      if (node->code == NODE_RESULT)
        use_call (self, &g_array_index (self->code->calls, PremiseLaneCall, node->a), i - 1);

      for (guint j = 0; node->code < PREMISE_N_CODES && j < count_code_args (node->code); j++)
        use (self, args[j], i - 1);
    }
}

/* What changes its sign where @a and @b are equal. */
static void
add_bend (Compiler *self,
          guint32   a,
          guint32   b)
{
  guint32 node = add_operation (self, PREMISE_CODE_SUBTRACT, a, b, 0);

  if (!is_constant (self, node) && self->bends->len < MAX_BENDS)
    g_array_append_val (self->bends, node);
}

/* Finds where what the outputs need may bend or jump. */
static void
find_bends (Compiler *self)
{
  guint32 n = self->nodes.n;

  for (guint32 i = 0; i < n && !self->failed; i++)
    {
      const Node node = *get_node (self, i);

      if (self->last_use[i] == NO_NODE || node.code >= PREMISE_N_CODES)
        continue;

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
          add_bend (self, node.a, add_constant (self, 0));
          break;

        default:
          break;
        }
    }
}

static guint32
take_new_column (Compiler *self)
{
  guint32 column = self->n_columns * PREMISE_LANES;

  self->failed = self->failed || ++self->n_columns > MAX_COLUMNS;

  return column;
}

static guint32
take_column (Compiler *self)
{
  guint32 column;

  if (self->free_columns->len == 0)
    return take_new_column (self);

  column = g_array_index (self->free_columns, guint32, self->free_columns->len - 1);
  g_array_set_size (self->free_columns, self->free_columns->len - 1);

  return column;
}

/* Columns of inputs, constants and outputs are not used again. */
static void
release_column (Compiler *self,
                guint32   node,
                guint32   by)
{
  guint32 code = get_node (self, node)->code;

  if (self->last_use[node] != by || code == NODE_INPUT || code == NODE_CONSTANT)
    return;

  g_array_append_val (self->free_columns, self->columns[node]);
  self->last_use[node] = NO_NODE;
}

/* Where a constant is: a unit of lanes behind the columns, or a column of it, which is filled
 * once for all runs and therefore nobody else's.
 */
static guint32
place_constant (Compiler *self,
                guint32   node,
                gboolean  column)
{
  PremiseLaneMove move = { .position = self->code->values->len, .step = column };
  double value = get_constant (self, node);

  move.column = column ? take_new_column (self) : move.position * PREMISE_LANE_UNIT;
  g_array_append_val (self->code->values, value);
  g_array_append_val (self->code->constants, move);

  return move.column;
}

/* Operations of three arguments read columns only. */
static guint32
place_arg (Compiler *self,
           guint32   node,
           gboolean  column,
           gboolean *step)
{
  *step = TRUE;

  if (!is_constant (self, node))
    return self->columns[node];

  *step = column;

  return place_constant (self, node, column);
}

/* Which of the operations that can be fused it is, or PREMISE_N_FUSED. */
static guint
find_fused (guint32 code)
{
  switch (code)
    {
    case PREMISE_CODE_ADD:
      return 0;

    case PREMISE_CODE_SUBTRACT:
      return 1;

    case PREMISE_CODE_MULTIPLY:
      return 2;

    case PREMISE_CODE_DIVIDE:
      return 3;

    default:
      return PREMISE_N_FUSED;
    }
}

/* Adds an operation to the instruction before, if it alone reads that one's result: what is in
 * between need not go through memory.
 */
static gboolean
fuse (Compiler   *self,
      guint32     node,
      const Node *n)
{
  guint32 inner = self->fusible;
  guint second = find_fused (n->code);
  PremiseLaneInstruction *instruction;
  guint32 other;
  gboolean step;

  if (inner == NO_NODE || second == PREMISE_N_FUSED || self->n_uses[inner] != 1
      || (n->a == inner) == (n->b == inner))
    return FALSE;

  other = n->a == inner ? n->b : n->a;
  instruction = &g_array_index (self->code->instructions, PremiseLaneInstruction,
                                self->code->instructions->len - 1);
  instruction->code = (guint8) PREMISE_FUSED (find_fused (get_node (self, inner)->code), second,
                                              n->b == inner ? 1 : 0);
  instruction->c = place_arg (self, other, FALSE, &step);
  instruction->steps |= (guint8) (step ? PREMISE_STEP (2) : 0);
  self->columns[node] = self->columns[inner];
  self->fusible = NO_NODE;
  release_column (self, other, node);

  return TRUE;
}

static void
emit_operation (Compiler *self,
                guint32   node)
{
  const Node n = *get_node (self, node);
  guint32 args[3] = { n.a, n.b, n.c };
  guint n_args = count_code_args (n.code);
  guint32 places[3] = { 0 };
  PremiseLaneInstruction instruction = { .code = (guint8) n.code };

  if (fuse (self, node, &n))
    return;

  for (guint i = 0; i < n_args; i++)
    {
      gboolean step;

      places[i] = place_arg (self, args[i], n_args == 3, &step);
      instruction.steps |= (guint8) (step ? PREMISE_STEP (i) : 0);
    }

  self->columns[node] = take_column (self);
  instruction.result = self->columns[node];
  instruction.a = places[0];
  instruction.b = n_args > 1 ? places[1] : places[0];
  instruction.c = n_args > 2 ? places[2] : places[0];
  g_array_append_val (self->code->instructions, instruction);
  self->fusible = find_fused (n.code) < PREMISE_N_FUSED ? node : NO_NODE;

  for (guint i = 0; i < n_args; i++)
    release_column (self, args[i], node);
}

static void
emit_call (Compiler *self,
           guint32   node)
{
  guint32 position = get_node (self, node)->a;
  const PremiseLaneCall *call = &g_array_index (self->code->calls, PremiseLaneCall, position);
  PremiseLaneInstruction instruction = { .code = PREMISE_CODE_GENERIC, .a = position };

  self->fusible = NO_NODE;

  for (guint32 i = 0; i < call->n_args + call->n_results; i++)
    {
      PremiseLaneMove *move = &g_array_index (self->code->moves, PremiseLaneMove, call->first_move + i);
      guint32 other = g_array_index (self->call_nodes, guint32, call->first_move + i);

      if (i >= call->n_args)
        self->columns[other] = take_column (self);

      move->column = place_arg (self, other, FALSE, &move->step);
    }

  g_array_append_val (self->code->instructions, instruction);

  for (guint32 i = 0; i < call->n_args + call->n_results; i++)
    release_column (self, g_array_index (self->call_nodes, guint32, call->first_move + i), node);
}

/* Columns for the inputs, then the operations in order, each with a column of its own. */
static void
emit (Compiler *self)
{
  self->columns = g_new (guint32, self->nodes.n + 1);
  memset (self->columns, 0xff, (self->nodes.n + 1) * sizeof (guint32));
  self->code->inputs = g_new (guint32, self->batch->n_inputs + 1);

  for (guint i = 0; i < self->batch->n_inputs; i++)
    {
      guint32 node = self->node_of[self->batch->inputs[i]];

      self->code->inputs[i] = take_column (self);
      self->columns[node] = self->code->inputs[i];
    }

  for (guint32 i = 0; i < self->nodes.n && !self->failed; i++)
    {
      guint32 code = get_node (self, i)->code;

      if (self->last_use[i] == NO_NODE || self->columns[i] != NO_NODE)
        continue;

      if (code == NODE_RESULT)
        emit_call (self, i);
      else if (code < PREMISE_N_CODES)
        emit_operation (self, i);
    }

  for (guint i = 0; i < self->batch->n_outputs + self->bends->len && !self->failed; i++)
    {
      PremiseLaneMove move = { .position = i };
      guint32 node = i < self->batch->n_outputs
                     ? self->node_of[self->batch->outputs[i]]
                     : g_array_index (self->bends, guint32, i - self->batch->n_outputs);

      move.column = place_arg (self, node, TRUE, &move.step);
      move.step = !is_constant (self, node);
      g_array_append_val (self->code->outputs, move);
    }
}

/* The numbers behind the columns get their place when it is known how many columns there are. */
static void
place_numbers (Compiler *self)
{
  PremiseLaneCode *code = self->code;
  guint32 first = self->n_columns * PREMISE_LANES;

  for (guint i = 0; i < code->constants->len; i++)
    {
      PremiseLaneMove *move = &g_array_index (code->constants, PremiseLaneMove, i);

      move->column += move->step ? 0 : first;
    }

  for (guint i = 0; i < code->moves->len; i++)
    {
      PremiseLaneMove *move = &g_array_index (code->moves, PremiseLaneMove, i);

      move->column += move->step ? 0 : first;
    }

  for (guint i = 0; i < code->instructions->len; i++)
    {
      PremiseLaneInstruction *instruction = &g_array_index (code->instructions,
                                                            PremiseLaneInstruction, i);
      guint n_args = instruction->code >= PREMISE_CODE_FUSED ? 3 : count_code_args (instruction->code);

      if (instruction->code == PREMISE_CODE_GENERIC)
        continue;

      instruction->a += (instruction->steps & PREMISE_STEP (0)) != 0 ? 0 : first;
      instruction->b += n_args < 2 || (instruction->steps & PREMISE_STEP (1)) != 0 ? 0 : first;
      instruction->c += n_args < 3 || (instruction->steps & PREMISE_STEP (2)) != 0 ? 0 : first;
    }

  code->size = (gsize) first + (gsize) code->values->len * PREMISE_LANE_UNIT;
}

static void
init (Compiler           *self,
      const PremiseBatch *batch)
{
  gsize size = premise_program_get_memory_size (&batch->model->program);

  self->batch = batch;
  self->table = premise_lane_table_get ();
  self->fusible = NO_NODE;
  self->code = g_new0 (PremiseLaneCode, 1);
  self->code->instructions = g_array_new (FALSE, FALSE, sizeof (PremiseLaneInstruction));
  self->code->calls = g_array_new (FALSE, FALSE, sizeof (PremiseLaneCall));
  self->code->moves = g_array_new (FALSE, FALSE, sizeof (PremiseLaneMove));
  self->code->outputs = g_array_new (FALSE, FALSE, sizeof (PremiseLaneMove));
  self->code->constants = g_array_new (FALSE, FALSE, sizeof (PremiseLaneMove));
  self->code->values = g_array_new (FALSE, FALSE, sizeof (double));
  premise_pool_init (&self->nodes, sizeof (Node));
  self->bends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->call_nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->free_columns = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->node_of = g_new (guint32, size + 1);
  memset (self->node_of, 0xff, (size + 1) * sizeof (guint32));
}

static void
clear (Compiler *self)
{
  premise_pool_clear (&self->nodes);
  g_array_unref (self->bends);
  g_array_unref (self->call_nodes);
  g_array_unref (self->free_columns);
  g_free (self->node_of);
  g_free (self->last_use);
  g_free (self->n_uses);
  g_free (self->columns);
}

/**
 * premise_lane_code_new:
 * @batch: a batch with all but its code
 *
 * Compiles a batch.
 *
 * Returns: (transfer full) (nullable): the program, or %NULL if it would be too long
 */
PremiseLaneCode *
premise_lane_code_new (const PremiseBatch *batch)
{
  Compiler self = { 0 };

  init (&self, batch);

  for (guint32 i = 0; i < batch->n_inputs; i++)
    self.node_of[batch->inputs[i]] = add_node (&self, NODE_INPUT, i, 0, 0);

  for (guint i = 0; i < batch->formulas->len && !self.failed; i++)
    expand_formula (&self, g_array_index (batch->formulas, guint32, i));

  for (guint i = 0; i < batch->n_outputs; i++)
    find_node (&self, batch->outputs[i]);

  if (!self.failed)
    {
      find_uses (&self);
      if (batch->with_bends)
        {
          find_bends (&self);
          find_uses (&self);
        }
      emit (&self);
      place_numbers (&self);
    }

  clear (&self);

  if (self.failed)
    g_clear_pointer (&self.code, premise_lane_code_free);

  return self.code;
}

/**
 * premise_lane_code_free:
 * @self: (nullable) (transfer full): a program
 *
 * Frees it.
 */
void
premise_lane_code_free (PremiseLaneCode *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->instructions);
  g_array_unref (self->calls);
  g_array_unref (self->moves);
  g_array_unref (self->outputs);
  g_array_unref (self->constants);
  g_array_unref (self->values);
  g_free (self->inputs);
  g_free (self);
}
