/* test-random.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-random-private.h"

/* Every level of the processor draws the same bits, and neither 0 nor 1. */
static void
test_levels (void)
{
  for (guint level = 0; level < PREMISE_N_RANDOM_LEVELS; level++)
    {
      const PremiseRandomTable *base = premise_random_table_get_level (0);
      const PremiseRandomTable *table = premise_random_table_get_level (level);
      PremiseRandom a;
      PremiseRandom b;
      double u[64];
      double v[64];

      if (table == NULL)
        continue;

      premise_random_init (&a, 42, 7);
      premise_random_init (&b, 42, 7);
      base->draw (&a, u, 64);
      table->draw (&b, v, 64);
      g_assert_cmpmem (u, sizeof u, v, sizeof v);

      for (guint i = 0; i < 64; i++)
        g_assert_true (u[i] > 0 && u[i] < 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/random/levels-of-the-processor", test_levels);

  return g_test_run ();
}
