/* premise-quantile-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-quantile-table-private.h"

#include <math.h>

/* How many pieces the range has: closer together towards its ends, where the density of a beta
 * distribution behaves like a power.
 */
#define N_PIECES 2048

/* Where to begin to look, for each of so many probabilities. */
#define N_GUIDES 4096

struct _PremiseQuantileTable
{
  double  alpha;                    /* of the beta distribution */
  double  beta;
  double  scale;                    /* 1 over the beta function */
  double  x[N_PIECES + 1];
  double  p[N_PIECES + 1];          /* the part below each */
  double  slope[N_PIECES + 1];      /* dx/dp there */
  guint16 guides[N_GUIDES + 1];
};

static double
density (const PremiseQuantileTable *self,
         double                      x)
{
  if (x <= 0 || x >= 1)
    return 0;

  return self->scale * pow (x, self->alpha - 1) * pow (1 - x, self->beta - 1);
}

/* The part between two places, by Gauss's rule of 8 points, which is exact for polynomials of
 * degree 15. At the ends the power is taken out first, by x = end ± width t^(1/exponent).
 */
static double
integrate (const PremiseQuantileTable *self,
           double                      from,
           double                      to)
{
  static const double points[4] = {
    0.1834346424956498049394761, 0.5255324099163289858177390,
    0.7966664774136267395915539, 0.9602898564975362316835609,
  };
  static const double weights[4] = {
    0.3626837833783619829651504, 0.3137066458778872873379622,
    0.2223810344533744705443560, 0.1012285362903762591525314,
  };
  double middle = (from + to) / 2;
  double half = (to - from) / 2;
  double sum = 0;

  for (guint i = 0; i < 4; i++)
    sum += weights[i] * (density (self, middle - half * points[i])
                         + density (self, middle + half * points[i]));

  return half * sum;
}

/* The part of the first piece, where the density is x^(α−1) times what hardly changes. */
static double
integrate_end (const PremiseQuantileTable *self,
               double                      width,
               double                      exponent,
               double                      other)
{
  /* ∫ x^(a−1) (1−x)^(b−1) dx, the second factor by its series. */
  double term = 1;
  double sum = 0;

  for (guint k = 0; k < 30; k++)
    {
      sum += term / (exponent + k);
      term *= -width * (other - 1 - k) / (k + 1);
    }

  return self->scale * pow (width, exponent) * sum;
}

static void
fill_guides (PremiseQuantileTable *self)
{
  guint piece = 0;

  for (guint i = 0; i <= N_GUIDES; i++)
    {
      while (piece < N_PIECES - 1 && self->p[piece + 1] < (double) i / N_GUIDES)
        piece++;

      self->guides[i] = (guint16) piece;
    }
}

/**
 * premise_quantile_table_new:
 * @mode: the most likely value, between 0 and 1, both included
 *
 * Makes the table of a PERT distribution: of a beta distribution with α = 1 + 4 mode and
 * β = 5 − 4 mode, so that α + β = 6.
 *
 * Source: D. G. Malcolm and others, “Application of a technique for research and development
 * program evaluation”, Operations Research 7 (1959).
 *
 * Returns: (transfer full): the table
 */
PremiseQuantileTable *
premise_quantile_table_new (double mode)
{
  PremiseQuantileTable *self = g_new0 (PremiseQuantileTable, 1);
  double total;

  self->alpha = 1 + 4 * mode;
  self->beta = 5 - 4 * mode;
  self->scale = exp (lgamma (self->alpha + self->beta) - lgamma (self->alpha) - lgamma (self->beta));

  for (guint i = 0; i <= N_PIECES; i++)
    self->x[i] = (1 - cos (G_PI * i / N_PIECES)) / 2;

  self->p[1] = integrate_end (self, self->x[1], self->alpha, self->beta);

  for (guint i = 2; i < N_PIECES; i++)
    self->p[i] = self->p[i - 1] + integrate (self, self->x[i - 1], self->x[i]);

  total = self->p[N_PIECES - 1] + integrate_end (self, self->x[1], self->beta, self->alpha);

  for (guint i = 1; i < N_PIECES; i++)
    self->p[i] /= total;

  self->p[N_PIECES] = 1;

  for (guint i = 1; i < N_PIECES; i++)
    self->slope[i] = 1 / density (self, self->x[i]);

  fill_guides (self);

  return self;
}

/**
 * premise_quantile_table_free:
 * @self: (nullable) (transfer full): a table
 *
 * Frees it.
 */
void
premise_quantile_table_free (PremiseQuantileTable *self)
{
  g_free (self);
}

/**
 * premise_quantile_table_get_cdf:
 * @self: a table
 * @x: a place
 *
 * Returns: the part of the distribution below @x
 */
double
premise_quantile_table_get_cdf (const PremiseQuantileTable *self,
                                double                      x)
{
  guint low = 0;
  guint high = N_PIECES;

  if (!(x > 0))
    return 0;

  if (x >= 1)
    return 1;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->x[middle] <= x)
        low = middle;
      else
        high = middle;
    }

  if (low == 0)
    return integrate_end (self, x, self->alpha, self->beta);

  if (low == N_PIECES - 1)
    return 1 - integrate_end (self, 1 - x, self->beta, self->alpha);

  return self->p[low] + integrate (self, self->x[low], x);
}

/**
 * premise_quantile_table_look_up:
 * @self: a table
 * @probability: between 0 and 1
 *
 * Interpolates with cubics that have the right slope at both ends of each piece; at the ends
 * of the range, with the power that the density is there.
 *
 * Returns: the place below which that part of the distribution lies
 */
double
premise_quantile_table_look_up (const PremiseQuantileTable *self,
                                double                      probability)
{
  guint i = self->guides[(guint) (CLAMP (probability, 0, 1) * N_GUIDES)];
  double width;
  double t;
  double a;
  double b;

  while (i < N_PIECES - 1 && self->p[i + 1] <= probability)
    i++;

  if (i == 0)
    return self->x[1] * pow (probability / self->p[1], 1 / self->alpha);

  if (i == N_PIECES - 1)
    return 1 - self->x[1] * pow ((1 - probability) / (1 - self->p[i]), 1 / self->beta);

  width = self->p[i + 1] - self->p[i];
  t = (probability - self->p[i]) / width;
  a = self->slope[i] * width;
  b = self->slope[i + 1] * width;

  return self->x[i] + (self->x[i + 1] - self->x[i]) * t * t * (3 - 2 * t)
         + t * (1 - t) * (a * (1 - t) - b * t);
}
