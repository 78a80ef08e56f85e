/* premise-scale.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-scale.h"

#include <math.h>

/* A tick that is this part of a step outside the domain is on its edge. */
#define EDGE 1e-6

/* No axis has more; it also ends loops whose step got lost in rounding. */
#define MAX_TICKS 64

/* A domain narrower than this part of its ends has no digits left for ticks. */
#define MIN_EXTENT 1e-12

#define WASTE 0.12

/* Less than this, in units, is nothing: powers of ten would leave the range of a double. */
#define MIN_SIZE 1e-200

/* The least that a logarithmic scale tells from nothing. */
#define MIN_LOG 1e-200

double
premise_scale_round_step (double step)
{
  double power;
  double mantissa;

  if (!isfinite (step) || step <= 0)
    return 1;

  power = pow (10, floor (log10 (step)));
  mantissa = step / power;

  /* The margin keeps 2.0000000001, from a division, at 2. */
  if (mantissa <= 1 + EDGE)
    return power;
  if (mantissa <= 2 + EDGE)
    return 2 * power;
  if (mantissa <= 5 + EDGE)
    return 5 * power;

  return 10 * power;
}

static double
linear_step (const PremiseScale *self,
             guint               n_ticks)
{
  double extent;

  if (self->step > 0)
    return self->step;

  extent = (self->max - self->min) / self->unit;

  return premise_scale_round_step (extent / MAX (n_ticks, 1)) * self->unit;
}

static double
linear_map (const PremiseScale *self,
            double              value)
{
  return (value - self->min) / (self->max - self->min);
}

static double
linear_invert (const PremiseScale *self,
               double              position)
{
  return self->min + position * (self->max - self->min);
}

/* The next lower of 1, 2, 5 times a power of ten. */
static double
lower_step (double step)
{
  return premise_scale_round_step (step / 2.6);
}

static void
linear_nice (PremiseScale *self,
             guint         n_ticks)
{
  double step = linear_step (self, n_ticks);
  double finer = lower_step (step / self->unit) * self->unit;
  double low = floor (self->min / step + EDGE) * step;
  double high = ceil (self->max / step - EDGE) * step;
  double near_low = floor (self->min / finer + EDGE) * finer;
  double near_high = ceil (self->max / finer - EDGE) * finer;

  /* Some more ticks are better than a fifth of the plot left empty. */
  if ((near_high - near_low) / finer <= n_ticks + 2
      && (high - low) - (near_high - near_low) > WASTE * (high - low))
    {
      step = finer;
      low = near_low;
      high = near_high;
    }

  self->min = low;
  self->max = high;
  self->step = step;
}

static GArray *
linear_ticks (const PremiseScale *self,
              guint               n_ticks)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step = linear_step (self, n_ticks);
  double first = ceil (self->min / step - EDGE);

  /* Each tick is a multiple of the step: adding steps would add up their rounding. */
  for (guint i = 0; i < MAX_TICKS; i++)
    {
      /* Adding zero turns a negative zero, which would be written as "-0". */
      double tick = (first + i) * step + 0.0;

      if (tick > self->max + EDGE * step)
        break;

      g_array_append_val (ticks, tick);
    }

  return ticks;
}

static gboolean
linear_accepts (const PremiseScale *self,
                double              value)
{
  return isfinite (value);
}

static double
log_map (const PremiseScale *self,
         double              value)
{
  return (log10 (value) - log10 (self->min)) / (log10 (self->max) - log10 (self->min));
}

static double
log_invert (const PremiseScale *self,
            double              position)
{
  double low = log10 (self->min);

  /* Not by the ratio of the ends, which overflows before they do. */
  return pow (10, low + position * (log10 (self->max) - low));
}

/* The next of 1, 2, 5 times a power of ten, downwards or upwards. */
static double
log_round (double   value,
           gboolean up)
{
  static const double mantissas[] = { 1, 2, 5, 10 };
  double power = pow (10, floor (log10 (value) + EDGE));
  double mantissa = value / power;

  if (up)
    {
      for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
        {
          if (mantissas[i] >= mantissa * (1 - EDGE))
            return mantissas[i] * power;
        }

      return 10 * power;
    }

  for (guint i = G_N_ELEMENTS (mantissas); i > 0; i--)
    {
      if (mantissas[i - 1] <= mantissa * (1 + EDGE))
        return mantissas[i - 1] * power;
    }

  return power;
}

static void
log_nice (PremiseScale *self,
          guint         n_ticks)
{
  self->min = log_round (self->min / self->unit, FALSE) * self->unit;
  self->max = log_round (self->max / self->unit, TRUE) * self->unit;

  if (self->max <= self->min)
    self->max = self->min * 10;
}

static GArray *
collect_log_ticks (const PremiseScale *self,
                   guint               n_mantissas,
                   int                 stride)
{
  static const double mantissas[] = { 1, 2, 5 };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double low = self->min / self->unit;
  double high = self->max / self->unit;
  int last = (int) ceil (log10 (high) - EDGE);

  for (int e = (int) floor (log10 (low) + EDGE); e <= last && ticks->len < MAX_TICKS; e += stride)
    {
      for (guint i = 0; i < n_mantissas; i++)
        {
          double tick = mantissas[i] * pow (10, e);

          if (tick < low * (1 - EDGE) || tick > high * (1 + EDGE))
            continue;

          tick *= self->unit;
          g_array_append_val (ticks, tick);
        }
    }

  return ticks;
}

