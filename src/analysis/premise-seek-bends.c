/* premise-seek-bends.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Samples where formulas bend, jump or have a pole, of which the batch tells: some number on the way
 * to the output changes its sign there. It may do so twice between two samples, or only touch 0; that is
 * looked for where it turns back towards 0.
 */

#include "config.h"

#include "premise-seek-private.h"

#include <math.h>

/* In how many parts it is cut what lies beside a bend. */
#define BETWEEN 4

/* What bends more often, swings; and what is bent within a bend, within a bend, is not written by hand. */
#define MAX_BENDS   4096
#define MAX_ROUNDS  4

/* How often a bracket is cut: 128 to the ninth power is more than doubles can tell apart. */
#define MAX_CUTS    12

/* A bend between sample @sample and the next; or, where both have one sign, one that may be between
 * those on both sides of it.
 */
typedef struct
{
  guint  bend;
  guint  sample;
  double y_from;
  double y_to;
} Bend;

static gboolean
changes_sign (double a,
              double b)
{
  return premise_seeker_sign (a) * premise_seeker_sign (b) < 0;
}

static PremiseSeeker
get_part (const PremiseSeeker *self,
          guint                bend)
{
  PremiseSeeker part = *self;

  part.output = bend;
  part.boolean = FALSE;
  part.target = 0;

  return part;
}

/* Samples on both sides of where a bend changes its sign. */
static void
add_change (PremiseSeeker *self,
            const Bend    *bend)
{
  PremiseSeeker part = get_part (self, bend->bend);
  double from = self->x[bend->sample];
  double to = self->x[bend->sample + 1];
  double y_from = bend->y_from;
  double y_to = bend->y_to;

  if (!premise_seeker_narrow (&part, premise_seeker_sign (y_from), &from, &to, &y_from, &y_to, NULL))
    return;

  premise_seeker_add_sample (self, from);
  premise_seeker_add_sample (self, to);
}

/* A sample where a bend has the other sign after all, so that its changes are found in the next round;
 * or else the place where it comes nearest to 0, and those beside it.
 */
static void
add_turn (PremiseSeeker *self,
          const Bend    *bend)
{
  PremiseSeeker part = get_part (self, bend->bend);
  double from = self->x[bend->sample - 1];
  double to = self->x[bend->sample + 1];
  double x[PREMISE_BATCH_LANES];
  double y[PREMISE_BATCH_LANES];

  for (guint k = 0; k < MAX_CUTS; k++)
    {
      guint n = premise_seeker_cut (from, to, x);
      guint best = 0;

      premise_seeker_evaluate (&part, x, y, n);

      for (guint i = 0; i < n; i++)
        {
          if (isnan (y[i]))
            return;

          if (changes_sign (y[i], bend->y_from))
            {
              premise_seeker_add_sample (self, x[i]);
              return;
            }

          if (fabs (y[i]) < fabs (y[best]))
            best = i;
        }

      from = x[best > 0 ? best - 1 : 0];
      to = x[MIN (best + 1, n - 1)];

      if (n > 3)
        continue;

      premise_seeker_add_sample (self, from);
      premise_seeker_add_sample (self, x[best]);
      premise_seeker_add_sample (self, to);
      return;
    }
}

/* Whether the middle one of three is the nearest to 0, and so near that what lies between may be 0: what
 * turns back between samples comes hardly further than it has bent there.
 */
static gboolean
turns_back (const double *y)
{
  return y[0] * y[1] > 0 && y[1] * y[2] > 0 && fabs (y[1]) <= fabs (y[0]) && fabs (y[1]) < fabs (y[2])
         && fabs (y[1]) <= 4 * fabs (y[0] - y[1] + y[2] - y[1]);
}

/* Appends where the bends of the samples from @first on, at most a block, may be 0. */
static void
find_bends (PremiseSeeker *self,
            guint          first,
            guint          n,
            GArray        *bends)
{
  double *input = premise_lanes_get_input (self->lanes, 0);
  guint n_bends = premise_lanes_get_n_bends (self->lanes);

  for (guint i = 0; i < n; i++)
    input[i] = self->x[first + i];

  premise_lanes_run (self->lanes, n);

  for (guint k = 0; k < n_bends; k++)
    {
      const double *y = premise_lanes_get_output (self->lanes, k + 1);

      for (guint i = 0; i + 1 < n && bends->len < MAX_BENDS; i++)
        {
          Bend bend = { k + 1, first + i, y[i], y[i + 1] };

          if (changes_sign (y[i], y[i + 1]) || (i > 0 && turns_back (y + i - 1)))
            g_array_append_val (bends, bend);
        }
    }
}

/* Between two samples of which one is new there may be a piece of the output that no other sample is
 * in, such as the whole of where it has a value. @before: the @n_before samples there were, ascending
 */
static void
add_between (PremiseSeeker *self,
             const double  *before,
             guint          n_before)
{
  guint n = self->n;
  guint known = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      double width = self->x[i + 1] - self->x[i];
      gboolean first_is_known, second_is_known;

      while (known < n_before && before[known] < self->x[i])
        known++;

      first_is_known = known < n_before && before[known] == self->x[i];
      second_is_known = known + first_is_known < n_before
                        && before[known + first_is_known] == self->x[i + 1];

      for (guint j = 1; j < BETWEEN && !(first_is_known && second_is_known); j++)
        {
          double place = self->x[i] + width * j / BETWEEN;

          if (place > self->x[i] && place < self->x[i + 1])
            premise_seeker_add_sample (self, place);
        }
    }

  premise_seeker_arrange (self);
}

/**
 * premise_seeker_add_bends:
 * @self: a search with its first samples
 *
 * Lets there be samples on both sides of each bend. A bend may depend on another, which hides it, so this
 * is done more than once.
 */
void
premise_seeker_add_bends (PremiseSeeker *self)
{
  g_autoptr(GArray) bends = g_array_new (FALSE, FALSE, sizeof (Bend));
  g_autofree double *first = g_memdup2 (self->x, self->n * sizeof *self->x);
  guint n_first = self->n;
  guint n_before = 0;

  if (premise_lanes_get_n_bends (self->lanes) == 0)
    return;

  for (guint round = 0; round < MAX_ROUNDS && self->n != n_before; round++)
    {
      n_before = self->n;
      g_array_set_size (bends, 0);

      /* Blocks share two samples, so that nothing falls between them. */
      for (guint i = 0; i + 1 < n_before; i += PREMISE_BATCH_LANES - 2)
        find_bends (self, i, MIN (PREMISE_BATCH_LANES, n_before - i), bends);

      for (guint i = 0; i < bends->len; i++)
        {
          const Bend *bend = &g_array_index (bends, Bend, i);

          if (changes_sign (bend->y_from, bend->y_to))
            add_change (self, bend);
          else
            add_turn (self, bend);
        }

      premise_seeker_arrange (self);
    }

  if (self->n > n_first)
    add_between (self, first, n_first);
}
