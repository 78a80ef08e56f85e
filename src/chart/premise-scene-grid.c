/* premise-scene-grid.c: A scene on the pixels of the screen
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-scene-private.h"

#include <math.h>

#define NEARLY 1e-6

/* One way across the screen. */
typedef struct
{
  double scale;
  double origin;  /* of the scene, in device pixels */
} Ruler;

static gboolean
is_whole (double value)
{
  return fabs (value - round (value)) < NEARLY;
}

/* What is not on a whole pixel shows a value: it stays where the value is. */
static double
align_edge (const Ruler *ruler,
            double       edge)
{
  if (!is_whole (edge))
    return edge;

  return (round (edge * ruler->scale + ruler->origin) - ruler->origin) / ruler->scale;
}

static void
align_span (const Ruler *ruler,
            double      *start,
            double      *size)
{
  double from = align_edge (ruler, *start);
  double to = align_edge (ruler, *start + *size);

  *start = from;
  *size = *size >= 1 ? fmax (to - from, 1 / ruler->scale) : to - from;
}

static double
align_width (double scale,
             double width)
{
  return fmax (1, round (width * scale)) / scale;
}

/* The middle of a line. */
static double
align_middle (const Ruler *ruler,
              double       middle,
              double       width)
{
  double edge = middle - width / 2;

  if (!is_whole (edge))
    return middle;

  return align_edge (ruler, edge) + align_width (ruler->scale, width) / 2;
}

static gboolean
is_level_or_upright (const GArray *points)
{
  for (guint i = 1; i < points->len; i++)
    {
      const PremisePoint *from = &g_array_index (points, PremisePoint, i - 1);
      const PremisePoint *to = &g_array_index (points, PremisePoint, i);

      if (fabs (from->x - to->x) > NEARLY && fabs (from->y - to->y) > NEARLY)
        return FALSE;
    }

  return points->len > 1;
}

static void
align_line (PremiseItem *item,
            const Ruler *across,
            const Ruler *down)
{
  double width = item->style.line_width;

  if (!is_level_or_upright (item->points))
    return;

  for (guint i = 0; i < item->points->len; i++)
    {
      PremisePoint *point = &g_array_index (item->points, PremisePoint, i);

      point->x = align_middle (across, point->x, width);
      point->y = align_middle (down, point->y, width);
    }

  item->style.line_width = align_width (down->scale, width);
}

/**
 * premise_scene_align:
 * @self: a scene
 * @scale: how many device pixels a logical pixel is
 * @x: where the scene begins, in device pixels
 * @y: where it begins down the screen
 *
 * Puts lines and edges that lie on logical pixels onto whole device pixels, and makes lines whole
 * device pixels wide, so that they are sharp and all alike where a logical pixel is 1.25 or 1.5 of
 * them. Nothing moves by more than half a device pixel, and what shows a value not at all. A scene
 * is aligned once; another place or scale needs another scene.
 */
void
premise_scene_align (PremiseScene *self,
                     double        scale,
                     double        x,
                     double        y)
{
  const Ruler across = { scale, x };
  const Ruler down = { scale, y };

  g_return_if_fail (self != NULL);
  g_return_if_fail (scale > 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      PremiseItem *item = &g_array_index (self->items, PremiseItem, i);

      if (item->kind == PREMISE_ITEM_LINE)
        {
          align_line (item, &across, &down);
        }
      else if (item->kind == PREMISE_ITEM_RECT)
        {
          align_span (&across, &item->bounds.x, &item->bounds.width);
          align_span (&down, &item->bounds.y, &item->bounds.height);
          if (item->style.line_width > 0)
            item->style.line_width = align_width (scale, item->style.line_width);
        }
    }
}
