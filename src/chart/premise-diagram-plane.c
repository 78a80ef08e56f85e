/* premise-diagram-plane.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-color.h"
#include "premise-diagram-private.h"

#include <math.h>

/* Pictures on two axes without numbers. */

/* In sizes of the text. */
#define MIN_HEIGHT  14.0
#define MAX_HEIGHT  26.0
#define MIN_SQUARE  16.0
#define MAX_SQUARE  30.0
#define GAP          0.6
#define AXIS_ROOM    1.0
#define SWATCH       2.2
#define ENTRY_GAP    1.4
#define MAX_POLE     9.0
#define MIN_POLE     4.0
#define POLE_LINES   4
#define DOT          0.75

#define N_SEGMENTS 96

/* The stamp says that nothing here was measured. Returns: the width that it leaves in its row. */
static double
place_stamp (PremiseDiagramPlan *plan)
{
  double padding = GAP * plan->unit;
  PremiseStyle style = { .stroke = plan->theme->muted, .line_width = 1 };
  g_autoptr(PangoLayout) text = NULL;
  PremiseRect pill;

  if (plan->stamp == NULL || *plan->stamp == '\0')
    return plan->width;

  text = premise_diagram_typeset (plan, plan->stamp, plan->width - 2 * padding, FALSE);
  pill.width = premise_typeset_width (text) + 2 * padding;
  pill.height = premise_typeset_height (text) + 2;
  pill.x = plan->width - pill.width;
  pill.y = plan->top;
  style.radius = pill.height / 2;

  premise_diagram_place_text (plan, text, PREMISE_ROLE_STAMP, PREMISE_SCENE_NO_POINT,
                              pill.x + padding, pill.y + 1, &plan->theme->muted);
  premise_scene_add_rect (plan->scene, PREMISE_ROLE_STAMP, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, &pill, &style);
  plan->bottom = fmax (plan->bottom, pill.y + pill.height);

  return fmax (0, pill.x - padding);
}

static void
place_axis (PremiseDiagramPlan *plan,
            double              x1,
            double              y1,
            double              x2,
            double              y2)
{
  premise_diagram_place_line (plan, (PremisePoint[]) { { x1, y1 }, { x2, y2 } }, 2, TRUE);
}

/* Curves */

static const PremiseDiagramCurve *
get_curve (PremiseDiagram *diagram,
           guint           i)
{
  return &g_array_index (diagram->curves, PremiseDiagramCurve, i);
}

static double
get_slope (GArray *points,
           guint   i)
{
  const PremisePoint *a = &g_array_index (points, PremisePoint, i);

  return (a[1].y - a[0].y) / (a[1].x - a[0].x);
}

/* Fritsch and Carlson's rule: no higher and no lower than the points that were given. */
static double
get_tangent (GArray *points,
             guint   i)
{
  double before, after;

  if (i == 0)
    return get_slope (points, 0);
  if (i == points->len - 1)
    return get_slope (points, i - 1);

  before = get_slope (points, i - 1);
  after = get_slope (points, i);
  if (before * after <= 0)
    return 0;

  return 2 * before * after / (before + after);
}

/* The height of a curve at a place. */
static double
get_height (const PremiseDiagramCurve *curve,
            double                     x)
{
  GArray *points = curve->points;
  const PremisePoint *a;
  double step, t;
  guint i = 0;

  if (points->len == 0)
    return 0;

  while (i + 2 < points->len && g_array_index (points, PremisePoint, i + 1).x < x)
    i++;

  a = &g_array_index (points, PremisePoint, i);
  if (points->len == 1)
    return a->y;

  step = a[1].x - a[0].x;
  t = CLAMP ((x - a[0].x) / step, 0, 1);

  return (1 + 2 * t) * (1 - t) * (1 - t) * a[0].y + t * (1 - t) * (1 - t) * step
         * get_tangent (points, i) + t * t * (3 - 2 * t) * a[1].y
         - t * t * (1 - t) * step * get_tangent (points, i + 1);
}

typedef struct
{
  PremiseDiagramPlan *plan;
  PremiseRect         plot;
  double              low;    /* the height at the foot of the plot: 0, or -1 */
} Plane;

static PremisePoint
to_plot (const Plane *self,
         double       x,
         double       y)
{
  return (PremisePoint) {
    self->plot.x + x * self->plot.width,
    self->plot.y + (1 - y) / (1 - self->low) * self->plot.height,
  };
}

static const PremiseColor *
get_color (PremiseDiagramPlan *plan,
           guint               curve)
{
  return &plan->theme->series[curve % PREMISE_THEME_N_SERIES];
}

static PremiseMarker
get_marker (guint curve)
{
  return curve % (PREMISE_MARKER_CROSS + 1);
}

