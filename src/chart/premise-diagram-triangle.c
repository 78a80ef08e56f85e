/* premise-diagram-triangle.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-color.h"
#include "premise-diagram-private.h"

#include <math.h>

/* In sizes of the text. */
#define HALF_BASE   9.5
#define MAX_HEIGHT 28.0
#define MAX_CORNER 16.0
#define MAX_TOP    24.0
#define MAX_SIDE   11.0
#define MIN_SIDE    2.0
#define GAP         0.6
#define DOT         0.8

#define N_CORNERS 3
#define FOOT_LINES 2
#define HEIGHT_PER_BASE 1.5   /* of half of the base */
#define MAX_BASE 0.3          /* half of it, of the width */
#define N_TRIES 6

/* The sides in the order of their drawing. */
enum
{
  SIDE_LEFT,      /* from the top to the left */
  SIDE_RIGHT,     /* from the top to the right */
  SIDE_FOOT,
  N_SIDES,
};

typedef struct
{
  PremiseDiagramPlan *plan;
  double              gap;
  double              half;               /* of the base */
  double              height;
  PremisePoint        corners[N_CORNERS]; /* the top, left, right */
  PremiseRect         names[N_CORNERS];
  PangoLayout        *sides[N_SIDES];     /* (nullable) */
  PremisePoint        places[N_SIDES];    /* of these words */
  PangoLayout        *inner;              /* (nullable) */
  gboolean            below;              /* the words of the sides stand below the picture */
} Triangle;

static void
triangle_clear (Triangle *self)
{
  for (guint i = 0; i < N_SIDES; i++)
    g_clear_object (&self->sides[i]);
  g_clear_object (&self->inner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Triangle, triangle_clear)

static const PremiseDiagramEdge *
find_side (PremiseDiagram *diagram,
           guint           side)
{
  static const guint ends[N_SIDES][2] = { { 0, 1 }, { 0, 2 }, { 1, 2 } };

  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = &g_array_index (diagram->edges, PremiseDiagramEdge, i);

      if (MIN (edge->from, edge->to) == ends[side][0] && MAX (edge->from, edge->to) == ends[side][1]
          && edge->label != NULL && *edge->label != '\0')
        return edge;
    }

  return NULL;
}

static PangoLayout *
typeset (PremiseDiagramPlan *plan,
         const char         *text,
         double              width,
         PangoAlignment      align)
{
  PangoLayout *layout;

  plan->align = align;
  layout = premise_diagram_typeset (plan, text, width, FALSE);
  plan->align = PANGO_ALIGN_LEFT;

  return layout;
}

/* The names of the corners, from the middle of the canvas and the top of the picture. */
static void
measure_names (Triangle *self)
{
  PremiseDiagramPlan *plan = self->plan;
  double widths[N_CORNERS] = {
    fmin (MAX_TOP * plan->unit, plan->width),
    fmin (MAX_CORNER * plan->unit, plan->width / 2 - self->gap),
    fmin (MAX_CORNER * plan->unit, plan->width / 2 - self->gap),
  };

  for (guint i = 0; i < N_CORNERS; i++)
    {
      PremiseWordsBox box;

      premise_diagram_stack_words (plan, i, 0, 0, widths[i], 0, &box);
      self->names[i] = (PremiseRect) { 0, 0, box.width, box.height };
    }
}

static void
set_corners (Triangle *self)
{
  PremiseDiagramPlan *plan = self->plan;
  double middle = plan->width / 2;
  double top = plan->top + self->names[0].height + self->gap;
  double natural = fmin (HALF_BASE * plan->unit, MAX_BASE * plan->width);

  self->height = premise_diagram_picture_height (plan, natural * HEIGHT_PER_BASE, natural,
                                                 fmin (MAX_HEIGHT * plan->unit,
                                                       MAX_BASE * plan->width * HEIGHT_PER_BASE));
  self->half = CLAMP (self->height / HEIGHT_PER_BASE, natural, MAX_BASE * plan->width);
  self->corners[0] = (PremisePoint) { middle, top };
  self->corners[1] = (PremisePoint) { middle - self->half, top + self->height };
  self->corners[2] = (PremisePoint) { middle + self->half, top + self->height };
}

