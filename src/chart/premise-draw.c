/* premise-draw.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-scene-private.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define HATCH_STEP 5
#define HIGHLIGHT_WIDTH 2
#define HIGHLIGHT_GAP 2

static void
set_color (cairo_t            *cr,
           const PremiseColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
set_line (cairo_t            *cr,
          const PremiseStyle *style)
{
  static const double dashed[] = { 5, 4 };
  static const double dotted[] = { 0, 4 };
  static const double lengthy[] = { 11, 3 };

  set_color (cr, &style->stroke);
  cairo_set_line_width (cr, style->line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  switch (style->dash)
    {
    case PREMISE_DASH_DASHED:
      cairo_set_dash (cr, dashed, G_N_ELEMENTS (dashed), 0);
      break;

    case PREMISE_DASH_DOTTED:
      /* A dot is a dash of no length with round ends. */
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dotted, G_N_ELEMENTS (dotted), 0);
      break;

    case PREMISE_DASH_LONG:
      cairo_set_dash (cr, lengthy, G_N_ELEMENTS (lengthy), 0);
      break;

    case PREMISE_DASH_NONE:
    default:
      cairo_set_dash (cr, NULL, 0, 0);
    }
}

static void
trace_corner (cairo_t  *cr,
              double    x,
              double    y,
              double    radius,
              double    turn,
              gboolean  is_round)
{
  /* towards the centre of the arc */
  double angle = turn + G_PI_4;

  if (!is_round)
    cairo_line_to (cr, x, y);
  else
    cairo_arc (cr,
               x - copysign (radius, cos (angle)), y - copysign (radius, sin (angle)),
               radius, turn, turn + G_PI_2);
}

static void
trace_rect (cairo_t           *cr,
            const PremiseRect *rect,
            double             radius,
            guint              corners)
{
  double r = fmin (radius, fmin (rect->width, rect->height) / 2);
  double x2 = rect->x + rect->width;
  double y2 = rect->y + rect->height;

  if (r <= 0.1)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }

  if (corners == 0)
    corners = PREMISE_CORNERS_ALL;

  cairo_new_sub_path (cr);
  trace_corner (cr, x2, rect->y, r, -G_PI_2, (corners & PREMISE_CORNER_TOP_RIGHT) != 0);
  trace_corner (cr, x2, y2, r, 0, (corners & PREMISE_CORNER_BOTTOM_RIGHT) != 0);
  trace_corner (cr, rect->x, y2, r, G_PI_2, (corners & PREMISE_CORNER_BOTTOM_LEFT) != 0);
  trace_corner (cr, rect->x, rect->y, r, G_PI, (corners & PREMISE_CORNER_TOP_LEFT) != 0);
  cairo_close_path (cr);
}

static void
trace_polygon (cairo_t *cr,
               double   x,
               double   y,
               double   radius,
               guint    corners,
               double   turn,
               double   inner)
{
  for (guint i = 0; i < corners; i++)
    {
      double r = i % 2 == 1 ? radius * inner : radius;
      double angle = turn + i * 2 * G_PI / corners;

      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }

  cairo_close_path (cr);
}

static void
trace_marker (cairo_t           *cr,
              const PremiseItem *item)
{
  const PremiseRect *b = &item->bounds;
  double x = b->x + b->width / 2;
  double y = b->y + b->height / 2;
  double r = b->width / 2;

  cairo_new_path (cr);

  switch (item->style.marker)
    {
    case PREMISE_MARKER_SQUARE:
      cairo_rectangle (cr, x - r * 0.78, y - r * 0.78, r * 1.56, r * 1.56);
      break;
    case PREMISE_MARKER_TRIANGLE:
      trace_polygon (cr, x, y + r * 0.12, r, 3, -G_PI_2, 1);
      break;
    case PREMISE_MARKER_DIAMOND:
      trace_polygon (cr, x, y, r, 4, -G_PI_2, 1);
      break;
    case PREMISE_MARKER_TRIANGLE_DOWN:
      trace_polygon (cr, x, y - r * 0.12, r, 3, G_PI_2, 1);
      break;
    case PREMISE_MARKER_PENTAGON:
      trace_polygon (cr, x, y, r, 5, -G_PI_2, 1);
      break;
    case PREMISE_MARKER_HEXAGON:
      trace_polygon (cr, x, y, r, 6, 0, 1);
      break;
    case PREMISE_MARKER_STAR:
      trace_polygon (cr, x, y, r, 10, -G_PI_2, 0.45);
      break;
    case PREMISE_MARKER_CROSS:
      trace_polygon (cr, x, y, r, 8, -G_PI_2, 0.4);
      break;
    case PREMISE_MARKER_CIRCLE:
    default:
      cairo_arc (cr, x, y, r * 0.87, 0, 2 * G_PI);
    }
}

