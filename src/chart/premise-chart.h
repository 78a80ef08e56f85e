/* premise-chart.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PREMISE_MARK_BAR,
  PREMISE_MARK_LINE,
  PREMISE_MARK_POINT,       /* dot plot; the honest mark on a log scale */
  PREMISE_MARK_RANGE,       /* low–high per category: needs "low" and "high" values */
  PREMISE_MARK_WATERFALL,   /* steps that add up; totals stand on the axis, the last one always */
  PREMISE_MARK_HEATMAP,     /* series = rows, categories = columns */
  PREMISE_MARK_AREA,
  PREMISE_MARK_DONUT,       /* parts of a whole: the categories of the first series */
  PREMISE_MARK_SLOPE,       /* from the first category to the last */
  PREMISE_MARK_TORNADO,     /* two ends per category, around a reference value */
  PREMISE_MARK_HISTOGRAM,   /* the first series over bins that touch */
  PREMISE_MARK_FAN,         /* series are quantiles, the lowest first; the middle one is a line */
  PREMISE_MARK_BUBBLE,      /* series are x, y and, if there is a third, size */
} PremiseMark;

#define PREMISE_N_MARKS (PREMISE_MARK_BUBBLE + 1)

typedef enum
{
  PREMISE_STACK_NONE,       /* grouped */
  PREMISE_STACK_STACKED,
  PREMISE_STACK_PERCENT,
} PremiseStack;

typedef enum
{
  PREMISE_SCALE_LINEAR,
  PREMISE_SCALE_LOG,
} PremiseScaleKind;

/* What a number is measured along. */
typedef enum
{
  PREMISE_AXIS_VALUE,
  PREMISE_AXIS_X,           /* bubbles: the first series; histograms: the edges of the bins */
  PREMISE_AXIS_SIZE,        /* bubbles: the third series */
  PREMISE_N_AXES,
} PremiseAxis;

/* How sure a value is: solid, pale, dashed, hatched, none. Of several the last one counts. */
typedef enum
{
  PREMISE_CERTAINTY_GIVEN,
  PREMISE_CERTAINTY_FORECAST,       /* the source says what it expects */
  PREMISE_CERTAINTY_INTERPOLATED,
  PREMISE_CERTAINTY_IMPLIED,
} PremiseCertainty;

#define PREMISE_N_CERTAINTIES (PREMISE_CERTAINTY_IMPLIED + 1)

/* How a number is written. */
typedef enum
{
  PREMISE_NUMBER_FULL,  /* with its unit */
  PREMISE_NUMBER_BARE,  /* in the unit of the axis, which the exhibit names: where there is little room */
  PREMISE_NUMBER_TICK,  /* on an axis: no longer than it must be */
} PremiseNumberForm;

/* Formats a value for a label. */
typedef char *(*PremiseLabelFunc) (double            value,
                                   PremiseNumberForm form,
                                   gpointer          user_data);

/**
 * PremiseChart:
 *
 * The description of one chart: numbers and labels, no pixels. It knows no
 * report and no model. NaN is a missing value: no mark is drawn for it.
 */
#define PREMISE_TYPE_CHART (premise_chart_get_type ())
typedef struct _PremiseChart PremiseChart;
GType         premise_chart_get_type         (void);

PremiseChart *premise_chart_new              (PremiseMark          mark) G_GNUC_WARN_UNUSED_RESULT;
PremiseChart *premise_chart_ref              (PremiseChart        *self);
void          premise_chart_unref            (PremiseChart        *self);

void          premise_chart_set_horizontal   (PremiseChart        *self,
                                              gboolean             horizontal);
void          premise_chart_set_stack        (PremiseChart        *self,
                                              PremiseStack         stack);
void          premise_chart_set_scale        (PremiseChart        *self,
                                              PremiseScaleKind     kind);
/* Keeps the value axis while a slider moves; NaN, NaN chooses it from the data. A value
 * outside widens it. */
void          premise_chart_set_domain       (PremiseChart        *self,
                                              double               min,
                                              double               max);
/* unit: one scaled unit of the axis in value units, so that ticks are round in what is
 * shown (1e8 when labels are in 亿). 1 by default. */
void          premise_chart_set_tick_unit    (PremiseChart        *self,
                                              double               unit);
void          premise_chart_set_label_func   (PremiseChart        *self,
                                              PremiseLabelFunc     func,
                                              gpointer             user_data,
                                              GDestroyNotify       destroy);
/* Pango language ("zh-cn", "en-gb") of every text in the chart. */
void          premise_chart_set_language     (PremiseChart        *self,
                                              const char          *language);
