/* premise-value-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"
#include "premise-report.h"

G_BEGIN_DECLS

char *premise_value_text_dup      (PremiseReport       *report,
                                   PremiseEvaluator    *evaluator,
                                   guint                variable,
                                   guint                cell,
                                   const PremiseFormat *format,
                                   const char          *language) G_GNUC_WARN_UNUSED_RESULT;
char *premise_value_text_dup_base (PremiseReport       *report,
                                   PremiseEvaluator    *evaluator,
                                   guint                variable,
                                   guint                cell,
                                   const PremiseFormat *format,
                                   const char          *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
