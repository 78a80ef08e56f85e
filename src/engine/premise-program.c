/* premise-program.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cell-private.h"
#include "premise-interpreter-private.h"

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
  const PremiseExtent cell = { 1, 1 };

  memset (self, 0, sizeof *self);
  self->instructions = g_array_new (FALSE, FALSE, sizeof (PremiseInstruction));
  premise_pool_init (&self->extents, sizeof (PremiseExtent));
  premise_pool_add (&self->extents, &cell);
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

static const struct
{
  PremiseKernel kernel;
  PremiseCode   code;
} kernel_codes[] = {
  { premise_kernel_if, PREMISE_CODE_IF },
  { premise_kernel_min_2, PREMISE_CODE_MIN },
  { premise_kernel_max_2, PREMISE_CODE_MAX },
  { premise_kernel_abs, PREMISE_CODE_ABS },
  { premise_kernel_sign, PREMISE_CODE_SIGN },
  { premise_kernel_floor, PREMISE_CODE_FLOOR },
  { premise_kernel_ceil, PREMISE_CODE_CEIL },
  { premise_kernel_sqrt, PREMISE_CODE_SQRT },
  { premise_kernel_exp, PREMISE_CODE_EXP },
  { premise_kernel_ln, PREMISE_CODE_LN },
  { premise_kernel_clamp, PREMISE_CODE_CLAMP },
};

/**
 * premise_operation_get_code:
 * @operation: an operation
 *
 * Returns: how it is run on one cell; GENERIC if by its kernel alone
 */
PremiseCode
premise_operation_get_code (guint operation)
{
  G_STATIC_ASSERT (PREMISE_CODE_OR - PREMISE_CODE_NEGATE == PREMISE_OPERATOR_OR - PREMISE_OPERATOR_NEGATE);

  if (operation == PREMISE_OPERATION_THIRD)
    return PREMISE_CODE_THIRD;

  if (operation < PREMISE_N_OPERATORS)
    return (PremiseCode) (PREMISE_CODE_NEGATE + operation - PREMISE_OPERATOR_NEGATE);

  for (guint i = 0; i < G_N_ELEMENTS (kernel_codes) && operation != PREMISE_OPERATION_GATHER; i++)
    {
      if (kernel_codes[i].kernel == premise_operation_get_kernel (operation))
        return kernel_codes[i].code;
    }

  return PREMISE_CODE_GENERIC;
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
  return (gsize) self->n_values + self->constants.n + self->n_temps + 3 * PREMISE_N_POWERS;
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
  gsize size = premise_program_get_memory_size (self);
  double *memory = g_new0 (double, size + 1);

  /* Of what is no number, no power is a number. */
  for (gsize i = size - 3 * PREMISE_N_POWERS; i < size; i++)
    memory[i] = NAN;

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

/**
 * premise_program_run_generic:
 * @self: a program
 * @instruction: one of its instructions, but not THIRD
 * @memory: its memory
 * @third: (nullable): the third argument
 *
 * Runs an instruction by its kernel.
 */
void
premise_program_run_generic (const PremiseProgram     *self,
                             const PremiseInstruction *instruction,
                             double                   *memory,
                             const double             *third)
{
  PremiseBlock block = { .args[2] = third };
  const PremiseExtent *extent;

  if (instruction->operation == PREMISE_OPERATION_GATHER)
    {
      extent = premise_pool_get (&self->extents, instruction->extent);
      gather (premise_pool_get (&self->views, instruction->b), memory + instruction->a,
              memory + instruction->result, extent->n);
      return;
    }

  premise_program_get_block (self, instruction, memory, &block);
  premise_operation_get_kernel (instruction->operation) (&block);
}

/**
 * premise_program_power:
 * @self: a program
 * @memory: its memory
 * @base: a base
 * @exponent: an exponent
 *
 * Returns: the power, which may be remembered
 */
double
premise_program_power (const PremiseProgram *self,
                       double               *memory,
                       double                base,
                       double                exponent)
{
  guint64 hash = (premise_bits_of (base) ^ premise_bits_of (exponent) << 1)
                 * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  double *place = memory + self->first_power + (hash >> 56) % PREMISE_N_POWERS * 3;

  if (premise_bits_of (place[0]) != premise_bits_of (base)
      || premise_bits_of (place[1]) != premise_bits_of (exponent))
    {
      place[2] = premise_cell_power (base, exponent);
      place[0] = base;
      place[1] = exponent;
    }

  return place[2];
}

/**
 * premise_program_run:
 * @self: a program
 * @first: the position of the first instruction of a formula
 * @place: where its value belongs; for a formula of several cells, where the result is
 * @memory: the memory, with the values of all precedents
 *
 * Runs the instructions of one formula.
 *
 * Returns: whether the value at @place is another, bit for bit
 */
gboolean
premise_program_run (const PremiseProgram *self,
                     guint32               first,
                     guint32               place,
                     double               *memory)
{
  const PremiseStep steps[] = {
    { .code = premise_program_get (self, first), .value = place },
    { .code = &premise_step_stop },
  };
  gboolean unchanged;

  premise_program_run_steps (self, steps, memory, TRUE, &unchanged);

  return !unchanged;
}
