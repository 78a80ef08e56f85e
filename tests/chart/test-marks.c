/* test-marks.c: What each mark promises
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart-samples.h"
#include "premise-scene-private.h"

#include <math.h>

static PremiseScene *
layout_sized (PremiseChart *chart,
              double        width,
              double        height)
{
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;
  PremiseScene *scene;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);
  scene = premise_chart_layout (chart, width, height, &theme, context, FALSE);
  g_object_unref (context);

  return scene;
}

static PremiseScene *
layout (PremiseChart *chart)
{
  return layout_sized (chart, 640, 400);
}

static PremiseChart *
new_chart (PremiseMark   mark,
           guint         n,
           const double *values)
{
  static const char *const labels[] = { "a", "b", "c", "d" };
  PremiseChart *chart = premise_chart_new (mark);

  premise_chart_set_categories (chart, labels, n);
  premise_chart_add_series (chart, "First", values, NULL);

  return chart;
}

static PremiseRect
get_bounds (PremiseScene *scene,
            guint         series,
            guint         category)
{
  PremiseRect bounds = { 0 };

  g_assert_true (premise_scene_get_point_bounds (scene, series, category, &bounds));

  return bounds;
}

static double
middle_x (PremiseRect rect)
{
  return rect.x + rect.width / 2;
}

static const PremiseItem *
find_item (PremiseScene     *scene,
           PremiseItemKind   kind,
           PremiseShapeRole  role,
           guint             series)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const PremiseItem *item = &g_array_index (scene->items, PremiseItem, i);

      if (item->kind == kind && item->role == role && item->series == series)
        return item;
    }

  return NULL;
}

static double
polygon_area (GArray *points)
{
  double sum = 0;

  for (guint i = 0, j = points->len - 1; i < points->len; j = i++)
    {
      const PremisePoint *a = &g_array_index (points, PremisePoint, i);
      const PremisePoint *b = &g_array_index (points, PremisePoint, j);

      sum += b->x * a->y - a->x * b->y;
    }

  return fabs (sum) / 2;
}

/* The parts of a ring are as large as their values; what is less than nothing is none. */
static void
test_donut (void)
{
  static const double values[] = { 30, 10, -5, 60 };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_DONUT, 4, values);
  g_autoptr(PremiseScene) scene = layout (chart);
  double areas[4] = { 0 };
  PremiseRect bounds;

  for (guint c = 0; c < 4; c++)
    {
      const PremiseItem *item = premise_scene_find_polygon (scene, 0, c);

      if (item != NULL)
        areas[c] = polygon_area (item->points);
    }

  g_assert_cmpfloat (areas[2], ==, 0);
  g_assert_false (premise_scene_get_point_bounds (scene, 0, 2, &bounds));
  g_assert_cmpfloat_with_epsilon (areas[0] / areas[3], 0.5, 0.01);
  g_assert_cmpfloat_with_epsilon (areas[1] / areas[3], 1.0 / 6, 0.01);
}

static PremiseChart *
new_tornado (void)
{
  static const double low[] = { 60, 105, 90 };
  static const double high[] = { 150, 130, 100 };
  PremiseChart *chart = new_chart (PREMISE_MARK_TORNADO, 3, low);

  premise_chart_add_series (chart, "High", high, NULL);
  premise_chart_set_reference (chart, "Now", 100, NAN);

  return chart;
}

/* Swings begin at the value of today; two on one side lie in each other, the longer one outside. */
static void
test_tornado (void)
{
  g_autoptr(PremiseChart) chart = new_tornado ();
  g_autoptr(PremiseScene) scene = layout (chart);
  PremiseRect left = get_bounds (scene, 0, 0);
  PremiseRect right = get_bounds (scene, 1, 0);
  PremiseRect inner = get_bounds (scene, 0, 1);
  PremiseRect outer = get_bounds (scene, 1, 1);
  double reference = right.x;

  g_assert_true (premise_scene_get_horizontal (scene));
  g_assert_cmpfloat_with_epsilon (left.x + left.width, reference, 1e-6);
  g_assert_cmpfloat_with_epsilon (left.width / right.width, 0.8, 1e-6);
  g_assert_cmpfloat_with_epsilon (inner.x, reference, 1e-6);
  g_assert_cmpfloat_with_epsilon (outer.x, reference, 1e-6);
  g_assert_cmpfloat (inner.width, <, outer.width);
  g_assert_cmpfloat (inner.height, <, outer.height);

  /* Nothing moved, nothing is drawn but a place to find. */
  g_assert_cmpfloat (get_bounds (scene, 1, 2).width, ==, 0);
}

