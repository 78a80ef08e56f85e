/* test-json.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-json-reader.h"

#include <string.h>

static GPtrArray *
new_diagnostics (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
}

static const PremiseDiagnostic *
get_first (GPtrArray *diagnostics)
{
  g_assert_cmpuint (diagnostics->len, >, 0);

  return g_ptr_array_index (diagnostics, 0);
}

static PremiseJsonPositions *
scan (const char *text,
      gssize      length,
      GPtrArray  *diagnostics)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return premise_json_positions_new (bytes, diagnostics);
}

static void
assert_place (PremiseJsonPlace place,
              guint            line,
              guint            column)
{
  g_assert_cmpuint (place.line, ==, line);
  g_assert_cmpuint (place.column, ==, column);
}

static void
test_places (void)
{
  static const char text[] = "{\n"
                             "  \"中文\": [1, {\"b-c\": \"x\\u4e2d\\n\\ud83d\\ude00é!\"}],\r\n"
                             "\t\"last\" :null}\n";
  g_autoptr(GPtrArray) diagnostics = new_diagnostics ();
  g_autoptr(PremiseJsonPositions) positions = scan (text, -1, diagnostics);
  g_autofree char *path = NULL;
  guint value;

  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_true (premise_json_positions_is_complete (positions));
  g_assert_cmpuint (premise_json_positions_get_n_values (positions), ==, 6);
  g_assert_cmpuint (premise_json_positions_get_n (positions, 0), ==, 2);

  value = premise_json_positions_lookup (positions, "$[\"中文\"][1][\"b-c\"]");
  g_assert_cmpuint (value, !=, PREMISE_JSON_NONE);
  path = premise_json_positions_dup_path (positions, value);
  g_assert_cmpstr (path, ==, "$[\"中文\"][1][\"b-c\"]");

  assert_place (premise_json_positions_locate_key (positions, value), 2, 14);
  assert_place (premise_json_positions_locate_value (positions, value), 2, 21);
  /* x 中 newline 😀 é ! are 1, 3, 1, 4, 2 and 1 bytes. */
  assert_place (premise_json_positions_locate_in (positions, value, 0), 2, 22);
  assert_place (premise_json_positions_locate_in (positions, value, 1), 2, 23);
  assert_place (premise_json_positions_locate_in (positions, value, 3), 2, 23);
  assert_place (premise_json_positions_locate_in (positions, value, 4), 2, 29);
  assert_place (premise_json_positions_locate_in (positions, value, 5), 2, 31);
  assert_place (premise_json_positions_locate_in (positions, value, 9), 2, 43);
  assert_place (premise_json_positions_locate_in (positions, value, 11), 2, 44);
  assert_place (premise_json_positions_locate_in (positions, value, 12), 2, 45);
  assert_place (premise_json_positions_locate_in (positions, value, 99), 2, 45);

  value = premise_json_positions_lookup (positions, "$.last");
  assert_place (premise_json_positions_locate_key (positions, value), 3, 2);
  assert_place (premise_json_positions_locate_value (positions, value), 3, 10);
  g_assert_cmpint (premise_json_positions_get_kind (positions, value), ==, PREMISE_JSON_NULL);

  g_assert_cmpuint (premise_json_positions_lookup (positions, "$.nothing"), ==, PREMISE_JSON_NONE);
  g_assert_cmpuint (premise_json_positions_lookup (positions, "$.last[0]"), ==, PREMISE_JSON_NONE);
  g_assert_cmpuint (premise_json_positions_lookup (positions, "$["), ==, PREMISE_JSON_NONE);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double      number;
  } cases[] = {
    { "0", 0 },
    { "-0.5", -0.5 },
    { "9007199254740993", 9007199254740992.0 },
    { "123456789012345678901234567890", 123456789012345678901234567890.0 },
    { "1e-3", 0.001 },
    { "78.925", 78.925 },
    { "2E+2", 200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) diagnostics = new_diagnostics ();
      g_autoptr(PremiseJsonPositions) positions = scan (cases[i].text, -1, diagnostics);

      g_assert_cmpuint (diagnostics->len, ==, 0);
      g_assert_true (premise_json_positions_get_number (positions, 0) == cases[i].number);
    }
}

