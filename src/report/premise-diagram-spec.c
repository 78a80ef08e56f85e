/* premise-diagram-spec.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagram-spec.h"

static void
node_clear (PremiseDiagramSpecNode *node)
{
  g_clear_pointer (&node->label, premise_text_unref);
  g_clear_pointer (&node->detail, premise_text_unref);
  g_clear_pointer (&node->when, premise_text_unref);
}

static void
edge_clear (PremiseDiagramSpecEdge *edge)
{
  g_clear_pointer (&edge->label, premise_text_unref);
}

static void
curve_clear (PremiseDiagramSpecCurve *curve)
{
  g_clear_pointer (&curve->label, premise_text_unref);
  g_clear_pointer (&curve->points, g_array_unref);
}

PremiseDiagramSpec *
premise_diagram_spec_new (void)
{
  PremiseDiagramSpec *self = g_new0 (PremiseDiagramSpec, 1);

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_text_unref);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramSpecNode));
  g_array_set_clear_func (self->nodes, (GDestroyNotify) node_clear);
  self->edges = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramSpecEdge));
  g_array_set_clear_func (self->edges, (GDestroyNotify) edge_clear);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_text_unref);
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_text_unref);
  self->curves = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramSpecCurve));
  g_array_set_clear_func (self->curves, (GDestroyNotify) curve_clear);

  return self;
}

void
premise_diagram_spec_free (PremiseDiagramSpec *self)
{
  g_ptr_array_unref (self->groups);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->stages);
  g_array_unref (self->curves);
  for (guint i = 0; i < G_N_ELEMENTS (self->poles); i++)
    g_clear_pointer (&self->poles[i], premise_text_unref);
  g_clear_pointer (&self->inner, premise_text_unref);
  g_free (self);
}

static void
call (PremiseText            *text,
      PremiseDiagramSpecFunc  func,
      gpointer                user_data)
{
  if (text != NULL)
    func (text, user_data);
}

static void
call_all (GPtrArray              *texts,
          PremiseDiagramSpecFunc  func,
          gpointer                user_data)
{
  for (guint i = 0; i < texts->len; i++)
    call (g_ptr_array_index (texts, i), func, user_data);
}

void
premise_diagram_spec_foreach_text (const PremiseDiagramSpec *self,
                                   PremiseDiagramSpecFunc    func,
                                   gpointer                  user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  call_all (self->groups, func, user_data);
  call_all (self->rows, func, user_data);
  call_all (self->stages, func, user_data);
  for (guint i = 0; i < self->curves->len; i++)
    call (g_array_index (self->curves, PremiseDiagramSpecCurve, i).label, func, user_data);
  for (guint i = 0; i < self->edges->len; i++)
    call (g_array_index (self->edges, PremiseDiagramSpecEdge, i).label, func, user_data);
  for (guint i = 0; i < G_N_ELEMENTS (self->poles); i++)
    call (self->poles[i], func, user_data);
  call (self->inner, func, user_data);
}

static void
add_text (PremiseText *text,
          gpointer     user_data)
{
  premise_text_add_variables (text, user_data);
}

void
premise_diagram_spec_add_variables (const PremiseDiagramSpec *self,
                                    GArray                   *variables)
{
  g_return_if_fail (self != NULL);

  premise_diagram_spec_foreach_text (self, add_text, variables);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PremiseDiagramSpecNode *node = &g_array_index (self->nodes, PremiseDiagramSpecNode, i);

      call (node->label, add_text, variables);
      call (node->detail, add_text, variables);
      call (node->when, add_text, variables);
    }
}
