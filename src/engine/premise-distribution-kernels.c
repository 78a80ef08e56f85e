/* premise-distribution-kernels.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiled once for each level of the processor, as premise-lane-kernels.c is, with
 * PREMISE_QUANTILE_LOOPS as the name of the table.
 */

#include "config.h"

#include "premise-distribution-private.h"

#include <math.h>

static void
uniform (const double *restrict u,
         double       *restrict x,
         gsize         n,
         double        low,
         double        high)
{
  double width = high - low;

  for (gsize i = 0; i < n; i++)
    x[i] = low + u[i] * width;
}

/* One square root for either side of the mode. */
static inline void
draw_triangular (const double *restrict u,
                 double       *restrict x,
                 gsize         n,
                 double        from,
                 double        width,
                 double        low,
                 double        mode,
                 double        high)
{
  double span = high - low;
  double left = span * (mode - low);
  double right = span * (high - mode);
  double at_mode = (mode - low) / span;

  /* In one loop, the compiler would take the root of either side. */
  for (gsize i = 0; i < n; i++)
    {
      double p = from + u[i] * width;

      x[i] = p < at_mode ? p * left : (1 - p) * right;
    }

  for (gsize i = 0; i < n; i++)
    {
      double p = from + u[i] * width;
      double root = sqrt (x[i]);

      x[i] = p < at_mode ? low + root : high - root;
    }
}

static void
triangular (const double *u,
            double       *x,
            gsize         n,
            double        from,
            double        width,
            double        low,
            double        mode,
            double        high)
{
  if (from == 0 && width == 1)
    draw_triangular (u, x, n, 0, 1, low, mode, high);
  else
    draw_triangular (u, x, n, from, width, low, mode, high);
}

const PremiseQuantileLoops PREMISE_QUANTILE_LOOPS = {
  .uniform = uniform,
  .triangular = triangular,
};
