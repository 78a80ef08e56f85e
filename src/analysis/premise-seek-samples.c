/* premise-seek-samples.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* At which values of the assumption a search looks: at even parts of its range, and where it may
 * matter between them. That is where an error begins or ends; where the formulas bend or jump; and close
 * beside a sample that is exactly on the target, which hides what the output does until the next.
 */

#include "config.h"

#include "premise-seek-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Small models have time for many samples. So many evaluations of a formula are some ten
 * milliseconds.
 */
#define MIN_PARTS   2048
#define MAX_PARTS   262144
#define MAX_WORK    (1 << 26)

#define MAX_STEPS   100000

/* How often a bracket is cut: 128 to the ninth power is more than doubles can tell apart. */
#define MAX_CUTS    12

/* How many samples on the target are looked beside, and how closely: 128 parts, and 128 of the first. */
#define MAX_BESIDE  1024
#define BESIDE_CUTS 2

/* What changes its sign more often between two samples is rounding. */
#define MAX_TURNS   4

/**
 * premise_seeker_evaluate:
 * @self: a search
 * @x: (array length=n): values of the assumption, base units
 * @y: (array length=n) (out caller-allocates): how far the output is above the target there, NaN
 *   for errors
 * @n: how many
 *
 * Looks at the output at some places.
 */
void
premise_seeker_evaluate (PremiseSeeker *self,
                         const double  *x,
                         double        *y,
                         guint          n)
{
  const double *output = premise_lanes_get_output (self->lanes, self->output);

  for (guint first = 0; first < n; first += PREMISE_BATCH_LANES)
    {
      double *input = premise_lanes_get_input (self->lanes, 0);
      guint part = MIN (PREMISE_BATCH_LANES, n - first);

      for (guint i = 0; i < part; i++)
        input[i] = x[first + i];

      premise_lanes_run (self->lanes, part);

      for (guint i = 0; i < part; i++)
        y[first + i] = !self->boolean || isnan (output[i]) ? output[i] - self->target
                                                           : (output[i] != 0) - 0.5;
    }
}

/**
 * premise_seeker_cut:
 * @from: where a bracket begins
 * @to: where it ends
 * @x: (out caller-allocates): room for %PREMISE_BATCH_LANES places
 *
 * Chooses places inside a bracket, its ends included.
 *
 * Returns: how many; 2 when no double lies between the ends
 */
guint
premise_seeker_cut (double  from,
                    double  to,
                    double *x)
{
  guint n = 0;

  for (guint i = 0; i < PREMISE_BATCH_LANES; i++)
    {
      double place = i == PREMISE_BATCH_LANES - 1
                     ? to : from + (to - from) * i / (PREMISE_BATCH_LANES - 1);

      if (n == 0 || place > x[n - 1])
        x[n++] = place;
    }

  return n;
}

/**
 * premise_seeker_narrow:
 * @self: a search
 * @sign: the sign of the distance at the beginning of a bracket
 * @from: (inout): where it begins
 * @to: (inout): where it ends, with another sign
 * @y_from: (inout): the distance at its beginning
 * @y_to: (inout): the distance at its end
 * @wide: (out) (optional): what the output did over the bracket before the last two cuts
 *
 * Narrows a bracket down to where @sign ends.
 *
 * Returns: whether it ends at another value, and not at an error
 */
gboolean
premise_seeker_narrow (PremiseSeeker *self,
                       int            sign,
                       double        *from,
                       double        *to,
                       double        *y_from,
                       double        *y_to,
                       double        *wide)
{
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];
  double before[2] = { fabs (*y_to - *y_from), fabs (*y_to - *y_from) };

  for (guint i = 0; i < MAX_CUTS; i++)
    {
      guint n = premise_seeker_cut (*from, *to, x);
      guint end = 1;

      premise_seeker_evaluate (self, x, y, n);

      while (end < n - 1 && !isnan (y[end]) && premise_seeker_sign (y[end]) == sign)
        end++;

      if (isnan (y[end]))
        return FALSE;

      *from = x[end - 1];
      *to = x[end];
      if (wide != NULL)
        *wide = before[1];

      before[1] = before[0];
      before[0] = fabs (*y_to - *y_from);
      *y_from = y[end - 1];
      *y_to = y[end];

      if (n == 2)
        break;
    }

  return TRUE;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * premise_seeker_add_sample:
 * @self: a search
 * @x: a value of the assumption, base units
 *
 * Adds a sample, which premise_seeker_arrange() puts in its place.
 */
