/* premise-dimension.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-dimension-private.h"

#include <math.h>
#include <string.h>

#define MAX_EXPONENT 99

/* The order of the bases is the order in which a unit is written. */
enum
{
  BASE_CNY,
  BASE_USD,
  BASE_HKD,
  BASE_GBP,
  BASE_EUR,
  BASE_JPY,
  BASE_KRW,
  BASE_LAST_CURRENCY = BASE_KRW,
  BASE_PERSON,
  BASE_COMPANY,
  BASE_ACCOUNT,
  BASE_CREDIT,
  BASE_IMAGE,
  BASE_FRAME,
  BASE_PIXEL,
  BASE_WORD,
  BASE_CHARACTER,
  BASE_TOKEN,
  BASE_PIECE,
  BASE_ARTICLE,
  BASE_COPY,
  BASE_TITLE,
  BASE_ITEM,
  BASE_KIND,
  BASE_OCCASION,
  BASE_PAIR,
  BASE_QUERY,
  BASE_PARAMETER,
  BASE_GPU,
  BASE_BYTE,
  BASE_KWH,
  BASE_KILOMETRE,
  BASE_YEAR,
  BASE_QUARTER,
  BASE_MONTH,
  BASE_WEEK,
  BASE_DAY,
  BASE_HOUR,
  BASE_MINUTE,
  BASE_SECOND,
  BASE_DATE,
  N_BASES,
};

static const char *const base_names[N_BASES] = {
  [BASE_CNY] = "CNY",
  [BASE_USD] = "USD",
  [BASE_HKD] = "HKD",
  [BASE_GBP] = "GBP",
  [BASE_EUR] = "EUR",
  [BASE_JPY] = "JPY",
  [BASE_KRW] = "KRW",
  [BASE_PERSON] = "person",
  [BASE_COMPANY] = "company",
  [BASE_ACCOUNT] = "account",
  [BASE_CREDIT] = "credit",
  [BASE_IMAGE] = "image",
  [BASE_FRAME] = "frame",
  [BASE_PIXEL] = "pixel",
  [BASE_WORD] = "word",
  [BASE_CHARACTER] = "character",
  [BASE_TOKEN] = "token",
  [BASE_PIECE] = "piece",
  [BASE_ARTICLE] = "article",
  [BASE_COPY] = "copy",
  [BASE_TITLE] = "title",
  [BASE_ITEM] = "item",
  [BASE_KIND] = "kind",
  [BASE_OCCASION] = "occasion",
  [BASE_PAIR] = "pair",
  [BASE_QUERY] = "query",
  [BASE_PARAMETER] = "parameter",
  [BASE_GPU] = "GPU",
  [BASE_BYTE] = "byte",
  [BASE_KWH] = "kWh",
  [BASE_KILOMETRE] = "km",
  [BASE_YEAR] = "year",
  [BASE_QUARTER] = "quarter",
  [BASE_MONTH] = "month",
  [BASE_WEEK] = "week",
  [BASE_DAY] = "day",
  [BASE_HOUR] = "hour",
  [BASE_MINUTE] = "minute",
  [BASE_SECOND] = "second",
  [BASE_DATE] = "date",
};

#define SCALE PREMISE_DIMENSION_NO_BASE

