/* test-find.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include <locale.h>
#include <math.h>

#define MAX_TRIES 100
#define SECTION "market-space"
#define OTHER "copilot"
#define THIRD "openai-valuation"

static void
type (UiTest     *test,
      const char *text)
{
  g_autoptr(GError) error = NULL;

  premise_driver_type (test->driver, text, &error);
  g_assert_no_error (error);
}

static void
assert_section (UiTest     *test,
                const char *section)
{
  g_autofree char *title = ui_test_dup_title (test, section);

  ui_test_assert_text (test, ATSPI_ROLE_HEADING, title);
}

static AtspiAccessible *
find (UiTest     *test,
      AtspiRole   role,
      const char *name)
{
  AtspiAccessible *found;
  g_autoptr(GError) error = NULL;

  found = premise_driver_find (test->driver, NULL, role, name, &error);
  g_assert_no_error (error);

  return found;
}

static void
search (UiTest     *test,
        const char *query,
        const char *result)
{
  g_autoptr(AtspiAccessible) row = NULL;

  ui_test_press (test, "Control+f");
  type (test, query);
  row = find (test, ATSPI_ROLE_LIST_ITEM, result);
}

static void
test_english (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", OTHER, NULL);
  g_autoptr(AtspiAccessible) exhibit = NULL;

  search (test, "livestreaming games", "3.5.1 · Key message: *");
  ui_test_press (test, "Return");
  assert_section (test, SECTION);

  /* Back and forward, with the arrows of the keyboard. */
  ui_test_press (test, "Alt+Left");
  assert_section (test, OTHER);
  ui_test_press (test, "Alt+Right");
  assert_section (test, SECTION);

  /* A block in the middle of another section is scrolled into view. */
  search (test, "pay drowns", "4.2 · Exhibit *: *pay drowns*");
  ui_test_press (test, "Return");
  exhibit = find (test, ATSPI_ROLE_INVALID, "Exhibit *: *pay drowns*");
  g_assert_true (premise_driver_has_state (exhibit, ATSPI_STATE_SHOWING));
}

/* The side buttons of a mouse, wherever it points. */
static void
test_mouse (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", OTHER, NULL);

  ui_test_press (test, "Control+Prior");
  assert_section (test, SECTION);
  premise_driver_move (test->driver, 500, 400);
  premise_driver_press_button (test->driver, 8);
  assert_section (test, OTHER);
  premise_driver_press_button (test->driver, 9);
  assert_section (test, SECTION);
}

static void
test_chinese (void)
{
  g_autoptr(UiTest) test = ui_test_open ("zh", OTHER, NULL);

  search (test, "内容成本", "3.5.1 · *");
  ui_test_press (test, "Return");
  assert_section (test, SECTION);
  ui_test_press (test, "Alt+Left");
  assert_section (test, OTHER);
}

/* Through the results with keys alone: down the list, F3 and Shift+F3. */
static void
test_results (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", OTHER, NULL);
  g_autoptr(AtspiAccessible) entry = NULL;
  g_autoptr(AtspiAccessible) focus = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;

  search (test, "3.5.1", "3.5.1 · Section: *");
  ui_test_press (test, "Down");
  focus = premise_driver_get_focus (test->driver);
  g_assert_nonnull (focus);
  name = premise_driver_dup_name (focus);
  g_assert_true (g_str_has_prefix (name, "3.5.1 · Section: "));
  ui_test_press (test, "Return");
  assert_section (test, SECTION);

  /* From anywhere to the next one and back. */
  ui_test_press (test, "Alt+Left");
  assert_section (test, OTHER);
  ui_test_press (test, "F3");
  assert_section (test, SECTION);
  ui_test_press (test, "Alt+Left");
  ui_test_press (test, "Shift+F3");
  assert_section (test, SECTION);

  /* Nothing found says so and what to do; Escape brings the contents back. */
  ui_test_press (test, "Control+f");
  type (test, "zebra");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "No results for “zebra”");
  ui_test_press (test, "Escape");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_INVALID, "No results*", &error);
  g_assert_no_error (error);
  entry = find (test, ATSPI_ROLE_LIST, "Contents");
}