/* The mark ¦ shows where the complaint must be. */
static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    guint       line;
    guint       column;
    const char *path;
    const char *says;
  } cases[] = {
    { "", 1, 1, "$", "file ends" },
    { "  \n", 2, 1, "$", "file ends" },
    { "[1, 2¦,]", 1, 6, "$", "remove it" },
    { "{\"a\": 1¦, }", 1, 8, "$", "remove it" },
    { "{\"a\": [1, {\"b\": ¦}]}", 1, 17, "$.a[1]", "expected a value" },
    { "[¦,1]", 1, 2, "$", "expected a value" },
    { "{\n  ¦a: 1}", 2, 3, "$", "found “a”, expected a key in double quotes" },
    { "{¦'a': 1}", 1, 2, "$", "double quotes" },
    { "{\"a\" ¦1}", 1, 6, "$", "expected a colon" },
    { "{\"a\": 1 ¦\"b\": 2}", 1, 9, "$", "expected a comma" },
    { "[1 ¦2]", 1, 4, "$", "expected a comma" },
    { "[¦\"abc]\n", 1, 2, "$", "not closed" },
    { "[¦\"abc", 1, 2, "$", "not closed" },
    { "[¦\"abc\\", 1, 2, "$", "not closed" },
    { "[\"a¦\tb\"]", 1, 4, "$", "control character" },
    { "[\"a¦\\x\"]", 1, 4, "$", "unknown escape" },
    { "[\"a¦\\u12g4\"]", 1, 4, "$", "unknown escape" },
    { "[\"中¦\\udc00\"]", 1, 4, "$", "surrogate" },
    { "[\"a¦\\u0000\"]", 1, 4, "$", "U+0000" },
    { "[1, 2¦", 1, 6, "$", "array that begins in line 1, column 1" },
    { "{\"a\": {\n¦", 2, 1, "$.a", "object that begins in line 1, column 7" },
    { "{\"a\"¦", 1, 5, "$", "file ends" },
    { "[¦01]", 1, 2, "$", "begin with 0" },
    { "[¦1.]", 1, 2, "$", "decimal point" },
    { "[¦-]", 1, 2, "$", "minus" },
    { "[¦1e]", 1, 2, "$", "exponent" },
    { "[¦1e999]", 1, 2, "$", "too large" },
    { "[¦.5]", 1, 2, "$", "expected a value" },
    { "[¦NaN]", 1, 2, "$", "found “NaN”" },
    { "[¦nulls]", 1, 2, "$", "found “nulls”" },
    { "[¦True]", 1, 2, "$", "found “True”" },
    { "{} ¦{}", 1, 4, "$", "expected the end" },
    { "{} ¦// done", 1, 4, "$", "no comments" },
    { "{¦\"\": 1}", 1, 2, "$", "empty" },
    { "{\"a\": 1, ¦\"\\u0061\": 2}", 1, 10, "$.a", "second time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) diagnostics = new_diagnostics ();
      g_autoptr(PremiseJsonPositions) positions = NULL;
      g_autoptr(GString) text = g_string_new (cases[i].text);
      const PremiseDiagnostic *diagnostic;

      g_string_replace (text, "¦", "", 0);
      g_test_message ("%s", text->str);
      positions = scan (text->str, text->len, diagnostics);

      g_assert_cmpuint (diagnostics->len, ==, 1);
      diagnostic = g_ptr_array_index (diagnostics, 0);
      g_assert_cmpint (diagnostic->severity, ==, PREMISE_SEVERITY_ERROR);
      g_assert_cmpuint (diagnostic->line, ==, cases[i].line);
      g_assert_cmpuint (diagnostic->column, ==, cases[i].column);
      g_assert_cmpstr (diagnostic->path, ==, cases[i].path);
      g_assert_nonnull (strstr (diagnostic->message, cases[i].says));
    }
}

static void
test_bytes (void)
{
  static const char invalid[] = "{\"中\": \"\xff\"}";
  static const char nul[] = "{\"a\": \0 1}";
  g_autoptr(GPtrArray) diagnostics = new_diagnostics ();
  g_autoptr(PremiseJsonPositions) positions = scan (invalid, -1, diagnostics);
  const PremiseDiagnostic *diagnostic = get_first (diagnostics);

  g_assert_false (premise_json_positions_is_complete (positions));
  g_assert_cmpuint (diagnostic->line, ==, 1);
  g_assert_cmpuint (diagnostic->column, ==, 8);
  g_assert_nonnull (strstr (diagnostic->message, "0xff"));

  g_clear_pointer (&positions, premise_json_positions_free);
  g_ptr_array_set_size (diagnostics, 0);
  positions = scan (nul, sizeof nul - 1, diagnostics);
  g_assert_false (premise_json_positions_is_complete (positions));
  g_assert_cmpuint (get_first (diagnostics)->column, ==, 7);

  /* A mark at the beginning is bad style and no more. */
  g_clear_pointer (&positions, premise_json_positions_free);
  g_ptr_array_set_size (diagnostics, 0);
  positions = scan ("\xef\xbb\xbf{\"a\": 1}", -1, diagnostics);
  g_assert_true (premise_json_positions_is_complete (positions));
  g_assert_cmpint (get_first (diagnostics)->severity, ==, PREMISE_SEVERITY_WARNING);
  assert_place (premise_json_positions_locate_key (positions, 1), 1, 2);
}

