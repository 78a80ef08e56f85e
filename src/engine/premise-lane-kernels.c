/* premise-lane-kernels.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiled once for each level of the processor, with PREMISE_LANE_TABLE as the name of the
 * table, and without the flags of exceptions and errno, of which nobody asks.
 */

#include "config.h"

#include "premise-cell-private.h"
#include "premise-lane-private.h"

#define STEP_A (PREMISE_STEP (0))
#define STEP_B (PREMISE_STEP (1))

#define DEFINE_1(name, function)                                        \
  static void                                                           \
  lane_##name (double       *restrict result,                           \
               const double *restrict a,                                \
               const double *restrict b,                                \
               const double *restrict c,                                \
               guint         steps,                                     \
               gsize         n)                                         \
  {                                                                     \
    for (gsize i = 0; i < n; i++)                                       \
      result[i] = function (a[i]);                                      \
  }

#define DEFINE_2(name, function)                                        \
  static void                                                           \
  lane_##name (double       *restrict result,                           \
               const double *restrict a,                                \
               const double *restrict b,                                \
               const double *restrict c,                                \
               guint         steps,                                     \
               gsize         n)                                         \
  {                                                                     \
    if ((steps & STEP_A) == 0)                                          \
      {                                                                 \
        double x = *a;                                                  \
                                                                        \
        for (gsize i = 0; i < n; i++)                                   \
          result[i] = function (x, b[i]);                               \
      }                                                                 \
    else if ((steps & STEP_B) == 0)                                     \
      {                                                                 \
        double y = *b;                                                  \
                                                                        \
        for (gsize i = 0; i < n; i++)                                   \
          result[i] = function (a[i], y);                               \
      }                                                                 \
    else                                                                \
      {                                                                 \
        for (gsize i = 0; i < n; i++)                                   \
          result[i] = function (a[i], b[i]);                            \
      }                                                                 \
  }

#define DEFINE_3(name, function)                                        \
  static void                                                           \
  lane_##name (double       *restrict result,                           \
               const double *restrict a,                                \
               const double *restrict b,                                \
               const double *restrict c,                                \
               guint         steps,                                     \
               gsize         n)                                         \
  {                                                                     \
    for (gsize i = 0; i < n; i++)                                       \
      result[i] = function (a[i], b[i], c[i]);                          \
  }

DEFINE_1 (negate, premise_cell_negate)
DEFINE_1 (not, premise_cell_not)
DEFINE_1 (percent, premise_cell_percent)
DEFINE_2 (add, premise_cell_add)
DEFINE_2 (subtract, premise_cell_subtract)
DEFINE_2 (multiply, premise_cell_multiply)
DEFINE_2 (divide, premise_cell_divide)
DEFINE_2 (less, premise_cell_less)
DEFINE_2 (less_equal, premise_cell_less_equal)
DEFINE_2 (greater, premise_cell_greater)
DEFINE_2 (greater_equal, premise_cell_greater_equal)
DEFINE_2 (equal, premise_cell_equal)
DEFINE_2 (not_equal, premise_cell_not_equal)
DEFINE_2 (and, premise_cell_and)
DEFINE_2 (or, premise_cell_or)
DEFINE_3 (if, premise_cell_choose)
DEFINE_2 (min, premise_cell_min_2)
DEFINE_2 (max, premise_cell_max_2)
DEFINE_1 (abs, fabs)
DEFINE_1 (sign, premise_cell_sign)
DEFINE_1 (floor, floor)
DEFINE_1 (ceil, ceil)
DEFINE_1 (sqrt, sqrt)
DEFINE_3 (clamp, premise_cell_clamp)

/* The fast part for all, then the slow part where the fast one was not good for it. */
static void
lane_exp (double       *restrict result,
          const double *restrict a,
          const double *restrict b,
          const double *restrict c,
          guint         steps,
          gsize         n)
{
  guint64 slow = 0;

  for (gsize i = 0; i < n; i++)
    {
      result[i] = premise_exp_fast (a[i]);
      slow |= fabs (a[i]) < 700 ? 0 : 1;
    }

  for (gsize i = 0; slow != 0 && i < n; i++)
    {
      if (!(fabs (a[i]) < 700))
        result[i] = premise_cell_exponential (a[i]);
    }
}

