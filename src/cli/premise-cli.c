/* premise-cli.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef struct
{
  const char        *name;
  const char        *summary;
  PremiseCliStatus (*run) (GStrv *args);
} Verb;

static const Verb verbs[] = {
  { "attribute", N_("Split a difference over the assumptions that make it"), premise_cli_attribute },
  { "check", N_("Say what is wrong in a report"), premise_cli_check },
  { "eval", N_("Calculate values of a report"), premise_cli_eval },
  { "functions", N_("List the functions of formulas"), premise_cli_functions },
  { "new", N_("Make a small report to begin with"), premise_cli_new },
  { "pack", N_("Make one file of a report"), premise_cli_pack },
  { "seek", N_("Find where an output reaches a target"), premise_cli_seek },
  { "sensitivity", N_("Say what each assumption does to an output"), premise_cli_sensitivity },
  { "simulate", N_("Draw assumptions at random"), premise_cli_simulate },
  { "table", N_("Print an output for pairs of values of two assumptions"), premise_cli_table },
  { "trace", N_("Say what a number is made of"), premise_cli_trace },
};

/**
 * premise_cli_dup_verbs:
 *
 * Returns: (transfer full): what the verbs do, a line each
 */
char *
premise_cli_dup_verbs (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "  %-12s %s\n", verbs[i].name, _(verbs[i].summary));

  g_string_append_c (text, '\n');
  g_string_append_printf (text, _("“%s VERB --help” says more about a verb."), g_get_prgname ());

  return g_string_free_and_steal (text);
}

static char *
dup_usage (void)
{
#ifdef PREMISE_GUI
  /* Translators: the program, twice. What is in capitals may be translated as in the list below
   * it. */
  return g_strdup_printf (_("Usage: %s VERB …, or %s [REPORT…] to open the window"),
                          g_get_prgname (), g_get_prgname ());
#else
  return g_strdup_printf (_("Usage: %s VERB …"), g_get_prgname ());
#endif
}

static PremiseCliStatus
print_help (void)
{
  g_autofree char *usage = dup_usage ();
  g_autofree char *text = premise_cli_dup_verbs ();

  g_print ("%s\n\n%s\n", usage, text);

  return PREMISE_CLI_OK;
}

/* What is neither a verb nor a file but nearly a verb was meant to be one: no window
 * should open for it.
 */
static PremiseCliStatus
refuse (const char *word)
{
  const char *names[G_N_ELEMENTS (verbs)];
  const char *nearest;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    names[i] = verbs[i].name;

  nearest = premise_nearest_name (word, names, G_N_ELEMENTS (names));
  if (nearest != NULL && !g_file_test (word, G_FILE_TEST_EXISTS))
    {
      /* Translators: the program, what was typed, and the verb of the command line that is most
       * like it. */
      g_printerr (_("%s: “%s” is not a verb; did you mean “%s”?"), g_get_prgname (), word,
                  nearest);
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

#ifdef PREMISE_GUI
  return PREMISE_CLI_NO_VERB;
#else
  /* Translators: the program, what was typed, the program again. help is typed as it is. */
  g_printerr (_("%s: “%s” is not a verb; “%s help” lists them"), g_get_prgname (), word,
              g_get_prgname ());
  g_printerr ("\n");

  return PREMISE_CLI_USAGE;
#endif
}

static PremiseCliStatus
run_without_arguments (void)
{
#ifdef PREMISE_GUI
  return PREMISE_CLI_NO_VERB;
#else
  g_autofree char *usage = dup_usage ();

  g_printerr ("%s\n", usage);

  return PREMISE_CLI_USAGE;
#endif
}

static gboolean
is_help (const char *word)
{
#ifndef PREMISE_GUI
  /* With a window its options are more than the verbs. */
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    return TRUE;
#endif

  return g_str_equal (word, "help");
}

/* What the locale's encoding cannot hold is a question mark in it. The C locale says ASCII of every terminal, but
 * hardly any does not know UTF-8, and a number with “?” in the place of its unit is of no use.
 */
static void
write_text (FILE       *stream,
            const char *text)
{
  const char *encoding;
  g_autofree char *converted = NULL;

  if (!g_get_charset (&encoding) && !g_str_equal (encoding, "ANSI_X3.4-1968") && !g_str_equal (encoding, "US-ASCII"))
    converted = g_convert_with_fallback (text, -1, encoding, "UTF-8", "?", NULL, NULL, NULL);

  fputs (converted != NULL ? converted : text, stream);
  /* What is printed and what is complained about stay in their order where both go into one file. */
  fflush (stream);
}

static void
print_text (const char *text)
{
  write_text (stdout, text);
}

static void
print_error_text (const char *text)
{
  write_text (stderr, text);
}

/* A full disk is noticed only when it is asked for. */
static int
end (int status)
{
  if (status >= 0 && (fflush (stdout) != 0 || ferror (stdout)))
    {
      g_printerr (_("%s: not all of it could be written; is the disk full?\n"), g_get_prgname ());
      return PREMISE_CLI_USAGE;
    }

  return status;
}

/**
 * premise_cli_run:
 * @argc: number of arguments
 * @argv: (array length=argc): the program's name and its arguments
 *
 * Runs the verb that the first argument names, without a display.
 *
 * Returns: the program's exit status, or −1 when the window may open
 */
int
premise_cli_run (int    argc,
                 char **argv)
{
  g_auto(GStrv) args = NULL;

  g_set_print_handler (print_text);
  g_set_printerr_handler (print_error_text);

  if (g_get_prgname () == NULL)
    {
      g_autofree char *name = g_path_get_basename (argv[0]);

      g_set_prgname (name);
    }

  if (argc < 2)
    return run_without_arguments ();

  if (is_help (argv[1]))
    return end (print_help ());

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("premise %s\n", PREMISE_VERSION);
      return end (PREMISE_CLI_OK);
    }

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (argv[1], verbs[i].name))
        continue;

      args = g_new0 (char *, argc);
      for (int j = 1; j < argc; j++)
        args[j - 1] = g_strdup (argv[j]);

      return end (verbs[i].run (&args));
    }

  return refuse (argv[1]);
}

/* The options stand behind the verb, and so they should in the usage line. */
static void
print_verb_help (GOptionContext *context,
                 const char     *verb)
{
  g_autofree char *name = g_strdup (g_get_prgname ());
  g_autofree char *with_verb = g_strdup_printf ("%s %s", name, verb);
  g_autofree char *text = NULL;

  g_set_prgname (with_verb);
  text = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (name);

  g_print ("%s", text);
}

/* GOption leaves the “--” there when what follows it begins with a minus. */
static void
drop_separator (GStrv args)
{
  for (guint i = 0; args[i] != NULL; i++)
    {
      if (!g_str_equal (args[i], "--"))
        continue;

      g_free (args[i]);

      do
        args[i] = args[i + 1];
      while (args[i++] != NULL);

      return;
    }
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

  drop_separator (*args);

  if (help)
    {
      print_verb_help (context, (*args)[0]);
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
  /* Translators: the program, the code of a language, and the codes of those there are. */
  g_printerr (_("%s: the report is not in the language “%s”; it is in: %s"), g_get_prgname (),
              wanted, list);
  g_printerr ("\n");

  return NULL;
}

/**
 * premise_cli_print_json:
 * @builder: a finished tree
 *
 * Prints it, in UTF-8 as JSON is whatever the locale.
 */
void
premise_cli_print_json (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  puts (text);
}
