/* test-loader-robust.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"

#include "premise-json-file.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A hostile or broken package may give complaints, never a crash: run with sanitizers. */

static void
load_and_use (Package *package)
{
  g_autoptr(PremiseReport) report = package_load (package);

  if (report == NULL)
    {
      g_assert_cmpuint (package->diagnostics->len, >, 0);
      return;
    }

  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);
      g_autoptr(GArray) assumptions = premise_report_dup_section_assumptions (report, i);
      g_autofree char *title = premise_text_render_plain (section->title, "zh", NULL);

      g_assert_nonnull (title);
      g_assert_nonnull (section->key_message);
    }

  for (guint i = 0; i < premise_model_get_n_variables (premise_report_get_model (report)); i++)
    {
      g_autofree char *label = premise_report_dup_cell_label (report, i, 0, "en");

      g_assert_nonnull (label);
    }
}

static void
test_truncated (gconstpointer data)
{
  const char *file = data;
  g_autoptr(Package) package = package_new ();
  g_autofree char *text = package_read (file);
  gsize length = strlen (text);
  gsize step = g_test_thorough () ? 1 : 7;

  for (gsize n = 0; n < length - 1; n += step)
    {
      package_write (package, file, text, n);
      load_and_use (package);
      g_assert_cmpuint (package->diagnostics->len, >, 0);
    }
}

/* One byte replaced by another that means something. */
static void
test_mutated (gconstpointer data)
{
  static const char bytes[] = "{}[],:\"\\0-e \xff";
  const char *file = data;
  g_autoptr(Package) package = package_new ();
  g_autofree char *text = package_read (file);
  gsize length = strlen (text);
  gsize step = g_test_thorough () ? 1 : 23;

  for (gsize i = 0; i < length; i += step)
    {
      char kept = text[i];

      text[i] = bytes[i % (sizeof bytes - 1)];
      package_write (package, file, text, length);
      load_and_use (package);
      text[i] = kept;
    }
}

/* Every value replaced by one of every other kind. */
static void
test_replaced (gconstpointer data)
{
  static const char *const values[] = { "null", "true", "-1", "\"\"", "\"x\"", "[]", "{}", "[[]]",
                                        "[{}]", "1e300", "{\"tea\": {}}" };
  const char *file = data;
  g_autoptr(Package) package = package_new ();
  g_autofree char *text = package_read (file);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new ();
  g_autoptr(PremiseJsonPositions) positions = premise_json_positions_new (bytes, diagnostics);
  guint n = premise_json_positions_get_n_values (positions);
  guint step = g_test_thorough () ? 1 : 5;

  for (guint i = 0; i < n * G_N_ELEMENTS (values); i += step)
    {
      guint value = i % n;
      gsize begin = premise_json_positions_locate_value (positions, value).offset;
      gsize end = premise_json_positions_get_end (positions, value);
      g_autoptr(GString) changed = g_string_new_len (text, begin);

      g_string_append (changed, values[i / n]);
      g_string_append (changed, text + end);
      package_write (package, file, changed->str, changed->len);
      load_and_use (package);
    }
}

static void
test_removed (gconstpointer data)
{
  const char *file = data;
  g_autoptr(Package) package = package_new ();
  g_autofree char *path = g_build_filename (package->folder, file, NULL);

  g_assert_cmpint (unlink (path), ==, 0);
  load_and_use (package);
  g_assert_cmpuint (package->diagnostics->len, >, 0);
}

static void
test_links (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(Package) other = package_new ();
  g_autofree char *file = g_build_filename (package->folder, "model", "tax.json", NULL);
  g_autofree char *target = g_build_filename (other->folder, "model", "tax.json", NULL);
  g_autofree char *folder = g_build_filename (package->folder, "chapters", "one", NULL);
  g_autofree char *moved = g_build_filename (package->folder, "one", NULL);
  g_autofree char *elsewhere = g_build_filename (other->folder, "chapters", "one", NULL);
  const PremiseDiagnostic *diagnostic;

  g_assert_cmpint (unlink (file), ==, 0);
  g_assert_cmpint (symlink (target, file), ==, 0);
  load_and_use (package);
  diagnostic = g_ptr_array_index (package->diagnostics, 0);
  g_assert_cmpint (diagnostic->code, ==, PREMISE_DIAGNOSTIC_FILE);
  g_assert_cmpstr (diagnostic->path, ==, "$.models[1]");
  g_assert_nonnull (strstr (diagnostic->message, "symbolic link"));

  /* Nor may a folder on the way be one. */
  g_assert_cmpint (rename (folder, moved), ==, 0);
  g_assert_cmpint (symlink (elsewhere, folder), ==, 0);
  load_and_use (package);
  diagnostic = g_ptr_array_index (package->diagnostics, 1);
  g_assert_cmpint (diagnostic->code, ==, PREMISE_DIAGNOSTIC_FILE);
  g_assert_cmpstr (diagnostic->path, ==, "$.chapters[0].sections[0]");
}

