/* premise-json-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Characters of an id. */
#define MAX_ID 200

static const PremiseJsonPositions *
get_positions (PremiseJsonValue value)
{
  return premise_json_file_get_positions (value.file);
}

static const char *
describe_kind (PremiseJsonKind kind)
{
  switch (kind)
    {
    case PREMISE_JSON_OBJECT:
      return _("an object");
    case PREMISE_JSON_ARRAY:
      return _("an array");
    case PREMISE_JSON_STRING:
      return _("a text");
    case PREMISE_JSON_NUMBER:
      return _("a number");
    case PREMISE_JSON_BOOLEAN:
      return _("true or false");
    case PREMISE_JSON_NULL:
    default:
      /* Translators: the word of JSON for “no value”. */
      return _("null");
    }
}

static char *
describe_value (PremiseJsonValue value)
{
  JsonNode *node = premise_json_file_get_node (value.file, value.at);
  PremiseJsonKind kind = premise_json_positions_get_kind (get_positions (value), value.at);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (kind == PREMISE_JSON_NUMBER)
    {
      g_ascii_dtostr (digits, sizeof digits,
                      premise_json_positions_get_number (get_positions (value), value.at));
      return g_strdup_printf (_("the number %s"), digits);
    }

  if (kind == PREMISE_JSON_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  if (kind == PREMISE_JSON_STRING)
    {
      const char *text = json_node_get_string (node);
      g_autofree char *head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 24));

      /* Translators: the beginning of a text, and “…” where more follows. */
      return g_strdup_printf (_("the text “%s%s”"), head, g_str_equal (head, text) ? "" : "…");
    }

  return g_strdup (describe_kind (kind));
}

/**
 * premise_json_is_present:
 * @value: a value
 *
 * Returns: whether there is one
 */
gboolean
premise_json_is_present (PremiseJsonValue value)
{
  return value.file != NULL;
}

/**
 * premise_json_is:
 * @value: a value
 * @kind: a kind
 *
 * Returns: whether the value is present and of that kind
 */
gboolean
premise_json_is (PremiseJsonValue value,
                 PremiseJsonKind  kind)
{
  return value.file != NULL &&
         premise_json_positions_get_kind (get_positions (value), value.at) == kind;
}

/**
 * premise_json_expect:
 * @value: a value
 * @kind: a kind
 *
 * Complains when the value is of another kind.
 *
 * Returns: whether the value is present and of that kind
 */
gboolean
premise_json_expect (PremiseJsonValue value,
                     PremiseJsonKind  kind)
{
  g_autofree char *found = NULL;

  if (value.file == NULL)
    return FALSE;

  if (premise_json_is (value, kind))
    return TRUE;

  found = describe_value (value);
  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_TYPE,
                         /* Translators: two descriptions of a value in a file, such as “a
                          * number”. */
                         _("found %s, expected %s"), found, describe_kind (kind));

  return FALSE;
}

/**
 * premise_json_get:
 * @object: a value
 * @key: a key
 *
 * Returns: the member, or an absent value
 */
PremiseJsonValue
premise_json_get (PremiseJsonValue  object,
                  const char       *key)
{
  guint at;

  if (!premise_json_is (object, PREMISE_JSON_OBJECT))
    return PREMISE_JSON_ABSENT;

  at = premise_json_positions_get_member (get_positions (object), object.at, key);
  if (at == PREMISE_JSON_NONE)
    return PREMISE_JSON_ABSENT;

  return (PremiseJsonValue) { object.file, at };
}

/**
 * premise_json_require:
 * @object: a value
 * @key: a key
 *
 * Complains when an object has no such member.
 *
 * Returns: the member, or an absent value
 */
PremiseJsonValue
premise_json_require (PremiseJsonValue  object,
                      const char       *key)
{
  PremiseJsonValue value = premise_json_get (object, key);

  if (value.file == NULL && premise_json_is (object, PREMISE_JSON_OBJECT))
    premise_json_complain (object, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_KEY_MISSING,
                           _("the key “%s” is missing in this object"), key);

  return value;
}

/**
 * premise_json_get_key:
 * @value: a value
 *
 * Returns: (nullable): its key; %NULL for elements
 */
