/* premise-cli-new.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"
#include "premise-template-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As "zh", "en" or "pt-BR" is written. */
static gboolean
is_language (const char *tag)
{
  gsize length = strlen (tag);

  if (length < 2 || length > 35 || !g_ascii_isalpha (tag[0]) || tag[length - 1] == '-')
    return FALSE;

  return strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;
}

/* Both that the template is written in, the user's first. */
static GStrv
dup_default_languages (void)
{
  const char *const *names = g_get_language_names ();
  gboolean chinese = g_str_has_prefix (names[0], "zh");
  const char *const languages[] = { chinese ? "zh" : "en", chinese ? "en" : "zh", NULL };

  return g_strdupv ((GStrv) languages);
}

static gboolean
check_languages (const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (!is_language (languages[i]))
        {
          /* Translators: the program, and what was typed. */
          g_printerr (_("%s: “%s” is not the tag of a language; “en” and “zh” are"),
                      g_get_prgname (), languages[i]);
          g_printerr ("\n");
          return FALSE;
        }

      for (guint j = 0; j < i; j++)
        {
          if (g_str_equal (languages[i], languages[j]))
            {
              /* Translators: the program, and the code of a language, such as zh. */
              g_printerr (_("%s: the language “%s” is given twice"), g_get_prgname (),
                          languages[i]);
              g_printerr ("\n");
              return FALSE;
            }
        }
    }

  return TRUE;
}

/**
 * premise_cli_new:
 * @args: (inout): the verb and what follows it
 *
 * `premise new FOLDER [--language TAG]…`: makes a small report to begin with.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_new (GStrv *args)
{
  g_auto(GStrv) languages = NULL;
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING_ARRAY, &languages,
      N_("A language of the report; may be given more than once"), N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *quoted = NULL;
  g_autoptr(GError) error = NULL;
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER"),
                          _("Makes a small report that works and explains itself, in a new folder."),
                          entries, &status))
    return status;

  if (g_strv_length (*args) != 2)
    {
      g_printerr (_("Usage: %s new [--language LANGUAGE]… FOLDER"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (languages == NULL)
    languages = dup_default_languages ();
  if (!check_languages ((const char *const *) languages))
    return PREMISE_CLI_USAGE;

  if (!premise_report_create ((*args)[1], (const char *const *) languages, &error))
    {
      g_printerr ("%s: %s\n", g_get_prgname (), error->message);
      return PREMISE_CLI_ERRORS;
    }

  quoted = premise_cli_dup_quoted ((*args)[1]);
  /* Translators: a folder; then, twice, the program and the folder. The words in “” are commands to
   * type; check stays as it is. */
  g_print (_("There is a report in “%s”. Open it with “%s %s”, and look for mistakes with “%s check %s”."),
           (*args)[1], g_get_prgname (), quoted, g_get_prgname (), quoted);
  g_print ("\n");

  return PREMISE_CLI_OK;
}
