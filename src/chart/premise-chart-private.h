/* premise-chart-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char        *label;
  guint        n_values;
  double      *values;
  double      *base;       /* (nullable) */
  guint8      *certainty;  /* PremiseCertainty */
  gboolean     has_mark;   /* drawn with a mark of its own */
  PremiseMark  mark;
} PremiseSeries;

/* How the numbers of an axis are written. */
typedef struct
{
  PremiseLabelFunc  func;
  gpointer          data;
  GDestroyNotify    destroy;
  double            unit;   /* of ticks; 0: as the values */
} PremiseNumbers;

struct _PremiseChart
{
  gatomicrefcount   ref_count;

  PremiseMark       mark;
  PremiseStack      stack;
  PremiseScaleKind  scale;
  gboolean          horizontal;
  double            domain_min;
  double            domain_max;
  PremiseNumbers    numbers[PREMISE_N_AXES];
  PremiseChart     *writer;      /* (nullable): another chart, which owns what numbers are written with */
  GArray           *positions;   /* (nullable) (element-type double) */
  double            reference;
  double            reference_base;

  char             *language;
  char             *category_title;
  char             *value_title;
  char             *stamp;
  char             *base_label;
  char             *certainty_labels[PREMISE_N_CERTAINTIES];
  double            x_domain[2]; /* bubbles in panels share what lies across; NaN for their own */
  double            largest;     /* … and the size of the largest */
  char             *reference_label;
  char             *cumulative_label;
  gboolean          is_panel;    /* of another chart, which has the legend */
  GPtrArray        *names;       /* (nullable) (element-type utf8): of all rows, where this has some of them */
  double            numbers_room[2];  /* … and the longest of all numbers, PREMISE_NUMBER_FULL and BARE */
  GPtrArray        *panels;      /* (element-type utf8): empty without panels */
  GPtrArray        *categories;  /* (element-type utf8) */
  GPtrArray        *series;      /* (element-type PremiseSeries) */
  struct _PremiseDiagram *diagram;  /* (nullable): drawn instead of marks */
  GArray           *totals;      /* (element-type guint): categories that show a sum */
};

/* Whether a category of a waterfall stands on the axis: a total, or the last one. */
gboolean         premise_chart_is_total      (PremiseChart *self,
                                              guint         category);

PremiseCertainty premise_chart_get_certainty (PremiseChart *self,
                                              guint         series,
                                              guint         category);
/* Whether any number is that certain, and no more. */
gboolean         premise_chart_has_certainty (PremiseChart     *self,
                                              PremiseCertainty  certainty);
/* Whether there is a number that can be drawn: not missing, not infinite. */
gboolean         premise_chart_get_number    (PremiseChart *self,
                                              guint         series,
                                              guint         category,
                                              double       *value);
/* Whether the base case is known and differs from the value. */
gboolean         premise_chart_get_ghost     (PremiseChart *self,
                                              guint         series,
                                              guint         category,
                                              double       *base);
gboolean         premise_chart_has_ghost     (PremiseChart *self);
/* What a series is drawn with. */
PremiseMark      premise_chart_get_series_mark (PremiseChart *self,
                                                guint         series);
PremiseAxis      premise_chart_get_series_axis (PremiseChart *self,
                                                guint         series);
double           premise_chart_get_tick_unit (PremiseChart *self,
                                              PremiseAxis   axis);
char            *premise_chart_format_axis   (PremiseChart *self,
                                              PremiseAxis   axis,
                                              double        value,
                                              PremiseNumberForm form);
/* Another chart with the same categories and numbers written the same, without series, panels
 * and what is written around the marks. */
PremiseChart    *premise_chart_new_like      (PremiseChart *self) G_GNUC_WARN_UNUSED_RESULT;
/* Adds a series like the one of another chart, with the same categories, but with these values. */
void             premise_chart_copy_series   (PremiseChart        *self,
                                              const PremiseSeries *from,
                                              const double        *values);
/* Some of the rows as a chart of their own, which has as much room for names as the whole. */
PremiseChart    *premise_chart_new_rows      (PremiseChart *self,
                                              guint         first,
                                              guint         n) G_GNUC_WARN_UNUSED_RESULT;
/* One panel as a chart of its own. */
PremiseChart    *premise_chart_new_panel     (PremiseChart *self,
                                              guint         panel) G_GNUC_WARN_UNUSED_RESULT;

/* Labels are one paragraph of valid UTF-8, not too long: the layout decides where lines break. */
char            *premise_chart_dup_label     (const char   *text);
void             premise_chart_take_label    (char        **field,
                                              char         *label);

G_END_DECLS
