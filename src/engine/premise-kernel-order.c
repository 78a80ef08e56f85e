/* premise-kernel-order.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-kernel-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  double key;
  gsize  position;
} Sortable;

static void
fill_line (double *line,
           gsize   n,
           double  value)
{
  for (gsize i = 0; i < n; i++)
    line[i] = value;
}

/* Equal keys keep their order, whatever qsort() does. */
static int
compare_sortables (gconstpointer a,
                   gconstpointer b)
{
  const Sortable *x = a;
  const Sortable *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;

  return (x->position > y->position) - (x->position < y->position);
}

static int
compare_ascending (gconstpointer a,
                   gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* In between, also where the sum would be too large. */
static double
get_middle (double a,
            double b)
{
  double sum = a + b;

  return isfinite (sum) ? sum / 2 : a / 2 + b / 2;
}

/**
 * premise_kernel_median:
 * @block: what to work on
 *
 * The value in the middle of each line, or the mean of the two there. An empty line has none.
 */
void
premise_kernel_median (const PremiseBlock *block)
{
  gsize n = block->length;
  g_autofree double *sorted = g_new (double, MAX (n, 1));

  for (gsize i = 0; i < block->n; i++)
    {
      const double *values = block->args[0] + i * n;

      if (n == 0 || !premise_line_is_finite (values, n))
        {
          block->result[i] = NAN;
          continue;
        }

      memcpy (sorted, values, n * sizeof *sorted);
      qsort (sorted, n, sizeof *sorted, compare_ascending);
      block->result[i] = n % 2 == 1 ? sorted[n / 2] : get_middle (sorted[n / 2 - 1], sorted[n / 2]);
    }
}

/**
 * premise_kernel_sort_by:
 * @block: what to work on
 *
 * The cells of each line of the first argument, in ascending order of those of the second.
 * Equal ones keep their order.
 */
void
premise_kernel_sort_by (const PremiseBlock *block)
{
  gsize n = block->length;
  g_autofree Sortable *sortables = g_new (Sortable, MAX (n, 1));

  for (gsize i = 0; i < block->n; i++)
    {
      const double *values = block->args[0] + i * n;
      const double *keys = block->args[1] + i * n;
      double *result = block->result + i * n;

      if (!premise_line_is_finite (keys, n))
        {
          fill_line (result, n, NAN);
          continue;
        }

      for (gsize j = 0; j < n; j++)
        sortables[j] = (Sortable) { keys[j], j };

      qsort (sortables, n, sizeof *sortables, compare_sortables);

      for (gsize j = 0; j < n; j++)
        result[j] = values[sortables[j].position];
    }
}

/**
 * premise_kernel_lag:
 * @block: what to work on
 *
 * The cell so many before each cell of a line, or behind it for a negative number; where
 * the line has none there, the third argument. Only whole numbers count cells.
 */
void
premise_kernel_lag (const PremiseBlock *block)
{
  gsize n = block->length;

  for (gsize i = 0; i < block->n; i++)
    {
      const double *values = block->args[0] + i * n;
      double distance = block->args[1][i * block->steps[1]];
      double initial = block->args[2][i * block->steps[2]];
      double *result = block->result + i * n;

      if (!isfinite (distance) || distance != trunc (distance))
        {
          fill_line (result, n, NAN);
          continue;
        }

      for (gsize j = 0; j < n; j++)
        {
          double from = (double) j - distance;

          result[j] = from >= 0 && from < (double) n ? values[(gsize) from] : initial;
        }
    }
}

/* How many of ascending values are not above x; n + 1 where they do not ascend. */
static gsize
count_up_to (const double *values,
             gsize         n,
             double        x)
{
  gsize count = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && values[i - 1] >= values[i])
        return n + 1;

      count += values[i] <= x;
    }

  return count;
}

/**
 * premise_kernel_lookup:
 * @block: what to work on
 *
 * Of the steps that begin at the second argument and are as high as the third, that on which
 * the first stands. Left of the first step there is none. The steps must go from left to right.
 */
void
premise_kernel_lookup (const PremiseBlock *block)
{
  gsize n = block->length;

  for (gsize i = 0; i < block->n; i++)
    {
      double x = block->args[0][i * block->steps[0]];
      const double *xs = block->args[1] + i * n;
      const double *ys = block->args[2] + i * n;
      gsize count = isfinite (x) && premise_line_is_finite (xs, n)
                    && premise_line_is_finite (ys, n)
                    ? count_up_to (xs, n, x)
                    : 0;

      block->result[i] = count > 0 && count <= n ? ys[count - 1] : NAN;
    }
}

/**
 * premise_kernel_index_of:
 * @block: what to work on
 *
 * The place, from 1 on, of the first cell of each line that has a value.
 */
void
premise_kernel_index_of (const PremiseBlock *block)
{
  gsize n = block->length;

  for (gsize i = 0; i < block->n; i++)
    {
      const double *values = block->args[0] + i * n;
      double wanted = block->args[1][i * block->steps[1]];
      gsize j = 0;

      while (j < n && values[j] != wanted)
        j++;

      block->result[i] = j < n && isfinite (wanted) && premise_line_is_finite (values, n)
                         ? (double) (j + 1)
                         : NAN;
    }
}

/**
 * premise_explain_lookup:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains steps that do not ascend, and what stands left of them.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_lookup (const PremiseBlock *block,
                        gsize               cell)
{
  double x = block->args[0][cell * block->steps[0]];
  const double *xs = block->args[1] + cell * block->length;

  return count_up_to (xs, block->length, x) > block->length ? PREMISE_VALUE_DOMAIN
                                                            : PREMISE_VALUE_MISSING;
}

/**
 * premise_explain_not_found:
 * @block: what was worked on
 * @cell: a cell without a value
 *
 * Explains that a line does not have what was looked for.
 *
 * Returns: the error
 */
PremiseValueError
premise_explain_not_found (const PremiseBlock *block,
                           gsize               cell)
{
  return PREMISE_VALUE_MISSING;
}
