/* premise-json-positions.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-json-positions.h"
#include "premise-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* After how many bytes the characters are counted anew. */
#define BLOCK_SIZE 1024

/* To find a column costs a walk along the line. */
#define MAX_COMPLAINTS 100

typedef PremiseJsonEntry Entry;

static const Entry *
get_entry (const PremiseJsonPositions *self,
           guint                       value)
{
  g_assert (value < self->entries->len);

  return &g_array_index (self->entries, Entry, value);
}

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->key) * 31 + entry->parent;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  return left->parent == right->parent && strcmp (left->key, right->key) == 0;
}

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->key);
}

static void
find_lines (PremiseJsonPositions *self)
{
  const char *end = self->text + self->length;
  const char *newline;
  gsize start = self->start;

  g_array_append_val (self->lines, start);

  while ((newline = memchr (self->text + start, '\n', (gsize) (end - self->text) - start)) != NULL)
    {
      start = (gsize) (newline - self->text) + 1;
      g_array_append_val (self->lines, start);
    }
}

/* How many characters begin in a piece of the text. Bytes that continue one do not count; this also does
 * for invalid UTF-8.
 */
static gsize
count_chars_in (const PremiseJsonPositions *self,
                gsize                       begin,
                gsize                       end)
{
  gsize n = 0;

  for (gsize i = begin; i < end; i++)
    n += (self->text[i] & 0xc0) != 0x80;

  return n;
}

/* Counted once, so that a place in a file of one long line is found as soon as in any other. */
static void
count_chars (PremiseJsonPositions *self)
{
  gsize n = 0;

  for (gsize block = 0; block <= self->length; block += BLOCK_SIZE)
    {
      g_array_append_val (self->n_chars, n);
      n += count_chars_in (self, block, MIN (block + BLOCK_SIZE, self->length));
    }
}

/* How many characters begin before an offset. */
static gsize
count_chars_before (const PremiseJsonPositions *self,
                    gsize                       offset)
{
  gsize block = offset / BLOCK_SIZE;

  return g_array_index (self->n_chars, gsize, block) + count_chars_in (self, block * BLOCK_SIZE, offset);
}

static void
complain_duplicate (PremiseJsonPositions *self,
                    guint                 value,
                    guint                 earlier,
                    GPtrArray            *diagnostics)
{
  PremiseJsonPlace place = premise_json_positions_locate_key (self, value);
  PremiseJsonPlace first = premise_json_positions_locate_key (self, earlier);
  PremiseDiagnostic *diagnostic;

  diagnostic = premise_diagnostic_new (PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_DUPLICATE,
                                       /* Translators: the name of a value in a file, and where it
                                        * stands first. */
                                       _("the key “%s” is here a second time; "
                                         "it stands in line %u, column %u already"),
                                       get_entry (self, value)->key, first.line, first.column);
  diagnostic->line = place.line;
  diagnostic->column = place.column;
  diagnostic->path = premise_json_positions_dup_path (self, value);
  g_ptr_array_add (diagnostics, diagnostic);
}

/* The scanner adds entries in one go, and the array moves while it grows; so the
 * table of keys is made when it is done. Of two entries with one key the last one
 * stays, as in every common JSON reader.
 *
 * Returns: whether there are such entries
 */
static gboolean
index_keys (PremiseJsonPositions *self,
            GPtrArray            *diagnostics)
{
  gboolean hidden = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      gpointer earlier;

      /* The key in the table stays the entry that was there. */
      if (entry->key == NULL || g_hash_table_insert (self->keys, entry, GUINT_TO_POINTER (i)))
        continue;

      hidden = TRUE;
      if (diagnostics->len < MAX_COMPLAINTS && g_hash_table_lookup_extended (self->keys, entry, &earlier, NULL))
        complain_duplicate (self, i, (guint) ((Entry *) earlier - (Entry *) (gpointer) self->entries->data),
                            diagnostics);
      g_hash_table_replace (self->keys, entry, GUINT_TO_POINTER (i));
    }

  return hidden;
}

/* Takes the earlier ones of duplicate keys out of their parent's list, so that
 * iterating gives what looking up gives.
 */
static void
drop_hidden (PremiseJsonPositions *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *parent = &g_array_index (self->entries, Entry, i);
      guint *link = &parent->first;

      if (parent->kind != PREMISE_JSON_OBJECT)
        continue;

      while (*link != PREMISE_JSON_NONE)
        {
          Entry *child = &g_array_index (self->entries, Entry, *link);
          guint kept = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, child));

          if (kept != *link)
            {
              *link = child->next;
              parent->n--;
            }
          else
            {
              link = &child->next;
            }
        }
    }
}

