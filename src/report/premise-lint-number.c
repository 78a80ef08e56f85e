/* premise-lint-number.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-lint-number.h"

#include "premise-format-words.h"

#include <math.h>
#include <string.h>

/* A word and what it stands for. */
typedef struct
{
  const char *word;
  int         power;
} Scale;

typedef struct
{
  const char *word;
  const char *unit;
} Unit;

/* Longer words first. */
static const Scale scales_zh[] = {
  { "万亿", 12 }, { "亿", 8 }, { "万", 4 }, { "千", 3 }, { "百", 2 }, { NULL, 0 },
};

static const Scale scales_zh_hant[] = {
  { "兆", 12 }, { "萬億", 12 }, { "億", 8 }, { "萬", 4 }, { "千", 3 }, { "百", 2 }, { NULL, 0 },
};

static const Scale scales_ja[] = {
  { "兆", 12 }, { "億", 8 }, { "万", 4 }, { "千", 3 }, { "百", 2 }, { NULL, 0 },
};

static const Scale scales_en[] = {
  { "trillion", 12 }, { "billion", 9 }, { "million", 6 }, { "thousand", 3 }, { "hundred", 2 },
  { "tn", 12 },       { "bn", 9 },      { "m", 6 },       { "k", 3 },        { NULL, 0 },
};

/* What the languages' tables of units do not have, because a number is never written so. */
static const Unit units_zh[] = {
  { "%", "%" },      { "％", "%" },     { "个百分点", "pp" }, { "百分点", "pp" }, { "倍", "×" },
  { "×", "×" },      { "元", "CNY" },   { "人民币", "CNY" },   { "美金", "USD" },  { "个月", "month" },
  { "周", "week" },  { "小时", "hour" }, { NULL, NULL },
};

static const Unit units_zh_hant[] = {
  { "%", "%" },      { "％", "%" },     { "個百分點", "pp" }, { "百分點", "pp" }, { "倍", "×" },
  { "×", "×" },      { "元", "CNY" },   { "人民幣", "CNY" },   { "美金", "USD" },  { "個月", "month" },
  { "週", "week" },  { "小時", "hour" }, { NULL, NULL },
};

static const Unit units_ja[] = {
  { "%", "%" },        { "％", "%" },       { "パーセントポイント", "pp" }, { "パーセント", "%" },
  { "ポイント", "pp" }, { "倍", "×" },       { "×", "×" },                  { "元", "CNY" },
  { "人民元", "CNY" },  { "ドル", "USD" },   { "か月", "month" },           { "カ月", "month" },
  { "ヶ月", "month" },  { "週間", "week" },  { "時間", "hour" },            { NULL, NULL },
};

static const Unit units_en[] = {
  { "%", "%" },           { "per cent", "%" },           { "percent", "%" },  { "percentage point", "pp" },
  { "pp", "pp" },         { "×", "×" },                  { "times", "×" },    { "-fold", "×" },
  { "fold", "×" },        { "x", "×" },                  { "yuan", "CNY" },   { "RMB", "CNY" },
  { "dollar", "USD" },    { "US dollar", "USD" },        { "week", "week" },  { NULL, NULL },
};

/* A yen sign alone is that of the yuan; the yen has its letters before it. */
static const Unit prefixes_en[] = {
  { "US$", "USD" }, { "CNY", "CNY" }, { "RMB", "CNY" }, { "£", "GBP" }, { "€", "EUR" },
  { "HK$", "HKD" }, { "JP¥", "JPY" }, { "KRW", "KRW" }, { "$", "USD" },
  { "¥", "CNY" },   { "￥", "CNY" }, { NULL, NULL },
};

/* Counted in one language with a word that another leaves out (3 items, 3个), a noun says
 * nothing about the number; a measure does. */
static const char *const measures[] = {
  "second", "minute", "hour", "day", "week", "month", "byte", "kWh", "km", NULL
};

/* A whole number between them is taken for a year. */
#define FIRST_YEAR 1800
#define LAST_YEAR  2199

typedef struct
{
  const char         *language;   /* as in PremiseWords */
  const Scale        *scales;
  const Unit         *units;
  const PremiseWords *words;
} Tongue;

static const Tongue tongues[] = {
  { "zh", scales_zh, units_zh, NULL },
  { "zh-Hant", scales_zh_hant, units_zh_hant, NULL },
  { "ja", scales_ja, units_ja, NULL },
  { "en", scales_en, units_en, NULL },
};

static Tongue
find_tongue (const char *language)
{
  const PremiseWords *words = premise_words_get (language);
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (tongues) && !g_str_equal (tongues[i].language, words->language))
    i++;

  return (Tongue) { tongues[i].language, tongues[i].scales, tongues[i].units, words };
}

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static gboolean
is_letter_at (const char *p)
{
  return g_ascii_isalpha (*p);
}

/* Whether word stands at p, and, where words are set apart, ends there but for an s. */
static gboolean
has_word (const char *p,
          const char *word)
{
  gsize length = strlen (word);

  if (length == 0 || strncmp (p, word, length) != 0)
    return FALSE;

  if (!g_ascii_isalpha (word[length - 1]))
    return TRUE;

  if (p[length] == 's')
    length++;

  return !is_letter_at (p + length);
}

