/* premise-seek-roots.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What lies between two samples is cut into 128 parts again and again, side by side, until doubles
 * cannot be told apart. What counts as reaching the target is judged by what the output does near
 * that place, never by what it does elsewhere in the range.
 */

#include "config.h"

#include "premise-seek-private.h"

#include <math.h>

/* What part of the distance between samples is 0, where the output jumps. */
#define ZERO_PART 1e-9

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

static void
add_root (PremiseSeeker   *self,
          double           value,
          PremiseRootKind  kind,
          gboolean         rising)
{
  PremiseRoot root = { value, kind, rising };

  /* Between 0 and the next number there are as many others as between that and 1: nobody means them. */
  if (kind == PREMISE_ROOT_JUMP && fabs (value) < ZERO_PART * self->result->gap
      && self->x[0] <= 0 && self->x[self->n - 1] >= 0)
    root.value = 0;

  if (self->result->roots->len < PREMISE_SEEK_MAX_ROOTS)
    g_array_append_val (self->result->roots, root);
  else
    self->result->more = TRUE;
}

/* The signs at both ends differ: what happens between them? */
static void
find_change (PremiseSeeker *self,
             guint          i)
{
  double from = self->x[i];
  double to = self->x[i + 1];
  double y_from = self->y[i];
  double y_to = self->y[i + 1];
  double around = fmax (fabs (y_from), fabs (y_to));
  gboolean rising = y_from < y_to;
  double wide = 0;

  if (!premise_seeker_narrow (self, premise_seeker_sign (y_from), &from, &to, &y_from, &y_to, &wide))
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
find_touch (PremiseSeeker *self,
            guint          i)
{
  double from = self->x[i - 1];
  double to = self->x[i + 1];
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];
  int sign = premise_seeker_sign (self->y[i]);
  guint best = 0;

  for (guint k = 0; k < MAX_CUTS; k++)
    {
      guint n = premise_seeker_cut (from, to, x);

      premise_seeker_evaluate (self, x, y, n);
      best = 0;

      for (guint j = 0; j < n; j++)
        {
          if (isnan (y[j]))
            return;

          /* It goes through after all: twice, between here and the samples. */
          if (premise_seeker_sign (y[j]) == -sign && j > 0 && j < n - 1)
            {
              PremiseSeeker part = *self;
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
add_stretch (PremiseSeeker *self,
             guint          i,
             guint          end)
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

      if (premise_seeker_narrow (self, premise_seeker_sign (self->y[i - 1]), &from, &to, &y_from, &y_to, NULL))
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

      if (premise_seeker_narrow (self, 0, &from, &to, &y_from, &y_to, NULL))
        add_root (self, from, PREMISE_ROOT_END, FALSE);
    }
}

/* Whether there are errors on one side of a sample. */
static gboolean
is_edge (const PremiseSeeker *self,
         guint                i)
{
  return (i > 0 && isnan (self->y[i - 1])) != (i + 1 < self->n && isnan (self->y[i + 1]));
}

/* One or more samples are exactly on the target; returns the last of them. */
static guint
find_exact (PremiseSeeker *self,
            guint          i)
{
  guint end = i;
  int before;
  int after;

  while (end + 1 < self->n && self->y[end + 1] == 0)
    end++;

  before = i > 0 && !isnan (self->y[i - 1]) ? premise_seeker_sign (self->y[i - 1]) : 0;
  after = end + 1 < self->n && !isnan (self->y[end + 1]) ? premise_seeker_sign (self->y[end + 1]) : 0;

  /* On both sides of a corner, rounding alone puts neighbouring doubles on the target. */
  if (self->x[end] > nextafter (self->x[i], INFINITY))
    add_stretch (self, i, end);
  else if ((i == 0 && after != 0) || (i == self->n - 1 && before != 0))
    add_root (self, self->x[i], PREMISE_ROOT_EDGE, before < 0 || after > 0);
  else if ((before == after && before != 0) || is_edge (self, i))
    add_root (self, self->x[i], PREMISE_ROOT_TOUCHING, FALSE);
  else
    add_root (self, self->x[i], PREMISE_ROOT_CROSSING, before < 0 || after > 0);

  return end;
}

static gboolean
is_nearest (const PremiseSeeker *self,
            guint                i)
{
  /* What turns back between samples comes hardly further than it has bent there. */
  if (i == 0 || i + 1 >= self->n || isnan (self->y[i - 1]) || isnan (self->y[i + 1]))
    return FALSE;

  return premise_seeker_sign (self->y[i - 1]) == premise_seeker_sign (self->y[i])
         && premise_seeker_sign (self->y[i + 1]) == premise_seeker_sign (self->y[i])
         && fabs (self->y[i]) <= fabs (self->y[i - 1]) && fabs (self->y[i]) < fabs (self->y[i + 1])
         && fabs (self->y[i]) <= 4 * fabs (self->y[i - 1] - self->y[i] + self->y[i + 1] - self->y[i]);
}

/* Whether sample @i stands at the edge of errors and the output comes out of the target there, as a
 * square root out of 0. Doubles beside the edge may be too far from it to be 0.
 */
static gboolean
starts_at_target (PremiseSeeker *self,
                  guint          i)
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

  premise_seeker_evaluate (self, &x, &y, 1);

  return fabs (y) > EDGE_GROWTH * fabs (self->y[i]);
}

/**
 * premise_seeker_find_roots:
 * @self: a search with its samples
 *
 * Finds where the output reaches the target, from sample to sample.
 */
void
premise_seeker_find_roots (PremiseSeeker *self)
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
          && premise_seeker_sign (self->y[i]) != premise_seeker_sign (self->y[i + 1]))
        find_change (self, i);
    }
}
