/* premise-lane.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-lane-private.h"

/**
 * premise_lane_table_get_level:
 * @level: 0 for any processor of this kind, up to PREMISE_N_LANE_LEVELS − 1
 *
 * Returns: (transfer none) (nullable): the loops of a level, or %NULL if this processor lacks it
 */
const PremiseLaneTable *
premise_lane_table_get_level (guint level)
{
  if (level == 0)
    return &premise_lane_table_baseline;

#ifdef __x86_64__
  __builtin_cpu_init ();

  if (level == 1 && __builtin_cpu_supports ("x86-64-v3"))
    return &premise_lane_table_v3;

  if (level == 2 && __builtin_cpu_supports ("x86-64-v4"))
    return &premise_lane_table_v4;
#endif

  return NULL;
}

/**
 * premise_lane_table_get:
 *
 * Returns: (transfer none): the loops of the highest level that this processor has
 */
const PremiseLaneTable *
premise_lane_table_get (void)
{
  static const PremiseLaneTable *best;

  if (g_once_init_enter_pointer (&best))
    {
      const PremiseLaneTable *table = NULL;

      for (guint level = PREMISE_N_LANE_LEVELS; table == NULL; level--)
        table = premise_lane_table_get_level (level - 1);

      g_once_init_leave_pointer (&best, table);
    }

  return best;
}
