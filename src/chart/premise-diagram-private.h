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
  guint  row;
  guint  stage;
  guint  curve;
  double x, y;
  double time;      /* NaN when it is not known as a number */
} PremiseDiagramNode;

typedef struct
{
  guint  from;
  guint  to;
  char  *label;   /* (nullable) */
} PremiseDiagramEdge;

typedef struct
{
  char   *label;    /* (nullable) */
  GArray *points;   /* (element-type PremisePoint): x rising */
} PremiseDiagramCurve;

struct _PremiseDiagram
{
  PremiseDiagramKind  kind;
  GPtrArray          *groups;   /* (element-type utf8) */
  GArray             *nodes;    /* (element-type PremiseDiagramNode) */
  GArray             *edges;    /* (element-type PremiseDiagramEdge) */
  GPtrArray          *rows;     /* (element-type utf8): its columns are the groups */
  GPtrArray          *stages;   /* (element-type utf8) */
  GArray             *curves;   /* (element-type PremiseDiagramCurve) */
  char               *poles[4]; /* x low, x high, y low, y high */
  char               *inner;
};

/* What is known while a diagram is laid out. Shapes go straight into the scene. */
typedef struct
{
  PremiseDiagram     *diagram;
  const PremiseTheme *theme;
  PremiseTypesetter  *type;
  PremiseScene       *scene;
  double              width;
  double              unit;     /* size of the text: every distance follows it */
  double              space;    /* … from one thing to what is below it: less where there is little height */
  guint               variant;  /* 0: as it likes to be; others are lower where that is too high */
  double              stretch;  /* how much higher than it likes a picture is to be; below 0 lower */
  double              dates;    /* width of a column of dates in a timeline, 0 without */
  double              usual_span; /* of a timeline, between milestones; NaN when not known */
  const char         *stamp;    /* (nullable) */
  const PremiseColor *quiet;    /* of all words but the label */
  PangoAlignment      align;
  double              top;
  double              bottom;   /* of what was placed */
} PremiseDiagramPlan;

/* How a node is shown. */
typedef enum
{
  PREMISE_NODE_BOXED,
  PREMISE_NODE_PLAIN,           /* words alone */
  PREMISE_NODE_BESIDE,          /* boxed, the detail beside the label */
  PREMISE_NODE_INLINE,          /* boxed, all on one line where that is wide enough */
} PremiseNodeForm;

typedef enum
{
  PREMISE_WORDS_DRAW = 1 << 0,
  PREMISE_WORDS_LABEL_ONLY = 1 << 1,    /* and the date */
  PREMISE_WORDS_NO_DATE = 1 << 2,
} PremiseWordsFlags;

/* How the words of a node come out at a width. */
typedef struct
{
  double   width;
  double   height;
  gboolean broken;    /* a word had to be broken */
} PremiseWordsBox;

/* Where a node is in a picture, and how it looks. */
typedef struct
{
  PremisePoint  at;
  PremiseColor  color;
  PremiseMarker marker;
} PremiseDiagramSpot;

const PremiseDiagramNode *
        premise_diagram_get_node       (PremiseDiagram     *self,
                                        guint               node);
/* As many lines as it takes: words are never cut. */
PangoLayout *
        premise_diagram_typeset        (PremiseDiagramPlan *plan,
                                        const char         *text,
                                        double              width,
                                        gboolean            bold) G_GNUC_WARN_UNUSED_RESULT;
gboolean
        premise_diagram_breaks_words   (PangoLayout        *layout);
void    premise_diagram_place_text     (PremiseDiagramPlan *plan,
                                        PangoLayout        *layout,
                                        PremiseShapeRole    role,
                                        guint               node,
                                        double              x,
                                        double              y,
                                        const PremiseColor *color);
/* Sets the words of a node one below the other. box: (out) (optional).
 * Returns: where they end. */
double  premise_diagram_stack_words    (PremiseDiagramPlan *plan,
                                        guint               node,
                                        double              x,
                                        double              y,
                                        double              width,
                                        PremiseWordsFlags   flags,
                                        PremiseWordsBox    *box);
/* Height that the words of a node need at a width. */
double  premise_diagram_measure_node   (PremiseDiagramPlan *plan,
                                        guint               node,
                                        double              width,
                                        PremiseNodeForm     form);
/* Width of the words of a node on one line. */
double  premise_diagram_inline_width   (PremiseDiagramPlan *plan,
                                        guint               node);
void    premise_diagram_place_node     (PremiseDiagramPlan *plan,
                                        guint               node,
                                        const PremiseRect  *rect,
                                        PremiseNodeForm     form);
/* Returns: height of the heading. */
double  premise_diagram_place_heading  (PremiseDiagramPlan *plan,
                                        const char         *label,
                                        const PremiseColor *color,
                                        double              x,
                                        double              y,
                                        double              width);
/* points: a line with an arrow at its end. */
void    premise_diagram_place_line     (PremiseDiagramPlan *plan,
                                        const PremisePoint *points,
                                        guint               n_points,
                                        gboolean            arrow);
/* The height of a picture that can be had in another than the natural one. */
double  premise_diagram_picture_height (PremiseDiagramPlan *plan,
                                        double              natural,
                                        double              least,
                                        double              most);

/* Draws every node at its spot and its words in the room around it, or all of them from a height
 * on, with numbers. The curves are drawn already. */
void    premise_diagram_place_points   (PremiseDiagramPlan *plan,
                                        const PremiseRect  *room,
                                        const PremiseDiagramSpot *spots,
                                        double              below);

void    premise_diagram_arrange_flow   (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_groups (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_layers (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_tree   (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_matrix (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_cycle  (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_curve  (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_triangle (PremiseDiagramPlan *plan);
void    premise_diagram_arrange_quadrant (PremiseDiagramPlan *plan);

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
