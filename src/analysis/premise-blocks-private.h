/* premise-blocks-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-simulation.h"

G_BEGIN_DECLS

/**
 * PremiseBlocks:
 * @n: how many blocks there are
 * @n_threads: how many threads, 0 for all processors
 * @progress: (nullable): told by the calling thread how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop it
 * @new_state: makes what one thread needs
 * @run: computes a block
 * @free_state: frees what @new_state made
 * @user_data: for @new_state and @run
 *
 * Work in many parts that do not depend on one another.
 */
typedef struct
{
  guint64                    n;
  guint                      n_threads;
  PremiseSimulationProgress  progress;
  gpointer                   progress_data;
  GCancellable              *cancellable;
  gpointer                 (*new_state)  (gpointer user_data);
  void                     (*run)        (gpointer user_data,
                                          gpointer state,
                                          guint64  block);
  void                     (*free_state) (gpointer state);
  gpointer                   user_data;
} PremiseBlocks;

gboolean premise_blocks_run (const PremiseBlocks  *blocks,
                             GError              **error);

G_END_DECLS
