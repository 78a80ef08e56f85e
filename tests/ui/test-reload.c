/* test-reload.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"
#include "premise-ui-test.h"

#include "premise-package.h"

#include <glib/gstdio.h>
#include <locale.h>

/* What an author sees who writes a report in an editor beside the window. */

#define SECTION "market-space"
#define FILE    "chapters/content/market-space.json"
#define SHARE   "market_space.ai_share"
#define MEMBER  "game"
#define TITLE   "\"en\": \"AI could take over {market_space.space_total} of China's content cost\""

static void
assert_value (UiTest *test)
{
  g_autofree char *label = NULL;
  g_autofree char *value = ui_test_dup_headline (test, SECTION, 0, &label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, value);

  ui_test_assert_text (test, ATSPI_ROLE_BUTTON, name);
}

static double
drag (UiTest *test)
{
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, SHARE, MEMBER);
  double value = ui_test_drag_slider (test, slider, 0.8);

  ui_test_expect (test, SHARE, MEMBER, value);

  return value;
}

static void
assert_gone (UiTest     *test,
             const char *name)
{
  g_autoptr(GError) error = NULL;

  premise_driver_wait_gone (test->driver, ATSPI_ROLE_INVALID, name, &error);
  g_assert_no_error (error);
}

static void
test_text (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = ui_test_open_folder (report->folder, "en", SECTION);
  double value = drag (test);
  double base = premise_model_get_base (premise_report_get_model (test->report),
                                        ui_test_get_variable (test, SHARE),
                                        ui_test_get_cell (test, ui_test_get_variable (test, SHARE),
                                                          MEMBER));

  assert_value (test);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "1 changed");

  ui_report_replace (report, FILE, TITLE, "\"en\": \"Told anew\"");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "Told anew");
  assert_value (test);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "1 changed");

  /* What was done can still be undone, and done again. */
  ui_test_press (test, "Control+z");
  ui_test_expect (test, SHARE, MEMBER, base);
  assert_value (test);
  ui_test_press (test, "Control+Shift+z");
  ui_test_expect (test, SHARE, MEMBER, value);
  assert_value (test);
}

static void
test_broken_and_mended (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = ui_test_open_folder (report->folder, "en", SECTION);

  drag (test);
  ui_report_replace (report, FILE, TITLE, "\"en\": \"Told anew\"");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "Told anew");

  /* A comma too few: the last good state stays, with what was changed in it. */
  ui_report_replace (report, FILE, "\"id\": \"market-space\",", "\"id\": \"market-space\"");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "since the last change");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "Told anew");
  assert_value (test);
  ui_test_click (test, NULL, ATSPI_ROLE_BUTTON, "Show");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, FILE ", line ");
  ui_test_press (test, "Escape");

  ui_report_replace (report, FILE, "\"id\": \"market-space\"", "\"id\": \"market-space\",");
  assert_gone (test, "*since the last change*");
  ui_report_replace (report, FILE, "Told anew", "Told once more");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "Told once more");
  assert_value (test);
}

/* One comma in a file counts for all that was in it, however little was right before. */
static void
test_worse (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = NULL;

  ui_report_replace (report, FILE, TITLE, "\"en\": \"Sold {market_space.nothing}\"");
  test = ui_test_open_folder (report->folder, "en", SECTION);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "1 problem in this report");
  assert_value (test);

  ui_report_replace (report, "model/market_space.json", "\"id\": \"market_space\",", "\"id\": \"market_space\"");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "1 problem since the last change");
  assert_value (test);
  ui_report_replace (report, "model/market_space.json", "\"id\": \"market_space\"", "\"id\": \"market_space\",");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "1 problem in this report");

  ui_report_replace (report, FILE, "\"id\": \"market-space\",", "\"id\": \"market-space\"");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "1 problem since the last change");
  assert_value (test);
}

/* The section that is on the screen is taken out of the report: the one after it is shown. */
static void
test_section_gone (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = ui_test_open_folder (report->folder, "en", SECTION);

  drag (test);
  ui_report_replace (report, "report.json", "[\"" SECTION "\"]", "[]");
  assert_gone (test, "AI could take over * content cost");
  ui_test_assert_text (test, ATSPI_ROLE_HEADING, "Copilot may save");
}

/* The folder is away for a while, as when another branch is checked out. */
static void
test_folder_away (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = ui_test_open_folder (report->folder, "en", SECTION);
  g_autofree char *aside = ui_report_dup_path (report, "aside");

  drag (test);
  g_assert_no_errno (g_rename (report->folder, aside));
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "since the last change");
  assert_value (test);

  g_assert_no_errno (g_rename (aside, report->folder));
  assert_gone (test, "*since the last change*");
  ui_report_replace (report, FILE, TITLE, "\"en\": \"Told anew\"");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "Told anew");
  assert_value (test);
}

static void
pack (UiReport   *report,
      const char *file)
{
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(PremisePackage) package = premise_package_open (report->folder, &error);
  g_autoptr(PremiseReport) loaded = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_assert_no_error (error);
  loaded = premise_report_load_package (package, report->folder, diagnostics, NULL);
  bytes = premise_package_pack (package, &error);
  g_assert_no_error (error);
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

/* A report that is one file is packed again. */
static void
test_archive (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autofree char *file = ui_report_dup_path (report, "report.premise");
  g_autoptr(UiTest) test = NULL;

  pack (report, file);
  test = ui_test_open_folder (file, "en", SECTION);
  drag (test);
  ui_report_replace (report, FILE, TITLE, "\"en\": \"Told anew\"");
  pack (report, file);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "Told anew");
  assert_value (test);
}

/* A report that could not be opened opens as soon as it can be. */
static void
test_opens_when_mended (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  const char *arguments[] = { "--language", "en", report->folder, NULL };
  g_autoptr(PremiseDriver) driver = NULL;
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  ui_report_replace (report, "report.json", "\"format\": 1,", "\"format\" 1,");
  driver = premise_driver_start (ui_test_get_app (), arguments, NULL, &error);
  g_assert_no_error (error);
  found = premise_driver_find_text (driver, NULL, ATSPI_ROLE_INVALID,
                                    "This report cannot be opened", &error);
  g_assert_no_error (error);
  g_clear_object (&found);

  ui_report_replace (report, "report.json", "\"format\" 1,", "\"format\": 1,");
  found = premise_driver_find_text (driver, NULL, ATSPI_ROLE_INVALID, "content cost", &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reload/text", test_text);
  g_test_add_func ("/reload/broken-and-mended", test_broken_and_mended);
  g_test_add_func ("/reload/worse", test_worse);
  g_test_add_func ("/reload/opens-when-mended", test_opens_when_mended);
  g_test_add_func ("/reload/section-gone", test_section_gone);
  g_test_add_func ("/reload/folder-away", test_folder_away);
  g_test_add_func ("/reload/archive", test_archive);

  return g_test_run ();
}
