/* test-labels.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define SEED 7
#define N_RANDOM 2000
#define MAX_LABELS 12

static void
test_labels_stay (void)
{
  double centers[] = { 20, 60, 40 };
  const double sizes[] = { 10, 10, 10 };

  g_assert_true (premise_labels_spread (centers, sizes, 3, 0, 100));
  g_assert_cmpfloat (centers[0], ==, 20);
  g_assert_cmpfloat (centers[1], ==, 60);
  g_assert_cmpfloat (centers[2], ==, 40);
}

static void
test_labels_part (void)
{
  double centers[] = { 50, 50 };
  const double sizes[] = { 10, 10 };

  g_assert_true (premise_labels_spread (centers, sizes, 2, 0, 100));
  g_assert_cmpfloat (centers[0], ==, 45);
  g_assert_cmpfloat (centers[1], ==, 55);
}

static void
test_labels_no_room (void)
{
  double centers[] = { 50, 50, 50 };
  const double sizes[] = { 10, 10, 10 };

  g_assert_false (premise_labels_spread (centers, sizes, 3, 0, 25));
  g_assert_true (premise_labels_spread (centers, sizes, 0, 0, 25));
}

static void
test_labels_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint n = g_rand_int_range (rand, 1, MAX_LABELS + 1);
      double centers[MAX_LABELS];
      double wanted[MAX_LABELS];
      double sizes[MAX_LABELS];

      for (guint l = 0; l < n; l++)
        {
          wanted[l] = centers[l] = g_rand_double_range (rand, -50, 350);
          sizes[l] = g_rand_double_range (rand, 5, 25);
        }

      g_assert_true (premise_labels_spread (centers, sizes, n, 0, 300));

      for (guint l = 0; l < n; l++)
        {
          g_assert_cmpfloat (centers[l] - sizes[l] / 2, >=, -1e-9);
          g_assert_cmpfloat (centers[l] + sizes[l] / 2, <=, 300 + 1e-9);

          for (guint k = 0; k < l; k++)
            {
              g_assert_cmpfloat (fabs (centers[l] - centers[k]), >=,
                                 (sizes[l] + sizes[k]) / 2 - 1e-9);
              /* The order of the lines is the order of their names. */
              g_assert_true ((wanted[l] - wanted[k]) * (centers[l] - centers[k]) >= 0);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/labels/stay", test_labels_stay);
  g_test_add_func ("/chart/labels/part", test_labels_part);
  g_test_add_func ("/chart/labels/no-room", test_labels_no_room);
  g_test_add_func ("/chart/labels/random", test_labels_random);

  return g_test_run ();
}
