/* premise-diagram-flow.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagram-private.h"

#include <math.h>

/* In sizes of the text. */
#define MIN_BOX    9.0
#define LEAST_BOX  6.5    /* where no word has to be broken for it */
#define MAX_BOX   20.0
#define ARROW_GAP  2.4
#define ROW_GAP    1.2
#define LANE       1.0
#define MAX_LIST  44.0
#define MAX_GUTTER 0.3    /* of the width */
#define STACK_GAP  0.4
#define STRAND_GAP 1.0  /* more, where nothing leads on */
#define BOX_PADDING 0.7
#define EXIT       0.65   /* of the width of a box: where arrows go back from, … */
#define ENTRY      0.35   /* … and where they come back to */

typedef struct
{
  guint     n;
  guint    *levels;     /* of each node: how many steps lead to it */
  guint     n_levels;
  guint    *order;      /* nodes by level */
  guint    *places;     /* where each is in the order */
  guint8   *states;     /* while searching: 0 new, 1 on the path, 2 done */
  gboolean *back;       /* of each edge: it closes a circle */
} Flow;

static void
flow_clear (Flow *self)
{
  g_free (self->levels);
  g_free (self->order);
  g_free (self->places);
  g_free (self->states);
  g_free (self->back);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flow, flow_clear)

static const PremiseDiagramEdge *
get_edge (PremiseDiagram *diagram,
          guint           i)
{
  return &g_array_index (diagram->edges, PremiseDiagramEdge, i);
}

static void
find_circles (Flow           *self,
              PremiseDiagram *diagram,
              guint           node)
{
  self->states[node] = 1;

  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = get_edge (diagram, i);

      if (edge->from != node)
        continue;
      if (self->states[edge->to] == 1)
        self->back[i] = TRUE;
      else if (self->states[edge->to] == 0)
        find_circles (self, diagram, edge->to);
    }

  self->states[node] = 2;
}

/* Each node stands one step behind the last of those that lead to it. */
static void
find_levels (Flow           *self,
             PremiseDiagram *diagram)
{
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < diagram->edges->len; i++)
        {
          const PremiseDiagramEdge *edge = get_edge (diagram, i);

          if (self->back[i] || self->levels[edge->to] > self->levels[edge->from])
            continue;
          self->levels[edge->to] = self->levels[edge->from] + 1;
          moved = TRUE;
        }
    }

  for (guint i = 0; i < self->n; i++)
    self->n_levels = MAX (self->n_levels, self->levels[i] + 1);
}

static void
flow_init (Flow           *self,
           PremiseDiagram *diagram)
{
  guint place = 0;

  self->n = diagram->nodes->len;
  self->levels = g_new0 (guint, self->n);
  self->order = g_new0 (guint, self->n);
  self->places = g_new0 (guint, self->n);
  self->states = g_new0 (guint8, self->n);
  self->back = g_new0 (gboolean, diagram->edges->len);

  for (guint i = 0; i < self->n; i++)
    {
      if (self->states[i] == 0)
        find_circles (self, diagram, i);
    }
  find_levels (self, diagram);

  for (guint level = 0; level < self->n_levels; level++)
    {
      for (guint i = 0; i < self->n; i++)
        {
          if (self->levels[i] != level)
            continue;
          self->order[place] = i;
          self->places[i] = place++;
        }
    }
}

static guint
count_level (const Flow *self,
             guint       level)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += self->levels[i] == level;

  return n;
}

/* Whether a node is the last of its level, so that nothing is below it. */
static gboolean
is_lowest (const Flow *self,
           guint       node)
{
  return self->places[node] + 1 == self->n
         || self->levels[self->order[self->places[node] + 1]] != self->levels[node];
}

static gboolean
is_step (const Flow               *self,
         const PremiseDiagramEdge *edge)
{
  return self->levels[edge->to] == self->levels[edge->from] + 1;
}

static gboolean
breaks_words (PremiseDiagramPlan *plan,
              double              box)
{
  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    {
      PremiseWordsBox words;

      premise_diagram_stack_words (plan, i, 0, 0, box - 2 * BOX_PADDING * plan->unit, 0, &words);
      if (words.broken)
        return TRUE;
    }

  return FALSE;
}

/* Side by side where no arrow has to pass a box: those that do not go to the next level run below
 * all of them. */
static gboolean
fits_across (const Flow         *self,
             PremiseDiagramPlan *plan)
{
  double box;

  if (self->n_levels < 2)
    return FALSE;

  box = (plan->width - (self->n_levels - 1) * ARROW_GAP * plan->unit) / self->n_levels;
  if (box < LEAST_BOX * plan->unit || (box < MIN_BOX * plan->unit && breaks_words (plan, box)))
    return FALSE;

  for (guint i = 0; i < plan->diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = get_edge (plan->diagram, i);

      if (!is_step (self, edge) && !(is_lowest (self, edge->from) && is_lowest (self, edge->to)))
        return FALSE;
    }

  return TRUE;
}

