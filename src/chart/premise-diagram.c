/* premise-diagram.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagram-private.h"

#include <math.h>

static void
node_clear (PremiseDiagramNode *node)
{
  g_free (node->label);
  g_free (node->detail);
  g_free (node->when);
}

static void
edge_clear (PremiseDiagramEdge *edge)
{
  g_free (edge->label);
}

static void
curve_clear (PremiseDiagramCurve *curve)
{
  g_free (curve->label);
  g_array_unref (curve->points);
}

/* The words of a box wrap, so that they need not be cut as the label of an axis is. */
static char *
dup_words (const char *text)
{
  char *valid;

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, -1);

  return g_strdelimit (valid, "\n\r\t\v\f", ' ');
}

/**
 * premise_diagram_new:
 * @kind: how the nodes are joined
 *
 * Returns: (transfer full): a diagram without nodes
 */
PremiseDiagram *
premise_diagram_new (PremiseDiagramKind kind)
{
  PremiseDiagram *self;

  g_return_val_if_fail (kind < PREMISE_N_DIAGRAMS, NULL);

  self = g_new0 (PremiseDiagram, 1);
  self->kind = kind;
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramNode));
  g_array_set_clear_func (self->nodes, (GDestroyNotify) node_clear);
  self->edges = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramEdge));
  g_array_set_clear_func (self->edges, (GDestroyNotify) edge_clear);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->stages = g_ptr_array_new_with_free_func (g_free);
  self->curves = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramCurve));
  g_array_set_clear_func (self->curves, (GDestroyNotify) curve_clear);

  return self;
}

/**
 * premise_diagram_free:
 * @self: (transfer full): a diagram
 *
 * Frees a diagram.
 */
void
premise_diagram_free (PremiseDiagram *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->groups);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->stages);
  g_array_unref (self->curves);
  for (guint i = 0; i < G_N_ELEMENTS (self->poles); i++)
    g_free (self->poles[i]);
  g_free (self->inner);
  g_free (self);
}

guint
premise_diagram_add_group (PremiseDiagram *self,
                           const char     *label)
{
  g_return_val_if_fail (self != NULL, 0);

  g_ptr_array_add (self->groups, dup_words (label));

  return self->groups->len - 1;
}

guint
premise_diagram_add_node (PremiseDiagram *self,
                          const char     *label,
                          const char     *detail,
                          const char     *when,
                          guint           group,
                          guint           parent)
{
  PremiseDiagramNode node = { .group = group, .parent = parent, .row = PREMISE_DIAGRAM_NONE,
                              .stage = PREMISE_DIAGRAM_NONE, .time = NAN };

  g_return_val_if_fail (self != NULL, 0);

  node.label = dup_words (label);
  node.detail = dup_words (detail);
  node.when = dup_words (when);
  g_array_append_val (self->nodes, node);

  return self->nodes->len - 1;
}

void
premise_diagram_add_edge (PremiseDiagram *self,
                          guint           from,
                          guint           to,
                          const char     *label)
{
  PremiseDiagramEdge edge = { from, to, NULL };

  g_return_if_fail (self != NULL);

  if (from >= self->nodes->len || to >= self->nodes->len || from == to)
    return;

  edge.label = dup_words (label);
  g_array_append_val (self->edges, edge);
}

guint
premise_diagram_add_row (PremiseDiagram *self,
                         const char     *label)
{
  g_return_val_if_fail (self != NULL, 0);

  g_ptr_array_add (self->rows, dup_words (label));

  return self->rows->len - 1;
}

guint
premise_diagram_add_stage (PremiseDiagram *self,
                           const char     *label)
{
  g_return_val_if_fail (self != NULL, 0);

  g_ptr_array_add (self->stages, dup_words (label));

  return self->stages->len - 1;
}

void
premise_diagram_set_cell (PremiseDiagram *self,
                          guint           node,
                          guint           row,
                          guint           stage)
{
  PremiseDiagramNode *own;

  g_return_if_fail (self != NULL);
  g_return_if_fail (node < self->nodes->len);

  own = &g_array_index (self->nodes, PremiseDiagramNode, node);
  own->row = row;
  own->stage = stage;
}

/* A number of a place, whatever was given. */
static double
to_place (double value,
          double min)
{
  return isfinite (value) ? CLAMP (value, min, 1) : 0;
}

guint
premise_diagram_add_curve (PremiseDiagram *self,
                           const char     *label,
                           const double  (*points)[2],
                           guint           n_points)
{
  PremiseDiagramCurve curve = { NULL };

  g_return_val_if_fail (self != NULL, 0);

  curve.label = dup_words (label);
  curve.points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));

  for (guint i = 0; i < n_points; i++)
    {
      PremisePoint point = { to_place (points[i][0], 0), to_place (points[i][1], -1) };

      if (i == 0 || point.x > g_array_index (curve.points, PremisePoint, curve.points->len - 1).x)
        g_array_append_val (curve.points, point);
    }

  g_array_append_val (self->curves, curve);

  return self->curves->len - 1;
}

void
premise_diagram_set_place (PremiseDiagram *self,
                           guint           node,
                           guint           curve,
                           double          x,
                           double          y)
{
  PremiseDiagramNode *own;

  g_return_if_fail (self != NULL);
  g_return_if_fail (node < self->nodes->len);

  own = &g_array_index (self->nodes, PremiseDiagramNode, node);
  own->curve = curve;
  own->x = to_place (x, self->kind == PREMISE_DIAGRAM_CURVE ? 0 : -1);
  own->y = to_place (y, -1);
}

void
premise_diagram_set_time (PremiseDiagram *self,
                          guint           node,
                          double          time)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (node < self->nodes->len);

  g_array_index (self->nodes, PremiseDiagramNode, node).time = time;
}

