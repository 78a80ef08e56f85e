/* premise-diagram-layout.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-color.h"
#include "premise-diagram-private.h"

#include <math.h>

/* Distances in sizes of the text. */
#define PADDING      0.7
#define LINE_GAP     0.2
#define ARROW        0.55
#define BESIDE_SHARE 0.32

#define NO_LIMIT 1e6
#define MIN_TEXT_SCALE 0.5

/* As many lines as it takes: words are never cut. */
static PangoLayout *
typeset (PremiseDiagramPlan *plan,
         const char         *text,
         double              width,
         gboolean            bold)
{
  PangoLayout *layout = premise_typeset_new (&plan->type, text);

  if (bold)
    premise_typeset_set_bold (layout);
  if (premise_typeset_width (layout) > width)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layout, (int) floor (fmax (width, 1) * PANGO_SCALE));
    }

  return layout;
}

static void
place_text (PremiseDiagramPlan *plan,
            PangoLayout        *layout,
            PremiseShapeRole    role,
            guint               node,
            double              x,
            double              y,
            const PremiseColor *color)
{
  premise_scene_add_text (plan->scene, role, PREMISE_SCENE_NO_POINT, node, x, y, layout, color);
}

/* Sets the words of a node one below the other. Returns: where they end. */
static double
stack_words (PremiseDiagramPlan *plan,
             guint               node,
             double              x,
             double              y,
             double              width,
             gboolean            with_detail,
             gboolean            draw)
{
  static const PremiseShapeRole roles[] = {
    PREMISE_ROLE_TICK_LABEL, PREMISE_ROLE_CATEGORY_LABEL, PREMISE_ROLE_VALUE_LABEL,
  };
  const PremiseDiagramNode *own = premise_diagram_get_node (plan->diagram, node);
  const char *words[] = { own->when, own->label, with_detail ? own->detail : NULL };
  gboolean first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(PangoLayout) layout = NULL;

      if (words[i] == NULL || *words[i] == '\0')
        continue;

      layout = typeset (plan, words[i], width, i == 1);
      y += first ? 0 : LINE_GAP * plan->unit;
      first = FALSE;
      if (draw)
        place_text (plan, layout, roles[i], node, x, y,
                    i == 1 ? &plan->theme->foreground : &plan->theme->muted);
      y += premise_typeset_height (layout);
    }

  return first ? y + plan->type.line : y;
}

/* The detail beside the label. Returns: the height of the taller one. */
static double
set_beside (PremiseDiagramPlan *plan,
            guint               node,
            double              x,
            double              y,
            double              width,
            gboolean            draw)
{
  const PremiseDiagramNode *own = premise_diagram_get_node (plan->diagram, node);
  double column = width * BESIDE_SHARE;
  double left = column + plan->unit;
  double end = stack_words (plan, node, x, y, column, FALSE, draw);
  g_autoptr(PangoLayout) detail = NULL;

  if (own->detail == NULL || *own->detail == '\0')
    return end - y;

  detail = typeset (plan, own->detail, width - left, FALSE);
  if (draw)
    place_text (plan, detail, PREMISE_ROLE_VALUE_LABEL, node, x + left, y, &plan->theme->muted);

  return fmax (end - y, premise_typeset_height (detail));
}

double
premise_diagram_measure_node (PremiseDiagramPlan *plan,
                              guint               node,
                              double              width,
                              PremiseNodeForm     form)
{
  double padding = form == PREMISE_NODE_PLAIN ? 0 : PADDING * plan->unit;
  double inner = fmax (1, width - 2 * padding);

  if (form == PREMISE_NODE_BESIDE)
    return set_beside (plan, node, 0, 0, inner, FALSE) + 2 * padding;

  return stack_words (plan, node, 0, 0, inner, TRUE, FALSE) + 2 * padding;
}

void
premise_diagram_place_node (PremiseDiagramPlan *plan,
                            guint               node,
                            const PremiseRect  *rect,
                            PremiseNodeForm     form)
{
  const PremiseTheme *theme = plan->theme;
  double padding = form == PREMISE_NODE_PLAIN ? 0 : PADDING * plan->unit;
  double inner = fmax (1, rect->width - 2 * padding);
  double spare = rect->height - premise_diagram_measure_node (plan, node, rect->width, form);
  double y = rect->y + padding + fmax (0, spare / 2);
  PremiseStyle style = {
    .fill = premise_color_mix (&theme->background, &theme->series[0], 0.08),
    .stroke = premise_color_mix (&theme->grid, &theme->foreground, 0.35),
    .line_width = 1,
    .radius = plan->unit * 0.4,
  };

  if (form == PREMISE_NODE_PLAIN)
    premise_scene_add_area (plan->scene, 0, node, rect);
  else
    premise_scene_add_rect (plan->scene, PREMISE_ROLE_MARK, 0, node, rect, &style);

  if (form == PREMISE_NODE_BESIDE)
    set_beside (plan, node, rect->x + padding, y, inner, TRUE);
  else
    stack_words (plan, node, rect->x + padding, y, inner, TRUE, TRUE);

  plan->bottom = fmax (plan->bottom, rect->y + rect->height);
}

