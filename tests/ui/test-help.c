/* test-help.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include <glib/gstdio.h>
#include <locale.h>

#define SECTION "market-space"

/* Where the program that stands for the browser writes what it is asked to open. */
static char *
dup_log_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "opened", NULL);
}

static void
write_file (const char *path,
            const char *text,
            int         mode)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, mode, &error);
  g_assert_no_error (error);
}

/* A program of this user that opens a type of things. */
static void
install_handler (const char *type)
{
  g_autofree char *script = g_build_filename (g_get_user_data_dir (), "handler", NULL);
  g_autofree char *desktop = g_build_filename (g_get_user_data_dir (), "applications", "handler.desktop", NULL);
  g_autofree char *list = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  g_autofree char *log = dup_log_path ();
  g_autofree char *script_text = g_strdup_printf ("#!/bin/sh\necho \"${GDK_DISABLE-}$1\" >> '%s'\n", log);
  g_autofree char *desktop_text =
    g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Handler\nExec=%s %%u\nMimeType=%s;\n", script, type);
  g_autofree char *list_text = g_strdup_printf ("[Default Applications]\n%s=handler.desktop\n", type);

  g_remove (log);
  write_file (script, script_text, 0700);
  write_file (desktop, desktop_text, 0600);
  write_file (list, list_text, 0600);
}

typedef struct
{
  const char *page;      /* that is to be opened, the end of its address */
  guint       n;         /* how many before it */
  char       *text;      /* what has been opened */
} Opened;

static gboolean
is_opened (PremiseDriver *driver,
           gpointer       user_data)
{
  Opened *opened = user_data;
  g_autofree char *path = dup_log_path ();
  g_auto(GStrv) lines = NULL;

  g_clear_pointer (&opened->text, g_free);
  if (!g_file_get_contents (path, &opened->text, NULL, NULL))
    return FALSE;

  lines = g_strsplit (opened->text, "\n", -1);

  return g_strv_length (lines) == opened->n + 2 && g_str_has_suffix (lines[opened->n], opened->page);
}

static void
assert_opens (UiTest     *test,
              guint      *n,
              const char *page)
{
  Opened opened = { .page = page, .n = (*n)++ };
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "F1");
  premise_driver_wait (test->driver, is_opened, &opened, page, &error);
  if (error != NULL)
    g_test_message ("opened:\n%s", opened.text != NULL ? opened.text : "nothing");
  g_assert_no_error (error);
  /* What this machine has GTK do without is no business of the viewer's. */
  g_assert_null (strstr (opened.text, "gl,vulkan"));
  g_free (opened.text);
}

static void
find_dialog (UiTest     *test,
             const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AtspiAccessible) dialog = premise_driver_find (test->driver, NULL, ATSPI_ROLE_DIALOG, name, &error);

  g_assert_no_error (error);
}

static void
close_dialog (UiTest     *test,
              const char *name)
{
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "Escape");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_DIALOG, name, &error);
  g_assert_no_error (error);
}

static gboolean
has_focus (PremiseDriver *driver,
           gpointer       user_data)
{
  const AtspiRole *roles = user_data;
  g_autoptr(AtspiAccessible) focus = premise_driver_get_focus (driver);
  AtspiRole role = focus != NULL ? atspi_accessible_get_role (focus, NULL) : ATSPI_ROLE_INVALID;

  return role == roles[0] || role == roles[1];
}

static void
wait_for_focus (UiTest    *test,
                AtspiRole  role,
                AtspiRole  or_role)
{
  AtspiRole roles[] = { role, or_role };
  g_autoptr(GError) error = NULL;

  premise_driver_wait (test->driver, has_focus, roles, "the focus to move", &error);
  g_assert_no_error (error);
}

