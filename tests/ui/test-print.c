/* test-print.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf.h"
#include "premise-ui-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define SECTION "market-space"

/* The dialog is a window of its own, which has the keys as soon as it is there. */
static gboolean
has_dialog (PremiseDriver *driver,
            gpointer       user_data)
{
  g_autoptr(AtspiAccessible) application = atspi_accessible_get_parent (premise_driver_get_window (driver), NULL);
  int n = application != NULL ? atspi_accessible_get_child_count (application, NULL) : 0;

  for (int i = 1; i < n; i++)
    {
      g_autoptr(AtspiAccessible) window = atspi_accessible_get_child_at_index (application, i, NULL);

      if (window != NULL && premise_driver_has_state (window, ATSPI_STATE_ACTIVE))
        return TRUE;
    }

  return FALSE;
}

static void
wait_for_dialog (UiTest *test)
{
  g_autoptr(GError) error = NULL;

  premise_driver_wait (test->driver, has_dialog, NULL, "the dialog", &error);
  g_assert_no_error (error);
}

static gboolean
is_written (PremiseDriver *driver,
            gpointer       user_data)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (user_data, &contents, &length, NULL) && length > strlen ("%%EOF\n")
         && memcmp (contents + length - strlen ("%%EOF\n"), "%%EOF", strlen ("%%EOF")) == 0;
}

static GByteArray *
wait_for_file (UiTest     *test,
               const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  premise_driver_wait (test->driver, is_written, (gpointer) path, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_unlink (path);

  return pdf_unpack (contents, length);
}

/* The paper that is preferred is what the dialog begins with. */
static void
test_print_to_file (void)
{
  g_autoptr(UiTest) test = NULL;
  g_autofree char *path = g_build_filename (g_get_home_dir (), SECTION "-en.pdf", NULL);
  g_autoptr(GByteArray) pdf = NULL;

  ui_test_set_settings ("paper='letter'\n");
  test = ui_test_open ("en", SECTION, NULL);
  ui_test_press (test, "Control+p");
  wait_for_dialog (test);
  /* To the list of printers, whose only one is a file; then the button. */
  ui_test_press (test, "Tab");
  ui_test_press (test, "Down");
  ui_test_press (test, "space");
  ui_test_press (test, "Alt+p");
  pdf = wait_for_file (test, path);

  /* 612 points, or a hair less. A4 would be 595. */
  g_assert_cmpuint (pdf_count (pdf, "/MediaBox [ 0 0 61"), >, 1);
}

/* A figure is as wide as the text of that paper: 8.5 inches without 20 mm at each side. */
static void
test_save_image (void)
{
  g_autoptr(UiTest) test = NULL;
  g_autofree char *path = g_build_filename (g_get_home_dir (), "figure.pdf", NULL);
  g_autoptr(GByteArray) pdf = NULL;
  g_autoptr(AtspiAccessible) button = NULL;
  g_autoptr(GError) error = NULL;

  ui_test_set_settings ("paper='letter'\n");
  test = ui_test_open ("en", SECTION, NULL);
  button = premise_driver_find (test->driver, NULL, ATSPI_ROLE_BUTTON, "Save Image…", &error);
  g_assert_no_error (error);
  premise_driver_scroll_to (test->driver, button, &error);
  g_assert_no_error (error);
  premise_driver_click (test->driver, button, &error);
  g_assert_no_error (error);
  wait_for_dialog (test);
  ui_test_press (test, "Control+a");
  premise_driver_type (test->driver, path, &error);
  g_assert_no_error (error);
  ui_test_press (test, "Return");
  pdf = wait_for_file (test, path);

  g_assert_cmpuint (pdf_count (pdf, "/MediaBox [ 0 0 498.6"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print/to-file", test_print_to_file);
  g_test_add_func ("/print/save-image", test_save_image);

  return g_test_run ();
}
