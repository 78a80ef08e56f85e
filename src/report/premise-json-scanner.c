/* premise-json-scanner.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* An entry takes many times the two bytes of the shortest value. */
#define MAX_VALUES 1000000

typedef struct
{
  PremiseJsonPositions *positions;
  GPtrArray            *diagnostics;
  const char           *text;
  gsize                 length;
  gsize                 at;
  guint                 depth;
  guint                 container;   /* the innermost object or array that is open */
} Scanner;

static gboolean scan_value (Scanner *self,
                            char    *key,
                            gsize    key_offset);

/* Always returns FALSE, for the callers to hand on. */
static gboolean G_GNUC_PRINTF (4, 5)
fail (Scanner               *self,
      PremiseDiagnosticCode  code,
      gsize                  offset,
      const char            *format,
      ...)
{
  g_autofree char *message = NULL;
  PremiseDiagnostic *diagnostic;
  PremiseJsonPlace place = premise_json_positions_locate (self->positions, offset);
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  diagnostic = premise_diagnostic_new (PREMISE_SEVERITY_ERROR, code, "%s", message);
  diagnostic->line = place.line;
  diagnostic->column = place.column;
  if (self->container == PREMISE_JSON_NONE)
    diagnostic->path = g_strdup ("$");
  else
    diagnostic->path = premise_json_positions_dup_path (self->positions, self->container);
  g_ptr_array_add (self->diagnostics, diagnostic);

  return FALSE;
}

static PremiseJsonEntry *
get_entry (Scanner *self,
           guint    value)
{
  return &g_array_index (self->positions->entries, PremiseJsonEntry, value);
}

static gboolean
fail_at_end (Scanner *self)
{
  const PremiseJsonEntry *entry;
  PremiseJsonPlace begin;

  if (self->container == PREMISE_JSON_NONE)
    return fail (self, PREMISE_DIAGNOSTIC_JSON, self->length,
                 _("the file ends where a value should stand"));

  entry = get_entry (self, self->container);
  begin = premise_json_positions_locate (self->positions, entry->offset);

  if (entry->kind == PREMISE_JSON_OBJECT)
    return fail (self, PREMISE_DIAGNOSTIC_JSON, self->length,
                 /* Translators: where the object begins. JSON calls names and values in {} an
                  * object. */
                 _("the file ends inside the object that begins in line %u, column %u: “}” is missing"),
                 begin.line, begin.column);

  return fail (self, PREMISE_DIAGNOSTIC_JSON, self->length,
               /* Translators: where the array begins. JSON calls a list in [] an array. */
               _("the file ends inside the array that begins in line %u, column %u: “]” is missing"),
               begin.line, begin.column);
}

/* What stands at the current place, for a message. */
static char *
describe_found (Scanner *self)
{
  const char *p = self->text + self->at;
  gsize n = 0;

  while (self->at + n < self->length && n < 24 && (g_ascii_isalnum (p[n]) || p[n] == '_'))
    n++;

  if (n == 0)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isprint (c))
        return g_strdup_printf ("U+%04X", c);
      n = g_utf8_next_char (p) - p;
    }

  return g_strdup_printf ("“%.*s”", (int) n, p);
}

static gboolean
fail_expected (Scanner    *self,
               const char *expected)
{
  g_autofree char *found = NULL;

  if (self->at >= self->length)
    return fail_at_end (self);

  if (self->text[self->at] == '/' || self->text[self->at] == '#')
    return fail (self, PREMISE_DIAGNOSTIC_JSON, self->at,
                 _("JSON has no comments; put the words into a key named “comment”"));

  if (self->text[self->at] == '\'')
    return fail (self, PREMISE_DIAGNOSTIC_JSON, self->at,
                 _("JSON strings and keys stand in double quotes, not in single ones"));

  found = describe_found (self);

  return fail (self, PREMISE_DIAGNOSTIC_JSON, self->at, _("found %s, expected %s"), found, expected);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
skip_space (Scanner *self)
{
  while (self->at < self->length && is_space (self->text[self->at]))
    self->at++;
}

static int
peek_char (Scanner *self)
{
  return self->at < self->length ? (guchar) self->text[self->at] : -1;
}

/* The four digits of \uXXXX, or −1. */
static int
read_hex (const char *text,
          const char *end)
{
  int value = 0;

  if (end - text < 6 || text[0] != '\\' || text[1] != 'u')
    return -1;

  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (text[i]);
    }

  return value;
}

