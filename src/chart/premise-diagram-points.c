/* premise-diagram-points.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-color.h"
#include "premise-diagram-private.h"

#include <math.h>

/* The points of a picture and their names: at the point where every one of them finds room, else
 * numbers at the points and the names in a list below. */

/* In sizes of the text. */
#define DOT        0.75
#define DISTANCE   0.6
#define MAX_NAME  12.0
#define MIN_NAME   7.0
#define TWO_LISTS 40.0
#define LIST_GAP   1.6
#define ENTRY_GAP  0.6
#define NUMBER     2.2

#define N_SIDES 8
#define N_STEPS 3

typedef struct
{
  PremiseDiagramPlan       *plan;
  const PremiseDiagramSpot *spots;
  PremiseRect               room;     /* where names and numbers may stand */
  guint                     n;
  PremiseRect              *boxes;    /* of the names, or of the numbers */
  PangoAlignment           *aligns;
} Points;

static gboolean
overlap (const PremiseRect *a,
         const PremiseRect *b,
         double             gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

static gboolean
is_free (const Points      *self,
         guint              n_placed,
         const PremiseRect *rect)
{
  const PremiseRect *room = &self->room;

  if (rect->x < room->x || rect->x + rect->width > room->x + room->width
      || rect->y < room->y || rect->y + rect->height > room->y + room->height)
    return FALSE;

  for (guint i = 0; i < n_placed; i++)
    {
      if (overlap (&self->boxes[i], rect, 2))
        return FALSE;
    }

  return premise_scene_has_room (self->plan->scene, rect);
}

/* A box beside a point. side: to the right, to the left, above, below, then the corners. */
static PremiseRect
get_beside (const PremisePoint    *at,
            guint                  side,
            double                 distance,
            const PremiseWordsBox *box,
            PangoAlignment        *align)
{
  static const int directions[N_SIDES][2] = {
    { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 },
  };
  int dx = directions[side][0];
  int dy = directions[side][1];
  double slant = dx != 0 && dy != 0 ? 0.6 : 1;

  *align = dx > 0 ? PANGO_ALIGN_LEFT : dx < 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER;

  return (PremiseRect) {
    at->x + dx * distance * slant - (dx < 0 ? box->width : dx == 0 ? box->width / 2 : 0),
    at->y + dy * distance * slant - (dy < 0 ? box->height : dy == 0 ? box->height / 2 : 0),
    box->width, box->height,
  };
}

/* Whether an axis runs through a name. */
static gboolean
covers_axis (PremiseScene      *scene,
             const PremiseRect *rect)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const PremiseItem *item = &g_array_index (scene->items, PremiseItem, i);

      if (item->kind == PREMISE_ITEM_LINE && item->role == PREMISE_ROLE_GRID
          && overlap (&item->bounds, rect, 0))
        return TRUE;
    }

  return FALSE;
}

static double
get_distance (const PremiseRect  *rect,
              const PremisePoint *at)
{
  return hypot (fmax (0, fmax (rect->x - at->x, at->x - rect->x - rect->width)),
                fmax (0, fmax (rect->y - at->y, at->y - rect->y - rect->height)));
}

