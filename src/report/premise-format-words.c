/* premise-format-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-format-words.h"

#include <string.h>

static const PremiseCurrencyWord currencies_zh[] = {
  { "CNY", "", "元" },
  { "USD", "", "美元" },
  { "HKD", "", "港元" },
  { "GBP", "", "英镑" },
  { "EUR", "", "欧元" },
  { "JPY", "", "日元" },
  { "KRW", "", "韩元" },
  { NULL, NULL, NULL },
};

static const PremiseCurrencyWord currencies_en[] = {
  { "CNY", "CNY" PREMISE_NO_BREAK_SPACE, NULL },
  { "USD", "US$", NULL },
  { "HKD", "HK$", NULL },
  { "GBP", "£", NULL },
  { "EUR", "€", NULL },
  { "JPY", "JP¥", NULL },
  { "KRW", "KRW" PREMISE_NO_BREAK_SPACE, NULL },
  { NULL, NULL, NULL },
};

/* Nobody counts bytes in 亿 or in billions. */
static const PremiseScaleWord scales_byte[PREMISE_N_SCALES] = {
  { "B", 0 }, { "MB", 6 }, { "GB", 9 }, { "TB", 12 },
};

static const PremiseScaleWord scales_kwh[PREMISE_N_SCALES] = {
  { "kWh", 0 }, { "MWh", 3 }, { "GWh", 6 }, { "TWh", 9 },
};

static const PremiseNoun nouns_zh[] = {
  { "person", "人", "人", NULL },
  { "company", "家", "家", NULL },
  { "account", "账户", "个账户", NULL },
  { "credit", "信用币", "信用币", NULL },
  { "image", "张", "张", NULL },
  { "frame", "帧", "帧", NULL },
  { "pixel", "像素", "像素", NULL },
  { "word", "字", "字", NULL },
  { "character", "字", "字", NULL },   /* what texts are counted in, as words are elsewhere */
  { "token", "词元", "词元", NULL },
  { "piece", "首", "首", NULL },
  { "article", "篇", "篇", NULL },
  { "copy", "份", "份", NULL },
  { "title", "款", "款", NULL },
  { "item", "个", "个", NULL },
  { "kind", "种", "种", NULL },
  { "occasion", "次", "次", NULL },
  { "pair", "对", "对", NULL },
  { "query", "次查询", "次查询", NULL },
  { "parameter", "参数", "参数", NULL },
  { "GPU", "GPU", "GPU", NULL },
  { "byte", "字节", "字节", scales_byte },
  { "kWh", "千瓦时", "千瓦时", scales_kwh },
  { "km", "公里", "公里", NULL },
  { "year", "年", "年", NULL },
  { "quarter", "季度", "个季度", NULL },
  { "month", "月", "个月", NULL },
  { "week", "周", "周", NULL },
  { "day", "天", "天", NULL },
  { "hour", "小时", "小时", NULL },
  { "minute", "分钟", "分钟", NULL },
  { "second", "秒", "秒", NULL },
  { NULL, NULL, NULL, NULL },
};

static const PremiseNoun nouns_en[] = {
  { "person", "person", "people", NULL },
  { "company", "company", "companies", NULL },
  { "account", "account", "accounts", NULL },
  { "credit", "credit", "credits", NULL },
  { "image", "image", "images", NULL },
  { "frame", "frame", "frames", NULL },
  { "pixel", "pixel", "pixels", NULL },
  { "word", "word", "words", NULL },
  { "character", "character", "characters", NULL },
  { "token", "token", "tokens", NULL },
  { "piece", "piece", "pieces", NULL },
  { "article", "article", "articles", NULL },
  { "copy", "copy", "copies", NULL },
  { "title", "title", "titles", NULL },
  { "item", "item", "items", NULL },
  { "kind", "kind", "kinds", NULL },
  { "occasion", "time", "times", NULL },
  { "pair", "pair", "pairs", NULL },
  { "query", "query", "queries", NULL },
  { "parameter", "parameter", "parameters", NULL },
  { "GPU", "GPU", "GPUs", NULL },
  { "byte", "byte", "bytes", scales_byte },
  { "kWh", "kWh", "kWh", scales_kwh },
  { "km", "km", "km", NULL },
  { "year", "year", "years", NULL },
  { "quarter", "quarter", "quarters", NULL },
  { "month", "month", "months", NULL },
  { "week", "week", "weeks", NULL },
  { "day", "day", "days", NULL },
  { "hour", "hour", "hours", NULL },
  { "minute", "minute", "minutes", NULL },
  { "second", "second", "seconds", NULL },
  { NULL, NULL, NULL, NULL },
};

