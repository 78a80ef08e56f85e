/* premise-cli.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char        *name;
  const char        *summary;
  PremiseCliStatus (*run) (GStrv *args);
} Verb;

static const Verb verbs[] = {
  { "check", N_("Say what is wrong in a report"), premise_cli_check },
  { "eval", N_("Calculate values of a report"), premise_cli_eval },
};

static void
print_verbs (void)
{
  g_print (_("Usage: %s VERB …, or %s [FOLDER] to open the window"), g_get_prgname (),
           g_get_prgname ());
  g_print ("\n\n");

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-10s %s\n", verbs[i].name, _(verbs[i].summary));

  g_print ("\n");
  g_print (_("“%s VERB --help” says more about a verb."), g_get_prgname ());
  g_print ("\n");
}

/**
 * premise_cli_run:
 * @argc: number of arguments
 * @argv: (array length=argc): the program's name and its arguments
 *
 * Runs the verb that the first argument names, without a display.
 *
 * Returns: the program's exit status, or −1 when the first argument is no verb
 */
int
premise_cli_run (int    argc,
                 char **argv)
{
  g_auto(GStrv) args = NULL;

  if (argc < 2)
    return PREMISE_CLI_NO_VERB;

  if (g_get_prgname () == NULL)
    {
      g_autofree char *name = g_path_get_basename (argv[0]);

      g_set_prgname (name);
    }

  if (g_str_equal (argv[1], "help"))
    {
      print_verbs ();
      return PREMISE_CLI_OK;
    }

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (argv[1], verbs[i].name))
        continue;

      args = g_new0 (char *, argc);
      for (int j = 1; j < argc; j++)
        args[j - 1] = g_strdup (argv[j]);

      return verbs[i].run (&args);
    }

  return PREMISE_CLI_NO_VERB;
}

/**
 * premise_cli_parse:
 * @args: (inout): the verb and what follows it; the options are taken out
 * @parameters: what follows the options
 * @summary: what the verb does
 * @entries: its options
 * @status: (out): what to end with when it returns %FALSE
 *
 * Reads the options of a verb. “--help” is answered.
 *
 * Returns: whether the verb should go on
 */
gboolean
premise_cli_parse (GStrv              *args,
                   const char         *parameters,
                   const char         *summary,
                   const GOptionEntry *entries,
                   PremiseCliStatus   *status)
{
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    G_OPTION_ENTRY_NULL
  };

  context = g_option_context_new (parameters);
  /* The built-in help ends the program itself. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);

  *status = PREMISE_CLI_USAGE;

  if (!g_option_context_parse_strv (context, args, &error))
    {
      g_printerr ("%s: %s\n", g_get_prgname (), error->message);
      return FALSE;
    }

  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      *status = PREMISE_CLI_OK;
      return FALSE;
    }

  return TRUE;
}

/**
 * premise_cli_find_language:
 * @report: a report
 * @wanted: (nullable): a language that was asked for
 *
 * Returns: (nullable): that language, or the one for the user's locale; %NULL after a
 *   complaint when the report has no such language
 */
const char *
premise_cli_find_language (PremiseReport *report,
                           const char    *wanted)
{
  const char *const *languages = premise_report_get_languages (report);
  g_autofree char *list = NULL;

  if (wanted == NULL)
    return premise_report_choose_language (report, g_get_language_names ());

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_equal (languages[i], wanted))
        return languages[i];
    }

  list = g_strjoinv (", ", (char **) languages);
  g_printerr (_("%s: the report is not in the language “%s”; it is in: %s"), g_get_prgname (),
              wanted, list);
  g_printerr ("\n");

  return NULL;
}

/**
 * premise_cli_print_json:
 * @builder: a finished tree
 *
 * Prints it.
 */
void
premise_cli_print_json (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}
