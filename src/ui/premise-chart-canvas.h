/* premise-chart-canvas.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The part of a chart view that is drawn once for a size, a theme and a set of values. */
#define PREMISE_TYPE_CHART_CANVAS (premise_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PremiseChartCanvas, premise_chart_canvas, PREMISE, CHART_CANVAS, GtkWidget)

GtkWidget    *premise_chart_canvas_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void          premise_chart_canvas_set_chart  (PremiseChartCanvas *self,
                                               PremiseChart       *chart);
void          premise_chart_canvas_set_frame  (PremiseChartCanvas *self,
                                               PremiseChart       *frame);
PremiseChart *premise_chart_canvas_get_drawn  (PremiseChartCanvas *self);
void          premise_chart_canvas_set_fill   (PremiseChartCanvas *self,
                                               gboolean            fill);
PremiseScene *premise_chart_canvas_get_scene  (PremiseChartCanvas *self);
void          premise_chart_canvas_invalidate (PremiseChartCanvas *self);

/* The colours and sizes of a widget's surroundings. */
void          premise_chart_canvas_get_theme  (GtkWidget          *widget,
                                               PremiseTheme       *theme);

G_END_DECLS