/* Bins touch, and lie where their edges are. */
static void
test_histogram (void)
{
  static const double counts[] = { 10, 30, 40, 20 };
  static const double edges[] = { 0, 10, 20, 40, 80 };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_HISTOGRAM, 4, counts);
  g_autoptr(PremiseScene) scene = NULL;
  const PremiseItem *line;
  PremiseRect bins[4];

  g_assert_false (premise_chart_set_positions (chart, edges, 4));
  g_assert_true (premise_chart_set_positions (chart, edges, 5));
  premise_chart_set_cumulative (chart, "At most");
  scene = layout (chart);

  for (guint c = 0; c < 4; c++)
    bins[c] = get_bounds (scene, 0, c);

  for (guint c = 0; c < 3; c++)
    g_assert_cmpfloat_with_epsilon (bins[c].x + bins[c].width, bins[c + 1].x, 2);

  g_assert_cmpfloat_with_epsilon (bins[3].width / bins[1].width, 4, 0.1);
  g_assert_cmpfloat_with_epsilon (bins[1].height / bins[2].height, 0.75, 1e-6);

  line = find_item (scene, PREMISE_ITEM_LINE, PREMISE_ROLE_MARK, PREMISE_SCENE_NO_POINT);
  g_assert_nonnull (line);
  g_assert_cmpuint (line->points->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (line->bounds.y + line->bounds.height, bins[0].y + bins[0].height,
                                  1e-6);

  /* Half way up is where half of it lies below. */
  g_assert_cmpfloat_with_epsilon (line->points->len > 2
                                    ? g_array_index (line->points, PremisePoint, 2).y
                                    : 0,
                                  line->bounds.y + line->bounds.height * 0.6, 1e-6);
}

static PremiseChart *
new_fan (void)
{
  static const double quantiles[][3] = {
    { 8, 6, 4 }, { 9, 9, 9 }, { 10, 11, 12 }, { 11, 14, 17 }, { 13, 19, 26 },
  };
  PremiseChart *chart = new_chart (PREMISE_MARK_FAN, 3, quantiles[0]);

  for (guint q = 1; q < 5; q++)
    premise_chart_add_series (chart, "Further", quantiles[q], NULL);

  return chart;
}

/* The inner band lies in the outer one and is deeper; the middle is a line. */
static void
test_fan (void)
{
  g_autoptr(PremiseChart) chart = new_fan ();
  g_autoptr(PremiseScene) scene = layout (chart);
  const PremiseItem *outer = find_item (scene, PREMISE_ITEM_POLYGON, PREMISE_ROLE_MARK, 0);
  const PremiseItem *inner = find_item (scene, PREMISE_ITEM_POLYGON, PREMISE_ROLE_MARK, 1);
  const PremiseItem *middle = find_item (scene, PREMISE_ITEM_LINE, PREMISE_ROLE_MARK, 2);

  g_assert_nonnull (outer);
  g_assert_nonnull (inner);
  g_assert_nonnull (middle);
  g_assert_null (find_item (scene, PREMISE_ITEM_POLYGON, PREMISE_ROLE_MARK, 2));
  g_assert_cmpfloat (inner->bounds.y, >, outer->bounds.y);
  g_assert_cmpfloat (inner->bounds.height, <, outer->bounds.height);
  g_assert_cmpfloat (inner->style.fill.blue, <, outer->style.fill.blue);
}

