/* test-blend.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart-samples.h"
#include "premise-blend.h"

#include <math.h>

static const char *const names[] = { "Games", "Films", "Music" };
static const char *const swapped[] = { "Films", "Games", "Music" };

static PremiseChart *
new_chart (const char *const *categories,
           const double       *values)
{
  PremiseChart *chart = premise_chart_new (PREMISE_MARK_BAR);

  premise_chart_set_categories (chart, categories, 3);
  premise_chart_add_series (chart, "A", values, NULL);

  return chart;
}

static PremiseScene *
layout (PremiseChart *chart)
{
  PangoContext *context = chart_samples_new_context ();
  PremiseScene *scene;
  PremiseTheme theme;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1.0);
  scene = premise_chart_layout (chart, 640, 400, &theme, context, FALSE);
  g_object_unref (context);

  return scene;
}

static double
get_height (PremiseChart *chart,
            guint         category)
{
  g_autoptr(PremiseScene) scene = layout (chart);
  PremiseRect bounds;

  g_assert_true (premise_scene_get_point_bounds (scene, 0, category, &bounds));

  return bounds.height;
}

/* On one axis, half way is half way between. */
static void
test_blend_half (void)
{
  g_autoptr(PremiseChart) from = new_chart (names, (const double[]) { 10, 20, NAN });
  g_autoptr(PremiseChart) to = new_chart (names, (const double[]) { 30, 20, 5 });
  g_autoptr(PremiseChart) between = NULL;

  g_assert_true (premise_chart_can_blend (from, to));
  between = premise_chart_blend (from, to, 0.5);
  premise_chart_set_domain (from, 0, 40);
  premise_chart_set_domain (to, 0, 40);
  premise_chart_set_domain (between, 0, 40);

  g_assert_cmpfloat_with_epsilon (get_height (between, 0), (get_height (from, 0) + get_height (to, 0)) / 2, 1);
  g_assert_cmpfloat_with_epsilon (get_height (between, 1), get_height (to, 1), 1e-6);
  g_assert_cmpfloat_with_epsilon (get_height (between, 2), get_height (to, 2), 1e-6);
}

static char *
write_cb (double            value,
          PremiseNumberForm form,
          gpointer          data)
{
  return g_strdup_printf ("%s %.0f", (const char *) data, value);
}

/* What lies between writes its numbers with the function of the chart it leads to, which may go before it. */
static void
test_blend_outlives (void)
{
  PremiseChart *from = new_chart (names, (const double[]) { 1, 2, 3 });
  PremiseChart *to = new_chart (names, (const double[]) { 3, 4, 5 });
  g_autoptr(PremiseChart) between = NULL;
  g_autofree char *text = NULL;

  premise_chart_set_label_func (to, write_cb, g_strdup ("about"), g_free);
  between = premise_chart_blend (from, to, 0.5);
  premise_chart_unref (from);
  premise_chart_unref (to);

  text = premise_chart_format_value (between, 7, PREMISE_NUMBER_FULL);
  g_assert_cmpstr (text, ==, "about 7");
}

static void
test_blend_unlike (void)
{
  g_autoptr(PremiseChart) from = new_chart (names, (const double[]) { 10, 20, 5 });
  g_autoptr(PremiseChart) same = new_chart (names, (const double[]) { 10, 20, 5 });
  g_autoptr(PremiseChart) order = new_chart (swapped, (const double[]) { 20, 30, 5 });
  g_autoptr(PremiseChart) more = new_chart (names, (const double[]) { 20, 30, 5 });

  premise_chart_add_series (more, "B", (const double[]) { 1, 2, 3 }, NULL);

  g_assert_false (premise_chart_can_blend (from, same));
  g_assert_false (premise_chart_can_blend (from, order));
  g_assert_false (premise_chart_can_blend (from, more));
}

/* A copy at the end of its way draws what the chart draws, whatever the mark and whatever is written around. */
static void
assert_same_shapes (PremiseChart *chart)
{
  g_autoptr(PremiseChart) copy = premise_chart_blend (chart, chart, 1);
  g_autoptr(PremiseScene) a = layout (chart);
  g_autoptr(PremiseScene) b = layout (copy);

  g_assert_cmpuint (premise_scene_get_n_shapes (a), ==, premise_scene_get_n_shapes (b));

  for (guint i = 0; i < premise_scene_get_n_shapes (a); i++)
    {
      PremiseShape one, other;

      premise_scene_get_shape (a, i, &one);
      premise_scene_get_shape (b, i, &other);
      g_assert_cmpint (one.role, ==, other.role);
      g_assert_cmpstr (one.text, ==, other.text);
      g_assert_cmpfloat_with_epsilon (one.bounds.x, other.bounds.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (one.bounds.y, other.bounds.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (one.bounds.width, other.bounds.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (one.bounds.height, other.bounds.height, 1e-6);
    }
}

static void
test_blend_samples (void)
{
  for (guint i = 0; i < chart_samples_get_n (); i++)
    {
      g_autoptr(PremiseChart) chart = chart_samples_new (i, FALSE);

      assert_same_shapes (chart);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/blend/half", test_blend_half);
  g_test_add_func ("/chart/blend/outlives", test_blend_outlives);
  g_test_add_func ("/chart/blend/unlike", test_blend_unlike);
  g_test_add_func ("/chart/blend/samples", test_blend_samples);

  return g_test_run ();
}
