/* premise-diagram-tree.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagram-private.h"

#include <math.h>

/* In sizes of the text. */
#define ROW_GAP     0.8
#define INDENT      1.8
#define MAX_LIST   44.0
#define MIN_BOX    10.0
#define MAX_BOX    22.0
#define BOX_PADDING 0.7
#define SPREAD_ARM  2.4
#define SPREAD_GAP  0.6

static guint
get_depth (PremiseDiagram *diagram,
           guint           node)
{
  guint depth = 0;

  /* Never longer than there are nodes, even where the parents go in a circle. */
  for (guint parent = premise_diagram_get_node (diagram, node)->parent;
       parent < diagram->nodes->len && depth < diagram->nodes->len;
       parent = premise_diagram_get_node (diagram, parent)->parent)
    depth++;

  return depth;
}

typedef struct
{
  PremiseDiagramPlan *plan;
  PremiseNodeForm     form;
  double              indent;
  double              left;
  double              right;    /* where all boxes end */
  double              y;
} Tree;

static PremiseRect
place_branch (Tree  *self,
              guint  node,
              guint  depth)
{
  PremiseDiagramPlan *plan = self->plan;
  PremiseDiagram *diagram = plan->diagram;
  double x = self->left + depth * self->indent;
  PremiseRect rect = { x, self->y, self->right - x, 0 };
  double trunk = x + self->indent / 2;

  rect.height = premise_diagram_measure_node (plan, node, rect.width, self->form);
  premise_diagram_place_node (plan, node, &rect, self->form);
  self->y += rect.height + ROW_GAP * plan->space;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      PremiseRect child;

      if (premise_diagram_get_node (diagram, i)->parent != node)
        continue;

      child = place_branch (self, i, depth + 1);
      premise_diagram_place_line (plan, (PremisePoint[]) {
                                    { trunk, rect.y + rect.height },
                                    { trunk, child.y + child.height / 2 },
                                    { child.x, child.y + child.height / 2 },
                                  }, 3, FALSE);
    }

  return rect;
}

static void
place_down (PremiseDiagramPlan *plan,
            guint               deepest)
{
  PremiseDiagram *diagram = plan->diagram;
  Tree tree = { plan, PREMISE_NODE_BOXED, INDENT * plan->unit, 0, fmin (plan->width, MAX_LIST * plan->unit),
                plan->top };

  if (deepest > 0)
    tree.indent = fmin (tree.indent, tree.right * 0.4 / deepest);

  /* What hangs on no root, since its parents go in a circle, is not reached. */
  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      if (premise_diagram_get_node (diagram, i)->parent >= diagram->nodes->len)
        place_branch (&tree, i, 0);
    }
}

/* From the side */

typedef struct
{
  PremiseDiagramPlan *plan;
  PremiseNodeForm     form;
  double             *widths;     /* of the boxes of each level */
  double             *lefts;
  double             *heights;    /* of each node's box */
  double             *branches;   /* … and with all that hangs on it */
} Spread;

static gboolean
hangs_on (PremiseDiagram *diagram,
          guint           node,
          guint           parent)
{
  guint own = premise_diagram_get_node (diagram, node)->parent;

  return parent == PREMISE_DIAGRAM_NONE ? own >= diagram->nodes->len : own == parent;
}

static double
measure_branch (Spread *self,
                guint   node)
{
  PremiseDiagram *diagram = self->plan->diagram;
  double sum = 0;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      if (hangs_on (diagram, i, node))
        sum += (sum > 0 ? SPREAD_GAP * self->plan->space : 0) + measure_branch (self, i);
    }

  self->branches[node] = fmax (self->heights[node], sum);

  return self->branches[node];
}

/* Each in the middle of what hangs on it. */
static PremiseRect
place_spread (Spread *self,
              guint   node,
              guint   depth,
              double  top)
{
  PremiseDiagramPlan *plan = self->plan;
  PremiseDiagram *diagram = plan->diagram;
  double gap = SPREAD_ARM * plan->unit;
  PremiseRect rect = {
    self->lefts[depth], top + (self->branches[node] - self->heights[node]) / 2, self->widths[depth],
    self->heights[node],
  };
  PremisePoint from = { rect.x + rect.width, rect.y + rect.height / 2 };
  double sum = 0;
  double y;

  premise_diagram_place_node (plan, node, &rect, self->form);

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      if (hangs_on (diagram, i, node))
        sum += (sum > 0 ? SPREAD_GAP * plan->space : 0) + self->branches[i];
    }

  y = top + (self->branches[node] - sum) / 2;
  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      PremiseRect child;

      if (!hangs_on (diagram, i, node))
        continue;

      child = place_spread (self, i, depth + 1, y);
      y += self->branches[i] + SPREAD_GAP * plan->space;
      premise_diagram_place_line (plan, (PremisePoint[]) {
                                    from, { from.x + gap / 2, from.y },
                                    { from.x + gap / 2, child.y + child.height / 2 },
                                    { child.x, child.y + child.height / 2 },
                                  }, 4, FALSE);
    }

  return rect;
}

/* All boxes as wide, none so narrow that a word has to be broken. */
static gboolean
choose_even (Spread *self,
             guint   n_levels)
{
  PremiseDiagramPlan *plan = self->plan;
  double box = (plan->width - (n_levels - 1) * SPREAD_ARM * plan->unit) / n_levels;

  if (box < MIN_BOX * plan->unit)
    return FALSE;

  box = fmin (box, MAX_BOX * plan->unit);
  for (guint level = 0; level < n_levels; level++)
    self->widths[level] = box;

  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    {
      PremiseWordsBox words;

      premise_diagram_stack_words (plan, i, 0, 0, box - 2 * BOX_PADDING * plan->unit, 0, &words);
      if (words.broken)
        return FALSE;
    }

  return TRUE;
}

