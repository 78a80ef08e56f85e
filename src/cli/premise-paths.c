/* premise-paths.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-paths.h"

/**
 * premise_paths_dup_shipped_report:
 *
 * Finds the report that comes with the program. PREMISE_DATA_DIR in the
 * environment names another data folder, so that the program runs from its
 * build folder.
 *
 * Returns: (transfer full): the path of its folder
 */
char *
premise_paths_dup_shipped_report (void)
{
  const char *data_dir = g_getenv ("PREMISE_DATA_DIR");

  if (data_dir == NULL || *data_dir == '\0')
    data_dir = PREMISE_DATA_DIR;

  return g_build_filename (data_dir, "reports", "generative-ai", NULL);
}

/**
 * premise_paths_get_locale_dir:
 *
 * Finds the compiled translations; PREMISE_LOCALE_DIR in the environment names another folder.
 *
 * Returns: (transfer none): the path of the folder
 */
const char *
premise_paths_get_locale_dir (void)
{
  const char *locale_dir = g_getenv ("PREMISE_LOCALE_DIR");

  return locale_dir != NULL && *locale_dir != '\0' ? locale_dir : PREMISE_LOCALE_DIR;
}

/**
 * premise_paths_get_help_dir:
 *
 * Finds the help as web pages; PREMISE_HELP_DIR in the environment names another folder.
 *
 * Returns: (transfer none): the path of the folder
 */
const char *
premise_paths_get_help_dir (void)
{
  const char *help_dir = g_getenv ("PREMISE_HELP_DIR");

  return help_dir != NULL && *help_dir != '\0' ? help_dir : PREMISE_DATA_DIR "/help";
}