void
premise_seeker_add_sample (PremiseSeeker *self,
                           double         x)
{
  if (self->n == self->n_allocated)
    {
      self->n_allocated = MAX (1024, 2 * self->n_allocated);
      self->x = g_renew (double, self->x, self->n_allocated);
    }

  self->x[self->n++] = x;
}

/**
 * premise_seeker_arrange:
 * @self: a search
 *
 * Puts the samples in order, each once, and looks at the output there.
 */
void
premise_seeker_arrange (PremiseSeeker *self)
{
  guint n = 0;

  qsort (self->x, self->n, sizeof (double), compare_doubles);

  for (guint i = 0; i < self->n; i++)
    {
      if (n == 0 || self->x[i] > self->x[n - 1])
        self->x[n++] = self->x[i];
    }

  self->n = n;
  self->y = g_renew (double, self->y, n);
  premise_seeker_evaluate (self, self->x, self->y, n);
}

/* Even parts of the range, the steps of the slider, and where it stands. */
static void
choose_samples (PremiseSeeker     *self,
                PremiseScenario   *scenario,
                const PremiseCell *assumption)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  guint n_parts = CLAMP (MAX_WORK / premise_model_get_n_variables (model), MIN_PARTS, MAX_PARTS);
  double base = premise_model_get_base (model, assumption->variable, assumption->cell);
  double now = premise_scenario_get_value (scenario, assumption->variable, assumption->cell);
  double min;
  double max;
  double step;

  premise_model_get_range (model, assumption->variable, assumption->cell, &min, &max, &step);
  self->result->gap = (max - min) / n_parts;

  for (guint i = 0; i <= n_parts; i++)
    premise_seeker_add_sample (self, i == n_parts ? max : min + (max - min) * i / n_parts);

  self->result->has_steps = step > 0 && (max - min) / step < MAX_STEPS;

  for (guint i = 1; self->result->has_steps && min + i * step < max; i++)
    premise_seeker_add_sample (self, min + i * step);

  if (base > min && base < max)
    premise_seeker_add_sample (self, base);

  if (now > min && now < max)
    premise_seeker_add_sample (self, now);

  premise_seeker_arrange (self);
}

/* The double on the side of values next to where an error begins or ends between two samples. */
static double
find_edge (PremiseSeeker *self,
           guint          i)
{
  double from = self->x[i];
  double to = self->x[i + 1];
  gboolean error_first = isnan (self->y[i]);
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];

  for (guint k = 0; k < MAX_CUTS; k++)
    {
      guint n = premise_seeker_cut (from, to, x);
      guint end = 1;

      premise_seeker_evaluate (self, x, y, n);

      while (end < n - 1 && isnan (y[end]) == error_first)
        end++;

      from = x[end - 1];
      to = x[end];

      if (n == 2)
        break;
    }

  return error_first ? to : from;
}

/* Lets the samples go up to the edges of errors: a root may lie between. */
static void
add_edges (PremiseSeeker *self)
{
  guint n = self->n;

  for (guint i = 0; i + 1 < n; i++)
    {
      if (isnan (self->y[i]) != isnan (self->y[i + 1]))
        premise_seeker_add_sample (self, find_edge (self, i));
    }

  if (self->n > n)
    premise_seeker_arrange (self);
}

/* How often the distances come to the target, change their sign or turn back, from the second on.
 * Where they do, @keep is set.
 */
static guint
count_turns (const double *y,
             guint         n,
             gboolean     *keep)
{
  guint n_turns = 0;

  memset (keep, 0, n * sizeof *keep);

  for (guint i = 1; i + 1 < n; i++)
    {
      gboolean changes = y[i] * y[i + 1] < 0;
      gboolean nearest = i > 1 && fabs (y[i]) < fabs (y[i - 1]) && fabs (y[i]) < fabs (y[i + 1]);

      if (!changes && !nearest && y[i] != 0)
        continue;

      n_turns++;
      keep[i] = keep[i + 1] = TRUE;
      keep[i - 1] = keep[i - 1] || i > 1;
    }

  return n_turns;
}

