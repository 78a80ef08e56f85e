/* test-shortcuts-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-shortcuts.h"
#include "premise-ui-test.h"

#include <locale.h>

static gboolean
collect_row (AtspiAccessible *accessible,
             gpointer         user_data)
{
  g_autofree char *name = premise_driver_dup_name (accessible);

  if (name != NULL && atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_LIST_ITEM)
    g_hash_table_insert (user_data, g_steal_pointer (&name),
                         atspi_accessible_get_description (accessible, NULL));

  return FALSE;
}

/* Every key that is bound is in the list, with what a screen reader says of it. */
static void
test_all_listed (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", "market-space", NULL);
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(AtspiAccessible) dialog = NULL;
  g_autoptr(GError) error = NULL;
  guint n_shortcuts;
  const PremiseShortcut *shortcuts = premise_shortcuts_get (&n_shortcuts);

  ui_test_press (test, "Control+Shift+question");
  dialog = premise_driver_find (test->driver, NULL, ATSPI_ROLE_DIALOG, "Keyboard Shortcuts", &error);
  g_assert_no_error (error);

  premise_driver_walk (test->driver, dialog, collect_row, rows);
  for (guint i = 0; i < n_shortcuts; i++)
    {
      const char *keys = g_hash_table_lookup (rows, shortcuts[i].title);

      g_assert_nonnull (keys);
      g_assert_cmpstr (keys, !=, "");
    }
  g_assert_cmpstr (g_hash_table_lookup (rows, "Redo"), ==, "Shift+Ctrl+Z, Ctrl+Y");

  ui_test_press (test, "Escape");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_DIALOG, "Keyboard Shortcuts", &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/shortcuts-dialog/all-listed", test_all_listed);

  return g_test_run ();
}
