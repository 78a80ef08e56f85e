/* premise-figure-plan.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-figure-run.h"
#include "premise-report.h"

G_BEGIN_DECLS

#define PREMISE_FIGURE_NO_TOTAL ((guint) -1)

/* A cell of the model; variable is PREMISE_MODEL_NOT_FOUND for none. */
typedef struct
{
  guint variable;
  guint cell;
} PremiseFigurePoint;

/**
 * PremiseFigurePlan:
 * @order: per category, the member of the index or the item that it is; what is behind
 *   the last of them is the total
 * @points: per series and category, the category fastest
 * @totals: per category, whether it is one of the figure's own totals
 * @total: category of a waterfall's total, %PREMISE_FIGURE_NO_TOTAL for none
 * @n_panels: how often the chart is repeated; its series come panel by panel
 * @run: (nullable) (owned): what was worked out, when the figure shows that
 *
 * Which cell of the model each point of a figure's chart shows. Chart and hit test read
 * the same plan, so that a number on the chart always leads to its own provenance.
 */
typedef struct
{
  guint               n_series;
  guint               n_categories;
  guint              *order;
  PremiseFigurePoint *points;
  gboolean           *totals;
  guint               total;
  guint               n_panels;
  PremiseFigureRun   *run;
} PremiseFigurePlan;

PremiseFigurePlan        *premise_figure_plan_new        (PremiseReport           *report,
                                                          const PremiseFigure     *figure,
                                                          PremiseEvaluator        *evaluator) G_GNUC_WARN_UNUSED_RESULT;
void                      premise_figure_plan_free       (PremiseFigurePlan       *self);
const PremiseFigurePoint *premise_figure_plan_get_point  (const PremiseFigurePlan *self,
                                                          guint                    series,
                                                          guint                    category);
double                    premise_figure_plan_get_value  (const PremiseFigurePlan *self,
                                                          PremiseEvaluator        *evaluator,
                                                          guint                    series,
                                                          guint                    category,
                                                          gboolean                 base);
/* The variable whose unit is the figure's; PREMISE_MODEL_NOT_FOUND when nothing is shown. */
guint                     premise_figure_plan_get_lead   (const PremiseFigurePlan *self);
/* The value furthest from zero in the base case: it decides the scale of the axis. */
double                    premise_figure_plan_get_extent (const PremiseFigurePlan *self,
                                                          PremiseEvaluator        *evaluator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseFigurePlan, premise_figure_plan_free)

G_END_DECLS
