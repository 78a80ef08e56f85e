/* premise-layout.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart-private.h"
#include "premise-color.h"
#include "premise-scale.h"
#include "premise-scene-private.h"
#include "premise-typeset.h"

#include <math.h>

G_BEGIN_DECLS

typedef struct _PremiseLayout PremiseLayout;

/* The span of the numbers of a chart; NaN, NaN while there is none. */
typedef struct
{
  double min, max;
} PremiseExtent;

/* A part of the category axis in pixels. */
typedef struct
{
  double start, size;
} PremiseSpan;

/* A number that wants to stand at the end of its mark. */
typedef struct
{
  guint        series;
  guint        category;
  double       value;    /* where along the value axis */
  double       shown;    /* the number */
  gboolean     before;   /* on the low side of value */
  PangoLayout *text;
} PremiseValueLabel;

/* One kind of mark. Adding one is a file and a row in the table. */
typedef struct
{
  gboolean from_zero;    /* length is the value: linear and from zero, always */
  gboolean flips;        /* can be horizontal */
  gboolean on_points;    /* categories are points of a line, not bands */
  gboolean has_legend;   /* series are told apart by colour */
  gboolean no_axis;      /* values are read at their marks */
  double   reach;        /* of a mark beyond its value: labels keep clear of it */
  double   row;          /* natural height of a horizontal category, for one series */
  double   row_more;     /* … and for every further one */
  double   aspect;       /* natural height by width when vertical */

  void   (*extend) (PremiseLayout *self,
                    PremiseExtent *extent);
  /* (nullable): the numbers that stand at the marks */
  void   (*label)  (PremiseLayout *self);
  /* (nullable): width that is wanted beside the plot, for labels of whole series */
  double (*gutter) (PremiseLayout *self);
  /* (nullable): places plot, axes and labels; the axes of a plane without */
  void   (*frame)  (PremiseLayout *self);
  void   (*build)  (PremiseLayout *self);
  /* (nullable): width of the number at a column, for a band of a width; the band without */
  double (*column) (PremiseLayout *self,
                    double         band);
  /* (nullable): natural height of the plot, where it is not rows or an aspect */
  double (*plot_height) (PremiseLayout *self);
} PremiseMarkClass;

/* What is known while a chart is being laid out. */
struct _PremiseLayout
{
  PremiseChart           *chart;
  const PremiseMarkClass *mark;
  const PremiseTheme     *theme;
  PremiseTypesetter       type;
  PremiseScene           *scene;
  double                  width;
  double                  height;
  double                  gap;          /* between a text and what it belongs to */
  gboolean                horizontal;
  gboolean                percent;
  gboolean                has_data;
  gboolean                has_ghost;
  gboolean                uncertain[PREMISE_N_CERTAINTIES];   /* which ways of drawing mean what */
  gboolean                direct;       /* series are named at their marks: no legend */
  gboolean                heads_panels; /* only what stands above them is laid out */
  gboolean                combined;     /* some series have a mark of their own */
  gboolean                from_zero;
  gboolean                timed;        /* categories stand where their number says */
  double                  closest;      /* … of two of them */
  gboolean                numeric_x;    /* below the plot is a number line, not categories */

  guint                   n_ticks;
  double                  top;          /* below legend, titles and stamp */
  double                  foot;         /* height of category labels and title below a plot */
  PremiseRect             plot;
  PremiseScale            value;
  PremiseScale            x;            /* with numeric_x */
  PremiseScale            band;
  PremiseNumberForm       form;         /* of the numbers at the marks */
  double                  number_scale; /* … and their size, of the usual one */
  double                  inset;        /* lines: from the plot's side to the first point */
  gboolean                labels_above; /* horizontal: labels stand above their marks */
  guint                   lines_above;  /* … in so many lines */
  GArray                 *labels;       /* (element-type PremiseValueLabel) */
};

extern const PremiseMarkClass premise_mark_bar;
extern const PremiseMarkClass premise_mark_line;
extern const PremiseMarkClass premise_mark_point;
extern const PremiseMarkClass premise_mark_range;
extern const PremiseMarkClass premise_mark_waterfall;
extern const PremiseMarkClass premise_mark_heatmap;
extern const PremiseMarkClass premise_mark_area;
extern const PremiseMarkClass premise_mark_donut;
extern const PremiseMarkClass premise_mark_slope;
extern const PremiseMarkClass premise_mark_tornado;
extern const PremiseMarkClass premise_mark_histogram;
extern const PremiseMarkClass premise_mark_fan;
extern const PremiseMarkClass premise_mark_bubble;