/* Where the scale ends; the power of ten is added. */
static const char *
read_scale (const Tongue *tongue,
            const char   *p,
            int          *power)
{
  const char *word = skip_space (p);

  for (const Scale *scale = tongue->scales; scale->word != NULL; scale++)
    {
      if (has_word (word, scale->word))
        {
          *power = scale->power;
          return word + strlen (scale->word);
        }
    }

  return p;
}

static const char *
find_noun (const Tongue *tongue,
           const char   *word)
{
  for (const PremiseNoun *noun = tongue->words->nouns; noun->dimension != NULL; noun++)
    {
      if (!g_strv_contains (measures, noun->dimension))
        continue;

      if (has_word (word, noun->many) || has_word (word, noun->one))
        return noun->dimension;

      for (guint i = 1; noun->scales != NULL && i < PREMISE_N_SCALES; i++)
        {
          if (has_word (word, noun->scales[i].name))
            return noun->dimension;
        }
    }

  return NULL;
}

/* The unit that is written behind a number. */
static const char *
read_unit (const Tongue *tongue,
           const char   *p)
{
  const char *word = skip_space (p);

  for (const PremiseCurrencyWord *currency = tongue->words->currencies; currency->code != NULL;
       currency++)
    {
      if (currency->after != NULL && !g_str_equal (currency->code, "CNY") &&
          has_word (word, currency->after))
        return currency->code;
    }

  for (const Unit *unit = tongue->units; unit->word != NULL; unit++)
    {
      if (has_word (word, unit->word))
        return unit->unit;
    }

  return find_noun (tongue, word);
}

/* The currency that is written before a number, which begins at p. */
static const char *
read_prefix (const char *text,
             const char *p)
{
  while (p > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);

  for (const Unit *unit = prefixes_en; unit->word != NULL; unit++)
    {
      gsize length = strlen (unit->word);

      if ((gsize) (p - text) >= length && strncmp (p - length, unit->word, length) == 0)
        return unit->unit;
    }

  return NULL;
}

/* A digit, which may be as wide as a Chinese character. Returns: 0 to 9, −1 for none. */
static int
get_digit (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (c >= 0xff10 && c <= 0xff19)
    return (int) (c - 0xff10);

  return g_ascii_isdigit (*p) ? *p - '0' : -1;
}

/* Whether a group of three digits begins at p, and no fourth one follows. */
static gboolean
is_group (const char *p)
{
  for (guint i = 0; i < 3; i++, p = g_utf8_next_char (p))
    {
      if (get_digit (p) < 0)
        return FALSE;
    }

  return get_digit (p) < 0;
}

/* Digits with commas between groups of three and a decimal point. */
static const char *
read_digits (const char *p,
             double     *value)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = get_digit (p);

      if (digit >= 0)
        g_string_append_c (digits, (char) ('0' + digit));
      else if ((c == '.' || c == 0xff0e) && get_digit (g_utf8_next_char (p)) >= 0)
        g_string_append_c (digits, '.');
      else if ((c != ',' && c != 0xff0c) || !is_group (g_utf8_next_char (p)))
        break;
    }

  *value = g_ascii_strtod (digits->str, NULL);

  return p;
}

/* GPT-3, A100, 3D, M2: digits of a name count nothing. 2024E is a forecast, and the 5th a rank. */
static gboolean
is_in_name (const Tongue *tongue,
            const char   *text,
            const char   *begin,
            const char   *end)
{
  int power;

  if (begin > text && (is_letter_at (begin - 1) || begin[-1] == '_'))
    return read_prefix (text, begin) == NULL;

  if (begin > text + 1 && begin[-1] == '-' && is_letter_at (begin - 2))
    return TRUE;

  return is_letter_at (end) && read_scale (tongue, end, &power) == end &&
         read_unit (tongue, end) == NULL && !has_word (end, "st") && !has_word (end, "nd") &&
         !has_word (end, "rd") && !has_word (end, "th") && !has_word (end, "E") &&
         !has_word (end, "F");
}

/* Chinese and Japanese number the months that English names. */
static gboolean
is_month (const Tongue *tongue,
          const char   *end)
{
  return tongue->words->months == NULL && g_str_has_prefix (skip_space (end), "月");
}

