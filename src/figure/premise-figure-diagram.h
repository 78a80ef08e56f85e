/* premise-figure-diagram.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"
#include "premise-report.h"

G_BEGIN_DECLS

/* What premise_figure_build_chart() and premise_figure_describe() give for a diagram block. */
PremiseChart *premise_figure_build_diagram    (const PremiseBlock *block,
                                               PremiseEvaluator   *evaluator,
                                               const char         *language) G_GNUC_WARN_UNUSED_RESULT;
char         *premise_figure_describe_diagram (const PremiseBlock *block,
                                               PremiseChart       *chart,
                                               const char         *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