/* Names stand at their corners as long as they stay on the canvas and on their side of it. */
static void
place_names (Triangle *self,
             double    foot)
{
  double width = self->plan->width;
  PremiseRect *names = self->names;

  names[0].x = self->corners[0].x - names[0].width / 2;
  names[0].y = self->plan->top;
  names[1].x = CLAMP (self->corners[1].x - names[1].width / 2, 0,
                      fmax (0, width / 2 - self->gap - names[1].width));
  names[2].x = CLAMP (self->corners[2].x - names[2].width / 2, width / 2 + self->gap,
                      fmax (width / 2 + self->gap, width - names[2].width));
  names[1].y = names[2].y = foot;
}

/* The words beside a slanted side, as wide as they can be without touching it. */
static gboolean
fit_slanted (Triangle   *self,
             guint       side,
             const char *text)
{
  PremiseDiagramPlan *plan = self->plan;
  PangoAlignment align = side == SIDE_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  double room = plan->width / 2 - self->half / 2 - self->gap;
  double width = fmin (room, MAX_SIDE * plan->unit);

  for (guint i = 0; i < N_TRIES && width >= MIN_SIDE * plan->unit; i++)
    {
      double taken;

      g_clear_object (&self->sides[side]);
      self->sides[side] = typeset (plan, text, width, align);
      taken = premise_typeset_width (self->sides[side])
              + premise_typeset_height (self->sides[side]) / 2 * self->half / self->height;
      if (premise_diagram_breaks_words (self->sides[side])
          || premise_typeset_height (self->sides[side]) > self->height)
        return FALSE;

      if (taken <= room)
        {
          double from = plan->width / 2 + self->half / 2 + self->gap + taken
                        - premise_typeset_width (self->sides[side]);

          self->places[side].x = side == SIDE_RIGHT ? from : plan->width - from
                                 - premise_typeset_width (self->sides[side]);
          self->places[side].y = self->corners[0].y + self->height / 2
                                 - premise_typeset_height (self->sides[side]) / 2;
          return TRUE;
        }
      width = fmin (width, premise_typeset_width (self->sides[side])) - (taken - room);
    }

  return FALSE;
}

/* Below the base, between the names of its corners or above them. */
static void
fit_foot (Triangle   *self,
          const char *text)
{
  PremiseDiagramPlan *plan = self->plan;
  double y = self->corners[1].y + self->gap;
  double between;
  PangoLayout *layout;

  place_names (self, y);
  between = self->names[2].x - self->names[1].x - self->names[1].width - 2 * plan->unit;
  layout = typeset (plan, text, fmax (between, MIN_SIDE * plan->unit), PANGO_ALIGN_CENTER);

  if (between < MIN_SIDE * plan->unit || premise_diagram_breaks_words (layout)
      || pango_layout_get_line_count (layout) > FOOT_LINES)
    {
      g_object_unref (layout);
      layout = typeset (plan, text, plan->width * 0.8, PANGO_ALIGN_CENTER);
      place_names (self, y + premise_typeset_height (layout) + self->gap);
    }

  self->sides[SIDE_FOOT] = layout;
  self->places[SIDE_FOOT] = (PremisePoint) {
    plan->width / 2 - premise_typeset_width (layout) / 2, y,
  };

  /* Between two names it must not stand against either of them. */
  if (self->names[1].y == y)
    self->places[SIDE_FOOT].x = CLAMP (self->places[SIDE_FOOT].x,
                                       self->names[1].x + self->names[1].width + plan->unit,
                                       self->names[2].x - plan->unit
                                       - premise_typeset_width (layout));
}

static void
fit_sides (Triangle *self)
{
  PremiseDiagram *diagram = self->plan->diagram;

  for (guint side = SIDE_LEFT; side <= SIDE_RIGHT && !self->below; side++)
    {
      const PremiseDiagramEdge *edge = find_side (diagram, side);

      if (edge != NULL)
        self->below = !fit_slanted (self, side, edge->label);
    }

  if (!self->below && find_side (diagram, SIDE_FOOT) != NULL)
    fit_foot (self, find_side (diagram, SIDE_FOOT)->label);
  else
    place_names (self, self->corners[1].y + self->gap);
}

/* The words in the middle, where they find room between the sides. */
static void
fit_inner (Triangle *self)
{
  PremiseDiagramPlan *plan = self->plan;
  const char *text = plan->diagram->inner;

  if (text == NULL || *text == '\0')
    return;

  for (double share = 0.9; share >= 0.5 && self->inner == NULL; share -= 0.1)
    {
      g_autoptr(PangoLayout) layout = typeset (plan, text, self->half * share, PANGO_ALIGN_CENTER);
      double height = premise_typeset_height (layout);
      double from = self->height * 0.62 - height / 2;
      double chord = 2 * self->half * from / self->height - 2 * self->gap;

      if (from > 0 && premise_typeset_width (layout) <= chord
          && from + height + self->gap <= self->height && !premise_diagram_breaks_words (layout))
        self->inner = g_steal_pointer (&layout);
    }
}

