/* package.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"

#include <glib/gstdio.h>
#include <string.h>

const char *const package_files[] = {
  "report.json",
  "sources.json",
  "model/shop.json",
  "model/tax.json",
  "chapters/one/first.json",
  "chapters/one/second.json",
  NULL
};

Package *
package_new (void)
{
  Package *self = g_new0 (Package, 1);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("premise-package-XXXXXX", &error);
  g_assert_no_error (error);
  self->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

  for (guint i = 0; package_files[i] != NULL; i++)
    {
      g_autofree char *text = package_read (package_files[i]);

      package_write (self, package_files[i], text, -1);
    }

  return self;
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }

  g_remove (path);
}

void
package_free (Package *self)
{
  remove_folder (self->folder);
  g_ptr_array_unref (self->diagnostics);
  g_free (self->folder);
  g_free (self);
}

char *
package_read (const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "data", "shop", file, NULL);
  g_autoptr(GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

void
package_write (const Package *self,
               const char    *file,
               const char    *text,
               gssize         length)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

void
package_replace (const Package *self,
                 const char    *file,
                 const char    *find,
                 const char    *replace)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, find, replace, 0), ==, 1);
  package_write (self, file, changed->str, changed->len);
}

PremiseReport *
package_load (Package *self)
{
  g_ptr_array_set_size (self->diagnostics, 0);

  return premise_report_load (self->folder, self->diagnostics);
}

void
package_assert_clean (const Package *self)
{
  for (guint i = 0; i < self->diagnostics->len; i++)
    {
      g_autofree char *text =
        premise_diagnostic_to_string (g_ptr_array_index (self->diagnostics, i));

      g_test_message ("%s", text);
    }

  g_assert_cmpuint (self->diagnostics->len, ==, 0);
}

const PremiseDiagnostic *
package_get_only (const Package *self)
{
  g_assert_cmpuint (self->diagnostics->len, ==, 1);

  return g_ptr_array_index (self->diagnostics, 0);
}