/* The first lane that no earlier arrow over the same places runs in. places: of each box, its level or
 * where it stands in a column. */
static guint
find_lane (PremiseDiagram *diagram,
           const guint    *places,
           const guint    *lanes,
           guint           i)
{
  const PremiseDiagramEdge *edge = get_edge (diagram, i);
  guint from = MIN (places[edge->from], places[edge->to]);
  guint to = MAX (places[edge->from], places[edge->to]);
  guint lane = 0;
  gboolean taken = TRUE;

  while (taken)
    {
      taken = FALSE;
      for (guint j = 0; j < i && !taken; j++)
        {
          const PremiseDiagramEdge *other = get_edge (diagram, j);
          guint a = MIN (places[other->from], places[other->to]);
          guint b = MAX (places[other->from], places[other->to]);

          taken = lanes[j] == lane && from <= b && a <= to;
        }
      lane += taken;
    }

  return lane;
}

static void
place_steps (const Flow         *self,
             PremiseDiagramPlan *plan,
             const PremiseRect  *rects)
{
  for (guint i = 0; i < plan->diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = get_edge (plan->diagram, i);
      const PremiseRect *a = &rects[edge->from];
      const PremiseRect *b = &rects[edge->to];
      double x = a->x + a->width + ARROW_GAP * plan->unit / 2;
      PremisePoint points[] = {
        { a->x + a->width, a->y + a->height / 2 }, { x, a->y + a->height / 2 },
        { x, b->y + b->height / 2 }, { b->x, b->y + b->height / 2 },
      };

      if (is_step (self, edge))
        premise_diagram_place_line (plan, points, G_N_ELEMENTS (points), TRUE);
    }
}

static void
place_returns (const Flow         *self,
               PremiseDiagramPlan *plan,
               const PremiseRect  *rects)
{
  PremiseDiagram *diagram = plan->diagram;
  g_autofree guint *lanes = g_new0 (guint, MAX (diagram->edges->len, 1));
  double foot = plan->bottom;

  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = get_edge (diagram, i);
      const PremiseRect *a = &rects[edge->from];
      const PremiseRect *b = &rects[edge->to];
      double from = a->x + a->width * EXIT;
      double to = b->x + b->width * ENTRY;
      double y;

      lanes[i] = PREMISE_DIAGRAM_NONE;
      if (is_step (self, edge))
        continue;

      lanes[i] = find_lane (diagram, self->levels, lanes, i);
      y = foot + (lanes[i] + 1) * LANE * plan->unit;
      premise_diagram_place_line (plan, (PremisePoint[]) {
                                    { from, a->y + a->height }, { from, y }, { to, y },
                                    { to, b->y + b->height },
                                  }, 4, TRUE);
      plan->bottom = fmax (plan->bottom, y + plan->unit * 0.2);
    }
}

/* Whether each step leads to the next one and nowhere else. */
static gboolean
is_chain (const Flow     *self,
          PremiseDiagram *diagram)
{
  for (guint i = 0; i < diagram->edges->len; i++)
    {
      if (!is_step (self, get_edge (diagram, i)))
        return FALSE;
    }

  return self->n_levels == self->n;
}

/* A chain in rows, each read like the first. Returns: FALSE where it is not one, or too narrow. */
static gboolean
place_rows (const Flow         *self,
            PremiseDiagramPlan *plan,
            guint               n_rows)
{
  double gap = ARROW_GAP * plan->unit;
  double row_gap = ARROW_GAP * plan->space;
  guint n_columns = (self->n + n_rows - 1) / n_rows;
  double box = fmin ((plan->width - (n_columns - 1) * gap) / n_columns, MAX_BOX * plan->unit);
  double left = (plan->width - n_columns * box - (n_columns - 1) * gap) / 2;
  double y = plan->top;
  PremiseRect last = { 0 };

  if (self->n <= n_rows || !is_chain (self, plan->diagram) || box < LEAST_BOX * plan->unit
      || breaks_words (plan, box))
    return FALSE;

  for (guint first = 0; first < self->n; first += n_columns)
    {
      guint end = MIN (first + n_columns, self->n);
      double height = 0;

      for (guint i = first; i < end; i++)
        height = fmax (height, premise_diagram_measure_node (plan, self->order[i], box, PREMISE_NODE_BOXED));

      for (guint i = first; i < end; i++)
        {
          PremiseRect rect = { left + (i - first) * (box + gap), y, box, height };
          double middle = y + height / 2;

          premise_diagram_place_node (plan, self->order[i], &rect, PREMISE_NODE_BOXED);
          if (i > first)
            premise_diagram_place_line (plan, (PremisePoint[]) {
                                          { rect.x - gap, middle }, { rect.x, middle },
                                        }, 2, TRUE);
          else if (i > 0)
            premise_diagram_place_line (plan, (PremisePoint[]) {
                                          { last.x + box / 2, last.y + last.height },
                                          { last.x + box / 2, y - row_gap / 2 },
                                          { rect.x + box / 2, y - row_gap / 2 }, { rect.x + box / 2, y },
                                        }, 4, TRUE);
          last = rect;
        }

      y += height + row_gap;
    }

  return TRUE;
}

