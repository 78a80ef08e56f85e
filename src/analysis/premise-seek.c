/* premise-seek.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The range is sampled, and what lies between two samples is cut into 128 parts again and
 * again, side by side, until doubles cannot be told apart. What happens entirely between two
 * samples, and leaves no trace in them, is not seen: a range of 2,048 parts has that much
 * patience, and the steps of the slider are always among the samples.
 */

#include "config.h"

#include "premise-seek.h"

#include <math.h>
#include <stdlib.h>

#define N_PARTS     2048
#define MAX_STEPS   8192

/* How often a bracket is cut: 128 to the ninth power is more than doubles can tell apart. */
#define MAX_CUTS    12

/* How far from the target, in parts of what the output comes to, still counts as touching. */
#define TOUCH       1e-12

/* A step between neighbouring doubles that is larger, in parts of the output, is a jump. */
#define JUMP        1e-9

/* At a pole, the output is by so much larger than at the samples around it. */
#define POLE        1e3

typedef struct
{
  PremiseSeek  *result;
  PremiseLanes *lanes;
  gboolean      boolean;
  double        target;
  double        scale;      /* what the output comes to, at most */
  double       *x;          /* the samples, ascending */
  double       *y;          /* the distance from the target there; NaN for errors */
  guint         n;
} Search;

/* The distances from the target at up to a block of places. */
static void
evaluate (Search       *self,
          const double *x,
          double       *y,
          guint         n)
{
  const double *output = premise_lanes_get_output (self->lanes, 0);

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

static void
add_root (Search          *self,
          double           value,
          PremiseRootKind  kind,
          gboolean         rising)
{
  PremiseRoot root = { value, kind, rising };

  g_array_append_val (self->result->roots, root);
}

static int
sign_of (double y)
{
  return (y > 0) - (y < 0);
}

/* Places inside a bracket, its ends included. */
static guint
cut (double  from,
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

/* Narrows a bracket down to where @sign ends; FALSE if that is at an error. */
static gboolean
narrow (Search *self,
        int     sign,
        double *from,
        double *to,
        double *y_from,
        double *y_to)
{
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];

  for (guint i = 0; i < MAX_CUTS; i++)
    {
      guint n = cut (*from, *to, x);
      guint end = 1;

      evaluate (self, x, y, n);

      while (end < n - 1 && !isnan (y[end]) && sign_of (y[end]) == sign)
        end++;

      if (isnan (y[end]))
        return FALSE;

      *from = x[end - 1];
      *to = x[end];
      *y_from = y[end - 1];
      *y_to = y[end];

      if (n == 2)
        break;
    }

  return TRUE;
}

/* The signs at both ends differ: what happens between them? */
static void
find_change (Search *self,
             guint   i)
{
  double from = self->x[i];
  double to = self->x[i + 1];
  double y_from = self->y[i];
  double y_to = self->y[i + 1];
  double around = fmax (fabs (y_from), fabs (y_to));
  gboolean rising = y_from < y_to;

  if (!narrow (self, sign_of (y_from), &from, &to, &y_from, &y_to))
    return;

  if (y_to == 0)
    add_root (self, to, PREMISE_ROOT_CROSSING, rising);
  else if (self->boolean)
    add_root (self, to, PREMISE_ROOT_JUMP, rising);
  else if (fmin (fabs (y_from), fabs (y_to)) > POLE * around)
    return;
  else if (y_to - y_from > JUMP * self->scale || y_from - y_to > JUMP * self->scale)
    add_root (self, to, PREMISE_ROOT_JUMP, rising);
  else
    add_root (self, fabs (y_from) < fabs (y_to) ? from : to, PREMISE_ROOT_CROSSING, rising);
}

/* The sample in the middle is the nearest to the target of three on one side of it: does the
 * output come all the way?
 */
static void
find_touch (Search *self,
            guint   i)
{
  double from = self->x[i - 1];
  double to = self->x[i + 1];
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];
  int sign = sign_of (self->y[i]);
  guint best = 0;

  for (guint k = 0; k < MAX_CUTS; k++)
    {
      guint n = cut (from, to, x);

      evaluate (self, x, y, n);
      best = 0;

      for (guint j = 0; j < n; j++)
        {
          if (isnan (y[j]))
            return;

          /* It goes through after all: twice, between here and the samples. */
          if (sign_of (y[j]) == -sign && j > 0 && j < n - 1)
            {
              Search part = *self;
              double px[3] = { from, x[j], to };
              double py[3] = { y[0], y[j], y[n - 1] };

              part.x = px;
              part.y = py;
              find_change (&part, 0);
              find_change (&part, 1);
              return;
            }

          if (fabs (y[j]) < fabs (y[best]))
            best = j;
        }

      from = x[best > 0 ? best - 1 : 0];
      to = x[MIN (best + 1, n - 1)];

      if (n <= 3)
        break;
    }

  if (fabs (y[best]) <= TOUCH * self->scale)
    add_root (self, x[best], PREMISE_ROOT_TOUCHING, FALSE);
}

