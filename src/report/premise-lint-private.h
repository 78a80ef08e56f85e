/* premise-lint-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-lint.h"
#include "premise-loader.h"

G_BEGIN_DECLS

/* Shared between the premise-lint files only. The linter runs at the end of a load, while the
 * files are still there: so it knows the place of everything that it complains about. */
typedef struct
{
  PremiseLoader    *loader;
  PremiseReport    *report;
  PremiseModel     *model;
  PremiseEvaluator *evaluator;  /* the base case */
  GHashTable       *cited;      /* ids of the sources that anything names, borrowed from it */
  GHashTable       *labels;     /* numbers in the names of members, “20% case”, as text */
  gboolean          has_pages;  /* any source has pages that one can name */
} PremiseLint;

/* premise-lint.c */
void     premise_lint_complain      (PremiseJsonValue   value,
                                     PremiseRuleCode    rule,
                                     const char        *format,
                                     ...) G_GNUC_PRINTF (3, 4);
void     premise_lint_complain_in   (PremiseJsonValue   value,
                                     gsize              offset,
                                     PremiseRuleCode    rule,
                                     const char        *format,
                                     ...) G_GNUC_PRINTF (4, 5);
gboolean premise_lint_source_has_pages (PremiseLint    *self,
                                     const char        *source);

/* premise-lint-text.c */
void     premise_lint_text          (PremiseLint       *self,
                                     PremiseJsonValue   value);

/* premise-lint-model.c */
void     premise_lint_model         (PremiseLint       *self);

/* premise-lint-usage.c */
void     premise_lint_usage         (PremiseLint       *self);

/* premise-lint-section.c */
void     premise_lint_sections      (PremiseLint       *self);

G_END_DECLS