static void
place_across (const Flow         *self,
              PremiseDiagramPlan *plan)
{
  double gap = ARROW_GAP * plan->unit;
  double row_gap = ROW_GAP * plan->space;
  double box = fmin ((plan->width - (self->n_levels - 1) * gap) / self->n_levels,
                     MAX_BOX * plan->unit);
  double left = (plan->width - self->n_levels * box - (self->n_levels - 1) * gap) / 2;
  g_autofree PremiseRect *rects = g_new0 (PremiseRect, self->n);
  double height = 0;
  guint most = 0;

  for (guint i = 0; i < self->n; i++)
    height = fmax (height, premise_diagram_measure_node (plan, i, box, PREMISE_NODE_BOXED));
  for (guint level = 0; level < self->n_levels; level++)
    most = MAX (most, count_level (self, level));

  for (guint level = 0; level < self->n_levels; level++)
    {
      guint n = count_level (self, level);
      double y = plan->top + (most - n) * (height + row_gap) / 2;

      for (guint i = 0; i < self->n; i++)
        {
          if (self->levels[i] != level)
            continue;
          rects[i] = (PremiseRect) { left + level * (box + gap), y, box, height };
          premise_diagram_place_node (plan, i, &rects[i], PREMISE_NODE_BOXED);
          y += height + row_gap;
        }
    }

  place_steps (self, plan, rects);
  place_returns (self, plan, rects);
}

static gboolean
has_edge (PremiseDiagram *diagram,
          guint           from,
          guint           to)
{
  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = get_edge (diagram, i);

      if (edge->from == from && edge->to == to)
        return TRUE;
    }

  return FALSE;
}

/* Whether all of a level lead to all of the next and nowhere else: one arrow says it. */
static gboolean
is_layered (const Flow     *self,
            PremiseDiagram *diagram)
{
  for (guint i = 0; i < diagram->edges->len; i++)
    {
      if (!is_step (self, get_edge (diagram, i)))
        return FALSE;
    }

  for (guint a = 0; a < self->n; a++)
    {
      for (guint b = 0; b < self->n; b++)
        {
          if (self->levels[b] == self->levels[a] + 1 && !has_edge (diagram, a, b))
            return FALSE;
        }
    }

  return TRUE;
}

/* Nodes of one level close together, and one arrow from level to level. */
static void
place_layers (const Flow         *self,
              PremiseDiagramPlan *plan)
{
  double indent = plan->unit * 0.9;
  double width = fmin (plan->width - indent, MAX_LIST * plan->unit);
  double x = indent + fmin (width / 2, MIN_BOX * plan->unit);
  double y = plan->top;

  for (guint place = 0; place < self->n; place++)
    {
      guint node = self->order[place];
      gboolean last = is_lowest (self, node);
      PremiseRect rect = { indent, y, width, 0 };

      rect.height = premise_diagram_measure_node (plan, node, width, PREMISE_NODE_BOXED);
      premise_diagram_place_node (plan, node, &rect, PREMISE_NODE_BOXED);
      if (count_level (self, self->levels[node]) > 1)
        premise_diagram_place_line (plan, (PremisePoint[]) {
                                      { indent / 3, y }, { indent / 3, y + rect.height },
                                    }, 2, FALSE);
      y += rect.height;

      if (!last)
        {
          premise_diagram_place_line (plan, (PremisePoint[]) {
                                        { indent / 3, y },
                                        { indent / 3, y + STACK_GAP * plan->space },
                                      }, 2, FALSE);
          y += STACK_GAP * plan->space;
        }
      else if (place + 1 < self->n)
        {
          premise_diagram_place_line (plan, (PremisePoint[]) {
                                        { x, y }, { x, y + ARROW_GAP * 0.75 * plan->space },
                                      }, 2, TRUE);
          y += ARROW_GAP * 0.75 * plan->space;
        }
    }
}

/* Arrows that pass boxes run in lanes beside them. Returns: how many lanes there are. */
static guint
choose_lanes (const Flow     *self,
              PremiseDiagram *diagram,
              guint          *lanes)
{
  guint n_lanes = 0;

  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = get_edge (diagram, i);

      lanes[i] = PREMISE_DIAGRAM_NONE;
      if (self->places[edge->to] == self->places[edge->from] + 1)
        continue;

      lanes[i] = find_lane (diagram, self->places, lanes, i);
      n_lanes = MAX (n_lanes, lanes[i] + 1);
    }

  return n_lanes;
}

