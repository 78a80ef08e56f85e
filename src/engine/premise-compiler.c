/* premise-compiler.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-compiler-private.h"
#include "premise-kernel-private.h"

#include <string.h>

/**
 * premise_compiler_init:
 * @self: (out): a compiler
 * @checker: the checker
 *
 * Prepares to compile the formulas that the checker has passed.
 */
void
premise_compiler_init (PremiseCompiler *self,
                       PremiseChecker  *checker)
{
  memset (self, 0, sizeof *self);
  self->checker = checker;
  self->program = &checker->model->program;
  self->shapes = &checker->model->shapes;
  self->operands = g_array_new (FALSE, FALSE, sizeof (PremiseOperand));
  self->temps = g_array_new (FALSE, FALSE, sizeof (PremiseTemp));
}

/**
 * premise_compiler_clear:
 * @self: a compiler
 *
 * Frees what it holds.
 */
void
premise_compiler_clear (PremiseCompiler *self)
{
  g_clear_pointer (&self->operands, g_array_unref);
  g_clear_pointer (&self->temps, g_array_unref);
}

static PremiseOperand *
get_operand (PremiseCompiler *self,
             guint32          node)
{
  return &g_array_index (self->operands, PremiseOperand, node - self->checker->first);
}

static guint32
get_n_cells (PremiseCompiler *self,
             guint32          shape)
{
  guint64 n_cells = premise_shapes_get_n_cells (self->shapes, shape);

  if (n_cells > PREMISE_MAX_TEMPS)
    {
      self->failed = TRUE;
      return 0;
    }

  return (guint32) n_cells;
}

/* A block is used again when it is free and fits exactly. A result never lies on one of
 * its arguments: those are freed afterwards.
 */
static guint32
allocate (PremiseCompiler *self,
          guint32          shape)
{
  /* Not even an empty block shares its address with another. */
  guint32 n_cells = MAX (1, get_n_cells (self, shape));
  PremiseTemp temp;

  for (guint i = 0; i < self->temps->len; i++)
    {
      PremiseTemp *free_temp = &g_array_index (self->temps, PremiseTemp, i);

      if (free_temp->used || free_temp->n_cells != n_cells)
        continue;

      free_temp->used = TRUE;
      return PREMISE_SPACE_TEMP | free_temp->offset;
    }

  temp.offset = (guint32) self->n_temps;
  temp.n_cells = n_cells;
  temp.used = TRUE;
  self->n_temps += n_cells;

  if (self->n_temps > PREMISE_MAX_TEMPS)
    {
      self->n_temps = 0;
      self->failed = TRUE;
    }

  g_array_append_val (self->temps, temp);

  return PREMISE_SPACE_TEMP | temp.offset;
}

static void
release (PremiseCompiler *self,
         guint32          address)
{
  if ((address & PREMISE_SPACE_MASK) != PREMISE_SPACE_TEMP)
    return;

  for (guint i = 0; i < self->temps->len; i++)
    {
      PremiseTemp *temp = &g_array_index (self->temps, PremiseTemp, i);

      if (temp->used && (PREMISE_SPACE_TEMP | temp->offset) == address)
        {
          temp->used = FALSE;
          return;
        }
    }
}

/* How long an operation takes for one cell, in additions, roughly: what is to be found out is
 * whether a model stops the program, and not when it is ready.
 */
static guint64
get_cost (guint operation)
{
  const PremiseFunction *function = premise_operation_get_function (operation);

  if (function == NULL)
    return operation == PREMISE_OPERATOR_POWER ? 20 : 1;

  if (function->kernel == premise_kernel_irr)
    return 500;

  return function->kind == PREMISE_FUNCTION_CELLS ? 5 : 10;
}

