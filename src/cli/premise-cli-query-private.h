/* premise-cli-query-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-cli-private.h"

#include "premise-query.h"

G_BEGIN_DECLS

/**
 * PremiseCliQuery:
 * @model: the model that was asked
 * @query: the result
 * @expression: what was typed
 * @language: the language to write numbers in
 *
 * An expression from the command line with its result.
 */
typedef struct
{
  PremiseModel *model;
  PremiseQuery *query;
  const char   *expression;
  const char   *language;
} PremiseCliQuery;

gboolean      premise_cli_is_expression (const char            *argument);
PremiseQuery *premise_cli_ask           (PremiseEvaluator      *evaluator,
                                         const char            *expression,
                                         gboolean               json) G_GNUC_WARN_UNUSED_RESULT;
void          premise_cli_print_query   (const PremiseCliQuery *self);
void          premise_cli_add_query     (const PremiseCliQuery *self,
                                         JsonBuilder           *builder);

G_END_DECLS
