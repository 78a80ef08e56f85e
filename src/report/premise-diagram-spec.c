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

PremiseDiagramSpec *
premise_diagram_spec_new (void)
{
  PremiseDiagramSpec *self = g_new0 (PremiseDiagramSpec, 1);

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_text_unref);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramSpecNode));
  g_array_set_clear_func (self->nodes, (GDestroyNotify) node_clear);
  self->edges = g_array_new (FALSE, FALSE, sizeof (PremiseDiagramSpecEdge));

  return self;
}

void
premise_diagram_spec_free (PremiseDiagramSpec *self)
{
  g_ptr_array_unref (self->groups);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

static void
add_text (PremiseText *text,
          GArray      *variables)
{
  if (text != NULL)
    premise_text_add_variables (text, variables);
}

void
premise_diagram_spec_add_variables (const PremiseDiagramSpec *self,
                                    GArray                   *variables)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->groups->len; i++)
    add_text (g_ptr_array_index (self->groups, i), variables);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PremiseDiagramSpecNode *node = &g_array_index (self->nodes, PremiseDiagramSpecNode, i);

      add_text (node->label, variables);
      add_text (node->detail, variables);
      add_text (node->when, variables);
    }
}