/* An English word is also known with an “s” behind it. */
const PremiseUnitWord premise_unit_words[] = {
  { "1", SCALE, 0 },
  { "×", SCALE, 0 },
  { "x", SCALE, 0 },
  { "倍", SCALE, 0 },
  { "ratio", SCALE, 0 },
  { "%", SCALE, -2 },
  { "％", SCALE, -2 },
  { "pp", SCALE, -2 },
  { "百分点", SCALE, -2 },
  { "‰", SCALE, -3 },
  { "bp", SCALE, -4 },
  { "百", SCALE, 2 },
  { "hundred", SCALE, 2 },
  { "千", SCALE, 3 },
  { "k", SCALE, 3 },
  { "thousand", SCALE, 3 },
  { "万", SCALE, 4 },
  { "百万", SCALE, 6 },
  { "m", SCALE, 6 },
  { "mn", SCALE, 6 },
  { "million", SCALE, 6 },
  { "千万", SCALE, 7 },
  { "亿", SCALE, 8 },
  { "bn", SCALE, 9 },
  { "billion", SCALE, 9 },
  { "万亿", SCALE, 12 },
  { "tn", SCALE, 12 },
  { "trillion", SCALE, 12 },
  { "CNY", BASE_CNY, 0 },
  { "RMB", BASE_CNY, 0 },
  { "yuan", BASE_CNY, 0 },
  { "元", BASE_CNY, 0 },
  { "人民币", BASE_CNY, 0 },
  { "元人民币", BASE_CNY, 0 },
  { "USD", BASE_USD, 0 },
  { "US$", BASE_USD, 0 },
  { "dollar", BASE_USD, 0 },
  { "美元", BASE_USD, 0 },
  { "HKD", BASE_HKD, 0 },
  { "HK$", BASE_HKD, 0 },
  { "港元", BASE_HKD, 0 },
  { "GBP", BASE_GBP, 0 },
  { "£", BASE_GBP, 0 },
  { "英镑", BASE_GBP, 0 },
  { "EUR", BASE_EUR, 0 },
  { "€", BASE_EUR, 0 },
  { "euro", BASE_EUR, 0 },
  { "欧元", BASE_EUR, 0 },
  { "JPY", BASE_JPY, 0 },
  { "日元", BASE_JPY, 0 },
  { "KRW", BASE_KRW, 0 },
  { "韩元", BASE_KRW, 0 },
  { "person", BASE_PERSON, 0 },
  { "people", BASE_PERSON, 0 },
  { "user", BASE_PERSON, 0 },
  { "employee", BASE_PERSON, 0 },
  { "人", BASE_PERSON, 0 },
  { "名", BASE_PERSON, 0 },
  { "用户", BASE_PERSON, 0 },
  { "company", BASE_COMPANY, 0 },
  { "companies", BASE_COMPANY, 0 },
  { "家", BASE_COMPANY, 0 },
  { "account", BASE_ACCOUNT, 0 },
  { "账户", BASE_ACCOUNT, 0 },
  { "credit", BASE_CREDIT, 0 },
  { "信用币", BASE_CREDIT, 0 },
  { "image", BASE_IMAGE, 0 },
  { "张", BASE_IMAGE, 0 },
  { "frame", BASE_FRAME, 0 },
  { "帧", BASE_FRAME, 0 },
  { "pixel", BASE_PIXEL, 0 },
  { "像素", BASE_PIXEL, 0 },
  { "word", BASE_WORD, 0 },
  { "字", BASE_WORD, 0 },
  { "character", BASE_CHARACTER, 0 },
  { "字符", BASE_CHARACTER, 0 },
  { "token", BASE_TOKEN, 0 },
  { "词元", BASE_TOKEN, 0 },
  { "piece", BASE_PIECE, 0 },
  { "首", BASE_PIECE, 0 },
  { "article", BASE_ARTICLE, 0 },
  { "篇", BASE_ARTICLE, 0 },
  { "copy", BASE_COPY, 0 },
  { "copies", BASE_COPY, 0 },
  { "份", BASE_COPY, 0 },
  { "title", BASE_TITLE, 0 },
  { "款", BASE_TITLE, 0 },
  { "部", BASE_TITLE, 0 },
  { "item", BASE_ITEM, 0 },
  { "个", BASE_ITEM, 0 },
  { "条", BASE_ITEM, 0 },
  { "kind", BASE_KIND, 0 },
  { "种", BASE_KIND, 0 },
  { "occasion", BASE_OCCASION, 0 },
  { "次", BASE_OCCASION, 0 },
  { "pair", BASE_PAIR, 0 },
  { "对", BASE_PAIR, 0 },
  { "query", BASE_QUERY, 0 },
  { "queries", BASE_QUERY, 0 },
  { "parameter", BASE_PARAMETER, 0 },
  { "参数", BASE_PARAMETER, 0 },
  { "GPU", BASE_GPU, 0 },
  { "byte", BASE_BYTE, 0 },
  { "字节", BASE_BYTE, 0 },
  { "kB", BASE_BYTE, 3 },
  { "MB", BASE_BYTE, 6 },
  { "GB", BASE_BYTE, 9 },
  { "TB", BASE_BYTE, 12 },
  { "kWh", BASE_KWH, 0 },
  { "MWh", BASE_KWH, 3 },
  { "GWh", BASE_KWH, 6 },
  { "TWh", BASE_KWH, 9 },
  { "千瓦时", BASE_KWH, 0 },
  { "km", BASE_KILOMETRE, 0 },
  { "公里", BASE_KILOMETRE, 0 },
  { "year", BASE_YEAR, 0 },
  { "年", BASE_YEAR, 0 },
  { "quarter", BASE_QUARTER, 0 },
  { "季度", BASE_QUARTER, 0 },
  { "month", BASE_MONTH, 0 },
  { "月", BASE_MONTH, 0 },
  { "个月", BASE_MONTH, 0 },
  { "week", BASE_WEEK, 0 },
  { "周", BASE_WEEK, 0 },
  { "day", BASE_DAY, 0 },
  { "天", BASE_DAY, 0 },
  { "日", BASE_DAY, 0 },
  { "hour", BASE_HOUR, 0 },
  { "小时", BASE_HOUR, 0 },
  { "minute", BASE_MINUTE, 0 },
  { "分钟", BASE_MINUTE, 0 },
  { "second", BASE_SECOND, 0 },
  { "秒", BASE_SECOND, 0 },
  { "date", BASE_DATE, 0 },
};

const guint premise_n_unit_words = G_N_ELEMENTS (premise_unit_words);

/**
 * premise_dimension_get_base_name:
 * @base: a base dimension
 *
 * Gets the name of a base dimension, which is also a unit.
 *
 * Returns: the name
 */
const char *
premise_dimension_get_base_name (guint base)
{
  g_return_val_if_fail (base < N_BASES, NULL);

  return base_names[base];
}

