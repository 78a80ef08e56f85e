/* premise-diagram-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart-private.h"
#include "premise-diagram.h"
#include "premise-scene-private.h"
#include "premise-typeset.h"

G_BEGIN_DECLS

typedef struct
{
  char  *label;
  char  *detail;
  char  *when;
  guint  group;
  guint  parent;
} PremiseDiagramNode;

typedef struct
{
  guint from;
  guint to;
} PremiseDiagramEdge;

struct _PremiseDiagram
{
  PremiseDiagramKind  kind;
  GPtrArray          *groups;   /* (element-type utf8) */
  GArray             *nodes;    /* (element-type PremiseDiagramNode) */
  GArray             *edges;    /* (element-type PremiseDiagramEdge) */
};

/* What is known while a diagram is laid out. Shapes go straight into the scene. */
typedef struct
{
  PremiseDiagram     *diagram;
  const PremiseTheme *theme;
  PremiseTypesetter   type;
  PremiseScene       *scene;
  double              width;
  double              unit;     /* size of the text: every distance follows it */
  double              top;
  double              bottom;   /* of what was placed */
} PremiseDiagramPlan;

/* How a node is shown. */
typedef enum
{
  PREMISE_NODE_BOXED,
  PREMISE_NODE_PLAIN,           /* words alone */
  PREMISE_NODE_BESIDE,          /* boxed, the detail beside the label */
} PremiseNodeForm;

const PremiseDiagramNode *
        premise_diagram_get_node       (PremiseDiagram     *self,
                                        guint               node);
/* Height that the words of a node need at a width. */
double  premise_diagram_measure_node   (PremiseDiagramPlan *plan,
                                        guint               node,
                                        double              width,
                                        PremiseNodeForm     form);
void    premise_diagram_place_node     (PremiseDiagramPlan *plan,
                                        guint               node,
                                        const PremiseRect  *rect,
                                        PremiseNodeForm     form);
/* Returns: height of the heading. */
double  premise_diagram_place_heading  (PremiseDiagramPlan *plan,
                                        guint               group,
                                        double              x,
                                        double              y,
                                        double              width);
/* points: a line with right angles. */
void    premise_diagram_place_line     (PremiseDiagramPlan *plan,
                                        const PremisePoint *points,
                                        guint               n_points,
                                        gboolean            arrow);

void    premise_diagram_arrange_flow   (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_groups (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_layers (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_tree   (PremiseDiagramPlan *plan);

double        premise_diagram_natural_height (PremiseChart       *chart,
                                              double              width,
                                              const PremiseTheme *theme,
                                              PangoContext       *context);
PremiseScene *premise_diagram_layout         (PremiseChart       *chart,
                                              double              width,
                                              double              height,
                                              const PremiseTheme *theme,
                                              PangoContext       *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