/**
 * premise_json_decode:
 * @text: inside a string
 * @end: its end
 * @buffer: where the decoded bytes go
 * @n_decoded: (out): how many there are
 *
 * Decodes one character or escape.
 *
 * Returns: how many bytes of @text it takes; 0 when the escape is wrong
 */
gsize
premise_json_decode (const char *text,
                     const char *end,
                     char        buffer[6],
                     gsize      *n_decoded)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *name;
  int code;
  int low;

  *n_decoded = 0;

  if (text >= end)
    return 0;

  if (*text != '\\')
    {
      *n_decoded = MIN ((gsize) (g_utf8_next_char (text) - text), (gsize) (end - text));
      memcpy (buffer, text, *n_decoded);
      return *n_decoded;
    }

  if (end - text < 2 || text[1] == '\0')
    return 0;

  name = strchr (names, text[1]);
  if (name != NULL)
    {
      buffer[0] = values[name - names];
      *n_decoded = 1;
      return 2;
    }

  code = read_hex (text, end);
  if (code <= 0 || (code >= 0xdc00 && code <= 0xdfff))
    return 0;

  if (code < 0xd800 || code > 0xdbff)
    {
      *n_decoded = g_unichar_to_utf8 (code, buffer);
      return 6;
    }

  low = read_hex (text + 6, end);
  if (low < 0xdc00 || low > 0xdfff)
    return 0;

  *n_decoded = g_unichar_to_utf8 (0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00), buffer);
  return 12;
}

static gboolean
fail_escape (Scanner *self)
{
  int code = read_hex (self->text + self->at, self->text + self->length);

  if (code == 0)
    return fail (self, PREMISE_DIAGNOSTIC_JSON, self->at, _("a text cannot hold the character U+0000"));

  if (code > 0)
    return fail (self, PREMISE_DIAGNOSTIC_JSON, self->at,
                 _("“\\u%04x” is one half of a surrogate pair; the other half is missing"),
                 (guint) code);

  return fail (self, PREMISE_DIAGNOSTIC_JSON, self->at,
               _("unknown escape: behind a backslash in a string stands one of "
                 "\" \\ / b f n r t, or u and four hexadecimal digits"));
}

/* The bytes of a string that stand for themselves; nearly all of them do. */
static void
scan_plain (Scanner *self,
            GString *decoded)
{
  gsize begin = self->at;

  while (self->at < self->length && self->text[self->at] != '"' && self->text[self->at] != '\\' &&
         (guchar) self->text[self->at] >= 0x20)
    self->at++;

  if (decoded != NULL)
    g_string_append_len (decoded, self->text + begin, (gssize) (self->at - begin));
}

/* @decoded: (nullable): takes the decoded string */
static gboolean
scan_string (Scanner *self,
             GString *decoded)
{
  gsize begin = self->at++;

  for (;;)
    {
      guchar c;
      char buffer[6];
      gsize n_decoded;
      gsize n;

      scan_plain (self, decoded);
      if (self->at >= self->length || self->text[self->at] == '"')
        break;

      c = (guchar) self->text[self->at];
      if (c == '\n' || c == '\r')
        break;

      if (c < 0x20)
        return fail (self, PREMISE_DIAGNOSTIC_JSON, self->at,
                     _("a control character inside a string; write \\u%04x"), c);

      n = premise_json_decode (self->text + self->at, self->text + self->length, buffer,
                               &n_decoded);
      if (n == 0 && self->at + 1 < self->length)
        return fail_escape (self);
      if (n == 0)
        break;

      if (decoded != NULL)
        g_string_append_len (decoded, buffer, n_decoded);
      self->at += n;
    }

  if (peek_char (self) != '"')
    return fail (self, PREMISE_DIAGNOSTIC_JSON, begin,
                 _("the string that begins here is not closed in its line"));

  self->at++;
  return TRUE;
}

static gboolean
skip_digits (Scanner *self)
{
  gsize begin = self->at;

  while (self->at < self->length && g_ascii_isdigit (self->text[self->at]))
    self->at++;

  return self->at > begin;
}