void          premise_chart_set_axis_titles  (PremiseChart        *self,
                                              const char          *category_title,
                                              const char          *value_title);
void          premise_chart_set_categories   (PremiseChart        *self,
                                              const char *const   *labels,
                                              guint                n_labels);
/* A waterfall's category that shows what the steps have come to, or start from: it stands on the
 * axis and adds nothing. The last one is a total anyway. */
void          premise_chart_add_total        (PremiseChart        *self,
                                              guint                category);
/* values: one per category, copied. base: (nullable): the base case, drawn as a ghost where it
 * differs. Range charts: the first series is the low end, the second the high end.
 * Returns: position of the series. */
guint         premise_chart_add_series       (PremiseChart        *self,
                                              const char          *label,
                                              const double        *values,
                                              const double        *base);
void          premise_chart_set_certainty    (PremiseChart        *self,
                                              guint                series,
                                              guint                category,
                                              PremiseCertainty     certainty);
/* What the legend calls such values, where there are any: "Forecast". NULL for no entry. */
void          premise_chart_set_certainty_label (PremiseChart     *self,
                                              PremiseCertainty     certainty,
                                              const char          *label);
/* Bars or areas with a series that is a line or points on the same scale; lines with points.
 * Other marks ignore it. */
void          premise_chart_set_series_mark  (PremiseChart        *self,
                                              guint                series,
                                              PremiseMark          mark);
/* Categories stand where their number says (years at their true distances), ascending; one number
 * each. A histogram takes one more: the edges of its bins. FALSE leaves the categories alone. */
gboolean      premise_chart_set_positions    (PremiseChart        *self,
                                              const double        *positions,
                                              guint                n_positions);
/* Repeats the chart side by side with one scale: the series are split evenly among the labels, in
 * order. Set after the series. */
void          premise_chart_set_panels       (PremiseChart        *self,
                                              const char *const   *labels,
                                              guint                n_labels);
/* A value that everything is measured against: where a tornado's bars begin, a line in a
 * histogram. base: NaN when it was the same. */
void          premise_chart_set_reference    (PremiseChart        *self,
                                              const char          *label,
                                              double               value,
                                              double               base);
/* Histograms: the legend of the line of what lies below; without it there is none. */
void          premise_chart_set_cumulative   (PremiseChart        *self,
                                              const char          *label);
/* Like premise_chart_set_label_func() and premise_chart_set_tick_unit(), for another axis. */
void          premise_chart_set_axis_func    (PremiseChart        *self,
                                              PremiseAxis          axis,
                                              PremiseLabelFunc     func,
                                              gpointer             user_data,
                                              GDestroyNotify       destroy,
                                              double               tick_unit);
/* "illustrative" or its translation, printed in the plot; NULL for none. */
void          premise_chart_set_stamp        (PremiseChart        *self,
                                              const char          *stamp);
/* Labels of the legend/ghost: "Base case". */
void          premise_chart_set_base_label   (PremiseChart        *self,
                                              const char          *label);

PremiseMark   premise_chart_get_mark         (PremiseChart        *self);
guint         premise_chart_get_n_categories (PremiseChart        *self);
guint         premise_chart_get_n_series     (PremiseChart        *self);
const char   *premise_chart_get_category     (PremiseChart        *self,
                                              guint                category);
const char   *premise_chart_get_series_label (PremiseChart        *self,
                                              guint                series);
double        premise_chart_get_value        (PremiseChart        *self,
                                              guint                series,
                                              guint                category);
double        premise_chart_get_base         (PremiseChart        *self,   /* NaN when not given */
                                              guint                series,
                                              guint                category);
/* What the legend calls the certainty of a value; NULL for one that is given. */
const char   *premise_chart_get_certainty_label (PremiseChart     *self,
                                              guint                series,
                                              guint                category);
char         *premise_chart_format_value     (PremiseChart        *self,
                                              double               value,
                                              PremiseNumberForm    form);
/* A value of that series, in the way of the axis that it is measured along. */
char         *premise_chart_format_series    (PremiseChart        *self,
                                              guint                series,
                                              double               value);
guint         premise_chart_get_n_panels     (PremiseChart        *self);  /* 1 without panels */
const char   *premise_chart_get_panel        (PremiseChart        *self,   /* (nullable) */
                                              guint                series);
/* "North · Games": a series by its panel and its name, where there are no panels by its name. */
char         *premise_chart_dup_series_name  (PremiseChart        *self,   /* (nullable) */
                                              guint                series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseChart, premise_chart_unref)

G_END_DECLS
