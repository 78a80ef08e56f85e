/* premise-evaluator.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-scenario.h"

G_BEGIN_DECLS

/**
 * PremiseEvaluator:
 *
 * The values of a model under a scenario, kept up to date: when the scenario
 * changes, what is reachable from the change is recalculated in topological
 * order, cut off where a value comes out the same bit for bit, and
 * #PremiseEvaluator::changed is emitted once.
 */
#define PREMISE_TYPE_EVALUATOR (premise_evaluator_get_type ())
G_DECLARE_FINAL_TYPE (PremiseEvaluator, premise_evaluator, PREMISE, EVALUATOR, GObject)

PremiseEvaluator  *premise_evaluator_new             (PremiseScenario   *scenario) G_GNUC_WARN_UNUSED_RESULT;
PremiseModel      *premise_evaluator_get_model       (PremiseEvaluator  *self);
PremiseScenario   *premise_evaluator_get_scenario    (PremiseEvaluator  *self);
/* Base units, n_cells values; NaN where there is an error. Valid until the next change. */
const double      *premise_evaluator_get_values      (PremiseEvaluator  *self,
                                                      guint              variable);
double             premise_evaluator_get_value       (PremiseEvaluator  *self,
                                                      guint              variable,
                                                      guint              cell);
/* The same under the base case. */
const double      *premise_evaluator_get_base_values (PremiseEvaluator  *self,
                                                      guint              variable);
double             premise_evaluator_get_base_value  (PremiseEvaluator  *self,
                                                      guint              variable,
                                                      guint              cell);
/* Whether any cell differs from the base case. */
gboolean           premise_evaluator_differs         (PremiseEvaluator  *self,
                                                      guint              variable);
/* Why a cell has no value, and where that began: follows NaN back to its origin. */
PremiseValueError  premise_evaluator_get_error       (PremiseEvaluator  *self,
                                                      guint              variable,
                                                      guint              cell,
                                                      guint             *origin_variable,
                                                      guint             *origin_cell);
const char        *premise_value_error_to_string     (PremiseValueError  error);   /* "#DIV/0", "#DOMAIN" … */
/* How many variables the last change evaluated: for tests and benchmarks. */
guint              premise_evaluator_get_n_evaluated (PremiseEvaluator  *self);

/* Signal "changed" (GArray of guint: positions of the variables whose value changed, ascending,
 * assumptions included). */

G_END_DECLS
