/* premise-statistics.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-statistics.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How finely values are told apart before those of a few bins are sorted. */
#define N_BINS 16384

/* Sums go side by side, in an order that does not depend on the processor. */
#define N_PARTS 8

/**
 * premise_moments_init:
 * @self: (out): moments
 *
 * Starts without numbers.
 */
void
premise_moments_init (PremiseMoments *self)
{
  *self = (PremiseMoments) { .min = INFINITY, .max = -INFINITY };
}

/* The moments of numbers that are all finite. */
static void
take_finite (PremiseMoments *self,
             const double   *values,
             gsize           n)
{
  double sums[N_PARTS] = { 0 };
  double squares[N_PARTS] = { 0 };
  double lows[N_PARTS];
  double highs[N_PARTS];
  double sum = 0;

  for (guint j = 0; j < N_PARTS; j++)
    lows[j] = highs[j] = values[0];

  for (gsize i = 0; i + N_PARTS <= n; i += N_PARTS)
    {
      for (guint j = 0; j < N_PARTS; j++)
        {
          sums[j] += values[i + j];
          lows[j] = values[i + j] < lows[j] ? values[i + j] : lows[j];
          highs[j] = values[i + j] > highs[j] ? values[i + j] : highs[j];
        }
    }

  for (gsize i = n / N_PARTS * N_PARTS; i < n; i++)
    {
      sums[0] += values[i];
      lows[0] = MIN (lows[0], values[i]);
      highs[0] = MAX (highs[0], values[i]);
    }

  for (guint j = 0; j < N_PARTS; j++)
    {
      sum += sums[j];
      self->min = MIN (self->min, lows[j]);
      self->max = MAX (self->max, highs[j]);
    }

  self->n = n;
  self->mean = sum / (double) n;

  for (gsize i = 0; i + N_PARTS <= n; i += N_PARTS)
    {
      for (guint j = 0; j < N_PARTS; j++)
        squares[j] += (values[i + j] - self->mean) * (values[i + j] - self->mean);
    }

  for (gsize i = n / N_PARTS * N_PARTS; i < n; i++)
    squares[0] += (values[i] - self->mean) * (values[i] - self->mean);

  for (guint j = 0; j < N_PARTS; j++)
    self->squares += squares[j];
}

/**
 * premise_moments_add:
 * @self: moments
 * @values: (array length=n): numbers, NaN for errors
 * @n: how many, at most a few hundred
 *
 * Adds numbers. The errors among them are counted and left out.
 */
void
premise_moments_add (PremiseMoments *self,
                     const double   *values,
                     gsize           n)
{
  PremiseMoments part;
  g_autofree double *finite = NULL;
  double poison = 0;
  gsize n_finite = 0;

  premise_moments_init (&part);

  for (gsize i = 0; i < n; i++)
    poison += values[i] - values[i];

  if (poison == 0 && n > 0)
    {
      take_finite (&part, values, n);
      premise_moments_merge (self, &part);
      return;
    }

  finite = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      if (isfinite (values[i]))
        finite[n_finite++] = values[i];
    }

  if (n_finite > 0)
    take_finite (&part, finite, n_finite);

  part.n_errors = n - n_finite;
  premise_moments_merge (self, &part);
}

/**
 * premise_moments_merge:
 * @self: moments
 * @other: those of other numbers
 *
 * Puts two samples together.
 *
 * Source: T. F. Chan, G. H. Golub and R. J. LeVeque, “Algorithms for computing the sample
 * variance”, The American Statistician 37 (1983).
 */
void
premise_moments_merge (PremiseMoments       *self,
                       const PremiseMoments *other)
{
  double n = (double) (self->n + other->n);
  double distance = other->mean - self->mean;

  self->n_errors += other->n_errors;

  if (other->n == 0)
    return;

  self->squares += other->squares
                   + distance * distance * (double) self->n * ((double) other->n / n);
  self->mean += distance * ((double) other->n / n);
  self->n += other->n;
  self->min = MIN (self->min, other->min);
  self->max = MAX (self->max, other->max);
}

/**
 * premise_moments_get_deviation:
 * @self: moments
 *
 * Returns: the standard deviation, with n − 1; NaN of fewer than two numbers
 */
double
premise_moments_get_deviation (const PremiseMoments *self)
{
  return self->n > 1 ? sqrt (self->squares / (double) (self->n - 1)) : NAN;
}

/**
 * premise_moments_get_error:
 * @self: moments of numbers that do not depend on one another
 *
 * Returns: the standard error of the mean
 */
