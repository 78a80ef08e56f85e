/* test-package.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"
#include "zip.h"

#include "premise-package.h"
#include "premise-text-hygiene.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
add_report (Zip        *zip,
            const char *folder)
{
  for (guint i = 0; package_files[i] != NULL; i++)
    {
      g_autofree char *text = package_read (package_files[i]);
      g_autofree char *name = g_strconcat (folder, package_files[i], NULL);

      zip_add (zip, name, text);
    }
}

/* Returns: (nullable): the report in an archive, loaded from a file on disk. */
static PremiseReport *
load_archive (GBytes    *archive,
              GPtrArray *diagnostics)
{
  g_autofree char *folder = g_dir_make_tmp ("premise-archive-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "shop.premise", NULL);
  g_autoptr(GError) error = NULL;
  PremiseReport *report;

  g_file_set_contents (file, g_bytes_get_data (archive, NULL), (gssize) g_bytes_get_size (archive),
                       &error);
  g_assert_no_error (error);
  report = premise_report_load (file, diagnostics);
  g_assert_no_errno (g_unlink (file));
  /* Nothing else was left beside it. */
  g_assert_no_errno (g_rmdir (folder));

  return report;
}

static void
assert_opens (GBytes *archive)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = load_archive (archive, diagnostics);

  g_assert_nonnull (report);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_cmpuint (premise_report_get_n_sections (report), ==, 2);
}

/* words: what the one sentence must have; code: which it must be. */
static void
assert_refused (GBytes                *archive,
                PremiseDiagnosticCode  code,
                const char            *words)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = load_archive (archive, diagnostics);
  const PremiseDiagnostic *diagnostic;

  g_assert_null (report);
  g_assert_cmpuint (diagnostics->len, ==, 1);
  diagnostic = g_ptr_array_index (diagnostics, 0);
  g_test_message ("%s", diagnostic->message);
  g_assert_cmpint (diagnostic->code, ==, code);
  g_assert_nonnull (strstr (diagnostic->message, words));
  g_assert_true (premise_text_is_harmless (diagnostic->message));
}

static void
test_archive (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;

  add_report (zip, "");
  zip_add_special (zip, "pictures/", "", 0, ZIP_FOLDER, ZIP_UTF8);
  zip_add (zip, "pictures/茶.txt", "not used");
  archive = zip_finish (zip);
  assert_opens (archive);
}

/* The folder was zipped, not what is in it; and macOS adds files of its own. */
static void
test_top_folder (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;

  zip_add_special (zip, "shop/", "", 0, ZIP_FOLDER, ZIP_UTF8);
  add_report (zip, "shop/");
  zip_add (zip, "__MACOSX/._report.json", "\1");
  archive = zip_finish (zip);
  assert_opens (archive);
}

/* The folder lies in another, and has an older report in it. */
static void
test_deeper_folder (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;

  zip_add (zip, "backup/shop/old/report.json", "{}");
  add_report (zip, "backup/shop/");
  archive = zip_finish (zip);
  assert_opens (archive);
}

static void
test_two_reports (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;

  add_report (zip, "shop-new/");
  add_report (zip, "shop/");
  archive = zip_finish (zip);
  assert_refused (archive, PREMISE_DIAGNOSTIC_FILE,
                  "it holds two reports, “shop” and “shop-new”; unpack it and open the folder of one");
}

static void
test_many_reports (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;

  zip_add (zip, "c/report.json", "{}");
  zip_add (zip, "b/report.json", "{}");
  zip_add (zip, "a/report.json", "{}");
  archive = zip_finish (zip);
  assert_refused (archive, PREMISE_DIAGNOSTIC_FILE, "several reports, such as “a” and “b”");
}

static void
test_no_report (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;

  zip_add (zip, "model/shop.json", "{}");
  archive = zip_finish (zip);
  assert_refused (archive, PREMISE_DIAGNOSTIC_FILE, "“report.json”: it is not there, and every report has one");
}