static void
place_curve (const Plane *self,
             guint        i)
{
  const PremiseDiagramCurve *curve = get_curve (self->plan->diagram, i);
  PremiseStyle style = {
    .stroke = *get_color (self->plan, i), .line_width = fmax (2, self->plan->unit * 0.16),
  };
  GArray *line = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  double from, to;

  if (curve->points->len < 2)
    {
      g_array_unref (line);
      return;
    }

  from = g_array_index (curve->points, PremisePoint, 0).x;
  to = g_array_index (curve->points, PremisePoint, curve->points->len - 1).x;
  for (guint k = 0; k <= N_SEGMENTS; k++)
    {
      double x = from + (to - from) * k / N_SEGMENTS;
      PremisePoint point = to_plot (self, x, get_height (curve, x));

      g_array_append_val (line, point);
    }

  premise_scene_add_line (self->plan->scene, PREMISE_ROLE_MARK, i, line, &style);
}

/* A curve is told apart by its marker where its colour does not do. Returns: the end. */
static double
place_entry (PremiseDiagramPlan *plan,
             guint               curve,
             double              x,
             double              y,
             PangoLayout        *text)
{
  double swatch = SWATCH * plan->unit;
  double middle = y + plan->type->line / 2;
  PremiseStyle line = { .stroke = *get_color (plan, curve), .line_width = 2 };
  PremiseStyle dot = { .fill = *get_color (plan, curve), .marker = get_marker (curve) };

  premise_scene_add_segment (plan->scene, PREMISE_ROLE_LEGEND, curve, x, middle, x + swatch, middle,
                             &line);
  premise_scene_add_marker (plan->scene, PREMISE_ROLE_LEGEND, curve, PREMISE_SCENE_NO_POINT,
                            x + swatch / 2, middle, DOT * plan->unit, &dot);
  premise_diagram_place_text (plan, text, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT,
                              x + swatch + GAP * plan->unit, y, &plan->theme->foreground);

  return x + swatch + GAP * plan->unit + premise_typeset_width (text);
}

/* Returns: where the legend ends. */
static double
place_legend (PremiseDiagramPlan *plan,
              double              width)
{
  double lead = (SWATCH + GAP) * plan->unit;
  double x = 0;
  double y = plan->top;
  double row = 0;

  for (guint i = 0; i < plan->diagram->curves->len; i++)
    {
      const char *label = get_curve (plan->diagram, i)->label;
      g_autoptr(PangoLayout) text = NULL;

      if (label == NULL || *label == '\0')
        continue;

      text = premise_diagram_typeset (plan, label, width - lead, FALSE);
      if (x > 0 && x + lead + premise_typeset_width (text) > width)
        {
          x = 0;
          y += row + GAP * plan->unit;
          row = 0;
        }
      row = fmax (row, premise_typeset_height (text));
      x = place_entry (plan, i, x, y, text) + ENTRY_GAP * plan->unit;
    }

  return row > 0 ? y + row + GAP * plan->unit : y;
}

/* Legend, stamp and the name of the upright axis. Returns: where they end. */
static double
place_head (PremiseDiagramPlan *plan)
{
  double width = place_stamp (plan);
  double gap = GAP * plan->unit;
  double y = place_legend (plan, width);
  g_autoptr(PangoLayout) name = NULL;

  if (plan->diagram->poles[3] != NULL && *plan->diagram->poles[3] != '\0')
    {
      name = premise_diagram_typeset (plan, plan->diagram->poles[3], width, FALSE);
      premise_diagram_place_text (plan, name, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT, 0, y,
                                  &plan->theme->muted);
    }

  return plan->bottom + gap;
}

static void
find_low (Plane *self)
{
  GArray *curves = self->plan->diagram->curves;

  for (guint i = 0; i < curves->len; i++)
    {
      GArray *points = get_curve (self->plan->diagram, i)->points;

      for (guint p = 0; p < points->len; p++)
        {
          if (g_array_index (points, PremisePoint, p).y < 0)
            self->low = -1;
        }
    }
}

/* Both axes begin at the left, the level one at zero. Returns: where the name of it ends. */
static double
place_axes (const Plane *self)
{
  PremiseDiagramPlan *plan = self->plan;
  double foot = self->plot.y + self->plot.height;
  double x = self->plot.x;
  PremisePoint zero = to_plot (self, 0, 0);
  double y = foot + GAP * plan->unit;
  g_autoptr(PangoLayout) name = NULL;

  place_axis (plan, x, foot, x, self->plot.y - AXIS_ROOM * plan->unit);
  place_axis (plan, x, zero.y, plan->width - 1, zero.y);
  plan->bottom = fmax (plan->bottom, foot);

  if (plan->diagram->poles[1] == NULL || *plan->diagram->poles[1] == '\0')
    return y;

  plan->align = PANGO_ALIGN_RIGHT;
  name = premise_diagram_typeset (plan, plan->diagram->poles[1], plan->width, FALSE);
  plan->align = PANGO_ALIGN_LEFT;
  premise_diagram_place_text (plan, name, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT,
                              plan->width - premise_typeset_width (name), y, &plan->theme->muted);

  return y + premise_typeset_height (name);
}