/* As fmin() and fmax() would, which are no instructions but calls: a value that is not a number changes
 * nothing. */
static inline void
premise_extent_add (PremiseExtent *extent,
                    double         value)
{
  if (value < extent->min || isnan (extent->min))
    extent->min = value;
  if (value > extent->max || isnan (extent->max))
    extent->max = value;
}

/* premise-layout.c */
char        *premise_layout_format          (PremiseLayout       *self,
                                             double               value,
                                             PremiseNumberForm    form);
guint        premise_layout_n_categories    (PremiseLayout       *self);
guint        premise_layout_n_series        (PremiseLayout       *self);
const PremiseColor *
             premise_layout_series_color    (PremiseLayout       *self,
                                             guint                series);
PremiseStyle premise_layout_fill_style      (PremiseLayout       *self,
                                             const PremiseColor  *color,
                                             PremiseCertainty     certainty);
/* The fill of a series, with the texture that tells it apart without its colour. */
PremiseStyle premise_layout_series_style    (PremiseLayout       *self,
                                             guint                series,
                                             PremiseCertainty     certainty);
/* Of a line to or from such a value. */
PremiseDash  premise_layout_get_dash        (PremiseCertainty     certainty);
PremiseStyle premise_layout_ghost_style     (PremiseLayout       *self);
PremiseStyle premise_layout_stroke_style    (const PremiseColor  *color,
                                             double               width);
PremiseStyle premise_layout_marker_style    (PremiseLayout       *self,
                                             const PremiseColor  *color,
                                             guint                series,
                                             PremiseCertainty     certainty);

double       premise_layout_marker_size     (PremiseLayout       *self);
void         premise_layout_extend_all      (PremiseLayout       *self,
                                             PremiseExtent       *extent);
/* As of the chart, when the value also has a place on the scale. */
gboolean     premise_layout_get_number      (PremiseLayout       *self,
                                             guint                series,
                                             guint                category,
                                             double              *value);
gboolean     premise_layout_get_ghost       (PremiseLayout       *self,
                                             guint                series,
                                             guint                category,
                                             double              *value);

/* premise-guide.c */
void         premise_guide_header           (PremiseLayout       *self);
double       premise_guide_header_height    (PremiseLayout       *self);

/* premise-frame.c */
/* A column of category labels takes at most this part of the width. */
#define PREMISE_MAX_NAMES 0.38
void         premise_frame_prepare          (PremiseLayout       *self);
void         premise_frame_plane            (PremiseLayout       *self);
double       premise_frame_column           (PremiseLayout       *self,
                                             double               row,
                                             gboolean            *above);
/* Width of the plot beside the ticks of a vertical axis. */
double       premise_frame_column_width     (PremiseLayout       *self);
guint        premise_frame_lines_above      (PremiseLayout       *self,
                                             double               row);
double       premise_frame_footer_height    (PremiseLayout       *self);
double       premise_frame_place            (PremiseLayout       *self,
                                             double               value);
double       premise_frame_place_x          (PremiseLayout       *self,
                                             double               value);
/* Where the marks of a category may be, across the value axis. */
PremiseSpan  premise_frame_get_span         (PremiseLayout       *self,
                                             guint                category);
/* The line that a mark without thickness stands on. */
double       premise_frame_get_center       (PremiseLayout       *self,
                                             guint                category);
/* A bar of that thickness between two values. */
PremiseRect  premise_frame_get_bar          (PremiseLayout       *self,
                                             double               start,
                                             double               size,
                                             double               from,
                                             double               to);

/* premise-categories.c */
/* Whether every category can be named below a plot of that width. */
gboolean     premise_categories_fit         (PremiseLayout       *self,
                                             double               width);
double       premise_categories_height      (PremiseLayout       *self,
                                             double               width);
void         premise_categories_add         (PremiseLayout       *self,
                                             double               width);

/* premise-labels.c */
void         premise_labels_add             (PremiseLayout       *self,
                                             guint                series,
                                             guint                category,
                                             double               value,
                                             gboolean             before,
                                             double               shown);
/* How far a mark reaches beyond its value. */
double       premise_labels_reach           (PremiseLayout       *self);
/* Makes room for the labels inside length: the part that is left and where it starts. Numbers
 * that are too long are written without their unit, or else left out. */
