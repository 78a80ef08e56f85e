/* premise-variance.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-simulation.h"

G_BEGIN_DECLS

/**
 * PremiseSobolIndex:
 * @first: the part of the variance of the output that the input explains by itself
 * @first_error: its standard error
 * @total: the part that would be left if all but it were known: itself and together with others
 * @total_error: its standard error
 *
 * How much of an output's uncertainty comes from an input. NaN where the output does not vary
 * or has no value for some samples.
 */
typedef struct
{
  double first;
  double first_error;
  double total;
  double total_error;
} PremiseSobolIndex;

GArray *premise_variance_run (PremiseBatch                    *batch,
                              guint                            output,
                              PremiseDistribution *const      *distributions,
                              const PremiseSimulationOptions  *options,
                              GCancellable                    *cancellable,
                              GError                         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
