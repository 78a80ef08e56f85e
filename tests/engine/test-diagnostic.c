/* test-diagnostic.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-model.h"
#include "premise-diagnostic.h"
#include "sample.h"

#include <string.h>

static void
check_line (const PremiseDiagnostic *diagnostic,
            const char              *expected)
{
  g_autofree char *line = premise_diagnostic_to_string (diagnostic);

  g_assert_cmpstr (line, ==, expected);
}

/* What stands in front of a message, from nothing to all that is known. */
static void
test_diagnostic_to_string (void)
{
  g_autoptr(PremiseDiagnostic) diagnostic =
    premise_diagnostic_new (PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_UNKNOWN_NAME,
                            "unknown name “%s”, 100%%", "x");

  check_line (diagnostic, "E102: unknown name “x”, 100%");
  diagnostic->variable = g_strdup ("copilot.hours");
  check_line (diagnostic, "copilot.hours: E102: unknown name “x”, 100%");
  diagnostic->field = g_strdup ("formula");
  check_line (diagnostic, "copilot.hours (formula): E102: unknown name “x”, 100%");
  diagnostic->file = g_strdup ("model/copilot.json");
  check_line (diagnostic, "model/copilot.json: E102: unknown name “x”, 100%");
  diagnostic->line = 12;
  diagnostic->column = 31;
  check_line (diagnostic, "model/copilot.json:12:31: E102: unknown name “x”, 100%");
  diagnostic->severity = PREMISE_SEVERITY_WARNING;
  check_line (diagnostic, "model/copilot.json:12:31: W102: unknown name “x”, 100%");
}

static void
test_diagnostic_copy (void)
{
  PremiseDiagnostic *diagnostic =
    premise_diagnostic_new (PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_JSON, "broken");
  g_autoptr(PremiseDiagnostic) copy = NULL;

  diagnostic->file = g_strdup ("a.json");
  diagnostic->line = 1;
  diagnostic->column = 2;
  diagnostic->path = g_strdup ("$.a");
  diagnostic->variable = g_strdup ("a");
  diagnostic->field = g_strdup ("unit");
  diagnostic->offset = 7;
  copy = premise_diagnostic_copy (diagnostic);
  premise_diagnostic_free (diagnostic);
  premise_diagnostic_free (NULL);

  check_line (copy, "a.json:1:2: E202: broken");
  g_assert_cmpstr (copy->path, ==, "$.a");
  g_assert_cmpstr (copy->variable, ==, "a");
  g_assert_cmpstr (copy->field, ==, "unit");
  g_assert_cmpuint (copy->offset, ==, 7);
}

/* Offsets are bytes into the formula and begin a character, whatever is written before. */
static void
test_diagnostic_offset_behind_multibyte (void)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = sample_build ("datum 市场规模 亿元 : 1\n"
                                                "datum 人数 万人 : 1\n"
                                                "formula 和 - : (市场规模 × 2) + 人数\n"
                                                "formula 错 - : 市场规模 + 不存在\n"
                                                "formula 单位 亿元/光年 : 人数\n", diagnostics);
  static const struct
  {
    PremiseDiagnosticCode  code;
    const char            *variable;
    const char            *field;
    const char            *before;
  } expected[] = {
    { PREMISE_DIAGNOSTIC_UNIT, "单位", "unit", "亿元/" },
    { PREMISE_DIAGNOSTIC_UNKNOWN_NAME, "错", "formula", "市场规模 + " },
    { PREMISE_DIAGNOSTIC_UNIT, "和", "formula", "(市场规模 × 2) " },
  };

  g_assert_cmpuint (diagnostics->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      g_test_message ("%s", diagnostic->message);
      g_assert_cmpint (diagnostic->code, ==, expected[i].code);
      g_assert_cmpstr (diagnostic->variable, ==, expected[i].variable);
      g_assert_cmpstr (diagnostic->field, ==, expected[i].field);
      g_assert_cmpuint (diagnostic->offset, ==, strlen (expected[i].before));
      g_assert_true (g_utf8_validate (diagnostic->message, -1, NULL));
    }
}

static void
test_diagnostic_nearest_name (void)
{
  static const char *const names[] = {
    "market_size", "content_share", "ai_share", "price", "prices", "x", "市场规模", "Total",
  };
  static const struct
  {
    const char *name;
    const char *nearest;
  } cases[] = {
    { "markt_size", "market_size" },        /* a letter missing */
    { "market_sizze", "market_size" },      /* one too many */
    { "markat_size", "market_size" },       /* another one */
    { "makret_size", "market_size" },       /* two swapped */
    { "size_market", NULL },
    { "MARKET_SIZE", "market_size" },
    { "total", "Total" },
    { "pirce", "price" },
    { "pricess", "prices" },                /* the nearer of two */
    { "ai_shore", "ai_share" },
    { "市场规莫", "市场规模" },
    { "市场", NULL },                       /* two of two is more than a third */
    { "X", "x" },
    { "y", NULL },                          /* any one letter would be near */
    { "prxze", NULL },                      /* two of five letters */
    { "revenue", NULL },
    { "", NULL },
    { "\xff", NULL },
  };
  g_autofree char *longer = g_strnfill (10000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *nearest = premise_nearest_name (cases[i].name, names, G_N_ELEMENTS (names));

      if (g_strcmp0 (nearest, cases[i].nearest) != 0)
        g_error ("Nearest to “%s” is “%s”", cases[i].name, nearest);
    }

  g_assert_null (premise_nearest_name (longer, names, G_N_ELEMENTS (names)));
  g_assert_null (premise_nearest_name ("x", NULL, 0));
  g_assert_null (premise_nearest_name ("price", (const char *const *) &longer, 1));
}

/* A name that is no text must not make a message that is none. */
static void
test_broken_text (void)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseModel) model = NULL;

  premise_model_builder_add_formula (builder, "a", NULL, NULL, "sum(1)[\"\xff\xfe\"]");
  premise_model_builder_add_formula (builder, "\xff", NULL, NULL, "1");
  model = premise_model_builder_build (builder, diagnostics);

  g_assert_cmpuint (diagnostics->len, >=, 2);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      g_assert_true (g_utf8_validate (diagnostic->message, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/diagnostic/to-string", test_diagnostic_to_string);
  g_test_add_func ("/engine/diagnostic/copy", test_diagnostic_copy);
  g_test_add_func ("/engine/diagnostic/offset-behind-multibyte",
                   test_diagnostic_offset_behind_multibyte);
  g_test_add_func ("/engine/diagnostic/nearest-name", test_diagnostic_nearest_name);
  g_test_add_func ("/engine/diagnostic/broken-text", test_broken_text);

  return g_test_run ();
}