static void
lane_ln (double       *restrict result,
         const double *restrict a,
         const double *restrict b,
         const double *restrict c,
         guint         steps,
         gsize         n)
{
  guint64 slow = 0;

  for (gsize i = 0; i < n; i++)
    {
      result[i] = premise_log_fast (a[i]);
      slow |= premise_is_normal_positive (a[i]) ? 0 : 1;
    }

  for (gsize i = 0; slow != 0 && i < n; i++)
    {
      if (!premise_is_normal_positive (a[i]))
        result[i] = premise_cell_logarithm (a[i]);
    }
}

/* The powers of two columns. @x_step, @y_step: 0 where it is one number. */
static inline void
power (double       *restrict result,
       const double *restrict x,
       gsize         x_step,
       const double *restrict y,
       gsize         y_step,
       gsize         n)
{
  guint64 slow = 0;

  for (gsize i = 0; i < n; i++)
    {
      double exponent;
      double base = x[i * x_step];

      result[i] = premise_power_fast (base, y[i * y_step], &exponent);
      slow |= (premise_is_normal_positive (base) ? 0 : 1) | (fabs (exponent) < 700 ? 0 : 1)
              | (premise_is_short_exponent (y[i * y_step]) ? 1 : 0);
    }

  if (slow == 0)
    return;

  for (gsize i = 0; i < n; i++)
    result[i] = premise_cell_power (x[i * x_step], y[i * y_step]);
}

/* Exponents that are short, @roots: whether there are square roots among them. */
static inline void
power_short (double       *restrict result,
             const double *restrict x,
             gsize         x_step,
             const double *restrict y,
             gboolean      roots,
             gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      double base = x[i * x_step];
      double power = roots ? premise_power_short (base, y[i]) : premise_power_whole (base, y[i]);

      result[i] = power - premise_cell_poison_1 (base);
    }
}

/* The same with one exponent, which the compiler knows in each case. */
static inline void
power_known (double       *restrict result,
             const double *restrict x,
             double        y,
             gsize         n)
{
  for (gsize i = 0; i < n; i++)
    result[i] = premise_power_short (x[i], y) - premise_cell_poison_1 (x[i]);
}

static void
power_one (double       *restrict result,
           const double *restrict x,
           double        y,
           gsize         n)
{
  if (y == 0.25)
    power_known (result, x, 0.25, n);
  else if (y == 0.5)
    power_known (result, x, 0.5, n);
  else if (y == 1)
    power_known (result, x, 1, n);
  else if (y == 2)
    power_known (result, x, 2, n);
  else if (y == 3)
    power_known (result, x, 3, n);
  else if (y == 4)
    power_known (result, x, 4, n);
  else
    power_known (result, x, 5, n);
}

/* Whether all exponents are short; and whether they are roots. */
static gboolean
are_short (const double *y,
           gsize         n,
           gboolean     *roots)
{
  guint64 others = 0;
  guint64 parts = 0;

  for (gsize i = 0; i < n; i++)
    {
      others |= premise_is_short_exponent (y[i]) ? 0 : 1;
      parts |= y[i] < 1 ? 1 : 0;
    }

  *roots = parts != 0;

  return others == 0;
}

static void
lane_power (double       *restrict result,
            const double *restrict a,
            const double *restrict b,
            const double *restrict c,
            guint         steps,
            gsize         n)
{
  gsize base_step = (steps & STEP_A) != 0;
  gboolean one_exponent = (steps & STEP_B) == 0;
  gboolean roots;

  if (!are_short (b, one_exponent ? 1 : n, &roots))
    {
      if (one_exponent)
        power (result, a, 1, b, 0, n);
      else
        power (result, a, base_step, b, 1, n);
    }
  else if (one_exponent)
    power_one (result, a, *b, n);
  else if (roots)
    power_short (result, a, base_step, b, TRUE, n);
  else
    power_short (result, a, base_step, b, FALSE, n);
}

/* A unit of lanes at a time, so that what is no column can be a unit that is read again and
 * again.
 */