const char *
premise_json_get_key (PremiseJsonValue value)
{
  return value.file != NULL ? premise_json_positions_get_key (get_positions (value), value.at) : NULL;
}

/* Comments may stand in any object and mean nothing. */
static PremiseJsonValue
skip_comments (PremiseJsonValue value)
{
  while (value.at != PREMISE_JSON_NONE)
    {
      const char *key = premise_json_positions_get_key (get_positions (value), value.at);

      if (key == NULL || !g_str_equal (key, "comment"))
        return value;
      value.at = premise_json_positions_get_next (get_positions (value), value.at);
    }

  return PREMISE_JSON_ABSENT;
}

/**
 * premise_json_first:
 * @container: a value
 *
 * Returns: the first member or element that is not a comment, or an absent value
 */
PremiseJsonValue
premise_json_first (PremiseJsonValue container)
{
  PremiseJsonValue value = container;

  if (container.file == NULL)
    return PREMISE_JSON_ABSENT;

  value.at = premise_json_positions_get_first (get_positions (container), container.at);

  return skip_comments (value);
}

/**
 * premise_json_next:
 * @value: a member or element
 *
 * Returns: the one after it that is not a comment, or an absent value
 */
PremiseJsonValue
premise_json_next (PremiseJsonValue value)
{
  if (value.file == NULL)
    return PREMISE_JSON_ABSENT;

  value.at = premise_json_positions_get_next (get_positions (value), value.at);

  return skip_comments (value);
}

/**
 * premise_json_get_n:
 * @container: a value
 *
 * Returns: how many members or elements it has that are not comments
 */
guint
premise_json_get_n (PremiseJsonValue container)
{
  guint n;

  if (container.file == NULL)
    return 0;

  n = premise_json_positions_get_n (get_positions (container), container.at);
  if (premise_json_get (container, "comment").file != NULL)
    n--;

  return n;
}

/**
 * premise_json_get_string:
 * @value: a value
 *
 * Returns: (nullable): its text; %NULL when it is not a string
 */
const char *
premise_json_get_string (PremiseJsonValue value)
{
  if (!premise_json_expect (value, PREMISE_JSON_STRING))
    return NULL;

  return json_node_get_string (premise_json_file_get_node (value.file, value.at));
}

/* Letters as the schema has them: what is between these blocks are signs. */
static gboolean
is_id_character (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '_' || c == '-';

  /* 〇 is a number to Unicode, and a Chinese digit such as 二, which is a letter. */
  if (c == 0x3007)
    return TRUE;

  return ((c >= 0xc0 && c <= 0x1fff) || (c >= 0x3041 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfaff))
         && g_unichar_isalpha (c);
}

/* Ids are kept beside what is remembered of a report. */
static gboolean
check_id_length (PremiseJsonValue  value,
                 const char       *id)
{
  if (g_utf8_strlen (id, -1) <= MAX_ID)
    return TRUE;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_LIMIT,
                         _("the id has more than %d characters"), MAX_ID);

  return FALSE;
}

/**
 * premise_json_get_id:
 * @value: a value
 *
 * Returns: (nullable): its text, when that is an id: letters of any script, digits, “_” and “-”,
 *   no more of them than anybody would write
 */
const char *
premise_json_get_id (PremiseJsonValue value)
{
  const char *id = premise_json_get_string (value);

  if (id == NULL)
    return NULL;

  for (const char *p = id;; p = g_utf8_next_char (p))
    {
      if (is_id_character (g_utf8_get_char (p)))
        continue;

      if (*p == '\0' && p > id)
        return check_id_length (value, id) ? id : NULL;

      premise_json_complain_in (value, p - id, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                                _("“%s” is not an id: it has letters, digits, “_” and “-” only"),
                                id);
      return NULL;
    }
}

/**
 * premise_json_get_number:
 * @value: a value
 * @number: (out): the number, unchanged when there is none
 *
 * Returns: whether it is a number
 */
gboolean
premise_json_get_number (PremiseJsonValue  value,
                         double           *number)
{
  if (!premise_json_expect (value, PREMISE_JSON_NUMBER))
    return FALSE;

  *number = premise_json_positions_get_number (get_positions (value), value.at);

  return TRUE;
}

