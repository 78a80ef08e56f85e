/* sample.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"

G_BEGIN_DECLS

/* Models for tests, written as text. A line is empty or one of
 *
 *   index ID MEMBER …
 *   datum ID UNIT INDEX … : VALUE …
 *   assumption ID UNIT INDEX … : VALUE … [from MIN to MAX step STEP]
 *   formula ID UNIT INDEX … : EXPRESSION
 *
 * The UNIT “-” leaves the unit away; a formula without an INDEX infers its indexes.
 */
PremiseModel     *sample_build             (const char        *text,
                                            GPtrArray         *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
/* Fails the test if there is anything wrong with the model. */
PremiseModel     *sample_build_clean       (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
PremiseEvaluator *sample_evaluate          (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
/* A model has it, or the test fails. */
guint             sample_find              (PremiseModel      *model,
                                            const char        *id);
void              sample_set               (PremiseScenario   *scenario,
                                            const char        *id,
                                            guint              cell,
                                            double             value);
/* Ids with blanks between them. */
char             *sample_describe          (PremiseModel      *model,
                                            const GArray      *variables);
/* Values with blanks between them, errors by their names. */
char             *sample_describe_values   (PremiseEvaluator  *evaluator,
                                            const char        *id);
guint64           sample_get_bits          (double             value);

#define sample_assert_values(evaluator, id, expected)                           \
  G_STMT_START {                                                                \
    g_autofree char *sample_text = sample_describe_values (evaluator, id);      \
                                                                                \
    g_assert_cmpstr (sample_text, ==, expected);                                \
  } G_STMT_END

G_END_DECLS
