/* premise-mark-line-dense.c: Lines with more points than there are pixels to show them
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* With so many points to a pixel a line covers all between the lowest and the highest of them. */
#define MIN_POINTS_PER_PIXEL 2

/* How close to a point a pointer means it. */
#define HIT_SIZE 10

gboolean
premise_line_is_dense (PremiseLayout *self)
{
  return premise_layout_n_categories (self) > MIN_POINTS_PER_PIXEL * self->plot.width;
}

/* Makes the part of a segment that lies in each column of pixels part of what the column spans. */
static void
extend_columns (PremiseExtent *columns,
                guint          n,
                double         first,
                PremisePoint   a,
                PremisePoint   b)
{
  guint from, to;

  if (a.x > b.x)
    {
      PremisePoint swapped = a;

      a = b;
      b = swapped;
    }

  from = (guint) CLAMP (floor (a.x - first), 0, n - 1.0);
  to = (guint) CLAMP (floor (b.x - first), 0, n - 1.0);
  premise_extent_add (&columns[from], a.y);
  premise_extent_add (&columns[to], b.y);

  for (guint i = from; i < to; i++)
    {
      double edge = first + i + 1;
      double y = b.x > a.x ? a.y + (b.y - a.y) * (edge - a.x) / (b.x - a.x) : b.y;

      premise_extent_add (&columns[i], y);
      premise_extent_add (&columns[i + 1], y);
    }
}

void
premise_line_add_columns (PremiseLayout      *self,
                          PremiseShapeRole    role,
                          guint               series,
                          const GArray       *points,
                          const PremiseStyle *style)
{
  const PremisePoint *given = (const PremisePoint *) (gpointer) points->data;
  double first = floor (self->plot.x);
  guint n = (guint) ceil (self->plot.width) + 2;
  g_autofree PremiseExtent *columns = g_new (PremiseExtent, n);
  GArray *spans;

  if (points->len == 0)
    return;

  for (guint i = 0; i < n; i++)
    columns[i] = (PremiseExtent) { NAN, NAN };

  /* A point between two gaps is a segment of no length. */
  extend_columns (columns, n, first, given[0], given[0]);
  for (guint i = 1; i < points->len; i++)
    extend_columns (columns, n, first, given[i - 1], given[i]);

  spans = g_array_sized_new (FALSE, FALSE, sizeof (PremisePoint), 2 * n);

  for (guint i = 0; i < n; i++)
    {
      PremisePoint ends[] = {
        { first + i + 0.5, columns[i].min - style->line_width / 2 },
        { first + i + 0.5, columns[i].max + style->line_width / 2 },
      };

      if (!isnan (columns[i].min))
        g_array_append_vals (spans, ends, 2);
    }

  premise_scene_add_columns (self->scene, role, series, spans, style);
}

/* Only what can be told apart of a line: where it enters and leaves each column of pixels, and
 * its lowest and highest point there. */
GArray *
premise_line_thin (const GArray *points)
{
  const PremisePoint *given = (const PremisePoint *) (gpointer) points->data;
  GArray *thinned = g_array_new (FALSE, FALSE, sizeof (PremisePoint));

  for (guint i = 0, end; i < points->len; i = end)
    {
      guint low = i, high = i;

      for (end = i; end < points->len && floor (given[end].x) == floor (given[i].x); end++)
        {
          if (given[end].y < given[low].y)
            low = end;
          if (given[end].y > given[high].y)
            high = end;
        }

      guint kept[] = { i, MIN (low, high), MAX (low, high), end - 1 };

      for (guint k = 0; k < G_N_ELEMENTS (kept); k++)
        {
          if (k == 0 || kept[k] != kept[k - 1])
            g_array_append_val (thinned, given[kept[k]]);
        }
    }

  return thinned;
}

/* Each point is found and can be walked to, but none has a shape of its own. */
void
premise_line_add_dense_points (PremiseLayout *self,
                               guint          series)
{
  guint n = premise_layout_n_categories (self);
  PremiseLineSteps steps = premise_line_get_steps (self);
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (PremisePoint), n);

  for (guint c = 0; c < n; c++)
    {
      PremisePoint point = { premise_line_step_x (self, &steps, c), NAN };
      double value;

      if (premise_layout_get_number (self, series, c, &value))
        point.y = premise_frame_place (self, value);
      g_array_append_val (points, point);
    }

  premise_scene_add_points (self->scene, series, points, HIT_SIZE);
}