/* Sample @i is on the target, the one at @other beside it is not: what lies between? */
static void
look_beside (PremiseSeeker *self,
             guint          i,
             guint          other)
{
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];
  gboolean keep[PREMISE_BATCH_LANES];
  double end = self->x[other];

  for (guint k = 0; k < BESIDE_CUTS; k++)
    {
      guint n = 0;

      /* Away from the sample, whichever side that is. */
      for (guint j = 0; j < PREMISE_BATCH_LANES; j++)
        {
          double place = j == PREMISE_BATCH_LANES - 1
                         ? end : self->x[i] + (end - self->x[i]) * j / (PREMISE_BATCH_LANES - 1);

          if (n == 0 || place != x[n - 1])
            x[n++] = place;
        }

      premise_seeker_evaluate (self, x, y, n);

      if (count_turns (y, n, keep) > MAX_TURNS)
        return;

      for (guint j = 1; j + 1 < n; j++)
        {
          if (keep[j] && y[j] != 0 && !isnan (y[j]))
            premise_seeker_add_sample (self, x[j]);
        }

      end = x[1];
    }
}

/* Lets there be samples where the output comes back to the target close beside a sample that is on it. */
static void
add_beside (PremiseSeeker *self)
{
  guint n = self->n;
  guint n_looked = 0;

  for (guint i = 0; i < n && n_looked < MAX_BESIDE; i++)
    {
      if (self->y[i] != 0)
        continue;

      n_looked++;
      if (i > 0 && !isnan (self->y[i - 1]) && self->y[i - 1] != 0)
        look_beside (self, i, i - 1);
      if (i + 1 < n && !isnan (self->y[i + 1]) && self->y[i + 1] != 0)
        look_beside (self, i, i + 1);
    }

  if (self->n > n)
    premise_seeker_arrange (self);
}

/* The output itself: of what is far from the target, the distance has lost the digits. */
static void
measure_block (PremiseSeeker *self,
               guint          first,
               guint          n,
               double        *lowest,
               double        *highest)
{
  const double *output = premise_lanes_get_output (self->lanes, self->output);

  for (guint i = 0; i < n; i++)
    premise_lanes_get_input (self->lanes, 0)[i] = self->x[first + i];

  premise_lanes_run (self->lanes, n);

  for (guint i = 0; i < n; i++)
    {
      if (isnan (output[i]))
        {
          self->result->has_gaps = TRUE;
          continue;
        }

      *lowest = fmin (*lowest, output[i]);
      *highest = fmax (*highest, output[i]);
      self->result->is_boolean = self->result->is_boolean && (output[i] == 0 || output[i] == 1);
    }
}

/* What the output comes to in the range. */
static void
measure (PremiseSeeker *self)
{
  PremiseSeek *result = self->result;
  double lowest = INFINITY;
  double highest = -INFINITY;

  result->is_boolean = TRUE;
  for (guint i = 0; i < self->n; i += PREMISE_BATCH_LANES)
    measure_block (self, i, MIN (PREMISE_BATCH_LANES, self->n - i), &lowest, &highest);

  result->n_samples = self->n;
  result->lowest = lowest <= highest ? lowest : NAN;
  result->highest = lowest <= highest ? highest : NAN;
}

/**
 * premise_seeker_sample:
 * @self: a search
 * @scenario: where the assumption stands
 * @assumption: what is moved; its range is finite
 *
 * Chooses the samples, looks at the output there, and notes what it comes to.
 */
void
premise_seeker_sample (PremiseSeeker     *self,
                       PremiseScenario   *scenario,
                       const PremiseCell *assumption)
{
  choose_samples (self, scenario, assumption);
  premise_seeker_add_bends (self);
  add_edges (self);
  if (!self->boolean)
    add_beside (self);
  measure (self);
}
