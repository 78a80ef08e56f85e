/* premise-cli-functions.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include "premise-function.h"

#include <glib/gi18n-lib.h>

static void
print_text (void)
{
  for (guint i = 0; i < premise_function_get_n_functions (); i++)
    {
      double expected;
      const char *example = premise_function_get_example (i, &expected);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_print ("%s%s\n    %s\n", i > 0 ? "\n" : "", premise_function_get_usage (i),
               premise_function_get_summary (i));
      g_print ("    %s\n    %s\n", premise_function_get_units (i), premise_function_get_errors (i));
      g_print ("    %s = %s\n", example, g_ascii_formatd (text, sizeof text, "%.15g", expected));
    }
}

static void
add_string (JsonBuilder *builder,
            const char  *key,
            const char  *value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
print_json (void)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < premise_function_get_n_functions (); i++)
    {
      double expected;

      json_builder_begin_object (builder);
      add_string (builder, "name", premise_function_get_name (i));
      add_string (builder, "usage", premise_function_get_usage (i));
      add_string (builder, "summary", premise_function_get_summary (i));
      add_string (builder, "units", premise_function_get_units (i));
      add_string (builder, "errors", premise_function_get_errors (i));
      add_string (builder, "example", premise_function_get_example (i, &expected));
      json_builder_set_member_name (builder, "value");
      json_builder_add_double_value (builder, expected);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  premise_cli_print_json (builder);
}

/**
 * premise_cli_functions:
 * @args: (inout): the verb and what follows it
 *
 * `premise functions`: the functions of the formula language.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_functions (GStrv *args)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  PremiseCliStatus status;

  if (!premise_cli_parse (args, "", _("Lists the functions that formulas can use. In the examples, sales is "
                                      "10, 20, 30, 40 and flow is -100, 40, 50, 60 in the years 2021 to 2024."),
                          entries, &status))
    return status;

  if (g_strv_length (*args) > 1)
    {
      g_printerr (_("Usage: %s functions [--json]"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (json)
    print_json ();
  else
    print_text ();

  return PREMISE_CLI_OK;
}
