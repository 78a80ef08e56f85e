/* premise-random-kernels.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiled once for each level of the processor, with PREMISE_RANDOM_TABLE as the name of the
 * table. All levels draw the same numbers.
 */

#include "config.h"

#include "premise-random-private.h"

#include <math.h>
#include <string.h>

/* All lanes of one word of the state; the compiler splits it where vectors are shorter. */
typedef guint64 Lanes __attribute__ ((vector_size (PREMISE_RANDOM_LANES * sizeof (guint64))));
typedef double  Numbers __attribute__ ((vector_size (PREMISE_RANDOM_LANES * sizeof (double))));

static void
draw (PremiseRandom *random,
      double        *u,
      gsize          n)
{
  Lanes a;
  Lanes b;
  Lanes c;
  Lanes d;

  memcpy (&a, random->s[0], sizeof a);
  memcpy (&b, random->s[1], sizeof b);
  memcpy (&c, random->s[2], sizeof c);
  memcpy (&d, random->s[3], sizeof d);

  for (gsize i = 0; i < n; i += PREMISE_RANDOM_LANES)
    {
      /* 52 bits between 1 and 2, and half a step up, so that 0 does not occur. */
      Lanes bits = (a + d) >> 12 | G_GUINT64_CONSTANT (0x3ff0000000000000);
      Lanes shifted = b << 17;
      Numbers numbers;

      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = d << 45 | d >> 19;

      memcpy (&numbers, &bits, sizeof numbers);
      numbers -= 1 - 0x1p-53;
      memcpy (u + i, &numbers, sizeof numbers);
    }

  memcpy (random->s[0], &a, sizeof a);
  memcpy (random->s[1], &b, sizeof b);
  memcpy (random->s[2], &c, sizeof c);
  memcpy (random->s[3], &d, sizeof d);
}

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

const PremiseRandomTable PREMISE_RANDOM_TABLE = {
  .draw = draw,
  .uniform = uniform,
  .triangular = triangular,
};
