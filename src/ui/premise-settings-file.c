/* premise-settings-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-settings-file.h"

#include "premise-set-aside.h"

#include <glib/gi18n.h>

/* Where it is now that it was set aside. */
static char *aside;

/* In a Flatpak the settings are a file of our own, and not in the database of the desktop. */
static gboolean
is_file_used (void)
{
  const char *backend = g_getenv ("GSETTINGS_BACKEND");

  return backend != NULL ? g_str_equal (backend, "keyfile")
                         : g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * premise_settings_file_mend:
 *
 * Sets the file of settings aside when it cannot be read: GSettings would take it for an empty one and
 * write over it.
 */
void
premise_settings_file_mend (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", "keyfile", NULL);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;

  if (!is_file_used () || g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_NOT_FOUND))
    return;

  g_warning ("%s: %s", path, error->message);
  g_free (aside);
  aside = premise_set_aside (path);
}

/**
 * premise_settings_file_take_notice:
 *
 * Returns: (nullable) (transfer full): a sentence that says which file was set aside; %NULL when none was, or
 *   when it was said before
 */
char *
premise_settings_file_take_notice (void)
{
  g_autofree char *path = g_steal_pointer (&aside);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  if (name == NULL)
    return NULL;

  return g_strdup_printf (_("The preferences could not be read; they were set aside as “%s”"), name);
}
