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
#define INLINE_GAP   0.7
#define MIN_LAST_LINE 0.16   /* of the width */

#define NO_LIMIT 1e6
#define MIN_TEXT_SCALE 0.5
#define SHRINK_STEP 0.92
#define GROWTH_STEP 1.06
#define MAX_GROWTH 1.35

/* Of a height that is given: with this much of it used a diagram fills it. */
#define FULL 0.94

gboolean
premise_diagram_breaks_words (PangoLayout *layout)
{
  int n_attrs;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);
  const char *text = pango_layout_get_text (layout);

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;
      int start = pango_layout_line_get_start_index ((PangoLayoutLine *) line);

      if (start > 0 && !attrs[g_utf8_pointer_to_offset (text, text + start)].is_line_break)
        return TRUE;
    }

  return FALSE;
}

static double
get_last_line_width (PangoLayout *layout)
{
  int n = pango_layout_get_line_count (layout);
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, n - 1), NULL, &extents);

  return extents.width / (double) PANGO_SCALE;
}

/* A last line of a character or two takes some from the lines before it. */
static void
fill_last_line (PangoLayout *layout,
                double       width)
{
  int n = pango_layout_get_line_count (layout);
  double last = get_last_line_width (layout);
  double even;

  if (n < 2 || last > MIN_LAST_LINE * width)
    return;

  even = (width * (n - 1) + last) / n;
  even += (width - even) * 0.4;
  pango_layout_set_width (layout, (int) floor (even * PANGO_SCALE));
  if (pango_layout_get_line_count (layout) > n || premise_diagram_breaks_words (layout))
    pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
}

PangoLayout *
premise_diagram_typeset (PremiseDiagramPlan *plan,
                         const char         *text,
                         double              width,
                         gboolean            bold)
{
  g_autofree char *key = g_strdup_printf ("%d %d %a %s", bold, plan->align, width, text != NULL ? text : "");
  PangoLayout *layout = premise_typeset_find_block (plan->type, key);

  if (layout != NULL)
    return layout;

  layout = premise_typeset_new (plan->type, text);
  pango_layout_set_alignment (layout, plan->align);
  if (bold)
    premise_typeset_set_bold (layout);
  if (premise_typeset_width (layout) > width)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layout, (int) floor (fmax (width, 1) * PANGO_SCALE));
      fill_last_line (layout, fmax (width, 1));
    }
  plan->type->n_broken += premise_diagram_breaks_words (layout);
  premise_typeset_keep_block (plan->type, key, layout);

  return layout;
}

/* Where a text begins in a room, by the alignment. */
static double
align_text (PremiseDiagramPlan *plan,
            double              x,
            double              room,
            PangoLayout        *layout)
{
  double spare = room - premise_typeset_width (layout);

  if (plan->align == PANGO_ALIGN_CENTER)
    return x + spare / 2;

  return plan->align == PANGO_ALIGN_RIGHT ? x + spare : x;
}

void
premise_diagram_place_text (PremiseDiagramPlan *plan,
                            PangoLayout        *layout,
                            PremiseShapeRole    role,
                            guint               node,
                            double              x,
                            double              y,
                            const PremiseColor *color)
{
  premise_scene_add_text (plan->scene, role, PREMISE_SCENE_NO_POINT, node, x, y, layout, color);
  plan->bottom = fmax (plan->bottom, y + premise_typeset_height (layout));
}