double
premise_moments_get_error (const PremiseMoments *self)
{
  return premise_moments_get_deviation (self) / sqrt ((double) self->n);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

typedef struct
{
  const double *values;
  gsize         n;
  double        min;
  double        scale;
  guint64      *before;    /* for each bin, how many values lie below it */
} Bins;

static inline guint
find_bin (const Bins *bins,
          double      value)
{
  return (guint) ((value - bins->min) * bins->scale);
}

static void
fill_bins (Bins *bins)
{
  g_autofree guint32 *counts = g_new0 (guint32, N_BINS + 1);
  guint64 sum = 0;

  for (gsize i = 0; i < bins->n; i++)
    {
      if (isfinite (bins->values[i]))
        counts[find_bin (bins, bins->values[i])]++;
    }

  for (guint i = 0; i <= N_BINS; i++)
    {
      bins->before[i] = sum;
      sum += counts[i];
    }

  bins->before[N_BINS + 1] = sum;
}

static guint
find_bin_of_rank (const Bins *bins,
                  guint64     rank)
{
  guint low = 0;
  guint high = N_BINS + 1;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (bins->before[middle] <= rank)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* Collects the values of the wanted bins in one go, and sorts them. @sorted: a block for each
 * wanted bin, NULL for the others
 */
static void
sort_bins (const Bins  *bins,
           double     **sorted)
{
  g_autofree guint64 *found = g_new0 (guint64, N_BINS + 2);

  for (gsize i = 0; i < bins->n; i++)
    {
      guint bin;

      if (!isfinite (bins->values[i]))
        continue;

      bin = find_bin (bins, bins->values[i]);

      if (G_UNLIKELY (sorted[bin] != NULL))
        sorted[bin][found[bin]++] = bins->values[i];
    }

  for (guint bin = 0; bin <= N_BINS; bin++)
    {
      if (sorted[bin] != NULL)
        qsort (sorted[bin], found[bin], sizeof **sorted, compare_doubles);
    }
}

/* Wants the bin of a rank. */
static void
want_rank (const Bins  *bins,
           guint64      rank,
           double     **sorted)
{
  guint bin = find_bin_of_rank (bins, rank);

  if (sorted[bin] == NULL)
    sorted[bin] = g_new (double, bins->before[bin + 1] - bins->before[bin] + 1);
}

static double
get_rank (const Bins    *bins,
          guint64        rank,
          double *const *sorted)
{
  guint bin = find_bin_of_rank (bins, rank);

  return sorted[bin][rank - bins->before[bin]];
}

/**
 * premise_quantiles:
 * @values: (array length=n): numbers, NaN for errors
 * @n: how many
 * @moments: their moments
 * @probabilities: (array length=n_quantiles): from 0 to 1
 * @quantiles: (out caller-allocates) (array length=n_quantiles): NaN if there are no numbers
 * @n_quantiles: how many
 *
 * Finds exact quantiles: values are counted in bins, and those of the bins that matter sorted.
 * Between two values they are interpolated, as in most programs.
 *
 * Source: definition 7 of R. J. Hyndman and Y. Fan, “Sample quantiles in statistical packages”,
 * The American Statistician 50 (1996).
 */
void
premise_quantiles (const double         *values,
                   gsize                 n,
                   const PremiseMoments *moments,
                   const double         *probabilities,
                   double               *quantiles,
                   guint                 n_quantiles)
{
  g_autofree double **sorted = g_new0 (double *, N_BINS + 2);
  g_autofree guint64 *before = g_new (guint64, N_BINS + 2);
  double range = moments->max - moments->min;
  Bins bins = { values, n, moments->min, range > 0 ? N_BINS / range : 0, before };

  /* So narrow a range that nothing lies in it, or so wide that it is no number. */
  if (!isfinite (bins.scale))
    bins.scale = 0;

  for (guint i = 0; i < n_quantiles; i++)
    quantiles[i] = NAN;

  if (moments->n == 0)
    return;

  fill_bins (&bins);

  for (guint i = 0; i < n_quantiles; i++)
    {
      guint64 rank = (guint64) (probabilities[i] * (double) (moments->n - 1));

      want_rank (&bins, rank, sorted);
      want_rank (&bins, MIN (rank + 1, moments->n - 1), sorted);
    }

  sort_bins (&bins, sorted);

  for (guint i = 0; i < n_quantiles; i++)
    {
      double place = probabilities[i] * (double) (moments->n - 1);
      guint64 rank = (guint64) place;
      double low = get_rank (&bins, rank, sorted);
      double high = get_rank (&bins, MIN (rank + 1, moments->n - 1), sorted);

      quantiles[i] = low + (place - (double) rank) * (high - low);
    }

  for (guint i = 0; i < N_BINS + 2; i++)
    g_free (sorted[i]);
}

/**
 * premise_histogram:
 * @values: (array length=n): numbers, NaN for errors
 * @n: how many
 * @moments: their moments
 * @counts: (out caller-allocates) (array length=n_bins): how many lie in each bin
 * @n_bins: how many bins, all as wide, from the lowest value to the highest
 *
 * Counts values in bins. A value between two bins belongs to the upper one.
 */
void
premise_histogram (const double         *values,
                   gsize                 n,
                   const PremiseMoments *moments,
                   guint64              *counts,
                   guint                 n_bins)
{
  double scale = n_bins / (moments->max - moments->min);

  memset (counts, 0, n_bins * sizeof *counts);

  for (gsize i = 0; i < n; i++)
    {
      double place = isfinite (scale) ? (values[i] - moments->min) * scale : 0;

      if (isfinite (values[i]))
        counts[MIN ((guint) place, n_bins - 1)]++;
    }
}
