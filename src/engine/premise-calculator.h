/* premise-calculator.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model.h"

G_BEGIN_DECLS

/**
 * PremiseCalculator:
 *
 * The values of a model, recalculated after some assumptions have been set: what a
 * #PremiseEvaluator is made of, without objects and signals.
 *
 * Only what is reachable from a change is evaluated, in topological order, cut off where a
 * value comes out the same bit for bit. What is reachable from the cells that were set last,
 * one at a time, is kept as lists; when much of the model is to be evaluated anyway, formulas
 * of one level and shape are evaluated side by side. The values do not depend on the way.
 */
typedef struct _PremiseCalculator PremiseCalculator;

PremiseCalculator *premise_calculator_new         (PremiseModel      *model) G_GNUC_WARN_UNUSED_RESULT;
void               premise_calculator_free        (PremiseCalculator *self);
void               premise_calculator_set         (PremiseCalculator *self,
                                                   guint              variable,
                                                   guint              cell,
                                                   double             value);
guint              premise_calculator_update      (PremiseCalculator *self);
void               premise_calculator_get_changed (PremiseCalculator *self,
                                                   GArray            *changed);
void               premise_calculator_reset       (PremiseCalculator *self);
double            *premise_calculator_get_memory  (PremiseCalculator *self);
const double      *premise_calculator_get_values  (PremiseCalculator *self,
                                                   guint              variable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseCalculator, premise_calculator_free)

G_END_DECLS