static gboolean
leads_to (const Flow     *self,
          PremiseDiagram *diagram,
          guint           from,
          guint           to)
{
  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = get_edge (diagram, i);

      if (edge->from == from && edge->to == to && !self->back[i])
        return TRUE;
    }

  return FALSE;
}

/* Whether all that lead to a node are placed: places are known from what is placed. */
static gboolean
is_ready (const Flow     *self,
          PremiseDiagram *diagram,
          const gboolean *placed,
          guint           node)
{
  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = get_edge (diagram, i);

      if (edge->to == node && !self->back[i] && !placed[edge->from])
        return FALSE;
    }

  return !placed[node];
}

/* In one column a node stands below one that leads to it where that can be, so that few arrows have
 * to pass others. */
static void
order_upright (Flow           *self,
               PremiseDiagram *diagram)
{
  g_autofree gboolean *placed = g_new0 (gboolean, self->n);
  g_autofree guint *by_level = g_memdup2 (self->order, self->n * sizeof (guint));

  for (guint place = 0; place < self->n; place++)
    {
      guint next = PREMISE_DIAGRAM_NONE;

      for (guint i = 0; i < self->n; i++)
        {
          guint node = by_level[i];
          gboolean follows = place > 0 && leads_to (self, diagram, self->order[place - 1], node);

          if (is_ready (self, diagram, placed, node) && (next == PREMISE_DIAGRAM_NONE || follows))
            {
              next = node;
              if (follows)
                break;
            }
        }

      placed[next] = TRUE;
      self->order[place] = next;
      self->places[next] = place;
    }
}

static gboolean
begins_strand (const Flow     *self,
               PremiseDiagram *diagram,
               guint           node)
{
  for (guint i = 0; i < diagram->edges->len; i++)
    {
      if (get_edge (diagram, i)->to == node && !self->back[i])
        return FALSE;
    }

  return TRUE;
}

static void
place_down (const Flow         *self,
            PremiseDiagramPlan *plan)
{
  PremiseDiagram *diagram = plan->diagram;
  g_autofree guint *lanes = g_new0 (guint, diagram->edges->len);
  g_autofree PremiseRect *rects = g_new0 (PremiseRect, self->n);
  guint n_lanes = choose_lanes (self, diagram, lanes);
  double gutter = n_lanes > 0 ? fmin ((n_lanes + 1) * LANE * plan->unit, plan->width * MAX_GUTTER)
                              : 0;
  double width = fmin (plan->width - gutter, MAX_LIST * plan->unit);
  double y = plan->top;

  for (guint place = 0; place < self->n; place++)
    {
      guint node = self->order[place];
      double height = premise_diagram_measure_node (plan, node, width, PREMISE_NODE_BOXED);

      if (place > 0 && begins_strand (self, diagram, node))
        y += STRAND_GAP * plan->space;

      rects[node] = (PremiseRect) { gutter, y, width, height };
      premise_diagram_place_node (plan, node, &rects[node], PREMISE_NODE_BOXED);
      y += height + ARROW_GAP * 0.75 * plan->space;
    }

  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseRect *a = &rects[get_edge (diagram, i)->from];
      const PremiseRect *b = &rects[get_edge (diagram, i)->to];

      if (lanes[i] == PREMISE_DIAGRAM_NONE)
        {
          double x = gutter + fmin (width / 2, MIN_BOX * plan->unit);
          PremisePoint points[] = { { x, a->y + a->height }, { x, b->y } };

          premise_diagram_place_line (plan, points, G_N_ELEMENTS (points), TRUE);
        }
      else
        {
          double x = gutter - (lanes[i] + 1) * gutter / (n_lanes + 1);
          PremisePoint points[] = {
            { gutter, a->y + a->height * 0.68 }, { x, a->y + a->height * 0.68 },
            { x, b->y + b->height * 0.32 }, { gutter, b->y + b->height * 0.32 },
          };

          premise_diagram_place_line (plan, points, G_N_ELEMENTS (points), TRUE);
        }
    }
}

void
premise_diagram_arrange_flow (PremiseDiagramPlan *plan)
{
  g_auto(Flow) flow = { 0 };

  flow_init (&flow, plan->diagram);

  if (plan->variant > 0 && place_rows (&flow, plan, plan->variant + 1))
    return;

  if (fits_across (&flow, plan))
    place_across (&flow, plan);
  else if (flow.n_levels < flow.n && is_layered (&flow, plan->diagram))
    place_layers (&flow, plan);
  else
    {
      order_upright (&flow, plan->diagram);
      place_down (&flow, plan);
    }
}