static char *
dup_focus (UiTest *test)
{
  g_autoptr(AtspiAccessible) focus = premise_driver_get_focus (test->driver);

  return focus != NULL ? premise_driver_dup_name (focus) : NULL;
}

typedef struct
{
  UiTest     *test;
  const char *name;
} Focus;

static gboolean
is_focused (PremiseDriver *driver,
            gpointer       user_data)
{
  Focus *focus = user_data;
  g_autofree char *name = dup_focus (focus->test);

  return g_strcmp0 (name, focus->name) == 0;
}

static void
wait_for_focus (UiTest     *test,
                const char *name)
{
  Focus focus = { test, name };
  g_autofree char *what = g_strdup_printf ("the focus on “%s”", name);
  g_autoptr(GError) error = NULL;

  if (!premise_driver_wait (test->driver, is_focused, &focus, what, &error))
    {
      g_autofree char *instead = dup_focus (test);

      g_printerr ("The focus is on “%s” instead of “%s”\n", instead, name);
    }
  g_assert_no_error (error);
}

/* Escape gives the focus back; a result that is an assumption shows its slider without taking
 * it in hand. */
static void
test_focus (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", OTHER, NULL);
  g_autofree char *contents = ui_test_dup_title (test, OTHER);
  g_autofree char *row = g_strdup_printf ("4.2 %s", contents);

  wait_for_focus (test, row);
  search (test, "hourly pay low", "4.2 · Assumption: Hourly pay, low end");
  wait_for_focus (test, "Search the report");
  ui_test_press (test, "Return");
  ui_test_press (test, "F3");
  wait_for_focus (test, "Search the report");

  ui_test_press (test, "Escape");
  wait_for_focus (test, row);
}

static void
test_narrow (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", OTHER, "--size", "360x720", NULL);

  search (test, "livestreaming games", "3.5.1 · Key message: *");
  ui_test_press (test, "Return");
  assert_section (test, SECTION);
}

static void
open_go_to (UiTest     *test,
            const char *text,
            const char *row)
{
  g_autoptr(AtspiAccessible) entry = NULL;
  g_autoptr(AtspiAccessible) places = NULL;
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "Control+g");
  entry = find (test, ATSPI_ROLE_ENTRY, "Number or title");
  type (test, text);
  places = find (test, ATSPI_ROLE_LIST, "Places");
  found = premise_driver_find (test->driver, places, ATSPI_ROLE_LIST_ITEM, row, &error);
  g_assert_no_error (error);
}

static void
test_go_to (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", OTHER, NULL);

  open_go_to (test, "3.5", "3.5.1 *");
  /* Nothing else opens behind the dialog or over it. */
  ui_test_press (test, "Control+f");
  ui_test_press (test, "Control+g");
  ui_test_press (test, "Return");
  assert_section (test, SECTION);

  open_go_to (test, "p. 67", "5.2.1 *, Page 67");
  ui_test_press (test, "Return");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "close to Jasper's");
}

/* Who knows the number types it without looking at the dialog. */
static void
test_go_to_blindly (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", OTHER, NULL);
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "Control+g");
  premise_driver_type (test->driver, "3.5.1", &error);
  g_assert_no_error (error);
  ui_test_press (test, "Return");
  assert_section (test, SECTION);
}

/* Closes the window as a reader does, and opens the report again where it was. */
static void
restart (UiTest **test)
{
  const char *language = (*test)->language;

  ui_test_quit (*test);
  *test = ui_test_open (language, NULL, NULL);
}

/* The toast is gone after some seconds; what the button says stays. */
static void
wait_marked (UiTest   *test,
             gboolean  marked)
{
  g_autofree char *description = NULL;

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr(AtspiAccessible) button = find (test, ATSPI_ROLE_INVALID, "Bookmarks");

      g_free (description);
      description = atspi_accessible_get_description (button, NULL);
      if (g_str_equal (description, "This section has a bookmark") == marked)
        return;
      g_usleep (100 * 1000);
    }

  g_assert_cmpstr (description, ==, marked ? "This section has a bookmark" : "");
}

