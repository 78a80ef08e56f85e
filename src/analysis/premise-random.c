/* premise-random.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-random-private.h"

/* SplitMix64, which turns any seed, however regular, into a good state. */
static guint64
split_mix (guint64 *state)
{
  guint64 z;

  *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = *state;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/**
 * premise_random_init:
 * @self: (out): generators
 * @seed: what makes a simulation another
 * @stream: what makes a part of it another
 *
 * Seeds the generators. Each stream begins at a place of its own, so that a part of a
 * simulation can be drawn without the parts before it.
 */
void
premise_random_init (PremiseRandom *self,
                     guint64        seed,
                     guint64        stream)
{
  guint64 state = seed;
  guint64 mixed = split_mix (&state);

  state = mixed ^ (stream * G_GUINT64_CONSTANT (0xd1342543de82ef95));

  for (guint lane = 0; lane < PREMISE_RANDOM_LANES; lane++)
    {
      for (guint i = 0; i < 4; i++)
        self->s[i][lane] = split_mix (&state);
    }
}

/**
 * premise_random_hash:
 * @seed: what makes a simulation another
 * @key: what makes a part of it another
 *
 * Returns: a number that depends on both and looks random
 */
guint64
premise_random_hash (guint64 seed,
                     guint64 key)
{
  guint64 state = seed;

  state = split_mix (&state) ^ (key * G_GUINT64_CONSTANT (0xd1342543de82ef95));

  return split_mix (&state);
}

/**
 * premise_random_table_get_level:
 * @level: 0 for any processor of this kind, up to PREMISE_N_RANDOM_LEVELS − 1
 *
 * Returns: (transfer none) (nullable): the loops of a level, or %NULL if this processor lacks it
 */
const PremiseRandomTable *
premise_random_table_get_level (guint level)
{
  if (level == 0)
    return &premise_random_table_baseline;

#ifdef __x86_64__
  __builtin_cpu_init ();

  if (level == 1 && __builtin_cpu_supports ("x86-64-v3"))
    return &premise_random_table_v3;

  if (level == 2 && __builtin_cpu_supports ("x86-64-v4"))
    return &premise_random_table_v4;
#endif

  return NULL;
}

/**
 * premise_random_table_get:
 *
 * Returns: (transfer none): the loops of the highest level that this processor has
 */
const PremiseRandomTable *
premise_random_table_get (void)
{
  static const PremiseRandomTable *best;

  if (g_once_init_enter_pointer (&best))
    {
      const PremiseRandomTable *table = NULL;

      for (guint level = PREMISE_N_RANDOM_LEVELS; table == NULL; level--)
        table = premise_random_table_get_level (level - 1);

      g_once_init_leave_pointer (&best, table);
    }

  return best;
}