/**
 * premise_json_get_uint:
 * @value: a value
 * @maximum: the largest that is allowed
 * @number: (out): the number, unchanged when there is none
 *
 * Returns: whether it is a whole number from 0 to @maximum
 */
gboolean
premise_json_get_uint (PremiseJsonValue  value,
                       guint             maximum,
                       guint            *number)
{
  double found;

  if (!premise_json_get_number (value, &found))
    return FALSE;

  if (found < 0 || found > maximum || floor (found) != found)
    {
      g_autofree char *text = describe_value (value);

      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             /* Translators: a description of a value in a file, and the greatest
                              * number. */
                             _("found %s, expected a whole number from 0 to %u"), text, maximum);
      return FALSE;
    }

  *number = (guint) found;

  return TRUE;
}

/**
 * premise_json_get_boolean:
 * @value: a value
 * @fallback: what it is when absent or wrong
 *
 * Returns: the truth value
 */
gboolean
premise_json_get_boolean (PremiseJsonValue value,
                          gboolean         fallback)
{
  if (!premise_json_expect (value, PREMISE_JSON_BOOLEAN))
    return fallback;

  return json_node_get_boolean (premise_json_file_get_node (value.file, value.at));
}

/**
 * premise_json_get_choice:
 * @value: a value
 * @choices: (array zero-terminated=1): the words it may be
 * @choice: (out): which one it is, unchanged when it is none
 *
 * Returns: whether it is one of the words
 */
gboolean
premise_json_get_choice (PremiseJsonValue   value,
                         const char *const *choices,
                         guint             *choice)
{
  const char *word = premise_json_get_string (value);
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  if (word == NULL)
    return FALSE;

  for (guint i = 0; choices[i] != NULL; i++)
    {
      if (g_str_equal (word, choices[i]))
        {
          *choice = i;
          return TRUE;
        }
    }

  /* Translators: between two words of a list, each of them in quotation marks. */
  list = g_strjoinv (C_("list", "”, “"), (char **) choices);
  /* Translators: a word in a file, and the words that can stand there. */
  message = g_strdup_printf (_("found “%s”, expected one of “%s”"), word, list);
  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE, "%s", message);

  return FALSE;
}

/**
 * premise_json_check_keys:
 * @object: a value
 * @known: (array zero-terminated=1): the keys that mean something
 *
 * Warns of every other key.
 */
void
premise_json_check_keys (PremiseJsonValue   object,
                         const char *const *known)
{
  guint n = g_strv_length ((char **) known);

  if (!premise_json_is (object, PREMISE_JSON_OBJECT))
    return;

  for (PremiseJsonValue member = premise_json_first (object); member.file != NULL;
       member = premise_json_next (member))
    {
      const char *key = premise_json_get_key (member);
      g_autofree char *message = NULL;

      if (g_strv_contains (known, key))
        continue;

      message = g_strdup_printf (_("the key “%s” means nothing here and is ignored"), key);
      premise_json_complain_name (member, PREMISE_SEVERITY_WARNING, PREMISE_DIAGNOSTIC_KEY_UNKNOWN,
                                  message, key, known, n);
    }
}

static void
set_place (PremiseJsonValue   value,
           PremiseJsonPlace   place,
           PremiseDiagnostic *diagnostic)
{
  diagnostic->line = place.line;
  diagnostic->column = place.column;
  g_free (diagnostic->path);
  diagnostic->path = premise_json_positions_dup_path (get_positions (value), value.at);
  g_set_str (&diagnostic->file, premise_json_file_get_path (value.file));
}

/**
 * premise_json_locate:
 * @value: a value
 * @diagnostic: a complaint
 *
 * Gives the complaint the place of the value.
 */
void
premise_json_locate (PremiseJsonValue   value,
                     PremiseDiagnostic *diagnostic)
{
  set_place (value, premise_json_positions_locate_value (get_positions (value), value.at),
             diagnostic);
}

/**
 * premise_json_locate_in:
 * @value: a value
 * @offset: bytes into its text
 * @diagnostic: a complaint
 *
 * Gives the complaint the place of a byte in the value's text; that of the value
 * when it is not a text.
 */
