/* premise-number-parse.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-format-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More digits than any double has; what is longer is not a number but a mistake. */
#define MAX_DIGITS 400

typedef struct
{
  const char *text;
  int         power;
} NumberWord;

/* Longer words first: 万亿 before 万, million before m. */
static const NumberWord scale_words[] = {
  { "兆", 12 },      { "萬億", 12 },   { "千億", 11 },    { "百億", 10 },    { "十億", 9 },
  { "億", 8 },       { "千萬", 7 },    { "百萬", 6 },     { "十萬", 5 },     { "萬", 4 },
  { "万亿", 12 },    { "千亿", 11 },   { "百亿", 10 },    { "十亿", 9 },     { "亿", 8 },
  { "千万", 7 },     { "百万", 6 },    { "十万", 5 },     { "万", 4 },       { "千", 3 },
  { "百", 2 },       { "trillion", 12 }, { "billion", 9 }, { "million", 6 }, { "thousand", 3 },
  { "tn", 12 },      { "bn", 9 },      { "mn", 6 },       { "mm", 6 },       { "t", 12 },
  { "b", 9 },        { "m", 6 },       { "k", 3 },
};

static const NumberWord share_words[] = {
  { "%", -2 },
  { "‰", -3 },
  { "pp", -2 },
  { "百分点", -2 },
  { "个百分点", -2 },
  { "百分點", -2 },
  { "個百分點", -2 },
  { "ポイント", -2 },
  { "percent", -2 },
  { "per cent", -2 },
  { "percentage points", -2 },
};

static const char *const times_words[] = { "倍", "×", "x", "times" };

/* What a currency is called in front of a number. ¥ is whichever yuan or yen the number is in. */
static const struct
{
  const char *text;
  const char *code;
} currency_words[] = {
  { "US$", "USD" }, { "USD", "USD" }, { "HK$", "HKD" }, { "HKD", "HKD" }, { "JP¥", "JPY" },
  { "JPY", "JPY" }, { "CNY", "CNY" }, { "RMB", "CNY" }, { "人民币", "CNY" }, { "人民幣", "CNY" },
  { "GBP", "GBP" }, { "EUR", "EUR" }, { "KRW", "KRW" }, { "$", "USD" },   { "£", "GBP" },
  { "€", "EUR" },   { "₩", "KRW" },   { "¥", NULL },
};

/* A number being read: what was typed, and what is understood so far. */
typedef struct
{
  const char          *typed;
  const PremiseFormat *format;
  const PremiseUnit   *unit;
  const char          *language;
  PremiseNotation      notation;
  double               current;
  GString             *digits;      /* as strtod reads them */
  int                  power;       /* of ten, from the exponent and the words */
  const char          *currency;    /* (nullable): code of the currency in front */
} Reader;

/* Full-width forms are what a Chinese keyboard types; spaces of any width are one. */
static char *
normalize (const char *text)
{
  g_autoptr(GString) string = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      else if (c == 0xffe5)
        c = 0x00a5;
      else if (c == 0xffe1)
        c = 0x00a3;
      else if (c == 0x2212)
        c = '-';
      else if (g_unichar_isspace (c) || c == 0x202f || c == 0x00a0)
        c = ' ';

      g_string_append_unichar (string, c);
    }

  g_strstrip (string->str);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static const char *
skip_spaces (const char *p)
{
  while (*p == ' ')
    p++;

  return p;
}

static gboolean
same_word (const char *a,
           const char *b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

static gboolean
fail_syntax (const Reader  *self,
             GError       **error)
{
  const PremiseWords *words = premise_words_get (self->language);
  g_autofree char *example = NULL;

  switch (self->notation)
    {
    case PREMISE_NOTATION_PERCENT:
    case PREMISE_NOTATION_POINTS:
      example = g_strdup (_("35% or 4.6%"));
      break;

    case PREMISE_NOTATION_TIMES:
      /* Translators: the word or sign for a multiple in the language of the report: 29× or 1,160 */
      example = g_strdup_printf (_("29%s or 1,160"), words->times);
      break;

    case PREMISE_NOTATION_NUMBER:
    case PREMISE_NOTATION_QUANTITY:
    default:
      /* Translators: a large scale in the language of the report: 3,000 or 1.2bn */
      example = g_strdup_printf (_("3,000 or 1.2%s"), words->named[PREMISE_NAMED_SCALE_YI].name);
      break;
    }

  g_set_error (error, PREMISE_FORMAT_ERROR, PREMISE_FORMAT_ERROR_SYNTAX,
               /* Translators: what was typed, and an example. */
               _("“%s” is not a number; type a number such as %s"), self->typed, example);
  return FALSE;
}

static gboolean
fail_unit (const Reader  *self,
           GError       **error)
{
  PremiseFormat format = *self->format;
  g_autofree char *unit = NULL;

  format.scale = PREMISE_NAMED_SCALE_ONE;
  unit = premise_format_unit (&format, 1, self->unit, self->language);

  if (*unit == '\0')
    g_set_error (error, PREMISE_FORMAT_ERROR, PREMISE_FORMAT_ERROR_UNIT,
                 _("“%s” has a unit, but this number has none; type the number alone"),
                 self->typed);
  else
    g_set_error (error, PREMISE_FORMAT_ERROR, PREMISE_FORMAT_ERROR_UNIT,
                 /* Translators: what was typed, and the unit that it can have. */
                 _("“%s” is in a different unit; this number is in %s"), self->typed, unit);

  return FALSE;
}

/* Digits */

static gboolean
is_group (const char *p)
{
  return g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) &&
         !g_ascii_isdigit (p[3]);
}

