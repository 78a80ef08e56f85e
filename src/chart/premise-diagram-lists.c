/* premise-diagram-lists.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagram-private.h"

#include <math.h>

/* In sizes of the text. */
#define MIN_COLUMN 14.0
#define BOX_PADDING 0.7    /* as of a boxed node */
#define LEAST_COLUMN 9.0   /* where height is scarce */
#define MAX_DATES  0.35    /* of the width: of dates beside what happened */
#define COLUMN_GAP  1.8
#define ROW_GAP     0.8
#define GROUP_GAP   2.0
#define DOT         0.7
#define DOT_COLUMN  1.6
#define LAYER_GAP   0.4
#define SPAN_GAP    0.5    /* for a usual span of time */
#define BREAK       0.6

/* A span is drawn as long as so many usual ones at the most. */
#define MAX_TIMES   4.0
#define MIN_BESIDE 40.0

/* group: PREMISE_DIAGRAM_NONE asks for those without one. */
static gboolean
belongs (PremiseDiagram *diagram,
         guint           node,
         guint           group)
{
  guint own = premise_diagram_get_node (diagram, node)->group;

  return own == group || (group == PREMISE_DIAGRAM_NONE && own >= diagram->groups->len);
}

/* Width of a column of dates, so that what happened stands beside them; 0 where they stand above it. */
static double
measure_dates (PremiseDiagramPlan *plan,
               guint               group,
               double              width)
{
  double widest = 0;

  if (plan->variant == 0 || plan->diagram->kind != PREMISE_DIAGRAM_TIMELINE)
    return 0;

  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    {
      const char *when = premise_diagram_get_node (plan->diagram, i)->when;
      g_autoptr(PangoLayout) layout = NULL;

      if (when == NULL || *when == '\0' || !belongs (plan->diagram, i, group))
        continue;

      layout = premise_diagram_typeset (plan, when, INFINITY, FALSE);
      widest = fmax (widest, premise_typeset_width (layout));
    }

  return widest <= width * MAX_DATES ? widest + plan->unit * 0.8 : 0;
}

/* Returns: the height. */
static double
place_dated (PremiseDiagramPlan *plan,
             guint               node,
             const PremiseRect  *room)
{
  const char *when = premise_diagram_get_node (plan->diagram, node)->when;
  g_autoptr(PangoLayout) date = premise_diagram_typeset (plan, when, plan->dates, FALSE);
  double x = room->x + plan->dates;
  double width = fmax (1, room->width - plan->dates);
  double end = premise_diagram_stack_words (plan, node, x, room->y, width, PREMISE_WORDS_NO_DATE, NULL);
  PremiseRect rect = { room->x, room->y, room->width, fmax (end - room->y, premise_typeset_height (date)) };

  premise_scene_add_area (plan->scene, 0, node, &rect);
  if (when != NULL && *when != '\0')
    premise_diagram_place_text (plan, date, PREMISE_ROLE_TICK_LABEL, node, room->x, room->y, plan->quiet);
  premise_diagram_stack_words (plan, node, x, room->y, width, PREMISE_WORDS_NO_DATE | PREMISE_WORDS_DRAW, NULL);

  return rect.height;
}

/* A milestone on the line of its era. Returns: where it ends. */
static double
place_milestone (PremiseDiagramPlan *plan,
                 guint               node,
                 double              x,
                 double              y,
                 double              width)
{
  double column = DOT_COLUMN * plan->unit;
  double dot = DOT * plan->unit;
  guint group = premise_diagram_get_node (plan->diagram, node)->group;
  PremiseStyle style = {
    .fill = group < plan->diagram->groups->len
            ? plan->theme->series[group % PREMISE_THEME_N_SERIES] : plan->theme->muted,
    .marker = PREMISE_MARKER_CIRCLE,
  };
  PremiseRect rect = { x + column, y, fmax (1, width - column), 0 };

  if (plan->dates > 0)
    {
      rect.height = place_dated (plan, node, &rect);
    }
  else
    {
      rect.height = premise_diagram_measure_node (plan, node, rect.width, PREMISE_NODE_PLAIN);
      premise_diagram_place_node (plan, node, &rect, PREMISE_NODE_PLAIN);
    }
  premise_scene_add_marker (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, node,
                            x + dot / 2, y + plan->type->line / 2, dot, &style);

  return y + rect.height;
}

