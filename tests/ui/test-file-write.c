/* test-file-write.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-file-write.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define ROOM 4096
#define TOO_MUCH (64 * 1024)

typedef struct
{
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("premise-write-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->file = g_file_new_build_filename (fixture->folder, "figure.svg", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

/* A disk with no room for it: a limit for the size of files fails in the midst of writing too. */
static void
fail_to_write (GFile *file)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (TOO_MUCH), TOO_MUCH);
  g_autoptr(GError) error = NULL;
  struct rlimit before, limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = ROOM;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (premise_file_write (file, bytes, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  fail_to_write (fixture->file);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_old (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GBytes) old = g_bytes_new_static ("old", 3);
  g_autoptr(GBytes) newer = g_bytes_new_static ("newer", 5);
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *replaced = NULL;

  g_assert_true (premise_file_write (fixture->file, old, &error));
  g_assert_no_error (error);

  fail_to_write (fixture->file);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");

  g_assert_true (premise_file_write (fixture->file, newer, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &replaced, NULL, NULL, NULL));
  g_assert_cmpstr (replaced, ==, "newer");
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_get_child (fixture->file, "figure.svg");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GError) error = NULL;

  g_assert_false (premise_file_write (file, bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (premise_file_write_finish (G_FILE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_thread (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autofree char *contents = NULL;
  gboolean done = FALSE;

  premise_file_write_async (fixture->file, bytes, written_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL));
  g_assert_cmpstr (contents, ==, "new");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/file-write/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/file-write/old", Fixture, NULL, set_up, test_old, tear_down);
  g_test_add ("/file-write/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/file-write/thread", Fixture, NULL, set_up, test_thread, tear_down);

  return g_test_run ();
}