static const char *
read_digits (GString    *digits,
             const char *p)
{
  while (g_ascii_isdigit (*p))
    g_string_append_c (digits, *p++);

  return p;
}

/* 1,023 and 1 023; a comma that separates anything but thousands, as in 12,5 and 0,125, is refused, since it
 * is meant as a decimal point. */
static const char *
read_whole (Reader     *self,
            const char *p)
{
  gsize before = self->digits->len;
  gboolean zero = *p == '0';

  p = read_digits (self->digits, p);

  if (zero || self->digits->len - before > 3 || self->digits->len == before)
    return *p == ',' ? NULL : p;

  while ((*p == ',' || *p == ' ') && is_group (p + 1))
    p = read_digits (self->digits, p + 1);

  return *p == ',' ? NULL : p;
}

static const char *
read_number (Reader     *self,
             const char *p)
{
  gsize before = self->digits->len;
  gboolean some;

  p = read_whole (self, p);

  if (p == NULL)
    return NULL;

  some = self->digits->len > before;

  if (*p == '.')
    {
      gsize point = self->digits->len;

      g_string_append_c (self->digits, '.');
      p = read_digits (self->digits, p + 1);
      some = some || self->digits->len > point + 1;
    }

  if (!some || self->digits->len > MAX_DIGITS)
    return NULL;

  if (*p == 'e' || *p == 'E')
    {
      const char *end = p + 1 + (p[1] == '+' || p[1] == '-');
      int length = 0;

      while (g_ascii_isdigit (end[length]))
        length++;

      if (length > 4)
        return NULL;

      /* “5 euro” has no exponent. */
      if (length > 0)
        {
          self->power += (int) g_ascii_strtoll (p + 1, NULL, 10);
          p = end + length;
        }
    }

  return p;
}

/* Words */

static const char *
find_unit_currency (const PremiseUnit *unit)
{
  const PremiseWords *words = premise_words_get ("en");

  for (guint i = 0; unit != NULL && i < premise_unit_get_n_factors (unit); i++)
    {
      int exponent;
      const char *dimension = premise_unit_get_factor (unit, i, &exponent);

      if (exponent == 1 && premise_words_find_currency (words, dimension) != NULL)
        return dimension;
    }

  return NULL;
}

static const char *
read_currency (Reader     *self,
               const char *p)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currency_words); i++)
    {
      gsize length = strlen (currency_words[i].text);

      if (g_ascii_strncasecmp (p, currency_words[i].text, length) != 0)
        continue;

      self->currency = currency_words[i].code;

      if (self->currency == NULL)
        self->currency = g_strcmp0 (find_unit_currency (self->unit), "JPY") == 0 ? "JPY" : "CNY";

      return skip_spaces (p + length);
    }

  return p;
}

static const char *
read_sign (Reader     *self,
           const char *p)
{
  if (self->digits->len == 0 && (*p == '-' || *p == '+'))
    {
      g_string_append_c (self->digits, *p);
      return skip_spaces (p + 1);
    }

  return p;
}

static gboolean
read_share_or_times (Reader     *self,
                     const char *rest)
{
  for (gsize i = 0; i < G_N_ELEMENTS (share_words); i++)
    {
      if (same_word (rest, share_words[i].text))
        {
          self->power += share_words[i].power;
          return TRUE;
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (times_words); i++)
    {
      if (same_word (rest, times_words[i]))
        return TRUE;
    }

  return FALSE;
}

static const char *
read_scale (Reader     *self,
            const char *rest)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scale_words); i++)
    {
      const char *word = scale_words[i].text;
      gsize length = strlen (word);

      if (g_ascii_strncasecmp (rest, word, length) != 0)
        continue;

      /* The m of “months” is no million. */
      if (g_ascii_isalpha (word[0]) && g_ascii_isalpha (rest[length]))
        continue;

      self->power += scale_words[i].power;

      return skip_spaces (rest + length);
    }

  return rest;
}

/* Whether what is typed is what this number's own unit looks like in a language. */
static gboolean
is_own_unit (Reader     *self,
             const char *words,
             const char *language)
{
  PremiseFormat format = *self->format;
  PremiseNumberLayout layout;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  format.scale = PREMISE_NAMED_SCALE_AUTO;
  premise_number_layout_init (&layout, &format, 1, self->unit, language);
  text = premise_number_layout_dup_unit (&layout);
  shown = normalize (text);

  if (!same_word (words, shown))
    return FALSE;

  self->power += layout.power;
  return TRUE;
}