static void
test_bookmark (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", THIRD, NULL);
  g_autofree char *title = ui_test_dup_title (test, THIRD);
  g_autofree char *row = g_strdup_printf ("5.2.1  %s", title);

  ui_test_press (test, "Control+d");
  wait_marked (test, TRUE);
  ui_test_press (test, "Control+Prior");
  restart (&test);

  ui_test_click (test, NULL, ATSPI_ROLE_INVALID, "Bookmarks");
  ui_test_click (test, NULL, ATSPI_ROLE_LIST_ITEM, row);
  assert_section (test, THIRD);
  ui_test_press (test, "Control+d");
  wait_marked (test, FALSE);
}

static double
get_top (UiTest     *test,
         const char *name)
{
  g_autoptr(AtspiAccessible) panel = find (test, ATSPI_ROLE_INVALID, name);
  PremiseDriverArea area;
  g_autoptr(GError) error = NULL;

  premise_driver_get_area (test->driver, panel, &area, &error);
  g_assert_no_error (error);

  return area.y;
}

static void
test_place (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", OTHER, NULL);
  static const char *const exhibit = "Exhibit *: *pay drowns*";
  double before;

  search (test, "pay drowns", "4.2 · Exhibit *: *pay drowns*");
  ui_test_press (test, "Return");
  before = get_top (test, exhibit);
  restart (&test);
  assert_section (test, OTHER);
  g_assert_cmpfloat (fabs (get_top (test, exhibit) - before), <, 4);

  /* What is asked for on the command line wins. */
  ui_test_close (g_steal_pointer (&test));
  test = ui_test_open ("en", SECTION, NULL);
  assert_section (test, SECTION);
}

/* Bookmarks that cannot be read are not lost, and the reader hears of it. */
static void
test_damaged (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", THIRD, NULL);
  g_autofree char *folder = g_build_filename (g_getenv ("XDG_DATA_HOME"), "premise", "reading",
                                              NULL);
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n_aside = 0;

  ui_test_press (test, "Control+d");
  wait_marked (test, TRUE);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  ui_test_close (g_steal_pointer (&test));

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
    }

  test = ui_test_open ("en", NULL, NULL);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "set aside as");
  g_dir_rewind (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_aside += g_str_has_suffix (name, ".corrupt");
  g_assert_cmpuint (n_aside, ==, 1);
}

/* Is the row of a section well inside the window? */
static gboolean
is_in_sight (PremiseDriver *driver,
             gpointer       user_data)
{
  g_autoptr(AtspiAccessible) row = premise_driver_peek (driver, NULL, ATSPI_ROLE_LIST_ITEM, user_data);
  PremiseDriverArea window, area;

  return row != NULL && premise_driver_has_state (row, ATSPI_STATE_SELECTED) &&
         premise_driver_get_area (driver, premise_driver_get_window (driver), &window, NULL) &&
         premise_driver_get_area (driver, row, &area, NULL) && area.height > 0 && area.y >= window.y &&
         area.y + area.height <= window.y + window.height;
}

/* Who comes to a late section by another way sees in the contents where that is. */
static void
test_contents (void)
{
  g_autofree char *folder = ui_test_dup_whole_folder ();
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = premise_report_load (folder, diagnostics);
  guint last = premise_report_get_n_sections (report) - 1;
  g_autoptr(UiTest) test =
    ui_test_open_folder (folder, "en", premise_report_get_section (report, last)->id);
  guint shown[] = { last, last - 1 };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *title = ui_test_dup_title (test, premise_report_get_section (report, shown[i])->id);
      g_autofree char *name = g_strconcat ("*", title, NULL);

      premise_driver_wait (test->driver, is_in_sight, name, name, &error);
      g_assert_no_error (error);
      ui_test_press (test, "Control+Prior");
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/english", test_english);
  g_test_add_func ("/find/mouse", test_mouse);
  g_test_add_func ("/find/chinese", test_chinese);
  g_test_add_func ("/find/results", test_results);
  g_test_add_func ("/find/focus", test_focus);
  g_test_add_func ("/find/narrow", test_narrow);
  g_test_add_func ("/find/go-to", test_go_to);
  g_test_add_func ("/find/go-to-blindly", test_go_to_blindly);
  g_test_add_func ("/find/bookmark", test_bookmark);
  g_test_add_func ("/find/place", test_place);
  g_test_add_func ("/find/damaged", test_damaged);
  g_test_add_func ("/find/contents", test_contents);

  return g_test_run ();
}