static gboolean
scan_number (Scanner *self,
             guint    value)
{
  gsize begin = self->at;

  if (peek_char (self) == '-')
    self->at++;

  if (peek_char (self) == '0' && self->at + 1 < self->length &&
      g_ascii_isdigit (self->text[self->at + 1]))
    return fail (self, PREMISE_DIAGNOSTIC_JSON, begin, _("a JSON number does not begin with 0"));

  if (!skip_digits (self))
    return fail (self, PREMISE_DIAGNOSTIC_JSON, begin, _("digits are missing behind the minus sign"));

  if (peek_char (self) == '.')
    {
      self->at++;
      if (!skip_digits (self))
        return fail (self, PREMISE_DIAGNOSTIC_JSON, begin,
                     _("digits are missing behind the decimal point"));
    }

  if (peek_char (self) == 'e' || peek_char (self) == 'E')
    {
      self->at++;
      if (peek_char (self) == '+' || peek_char (self) == '-')
        self->at++;
      if (!skip_digits (self))
        return fail (self, PREMISE_DIAGNOSTIC_JSON, begin, _("digits are missing in the exponent"));
    }

  get_entry (self, value)->end = self->at;
  if (!isfinite (premise_json_positions_get_number (self->positions, value)))
    return fail (self, PREMISE_DIAGNOSTIC_JSON, begin, _("the number is too large"));

  return TRUE;
}

static gboolean
scan_word (Scanner         *self,
           guint            value,
           const char      *word,
           PremiseJsonKind  kind)
{
  gsize n = strlen (word);

  if (self->length - self->at < n || strncmp (self->text + self->at, word, n) != 0 ||
      (self->length - self->at > n && g_ascii_isalnum (self->text[self->at + n])))
    return fail_expected (self, _("a value"));

  get_entry (self, value)->kind = kind;
  self->at += n;

  return TRUE;
}

static gboolean
scan_member (Scanner *self)
{
  g_autoptr(GString) key = NULL;
  gsize key_offset = self->at;

  if (peek_char (self) != '"')
    return fail_expected (self, _("a key in double quotes"));

  key = g_string_new (NULL);
  if (!scan_string (self, key))
    return FALSE;

  if (key->len == 0)
    return fail (self, PREMISE_DIAGNOSTIC_JSON, key_offset, _("a key cannot be empty"));

  skip_space (self);
  if (peek_char (self) != ':')
    return fail_expected (self, _("a colon behind the key"));
  self->at++;

  return scan_value (self, g_string_free_and_steal (g_steal_pointer (&key)), key_offset);
}

/* The members of an object or the elements of an array, with the brackets. */
static gboolean
scan_container (Scanner *self,
                guint    value,
                char     close)
{
  gboolean object = close == '}';

  self->at++;
  skip_space (self);

  if (peek_char (self) == close)
    {
      self->at++;
      return TRUE;
    }

  for (;;)
    {
      gsize comma;

      if (!(object ? scan_member (self) : scan_value (self, NULL, 0)))
        return FALSE;

      skip_space (self);
      if (peek_char (self) == close)
        {
          self->at++;
          return TRUE;
        }

      if (peek_char (self) != ',')
        return fail_expected (self, object ? _("a comma or “}”") : _("a comma or “]”"));

      comma = self->at++;
      skip_space (self);
      if (peek_char (self) == close)
        return fail (self, PREMISE_DIAGNOSTIC_JSON, comma,
                     _("no comma may stand before “%c”; remove it"), close);
    }
}

static guint
append_value (Scanner *self,
              char    *key,
              gsize    key_offset)
{
  PremiseJsonEntry entry = {
    .kind = PREMISE_JSON_NULL,
    .parent = self->container,
    .first = PREMISE_JSON_NONE,
    .last = PREMISE_JSON_NONE,
    .next = PREMISE_JSON_NONE,
    .key = key,
    .key_offset = key_offset,
    .offset = self->at,
    .end = self->at,
  };
  guint value = self->positions->entries->len;

  if (self->container != PREMISE_JSON_NONE)
    {
      PremiseJsonEntry *parent = get_entry (self, self->container);

      entry.position = parent->n++;
      if (parent->first == PREMISE_JSON_NONE)
        parent->first = value;
      else
        get_entry (self, parent->last)->next = value;
      parent->last = value;
    }

  g_array_append_val (self->positions->entries, entry);

  return value;
}