/* Named points on drawn curves: the axes have names and no numbers. */
void
premise_diagram_arrange_curve (PremiseDiagramPlan *plan)
{
  PremiseDiagram *diagram = plan->diagram;
  g_autofree PremiseDiagramSpot *spots = g_new0 (PremiseDiagramSpot, MAX (diagram->nodes->len, 1));
  Plane plane = { plan };
  PremiseRect room;
  double natural = CLAMP (plan->width * 0.45, MIN_HEIGHT * plan->unit, MAX_HEIGHT * plan->unit);
  double margin = AXIS_ROOM * plan->unit;
  double y = place_head (plan) + margin;
  double below;

  plane.plot = (PremiseRect) { margin / 2, y, plan->width - 2 * margin, 0 };
  plane.plot.height = premise_diagram_picture_height (plan, natural, MIN_HEIGHT * plan->unit * 0.7,
                                                      plan->width * 0.6);
  find_low (&plane);
  below = place_axes (&plane);

  for (guint i = 0; i < diagram->curves->len; i++)
    place_curve (&plane, i);

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      const PremiseDiagramNode *node = premise_diagram_get_node (diagram, i);
      double height = node->curve < diagram->curves->len
                      ? get_height (get_curve (diagram, node->curve), node->x) : 0;

      spots[i].at = to_plot (&plane, node->x, height);
      spots[i].color = *get_color (plan, node->curve);
      spots[i].marker = get_marker (node->curve);
    }

  /* Names may stand above the highest point, but not across the upright axis. */
  room = (PremiseRect) { plane.plot.x + 2, y - margin, plan->width - plane.plot.x - 2,
                         plane.plot.height + margin };
  premise_diagram_place_points (plan, &room, spots, below);
}

/* Quadrants */

enum
{
  POLE_LEFT,
  POLE_RIGHT,
  POLE_FOOT,
  POLE_TOP,
  N_POLES,
};

static PangoLayout *
new_pole (PremiseDiagramPlan *plan,
          guint               pole,
          double              width,
          PangoAlignment      align)
{
  PangoLayout *layout;

  plan->align = align;
  layout = premise_diagram_typeset (plan, plan->diagram->poles[pole], width, FALSE);
  plan->align = PANGO_ALIGN_LEFT;

  return layout;
}

static gboolean
has_pole (PremiseDiagramPlan *plan,
          guint               pole)
{
  return plan->diagram->poles[pole] != NULL && *plan->diagram->poles[pole] != '\0';
}

static void
place_pole (PremiseDiagramPlan *plan,
            PangoLayout        *layout,
            double              x,
            double              y)
{
  premise_diagram_place_text (plan, layout, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT, x, y,
                              &plan->theme->foreground);
}

/* Width that the poles of the level axis need beside the picture; 0 where they find none there. */
static double
measure_beside (PremiseDiagramPlan *plan)
{
  double room = fmin (plan->width * 0.18, MAX_POLE * plan->unit);
  double width = 0;

  for (guint pole = POLE_LEFT; pole <= POLE_RIGHT; pole++)
    {
      g_autoptr(PangoLayout) layout = NULL;

      if (!has_pole (plan, pole))
        continue;
      if (room < MIN_POLE * plan->unit)
        return 0;

      layout = new_pole (plan, pole, room, PANGO_ALIGN_LEFT);
      if (premise_diagram_breaks_words (layout)
          || pango_layout_get_line_count (layout) > POLE_LINES)
        return 0;
      width = fmax (width, premise_typeset_width (layout));
    }

  return width;
}

/* Returns: where the stamp and the upper pole end. */
static double
place_top (PremiseDiagramPlan *plan)
{
  double width = place_stamp (plan);
  double gap = GAP * plan->unit;
  double y = plan->top;
  g_autoptr(PangoLayout) top = NULL;

  if (!has_pole (plan, POLE_TOP))
    return plan->bottom + gap;

  top = new_pole (plan, POLE_TOP, plan->width * 0.8, PANGO_ALIGN_CENTER);
  if ((plan->width + premise_typeset_width (top)) / 2 > width)
    y = plan->bottom + gap;
  place_pole (plan, top, (plan->width - premise_typeset_width (top)) / 2, y);

  return plan->bottom + gap;
}