void
premise_json_locate_in (PremiseJsonValue   value,
                        gsize              offset,
                        PremiseDiagnostic *diagnostic)
{
  set_place (value, premise_json_positions_locate_in (get_positions (value), value.at, offset),
             diagnostic);
}

/* (transfer full) */
static PremiseDiagnostic *
make_diagnostic (PremiseSeverity        severity,
                 PremiseDiagnosticCode  code,
                 const char            *format,
                 va_list                args) G_GNUC_PRINTF (3, 0);

static PremiseDiagnostic *
make_diagnostic (PremiseSeverity        severity,
                 PremiseDiagnosticCode  code,
                 const char            *format,
                 va_list                args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  return premise_diagnostic_new (severity, code, "%s", message);
}

/**
 * premise_json_complain:
 * @value: a value
 * @severity: how bad it is
 * @code: what it is
 * @format: a printf() format
 * @...: its arguments
 *
 * Complains about a value. An absent one is not complained about.
 */
void
premise_json_complain (PremiseJsonValue       value,
                       PremiseSeverity        severity,
                       PremiseDiagnosticCode  code,
                       const char            *format,
                       ...)
{
  PremiseDiagnostic *diagnostic;
  va_list args;

  if (value.file == NULL)
    return;

  va_start (args, format);
  diagnostic = make_diagnostic (severity, code, format, args);
  va_end (args);
  premise_json_locate (value, diagnostic);
  premise_json_file_take (value.file, diagnostic);
}

/**
 * premise_json_complain_key:
 * @value: a value
 * @severity: how bad it is
 * @code: what it is
 * @format: a printf() format
 * @...: its arguments
 *
 * Complains about the key of a value.
 */
void
premise_json_complain_key (PremiseJsonValue       value,
                           PremiseSeverity        severity,
                           PremiseDiagnosticCode  code,
                           const char            *format,
                           ...)
{
  PremiseDiagnostic *diagnostic;
  va_list args;

  if (value.file == NULL)
    return;

  va_start (args, format);
  diagnostic = make_diagnostic (severity, code, format, args);
  va_end (args);
  set_place (value, premise_json_positions_locate_key (get_positions (value), value.at),
             diagnostic);
  premise_json_file_take (value.file, diagnostic);
}

/**
 * premise_json_complain_in:
 * @value: a value
 * @offset: bytes into its text
 * @severity: how bad it is
 * @code: what it is
 * @format: a printf() format
 * @...: its arguments
 *
 * Complains about a place in the text of a value.
 */
void
premise_json_complain_in (PremiseJsonValue       value,
                          gsize                  offset,
                          PremiseSeverity        severity,
                          PremiseDiagnosticCode  code,
                          const char            *format,
                          ...)
{
  PremiseDiagnostic *diagnostic;
  va_list args;

  if (value.file == NULL)
    return;

  va_start (args, format);
  diagnostic = make_diagnostic (severity, code, format, args);
  va_end (args);
  premise_json_locate_in (value, offset, diagnostic);
  premise_json_file_take (value.file, diagnostic);
}

/**
 * premise_json_complain_name:
 * @value: a value
 * @severity: how bad it is
 * @code: what it is
 * @message: a sentence without its stop
 * @name: the name that is wrong
 * @candidates: (array length=n_candidates): what it could be
 * @n_candidates: how many there are
 *
 * Complains about a name and offers the nearest right one. When @name is the key of
 * @value the place is the key, else the value.
 */
void
premise_json_complain_name (PremiseJsonValue       value,
                            PremiseSeverity        severity,
                            PremiseDiagnosticCode  code,
                            const char            *message,
                            const char            *name,
                            const char *const     *candidates,
                            gsize                  n_candidates)
{
  const char *nearest = premise_nearest_name (name, candidates, n_candidates);
  g_autofree char *sentence = NULL;

  if (nearest != NULL)
    /* Translators: a whole message of what was not found, and the name that is most like it. */
    sentence = g_strdup_printf (_("%s; did you mean “%s”?"), message, nearest);
  else
    sentence = g_strdup (message);

  if (g_strcmp0 (premise_json_get_key (value), name) == 0)
    premise_json_complain_key (value, severity, code, "%s", sentence);
  else
    premise_json_complain (value, severity, code, "%s", sentence);
}
