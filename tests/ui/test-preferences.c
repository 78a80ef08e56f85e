/* test-preferences.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#define SECTION "market-space"

static void
wait_for_text (UiTest     *test,
               AtspiRole   role,
               const char *part)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AtspiAccessible) found = premise_driver_find_text (test->driver, NULL, role, part, &error);

  g_assert_no_error (error);
}

static void
assert_report_language (UiTest     *test,
                        const char *language)
{
  g_autofree char *title = NULL;

  test->language = language;
  title = ui_test_dup_title (test, SECTION);
  wait_for_text (test, ATSPI_ROLE_HEADING, title);
}

static gboolean
has_focus (UiTest     *test,
           const char *name)
{
  g_autoptr(AtspiAccessible) focus = premise_driver_get_focus (test->driver);
  g_autofree char *text = focus != NULL ? premise_driver_dup_name (focus) : NULL;

  return text != NULL && g_pattern_match_simple (name, text);
}

typedef struct
{
  UiTest     *test;
  const char *name;
  gboolean    wanted;
} Focus;

static gboolean
focus_is_as_wanted (PremiseDriver *driver,
                    gpointer       user_data)
{
  Focus *focus = user_data;

  return has_focus (focus->test, focus->name) == focus->wanted;
}

static void
tab_to (UiTest     *test,
        const char *name)
{
  guint n = 0;

  while (!has_focus (test, name))
    {
      g_assert_cmpuint (n++, <, 12);
      ui_test_press (test, "Tab");
    }
}

/* Chooses what stands some places further down in the list of a row. */
static void
choose (UiTest     *test,
        const char *row,
        int         n_down)
{
  Focus focus = { test, row, FALSE };
  g_autoptr(GError) error = NULL;

  tab_to (test, row);
  ui_test_press (test, "space");
  premise_driver_wait (test->driver, focus_is_as_wanted, &focus, "the list to open", &error);
  g_assert_no_error (error);
  for (int i = 0; i < ABS (n_down); i++)
    ui_test_press (test, n_down > 0 ? "Down" : "Up");
  ui_test_press (test, "Return");
  focus.wanted = TRUE;
  premise_driver_wait (test->driver, focus_is_as_wanted, &focus, "the list to close", &error);
  g_assert_no_error (error);
}

static void
open_preferences (UiTest *test)
{
  g_autoptr(AtspiAccessible) dialog = NULL;
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "Control+comma");
  dialog = premise_driver_find (test->driver, NULL, ATSPI_ROLE_DIALOG, "Preferences", &error);
  g_assert_no_error (error);
}

/* While it goes, keys are still the dialog's. */
static void
close_preferences (UiTest *test)
{
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "Escape");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_DIALOG, "Preferences", &error);
  g_assert_no_error (error);
}

/* The preference is for all reports; what is toggled is remembered with the one report. */
static void
test_report_language (void)
{
  UiTest *test;

  ui_test_set_settings ("");
  test = ui_test_open (NULL, SECTION, NULL);
  assert_report_language (test, "en");
  open_preferences (test);
  choose (test, "Report", 1);
  assert_report_language (test, "zh");
  close_preferences (test);
  ui_test_press (test, "Control+l");
  assert_report_language (test, "en");
  ui_test_quit (test);

  test = ui_test_open (NULL, NULL, NULL);
  assert_report_language (test, "en");
  ui_test_press (test, "Control+l");
  assert_report_language (test, "zh");
  ui_test_quit (test);

  test = ui_test_open (NULL, NULL, NULL);
  assert_report_language (test, "zh");
  ui_test_close (test);
}

static void
test_interface_language (void)
{
  g_autoptr(UiTest) test = NULL;

  ui_test_set_settings ("interface-language='zh_CN'\n");
  test = ui_test_open (NULL, SECTION, NULL);
  wait_for_text (test, ATSPI_ROLE_INVALID, "本页所用的假设");
  /* That of reports is the same. */
  assert_report_language (test, "zh");
}

static double
get_height (UiTest          *test,
            AtspiAccessible *accessible)
{
  g_autoptr(GError) error = NULL;
  PremiseDriverArea area;

  premise_driver_get_area (test->driver, accessible, &area, &error);
  g_assert_no_error (error);

  return area.height;
}

typedef struct
{
  UiTest *test;
  double  height;     /* of the title, as it was */
  int     direction;  /* that it is to change to */
} Growth;

static gboolean
has_grown (PremiseDriver *driver,
           gpointer       user_data)
{
  Growth *growth = user_data;
  g_autofree char *title = ui_test_dup_title (growth->test, SECTION);
  g_autoptr(AtspiAccessible) heading = premise_driver_peek (driver, NULL, ATSPI_ROLE_HEADING, title);
  double height = heading != NULL ? get_height (growth->test, heading) : growth->height;

  return growth->direction > 0 ? height > growth->height : height == growth->height;
}

static void
test_text_size (void)
{
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) heading = NULL;
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;
  Growth growth;

  ui_test_set_settings ("");
  test = ui_test_open ("en", SECTION, NULL);
  title = ui_test_dup_title (test, SECTION);
  heading = premise_driver_find (test->driver, NULL, ATSPI_ROLE_HEADING, title, &error);
  g_assert_no_error (error);
  growth = (Growth) { test, get_height (test, heading), 1 };

  ui_test_press (test, "Control+equal");
  ui_test_press (test, "Control+equal");
  ui_test_press (test, "Control+equal");
  premise_driver_wait (test->driver, has_grown, &growth, "larger text", &error);
  g_assert_no_error (error);

  growth.direction = 0;
  ui_test_press (test, "Control+0");
  premise_driver_wait (test->driver, has_grown, &growth, "text of normal size", &error);
  g_assert_no_error (error);
}

