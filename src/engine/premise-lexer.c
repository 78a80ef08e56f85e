/* premise-lexer.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-lexer-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A double holds every integer of 15 digits, and every power of ten up to 22. */
#define MAX_EXACT_DIGITS 15
#define MAX_EXACT_POWER  22

static const struct
{
  const char       *text;
  PremiseTokenKind  kind;
} symbols[] = {
  /* Longer ones before those they begin with. */
  { "<=", PREMISE_TOKEN_LESS_EQUAL },
  { "<>", PREMISE_TOKEN_NOT_EQUAL },
  { "<", PREMISE_TOKEN_LESS },
  { ">=", PREMISE_TOKEN_GREATER_EQUAL },
  { ">", PREMISE_TOKEN_GREATER },
  { "==", PREMISE_TOKEN_EQUAL },
  { "=", PREMISE_TOKEN_EQUAL },
  { "!=", PREMISE_TOKEN_NOT_EQUAL },
  { "+", PREMISE_TOKEN_PLUS },
  { "-", PREMISE_TOKEN_MINUS },
  { "*", PREMISE_TOKEN_TIMES },
  { "/", PREMISE_TOKEN_DIVIDE },
  { "^", PREMISE_TOKEN_POWER },
  { "%", PREMISE_TOKEN_PERCENT },
  { "(", PREMISE_TOKEN_LEFT_PAREN },
  { ")", PREMISE_TOKEN_RIGHT_PAREN },
  { "[", PREMISE_TOKEN_LEFT_BRACKET },
  { "]", PREMISE_TOKEN_RIGHT_BRACKET },
  { ",", PREMISE_TOKEN_COMMA },
  { "−", PREMISE_TOKEN_MINUS },
  { "×", PREMISE_TOKEN_TIMES },
  { "÷", PREMISE_TOKEN_DIVIDE },
  { "≤", PREMISE_TOKEN_LESS_EQUAL },
  { "≥", PREMISE_TOKEN_GREATER_EQUAL },
  { "≠", PREMISE_TOKEN_NOT_EQUAL },
};

static const struct
{
  const char       *text;
  PremiseTokenKind  kind;
} keywords[] = {
  { "and", PREMISE_TOKEN_AND },
  { "or", PREMISE_TOKEN_OR },
  { "not", PREMISE_TOKEN_NOT },
  { "over", PREMISE_TOKEN_OVER },
};

/* The length of the character at @p if it may stand in a name, else 0. */
static gsize
name_character (const char *p,
                gboolean    first)
{
  guchar c = (guchar) *p;
  gunichar wide;

  if (c < 0x80)
    return g_ascii_isalpha (c) || c == '_' || (!first && g_ascii_isdigit (c)) ? 1 : 0;

  wide = g_utf8_get_char_validated (p, -1);

  if (wide >= (gunichar) -2)
    return 0;

  /* The Chinese digit zero, with which years are written, counts as a number, unlike the other digits. */
  if (wide == 0x3007 || g_unichar_isalpha (wide) || (!first && (g_unichar_isdigit (wide) || g_unichar_ismark (wide))))
    return (gsize) (g_utf8_next_char (p) - p);

  return 0;
}

/* Dots join parts, and a part behind a dot may begin with a digit. */
static gsize
name_length (const char *text)
{
  gsize length = g_ascii_isalpha (text[0]) ? 1 : name_character (text, TRUE);
  gsize n;

  if (length == 0)
    return 0;

  for (;;)
    {
      /* Nearly all names are of these. */
      while (g_ascii_isalnum (text[length]) || text[length] == '_')
        length++;

      if (text[length] == '\0')
        return length;

      n = name_character (text + length, FALSE);

      if (n == 0 && text[length] == '.')
        {
          n = name_character (text + length + 1, FALSE);
          n = n > 0 ? n + 1 : 0;
        }

      if (n == 0)
        return length;

      length += n;
    }
}

static gsize
skip_digits (const char *p)
{
  gsize n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;

  return n;
}

/* Digits and a power of ten that are both exact need one rounding only, so this is what
 * g_ascii_strtod() gives, without its detour over the locale.
 */
static gboolean
convert_exactly (const char *text,
                 gsize       length,
                 double     *value)
{
  double digits = 0;
  double scale = 1;
  int n_digits = 0;
  int power = 0;
  gboolean fraction = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '.')
        {
          fraction = TRUE;
          continue;
        }

      if (!g_ascii_isdigit (text[i]))
        return FALSE;

      if (n_digits > 0 || text[i] != '0')
        n_digits++;

      digits = digits * 10 + (text[i] - '0');
      power -= fraction;
    }

  if (n_digits > MAX_EXACT_DIGITS || -power > MAX_EXACT_POWER)
    return FALSE;

  for (int i = 0; i < -power; i++)
    scale *= 10;

  *value = digits / scale;

  return TRUE;
}

