/* premise-scene.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-scene-private.h"

#include <math.h>

/* How far from a mark a pointer still means it, in logical pixels. */
#define HIT_DISTANCE 18

/* Texts keep this distance, so that two numbers never read as one. */
#define TEXT_GAP 2

#define HALO 4

static void
item_clear (PremiseItem *item)
{
  g_clear_object (&item->text);
  g_clear_pointer (&item->points, g_array_unref);
}

PremiseScene *
premise_scene_new (double              width,
                   double              height,
                   const PremiseTheme *theme)
{
  PremiseScene *self = g_new0 (PremiseScene, 1);

  self->width = width;
  self->height = height;
  self->accent = theme->accent;
  self->background = theme->background;
  self->min = 0;
  self->max = 1;
  self->items = g_array_new (FALSE, FALSE, sizeof (PremiseItem));
  g_array_set_clear_func (self->items, (GDestroyNotify) item_clear);

  return self;
}

static PremiseRect
rect_intersect (const PremiseRect *a,
                const PremiseRect *b)
{
  double x = fmax (a->x, b->x);
  double y = fmax (a->y, b->y);

  return (PremiseRect) {
    x, y,
    fmax (0, fmin (a->x + a->width, b->x + b->width) - x),
    fmax (0, fmin (a->y + a->height, b->y + b->height) - y),
  };
}

static gboolean
rect_contains (const PremiseRect *outer,
               const PremiseRect *inner)
{
  /* The sum of a position and a size may be off by the last bit. */
  double slack = 1e-6;

  return inner->x >= outer->x - slack && inner->y >= outer->y - slack
         && inner->x + inner->width <= outer->x + outer->width + slack
         && inner->y + inner->height <= outer->y + outer->height + slack;
}

