/* premise-unit-parser.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-diagnostic.h"
#include "premise-unit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH       8
#define MAX_POWER       30
#define MAX_WORD_LENGTH 64
#define MAX_PIECES      8

typedef struct
{
  PremiseDimension dimension;
  int              power;
} Meaning;

typedef struct
{
  const char  *text;
  const char  *p;
  guint        depth;
  const char  *error_at;
  GError     **error;
} Parser;

static gboolean parse_product (Parser  *self,
                               Meaning *meaning);

static gboolean
fail (Parser           *self,
      const char       *at,
      PremiseUnitError  code,
      const char       *format,
      ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail (Parser           *self,
      const char       *at,
      PremiseUnitError  code,
      const char       *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  self->error_at = at;
  g_set_error_literal (self->error, PREMISE_UNIT_ERROR, (int) code, message);

  return FALSE;
}

static gboolean
starts_with (const char *p,
             const char *token)
{
  return strncmp (p, token, strlen (token)) == 0;
}

static void
skip_space (Parser *self)
{
  while (g_ascii_isspace (*self->p))
    self->p++;
}

/* The bytes up to the next space or operator. */
static gsize
word_length (const char *p)
{
  static const char *const superscripts[] = { "·", "²", "³" };
  gsize length = 0;

  while (p[length] != '\0' && strchr (" \t\n*/^()", p[length]) == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (superscripts); i++)
        {
          if (starts_with (p + length, superscripts[i]))
            return length;
        }

      length++;
    }

  return length;
}

static gboolean
word_equals (const PremiseUnitWord *word,
             const char            *text,
             gsize                  length)
{
  gsize n = strlen (word->text);

  if (n == length)
    return memcmp (word->text, text, n) == 0;

  /* An English plural; “ks” or “xs” is none. */
  return n >= 3 && n + 1 == length && g_ascii_islower (word->text[n - 1])
         && memcmp (word->text, text, n) == 0 && text[n] == 's';
}

static const PremiseUnitWord *
find_word (const char *text,
           gsize       length)
{
  for (guint i = 0; i < premise_n_unit_words; i++)
    {
      if (word_equals (&premise_unit_words[i], text, length))
        return &premise_unit_words[i];
    }

  return NULL;
}

/* Words are glued where one of them is Chinese, and a scale to a currency: kUSD. Any other
 * run of letters is one word, or every typing error would mean something.
 */
static gboolean
may_glue (const PremiseUnitWord *left,
          const PremiseUnitWord *right,
          const char            *boundary)
{
  if (premise_dimension_is_base_currency (left->base) && premise_dimension_is_base_currency (right->base))
    return FALSE;

  if (!g_ascii_isalnum (boundary[-1]) || !g_ascii_isalnum (boundary[0]))
    return TRUE;

  return left->base == PREMISE_DIMENSION_NO_BASE && left->power > 0
         && right->base != PREMISE_DIMENSION_NO_BASE
         && premise_dimension_is_base_currency (right->base);
}

/* Cuts a word into known words, the longest first. */
static guint
cut_word (const char             *text,
          gsize                   length,
          const PremiseUnitWord **pieces,
          guint                   n_pieces)
{
  if (length == 0)
    return n_pieces;

  if (n_pieces == MAX_PIECES)
    return 0;

  for (gsize n = length; n > 0; n--)
    {
      const PremiseUnitWord *word = find_word (text, n);
      guint total;

      if (word == NULL || (n_pieces > 0 && !may_glue (pieces[n_pieces - 1], word, text)))
        continue;

      pieces[n_pieces] = word;
      total = cut_word (text + n, length - n, pieces, n_pieces + 1);

      if (total > 0)
        return total;
    }

  return 0;
}

static gboolean
fail_unknown (Parser     *self,
              const char *word,
              gsize       length)
{
  g_autofree char *name = g_strndup (word, length);
  g_autofree const char **candidates = g_new (const char *, premise_n_unit_words);
  const char *nearest;

  for (guint i = 0; i < premise_n_unit_words; i++)
    candidates[i] = premise_unit_words[i].text;

  nearest = premise_nearest_name (name, candidates, premise_n_unit_words);

  if (nearest != NULL)
    return fail (self, word, PREMISE_UNIT_ERROR_UNKNOWN,
                 /* Translators: what is written as a unit, and the unit that is most like it. */
                 _("unknown unit “%s”; did you mean “%s”?"), name, nearest);

  return fail (self, word, PREMISE_UNIT_ERROR_UNKNOWN,
               _("unknown unit “%s”; use one such as CNY, 亿元, million USD, person, hour or %%"),
               name);
}