static void
emit (PremiseCompiler *self,
      guint            operation,
      guint32          n,
      guint32          length,
      guint            steps,
      guint32          result,
      guint32          a,
      guint32          b)
{
  PremiseExtent extent = { n, length };
  guint position = n == 1 && length == 1 ? PREMISE_EXTENT_CELL
                                         : premise_pool_add (&self->program->extents, &extent);
  PremiseInstruction instruction = {
    .operation = (guint8) operation,
    .steps = steps & 7,
    .extent = position & (PREMISE_MAX_EXTENTS - 1),
    .result = result,
    .a = a,
    .b = b,
  };

  self->work += get_cost (operation) * n * MAX (1, length);

  self->extents_full = self->extents_full || position >= PREMISE_MAX_EXTENTS;

  if (self->extents_full || self->work > PREMISE_MAX_WORK)
    self->failed = TRUE;

  g_array_append_val (self->program->instructions, instruction);
}

/* Gives a constant its place; most of those inside a constant expression never need one. */
static void
materialize (PremiseCompiler *self,
             PremiseOperand  *operand)
{
  if (operand->address == PREMISE_ADDRESS_NONE)
    operand->address = PREMISE_SPACE_CONSTANT
                       | premise_pool_add (&self->program->constants, &operand->constant);
}

static void
gather (PremiseCompiler   *self,
        PremiseOperand    *operand,
        const PremiseView *view,
        guint32            shape)
{
  guint32 result = allocate (self, shape);

  emit (self, PREMISE_OPERATION_GATHER, get_n_cells (self, shape), 1, 0, result, operand->address,
        premise_pool_add (&self->program->views, view));
  release (self, operand->address);
  operand->address = result;
  operand->shape = shape;
}

static void
reshape (PremiseCompiler *self,
         PremiseOperand  *operand,
         guint32          shape)
{
  PremiseView view;

  materialize (self, operand);

  if (operand->shape == shape)
    return;

  premise_shapes_get_view (self->shapes, operand->shape, shape, &view);
  gather (self, operand, &view, shape);
}

/* As reshape(), but a scalar stays one: kernels repeat it. */
static void
broadcast (PremiseCompiler *self,
           PremiseOperand  *operand,
           guint32          shape)
{
  if (operand->shape == PREMISE_SHAPE_SCALAR)
    materialize (self, operand);
  else
    reshape (self, operand, shape);
}

static PremiseOperand
compile_operation (PremiseCompiler *self,
                   guint            operation,
                   PremiseOperand  *args,
                   guint            n_args,
                   guint32          shape,
                   guint32          n,
                   guint32          length)
{
  PremiseOperand result = { .shape = shape };
  guint steps = 0;

  for (guint i = 0; i < n_args; i++)
    {
      if (args[i].shape != PREMISE_SHAPE_SCALAR)
        steps |= PREMISE_STEP (i);
    }

  result.address = allocate (self, shape);

  if (n_args > 2)
    emit (self, PREMISE_OPERATION_THIRD, n, length, 0, result.address, args[2].address,
          args[2].address);

  emit (self, operation, n, length, steps, result.address, args[0].address,
        args[MIN (1, n_args - 1)].address);

  for (guint i = 0; i < n_args; i++)
    release (self, args[i].address);

  return result;
}

static PremiseOperand
compile_cells (PremiseCompiler *self,
               guint            operation,
               PremiseOperand  *args,
               guint            n_args)
{
  guint32 shape = PREMISE_SHAPE_SCALAR;

  for (guint i = 0; i < n_args; i++)
    shape = premise_shapes_unite (self->shapes, shape, args[i].shape);

  for (guint i = 0; i < n_args; i++)
    broadcast (self, &args[i], shape);

  return compile_operation (self, operation, args, n_args, shape, get_n_cells (self, shape), 1);
}

static guint
function_operation (guint    function,
                    gboolean pair)
{
  const PremiseFunction *f = premise_function_get (function);

  if (f->operator != PREMISE_OPERATOR_NONE && (pair || f->kernel == NULL))
    return f->operator;

  return PREMISE_OPERATION_FIRST_FUNCTION + 2 * function + pair;
}