/* Samples from @i to @end, more than one, are on the target: where do they begin and end? */
static void
add_stretch (Search *self,
             guint   i,
             guint   end)
{
  double from;
  double to;
  double y_from;
  double y_to;

  if (i == 0 || isnan (self->y[i - 1]))
    add_root (self, self->x[i], PREMISE_ROOT_BEGIN, FALSE);
  else
    {
      from = self->x[i - 1];
      to = self->x[i];

      if (narrow (self, sign_of (self->y[i - 1]), &from, &to, &y_from, &y_to))
        add_root (self, to, PREMISE_ROOT_BEGIN, FALSE);
    }

  if (end == self->n - 1 || isnan (self->y[end + 1]))
    add_root (self, self->x[end], PREMISE_ROOT_END, FALSE);
  else
    {
      from = self->x[end];
      to = self->x[end + 1];

      if (narrow (self, 0, &from, &to, &y_from, &y_to))
        add_root (self, from, PREMISE_ROOT_END, FALSE);
    }
}

/* One or more samples are exactly on the target; returns the last of them. */
static guint
find_exact (Search *self,
            guint   i)
{
  guint end = i;
  int before;
  int after;

  while (end + 1 < self->n && self->y[end + 1] == 0)
    end++;

  before = i > 0 && !isnan (self->y[i - 1]) ? sign_of (self->y[i - 1]) : 0;
  after = end + 1 < self->n && !isnan (self->y[end + 1]) ? sign_of (self->y[end + 1]) : 0;

  if (end > i)
    add_stretch (self, i, end);
  else if (before == after && before != 0)
    add_root (self, self->x[i], PREMISE_ROOT_TOUCHING, FALSE);
  else
    add_root (self, self->x[i], PREMISE_ROOT_CROSSING, before < 0 || after > 0);

  return end;
}

static gboolean
is_nearest (const Search *self,
            guint         i)
{
  if (i == 0 || i + 1 >= self->n || isnan (self->y[i - 1]) || isnan (self->y[i + 1]))
    return FALSE;

  return sign_of (self->y[i - 1]) == sign_of (self->y[i])
         && sign_of (self->y[i + 1]) == sign_of (self->y[i])
         && fabs (self->y[i]) <= fabs (self->y[i - 1]) && fabs (self->y[i]) < fabs (self->y[i + 1]);
}

static void
find_roots (Search *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (isnan (self->y[i]))
        continue;

      if (self->y[i] == 0)
        {
          i = find_exact (self, i);
          continue;
        }

      if (!self->boolean && is_nearest (self, i))
        find_touch (self, i);

      if (i + 1 < self->n && !isnan (self->y[i + 1]) && self->y[i + 1] != 0
          && sign_of (self->y[i]) != sign_of (self->y[i + 1]))
        find_change (self, i);
    }
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Even parts of the range, the steps of the slider, and where it stands. */
static void
choose_samples (Search            *self,
                PremiseScenario   *scenario,
                const PremiseCell *assumption)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  g_autoptr(GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  double base = premise_model_get_base (model, assumption->variable, assumption->cell);
  double now = premise_scenario_get_value (scenario, assumption->variable, assumption->cell);
  double min;
  double max;
  double step;

  premise_model_get_range (model, assumption->variable, assumption->cell, &min, &max, &step);

  for (guint i = 0; i <= N_PARTS; i++)
    {
      double x = i == N_PARTS ? max : min + (max - min) * i / N_PARTS;

      g_array_append_val (samples, x);
    }

  for (guint i = 1; step > 0 && (max - min) / step < MAX_STEPS && min + i * step < max; i++)
    {
      double x = min + i * step;

      g_array_append_val (samples, x);
    }

  if (base > min && base < max)
    g_array_append_val (samples, base);

  if (now > min && now < max)
    g_array_append_val (samples, now);

  qsort (samples->data, samples->len, sizeof (double), compare_doubles);
  self->x = g_new (double, samples->len);
  self->n = 0;

  for (guint i = 0; i < samples->len; i++)
    {
      double x = g_array_index (samples, double, i);

      if (self->n == 0 || x > self->x[self->n - 1])
        self->x[self->n++] = x;
    }
}

