/* premise-two-way.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"

G_BEGIN_DECLS

double *premise_two_way_dup_values (PremiseScenario   *scenario,
                                    const PremiseCell *row,
                                    const double      *row_values,
                                    guint              n_rows,
                                    const PremiseCell *column,
                                    const double      *column_values,
                                    guint              n_columns,
                                    const PremiseCell *output) G_GNUC_WARN_UNUSED_RESULT;
double *premise_two_way_dup_steps  (PremiseScenario   *scenario,
                                    const PremiseCell *assumption,
                                    guint              n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
