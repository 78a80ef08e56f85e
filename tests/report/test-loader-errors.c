/* test-loader-errors.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The ways to spoil the report are in data/bad.json, which test-schema.py reads too. */

static const char *
get_string (JsonObject *bad,
            const char *key)
{
  return json_object_get_string_member_with_default (bad, key, NULL);
}

static void
locate (const char *text,
        const char *place,
        guint      *line,
        guint      *column)
{
  const char *begin = text;

  *line = 1;
  for (const char *p = text; p < place; p++)
    {
      if (*p == '\n')
        {
          (*line)++;
          begin = p + 1;
        }
    }

  *column = 1 + g_utf8_strlen (begin, place - begin);
}

/* Spoils the file; finds where the complaint must be. */
static void
spoil (Package    *package,
       JsonObject *bad,
       guint      *line,
       guint      *column)
{
  g_autofree char *text = package_read (get_string (bad, "file"));
  g_autoptr(GString) changed = g_string_new (text);
  const char *at = get_string (bad, "at");
  const char *place;

  g_assert_cmpuint (g_string_replace (changed, get_string (bad, "find"),
                                      get_string (bad, "replace"), 0), ==, 1);
  place = strstr (changed->str, "¦");
  if (place != NULL)
    {
      locate (changed->str, place, line, column);
      g_string_replace (changed, "¦", "", 0);
    }
  else if (at != NULL)
    {
      place = strstr (changed->str, at);
      g_assert_nonnull (place);
      locate (changed->str, place, line, column);
    }

  package_write (package, get_string (bad, "file"), changed->str, changed->len);
}

static const PremiseDiagnostic *
find_complaint (Package    *package,
                JsonObject *bad,
                guint       line,
                guint       column)
{
  gboolean warning = g_strcmp0 (get_string (bad, "severity"), "warning") == 0;

  for (guint i = 0; i < package->diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (package->diagnostics, i);

      if (diagnostic->code == (guint) json_object_get_int_member (bad, "code") &&
          diagnostic->severity == (warning ? PREMISE_SEVERITY_WARNING : PREMISE_SEVERITY_ERROR) &&
          g_strcmp0 (diagnostic->file, get_string (bad, "file")) == 0 &&
          g_strcmp0 (diagnostic->path, get_string (bad, "path")) == 0 &&
          (json_object_has_member (bad, "anywhere") ||
           (diagnostic->line == line && diagnostic->column == column)))
        return diagnostic;
    }

  g_test_message ("expected %s:%u:%u: E%d at %s", get_string (bad, "file"), line, column,
                  (int) json_object_get_int_member (bad, "code"), get_string (bad, "path"));

  return NULL;
}

/* The block in whose place the complaint must be shown; all others must be there. */
static void
check_block (PremiseReport *report,
             JsonObject    *bad)
{
  guint section = json_object_get_int_member_with_default (bad, "section", 0);
  guint position = json_object_get_int_member (bad, "block");
  const PremiseSection *found = premise_report_get_section (report, section);

  for (guint i = 0; i < found->blocks->len; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (found->blocks, i);

      if (i == position)
        {
          const PremiseDiagnostic *diagnostic;

          g_assert_cmpint (block->type, ==, PREMISE_BLOCK_ERROR);
          g_assert_cmpuint (block->diagnostics->len, >, 0);
          diagnostic = g_ptr_array_index (block->diagnostics, 0);
          g_assert_cmpint (diagnostic->code, ==, json_object_get_int_member (bad, "code"));
        }
      else
        {
          g_assert_cmpint (block->type, !=, PREMISE_BLOCK_ERROR);
        }
    }
}

static void
test_bad (gconstpointer data)
{
  JsonObject *bad = json_node_get_object ((JsonNode *) data);
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  const PremiseDiagnostic *diagnostic;
  guint line = 0;
  guint column = 0;

  spoil (package, bad, &line, &column);
  report = package_load (package);

  for (guint i = 0; i < package->diagnostics->len; i++)
    {
      g_autofree char *text =
        premise_diagnostic_to_string (g_ptr_array_index (package->diagnostics, i));

      g_test_message ("%s", text);
    }

  diagnostic = find_complaint (package, bad, line, column);
  g_assert_nonnull (diagnostic);

  if (get_string (bad, "says") != NULL)
    g_assert_nonnull (strstr (diagnostic->message, get_string (bad, "says")));

  if (json_object_has_member (bad, "block"))
    {
      g_assert_cmpuint (package->diagnostics->len, ==, 1);
      check_block (report, bad);
    }

  /* Only a report.json that cannot be used stops the rest. */
  if (!g_str_equal (get_string (bad, "file"), "report.json"))
    {
      g_assert_nonnull (report);
      g_assert_cmpuint (premise_report_get_n_sections (report), ==, 2);
    }
}

static void
test_report_missing (void)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(Package) package = package_new ();
  g_autofree char *nowhere = g_build_filename (package->folder, "nowhere", NULL);
  g_autofree char *model = g_build_filename (package->folder, "model", NULL);

  g_assert_null (premise_report_load (nowhere, diagnostics));
  g_assert_cmpuint (diagnostics->len, ==, 1);
  g_assert_cmpint (((PremiseDiagnostic *) g_ptr_array_index (diagnostics, 0))->code, ==,
                   PREMISE_DIAGNOSTIC_FILE);

  g_assert_null (premise_report_load (model, diagnostics));
  g_assert_cmpuint (diagnostics->len, ==, 2);
  g_assert_cmpstr (((PremiseDiagnostic *) g_ptr_array_index (diagnostics, 1))->file, ==,
                   "report.json");
}

