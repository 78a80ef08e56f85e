/* test-scene.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart-samples.h"

#include <math.h>

#define SEED 20211
#define N_RANDOM 400

static const double sizes[][2] = { { 320, 240 }, { 640, 360 }, { 960, 540 }, { 1600, 900 } };

static guint
count_role (PremiseScene     *scene,
            PremiseShapeRole  role)
{
  guint count = 0;

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      count += shape.role == role;
    }

  return count;
}

static PremiseScene *
layout_sized (PremiseChart *chart,
              double        width,
              double        height,
              double        text_scale,
              gboolean      rtl)
{
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;
  PremiseScene *scene;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, text_scale);
  scene = premise_chart_layout (chart, width, height, &theme, context, rtl);
  g_object_unref (context);

  return scene;
}

static PremiseScene *
layout (PremiseChart *chart)
{
  return layout_sized (chart, 640, 400, 1, FALSE);
}

static void
assert_zero (PremiseChart *chart,
             PremiseScene *scene)
{
  PremiseMark mark = premise_chart_get_mark (chart);
  double min, max;

  premise_scene_get_domain (scene, &min, &max);
  g_assert_cmpfloat (min, <, max);

  if (mark == PREMISE_MARK_BAR || mark == PREMISE_MARK_WATERFALL || mark == PREMISE_MARK_AREA
      || mark == PREMISE_MARK_HISTOGRAM)
    {
      g_assert_cmpfloat (min, <=, 0);
      g_assert_cmpfloat (max, >=, 0);
    }
}

/* Whether there is a number line below the plot instead of categories. */
static gboolean
is_numeric (PremiseChart *chart)
{
  PremiseMark mark = premise_chart_get_mark (chart);

  return mark == PREMISE_MARK_HISTOGRAM || mark == PREMISE_MARK_BUBBLE;
}

/* Whether points of different series may lie on each other. */
static gboolean
has_crossings (PremiseChart *chart)
{
  static const PremiseMark marks[] = {
    PREMISE_MARK_LINE, PREMISE_MARK_AREA, PREMISE_MARK_FAN, PREMISE_MARK_SLOPE,
    PREMISE_MARK_TORNADO,
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (premise_chart_get_mark (chart) == marks[i])
        return TRUE;
    }

  return FALSE;
}

/* A subtotal stands on the axis, and the step behind it begins at its top. */
static void
test_scene_subtotal (void)
{
  static const char *const labels[] = { "Market", "Other", "Cost", "People", "AI" };
  static const double values[] = { 100, -60, 40, -30, 10 };
  g_autoptr(PremiseChart) chart = premise_chart_new (PREMISE_MARK_WATERFALL);
  g_autoptr(PremiseScene) scene = NULL;
  PremiseRect bars[5];

  premise_chart_set_categories (chart, labels, 5);
  premise_chart_add_total (chart, 0);
  premise_chart_add_total (chart, 2);
  premise_chart_add_series (chart, NULL, values, NULL);
  scene = layout (chart);

  for (guint c = 0; c < 5; c++)
    g_assert_true (premise_scene_get_point_bounds (scene, 0, c, &bars[c]));

  for (guint c = 0; c < 5; c += 2)
    g_assert_cmpfloat_with_epsilon (bars[c].y + bars[c].height, bars[0].y + bars[0].height, 1);
  g_assert_cmpfloat_with_epsilon (bars[2].height, 0.4 * bars[0].height, 2);
  g_assert_cmpfloat_with_epsilon (bars[3].y, bars[2].y, 1);
  g_assert_cmpfloat_with_epsilon (bars[1].y, bars[0].y, 1);
}

/* Each of the samples, turned both ways, in both languages and directions. */
static void
test_scene_samples (gconstpointer data)
{
  guint sample = GPOINTER_TO_UINT (data);

  for (guint v = 0; v < G_N_ELEMENTS (sizes) * 16; v++)
    {
      g_autoptr(PremiseChart) chart = chart_samples_new (sample, v & 1);
      g_autoptr(PremiseScene) scene = NULL;
      const double *size = sizes[v / 16];

      premise_chart_set_horizontal (chart, (v & 2) != 0);
      scene = layout_sized (chart, size[0], size[1], v & 4 ? 2 : 1, (v & 8) != 0);
      chart_samples_assert_sound (scene, size[0], size[1]);
      assert_zero (chart, scene);
      g_assert_cmpuint (count_role (scene, PREMISE_ROLE_MARK), >, 0);

      if (!is_numeric (chart) && premise_chart_get_n_panels (chart) == 1)
        g_assert_cmpuint (count_role (scene, PREMISE_ROLE_CATEGORY_LABEL), >, 0);
    }
}

