/* test-migration.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"

#include <string.h>

/* The report in data/shop with the names that format 0 had. */
static Package *
package_new_in_format_0 (void)
{
  Package *package = package_new ();

  package_replace (package, "report.json", "\"format\": 1", "\"format\": 0");
  package_replace (package, "model/tax.json", "\"distribution\": {", "\"spread\": {");
  package_replace (package, "model/shop.json", "\"formula\": \"price * sold\"", "\"expression\": \"price * sold\"");
  package_replace (package, "model/shop.json", "\"formula\": \"sum(by_year over year)\"",
                   "\"expression\": \"sum(by_year over year)\"");
  package_replace (package, "chapters/one/first.json", "\"notes\": {", "\"speaker_notes\": {");
  package_replace (package, "chapters/one/second.json", "\"mark\": \"heatmap\"", "\"chart\": \"heatmap\"");

  return package;
}

static void
assert_migrated (const Package *package,
                 guint          i,
                 const char    *file,
                 const char    *path)
{
  const PremiseDiagnostic *diagnostic = g_ptr_array_index (package->diagnostics, i);

  g_assert_cmpint (diagnostic->code, ==, PREMISE_DIAGNOSTIC_MIGRATED);
  g_assert_cmpint (diagnostic->severity, ==, PREMISE_SEVERITY_WARNING);
  g_assert_cmpstr (diagnostic->file, ==, file);
  g_assert_cmpstr (diagnostic->path, ==, path);
  g_assert_cmpuint (diagnostic->line, >, 0);
}

static char *
dup_total (PremiseReport *report)
{
  PremiseModel *model = premise_report_get_model (report);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);

  return premise_text_render_plain (premise_report_get_section (report, 0)->title, "en", evaluator);
}

/* An older report is the same report, and its author learns what to write. */
static void
test_format_0 (void)
{
  g_autoptr(Package) old = package_new_in_format_0 ();
  g_autoptr(Package) present = package_new ();
  g_autoptr(PremiseReport) migrated = package_load (old);
  g_autoptr(PremiseReport) report = package_load (present);
  g_autofree char *migrated_total = NULL;
  g_autofree char *total = NULL;
  g_autofree char *notes = NULL;
  const PremiseDiagnostic *formulas;

  g_assert_nonnull (migrated);
  g_assert_cmpuint (present->diagnostics->len, ==, 0);
  g_assert_cmpuint (old->diagnostics->len, ==, 5);
  assert_migrated (old, 0, "report.json", "$.format");
  assert_migrated (old, 1, "model/shop.json", "$.variables[3].expression");
  assert_migrated (old, 2, "model/tax.json", "$.variables[0].spread");
  assert_migrated (old, 3, "chapters/one/first.json", "$.speaker_notes");
  assert_migrated (old, 4, "chapters/one/second.json", "$.blocks[1].chart");

  formulas = g_ptr_array_index (old->diagnostics, 1);
  g_assert_cmpstr (formulas->message, ==,
                   "“expression” was read as “formula”, its name since format 1; write “formula” "
                   "(2 places in this file)");

  migrated_total = dup_total (migrated);
  total = dup_total (report);
  g_assert_cmpstr (migrated_total, ==, total);
  g_assert_nonnull (strstr (total, "Revenue of"));
  notes = premise_text_render_plain (premise_report_get_section (migrated, 0)->notes, "en", NULL);
  g_assert_cmpstr (notes, ==, "Speak slowly.");
}

/* What is wrong beyond the old names is told where it stands, with the names that stand there. */
static void
test_places (void)
{
  g_autoptr(Package) package = package_new_in_format_0 ();
  g_autoptr(PremiseReport) report = NULL;
  const PremiseDiagnostic *error;

  package_replace (package, "model/shop.json", "\"expression\": \"price * sold\"", "\"expression\": \"price * sould\"");
  report = package_load (package);
  g_assert_nonnull (report);

  error = g_ptr_array_index (package->diagnostics, 2);
  g_assert_cmpint (error->code, ==, PREMISE_DIAGNOSTIC_UNKNOWN_NAME);
  g_assert_cmpstr (error->file, ==, "model/shop.json");
  g_assert_cmpstr (error->path, ==, "$.variables[3].expression");
  g_assert_cmpuint (error->line, ==, 67);
  g_assert_cmpuint (error->column, ==, 30);
}

/* With the old and the new name in one object, the old one means nothing. */
static void
test_both_names (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  const PremiseDiagnostic *unknown;

  package_replace (package, "report.json", "\"format\": 1", "\"format\": 0");
  package_replace (package, "chapters/one/first.json", "\"notes\": {",
                   "\"speaker_notes\": { \"zh\": \"旧\", \"en\": \"Old\" }, \"notes\": {");
  report = package_load (package);
  g_assert_nonnull (report);

  g_assert_cmpuint (package->diagnostics->len, ==, 2);
  unknown = g_ptr_array_index (package->diagnostics, 1);
  g_assert_cmpint (unknown->code, ==, PREMISE_DIAGNOSTIC_KEY_UNKNOWN);
  g_assert_cmpstr (unknown->path, ==, "$.speaker_notes");
}

/* The old names are keys that mean nothing in a report that says it is in format 1. */
static void
test_present_format (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;

  package_replace (package, "chapters/one/first.json", "\"notes\": {", "\"speaker_notes\": {");
  report = package_load (package);
  g_assert_nonnull (report);
  g_assert_cmpint (package_get_only (package)->code, ==, PREMISE_DIAGNOSTIC_KEY_UNKNOWN);
}

static void
test_refused (void)
{
  static const struct { const char *format, *message; } cases[] = {
    { "2", "the report is in format 2, and this program reads format 1; a newer program may read it" },
    { "0.5", "there is no format 0.5; the one to write is 1" },
    { "-1", "there is no format -1; the one to write is 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Package) package = package_new ();
      g_autofree char *line = g_strdup_printf ("\"format\": %s", cases[i].format);
      g_autoptr(PremiseReport) report = NULL;

      package_replace (package, "report.json", "\"format\": 1", line);
      report = package_load (package);
      g_assert_null (report);
      g_assert_cmpint (package_get_only (package)->code, ==, PREMISE_DIAGNOSTIC_VERSION);
      g_assert_cmpstr (package_get_only (package)->message, ==, cases[i].message);
      g_assert_cmpstr (package_get_only (package)->path, ==, "$.format");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migration/format-0", test_format_0);
  g_test_add_func ("/migration/places", test_places);
  g_test_add_func ("/migration/both-names", test_both_names);
  g_test_add_func ("/migration/present-format", test_present_format);
  g_test_add_func ("/migration/refused", test_refused);

  return g_test_run ();
}
