/* test-open.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"
#include "premise-ui-test.h"

#include "zip.h"

#include <glib/gstdio.h>
#include <locale.h>

#define LIST_USEC G_USEC_PER_SEC
#define SLIDE_USEC G_USEC_PER_SEC
#define FILE  "chapters/content/market-space.json"
#define TITLE "AI could take over {market_space.space_total} of China's content cost"

/* Ends with a second path, or none. */
static PremiseDriver *
start (const char *path,
       const char *other)
{
  const char *arguments[] = { "--language", "en", "--section", "market-space", path, other, NULL };
  g_autoptr(GError) error = NULL;
  PremiseDriver *driver = premise_driver_start (ui_test_get_app (), arguments, NULL, &error);

  g_assert_no_error (error);

  return driver;
}

static void
assert_says (PremiseDriver *driver,
             const char    *text)
{
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  found = premise_driver_find_text (driver, NULL, ATSPI_ROLE_INVALID, text, &error);
  g_assert_no_error (error);
}

static void
click (PremiseDriver *driver,
       AtspiRole      role,
       const char    *name)
{
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  found = premise_driver_find (driver, NULL, role, name, &error);
  g_assert_no_error (error);
  premise_driver_click (driver, found, &error);
  g_assert_no_error (error);
}

/* A report that is one file, as `premise pack` makes it. */
static void
test_file (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autofree char *file = ui_report_dup_path (report, "ai.premise");
  g_autoptr(GSubprocess) pack = NULL;
  g_autoptr(PremiseDriver) driver = NULL;
  g_autoptr(GError) error = NULL;

  pack = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, ui_test_get_app (), "pack",
                           report->folder, file, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (pack, NULL, &error);
  g_assert_no_error (error);

  driver = start (file, NULL);
  assert_says (driver, "content cost");
}

static gboolean
has_two_windows (PremiseDriver *driver,
                 gpointer       user_data)
{
  g_autoptr(AtspiAccessible) application =
    atspi_accessible_get_parent (premise_driver_get_window (driver), NULL);

  return application != NULL && atspi_accessible_get_child_count (application, NULL) == 2;
}

/* The report.json of a folder stands for it, and a report that is open is not opened once more: what is changed in
 * it is kept once. */
static void
test_several (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autofree char *json = g_build_filename (report->folder, "report.json", NULL);
  g_autofree char *shipped = ui_test_dup_shipped_folder ();
  g_autoptr(PremiseDriver) driver = start (json, shipped);
  g_autoptr(GSubprocess) again = NULL;
  g_autoptr(GError) error = NULL;

  assert_says (driver, "content cost");
  premise_driver_wait (driver, has_two_windows, NULL, "two windows", &error);
  g_assert_no_error (error);

  /* The program that runs answers when it has done what it was asked. */
  again = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, ui_test_get_app (), report->folder, shipped, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (again, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has_two_windows (driver, NULL));
}

/* What comes from elsewhere is text, whatever it looks like. */
static void
test_markup (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(PremiseDriver) driver = NULL;

  ui_report_replace (report, FILE, TITLE,
                     "<b>Bold</b> &amp; <a href='http://example.org/'>here</a> & <span>");
  driver = start (report->folder, NULL);
  assert_says (driver, "<b>Bold</b> &amp; <a href='http://example.org/'>here</a> & <span>");
}

static gboolean
has_only_report (PremiseDriver *driver,
                 gpointer       application)
{
  g_autoptr(AtspiAccessible) window = NULL;
  g_autofree char *name = NULL;

  if (atspi_accessible_get_child_count (application, NULL) != 1)
    return FALSE;

  window = atspi_accessible_get_child_at_index (application, 0, NULL);
  name = window != NULL ? premise_driver_dup_name (window) : NULL;

  return name != NULL && !g_str_equal (name, "Premise") && *name != '\0';
}

static void
test_hostile_name (void)
{
  g_autoptr(AtspiAccessible) application = NULL;
  g_autoptr(UiReport) report = ui_report_new ();
  g_autofree char *path = ui_report_dup_path (report, "hostile.premise");
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(PremiseDriver) driver = NULL;
  g_autoptr(GError) error = NULL;

  zip_add (zip, "report.json", "{}");
  zip_add (zip, "../../.config/autostart/x.desktop", "[Desktop Entry]");
  archive = zip_finish (zip);
  g_file_set_contents (path, g_bytes_get_data (archive, NULL), (gssize) g_bytes_get_size (archive),
                       &error);
  g_assert_no_error (error);

  driver = start (path, NULL);
  assert_says (driver, "This report cannot be opened");
  assert_says (driver, "leads out of the report");

  /* A way out; the window that shows nothing goes. */
  application = atspi_accessible_get_parent (premise_driver_get_window (driver), NULL);
  click (driver, ATSPI_ROLE_BUTTON, "Open the Example");
  premise_driver_wait (driver, has_only_report, application, "the window of the example", &error);
  g_assert_no_error (error);
}

