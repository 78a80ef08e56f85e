/* premise-template-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-template-report.h"

#include "premise-json-reader.h"
#include "premise-template-resource.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define PREFIX "/io/github/premise_app/Premise/template/"

/* report.json comes last: until it is there, the folder is no report. */
static const char *const files[] = {
  "sources.json",
  "model/stand.json",
  "chapters/stand/summer.json",
  "chapters/stand/price.json",
  "chapters/stand/next.json",
  "report.json",
};

static const char *const folders[] = { "model", "chapters", "chapters/stand" };

/* The languages that the template is written in; the last serves for all others. */
static const char *const written[] = { "zh", "en" };

typedef struct
{
  const char *const *languages;
  const char        *id;
  const char        *text;      /* of the file */
  gsize              copied;    /* bytes of it that are in out */
  GString           *out;
} Writer;

static PremiseJsonValue
find_language (PremiseJsonValue  value,
               const char       *language)
{
  gsize length = strcspn (language, "-_");

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      if (strlen (written[i]) == length && strncmp (written[i], language, length) == 0)
        return premise_json_get (value, written[i]);
    }

  return premise_json_get (value, written[G_N_ELEMENTS (written) - 1]);
}

static gboolean
is_text (PremiseJsonValue value)
{
  return premise_json_is (value, PREMISE_JSON_OBJECT) &&
         premise_json_is (premise_json_get (value, written[0]), PREMISE_JSON_STRING);
}

/* The value as the template has it, with its quotation marks. */
static void
append_literal (Writer           *self,
                PremiseJsonValue  value)
{
  const PremiseJsonPositions *positions = premise_json_file_get_positions (value.file);
  gsize begin = premise_json_positions_locate_value (positions, value.at).offset;

  g_string_append_len (self->out, self->text + begin,
                       (gssize) (premise_json_positions_get_end (positions, value.at) - begin));
}

/* On one line, or on as many as the template takes. */
static void
append_text (Writer           *self,
             PremiseJsonValue  value,
             const char       *old,
             gsize             length)
{
  const char *newline = memchr (old, '\n', length);
  g_autofree char *between = g_strdup (" ");
  g_autofree char *end = g_strdup (" ");

  if (newline != NULL)
    {
      const char *last = g_strrstr_len (old, (gssize) length, "\n");

      between = (g_free (between), g_strndup (newline, 1 + strspn (newline + 1, " ")));
      end = (g_free (end), g_strndup (last, 1 + strspn (last + 1, " ")));
    }

  g_string_append_c (self->out, '{');
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_string_append_printf (self->out, "%s%s\"%s\": ", i > 0 ? "," : "", between,
                              self->languages[i]);
      append_literal (self, find_language (value, self->languages[i]));
    }
  g_string_append (self->out, end);
  g_string_append_c (self->out, '}');
}

/* A comment is for the author, in the author's first language. */
static void
replace (Writer           *self,
         PremiseJsonValue  value)
{
  const PremiseJsonPositions *positions = premise_json_file_get_positions (value.file);
  gsize begin = premise_json_positions_locate_value (positions, value.at).offset;
  gsize end = premise_json_positions_get_end (positions, value.at);
  const char *key = premise_json_get_key (value);

  g_string_append_len (self->out, self->text + self->copied, (gssize) (begin - self->copied));
  self->copied = end;

  if (g_strcmp0 (key, "comment") == 0)
    {
      append_literal (self, find_language (value, self->languages[0]));
    }
  else if (is_text (value))
    {
      append_text (self, value, self->text + begin, end - begin);
    }
  else if (g_strcmp0 (key, "languages") == 0)
    {
      g_autofree char *list = g_strjoinv ("\", \"", (GStrv) self->languages);

      g_string_append_printf (self->out, "[\"%s\"]", list);
    }
  else
    {
      g_string_append_printf (self->out, "\"%s\"", self->id);
    }
}

