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

/* The yuan is one of several currencies that are called 元. */
static const PremiseCurrencyWord currencies_zh_hant[] = {
  { "CNY", "", "元人民幣" },
  { "USD", "", "美元" },
  { "HKD", "", "港元" },
  { "GBP", "", "英鎊" },
  { "EUR", "", "歐元" },
  { "JPY", "", "日圓" },
  { "KRW", "", "韓元" },
  { NULL, NULL, NULL },
};

static const PremiseCurrencyWord currencies_ja[] = {
  { "CNY", "", "人民元" },
  { "USD", "", "米ドル" },
  { "HKD", "", "香港ドル" },
  { "GBP", "", "ポンド" },
  { "EUR", "", "ユーロ" },
  { "JPY", "", "円" },
  { "KRW", "", "ウォン" },
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

static const PremiseNoun nouns_zh_hant[] = {
  { "person", "人", "人", NULL },
  { "company", "家", "家", NULL },
  { "account", "帳戶", "個帳戶", NULL },
  { "credit", "點數", "點數", NULL },
  { "image", "張", "張", NULL },
  { "frame", "影格", "影格", NULL },
  { "pixel", "像素", "像素", NULL },
  { "word", "字", "字", NULL },
  { "character", "字", "字", NULL },
  { "token", "詞元", "詞元", NULL },
  { "piece", "首", "首", NULL },
  { "article", "篇", "篇", NULL },
  { "copy", "份", "份", NULL },
  { "title", "款", "款", NULL },
  { "item", "個", "個", NULL },
  { "kind", "種", "種", NULL },
  { "occasion", "次", "次", NULL },
  { "pair", "對", "對", NULL },
  { "query", "次查詢", "次查詢", NULL },
  { "parameter", "參數", "參數", NULL },
  { "GPU", "GPU", "GPU", NULL },
  { "byte", "位元組", "位元組", scales_byte },
  { "kWh", "千瓦時", "千瓦時", scales_kwh },
  { "km", "公里", "公里", NULL },
  { "year", "年", "年", NULL },
  { "quarter", "季", "個季度", NULL },
  { "month", "月", "個月", NULL },
  { "week", "週", "週", NULL },
  { "day", "天", "天", NULL },
  { "hour", "小時", "小時", NULL },
  { "minute", "分鐘", "分鐘", NULL },
  { "second", "秒", "秒", NULL },
  { NULL, NULL, NULL, NULL },
};

static const PremiseNoun nouns_ja[] = {
  { "person", "人", "人", NULL },
  { "company", "社", "社", NULL },
  { "account", "アカウント", "アカウント", NULL },
  { "credit", "クレジット", "クレジット", NULL },
  { "image", "枚", "枚", NULL },
  { "frame", "フレーム", "フレーム", NULL },
  { "pixel", "ピクセル", "ピクセル", NULL },
  { "word", "語", "語", NULL },
  { "character", "字", "字", NULL },
  { "token", "トークン", "トークン", NULL },
  { "piece", "曲", "曲", NULL },
  { "article", "本", "本", NULL },
  { "copy", "部", "部", NULL },
  { "title", "タイトル", "タイトル", NULL },
  { "item", "個", "個", NULL },
  { "kind", "種類", "種類", NULL },
  { "occasion", "回", "回", NULL },
  { "pair", "組", "組", NULL },
  { "query", "クエリ", "クエリ", NULL },
  { "parameter", "パラメータ", "パラメータ", NULL },
  { "GPU", "GPU", "GPU", NULL },
  { "byte", "バイト", "バイト", scales_byte },
  { "kWh", "キロワット時", "キロワット時", scales_kwh },
  { "km", "キロメートル", "キロメートル", NULL },
  { "year", "年", "年", NULL },
  { "quarter", "四半期", "四半期", NULL },
  { "month", "月", "か月", NULL },
  { "week", "週", "週間", NULL },
  { "day", "日", "日", NULL },
  { "hour", "時間", "時間", NULL },
  { "minute", "分", "分", NULL },
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
    .pango_language = "zh-cn",
    .ideographic = TRUE,
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
    .language = "zh-Hant",
    .pango_language = "zh-tw",
    .ideographic = TRUE,
    .gap = PREMISE_NARROW_SPACE,
    .scale_touches_unit = TRUE,
    .scales = { { "", 0 }, { "萬", 4 }, { "億", 8 }, { "兆", 12 } },
    .named = { { "", 0 }, { "", 0 }, { "萬", 4 }, { "億", 8 }, { "兆", 12 } },
    .currencies = currencies_zh_hant,
    .nouns = nouns_zh_hant,
    .times = "倍",
    .points = "個百分點",
    .points_unit = "百分點",
    .thousand = "千",
    .appeared = "新增",
    .earlier = "提前",
    .later = "延後",
    .to = "至",
  },
  {
    .language = "ja",
    .pango_language = "ja",
    .ideographic = TRUE,
    .gap = PREMISE_NARROW_SPACE,
    .scale_touches_unit = TRUE,
    .scales = { { "", 0 }, { "万", 4 }, { "億", 8 }, { "兆", 12 } },
    .named = { { "", 0 }, { "", 0 }, { "万", 4 }, { "億", 8 }, { "兆", 12 } },
    .currencies = currencies_ja,
    .nouns = nouns_ja,
    .times = "倍",
    .points = "ポイント",
    .points_unit = "ポイント",
    .thousand = "千",
    .appeared = "新規",
    .earlier = "前倒し",
    .later = "延期",
    .to = "〜",
  },
  {
    .language = "en",
    .pango_language = "en-gb",
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

/* Whether Chinese is in traditional characters: a script says so, or else the region does. */
static gboolean
is_traditional (const char *language)
{
  g_autofree char *tag = g_strndup (language, strcspn (language, ".@"));
  g_auto(GStrv) subtags = g_strsplit_set (tag, "-_", -1);
  gboolean traditional = FALSE;

  for (gsize i = 1; subtags[0] != NULL && subtags[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (subtags[i], "Hans") == 0)
        return FALSE;

      if (g_ascii_strcasecmp (subtags[i], "Hant") == 0 || g_ascii_strcasecmp (subtags[i], "TW") == 0 ||
          g_ascii_strcasecmp (subtags[i], "HK") == 0 || g_ascii_strcasecmp (subtags[i], "MO") == 0)
        traditional = TRUE;
    }

  return traditional;
}

/**
 * premise_words_get:
 * @language: (nullable): a language tag such as "zh", "zh-Hant", "zh_TW.UTF-8" or "en-GB"
 *
 * Finds how a language writes numbers. There is a table for each way of writing them: simplified
 * and traditional Chinese, Japanese, English. Every other language falls back to the English one.
 *
 * Returns: the words
 */
const PremiseWords *
premise_words_get (const char *language)
{
  gsize length = language != NULL ? strcspn (language, "-_.@") : 0;

  if (length == 2 && g_ascii_strncasecmp (language, "zh", 2) == 0 && is_traditional (language))
    {
      language = "zh-Hant";
      length = strlen (language);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *candidate = languages[i].language;

      if (strlen (candidate) == length && g_ascii_strncasecmp (candidate, language, length) == 0)
        return &languages[i];
    }

  return &languages[G_N_ELEMENTS (languages) - 1];
}

/**
 * premise_words_get_pango_language:
 * @language: (nullable): a language tag
 *
 * Finds the tag that makes Pango choose the right glyphs: "zh" alone may give Japanese or
 * traditional forms.
 *
 * Returns: (transfer none): a tag as Pango names languages; @language itself where there is no table
 *   for it
 */
const char *
premise_words_get_pango_language (const char *language)
{
  const PremiseWords *words = premise_words_get (language);

  /* Words that are borrowed from English do not make it English. */
  if (language == NULL || g_ascii_strncasecmp (language, words->language, 2) == 0)
    return words->pango_language;

  return language;
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