/* 1-2-5 while they are few, else decades, else every so many decades. */
static GArray *
log_ticks (const PremiseScale *self,
           guint               n_ticks)
{
  double decades = log10 (self->max) - log10 (self->min);
  guint most = MAX (n_ticks, 2) * 3 / 2 + 1;
  GArray *ticks = collect_log_ticks (self, 3, 1);

  if (ticks->len <= most)
    return ticks;

  g_array_unref (ticks);

  return collect_log_ticks (self, 1, MAX (1, (int) ceil (decades / most)));
}

static gboolean
log_accepts (const PremiseScale *self,
             double              value)
{
  return isfinite (value) && value >= MIN_LOG;
}

static double
band_map (const PremiseScale *self,
          double              value)
{
  return (value + 0.5) / self->max;
}

static double
band_invert (const PremiseScale *self,
             double              position)
{
  return CLAMP (floor (position * self->max), 0, self->max - 1);
}

static void
band_nice (PremiseScale *self,
           guint         n_ticks)
{
}

static GArray *
band_ticks (const PremiseScale *self,
            guint               n_ticks)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  guint stride = MAX (1, (guint) ceil (self->max / MAX (n_ticks, 1)));

  for (guint i = 0; i < (guint) self->max; i += stride)
    {
      double tick = i;

      g_array_append_val (ticks, tick);
    }

  return ticks;
}

static gboolean
band_accepts (const PremiseScale *self,
              double              value)
{
  return value >= 0 && value < self->max;
}

static const PremiseScaleClass linear_class = {
  linear_map, linear_invert, linear_nice, linear_ticks, linear_accepts,
};

static const PremiseScaleClass log_class = {
  log_map, log_invert, log_nice, log_ticks, log_accepts,
};

static const PremiseScaleClass band_class = {
  band_map, band_invert, band_nice, band_ticks, band_accepts,
};

/**
 * premise_scale_init_linear:
 * @self: (out caller-allocates): a scale
 * @min: lower end of the domain
 * @max: upper end of the domain
 * @unit: ticks are round multiples of it
 *
 * Sets up a linear scale. A domain without extent is widened around its value, so that
 * map() never divides by nothing.
 */
void
premise_scale_init_linear (PremiseScale *self,
                           double        min,
                           double        max,
                           double        unit)
{
  double size;

  g_return_if_fail (isfinite (min) && isfinite (max));

  size = fmax (fabs (min), fabs (max));

  if (size / unit < MIN_SIZE)
    {
      min = 0;
      max = unit;
    }
  else if (max - min <= size * MIN_EXTENT)
    {
      min -= size / 2;
      max += size / 2;
    }

  *self = (PremiseScale) { &linear_class, min, max, unit, 0, 0 };
}

/**
 * premise_scale_init_log:
 * @self: (out caller-allocates): a scale
 * @min: lower end of the domain
 * @max: upper end of the domain
 * @unit: ticks are round multiples of it
 *
 * Sets up a logarithmic scale. Ends that are not positive are replaced: the domain is then
 * one decade up to @max, or from one to ten units. A @min that is next to nothing is raised
 * to the least value that the scale accepts.
 */
void
premise_scale_init_log (PremiseScale *self,
                        double        min,
                        double        max,
                        double        unit)
{
  if (!isfinite (max) || max < MIN_LOG)
    max = 10 * unit;
  if (!isfinite (min) || min <= 0)
    min = max / 10;

  min = fmax (min, MIN_LOG);

  if (max <= min * (1 + MIN_EXTENT))
    {
      min /= 2;
      max *= 2;
    }

  *self = (PremiseScale) { &log_class, min, max, unit, 0, 0 };
}

/**
 * premise_scale_init_band:
 * @self: (out caller-allocates): a scale
 * @n_bands: how many bands
 * @padding: part of each band that stays empty
 *
 * Sets up a scale of equal bands. It maps a position in the list to the middle of its band.
 */
void
premise_scale_init_band (PremiseScale *self,
                         guint         n_bands,
                         double        padding)
{
  *self = (PremiseScale) { &band_class, 0, MAX (n_bands, 1), 1, 0, padding };
}

/**
 * premise_scale_map:
 * @self: a scale
 * @value: a value that the scale accepts
 *
 * Gets where a value is: 0 and 1 are the ends of the domain.
 *
 * Returns: the position
 */
double
premise_scale_map (const PremiseScale *self,
                   double              value)
{
  return self->klass->map (self, value);
}

/**
 * premise_scale_invert:
 * @self: a scale
 * @position: a position, 0 and 1 are the ends
 *
 * Gets the value at a position.
 *
 * Returns: the value
 */
double
premise_scale_invert (const PremiseScale *self,
                      double              position)
{
  return self->klass->invert (self, position);
}

/**
 * premise_scale_nice:
 * @self: a scale
 * @n_ticks: about how many ticks there will be
 *
 * Widens the domain to ticks at both ends.
 */
void
premise_scale_nice (PremiseScale *self,
                    guint         n_ticks)
{
  self->klass->nice (self, n_ticks);
}

/**
 * premise_scale_ticks:
 * @self: a scale
 * @n_ticks: about how many
 *
 * Gets round values inside the domain.
 *
 * Returns: (transfer full) (element-type double): the ticks, ascending
 */
GArray *
premise_scale_ticks (const PremiseScale *self,
                     guint               n_ticks)
{
  return self->klass->ticks (self, n_ticks);
}

/**
 * premise_scale_accepts:
 * @self: a scale
 * @value: a value
 *
 * Tells whether a value has a place on the scale: zero has none on a logarithmic one.
 *
 * Returns: whether it has
 */
gboolean
premise_scale_accepts (const PremiseScale *self,
                       double              value)
{
  return self->klass->accepts (self, value);
}
