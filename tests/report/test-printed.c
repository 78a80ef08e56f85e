/* test-printed.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-format.h"

#include <json-glib/json-glib.h>

static void
check_text (PremiseUnit *unit,
            const char  *format_text,
            double       written,
            const char  *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *zh = NULL;
  PremiseFormat format;

  premise_format_parse (&format, format_text, NULL, &error);
  g_assert_no_error (error);

  zh = premise_format_value (&format, premise_unit_to_base (unit, written), unit, "zh");
  g_assert_cmpstr (zh, ==, expected);
}

/* What is printed is written as it is printed, and so is what the formula gives, where the
 * inventory of the source says that it matches.
 */
static void
test_printed (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "data", "printed.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonArray *numbers;
  guint n_matches = 0;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  numbers = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                          "numbers");
  g_assert_cmpuint (json_array_get_length (numbers), ==, 52);

  for (guint i = 0; i < json_array_get_length (numbers); i++)
    {
      JsonObject *number = json_array_get_object_element (numbers, i);
      const char *format = json_object_get_string_member (number, "format");
      const char *text = json_object_get_string_member (number, "text");
      g_autoptr(PremiseUnit) unit = NULL;

      g_test_message ("%s", json_object_get_string_member (number, "id"));
      unit = premise_unit_parse (json_object_get_string_member (number, "unit"), NULL, &error);
      g_assert_no_error (error);

      check_text (unit, format, json_object_get_double_member (number, "printed"), text);
      if (json_object_get_boolean_member (number, "matches"))
        {
          check_text (unit, format, json_object_get_double_member (number, "recomputed"), text);
          n_matches++;
        }
    }

  g_assert_cmpuint (n_matches, ==, 46);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printed/numbers", test_printed);

  return g_test_run ();
}