static void
test_timer (void)
{
  g_autoptr(UiTest) test = NULL;

  ui_test_set_settings ("presenter-timer=uint32 20\n");
  test = ui_test_open ("en", SECTION, NULL);
  ui_test_press (test, "F5");
  wait_for_text (test, ATSPI_ROLE_TIMER, "Time left: 19:5");
}

/* Once, and again only when it is asked for. */
static void
test_welcome (void)
{
  UiTest *test;
  AtspiAccessible *dialog;
  g_autoptr(GError) error = NULL;

  ui_test_set_settings ("welcome-shown=false\n");
  test = ui_test_open (NULL, NULL, NULL);
  dialog = premise_driver_find (test->driver, NULL, ATSPI_ROLE_DIALOG, "Welcome", &error);
  g_assert_no_error (error);
  g_clear_object (&dialog);
  ui_test_press (test, "Return");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_DIALOG, "Welcome", &error);
  g_assert_no_error (error);
  ui_test_quit (test);

  test = ui_test_open (NULL, NULL, NULL);
  wait_for_text (test, ATSPI_ROLE_INVALID, "What This Page Uses");
  g_assert_null (premise_driver_peek (test->driver, NULL, ATSPI_ROLE_DIALOG, "Welcome"));
  ui_test_close (test);
}

/* A file that is not one of settings is not written over, and its name is told. */
static void
test_corrupt (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", "keyfile", NULL);
  g_autofree char *aside = g_strconcat (path, ".corrupt", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  UiTest *test;

  ui_test_set_settings ("");
  g_file_set_contents (path, "no settings at all", -1, &error);
  g_assert_no_error (error);

  test = ui_test_open ("en", SECTION, NULL);
  wait_for_text (test, ATSPI_ROLE_INVALID, "set aside as “keyfile.corrupt”");
  ui_test_close (test);
  g_file_get_contents (aside, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "no settings at all");
}

/* Nor is one that cannot be opened; a link to itself cannot, for root either. */
static void
test_unreadable (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", "keyfile", NULL);
  UiTest *test;

  ui_test_set_settings ("");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (symlink (path, path), ==, 0);

  test = ui_test_open ("en", SECTION, NULL);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "they were set aside as “keyfile.corrupt");
  ui_test_close (test);
}

/* As the desktop does when its session ends. */
static void
terminate (UiTest *test)
{
  premise_driver_terminate (test->driver);
  ui_test_wait_for_end (test);
}

/* Nothing is done any more, but what was a moment ago is kept already. */
static void
crash (UiTest *test)
{
  g_usleep (3 * G_USEC_PER_SEC);
  ui_test_close (test);
}

/* A what-if is there again however the program was ended. */
static void
test_changes (gconstpointer data)
{
  void (*end) (UiTest *test) = data;
  UiTest *test;
  AtspiAccessible *slider;
  double value;

  /* No small window of another test. */
  ui_test_set_settings ("");
  test = ui_test_open ("en", SECTION, NULL);
  slider = ui_test_show_slider (test, "market_space.ai_share", "game");
  value = ui_test_drag_slider (test, slider, 0.8);
  g_clear_object (&slider);
  end (test);

  test = ui_test_open ("en", NULL, NULL);
  wait_for_text (test, ATSPI_ROLE_INVALID, "1 change kept");
  slider = ui_test_show_slider (test, "market_space.ai_share", "game");
  ui_test_assert_value (test, slider, value);
  ui_test_press (test, "Control+z");
  ui_test_assert_value (test, slider, 0.3);
  g_clear_object (&slider);
  ui_test_close (test);
}

static gboolean
has_kept_size (PremiseDriver *driver,
               gpointer       user_data)
{
  AtspiAccessible *window = premise_driver_get_window (driver);
  g_autoptr(AtspiComponent) component = window != NULL ? atspi_accessible_get_component_iface (window) : NULL;
  AtspiPoint *size = component != NULL ? atspi_component_get_size (component, NULL) : NULL;
  gboolean kept = size != NULL && size->x == 760 && size->y == 540;

  g_free (size);

  return kept;
}

/* The window is as large as it was left, and stays so. */
static void
test_window_size (void)
{
  g_autoptr(GError) error = NULL;

  ui_test_set_settings ("window-size=(760, 540)\n");
  for (guint i = 0; i < 2; i++)
    {
      UiTest *test = ui_test_open ("en", SECTION, NULL);

      premise_driver_wait (test->driver, has_kept_size, NULL, "a window of the size that was kept", &error);
      g_assert_no_error (error);
      ui_test_quit (test);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/preferences/report-language", test_report_language);
  g_test_add_func ("/preferences/interface-language", test_interface_language);
  g_test_add_func ("/preferences/text-size", test_text_size);
  g_test_add_func ("/preferences/timer", test_timer);
  g_test_add_func ("/preferences/welcome", test_welcome);
  g_test_add_func ("/preferences/corrupt", test_corrupt);
  g_test_add_func ("/preferences/unreadable", test_unreadable);
  g_test_add_data_func ("/preferences/changes/quit", ui_test_quit, test_changes);
  g_test_add_data_func ("/preferences/changes/session-end", terminate, test_changes);
  g_test_add_data_func ("/preferences/changes/crash", crash, test_changes);
  g_test_add_func ("/preferences/window-size", test_window_size);

  return g_test_run ();
}