/* What is left when an archive was unpacked: a folder with nothing but the report's in it. */
static void
test_folder_around (void)
{
  g_autoptr(Package) package = package_new ();
  g_autofree char *outer = g_dir_make_tmp ("premise-around-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (outer, "shop", NULL);
  g_autoptr(PremiseReport) report = NULL;

  g_assert_no_errno (g_rename (package->folder, inner));
  report = premise_report_load (outer, package->diagnostics);
  g_assert_no_errno (g_rename (inner, package->folder));
  g_assert_no_errno (g_rmdir (outer));

  g_assert_null (report);
  g_assert_nonnull (strstr (package_get_only (package)->message, "“shop” in this folder is a report; open that"));
}

typedef struct
{
  const char *test;
  const char *name;
  guint32     mode;
  guint16     flags;
  const char *words;
} Hostile;

static const Hostile hostile[] = {
  { "parent", "../outside.json", ZIP_FILE, ZIP_UTF8, "leads out" },
  { "parent-inside", "model/../../outside.json", ZIP_FILE, ZIP_UTF8, "leads out" },
  { "parent-folder", "model/../..", ZIP_FOLDER, ZIP_UTF8, "leads out" },
  { "absolute", "/etc/passwd", ZIP_FILE, ZIP_UTF8, "absolute path" },
  { "drive", "C:/outside.json", ZIP_FILE, ZIP_UTF8, "colon" },
  { "backslash", "..\\outside.json", ZIP_FILE, ZIP_UTF8, "leads out" },
  { "dot", "./report2.json", ZIP_FILE, ZIP_UTF8, "empty step" },
  { "empty-step", "model//x.json", ZIP_FILE, ZIP_UTF8, "empty step" },
  { "symlink", "model/link.json", ZIP_LINK, ZIP_UTF8, "a link or a device" },
  { "device", "model/null", ZIP_DEVICE, ZIP_UTF8, "a link or a device" },
  { "twice", "report.json", ZIP_FILE, ZIP_UTF8, "twice" },
  { "encrypted", "secret.json", ZIP_FILE, ZIP_UTF8 | ZIP_ENCRYPTED, "password" },
  { "latin-1", "caf\xe9.json", ZIP_FILE, 0, "UTF-8" },
  { "not-utf-8", "caf\xe9.json", ZIP_FILE, ZIP_UTF8, "cannot be converted" },
  { "bidi", "model/gpj.\xe2\x80\xae.json", ZIP_FILE, ZIP_UTF8, "control characters" },
  { "newline", "model/a\nb.json", ZIP_FILE, ZIP_UTF8, "control characters" },
};

static void
test_hostile (gconstpointer data)
{
  const Hostile *entry = data;
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;

  add_report (zip, "");
  zip_add_special (zip, entry->name, "../../etc/passwd", 16, entry->mode, entry->flags);
  archive = zip_finish (zip);
  assert_refused (archive, PREMISE_DIAGNOSTIC_FILE, entry->words);
}

static void
test_long_name (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;
  g_autofree char *name = g_strnfill (PREMISE_PACKAGE_MAX_NAME + 1, 'x');

  add_report (zip, "");
  zip_add (zip, name, "");
  archive = zip_finish (zip);
  assert_refused (archive, PREMISE_DIAGNOSTIC_LIMIT, "longer than 255 bytes");
}

static void
test_deep (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; i < PREMISE_PACKAGE_MAX_DEPTH; i++)
    g_string_append (name, "x/");
  g_string_append (name, "x");
  add_report (zip, "");
  zip_add (zip, name->str, "");
  archive = zip_finish (zip);
  assert_refused (archive, PREMISE_DIAGNOSTIC_LIMIT, "15 folders");
}

