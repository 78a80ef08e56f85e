/* premise-figure-run.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"

G_BEGIN_DECLS

#define PREMISE_FIGURE_N_QUANTILES 5

/**
 * PremiseFigureRun:
 * @values: per series and category, the category fastest
 * @base_values: (nullable): the same in the base case
 * @cells: per category, what it is about: the assumption of a swing, a cell of the output
 * @edges: (nullable): one more than there are categories: the bins of a histogram
 * @now: the output as the scenario stands, NaN for a fan
 * @base: … and in the base case
 *
 * What a figure shows that is worked out from the model: the swings of a tornado, how often
 * a simulation came to what, the quantiles of an output over its index.
 */
typedef struct
{
  guint        n_series;
  guint        n_categories;
  double      *values;
  double      *base_values;
  PremiseCell *cells;
  double      *edges;
  double       now;
  double       base;
} PremiseFigureRun;

/* The probabilities of the series of a fan. */
extern const double premise_figure_quantiles[PREMISE_FIGURE_N_QUANTILES];

/* Shared by what asks for the same figure and the same assumptions. */
PremiseFigureRun *premise_figure_run_get   (PremiseReport       *report,
                                            const PremiseFigure *figure,
                                            PremiseEvaluator    *evaluator) G_GNUC_WARN_UNUSED_RESULT;
void              premise_figure_run_unref (PremiseFigureRun    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseFigureRun, premise_figure_run_unref)

G_END_DECLS
