/* premise-diagram-cycle.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagram-private.h"

#include <math.h>

/* In sizes of the text. */
#define MIN_WIDTH  34.0
#define MIN_BOX     7.0
#define MAX_BOX    13.0
#define WIDE_BOX   19.0    /* where height is scarce, for fewer lines */
#define BOX_GAP     1.6
#define BOX_PADDING 0.7    /* as of a boxed node */
#define ARROW_GAP   0.35
#define MIN_ARROW   1.6
#define INNER      11.0
#define MAX_RING   40.0
#define WIDE_RING  60.0

#define ROUNDNESS 0.4    /* at least: height by width */
#define MAX_STEPS   10
#define N_SEGMENTS  64

typedef struct
{
  PremiseDiagramPlan *plan;
  guint               n;
  double              box;        /* width of a step */
  double              x;          /* middle of the ring */
  double              rx;
  double              ry;
  PremiseRect         boxes[MAX_STEPS];
  PangoLayout        *inner;      /* (nullable) */
} Ring;

static gboolean
overlap (const PremiseRect *a,
         const PremiseRect *b,
         double             gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

static gboolean
contains (const PremiseRect  *rect,
          const PremisePoint *point,
          double              gap)
{
  return point->x > rect->x - gap && point->x < rect->x + rect->width + gap
         && point->y > rect->y - gap && point->y < rect->y + rect->height + gap;
}

static double
get_angle (const Ring *self,
           double      step)
{
  return step * 2 * G_PI / self->n - G_PI_2;
}

static PremisePoint
get_point (const Ring *self,
           double      angle)
{
  return (PremisePoint) { self->x + self->rx * cos (angle), self->ry * sin (angle) };
}

static PremiseRect
get_inner (const Ring *self)
{
  double width = premise_typeset_width (self->inner);
  double height = premise_typeset_height (self->inner);

  return (PremiseRect) { self->x - width / 2, -height / 2, width, height };
}

/* The part of the ring from a step to the next that no box covers. */
static GArray *
get_arc (const Ring *self,
         guint       step)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  double gap = ARROW_GAP * self->plan->unit;

  for (guint i = 0; i <= N_SEGMENTS; i++)
    {
      PremisePoint point = get_point (self, get_angle (self, step + (double) i / N_SEGMENTS));
      gboolean covered = FALSE;

      for (guint b = 0; b < self->n && !covered; b++)
        covered = contains (&self->boxes[b], &point, gap);

      if (!covered)
        g_array_append_val (points, point);
      else if (points->len > 0)
        break;
    }

  return points;
}

static double
get_length (GArray *points)
{
  double length = 0;

  for (guint i = 1; i < points->len; i++)
    {
      const PremisePoint *a = &g_array_index (points, PremisePoint, i - 1);
      const PremisePoint *b = &g_array_index (points, PremisePoint, i);

      length += hypot (b->x - a->x, b->y - a->y);
    }

  return length;
}

static void
place_boxes (Ring *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      PremisePoint middle = get_point (self, get_angle (self, i));
      double height = premise_diagram_measure_node (self->plan, i, self->box, PREMISE_NODE_BOXED);

      self->boxes[i] = (PremiseRect) { middle.x - self->box / 2, middle.y - height / 2,
                                       self->box, height };
    }
}