double
premise_diagram_stack_words (PremiseDiagramPlan *plan,
                             guint               node,
                             double              x,
                             double              y,
                             double              width,
                             PremiseWordsFlags   flags,
                             PremiseWordsBox    *box)
{
  static const PremiseShapeRole roles[] = {
    PREMISE_ROLE_TICK_LABEL, PREMISE_ROLE_CATEGORY_LABEL, PREMISE_ROLE_VALUE_LABEL,
  };
  const PremiseDiagramNode *own = premise_diagram_get_node (plan->diagram, node);
  const char *words[] = {
    (flags & PREMISE_WORDS_NO_DATE) != 0 ? NULL : own->when, own->label, (flags & PREMISE_WORDS_LABEL_ONLY) != 0 ? NULL : own->detail,
  };
  PremiseWordsBox found = { 0 };
  double end = y;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(PangoLayout) layout = NULL;

      if (words[i] == NULL || *words[i] == '\0')
        continue;

      layout = premise_diagram_typeset (plan, words[i], width, i == 1);
      end += found.height > 0 ? LINE_GAP * plan->unit : 0;
      if ((flags & PREMISE_WORDS_DRAW) != 0)
        premise_diagram_place_text (plan, layout, roles[i], node,
                                    align_text (plan, x, width, layout), end,
                                    i == 1 ? &plan->theme->foreground : plan->quiet);
      if (box != NULL)
        found.broken = found.broken || premise_diagram_breaks_words (layout);
      found.width = fmax (found.width, premise_typeset_width (layout));
      end += premise_typeset_height (layout);
      found.height = end - y;
    }

  if (found.height <= 0)
    found.height = plan->type->line;
  if (box != NULL)
    *box = found;

  return y + found.height;
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
  double end = premise_diagram_stack_words (plan, node, x, y, column,
                                            PREMISE_WORDS_LABEL_ONLY
                                            | (draw ? PREMISE_WORDS_DRAW : 0), NULL);
  g_autoptr(PangoLayout) detail = NULL;

  if (own->detail == NULL || *own->detail == '\0')
    return end - y;

  detail = premise_diagram_typeset (plan, own->detail, width - left, FALSE);
  if (draw)
    premise_diagram_place_text (plan, detail, PREMISE_ROLE_VALUE_LABEL, node, x + left, y,
                                &plan->theme->muted);

  return fmax (end - y, premise_typeset_height (detail));
}

/* A text on one line, or NULL without. */
static PangoLayout *
set_inline (PremiseDiagramPlan *plan,
            const char         *text,
            gboolean            bold)
{
  return text != NULL && *text != '\0' ? premise_diagram_typeset (plan, text, NO_LIMIT, bold) : NULL;
}

double
premise_diagram_inline_width (PremiseDiagramPlan *plan,
                              guint               node)
{
  const PremiseDiagramNode *own = premise_diagram_get_node (plan->diagram, node);
  g_autoptr(PangoLayout) label = set_inline (plan, own->label, TRUE);
  g_autoptr(PangoLayout) detail = set_inline (plan, own->detail, FALSE);

  /* A date stands above. */
  if (own->when != NULL && *own->when != '\0')
    return INFINITY;

  return (label != NULL ? premise_typeset_width (label) : 0)
         + (label != NULL && detail != NULL ? plan->unit * INLINE_GAP : 0)
         + (detail != NULL ? premise_typeset_width (detail) : 0);
}

/* Returns: the height of the taller one. */
static double
place_inline (PremiseDiagramPlan *plan,
              guint               node,
              double              x,
              double              y,
              gboolean            draw)
{
  const PremiseDiagramNode *own = premise_diagram_get_node (plan->diagram, node);
  g_autoptr(PangoLayout) label = set_inline (plan, own->label, TRUE);
  g_autoptr(PangoLayout) detail = set_inline (plan, own->detail, FALSE);
  double height = plan->type->line;
  double at = x;

  if (label != NULL)
    {
      height = fmax (height, premise_typeset_height (label));
      at += premise_typeset_width (label) + plan->unit * INLINE_GAP;
      if (draw)
        premise_diagram_place_text (plan, label, PREMISE_ROLE_CATEGORY_LABEL, node, x, y,
                                    &plan->theme->foreground);
    }
  if (detail != NULL)
    {
      height = fmax (height, premise_typeset_height (detail));
      if (draw)
        premise_diagram_place_text (plan, detail, PREMISE_ROLE_VALUE_LABEL, node, at, y, plan->quiet);
    }

  return height;
}

static gboolean
fits_inline (PremiseDiagramPlan *plan,
             guint               node,
             double              width,
             PremiseNodeForm     form)
{
  return form == PREMISE_NODE_INLINE && premise_diagram_inline_width (plan, node) <= width;
}

double
premise_diagram_measure_node (PremiseDiagramPlan *plan,
                              guint               node,
                              double              width,
                              PremiseNodeForm     form)
{
  double padding = form == PREMISE_NODE_PLAIN ? 0 : PADDING * plan->unit;
  double above = form == PREMISE_NODE_PLAIN ? 0 : PADDING * plan->space;
  double inner = fmax (1, width - 2 * padding);

  if (form == PREMISE_NODE_BESIDE)
    return set_beside (plan, node, 0, 0, inner, FALSE) + 2 * above;
  if (fits_inline (plan, node, inner, form))
    return place_inline (plan, node, 0, 0, FALSE) + 2 * above;

  return premise_diagram_stack_words (plan, node, 0, 0, inner, 0, NULL) + 2 * above;
}

