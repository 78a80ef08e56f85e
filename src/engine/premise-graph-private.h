/* premise-graph-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PremiseGraph:
 * @n: how many nodes
 * @first: n + 1 positions in @edges
 * @edges: to the precedents of each node
 *
 * What depends on what, in two arrays.
 */
typedef struct
{
  guint    n;
  guint32 *first;
  guint32 *edges;
} PremiseGraph;

void     premise_graph_clear      (PremiseGraph       *self);
void     premise_graph_reverse    (const PremiseGraph *self,
                                   PremiseGraph       *reversed);
gboolean premise_graph_sort       (const PremiseGraph *self,
                                   guint32            *order,
                                   guint32            *components);
gboolean premise_graph_has_edge   (const PremiseGraph *self,
                                   guint32             from,
                                   guint32             to);
GArray  *premise_graph_find_cycle (const PremiseGraph *self,
                                   const guint32      *components,
                                   guint32             node);

G_END_DECLS