static double
place_entry (PremiseDiagramPlan *plan,
             guint               node,
             double              x,
             double              y,
             double              width)
{
  PremiseRect rect = { x, y, width, 0 };

  if (plan->diagram->kind == PREMISE_DIAGRAM_TIMELINE)
    return place_milestone (plan, node, x, y, width);

  rect.height = premise_diagram_measure_node (plan, node, width, PREMISE_NODE_BOXED);
  premise_diagram_place_node (plan, node, &rect, PREMISE_NODE_BOXED);

  return y + rect.height;
}

static gboolean
has_entries (PremiseDiagram *diagram,
             guint           group)
{
  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      if (belongs (diagram, i, group))
        return TRUE;
    }

  return FALSE;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The span from a milestone to the next of its era; NaN where it is not known. */
static double
get_span (PremiseDiagram *diagram,
          guint           from,
          guint           to)
{
  double span = premise_diagram_get_node (diagram, to)->time
                - premise_diagram_get_node (diagram, from)->time;

  return span > 0 ? span : NAN;
}

static guint
find_next (PremiseDiagram *diagram,
           guint           node,
           guint           group)
{
  for (guint i = node + 1; i < diagram->nodes->len; i++)
    {
      if (belongs (diagram, i, group))
        return i;
    }

  return PREMISE_DIAGRAM_NONE;
}

/* The span that is in the middle of all: NaN without any. */
static double
find_usual_span (PremiseDiagram *diagram)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      guint group = premise_diagram_get_node (diagram, i)->group;
      guint next = find_next (diagram, i, group < diagram->groups->len ? group
                                                                       : PREMISE_DIAGRAM_NONE);
      double span = next != PREMISE_DIAGRAM_NONE ? get_span (diagram, i, next) : NAN;

      if (isfinite (span))
        g_array_append_val (spans, span);
    }

  g_array_sort (spans, compare_spans);

  return spans->len > 0 ? g_array_index (spans, double, spans->len / 2) : NAN;
}

/* Two strokes across the line: here it stands for more time than its length. */
static void
place_break (PremiseDiagramPlan *plan,
             double              x,
             double              y)
{
  double size = BREAK * plan->unit;

  for (int side = -1; side <= 1; side += 2)
    {
      double middle = y + side * size * 0.3;

      premise_diagram_place_line (plan, (PremisePoint[]) {
                                    { x - size / 2, middle + size / 4 },
                                    { x + size / 2, middle - size / 4 },
                                  }, 2, FALSE);
    }
}

/* How far below one milestone the next stands. compressed: (out): it should be further. */
static double
get_distance (PremiseDiagramPlan *plan,
              double              span,
              gboolean           *compressed)
{
  double times = span / plan->usual_span;

  *compressed = times > MAX_TIMES;
  if (!isfinite (times))
    return ROW_GAP * plan->space;

  return (ROW_GAP + SPAN_GAP * fmin (times, MAX_TIMES)) * plan->space;
}

/* The line from a milestone to the next. Returns: where that one begins. */
static double
place_span (PremiseDiagramPlan *plan,
            guint               from,
            guint               to,
            double              x,
            double              dot,
            double              end)
{
  gboolean compressed;
  double y = end + get_distance (plan, get_span (plan->diagram, from, to), &compressed);
  double line = x + DOT * plan->unit / 2;
  double top = dot + DOT * plan->unit / 2;
  double foot = y + plan->type->line / 2;

  if (compressed)
    {
      double middle = (end + y) / 2;
      double gap = BREAK * plan->unit * 0.3;

      premise_diagram_place_line (plan, (PremisePoint[]) { { line, top }, { line, middle - gap } },
                                  2, FALSE);
      premise_diagram_place_line (plan, (PremisePoint[]) { { line, middle + gap }, { line, foot } },
                                  2, FALSE);
      place_break (plan, line, middle);
    }
  else
    {
      premise_diagram_place_line (plan, (PremisePoint[]) { { line, top }, { line, foot } }, 2,
                                  FALSE);
    }

  return y;
}

