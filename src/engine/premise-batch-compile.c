/* premise-batch-compile.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns the formulas of a batch into a linear program over columns. They are made a graph first; what
 * no output needs is left out. Then each node gets a column, which others use again when it is no
 * longer needed.
 */

#include "config.h"

#include "premise-batch-compiler-private.h"

/* Beyond these, a batch is evaluated formula by formula. */
#define MAX_COLUMNS 32768

static void
use (PremiseBatchCompiler *self,
     guint32               node,
     guint32               by)
{
  self->n_uses[node]++;

  if (self->last_use[node] == PREMISE_NO_BATCH_NODE || self->last_use[node] < by)
    self->last_use[node] = by;
}

/* A call is done where its first result is needed, and keeps all of them until it has. */
static void
use_call (PremiseBatchCompiler  *self,
          const PremiseLaneCall *call,
          guint32                by)
{
  for (guint32 i = 0; i < call->n_args + call->n_results; i++)
    use (self, g_array_index (self->call_nodes, guint32, call->first_move + i), by);
}

/* Finds what the outputs need, and how long. Backwards: who reads a node is known before it. */
static void
find_uses (PremiseBatchCompiler *self)
{
  g_autofree guint8 *called = g_new0 (guint8, self->code->calls->len + 1);

  g_free (self->last_use);
  g_free (self->n_uses);
  self->last_use = g_new (guint32, self->nodes.n + 1);
  memset (self->last_use, 0xff, (self->nodes.n + 1) * sizeof (guint32));
  self->n_uses = g_new0 (guint32, self->nodes.n + 1);

  for (guint i = 0; i < self->batch->n_outputs; i++)
    use (self, premise_batch_compiler_find_node (self, self->batch->outputs[i]), self->nodes.n);

  for (guint i = 0; i < self->bends->len; i++)
    use (self, g_array_index (self->bends, guint32, i), self->nodes.n);

  for (guint32 i = self->nodes.n; i > 0; i--)
    {
      const PremiseBatchNode *node = premise_batch_compiler_get_node (self, i - 1);
      guint32 args[3] = { node->a, node->b, node->c };

      if (self->last_use[i - 1] == PREMISE_NO_BATCH_NODE)
        continue;

      /* Once for each call: lines have as many results as arguments, and may be long. */
      if (node->code == PREMISE_BATCH_NODE_RESULT && !called[node->a])
        {
          called[node->a] = TRUE;
          use_call (self, &g_array_index (self->code->calls, PremiseLaneCall, node->a), i - 1);
        }

      for (guint j = 0; node->code < PREMISE_N_CODES && j < premise_batch_count_code_args (node->code); j++)
        use (self, args[j], i - 1);
    }
}

static guint32
take_new_column (PremiseBatchCompiler *self)
{
  guint32 column = self->n_columns * PREMISE_LANES;

  self->failed = self->failed || ++self->n_columns > MAX_COLUMNS;

  return column;
}

static guint32
take_column (PremiseBatchCompiler *self)
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
release_column (PremiseBatchCompiler *self,
                guint32               node,
                guint32               by)
{
  guint32 code = premise_batch_compiler_get_node (self, node)->code;

  if (self->last_use[node] != by || code == PREMISE_BATCH_NODE_INPUT || code == PREMISE_BATCH_NODE_CONSTANT)
    return;

  g_array_append_val (self->free_columns, self->columns[node]);
  self->last_use[node] = PREMISE_NO_BATCH_NODE;
}

/* Where a constant is: a unit of lanes behind the columns, or a column of it, which is filled
 * once for all runs and therefore nobody else's.
 */
static guint32
place_constant (PremiseBatchCompiler *self,
                guint32               node,
                gboolean              column)
{
  PremiseLaneMove move = { .position = self->code->values->len, .step = column };
  double value = premise_batch_compiler_get_constant (self, node);

  move.column = column ? take_new_column (self) : move.position * PREMISE_LANE_UNIT;
  g_array_append_val (self->code->values, value);
  g_array_append_val (self->code->constants, move);

  return move.column;
}

