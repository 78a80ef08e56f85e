/* premise-program.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-program-private.h"

#include <string.h>

/**
 * premise_program_init:
 * @self: (out): a program
 *
 * Starts without instructions.
 */
void
premise_program_init (PremiseProgram *self)
{
  memset (self, 0, sizeof *self);
  self->instructions = g_array_new (FALSE, FALSE, sizeof (PremiseInstruction));
  premise_pool_init (&self->extents, sizeof (PremiseExtent));
  premise_pool_init (&self->views, sizeof (PremiseView));
  premise_pool_init (&self->constants, sizeof (double));
}

/**
 * premise_program_clear:
 * @self: a program
 *
 * Frees what is in it.
 */
void
premise_program_clear (PremiseProgram *self)
{
  g_clear_pointer (&self->instructions, g_array_unref);
  premise_pool_clear (&self->extents);
  premise_pool_clear (&self->views);
  premise_pool_clear (&self->constants);
}

/**
 * premise_program_link:
 * @self: a program to which nothing will be added
 * @address: an address in one of the spaces
 *
 * Returns: the position in the memory of the program
 */
guint32
premise_program_link (const PremiseProgram *self,
                      guint32               address)
{
  guint32 offset = address & ~PREMISE_SPACE_MASK;

  switch (address & PREMISE_SPACE_MASK)
    {
    case PREMISE_SPACE_CONSTANT:
      return self->n_values + offset;

    case PREMISE_SPACE_TEMP:
      return self->n_values + self->constants.n + offset;

    default:
      return offset;
    }
}

/**
 * premise_program_link_all:
 * @self: a program to which nothing will be added
 *
 * Turns the addresses of all instructions into positions in memory.
 */
void
premise_program_link_all (PremiseProgram *self)
{
  for (guint i = 0; i < self->instructions->len; i++)
    {
      PremiseInstruction *instruction = &g_array_index (self->instructions, PremiseInstruction, i);

      instruction->result = premise_program_link (self, instruction->result);
      instruction->a = premise_program_link (self, instruction->a);

      if (instruction->operation != PREMISE_OPERATION_GATHER)
        instruction->b = premise_program_link (self, instruction->b);
    }
}

/**
 * premise_program_get_memory_size:
 * @self: a program
 *
 * Returns: how many numbers it works on
 */
gsize
premise_program_get_memory_size (const PremiseProgram *self)
{
  return (gsize) self->n_values + self->constants.n + self->n_temps;
}

/**
 * premise_program_new_memory:
 * @self: a program
 *
 * Allocates memory to run in, with the constants in their place.
 *
 * Returns: (transfer full): the memory
 */
double *
premise_program_new_memory (const PremiseProgram *self)
{
  double *memory = g_new0 (double, premise_program_get_memory_size (self) + 1);

  if (self->constants.n > 0)
    memcpy (memory + self->n_values, self->constants.records, self->constants.n * sizeof *memory);

  return memory;
}

/**
 * premise_program_get:
 * @self: a program
 * @i: a position
 *
 * Returns: (transfer none): an instruction
 */
const PremiseInstruction *
premise_program_get (const PremiseProgram *self,
                     guint32               i)
{
  return &g_array_index (self->instructions, PremiseInstruction, i);
}

/**
 * premise_operation_get_function:
 * @operation: an operation
 *
 * Returns: (nullable) (transfer none): the function it belongs to
 */
const PremiseFunction *
premise_operation_get_function (guint operation)
{
  if (operation < PREMISE_OPERATION_FIRST_FUNCTION)
    return NULL;

  return premise_function_get ((operation - PREMISE_OPERATION_FIRST_FUNCTION) / 2);
}

/**
 * premise_operation_get_kernel:
 * @operation: an operator, or an operation of a function
 *
 * Returns: what computes it
 */
PremiseKernel
premise_operation_get_kernel (guint operation)
{
  const PremiseFunction *function = premise_operation_get_function (operation);

  if (function == NULL)
    return premise_operator_kernels[operation];

  return (operation - PREMISE_OPERATION_FIRST_FUNCTION) % 2 == 1 ? function->pair : function->kernel;
}

/**
 * premise_operation_get_explain:
 * @operation: an operator, or an operation of a function
 *
 * Returns: (nullable): what knows its errors
 */
PremiseExplain
premise_operation_get_explain (guint operation)
{
  const PremiseFunction *function = premise_operation_get_function (operation);

  return function != NULL ? function->explain : premise_operator_explains[operation];
}