static void
test_many_files (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;

  add_report (zip, "");
  for (guint i = 0; i < PREMISE_PACKAGE_MAX_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      zip_add (zip, name, "");
    }
  archive = zip_finish (zip);
  assert_refused (archive, PREMISE_DIAGNOSTIC_LIMIT, "2000 files");
}

/* How many files of how many bytes, which pack well, or not. */
static void
assert_bomb (guint       n_files,
             gsize       size,
             gboolean    random,
             const char *words)
{
  Zip *zip = zip_new ();
  g_autofree char *data = g_malloc0 (size);
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  /* Noise here and there, to stay below the ratio. */
  for (gsize i = 0; random && i < size; i += 64)
    data[i] = (char) g_rand_int (rand);

  add_report (zip, "");
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      zip_add_special (zip, name, data, size, ZIP_FILE, ZIP_UTF8);
    }
  archive = zip_finish (zip);
  assert_refused (archive, PREMISE_DIAGNOSTIC_LIMIT, words);
}

static void
test_bombs (void)
{
  assert_bomb (1, 8 * 1024 * 1024, FALSE, "200 times");
  assert_bomb (1, PREMISE_PACKAGE_MAX_FILE + 1, TRUE, "larger than 16 MiB");
  assert_bomb (5, PREMISE_PACKAGE_MAX_FILE, TRUE, "more than 64 MiB");
}

/* A broken archive may be refused, or be read as far as it goes; it never ends the program. */
static void
test_damaged (void)
{
  Zip *zip = zip_new ();
  g_autoptr(GBytes) archive = NULL;
  g_autofree guint8 *copy = NULL;
  gsize size, step = g_test_thorough () ? 1 : 17;

  add_report (zip, "");
  archive = zip_finish (zip);
  size = g_bytes_get_size (archive);

  for (gsize n = 0; n < size; n += step)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (archive, 0, n);
      g_autoptr(GError) error = NULL;

      g_assert_null (premise_package_new_from_archive (part, &error));
      g_assert_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_DAMAGED);
    }

  copy = g_memdup2 (g_bytes_get_data (archive, NULL), size);
  for (gsize i = 0; i < size; i += step)
    {
      g_autoptr(GBytes) changed = NULL;
      g_autoptr(PremisePackage) package = NULL;
      g_autoptr(GError) error = NULL;

      copy[i] ^= 0x55;
      changed = g_bytes_new (copy, size);
      package = premise_package_new_from_archive (changed, &error);
      g_assert_true ((package != NULL) == (error == NULL));
      copy[i] ^= 0x55;
    }
}

static void
test_not_archive (void)
{
  g_autoptr(GBytes) text = g_bytes_new_static ("{ \"format\": 1 }", 15);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

  assert_refused (text, PREMISE_DIAGNOSTIC_FILE, "not a zip archive");
  assert_refused (nothing, PREMISE_DIAGNOSTIC_FILE, "not a zip archive");

  g_assert_null (premise_report_load ("/dev/null", diagnostics));
  g_assert_cmpuint (diagnostics->len, ==, 1);
}

/* A pipe that nobody writes to must not hold the program. */
static void
test_pipe (void)
{
  g_autoptr(Package) package = package_new ();
  g_autofree char *pipe = g_build_filename (package->folder, "pipe.premise", NULL);
  g_autofree char *file = g_build_filename (package->folder, "model", "tax.json", NULL);
  g_autoptr(PremiseReport) report = NULL;

  g_assert_no_errno (mkfifo (pipe, 0600));
  g_assert_null (premise_report_load (pipe, package->diagnostics));
  g_assert_nonnull (strstr (package_get_only (package)->message, "neither a folder nor a file"));

  g_assert_no_errno (g_unlink (file));
  g_assert_no_errno (mkfifo (file, 0600));
  report = package_load (package);
  g_assert_nonnull (report);
  g_assert_cmpuint (package->diagnostics->len, >, 0);
}

