/* premise-kernel-cells.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cell-private.h"
#include "premise-kernel-private.h"


/* The common case, no argument repeated, has a loop of its own for the vectoriser. */
#define DEFINE_KERNEL_1(scope, kernel, function)                        \
  scope void                                                            \
  kernel (const PremiseBlock *block)                                    \
  {                                                                     \
    double *restrict result = block->result;                            \
    const double *restrict a = block->args[0];                          \
    gsize step_a = block->steps[0];                                     \
                                                                        \
    for (gsize i = 0; i < block->n; i++)                                \
      result[i] = function (a[i * step_a]);                             \
  }

#define DEFINE_KERNEL_2(scope, kernel, function)                        \
  scope void                                                            \
  kernel (const PremiseBlock *block)                                    \
  {                                                                     \
    double *restrict result = block->result;                            \
    const double *restrict a = block->args[0];                          \
    const double *restrict b = block->args[1];                          \
    gsize step_a = block->steps[0];                                     \
    gsize step_b = block->steps[1];                                     \
                                                                        \
    if (step_a == 1 && step_b == 1)                                     \
      {                                                                 \
        for (gsize i = 0; i < block->n; i++)                            \
          result[i] = function (a[i], b[i]);                            \
                                                                        \
        return;                                                         \
      }                                                                 \
                                                                        \
    for (gsize i = 0; i < block->n; i++)                                \
      result[i] = function (a[i * step_a], b[i * step_b]);              \
  }

#define DEFINE_KERNEL_3(scope, kernel, function)                        \
  scope void                                                            \
  kernel (const PremiseBlock *block)                                    \
  {                                                                     \
    double *restrict result = block->result;                            \
    const double *a = block->args[0];                                   \
    const double *b = block->args[1];                                   \
    const double *c = block->args[2];                                   \
                                                                        \
    for (gsize i = 0; i < block->n; i++)                                \
      result[i] = function (a[i * block->steps[0]],                     \
                            b[i * block->steps[1]],                     \
                            c[i * block->steps[2]]);                    \
  }

DEFINE_KERNEL_1 (static, kernel_negate, premise_cell_negate)
DEFINE_KERNEL_1 (static, kernel_not, premise_cell_not)
DEFINE_KERNEL_1 (static, kernel_percent, premise_cell_percent)
DEFINE_KERNEL_2 (static, kernel_add, premise_cell_add)
DEFINE_KERNEL_2 (static, kernel_subtract, premise_cell_subtract)
DEFINE_KERNEL_2 (static, kernel_multiply, premise_cell_multiply)
DEFINE_KERNEL_2 (static, kernel_divide, premise_cell_divide)
DEFINE_KERNEL_2 (static, kernel_power, premise_cell_power)
DEFINE_KERNEL_2 (static, kernel_less, premise_cell_less)
DEFINE_KERNEL_2 (static, kernel_less_equal, premise_cell_less_equal)
DEFINE_KERNEL_2 (static, kernel_greater, premise_cell_greater)
DEFINE_KERNEL_2 (static, kernel_greater_equal, premise_cell_greater_equal)
DEFINE_KERNEL_2 (static, kernel_equal, premise_cell_equal)
DEFINE_KERNEL_2 (static, kernel_not_equal, premise_cell_not_equal)
DEFINE_KERNEL_2 (static, kernel_and, premise_cell_and)
DEFINE_KERNEL_2 (static, kernel_or, premise_cell_or)
DEFINE_KERNEL_1 ( , premise_kernel_abs, fabs)
DEFINE_KERNEL_1 ( , premise_kernel_sign, premise_cell_sign)
DEFINE_KERNEL_1 ( , premise_kernel_floor, floor)
DEFINE_KERNEL_1 ( , premise_kernel_ceil, ceil)
DEFINE_KERNEL_1 ( , premise_kernel_sqrt, sqrt)
DEFINE_KERNEL_1 ( , premise_kernel_exp, premise_cell_exponential)
DEFINE_KERNEL_1 ( , premise_kernel_ln, premise_cell_logarithm)
DEFINE_KERNEL_1 ( , premise_kernel_log10, premise_cell_logarithm_10)
DEFINE_KERNEL_2 ( , premise_kernel_min_2, premise_cell_min_2)
DEFINE_KERNEL_2 ( , premise_kernel_max_2, premise_cell_max_2)
DEFINE_KERNEL_2 ( , premise_kernel_mod, premise_cell_modulo)
DEFINE_KERNEL_2 ( , premise_kernel_round, premise_cell_round_to)
DEFINE_KERNEL_3 ( , premise_kernel_if, premise_cell_choose)
DEFINE_KERNEL_3 ( , premise_kernel_clamp, premise_cell_clamp)
DEFINE_KERNEL_3 ( , premise_kernel_cagr, premise_cell_growth)
DEFINE_KERNEL_3 ( , premise_kernel_pmt, premise_cell_payment)

