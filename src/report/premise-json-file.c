/* premise-json-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-json-file.h"
#include "premise-json-reader.h"

#include "premise-text-hygiene.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beyond that nobody reads on, and a hostile file could ask for very many. */
#define MAX_COMPLAINTS 200
/* Bytes of a sentence. */
#define MAX_MESSAGE    2000

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

/**
 * premise_json_file_load:
 * @package: where the files of the report are
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
premise_json_file_load (PremisePackage   *package,
                        const char       *path,
                        PremiseJsonValue  asked_by,
                        GPtrArray        *diagnostics)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = premise_package_read (package, path, &error);
  PremiseDiagnosticCode code = PREMISE_DIAGNOSTIC_FILE;

  if (bytes != NULL)
    return premise_json_file_new (bytes, path, diagnostics);

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = PREMISE_DIAGNOSTIC_LIMIT;

  if (asked_by.file != NULL)
    {
      /* Translators: a file, and the system's reason. */
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
 * premise_json_file_rename:
 * @self: a file
 * @value: a member of an object
 * @key: a key that the object does not have
 *
 * Gives a member another key, as premise_json_positions_rename() does.
 */
void
premise_json_file_rename (PremiseJsonFile *self,
                          guint            value,
                          const char      *key)
{
  premise_json_positions_rename (self->positions, value, key);
}

/* A sentence may quote what stands in the file: at any length, and with characters that turn
 * what is read around.
 */
static void
make_readable (PremiseDiagnostic *diagnostic)
{
  if (!premise_text_is_harmless (diagnostic->message))
    {
      char *safe = premise_text_dup_harmless (diagnostic->message);

      g_free (diagnostic->message);
      diagnostic->message = safe;
    }

  if (strlen (diagnostic->message) > MAX_MESSAGE)
    {
      g_autofree char *valid = g_utf8_make_valid (diagnostic->message, MAX_MESSAGE);

      g_free (diagnostic->message);
      diagnostic->message = g_strconcat (valid, "…", NULL);
    }
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

  make_readable (diagnostic);
  g_set_str (&diagnostic->file, self->path);
  g_ptr_array_add (self->diagnostics, diagnostic);
}