/* What the output comes to in the range. */
static void
measure (Search *self)
{
  PremiseSeek *result = self->result;

  result->lowest = NAN;
  result->highest = NAN;
  self->y = g_new (double, self->n);
  evaluate (self, self->x, self->y, self->n);

  for (guint i = 0; i < self->n; i++)
    {
      double value = self->boolean ? self->y[i] + 0.5 : self->y[i] + self->target;

      if (isnan (value))
        continue;

      result->lowest = isnan (result->lowest) ? value : fmin (result->lowest, value);
      result->highest = isnan (result->highest) ? value : fmax (result->highest, value);
    }

  self->scale = fmax (fabs (self->target), fmax (fabs (result->lowest), fabs (result->highest)));
}

static gboolean
depends_on (PremiseModel *model,
            guint         output,
            guint         assumption)
{
  g_autoptr(GArray) assumptions = premise_model_dup_assumptions_of (model, &output, 1);

  for (guint i = 0; i < assumptions->len; i++)
    {
      if (g_array_index (assumptions, guint, i) == assumption)
        return TRUE;
    }

  return FALSE;
}

static PremiseSeekStatus
run (Search            *self,
     PremiseScenario   *scenario,
     const PremiseCell *assumption,
     const PremiseCell *output)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;
  double min;
  double max;

  if (!depends_on (model, output->variable, assumption->variable))
    return PREMISE_SEEK_INDEPENDENT;

  premise_model_get_range (model, assumption->variable, assumption->cell, &min, &max, NULL);

  if (!isfinite (min) || !isfinite (max))
    return PREMISE_SEEK_NO_RANGE;

  batch = premise_batch_new (scenario, assumption, 1, output, 1);
  lanes = premise_lanes_new (batch);
  self->lanes = lanes;
  choose_samples (self, scenario, assumption);
  measure (self);

  if (isnan (self->result->lowest))
    return PREMISE_SEEK_NO_VALUE;

  find_roots (self);

  if (self->result->roots->len > 0)
    return PREMISE_SEEK_FOUND;

  return self->result->lowest == self->result->highest ? PREMISE_SEEK_CONSTANT : PREMISE_SEEK_NONE;
}

static PremiseSeek *
seek (PremiseScenario   *scenario,
      const PremiseCell *assumption,
      const PremiseCell *output,
      gboolean           boolean,
      double             target)
{
  PremiseSeek *self = g_new0 (PremiseSeek, 1);
  Search search = { .result = self, .boolean = boolean, .target = target };

  self->roots = g_array_new (FALSE, FALSE, sizeof (PremiseRoot));
  self->lowest = NAN;
  self->highest = NAN;
  self->status = run (&search, scenario, assumption, output);
  g_free (search.x);
  g_free (search.y);

  return self;
}

/**
 * premise_seek_target:
 * @scenario: where all other assumptions have their values from
 * @assumption: a cell of an assumption
 * @output: a cell of any variable
 * @target: what it is to reach, base units
 *
 * Finds all values of the assumption within its range at which the output reaches the target:
 * where it goes through it, touches it, leaps over it, or rests on it. The scenario stays as
 * it is. An edge beyond which there is an error is none of these, nor is a pole.
 *
 * Returns: (transfer full): what was found
 */
PremiseSeek *
premise_seek_target (PremiseScenario   *scenario,
                     const PremiseCell *assumption,
                     const PremiseCell *output,
                     double             target)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  return seek (scenario, assumption, output, FALSE, target);
}

/**
 * premise_seek_flips:
 * @scenario: where all other assumptions have their values from
 * @assumption: a cell of an assumption
 * @output: a cell of a Boolean formula: of one that is 0 or not
 *
 * Finds all values of the assumption within its range at which the conclusion changes.
 *
 * Returns: (transfer full): what was found
 */
PremiseSeek *
premise_seek_flips (PremiseScenario   *scenario,
                    const PremiseCell *assumption,
                    const PremiseCell *output)
{
  g_return_val_if_fail (PREMISE_IS_SCENARIO (scenario), NULL);

  return seek (scenario, assumption, output, TRUE, 0);
}

/**
 * premise_seek_free:
 * @self: (nullable) (transfer full): an outcome
 *
 * Frees it.
 */
void
premise_seek_free (PremiseSeek *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->roots);
  g_free (self);
}
