/* premise-migration.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-migration.h"

#include "premise-json-reader.h"

#include <glib/gi18n-lib.h>

/**
 * Rename:
 * @version: the last format with the old name
 * @file: what the path of the file begins with
 * @list: (nullable): the key, in the file's root, of the list whose entries have the member;
 *   %NULL where the root itself has it
 *
 * A key that has another name since the format after @version.
 */
typedef struct
{
  guint       version;
  const char *file;
  const char *list;
  const char *before;
  const char *after;
} Rename;

/* In the order of the versions: what one step has renamed the next one finds. Format 0 is what
 * drafts were written in before the first release. */
static const Rename renames[] = {
  { 0, "model/", "variables", "expression", "formula" },
  { 0, "model/", "variables", "spread", "distribution" },
  { 0, "chapters/", NULL, "speaker_notes", "notes" },
  { 0, "chapters/", "blocks", "chart", "mark" },
};

/**
 * premise_migration_read_version:
 * @value: the number of a report's format
 * @version: (out): the format
 *
 * Reads in which format a report is, and complains about one that cannot be read: it is newer
 * than the program, or there never was such a format.
 *
 * Returns: whether the report can be read
 */
gboolean
premise_migration_read_version (PremiseJsonValue  value,
                                guint            *version)
{
  double number;

  if (!premise_json_get_number (value, &number))
    return FALSE;

  for (guint known = 0; known <= PREMISE_FORMAT_VERSION; known++)
    {
      if (number == known)
        {
          *version = known;
          return TRUE;
        }
    }

  if (number > PREMISE_FORMAT_VERSION)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VERSION,
                           /* Translators: two versions of the format of reports. */
                           _("the report is in format %g, and this program reads format %d; "
                             "a newer program may read it"),
                           number, PREMISE_FORMAT_VERSION);
  else
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VERSION,
                           /* Translators: two versions of the format of reports. */
                           _("there is no format %g; the one to write is %d"), number,
                           PREMISE_FORMAT_VERSION);

  return FALSE;
}

/* Gives the member its new name; @first is then the first of those that have one. */
static guint
rename_in (PremiseJsonValue  object,
           const Rename     *rename,
           PremiseJsonValue *first)
{
  PremiseJsonValue member = premise_json_get (object, rename->before);

  /* With both names, the old one is a key that means nothing, and is reported as one. */
  if (!premise_json_is_present (member) ||
      premise_json_is_present (premise_json_get (object, rename->after)))
    return 0;

  premise_json_file_rename (member.file, member.at, rename->after);
  if (!premise_json_is_present (*first))
    *first = member;

  return 1;
}

static void
apply_rename (PremiseJsonFile *file,
              const Rename    *rename)
{
  PremiseJsonValue root = premise_json_file_get_root (file);
  PremiseJsonValue first = PREMISE_JSON_ABSENT;
  guint n = 0;

  if (rename->list == NULL)
    {
      n = rename_in (root, rename, &first);
    }
  else
    {
      for (PremiseJsonValue entry = premise_json_first (premise_json_get (root, rename->list));
           premise_json_is_present (entry); entry = premise_json_next (entry))
        n += rename_in (entry, rename, &first);
    }

  if (n > 0)
    premise_json_complain_key (first, PREMISE_SEVERITY_WARNING, PREMISE_DIAGNOSTIC_MIGRATED,
                               /* Translators: an old name in a file, its new name, a version of the
                                * format, the new name again, and how often it is there. */
                               ngettext ("“%s” was read as “%s”, its name since format %u; write "
                                         "“%s” (%u place in this file)",
                                         "“%s” was read as “%s”, its name since format %u; write "
                                         "“%s” (%u places in this file)",
                                         n),
                               rename->before, rename->after, rename->version + 1, rename->after, n);
}

/**
 * premise_migration_apply:
 * @file: a file of a report, just read
 * @version: the format it is written in
 *
 * Turns the tree of a file in an older format into what the same file is today, step by step.
 * Everything keeps its place in the file, and complaints go on to name its keys as they are
 * written. Each kind of change is a warning that says what to write today: once in a file, for
 * the first of its places.
 */
void
premise_migration_apply (PremiseJsonFile *file,
                         guint            version)
{
  for (guint i = 0; i < G_N_ELEMENTS (renames); i++)
    {
      if (renames[i].version >= version &&
          g_str_has_prefix (premise_json_file_get_path (file), renames[i].file))
        apply_rename (file, &renames[i]);
    }
}