/* At the height it asks for, a chart of rows names every one of them. */
static void
test_scene_natural (void)
{
  static const double widths[] = { 300, 360, 640, 960 };

  for (guint v = 0; v < chart_samples_get_n () * G_N_ELEMENTS (widths) * 4; v++)
    {
      guint sample = v % chart_samples_get_n ();
      double width = widths[v / chart_samples_get_n () % G_N_ELEMENTS (widths)];
      guint rest = v / chart_samples_get_n () / G_N_ELEMENTS (widths);
      g_autoptr(PremiseChart) chart = chart_samples_new (sample, rest & 1);
      g_autoptr(PremiseScene) scene = NULL;
      PangoContext *context = chart_samples_new_context ();
      PremiseTheme theme;
      double height;

      premise_chart_set_horizontal (chart, TRUE);
      premise_theme_init (&theme, PREMISE_THEME_LIGHT, rest & 2 ? 2 : 1);
      height = premise_chart_get_natural_height (chart, width, &theme, context);
      g_assert_cmpfloat (height, >=, 80);
      g_assert_cmpfloat (height, <=, 2400);

      scene = premise_chart_layout (chart, width, height, &theme, context, FALSE);
      chart_samples_assert_sound (scene, width, height);

      /* The names of a table's columns and those on a number line may have to be thinned, and
       * what has lines over its bars cannot lie down. */
      if (!is_numeric (chart) && !has_crossings (chart) && premise_chart_get_n_panels (chart) == 1
          && !g_str_has_prefix (chart_samples_get_name (sample), "timed")
          && !g_str_has_prefix (chart_samples_get_name (sample), "combined")
          && premise_chart_get_mark (chart) != PREMISE_MARK_HEATMAP)
        {
          g_test_message ("%s at %g", chart_samples_get_name (sample), width);
          g_assert_cmpuint (count_role (scene, PREMISE_ROLE_CATEGORY_LABEL), ==,
                            premise_chart_get_n_categories (chart));
        }

      g_object_unref (context);
    }
}

static double
random_value (GRand *rand)
{
  static const double odd[] = {
    0, -0.0, NAN, INFINITY, -INFINITY, 1e15, -1e15, 1e-9, -1e-9, 1e290, 5e-324, 1e308, 1,
  };

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];
    case 1:
      return -g_rand_double_range (rand, 0, 1000);
    default:
      return g_rand_double_range (rand, 0, 1000);
    }
}

static void
add_random_series (PremiseChart *chart,
                   GRand        *rand,
                   guint         n)
{
  g_autofree double *values = g_new (double, n + 1);
  g_autofree double *base = g_new (double, n + 1);
  gboolean all_missing = g_rand_int_range (rand, 0, 10) == 0;
  gboolean has_base = g_rand_boolean (rand);
  guint series;

  for (guint i = 0; i < n; i++)
    {
      values[i] = all_missing ? NAN : random_value (rand);
      base[i] = g_rand_boolean (rand) ? values[i] : random_value (rand);
    }

  series = premise_chart_add_series (chart, g_rand_boolean (rand) ? "A series" : NULL, values,
                                     has_base ? base : NULL);

  for (guint i = 0; i < n; i++)
    premise_chart_set_certainty (chart, series, i,
                                 g_rand_int_range (rand, 0, PREMISE_CERTAINTY_IMPLIED + 1));
}

