/* premise-set-aside.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-set-aside.h"

#include <glib/gstdio.h>

#define MAX_CORRUPT 1000

/**
 * premise_set_aside:
 * @path: a file
 *
 * Puts “.corrupt” behind the name of a file, and a number where there is one of that name.
 *
 * Returns: (nullable) (transfer full): where it is now; %NULL when it could not be renamed
 */
char *
premise_set_aside (const char *path)
{
  for (guint i = 1; i <= MAX_CORRUPT; i++)
    {
      g_autofree char *aside = i == 1 ? g_strconcat (path, ".corrupt", NULL)
                                      : g_strdup_printf ("%s.corrupt-%u", path, i);

      if (g_file_test (aside, G_FILE_TEST_EXISTS))
        continue;

      return g_rename (path, aside) == 0 ? g_steal_pointer (&aside) : NULL;
    }

  return NULL;
}
