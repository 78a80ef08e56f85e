/* premise-printout-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-figure-words.h"
#include "premise-picture-private.h"
#include "premise-printout.h"

G_BEGIN_DECLS

/* What is printed is a list of rows, one below the other, which the pages are cut from. Lengths are
 * points. */

typedef enum
{
  PREMISE_PRINT_TITLE,
  PREMISE_PRINT_KEY_MESSAGE,
  PREMISE_PRINT_HEADING,
  PREMISE_PRINT_BODY,
  PREMISE_PRINT_SMALL,
} PremisePrintStyle;

/* A text in a row, or a line of one. */
typedef struct
{
  PangoLayout *layout;      /* (owned) */
  int          line;        /* −1 for all of it */
  double       x;
  double       y;           /* of the baseline of a line, else of the upper edge; from that of the row */
  gboolean     muted;
} PremisePrintPiece;

typedef struct
{
  GArray         *pieces;   /* (element-type PremisePrintPiece) */
  PremisePicture *picture;  /* (nullable) (owned): in logical pixels */
  double          above;    /* what is left free, but not at the head of a page */
  double          height;
  double          rule;     /* width of the line over the row; 0 for none */
  double          rule_length;
  gboolean        bar;      /* a bar at its side */
  gboolean        keep;     /* not the last on its page */
  guint           head;     /* the row that is repeated over it on a new page, or PREMISE_PRINT_NO_HEAD */
} PremisePrintRow;

#define PREMISE_PRINT_NO_HEAD ((guint) -1)

/* Charts are laid out in logical pixels, of which there are 96 to an inch. */
#define PREMISE_POINTS_PER_PIXEL 0.75

typedef struct
{
  PremiseReport            *report;     /* (not owned) */
  PremiseEvaluator         *evaluator;  /* (not owned) */
  const char               *language;   /* (not owned) */
  const PremiseFigureWords *words;
  PangoContext             *context;    /* (owned) */
  GArray                   *rows;       /* (element-type PremisePrintRow) */
  double                    left;       /* of what is added */
  double                    width;      /* of what is added */
  double                    above;      /* what is left free over the next row */
  gboolean                  bar;
} PremisePrintBuilder;

PangoContext    *premise_print_context_new      (const char           *language) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout     *premise_print_layout_new       (PangoContext         *context,
                                                 const char           *markup,
                                                 PremisePrintStyle     style,
                                                 double                scale,
                                                 double                width) G_GNUC_WARN_UNUSED_RESULT;
char            *premise_print_dup_markup       (PremisePrintBuilder  *self,
                                                 PremiseText          *text) G_GNUC_WARN_UNUSED_RESULT;
char            *premise_print_dup_value        (PremisePrintBuilder  *self,
                                                 guint                 variable,
                                                 guint                 cell,
                                                 const PremiseFormat  *format) G_GNUC_WARN_UNUSED_RESULT;

PremisePrintRow *premise_print_builder_add_row  (PremisePrintBuilder  *self,
                                                 double                height);
void             premise_print_row_add          (PremisePrintRow      *row,
                                                 PangoLayout          *layout,
                                                 int                   line,
                                                 double                x,
                                                 double                y,
                                                 gboolean              muted);
void             premise_print_builder_add      (PremisePrintBuilder  *self,
                                                 const char           *markup,
                                                 PremisePrintStyle     style);
void             premise_print_builder_add_text (PremisePrintBuilder  *self,
                                                 PremiseText          *text,
                                                 PremisePrintStyle     style);
typedef enum
{
  PREMISE_PRINT_GRID_NONE  = 0,
  PREMISE_PRINT_GRID_HEAD  = 1 << 0,  /* the first row is the head of the columns */
  PREMISE_PRINT_GRID_TOTAL = 1 << 1,  /* the last row is a total */
} PremisePrintGridFlags;

/* rows: (element-type GStrv): markup, as many in each as there are columns.
 * numeric: (nullable) (array): which columns end on one line. */
void             premise_print_builder_add_grid (PremisePrintBuilder  *self,
                                                 GPtrArray            *rows,
                                                 const gboolean       *numeric,
                                                 PremisePrintGridFlags flags);
void             premise_print_builder_add_block (PremisePrintBuilder *self,
                                                  const PremiseBlock  *block);

char            *premise_printout_dup_text      (const PremisePrintout *self,
                                                 guint                  page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
