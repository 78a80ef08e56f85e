/* premise-distribution-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-distribution.h"

G_BEGIN_DECLS

/**
 * PremiseQuantileLoops:
 * @uniform: between @low and @high
 * @triangular: of the part of the distribution from @from on that is @width wide
 *
 * The loops from numbers between 0 and 1 to quantiles, compiled for one level of the processor.
 */
typedef struct
{
  void (*uniform)    (const double *u,
                      double       *x,
                      gsize         n,
                      double        low,
                      double        high);
  void (*triangular) (const double *u,
                      double       *x,
                      gsize         n,
                      double        from,
                      double        width,
                      double        low,
                      double        mode,
                      double        high);
} PremiseQuantileLoops;

extern const PremiseQuantileLoops premise_quantile_loops_baseline;
extern const PremiseQuantileLoops premise_quantile_loops_v3;
extern const PremiseQuantileLoops premise_quantile_loops_v4;

const PremiseQuantileLoops *premise_quantile_loops_get_level (guint level);

G_END_DECLS
