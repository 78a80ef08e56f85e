/* premise-cli-pack.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include <glib/gi18n-lib.h>

static gboolean
has_errors (GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (diagnostic->severity == PREMISE_SEVERITY_ERROR)
        return TRUE;
    }

  return FALSE;
}

/* Whoever gets the file cannot mend it, so a report with errors is not packed. */
static gboolean
load (PremisePackage *package,
      const char     *folder)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = premise_report_load_package (package, folder, diagnostics, NULL);
  g_autofree char *quoted = premise_cli_dup_quoted (folder);

  if (report != NULL && !has_errors (diagnostics))
    return TRUE;

  /* Translators: the program, the program again, a folder. The words in “” are a command to type;
   * check stays as it is. */
  g_printerr (_("%s: the report has errors and was not packed; “%s check %s” lists them"),
              g_get_prgname (), g_get_prgname (), quoted);
  g_printerr ("\n");

  return FALSE;
}

static PremiseCliStatus
pack (const char *argument,
      const char *file)
{
  g_autofree char *folder = premise_cli_dup_report (argument);
  g_autoptr(PremisePackage) package = NULL;
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(GError) error = NULL;

  package = premise_package_open (folder, &error);
  if (package == NULL)
    {
      premise_cli_complain (folder, FALSE, error);
      return PREMISE_CLI_USAGE;
    }

  if (!load (package, folder))
    return PREMISE_CLI_ERRORS;

  archive = premise_package_pack (package, &error);
  /* In one step: whoever reads the file gets the old one or the new one. */
  if (archive == NULL ||
      !g_file_set_contents_full (file, g_bytes_get_data (archive, NULL),
                                 (gssize) g_bytes_get_size (archive),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    {
      premise_cli_complain (file, FALSE, error);
      return PREMISE_CLI_USAGE;
    }

  return PREMISE_CLI_OK;
}

/**
 * premise_cli_pack:
 * @args: (inout): the verb and what follows it
 *
 * `premise pack FOLDER FILE.premise`: makes one file of the files that a report uses. The same
 * report gives the same bytes. A file that is there already is replaced.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_pack (GStrv *args)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER FILE.premise"),
                          _("Makes one file of a report, to be sent and opened with a double click."),
                          entries, &status))
    return status;

  if (g_strv_length (*args) != 3 || !g_str_has_suffix ((*args)[2], ".premise"))
    {
      g_printerr (_("Usage: %s pack FOLDER FILE.premise"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  return pack ((*args)[1], (*args)[2]);
}