/**
 * premise_json_positions_new:
 * @bytes: a JSON text in UTF-8
 * @diagnostics: (element-type PremiseDiagnostic): what is wrong is appended, without a file
 *
 * Scans a JSON text. After an error in the syntax the values before it are known;
 * premise_json_positions_is_complete() then says %FALSE.
 *
 * Returns: (transfer full): the positions
 */
PremiseJsonPositions *
premise_json_positions_new (GBytes    *bytes,
                            GPtrArray *diagnostics)
{
  PremiseJsonPositions *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  self = g_new0 (PremiseJsonPositions, 1);
  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &self->length);
  if (self->text == NULL)
    self->text = "";
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->n_chars = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->keys = g_hash_table_new (entry_hash, entry_equal);

  if (self->length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    self->start = 3;

  find_lines (self);
  count_chars (self);
  self->complete = premise_json_scan (self, diagnostics);
  if (index_keys (self, diagnostics))
    drop_hidden (self);

  return self;
}

/**
 * premise_json_positions_free:
 * @self: (transfer full): the positions
 *
 * Frees the positions.
 */
void
premise_json_positions_free (PremiseJsonPositions *self)
{
  g_hash_table_unref (self->keys);
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_array_unref (self->entries);
  g_array_unref (self->lines);
  g_array_unref (self->n_chars);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * premise_json_positions_is_complete:
 * @self: the positions
 *
 * Returns: whether the whole text was understood
 */
gboolean
premise_json_positions_is_complete (const PremiseJsonPositions *self)
{
  return self->complete;
}

/**
 * premise_json_positions_get_n_values:
 * @self: the positions
 *
 * Returns: how many values were scanned, the hidden ones of duplicate keys included
 */
guint
premise_json_positions_get_n_values (const PremiseJsonPositions *self)
{
  return self->entries->len;
}

/**
 * premise_json_positions_get_kind:
 * @self: the positions
 * @value: a value
 *
 * Returns: what the value is
 */
PremiseJsonKind
premise_json_positions_get_kind (const PremiseJsonPositions *self,
                                 guint                       value)
{
  return get_entry (self, value)->kind;
}

/**
 * premise_json_positions_get_key:
 * @self: the positions
 * @value: a value
 *
 * Returns: (nullable): the key of a member, decoded; %NULL for elements and the root
 */
const char *
premise_json_positions_get_key (const PremiseJsonPositions *self,
                                guint                       value)
{
  return get_entry (self, value)->key;
}

/**
 * premise_json_positions_get_parent:
 * @self: the positions
 * @value: a value
 *
 * Returns: the object or array around it; %PREMISE_JSON_NONE for the root
 */
guint
premise_json_positions_get_parent (const PremiseJsonPositions *self,
                                   guint                       value)
{
  return get_entry (self, value)->parent;
}

/**
 * premise_json_positions_get_first:
 * @self: the positions
 * @value: an object or array
 *
 * Returns: its first member or element, or %PREMISE_JSON_NONE
 */
guint
premise_json_positions_get_first (const PremiseJsonPositions *self,
                                  guint                       value)
{
  return get_entry (self, value)->first;
}

/**
 * premise_json_positions_get_next:
 * @self: the positions
 * @value: a value
 *
 * Returns: what stands after it in the same object or array, or %PREMISE_JSON_NONE
 */
guint
premise_json_positions_get_next (const PremiseJsonPositions *self,
                                 guint                       value)
{
  return get_entry (self, value)->next;
}

/**
 * premise_json_positions_get_n:
 * @self: the positions
 * @value: an object or array
 *
 * Returns: how many members or elements it has
 */
guint
premise_json_positions_get_n (const PremiseJsonPositions *self,
                              guint                       value)
{
  return get_entry (self, value)->n;
}

/**
 * premise_json_positions_get_member:
 * @self: the positions
 * @object: an object
 * @key: a key, decoded
 *
 * Returns: the member's value, or %PREMISE_JSON_NONE
 */
guint
premise_json_positions_get_member (const PremiseJsonPositions *self,
                                   guint                       object,
                                   const char                 *key)
{
  Entry probe = { .parent = object, .key = (char *) key };
  gpointer value;

  if (!g_hash_table_lookup_extended (self->keys, &probe, NULL, &value))
    return PREMISE_JSON_NONE;

  return GPOINTER_TO_UINT (value);
}

/**
 * premise_json_positions_get_end:
 * @self: the positions
 * @value: a value
 *
 * Returns: the offset behind its last byte
 */
gsize
premise_json_positions_get_end (const PremiseJsonPositions *self,
                                guint                       value)
{
  return get_entry (self, value)->end;
}

/**
 * premise_json_positions_get_number:
 * @self: the positions
 * @value: a number
 *
 * Reads the digits of the text, so that a long whole number loses no more than
 * a double must.
 *
 * Returns: the number
 */
double
premise_json_positions_get_number (const PremiseJsonPositions *self,
                                   guint                       value)
{
  const Entry *entry = get_entry (self, value);
  g_autofree char *digits = g_strndup (self->text + entry->offset, entry->end - entry->offset);

  g_assert (entry->kind == PREMISE_JSON_NUMBER);

  return g_ascii_strtod (digits, NULL);
}

/**
 * premise_json_positions_rename:
 * @self: the positions
 * @value: a member of an object
 * @key: a key that the object does not have
 *
 * Gives a member another key. It stays where it stands, and its path goes on to name the key
 * that is written there.
 */
void
premise_json_positions_rename (PremiseJsonPositions *self,
                               guint                 value,
                               const char           *key)
{
  Entry *entry;

  g_return_if_fail (value < self->entries->len);
  g_return_if_fail (key != NULL);

  entry = &g_array_index (self->entries, Entry, value);
  g_return_if_fail (entry->key != NULL);
  g_return_if_fail (premise_json_positions_get_member (self, entry->parent, key) == PREMISE_JSON_NONE);

  if (self->written == NULL)
    self->written = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  g_hash_table_remove (self->keys, entry);
  if (!g_hash_table_contains (self->written, GUINT_TO_POINTER (value)))
    g_hash_table_insert (self->written, GUINT_TO_POINTER (value), g_steal_pointer (&entry->key));
  g_set_str (&entry->key, key);
  g_hash_table_insert (self->keys, entry, GUINT_TO_POINTER (value));
}

/* The key of a member as it stands in the text. */
static const char *
get_written_key (const PremiseJsonPositions *self,
                 guint                       value)
{
  const char *written = NULL;

  if (self->written != NULL)
    written = g_hash_table_lookup (self->written, GUINT_TO_POINTER (value));

  return written != NULL ? written : get_entry (self, value)->key;
}

static gboolean
is_plain_key (const char *key)
{
  if (!g_ascii_isalpha (*key) && *key != '_')
    return FALSE;

  for (const char *p = key; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '_')
        return FALSE;
    }

  return TRUE;
}