static void
test_depth (void)
{
  for (guint depth = PREMISE_JSON_MAX_DEPTH; depth <= PREMISE_JSON_MAX_DEPTH + 1; depth++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GPtrArray) diagnostics = new_diagnostics ();
      g_autoptr(PremiseJsonPositions) positions = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, ']');

      positions = scan (text->str, text->len, diagnostics);
      if (depth == PREMISE_JSON_MAX_DEPTH)
        {
          g_assert_cmpuint (diagnostics->len, ==, 0);
          continue;
        }

      g_assert_cmpint (get_first (diagnostics)->code, ==, PREMISE_DIAGNOSTIC_LIMIT);
      g_assert_cmpuint (get_first (diagnostics)->column, ==, PREMISE_JSON_MAX_DEPTH + 1);
    }
}

static void
test_many_duplicates (void)
{
  g_autoptr(GString) text = g_string_new ("{\"a\": 0");
  g_autoptr(GPtrArray) diagnostics = new_diagnostics ();
  g_autoptr(PremiseJsonPositions) positions = NULL;
  guint member;

  for (guint i = 1; i <= 10000; i++)
    g_string_append_printf (text, ",\"a\":%u", i);
  g_string_append_c (text, '}');

  positions = scan (text->str, text->len, diagnostics);
  g_assert_cmpuint (diagnostics->len, <=, 100);
  g_assert_cmpuint (premise_json_positions_get_n (positions, 0), ==, 1);
  member = premise_json_positions_get_member (positions, 0, "a");
  g_assert_cmpuint (premise_json_positions_get_first (positions, 0), ==, member);
  g_assert_cmpuint (premise_json_positions_get_next (positions, member), ==, PREMISE_JSON_NONE);
  g_assert_true (premise_json_positions_get_number (positions, member) == 10000);
}

static void
test_reader (void)
{
  static const char text[] = "{\"n\": 1.5, \"s\": \"t\", \"comment\": 1, \"b\": true, \"z\": null}";
  g_autoptr(GPtrArray) diagnostics = new_diagnostics ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(PremiseJsonFile) file = premise_json_file_new (bytes, "x.json", diagnostics);
  PremiseJsonValue root = premise_json_file_get_root (file);
  double number = -1;
  guint whole = 7;

  g_assert_true (premise_json_get_number (premise_json_get (root, "n"), &number));
  g_assert_true (number == 1.5);
  g_assert_cmpstr (premise_json_get_string (premise_json_get (root, "s")), ==, "t");
  g_assert_true (premise_json_get_boolean (premise_json_get (root, "b"), FALSE));
  g_assert_cmpuint (premise_json_get_n (root), ==, 4);
  g_assert_cmpstr (premise_json_get_key (premise_json_next (premise_json_next (
                     premise_json_first (root)))), ==, "b");
  g_assert_cmpuint (diagnostics->len, ==, 0);

  g_assert_null (premise_json_get_string (premise_json_get (root, "absent")));
  g_assert_cmpuint (diagnostics->len, ==, 0);

  g_assert_false (premise_json_get_uint (premise_json_get (root, "n"), 10, &whole));
  g_assert_cmpuint (whole, ==, 7);
  g_assert_null (premise_json_get_string (premise_json_get (root, "z")));
  g_assert_false (premise_json_is_present (premise_json_require (root, "absent")));
  g_assert_cmpuint (diagnostics->len, ==, 3);
  g_assert_cmpuint (premise_json_file_get_n_errors (file), ==, 3);
  g_assert_cmpstr (get_first (diagnostics)->file, ==, "x.json");
  g_assert_cmpstr (get_first (diagnostics)->path, ==, "$.n");

  for (guint i = 0; i < 1000; i++)
    premise_json_require (root, "absent");
  g_assert_cmpuint (diagnostics->len, ==, 200);
  g_assert_cmpuint (premise_json_file_get_n_errors (file), ==, 1003);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/places", test_places);
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/errors", test_errors);
  g_test_add_func ("/json/bytes", test_bytes);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/many-duplicates", test_many_duplicates);
  g_test_add_func ("/json/reader", test_reader);

  return g_test_run ();
}
