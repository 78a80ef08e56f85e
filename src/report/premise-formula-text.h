/* premise-formula-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"

G_BEGIN_DECLS

char *premise_formula_dup_words   (PremiseReport    *report,
                                   guint             variable,
                                   const char       *language) G_GNUC_WARN_UNUSED_RESULT;
char *premise_formula_dup_numbers (PremiseReport    *report,
                                   PremiseEvaluator *evaluator,
                                   guint             variable,
                                   guint             cell,
                                   const char       *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
