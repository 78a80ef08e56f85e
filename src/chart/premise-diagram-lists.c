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
#define COLUMN_GAP  1.8
#define ROW_GAP     0.8
#define GROUP_GAP   2.0
#define DOT         0.7
#define DOT_COLUMN  1.6
#define LAYER_GAP   0.4
#define MIN_BESIDE 40.0
#define INDENT      1.8
#define MAX_LIST   44.0

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

  rect.height = premise_diagram_measure_node (plan, node, rect.width, PREMISE_NODE_PLAIN);
  premise_diagram_place_node (plan, node, &rect, PREMISE_NODE_PLAIN);
  premise_scene_add_marker (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, node,
                            x + dot / 2, y + plan->type.line / 2, dot, &style);

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

/* group: PREMISE_DIAGRAM_NONE asks for those without one. */
static gboolean
belongs (PremiseDiagram *diagram,
         guint           node,
         guint           group)
{
  guint own = premise_diagram_get_node (diagram, node)->group;

  return own == group || (group == PREMISE_DIAGRAM_NONE && own >= diagram->groups->len);
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

static void
place_group (PremiseDiagramPlan *plan,
             guint               group,
             double              x,
             double              y,
             double              width)
{
  PremiseDiagram *diagram = plan->diagram;
  double line = x + DOT * plan->unit / 2;
  double last = NAN;

  if (group != PREMISE_DIAGRAM_NONE)
    y += premise_diagram_place_heading (plan, g_ptr_array_index (diagram->groups, group),
                                        &plan->theme->series[group % PREMISE_THEME_N_SERIES],
                                        x, y, width) + ROW_GAP * plan->unit;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      double dot;

      if (!belongs (diagram, i, group))
        continue;

      dot = y + plan->type.line / 2;
      if (diagram->kind == PREMISE_DIAGRAM_TIMELINE && isfinite (last))
        premise_diagram_place_line (plan, (PremisePoint[]) { { line, last }, { line, dot } }, 2,
                                    FALSE);
      y = place_entry (plan, i, x, y, width) + ROW_GAP * plan->unit;
      last = dot + DOT * plan->unit / 2;
    }
}

void
premise_diagram_arrange_groups (PremiseDiagramPlan *plan)
{
  PremiseDiagram *diagram = plan->diagram;
  guint n = diagram->groups->len;
  double gap = COLUMN_GAP * plan->unit;
  guint n_columns = CLAMP ((guint) ((plan->width + gap) / (MIN_COLUMN * plan->unit + gap)), 1,
                           MAX (n, 1));
  guint n_rows = (MAX (n, 1) + n_columns - 1) / n_columns;
  double y = plan->top;
  double width;

  /* Five columns over two rows are three and two, not four and one. */
  n_columns = (MAX (n, 1) + n_rows - 1) / n_rows;
  width = (plan->width - (n_columns - 1) * gap) / n_columns;

  if (has_entries (diagram, PREMISE_DIAGRAM_NONE))
    {
      place_group (plan, PREMISE_DIAGRAM_NONE, 0, y, plan->width);
      y = plan->bottom + GROUP_GAP * plan->unit;
    }

  for (guint g = 0; g < n; g++)
    {
      if (g > 0 && g % n_columns == 0)
        y = plan->bottom + GROUP_GAP * plan->unit;
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
      y += rect.height + LAYER_GAP * plan->unit;
    }
}

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
  self->y += rect.height + ROW_GAP * plan->unit;

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

void
premise_diagram_arrange_tree (PremiseDiagramPlan *plan)
{
  PremiseDiagram *diagram = plan->diagram;
  Tree tree = { plan, INDENT * plan->unit, fmin (plan->width, MAX_LIST * plan->unit), plan->top };
  guint deepest = 0;

  for (guint i = 0; i < diagram->nodes->len; i++)
    deepest = MAX (deepest, get_depth (diagram, i));
  if (deepest > 0)
    tree.indent = fmin (tree.indent, tree.right * 0.4 / deepest);

  /* What hangs on no root, since its parents go in a circle, is not reached. */
  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      if (premise_diagram_get_node (diagram, i)->parent >= diagram->nodes->len)
        place_branch (&tree, i, 0);
    }
}
