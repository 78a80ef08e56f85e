/* test-dense.c: Lines with more points than pixels
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart-samples.h"

#include <math.h>
#include <pango/pangocairo.h>

#define WIDTH 800
#define HEIGHT 450
#define N_POINTS 100000
#define HIGH 31415
#define LOW 77777

/* Between -1 and 1 but for two points; and nothing around a third. */
static PremiseChart *
new_chart (double alone)
{
  PremiseChart *chart = premise_chart_new (PREMISE_MARK_LINE);
  g_autofree double *values = g_new (double, N_POINTS);
  g_auto(GStrv) labels = g_new0 (char *, N_POINTS + 1);

  for (guint i = 0; i < N_POINTS; i++)
    {
      values[i] = sin (i / 3000.0);
      labels[i] = g_strdup_printf ("%u", i);
    }

  values[HIGH] = 20;
  values[LOW] = -20;

  for (guint i = 50000; i < 51000; i++)
    values[i] = NAN;
  values[50500] = alone;

  premise_chart_set_categories (chart, (const char *const *) labels, N_POINTS);
  premise_chart_add_series (chart, "Series", values, NULL);

  return chart;
}

static PremiseScene *
layout (PremiseChart *chart,
        gboolean      rtl)
{
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;
  PremiseScene *scene;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);
  scene = premise_chart_layout (chart, WIDTH, HEIGHT, &theme, context, rtl);
  g_object_unref (context);

  return scene;
}

/* How much of the colour of the first series is in a square of three pixels around a point, of 255. */
static guint
get_ink (cairo_surface_t *surface,
         PremiseScene    *scene,
         guint            category)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  PremiseRect bounds;
  guint darkest = 255;

  g_assert_true (premise_scene_get_point_bounds (scene, 0, category, &bounds));

  for (int dy = -1; dy <= 1; dy++)
    {
      for (int dx = -1; dx <= 1; dx++)
        {
          int x = (int) (bounds.x + bounds.width / 2) + dx;
          int y = (int) (bounds.y + bounds.height / 2) + dy;

          g_assert_true (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT);
          darkest = MIN (darkest, pixels[y * stride + 4 * x + 2]);
        }
    }

  return 255 - darkest;
}

static cairo_surface_t *
draw (PremiseScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  premise_scene_draw (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* What stands out is there to be seen, and so is a point with nothing beside it. */
static void
test_dense_spikes (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr(PremiseChart) chart = new_chart (10);
      g_autoptr(PremiseScene) scene = layout (chart, rtl);
      cairo_surface_t *surface = draw (scene);

      g_assert_cmpuint (get_ink (surface, scene, HIGH), >, 120);
      g_assert_cmpuint (get_ink (surface, scene, LOW), >, 120);
      g_assert_cmpuint (get_ink (surface, scene, 50500), >, 120);
      g_assert_cmpuint (get_ink (surface, scene, 20000), >, 120);
      cairo_surface_destroy (surface);
    }
}

/* The gap is left: nothing is drawn where it is. */
static void
test_dense_gap (void)
{
  g_autoptr(PremiseChart) chart = new_chart (NAN);
  g_autoptr(PremiseScene) scene = layout (chart, FALSE);
  cairo_surface_t *surface = draw (scene);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  PremiseRect before, after;
  double min, max;
  int x, y;

  g_assert_false (premise_scene_get_point_bounds (scene, 0, 50500, &before));
  g_assert_true (premise_scene_get_point_bounds (scene, 0, 49999, &before));
  g_assert_true (premise_scene_get_point_bounds (scene, 0, 51000, &after));
  premise_scene_get_domain (scene, &min, &max);
  g_assert_cmpfloat (max - min, >=, 40);
  x = (int) (before.x + after.x + after.width) / 2;
  y = (int) (before.y + before.height / 2);
  g_assert_cmpuint (pixels[y * stride + 4 * x + 2], >, 200);
  cairo_surface_destroy (surface);
}

/* Every point is found, but the scene does not grow with them. */
static void
test_dense_points (void)
{
  g_autoptr(PremiseChart) chart = new_chart (10);
  g_autoptr(PremiseScene) scene = layout (chart, FALSE);
  guint step = 997;

  g_assert_cmpuint (premise_scene_get_n_shapes (scene), <, 100);

  for (guint c = 0; c < N_POINTS; c += step)
    {
      PremiseRect bounds;
      guint series, category;

      if (isnan (premise_chart_get_value (chart, 0, c)))
        continue;

      g_assert_true (premise_scene_get_point_bounds (scene, 0, c, &bounds));
      g_assert_true (premise_scene_hit (scene, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2,
                                        &series, &category));
      g_assert_cmpuint (series, ==, 0);
      /* Some hundred points share a pixel, and most their value. */
      g_assert_cmpfloat (fabs ((double) category - c), <, 2.0 * N_POINTS / WIDTH);
    }
}

/* An interpolated stretch keeps its dashes. */
static void
test_dense_certainty (void)
{
  g_autoptr(PremiseChart) given = new_chart (10);
  g_autoptr(PremiseChart) dashed = new_chart (10);
  g_autoptr(PremiseScene) solid = layout (given, FALSE);
  g_autoptr(PremiseScene) broken = NULL;
  cairo_surface_t *surfaces[2];
  guint inks[2] = { 0, 0 };

  for (guint c = 0; c < N_POINTS; c++)
    premise_chart_set_certainty (dashed, 0, c, PREMISE_CERTAINTY_INTERPOLATED);
  broken = layout (dashed, FALSE);
  surfaces[0] = draw (solid);
  surfaces[1] = draw (broken);

  for (guint c = 0; c < 30000; c += 100)
    {
      inks[0] += get_ink (surfaces[0], solid, c) > 120;
      inks[1] += get_ink (surfaces[1], broken, c) > 120;
    }

  g_assert_cmpuint (inks[0], ==, 300);
  g_assert_cmpuint (inks[1], <, 290);
  g_assert_cmpuint (inks[1], >, 150);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/dense/spikes", test_dense_spikes);
  g_test_add_func ("/chart/dense/gap", test_dense_gap);
  g_test_add_func ("/chart/dense/points", test_dense_points);
  g_test_add_func ("/chart/dense/certainty", test_dense_certainty);

  return g_test_run ();
}
