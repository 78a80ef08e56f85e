/* premise-statistics.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PremiseMoments:
 * @n: how many numbers there are
 * @n_errors: how many were none
 * @mean: their mean
 * @squares: the sum of the squares of their distances from it
 * @min: the lowest
 * @max: the highest
 *
 * What a sample comes to.
 */
typedef struct
{
  guint64 n;
  guint64 n_errors;
  double  mean;
  double  squares;
  double  min;
  double  max;
} PremiseMoments;

void   premise_moments_init          (PremiseMoments       *self);
void   premise_moments_add           (PremiseMoments       *self,
                                      const double         *values,
                                      gsize                 n);
void   premise_moments_merge         (PremiseMoments       *self,
                                      const PremiseMoments *other);
double premise_moments_get_deviation (const PremiseMoments *self);
double premise_moments_get_error     (const PremiseMoments *self);

void   premise_quantiles             (const double         *values,
                                      gsize                 n,
                                      const PremiseMoments *moments,
                                      const double         *probabilities,
                                      double               *quantiles,
                                      guint                 n_quantiles);
void   premise_histogram             (const double         *values,
                                      gsize                 n,
                                      const PremiseMoments *moments,
                                      guint64              *counts,
                                      guint                 n_bins);

G_END_DECLS