#define DEFINE_FUSED(name, expression)                                  \
  static void                                                           \
  lane_##name (double       *restrict result,                           \
               const double *restrict a,                                \
               const double *restrict b,                                \
               const double *restrict c,                                \
               guint         steps,                                     \
               gsize         n)                                         \
  {                                                                     \
    gsize step_a = (steps & PREMISE_STEP (0)) != 0 ? PREMISE_LANE_UNIT : 0; \
    gsize step_b = (steps & PREMISE_STEP (1)) != 0 ? PREMISE_LANE_UNIT : 0; \
    gsize step_c = (steps & PREMISE_STEP (2)) != 0 ? PREMISE_LANE_UNIT : 0; \
                                                                        \
    for (gsize unit = 0; unit < n; unit += PREMISE_LANE_UNIT)           \
      {                                                                 \
        for (gsize i = 0; i < PREMISE_LANE_UNIT; i++)                   \
          result[i] = expression;                                       \
                                                                        \
        result += PREMISE_LANE_UNIT;                                    \
        a += step_a;                                                    \
        b += step_b;                                                    \
        c += step_c;                                                    \
      }                                                                 \
  }

#define DEFINE_FUSED_2(first, second)                                   \
  DEFINE_FUSED (first##_##second,                                       \
                premise_cell_##second (premise_cell_##first (a[i], b[i]), c[i])) \
  DEFINE_FUSED (second##_of_##first,                                    \
                premise_cell_##second (c[i], premise_cell_##first (a[i], b[i])))

#define DEFINE_FUSED_4(first)                                           \
  DEFINE_FUSED_2 (first, add)                                           \
  DEFINE_FUSED_2 (first, subtract)                                      \
  DEFINE_FUSED_2 (first, multiply)                                      \
  DEFINE_FUSED_2 (first, divide)

DEFINE_FUSED_4 (add)
DEFINE_FUSED_4 (subtract)
DEFINE_FUSED_4 (multiply)
DEFINE_FUSED_4 (divide)

#define FUSED(first)                                                    \
  lane_##first##_add, lane_add_of_##first,                              \
  lane_##first##_subtract, lane_subtract_of_##first,                    \
  lane_##first##_multiply, lane_multiply_of_##first,                    \
  lane_##first##_divide, lane_divide_of_##first

static void
gather (double        *restrict result,
        const double  *restrict memory,
        const guint32 *restrict positions,
        gsize          n)
{
  for (gsize i = 0; i < n; i++)
    result[i] = memory[positions[i]];
}

static void
scatter (double        *restrict memory,
         const double  *restrict values,
         const guint32 *restrict positions,
         gsize          n)
{
  for (gsize i = 0; i < n; i++)
    memory[positions[i]] = isfinite (values[i]) ? values[i] : NAN;
}

const PremiseLaneTable PREMISE_LANE_TABLE = {
  .kernels = {
    [PREMISE_CODE_NEGATE] = lane_negate,
    [PREMISE_CODE_NOT] = lane_not,
    [PREMISE_CODE_PERCENT] = lane_percent,
    [PREMISE_CODE_ADD] = lane_add,
    [PREMISE_CODE_SUBTRACT] = lane_subtract,
    [PREMISE_CODE_MULTIPLY] = lane_multiply,
    [PREMISE_CODE_DIVIDE] = lane_divide,
    [PREMISE_CODE_POWER] = lane_power,
    [PREMISE_CODE_LESS] = lane_less,
    [PREMISE_CODE_LESS_EQUAL] = lane_less_equal,
    [PREMISE_CODE_GREATER] = lane_greater,
    [PREMISE_CODE_GREATER_EQUAL] = lane_greater_equal,
    [PREMISE_CODE_EQUAL] = lane_equal,
    [PREMISE_CODE_NOT_EQUAL] = lane_not_equal,
    [PREMISE_CODE_AND] = lane_and,
    [PREMISE_CODE_OR] = lane_or,
    [PREMISE_CODE_IF] = lane_if,
    [PREMISE_CODE_MIN] = lane_min,
    [PREMISE_CODE_MAX] = lane_max,
    [PREMISE_CODE_ABS] = lane_abs,
    [PREMISE_CODE_SIGN] = lane_sign,
    [PREMISE_CODE_FLOOR] = lane_floor,
    [PREMISE_CODE_CEIL] = lane_ceil,
    [PREMISE_CODE_SQRT] = lane_sqrt,
    [PREMISE_CODE_EXP] = lane_exp,
    [PREMISE_CODE_LN] = lane_ln,
    [PREMISE_CODE_CLAMP] = lane_clamp,
  },
  .fused = { FUSED (add), FUSED (subtract), FUSED (multiply), FUSED (divide) },
  .gather = gather,
  .scatter = scatter,
};
