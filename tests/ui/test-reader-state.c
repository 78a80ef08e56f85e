/* test-reader-state.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-reader-state.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define REPORT "a-report"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("premise-reading-XXXXXX", &error);
  g_assert_no_error (error);
}

static guint
count_files (Fixture    *self,
             const char *part)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, part) != NULL)
      n++;

  return n;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_chmod (self->folder, 0700);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_chmod (path, 0700);
      if (g_remove (path) != 0)
        g_test_message ("%s is left", path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static PremiseReaderState *
open_state (Fixture    *self,
            const char *report,
            char      **notice)
{
  g_autofree char *own = NULL;
  PremiseReaderState *state = premise_reader_state_open (self->folder, report, &own);

  if (notice != NULL)
    *notice = g_steal_pointer (&own);
  else
    g_assert_cmpstr (own, ==, NULL);

  return state;
}

static void
save (PremiseReaderState *state)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (premise_reader_state_save (state, &error));
  g_assert_no_error (error);
}

static char *
dup_path (Fixture *self)
{
  g_autoptr(PremiseReaderState) state = open_state (self, REPORT, NULL);

  return g_strdup (premise_reader_state_get_path (state));
}

static void
test_round (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(PremiseReaderState) state = open_state (self, REPORT, NULL);
  PremisePlace place = { 4, 0.125 };
  static const char *const changes[] = { "a\tCNY\t1.5", "b; c\t%\t2\ti\tm", NULL };
  const char *const *marks;

  g_assert_null (premise_reader_state_get_section (state));
  g_assert_null (premise_reader_state_get_changes (state)[0]);
  g_assert_null (premise_reader_state_get_bookmarks (state)[0]);
  save (state);
  g_assert_cmpuint (count_files (self, ""), ==, 0);

  premise_reader_state_set_place (state, "second", &place);
  premise_reader_state_set_bookmark (state, "third", TRUE);
  premise_reader_state_set_bookmark (state, "first; or not", TRUE);
  premise_reader_state_set_bookmark (state, "second", TRUE);
  premise_reader_state_set_bookmark (state, "second", TRUE);
  premise_reader_state_set_bookmark (state, "second", FALSE);
  premise_reader_state_set_language (state, "zh");
  premise_reader_state_set_changes (state, changes);
  save (state);
  g_assert_finalize_object (g_steal_pointer (&state));

  state = open_state (self, REPORT, NULL);
  g_assert_cmpstr (premise_reader_state_get_language (state), ==, "zh");
  g_assert_true (g_strv_equal (premise_reader_state_get_changes (state), changes));
  g_assert_cmpstr (premise_reader_state_get_section (state), ==, "second");
  g_assert_cmpuint (premise_reader_state_get_place (state).child, ==, 4);
  g_assert_cmpfloat (premise_reader_state_get_place (state).fraction, ==, 0.125);
  marks = premise_reader_state_get_bookmarks (state);
  g_assert_cmpstr (marks[0], ==, "third");
  g_assert_cmpstr (marks[1], ==, "first; or not");
  g_assert_cmpstr (marks[2], ==, NULL);
}

/* Each report has its own, whatever it calls itself; no id leads out of the folder. */
static void
test_reports (Fixture       *self,
              gconstpointer  data)
{
  static const char *const ids[] = { "a", "A", "a/b", "a-b", "../../a", "", "报告" };
  PremisePlace place = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(PremiseReaderState) state = open_state (self, ids[i], NULL);
      g_autofree char *parent = g_path_get_dirname (premise_reader_state_get_path (state));

      g_assert_cmpstr (parent, ==, self->folder);
      g_assert_null (premise_reader_state_get_section (state));
      premise_reader_state_set_place (state, ids[i], &place);
      save (state);
    }

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(PremiseReaderState) state = open_state (self, ids[i], NULL);

      g_assert_cmpstr (premise_reader_state_get_section (state), ==, ids[i]);
    }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_shared (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(PremiseReaderState) one = open_state (self, REPORT, NULL);
  g_autoptr(PremiseReaderState) two = open_state (self, REPORT, NULL);
  guint n = 0;

  g_signal_connect_swapped (two, "bookmarks-changed", G_CALLBACK (count_cb), &n);
  premise_reader_state_set_bookmark (one, "first", TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (premise_reader_state_has_bookmark (two, "first"));
}

static const char *const corrupt[] = {
  "not a key file at all",
  "[Premise]\nreport=" REPORT "\n",
  "[Premise]\nversion=one\n",
  "[Place]\nsection=first\n",
  "\xff\xfe\x00",
};

static void
test_corrupt (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *path = dup_path (self);

  for (guint i = 0; i < G_N_ELEMENTS (corrupt); i++)
    {
      g_autoptr(PremiseReaderState) state = NULL;
      g_autofree char *notice = NULL;

      g_assert_true (g_file_set_contents (path, corrupt[i], -1, NULL));
      g_test_expect_message ("Premise", G_LOG_LEVEL_WARNING, "*");
      state = open_state (self, REPORT, &notice);
      g_test_assert_expected_messages ();
      g_assert_nonnull (notice);
      g_assert_nonnull (strstr (notice, ".corrupt"));
      g_assert_cmpuint (count_files (self, ".corrupt"), ==, i + 1);

      /* From here on it works as ever. */
      premise_reader_state_set_bookmark (state, "first", TRUE);
      save (state);
      g_clear_object (&state);
      state = open_state (self, REPORT, NULL);
      g_assert_true (premise_reader_state_has_bookmark (state, "first"));
    }
}

static void
test_odd_values (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *path = dup_path (self);
  g_autoptr(PremiseReaderState) state = NULL;

  g_assert_true (g_file_set_contents (path, "[Premise]\nversion=1\n[Place]\nsection=s\n"
                                      "block=-7\nfraction=nan\n[Bookmarks]\nsections=a;a;b\n",
                                      -1, NULL));
  state = open_state (self, REPORT, NULL);
  g_assert_cmpuint (premise_reader_state_get_place (state).child, ==, 0);
  g_assert_cmpfloat (premise_reader_state_get_place (state).fraction, ==, 0);
  g_assert_cmpuint (g_strv_length ((GStrv) premise_reader_state_get_bookmarks (state)), ==, 2);
}

static void
test_newer (Fixture       *self,
            gconstpointer  data)
{
  static const char text[] = "[Premise]\nversion=2\n[Bookmarks]\nsections=a;\n[New]\nx=y\n";
  g_autofree char *path = dup_path (self);
  g_autofree char *notice = NULL;
  g_autofree char *after = NULL;
  g_autoptr(PremiseReaderState) state = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  state = open_state (self, REPORT, &notice);
  g_assert_nonnull (notice);
  g_assert_true (premise_reader_state_has_bookmark (state, "a"));

  premise_reader_state_set_bookmark (state, "b", TRUE);
  save (state);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

/* The superuser may write anywhere: a file stands where the folder should be. */
static void
test_unwritable (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *file = g_build_filename (self->folder, "file", NULL);
  g_autofree char *inside = g_build_filename (file, "reading", NULL);
  g_autofree char *notice = NULL;
  g_autoptr(PremiseReaderState) state = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  state = premise_reader_state_open (inside, REPORT, &notice);
  premise_reader_state_set_bookmark (state, "first", TRUE);
  g_assert_false (premise_reader_state_save (state, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "reading"));

  /* Nothing is forgotten: another try writes it. */
  g_assert_cmpint (g_remove (file), ==, 0);
  save (state);
  g_assert_true (g_file_test (premise_reader_state_get_path (state), G_FILE_TEST_EXISTS));
  g_remove (premise_reader_state_get_path (state));
  g_rmdir (inside);
}

/* What could not be read is not written over. */
static void
test_unreadable (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *path = dup_path (self);
  g_autofree char *notice = NULL;
  g_autoptr(PremiseReaderState) state = NULL;

  /* A link to itself: there is something, and it cannot be opened by anybody. */
  g_assert_cmpint (symlink (path, path), ==, 0);
  state = open_state (self, REPORT, &notice);
  g_assert_nonnull (notice);
  premise_reader_state_set_bookmark (state, "first", TRUE);
  save (state);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
}

/* What another Premise has written meanwhile: without a common bus, two may have the report open. */
static void
change_file (const char *path,
             const char *group,
             const char *key,
             const char *value)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  g_key_file_set_string (file, group, key, value);
  g_key_file_save_to_file (file, path, &error);
  g_assert_no_error (error);
}

/* What became damaged meanwhile is set aside, not written over. */
static void
test_damaged_later (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(PremiseReaderState) state = open_state (self, REPORT, NULL);
  const char *path = premise_reader_state_get_path (state);
  g_autoptr(GError) error = NULL;

  premise_reader_state_set_bookmark (state, "one", TRUE);
  g_assert_true (premise_reader_state_save (state, &error));
  g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  premise_reader_state_set_bookmark (state, "two", TRUE);
  g_test_expect_message ("Premise", G_LOG_LEVEL_WARNING, "*set aside*");
  g_assert_true (premise_reader_state_save (state, &error));
  g_test_assert_expected_messages ();
  g_clear_object (&state);

  g_assert_cmpuint (count_files (self, "corrupt"), ==, 1);
  state = open_state (self, REPORT, NULL);
  g_assert_true (premise_reader_state_has_bookmark (state, "one"));
  g_assert_true (premise_reader_state_has_bookmark (state, "two"));
}

/* What did not change here is not written over there. */
static void
test_other_process (Fixture       *self,
                    gconstpointer  data)
{
  static const char *const changes[] = { "shop.price=3", NULL };
  PremisePlace place = { 2, 0.5 };
  g_autoptr(PremiseReaderState) state = open_state (self, REPORT, NULL);
  g_autofree char *path = g_strdup (premise_reader_state_get_path (state));
  g_autoptr(GError) error = NULL;

  premise_reader_state_set_bookmark (state, "one", TRUE);
  g_assert_true (premise_reader_state_save (state, &error));
  change_file (path, "Changes", "values", "shop.price=2;");
  premise_reader_state_set_place (state, "two", &place);
  g_assert_true (premise_reader_state_save (state, &error));
  g_clear_object (&state);

  state = open_state (self, REPORT, NULL);
  g_assert_cmpstr (premise_reader_state_get_section (state), ==, "two");
  g_assert_true (premise_reader_state_has_bookmark (state, "one"));
  g_assert_cmpstr (premise_reader_state_get_changes (state)[0], ==, "shop.price=2");

  /* What did is. */
  change_file (path, "Changes", "values", "shop.price=4;");
  premise_reader_state_set_changes (state, changes);
  g_assert_true (premise_reader_state_save (state, &error));
  g_clear_object (&state);
  state = open_state (self, REPORT, NULL);
  g_assert_cmpstr (premise_reader_state_get_changes (state)[0], ==, "shop.price=3");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/reader-state/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round", test_round);
  ADD ("reports", test_reports);
  ADD ("shared", test_shared);
  ADD ("other-process", test_other_process);
  ADD ("damaged-later", test_damaged_later);
  ADD ("corrupt", test_corrupt);
  ADD ("odd-values", test_odd_values);
  ADD ("newer", test_newer);
  ADD ("unwritable", test_unwritable);
  ADD ("unreadable", test_unreadable);
#undef ADD

  return g_test_run ();
}