static void
append_step (const PremiseJsonPositions *self,
             guint                       value,
             GString                    *path)
{
  const Entry *entry = get_entry (self, value);
  const char *key = get_written_key (self, value);

  if (entry->parent == PREMISE_JSON_NONE)
    {
      g_string_append_c (path, '$');
      return;
    }

  append_step (self, entry->parent, path);

  if (key == NULL)
    {
      g_string_append_printf (path, "[%u]", entry->position);
    }
  else if (is_plain_key (key))
    {
      g_string_append_printf (path, ".%s", key);
    }
  else
    {
      g_string_append (path, "[\"");
      for (const char *p = key; *p != '\0'; p++)
        {
          if (*p == '"' || *p == '\\')
            g_string_append_c (path, '\\');
          g_string_append_c (path, *p);
        }
      g_string_append (path, "\"]");
    }
}

/**
 * premise_json_positions_dup_path:
 * @self: the positions
 * @value: a value
 *
 * Returns: (transfer full): its JSON path, such as `$.variables[3].values["2021"]`
 */
char *
premise_json_positions_dup_path (const PremiseJsonPositions *self,
                                 guint                       value)
{
  GString *path = g_string_new (NULL);

  append_step (self, value, path);

  return g_string_free_and_steal (path);
}

/* Reads one step of a path into @key or @position. */
static const char *
read_step (const char *p,
           GString    *key,
           guint      *position)
{
  g_string_truncate (key, 0);
  *position = PREMISE_JSON_NONE;

  if (*p == '.')
    {
      for (p++; *p != '\0' && *p != '.' && *p != '['; p++)
        g_string_append_c (key, *p);
      return p;
    }

  if (p[0] == '[' && p[1] == '"')
    {
      for (p += 2; *p != '\0' && *p != '"'; p++)
        {
          if (*p == '\\' && p[1] != '\0')
            p++;
          g_string_append_c (key, *p);
        }
      return p[0] == '"' && p[1] == ']' ? p + 2 : NULL;
    }

  if (p[0] == '[' && g_ascii_isdigit (p[1]))
    {
      char *end;
      guint64 number = g_ascii_strtoull (p + 1, &end, 10);

      *position = (guint) MIN (number, G_MAXUINT - 1);
      return *end == ']' ? end + 1 : NULL;
    }

  return NULL;
}

