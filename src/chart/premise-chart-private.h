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
  char   *label;
  guint   n_values;
  double *values;
  double *base;       /* (nullable) */
  guint8 *certainty;  /* PremiseCertainty */
} PremiseSeries;

struct _PremiseChart
{
  gatomicrefcount   ref_count;

  PremiseMark       mark;
  PremiseStack      stack;
  PremiseScaleKind  scale;
  gboolean          horizontal;
  double            domain_min;
  double            domain_max;
  double            tick_unit;

  PremiseLabelFunc  label_func;
  gpointer          label_data;
  GDestroyNotify    label_destroy;

  char             *language;
  char             *category_title;
  char             *value_title;
  char             *stamp;
  char             *base_label;
  GPtrArray        *categories;  /* (element-type utf8) */
  GPtrArray        *series;      /* (element-type PremiseSeries) */
  GArray           *totals;      /* (element-type guint): categories that show a sum */
};

/* Whether a category of a waterfall stands on the axis: a total, or the last one. */
gboolean         premise_chart_is_total      (PremiseChart *self,
                                              guint         category);

PremiseCertainty premise_chart_get_certainty (PremiseChart *self,
                                              guint         series,
                                              guint         category);
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

G_END_DECLS
