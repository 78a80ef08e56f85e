/* premise-chart-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseChartView:
 *
 * Shows a chart and reads it out. Signal "point-activated" (uint series, uint category) when
 * a point is clicked or Enter is pressed on it.
 */
#define PREMISE_TYPE_CHART_VIEW (premise_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PremiseChartView, premise_chart_view, PREMISE, CHART_VIEW, GtkWidget)

/* language: that of the report, for the read-out. horizontal: the categories lie along y. */
GtkWidget    *premise_chart_view_new              (const char       *language,
                                                   gboolean          horizontal) G_GNUC_WARN_UNUSED_RESULT;

PremiseChart *premise_chart_view_get_chart        (PremiseChartView *self);
void          premise_chart_view_set_chart        (PremiseChartView *self,
                                                   PremiseChart     *chart);
/* While TRUE the value axis stays as it was when it became TRUE. */
void          premise_chart_view_set_hold_domain  (PremiseChartView *self,
                                                   gboolean          hold_domain);
/* Takes whatever height there is instead of asking for its own. */
void          premise_chart_view_set_fill         (PremiseChartView *self,
                                                   gboolean          fill);

G_END_DECLS
