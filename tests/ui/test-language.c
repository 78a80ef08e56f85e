/* test-language.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"
#include "premise-ui-test.h"

#include <locale.h>

#define SECTION "market-space"
#define SHARE "market_space.ai_share"
#define MEMBER "game"

static void
assert_headline (UiTest *test)
{
  g_autofree char *label = NULL;
  g_autofree char *value = ui_test_dup_headline (test, SECTION, 0, &label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, value);

  ui_test_assert_text (test, ATSPI_ROLE_BUTTON, name);
}

static void
switch_language (UiTest     *test,
                 const char *language)
{
  ui_test_click (test, NULL, ATSPI_ROLE_RADIO_BUTTON, g_str_equal (language, "zh") ? "中*" : "EN");
  test->language = language;
}

static void
test_values (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, SHARE, MEMBER);
  double value = ui_test_drag_slider (test, slider, 0.8);

  ui_test_expect (test, SHARE, MEMBER, value);
  assert_headline (test);

  switch_language (test, "zh");
  assert_headline (test);
  ui_test_assert_value (test, slider, value);

  switch_language (test, "en");
  assert_headline (test);
}

static AtspiAccessible *
find_chart (UiTest *test)
{
  g_autoptr(GError) error = NULL;
  AtspiAccessible *chart = premise_driver_find (test->driver, NULL, ATSPI_ROLE_IMAGE, "*?*",
                                                &error);

  g_assert_no_error (error);

  return chart;
}

typedef struct
{
  AtspiAccessible   *chart;
  PremiseDriverArea  window;
} Sight;

static gboolean
in_sight (PremiseDriver *driver,
          gpointer       user_data)
{
  Sight *sight = user_data;
  PremiseDriverArea area;

  return premise_driver_get_area (driver, sight->chart, &area, NULL)
         && area.y < sight->window.y + sight->window.height
         && area.y + area.height > sight->window.y;
}

/* What was being looked at is still there, in the other language. */
static void
test_place (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) chart = find_chart (test);
  g_autoptr(AtspiAccessible) other = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  Sight sight = { .chart = chart };

  premise_driver_get_area (test->driver, premise_driver_get_window (test->driver), &sight.window,
                           &error);
  g_assert_no_error (error);
  premise_driver_scroll_to (test->driver, chart, &error);
  g_assert_no_error (error);
  g_assert_true (in_sight (test->driver, &sight));

  switch_language (test, "zh");
  assert_headline (test);
  other = find_chart (test);
  sight.chart = other;
  premise_driver_wait (test->driver, in_sight, &sight, "the chart to be in sight", &error);
  g_assert_no_error (error);
}

static void
test_key (void)
{
  g_autoptr(UiTest) test = ui_test_open ("zh", SECTION, NULL);

  assert_headline (test);
  ui_test_press (test, "Control+l");
  test->language = "en";
  assert_headline (test);
}

/* What is not written in the language that one reads is there in another, and says so. */
static void
test_missing (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  ui_report_replace (report, "report.json", "\"languages\": [\"zh\", \"en\"]",
                     "\"languages\": [\"zh\", \"en\", \"ar\"]");
  ui_report_replace (report, "chapters/content/market-space.json", "\"title\": {\n    \"zh\":",
                     "\"title\": {\n    \"ar\": \"تكلفة المحتوى\",\n    \"zh\":");
  test = ui_test_open_folder (report->folder, "ar", SECTION);

  ui_test_assert_text (test, ATSPI_ROLE_HEADING, "تكلفة المحتوى");
  found = premise_driver_find_text (test->driver, NULL, ATSPI_ROLE_INVALID, "[ZH]", &error);
  g_assert_no_error (error);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID,
                       "Some texts are not written in العربية: they are shown in another language, with a mark "
                       "such as [EN]");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/values", test_values);
  g_test_add_func ("/language/place", test_place);
  g_test_add_func ("/language/key", test_key);
  g_test_add_func ("/language/missing", test_missing);

  return g_test_run ();
}
