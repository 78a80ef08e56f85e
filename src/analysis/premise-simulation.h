/* premise-simulation.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"
#include "premise-copula.h"
#include "premise-distribution.h"
#include "premise-statistics.h"

G_BEGIN_DECLS

/* How many inputs a Sobol sequence reaches; those beyond are random. */
#define PREMISE_SOBOL_INPUTS 1024

/* How far it is, from 0 to 1; called by the thread that runs the simulation. */
typedef void (*PremiseSimulationProgress) (double   fraction,
                                           gpointer user_data);

/**
 * PremiseSampling:
 * @PREMISE_SAMPLING_MONTE_CARLO: random numbers
 * @PREMISE_SAMPLING_SOBOL: scrambled Sobol sequences (quasi-Monte Carlo), which fill the space
 *   of the inputs evenly, so that the mean of a smooth output settles much sooner
 *
 * Where the samples come from.
 */
typedef enum
{
  PREMISE_SAMPLING_MONTE_CARLO,
  PREMISE_SAMPLING_SOBOL,
} PremiseSampling;

/**
 * PremiseSimulationOptions:
 * @n_samples: how many samples; of Sobol sequences, whose length is a power of two, there will be
 *   as many or more, 2048 at least
 * @sampling: where they come from
 * @copula: (nullable): how the inputs are correlated
 * @seed: what makes this simulation another
 * @n_threads: how many threads, 0 for all processors; the numbers do not depend on it
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 *
 * How to simulate.
 */
typedef struct
{
  guint64                   n_samples;
  PremiseSampling           sampling;
  const PremiseCopula      *copula;
  guint64                   seed;
  guint                     n_threads;
  PremiseSimulationProgress progress;
  gpointer                  user_data;
} PremiseSimulationOptions;

/**
 * PremiseConvergence:
 * @n_samples: how many samples were drawn so far
 * @mean: the mean of those with a value, NaN if there is none
 * @standard_error: how far from the true mean it may be, NaN if that cannot be told
 *
 * A point on the way to the mean.
 */
typedef struct
{
  guint64 n_samples;
  double  mean;
  double  standard_error;
} PremiseConvergence;

/**
 * PremiseSimulation:
 *
 * The outcome of a Monte Carlo simulation: what the outputs of a batch come to when its
 * inputs are drawn from distributions.
 */
#define PREMISE_TYPE_SIMULATION (premise_simulation_get_type ())
G_DECLARE_FINAL_TYPE (PremiseSimulation, premise_simulation, PREMISE, SIMULATION, GObject)

PremiseSimulation       *premise_simulation_run            (PremiseBatch                    *batch,
                                                            PremiseDistribution *const      *distributions,
                                                            const PremiseSimulationOptions  *options,
                                                            GCancellable                    *cancellable,
                                                            GError                         **error) G_GNUC_WARN_UNUSED_RESULT;
guint64                  premise_simulation_get_n_samples  (PremiseSimulation               *self);
const double            *premise_simulation_get_samples    (PremiseSimulation               *self,
                                                            guint                            output);
const PremiseMoments    *premise_simulation_get_moments    (PremiseSimulation               *self,
                                                            guint                            output);
double                   premise_simulation_get_error      (PremiseSimulation               *self,
                                                            guint                            output);
double                   premise_simulation_get_quantile   (PremiseSimulation               *self,
                                                            guint                            output,
                                                            double                           probability);
void                     premise_simulation_get_quantiles  (PremiseSimulation               *self,
                                                            guint                            output,
                                                            const double                    *probabilities,
                                                            double                          *quantiles,
                                                            guint                            n);
void                     premise_simulation_get_histogram  (PremiseSimulation               *self,
                                                            guint                            output,
                                                            guint64                         *counts,
                                                            guint                            n_bins);
GArray                  *premise_simulation_dup_convergence (PremiseSimulation              *self,
                                                             guint                           output);

G_END_DECLS
