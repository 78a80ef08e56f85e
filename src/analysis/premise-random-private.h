/* premise-random-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PREMISE_RANDOM_LANES 8

/**
 * PremiseRandom:
 *
 * Eight generators side by side, xoshiro256+, each seeded by SplitMix64.
 *
 * Source: D. Blackman and S. Vigna, “Scrambled linear pseudorandom number generators”, 2018.
 * The lowest bits, which are weak, are not used.
 */
typedef struct
{
  guint64 s[4][PREMISE_RANDOM_LANES];
} PremiseRandom;

void    premise_random_init (PremiseRandom *self,
                             guint64        seed,
                             guint64        stream);
guint64 premise_random_hash (guint64        seed,
                             guint64        key);

/* The loop that draws, compiled for each level of the processor. @n: a multiple of
 * PREMISE_RANDOM_LANES. */
typedef struct
{
  /* Numbers between 0 and 1, neither of them included. */
  void (*draw) (PremiseRandom *random,
                double        *u,
                gsize          n);
} PremiseRandomTable;

extern const PremiseRandomTable premise_random_table_baseline;
extern const PremiseRandomTable premise_random_table_v3;
extern const PremiseRandomTable premise_random_table_v4;

const PremiseRandomTable *premise_random_table_get       (void);
const PremiseRandomTable *premise_random_table_get_level (guint level);

#define PREMISE_N_RANDOM_LEVELS 3

G_END_DECLS