static void
place_group (PremiseDiagramPlan *plan,
             guint               group,
             double              x,
             double              y,
             double              width)
{
  PremiseDiagram *diagram = plan->diagram;
  guint last = PREMISE_DIAGRAM_NONE;
  double dot = 0;

  plan->dates = measure_dates (plan, group, width);
  if (group != PREMISE_DIAGRAM_NONE)
    y += premise_diagram_place_heading (plan, g_ptr_array_index (diagram->groups, group),
                                        &plan->theme->series[group % PREMISE_THEME_N_SERIES],
                                        x, y, width) + ROW_GAP * plan->space;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      if (!belongs (diagram, i, group))
        continue;

      if (last != PREMISE_DIAGRAM_NONE && diagram->kind == PREMISE_DIAGRAM_TIMELINE)
        y = place_span (plan, last, i, x, dot, y);
      else if (last != PREMISE_DIAGRAM_NONE)
        y += ROW_GAP * plan->space;

      dot = y + plan->type->line / 2;
      y = place_entry (plan, i, x, y, width);
      last = i;
    }
}

static gboolean
breaks_words (PremiseDiagramPlan *plan,
              double              width)
{
  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    {
      PremiseWordsBox box;

      premise_diagram_stack_words (plan, i, 0, 0, width - 2 * BOX_PADDING * plan->unit, 0, &box);
      if (box.broken)
        return TRUE;
    }

  return FALSE;
}

static guint
count_columns (PremiseDiagramPlan *plan)
{
  guint n = MAX (plan->diagram->groups->len, 1);
  double gap = COLUMN_GAP * plan->unit;
  double beside = (plan->width - (n - 1) * gap) / n;

  /* All beside each other take the least height. */
  if (plan->variant > 0 && beside >= LEAST_COLUMN * plan->unit && !breaks_words (plan, beside))
    return n;

  return CLAMP ((guint) ((plan->width + gap) / (MIN_COLUMN * plan->unit + gap)), 1, n);
}

void
premise_diagram_arrange_groups (PremiseDiagramPlan *plan)
{
  PremiseDiagram *diagram = plan->diagram;
  guint n = diagram->groups->len;
  double gap = COLUMN_GAP * plan->unit;
  guint n_columns = count_columns (plan);
  guint n_rows = (MAX (n, 1) + n_columns - 1) / n_columns;
  double y = plan->top;
  double width;

  plan->usual_span = find_usual_span (diagram);

  /* Five columns over two rows are three and two, not four and one. */
  n_columns = (MAX (n, 1) + n_rows - 1) / n_rows;
  width = (plan->width - (n_columns - 1) * gap) / n_columns;

  if (has_entries (diagram, PREMISE_DIAGRAM_NONE))
    {
      place_group (plan, PREMISE_DIAGRAM_NONE, 0, y, plan->width);
      y = plan->bottom + GROUP_GAP * plan->space;
    }

  for (guint g = 0; g < n; g++)
    {
      if (g > 0 && g % n_columns == 0)
        y = plan->bottom + GROUP_GAP * plan->space;
      place_group (plan, g, g % n_columns * (width + gap), y, width);
    }
}

void
premise_diagram_arrange_layers (PremiseDiagramPlan *plan)
{
  PremiseNodeForm form = plan->width >= MIN_BESIDE * plan->unit ? PREMISE_NODE_BESIDE
                                                                : PREMISE_NODE_BOXED;
  double y = plan->top;

  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    {
      PremiseRect rect = { 0, y, plan->width, 0 };

      rect.height = premise_diagram_measure_node (plan, i, rect.width, form);
      premise_diagram_place_node (plan, i, &rect, form);
      y += rect.height + LAYER_GAP * plan->space;
    }
}