void
premise_diagram_set_axes (PremiseDiagram *self,
                          const char     *x_low,
                          const char     *x_high,
                          const char     *y_low,
                          const char     *y_high)
{
  const char *poles[] = { x_low, x_high, y_low, y_high };

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (poles); i++)
    {
      g_free (self->poles[i]);
      self->poles[i] = dup_words (poles[i]);
    }
}

void
premise_diagram_set_inner (PremiseDiagram *self,
                           const char     *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->inner);
  self->inner = dup_words (text);
}

const PremiseDiagramNode *
premise_diagram_get_node (PremiseDiagram *self,
                          guint           node)
{
  return &g_array_index (self->nodes, PremiseDiagramNode, node);
}

static void
close_circle (PremiseDiagram *diagram)
{
  guint n = diagram->nodes->len;

  g_array_set_size (diagram->edges, 0);
  for (guint i = 0; i < n; i++)
    premise_diagram_add_edge (diagram, i, (i + 1) % n, NULL);
}

/**
 * premise_chart_new_diagram:
 * @diagram: (transfer full): a diagram
 * @language: (nullable): language of its words, for Pango
 *
 * Returns: (transfer full): a chart that shows @diagram, with a category for each node
 */
PremiseChart *
premise_chart_new_diagram (PremiseDiagram *diagram,
                           const char     *language)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autofree double *values = NULL;
  PremiseChart *chart;

  g_return_val_if_fail (diagram != NULL, NULL);

  if (diagram->kind == PREMISE_DIAGRAM_CYCLE)
    close_circle (diagram);

  chart = premise_chart_new (PREMISE_MARK_POINT);
  chart->diagram = diagram;
  premise_chart_set_language (chart, language);
  values = g_new (double, MAX (diagram->nodes->len, 1));

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      const char *label = premise_diagram_get_node (diagram, i)->label;

      g_ptr_array_add (labels, (gpointer) (label != NULL ? label : ""));
      values[i] = NAN;
    }

  premise_chart_set_categories (chart, (const char *const *) labels->pdata, labels->len);
  premise_chart_add_series (chart, NULL, values, NULL);

  return chart;
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* Where a place lies between two poles; the middle is neither. */
static void
append_pole (GString    *text,
             double      place,
             const char *low,
             const char *high)
{
  if (place < 0)
    append_part (text, " · ", low);
  else if (place > 0)
    append_part (text, " · ", high);
}

/* What a node belongs to. */
static void
append_whole (GString                  *text,
              PremiseDiagram           *diagram,
              const PremiseDiagramNode *node)
{
  if (node->row < diagram->rows->len)
    append_part (text, " · ", g_ptr_array_index (diagram->rows, node->row));
  if (node->group < diagram->groups->len)
    append_part (text, " · ", g_ptr_array_index (diagram->groups, node->group));
  if (node->stage < diagram->stages->len)
    append_part (text, " · ", g_ptr_array_index (diagram->stages, node->stage));
  if (node->parent < diagram->nodes->len)
    append_part (text, " · ", premise_diagram_get_node (diagram, node->parent)->label);
  if (node->curve < diagram->curves->len)
    append_part (text, " · ", g_array_index (diagram->curves, PremiseDiagramCurve,
                                             node->curve).label);

  if (diagram->kind == PREMISE_DIAGRAM_QUADRANT)
    {
      append_pole (text, node->x, diagram->poles[0], diagram->poles[1]);
      append_pole (text, node->y, diagram->poles[2], diagram->poles[3]);
    }
}

/* What a node leads to, or the sides that a corner has with the others. */
static void
append_edges (GString        *text,
              PremiseDiagram *diagram,
              guint           node)
{
  gboolean sides = diagram->kind == PREMISE_DIAGRAM_TRIANGLE;
  gboolean first = TRUE;

  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = &g_array_index (diagram->edges, PremiseDiagramEdge, i);
      guint other = edge->from == node ? edge->to : edge->from;

      if (edge->from != node && !(sides && edge->to == node))
        continue;

      g_string_append (text, first ? (text->len > 0 ? " " : "") : " / ");
      if (first)
        g_string_append (text, sides ? "↔ " : "→ ");
      g_string_append (text, premise_diagram_get_node (diagram, other)->label);
      if (edge->label != NULL && *edge->label != '\0')
        g_string_append_printf (text, " (%s)", edge->label);
      first = FALSE;
    }
}

/**
 * premise_chart_dup_node_text:
 * @chart: a chart
 * @node: position of a category
 *
 * Says when a node is, which group or whole it belongs to, its detail and what it leads to.
 *
 * Returns: (transfer full) (nullable): the words, which may be empty; %NULL for no diagram
 */
char *
premise_chart_dup_node_text (PremiseChart *chart,
                             guint         node)
{
  g_autoptr(GString) text = g_string_new (NULL);
  PremiseDiagram *diagram;
  const PremiseDiagramNode *own;

  g_return_val_if_fail (chart != NULL, NULL);

  diagram = chart->diagram;
  if (diagram == NULL || node >= diagram->nodes->len)
    return NULL;

  own = premise_diagram_get_node (diagram, node);
  append_part (text, " · ", own->when);
  append_whole (text, diagram, own);
  append_part (text, " · ", own->detail);
  append_edges (text, diagram, node);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * premise_chart_is_grid:
 * @chart: a chart
 *
 * Returns: whether its points stand in rows and columns, so that one walks along either
 */
gboolean
premise_chart_is_grid (PremiseChart *chart)
{
  g_return_val_if_fail (chart != NULL, FALSE);

  if (chart->diagram != NULL)
    return chart->diagram->kind == PREMISE_DIAGRAM_MATRIX;

  return chart->mark == PREMISE_MARK_HEATMAP;
}
