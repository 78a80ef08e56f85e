/* premise-json-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-json-file.h"
#include "premise-json-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Beyond that nobody reads on, and a hostile file could ask for very many. */
#define MAX_COMPLAINTS 200

struct _PremiseJsonFile
{
  char                 *path;         /* inside the folder, with slashes */
  PremiseJsonPositions *positions;
  JsonParser           *parser;
  JsonNode            **nodes;        /* per value of the positions, owned by the parser */
  GPtrArray            *diagnostics;  /* (element-type PremiseDiagnostic) */
  guint                 n_errors;
  guint                 n_complaints;
};

/* Opens one step after the other and follows no symbolic link, so that no file
 * outside of the folder can be read, whatever is changed while we look.
 */
static int
open_inside (int         folder,
             const char *path)
{
  g_auto(GStrv) steps = g_strsplit (path, "/", -1);
  g_autofd int parent = -1;
  guint n = g_strv_length (steps);

  for (guint i = 0; i < n; i++)
    {
      int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
      int fd;

      if (g_str_equal (steps[i], "") || g_str_equal (steps[i], ".") || g_str_equal (steps[i], ".."))
        {
          errno = EACCES;
          return -1;
        }

      if (i + 1 < n)
        flags |= O_DIRECTORY;

      fd = openat (parent >= 0 ? parent : folder, steps[i], flags);
      if (fd < 0 || i + 1 == n)
        return fd;

      g_clear_fd (&parent, NULL);
      parent = fd;
    }

  errno = ENOENT;
  return -1;
}

static GBytes *
read_all (int      fd,
          GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[16384];

  for (;;)
    {
      gssize n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;

      if (n < 0)
        {
          g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                               g_strerror (errno));
          return NULL;
        }

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

      if (bytes->len + n > PREMISE_JSON_MAX_SIZE)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                       _("the file is larger than %d MiB"), PREMISE_JSON_MAX_SIZE / (1024 * 1024));
          return NULL;
        }

      g_byte_array_append (bytes, buffer, n);
    }
}

static GBytes *
read_inside (int          folder,
             const char  *path,
             GError     **error)
{
  g_autofd int fd = open_inside (folder, path);
  int code = errno;
  struct stat status;

  if (fd >= 0 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return read_all (fd, error);

  if (fd >= 0)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("it is not a regular file"));
  else if (code == ELOOP || code == ENOTDIR)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_LOOP,
                         _("a symbolic link or a file stands in the way; "
                           "a report folder holds its files itself"));
  else
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));

  return NULL;
}

/**
 * premise_json_file_load:
 * @folder: a descriptor of the report folder
 * @path: a path in it, with slashes
 * @asked_by: the value that names the file, or an absent one
 * @diagnostics: (element-type PremiseDiagnostic): what is wrong is appended, now and as
 *   long as the file lives
 *
 * Reads a file. When it cannot be read, the complaint is about @asked_by.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL
 */
PremiseJsonFile *
premise_json_file_load (int               folder,
                        const char       *path,
                        PremiseJsonValue  asked_by,
                        GPtrArray        *diagnostics)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_inside (folder, path, &error);
  PremiseDiagnosticCode code = PREMISE_DIAGNOSTIC_FILE;

  if (bytes != NULL)
    return premise_json_file_new (bytes, path, diagnostics);

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = PREMISE_DIAGNOSTIC_LIMIT;

  if (asked_by.file != NULL)
    {
      premise_json_complain (asked_by, PREMISE_SEVERITY_ERROR, code, _("cannot read “%s”: %s"),
                             path, error->message);
    }
  else
    {
      PremiseDiagnostic *diagnostic;

      diagnostic = premise_diagnostic_new (PREMISE_SEVERITY_ERROR, code, _("cannot read “%s”: %s"),
                                           path, error->message);
      diagnostic->file = g_strdup (path);
      g_ptr_array_add (diagnostics, diagnostic);
    }

  return NULL;
}