const PremiseKernel premise_operator_kernels[PREMISE_N_OPERATORS] = {
  [PREMISE_OPERATOR_NEGATE] = kernel_negate,
  [PREMISE_OPERATOR_NOT] = kernel_not,
  [PREMISE_OPERATOR_PERCENT] = kernel_percent,
  [PREMISE_OPERATOR_ADD] = kernel_add,
  [PREMISE_OPERATOR_SUBTRACT] = kernel_subtract,
  [PREMISE_OPERATOR_MULTIPLY] = kernel_multiply,
  [PREMISE_OPERATOR_DIVIDE] = kernel_divide,
  [PREMISE_OPERATOR_POWER] = kernel_power,
  [PREMISE_OPERATOR_LESS] = kernel_less,
  [PREMISE_OPERATOR_LESS_EQUAL] = kernel_less_equal,
  [PREMISE_OPERATOR_GREATER] = kernel_greater,
  [PREMISE_OPERATOR_GREATER_EQUAL] = kernel_greater_equal,
  [PREMISE_OPERATOR_EQUAL] = kernel_equal,
  [PREMISE_OPERATOR_NOT_EQUAL] = kernel_not_equal,
  [PREMISE_OPERATOR_AND] = kernel_and,
  [PREMISE_OPERATOR_OR] = kernel_or,
};

const PremiseExplain premise_operator_explains[PREMISE_N_OPERATORS] = {
  [PREMISE_OPERATOR_DIVIDE] = premise_explain_zero_divisor,
  [PREMISE_OPERATOR_POWER] = premise_explain_power,
};

/**
 * premise_explain_zero_divisor:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains a division and a remainder.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_zero_divisor (const PremiseBlock *block,
                              gsize               cell)
{
  return block->args[1][cell * block->steps[1]] == 0 ? PREMISE_VALUE_DIVISION_BY_ZERO
                                                     : PREMISE_VALUE_OVERFLOW;
}

/**
 * premise_explain_power:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains a power: 0 to a negative one divides, a negative base wants a whole one.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_power (const PremiseBlock *block,
                       gsize               cell)
{
  if (block->args[0][cell * block->steps[0]] == 0)
    return PREMISE_VALUE_DIVISION_BY_ZERO;

  return isnan (block->result[cell]) ? PREMISE_VALUE_DOMAIN : PREMISE_VALUE_OVERFLOW;
}

/**
 * premise_explain_cagr:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains a growth rate.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_cagr (const PremiseBlock *block,
                      gsize               cell)
{
  if (block->args[0][cell * block->steps[0]] == 0 || block->args[2][cell * block->steps[2]] == 0)
    return PREMISE_VALUE_DIVISION_BY_ZERO;

  return isnan (block->result[cell]) ? PREMISE_VALUE_DOMAIN : PREMISE_VALUE_OVERFLOW;
}

/**
 * premise_explain_pmt:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains a payment: there are no periods, or the rate takes everything.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_pmt (const PremiseBlock *block,
                     gsize               cell)
{
  if (block->args[1][cell * block->steps[1]] == 0)
    return PREMISE_VALUE_DIVISION_BY_ZERO;

  return block->args[0][cell * block->steps[0]] <= -1 ? PREMISE_VALUE_DOMAIN
                                                      : PREMISE_VALUE_OVERFLOW;
}