/* What only some of the marks take, in order or not. */
static void
set_random_options (PremiseChart *chart,
                    GRand        *rand,
                    guint         n)
{
  static const char *const panels[] = { "North", "", "以文字为主要载体的网络文学作品", "متوسط" };
  g_autofree double *positions = g_new (double, n + 2);

  for (guint i = 0; i < n + 1; i++)
    positions[i] = g_rand_boolean (rand) ? 2000 + i : 2000 + g_rand_double_range (rand, i, i + 1.1);

  if (g_rand_boolean (rand))
    premise_chart_set_positions (chart, positions, n + g_rand_int_range (rand, 0, 2));
  if (g_rand_boolean (rand))
    premise_chart_set_reference (chart, "Now", random_value (rand), random_value (rand));
  if (g_rand_boolean (rand))
    premise_chart_set_cumulative (chart, "At most");
  if (g_rand_int_range (rand, 0, 4) == 0)
    premise_chart_set_panels (chart, panels, g_rand_int_range (rand, 0, 5));

  for (guint s = 0; s < premise_chart_get_n_series (chart); s++)
    {
      if (g_rand_int_range (rand, 0, 4) == 0)
        premise_chart_set_series_mark (chart, s, g_rand_int_range (rand, 0, PREMISE_N_MARKS));
    }
}

static PremiseChart *
new_random (GRand *rand)
{
  static const guint counts[] = { 0, 1, 2, 3, 9, 40, 200 };
  static const char *const words[] = { "游戏", "Livestreaming", "2021", "", "以文字为主要载体的网络文学作品",
                                       "متوسط", "a rather long label with many words in it",
                                       "Donaudampfschifffahrtsgesellschaftskapitän" };
  PremiseChart *chart = premise_chart_new (g_rand_int_range (rand, 0, PREMISE_N_MARKS));
  guint n = counts[g_rand_int_range (rand, 0, G_N_ELEMENTS (counts))];
  g_autofree const char **labels = g_new (const char *, n + 1);
  guint n_series = g_rand_int_range (rand, 0, 5);

  for (guint i = 0; i < n; i++)
    labels[i] = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

  premise_chart_set_categories (chart, labels, n);
  premise_chart_set_horizontal (chart, g_rand_boolean (rand));
  premise_chart_set_stack (chart, g_rand_int_range (rand, 0, PREMISE_STACK_PERCENT + 1));
  premise_chart_set_scale (chart, g_rand_int_range (rand, 0, 2));
  premise_chart_set_language (chart, g_rand_boolean (rand) ? "zh-cn" : NULL);

  if (g_rand_boolean (rand))
    premise_chart_set_axis_titles (chart, words[6], words[4]);
  if (g_rand_boolean (rand))
    premise_chart_set_base_label (chart, "Base case");
  if (g_rand_boolean (rand))
    premise_chart_set_stamp (chart, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  if (g_rand_boolean (rand))
    premise_chart_set_domain (chart, random_value (rand), random_value (rand));
  if (g_rand_boolean (rand))
    premise_chart_set_tick_unit (chart, random_value (rand));

  for (guint s = 0; s < n_series; s++)
    add_random_series (chart, rand, n);

  set_random_options (chart, rand, n);

  return chart;
}

static void
test_scene_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr(PremiseChart) chart = new_random (rand);
      double width = g_rand_double_range (rand, 1, 1000);
      double height = g_rand_double_range (rand, 1, 700);
      g_autoptr(PremiseScene) scene = layout_sized (chart, width, height,
                                                    g_rand_double_range (rand, 0.5, 3),
                                                    g_rand_boolean (rand));

      chart_samples_assert_sound (scene, width, height);
      assert_zero (chart, scene);
    }
}

static void
test_scene_hit (void)
{
  for (guint sample = 0; sample < chart_samples_get_n (); sample++)
    {
      g_autoptr(PremiseChart) chart = chart_samples_new (sample, FALSE);
      g_autoptr(PremiseScene) scene = layout (chart);
      gboolean crossings = has_crossings (chart);
      gboolean bubble = premise_chart_get_mark (chart) == PREMISE_MARK_BUBBLE;

      for (guint s = 0; s < premise_chart_get_n_series (chart); s++)
        {
          for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
            {
              PremiseRect b;
              guint series, category;

              if (!premise_scene_get_point_bounds (scene, s, c, &b))
                {
                  /* A bubble is found by where it stands, not by its size. */
                  g_assert_true (isnan (premise_chart_get_value (chart, s, c))
                                 || (bubble && s != 1));
                  continue;
                }

              g_assert_true (premise_scene_hit (scene, b.x + b.width / 2, b.y + b.height / 2,
                                                &series, &category));
              g_assert_cmpuint (category, ==, c);

              if (!crossings)
                g_assert_cmpuint (series, ==, s);
            }
        }

      g_assert_false (premise_scene_hit (scene, -500, -500, NULL, NULL));
    }
}

