/* main.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli.h"
#include "premise-paths.h"

#ifdef PREMISE_GUI
#include "premise-application.h"
#include "premise-preferences.h"
#include "premise-renderer.h"
#include "premise-settings-file.h"
#endif

#include <glib/gi18n.h>
#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, premise_paths_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = premise_cli_run (argc, argv);

#ifdef PREMISE_GUI
  if (status < 0)
    {
      g_autoptr(GApplication) application = NULL;
      g_autofree char *verbs = NULL;

      /* Settings may start a thread; before that the environment is ours alone. */
      premise_renderer_choose ();
      premise_settings_file_mend ();
      premise_preferences_apply_language ();
      application = premise_application_new ();
      verbs = premise_cli_dup_verbs ();
      g_application_set_option_context_description (application, verbs);
      status = g_application_run (application, argc, argv);
    }
#endif

  return status < 0 ? 2 : status;
}
