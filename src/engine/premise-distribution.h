/* premise-distribution.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PremiseDistributionKind:
 * @PREMISE_DISTRIBUTION_UNIFORM: low, high
 * @PREMISE_DISTRIBUTION_TRIANGULAR: low, mode, high
 * @PREMISE_DISTRIBUTION_PERT: low, mode, high: a beta distribution whose mean is
 *   (low + 4 mode + high) / 6
 * @PREMISE_DISTRIBUTION_NORMAL: mean, standard deviation
 * @PREMISE_DISTRIBUTION_LOGNORMAL: median, standard deviation of the logarithm
 * @PREMISE_DISTRIBUTION_DISCRETE: value, weight, value, weight …
 *
 * The kinds of distributions and their parameters.
 */
typedef enum
{
  PREMISE_DISTRIBUTION_UNIFORM,
  PREMISE_DISTRIBUTION_TRIANGULAR,
  PREMISE_DISTRIBUTION_PERT,
  PREMISE_DISTRIBUTION_NORMAL,
  PREMISE_DISTRIBUTION_LOGNORMAL,
  PREMISE_DISTRIBUTION_DISCRETE,
} PremiseDistributionKind;

/**
 * PremiseDistribution:
 *
 * A distribution of an assumption, cut off at the limits of its range. Immutable.
 */
typedef struct _PremiseDistribution PremiseDistribution;

PremiseDistribution *premise_distribution_new      (PremiseDistributionKind    kind,
                                                    const double              *parameters,
                                                    guint                      n_parameters,
                                                    double                     min,
                                                    double                     max,
                                                    GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void                 premise_distribution_free     (PremiseDistribution       *self);
double               premise_distribution_quantile (const PremiseDistribution *self,
                                                    double                     probability);
void                 premise_distribution_sample   (const PremiseDistribution *self,
                                                    const double              *u,
                                                    double                    *x,
                                                    gsize                      n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseDistribution, premise_distribution_free)

G_END_DECLS
