/* premise-ui-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"

#include "premise-ui-test.h"

static void
copy_tree (GFile *from,
           GFile *to)
{
  g_autoptr(GFileEnumerator) children = NULL;
  g_autoptr(GError) error = NULL;
  GFileInfo *info;
  GFile *child;

  g_file_make_directory (to, NULL, &error);
  g_assert_no_error (error);
  children = g_file_enumerate_children (from, "standard::name,standard::type",
                                        G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);

  while (g_file_enumerator_iterate (children, &info, &child, NULL, &error) && info != NULL)
    {
      g_autoptr(GFile) target = g_file_get_child (to, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        copy_tree (child, target);
      else
        g_file_copy (child, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_no_error (error);
}

static void
remove_tree (GFile *folder)
{
  g_autoptr(GFileEnumerator) children = NULL;
  GFileInfo *info;
  GFile *child;

  children = g_file_enumerate_children (folder, "standard::name,standard::type",
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL)
         && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        remove_tree (child);
      else
        g_file_delete (child, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
}

UiReport *
ui_report_new (void)
{
  UiReport *self = g_new0 (UiReport, 1);
  g_autofree char *shipped = ui_test_dup_shipped_folder ();
  g_autoptr(GFile) from = g_file_new_for_path (shipped);
  g_autoptr(GFile) to = NULL;
  g_autoptr(GError) error = NULL;

  self->parent = g_dir_make_tmp ("premise-report-XXXXXX", &error);
  g_assert_no_error (error);
  self->folder = ui_report_dup_path (self, "report");
  to = g_file_new_for_path (self->folder);
  copy_tree (from, to);

  return self;
}

void
ui_report_free (UiReport *self)
{
  g_autoptr(GFile) parent = g_file_new_for_path (self->parent);

  remove_tree (parent);
  g_free (self->parent);
  g_free (self->folder);
  g_free (self);
}

char *
ui_report_dup_path (UiReport   *self,
                    const char *name)
{
  return g_build_filename (self->parent, name, NULL);
}

void
ui_report_replace (UiReport   *self,
                   const char *file,
                   const char *find,
                   const char *replace)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autofree char *content = NULL;
  g_autoptr(GString) changed = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (content);
  g_assert_cmpuint (g_string_replace (changed, find, replace, 0), >, 0);
  g_file_set_contents (path, changed->str, (gssize) changed->len, &error);
  g_assert_no_error (error);
}
