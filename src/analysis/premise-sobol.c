/* premise-sobol.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sources: S. Joe and F. Y. Kuo, “Constructing Sobol sequences with better two-dimensional
 * projections”, SIAM J. Sci. Comput. 30 (2008), for the sequence. A. B. Owen, “Randomly permuted
 * (t,m,s)-nets and (t,s)-sequences”, 1995, for nested uniform scrambling, done by a hash as in
 * B. Burley, “Practical hash-based Owen scrambling”, JCGT 9 (2020), with the constants of
 * N. Vegdahl, “Owen scrambling based on better hashes”, 2021.
 */

#include "config.h"

#include "premise-sobol-private.h"

#define N_BITS 32

/* How many of the lower bits of a point's number tell the points of a run apart. */
#define RUN_BITS 7

G_STATIC_ASSERT (1 << RUN_BITS == PREMISE_SOBOL_RUN);

/* Coordinates are kept with their bits the other way round, as the hash takes them. */
typedef struct
{
  guint32 directions[N_BITS];
  guint32 run[PREMISE_SOBOL_RUN];   /* the first points */
} Dimension;

struct _PremiseSobol
{
  guint      n_dimensions;
  Dimension *dimensions;
};

static guint32
reverse (guint32 x)
{
  x = (x & 0x55555555) << 1 | (x >> 1 & 0x55555555);
  x = (x & 0x33333333) << 2 | (x >> 2 & 0x33333333);
  x = (x & 0x0f0f0f0f) << 4 | (x >> 4 & 0x0f0f0f0f);

  return GUINT32_SWAP_LE_BE (x);
}

/* The coordinate of a point: the sum, bit by bit, of the directions of its number's bits. */
static guint32
get_point (const Dimension *dimension,
           guint32          number)
{
  guint32 x = 0;

  for (guint bit = 0; number >> bit != 0; bit++)
    {
      if (number >> bit & 1)
        x ^= dimension->directions[bit];

      if (bit == N_BITS - 1)
        break;
    }

  return x;
}

/* @row: (nullable): degree, polynomial and initial numbers; the first dimension has none */
static void
fill (Dimension     *dimension,
      const guint16 *row)
{
  guint32 *v = dimension->directions;
  guint degree = row != NULL ? row[0] : 0;

  for (guint i = 0; i < N_BITS; i++)
    {
      if (row == NULL)
        v[i] = 1u << (N_BITS - 1 - i);
      else if (i < degree)
        v[i] = (guint32) row[2 + i] << (N_BITS - 1 - i);
      else
        {
          v[i] = v[i - degree] ^ v[i - degree] >> degree;

          for (guint k = 1; k < degree; k++)
            {
              if (row[1] >> (degree - 1 - k) & 1)
                v[i] ^= v[i - k];
            }
        }
    }

  for (guint i = 0; i < N_BITS; i++)
    v[i] = reverse (v[i]);

  for (guint i = 0; i < PREMISE_SOBOL_RUN; i++)
    dimension->run[i] = get_point (dimension, i);
}

/**
 * premise_sobol_new:
 * @n_dimensions: up to PREMISE_SOBOL_DIMENSIONS
 *
 * Returns: (transfer full): the sequence
 */
PremiseSobol *
premise_sobol_new (guint n_dimensions)
{
  PremiseSobol *self = g_new0 (PremiseSobol, 1);
  const guint16 *row = premise_sobol_directions;

  self->n_dimensions = MIN (n_dimensions, PREMISE_SOBOL_DIMENSIONS);
  self->dimensions = g_new (Dimension, self->n_dimensions);

  for (guint i = 0; i < self->n_dimensions; i++)
    {
      fill (&self->dimensions[i], i > 0 ? row : NULL);

      if (i > 0)
        row += 2 + row[0];
    }

  return self;
}

/**
 * premise_sobol_free:
 * @self: (nullable) (transfer full): a sequence
 *
 * Frees it.
 */
void
premise_sobol_free (PremiseSobol *self)
{
  if (self == NULL)
    return;

  g_free (self->dimensions);
  g_free (self);
}

/**
 * premise_sobol_draw:
 * @self: a sequence
 * @dimension: which coordinate
 * @scramble: which scrambled version of it
 * @first: the number of the first point, a multiple of PREMISE_SOBOL_RUN
 * @u: (out caller-allocates) (array fixed-size=128): numbers between 0 and 1, neither included
 *
 * Draws one coordinate of a run of points. Scrambled with a random number, each is uniformly
 * distributed, and as evenly as before; so the mean over points is right on average, and
 * several scrambles tell how far off it may be.
 */
void
premise_sobol_draw (const PremiseSobol *self,
                    guint               dimension,
                    guint32             scramble,
                    guint32             first,
                    double             *u)
{
  const Dimension *d = &self->dimensions[dimension];
  guint32 base = get_point (d, first);

  g_return_if_fail (dimension < self->n_dimensions && first % PREMISE_SOBOL_RUN == 0);

  for (guint i = 0; i < PREMISE_SOBOL_RUN; i++)
    {
      guint32 x = d->run[i] ^ base;

      x ^= x * 0x3d20adea;
      x += scramble;
      x *= scramble >> 16 | 1;
      x ^= x * 0x05526c56;
      x ^= x * 0x53a22864;
      u[i] = ((double) reverse (x) + 0.5) * 0x1p-32;
    }
}