/**
 * premise_dimension_is_base_currency:
 * @base: a base dimension
 *
 * Returns: whether it is money
 */
gboolean
premise_dimension_is_base_currency (guint base)
{
  return base <= BASE_LAST_CURRENCY;
}

/**
 * premise_dimension_is_currency:
 * @self: a dimension
 *
 * Returns: whether it is one kind of money and nothing else
 */
gboolean
premise_dimension_is_currency (const PremiseDimension *self)
{
  return self->n_factors == 1 && self->factors[0].exponent == 1
         && premise_dimension_is_base_currency (self->factors[0].base);
}

/**
 * premise_dimension_has_date:
 * @self: a dimension
 *
 * Returns: whether a date is among what it is a product of
 */
gboolean
premise_dimension_has_date (const PremiseDimension *self)
{
  /* The last base stands last. */
  return self->n_factors > 0 && self->factors[self->n_factors - 1].base == BASE_DATE;
}

/**
 * premise_dimension_equal:
 * @a: a dimension
 * @b: a dimension
 *
 * Returns: whether they are the same
 */
gboolean
premise_dimension_equal (const PremiseDimension *a,
                         const PremiseDimension *b)
{
  return a->n_factors == b->n_factors
         && memcmp (a->factors, b->factors, a->n_factors * sizeof a->factors[0]) == 0;
}

/**
 * premise_dimension_multiply:
 * @self: a dimension
 * @other: another one
 * @exponent: a power, for example −1 to divide
 *
 * Multiplies @self by a power of @other.
 *
 * Returns: %FALSE, with @self as it was, if the result has too many factors
 */
gboolean
premise_dimension_multiply (PremiseDimension       *self,
                            const PremiseDimension *other,
                            int                     exponent)
{
  PremiseDimension result = { 0 };
  guint i = 0;
  guint j = 0;

  while (i < self->n_factors || j < other->n_factors)
    {
      guint left = i < self->n_factors ? self->factors[i].base : N_BASES;
      guint right = j < other->n_factors ? other->factors[j].base : N_BASES;
      guint base = MIN (left, right);
      int sum = 0;

      if (left == base)
        sum += self->factors[i++].exponent;

      if (right == base)
        sum += other->factors[j++].exponent * exponent;

      if (sum == 0)
        continue;

      if (ABS (sum) > MAX_EXPONENT || result.n_factors == PREMISE_DIMENSION_MAX_FACTORS)
        return FALSE;

      result.factors[result.n_factors].base = (guint8) base;
      result.factors[result.n_factors].exponent = (gint8) sum;
      result.n_factors++;
    }

  *self = result;

  return TRUE;
}

/**
 * premise_dimension_raise:
 * @self: a dimension
 * @exponent: a power, for example 0.5 for the square root
 *
 * Raises @self to a power.
 *
 * Returns: %FALSE, with @self as it was, if an exponent would not be a whole number
 */
gboolean
premise_dimension_raise (PremiseDimension *self,
                         double            exponent)
{
  PremiseDimension result = { 0 };

  for (guint i = 0; i < self->n_factors; i++)
    {
      double power = self->factors[i].exponent * exponent;

      if (power == 0)
        continue;

      if (power != floor (power) || fabs (power) > MAX_EXPONENT)
        return FALSE;

      result.factors[result.n_factors].base = self->factors[i].base;
      result.factors[result.n_factors].exponent = (gint8) power;
      result.n_factors++;
    }

  *self = result;

  return TRUE;
}

/**
 * premise_dimension_get_factor:
 * @self: a dimension
 * @i: which factor, in the order in which it is written: those above the line first
 * @exponent: (out): its exponent
 *
 * Returns: the base dimension
 */
guint
premise_dimension_get_factor (const PremiseDimension *self,
                              guint                   i,
                              int                    *exponent)
{
  g_return_val_if_fail (i < self->n_factors, 0);

  for (int below = 0; below < 2; below++)
    {
      for (guint j = 0; j < self->n_factors; j++)
        {
          if ((self->factors[j].exponent < 0) != below || i-- > 0)
            continue;

          *exponent = self->factors[j].exponent;
          return self->factors[j].base;
        }
    }

  g_assert_not_reached ();
}

/**
 * premise_dimension_to_string:
 * @self: a dimension
 *
 * Writes a dimension such that it is a unit again: “CNY/hour”, “1/year”, “1”.
 *
 * Returns: (transfer full): the text
 */
char *
premise_dimension_to_string (const PremiseDimension *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_factors; i++)
    {
      int exponent;
      guint base = premise_dimension_get_factor (self, i, &exponent);

      if (exponent < 0)
        g_string_append (text, text->len > 0 ? "/" : "1/");
      else if (text->len > 0)
        g_string_append (text, "·");

      g_string_append (text, base_names[base]);

      if (ABS (exponent) != 1)
        g_string_append_printf (text, "^%d", ABS (exponent));
    }

  if (text->len == 0)
    g_string_append_c (text, '1');

  return g_string_free (text, FALSE);
}