/* Many small files of a folder, together more than a report may have. */
static void
test_folder_total (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(GString) sections = g_string_new ("\"first\", \"second\"");
  g_autofree char *spaces = g_malloc (PREMISE_PACKAGE_MAX_FILE);
  gboolean limit = FALSE;
  g_autoptr(PremiseReport) report = NULL;

  memset (spaces, ' ', PREMISE_PACKAGE_MAX_FILE);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *file = g_strdup_printf ("chapters/one/s%u.json", i);

      package_write (package, file, spaces, PREMISE_PACKAGE_MAX_FILE);
      g_string_append_printf (sections, ", \"s%u\"", i);
    }
  package_replace (package, "report.json", "\"first\", \"second\"", sections->str);
  report = package_load (package);
  g_assert_nonnull (report);

  for (guint i = 0; i < package->diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (package->diagnostics, i);

      limit |= diagnostic->code == PREMISE_DIAGNOSTIC_LIMIT &&
               strstr (diagnostic->message, "64 MiB together") != NULL;
    }
  g_assert_true (limit);
}

static void
test_pack (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremisePackage) folder = NULL;
  g_autoptr(PremisePackage) again = NULL;
  g_autoptr(PremiseReport) report = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;
  g_auto(GStrv) paths = NULL;
  g_autoptr(GError) error = NULL;

  package_write (package, "secret.txt", "not a part of it", -1);
  folder = premise_package_open (package->folder, &error);
  g_assert_no_error (error);
  report = premise_report_load_package (folder, "shop", package->diagnostics, NULL);
  g_assert_nonnull (report);

  paths = premise_package_dup_paths (folder);
  g_assert_cmpuint (g_strv_length (paths), ==, g_strv_length ((char **) package_files));
  first = premise_package_pack (folder, &error);
  g_assert_no_error (error);
  assert_opens (first);

  /* Neither the time nor the time zone is in it. */
  g_assert_true (g_setenv ("TZ", "Asia/Shanghai", TRUE));
  again = premise_package_new_from_archive (first, &error);
  g_assert_no_error (error);
  g_clear_object (&report);
  report = premise_report_load_package (again, "shop", package->diagnostics, NULL);
  second = premise_package_pack (again, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_hygiene (void)
{
  g_autofree char *safe = premise_text_dup_harmless ("a\xe2\x80\xae" "b\x07");

  g_assert_true (premise_text_is_harmless ("价格 12 %\n\t\xe2\x80\x8f"));
  g_assert_false (premise_text_is_harmless ("\xe2\x81\xa6"));
  g_assert_cmpstr (safe, ==, "a\xef\xbf\xbd" "b\xef\xbf\xbd");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/package/archive", test_archive);
  g_test_add_func ("/package/top-folder", test_top_folder);
  g_test_add_func ("/package/deeper-folder", test_deeper_folder);
  g_test_add_func ("/package/two-reports", test_two_reports);
  g_test_add_func ("/package/many-reports", test_many_reports);
  g_test_add_func ("/package/no-report", test_no_report);
  g_test_add_func ("/package/folder-around", test_folder_around);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/package/hostile/", hostile[i].test, NULL);

      g_test_add_data_func (path, &hostile[i], test_hostile);
    }
  g_test_add_func ("/package/hostile/long-name", test_long_name);
  g_test_add_func ("/package/hostile/deep", test_deep);
  g_test_add_func ("/package/hostile/many-files", test_many_files);
  g_test_add_func ("/package/hostile/bombs", test_bombs);
  g_test_add_func ("/package/hostile/damaged", test_damaged);
  g_test_add_func ("/package/hostile/not-archive", test_not_archive);
  g_test_add_func ("/package/hostile/pipe", test_pipe);
  g_test_add_func ("/package/hostile/folder-total", test_folder_total);
  g_test_add_func ("/package/pack", test_pack);
  g_test_add_func ("/package/hygiene", test_hygiene);

  return g_test_run ();
}