/* Twice the size is twice the area; places are on two number lines. */
static void
test_bubble (void)
{
  static const double x[] = { 0, 50, 100, NAN };
  static const double y[] = { 0, 20, 40, 10 };
  static const double size[] = { 100, 50, 25, 10 };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_BUBBLE, 4, x);
  g_autoptr(PremiseScene) scene = NULL;
  PremiseRect bubbles[3];
  PremiseRect none;

  premise_chart_add_series (chart, "Y", y, NULL);
  premise_chart_add_series (chart, "Size", size, NULL);
  scene = layout_sized (chart, 900, 700);

  for (guint c = 0; c < 3; c++)
    bubbles[c] = get_bounds (scene, 1, c);

  g_assert_cmpfloat_with_epsilon (pow (bubbles[1].width / bubbles[0].width, 2), 0.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (pow (bubbles[2].width / bubbles[0].width, 2), 0.25, 1e-6);
  g_assert_cmpfloat (middle_x (bubbles[1]), <, middle_x (bubbles[2]));
  g_assert_false (premise_scene_get_point_bounds (scene, 1, 3, &none));
}

/* A slope goes from the first category to the last, whatever lies between. */
static void
test_slope (void)
{
  static const double values[] = { 10, 99, NAN, 30 };
  static const double other[] = { 20, 0, 0, 15 };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_SLOPE, 4, values);
  g_autoptr(PremiseScene) scene = NULL;
  PremiseRect none;

  premise_chart_add_series (chart, "Other", other, NULL);
  scene = layout (chart);
  g_assert_false (premise_scene_get_point_bounds (scene, 0, 1, &none));
  g_assert_cmpfloat (get_bounds (scene, 0, 0).y, >, get_bounds (scene, 0, 3).y);
  g_assert_cmpfloat (get_bounds (scene, 1, 0).y, <, get_bounds (scene, 1, 3).y);
  g_assert_nonnull (find_item (scene, PREMISE_ITEM_LINE, PREMISE_ROLE_MARK, 0));
}

static void
test_area (void)
{
  static const double first[] = { 10, 20, 30 };
  static const double second[] = { 30, 20, 10 };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_AREA, 3, first);
  g_autoptr(PremiseScene) scene = NULL;
  g_autoptr(PremiseScene) shares = NULL;
  const PremiseItem *lower, *upper;
  double min, max;

  premise_chart_add_series (chart, "Second", second, NULL);
  premise_chart_set_stack (chart, PREMISE_STACK_STACKED);
  scene = layout (chart);
  lower = find_item (scene, PREMISE_ITEM_POLYGON, PREMISE_ROLE_MARK, 0);
  upper = find_item (scene, PREMISE_ITEM_POLYGON, PREMISE_ROLE_MARK, 1);
  g_assert_nonnull (lower);
  g_assert_nonnull (upper);

  /* The sum is the same everywhere: both fill what one alone would. */
  g_assert_cmpfloat_with_epsilon (polygon_area (lower->points), polygon_area (upper->points), 1e-3);
  g_assert_cmpfloat_with_epsilon (upper->bounds.y + upper->bounds.height,
                                  get_bounds (scene, 0, 0).y, 1e-6);
  premise_scene_get_domain (scene, &min, &max);
  g_assert_cmpfloat (min, ==, 0);
  g_assert_cmpfloat (max, ==, 40);

  premise_chart_set_stack (chart, PREMISE_STACK_PERCENT);
  shares = layout (chart);
  premise_scene_get_domain (shares, &min, &max);
  g_assert_cmpfloat (max, ==, 100);
}

/* A gap in the numbers is a gap in the picture. */
static void
test_area_gap (void)
{
  static const double values[] = { 10, 20, NAN, 30 };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_AREA, 4, values);
  g_autoptr(PremiseScene) scene = layout (chart);
  const PremiseItem *area = find_item (scene, PREMISE_ITEM_POLYGON, PREMISE_ROLE_MARK, 0);
  PremiseRect none;

  g_assert_nonnull (area);
  g_assert_false (premise_scene_get_point_bounds (scene, 0, 2, &none));
  g_assert_cmpfloat (area->bounds.x + area->bounds.width, <, get_bounds (scene, 0, 3).x);
}