/* The arguments of a call, without “over”. */
static GArray *
collect_args (PremiseCompiler   *self,
              const PremiseNode *call)
{
  GArray *args = g_array_new (FALSE, FALSE, sizeof (PremiseOperand));

  for (guint32 i = call->first;
       i != PREMISE_NODE_NONE && premise_checker_get_node (self->checker, i)->kind != PREMISE_NODE_INDEX;
       i = premise_checker_get_node (self->checker, i)->next)
    g_array_append_val (args, *get_operand (self, i));

  return args;
}

/* a, b, c, d → ((a ∘ b) ∘ c) ∘ d */
static PremiseOperand
compile_pairs (PremiseCompiler *self,
               guint            function,
               GArray          *args)
{
  const PremiseFunction *f = premise_function_get (function);
  PremiseOperand result = g_array_index (args, PremiseOperand, 0);

  for (guint i = 1; i < args->len; i++)
    {
      PremiseOperand pair[2] = { result, g_array_index (args, PremiseOperand, i) };

      result = compile_cells (self, function_operation (function, TRUE), pair, 2);
    }

  if (f->averages)
    {
      PremiseOperand pair[2] = {
        result,
        { .address = PREMISE_ADDRESS_NONE, .constant = args->len },
      };

      result = compile_cells (self, PREMISE_OPERATOR_DIVIDE, pair, 2);
    }

  return result;
}

/* Puts the cells of a line next to each other, works along it, and puts them back. */
static PremiseOperand
compile_lines (PremiseCompiler *self,
               guint            function,
               GArray          *args,
               guint32          over)
{
  const PremiseFunction *f = premise_function_get (function);
  gboolean reduces = f->kind == PREMISE_FUNCTION_REDUCE || f->kind == PREMISE_FUNCTION_VALUE;
  PremiseOperand *operands = (PremiseOperand *) (gpointer) args->data;
  guint32 outer = PREMISE_SHAPE_SCALAR;
  PremiseOperand result;
  guint32 lines;

  for (guint i = 0; i < args->len; i++)
    outer = premise_shapes_unite (self->shapes, outer,
                                  premise_shapes_remove (self->shapes, operands[i].shape, over));

  lines = premise_shapes_append (self->shapes, outer, over);

  for (guint i = 0; i < args->len; i++)
    {
      if ((f->outer_args & (1u << i)) != 0)
        broadcast (self, &operands[i], outer);
      else
        reshape (self, &operands[i], lines);
    }

  result = compile_operation (self, function_operation (function, FALSE), operands, args->len,
                              reduces ? outer : lines, get_n_cells (self, outer),
                              get_n_cells (self, over));

  reshape (self, &result, premise_shapes_sort (self->shapes, result.shape));

  return result;
}

static PremiseOperand
compile_call (PremiseCompiler *self,
              guint32          node)
{
  const PremiseNode *n = premise_checker_get_node (self->checker, node);
  const PremiseFunction *f = premise_function_get (n->target);
  g_autoptr(GArray) args = collect_args (self, n);

  if (f->kind != PREMISE_FUNCTION_CELLS && args->len == 1)
    return compile_lines (self, n->target, args,
                          premise_checker_get_info (self->checker, node)->over);

  if (f->kind == PREMISE_FUNCTION_REDUCE || f->max_args == PREMISE_MANY_ARGS)
    return compile_pairs (self, n->target, args);

  if (f->kind != PREMISE_FUNCTION_CELLS)
    return compile_lines (self, n->target, args,
                          premise_checker_get_info (self->checker, node)->over);

  if (args->len < f->max_args)
    {
      PremiseOperand fallback = { .address = PREMISE_ADDRESS_NONE, .constant = f->fallback };

      g_array_append_val (args, fallback);
    }

  return compile_cells (self, function_operation (n->target, FALSE),
                        (PremiseOperand *) (gpointer) args->data, args->len);
}

