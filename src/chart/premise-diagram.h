/* premise-diagram.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-scene.h"

G_BEGIN_DECLS

typedef enum
{
  PREMISE_DIAGRAM_FLOW,       /* steps and what they lead to */
  PREMISE_DIAGRAM_TIMELINE,   /* milestones, in eras */
  PREMISE_DIAGRAM_LAYERS,     /* one upon the other, the first on top */
  PREMISE_DIAGRAM_TREE,       /* wholes and their parts */
  PREMISE_DIAGRAM_COLUMNS,    /* things side by side */
} PremiseDiagramKind;

#define PREMISE_DIAGRAM_NONE ((guint) -1)

/**
 * PremiseDiagram:
 *
 * The description of a diagram: words and what joins them, no pixels. A chart made of it has one
 * category for each node, so that it is laid out, drawn, walked and hit as any other.
 */
typedef struct _PremiseDiagram PremiseDiagram;

PremiseDiagram *premise_diagram_new        (PremiseDiagramKind    kind) G_GNUC_WARN_UNUSED_RESULT;
void            premise_diagram_free       (PremiseDiagram       *self);
/* Returns: position of the group. */
guint           premise_diagram_add_group  (PremiseDiagram       *self,
                                            const char           *label);
/* when: (nullable): date of a milestone. detail: (nullable). group: PREMISE_DIAGRAM_NONE for none.
 * parent: of a tree, an earlier or a later node; PREMISE_DIAGRAM_NONE for a root.
 * Returns: position of the node. */
guint           premise_diagram_add_node   (PremiseDiagram       *self,
                                            const char           *label,
                                            const char           *detail,
                                            const char           *when,
                                            guint                 group,
                                            guint                 parent);
/* Nodes that do not exist, and a node that leads to itself, are left out. */
void            premise_diagram_add_edge   (PremiseDiagram       *self,
                                            guint                 from,
                                            guint                 to);
/* diagram: (transfer full). language: for Pango. */
PremiseChart   *premise_chart_new_diagram  (PremiseDiagram       *diagram,
                                            const char           *language) G_GNUC_WARN_UNUSED_RESULT;
/* What a diagram says of a node besides its label; NULL when the chart is none. */
char           *premise_chart_dup_node_text (PremiseChart        *chart,
                                             guint                node) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseDiagram, premise_diagram_free)

G_END_DECLS