static gboolean
multiply (Parser        *self,
          const char    *at,
          Meaning       *meaning,
          const Meaning *factor,
          int            exponent)
{
  meaning->power += factor->power * exponent;

  if (ABS (meaning->power) > MAX_POWER
      || !premise_dimension_multiply (&meaning->dimension, &factor->dimension, exponent))
    return fail (self, at, PREMISE_UNIT_ERROR_SYNTAX,
                 _("the unit is too large or has too many factors"));

  return TRUE;
}

/* 1, 10, 100, 1000 …: other numbers are no scales. */
static gboolean
parse_number (Parser  *self,
              Meaning *meaning)
{
  gsize n = 1;

  while (self->p[n] == '0')
    n++;

  if (*self->p != '1' || word_length (self->p) != n || n > MAX_POWER)
    return fail (self, self->p, PREMISE_UNIT_ERROR_SYNTAX,
                 _("a number in a unit must be a power of ten"));

  meaning->power = (int) n - 1;
  self->p += n;

  return TRUE;
}

/* A scale that is glued in front of a unit is not raised with it: 亿km² is 1e8 km². It goes
 * to @result at once, everything else to @meaning.
 */
static gboolean
parse_word (Parser   *self,
            Meaning  *result,
            int       sign,
            Meaning  *meaning,
            gboolean *is_scale)
{
  const PremiseUnitWord *pieces[MAX_PIECES];
  const char *start = self->p;
  gsize length = word_length (start);
  guint n_pieces;

  if (length > MAX_WORD_LENGTH)
    return fail (self, start, PREMISE_UNIT_ERROR_SYNTAX, _("the word is too long for a unit"));

  n_pieces = cut_word (start, length, pieces, 0);

  if (n_pieces == 0)
    return fail_unknown (self, start, length);

  for (guint i = 0; i < n_pieces; i++)
    {
      Meaning piece = { .power = pieces[i]->power };
      gboolean in_front = i + 1 < n_pieces && pieces[i]->base == PREMISE_DIMENSION_NO_BASE
                          && pieces[n_pieces - 1]->base != PREMISE_DIMENSION_NO_BASE;

      if (pieces[i]->base != PREMISE_DIMENSION_NO_BASE)
        {
          piece.dimension.n_factors = 1;
          piece.dimension.factors[0].base = pieces[i]->base;
          piece.dimension.factors[0].exponent = 1;
        }

      if (!multiply (self, start, in_front ? result : meaning, &piece, in_front ? sign : 1))
        return FALSE;
    }

  *is_scale = meaning->dimension.n_factors == 0 && meaning->power > 0;
  self->p += length;

  return TRUE;
}

/* The exponent behind a factor, 1 if there is none. */
static gboolean
parse_exponent (Parser *self,
                int    *exponent)
{
  const char *start = self->p;
  int sign = 1;

  *exponent = 1;

  if (starts_with (self->p, "²") || starts_with (self->p, "³"))
    {
      *exponent = starts_with (self->p, "²") ? 2 : 3;
      self->p = g_utf8_next_char (self->p);
      return TRUE;
    }

  if (*self->p != '^')
    return TRUE;

  self->p++;

  if (*self->p == '-')
    {
      sign = -1;
      self->p++;
    }

  if (!g_ascii_isdigit (self->p[0]) || g_ascii_isdigit (self->p[1]))
    return fail (self, start, PREMISE_UNIT_ERROR_SYNTAX,
                 _("an exponent must be a whole number up to 9"));

  *exponent = sign * g_ascii_digit_value (*self->p++);

  return TRUE;
}

static gboolean
parse_group (Parser  *self,
             Meaning *meaning)
{
  const char *start = self->p;

  if (++self->depth > MAX_DEPTH)
    return fail (self, start, PREMISE_UNIT_ERROR_SYNTAX, _("the unit is nested too deeply"));

  self->p++;

  if (!parse_product (self, meaning))
    return FALSE;

  if (*self->p != ')')
    return fail (self, self->p, PREMISE_UNIT_ERROR_SYNTAX, _("expected “)” in the unit"));

  self->p++;
  self->depth--;

  return TRUE;
}

