/* premise-inputs.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-copula.h"
#include "premise-scenario.h"

G_BEGIN_DECLS

/**
 * PremiseInputs:
 *
 * The numbers that an output depends on and that may be drawn at random, each with its
 * distribution, and how they are correlated.
 */
typedef struct _PremiseInputs PremiseInputs;

PremiseInputs              *premise_inputs_new               (PremiseScenario              *scenario,
                                                              guint                         output,
                                                              const PremiseCellCorrelation *correlations,
                                                              guint                         n_correlations) G_GNUC_WARN_UNUSED_RESULT;
void                        premise_inputs_free              (PremiseInputs                *self);
guint                       premise_inputs_get_n             (const PremiseInputs          *self);
const PremiseCell          *premise_inputs_get_cells         (const PremiseInputs          *self);
PremiseDistribution *const *premise_inputs_get_distributions (const PremiseInputs          *self);
const PremiseCopula        *premise_inputs_get_copula        (const PremiseInputs          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseInputs, premise_inputs_free)

G_END_DECLS