static void
draw_picture (Triangle *self)
{
  PremiseDiagramPlan *plan = self->plan;
  const PremiseTheme *theme = plan->theme;
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  PremiseStyle style = {
    .fill = premise_color_mix (&theme->background, &theme->series[0], 0.08),
    .stroke = premise_color_mix (&theme->grid, &theme->foreground, 0.55),
    .line_width = fmax (1, plan->unit * 0.12),
  };
  PremiseStyle dot = { .fill = theme->series[0], .marker = PREMISE_MARKER_CIRCLE };

  g_array_append_vals (outline, self->corners, N_CORNERS);
  premise_scene_add_polygon (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                             PREMISE_SCENE_NO_POINT, outline, &style);

  for (guint i = 0; i < N_CORNERS; i++)
    {
      premise_scene_add_marker (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, i,
                                self->corners[i].x, self->corners[i].y, DOT * plan->unit, &dot);
      premise_scene_add_area (plan->scene, 0, i, &self->names[i]);
      plan->align = PANGO_ALIGN_CENTER;
      premise_diagram_stack_words (plan, i, self->names[i].x, self->names[i].y,
                                   self->names[i].width, PREMISE_WORDS_DRAW, NULL);
      plan->align = PANGO_ALIGN_LEFT;
      plan->bottom = fmax (plan->bottom, self->names[i].y + self->names[i].height);
    }
}

static void
draw_words (Triangle *self)
{
  PremiseDiagramPlan *plan = self->plan;

  for (guint i = 0; i < N_SIDES && !self->below; i++)
    {
      if (self->sides[i] != NULL)
        premise_diagram_place_text (plan, self->sides[i], PREMISE_ROLE_SERIES_LABEL,
                                    PREMISE_SCENE_NO_POINT, self->places[i].x, self->places[i].y,
                                    &plan->theme->foreground);
    }

  if (self->inner != NULL)
    premise_diagram_place_text (plan, self->inner, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT,
                                plan->width / 2 - premise_typeset_width (self->inner) / 2,
                                self->corners[0].y + self->height * 0.62
                                - premise_typeset_height (self->inner) / 2,
                                &plan->theme->foreground);
}

static void
list_text (PremiseDiagramPlan *plan,
           const char         *text,
           gboolean            quiet)
{
  g_autoptr(PangoLayout) layout = premise_diagram_typeset (plan, text, plan->width, FALSE);

  premise_diagram_place_text (plan, layout, PREMISE_ROLE_SERIES_LABEL, PREMISE_SCENE_NO_POINT, 0,
                              plan->bottom, quiet ? &plan->theme->muted : &plan->theme->foreground);
}

/* What found no room in the picture, below it. */
static void
draw_list (Triangle *self)
{
  PremiseDiagramPlan *plan = self->plan;

  if (self->inner == NULL && plan->diagram->inner != NULL && *plan->diagram->inner != '\0')
    {
      plan->bottom += plan->unit;
      list_text (plan, plan->diagram->inner, FALSE);
    }

  for (guint i = 0; i < N_SIDES && self->below; i++)
    {
      const PremiseDiagramEdge *edge = find_side (plan->diagram, i);
      g_autofree char *ends = NULL;

      if (edge == NULL)
        continue;

      ends = g_strdup_printf ("%s – %s", premise_diagram_get_node (plan->diagram, edge->from)->label,
                              premise_diagram_get_node (plan->diagram, edge->to)->label);
      plan->bottom += plan->unit;
      list_text (plan, ends, TRUE);
      list_text (plan, edge->label, FALSE);
    }
}

void
premise_diagram_arrange_triangle (PremiseDiagramPlan *plan)
{
  g_auto(Triangle) triangle = { plan, GAP * plan->unit };

  if (plan->diagram->nodes->len != N_CORNERS)
    {
      premise_diagram_arrange_layers (plan);
      return;
    }

  measure_names (&triangle);
  set_corners (&triangle);
  fit_sides (&triangle);
  fit_inner (&triangle);
  draw_picture (&triangle);
  draw_words (&triangle);
  draw_list (&triangle);
}
