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
  PREMISE_DIAGRAM_MATRIX,     /* cells in rows and columns, at a stage each */
  PREMISE_DIAGRAM_CYCLE,      /* steps, the last of which leads to the first */
  PREMISE_DIAGRAM_CURVE,      /* named points on drawn curves: no numbers */
  PREMISE_DIAGRAM_TRIANGLE,   /* three corners, and what lies between them */
  PREMISE_DIAGRAM_QUADRANT,   /* things between the poles of two axes */
} PremiseDiagramKind;

#define PREMISE_N_DIAGRAMS (PREMISE_DIAGRAM_QUADRANT + 1)
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
/* label: (nullable): of the side of a triangle. Nodes that do not exist, and a node that leads to
 * itself, are left out. */
void            premise_diagram_add_edge   (PremiseDiagram       *self,
                                            guint                 from,
                                            guint                 to,
                                            const char           *label);
/* Rows and stages of a matrix, whose columns are groups. Stages rise from the first to the last.
 * Returns: position of the row, or the stage. */
guint           premise_diagram_add_row    (PremiseDiagram       *self,
                                            const char           *label);
guint           premise_diagram_add_stage  (PremiseDiagram       *self,
                                            const char           *label);
/* row, stage: PREMISE_DIAGRAM_NONE for none. */
void            premise_diagram_set_cell   (PremiseDiagram       *self,
                                            guint                 node,
                                            guint                 row,
                                            guint                 stage);
/* label: (nullable). points: x rising from 0 to 1, y between -1 and 1; at least two.
 * Returns: position of the curve. */
guint           premise_diagram_add_curve  (PremiseDiagram       *self,
                                            const char           *label,
                                            const double        (*points)[2],
                                            guint                 n_points);
/* Of a node on a curve only x counts; in a quadrant both lie between -1 and 1. */
void            premise_diagram_set_place  (PremiseDiagram       *self,
                                            guint                 node,
                                            guint                 curve,
                                            double                x,
                                            double                y);
/* When a milestone is, in years or any other measure: spans are as long as they were, up to a limit
 * that is marked. */
void            premise_diagram_set_time   (PremiseDiagram       *self,
                                            guint                 node,
                                            double                time);
/* The poles of a quadrant. The axes of a curve have names at their upper ends only. */
void            premise_diagram_set_axes   (PremiseDiagram       *self,
                                            const char           *x_low,
                                            const char           *x_high,
                                            const char           *y_low,
                                            const char           *y_high);
/* What stands inside a cycle or a triangle. */
void            premise_diagram_set_inner  (PremiseDiagram       *self,
                                            const char           *text);
/* diagram: (transfer full). language: for Pango. */
PremiseChart   *premise_chart_new_diagram  (PremiseDiagram       *diagram,
                                            const char           *language) G_GNUC_WARN_UNUSED_RESULT;
/* What a diagram says of a node besides its label; NULL when the chart is none. */
char           *premise_chart_dup_node_text (PremiseChart        *chart,
                                             guint                node) G_GNUC_WARN_UNUSED_RESULT;
/* Whether points stand in rows and columns, as those of a heat map and a matrix do. */
gboolean        premise_chart_is_grid       (PremiseChart        *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseDiagram, premise_diagram_free)

G_END_DECLS