/* An assumption without a range is complained about and stays what it is. */
static void
test_no_range (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  g_autofree char *text = package_read ("model/tax.json");
  char *line = strstr (text, "\"min\": 0,");
  PremiseModel *model;
  double min, max, step;

  g_assert_nonnull (line);
  memset (line, ' ', strlen ("\"min\": 0,"));
  package_write (package, "model/tax.json", text, -1);
  report = package_load (package);
  g_assert_nonnull (report);
  g_assert_cmpuint (package->diagnostics->len, ==, 1);

  model = premise_report_get_model (report);
  premise_model_get_range (model, premise_model_find (model, "tax.rate"), 0, &min, &max, &step);
  g_assert_cmpfloat (min, ==, 0.25);
  g_assert_cmpfloat (max, ==, 0.25);
}

static void
test_not_regular (void)
{
  g_autoptr(Package) package = package_new ();
  g_autofree char *file = g_build_filename (package->folder, "model", "tax.json", NULL);
  const PremiseDiagnostic *diagnostic;

  g_assert_cmpint (unlink (file), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (file, 0700), ==, 0);
  load_and_use (package);
  diagnostic = g_ptr_array_index (package->diagnostics, 0);
  g_assert_cmpint (diagnostic->code, ==, PREMISE_DIAGNOSTIC_FILE);
  g_assert_nonnull (strstr (diagnostic->message, "regular"));
}

static void
test_large (void)
{
  g_autoptr(Package) package = package_new ();
  g_autofree char *text = g_malloc (PREMISE_JSON_MAX_SIZE + 1);
  const PremiseDiagnostic *diagnostic;

  memset (text, ' ', PREMISE_JSON_MAX_SIZE + 1);
  package_write (package, "model/tax.json", text, PREMISE_JSON_MAX_SIZE + 1);
  load_and_use (package);
  diagnostic = g_ptr_array_index (package->diagnostics, 0);
  g_assert_cmpint (diagnostic->code, ==, PREMISE_DIAGNOSTIC_LIMIT);
  g_assert_nonnull (strstr (diagnostic->message, "16 MiB"));
}

/* Small files may ask for very many cells. */
static void
test_many_cells (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(GString) text = g_string_new ("{ \"id\": \"tax\", \"title\": {}, \"indexes\": [");
  gboolean limit = FALSE;

  for (guint i = 0; i < 4; i++)
    {
      g_string_append_printf (text, "%s{ \"id\": \"i%u\", \"label\": {}, \"members\": [",
                              i > 0 ? "," : "", i);
      for (guint j = 0; j < 500; j++)
        g_string_append_printf (text, "%s{ \"id\": \"m%u\", \"label\": {} }", j > 0 ? "," : "", j);
      g_string_append (text, "] }");
    }

  g_string_append (text, "], \"variables\": [");
  for (guint i = 0; i < 50; i++)
    g_string_append_printf (text, "%s{ \"id\": \"v%u\", \"kind\": \"datum\", \"label\": {}, "
                                  "\"unit\": \"1\", \"value\": 1, \"index\": [\"i0\", \"i1\"%s] }",
                            i > 0 ? "," : "", i, i == 0 ? ", \"i2\", \"i3\"" : "");
  g_string_append (text, "] }");

  package_write (package, "model/tax.json", text->str, text->len);
  load_and_use (package);

  for (guint i = 0; i < package->diagnostics->len; i++)
    limit |= ((PremiseDiagnostic *) g_ptr_array_index (package->diagnostics, i))->code ==
             PREMISE_DIAGNOSTIC_LIMIT;
  g_assert_true (limit);
}