/* Lines rather than a pattern: a pattern becomes an image on paper. */
static void
draw_hatch (cairo_t           *cr,
            const PremiseItem *item)
{
  const PremiseRect *b = &item->bounds;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);

  for (double d = -b->height; d < b->width; d += HATCH_STEP)
    {
      cairo_move_to (cr, b->x + d, b->y + b->height);
      cairo_line_to (cr, b->x + d + b->height, b->y);
    }

  set_color (cr, &item->style.hatch);
  cairo_set_line_width (cr, 1.25);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
trace_stripes (cairo_t           *cr,
               const PremiseRect *b,
               double             step,
               gboolean           upright)
{
  double length = upright ? b->width : b->height;

  for (double d = step / 2; d < length; d += step)
    {
      if (upright)
        {
          cairo_move_to (cr, b->x + d, b->y);
          cairo_line_to (cr, b->x + d, b->y + b->height);
        }
      else
        {
          cairo_move_to (cr, b->x, b->y + d);
          cairo_line_to (cr, b->x + b->width, b->y + d);
        }
    }
}

static void
trace_falling (cairo_t           *cr,
               const PremiseRect *b,
               double             step)
{
  for (double d = -b->height; d < b->width; d += step)
    {
      cairo_move_to (cr, b->x + d, b->y);
      cairo_line_to (cr, b->x + d + b->height, b->y + b->height);
    }
}

/* Dots are lines of no length with round ends, every other row moved by half a step. */
static void
trace_dots (cairo_t           *cr,
            const PremiseRect *b,
            double             step)
{
  guint row = 0;

  for (double y = step / 2; y < b->height; y += step, row++)
    {
      for (double x = row % 2 == 0 ? step / 2 : step; x < b->width; x += step)
        {
          cairo_move_to (cr, b->x + x, b->y + y);
          cairo_line_to (cr, b->x + x, b->y + y);
        }
    }
}

