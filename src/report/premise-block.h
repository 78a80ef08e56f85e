/* premise-block.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-diagram-spec.h"
#include "premise-list.h"
#include "premise-steps.h"
#include "premise-table.h"

G_BEGIN_DECLS

/* The content of a section. Everything here is owned by the report and read-only. */

typedef enum
{
  PREMISE_BLOCK_TEXT,
  PREMISE_BLOCK_LIST,
  PREMISE_BLOCK_TABLE,
  PREMISE_BLOCK_FIGURE,
  PREMISE_BLOCK_ASSUMPTIONS,
  PREMISE_BLOCK_METRICS,
  PREMISE_BLOCK_CALLOUT,
  PREMISE_BLOCK_QUOTE,
  PREMISE_BLOCK_DIAGRAM,
  PREMISE_BLOCK_STEPS,
  PREMISE_BLOCK_COMPARISON,
  PREMISE_BLOCK_ERROR,      /* could not be read: shows its diagnostics in place */
} PremiseBlockType;

typedef enum
{
  PREMISE_CALLOUT_NOTE,
  PREMISE_CALLOUT_WARNING,
  PREMISE_CALLOUT_CORRECTION,
  PREMISE_N_CALLOUTS,
} PremiseCalloutKind;

/* A headline number. */
typedef struct
{
  PremiseText   *label;
  guint          variable;
  guint          cell;
  PremiseFormat  format;
} PremiseMetric;

/* How sure the values of a figure are. */
typedef enum
{
  PREMISE_FIGURE_UNSAID,        /* as the origin of the variable says */
  PREMISE_FIGURE_GIVEN,
  PREMISE_FIGURE_FORECAST,
  PREMISE_FIGURE_INTERPOLATED,
  PREMISE_FIGURE_IMPLIED,
} PremiseFigureCertainty;

/* A line, bar, … of a figure. */
typedef struct
{
  PremiseText *label;         /* (nullable) */
  char        *mark;          /* (nullable): "line" or "point" over another mark */
  guint8      *certainty;     /* (nullable): PremiseFigureCertainty per member of the index */
  guint        variable;
  /* Fixed members for the indexes that are not the figure's category: PREMISE_MODEL_NOT_FOUND
   * where free. One per dim of the variable. NULL when none is fixed. */
  guint       *members;
} PremiseFigureSeries;

/* A category that is a variable of its own (scalars side by side). */
typedef struct
{
  PremiseText *label;
  guint        variables[2];  /* value, or low and high */
  guint        cells[2];
  gboolean     total;         /* waterfall: the sum, drawn from zero */
  PremiseFigureCertainty certainty;
} PremiseFigureItem;

typedef struct
{
  char         *id;
  char         *mark;         /* one of the loader's list of marks */
  gboolean      horizontal;
  char         *stack;        /* "none", "stacked", "percent" */
  char         *scale;        /* "linear", "log" */
  char         *sort;         /* "none", "ascending", "descending": by the first series */
  PremiseFormat format;       /* of values */
  PremiseFormat tick_format;
  guint         index;        /* categories are its members; NOT_FOUND when there are items */
  GArray       *members;      /* (nullable) (element-type guint): those of the index that are shown */
  gboolean      time;         /* members are years: each stands where its number says */
  GArray       *edges;        /* (nullable) (element-type double): of the bins of a histogram */
  gboolean      cumulative;   /* with the line of what lies below */
  guint         row_index;    /* one series per member, the rows of a heat map; NOT_FOUND else */
  guint         panel_index;  /* the chart is repeated for each member; NOT_FOUND else */
  guint         output;       /* what is worked out for it, not series: a variable, NOT_FOUND else */
  guint         output_cell;
  GArray       *inputs;       /* (nullable) (element-type guint): the assumptions that a tornado is limited to */
  GArray       *series;       /* (element-type PremiseFigureSeries) */
  GArray       *items;        /* (element-type PremiseFigureItem) */
  guint         total;        /* waterfall over an index: the total's variable, NOT_FOUND else */
  PremiseText  *total_label;  /* (nullable) */
  PremiseText  *category_title;  /* (nullable) */
  PremiseText  *value_title;  /* (nullable): the unit line when NULL is made from the unit */
  gboolean      illustrative;
} PremiseFigure;

typedef struct
{
  PremiseBlockType  type;
  char             *id;         /* (nullable) */
  GStrv             refs;       /* (nullable): ids in the source */
  guint             page;       /* 0 when none */
  char             *source;     /* (nullable): source id */
  PremiseText      *title;      /* of most: (nullable) */
  PremiseText      *text;       /* text, callout, quote */
  PremiseText      *by;         /* quote: (nullable) */
  PremiseList      *list;
  PremiseCalloutKind callout;
  GArray           *metrics;    /* metrics: (element-type PremiseMetric) */
  GArray           *variables;  /* assumptions: (element-type guint) */
  PremiseTable     *table;
  PremiseFigure    *figure;
  PremiseDiagramSpec *diagram;
  GArray           *steps;      /* steps: (element-type PremiseStep) */
  PremiseComparison *comparison;
  guint             exhibit;    /* number of the exhibit in the report, 1-based; 0 when none (tables with a title, figures and diagrams have one) */
  GPtrArray        *diagnostics; /* error: (element-type PremiseDiagnostic) */
} PremiseBlock;

/* Adds the positions of every variable the block shows. (element-type guint) */
void premise_block_add_variables (const PremiseBlock *self,
                                  GArray             *variables);

G_END_DECLS
