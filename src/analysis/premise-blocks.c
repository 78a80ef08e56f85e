/* premise-blocks.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-blocks-private.h"

/* How often progress is told. */
#define N_REPORTS 100

typedef struct
{
  const PremiseBlocks *blocks;
  gsize                next;   /* (atomic): the first block nobody has taken */
} Work;

/* Takes blocks until there are none. @reports: whether this is the thread that may report */
static void
take_blocks (Work     *work,
             gboolean  reports)
{
  const PremiseBlocks *blocks = work->blocks;
  gpointer state = blocks->new_state (blocks->user_data);
  guint64 report_every = MAX (1, blocks->n / N_REPORTS);
  guint64 reported = 0;

  while (!g_cancellable_is_cancelled (blocks->cancellable))
    {
      guint64 block = (guint64) g_atomic_pointer_add (&work->next, 1);

      if (block >= blocks->n)
        break;

      blocks->run (blocks->user_data, state, block);

      if (reports && blocks->progress != NULL && block >= reported + report_every)
        {
          reported = block;
          blocks->progress ((double) block / (double) blocks->n, blocks->progress_data);
        }
    }

  blocks->free_state (state);
}

static gpointer
thread_cb (gpointer data)
{
  take_blocks (data, FALSE);

  return NULL;
}

/**
 * premise_blocks_run:
 * @blocks: the work
 * @error: return location for an error
 *
 * Computes all blocks, on the calling thread and on others. A thread that cannot be started is
 * done without.
 *
 * Returns: %TRUE, or %FALSE with %G_IO_ERROR_CANCELLED if it was stopped
 */
gboolean
premise_blocks_run (const PremiseBlocks  *blocks,
                    GError              **error)
{
  guint wanted = blocks->n_threads > 0 ? blocks->n_threads : g_get_num_processors ();
  guint n = (guint) MIN (wanted, blocks->n);
  g_autofree GThread **threads = g_new0 (GThread *, n + 1);
  Work work = { .blocks = blocks };

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_try_new ("premise-blocks", thread_cb, &work, NULL);

  take_blocks (&work, TRUE);

  for (guint i = 1; i < n; i++)
    {
      if (threads[i] != NULL)
        g_thread_join (threads[i]);
    }

  return !g_cancellable_set_error_if_cancelled (blocks->cancellable, error);
}