/* Walks the tree and the positions side by side: both keep the last of duplicate keys. */
static gboolean
match_nodes (PremiseJsonFile *self,
             guint            value,
             JsonNode        *node)
{
  PremiseJsonKind kind = premise_json_positions_get_kind (self->positions, value);
  guint n = 0;

  if (node == NULL)
    return FALSE;

  self->nodes[value] = node;

  if (kind != PREMISE_JSON_OBJECT && kind != PREMISE_JSON_ARRAY)
    return JSON_NODE_HOLDS_VALUE (node) || JSON_NODE_HOLDS_NULL (node);

  if (kind == PREMISE_JSON_OBJECT ? !JSON_NODE_HOLDS_OBJECT (node) : !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  for (guint child = premise_json_positions_get_first (self->positions, value);
       child != PREMISE_JSON_NONE;
       child = premise_json_positions_get_next (self->positions, child))
    {
      JsonNode *found = NULL;

      if (kind == PREMISE_JSON_OBJECT)
        found = json_object_get_member (json_node_get_object (node),
                                        premise_json_positions_get_key (self->positions, child));
      else if (n < json_array_get_length (json_node_get_array (node)))
        found = json_array_get_element (json_node_get_array (node), n++);

      if (!match_nodes (self, child, found))
        return FALSE;
    }

  return TRUE;
}

static void
take_all (PremiseJsonFile *self,
          GPtrArray       *complaints)
{
  for (guint i = 0; i < complaints->len; i++)
    premise_json_file_take (self, g_ptr_array_index (complaints, i));
}

/* The scanner has found nothing: what json-glib says now is a difference of opinion
 * about what JSON is.
 */
static gboolean
parse_tree (PremiseJsonFile *self,
            GBytes          *bytes)
{
  g_autoptr(GError) error = NULL;
  PremiseDiagnostic *diagnostic;
  const char *text;
  gsize length;

  text = g_bytes_get_data (bytes, &length);
  if (length >= 3 && (guchar) text[0] == 0xef)
    {
      text += 3;
      length -= 3;
    }

  self->parser = json_parser_new_immutable ();
  self->nodes = g_new0 (JsonNode *, premise_json_positions_get_n_values (self->positions));

  if (json_parser_load_from_data (self->parser, text, length, &error) &&
      match_nodes (self, 0, json_parser_get_root (self->parser)))
    return TRUE;

  diagnostic = premise_diagnostic_new (PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_JSON,
                                       _("the file cannot be read as JSON: %s"),
                                       error != NULL ? error->message : "?");
  diagnostic->line = 1;
  diagnostic->column = 1;
  diagnostic->path = g_strdup ("$");
  premise_json_file_take (self, diagnostic);

  return FALSE;
}

/**
 * premise_json_file_new:
 * @bytes: the content
 * @path: what complaints call the file
 * @diagnostics: (element-type PremiseDiagnostic): what is wrong is appended, now and as
 *   long as the file lives
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when it is not JSON
 */
PremiseJsonFile *
premise_json_file_new (GBytes     *bytes,
                       const char *path,
                       GPtrArray  *diagnostics)
{
  g_autoptr(PremiseJsonFile) self = g_new0 (PremiseJsonFile, 1);
  g_autoptr(GPtrArray) complaints = g_ptr_array_new ();

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  self->path = g_strdup (path);
  self->diagnostics = g_ptr_array_ref (diagnostics);
  self->positions = premise_json_positions_new (bytes, complaints);
  take_all (self, complaints);

  if (!premise_json_positions_is_complete (self->positions) || !parse_tree (self, bytes))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * premise_json_file_free:
 * @self: (transfer full): a file
 *
 * Frees a file; the complaints about it stay.
 */
void
premise_json_file_free (PremiseJsonFile *self)
{
  g_clear_object (&self->parser);
  g_clear_pointer (&self->positions, premise_json_positions_free);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_free (self->nodes);
  g_free (self->path);
  g_free (self);
}

/**
 * premise_json_file_get_path:
 * @self: a file
 *
 * Returns: the path in the folder
 */
const char *
premise_json_file_get_path (PremiseJsonFile *self)
{
  return self->path;
}

/**
 * premise_json_file_get_root:
 * @self: a file
 *
 * Returns: the outermost value
 */
PremiseJsonValue
premise_json_file_get_root (PremiseJsonFile *self)
{
  return (PremiseJsonValue) { self, 0 };
}

/**
 * premise_json_file_get_positions:
 * @self: a file
 *
 * Returns: (transfer none): where its values stand
 */
const PremiseJsonPositions *
premise_json_file_get_positions (PremiseJsonFile *self)
{
  return self->positions;
}

/**
 * premise_json_file_get_n_errors:
 * @self: a file
 *
 * Returns: how many errors were found so far, those beyond the limit included
 */
guint
premise_json_file_get_n_errors (PremiseJsonFile *self)
{
  return self->n_errors;
}

/**
 * premise_json_file_get_node:
 * @self: a file
 * @value: a value
 *
 * Returns: (transfer none): its node in the tree
 */
JsonNode *
premise_json_file_get_node (PremiseJsonFile *self,
                            guint            value)
{
  return self->nodes[value];
}

/**
 * premise_json_file_take:
 * @self: a file
 * @diagnostic: (transfer full): a complaint with its place
 *
 * Adds a complaint about the file to the list.
 */
void
premise_json_file_take (PremiseJsonFile   *self,
                        PremiseDiagnostic *diagnostic)
{
  if (diagnostic->severity == PREMISE_SEVERITY_ERROR)
    self->n_errors++;

  if (++self->n_complaints > MAX_COMPLAINTS)
    {
      premise_diagnostic_free (diagnostic);
      return;
    }

  g_set_str (&diagnostic->file, self->path);
  g_ptr_array_add (self->diagnostics, diagnostic);
}