static void
test_scene_domain (void)
{
  static const char *const labels[] = { "a", "b" };
  static const double values[] = { 30, 80 };
  static const PremiseMark marks[] = { PREMISE_MARK_BAR, PREMISE_MARK_LINE, PREMISE_MARK_POINT };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(PremiseChart) chart = premise_chart_new (marks[i]);
      g_autoptr(PremiseScene) chosen = NULL;
      g_autoptr(PremiseScene) kept = NULL;
      g_autoptr(PremiseScene) widened = NULL;
      double min, max;

      premise_chart_set_categories (chart, labels, 2);
      premise_chart_add_series (chart, NULL, values, NULL);
      chosen = layout (chart);
      premise_scene_get_domain (chosen, &min, &max);
      g_assert_cmpfloat (min, ==, 0);
      g_assert_cmpfloat (max, ==, 80);

      premise_chart_set_domain (chart, 0, 137);
      kept = layout (chart);
      premise_scene_get_domain (kept, &min, &max);
      g_assert_cmpfloat (min, ==, 0);
      g_assert_cmpfloat (max, ==, 137);

      premise_chart_set_domain (chart, 0, 60);
      widened = layout (chart);
      premise_scene_get_domain (widened, &min, &max);
      g_assert_cmpfloat (min, ==, 0);
      g_assert_cmpfloat (max, >=, 80);
    }
}

/* The bars of a kept domain that hides zero still begin there. */
static void
test_scene_zero (void)
{
  static const char *const labels[] = { "a", "b" };
  static const double values[] = { 98, 100 };
  g_autoptr(PremiseChart) chart = premise_chart_new (PREMISE_MARK_BAR);
  g_autoptr(PremiseScene) scene = NULL;
  PremiseRect a, b;

  premise_chart_set_categories (chart, labels, 2);
  premise_chart_add_series (chart, NULL, values, NULL);
  premise_chart_set_domain (chart, 97, 101);
  premise_chart_set_scale (chart, PREMISE_SCALE_LOG);
  scene = layout (chart);
  g_assert_true (premise_scene_get_point_bounds (scene, 0, 0, &a));
  g_assert_true (premise_scene_get_point_bounds (scene, 0, 1, &b));
  g_assert_cmpfloat_with_epsilon (a.height / b.height, 0.98, 1e-6);
}

static void
test_scene_ticks (void)
{
  for (guint i = 0; i < chart_samples_get_n () * G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(PremiseChart) chart = chart_samples_new (i % chart_samples_get_n (), FALSE);
      const double *size = sizes[i / chart_samples_get_n ()];
      g_autoptr(PremiseScene) scene = NULL;

      premise_chart_set_label_func (chart, NULL, NULL, NULL);
      scene = layout_sized (chart, size[0], size[1], 1, FALSE);

      for (guint s = 0; s < premise_scene_get_n_shapes (scene); s++)
        {
          PremiseShape shape;
          char two[G_ASCII_DTOSTR_BUF_SIZE];
          double value;

          premise_scene_get_shape (scene, s, &shape);

          if (shape.role != PREMISE_ROLE_TICK_LABEL)
            continue;

          /* Round: nothing is lost with two digits. */
          value = g_ascii_strtod (shape.text, NULL);
          g_ascii_formatd (two, sizeof two, "%.1e", value);
          g_assert_cmpfloat (fabs (g_ascii_strtod (two, NULL) - value), <=, fabs (value) * 1e-9);
        }
    }
}

static PremiseChart *
new_sample (const char *name,
            gboolean    chinese)
{
  for (guint i = 0; i < chart_samples_get_n (); i++)
    {
      if (g_str_equal (chart_samples_get_name (i), name))
        return chart_samples_new (i, chinese);
    }

  g_assert_not_reached ();
}

static PremiseScene *
layout_natural (PremiseChart *chart,
                double        width,
                double        text_scale)
{
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;
  double height;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, text_scale);
  height = premise_chart_get_natural_height (chart, width, &theme, context);
  g_object_unref (context);

  return layout_sized (chart, width, height, text_scale, FALSE);
}

