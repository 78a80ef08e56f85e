/* test-chart.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart.h"
#include "premise-describe.h"

#include <math.h>

static const PremisePhrases english = {
  .empty = "No values.",
  .single = "{leader}: {value}.",
  .summary = "{count} values. Largest: {leader}, {value}; smallest: {last}, {last_value}.",
  .equal = "{count} values, all {value}.",
  .trend = "From {first_value} ({first}) to {last_value} ({last}), peak {value} ({leader}).",
  .range = "{count} ranges. Widest: {leader}, {low} to {high}.",
  .waterfall = "{count} steps. Largest: {leader}, {value}. {last}: {last_value}.",
  .heatmap = "{rows} by {count}. Largest: {row}, {leader}, {value}; smallest: {last_row}, {last}, "
             "{last_value}.",
  .series = "{series}: {sentence}",
  .missing = "{missing} missing.",
  .changed = "{changed} changed.",
  .separator = " ",
};

static const char *const names[] = { "Games", "Films", "Music" };

static PremiseChart *
new_chart (PremiseMark   mark,
           const double *values,
           const double *base)
{
  PremiseChart *chart = premise_chart_new (mark);

  premise_chart_set_categories (chart, names, 3);
  premise_chart_add_series (chart, "A", values, base);

  return chart;
}

static void
assert_description (PremiseChart *chart,
                    const char   *expected)
{
  g_autofree char *text = premise_chart_describe (chart, &english);

  g_assert_cmpstr (text, ==, expected);
}

static void
count_cb (gpointer data)
{
  (*(guint *) data)++;
}

static char *
label_cb (double            value,
          PremiseNumberForm form,
          gpointer          user_data)
{
  return g_strdup_printf (form == PREMISE_NUMBER_TICK ? "t%g" : "v%g", value);
}

static void
test_chart_values (void)
{
  double values[] = { 1, NAN, 3 };
  double base[] = { 1, 2, NAN };
  g_autoptr(PremiseChart) chart = new_chart (PREMISE_MARK_BAR, values, base);

  values[0] = 7;
  g_assert_cmpuint (premise_chart_get_n_categories (chart), ==, 3);
  g_assert_cmpuint (premise_chart_get_n_series (chart), ==, 1);
  g_assert_cmpint (premise_chart_get_mark (chart), ==, PREMISE_MARK_BAR);
  g_assert_cmpstr (premise_chart_get_category (chart, 1), ==, "Films");
  g_assert_null (premise_chart_get_category (chart, 3));
  g_assert_cmpstr (premise_chart_get_series_label (chart, 0), ==, "A");
  g_assert_null (premise_chart_get_series_label (chart, 1));
  g_assert_cmpfloat (premise_chart_get_value (chart, 0, 0), ==, 1);
  g_assert_true (isnan (premise_chart_get_value (chart, 0, 1)));
  g_assert_true (isnan (premise_chart_get_value (chart, 0, 3)));
  g_assert_true (isnan (premise_chart_get_value (chart, 1, 0)));
  g_assert_cmpfloat (premise_chart_get_base (chart, 0, 1), ==, 2);
  g_assert_true (isnan (premise_chart_get_base (chart, 0, 2)));
  g_assert_cmpuint (premise_chart_add_series (chart, NULL, base, NULL), ==, 1);
  g_assert_true (isnan (premise_chart_get_base (chart, 1, 0)));
}

static void
test_chart_labels (void)
{
  g_autoptr(PremiseChart) chart = premise_chart_new (PREMISE_MARK_BAR);
  g_autofree char *longest = g_strnfill (100000, 'x');
  const char *labels[] = { "two\nlines", "bad \xff byte", longest, NULL };
  guint destroyed = 0;
  g_autofree char *plain = NULL;
  g_autofree char *tick = NULL;
  g_autofree char *value = NULL;

  premise_chart_set_categories (chart, labels, 4);
  g_assert_cmpstr (premise_chart_get_category (chart, 0), ==, "two lines");
  g_assert_true (g_utf8_validate (premise_chart_get_category (chart, 1), -1, NULL));
  g_assert_cmpuint (strlen (premise_chart_get_category (chart, 2)), <, 1000);
  g_assert_cmpstr (premise_chart_get_category (chart, 3), ==, "");

  premise_chart_set_tick_unit (chart, 1e8);
  plain = premise_chart_format_value (chart, 2.5e8, PREMISE_NUMBER_TICK);
  g_assert_cmpstr (plain, ==, "2.5");

  premise_chart_set_label_func (chart, label_cb, &destroyed, count_cb);
  tick = premise_chart_format_value (chart, 1, PREMISE_NUMBER_TICK);
  value = premise_chart_format_value (chart, 1, PREMISE_NUMBER_FULL);
  g_assert_cmpstr (tick, ==, "t1");
  g_assert_cmpstr (value, ==, "v1");
  premise_chart_set_label_func (chart, NULL, NULL, NULL);
  g_assert_cmpuint (destroyed, ==, 1);
}

static void
test_chart_type (void)
{
  PremiseChart *chart = premise_chart_new (PREMISE_MARK_LINE);
  guint destroyed = 0;
  GValue value = G_VALUE_INIT;

  premise_chart_set_label_func (chart, label_cb, &destroyed, count_cb);
  g_value_init (&value, PREMISE_TYPE_CHART);
  g_value_take_boxed (&value, chart);
  g_assert_true (g_value_get_boxed (&value) == chart);
  premise_chart_unref (premise_chart_ref (chart));
  g_assert_cmpuint (destroyed, ==, 0);
  g_value_unset (&value);
  g_assert_cmpuint (destroyed, ==, 1);
}

static void
test_describe_marks (void)
{
  static const double values[] = { 10, 30, 20 };
  static const double high[] = { 12, 60, 21 };
  static const double steps[] = { 10, -4, 6 };
  g_autoptr(PremiseChart) bar = new_chart (PREMISE_MARK_BAR, values, NULL);
  g_autoptr(PremiseChart) line = new_chart (PREMISE_MARK_LINE, values, NULL);
  g_autoptr(PremiseChart) range = new_chart (PREMISE_MARK_RANGE, values, NULL);
  g_autoptr(PremiseChart) waterfall = new_chart (PREMISE_MARK_WATERFALL, steps, NULL);
  g_autoptr(PremiseChart) heatmap = new_chart (PREMISE_MARK_HEATMAP, values, NULL);

  assert_description (bar, "3 values. Largest: Films, 30; smallest: Games, 10.");
  assert_description (line, "From 10 (Games) to 20 (Music), peak 30 (Films).");
  premise_chart_add_series (range, "High", high, NULL);
  assert_description (range, "3 ranges. Widest: Films, 30 to 60.");
  assert_description (waterfall, "2 steps. Largest: Games, 10. Music: 6.");
  premise_chart_add_total (waterfall, 0);
  assert_description (waterfall, "1 steps. Largest: Films, -4. Music: 6.");
  premise_chart_add_series (heatmap, "B", high, NULL);
  assert_description (heatmap, "2 by 3. Largest: B, Films, 60; smallest: A, Games, 10.");
  premise_chart_add_series (bar, "B", high, NULL);
  assert_description (bar, "A: 3 values. Largest: Films, 30; smallest: Games, 10. "
                           "B: 3 values. Largest: Films, 60; smallest: Games, 12.");
}

static void
test_describe_odd (void)
{
  static const double none[] = { NAN, NAN, INFINITY };
  static const double one[] = { NAN, 5, NAN };
  static const double same[] = { 5, 5, 5 };
  static const double base[] = { 5, 4, 5 };
  static const PremisePhrases nothing = { 0 };
  PremiseMark mark = PREMISE_MARK_BAR;
  g_autoptr(PremiseChart) empty = premise_chart_new (PREMISE_MARK_BAR);
  g_autoptr(PremiseChart) missing = new_chart (PREMISE_MARK_LINE, none, NULL);
  g_autoptr(PremiseChart) single = new_chart (PREMISE_MARK_LINE, one, NULL);
  g_autoptr(PremiseChart) equal = new_chart (PREMISE_MARK_BAR, same, base);
  g_autoptr(PremiseChart) braces = premise_chart_new (PREMISE_MARK_BAR);
  const char *const label = "{value} {";

  assert_description (empty, "No values.");
  assert_description (missing, "No values.");
  assert_description (single, "Films: 5. 2 missing.");
  assert_description (equal, "3 values, all 5. 1 changed.");

  premise_chart_set_categories (braces, &label, 1);
  premise_chart_add_series (braces, NULL, same, NULL);
  assert_description (braces, "{value} {: 5.");

  for (; mark <= PREMISE_MARK_HEATMAP; mark++)
    {
      g_autoptr(PremiseChart) chart = new_chart (mark, one, NULL);
      g_autofree char *text = premise_chart_describe (chart, &nothing);
      g_autofree char *full = premise_chart_describe (chart, &english);

      g_assert_cmpstr (text, ==, "");
      g_assert_null (strstr (full, "nan"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/chart/values", test_chart_values);
  g_test_add_func ("/chart/chart/labels", test_chart_labels);
  g_test_add_func ("/chart/chart/type", test_chart_type);
  g_test_add_func ("/chart/describe/marks", test_describe_marks);
  g_test_add_func ("/chart/describe/odd", test_describe_odd);

  return g_test_run ();
}