/* The unit that was typed, with the currency from the front of the number. */
static PremiseUnit *
parse_typed_unit (const Reader *self,
                  const char   *rest,
                  const char   *words)
{
  /* ¥3,000 亿元 says it twice. */
  if (self->currency != NULL && *rest != '\0')
    {
      g_autoptr(PremiseUnit) unit = premise_unit_parse (rest, NULL, NULL);

      if (unit != NULL && g_strcmp0 (find_unit_currency (unit), self->currency) == 0)
        return g_steal_pointer (&unit);
    }

  return premise_unit_parse (words, NULL, NULL);
}

static gboolean
read_unit (Reader      *self,
           const char  *rest,
           GError     **error)
{
  const char *measured = g_str_has_prefix (rest, "个百分点") ? rest + strlen ("个") : rest;
  g_autofree char *words = g_strconcat (self->currency != NULL ? self->currency : "", measured,
                                        NULL);
  g_autoptr(PremiseUnit) typed = NULL;

  if (self->unit == NULL)
    return fail_unit (self, error);

  if (is_own_unit (self, words, self->language) || is_own_unit (self, words, "zh") ||
      is_own_unit (self, words, "en"))
    return TRUE;

  /* US$20 is enough where the number is in dollars an hour. */
  if (*rest == '\0' && g_strcmp0 (self->currency, find_unit_currency (self->unit)) == 0)
    return TRUE;

  typed = parse_typed_unit (self, rest, words);

  if (typed == NULL)
    return fail_syntax (self, error);

  if (!premise_unit_same_dimension (typed, self->unit))
    return fail_unit (self, error);

  self->power += (int) lround (log10 (premise_unit_get_scale (typed)));
  return TRUE;
}

/* What stands behind the digits. Without a word, the number is in the scale on display. */
static gboolean
read_rest (Reader      *self,
           const char  *rest,
           GError     **error)
{
  gboolean dimensionless = self->unit == NULL || premise_unit_is_dimensionless (self->unit) ||
                           self->notation != PREMISE_NOTATION_QUANTITY;
  const char *behind;

  if (*rest == '\0' && self->currency == NULL)
    {
      double divisor = premise_format_get_divisor (self->format, self->current, self->unit,
                                                   self->language);

      self->power += (int) lround (log10 (divisor));
      return TRUE;
    }

  if (self->currency == NULL && read_share_or_times (self, rest))
    return dimensionless ? TRUE : fail_unit (self, error);

  /* Before the scales: 512 B are bytes where bytes are counted. */
  if (self->currency == NULL && self->unit != NULL && is_own_unit (self, rest, "en"))
    return TRUE;

  behind = read_scale (self, rest);

  if (behind != rest && (self->notation == PREMISE_NOTATION_PERCENT ||
                         self->notation == PREMISE_NOTATION_POINTS))
    return fail_unit (self, error);

  if (*behind == '\0' && self->currency == NULL)
    return TRUE;

  return read_unit (self, behind, error);
}

/**
 * premise_number_parse:
 * @text: what a person typed
 * @format: how the number is shown
 * @current: the value that is shown now, in base units
 * @unit: (nullable): its unit
 * @language: (nullable): the language of the report
 * @value: (out): the number in base units
 * @error: return location for an error whose message is for that person
 *
 * Reads a number in any of the forms that premise_format_value() writes, in
 * Chinese or English, with full-width characters too. The decimal separator is
 * a point and the thousands separator a comma whatever the locale, because that
 * is how the report on the same page writes them.
 *
 * Returns: whether @text is a number in that unit; @value is untouched when not
 */
gboolean
premise_number_parse (const char           *text,
                      const PremiseFormat  *format,
                      double                current,
                      const PremiseUnit    *unit,
                      const char           *language,
                      double               *value,
                      GError              **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  g_autoptr(GString) digits = g_string_new (NULL);
  Reader reader;
  const char *p;
  double result;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  valid = g_utf8_make_valid (text, -1);
  normal = normalize (valid);
  reader = (Reader) {
    .typed = g_strstrip (valid),
    .format = format,
    .unit = unit,
    .language = language,
    .notation = premise_notation_of_unit (format, unit),
    .current = current,
    .digits = digits,
  };

  p = read_sign (&reader, normal);
  p = read_currency (&reader, p);
  p = read_sign (&reader, p);
  p = read_number (&reader, p);

  if (p == NULL)
    return fail_syntax (&reader, error);

  if (!read_rest (&reader, skip_spaces (p), error))
    return FALSE;

  /* One conversion rounds once: 35 with a power of −2 is the double nearest to 0.35. */
  g_string_append_printf (digits, "e%d", reader.power);
  result = g_ascii_strtod (digits->str, NULL);

  if (!isfinite (result))
    {
      g_set_error (error, PREMISE_FORMAT_ERROR, PREMISE_FORMAT_ERROR_RANGE,
                   _("“%s” is too large"), reader.typed);
      return FALSE;
    }

  *value = result;
  return TRUE;
}
