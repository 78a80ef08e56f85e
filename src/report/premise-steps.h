/* premise-steps.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-text.h"

G_BEGIN_DECLS

/* Stages in their order, and things side by side. Owned by the report and read-only. */

typedef struct
{
  PremiseText *title;
  PremiseText *text;
  PremiseText *period;    /* (nullable): when it is */
} PremiseStep;

/* What is compared with others. */
typedef struct
{
  PremiseText *title;
  PremiseText *text;      /* (nullable) */
  GPtrArray   *points;    /* (element-type PremiseText): with aspects one for each, NULL where there
                           * is nothing to say */
} PremiseComparisonColumn;

typedef struct
{
  GPtrArray *aspects;     /* (element-type PremiseText): in which they are compared; may be empty */
  GArray    *columns;     /* (element-type PremiseComparisonColumn): two or three */
} PremiseComparison;

/* Called for each text, in the order in which they are read. */
typedef void (*PremiseStepsFunc) (PremiseText *text,
                                  gpointer     user_data);

GArray            *premise_steps_new               (void) G_GNUC_WARN_UNUSED_RESULT;
void               premise_steps_foreach_text      (const GArray            *steps,
                                                    PremiseStepsFunc         func,
                                                    gpointer                 user_data);
PremiseComparison *premise_comparison_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void               premise_comparison_free         (PremiseComparison       *self);
void               premise_comparison_foreach_text (const PremiseComparison *self,
                                                    PremiseStepsFunc         func,
                                                    gpointer                 user_data);

G_END_DECLS
