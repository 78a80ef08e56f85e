/* test-sobol.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-random-private.h"
#include "premise-sobol-private.h"

#include <math.h>

#define N 4096

/* The first points of one coordinate. */
static void
draw_all (const PremiseSobol *sobol,
          guint               dimension,
          guint32             scramble,
          double             *u)
{
  for (guint32 first = 0; first < N; first += PREMISE_SOBOL_RUN)
    premise_sobol_draw (sobol, dimension, scramble, first, u + first);
}

/* Every run of 2^k points has one in each 2^k-th, in every dimension and however scrambled. */
static void
test_strata (void)
{
  g_autoptr(PremiseSobol) sobol = premise_sobol_new (PREMISE_SOBOL_DIMENSIONS);
  g_autofree double *u = g_new (double, N);

  for (guint dimension = 0; dimension < PREMISE_SOBOL_DIMENSIONS; dimension++)
    {
      draw_all (sobol, dimension, (guint32) premise_random_hash (3, dimension), u);

      for (guint size = 1; size <= N; size *= 4)
        {
          for (guint first = 0; first < N; first += size)
            {
              g_autofree guint8 *taken = g_new0 (guint8, size);

              for (guint i = first; i < first + size; i++)
                {
                  g_assert_cmpfloat (u[i], >, 0);
                  g_assert_cmpfloat (u[i], <, 1);
                  g_assert_cmpuint (taken[(guint) (u[i] * size)]++, ==, 0);
                }
            }
        }
    }
}

/* The first two dimensions are a (0, 2)-sequence: 2^k points have one in each box of that size,
 * whatever its sides.
 */
static void
test_boxes (void)
{
  g_autoptr(PremiseSobol) sobol = premise_sobol_new (2);
  g_autofree double *x = g_new (double, N);
  g_autofree double *y = g_new (double, N);

  draw_all (sobol, 0, 0x9e3779b9, x);
  draw_all (sobol, 1, 0x7f4a7c15, y);

  for (guint columns = 1; columns <= N; columns *= 2)
    {
      g_autofree guint8 *taken = g_new0 (guint8, N);
      guint rows = N / columns;

      for (guint i = 0; i < N; i++)
        g_assert_cmpuint (taken[(guint) (x[i] * columns) * rows + (guint) (y[i] * rows)]++, ==, 0);
    }
}

/* Scrambles are as good as independent: the mean of one point over many of them is ½, and its
 * neighbour says nothing about it.
 */
static void
test_scrambles (void)
{
  g_autoptr(PremiseSobol) sobol = premise_sobol_new (5);
  const guint n = 20000;
  double u[PREMISE_SOBOL_RUN];
  double sum = 0;
  double squares = 0;
  double product = 0;

  for (guint i = 0; i < n; i++)
    {
      double last;

      premise_sobol_draw (sobol, 4, (guint32) (premise_random_hash (1, i) >> 32), 0, u);
      last = u[0] - 0.5;
      sum += last;
      squares += last * last;
      premise_sobol_draw (sobol, 3, (guint32) (premise_random_hash (2, i) >> 32), 0, u);
      product += last * (u[0] - 0.5);
    }

  g_assert_cmpfloat (fabs (sum / n), <, 4 * sqrt (1.0 / 12 / n));
  g_assert_cmpfloat (fabs (squares / n - 1.0 / 12), <, 4 * sqrt (1.0 / 180 / n));
  g_assert_cmpfloat (fabs (product / n), <, 4 * sqrt (1.0 / 144 / n));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/sobol/strata", test_strata);
  g_test_add_func ("/analysis/sobol/boxes", test_boxes);
  g_test_add_func ("/analysis/sobol/scrambles", test_scrambles);

  return g_test_run ();
}
