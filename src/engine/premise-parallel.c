/* premise-parallel.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-parallel-private.h"

/* So many items are worth a thread. */
#define PART_SIZE 8192

typedef struct
{
  PremisePartFunc  func;
  gpointer         user_data;
  guint            part;
  guint            first;
  guint            end;
  GThread         *thread;   /* (nullable) */
} Part;

static gpointer
run_part (gpointer data)
{
  Part *part = data;

  part->func (part->user_data, part->part, part->first, part->end);

  return NULL;
}

/**
 * premise_parallel_count:
 * @n: how many items there are
 *
 * Returns: how many parts premise_parallel_run() makes of them, at most %PREMISE_PARALLEL_MAX
 */
guint
premise_parallel_count (guint n)
{
  return CLAMP (n / PART_SIZE, 1, MIN (PREMISE_PARALLEL_MAX, g_get_num_processors ()));
}

/**
 * premise_parallel_run:
 * @n: how many items there are
 * @func: what to do with a part of them
 * @user_data: passed to @func
 *
 * Works through many items on all processors, and through few here; it is done when this returns.
 */
void
premise_parallel_run (guint            n,
                      PremisePartFunc  func,
                      gpointer         user_data)
{
  guint n_parts = premise_parallel_count (n);
  Part parts[PREMISE_PARALLEL_MAX];

  for (guint i = 0; i < n_parts; i++)
    {
      guint first = (guint) ((guint64) n * i / n_parts);
      guint end = (guint) ((guint64) n * (i + 1) / n_parts);

      parts[i] = (Part) { func, user_data, i, first, end, NULL };

      if (i > 0)
        parts[i].thread = g_thread_try_new ("premise-parallel", run_part, &parts[i], NULL);
    }

  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i].thread != NULL)
        g_thread_join (parts[i].thread);
      else
        run_part (&parts[i]);
    }
}
