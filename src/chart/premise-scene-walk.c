/* premise-scene-walk.c: From point to point as they lie
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-scene-private.h"

#include <math.h>

static gboolean
overlap (double a,
         double a_size,
         double b,
         double b_size)
{
  return a + a_size / 2 > b && a + a_size / 2 < b + b_size;
}

/* How far another point is from here in a direction; infinite when it is not in the same row or column. */
static double
get_distance (const PremiseRect *here,
              const PremiseRect *there,
              int                dx,
              int                dy)
{
  double distance = dx * (there->x + there->width / 2 - here->x - here->width / 2)
                    + dy * (there->y + there->height / 2 - here->y - here->height / 2);
  gboolean aligned = dx != 0 ? overlap (there->y, there->height, here->y, here->height)
                             : overlap (there->x, there->width, here->x, here->width);

  return aligned && distance > 0.5 ? distance : INFINITY;
}

/**
 * premise_scene_find_beside:
 * @self: a scene
 * @series: (inout): position of the series of a point
 * @category: (inout): position of its category
 * @dx: 1 to the right, -1 to the left, otherwise 0
 * @dy: 1 down, -1 up, otherwise 0
 *
 * Goes to the nearest point whose middle lies in the same row, or the same column, of the picture.
 *
 * Returns: whether there is one; otherwise the point stays
 */
gboolean
premise_scene_find_beside (PremiseScene *self,
                           guint        *series,
                           guint        *category,
                           int           dx,
                           int           dy)
{
  double best = INFINITY;
  PremiseRect here;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (series != NULL && category != NULL, FALSE);
  g_return_val_if_fail ((dx == 0) != (dy == 0), FALSE);

  if (!premise_scene_get_point_bounds (self, *series, *category, &here))
    return FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i);
      double distance;

      if (item->role != PREMISE_ROLE_MARK || item->series == PREMISE_SCENE_NO_POINT
          || item->category == PREMISE_SCENE_NO_POINT)
        continue;

      distance = get_distance (&here, &item->bounds, dx, dy);
      if (distance < best)
        {
          best = distance;
          *series = item->series;
          *category = item->category;
        }
    }

  return isfinite (best);
}
