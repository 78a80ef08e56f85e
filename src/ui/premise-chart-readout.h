/* premise-chart-readout.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a point of a chart is and is worth: drawn over the chart, and said aloud. */
char *premise_chart_readout_dup_text (PremiseChart      *chart,
                                      guint              series,
                                      guint              category,
                                      const char        *language) G_GNUC_WARN_UNUSED_RESULT;
void  premise_chart_readout_snapshot (GtkWidget         *widget,
                                      GtkSnapshot       *snapshot,
                                      const PremiseRect *mark,
                                      const char        *text,
                                      const char        *language);

G_END_DECLS