/* Operations of three arguments read columns only. */
static guint32
place_arg (PremiseBatchCompiler *self,
           guint32               node,
           gboolean              column,
           gboolean             *step)
{
  *step = TRUE;

  if (!premise_batch_compiler_is_constant (self, node))
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
fuse (PremiseBatchCompiler   *self,
      guint32                 node,
      const PremiseBatchNode *n)
{
  guint32 inner = self->fusible;
  guint second = find_fused (n->code);
  PremiseLaneInstruction *instruction;
  guint32 other;
  gboolean step;

  if (inner == PREMISE_NO_BATCH_NODE || second == PREMISE_N_FUSED || self->n_uses[inner] != 1
      || (n->a == inner) == (n->b == inner))
    return FALSE;

  other = n->a == inner ? n->b : n->a;
  instruction = &g_array_index (self->code->instructions, PremiseLaneInstruction,
                                self->code->instructions->len - 1);
  instruction->code = (guint8) PREMISE_FUSED (find_fused (premise_batch_compiler_get_node (self, inner)->code), second,
                                              n->b == inner ? 1 : 0);
  instruction->c = place_arg (self, other, FALSE, &step);
  instruction->steps |= (guint8) (step ? PREMISE_STEP (2) : 0);
  self->columns[node] = self->columns[inner];
  self->fusible = PREMISE_NO_BATCH_NODE;
  release_column (self, other, node);

  return TRUE;
}

static void
emit_operation (PremiseBatchCompiler *self,
                guint32               node)
{
  const PremiseBatchNode n = *premise_batch_compiler_get_node (self, node);
  guint32 args[3] = { n.a, n.b, n.c };
  guint n_args = premise_batch_count_code_args (n.code);
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
  self->fusible = find_fused (n.code) < PREMISE_N_FUSED ? node : PREMISE_NO_BATCH_NODE;

  for (guint i = 0; i < n_args; i++)
    release_column (self, args[i], node);
}

static void
emit_call (PremiseBatchCompiler *self,
           guint32               node)
{
  guint32 position = premise_batch_compiler_get_node (self, node)->a;
  const PremiseLaneCall *call = &g_array_index (self->code->calls, PremiseLaneCall, position);
  PremiseLaneInstruction instruction = { .code = PREMISE_CODE_GENERIC, .a = position };

  self->fusible = PREMISE_NO_BATCH_NODE;

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
emit (PremiseBatchCompiler *self)
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
      guint32 code = premise_batch_compiler_get_node (self, i)->code;

      if (self->last_use[i] == PREMISE_NO_BATCH_NODE || self->columns[i] != PREMISE_NO_BATCH_NODE)
        continue;

      if (code == PREMISE_BATCH_NODE_RESULT)
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
      move.step = !premise_batch_compiler_is_constant (self, node);
      g_array_append_val (self->code->outputs, move);
    }
}

/* The numbers behind the columns get their place when it is known how many columns there are. */
static void
place_numbers (PremiseBatchCompiler *self)
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
      guint n_args = instruction->code >= PREMISE_CODE_FUSED ? 3 : premise_batch_count_code_args (instruction->code);

      if (instruction->code == PREMISE_CODE_GENERIC)
        continue;

      instruction->a += (instruction->steps & PREMISE_STEP (0)) != 0 ? 0 : first;
      instruction->b += n_args < 2 || (instruction->steps & PREMISE_STEP (1)) != 0 ? 0 : first;
      instruction->c += n_args < 3 || (instruction->steps & PREMISE_STEP (2)) != 0 ? 0 : first;
    }

  code->size = (gsize) first + (gsize) code->values->len * PREMISE_LANE_UNIT;
}

static void
init (PremiseBatchCompiler *self,
      const PremiseBatch   *batch)
{
  gsize size = premise_program_get_memory_size (&batch->model->program);

  self->batch = batch;
  self->table = premise_lane_table_get ();
  self->fusible = PREMISE_NO_BATCH_NODE;
  self->code = g_new0 (PremiseLaneCode, 1);
  self->code->instructions = g_array_new (FALSE, FALSE, sizeof (PremiseLaneInstruction));
  self->code->calls = g_array_new (FALSE, FALSE, sizeof (PremiseLaneCall));
  self->code->moves = g_array_new (FALSE, FALSE, sizeof (PremiseLaneMove));
  self->code->outputs = g_array_new (FALSE, FALSE, sizeof (PremiseLaneMove));
  self->code->constants = g_array_new (FALSE, FALSE, sizeof (PremiseLaneMove));
  self->code->values = g_array_new (FALSE, FALSE, sizeof (double));
  premise_pool_init (&self->nodes, sizeof (PremiseBatchNode));
  self->bends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->call_nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->free_columns = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->node_of = g_new (guint32, size + 1);
  memset (self->node_of, 0xff, (size + 1) * sizeof (guint32));
}

static void
clear (PremiseBatchCompiler *self)
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
  PremiseBatchCompiler self = { 0 };

  init (&self, batch);

  for (guint32 i = 0; i < batch->n_inputs; i++)
    self.node_of[batch->inputs[i]] = premise_batch_compiler_add_node (&self, PREMISE_BATCH_NODE_INPUT, i, 0, 0);

  for (guint i = 0; i < batch->formulas->len && !self.failed; i++)
    premise_batch_compiler_expand_formula (&self, g_array_index (batch->formulas, guint32, i));

  for (guint i = 0; i < batch->n_outputs; i++)
    premise_batch_compiler_find_node (&self, batch->outputs[i]);

  if (!self.failed)
    {
      find_uses (&self);
      if (batch->with_bends)
        {
          premise_batch_compiler_find_bends (&self);
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