static void
lex_number (const char   *text,
            PremiseToken *token)
{
  gsize length = skip_digits (text);
  gsize exponent;

  if (text[length] == '.' && g_ascii_isdigit (text[length + 1]))
    length += 1 + skip_digits (text + length + 1);

  exponent = length;

  if (text[exponent] == 'e' || text[exponent] == 'E')
    {
      exponent++;

      if (text[exponent] == '+' || text[exponent] == '-')
        exponent++;

      if (g_ascii_isdigit (text[exponent]))
        length = exponent + skip_digits (text + exponent);
    }

  token->kind = PREMISE_TOKEN_NUMBER;
  token->length = (guint32) length;

  if (!convert_exactly (text, length, &token->number))
    {
      g_autofree char *copy = g_strndup (text, length);

      token->number = g_ascii_strtod (copy, NULL);
    }

  if (!isfinite (token->number))
    {
      token->kind = PREMISE_TOKEN_ERROR;
      token->message = _("the number is too large");
    }
}

static void
lex_name (const char   *text,
          gsize         length,
          PremiseToken *token)
{
  token->kind = PREMISE_TOKEN_NAME;
  token->length = (guint32) length;

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      if (keywords[i].text[0] == text[0] && strlen (keywords[i].text) == length && memcmp (keywords[i].text, text, length) == 0)
        token->kind = keywords[i].kind;
    }
}

static void
lex_string (const char   *text,
            PremiseToken *token)
{
  const char *end = strchr (text + 1, '"');

  token->kind = end != NULL ? PREMISE_TOKEN_STRING : PREMISE_TOKEN_ERROR;
  token->message = end != NULL ? NULL : _("the quotation mark is not closed");
  token->length = (guint32) (end != NULL ? (gsize) (end - text) + 1 : strlen (text));
}

/* What other languages write. */
static const struct
{
  const char *text;
  const char *message;
} foreign[] = {
  { "&&", N_("write “and”") },
  { "&", N_("write “and”") },
  { "||", N_("write “or”") },
  { "|", N_("write “or”") },
  { "!", N_("write “not”") },
  { "²", N_("write powers with “^”") },
  { "³", N_("write powers with “^”") },
  { "√", N_("write “sqrt(x)”") },
};

static void
lex_unknown (const char   *text,
             PremiseToken *token)
{
  gunichar c = g_utf8_get_char_validated (text, -1);

  token->kind = PREMISE_TOKEN_ERROR;

  if (c >= (gunichar) -2)
    {
      token->length = 1;
      token->message = _("the text is not valid UTF-8");
      return;
    }

  token->kind = PREMISE_TOKEN_UNKNOWN;
  token->length = (guint32) (g_utf8_next_char (text) - text);

  for (guint i = 0; i < G_N_ELEMENTS (foreign) && token->message == NULL; i++)
    {
      if (!g_str_has_prefix (text, foreign[i].text))
        continue;

      token->length = (guint32) strlen (foreign[i].text);
      token->message = _(foreign[i].message);
    }

  /* What a Chinese input method types for punctuation. */
  if ((c >= 0xff01 && c <= 0xff5e) || c == 0x3001)
    token->message = _("type it in half width");
}

/**
 * premise_lexer_init:
 * @self: (out): a lexer
 * @text: a formula; must outlive the lexer
 *
 * Starts at the beginning of a formula.
 */
void
premise_lexer_init (PremiseLexer *self,
                    const char   *text)
{
  self->text = text;
  self->position = 0;
}

/**
 * premise_lexer_next:
 * @self: a lexer
 * @token: (out): the next token
 *
 * Gets the next token; at the end, and behind an error, the same one again and again.
 */
void
premise_lexer_next (PremiseLexer *self,
                    PremiseToken *token)
{
  const char *p;
  gsize length;

  while (g_ascii_isspace (self->text[self->position]))
    self->position++;

  p = self->text + self->position;
  *token = (PremiseToken) { .kind = PREMISE_TOKEN_END, .offset = (guint32) self->position };

  if (*p == '\0')
    return;

  if (g_ascii_isdigit (p[0]) || (p[0] == '.' && g_ascii_isdigit (p[1])))
    lex_number (p, token);
  else if ((length = name_length (p)) > 0)
    lex_name (p, length, token);
  else if (*p == '"')
    lex_string (p, token);
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (symbols) && token->length == 0; i++)
        {
          if (p[0] != symbols[i].text[0]
              || strncmp (p, symbols[i].text, strlen (symbols[i].text)) != 0)
            continue;

          token->kind = symbols[i].kind;
          token->length = (guint32) strlen (symbols[i].text);
        }

      if (token->length == 0)
        lex_unknown (p, token);
    }

  if (token->kind != PREMISE_TOKEN_ERROR && token->kind != PREMISE_TOKEN_UNKNOWN)
    self->position += token->length;
}

/**
 * premise_name_is_valid:
 * @name: the id of a variable or an index
 *
 * Finds out whether a formula can refer to it.
 *
 * Returns: whether @name is one name, and no keyword
 */
gboolean
premise_name_is_valid (const char *name)
{
  gsize length = name_length (name);

  if (length == 0 || name[length] != '\0')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      if (keywords[i].text[0] == name[0] && strcmp (keywords[i].text, name) == 0)
        return FALSE;
    }

  return TRUE;
}
