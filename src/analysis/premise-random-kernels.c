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

const PremiseRandomTable PREMISE_RANDOM_TABLE = {
  .draw = draw,
};
