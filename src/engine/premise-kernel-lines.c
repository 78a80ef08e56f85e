/* premise-kernel-lines.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-kernel-private.h"

#include <math.h>
#include <stdlib.h>

/* Below this length, comparing each with each is faster than sorting, and needs no memory. */
#define RANK_BY_SORTING 64

/* How finely the rates are searched: two solutions within one step are not seen. */
#define GRID_STEPS 4

/* Halving that often leaves nothing of any bracket. */
#define MAX_BISECTIONS 200

static double
sum_of (const double *values,
        gsize         n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += values[i];

  return sum;
}

/**
 * premise_kernel_sum:
 * @block: what to work on
 *
 * Adds from left to right, so that the result does not depend on how it is computed.
 */
void
premise_kernel_sum (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    block->result[i] = sum_of (block->args[0] + i * block->length, block->length);
}

/**
 * premise_kernel_mean:
 * @block: what to work on
 *
 * The arithmetic mean. An empty line has none.
 */
void
premise_kernel_mean (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    block->result[i] = sum_of (block->args[0] + i * block->length, block->length)
                       / (double) block->length;
}

static double
extreme_of (const double *values,
            gsize         n,
            double        sign)
{
  double extreme = n > 0 ? values[0] : NAN;

  if (!premise_line_is_finite (values, n))
    return NAN;

  for (gsize i = 1; i < n; i++)
    {
      if (values[i] * sign < extreme * sign)
        extreme = values[i];
    }

  return extreme;
}

/**
 * premise_kernel_min:
 * @block: what to work on
 *
 * The smallest. An empty line has none.
 */
void
premise_kernel_min (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    block->result[i] = extreme_of (block->args[0] + i * block->length, block->length, 1);
}

/**
 * premise_kernel_max:
 * @block: what to work on
 *
 * The largest. An empty line has none.
 */
void
premise_kernel_max (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    block->result[i] = extreme_of (block->args[0] + i * block->length, block->length, -1);
}

/**
 * premise_kernel_product:
 * @block: what to work on
 *
 * Multiplies from left to right.
 */
void
premise_kernel_product (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    {
      double product = 1;

      for (gsize j = 0; j < block->length; j++)
        product *= block->args[0][i * block->length + j];

      block->result[i] = product;
    }
}

/**
 * premise_kernel_count:
 * @block: what to work on
 *
 * Counts the cells that have a value.
 */
void
premise_kernel_count (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    {
      gsize count = 0;

      for (gsize j = 0; j < block->length; j++)
        count += isfinite (block->args[0][i * block->length + j]) != 0;

      block->result[i] = (double) count;
    }
}

/**
 * premise_kernel_share:
 * @block: what to work on
 *
 * Divides each cell by the sum of its line.
 */
void
premise_kernel_share (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    {
      const double *values = block->args[0] + i * block->length;
      double sum = sum_of (values, block->length);

      for (gsize j = 0; j < block->length; j++)
        block->result[i * block->length + j] = values[j] / sum - (sum - sum);
    }
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x < y) - (x > y);
}

static void
rank_by_sorting (const double *values,
                 double       *result,
                 gsize         n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);

  qsort (sorted, n, sizeof *sorted, compare_descending);

  for (gsize i = 0; i < n; i++)
    {
      gsize low = 0;
      gsize high = n;

      /* The first of those that are not larger. */
      while (low < high)
        {
          gsize middle = (low + high) / 2;

          if (sorted[middle] > values[i])
            low = middle + 1;
          else
            high = middle;
        }

      result[i] = (double) (low + 1);
    }
}

static void
rank_by_counting (const double *values,
                  double       *result,
                  gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      gsize rank = 1;

      for (gsize j = 0; j < n; j++)
        rank += values[j] > values[i];

      result[i] = (double) rank;
    }
}

/**
 * premise_kernel_rank:
 * @block: what to work on
 *
 * The place of each cell in its line, 1 for the largest; equal ones share the better place.
 */
void
premise_kernel_rank (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    {
      const double *values = block->args[0] + i * block->length;
      double *result = block->result + i * block->length;

      if (!premise_line_is_finite (values, block->length))
        {
          for (gsize j = 0; j < block->length; j++)
            result[j] = NAN;
        }
      else if (block->length < RANK_BY_SORTING)
        rank_by_counting (values, result, block->length);
      else
        rank_by_sorting (values, result, block->length);
    }
}

/**
 * premise_kernel_cumulate:
 * @block: what to work on
 *
 * The sum of each line up to and including each cell.
 */
void
premise_kernel_cumulate (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    {
      double sum = 0;

      for (gsize j = 0; j < block->length; j++)
        {
          sum += block->args[0][i * block->length + j];
          block->result[i * block->length + j] = sum;
        }
    }
}

/**
 * premise_kernel_prev:
 * @block: what to work on
 *
 * The cell before each cell of a line; for the first, the second argument.
 */
void
premise_kernel_prev (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    {
      for (gsize j = 0; j < block->length; j++)
        block->result[i * block->length + j] =
          j > 0 ? block->args[0][i * block->length + j - 1] : block->args[1][i * block->steps[1]];
    }
}

/* What the payments are worth, the first @delay periods from now. */
static double
present_value (double        rate,
               const double *payments,
               gsize         n,
               gboolean      delayed)
{
  double factor = delayed ? 1 + rate : 1;
  double value = 0;

  for (gsize i = 0; i < n; i++)
    {
      value += payments[i] / factor;
      factor *= 1 + rate;
    }

  return value;
}

/**
 * premise_kernel_npv:
 * @block: what to work on
 *
 * The present value of a line of payments, the first of them one period from now, as in
 * the spreadsheet.
 */