static const char *const months_en[] = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
};

/* English is last: it serves the languages that have no row of their own. */
static const PremiseWords languages[] = {
  {
    .language = "zh",
    .gap = PREMISE_NARROW_SPACE,
    .scale_touches_unit = TRUE,
    .scales = { { "", 0 }, { "万", 4 }, { "亿", 8 }, { "万亿", 12 } },
    .named = { { "", 0 }, { "", 0 }, { "万", 4 }, { "亿", 8 }, { "万亿", 12 } },
    .currencies = currencies_zh,
    .nouns = nouns_zh,
    .times = "倍",
    .points = "个百分点",
    .points_unit = "百分点",
    .thousand = "千",
    .appeared = "新增",
    .earlier = "提前",
    .later = "推迟",
    .to = "至",
  },
  {
    .language = "en",
    .gap = PREMISE_NO_BREAK_SPACE,
    .scale_touches_unit = FALSE,
    .scales = { { "", 0 }, { "m", 6 }, { "bn", 9 }, { "tn", 12 } },
    .named = { { "", 0 }, { "", 0 }, { "k", 3 }, { "bn", 9 }, { "tn", 12 } },
    .currencies = currencies_en,
    .nouns = nouns_en,
    .times = "×",
    .points = "pp",
    .points_unit = "pp",
    .thousand = "1,000" PREMISE_NO_BREAK_SPACE,
    .appeared = "new",
    .earlier = "earlier",
    .later = "later",
    .to = " to ",
    .months = months_en,
  },
};

/**
 * premise_words_get:
 * @language: (nullable): a language tag such as "zh", "zh-CN" or "en_GB"
 *
 * Finds how a language writes numbers. A language without a table writes them
 * as English does.
 *
 * Returns: the words
 */
const PremiseWords *
premise_words_get (const char *language)
{
  gsize length = language != NULL ? strcspn (language, "-_.@") : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *candidate = languages[i].language;

      if (strlen (candidate) == length && g_ascii_strncasecmp (candidate, language, length) == 0)
        return &languages[i];
    }

  return &languages[G_N_ELEMENTS (languages) - 1];
}

/**
 * premise_words_find_currency:
 * @self: the words of a language
 * @dimension: the engine's name of a dimension
 *
 * Returns: (nullable): how the currency is written; %NULL when it is none
 */
const PremiseCurrencyWord *
premise_words_find_currency (const PremiseWords *self,
                             const char         *dimension)
{
  for (const PremiseCurrencyWord *word = self->currencies; word->code != NULL; word++)
    {
      if (strcmp (word->code, dimension) == 0)
        return word;
    }

  return NULL;
}

/**
 * premise_words_find_noun:
 * @self: the words of a language
 * @dimension: the engine's name of a dimension
 *
 * Returns: (nullable): how what is counted is called; %NULL when there is no word for it
 */
const PremiseNoun *
premise_words_find_noun (const PremiseWords *self,
                         const char         *dimension)
{
  for (const PremiseNoun *noun = self->nouns; noun->dimension != NULL; noun++)
    {
      if (strcmp (noun->dimension, dimension) == 0)
        return noun;
    }

  return NULL;
}
