/* premise-query.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"

G_BEGIN_DECLS

/**
 * PremiseQuery:
 *
 * An expression over the variables of a model that is not part of the model: what somebody asks of
 * it. It is checked as a formula is, has the indexes and the unit that are inferred, and has its
 * values in the base case and under the scenario at the time it was asked.
 */
typedef struct _PremiseQuery PremiseQuery;

PremiseQuery     *premise_query_new            (PremiseEvaluator *evaluator,
                                                const char       *expression,
                                                GPtrArray        *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
void              premise_query_free           (PremiseQuery     *self);
PremiseUnit      *premise_query_get_unit       (PremiseQuery     *self);
guint             premise_query_get_n_dims     (PremiseQuery     *self);
guint             premise_query_get_dim        (PremiseQuery     *self,
                                                guint             dim);
guint             premise_query_get_n_cells    (PremiseQuery     *self);
double            premise_query_get_base_value (PremiseQuery     *self,
                                                guint             cell);
double            premise_query_get_value      (PremiseQuery     *self,
                                                guint             cell);
PremiseValueError premise_query_get_error      (PremiseQuery     *self,
                                                guint             cell,
                                                guint            *origin_variable,
                                                guint            *origin_cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseQuery, premise_query_free)

G_END_DECLS