/* Draws inside the current path, and keeps it. */
static void
draw_texture (cairo_t           *cr,
              const PremiseItem *item)
{
  const PremiseRect *b = &item->bounds;
  cairo_path_t *path = cairo_copy_path (cr);
  double width = 1.25;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  switch (item->style.texture)
    {
    case PREMISE_TEXTURE_DOTS:
    case PREMISE_TEXTURE_WIDE_DOTS:
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      width = item->style.texture == PREMISE_TEXTURE_DOTS ? 2 : 3.5;
      trace_dots (cr, b, item->style.texture == PREMISE_TEXTURE_DOTS ? 6 : 11);
      break;
    case PREMISE_TEXTURE_FALLING:
      trace_falling (cr, b, 7);
      break;
    case PREMISE_TEXTURE_WIDE_FALLING:
      width = 2.5;
      trace_falling (cr, b, 14);
      break;
    case PREMISE_TEXTURE_UPRIGHT:
      trace_stripes (cr, b, 6, TRUE);
      break;
    case PREMISE_TEXTURE_WIDE_UPRIGHT:
      width = 3;
      trace_stripes (cr, b, 12, TRUE);
      break;
    case PREMISE_TEXTURE_LEVEL:
      trace_stripes (cr, b, 6, FALSE);
      break;
    case PREMISE_TEXTURE_GRID:
      trace_stripes (cr, b, 7, FALSE);
      trace_stripes (cr, b, 7, TRUE);
      break;
    case PREMISE_TEXTURE_NONE:
    default:
      break;
    }

  set_color (cr, &item->style.weave);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);

  cairo_new_path (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

static void
draw_rect (cairo_t           *cr,
           const PremiseItem *item)
{
  const PremiseStyle *style = &item->style;
  double half = style->line_width / 2;
  PremiseRect inner = {
    item->bounds.x + half, item->bounds.y + half,
    item->bounds.width - 2 * half, item->bounds.height - 2 * half,
  };

  cairo_new_path (cr);
  trace_rect (cr, &item->bounds, style->radius, style->corners);

  if (style->fill.alpha > 0)
    {
      set_color (cr, &style->fill);
      cairo_fill_preserve (cr);
    }

  if (style->texture != PREMISE_TEXTURE_NONE)
    draw_texture (cr, item);

  if (style->hatch.alpha > 0)
    {
      draw_hatch (cr, item);
      cairo_new_path (cr);
      trace_rect (cr, &item->bounds, style->radius, style->corners);
    }

  cairo_new_path (cr);

  /* The outline stays inside, so that the bounds are what is seen. */
  if (style->stroke.alpha > 0 && inner.width > 0 && inner.height > 0)
    {
      trace_rect (cr, &inner, fmax (0, style->radius - half), style->corners);
      set_line (cr, style);
      cairo_stroke (cr);
    }
}

static void
trace_line (cairo_t           *cr,
            const PremiseItem *item)
{
  cairo_new_sub_path (cr);

  for (guint i = 0; i < item->points->len; i++)
    {
      const PremisePoint *point = &g_array_index (item->points, PremisePoint, i);

      cairo_line_to (cr, point->x, point->y);
    }
}

static void
draw_line (cairo_t           *cr,
           const PremiseItem *item)
{
  cairo_new_path (cr);
  trace_line (cr, item);
  set_line (cr, &item->style);
  cairo_stroke (cr);
}

static void
trace_outline (cairo_t           *cr,
               const PremiseItem *item)
{
  for (guint i = 0; i < item->points->len; i++)
    {
      const PremisePoint *point = &g_array_index (item->points, PremisePoint, i);

      cairo_line_to (cr, point->x, point->y);
    }

  cairo_close_path (cr);
}

static void
draw_polygon (cairo_t           *cr,
              const PremiseItem *item)
{
  const PremiseStyle *style = &item->style;

  cairo_new_path (cr);
  trace_outline (cr, item);

  if (style->fill.alpha > 0)
    {
      set_color (cr, &style->fill);
      cairo_fill_preserve (cr);
    }

  if (style->texture != PREMISE_TEXTURE_NONE)
    draw_texture (cr, item);

  if (style->hatch.alpha > 0)
    {
      draw_hatch (cr, item);
      cairo_new_path (cr);
      trace_outline (cr, item);
    }

  if (style->stroke.alpha > 0)
    {
      set_line (cr, style);
      cairo_stroke (cr);
    }

  cairo_new_path (cr);
}

static void
draw_marker (cairo_t           *cr,
             const PremiseItem *item)
{
  trace_marker (cr, item);

  if (item->style.fill.alpha > 0)
    {
      set_color (cr, &item->style.fill);
      cairo_fill_preserve (cr);
    }

  if (item->style.stroke.alpha > 0)
    {
      set_line (cr, &item->style);
      cairo_stroke (cr);
    }

  cairo_new_path (cr);
}

/* Where the layout of a text begins. */
static void
get_text_origin (const PremiseItem *item,
                 double            *x,
                 double            *y)
{
  PangoRectangle extents;

  pango_layout_get_extents (item->text, NULL, &extents);
  *x = item->bounds.x - extents.x / (double) PANGO_SCALE;
  *y = item->bounds.y - extents.y / (double) PANGO_SCALE;
}

static void
draw_text (cairo_t           *cr,
           const PremiseItem *item)
{
  double x, y;

  get_text_origin (item, &x, &y);

  if (item->style.stroke.alpha > 0)
    {
      cairo_new_path (cr);
      cairo_move_to (cr, x, y);
      pango_cairo_layout_path (cr, item->text);
      set_line (cr, &item->style);
      cairo_stroke (cr);
    }

  cairo_move_to (cr, x, y);
  set_color (cr, &item->style.fill);
  pango_cairo_show_layout (cr, item->text);
  cairo_new_path (cr);
}

/* All in one path, so that no seam shows between neighbours. */
static void
draw_columns (cairo_t           *cr,
              const PremiseItem *item)
{
  cairo_new_path (cr);

  for (guint i = 0; i + 1 < item->points->len; i += 2)
    {
      const PremisePoint *from = &g_array_index (item->points, PremisePoint, i);
      const PremisePoint *to = &g_array_index (item->points, PremisePoint, i + 1);

      cairo_rectangle (cr, from->x - 0.5, from->y, 1, to->y - from->y);
    }

  set_color (cr, &item->style.stroke);
  cairo_fill (cr);
}

static void
draw_nothing (cairo_t           *cr,
              const PremiseItem *item)
{
}

static void (*const draw_item[]) (cairo_t *, const PremiseItem *) = {
  [PREMISE_ITEM_RECT] = draw_rect,
  [PREMISE_ITEM_LINE] = draw_line,
  [PREMISE_ITEM_POLYGON] = draw_polygon,
  [PREMISE_ITEM_MARKER] = draw_marker,
  [PREMISE_ITEM_TEXT] = draw_text,
  [PREMISE_ITEM_AREA] = draw_nothing,
  [PREMISE_ITEM_COLUMNS] = draw_columns,
  [PREMISE_ITEM_POINTS] = draw_nothing,
};

/* The grid lines of a chart are one path: a stroke costs more than what it paints. Crossings are not seen
 * where a line hides what is below it. Returns: how many shapes were drawn */
static guint
draw_run (cairo_t           *cr,
          const PremiseItem *items,
          guint              n)
{
  guint run = 1;

  if (items->kind != PREMISE_ITEM_LINE || items->style.stroke.alpha < 1)
    {
      draw_item[items->kind] (cr, items);
      return 1;
    }

  cairo_new_path (cr);
  trace_line (cr, items);

  while (run < n && items[run].kind == PREMISE_ITEM_LINE
         && memcmp (&items[run].style, &items->style, sizeof (PremiseStyle)) == 0)
    trace_line (cr, &items[run++]);

  set_line (cr, &items->style);
  cairo_stroke (cr);

  return run;
}

/**
 * premise_scene_draw:
 * @self: a scene
 * @cr: where to draw
 *
 * Draws the scene. It leaves the background alone: what is behind the chart, a card or
 * paper, belongs to the caller.
 */
void
premise_scene_draw (PremiseScene *self,
                    cairo_t      *cr)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);

  for (guint i = 0; i < self->items->len;)
    i += draw_run (cr, &g_array_index (self->items, PremiseItem, i), self->items->len - i);

  cairo_restore (cr);
}

