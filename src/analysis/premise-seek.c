/* premise-seek.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The range is sampled, and what lies between two samples is cut into 128 parts again and
 * again, side by side, until doubles cannot be told apart. What happens entirely between two
 * samples, and leaves no trace in them, is not seen; so the result says how far apart they are.
 * The steps of the slider are always among them, unless there are more than MAX_STEPS.
 *
 * What counts as reaching the target is judged by what the output does near that place, never by
 * what it does elsewhere in the range.
 */

#include "config.h"

#include "premise-seek.h"

#include <math.h>
#include <stdlib.h>

/* Small models have time for many samples. So many evaluations of a formula are some ten
 * milliseconds.
 */
#define MIN_PARTS   2048
#define MAX_PARTS   262144
#define MAX_WORK    (1 << 26)

#define MAX_STEPS   100000

/* How many places are looked at where the output turns back; what turns back more often swings. */
#define MAX_TOUCHES 4096

/* How often a bracket is cut: 128 to the ninth power is more than doubles can tell apart. */
#define MAX_CUTS    12

/* How far from the target still counts as touching: in parts of the target and of the output there,
 * which is what rounding leaves; or, for a target of 0, of how far the samples beside it are.
 */
#define TOUCH       1e-12
#define TOUCH_PART  1e-10

/* What the output does over a bracket, it does over an ever smaller part of it when the bracket is
 * cut, unless it jumps: then most of it is left between two neighbouring doubles.
 */
#define JUMP_PART   0.5

/* A root comes out of nothing as steeply as its slope is endless: a value at the edge of an error
 * that is so small a part of the one at the next sample, and grows so fast, is none.
 */
#define EDGE_PART   1e-6
#define EDGE_GROWTH 5

/* At a pole, the output is by so much larger than at the samples around it. */
#define POLE        1e3

typedef struct
{
  PremiseSeek  *result;
  PremiseLanes *lanes;
  gboolean      boolean;
  double        target;
  double       *x;          /* the samples, ascending */
  double       *y;          /* the distance from the target there; NaN for errors */
  guint         n;
  guint         n_allocated;
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

  if (self->result->roots->len < PREMISE_SEEK_MAX_ROOTS)
    g_array_append_val (self->result->roots, root);
  else
    self->result->more = TRUE;
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

/* Narrows a bracket down to where @sign ends; FALSE if that is at an error. @wide: (out) (optional):
 * what the output did over the bracket before the last two cuts
 */
static gboolean
narrow (Search *self,
        int     sign,
        double *from,
        double *to,
        double *y_from,
        double *y_to,
        double *wide)
{
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];
  double before[2] = { fabs (*y_to - *y_from), fabs (*y_to - *y_from) };

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
  double wide = 0;

  if (!narrow (self, sign_of (y_from), &from, &to, &y_from, &y_to, &wide))
    return;

  if (y_to == 0)
    add_root (self, to, PREMISE_ROOT_CROSSING, rising);
  else if (self->boolean)
    add_root (self, to, PREMISE_ROOT_JUMP, rising);
  else if (fmin (fabs (y_from), fabs (y_to)) > POLE * around)
    return;
  else if (fabs (y_to - y_from) > JUMP_PART * wide)
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

  if (fabs (y[best]) <= TOUCH * fabs (self->target)
      || fabs (y[best]) <= TOUCH_PART * fmin (fabs (self->y[i - 1]), fabs (self->y[i + 1])))
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

      y_from = self->y[i - 1];
      y_to = 0;

      if (narrow (self, sign_of (self->y[i - 1]), &from, &to, &y_from, &y_to, NULL))
        add_root (self, to, PREMISE_ROOT_BEGIN, FALSE);
    }

  if (end == self->n - 1 || isnan (self->y[end + 1]))
    add_root (self, self->x[end], PREMISE_ROOT_END, FALSE);
  else
    {
      from = self->x[end];
      to = self->x[end + 1];

      y_from = 0;
      y_to = self->y[end + 1];

      if (narrow (self, 0, &from, &to, &y_from, &y_to, NULL))
        add_root (self, from, PREMISE_ROOT_END, FALSE);
    }
}

/* Whether there are errors on one side of a sample. */
static gboolean
is_edge (const Search *self,
         guint         i)
{
  return (i > 0 && isnan (self->y[i - 1])) != (i + 1 < self->n && isnan (self->y[i + 1]));
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
  else if ((before == after && before != 0) || is_edge (self, i))
    add_root (self, self->x[i], PREMISE_ROOT_TOUCHING, FALSE);
  else
    add_root (self, self->x[i], PREMISE_ROOT_CROSSING, before < 0 || after > 0);

  return end;
}

static gboolean
is_nearest (const Search *self,
            guint         i)
{
  /* What turns back between samples comes hardly further than it has bent there. */
  if (i == 0 || i + 1 >= self->n || isnan (self->y[i - 1]) || isnan (self->y[i + 1]))
    return FALSE;

  return sign_of (self->y[i - 1]) == sign_of (self->y[i])
         && sign_of (self->y[i + 1]) == sign_of (self->y[i])
         && fabs (self->y[i]) <= fabs (self->y[i - 1]) && fabs (self->y[i]) < fabs (self->y[i + 1])
         && fabs (self->y[i]) <= 4 * fabs (self->y[i - 1] - self->y[i] + self->y[i + 1] - self->y[i]);
}

/* Whether sample @i stands at the edge of errors and the output comes out of the target there, as a
 * square root out of 0. Doubles beside the edge may be too far from it to be 0.
 */
