/* premise-chart-motion.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart-canvas.h"

G_BEGIN_DECLS

/* How the picture on a canvas goes from one set of values to another. */
typedef struct _PremiseChartMotion PremiseChartMotion;

PremiseChartMotion *premise_chart_motion_new       (PremiseChartCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
void                premise_chart_motion_free      (PremiseChartMotion *self);
void                premise_chart_motion_set_chart (PremiseChartMotion *self,
                                                    PremiseChart       *chart);
void                premise_chart_motion_set_hold  (PremiseChartMotion *self,
                                                    gboolean            hold);

G_END_DECLS