/**
 * premise_scene_draw_with_text:
 * @self: a scene
 * @cr: where to draw
 * @show_text: shows the texts
 * @user_data: for @show_text
 *
 * Draws the scene as premise_scene_draw() does, but hands the texts over to @show_text, back to front.
 */
void
premise_scene_draw_with_text (PremiseScene    *self,
                              cairo_t         *cr,
                              PremiseShowText  show_text,
                              gpointer         user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (show_text != NULL);

  cairo_save (cr);

  for (guint i = 0; i < self->items->len;)
    {
      const PremiseItem *item = &g_array_index (self->items, PremiseItem, i);
      double x, y;

      if (item->kind != PREMISE_ITEM_TEXT)
        {
          i += draw_run (cr, item, self->items->len - i);
          continue;
        }

      i++;

      get_text_origin (item, &x, &y);
      show_text (cr, item->text, x, y, &item->style.fill,
                 item->style.stroke.alpha > 0 ? &item->style.stroke : NULL, item->style.line_width, user_data);
    }

  cairo_restore (cr);
}

/**
 * premise_scene_draw_highlight:
 * @self: a scene
 * @cr: where to draw
 * @series: position of a series
 * @category: position of a category
 *
 * Draws only the emphasis of one point, over a scene that was drawn before. A point
 * without a mark gets none.
 */
void
premise_scene_draw_highlight (PremiseScene *self,
                              cairo_t      *cr,
                              guint         series,
                              guint         category)
{
  const PremiseItem *polygon;
  PremiseRect bounds;
  double grow = HIGHLIGHT_GAP + HIGHLIGHT_WIDTH / 2.0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  if (!premise_scene_get_point_bounds (self, series, category, &bounds))
    return;

  bounds = (PremiseRect) {
    bounds.x - grow, bounds.y - grow, bounds.width + 2 * grow, bounds.height + 2 * grow,
  };

  cairo_save (cr);
  cairo_new_path (cr);
  polygon = premise_scene_find_polygon (self, series, category);

  if (polygon != NULL)
    trace_outline (cr, polygon);
  else
    trace_rect (cr, &bounds, 5, PREMISE_CORNERS_ALL);

  /* A rim of the background keeps the ring visible on a bar of the same colour. */
  set_color (cr, &self->background);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, HIGHLIGHT_WIDTH + 2);
  cairo_stroke_preserve (cr);
  set_color (cr, &self->accent);
  cairo_set_line_width (cr, HIGHLIGHT_WIDTH);
  cairo_stroke (cr);
  cairo_restore (cr);
}
