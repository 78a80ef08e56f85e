/* premise-provenance.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model.h"

G_BEGIN_DECLS

typedef enum
{
  PREMISE_TRACE_PRECEDENTS,   /* what a variable is made of, down to the sources */
  PREMISE_TRACE_DEPENDENTS,   /* what is made of it */
} PremiseTraceDirection;

#define PREMISE_TRACE_ROOT ((guint) -1)

/**
 * PremiseTraceStep:
 * @variable: a position
 * @parent: the step that led here, PREMISE_TRACE_ROOT for the first one
 * @depth: how many steps that is away from the first one
 * @again: whether an earlier step has the same variable, so that what follows stands there
 *
 * A step on the way from a number to where it comes from, or to what comes from it.
 */
typedef struct
{
  guint    variable;
  guint    parent;
  guint    depth;
  gboolean again;
} PremiseTraceStep;

GArray *premise_model_dup_trace (PremiseModel          *self,
                                 guint                  variable,
                                 PremiseTraceDirection  direction) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