void         premise_labels_reserve         (PremiseLayout       *self,
                                             double               length,
                                             double              *start,
                                             double              *size);
/* Whether they all find room inside length as they are. */
gboolean     premise_labels_can_reserve     (PremiseLayout       *self,
                                             double               length);
/* Whether every label has so much room beside its neighbours: only some would mislead. They are
 * made shorter and smaller for it. */
gboolean     premise_labels_fit             (PremiseLayout       *self,
                                             double               room);
/* Whether the numbers of columns, as they are in the base case, would fit side by side. */
gboolean     premise_labels_fit_columns     (PremiseLayout       *self,
                                             double               width);
gboolean     premise_labels_place           (PremiseLayout       *self,
                                             const PremiseValueLabel *label,
                                             double               across);
/* Moves centres apart so that none of the boxes overlap, each as little as possible and
 * all between from and to. Returns: FALSE when there is not enough room. */
gboolean     premise_labels_spread          (double              *centers,
                                             const double        *sizes,
                                             guint                n,
                                             double               from,
                                             double               to);

/* premise-endnames.c */
/* Width of the names of the series beside the plot, 0 where they do not all fit. */
double       premise_endnames_gutter        (PremiseLayout       *self);
/* ends: per series, where its name belongs; NaN for none. */
void         premise_endnames_add           (PremiseLayout       *self,
                                             const PremisePoint  *ends);

/* premise-mark-line.c */
double       premise_line_get_x             (PremiseLayout       *self,
                                             guint                category);
/* Where the points of a line stand, worked out once for all of them. */
typedef struct
{
  double first;
  double step;    /* NaN where each stands by its number */
} PremiseLineSteps;

PremiseLineSteps premise_line_get_steps     (PremiseLayout       *self);

static inline double
premise_line_step_x (PremiseLayout          *self,
                     const PremiseLineSteps *steps,
                     guint                   category)
{
  return isnan (steps->step) ? premise_line_get_x (self, category) : steps->first + category * steps->step;
}

/* Of the stretch from a category to the next. */
PremiseCertainty premise_line_get_certainty (PremiseLayout       *self,
                                             guint                series,
                                             guint                category);
/* The base case and the line of one series, each stretch with the dash that is due to it. */
void         premise_line_add_ghost         (PremiseLayout       *self,
                                             guint                series);
void         premise_line_add_path          (PremiseLayout       *self,
                                             guint                series);
void         premise_line_add_points        (PremiseLayout       *self,
                                             guint                series);
void         premise_line_add_numbers       (PremiseLayout       *self,
                                             guint                series);
/* The series of a combination that are lines or points over the others. */
void         premise_line_add_combined      (PremiseLayout       *self);
gboolean     premise_line_find_last         (PremiseLayout       *self,
                                             guint                series,
                                             PremisePoint        *point);

/* premise-mark-line-dense.c */
gboolean      premise_line_is_dense         (PremiseLayout       *self);
/* What a line through the points covers in each column of pixels. */
void          premise_line_add_columns      (PremiseLayout       *self,
                                             PremiseShapeRole     role,
                                             guint                series,
                                             const GArray        *points,
                                             const PremiseStyle  *style);
GArray       *premise_line_thin             (const GArray        *points);
void          premise_line_add_dense_points (PremiseLayout       *self,
                                             guint                series);

/* premise-panels.c */
double        premise_panels_natural_height (PremiseChart        *chart,
                                             double               width,
                                             const PremiseTheme  *theme,
                                             PangoContext        *context);
PremiseScene *premise_panels_layout         (PremiseChart        *chart,
                                             double               width,
                                             double               height,
                                             const PremiseTheme  *theme,
                                             PangoContext        *context);

/* premise-rows.c */
#define PREMISE_ROW_COLUMNS 2
/* Whether the rows of a chart that is too low for them may stand in columns. */
gboolean      premise_rows_can_fold         (PremiseLayout       *self);
/* Whether the names are then whole. */
gboolean      premise_rows_names_fit        (PremiseLayout       *self);
void          premise_rows_fold             (PremiseLayout       *self,
                                             PangoContext        *context);

/* premise-layout.c */
void          premise_layout_init           (PremiseLayout       *self,
                                             PremiseChart        *chart,
                                             double               width,
                                             double               height,
                                             const PremiseTheme  *theme,
                                             PangoContext        *context);
void          premise_layout_clear          (PremiseLayout       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PremiseLayout, premise_layout_clear)

G_END_DECLS
