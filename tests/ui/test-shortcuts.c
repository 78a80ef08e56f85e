/* test-shortcuts.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-shortcuts.h"

/* Two actions of one key would be one too many; a widget's key is its own while it has the focus. */
static void
test_keys (void)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_shortcuts;
  const PremiseShortcut *shortcuts = premise_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_assert_nonnull (shortcuts[i].accelerators[0]);

      for (guint j = 0; shortcuts[i].accelerators[j] != NULL; j++)
        {
          guint keyval;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (shortcuts[i].accelerators[j], &keyval, &modifiers));
          if (shortcuts[i].action != NULL)
            g_assert_true (g_hash_table_add (taken, gtk_accelerator_name (keyval, modifiers)));
        }
    }
}

/* Groups are told apart by where they change. */
static void
test_groups (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_shortcuts;
  const PremiseShortcut *shortcuts = premise_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    if (i == 0 || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
      g_assert_true (g_hash_table_add (seen, (gpointer) shortcuts[i].group));
}

static void
assert_only_here (const char *folder,
                  const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  if (strstr (text, "set_accels_for_action") != NULL || strstr (text, "add_binding_action") != NULL)
    g_assert_cmpstr (name, ==, "premise-shortcuts.c");
}

/* A key bound elsewhere would be in no list. */
static void
test_no_others (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "ui", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".c"))
      assert_only_here (folder, name);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shortcuts/keys", test_keys);
  g_test_add_func ("/shortcuts/groups", test_groups);
  g_test_add_func ("/shortcuts/no-others", test_no_others);

  return g_test_run ();
}
