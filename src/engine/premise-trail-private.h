/* premise-trail-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-interpreter-private.h"
#include "premise-model-private.h"

G_BEGIN_DECLS

/* Longer lists are not kept: to find what is reachable is by then a small part of the work. */
#define PREMISE_MAX_TRAIL 4096

/* A variable is wide if one formula in so many depends on it. */
#define PREMISE_WIDE_PART 8

/**
 * PremiseTrail:
 * @steps: the formulas that depend on a variable, precedents first
 * @n: how many
 * @too_long: whether the list is too long to be kept; @n is how many were found by then
 * @edges: for each step, which flags tell of its precedents
 * @changed: a flag for the variable, which is set, and one for each step
 *
 * What is to be evaluated when one variable changes.
 */
typedef struct
{
  PremiseStep *steps;
  guint             n;
  gboolean          too_long;
  guint32          *edges;
  guint8           *changed;
} PremiseTrail;

void          premise_step_init (PremiseStep        *step,
                                 const PremiseModel *model,
                                 guint               variable);

PremiseTrail *premise_trail_new  (PremiseModel *model,
                                  guint         variable) G_GNUC_WARN_UNUSED_RESULT;
void          premise_trail_free (PremiseTrail *self);
guint         premise_trail_run  (PremiseTrail *self,
                                  PremiseModel *model,
                                  double       *memory);

G_END_DECLS