/* Lines that end close together are all named, or none of them is. */
static void
test_scene_line_names (void)
{
  for (guint v = 0; v < 400; v++)
    {
      g_autoptr(PremiseChart) chart = new_sample ("lines", v & 1);
      g_autoptr(PremiseScene) scene = layout_sized (chart, 320, 150 + v / 2, 1, FALSE);
      guint n = count_role (scene, PREMISE_ROLE_SERIES_LABEL);

      g_assert_true (n == 0 || n == premise_chart_get_n_series (chart));
    }
}

/* Columns that are too narrow for their names lie down rather than go without. */
static void
test_scene_lies_down (void)
{
  for (guint chinese = 0; chinese < 2; chinese++)
    {
      g_autoptr(PremiseChart) chart = new_sample ("column", chinese);
      g_autoptr(PremiseScene) wide = layout_natural (chart, 640, 1);
      g_autoptr(PremiseScene) narrow = layout_natural (chart, 320, 1);
      g_autoptr(PremiseScene) large = layout_natural (chart, 320, 2);

      g_assert_false (premise_scene_get_horizontal (wide));
      g_assert_cmpuint (count_role (wide, PREMISE_ROLE_CATEGORY_LABEL), ==, 9);
      g_assert_cmpuint (count_role (narrow, PREMISE_ROLE_CATEGORY_LABEL), ==, 9);
      g_assert_true (chinese || premise_scene_get_horizontal (narrow));
      g_assert_cmpuint (count_role (large, PREMISE_ROLE_CATEGORY_LABEL), ==, 9);
    }
}

/* Each number stands beside its own bar, not between two. */
static void
test_scene_centred (void)
{
  g_autoptr(PremiseChart) chart = new_sample ("grouped-horizontal", FALSE);
  g_autoptr(PremiseScene) scene = layout_natural (chart, 640, 1);
  guint n = 0;

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;
      PremiseRect bar;

      premise_scene_get_shape (scene, i, &shape);

      if (shape.role != PREMISE_ROLE_VALUE_LABEL)
        continue;

      g_assert_true (premise_scene_get_point_bounds (scene, shape.series, shape.category, &bar));
      g_assert_cmpfloat_with_epsilon (shape.bounds.y + shape.bounds.height / 2,
                                      bar.y + bar.height / 2, 1);
      n++;
    }

  g_assert_cmpuint (n, ==, 12);
}

/* A title of another script than the rest is higher than they are, and still finds room. */
static void
test_scene_titles (void)
{
  g_autoptr(PremiseChart) chart = new_sample ("heatmap", TRUE);

  for (guint width = 320; width <= 960; width += 80)
    {
      g_autoptr(PremiseScene) scene = layout_natural (chart, width, 1 + width % 3);

      g_assert_cmpuint (count_role (scene, PREMISE_ROLE_AXIS_TITLE), ==, 2);
    }
}

/* Missing values leave gaps, not zeros. */
static void
test_scene_missing (void)
{
  static const char *const labels[] = { "a", "b", "c" };
  static const double values[] = { 3, NAN, 4 };
  static const double none[] = { NAN, NAN, NAN };
  for (PremiseMark mark = PREMISE_MARK_BAR; mark < PREMISE_N_MARKS; mark++)
    {
      g_autoptr(PremiseChart) chart = premise_chart_new (mark);
      g_autoptr(PremiseChart) empty = premise_chart_new (mark);
      g_autoptr(PremiseScene) scene = NULL;
      g_autoptr(PremiseScene) blank = NULL;
      PremiseRect bounds;
      guint series;

      premise_chart_set_categories (chart, labels, 3);
      premise_chart_add_series (chart, NULL, values, NULL);
      if (mark == PREMISE_MARK_BUBBLE)
        premise_chart_add_series (chart, NULL, values, NULL);
      series = mark == PREMISE_MARK_BUBBLE ? 1 : 0;
      scene = layout (chart);
      g_assert_true (premise_scene_get_point_bounds (scene, series, 0, &bounds));
      g_assert_false (premise_scene_get_point_bounds (scene, series, 1, &bounds));
      g_assert_true (premise_scene_get_point_bounds (scene, series, 2, &bounds));

      premise_chart_set_categories (empty, labels, 3);
      premise_chart_add_series (empty, NULL, none, NULL);
      blank = layout (empty);
      g_assert_cmpuint (count_role (blank, PREMISE_ROLE_MARK), ==, 0);
      g_assert_cmpuint (count_role (blank, PREMISE_ROLE_TICK_LABEL), ==, 0);

      /* A ring and a field of points have nothing to name then, a slope its two ends. */
      if (mark != PREMISE_MARK_DONUT && mark != PREMISE_MARK_BUBBLE)
        g_assert_cmpuint (count_role (blank, PREMISE_ROLE_CATEGORY_LABEL), ==,
                          mark == PREMISE_MARK_SLOPE ? 2 : 3);
    }
}