static gboolean
rects_touch (const PremiseRect *a,
             const PremiseRect *b,
             double             gap)
{
  /* Lines of text may stand right below each other, or off by the last bit of a sum. */
  double slack = 1e-6;

  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

static PremiseRect
get_canvas (PremiseScene *self)
{
  return (PremiseRect) { 0, 0, self->width, self->height };
}

static PremiseItem *
add_item (PremiseScene       *self,
          PremiseItemKind     kind,
          PremiseShapeRole    role,
          guint               series,
          guint               category,
          const PremiseRect  *bounds,
          const PremiseStyle *style)
{
  PremiseItem item = { kind, role, *bounds, series, category };

  if (style != NULL)
    item.style = *style;

  g_array_append_val (self->items, item);

  return &g_array_index (self->items, PremiseItem, self->items->len - 1);
}

void
premise_scene_add_rect (PremiseScene       *self,
                        PremiseShapeRole    role,
                        guint               series,
                        guint               category,
                        const PremiseRect  *rect,
                        const PremiseStyle *style)
{
  PremiseRect canvas = get_canvas (self);
  PremiseRect cut = rect_intersect (rect, &canvas);

  if (cut.x > self->width || cut.y > self->height)
    return;

  add_item (self, PREMISE_ITEM_RECT, role, series, category, &cut, style);
}

static gboolean
fits (PremiseScene      *self,
      const PremiseRect *rect)
{
  PremiseRect canvas = get_canvas (self);

  return rect_contains (&canvas, rect);
}

void
premise_scene_add_marker (PremiseScene       *self,
                          PremiseShapeRole    role,
                          guint               series,
                          guint               category,
                          double              x,
                          double              y,
                          double              size,
                          const PremiseStyle *style)
{
  PremiseRect bounds = { x - size / 2, y - size / 2, size, size };

  if (fits (self, &bounds))
    add_item (self, PREMISE_ITEM_MARKER, role, series, category, &bounds, style);
}

void
premise_scene_add_area (PremiseScene      *self,
                        guint              series,
                        guint              category,
                        const PremiseRect *rect)
{
  PremiseRect canvas = get_canvas (self);
  PremiseRect bounds = rect_intersect (rect, &canvas);

  if (bounds.x > self->width || bounds.y > self->height)
    return;

  add_item (self, PREMISE_ITEM_AREA, PREMISE_ROLE_MARK, series, category, &bounds, NULL);
}

static PremiseRect
get_points_bounds (GArray *points)
{
  double x1 = G_MAXDOUBLE, y1 = G_MAXDOUBLE, x2 = -G_MAXDOUBLE, y2 = -G_MAXDOUBLE;

  for (guint i = 0; i < points->len; i++)
    {
      const PremisePoint *point = &g_array_index (points, PremisePoint, i);

      /* What is not a number is no less and no more. */
      x1 = point->x < x1 ? point->x : x1;
      y1 = point->y < y1 ? point->y : y1;
      x2 = point->x > x2 ? point->x : x2;
      y2 = point->y > y2 ? point->y : y2;
    }

  return (PremiseRect) { x1, y1, x2 - x1, y2 - y1 };
}

void
premise_scene_add_line (PremiseScene       *self,
                        PremiseShapeRole    role,
                        guint               series,
                        GArray             *points,
                        const PremiseStyle *style)
{
  PremiseRect bounds = get_points_bounds (points);

  if (points->len < 2 || !fits (self, &bounds))
    {
      g_array_unref (points);
      return;
    }

  add_item (self, PREMISE_ITEM_LINE, role, series, PREMISE_SCENE_NO_POINT, &bounds, style)->points
    = points;
}

void
premise_scene_add_columns (PremiseScene       *self,
                           PremiseShapeRole    role,
                           guint               series,
                           GArray             *points,
                           const PremiseStyle *style)
{
  PremiseRect middle = get_points_bounds (points);
  PremiseRect canvas = get_canvas (self);
  PremiseRect bounds = { middle.x - 0.5, middle.y, middle.width + 1, middle.height };

  bounds = rect_intersect (&bounds, &canvas);

  if (points->len < 2 || bounds.x > self->width || bounds.y > self->height)
    {
      g_array_unref (points);
      return;
    }

  add_item (self, PREMISE_ITEM_COLUMNS, role, series, PREMISE_SCENE_NO_POINT, &bounds, style)->points
    = points;
}

void
premise_scene_add_points (PremiseScene *self,
                          guint         series,
                          GArray       *points,
                          double        size)
{
  PremiseRect bounds = get_points_bounds (points);
  PremiseItem *item;

  if (bounds.height < 0 || !fits (self, &bounds))
    {
      g_array_unref (points);
      return;
    }

  item = add_item (self, PREMISE_ITEM_POINTS, PREMISE_ROLE_MARK, series, PREMISE_SCENE_NO_POINT, &bounds,
                   NULL);
  item->points = points;
  item->size = size;
}

void
premise_scene_add_polygon (PremiseScene       *self,
                           PremiseShapeRole    role,
                           guint               series,
                           guint               category,
                           GArray             *points,
                           const PremiseStyle *style)
{
  PremiseRect bounds = get_points_bounds (points);

  if (points->len < 3 || !fits (self, &bounds))
    {
      g_array_unref (points);
      return;
    }

  add_item (self, PREMISE_ITEM_POLYGON, role, series, category, &bounds, style)->points = points;
}

void
premise_scene_add_segment (PremiseScene       *self,
                           PremiseShapeRole    role,
                           guint               series,
                           double              x1,
                           double              y1,
                           double              x2,
                           double              y2,
                           const PremiseStyle *style)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (PremisePoint), 2);
  PremisePoint ends[] = { { x1, y1 }, { x2, y2 } };

  g_array_append_vals (points, ends, 2);
  premise_scene_add_line (self, role, series, points, style);
}

void
premise_scene_insert_segment (PremiseScene       *self,
                              guint               i,
                              double              x1,
                              double              y1,
                              double              x2,
                              double              y2,
                              const PremiseStyle *style)
{
  PremiseItem item = {
    PREMISE_ITEM_LINE, PREMISE_ROLE_GRID, { fmin (x1, x2), fmin (y1, y2), fabs (x2 - x1), fabs (y2 - y1) },
    PREMISE_SCENE_NO_POINT, PREMISE_SCENE_NO_POINT, *style,
  };
  PremisePoint ends[] = { { x1, y1 }, { x2, y2 } };

  item.points = g_array_sized_new (FALSE, FALSE, sizeof (PremisePoint), 2);
  g_array_append_vals (item.points, ends, 2);
  g_array_insert_val (self->items, i, item);
}

gboolean
premise_scene_has_room (PremiseScene      *self,
                        const PremiseRect *rect)
{
  if (!fits (self, rect))
    return FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i);

      if (item->kind == PREMISE_ITEM_TEXT && rects_touch (&item->bounds, rect, TEXT_GAP))
        return FALSE;
    }

  return TRUE;
}