double
premise_diagram_place_heading (PremiseDiagramPlan *plan,
                               guint               group,
                               double              x,
                               double              y,
                               double              width)
{
  const char *label = g_ptr_array_index (plan->diagram->groups, group);
  g_autoptr(PangoLayout) layout = typeset (plan, label, width, TRUE);
  PremiseStyle rule = { .fill = plan->theme->series[group % PREMISE_THEME_N_SERIES] };
  PremiseRect bar = { x, y, width, plan->unit * 0.2 };
  double height = bar.height + plan->unit * 0.4;

  premise_scene_add_rect (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, &bar, &rule);
  place_text (plan, layout, PREMISE_ROLE_SERIES_LABEL, PREMISE_SCENE_NO_POINT, x, y + height,
              &plan->theme->foreground);
  height += premise_typeset_height (layout);
  plan->bottom = fmax (plan->bottom, y + height);

  return height;
}

static void
place_arrow (PremiseDiagramPlan *plan,
             const PremisePoint *from,
             const PremisePoint *to,
             const PremiseColor *color)
{
  double length = hypot (to->x - from->x, to->y - from->y);
  double size = ARROW * plan->unit;
  PremiseStyle style = { .fill = *color };
  PremisePoint corners[3];
  GArray *points;
  double dx, dy;

  if (length <= 0)
    return;

  dx = (to->x - from->x) / length;
  dy = (to->y - from->y) / length;
  corners[0] = *to;
  corners[1] = (PremisePoint) { to->x - size * (dx + 0.5 * dy), to->y - size * (dy - 0.5 * dx) };
  corners[2] = (PremisePoint) { to->x - size * (dx - 0.5 * dy), to->y - size * (dy + 0.5 * dx) };
  points = g_array_sized_new (FALSE, FALSE, sizeof (PremisePoint), 3);
  g_array_append_vals (points, corners, 3);
  premise_scene_add_polygon (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                             PREMISE_SCENE_NO_POINT, points, &style);
}

void
premise_diagram_place_line (PremiseDiagramPlan *plan,
                            const PremisePoint *points,
                            guint               n_points,
                            gboolean            arrow)
{
  PremiseColor color = premise_color_mix (&plan->theme->grid, &plan->theme->foreground, 0.55);
  PremiseStyle style = { .stroke = color, .line_width = fmax (1, plan->unit * 0.1) };
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (PremisePoint), n_points);

  g_array_append_vals (copy, points, n_points);
  premise_scene_add_line (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, copy, &style);
  if (arrow)
    place_arrow (plan, &points[n_points - 2], &points[n_points - 1], &color);
}

/* Lays the diagram out from a height on. Returns: where it ends. */
static double
arrange (PremiseChart       *chart,
         PremiseScene       *scene,
         double              top,
         const PremiseTheme *theme,
         PangoContext       *context)
{
  static void (*const arrangements[]) (PremiseDiagramPlan *plan) = {
    [PREMISE_DIAGRAM_FLOW] = premise_diagram_arrange_flow,
    [PREMISE_DIAGRAM_TIMELINE] = premise_diagram_arrange_groups,
    [PREMISE_DIAGRAM_LAYERS] = premise_diagram_arrange_layers,
    [PREMISE_DIAGRAM_TREE] = premise_diagram_arrange_tree,
    [PREMISE_DIAGRAM_COLUMNS] = premise_diagram_arrange_groups,
  };
  PremiseDiagramPlan plan = { chart->diagram, theme };

  plan.scene = scene;
  plan.width = scene->width;
  plan.unit = theme->font_size * theme->text_scale;
  plan.top = plan.bottom = top;
  premise_typesetter_init (&plan.type, chart, theme, context);
  arrangements[chart->diagram->kind] (&plan);
  premise_typesetter_clear (&plan.type);

  return plan.bottom;
}

double
premise_diagram_natural_height (PremiseChart       *chart,
                                double              width,
                                const PremiseTheme *theme,
                                PangoContext       *context)
{
  g_autoptr(PremiseScene) scene = premise_scene_new (width, NO_LIMIT, theme);

  return ceil (arrange (chart, scene, 1, theme, context)) + 1;
}

PremiseScene *
premise_diagram_layout (PremiseChart       *chart,
                        double              width,
                        double              height,
                        const PremiseTheme *theme,
                        PangoContext       *context)
{
  PremiseTheme own = *theme;
  double needed = premise_diagram_natural_height (chart, width, &own, context);
  PremiseScene *scene;

  /* Where the room is given and not asked for, smaller words are better than none. */
  while (needed > height && own.text_scale > MIN_TEXT_SCALE)
    {
      own.text_scale = fmax (MIN_TEXT_SCALE, own.text_scale * 0.92);
      needed = premise_diagram_natural_height (chart, width, &own, context);
    }

  scene = premise_scene_new (width, height, &own);
  scene->horizontal = TRUE;
  arrange (chart, scene, 1 + fmax (0, floor ((height - needed) / 2)), &own, context);

  return scene;
}