/* Whether the boxes keep apart, leave room for the words in the middle, and for the arrows. */
static gboolean
is_clear (const Ring *self)
{
  double gap = BOX_GAP * self->plan->unit;
  PremiseRect inner = { 0 };

  if (self->inner != NULL)
    inner = get_inner (self);

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr(GArray) arc = get_arc (self, i);

      if (get_length (arc) < MIN_ARROW * self->plan->unit)
        return FALSE;
      if (self->inner != NULL && overlap (&self->boxes[i], &inner, gap / 2))
        return FALSE;

      for (guint j = i + 1; j < self->n; j++)
        {
          if (overlap (&self->boxes[i], &self->boxes[j], gap / 2))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
has_broken_words (const Ring *self)
{
  PremiseWordsBox box;

  for (guint i = 0; i < self->n; i++)
    {
      premise_diagram_stack_words (self->plan, i, 0, 0, self->box - 2 * BOX_PADDING * self->plan->unit,
                                   0, &box);
      if (box.broken)
        return TRUE;
    }

  return FALSE;
}

/* As flat as may be, so that it does not take the whole page. */
static gboolean
find_ring (Ring *self)
{
  PremiseDiagramPlan *plan = self->plan;
  double most = fmax (plan->width * 0.6, MAX_RING * plan->unit / 2);
  double widest = plan->variant > 0 ? WIDE_BOX : MAX_BOX;
  double ring = plan->variant > 0 ? WIDE_RING : MAX_RING;

  if (self->n < 2 || self->n > MAX_STEPS || plan->width < MIN_WIDTH * plan->unit)
    return FALSE;

  self->box = CLAMP (plan->width / (plan->variant > 0 ? 3.3 : 4), MIN_BOX * plan->unit, widest * plan->unit);
  self->x = plan->width / 2;
  self->rx = fmin ((plan->width - self->box) / 2, ring * plan->unit / 2);
  if (has_broken_words (self))
    return FALSE;

  for (self->ry = fmax (4 * plan->unit, self->rx * ROUNDNESS); self->ry <= most; self->ry += 0.5 * plan->unit)
    {
      place_boxes (self);
      if (is_clear (self))
        return TRUE;
    }

  return FALSE;
}

static PremiseRect
get_extent (const Ring *self)
{
  double top = INFINITY;
  double bottom = -INFINITY;

  for (guint i = 0; i < self->n; i++)
    {
      top = fmin (top, self->boxes[i].y);
      bottom = fmax (bottom, self->boxes[i].y + self->boxes[i].height);
    }

  /* Of an odd number the arc at the foot may hang lower than the boxes. */
  return (PremiseRect) { 0, fmin (top, -self->ry), 0,
                         fmax (bottom, self->ry) - fmin (top, -self->ry) };
}

static void
place_arrows (const Ring *self,
              double      down)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr(GArray) arc = get_arc (self, i);

      for (guint p = 0; p < arc->len; p++)
        g_array_index (arc, PremisePoint, p).y += down;
      if (arc->len >= 2)
        premise_diagram_place_line (self->plan, (gconstpointer) arc->data, arc->len, TRUE);
    }
}

static void
place_ring (Ring *self)
{
  PremiseDiagramPlan *plan = self->plan;
  PremiseRect extent = get_extent (self);
  double height = premise_diagram_picture_height (plan, extent.height, extent.height,
                                                  plan->width * 0.75);
  double down;

  self->ry += (height - extent.height) / 2;
  place_boxes (self);
  extent = get_extent (self);
  down = plan->top - extent.y;

  for (guint i = 0; i < self->n; i++)
    {
      PremiseRect rect = self->boxes[i];

      rect.y += down;
      premise_diagram_place_node (plan, i, &rect, PREMISE_NODE_BOXED);
    }
  place_arrows (self, down);

  if (self->inner != NULL)
    {
      PremiseRect rect = get_inner (self);

      premise_diagram_place_text (plan, self->inner, PREMISE_ROLE_AXIS_TITLE,
                                  PREMISE_SCENE_NO_POINT, rect.x, rect.y + down,
                                  &plan->theme->foreground);
    }

  plan->bottom = fmax (plan->bottom, plan->top + extent.height);
}

static PangoLayout *
new_inner (PremiseDiagramPlan *plan,
           double              width,
           PangoAlignment      align)
{
  PangoLayout *layout;

  if (plan->diagram->inner == NULL || *plan->diagram->inner == '\0')
    return NULL;

  plan->align = align;
  layout = premise_diagram_typeset (plan, plan->diagram->inner, width, TRUE);
  plan->align = PANGO_ALIGN_LEFT;

  return layout;
}

/* A ring where there is room for one; else a column, from whose end an arrow goes back. */
void
premise_diagram_arrange_cycle (PremiseDiagramPlan *plan)
{
  Ring ring = { plan, plan->diagram->nodes->len };
  gboolean found;

  ring.inner = new_inner (plan, INNER * plan->unit, PANGO_ALIGN_CENTER);
  found = find_ring (&ring);
  if (found)
    place_ring (&ring);
  g_clear_object (&ring.inner);

  if (found)
    return;

  ring.inner = new_inner (plan, plan->width, PANGO_ALIGN_LEFT);
  if (ring.inner != NULL)
    {
      premise_diagram_place_text (plan, ring.inner, PREMISE_ROLE_AXIS_TITLE,
                                  PREMISE_SCENE_NO_POINT, 0, plan->top,
                                  &plan->theme->foreground);
      plan->top = plan->bottom + plan->unit;
    }
  g_clear_object (&ring.inner);
  premise_diagram_arrange_flow (plan);
}