/* The level axis' poles below the picture, each under its end, with an arrow of its own. */
static double
place_ends (PremiseDiagramPlan *plan,
            double              y)
{
  double arrow = 1.4 * plan->unit;
  double room = plan->width / 2 - arrow - 2 * GAP * plan->unit;
  double end = y;

  for (guint pole = POLE_LEFT; pole <= POLE_RIGHT; pole++)
    {
      gboolean left = pole == POLE_LEFT;
      g_autoptr(PangoLayout) layout = NULL;
      double middle = y + plan->type->line / 2;

      if (!has_pole (plan, pole))
        continue;

      layout = new_pole (plan, pole, room, left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
      place_pole (plan, layout,
                  left ? arrow + GAP * plan->unit
                       : plan->width - arrow - GAP * plan->unit - premise_typeset_width (layout), y);
      place_axis (plan, left ? arrow : plan->width - arrow, middle, left ? 1 : plan->width - 1,
                  middle);
      end = fmax (end, y + fmax (plan->type->line, premise_typeset_height (layout)));
    }

  return end;
}

/* The poles at the sides and at the foot. Returns: where they end. */
static double
place_poles (PremiseDiagramPlan *plan,
             const PremiseRect  *plot,
             double              beside)
{
  double gap = GAP * plan->unit;
  double foot = plot->y + plot->height;
  double end = foot;

  for (guint pole = POLE_LEFT; pole <= POLE_RIGHT && beside > 0; pole++)
    {
      g_autoptr(PangoLayout) layout = NULL;

      if (!has_pole (plan, pole))
        continue;

      layout = new_pole (plan, pole, beside,
                         pole == POLE_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      place_pole (plan, layout,
                  pole == POLE_LEFT ? plot->x - gap - premise_typeset_width (layout)
                                    : plot->x + plot->width + gap,
                  plot->y + (plot->height - premise_typeset_height (layout)) / 2);
    }

  if (has_pole (plan, POLE_FOOT))
    {
      g_autoptr(PangoLayout) layout = new_pole (plan, POLE_FOOT, plan->width * 0.8,
                                                PANGO_ALIGN_CENTER);

      place_pole (plan, layout, (plan->width - premise_typeset_width (layout)) / 2, foot + gap);
      end = foot + gap + premise_typeset_height (layout);
    }

  return beside > 0 ? end : place_ends (plan, end + gap);
}

static void
place_cross (PremiseDiagramPlan *plan,
             const PremiseRect  *plot)
{
  const PremiseTheme *theme = plan->theme;
  double x = plot->x + plot->width / 2;
  double y = plot->y + plot->height / 2;
  PremiseStyle style = {
    .fill = premise_color_mix (&theme->background, &theme->series[0], 0.05),
    .stroke = theme->grid, .line_width = 1, .radius = plan->unit * 0.4,
  };

  premise_scene_add_rect (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, plot, &style);
  place_axis (plan, x, y, plot->x + 1, y);
  place_axis (plan, x, y, plot->x + plot->width - 1, y);
  place_axis (plan, x, y, x, plot->y + 1);
  place_axis (plan, x, y, x, plot->y + plot->height - 1);
  plan->bottom = fmax (plan->bottom, plot->y + plot->height);
}

/* Things between the poles of two axes, which have no numbers. */
void
premise_diagram_arrange_quadrant (PremiseDiagramPlan *plan)
{
  PremiseDiagram *diagram = plan->diagram;
  g_autofree PremiseDiagramSpot *spots = g_new0 (PremiseDiagramSpot, MAX (diagram->nodes->len, 1));
  double beside = measure_beside (plan);
  double margin = beside > 0 ? beside + GAP * plan->unit : 0;
  double inset = 1.2 * plan->unit;
  double natural = CLAMP (plan->width * 0.5, MIN_SQUARE * plan->unit, MAX_SQUARE * plan->unit);
  PremiseRect plot = { margin, place_top (plan), plan->width - 2 * margin, 0 };
  PremiseRect room;
  double below;

  plot.height = premise_diagram_picture_height (plan, natural, MIN_SQUARE * plan->unit * 0.7,
                                                plan->width * 0.6);
  place_cross (plan, &plot);
  below = place_poles (plan, &plot, beside);

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      const PremiseDiagramNode *node = premise_diagram_get_node (diagram, i);

      spots[i].at.x = plot.x + plot.width / 2 + node->x * (plot.width / 2 - inset);
      spots[i].at.y = plot.y + plot.height / 2 - node->y * (plot.height / 2 - inset);
      spots[i].color = plan->theme->series[0];
      spots[i].marker = PREMISE_MARKER_CIRCLE;
    }

  room = (PremiseRect) { plot.x + 2, plot.y + 2, plot.width - 4, plot.height - 4 };
  premise_diagram_place_points (plan, &room, spots, below);
}