static gboolean
segment_meets_rect (const PremisePoint *a,
                    const PremisePoint *b,
                    const PremiseRect  *rect)
{
  double from = 0;
  double to = 1;
  double deltas[] = { a->x - b->x, b->x - a->x, a->y - b->y, b->y - a->y };
  double offsets[] = {
    a->x - rect->x, rect->x + rect->width - a->x, a->y - rect->y, rect->y + rect->height - a->y,
  };

  /* Liang and Barsky: what is left of the segment after cutting at each side. */
  for (guint i = 0; i < 4; i++)
    {
      double t = offsets[i] / deltas[i];

      if (deltas[i] == 0 && offsets[i] < 0)
        return FALSE;
      if (deltas[i] < 0)
        from = fmax (from, t);
      else if (deltas[i] > 0)
        to = fmin (to, t);
    }

  return from <= to;
}

gboolean
premise_scene_line_meets (GArray            *points,
                          const PremiseRect *rect)
{
  for (guint i = 1; i < points->len; i++)
    {
      if (segment_meets_rect (&g_array_index (points, PremisePoint, i - 1),
                              &g_array_index (points, PremisePoint, i), rect))
        return TRUE;
    }

  return FALSE;
}

gboolean
premise_scene_covers_mark (PremiseScene      *self,
                           const PremiseRect *rect)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i);

      /* The fill of an area is ground to write on; its edge is a line of its own. */
      if (item->role != PREMISE_ROLE_MARK || item->kind == PREMISE_ITEM_AREA
          || item->kind == PREMISE_ITEM_POLYGON || item->kind == PREMISE_ITEM_POINTS
          || !rects_touch (&item->bounds, rect, 0))
        continue;

      if (item->points == NULL || premise_scene_line_meets (item->points, rect))
        return TRUE;
    }

  return FALSE;
}

gboolean
premise_scene_add_text (PremiseScene       *self,
                        PremiseShapeRole    role,
                        guint               series,
                        guint               category,
                        double              x,
                        double              y,
                        PangoLayout        *layout,
                        const PremiseColor *color)
{
  PremiseStyle style = { .fill = *color };
  PangoRectangle extents;
  PremiseRect bounds;

  pango_layout_get_extents (layout, NULL, &extents);
  bounds = (PremiseRect) {
    x, y, extents.width / (double) PANGO_SCALE, extents.height / (double) PANGO_SCALE,
  };

  if (bounds.width <= 0 || !premise_scene_has_room (self, &bounds))
    return FALSE;

  add_item (self, PREMISE_ITEM_TEXT, role, series, category, &bounds, &style)->text
    = g_object_ref (layout);

  return TRUE;
}

void
premise_scene_add_halo (PremiseScene       *self,
                        const PremiseColor *color)
{
  PremiseItem *item = &g_array_index (self->items, PremiseItem, self->items->len - 1);

  g_return_if_fail (item->kind == PREMISE_ITEM_TEXT);

  item->style.stroke = *color;
  item->style.line_width = HALO;
}

void
premise_scene_take (PremiseScene *self,
                    PremiseScene *other,
                    double        x,
                    double        y,
                    guint         first_series,
                    guint         first_category)
{
  PremiseRect canvas = get_canvas (self);

  for (guint i = 0; i < other->items->len; i++)
    {
      PremiseItem item = g_array_index (other->items, PremiseItem, i);

      item.bounds.x += x;
      item.bounds.y += y;

      if (item.series != PREMISE_SCENE_NO_POINT)
        item.series += first_series;
      if (item.category != PREMISE_SCENE_NO_POINT)
        item.category += first_category;

      for (guint p = 0; item.points != NULL && p < item.points->len; p++)
        {
          PremisePoint *point = &g_array_index (item.points, PremisePoint, p);

          point->x += x;
          point->y += y;
        }

      if (rect_contains (&canvas, &item.bounds))
        g_array_append_val (self->items, item);
      else
        item_clear (&item);
    }

  /* What the items own has gone with them. */
  g_array_set_clear_func (other->items, NULL);
  g_array_set_size (other->items, 0);
}