/* The stamp is printed with whatever else has to go. */
static void
test_scene_stamp (void)
{
  static const double small[][2] = { { 90, 40 }, { 320, 60 }, { 320, 240 }, { 640, 360 } };

  for (guint i = 0; i < chart_samples_get_n () * G_N_ELEMENTS (small); i++)
    {
      g_autoptr(PremiseChart) chart = chart_samples_new (i % chart_samples_get_n (), TRUE);
      const double *size = small[i / chart_samples_get_n ()];
      g_autoptr(PremiseScene) scene = NULL;

      premise_chart_set_stamp (chart, "示意");
      scene = layout_sized (chart, size[0], size[1], 1, FALSE);
      g_assert_cmpuint (count_role (scene, PREMISE_ROLE_STAMP), ==, 2);
    }
}

static void
test_scene_ghost (void)
{
  static const char *const labels[] = { "a", "b" };
  static const double values[] = { 3, 4 };
  static const double base[] = { 3, 6 };
  static const PremiseMark marks[] = {
    PREMISE_MARK_BAR, PREMISE_MARK_LINE, PREMISE_MARK_POINT, PREMISE_MARK_RANGE,
    PREMISE_MARK_WATERFALL, PREMISE_MARK_AREA, PREMISE_MARK_SLOPE, PREMISE_MARK_TORNADO,
    PREMISE_MARK_HISTOGRAM,
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      PremiseMark mark = marks[i];
      g_autoptr(PremiseChart) same = premise_chart_new (mark);
      g_autoptr(PremiseChart) changed = premise_chart_new (mark);
      g_autoptr(PremiseScene) without = NULL;
      g_autoptr(PremiseScene) with = NULL;

      premise_chart_set_categories (same, labels, 2);
      premise_chart_add_series (same, NULL, values, values);
      premise_chart_add_series (same, NULL, base, base);
      without = layout (same);
      g_assert_cmpuint (count_role (without, PREMISE_ROLE_GHOST), ==, 0);

      premise_chart_set_categories (changed, labels, 2);
      premise_chart_add_series (changed, NULL, values, base);
      premise_chart_add_series (changed, NULL, base, base);
      with = layout (changed);
      g_assert_cmpuint (count_role (with, PREMISE_ROLE_GHOST), ==, 1);
    }
}

/* Right to left is the mirror image, and the texts in it are the same. */
static void
test_scene_mirror (void)
{
  for (guint sample = 0; sample < chart_samples_get_n (); sample++)
    {
      g_autoptr(PremiseChart) chart = chart_samples_new (sample, TRUE);
      g_autoptr(PremiseScene) ltr = layout_sized (chart, 640, 360, 1, FALSE);
      g_autoptr(PremiseScene) rtl = layout_sized (chart, 640, 360, 1, TRUE);

      g_assert_cmpuint (premise_scene_get_n_shapes (ltr), ==, premise_scene_get_n_shapes (rtl));

      for (guint i = 0; i < premise_scene_get_n_shapes (ltr); i++)
        {
          PremiseShape a, b;

          premise_scene_get_shape (ltr, i, &a);
          premise_scene_get_shape (rtl, i, &b);
          g_assert_cmpstr (a.text, ==, b.text);
          g_assert_cmpfloat_with_epsilon (a.bounds.x, 640 - b.bounds.x - b.bounds.width, 1e-6);
          g_assert_cmpfloat (a.bounds.y, ==, b.bounds.y);
        }
    }
}

/* A long column of labels makes room for the bars on a narrow screen. */
static void
test_scene_narrow (void)
{
  static const char *const labels[] = { "Role-playing games for mobile phones sold abroad", "Films" };
  static const double values[] = { 3, 4 };
  g_autoptr(PremiseChart) chart = premise_chart_new (PREMISE_MARK_BAR);
  g_autoptr(PremiseScene) scene = NULL;
  PremiseRect bar;

  premise_chart_set_horizontal (chart, TRUE);
  premise_chart_set_categories (chart, labels, 2);
  premise_chart_add_series (chart, NULL, values, NULL);
  scene = layout_sized (chart, 300, 160, 1, FALSE);
  g_assert_true (premise_scene_get_point_bounds (scene, 0, 1, &bar));
  g_assert_cmpfloat (bar.width, >=, 300 * 0.5);
}