/**
 * premise_operation_is_line:
 * @operation: an operation
 *
 * Returns: whether it works along lines rather than cell by cell
 */
gboolean
premise_operation_is_line (guint operation)
{
  const PremiseFunction *function = premise_operation_get_function (operation);

  return function != NULL && function->kind != PREMISE_FUNCTION_CELLS
         && (operation - PREMISE_OPERATION_FIRST_FUNCTION) % 2 == 0;
}

/**
 * premise_view_get_cell:
 * @view: a view
 * @cell: a cell of it
 *
 * Returns: the cell of the operand that is seen there
 */
guint32
premise_view_get_cell (const PremiseView *view,
                       guint32            cell)
{
  guint32 seen = view->base;

  for (guint i = view->n_dims; i > 0; i--)
    {
      seen += cell % view->counts[i - 1] * view->strides[i - 1];
      cell /= view->counts[i - 1];
    }

  return seen;
}

/* Counts through the dimensions like the wheels of a meter: no division in the loop. */
static void
gather (const PremiseView *view,
        const double      *from,
        double            *result,
        guint32            n)
{
  guint32 wheels[PREMISE_MAX_DIMS] = { 0 };
  guint32 position = view->base;

  for (guint32 i = 0; i < n; i++)
    {
      result[i] = from[position];

      for (guint d = view->n_dims; d > 0; d--)
        {
          position += view->strides[d - 1];

          if (++wheels[d - 1] < view->counts[d - 1])
            break;

          position -= view->strides[d - 1] * view->counts[d - 1];
          wheels[d - 1] = 0;
        }
    }
}

/**
 * premise_program_get_block:
 * @self: a program
 * @instruction: one that is neither GATHER nor THIRD
 * @memory: where it runs
 * @block: (inout): what the kernel works on; a third argument is there already
 *
 * Prepares a block.
 */
void
premise_program_get_block (const PremiseProgram     *self,
                           const PremiseInstruction *instruction,
                           double                   *memory,
                           PremiseBlock             *block)
{
  const PremiseExtent *extent = premise_pool_get (&self->extents, instruction->extent);

  block->result = memory + instruction->result;
  block->args[0] = memory + instruction->a;
  block->args[1] = memory + instruction->b;
  block->steps[0] = (instruction->steps & PREMISE_STEP (0)) != 0;
  block->steps[1] = (instruction->steps & PREMISE_STEP (1)) != 0;
  block->steps[2] = (instruction->steps & PREMISE_STEP (2)) != 0;
  block->n = extent->n;
  block->length = extent->length;
}

/* One cell each: the bulk of a wide model. Must do exactly what the kernels do. */
static inline gboolean
run_scalar (const PremiseInstruction *instruction,
            double                   *memory)
{
  double a = memory[instruction->a];
  double b = memory[instruction->b];

  switch (instruction->operation)
    {
    case PREMISE_OPERATOR_ADD:
      memory[instruction->result] = a + b;
      return TRUE;

    case PREMISE_OPERATOR_SUBTRACT:
      memory[instruction->result] = a - b;
      return TRUE;

    case PREMISE_OPERATOR_MULTIPLY:
      memory[instruction->result] = a * b;
      return TRUE;

    case PREMISE_OPERATOR_DIVIDE:
      memory[instruction->result] = a / b - (b - b);
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * premise_program_run:
 * @self: a program
 * @first: the first instruction of a formula
 * @n: how many it has
 * @memory: the memory, with the values of all precedents
 *
 * Runs the instructions of one formula. Nothing is allocated, except by rank() of long lines.
 */
void
premise_program_run (const PremiseProgram *self,
                     guint32               first,
                     guint32               n,
                     double               *memory)
{
  const PremiseInstruction *instruction = premise_program_get (self, first);
  const PremiseInstruction *end = instruction + n;
  PremiseBlock block = { 0 };

  for (; instruction < end; instruction++)
    {
      const PremiseExtent *extent = premise_pool_get (&self->extents, instruction->extent);

      if (instruction->operation == PREMISE_OPERATION_THIRD)
        {
          block.args[2] = memory + instruction->a;
          continue;
        }

      if (instruction->operation == PREMISE_OPERATION_GATHER)
        {
          gather (premise_pool_get (&self->views, instruction->b), memory + instruction->a,
                  memory + instruction->result, extent->n);
          continue;
        }

      if (extent->n == 1 && run_scalar (instruction, memory))
        continue;

      premise_program_get_block (self, instruction, memory, &block);
      premise_operation_get_kernel (instruction->operation) (&block);
    }
}