/* Each level as wide as its widest node on one line. */
static gboolean
choose_inline (Spread *self,
               guint   n_levels)
{
  PremiseDiagramPlan *plan = self->plan;
  double sum = (n_levels - 1) * SPREAD_ARM * plan->unit;

  self->form = PREMISE_NODE_INLINE;
  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    {
      guint level = get_depth (plan->diagram, i);

      /* Not a hair narrower than the words. */
      self->widths[level] = fmax (self->widths[level], ceil (premise_diagram_inline_width (plan, i)
                                                             + 2 * BOX_PADDING * plan->unit) + 1);
    }

  for (guint level = 0; level < n_levels; level++)
    sum += self->widths[level];

  return sum <= plan->width;
}

static void
place_levels (Spread *self,
              guint   n_levels)
{
  PremiseDiagramPlan *plan = self->plan;
  double gap = SPREAD_ARM * plan->unit;
  double sum = (n_levels - 1) * gap;
  double x, y = plan->top;

  for (guint level = 0; level < n_levels; level++)
    sum += self->widths[level];

  x = (plan->width - sum) / 2;
  for (guint level = 0; level < n_levels; level++)
    {
      self->lefts[level] = x;
      x += self->widths[level] + gap;
    }

  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    self->heights[i] = premise_diagram_measure_node (plan, i, self->widths[get_depth (plan->diagram, i)],
                                                     self->form);

  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    {
      if (!hangs_on (plan->diagram, i, PREMISE_DIAGRAM_NONE))
        continue;

      measure_branch (self, i);
      place_spread (self, i, 0, y);
      y += self->branches[i] + ROW_GAP * plan->space;
    }
}

/* From left to right where there is width for every level. */
static gboolean
place_across (PremiseDiagramPlan *plan,
              guint               deepest)
{
  guint n = MAX (plan->diagram->nodes->len, 1);
  g_autofree double *heights = g_new0 (double, n);
  g_autofree double *branches = g_new0 (double, n);
  g_autofree double *widths = g_new0 (double, n + 1);
  g_autofree double *lefts = g_new0 (double, n + 1);
  Spread spread = { plan, PREMISE_NODE_BOXED, widths, lefts, heights, branches };

  if (deepest == 0)
    return FALSE;
  if (!(plan->variant == 1 ? choose_inline (&spread, deepest + 1) : choose_even (&spread, deepest + 1)))
    return FALSE;

  place_levels (&spread, deepest + 1);

  return TRUE;
}

/* From above */

static guint
count_children (PremiseDiagram *diagram,
                guint           node)
{
  guint n = 0;

  for (guint i = 0; i < diagram->nodes->len; i++)
    n += hangs_on (diagram, i, node);

  return n;
}

/* One root above all, and what hangs on it side by side, each a list. Returns: FALSE where there is no
 * one root, or not enough width. */
static gboolean
place_hanging (PremiseDiagramPlan *plan,
               guint               deepest)
{
  PremiseDiagram *diagram = plan->diagram;
  guint root = 0;
  guint n;
  double gap = SPREAD_GAP * plan->unit;
  double drop = SPREAD_ARM * plan->space / 2;
  double inner, width;
  PremiseRect rect;

  while (root < diagram->nodes->len && !hangs_on (diagram, root, PREMISE_DIAGRAM_NONE))
    root++;
  if (deepest == 0 || root == diagram->nodes->len || count_children (diagram, PREMISE_DIAGRAM_NONE) != 1)
    return FALSE;

  n = count_children (diagram, root);
  width = (plan->width - (n - 1) * gap) / n;
  if (width < MIN_BOX * plan->unit)
    return FALSE;

  inner = premise_diagram_inline_width (plan, root) + 2 * BOX_PADDING * plan->unit + 1;
  rect = (PremiseRect) { fmax (0, (plan->width - inner) / 2), plan->top, fmin (inner, plan->width), 0 };
  rect.height = premise_diagram_measure_node (plan, root, rect.width, PREMISE_NODE_INLINE);
  premise_diagram_place_node (plan, root, &rect, PREMISE_NODE_INLINE);

  for (guint i = 0, column = 0; i < diagram->nodes->len; i++)
    {
      double x = column * (width + gap);
      double y = rect.y + rect.height + drop;
      double bend = rect.y + rect.height + drop / 2;
      Tree tree = { plan, PREMISE_NODE_INLINE, INDENT * plan->unit, x, x + width, y };

      if (!hangs_on (diagram, i, root))
        continue;

      place_branch (&tree, i, 0);
      premise_diagram_place_line (plan, (PremisePoint[]) {
                                    { rect.x + rect.width / 2, rect.y + rect.height },
                                    { rect.x + rect.width / 2, bend }, { x + width / 2, bend },
                                    { x + width / 2, y },
                                  }, 4, FALSE);
      column++;
    }

  return TRUE;
}

void
premise_diagram_arrange_tree (PremiseDiagramPlan *plan)
{
  guint deepest = 0;

  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    deepest = MAX (deepest, get_depth (plan->diagram, i));

  if (plan->variant == 2 && place_hanging (plan, deepest))
    return;

  if (!place_across (plan, deepest))
    place_down (plan, deepest);
}
