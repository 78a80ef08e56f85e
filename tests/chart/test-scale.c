/* test-scale.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-scale.h"

#include <math.h>

/* What is less has no place on a logarithmic scale: it would be drawn as nothing anyway. */
#define LEAST_LOG 1e-200

static const double extents[][2] = {
  { 0, 290.4 }, { 0, 1 }, { -34.2, 12.5 }, { 0, 1e15 }, { 0, 1e-9 }, { -1e15, 1e-9 },
  { 99.9, 100.1 }, { 0, 0 }, { 5, 5 }, { -5, -5 }, { 1e290, 1e290 }, { -1e290, 1e290 },
  { 0, 5e-324 }, { 1234.5, 98765.4 }, { -0.0, 7 },
};

static gboolean
is_round (double value)
{
  double mantissa;

  if (value == 0)
    return TRUE;

  mantissa = fabs (value) / pow (10, floor (log10 (fabs (value)) + 1e-9));

  return fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 || fabs (mantissa - 5) < 1e-6;
}

static void
test_scale_linear (void)
{
  static const double units[] = { 1, 1e8, 0.01, 1e-6 };

  for (guint i = 0; i < G_N_ELEMENTS (extents) * G_N_ELEMENTS (units) * 6; i++)
    {
      const double *extent = extents[i % G_N_ELEMENTS (extents)];
      double unit = units[i / G_N_ELEMENTS (extents) % G_N_ELEMENTS (units)];
      guint n = 2 + i / (G_N_ELEMENTS (extents) * G_N_ELEMENTS (units));
      g_autoptr(GArray) ticks = NULL;
      PremiseScale scale;

      premise_scale_init_linear (&scale, extent[0], extent[1], unit);
      g_assert_cmpfloat (scale.min, <, scale.max);
      premise_scale_nice (&scale, n);
      /* What lies a hair's breadth outside is on the edge. */
      g_assert_cmpfloat (scale.min, <=, extent[0] + 1e-6 * (scale.max - scale.min));
      g_assert_cmpfloat (scale.max, >=, extent[1] - 1e-6 * (scale.max - scale.min));

      ticks = premise_scale_ticks (&scale, n);
      g_assert_cmpuint (ticks->len, >=, 2);
      g_assert_cmpuint (ticks->len, <=, n + 4);

      for (guint t = 1; t < ticks->len; t++)
        {
          double step = g_array_index (ticks, double, t) - g_array_index (ticks, double, t - 1);

          g_assert_true (is_round (step / unit) || extent[1] - extent[0] < 1e-3 * extent[1]);
        }

      /* Both ends of a nice domain are ticks. */
      g_assert_cmpfloat_with_epsilon (premise_scale_map (&scale, g_array_index (ticks, double, 0)),
                                      0, 1e-6);
      g_assert_cmpfloat_with_epsilon (premise_scale_map (&scale, g_array_index (ticks, double,
                                                                                ticks->len - 1)),
                                      1, 1e-6);
      g_assert_cmpfloat_with_epsilon (premise_scale_map (&scale, premise_scale_invert (&scale, 0.3)),
                                      0.3, 1e-6);
    }
}

static void
test_scale_negative_zero (void)
{
  g_autoptr(GArray) ticks = NULL;
  PremiseScale scale;

  premise_scale_init_linear (&scale, -0.0, 7, 1);
  premise_scale_nice (&scale, 5);
  ticks = premise_scale_ticks (&scale, 5);
  g_assert_false (signbit (g_array_index (ticks, double, 0)));
}

static void
test_scale_log (void)
{
  static const double ends[][2] = {
    { 29, 1160 }, { 1, 1 }, { 3, 4 }, { 1e-9, 1e15 }, { 100, 1000 }, { 1e-300, 1e290 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends) * 5; i++)
    {
      const double *extent = ends[i % G_N_ELEMENTS (ends)];
      double least = fmax (extent[0], LEAST_LOG);
      guint n = 2 + i / G_N_ELEMENTS (ends);
      g_autoptr(GArray) ticks = NULL;
      PremiseScale scale;

      premise_scale_init_log (&scale, extent[0], extent[1], 1);
      premise_scale_nice (&scale, n);
      g_assert_cmpfloat (scale.min, <=, least * (1 + 1e-9));
      g_assert_cmpfloat (scale.max, >=, extent[1] * (1 - 1e-9));
      g_assert_true (premise_scale_accepts (&scale, least));
      g_assert_true (premise_scale_accepts (&scale, extent[1]));
      g_assert_cmpint (premise_scale_accepts (&scale, extent[0]), ==, extent[0] >= LEAST_LOG);
      g_assert_false (premise_scale_accepts (&scale, 0));
      g_assert_false (premise_scale_accepts (&scale, -1));
      g_assert_false (premise_scale_accepts (&scale, NAN));

      ticks = premise_scale_ticks (&scale, n);
      g_assert_cmpuint (ticks->len, >=, 2);
      g_assert_cmpuint (ticks->len, <=, n * 3 / 2 + 3);

      for (guint t = 0; t < ticks->len; t++)
        g_assert_true (is_round (g_array_index (ticks, double, t)));

      g_assert_cmpfloat_with_epsilon (premise_scale_map (&scale, premise_scale_invert (&scale, 0.7)),
                                      0.7, 1e-6);
    }
}

static void
test_scale_log_repairs (void)
{
  static const double ends[][2] = { { 0, 100 }, { -5, 100 }, { NAN, NAN }, { -2, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      PremiseScale scale;

      premise_scale_init_log (&scale, ends[i][0], ends[i][1], 1);
      g_assert_cmpfloat (scale.min, >, 0);
      g_assert_cmpfloat (scale.max, >, scale.min);
    }
}

static void
test_scale_band (void)
{
  g_autoptr(GArray) ticks = NULL;
  PremiseScale scale;

  premise_scale_init_band (&scale, 4, 0.2);
  g_assert_cmpfloat (premise_scale_map (&scale, 0), ==, 0.125);
  g_assert_cmpfloat (premise_scale_map (&scale, 3), ==, 0.875);
  g_assert_cmpfloat (premise_scale_invert (&scale, 0.6), ==, 2);
  g_assert_cmpfloat (premise_scale_invert (&scale, 7), ==, 3);
  g_assert_true (premise_scale_accepts (&scale, 3));
  g_assert_false (premise_scale_accepts (&scale, 4));
  ticks = premise_scale_ticks (&scale, 2);
  g_assert_cmpuint (ticks->len, ==, 2);
}

static void
test_scale_step (void)
{
  g_assert_cmpfloat (premise_scale_round_step (1), ==, 1);
  g_assert_cmpfloat (premise_scale_round_step (1.1), ==, 2);
  g_assert_cmpfloat (premise_scale_round_step (3), ==, 5);
  g_assert_cmpfloat (premise_scale_round_step (7), ==, 10);
  g_assert_cmpfloat (premise_scale_round_step (0), ==, 1);
  g_assert_cmpfloat (premise_scale_round_step (NAN), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/scale/linear", test_scale_linear);
  g_test_add_func ("/chart/scale/negative-zero", test_scale_negative_zero);
  g_test_add_func ("/chart/scale/log", test_scale_log);
  g_test_add_func ("/chart/scale/log-repairs", test_scale_log_repairs);
  g_test_add_func ("/chart/scale/band", test_scale_band);
  g_test_add_func ("/chart/scale/step", test_scale_step);

  return g_test_run ();
}
