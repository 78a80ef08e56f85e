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
  PREMISE_DIAGRAM_SPEC_MATRIX,
  PREMISE_DIAGRAM_SPEC_CYCLE,
  PREMISE_DIAGRAM_SPEC_CURVE,
  PREMISE_DIAGRAM_SPEC_TRIANGLE,
  PREMISE_DIAGRAM_SPEC_QUADRANT,
} PremiseDiagramSpecKind;

#define PREMISE_DIAGRAM_SPEC_NONE ((guint) -1)

typedef struct
{
  PremiseText *label;
  PremiseText *detail;    /* (nullable) */
  PremiseText *when;      /* (nullable): timelines */
  guint        group;     /* PREMISE_DIAGRAM_SPEC_NONE for none */
  guint        parent;    /* trees; PREMISE_DIAGRAM_SPEC_NONE for a root */
  guint        row;       /* matrices, whose columns are groups */
  guint        stage;     /* matrices; PREMISE_DIAGRAM_SPEC_NONE for none */
  guint        curve;     /* curves */
  double       time;      /* timelines; NaN when not known */
  double       at[2];     /* curves: how far along; quadrants: between -1 and 1 */
} PremiseDiagramSpecNode;

typedef struct
{
  guint        from;
  guint        to;
  PremiseText *label;     /* (nullable): of the side of a triangle */
} PremiseDiagramSpecEdge;

typedef struct
{
  double x;   /* 0 to 1, rising */
  double y;   /* -1 to 1 */
} PremiseDiagramSpecPoint;

typedef struct
{
  PremiseText *label;     /* (nullable) */
  GArray      *points;    /* (element-type PremiseDiagramSpecPoint) */
} PremiseDiagramSpecCurve;

/* The ends of both axes. Of a curve only the upper ones have names. */
enum
{
  PREMISE_DIAGRAM_SPEC_X_LOW,
  PREMISE_DIAGRAM_SPEC_X_HIGH,
  PREMISE_DIAGRAM_SPEC_Y_LOW,
  PREMISE_DIAGRAM_SPEC_Y_HIGH,
  PREMISE_DIAGRAM_SPEC_N_POLES,
};

/* A diagram as the report describes it. */
typedef struct
{
  PremiseDiagramSpecKind  kind;
  GPtrArray              *groups;   /* (element-type PremiseText): eras, columns */
  GArray                 *nodes;    /* (element-type PremiseDiagramSpecNode) */
  GArray                 *edges;    /* (element-type PremiseDiagramSpecEdge) */
  GPtrArray              *rows;     /* (element-type PremiseText) */
  GPtrArray              *stages;   /* (element-type PremiseText) */
  GArray                 *curves;   /* (element-type PremiseDiagramSpecCurve) */
  PremiseText            *poles[PREMISE_DIAGRAM_SPEC_N_POLES];    /* (nullable) */
  PremiseText            *inner;    /* (nullable) */
} PremiseDiagramSpec;

typedef void (*PremiseDiagramSpecFunc) (PremiseText *text,
                                        gpointer     user_data);

PremiseDiagramSpec *premise_diagram_spec_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void                premise_diagram_spec_free          (PremiseDiagramSpec       *self);
/* Calls func for every text but those of the nodes. */
void                premise_diagram_spec_foreach_text  (const PremiseDiagramSpec *self,
                                                        PremiseDiagramSpecFunc    func,
                                                        gpointer                  user_data);
/* Adds the positions of every variable that the words show. (element-type guint) */
void                premise_diagram_spec_add_variables (const PremiseDiagramSpec *self,
                                                        GArray                   *variables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseDiagramSpec, premise_diagram_spec_free)

G_END_DECLS