/* In the order of the text. A comment stands first in its object, and the reader's loops skip it. */
static void
walk (Writer           *self,
      PremiseJsonValue  value,
      gboolean          in_report)
{
  PremiseJsonValue comment = PREMISE_JSON_ABSENT;

  if (premise_json_is (value, PREMISE_JSON_OBJECT))
    comment = premise_json_get (value, "comment");
  if (premise_json_is_present (comment))
    replace (self, comment);

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *key = premise_json_get_key (entry);

      if (is_text (entry) ||
          (in_report && (g_strcmp0 (key, "languages") == 0 || g_strcmp0 (key, "id") == 0)))
        replace (self, entry);
      else if (premise_json_is (entry, PREMISE_JSON_OBJECT) ||
               premise_json_is (entry, PREMISE_JSON_ARRAY))
        walk (self, entry, FALSE);
    }
}

static GString *
make_file (const char        *name,
           const char *const *languages,
           const char        *id)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (premise_template_get_resource (), path, 0, NULL);
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseJsonFile) file = premise_json_file_new (bytes, name, diagnostics);
  Writer writer = { languages, id, g_bytes_get_data (bytes, NULL), 0, g_string_new (NULL) };

  walk (&writer, premise_json_file_get_root (file), g_str_equal (name, "report.json"));
  g_string_append_len (writer.out, writer.text + writer.copied,
                       (gssize) (g_bytes_get_size (bytes) - writer.copied));

  return writer.out;
}

/* Scenarios are kept by the id of their report, so that two new reports must not share one. */
static char *
make_id (const char *folder)
{
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *name = g_path_get_basename (absolute);
  GString *id = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (id, g_ascii_tolower (*p));
      else if (id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }

  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);

  if (id->len == 0)
    g_string_append (id, "report");

  return g_string_free_and_steal (id);
}

static gboolean
set_error (const char  *path,
           GError     **error)
{
  int code = errno;

  /* Translators: a file or folder, and the system's reason. */
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("cannot make “%s”: %s"), path,
               g_strerror (code));

  return FALSE;
}

/* Makes the folder, or takes an empty one. */
static gboolean
take_folder (const char  *folder,
             gboolean    *made,
             GError     **error)
{
  g_autoptr(GDir) dir = NULL;

  *made = g_mkdir (folder, 0777) == 0;
  if (*made)
    return TRUE;

  if (errno != EEXIST)
    return set_error (folder, error);

  dir = g_dir_open (folder, 0, error);
  if (dir == NULL)
    return FALSE;

  if (g_dir_read_name (dir) == NULL)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
               _("“%s” is not empty; give a folder that is new or empty"), folder);

  return FALSE;
}

static gboolean
write_files (const char         *folder,
             const char *const  *languages,
             GError            **error)
{
  g_autofree char *id = make_id (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folder, folders[i], NULL);

      if (g_mkdir (path, 0777) != 0)
        return set_error (path, error);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      GString *text = make_file (files[i], languages, id);
      gboolean done = g_file_set_contents_full (path, text->str, (gssize) text->len,
                                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);

      g_string_free (text, TRUE);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

/* Only what write_files() may have made; anything else keeps its folder from being removed. */
static void
remove_files (const char *folder,
              gboolean    made)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_unlink (path);
    }

  for (gsize i = G_N_ELEMENTS (folders); i > 0; i--)
    {
      g_autofree char *path = g_build_filename (folder, folders[i - 1], NULL);

      g_rmdir (path);
    }

  if (made)
    g_rmdir (folder);
}

/**
 * premise_report_create:
 * @folder: where to; a new folder or an empty one
 * @languages: (array zero-terminated=1): the languages of the report, at least one. In a
 *   language that the template is not written in, its texts are English
 * @error: return location for an error
 *
 * Makes a small report that works and teaches the format. On failure nothing of it is left.
 *
 * Returns: whether the report is there
 */
gboolean
premise_report_create (const char         *folder,
                       const char *const  *languages,
                       GError            **error)
{
  gboolean made;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (languages != NULL && languages[0] != NULL, FALSE);

  if (!take_folder (folder, &made, error))
    return FALSE;

  if (write_files (folder, languages, error))
    return TRUE;

  remove_files (folder, made);

  return FALSE;
}
