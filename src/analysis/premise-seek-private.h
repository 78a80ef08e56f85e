/* premise-seek-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-seek.h"

G_BEGIN_DECLS

/**
 * PremiseSeeker:
 * @result: what is found is added here
 * @lanes: what computes the output, and the bends, from the assumption
 * @output: what is looked at: 0 for the output; or a bend, behind it
 * @boolean: whether the output is looked at as a condition
 * @target: what the output is to reach
 * @x: the samples, ascending, base units
 * @y: the distance from the target there; NaN for errors
 * @n: how many
 * @n_allocated: for how many there is room
 *
 * A search for where an output reaches a target.
 */
typedef struct
{
  PremiseSeek  *result;
  PremiseLanes *lanes;
  guint         output;
  gboolean      boolean;
  double        target;
  double       *x;
  double       *y;
  guint         n;
  guint         n_allocated;
} PremiseSeeker;

static inline int
premise_seeker_sign (double y)
{
  return (y > 0) - (y < 0);
}

void     premise_seeker_evaluate   (PremiseSeeker     *self,
                                    const double      *x,
                                    double            *y,
                                    guint              n);
guint    premise_seeker_cut        (double             from,
                                    double             to,
                                    double            *x);
gboolean premise_seeker_narrow     (PremiseSeeker     *self,
                                    int                sign,
                                    double            *from,
                                    double            *to,
                                    double            *y_from,
                                    double            *y_to,
                                    double            *wide);
void     premise_seeker_add_sample (PremiseSeeker     *self,
                                    double             x);
void     premise_seeker_arrange    (PremiseSeeker     *self);
void     premise_seeker_add_bends  (PremiseSeeker     *self);
void     premise_seeker_sample     (PremiseSeeker     *self,
                                    PremiseScenario   *scenario,
                                    const PremiseCell *assumption);
void     premise_seeker_find_roots (PremiseSeeker     *self);

G_END_DECLS