void
premise_diagram_place_node (PremiseDiagramPlan *plan,
                            guint               node,
                            const PremiseRect  *rect,
                            PremiseNodeForm     form)
{
  const PremiseTheme *theme = plan->theme;
  double padding = form == PREMISE_NODE_PLAIN ? 0 : PADDING * plan->unit;
  double above = form == PREMISE_NODE_PLAIN ? 0 : PADDING * plan->space;
  double inner = fmax (1, rect->width - 2 * padding);
  double spare = rect->height - premise_diagram_measure_node (plan, node, rect->width, form);
  double y = rect->y + above + fmax (0, spare / 2);
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
  else if (fits_inline (plan, node, inner, form))
    place_inline (plan, node, rect->x + padding, y, TRUE);
  else
    premise_diagram_stack_words (plan, node, rect->x + padding, y, inner, PREMISE_WORDS_DRAW, NULL);

  plan->bottom = fmax (plan->bottom, rect->y + rect->height);
}

double
premise_diagram_place_heading (PremiseDiagramPlan *plan,
                               const char         *label,
                               const PremiseColor *color,
                               double              x,
                               double              y,
                               double              width)
{
  g_autoptr(PangoLayout) layout = premise_diagram_typeset (plan, label, width, TRUE);
  PremiseStyle rule = { .fill = *color };
  PremiseRect bar = { x, y, width, plan->unit * 0.2 };
  double height = bar.height + plan->space * 0.4;

  premise_scene_add_rect (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, &bar, &rule);
  premise_diagram_place_text (plan, layout, PREMISE_ROLE_SERIES_LABEL, PREMISE_SCENE_NO_POINT, x,
                              y + height, &plan->theme->foreground);

  return height + premise_typeset_height (layout);
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

double
premise_diagram_picture_height (PremiseDiagramPlan *plan,
                                double              natural,
                                double              least,
                                double              most)
{
  return CLAMP (natural + plan->stretch, fmin (least, natural), fmax (most, natural));
}

/* How each kind is arranged, and in how many ways. */
static const struct
{
  void  (*arrange) (PremiseDiagramPlan *plan);
  guint n_variants;
} arrangements[] = {
  [PREMISE_DIAGRAM_FLOW] = { premise_diagram_arrange_flow, 3 },
  [PREMISE_DIAGRAM_TIMELINE] = { premise_diagram_arrange_groups, 2 },
  [PREMISE_DIAGRAM_LAYERS] = { premise_diagram_arrange_layers, 1 },
  [PREMISE_DIAGRAM_TREE] = { premise_diagram_arrange_tree, 3 },
  [PREMISE_DIAGRAM_COLUMNS] = { premise_diagram_arrange_groups, 2 },
  [PREMISE_DIAGRAM_MATRIX] = { premise_diagram_arrange_matrix, 2 },
  [PREMISE_DIAGRAM_CYCLE] = { premise_diagram_arrange_cycle, 2 },
  [PREMISE_DIAGRAM_CURVE] = { premise_diagram_arrange_curve, 1 },
  [PREMISE_DIAGRAM_TRIANGLE] = { premise_diagram_arrange_triangle, 1 },
  [PREMISE_DIAGRAM_QUADRANT] = { premise_diagram_arrange_quadrant, 1 },
};

/* One way to lay a diagram out. */
typedef struct
{
  PremiseChart      *chart;
  PangoContext      *context;
  double             width;
  PremiseTheme       theme;
  PremiseTypesetter  type;
  guint              variant;
  double             air;       /* of the usual distance from one thing to what is below it */
  double             stretch;
  double             needed;    /* height */
} Attempt;

/* Lays the diagram out from a height on. Returns: where it ends. */
static double
arrange (Attempt      *self,
         PremiseScene *scene,
         double        top)
{
  PremiseDiagram *diagram = self->chart->diagram;
  PremiseDiagramPlan plan = { diagram, &self->theme, &self->type, scene };

  plan.stamp = self->chart->stamp;
  plan.quiet = &self->theme.muted;
  plan.align = PANGO_ALIGN_LEFT;
  plan.width = scene->width;
  plan.unit = self->theme.font_size * self->theme.text_scale;
  plan.space = plan.unit * self->air;
  plan.stretch = self->stretch;
  plan.variant = self->variant;
  plan.top = plan.bottom = top;
  arrangements[diagram->kind].arrange (&plan);

  return plan.bottom;
}

static void
measure (Attempt *self,
         double   air,
         double   stretch)
{
  g_autoptr(PremiseScene) scene = premise_scene_new (self->width, NO_LIMIT, &self->theme);

  self->air = air;
  self->stretch = stretch;
  self->needed = ceil (arrange (self, scene, 1)) + 1;
}

/* As it likes to be. */
static void
attempt_init (Attempt            *self,
              PremiseChart       *chart,
              double              width,
              const PremiseTheme *theme,
              double              text_scale,
              PangoContext       *context)
{
  *self = (Attempt) { chart, context, width, *theme };
  self->theme.text_scale = text_scale;
  premise_typesetter_init (&self->type, chart, &self->theme, context);
  measure (self, 1, 0);
}

static void
attempt_clear (Attempt *self)
{
  premise_typesetter_clear (&self->type);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attempt, attempt_clear)

static void
set_text_scale (Attempt *self,
                double   text_scale)
{
  Attempt other = *self;

  attempt_init (self, other.chart, other.width, &other.theme, text_scale, other.context);
  attempt_clear (&other);
}

/* A picture takes what height there is. */
static gboolean
fits_with_air (Attempt *self,
               double   height,
               double   air)
{
  measure (self, air, 0);
  measure (self, air, height - self->needed);

  return self->needed <= height;
}

/* Tries to fill a height with texts of that size: where there is too little, things come closer to each
 * other, or are arranged in another way. */
static gboolean
fits (Attempt *self,
      double   height)
{
  static const double airs[] = { 1, 0.8, 0.6 };

  if (self->needed == height)
    return TRUE;

  for (self->variant = 0; self->variant < arrangements[self->chart->diagram->kind].n_variants; self->variant++)
    {
      if (!fits_with_air (self, height, airs[G_N_ELEMENTS (airs) - 1]))
        continue;

      for (guint i = 0; i < G_N_ELEMENTS (airs); i++)
        {
          if (fits_with_air (self, height, airs[i]))
            return TRUE;
        }
    }

  self->variant = 0;

  return fits_with_air (self, height, airs[G_N_ELEMENTS (airs) - 1]);
}

/* Where there is more height than a diagram can use, its words are larger, but none is broken for that. */
static void
grow (Attempt *self,
      double   height)
{
  double most = self->theme.text_scale * MAX_GROWTH;

  while (self->needed < height * FULL && self->theme.text_scale * GROWTH_STEP <= most)
    {
      Attempt larger;

      attempt_init (&larger, self->chart, self->width, &self->theme, self->theme.text_scale * GROWTH_STEP,
                    self->context);

      if (larger.type.n_broken > self->type.n_broken || larger.needed > height || !fits (&larger, height))
        {
          attempt_clear (&larger);
          return;
        }

      attempt_clear (self);
      *self = larger;
    }
}

/* Smaller words are better than none, but no smaller than they must be. */
static void
shrink (Attempt *self,
        double   height)
{
  double last = self->theme.text_scale;
  double found;

  while (self->needed > height && self->theme.text_scale > MIN_TEXT_SCALE)
    {
      last = self->theme.text_scale;
      set_text_scale (self, fmax (MIN_TEXT_SCALE, last * SHRINK_STEP));
      fits (self, height);
    }

  found = self->theme.text_scale;
  if (self->needed > height)
    return;

  set_text_scale (self, sqrt (found * last));
  if (!fits (self, height))
    {
      set_text_scale (self, found);
      fits (self, height);
    }
}

double
premise_diagram_natural_height (PremiseChart       *chart,
                                double              width,
                                const PremiseTheme *theme,
                                PangoContext       *context)
{
  g_auto(Attempt) attempt = { 0 };

  attempt_init (&attempt, chart, width, theme, theme->text_scale, context);

  return attempt.needed;
}

PremiseScene *
premise_diagram_layout (PremiseChart       *chart,
                        double              width,
                        double              height,
                        const PremiseTheme *theme,
                        PangoContext       *context)
{
  g_auto(Attempt) attempt = { 0 };
  PremiseScene *scene;

  attempt_init (&attempt, chart, width, theme, theme->text_scale, context);

  if (fits (&attempt, height))
    grow (&attempt, height);
  else
    shrink (&attempt, height);

  scene = premise_scene_new (width, height, &attempt.theme);
  scene->horizontal = TRUE;
  arrange (&attempt, scene, 1 + fmax (0, floor ((height - attempt.needed) / 2)));

  return scene;
}