/* Rows that are a little lower than a line have smaller names and numbers, but all of them. */
static void
test_scene_low_rows (void)
{
  for (guint chinese = 0; chinese < 2; chinese++)
    {
      g_autoptr(PremiseChart) chart = new_sample ("bar", chinese);
      g_autoptr(PremiseScene) high = layout_sized (chart, 640, 400, 1, FALSE);
      g_autoptr(PremiseScene) low = layout_sized (chart, 640, 190, 1, FALSE);
      g_autoptr(PremiseScene) tiny = layout_sized (chart, 640, 90, 1, FALSE);

      g_assert_cmpuint (count_role (high, PREMISE_ROLE_CATEGORY_LABEL), ==, 9);
      g_assert_cmpuint (count_role (low, PREMISE_ROLE_CATEGORY_LABEL), ==, 9);
      g_assert_cmpuint (count_role (low, PREMISE_ROLE_VALUE_LABEL), ==, 9);
      /* No one could read them all there. */
      g_assert_cmpuint (count_role (tiny, PREMISE_ROLE_CATEGORY_LABEL), <, 9);
    }
}

static char *
format_plain_cb (double            value,
                 PremiseNumberForm form,
                 gpointer          user_data)
{
  return g_strdup_printf ("%.0f", value);
}

/* Far more rows than a wide canvas is high stand in two columns, on one scale. */
static void
test_scene_row_columns (void)
{
  const char *names[16];
  double values[16];
  g_autoptr(PremiseChart) chart = premise_chart_new (PREMISE_MARK_BAR);
  g_autoptr(PremiseScene) scene = NULL;
  PremiseRect left, right;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      names[i] = i % 3 == 0 ? "Company" : "Maker";
      values[i] = 10 + i % 8;
    }

  premise_chart_set_horizontal (chart, TRUE);
  premise_chart_set_label_func (chart, format_plain_cb, NULL, NULL);
  premise_chart_set_categories (chart, names, G_N_ELEMENTS (names));
  premise_chart_add_series (chart, NULL, values, NULL);

  scene = layout_sized (chart, 1180, 400, 2.27, FALSE);
  chart_samples_assert_sound (scene, 1180, 400);
  g_assert_cmpuint (count_role (scene, PREMISE_ROLE_CATEGORY_LABEL), ==, 16);
  g_assert_cmpuint (count_role (scene, PREMISE_ROLE_VALUE_LABEL), ==, 16);

  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (premise_scene_get_point_bounds (scene, 0, i, &left));
      g_assert_true (premise_scene_get_point_bounds (scene, 0, i + 8, &right));
      g_assert_cmpfloat_with_epsilon (left.y, right.y, 0.01);
      g_assert_cmpfloat_with_epsilon (left.width, right.width, 0.01);
      g_assert_cmpfloat (right.x, >, 1180 / 2);
    }
}

/* On a telephone the names stand above their marks, so that the numbers find room. */
static void
test_scene_numbers (void)
{
  static const char *const names[] = { "range", "tornado", "bar" };

  for (guint v = 0; v < 2 * G_N_ELEMENTS (names); v++)
    {
      g_autoptr(PremiseChart) chart = new_sample (names[v / 2], v & 1);
      g_autoptr(PremiseScene) scene = NULL;

      premise_chart_set_horizontal (chart, TRUE);
      scene = layout_natural (chart, 320, 1);
      g_assert_cmpuint (count_role (scene, PREMISE_ROLE_CATEGORY_LABEL), ==, premise_chart_get_n_categories (chart));
      g_assert_cmpuint (count_role (scene, PREMISE_ROLE_VALUE_LABEL), >=, premise_chart_get_n_categories (chart));

      for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
        {
          PremiseShape name, line;

          premise_scene_get_shape (scene, i, &name);
          for (guint k = 0; name.role == PREMISE_ROLE_CATEGORY_LABEL && k < premise_scene_get_n_shapes (scene); k++)
            {
              premise_scene_get_shape (scene, k, &line);
              if (line.role != PREMISE_ROLE_GRID || line.bounds.width > 0)
                continue;
              /* The rule of a tornado, too, ends above a name and goes on below it. */
              g_assert_false (line.bounds.x > name.bounds.x + 1
                              && line.bounds.x < name.bounds.x + name.bounds.width - 1
                              && line.bounds.y < name.bounds.y + name.bounds.height * 0.4
                              && line.bounds.y + line.bounds.height > name.bounds.y + name.bounds.height * 0.6);
            }
        }
    }
}

