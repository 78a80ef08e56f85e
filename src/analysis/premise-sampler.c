/* premise-sampler.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-sampler-private.h"

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT (PREMISE_SOBOL_RUN == PREMISE_BATCH_LANES);
G_STATIC_ASSERT (PREMISE_SOBOL_INPUTS == PREMISE_SOBOL_DIMENSIONS);

/* A Sobol sequence is even over a power of two of its points. */
static guint64
round_up (guint64 n_points)
{
  guint64 each = PREMISE_SOBOL_RUN;

  while (each * PREMISE_SAMPLER_REPLICATIONS < n_points && each < G_MAXUINT32)
    each *= 2;

  return each * PREMISE_SAMPLER_REPLICATIONS;
}

/**
 * premise_sampler_init:
 * @self: (out): a sampler
 * @sampling: how to draw
 * @n_points: how many points are wanted; of a Sobol sequence there will be as many or more
 * @seed: what makes the draw another
 * @n_columns: how many coordinates a point has
 * @error: return location for an error
 *
 * Prepares to draw.
 *
 * Returns: whether there is anything to draw
 */
gboolean
premise_sampler_init (PremiseSampler   *self,
                      PremiseSampling   sampling,
                      guint64           n_points,
                      guint64           seed,
                      guint             n_columns,
                      GError          **error)
{
  gboolean even = sampling == PREMISE_SAMPLING_SOBOL;

  *self = (PremiseSampler) { .sampling = sampling, .seed = seed, .n_columns = n_columns };

  if (n_points == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("a simulation needs at least one sample"));
      return FALSE;
    }

  self->n_points = even ? round_up (n_points) : n_points;
  self->n_blocks = (self->n_points + PREMISE_BATCH_LANES - 1) / PREMISE_BATCH_LANES;
  self->n_replications = even ? PREMISE_SAMPLER_REPLICATIONS : 1;
  self->sobol = even ? premise_sobol_new (n_columns) : NULL;

  return TRUE;
}

/**
 * premise_sampler_clear:
 * @self: a sampler
 *
 * Frees what it keeps.
 */
void
premise_sampler_clear (PremiseSampler *self)
{
  g_clear_pointer (&self->sobol, premise_sobol_free);
}

/**
 * premise_draw_init:
 * @self: (out): coordinates
 * @sampler: where they come from
 * @block: whose
 *
 * Begins with the first coordinate.
 */
void
premise_draw_init (PremiseDraw          *self,
                   const PremiseSampler *sampler,
                   guint64               block)
{
  self->sampler = sampler;
  self->block = block;
  self->column = 0;
  premise_random_init (&self->random, sampler->seed, block);
}

/**
 * premise_draw_next:
 * @self: coordinates
 * @u: (out caller-allocates) (array fixed-size=128): numbers between 0 and 1, neither included
 *
 * Draws the next coordinate of all points of the block. Those that a Sobol sequence does not
 * reach are random.
 */
void
premise_draw_next (PremiseDraw *self,
                   double      *u)
{
  const PremiseSampler *sampler = self->sampler;
  guint column = self->column++;

  if (sampler->sobol != NULL && column < PREMISE_SOBOL_DIMENSIONS)
    {
      guint64 replication = self->block % sampler->n_replications;
      guint64 scramble = premise_random_hash (sampler->seed, replication << 32 | column);

      premise_sobol_draw (sampler->sobol, column, (guint32) (scramble >> 32),
                          (guint32) (self->block / sampler->n_replications * PREMISE_SOBOL_RUN), u);
    }
  else
    premise_random_table_get ()->draw (&self->random, u, PREMISE_BATCH_LANES);
}
