/* test-what-if.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include <locale.h>

#define SECTION "market-space"
#define SHARE "market_space.ai_share"
#define MEMBER "game"
#define OTHER "short_video"

static void
assert_headline (UiTest *test)
{
  g_autofree char *label = NULL;
  g_autofree char *value = ui_test_dup_headline (test, SECTION, 0, &label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, value);

  ui_test_assert_text (test, ATSPI_ROLE_BUTTON, name);
}

/* The page as a whole agrees with what was done: in the strip, a sentence, a table, a chart. */
static void
assert_page (UiTest *test)
{
  g_autofree char *title = ui_test_dup_title (test, SECTION);
  g_autofree char *share = ui_test_dup_value (test, "market_space.weighted_ai_share", NULL, NULL);
  g_autofree char *space = ui_test_dup_value (test, "market_space.ai_space", MEMBER, ".0 bare @yi");
  g_autofree char *total = ui_test_dup_value (test, "market_space.space_total", NULL, ".0 bare @yi");

  assert_headline (test);
  ui_test_assert_text (test, ATSPI_ROLE_LIST_ITEM, title);
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, share);
  ui_test_assert_text (test, ATSPI_ROLE_TABLE_CELL, space);
  ui_test_assert_text (test, ATSPI_ROLE_IMAGE, total);
}

static double
drag (UiTest     *test,
      const char *member,
      double      fraction)
{
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, SHARE, member);
  double value = ui_test_drag_slider (test, slider, fraction);

  ui_test_expect (test, SHARE, member, value);

  return value;
}

static void
test_drag (gconstpointer language)
{
  g_autoptr(UiTest) test = ui_test_open (language, SECTION, NULL);
  double base = premise_model_get_base (premise_report_get_model (test->report),
                                        ui_test_get_variable (test, SHARE),
                                        ui_test_get_cell (test,
                                                          ui_test_get_variable (test, SHARE),
                                                          MEMBER));
  double value;

  assert_page (test);
  value = drag (test, MEMBER, 0.8);
  g_assert_cmpfloat (value, >, base);
  assert_page (test);
}

static void
test_undo (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, SHARE, MEMBER);
  double base = premise_driver_get_value (slider);
  double value = drag (test, MEMBER, 0.8);

  assert_headline (test);

  /* A drag is many values and one step. */
  ui_test_press (test, "Control+z");
  ui_test_assert_value (test, slider, base);
  ui_test_expect (test, SHARE, MEMBER, base);
  assert_headline (test);

  ui_test_press (test, "Control+Shift+z");
  ui_test_assert_value (test, slider, value);
  ui_test_expect (test, SHARE, MEMBER, value);
  assert_headline (test);
}

static void
test_reset (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  guint variable = ui_test_get_variable (test, SHARE);
  g_autofree char *label = ui_test_dup_label (test, variable,
                                              ui_test_get_cell (test, variable, MEMBER));
  g_autofree char *reset = g_strdup_printf ("Reset %s", label);
  g_autoptr(AtspiAccessible) pane = ui_test_find_pane (test);
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, SHARE, MEMBER);
  double base = premise_driver_get_value (slider);
  double value = drag (test, MEMBER, 0.8);

  drag (test, OTHER, 0.7);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "2 changed");

  ui_test_click (test, pane, ATSPI_ROLE_BUTTON, reset);
  ui_test_assert_value (test, slider, base);
  ui_test_expect (test, SHARE, MEMBER, base);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "1 changed");
  assert_headline (test);

  ui_test_press (test, "Control+z");
  ui_test_assert_value (test, slider, value);
}

static void
test_reset_all (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, SHARE, MEMBER);
  g_autoptr(GError) error = NULL;
  double base = premise_driver_get_value (slider);
  double value = drag (test, MEMBER, 0.8);

  ui_test_click (test, NULL, ATSPI_ROLE_BUTTON, "Reset All");
  ui_test_assert_value (test, slider, base);
  ui_test_expect (test, SHARE, MEMBER, base);
  assert_headline (test);
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_INVALID, "1 changed", &error);
  g_assert_no_error (error);

  ui_test_press (test, "Control+z");
  ui_test_assert_value (test, slider, value);
}

static void
type_value (UiTest     *test,
            const char *button,
            const char *text)
{
  g_autoptr(AtspiAccessible) pane = ui_test_find_pane (test);
  g_autoptr(AtspiAccessible) entry = NULL;
  g_autoptr(GError) error = NULL;

  if (button != NULL)
    ui_test_click (test, pane, ATSPI_ROLE_BUTTON, button);
  entry = premise_driver_find (test->driver, pane, ATSPI_ROLE_INVALID, "New value of *", &error);
  g_assert_no_error (error);

  ui_test_press (test, "Control+a");
  premise_driver_type (test->driver, text, &error);
  g_assert_no_error (error);
  ui_test_press (test, "Return");
}

