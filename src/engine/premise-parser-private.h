/* premise-parser-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-diagnostic.h"
#include "premise-expression-private.h"

G_BEGIN_DECLS

#define PREMISE_MAX_DEPTH          200
#define PREMISE_MAX_FORMULA_LENGTH 65536

guint32 premise_parser_parse (const char        *text,
                              PremiseExpression *expression,
                              const char        *variable,
                              GPtrArray         *diagnostics);

G_END_DECLS