/* A name is read with the point that it is nearest to. */
static gboolean
is_nearer_to_another (const Points      *self,
                      guint              node,
                      const PremiseRect *rect)
{
  double own = get_distance (rect, &self->spots[node].at);

  for (guint i = 0; i < self->n; i++)
    {
      if (i != node && get_distance (rect, &self->spots[i].at) < own * 1.2)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_name (Points                *self,
           guint                  node,
           const PremiseWordsBox *box)
{
  double distance = (DOT / 2 + DISTANCE) * self->plan->unit;

  for (guint step = 1; step <= N_STEPS; step++)
    {
      for (guint side = 0; side < N_SIDES; side++)
        {
          PangoAlignment align;
          PremiseRect rect = get_beside (&self->spots[node].at, side,
                                         distance * (1 + 0.5 * (step - 1)), box, &align);

          if (!is_free (self, node, &rect) || premise_scene_covers_mark (self->plan->scene, &rect)
              || covers_axis (self->plan->scene, &rect) || is_nearer_to_another (self, node, &rect))
            continue;

          self->boxes[node] = rect;
          self->aligns[node] = align;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_names (Points *self,
            double  width)
{
  for (guint i = 0; i < self->n; i++)
    {
      PremiseWordsBox box;

      premise_diagram_stack_words (self->plan, i, 0, 0, width, 0, &box);
      if (box.broken || !find_name (self, i, &box))
        return FALSE;
    }

  return TRUE;
}

static void
draw_names (Points *self)
{
  PremiseDiagramPlan *plan = self->plan;

  for (guint i = 0; i < self->n; i++)
    {
      const PremiseRect *box = &self->boxes[i];

      premise_scene_add_area (plan->scene, 0, i, box);
      plan->align = self->aligns[i];
      premise_diagram_stack_words (plan, i, box->x, box->y, box->width, PREMISE_WORDS_DRAW,
                                   NULL);
      plan->align = PANGO_ALIGN_LEFT;
    }
}

/* Numbers */

/* The nearest place to its point where a number stands free, from ring to ring. */
static void
find_number (Points *self,
             guint   node,
             double  size)
{
  const PremisePoint *at = &self->spots[node].at;
  double far = hypot (self->room.width, self->room.height);

  for (double distance = 0; distance <= far; distance += size * 0.6)
    {
      guint n = distance > 0 ? (guint) ceil (2 * G_PI * distance / (size * 0.6)) : 1;

      for (guint i = 0; i < n; i++)
        {
          double angle = -G_PI_2 + i * 2 * G_PI / n;
          PremiseRect rect = {
            at->x + distance * cos (angle) - size / 2, at->y + distance * sin (angle) - size / 2,
            size, size,
          };

          if (is_free (self, node, &rect))
            {
              self->boxes[node] = rect;
              return;
            }
        }
    }

  /* There is none left: the list still names the point. */
  self->boxes[node] = (PremiseRect) { -INFINITY, 0, 0, 0 };
}

static double
get_number_size (PremiseDiagramPlan *plan,
                 guint               n)
{
  g_autofree char *last = g_strdup_printf ("%u", n);

  return fmax (premise_typeset_measure (plan->type, last), plan->type->line) + 0.3 * plan->unit;
}

static void
draw_number (Points *self,
             guint   node)
{
  PremiseDiagramPlan *plan = self->plan;
  const PremiseRect *box = &self->boxes[node];
  const PremiseDiagramSpot *spot = &self->spots[node];
  PremisePoint middle = { box->x + box->width / 2, box->y + box->height / 2 };
  PremiseStyle style = { .fill = spot->color, .marker = PREMISE_MARKER_CIRCLE };
  PremiseColor ink = premise_color_on_fill (plan->theme, &spot->color);
  g_autofree char *number = g_strdup_printf ("%u", node + 1);
  g_autoptr(PangoLayout) layout = premise_diagram_typeset (plan, number, INFINITY, TRUE);

  if (!isfinite (box->x))
    return;

  if (hypot (middle.x - spot->at.x, middle.y - spot->at.y) > 1)
    premise_diagram_place_line (plan, (PremisePoint[]) { middle, spot->at }, 2, FALSE);
  premise_scene_add_marker (plan->scene, PREMISE_ROLE_MARK, 0, node, middle.x, middle.y,
                            box->width / 0.87, &style);
  premise_diagram_place_text (plan, layout, PREMISE_ROLE_VALUE_LABEL, PREMISE_SCENE_NO_POINT,
                              middle.x - premise_typeset_width (layout) / 2,
                              middle.y - premise_typeset_height (layout) / 2, &ink);
}

static double
list_entry (PremiseDiagramPlan *plan,
            guint               node,
            double              x,
            double              y,
            double              width)
{
  double indent = fmax (NUMBER * plan->unit, get_number_size (plan, node + 1));
  PremiseRect rect = { x, y, width, 0 };
  g_autofree char *number = g_strdup_printf ("%u", node + 1);
  g_autoptr(PangoLayout) layout = premise_diagram_typeset (plan, number, INFINITY, TRUE);
  PremiseWordsBox box;

  premise_diagram_stack_words (plan, node, 0, 0, width - indent, 0, &box);
  rect.height = fmax (box.height, plan->type->line);
  premise_scene_add_area (plan->scene, 0, node, &rect);
  premise_diagram_place_text (plan, layout, PREMISE_ROLE_TICK_LABEL, node, x,
                              y + fmax (0, plan->type->line - premise_typeset_height (layout)) / 2,
                              &plan->theme->muted);
  premise_diagram_stack_words (plan, node, x + indent, y, width - indent, PREMISE_WORDS_DRAW, NULL);
  plan->bottom = fmax (plan->bottom, y + rect.height);

  return y + rect.height;
}

/* In two columns where there is room, the first half of the points in the first. */
static void
draw_list (Points *self,
           double  y)
{
  PremiseDiagramPlan *plan = self->plan;
  guint n_columns = plan->width >= TWO_LISTS * plan->unit && self->n > 2 ? 2 : 1;
  guint n_rows = (self->n + n_columns - 1) / n_columns;
  double gap = LIST_GAP * plan->unit;
  double width = (plan->width - (n_columns - 1) * gap) / n_columns;

  for (guint column = 0; column < n_columns; column++)
    {
      double end = y;

      for (guint i = column * n_rows; i < MIN ((column + 1) * n_rows, self->n); i++)
        end = list_entry (plan, i, column * (width + gap), end, width) + ENTRY_GAP * plan->unit;
    }
}

static void
draw_dots (Points *self)
{
  PremiseDiagramPlan *plan = self->plan;

  for (guint i = 0; i < self->n; i++)
    {
      const PremiseDiagramSpot *spot = &self->spots[i];
      PremiseStyle style = {
        .fill = spot->color, .stroke = plan->theme->background, .line_width = 1,
        .marker = spot->marker,
      };

      premise_scene_add_marker (plan->scene, PREMISE_ROLE_MARK, 0, i, spot->at.x, spot->at.y,
                                DOT * plan->unit, &style);
    }
}

void
premise_diagram_place_points (PremiseDiagramPlan       *plan,
                              const PremiseRect        *room,
                              const PremiseDiagramSpot *spots,
                              double                    below)
{
  guint n = plan->diagram->nodes->len;
  g_autofree PremiseRect *boxes = g_new0 (PremiseRect, MAX (n, 1));
  g_autofree PangoAlignment *aligns = g_new0 (PangoAlignment, MAX (n, 1));
  Points points = { plan, spots, *room, n, boxes, aligns };

  draw_dots (&points);

  if (find_names (&points, fmin (MAX_NAME * plan->unit, room->width * 0.4))
      || find_names (&points, fmin (MIN_NAME * plan->unit, room->width * 0.4)))
    {
      draw_names (&points);
      return;
    }

  for (guint i = 0; i < n; i++)
    find_number (&points, i, get_number_size (plan, n));
  for (guint i = 0; i < n; i++)
    draw_number (&points, i);
  draw_list (&points, below + plan->unit);
}