static gboolean
scan_nested (Scanner         *self,
             guint            value,
             PremiseJsonKind  kind)
{
  guint container = self->container;
  gboolean scanned;

  if (self->depth >= PREMISE_JSON_MAX_DEPTH)
    return fail (self, PREMISE_DIAGNOSTIC_LIMIT, self->at,
                 _("objects and arrays are nested more than %d deep"), PREMISE_JSON_MAX_DEPTH);

  get_entry (self, value)->kind = kind;
  self->container = value;
  self->depth++;
  scanned = scan_container (self, value, kind == PREMISE_JSON_OBJECT ? '}' : ']');
  self->depth--;
  self->container = container;

  return scanned;
}

/* @key: (transfer full) (nullable) */
static gboolean
scan_value (Scanner *self,
            char    *key,
            gsize    key_offset)
{
  gboolean scanned;
  guint value;
  int c;

  skip_space (self);
  value = append_value (self, key, key_offset);
  c = peek_char (self);

  if (value >= MAX_VALUES)
    return fail (self, PREMISE_DIAGNOSTIC_LIMIT, self->at,
                 _("the file holds more than %d values"), MAX_VALUES);

  if (c == '{')
    scanned = scan_nested (self, value, PREMISE_JSON_OBJECT);
  else if (c == '[')
    scanned = scan_nested (self, value, PREMISE_JSON_ARRAY);
  else if (c == '"')
    {
      get_entry (self, value)->kind = PREMISE_JSON_STRING;
      scanned = scan_string (self, NULL);
    }
  else if (c == '-' || g_ascii_isdigit (c))
    {
      get_entry (self, value)->kind = PREMISE_JSON_NUMBER;
      scanned = scan_number (self, value);
    }
  else if (c == 't')
    scanned = scan_word (self, value, "true", PREMISE_JSON_BOOLEAN);
  else if (c == 'f')
    scanned = scan_word (self, value, "false", PREMISE_JSON_BOOLEAN);
  else
    scanned = scan_word (self, value, "null", PREMISE_JSON_NULL);

  if (scanned)
    get_entry (self, value)->end = self->at;

  return scanned;
}

/* What is the matter before the first value is looked at. */
static gboolean
scan_bytes (Scanner *self)
{
  const char *end;

  if (self->positions->start > 0)
    {
      PremiseDiagnostic *diagnostic;

      diagnostic = premise_diagnostic_new (PREMISE_SEVERITY_WARNING, PREMISE_DIAGNOSTIC_JSON,
                                           _("the file begins with a byte order mark; "
                                             "save it as UTF-8 without one"));
      diagnostic->line = 1;
      diagnostic->column = 1;
      diagnostic->path = g_strdup ("$");
      g_ptr_array_add (self->diagnostics, diagnostic);
    }

  if (!g_utf8_validate_len (self->text, self->length, &end))
    return fail (self, PREMISE_DIAGNOSTIC_JSON, end - self->text,
                 _("the byte 0x%02x is not UTF-8 here; save the file as UTF-8"), (guchar) *end);

  return TRUE;
}

/**
 * premise_json_scan:
 * @positions: positions with text and lines, and without entries
 * @diagnostics: (element-type PremiseDiagnostic): what is wrong is appended
 *
 * Fills in the entries.
 *
 * Returns: whether the whole text was understood
 */
gboolean
premise_json_scan (PremiseJsonPositions *positions,
                   GPtrArray            *diagnostics)
{
  Scanner self = {
    .positions = positions,
    .diagnostics = diagnostics,
    .text = positions->text,
    .length = positions->length,
    .at = positions->start,
    .container = PREMISE_JSON_NONE,
  };

  if (!scan_bytes (&self))
    return FALSE;

  if (!scan_value (&self, NULL, 0))
    return FALSE;

  skip_space (&self);
  if (self.at < self.length)
    return fail_expected (&self, _("the end of the file"));

  return TRUE;
}