/* Years lie as far apart as they are, for points and for bars. */
static void
test_timed (void)
{
  static const double values[] = { 10, 20, 15, 30 };
  static const double years[] = { 2016, 2018, 2021, 2031 };
  static const double unordered[] = { 2016, 2021, 2018, 2031 };
  static const PremiseMark marks[] = { PREMISE_MARK_LINE, PREMISE_MARK_BAR, PREMISE_MARK_AREA };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(PremiseChart) chart = new_chart (marks[i], 4, values);
      g_autoptr(PremiseScene) scene = NULL;
      double at[4];

      g_assert_false (premise_chart_set_positions (chart, unordered, 4));
      g_assert_true (premise_chart_set_positions (chart, years, 4));
      scene = layout (chart);

      for (guint c = 0; c < 4; c++)
        at[c] = middle_x (get_bounds (scene, 0, c));

      for (guint c = 1; c < 4; c++)
        g_assert_cmpfloat_with_epsilon ((at[c] - at[0]) / (at[3] - at[0]),
                                        (years[c] - years[0]) / 15, 0.01);
    }
}

/* A line over bars is measured on their scale, and takes no room from them. */
static void
test_combined (void)
{
  static const double bars[] = { 10, 20, 15 };
  static const double line[] = { 40, 30, 20 };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_BAR, 3, bars);
  g_autoptr(PremiseScene) alone = layout (chart);
  g_autoptr(PremiseScene) scene = NULL;
  PremiseRect bar, point;
  guint series = premise_chart_add_series (chart, "Plan", line, NULL);

  premise_chart_set_series_mark (chart, series, PREMISE_MARK_LINE);
  scene = layout (chart);
  bar = get_bounds (scene, 0, 2);
  point = get_bounds (scene, series, 2);
  g_assert_cmpfloat_with_epsilon (bar.width, get_bounds (alone, 0, 2).width, 2);
  g_assert_cmpfloat_with_epsilon (middle_x (bar), middle_x (point), 1);
  g_assert_nonnull (find_item (scene, PREMISE_ITEM_LINE, PREMISE_ROLE_MARK, series));

  /* 15 is three quarters of 20. */
  g_assert_cmpfloat_with_epsilon (bar.height / (bar.y + bar.height - point.y - point.height / 2),
                                  0.75, 0.02);
}

/* The same value is as long in every panel, and every point can be found. */
static void
test_panels (void)
{
  static const char *const names[] = { "North", "South" };
  static const double small[] = { 10, 20, 5 };
  static const double large[] = { 20, 80, 40 };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_BAR, 3, small);
  g_autoptr(PremiseScene) scene = NULL;
  guint series, category;
  PremiseRect bar;

  premise_chart_add_series (chart, "First", large, NULL);
  premise_chart_set_panels (chart, names, 2);
  g_assert_cmpuint (premise_chart_get_n_panels (chart), ==, 2);
  g_assert_cmpstr (premise_chart_get_panel (chart, 1), ==, "South");
  scene = layout (chart);
  bar = get_bounds (scene, 1, 0);
  g_assert_cmpfloat_with_epsilon (get_bounds (scene, 0, 1).height, bar.height, 1e-6);
  g_assert_cmpfloat (bar.x, >, get_bounds (scene, 0, 2).x + get_bounds (scene, 0, 2).width);
  g_assert_true (premise_scene_hit (scene, middle_x (bar), bar.y + 1, &series, &category));
  g_assert_cmpuint (series, ==, 1);
  g_assert_cmpuint (category, ==, 0);

  /* Three series are not two panels. */
  premise_chart_add_series (chart, "First", large, NULL);
  premise_chart_set_panels (chart, names, 2);
  g_assert_cmpuint (premise_chart_get_n_panels (chart), ==, 1);
}