static gboolean
is_word_start (const char *p)
{
  return *p != '\0' && strchr ("*/^()", *p) == NULL && word_length (p) > 0
         && !(starts_with (p, "per") && word_length (p) == 3);
}

static gboolean
parse_factor (Parser  *self,
              Meaning *result,
              int      sign)
{
  const char *start;
  Meaning meaning = { 0 };
  gboolean is_scale = FALSE;
  gboolean is_word = FALSE;
  int exponent;

  skip_space (self);
  start = self->p;

  if (*self->p == '(')
    {
      if (!parse_group (self, &meaning))
        return FALSE;

      is_word = meaning.dimension.n_factors == 0 && meaning.power > 0;
    }
  else if (!is_word_start (self->p))
    return fail (self, self->p, PREMISE_UNIT_ERROR_SYNTAX, _("expected a unit here"));
  else if (g_ascii_isdigit (*self->p))
    {
      if (!parse_number (self, &meaning))
        return FALSE;

      is_scale = meaning.power > 0;
    }
  else
    {
      if (!parse_word (self, result, sign, &meaning, &is_scale))
        return FALSE;

      is_word = is_scale;
    }

  if (!parse_exponent (self, &exponent))
    return FALSE;

  /* Who writes m² means no million. */
  if (is_word && exponent != 1)
    {
      g_autofree char *word = g_strndup (start, *start == '(' ? strcspn (start, ")") + 1 : word_length (start));

      return fail (self, start, PREMISE_UNIT_ERROR_SYNTAX,
                   _("“%s” is a scale, which has no exponent"), word);
    }

  if (!multiply (self, start, result, &meaning, sign * exponent))
    return FALSE;

  /* A scale belongs to the word behind it, also under a “/”. */
  if (is_scale && exponent == 1)
    {
      skip_space (self);

      if (is_word_start (self->p))
        return parse_factor (self, result, sign);
    }

  return TRUE;
}

static gboolean
parse_product (Parser  *self,
               Meaning *meaning)
{
  int sign = 1;

  for (;;)
    {
      if (!parse_factor (self, meaning, sign))
        return FALSE;

      skip_space (self);
      sign = 1;

      if (*self->p == '/')
        {
          sign = -1;
          self->p++;
        }
      else if (starts_with (self->p, "per") && word_length (self->p) == 3)
        {
          sign = -1;
          self->p += 3;
        }
      else if (*self->p == '*')
        self->p++;
      else if (starts_with (self->p, "·"))
        self->p += strlen ("·");
      else if (!is_word_start (self->p) && *self->p != '(')
        return TRUE;
    }
}

/**
 * premise_unit_text_parse:
 * @text: a unit
 * @dimension: (out): what it measures
 * @power: (out): its scale, as a power of ten
 * @error_offset: (out): the byte in @text where it is not understood
 * @error: return location for an error
 *
 * Finds out what the text of a unit means.
 *
 * Returns: whether it was understood
 */
gboolean
premise_unit_text_parse (const char        *text,
                         PremiseDimension  *dimension,
                         int               *power,
                         gsize             *error_offset,
                         GError           **error)
{
  Parser parser = { .text = text, .p = text, .error = error };
  Meaning meaning = { 0 };
  gboolean ok;

  if (!g_utf8_validate (text, -1, &parser.error_at))
    ok = fail (&parser, parser.error_at, PREMISE_UNIT_ERROR_SYNTAX,
               _("the unit is not valid UTF-8"));
  else
    ok = parse_product (&parser, &meaning);

  if (ok && *parser.p != '\0')
    ok = fail (&parser, parser.p, PREMISE_UNIT_ERROR_SYNTAX,
               _("“%s” was not expected in the unit"), parser.p);

  if (ok && premise_dimension_has_date (&meaning.dimension)
      && (meaning.dimension.n_factors > 1 || meaning.dimension.factors[0].exponent != 1
          || meaning.power != 0))
    ok = fail (&parser, text, PREMISE_UNIT_ERROR_SYNTAX,
               _("a date is a unit by itself; a time that passes is counted in days or years"));

  *error_offset = parser.error_at != NULL ? (gsize) (parser.error_at - text) : 0;
  *dimension = meaning.dimension;
  *power = meaning.power;

  return ok;
}
