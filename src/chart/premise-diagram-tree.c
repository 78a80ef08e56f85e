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
  double              indent;
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
  double x = depth * self->indent;
  PremiseRect rect = { x, self->y, self->right - x, 0 };
  double trunk = x + self->indent / 2;

  rect.height = premise_diagram_measure_node (plan, node, rect.width, PREMISE_NODE_BOXED);
  premise_diagram_place_node (plan, node, &rect, PREMISE_NODE_BOXED);
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
  Tree tree = { plan, INDENT * plan->unit, fmin (plan->width, MAX_LIST * plan->unit), plan->top };

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
  double              box;        /* width */
  double              left;
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
    self->left + depth * (self->box + gap),
    top + (self->branches[node] - self->heights[node]) / 2, self->box, self->heights[node],
  };
  PremisePoint from = { rect.x + rect.width, rect.y + rect.height / 2 };
  double sum = 0;
  double y;

  premise_diagram_place_node (plan, node, &rect, PREMISE_NODE_BOXED);

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

/* From left to right where there is width for every level, and no word has to be broken. */
static gboolean
place_across (PremiseDiagramPlan *plan,
              guint               deepest)
{
  PremiseDiagram *diagram = plan->diagram;
  guint n = diagram->nodes->len;
  double gap = SPREAD_ARM * plan->unit;
  g_autofree double *heights = g_new0 (double, MAX (n, 1));
  g_autofree double *branches = g_new0 (double, MAX (n, 1));
  Spread spread = { plan, (plan->width - deepest * gap) / (deepest + 1), 0, heights, branches };
  double y = plan->top;

  if (deepest == 0 || spread.box < MIN_BOX * plan->unit)
    return FALSE;

  spread.box = fmin (spread.box, MAX_BOX * plan->unit);
  spread.left = (plan->width - (deepest + 1) * spread.box - deepest * gap) / 2;

  for (guint i = 0; i < n; i++)
    {
      PremiseWordsBox words;

      premise_diagram_stack_words (plan, i, 0, 0, spread.box - 2 * BOX_PADDING * plan->unit, 0,
                                   &words);
      if (words.broken)
        return FALSE;
      heights[i] = premise_diagram_measure_node (plan, i, spread.box, PREMISE_NODE_BOXED);
    }

  for (guint i = 0; i < n; i++)
    {
      if (!hangs_on (diagram, i, PREMISE_DIAGRAM_NONE))
        continue;

      measure_branch (&spread, i);
      place_spread (&spread, i, 0, y);
      y += branches[i] + ROW_GAP * plan->space;
    }

  return TRUE;
}

void
premise_diagram_arrange_tree (PremiseDiagramPlan *plan)
{
  guint deepest = 0;

  for (guint i = 0; i < plan->diagram->nodes->len; i++)
    deepest = MAX (deepest, get_depth (plan->diagram, i));

  if (!place_across (plan, deepest))
    place_down (plan, deepest);
}