void
premise_kernel_npv (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    {
      double rate = block->args[0][i * block->steps[0]];
      const double *payments = block->args[1] + i * block->length;

      /* A payment over an endless factor is zero, and would hide that the rate is an error. */
      block->result[i] = isfinite (rate) && rate != -1 && premise_line_is_finite (payments, block->length)
                         ? present_value (rate, payments, block->length, TRUE)
                         : NAN;
    }
}

static double
bisect_rate (const double *payments,
             gsize         n,
             double        low,
             double        high)
{
  gboolean low_negative = present_value (low, payments, n, FALSE) < 0;

  for (guint i = 0; i < MAX_BISECTIONS; i++)
    {
      double middle = low + (high - low) / 2;
      double value = present_value (middle, payments, n, FALSE);

      if (value == 0 || middle == low || middle == high)
        return middle;

      if ((value < 0) == low_negative)
        low = middle;
      else
        high = middle;
    }

  return low + (high - low) / 2;
}

/* Where the present value passes zero between two rates, NaN if it does not. */
static double
rate_between (const double *payments,
              gsize         n,
              double        low_rate,
              double        low,
              double        high_rate,
              double        high)
{
  if (!isfinite (low) || !isfinite (high) || low == 0)
    return NAN;

  if (high == 0)
    return high_rate;

  return (low < 0) != (high < 0) ? bisect_rate (payments, n, low_rate, high_rate) : NAN;
}

static double
internal_rate (const double *payments,
               gsize         n)
{
  /* Rates that a report could mean; of several brackets, that nearest to no growth wins. */
  static const double grid[] = {
    -0.999, -0.9, -0.75, -0.5, -0.25, 0, 0.1, 0.25, 0.5, 1, 2, 5, 10, 100, 1000,
  };
  double best = NAN;
  double low_rate = grid[0];
  double low = present_value (low_rate, payments, n, FALSE);

  if (!premise_line_is_finite (payments, n))
    return NAN;

  for (guint i = 0; i < (G_N_ELEMENTS (grid) - 1) * GRID_STEPS; i++)
    {
      guint at = i / GRID_STEPS;
      double part = (i % GRID_STEPS + 1) / (double) GRID_STEPS;
      double high_rate = part < 1 ? grid[at] + (grid[at + 1] - grid[at]) * part : grid[at + 1];
      double high = present_value (high_rate, payments, n, FALSE);
      double rate = rate_between (payments, n, low_rate, low, high_rate, high);

      if (!isnan (rate) && (isnan (best) || fabs (rate) < fabs (best)))
        best = rate;

      low_rate = high_rate;
      low = high;
    }

  return best;
}

/**
 * premise_kernel_irr:
 * @block: what to work on
 *
 * The rate at which a line of payments is worth nothing, the first of them now. Where
 * there are several, the one nearest to zero.
 */
void
premise_kernel_irr (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    block->result[i] = internal_rate (block->args[0] + i * block->length, block->length);
}

/* On the line from (@x0, @y0) to (@x1, @y1), also where a difference would be too large. */
static double
interpolate_between (double x,
                     double x0,
                     double y0,
                     double x1,
                     double y1)
{
  double part = isfinite (x1 - x0) ? (x - x0) / (x1 - x0) : (x / 2 - x0 / 2) / (x1 / 2 - x0 / 2);

  return isfinite (y1 - y0) ? y0 + (y1 - y0) * part : y0 * (1 - part) + y1 * part;
}

static double
interpolate (double        x,
             const double *xs,
             const double *ys,
             gsize         n)
{
  if (n == 0 || !isfinite (x) || !premise_line_is_finite (xs, n) || !premise_line_is_finite (ys, n))
    return NAN;

  for (gsize i = 0; i + 1 < n; i++)
    {
      if (xs[i] >= xs[i + 1])
        return NAN;
    }

  if (x <= xs[0])
    return ys[0];

  for (gsize i = 0; i + 1 < n; i++)
    {
      if (x < xs[i + 1])
        return interpolate_between (x, xs[i], ys[i], xs[i + 1], ys[i + 1]);
    }

  return ys[n - 1];
}

/**
 * premise_kernel_interpolate:
 * @block: what to work on
 *
 * The height at the first argument of the line through the points of the other two. Left
 * and right of the points it is level. The points must go from left to right.
 */
void
premise_kernel_interpolate (const PremiseBlock *block)
{
  for (gsize i = 0; i < block->n; i++)
    block->result[i] = interpolate (block->args[0][i * block->steps[0]],
                                    block->args[1] + i * block->length,
                                    block->args[2] + i * block->length,
                                    block->length);
}

/**
 * premise_explain_missing:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains the mean, the extreme or the product of a line: there is nothing in it, or too much.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_missing (const PremiseBlock *block,
                         gsize               cell)
{
  return block->length == 0 ? PREMISE_VALUE_MISSING : PREMISE_VALUE_OVERFLOW;
}

/**
 * premise_explain_no_convergence:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains a search that found nothing.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_no_convergence (const PremiseBlock *block,
                                gsize               cell)
{
  return PREMISE_VALUE_NO_CONVERGENCE;
}

/**
 * premise_explain_npv:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains a present value.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_npv (const PremiseBlock *block,
                     gsize               cell)
{
  return block->args[0][cell * block->steps[0]] == -1 ? PREMISE_VALUE_DIVISION_BY_ZERO
                                                      : PREMISE_VALUE_OVERFLOW;
}

/**
 * premise_explain_share:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains a share of a sum.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_share (const PremiseBlock *block,
                       gsize               cell)
{
  const double *values = block->args[0] + cell / MAX (block->length, 1) * block->length;

  return sum_of (values, block->length) == 0 ? PREMISE_VALUE_DIVISION_BY_ZERO
                                             : PREMISE_VALUE_OVERFLOW;
}
