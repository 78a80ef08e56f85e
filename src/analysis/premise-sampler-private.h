/* premise-sampler-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-batch.h"
#include "premise-random-private.h"
#include "premise-simulation.h"
#include "premise-sobol-private.h"

G_BEGIN_DECLS

/* How many scrambled versions of a Sobol sequence are used beside one another. Their means
 * differ by what the error is made of. */
#define PREMISE_SAMPLER_REPLICATIONS 16

/**
 * PremiseSampler:
 * @sampling: how points are drawn
 * @seed: what makes the draw another
 * @n_columns: how many coordinates a point has
 * @n_blocks: how many blocks of PREMISE_BATCH_LANES points there are
 * @n_replications: 1, or PREMISE_SAMPLER_REPLICATIONS; block i belongs to number
 *   i mod n_replications
 * @sobol: (nullable): the sequence
 *
 * Where the points of a simulation come from. Each block can be drawn on its own.
 */
typedef struct
{
  PremiseSampling  sampling;
  guint64          seed;
  guint            n_columns;
  guint64          n_points;
  guint64          n_blocks;
  guint            n_replications;
  PremiseSobol    *sobol;
} PremiseSampler;

/* The coordinates of the points of a block, one after another. */
typedef struct
{
  const PremiseSampler *sampler;
  guint64               block;
  guint                 column;
  PremiseRandom         random;
} PremiseDraw;

gboolean premise_sampler_init  (PremiseSampler       *self,
                                PremiseSampling       sampling,
                                guint64               n_points,
                                guint64               seed,
                                guint                 n_columns,
                                GError              **error);
void     premise_sampler_clear (PremiseSampler       *self);
void     premise_draw_init     (PremiseDraw          *self,
                                const PremiseSampler *sampler,
                                guint64               block);
void     premise_draw_next     (PremiseDraw          *self,
                                double               *u);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PremiseSampler, premise_sampler_clear)

G_END_DECLS