static PremiseOperand
compile_select (PremiseCompiler *self,
                guint32          node)
{
  const PremiseNode *n = premise_checker_get_node (self->checker, node);
  PremiseOperand operand = *get_operand (self, n->first);
  guint32 shape = premise_checker_get_info (self->checker, node)->shape;
  PremiseView view;

  materialize (self, &operand);
  premise_shapes_get_view (self->shapes, operand.shape, shape, &view);

  for (guint32 i = premise_checker_get_node (self->checker, n->first)->next;
       i != PREMISE_NODE_NONE;
       i = premise_checker_get_node (self->checker, i)->next)
    {
      PremiseNodeInfo *member = premise_checker_get_info (self->checker, i);

      view.base += member->member
                   * premise_shapes_get_stride (self->shapes, operand.shape, member->index);
    }

  /* One cell of a variable needs no copy. */
  if (shape == PREMISE_SHAPE_SCALAR && (operand.address & PREMISE_SPACE_MASK) == PREMISE_SPACE_VALUE)
    {
      operand.address += view.base;
      operand.shape = shape;
    }
  else
    gather (self, &operand, &view, shape);

  return operand;
}

static PremiseOperand
compile_name (PremiseCompiler *self,
              guint32          variable)
{
  PremiseVariable *v = premise_model_get_variable (self->checker->model, variable);
  PremiseOperand operand = { .address = PREMISE_SPACE_VALUE | v->first_cell, .shape = v->shape };

  reshape (self, &operand, premise_shapes_sort (self->shapes, v->shape));

  return operand;
}

static PremiseOperand
compile_operator (PremiseCompiler *self,
                  guint32          node)
{
  const PremiseNode *n = premise_checker_get_node (self->checker, node);
  guint32 second = premise_checker_get_node (self->checker, n->first)->next;
  PremiseOperand args[2];
  guint n_args = 1;

  args[0] = *get_operand (self, n->first);

  if (second != PREMISE_NODE_NONE)
    args[n_args++] = *get_operand (self, second);

  return compile_cells (self, n->operator, args, n_args);
}

static void
compile_node (PremiseCompiler *self,
              guint32          node)
{
  const PremiseNode *n = premise_checker_get_node (self->checker, node);
  const PremiseNodeInfo *info = premise_checker_get_info (self->checker, node);
  PremiseOperand operand = { .address = PREMISE_ADDRESS_NONE };

  if (info->is_constant)
    {
      operand.constant = info->constant;
      *get_operand (self, node) = operand;
      return;
    }

  switch ((PremiseNodeKind) n->kind)
    {
    case PREMISE_NODE_NAME:
      operand = compile_name (self, n->target);
      break;

    case PREMISE_NODE_UNARY:
    case PREMISE_NODE_BINARY:
      operand = compile_operator (self, node);
      break;

    case PREMISE_NODE_CALL:
      operand = compile_call (self, node);
      break;

    case PREMISE_NODE_SELECT:
      operand = compile_select (self, node);
      break;

    case PREMISE_NODE_NUMBER:
    case PREMISE_NODE_MEMBER:
    case PREMISE_NODE_INDEX:
    default:
      break;
    }

  *get_operand (self, node) = operand;
}

/**
 * premise_compiler_compile:
 * @self: a compiler
 * @variable: the formula that the checker has just passed, with its shape
 *
 * Appends the instructions of a formula to the program of the model.
 *
 * Returns: %FALSE if the formula is too large
 */
gboolean
premise_compiler_compile (PremiseCompiler *self,
                          PremiseVariable *variable)
{
  guint first = self->program->instructions->len;
  PremiseOperand result;

  self->failed = FALSE;
  self->n_temps = 0;
  g_array_set_size (self->temps, 0);
  g_array_set_size (self->operands, self->checker->root - self->checker->first + 1);

  for (guint32 i = self->checker->first; i <= self->checker->root && !self->failed; i++)
    compile_node (self, i);

  if (!self->failed)
    {
      result = *get_operand (self, self->checker->root);
      reshape (self, &result, variable->shape);
      variable->result = result.address;
    }

  if (self->failed)
    {
      g_array_set_size (self->program->instructions, first);
      return FALSE;
    }

  variable->first_instruction = first;
  variable->n_instructions = self->program->instructions->len - first;
  self->program->n_temps = MAX (self->program->n_temps, (guint32) self->n_temps);

  return TRUE;
}