static void
test_type (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  guint variable = ui_test_get_variable (test, SHARE);
  g_autofree char *label = ui_test_dup_label (test, variable,
                                              ui_test_get_cell (test, variable, MEMBER));
  g_autofree char *button = g_strdup_printf ("%s: *", label);
  g_autoptr(AtspiAccessible) pane = ui_test_find_pane (test);
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, SHARE, MEMBER);
  g_autoptr(AtspiAccessible) entry = NULL;
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;

  type_value (test, button, "45%");
  ui_test_assert_value (test, slider, 0.45);
  ui_test_expect (test, SHARE, MEMBER, 0.45);
  assert_headline (test);

  /* Outside the range the range is said, and what was typed stays. */
  type_value (test, button, "99%");
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, "outside the range");
  entry = premise_driver_find (test->driver, pane, ATSPI_ROLE_INVALID, "New value of *", &error);
  g_assert_no_error (error);
  kept = premise_driver_dup_text (entry);
  g_assert_nonnull (strstr (kept, "99%"));
  ui_test_assert_value (test, slider, 0.45);

  type_value (test, NULL, "half");
  g_clear_object (&entry);
  entry = premise_driver_find (test->driver, pane, ATSPI_ROLE_INVALID, "New value of *", &error);
  ui_test_assert_value (test, slider, 0.45);

  /* A bare number is in the unit that is shown. */
  type_value (test, NULL, "50");
  ui_test_assert_value (test, slider, 0.5);

  ui_test_click (test, pane, ATSPI_ROLE_BUTTON, button);
  premise_driver_type (test->driver, "12", &error);
  ui_test_press (test, "Escape");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_INVALID, "New value of *", &error);
  g_assert_no_error (error);
  ui_test_assert_value (test, slider, 0.5);
}

typedef struct
{
  AtspiAccessible *slider;
  double           y;
} Place;

static gboolean
has_scrolled (PremiseDriver *driver,
              gpointer       user_data)
{
  Place *place = user_data;
  PremiseDriverArea area;

  return premise_driver_get_area (driver, place->slider, &area, NULL) && area.y != place->y;
}

/* The wheel belongs to the pane, wherever the pointer is. */
static void
test_wheel (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, SHARE, MEMBER);
  double base = premise_driver_get_value (slider);
  Place place = { .slider = slider };
  PremiseDriverArea area;
  g_autoptr(GError) error = NULL;

  premise_driver_get_area (test->driver, slider, &area, &error);
  g_assert_no_error (error);
  place.y = area.y;
  premise_driver_move (test->driver, area.x + area.width / 2, area.y + area.height / 2);
  premise_driver_scroll (test->driver, 2);
  if (!premise_driver_wait (test->driver, has_scrolled, &place, "the pane to scroll down", NULL))
    premise_driver_scroll (test->driver, -2);
  premise_driver_wait (test->driver, has_scrolled, &place, "the pane to scroll", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (premise_driver_get_value (slider), ==, base);
}

static char *
dup_headline_pattern (UiTest *test,
                      guint   i)
{
  g_autofree char *label = NULL;
  g_autofree char *value = ui_test_dup_headline (test, SECTION, i, &label);

  return g_strdup_printf ("%s: %s*", label, value);
}

/* A number of which the end is cut off is another number. Those of a third line would stand over the page. */
static void
assert_headline_inside (UiTest                  *test,
                        const PremiseDriverArea *window)
{
  guint section = premise_report_find_section (test->report, SECTION);
  g_autofree char *fifth = dup_headline_pattern (test, 4);

  g_assert_cmpuint (premise_report_get_section (test->report, section)->headline->len, >, 4);
  g_assert_null (premise_driver_peek (test->driver, NULL, ATSPI_ROLE_BUTTON, fifth));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = dup_headline_pattern (test, i);
      g_autoptr(AtspiAccessible) metric = NULL;
      PremiseDriverArea area;
      g_autoptr(GError) error = NULL;

      metric = premise_driver_find (test->driver, NULL, ATSPI_ROLE_BUTTON, name, &error);
      g_assert_no_error (error);
      premise_driver_get_area (test->driver, metric, &area, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (area.x, >=, window->x);
      g_assert_cmpfloat (area.x + area.width, <=, window->x + window->width);
    }
}

