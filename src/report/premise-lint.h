/* premise-lint.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"
#include "premise-rule.h"

G_BEGIN_DECLS

PremiseReport *premise_report_lint (const char *path,
                                    GPtrArray  *diagnostics) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