/* Without a viewer the page comes up in the browser, and it is the one for the place. */
static void
test_places (void)
{
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) slider = NULL;
  g_autoptr(AtspiAccessible) page_number = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *label = NULL;
  g_autofree char *button = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  install_handler ("text/html");
  test = ui_test_open ("en", SECTION, NULL);
  assert_opens (test, &n, "/reading.C.html");

  ui_test_press (test, "Control+f");
  wait_for_focus (test, ATSPI_ROLE_ENTRY, ATSPI_ROLE_TEXT);
  assert_opens (test, &n, "/finding.C.html");
  ui_test_press (test, "Escape");

  ui_test_press (test, "Control+g");
  find_dialog (test, "Go to Section");
  assert_opens (test, &n, "/finding.C.html");
  close_dialog (test, "Go to Section");

  ui_test_press (test, "Control+Shift+a");
  find_dialog (test, "Audit");
  assert_opens (test, &n, "/audit.C.html");
  close_dialog (test, "Audit");

  ui_test_press (test, "Control+comma");
  find_dialog (test, "Preferences");
  assert_opens (test, &n, "/preferences.C.html");
  close_dialog (test, "Preferences");

  ui_test_press (test, "Control+Shift+question");
  find_dialog (test, "Keyboard Shortcuts");
  assert_opens (test, &n, "/keys.C.html");
  close_dialog (test, "Keyboard Shortcuts");

  headline = ui_test_dup_headline (test, SECTION, 0, &label);
  button = g_strdup_printf ("%s: %s*", label, headline);
  ui_test_click (test, NULL, ATSPI_ROLE_BUTTON, button);
  find_dialog (test, "*");
  assert_opens (test, &n, "/reading.C.html");
  close_dialog (test, "*");

  slider = ui_test_show_slider (test, "market_space.ai_share", "game");
  premise_driver_click (test->driver, slider, &error);
  g_assert_no_error (error);
  wait_for_focus (test, ATSPI_ROLE_SLIDER, ATSPI_ROLE_SLIDER);
  assert_opens (test, &n, "/assumptions.C.html");

  ui_test_press (test, "Right");
  ui_test_click (test, NULL, ATSPI_ROLE_TOGGLE_BUTTON, "1 changed*");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, ", was ");
  assert_opens (test, &n, "/scenarios.C.html");
  ui_test_press (test, "Escape");

  ui_test_click (test, NULL, ATSPI_ROLE_INVALID, "Bookmarks");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "Sections that you mark");
  assert_opens (test, &n, "/finding.C.html");
  ui_test_press (test, "Escape");

  ui_test_press (test, "F5");
  page_number = premise_driver_find_text (test->driver, NULL, ATSPI_ROLE_LABEL, "1 of ", &error);
  g_assert_no_error (error);
  assert_opens (test, &n, "/presenting.C.html");
}

/* A report that cannot be opened is one that somebody writes. */
static void
test_broken (void)
{
  const char *arguments[] = { "--language", "en", "/nonexistent/report", NULL };
  UiTest test = { NULL };
  g_autoptr(AtspiAccessible) words = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  install_handler ("text/html");
  test.driver = premise_driver_start (ui_test_get_app (), arguments, NULL, &error);
  g_assert_no_error (error);
  words = premise_driver_find_text (test.driver, NULL, ATSPI_ROLE_INVALID, "cannot be opened", &error);
  g_assert_no_error (error);
  assert_opens (&test, &n, "/rules.C.html");
  premise_driver_free (test.driver);
}

/* A viewer knows the pages by their name. */
static void
test_viewer (void)
{
  g_autoptr(UiTest) test = NULL;
  g_autofree char *page = g_build_filename (g_get_user_data_dir (), "help", "C", "premise", "index.page", NULL);
  guint n = 0;

  install_handler ("x-scheme-handler/help");
  write_file (page, "<page/>", 0600);
  test = ui_test_open ("en", SECTION, NULL);
  assert_opens (test, &n, "help:premise/reading");
}

/* Who is new asks for help first of all. */
static void
test_welcome (void)
{
  g_autoptr(UiTest) test = NULL;
  guint n = 0;

  install_handler ("text/html");
  ui_test_set_settings ("welcome-shown=false\n");
  test = ui_test_open (NULL, NULL, NULL);
  find_dialog (test, "Welcome");
  assert_opens (test, &n, "/starting.C.html");
  close_dialog (test, "Welcome");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/help/places", test_places);
  g_test_add_func ("/help/broken", test_broken);
  g_test_add_func ("/help/viewer", test_viewer);
  g_test_add_func ("/help/welcome", test_welcome);

  return g_test_run ();
}