static void
test_bomb (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autofree char *path = ui_report_dup_path (report, "bomb.premise");
  g_autofree char *data = g_malloc0 (8 * 1024 * 1024);
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(PremiseDriver) driver = NULL;
  g_autoptr(GError) error = NULL;

  zip_add_special (zip, "report.json", data, 8 * 1024 * 1024, ZIP_FILE, ZIP_UTF8);
  archive = zip_finish (zip);
  g_file_set_contents (path, g_bytes_get_data (archive, NULL), (gssize) g_bytes_get_size (archive),
                       &error);
  g_assert_no_error (error);

  driver = start (path, NULL);
  assert_says (driver, "more than 200 times its size");
}

/* A file manager is another program: what is dragged out of it comes through the X server. */
static void
test_drop (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autofree char *shipped = ui_test_dup_shipped_folder ();
  const char *files[] = { report->folder, NULL };
  g_autoptr(PremiseDriver) source = NULL;
  g_autoptr(PremiseDriver) driver = NULL;
  g_autoptr(GError) error = NULL;

  driver = start (shipped, NULL);
  assert_says (driver, "content cost");

  /* Its window is small and above the other. */
  source = premise_driver_start (g_getenv ("PREMISE_TEST_DRAG_SOURCE"), files, NULL, &error);
  g_assert_no_error (error);
  premise_driver_drag (source, 100, 60, 640, 400);
  premise_driver_wait (driver, has_two_windows, NULL, "a window of the report that was dropped",
                       &error);
  g_assert_no_error (error);
}

/* As in a sandbox, where a file that was chosen comes without those beside it. */
static void
test_alone (void)
{
  g_autofree char *folder = g_dir_make_tmp ("premise-alone-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "report.json", NULL);
  g_autofree char *shipped = ui_test_dup_shipped_folder ();
  const char *files[] = { file, NULL };
  g_autoptr(PremiseDriver) source = NULL;
  g_autoptr(PremiseDriver) driver = NULL;
  g_autoptr(AtspiAccessible) button = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "{}", -1, NULL));
  driver = start (shipped, NULL);
  assert_says (driver, "content cost");

  source = premise_driver_start (g_getenv ("PREMISE_TEST_DRAG_SOURCE"), files, NULL, &error);
  g_assert_no_error (error);
  premise_driver_drag (source, 100, 60, 640, 400);
  button = premise_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Choose Folder…", &error);
  g_assert_no_error (error);

  g_remove (file);
  g_rmdir (folder);
}

static gboolean
is_listed (PremiseDriver *driver,
           gpointer       folder)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  g_autofree char *list = NULL;

  return g_file_get_contents (path, &list, NULL, NULL) && strstr (list, folder) != NULL;
}

static void
press (PremiseDriver *driver,
       const char    *keys)
{
  g_autoptr(GError) error = NULL;

  premise_driver_press (driver, keys, &error);
  g_assert_no_error (error);
}

static gboolean
is_pressed (PremiseDriver *driver,
            gpointer       button)
{
  return premise_driver_has_state (button, ATSPI_STATE_PRESSED) ||
         premise_driver_has_state (button, ATSPI_STATE_CHECKED);
}

/* Opens the list in the menu and goes so many entries down; the first one leads back. The list is
 * read when the program has nothing else to do, and the menu, which is no part of the tree, slides
 * to it. */
static void
choose_recent (PremiseDriver *driver,
               guint          entry)
{
  g_autoptr(AtspiAccessible) button = NULL;
  g_autoptr(GError) error = NULL;

  button = premise_driver_find (driver, NULL, ATSPI_ROLE_TOGGLE_BUTTON, "Main Menu", &error);
  g_assert_no_error (error);
  g_usleep (LIST_USEC);
  press (driver, "F10");
  premise_driver_wait (driver, is_pressed, button, "the menu", &error);
  g_assert_no_error (error);

  press (driver, "Down");
  press (driver, "Down");
  press (driver, "Return");
  g_usleep (SLIDE_USEC);
  for (guint i = 0; i < entry; i++)
    press (driver, "Down");
  press (driver, "Return");
}

static gboolean
is_not_listed (PremiseDriver *driver,
               gpointer       folder)
{
  return !is_listed (driver, folder);
}

/* What was read yesterday is in the menu today, until the list is cleared. */
static void
test_recent (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autofree char *shipped = ui_test_dup_shipped_folder ();
  g_autoptr(PremiseDriver) driver = start (report->folder, NULL);
  g_autoptr(GError) error = NULL;

  premise_driver_wait (driver, is_listed, report->folder, "the report in the list", &error);
  g_assert_no_error (error);
  g_clear_pointer (&driver, premise_driver_free);

  driver = start (shipped, NULL);
  assert_says (driver, "content cost");
  choose_recent (driver, 1);
  premise_driver_wait (driver, has_two_windows, NULL, "two windows", &error);
  g_assert_no_error (error);
  g_clear_pointer (&driver, premise_driver_free);

  driver = start (shipped, NULL);
  assert_says (driver, "content cost");
  choose_recent (driver, 2);
  premise_driver_wait (driver, is_not_listed, report->folder, "an empty list", &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open/file", test_file);
  g_test_add_func ("/open/several", test_several);
  g_test_add_func ("/open/markup", test_markup);
  g_test_add_func ("/open/hostile-name", test_hostile_name);
  g_test_add_func ("/open/bomb", test_bomb);
  g_test_add_func ("/open/drop", test_drop);
  g_test_add_func ("/open/alone", test_alone);
  g_test_add_func ("/open/recent", test_recent);

  return g_test_run ();
}