static gboolean
starts_at_target (Search *self,
                  guint   i)
{
  gboolean left = i > 0 && isnan (self->y[i - 1]);
  gboolean right = i + 1 < self->n && isnan (self->y[i + 1]);
  guint beside = left ? i + 1 : i - 1;
  double away = left ? INFINITY : -INFINITY;
  double x = self->x[i];
  double y;

  if (left == right || (left ? i + 1 >= self->n : i == 0) || isnan (self->y[beside]) || self->y[i] == 0)
    return FALSE;

  if (fabs (self->y[i]) > EDGE_PART * fabs (self->y[beside]))
    return FALSE;

  for (guint j = 0; j < 100; j++)
    x = nextafter (x, away);

  evaluate (self, &x, &y, 1);

  return fabs (y) > EDGE_GROWTH * fabs (self->y[i]);
}

static void
find_roots (Search *self)
{
  guint n_touches = 0;

  for (guint i = 0; i < self->n && !self->result->more; i++)
    {
      if (isnan (self->y[i]))
        continue;

      if (!self->boolean && starts_at_target (self, i))
        {
          add_root (self, self->x[i], PREMISE_ROOT_TOUCHING, FALSE);
          continue;
        }

      if (self->y[i] == 0)
        {
          i = find_exact (self, i);
          continue;
        }

      if (!self->boolean && is_nearest (self, i) && n_touches++ < MAX_TOUCHES)
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

static void
add_sample (Search *self,
            double  x)
{
  if (self->n == self->n_allocated)
    {
      self->n_allocated = MAX (1024, 2 * self->n_allocated);
      self->x = g_renew (double, self->x, self->n_allocated);
    }

  self->x[self->n++] = x;
}

/* Even parts of the range, the steps of the slider, and where it stands. */
static void
choose_samples (Search            *self,
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
  guint n = 0;

  premise_model_get_range (model, assumption->variable, assumption->cell, &min, &max, &step);
  self->result->gap = (max - min) / n_parts;

  for (guint i = 0; i <= n_parts; i++)
    add_sample (self, i == n_parts ? max : min + (max - min) * i / n_parts);

  self->result->has_steps = step > 0 && (max - min) / step < MAX_STEPS;

  for (guint i = 1; self->result->has_steps && min + i * step < max; i++)
    add_sample (self, min + i * step);

  if (base > min && base < max)
    add_sample (self, base);

  if (now > min && now < max)
    add_sample (self, now);

  qsort (self->x, self->n, sizeof (double), compare_doubles);

  for (guint i = 0; i < self->n; i++)
    {
      if (n == 0 || self->x[i] > self->x[n - 1])
        self->x[n++] = self->x[i];
    }

  self->n = n;
}

/* The double on the side of values next to where an error begins or ends between two samples. */
static double
find_edge (Search *self,
           guint   i)
{
  double from = self->x[i];
  double to = self->x[i + 1];
  gboolean error_first = isnan (self->y[i]);
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];

  for (guint k = 0; k < MAX_CUTS; k++)
    {
      guint n = cut (from, to, x);
      guint end = 1;

      evaluate (self, x, y, n);

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
add_edges (Search *self)
{
  guint n = self->n;

  for (guint i = 0; i + 1 < n; i++)
    {
      if (isnan (self->y[i]) != isnan (self->y[i + 1]))
        add_sample (self, find_edge (self, i));
    }

  if (self->n == n)
    return;

  qsort (self->x, self->n, sizeof (double), compare_doubles);
  self->y = g_renew (double, self->y, self->n);
  evaluate (self, self->x, self->y, self->n);
}

/* The output itself: of what is far from the target, the distance has lost the digits. */
static void
measure_block (Search *self,
               guint   first,
               guint   n,
               double *lowest,
               double *highest)
{
  const double *output = premise_lanes_get_output (self->lanes, 0);

  for (guint i = 0; i < n; i++)
    premise_lanes_get_input (self->lanes, 0)[i] = self->x[first + i];

  premise_lanes_run (self->lanes, n);

  for (guint i = 0; i < n; i++)
    {
      if (isnan (output[i]))
        continue;

      *lowest = fmin (*lowest, output[i]);
      *highest = fmax (*highest, output[i]);
      self->result->is_boolean = self->result->is_boolean && (output[i] == 0 || output[i] == 1);
    }
}

/* What the output comes to in the range. */
static void
measure (Search *self)
{
  PremiseSeek *result = self->result;
  double lowest = INFINITY;
  double highest = -INFINITY;

  result->is_boolean = TRUE;
  self->y = g_new (double, self->n);
  evaluate (self, self->x, self->y, self->n);
  add_edges (self);

  for (guint i = 0; i < self->n; i += PREMISE_BATCH_LANES)
    measure_block (self, i, MIN (PREMISE_BATCH_LANES, self->n - i), &lowest, &highest);

  result->n_samples = self->n;
  result->lowest = lowest <= highest ? lowest : NAN;
  result->highest = lowest <= highest ? highest : NAN;
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

  if (!premise_batch_varies (batch, 0))
    return PREMISE_SEEK_INDEPENDENT;

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
 * where it goes through it, touches it, leaps over it, or rests on it. Where it comes out of an
 * error on the target, as a square root out of 0, it touches it; any other edge of errors is no
 * root, nor is a pole. It is looked at samples that the result tells of: what happens wholly between
 * two of them is not seen. The scenario stays as it is.
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