/* At 360 pixels everything is still inside the window when something has changed. */
static void
test_narrow (gconstpointer language)
{
  g_autoptr(UiTest) test = ui_test_open (language, SECTION, "--size", "360x720", NULL);
  g_autoptr(AtspiAccessible) pane = NULL;
  g_autoptr(AtspiAccessible) slider = NULL;
  g_autoptr(AtspiAccessible) pill = NULL;
  g_autoptr(AtspiAccessible) close = NULL;
  g_autoptr(AtspiAccessible) again = NULL;
  PremiseDriverArea window, area;
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "F9");
  pane = ui_test_find_pane (test);
  slider = premise_driver_find (test->driver, pane, ATSPI_ROLE_SLIDER, "*", &error);
  g_assert_no_error (error);
  premise_driver_scroll_to (test->driver, slider, &error);
  g_assert_no_error (error);
  ui_test_drag_slider (test, slider, 0.9);
  ui_test_press (test, "Escape");

  pill = premise_driver_find (test->driver, NULL, ATSPI_ROLE_INVALID, "1 changed", &error);
  g_assert_no_error (error);
  close = premise_driver_find (test->driver, NULL, ATSPI_ROLE_BUTTON, "Close", &error);
  g_assert_no_error (error);
  premise_driver_get_area (test->driver, premise_driver_get_window (test->driver), &window, &error);
  g_assert_no_error (error);
  premise_driver_get_area (test->driver, close, &area, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (window.width, ==, 360);
  g_assert_cmpfloat (area.x + area.width, <=, window.x + window.width);
  assert_headline_inside (test, &window);

  /* From the contents, too, which are a page of their own. */
  ui_test_press (test, "Escape");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_INVALID, "1 changed", &error);
  g_assert_no_error (error);
  ui_test_press (test, "F9");
  again = premise_driver_find (test->driver, NULL, ATSPI_ROLE_SLIDER, "*", &error);
  g_assert_no_error (error);
}

/* The slider that has the focus goes with its page: keys that follow one another quickly must not go with it. */
static void
test_leaf (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autofree char *title = ui_test_dup_title (test, "openai-valuation");
  g_autofree char *other = ui_test_dup_title (test, "copilot");

  drag (test, MEMBER, 0.8);
  ui_test_press (test, "Control+Next");
  ui_test_press (test, "Control+Next");
  ui_test_assert_text (test, ATSPI_ROLE_HEADING, title);
  ui_test_press (test, "Control+Prior");
  ui_test_assert_text (test, ATSPI_ROLE_HEADING, other);
}

/* The section that will be read next is made ready while the reader rests: what is changed meanwhile must be in it,
 * and until it is shown nobody may come across it. */
static void
test_next_section (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  double base = premise_model_get_base (premise_report_get_model (test->report),
                                        ui_test_get_variable (test, SHARE),
                                        ui_test_get_cell (test, ui_test_get_variable (test, SHARE), MEMBER));
  g_autofree char *title = NULL;
  g_autofree char *other = ui_test_dup_title (test, "copilot");
  g_autoptr(GError) error = NULL;

  drag (test, MEMBER, 0.8);
  title = ui_test_dup_title (test, SECTION);
  ui_test_press (test, "Control+Next");
  ui_test_press (test, "Control+Next");
  ui_test_press (test, "Control+Prior");
  ui_test_assert_text (test, ATSPI_ROLE_HEADING, other);
  g_usleep (G_USEC_PER_SEC);
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_HEADING, title, &error);
  g_assert_no_error (error);

  ui_test_press (test, "Control+z");
  ui_test_expect (test, SHARE, MEMBER, base);
  g_usleep (G_USEC_PER_SEC);
  ui_test_press (test, "Control+Prior");
  g_free (title);
  title = ui_test_dup_title (test, SECTION);
  ui_test_assert_text (test, ATSPI_ROLE_HEADING, title);
  assert_page (test);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/what-if/drag/en", "en", test_drag);
  g_test_add_data_func ("/what-if/drag/zh", "zh", test_drag);
  g_test_add_func ("/what-if/undo", test_undo);
  g_test_add_func ("/what-if/reset", test_reset);
  g_test_add_func ("/what-if/reset-all", test_reset_all);
  g_test_add_func ("/what-if/type", test_type);
  g_test_add_func ("/what-if/wheel", test_wheel);
  g_test_add_func ("/what-if/leaf", test_leaf);
  g_test_add_func ("/what-if/next-section", test_next_section);
  g_test_add_data_func ("/what-if/narrow/en", "en", test_narrow);
  g_test_add_data_func ("/what-if/narrow/zh", "zh", test_narrow);

  return g_test_run ();
}
