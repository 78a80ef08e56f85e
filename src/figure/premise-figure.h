/* premise-figure.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"
#include "premise-report.h"

G_BEGIN_DECLS

/* A figure block and the values of the model become a chart description. */

/* block: a figure or a diagram block of the report. */
PremiseChart *premise_figure_build_chart    (PremiseReport      *report,
                                             const PremiseBlock *block,
                                             PremiseEvaluator   *evaluator,
                                             const char         *language) G_GNUC_WARN_UNUSED_RESULT;
/* Which cell of the model a point of that chart shows; FALSE for none. */
gboolean      premise_figure_get_point_cell (PremiseReport      *report,
                                             const PremiseBlock *block,
                                             PremiseEvaluator   *evaluator,
                                             guint               series,
                                             guint               category,
                                             guint              *variable,
                                             guint              *cell);
/* Unit line ("亿元, 2021"), source line ("Source: …, p. 51") and a text alternative. */
char         *premise_figure_dup_unit_line   (PremiseReport     *report,
                                             const PremiseBlock *block,
                                             PremiseEvaluator   *evaluator,
                                             const char         *language);
char         *premise_figure_dup_source_line (PremiseReport     *report,
                                             const PremiseBlock *block,
                                             const char         *language);
char         *premise_figure_describe        (PremiseReport     *report,
                                             const PremiseBlock *block,
                                             PremiseEvaluator   *evaluator,
                                             const char         *language);
/* "Exhibit 3", "图表 3". */
char         *premise_figure_dup_exhibit_label (guint            exhibit,
                                                const char      *language);

G_END_DECLS
