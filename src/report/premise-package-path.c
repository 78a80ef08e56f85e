/* premise-package-path.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-package-private.h"

#include "premise-text-hygiene.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough of a name to find it by. */
#define MAX_SHOWN 80

/**
 * premise_package_dup_shown:
 * @path: a path from an archive, in any encoding
 *
 * Returns: (transfer full): what a sentence may say of it: short, in UTF-8, without characters
 *   that change how the rest is read
 */
char *
premise_package_dup_shown (const char *path)
{
  g_autofree char *valid = g_utf8_make_valid (path, -1);
  g_autofree char *safe = premise_text_dup_harmless (valid);
  g_autofree char *start = NULL;

  g_strdelimit (safe, "\n\t", ' ');
  if (g_utf8_strlen (safe, -1) <= MAX_SHOWN)
    return g_steal_pointer (&safe);

  start = g_utf8_substring (safe, 0, MAX_SHOWN);

  return g_strconcat (start, "…", NULL);
}

static gboolean
check_step (const char  *step,
            const char  *shown,
            GError     **error)
{
  if (*step == '\0' || g_str_equal (step, "."))
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                 _("“%s” is not a plain path: it has an empty step"), shown);
  else if (g_str_equal (step, ".."))
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                 _("“%s” leads out of the report; a report holds its files itself"), shown);
  else if (strlen (step) > PREMISE_PACKAGE_MAX_NAME)
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_LIMIT,
                 /* Translators: of a file in a report. */
                 _("the name “%s” is longer than %d bytes"), shown, PREMISE_PACKAGE_MAX_NAME);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_characters (const char  *path,
                  const char  *shown,
                  GError     **error)
{
  /* The library puts U+FFFD where it could not read a name. */
  if (!g_utf8_validate (path, -1, NULL) || strstr (path, "\uFFFD") != NULL)
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                 _("the name “%s” is not in UTF-8; name the files of a report in UTF-8"), shown);
  else if (!premise_text_is_harmless (path) || strpbrk (path, "\n\t") != NULL)
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                 _("the name “%s” has control characters"), shown);
  else if (path[0] == '/')
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                 _("“%s” is an absolute path; a report holds its files itself"), shown);
  /* What another system takes for a path, no report needs in a name. */
  else if (strpbrk (path, "\\:") != NULL)
    g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_UNSAFE,
                 _("“%s” has a backslash or a colon; write paths with slashes"), shown);
  else
    return TRUE;

  return FALSE;
}

/**
 * premise_package_check_path:
 * @path: a path from an archive
 * @error: return location for an error
 *
 * A path in a package leads from its top to a file below, one name after the other.
 *
 * Returns: whether it does
 */
gboolean
premise_package_check_path (const char  *path,
                            GError     **error)
{
  g_autofree char *shown = premise_package_dup_shown (path);
  g_auto(GStrv) steps = NULL;

  if (!check_characters (path, shown, error))
    return FALSE;

  steps = g_strsplit (path, "/", PREMISE_PACKAGE_MAX_DEPTH + 1);
  if (g_strv_length (steps) > PREMISE_PACKAGE_MAX_DEPTH)
    {
      g_set_error (error, PREMISE_PACKAGE_ERROR, PREMISE_PACKAGE_ERROR_LIMIT,
                   /* Translators: the path of a file in a report, and how deep it can be. */
                   _("“%s” lies in more than %d folders"), shown, PREMISE_PACKAGE_MAX_DEPTH - 1);
      return FALSE;
    }

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (!check_step (steps[i], shown, error))
        return FALSE;
    }

  return TRUE;
}