static guint
mirror_corners (guint corners)
{
  guint mirrored = 0;

  if (corners & PREMISE_CORNER_TOP_LEFT)
    mirrored |= PREMISE_CORNER_TOP_RIGHT;
  if (corners & PREMISE_CORNER_TOP_RIGHT)
    mirrored |= PREMISE_CORNER_TOP_LEFT;
  if (corners & PREMISE_CORNER_BOTTOM_LEFT)
    mirrored |= PREMISE_CORNER_BOTTOM_RIGHT;
  if (corners & PREMISE_CORNER_BOTTOM_RIGHT)
    mirrored |= PREMISE_CORNER_BOTTOM_LEFT;

  return mirrored;
}

/* Right to left is the same picture seen from behind, except for the texts themselves. */
void
premise_scene_mirror (PremiseScene *self)
{
  g_autoptr(GHashTable) turned = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      PremiseItem *item = &g_array_index (self->items, PremiseItem, i);

      item->bounds.x = self->width - item->bounds.x - item->bounds.width;
      item->style.corners = mirror_corners (item->style.corners);

      for (guint p = 0; item->points != NULL && p < item->points->len; p++)
        {
          PremisePoint *point = &g_array_index (item->points, PremisePoint, p);

          point->x = self->width - point->x;
        }

      /* Two equal texts may be one. */
      if (item->text != NULL && g_hash_table_add (turned, item->text))
        {
          PangoAlignment align = pango_layout_get_alignment (item->text);

          if (align != PANGO_ALIGN_CENTER)
            pango_layout_set_alignment (item->text, align == PANGO_ALIGN_LEFT
                                                    ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        }
    }
}

/**
 * premise_scene_free:
 * @self: (transfer full): a scene
 *
 * Frees a scene.
 */
void
premise_scene_free (PremiseScene *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->items);
  g_free (self);
}

static gboolean
is_point (const PremiseItem *item)
{
  return item->role == PREMISE_ROLE_MARK && item->series != PREMISE_SCENE_NO_POINT
         && item->category != PREMISE_SCENE_NO_POINT;
}

static PremiseRect
get_point_rect (PremiseScene      *self,
                const PremiseItem *item,
                guint              category)
{
  const PremisePoint *at = &g_array_index (item->points, PremisePoint, category);
  PremiseRect rect = { at->x - item->size / 2, at->y - item->size / 2, item->size, item->size };
  PremiseRect canvas = get_canvas (self);

  return rect_intersect (&rect, &canvas);
}

static gboolean
has_point (const PremiseItem *item,
           guint              series,
           guint              category)
{
  return item->kind == PREMISE_ITEM_POINTS && item->series == series && category < item->points->len
         && !isnan (g_array_index (item->points, PremisePoint, category).y);
}

/* The nearest of many points, and how far it is from being meant. */
static double
points_distance (const PremiseItem *item,
                 double             x,
                 double             y,
                 guint             *category)
{
  double best = INFINITY;

  for (guint i = 0; i < item->points->len; i++)
    {
      const PremisePoint *point = &g_array_index (item->points, PremisePoint, i);
      double square = (point->x - x) * (point->x - x) + (point->y - y) * (point->y - y);

      if (square < best)
        {
          best = square;
          *category = i;
        }
    }

  return fmax (0, sqrt (best) - item->size / 2);
}

static double
rect_distance (const PremiseRect *rect,
               double             x,
               double             y)
{
  double dx = fmax (0, fmax (rect->x - x, x - rect->x - rect->width));
  double dy = fmax (0, fmax (rect->y - y, y - rect->y - rect->height));

  return hypot (dx, dy);
}

static gboolean
polygon_contains (GArray *points,
                  double  x,
                  double  y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = points->len - 1; i < points->len; j = i++)
    {
      const PremisePoint *a = &g_array_index (points, PremisePoint, i);
      const PremisePoint *b = &g_array_index (points, PremisePoint, j);

      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }

  return inside;
}

static double
polygon_distance (GArray *points,
                  double  x,
                  double  y)
{
  double best = INFINITY;

  if (polygon_contains (points, x, y))
    return 0;

  for (guint i = 0, j = points->len - 1; i < points->len; j = i++)
    {
      const PremisePoint *a = &g_array_index (points, PremisePoint, i);
      const PremisePoint *b = &g_array_index (points, PremisePoint, j);
      double dx = b->x - a->x;
      double dy = b->y - a->y;
      double length = dx * dx + dy * dy;
      double t = length > 0 ? ((x - a->x) * dx + (y - a->y) * dy) / length : 0;

      t = CLAMP (t, 0, 1);
      best = fmin (best, hypot (x - a->x - t * dx, y - a->y - t * dy));
    }

  return best;
}