/* A fill with an outline that is neither of its colour nor of the background is a forecast. */
static gboolean
is_outlined (const PremiseItem *item)
{
  const PremiseStyle *style = &item->style;

  return item->kind != PREMISE_ITEM_LINE && style->stroke.alpha > 0
         && (style->stroke.red < 1 || style->stroke.green < 1 || style->stroke.blue < 1)
         && style->stroke.red != style->fill.red;
}

/* Whether anything that stands for the series is dashed, dotted, hatched or outlined. */
static gboolean
shows_doubt (PremiseScene *scene,
             guint         series)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const PremiseItem *item = &g_array_index (scene->items, PremiseItem, i);
      const PremiseStyle *style = &item->style;

      if (item->role == PREMISE_ROLE_MARK && item->kind != PREMISE_ITEM_AREA
          && (item->series == series || item->series == PREMISE_SCENE_NO_POINT)
          && (style->hatch.alpha > 0 || is_outlined (item) || (style->stroke.alpha > 0 && style->dash != PREMISE_DASH_NONE)))
        return TRUE;
    }

  return FALSE;
}

/* Solid where the source gives the value, and nowhere else, in every mark. */
static void
test_certainty (void)
{
  static const double values[] = { 20, 30, 45 };

  for (PremiseMark mark = PREMISE_MARK_BAR; mark < PREMISE_N_MARKS; mark++)
    {
      for (guint certainty = 0; certainty <= PREMISE_CERTAINTY_IMPLIED; certainty++)
        {
          g_autoptr(PremiseChart) chart = new_chart (mark, 3, values);
          g_autoptr(PremiseScene) scene = NULL;

          if (mark == PREMISE_MARK_RANGE || mark == PREMISE_MARK_BUBBLE)
            premise_chart_add_series (chart, "Second", values, NULL);

          for (guint c = 0; c < 3; c++)
            premise_chart_set_certainty (chart, 0, c, certainty);

          g_test_message ("mark %d, certainty %u", mark, certainty);
          scene = layout (chart);

          /* A dot is hollow instead, which is its fill. */
          if (mark == PREMISE_MARK_POINT)
            continue;

          g_assert_cmpint (shows_doubt (scene, 0) || shows_doubt (scene, 1), ==,
                           certainty != PREMISE_CERTAINTY_GIVEN);
        }
    }
}