static char *
write_long (double            value,
            PremiseNumberForm form,
            gpointer          user_data)
{
  return g_strdup_printf (form == PREMISE_NUMBER_FULL ? "CNY %.1f bn" : "%.1f", value / 1e9);
}

static gboolean
has_number (PremiseScene *scene,
            const char   *text)
{
  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.role == PREMISE_ROLE_VALUE_LABEL && g_str_equal (shape.text, text))
        return TRUE;
    }

  return FALSE;
}

/* Where columns are narrow their numbers lose the unit, which the exhibit names, before any is left out;
 * where not even these find room, the columns lie down and each has all of it. */
static void
test_scene_bare_numbers (void)
{
  static const struct { double width; guint n; gboolean lies; const char *number; } cases[] = {
    { 640, 5, FALSE, "CNY 222.4 bn" }, { 320, 5, FALSE, "222.4" }, { 320, 14, TRUE, "CNY 222.4 bn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char *const years[] = {
        "’01", "’02", "’03", "’04", "’05", "’06", "’07", "’08", "’09", "’10", "’11", "’12", "’13", "’14",
      };
      g_autoptr(PremiseChart) chart = premise_chart_new (PREMISE_MARK_BAR);
      g_autofree double *values = g_new (double, cases[i].n);
      g_autoptr(PremiseScene) scene = NULL;

      for (guint c = 0; c < cases[i].n; c++)
        values[c] = 222.4e9 - 3e9 * c;
      premise_chart_set_categories (chart, years, cases[i].n);
      premise_chart_add_series (chart, "A", values, NULL);
      premise_chart_set_tick_unit (chart, 1e9);
      premise_chart_set_label_func (chart, write_long, NULL, NULL);
      scene = layout_natural (chart, cases[i].width, 1);

      g_assert_cmpint (premise_scene_get_horizontal (scene), ==, cases[i].lies);
      g_assert_cmpuint (count_role (scene, PREMISE_ROLE_VALUE_LABEL), ==, cases[i].n);
      g_assert_true (has_number (scene, cases[i].number));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < chart_samples_get_n (); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/scene/samples/", chart_samples_get_name (i),
                                           NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_scene_samples);
    }

  g_test_add_func ("/chart/scene/subtotal", test_scene_subtotal);
  g_test_add_func ("/chart/scene/natural", test_scene_natural);
  g_test_add_func ("/chart/scene/random", test_scene_random);
  g_test_add_func ("/chart/scene/hit", test_scene_hit);
  g_test_add_func ("/chart/scene/domain", test_scene_domain);
  g_test_add_func ("/chart/scene/zero", test_scene_zero);
  g_test_add_func ("/chart/scene/ticks", test_scene_ticks);
  g_test_add_func ("/chart/scene/line-names", test_scene_line_names);
  g_test_add_func ("/chart/scene/lies-down", test_scene_lies_down);
  g_test_add_func ("/chart/scene/centred", test_scene_centred);
  g_test_add_func ("/chart/scene/titles", test_scene_titles);
  g_test_add_func ("/chart/scene/missing", test_scene_missing);
  g_test_add_func ("/chart/scene/stamp", test_scene_stamp);
  g_test_add_func ("/chart/scene/ghost", test_scene_ghost);
  g_test_add_func ("/chart/scene/mirror", test_scene_mirror);
  g_test_add_func ("/chart/scene/narrow", test_scene_narrow);
  g_test_add_func ("/chart/scene/low-rows", test_scene_low_rows);
  g_test_add_func ("/chart/scene/row-columns", test_scene_row_columns);
  g_test_add_func ("/chart/scene/numbers", test_scene_numbers);
  g_test_add_func ("/chart/scene/bare-numbers", test_scene_bare_numbers);

  return g_test_run ();
}
