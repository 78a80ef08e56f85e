/* premise-kernel-cells.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-kernel-private.h"

#include <math.h>

#ifdef __FAST_MATH__
#error "Do not build with -ffast-math: missing values are NaN and must stay NaN."
#endif

/* 0 if the values are finite, else NaN. Subtracting it changes nothing, not even the sign
 * of zero, or makes an error of the result.
 */
static inline double
poison_1 (double a)
{
  return a - a;
}

static inline double
poison_2 (double a,
          double b)
{
  return (a - a) + (b - b);
}

static inline double
poison_3 (double a,
          double b,
          double c)
{
  return (a - a) + (b - b) + (c - c);
}

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

static inline double
negate (double a)
{
  return -a;
}

static inline double
not (double a)
{
  return (a == 0) - poison_1 (a);
}

/* Not times 0.01: 7 % is the number 0.07. */
static inline double
percent (double a)
{
  return a / 100;
}

static inline double
add (double a,
     double b)
{
  return a + b;
}

static inline double
subtract (double a,
          double b)
{
  return a - b;
}

static inline double
multiply (double a,
          double b)
{
  return a * b;
}

/* Without the guard, 1 / (1 / 0) would be 0. */
static inline double
divide (double a,
        double b)
{
  return a / b - poison_1 (b);
}

/* Likewise 1 ^ (1 / 0) would be 1. The spreadsheet refuses 0 ^ 0; here it is 1, as in C. */
static inline double
power (double a,
       double b)
{
  return pow (a, b) - poison_2 (a, b);
}

static inline double
less (double a,
      double b)
{
  return (a < b) - poison_2 (a, b);
}

static inline double
less_equal (double a,
            double b)
{
  return (a <= b) - poison_2 (a, b);
}

static inline double
greater (double a,
         double b)
{
  return (a > b) - poison_2 (a, b);
}

static inline double
greater_equal (double a,
               double b)
{
  return (a >= b) - poison_2 (a, b);
}

static inline double
equal (double a,
       double b)
{
  return (a == b) - poison_2 (a, b);
}

static inline double
not_equal (double a,
           double b)
{
  return (a != b) - poison_2 (a, b);
}

static inline double
and (double a,
     double b)
{
  return a == 0 ? 0 : (b != 0) - poison_2 (a, b);
}

static inline double
or (double a,
    double b)
{
  return a != 0 ? 1 - poison_1 (a) : (b != 0) - poison_2 (a, b);
}

static inline double
choose (double condition,
        double a,
        double b)
{
  return (condition != 0 ? a : b) - poison_1 (condition);
}

static inline double
min_2 (double a,
       double b)
{
  return (b < a ? b : a) - poison_2 (a, b);
}

static inline double
max_2 (double a,
       double b)
{
  return (b > a ? b : a) - poison_2 (a, b);
}

static inline double
sign (double a)
{
  return (a > 0) - (a < 0) - poison_1 (a);
}

static inline double
logarithm (double a)
{
  return a > 0 ? log (a) : NAN;
}

static inline double
logarithm_10 (double a)
{
  return a > 0 ? log10 (a) : NAN;
}

static inline double
exponential (double a)
{
  return exp (a) - poison_1 (a);
}

static inline double
clamp (double a,
       double low,
       double high)
{
  double limited = a < low ? low : a;

  if (low > high)
    return NAN;

  return (limited > high ? high : limited) - poison_3 (a, low, high);
}

/* The remainder has the sign of the divisor, as in the spreadsheet. */
static inline double
modulo (double a,
        double b)
{
  double rest = fmod (a, b);

  if (rest != 0 && (rest < 0) != (b < 0))
    rest += b;

  return rest - poison_2 (a, b);
}

static inline double
growth (double first,
        double last,
        double periods)
{
  if (first == 0 || periods == 0)
    return NAN;

  return pow (last / first, 1 / periods) - 1 - poison_3 (first, last, periods);
}

/* What the level payment at the end of each period is, outgoing for a loan received, as in
 * the spreadsheet. expm1() and log1p() keep a rate of 1e-12 exact.
 */
static double
payment (double rate,
         double periods,
         double present)
{
  double poison = poison_3 (rate, periods, present);

  if (rate == 0)
    return -present / periods - poison;

  return rate > -1 ? present * rate / expm1 (-periods * log1p (rate)) - poison : NAN;
}

static double
round_to (double a,
          double digits)
{
  double scale = pow (10, fabs (trunc (digits)));
  double scaled;

  if (trunc (digits) == 0)
    return round (a) - poison_2 (a, digits);

  if (digits < 0)
    return (isfinite (scale) ? round (a / scale) * scale : 0) - poison_2 (a, digits);

  scaled = fabs (a) * scale;

  /* 2.675 is a little less than it says, and the spreadsheet rounds what it says. */
  if (!isfinite (scaled))
    return a - poison_2 (a, digits);

  return copysign (floor (nextafter (scaled, INFINITY) + 0.5) / scale, a) - poison_2 (a, digits);
}

DEFINE_KERNEL_1 (static, kernel_negate, negate)
DEFINE_KERNEL_1 (static, kernel_not, not)
DEFINE_KERNEL_1 (static, kernel_percent, percent)
DEFINE_KERNEL_2 (static, kernel_add, add)
DEFINE_KERNEL_2 (static, kernel_subtract, subtract)
DEFINE_KERNEL_2 (static, kernel_multiply, multiply)
DEFINE_KERNEL_2 (static, kernel_divide, divide)
DEFINE_KERNEL_2 (static, kernel_power, power)
DEFINE_KERNEL_2 (static, kernel_less, less)
DEFINE_KERNEL_2 (static, kernel_less_equal, less_equal)
DEFINE_KERNEL_2 (static, kernel_greater, greater)
DEFINE_KERNEL_2 (static, kernel_greater_equal, greater_equal)
DEFINE_KERNEL_2 (static, kernel_equal, equal)
DEFINE_KERNEL_2 (static, kernel_not_equal, not_equal)
DEFINE_KERNEL_2 (static, kernel_and, and)
DEFINE_KERNEL_2 (static, kernel_or, or)
DEFINE_KERNEL_1 ( , premise_kernel_abs, fabs)
DEFINE_KERNEL_1 ( , premise_kernel_sign, sign)
DEFINE_KERNEL_1 ( , premise_kernel_floor, floor)
DEFINE_KERNEL_1 ( , premise_kernel_ceil, ceil)
DEFINE_KERNEL_1 ( , premise_kernel_sqrt, sqrt)
DEFINE_KERNEL_1 ( , premise_kernel_exp, exponential)
DEFINE_KERNEL_1 ( , premise_kernel_ln, logarithm)
DEFINE_KERNEL_1 ( , premise_kernel_log10, logarithm_10)
DEFINE_KERNEL_2 ( , premise_kernel_min_2, min_2)
DEFINE_KERNEL_2 ( , premise_kernel_max_2, max_2)
DEFINE_KERNEL_2 ( , premise_kernel_mod, modulo)
DEFINE_KERNEL_2 ( , premise_kernel_round, round_to)
DEFINE_KERNEL_3 ( , premise_kernel_if, choose)
DEFINE_KERNEL_3 ( , premise_kernel_clamp, clamp)
DEFINE_KERNEL_3 ( , premise_kernel_cagr, growth)
DEFINE_KERNEL_3 ( , premise_kernel_pmt, payment)

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
