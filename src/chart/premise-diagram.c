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

  g_return_val_if_fail (kind <= PREMISE_DIAGRAM_COLUMNS, NULL);

  self = g_new0 (PremiseDiagram, 1);
  self->kind = kind;
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramNode));
  g_array_set_clear_func (self->nodes, (GDestroyNotify) node_clear);
  self->edges = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramEdge));

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
  PremiseDiagramNode node = { NULL, NULL, NULL, group, parent };

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
                          guint           to)
{
  PremiseDiagramEdge edge = { from, to };

  g_return_if_fail (self != NULL);

  if (from < self->nodes->len && to < self->nodes->len && from != to)
    g_array_append_val (self->edges, edge);
}

const PremiseDiagramNode *
premise_diagram_get_node (PremiseDiagram *self,
                          guint           node)
{
  return &g_array_index (self->nodes, PremiseDiagramNode, node);
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
  g_autoptr(GString) next = g_string_new (NULL);
  PremiseDiagram *diagram;
  const PremiseDiagramNode *own;

  g_return_val_if_fail (chart != NULL, NULL);

  diagram = chart->diagram;
  if (diagram == NULL || node >= diagram->nodes->len)
    return NULL;

  own = premise_diagram_get_node (diagram, node);
  append_part (text, " · ", own->when);
  if (own->group < diagram->groups->len)
    append_part (text, " · ", g_ptr_array_index (diagram->groups, own->group));
  if (own->parent < diagram->nodes->len)
    append_part (text, " · ", premise_diagram_get_node (diagram, own->parent)->label);
  append_part (text, " · ", own->detail);

  for (guint i = 0; i < diagram->edges->len; i++)
    {
      const PremiseDiagramEdge *edge = &g_array_index (diagram->edges, PremiseDiagramEdge, i);

      if (edge->from == node)
        append_part (next, " / ", premise_diagram_get_node (diagram, edge->to)->label);
    }

  if (next->len > 0)
    {
      g_string_prepend (next, "→ ");
      append_part (text, " ", next->str);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