const PremiseItem *
premise_scene_find_polygon (PremiseScene *self,
                            guint         series,
                            guint         category)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i);

      if (item->kind == PREMISE_ITEM_POLYGON && is_point (item) && item->series == series
          && item->category == category)
        return item;
    }

  return NULL;
}

/**
 * premise_scene_hit:
 * @self: a scene
 * @x: horizontal position
 * @y: vertical position
 * @series: (out) (optional): return location for the series
 * @category: (out) (optional): return location for the category
 *
 * Finds the point whose mark is at a position, or near it: the one in front where marks
 * cover each other, the nearest where there is none.
 *
 * Returns: whether there is one
 */
gboolean
premise_scene_hit (PremiseScene *self,
                   double        x,
                   double        y,
                   guint        *series,
                   guint        *category)
{
  double best_distance = HIT_DISTANCE;
  guint found_series = PREMISE_SCENE_NO_POINT;
  guint found_category = PREMISE_SCENE_NO_POINT;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = self->items->len; i > 0; i--)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i - 1);
      guint at = item->category;
      double distance = INFINITY;

      if (item->kind == PREMISE_ITEM_POINTS)
        distance = points_distance (item, x, y, &at);
      else if (is_point (item))
        distance = item->kind == PREMISE_ITEM_POLYGON ? polygon_distance (item->points, x, y)
                                                      : rect_distance (&item->bounds, x, y);

      if (distance < best_distance)
        {
          found_series = item->series;
          found_category = at;
          best_distance = distance;
        }
    }

  if (found_series == PREMISE_SCENE_NO_POINT)
    return FALSE;

  if (series != NULL)
    *series = found_series;
  if (category != NULL)
    *category = found_category;

  return TRUE;
}

/**
 * premise_scene_get_point_bounds:
 * @self: a scene
 * @series: position of a series
 * @category: position of a category
 * @bounds: (out): return location for the bounds
 *
 * Gets the bounds of the mark of a point: where a read-out goes.
 *
 * Returns: whether the point has a mark
 */
gboolean
premise_scene_get_point_bounds (PremiseScene *self,
                                guint         series,
                                guint         category,
                                PremiseRect  *bounds)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i);

      if (is_point (item) && item->series == series && item->category == category)
        {
          *bounds = item->bounds;
          return TRUE;
        }

      if (has_point (item, series, category))
        {
          *bounds = get_point_rect (self, item, category);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * premise_scene_get_domain:
 * @self: a scene
 * @min: (out) (optional): return location for the lower end
 * @max: (out) (optional): return location for the upper end
 *
 * Gets the value axis that was used.
 */
void
premise_scene_get_domain (PremiseScene *self,
                          double       *min,
                          double       *max)
{
  g_return_if_fail (self != NULL);

  if (min != NULL)
    *min = self->min;
  if (max != NULL)
    *max = self->max;
}

/**
 * premise_scene_get_horizontal:
 * @self: a scene
 *
 * Tells how the marks lie, which is not always what the chart asked for: columns whose
 * names do not fit side by side are laid down.
 *
 * Returns: whether values run along the width
 */
gboolean
premise_scene_get_horizontal (PremiseScene *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->horizontal;
}

/**
 * premise_scene_get_n_shapes:
 * @self: a scene
 *
 * Gets how many shapes there are.
 *
 * Returns: the number of shapes
 */
guint
premise_scene_get_n_shapes (PremiseScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * premise_scene_get_shape:
 * @self: a scene
 * @i: position of a shape, back to front
 * @shape: (out): return location for the shape
 *
 * Gets one shape as tests and accessibility see it. Its text belongs to the scene.
 */
void
premise_scene_get_shape (PremiseScene *self,
                         guint         i,
                         PremiseShape *shape)
{
  const PremiseItem *item;

  g_return_if_fail (self != NULL);
  g_return_if_fail (shape != NULL);
  g_return_if_fail (i < self->items->len);

  item = &g_array_index (self->items, PremiseItem, i);
  *shape = (PremiseShape) {
    item->role, item->bounds, item->series, item->category,
    item->text != NULL ? pango_layout_get_text (item->text) : NULL,
  };
}