static gboolean
has_limit (const Package *package,
           const char    *path)
{
  for (guint i = 0; i < package->diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (package->diagnostics, i);

      if (diagnostic->code == PREMISE_DIAGNOSTIC_LIMIT && g_strcmp0 (diagnostic->path, path) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Nobody can read them, and a window with all of them would not answer. */
static void
test_many_blocks (void)
{
  static const char block[] = "{ \"type\": \"text\", \"text\": { \"zh\": \"a\", \"en\": \"a\" } },";
  g_autoptr(Package) package = package_new ();
  g_autoptr(GString) blocks = g_string_new ("\"blocks\": [");
  g_autoptr(PremiseReport) report = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (blocks, block);
  package_replace (package, "chapters/one/first.json", "\"blocks\": [", blocks->str);

  report = package_load (package);
  g_assert_nonnull (report);
  g_assert_true (has_limit (package, "$.blocks"));
  g_assert_cmpuint (premise_report_get_section (report, 0)->blocks->len, <=, 500);
}

static void
test_long_text (void)
{
  g_autoptr(Package) package = package_new ();
  g_autofree char *filler = g_strnfill (20001, 'x');
  g_autofree char *text = g_strdup_printf ("\"%s\"", filler);
  g_autoptr(PremiseReport) report = NULL;

  package_replace (package, "sources.json", "\"Own\"", text);
  report = package_load (package);
  g_assert_nonnull (report);
  g_assert_true (has_limit (package, "$.sources[1].name.en"));
}

/* A mistake that a text has in every language is one for each, and not one more for the text. */
static void
test_wrong_everywhere (void)
{
  static const struct
  {
    const char *text;
    guint       n;
  } texts[] = {
    { "{ \"zh\": 1, \"en\": 2 }", 2 }, { "{}", 1 }, { "{ \"zh\": null }", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(Package) package = package_new ();
      g_autoptr(PremiseReport) report = NULL;

      package_replace (package, "sources.json", "{ \"zh\": \"本店\", \"en\": \"Own\" }", texts[i].text);
      report = package_load (package);
      g_assert_nonnull (report);
      g_assert_cmpuint (package->diagnostics->len, ==, texts[i].n);
    }
}

/* What a sentence quotes can be any length and hold any character. */
static void
test_readable_complaints (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(GString) id = g_string_new ("\"own\\u202e");

  for (guint i = 0; i < 100000; i++)
    g_string_append (id, "中");
  g_string_append (id, "\"");
  package_replace (package, "sources.json", "\"own\"", id->str);
  load_and_use (package);
  g_assert_cmpuint (package->diagnostics->len, >, 0);

  for (guint i = 0; i < package->diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (package->diagnostics, i);

      g_assert_cmpuint (strlen (diagnostic->message), <, 3000);
      g_assert_true (g_utf8_validate (diagnostic->message, -1, NULL));
      g_assert_null (strstr (diagnostic->message, "\xe2\x80\xae"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; package_files[i] != NULL; i++)
    {
      static const struct
      {
        const char   *name;
        GTestDataFunc func;
      } ways[] = {
        { "truncated", test_truncated },
        { "mutated", test_mutated },
        { "replaced", test_replaced },
        { "removed", test_removed },
      };

      for (guint j = 0; j < G_N_ELEMENTS (ways); j++)
        {
          g_autofree char *path =
            g_strdup_printf ("/loader-robust/%s/%s", ways[j].name, package_files[i]);

          g_test_add_data_func (path, package_files[i], ways[j].func);
        }
    }

  g_test_add_func ("/loader-robust/links", test_links);
  g_test_add_func ("/loader-robust/no-range", test_no_range);
  g_test_add_func ("/loader-robust/not-regular", test_not_regular);
  g_test_add_func ("/loader-robust/large", test_large);
  g_test_add_func ("/loader-robust/many-cells", test_many_cells);
  g_test_add_func ("/loader-robust/many-blocks", test_many_blocks);
  g_test_add_func ("/loader-robust/long-text", test_long_text);
  g_test_add_func ("/loader-robust/wrong-everywhere", test_wrong_everywhere);
  g_test_add_func ("/loader-robust/readable-complaints", test_readable_complaints);

  return g_test_run ();
}