static gboolean
has_legend (PremiseScene *scene,
            const char   *words)
{
  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.role == PREMISE_ROLE_LEGEND && g_strcmp0 (shape.text, words) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A way of drawing is explained where it is used, also when only one of the panels uses it. */
static void
test_certainty_legend (void)
{
  static const double values[] = { 20, 30, NAN };
  static const char *const panels[] = { "North", "South" };

  for (PremiseMark mark = PREMISE_MARK_BAR; mark < PREMISE_N_MARKS; mark++)
    {
      g_autoptr(PremiseChart) chart = new_chart (mark, 3, values);
      g_autoptr(PremiseScene) plain = NULL;
      g_autoptr(PremiseScene) scene = NULL;
      g_autoptr(PremiseScene) repeated = NULL;

      if (mark == PREMISE_MARK_FAN || mark == PREMISE_MARK_BUBBLE)
        continue;

      premise_chart_set_certainty_label (chart, PREMISE_CERTAINTY_FORECAST, "Forecast");
      premise_chart_set_certainty_label (chart, PREMISE_CERTAINTY_IMPLIED, "Implied");
      premise_chart_add_series (chart, "Second", values, NULL);
      plain = layout (chart);
      g_assert_false (has_legend (plain, "Forecast"));

      /* What is missing is not drawn in any way. */
      premise_chart_set_certainty (chart, 1, 1, PREMISE_CERTAINTY_FORECAST);
      premise_chart_set_certainty (chart, 1, 2, PREMISE_CERTAINTY_IMPLIED);
      scene = layout (chart);
      g_assert_true (has_legend (scene, "Forecast"));
      g_assert_false (has_legend (scene, "Implied"));

      premise_chart_set_panels (chart, panels, 2);
      repeated = layout (chart);
      g_assert_true (has_legend (repeated, "Forecast"));
    }
}

/* Series of one mark differ in more than colour: in texture, or in the shape of their points. */
static void
test_second_cue (void)
{
  static const double values[] = { 20, 30, 45 };
  static const PremiseMark marks[] = {
    PREMISE_MARK_BAR, PREMISE_MARK_AREA, PREMISE_MARK_LINE, PREMISE_MARK_POINT, PREMISE_MARK_SLOPE,
    PREMISE_MARK_TORNADO,
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(PremiseChart) chart = new_chart (marks[i], 3, values);
      g_autoptr(PremiseScene) scene = NULL;
      guint n = marks[i] == PREMISE_MARK_TORNADO ? 2 : 9;
      guint cues[9] = { 0 };

      premise_chart_set_stack (chart, PREMISE_STACK_STACKED);
      for (guint s = 1; s < n; s++)
        premise_chart_add_series (chart, "Further", values, NULL);

      scene = layout_sized (chart, 900, 700);

      for (guint k = 0; k < scene->items->len; k++)
        {
          const PremiseItem *item = &g_array_index (scene->items, PremiseItem, k);

          if (item->role == PREMISE_ROLE_MARK && item->series < n
              && (item->kind == PREMISE_ITEM_MARKER || item->kind == PREMISE_ITEM_RECT
                  || item->kind == PREMISE_ITEM_POLYGON))
            cues[item->series] = item->kind == PREMISE_ITEM_MARKER ? 100 + item->style.marker
                                                                   : 200 + item->style.texture;
        }

      for (guint a = 0; a < n; a++)
        {
          g_assert_cmpuint (cues[a], >, 0);
          for (guint b = 0; b < a; b++)
            g_assert_cmpuint (cues[a], !=, cues[b]);
        }
    }
}

/* Ten thousand points and a label as long as a page: a picture, and in a moment. */
static void
test_many (void)
{
  enum { N = 10000 };
  g_autofree char *page = g_strnfill (4000, 'x');
  g_autofree const char **labels = g_new (const char *, N);
  g_autofree double *values = g_new (double, N);

  for (guint i = 0; i < N; i++)
    {
      labels[i] = i % 1000 == 0 ? page : "point";
      values[i] = 1000 + 900 * sin (i / 300.0) + i % 7;
    }

  for (PremiseMark mark = PREMISE_MARK_BAR; mark < PREMISE_N_MARKS; mark++)
    {
      g_autoptr(PremiseChart) chart = premise_chart_new (mark);
      g_autoptr(PremiseScene) scene = NULL;
      gint64 start = g_get_monotonic_time ();

      premise_chart_set_categories (chart, labels, N);
      premise_chart_add_series (chart, page, values, NULL);
      premise_chart_add_series (chart, page, values, NULL);
      scene = layout (chart);
      g_assert_cmpuint (premise_scene_get_n_shapes (scene), >, 2);
      g_test_message ("mark %d: %.0f ms", mark, (g_get_monotonic_time () - start) / 1000.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/marks/donut", test_donut);
  g_test_add_func ("/chart/marks/tornado", test_tornado);
  g_test_add_func ("/chart/marks/histogram", test_histogram);
  g_test_add_func ("/chart/marks/fan", test_fan);
  g_test_add_func ("/chart/marks/bubble", test_bubble);
  g_test_add_func ("/chart/marks/slope", test_slope);
  g_test_add_func ("/chart/marks/area", test_area);
  g_test_add_func ("/chart/marks/area-gap", test_area_gap);
  g_test_add_func ("/chart/marks/timed", test_timed);
  g_test_add_func ("/chart/marks/combined", test_combined);
  g_test_add_func ("/chart/marks/panels", test_panels);
  g_test_add_func ("/chart/marks/certainty", test_certainty);
  g_test_add_func ("/chart/marks/certainty-legend", test_certainty_legend);
  g_test_add_func ("/chart/marks/second-cue", test_second_cue);
  g_test_add_func ("/chart/marks/many", test_many);

  return g_test_run ();
}