/**
 * premise_json_positions_lookup:
 * @self: the positions
 * @path: a path as premise_json_positions_dup_path() writes it, but with the new keys of what
 *   was renamed
 *
 * Returns: the value, or %PREMISE_JSON_NONE
 */
guint
premise_json_positions_lookup (const PremiseJsonPositions *self,
                               const char                 *path)
{
  g_autoptr(GString) key = g_string_new (NULL);
  const char *p = path;
  guint value = 0;

  g_return_val_if_fail (path != NULL, PREMISE_JSON_NONE);

  if (*p != '$' || self->entries->len == 0)
    return PREMISE_JSON_NONE;

  for (p++; value != PREMISE_JSON_NONE && *p != '\0';)
    {
      guint position;

      p = read_step (p, key, &position);
      if (p == NULL)
        return PREMISE_JSON_NONE;

      if (position == PREMISE_JSON_NONE)
        {
          value = premise_json_positions_get_member (self, value, key->str);
          continue;
        }

      if (get_entry (self, value)->kind != PREMISE_JSON_ARRAY)
        return PREMISE_JSON_NONE;

      for (value = get_entry (self, value)->first; value != PREMISE_JSON_NONE && position > 0;
           position--)
        value = get_entry (self, value)->next;
    }

  return value;
}

/**
 * premise_json_positions_locate:
 * @self: the positions
 * @offset: bytes from the start of the text
 *
 * Returns: the line and column of an offset; of the end for one beyond it
 */
PremiseJsonPlace
premise_json_positions_locate (const PremiseJsonPositions *self,
                               gsize                       offset)
{
  PremiseJsonPlace place = { .offset = CLAMP (offset, self->start, self->length), .column = 1 };
  guint low = 0;
  guint high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, gsize, middle) <= place.offset)
        low = middle;
      else
        high = middle;
    }

  place.line = low + 1;
  place.column += (guint) (count_chars_before (self, place.offset)
                           - count_chars_before (self, g_array_index (self->lines, gsize, low)));

  return place;
}

/**
 * premise_json_positions_locate_value:
 * @self: the positions
 * @value: a value
 *
 * Returns: where it begins
 */
PremiseJsonPlace
premise_json_positions_locate_value (const PremiseJsonPositions *self,
                                     guint                       value)
{
  return premise_json_positions_locate (self, get_entry (self, value)->offset);
}

/**
 * premise_json_positions_locate_key:
 * @self: the positions
 * @value: a value
 *
 * Returns: where its key begins; where the value does when it has none
 */
PremiseJsonPlace
premise_json_positions_locate_key (const PremiseJsonPositions *self,
                                   guint                       value)
{
  const Entry *entry = get_entry (self, value);

  return premise_json_positions_locate (self, entry->key != NULL ? entry->key_offset
                                                                 : entry->offset);
}

/**
 * premise_json_positions_locate_in:
 * @self: the positions
 * @value: a string
 * @offset: bytes into the decoded string
 *
 * Looks through escapes: behind `"\u4e2d` stand three decoded bytes and seven in the file.
 *
 * Returns: the place of that byte in the file; of the closing quote for one beyond the end
 */
PremiseJsonPlace
premise_json_positions_locate_in (const PremiseJsonPositions *self,
                                  guint                       value,
                                  gsize                       offset)
{
  const Entry *entry = get_entry (self, value);
  gsize at = entry->offset + 1;
  gsize end = entry->end - 1;
  gsize decoded = 0;

  if (entry->kind != PREMISE_JSON_STRING)
    return premise_json_positions_locate_value (self, value);

  while (at < end)
    {
      char buffer[6];
      gsize n_decoded;
      gsize n = premise_json_decode (self->text + at, self->text + end, buffer, &n_decoded);

      if (n == 0 || decoded + n_decoded > offset)
        break;

      decoded += n_decoded;
      at += n;
    }

  return premise_json_positions_locate (self, at);
}