static gboolean
has_suffix_before (const char *text,
                   const char *p,
                   const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (p - text) >= length && strncmp (p - length, words[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A year, a day of a month, a page, a rank, as against a quantity. */
static gboolean
names_something (const Tongue *tongue,
                 const char   *text,
                 const char   *begin,
                 const char   *end,
                 double        value)
{
  static const char *const before[] = { "第", "p. ", "pp. ", "page ", "Page ", "pages ", NULL };
  static const char *const months[] = { "January", "February", "March", "April", "May", "June",
                                        "July", "August", "September", "October", "November",
                                        "December", NULL };
  const char *next = skip_space (end);

  if (value >= FIRST_YEAR && value <= LAST_YEAR && value == floor (value) &&
      g_utf8_pointer_to_offset (begin, end) == 4)
    return TRUE;

  if (has_suffix_before (text, begin, before) || has_word (end, "st") || has_word (end, "nd") ||
      has_word (end, "rd") || has_word (end, "th") ||
      (tongue->words->months == NULL &&
       (g_str_has_prefix (next, "日") || g_str_has_prefix (next, "号") || g_str_has_prefix (next, "號"))))
    return TRUE;

  /* DALL·E 2, but not CNY 2. */
  if (begin > text + 1 && begin[-1] == ' ' && g_ascii_isupper (begin[-2]) &&
      read_prefix (text, begin) == NULL)
    return TRUE;

  for (gsize i = 0; months[i] != NULL; i++)
    {
      const char *month[] = { months[i], NULL };

      if (g_str_has_prefix (next, months[i]) ||
          (begin > text && begin[-1] == ' ' && has_suffix_before (text, begin - 1, month)))
        return TRUE;
    }

  return FALSE;
}

/* “A thousand characters” is 千字 or 1,000 characters. */
static const char *
find_scale_word (const Tongue         *tongue,
                 const PremiseTextRun *run,
                 const char           *p,
                 GArray               *numbers)
{
  PremiseLintNumber number = { .offset = run->offset + (gsize) (p - run->text), .written = p };
  int power = 0;
  const char *end = read_scale (tongue, p, &power);

  /* A single letter is no word. */
  if (end <= p + 1 || g_unichar_isspace (g_utf8_get_char (p)) ||
      (p > run->text && is_letter_at (p - 1)))
    return g_utf8_next_char (p);

  number.value = pow (10, power);
  g_array_append_val (numbers, number);

  return end;
}

static void
find_in_words (const Tongue         *tongue,
               const PremiseTextRun *run,
               GArray               *numbers)
{
  const char *text = run->text;

  for (const char *p = text; *p != '\0';)
    {
      PremiseLintNumber number = { 0 };
      const char *end;
      const char *unit_at;
      int power = 0;

      if (get_digit (p) < 0)
        {
          p = find_scale_word (tongue, run, p, numbers);
          continue;
        }

      end = read_digits (p, &number.value);
      if (!is_in_name (tongue, text, p, end) && !is_month (tongue, end))
        {
          number.names = names_something (tongue, text, p, end, number.value);
          unit_at = read_scale (tongue, end, &power);
          number.value *= pow (10, power);
          number.offset = run->offset + (gsize) (p - text);
          number.written = p;
          number.length = (gsize) (unit_at - p);
          number.unit = read_unit (tongue, unit_at);
          if (number.unit == NULL)
            number.unit = read_prefix (text, p);

          g_array_append_val (numbers, number);
          end = unit_at;
        }

      p = end;
    }
}

/* A live number without its unit, and the unit that is written beside it. */
static void
find_beside_value (const Tongue *tongue,
                   const GArray *runs,
                   guint         i,
                   GArray       *numbers)
{
  const PremiseTextRun *run = &g_array_index (runs, PremiseTextRun, i);
  PremiseLintNumber number = { .offset = run->offset, .value = NAN };
  int power;

  if (!run->format.bare)
    return;

  if (i + 1 < runs->len)
    {
      const PremiseTextRun *next = &g_array_index (runs, PremiseTextRun, i + 1);

      if (next->kind == PREMISE_SPAN_TEXT)
        number.unit = read_unit (tongue, read_scale (tongue, next->text, &power));
    }

  if (number.unit == NULL && i > 0)
    {
      const PremiseTextRun *last = &g_array_index (runs, PremiseTextRun, i - 1);

      if (last->kind == PREMISE_SPAN_TEXT)
        number.unit = read_prefix (last->text, last->text + strlen (last->text));
    }

  if (number.unit != NULL)
    g_array_append_val (numbers, number);
}

/**
 * premise_lint_find_numbers:
 * @runs: (element-type PremiseTextRun): a text in one language
 * @language: that language
 *
 * Finds the numbers that are written out in a text, and the live ones whose unit is.
 *
 * Returns: (transfer full) (element-type PremiseLintNumber): in the order of the text
 */
GArray *
premise_lint_find_numbers (const GArray *runs,
                           const char   *language)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (PremiseLintNumber));
  Tongue tongue = find_tongue (language);

  for (guint i = 0; i < runs->len; i++)
    {
      const PremiseTextRun *run = &g_array_index (runs, PremiseTextRun, i);

      if (run->kind == PREMISE_SPAN_VALUE)
        find_beside_value (&tongue, runs, i, numbers);
      else if (run->kind != PREMISE_SPAN_CITATION && run->text != NULL)
        find_in_words (&tongue, run, numbers);
    }

  return numbers;
}

/**
 * premise_lint_has_scale:
 * @text: what stands behind a number
 * @language: a language
 *
 * Returns: whether it begins with the word for a scale: 亿 or “billion”
 */
gboolean
premise_lint_has_scale (const char *text,
                        const char *language)
{
  Tongue tongue = find_tongue (language);
  int power = 0;

  read_scale (&tongue, text, &power);

  return power > 0;
}
