/* premise-diagram-spec.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-text.h"

G_BEGIN_DECLS

/* In the order of the loader's list of kinds. */
typedef enum
{
  PREMISE_DIAGRAM_SPEC_FLOW,
  PREMISE_DIAGRAM_SPEC_TIMELINE,
  PREMISE_DIAGRAM_SPEC_LAYERS,
  PREMISE_DIAGRAM_SPEC_TREE,
  PREMISE_DIAGRAM_SPEC_COLUMNS,
} PremiseDiagramSpecKind;

#define PREMISE_DIAGRAM_SPEC_NONE ((guint) -1)

typedef struct
{
  PremiseText *label;
  PremiseText *detail;    /* (nullable) */
  PremiseText *when;      /* (nullable): timelines */
  guint        group;     /* PREMISE_DIAGRAM_SPEC_NONE for none */
  guint        parent;    /* trees; PREMISE_DIAGRAM_SPEC_NONE for a root */
} PremiseDiagramSpecNode;

typedef struct
{
  guint from;
  guint to;
} PremiseDiagramSpecEdge;

/* A diagram as the report describes it. */
typedef struct
{
  PremiseDiagramSpecKind  kind;
  GPtrArray              *groups;   /* (element-type PremiseText): eras, columns */
  GArray                 *nodes;    /* (element-type PremiseDiagramSpecNode) */
  GArray                 *edges;    /* (element-type PremiseDiagramSpecEdge) */
} PremiseDiagramSpec;

PremiseDiagramSpec *premise_diagram_spec_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void                premise_diagram_spec_free          (PremiseDiagramSpec       *self);
/* Adds the positions of every variable that the words show. (element-type guint) */
void                premise_diagram_spec_add_variables (const PremiseDiagramSpec *self,
                                                        GArray                   *variables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseDiagramSpec, premise_diagram_spec_free)

G_END_DECLS