static void
test_section_broken (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  const PremiseSection *section;
  const PremiseBlock *block;

  package_write (package, "chapters/one/first.json", "{ \"id\": \"first\", ]", -1);
  report = package_load (package);

  section = premise_report_get_section (report, 0);
  g_assert_cmpstr (section->id, ==, "first");
  g_assert_nonnull (section->title);
  g_assert_cmpuint (section->blocks->len, ==, 1);
  block = g_ptr_array_index (section->blocks, 0);
  g_assert_cmpint (block->type, ==, PREMISE_BLOCK_ERROR);
  g_assert_cmpuint (block->diagnostics->len, ==, 1);

  /* Links to it still hold, and the exhibits of the rest are counted from 1. */
  g_assert_cmpuint (package->diagnostics->len, ==, 1);
  block = g_ptr_array_index (premise_report_get_section (report, 1)->blocks, 0);
  g_assert_cmpuint (block->exhibit, ==, 1);
}

/* One mistake that much else hangs on. */
static const struct
{
  const char *file;
  const char *find;
  const char *replace;
  guint       code;
  gboolean    blocks;    /* whether what shows it cannot be shown */
} alone[] = {
  { "model/shop.json", "\"id\": \"shop\",", "\"id\": \"shop\",,", PREMISE_DIAGNOSTIC_JSON, TRUE },
  { "model/shop.json", "\"variables\"", "\"vriables\"", PREMISE_DIAGNOSTIC_KEY_MISSING, TRUE },
  { "model/tax.json", "{\n  \"id\": \"tax\",", "[{\n  \"id\": \"tax\",", PREMISE_DIAGNOSTIC_JSON, FALSE },
  { "model/shop.json", "\"formula\": \"price * sold\"", "\"formula\": \"price * * sold\"",
    PREMISE_DIAGNOSTIC_SYNTAX, TRUE },
  { "sources.json", "{\n", "// what there is\n{\n", PREMISE_DIAGNOSTIC_JSON, FALSE },
  { "sources.json", "\"sources\": [", "\"sources\": 1, \"comment\": [", PREMISE_DIAGNOSTIC_TYPE, FALSE },
};

static guint
count_error_blocks (PremiseReport *report)
{
  guint n = 0;

  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);

      for (guint j = 0; j < section->blocks->len; j++)
        {
          const PremiseBlock *block = g_ptr_array_index (section->blocks, j);

          if (block->type != PREMISE_BLOCK_ERROR)
            continue;

          g_assert_cmpuint (block->diagnostics->len, >, 0);
          for (guint k = 1; k < block->diagnostics->len; k++)
            g_assert_cmpstr (((PremiseDiagnostic *) g_ptr_array_index (block->diagnostics, k))->message, !=,
                             ((PremiseDiagnostic *) g_ptr_array_index (block->diagnostics, k - 1))->message);
          n++;
        }
    }

  return n;
}

/* Of what follows from a mistake nothing is said but in the blocks that cannot be shown for it. */
static void
test_alone (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  guint n_errors = 0;

  package_replace (package, alone[i].file, alone[i].find, alone[i].replace);
  report = package_load (package);
  g_assert_nonnull (report);

  for (guint j = 0; j < package->diagnostics->len; j++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (package->diagnostics, j);
      g_autofree char *text = premise_diagnostic_to_string (diagnostic);

      g_test_message ("%s", text);
      if (diagnostic->severity != PREMISE_SEVERITY_ERROR)
        continue;

      n_errors++;
      g_assert_cmpuint (diagnostic->code, ==, alone[i].code);
      g_assert_cmpstr (diagnostic->file, ==, alone[i].file);
    }

  g_assert_cmpuint (n_errors, ==, 1);
  if (alone[i].blocks)
    g_assert_cmpuint (count_error_blocks (report), >, 0);
  else
    g_assert_cmpuint (count_error_blocks (report), ==, 0);
}

static void
test_order (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  static const char *const expected[] = {
    "report.json", "sources.json", "model/shop.json", "model/tax.json", "chapters/one/first.json",
    "chapters/one/second.json"
  };

  for (guint i = G_N_ELEMENTS (expected); i-- > 0;)
    {
      g_autofree char *text = package_read (expected[i]);
      g_autofree char *spoilt = g_strconcat ("{ \"nonsense\": 1,", text + 1, NULL);

      package_write (package, expected[i], spoilt, -1);
    }

  report = package_load (package);
  g_assert_cmpuint (package->diagnostics->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((PremiseDiagnostic *) g_ptr_array_index (package->diagnostics, i))->file, ==,
                     expected[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  JsonArray *cases;

  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "report", "data", "bad.json", NULL);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                        "cases");

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonNode *bad = json_array_get_element (cases, i);
      g_autofree char *name =
        g_strconcat ("/loader-errors/", get_string (json_node_get_object (bad), "name"), NULL);

      g_test_add_data_func (g_strdelimit (name, " ", '-'), bad, test_bad);
    }

  g_test_add_func ("/loader-errors/report-missing", test_report_missing);
  g_test_add_func ("/loader-errors/section-broken", test_section_broken);
  g_test_add_func ("/loader-errors/order", test_order);
  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autofree char *name = g_strdup_printf ("/loader-errors/alone/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_alone);
    }

  return g_test_run ();
}
