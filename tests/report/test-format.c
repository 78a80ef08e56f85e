/* test-format.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-date.h"
#include "premise-format-range.h"
#include "premise-format-set.h"

#include <locale.h>
#include <math.h>

#define NNBSP "\u202f"
#define WJ    "\u2060"
#define NBSP  "\u00a0"
#define MINUS "\u2212"

typedef struct
{
  const char *unit;
  double      value;
  const char *format;
  const char *zh;
  const char *en;
} Case;

static PremiseUnit *
parse_unit (const char *text)
{
  g_autoptr(GError) error = NULL;
  PremiseUnit *unit = premise_unit_parse (text, NULL, &error);

  g_assert_no_error (error);

  return unit;
}

static PremiseFormat
parse_format (const char *text)
{
  g_autoptr(GError) error = NULL;
  PremiseFormat format;

  premise_format_parse (&format, text, NULL, &error);
  g_assert_no_error (error);

  return format;
}

static void
check_cases (const Case *cases,
             gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr(PremiseUnit) unit = parse_unit (cases[i].unit);
      PremiseFormat format = parse_format (cases[i].format);
      g_autofree char *zh = premise_format_value (&format, cases[i].value, unit, "zh");
      g_autofree char *en = premise_format_value (&format, cases[i].value, unit, "en");

      g_assert_cmpstr (zh, ==, cases[i].zh);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

/* How languages write the same values; one without words of its own writes them as English does. */
static const struct
{
  const char *language;
  const char *unit;
  double      value;
  const char *format;
  const char *text;
} by_language[] = {
  { "ja", "1", 25e6, "", "2,500" NNBSP "万" },
  { "ja", "亿元", 1.023e11, "", "1,023" NNBSP "億人民元" },
  { "ja", "JPY", 1.2e12, "", "1.2" NNBSP "兆円" },
  { "ja", "JPY", 99996000, ".0", "1" NNBSP "億円" },
  { "ja", "USD", 2500e4, ".0@wan", "2,500" NNBSP "万米ドル" },
  { "ja", "USD", 3e12, "@wanyi", "3" NNBSP "兆米ドル" },
  { "ja", "×", 29, "", "29倍" },
  { "ja", "pp", 0.024, "+", "+2.4" NNBSP "ポイント" },
  { "ja", "month", 3, "", "3" NNBSP "か月" },
  { "ja", "byte", 4e9, "", "4" NNBSP "GB" },
  { "ja", "date", 20221130, "", "2022年11月30日" },
  { "ja_JP.UTF-8", "JPY", 1e8, "", "1" NNBSP "億円" },
  { "zh-Hant", "1", 25e6, "", "2,500" NNBSP "萬" },
  { "zh-Hant", "亿元", 1.023e11, "", "1,023" NNBSP "億元人民幣" },
  { "zh-Hant", "USD", 1.2e12, "", "1.2" NNBSP "兆美元" },
  { "zh-Hant", "JPY", 5e8, "", "5" NNBSP "億日圓" },
  { "zh-Hant", "pp", 0.024, "", "2.4" NNBSP "個百分點" },
  { "zh-Hant", "week", 3, "", "3" NNBSP "週" },
  { "zh-TW", "USD", 1e8, "", "1" NNBSP "億美元" },
  { "zh_HK.UTF-8", "USD", 1e8, "", "1" NNBSP "億美元" },
  { "zh-Hant-CN", "USD", 1e8, "", "1" NNBSP "億美元" },
  { "zh-Hans-HK", "USD", 1e8, "", "1" NNBSP "亿美元" },
  { "zh-SG", "USD", 1e8, "", "1" NNBSP "亿美元" },
  { "ko", "USD", 1e8, "", "US$100" NBSP "m" },
  { "de-AT", "month", 3, "", "3" NBSP "months" },
  { "zho", "USD", 1e8, "", "US$100" NBSP "m" },
  { "", "USD", 1e8, "", "US$100" NBSP "m" },
};

static void
test_languages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_language); i++)
    {
      g_autoptr(PremiseUnit) unit = parse_unit (by_language[i].unit);
      PremiseFormat format = parse_format (by_language[i].format);
      g_autofree char *text = premise_format_value (&format, by_language[i].value, unit, by_language[i].language);

      g_assert_cmpstr (text, ==, by_language[i].text);
    }
}

/* The market space table, as the source prints it; values as a model computes them. */
static const struct
{
  double      market;
  double      cost_share;
  double      ai_share;
  const char *cost;
  const char *space_format;
  const char *space;
} market_space[] = {
  { 2965, 0.25, 0.30, "741", ".2@yi bare", "222.38" },
  { 2255, 0.10, 0.35, "226", ".2@yi bare", "78.93" },
  { 1936, 0.50, 0.30, "968", ".1@yi bare", "290.4" },
  { 902, 0.70, 0.10, "631", ".2@yi bare", "63.14" },
  { 583, 0.60, 0.20, "350", ".2@yi bare", "69.96" },
  { 564, 0.75, 0.25, "423", ".2@yi bare", "105.75" },
  { 440, 0.60, 0.50, "264", ".1@yi bare", "132.0" },
  { 280, 0.30, 0.55, "84", ".1@yi bare", "46.2" },
  { 209, 0.35, 0.20, "73", ".2@yi bare", "14.63" },
};

static void
check_printed (double      value,
               const char *unit_text,
               const char *format_text,
               const char *expected)
{
  g_autoptr(PremiseUnit) unit = parse_unit (unit_text);
  PremiseFormat format = parse_format (format_text);
  g_autofree char *text = premise_format_value (&format, value, unit, "zh");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_printed_market_space (void)
{
  double market = 0;
  double cost = 0;
  double space = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (market_space); i++)
    {
      double market_i = market_space[i].market * 1e8;
      double cost_i = market_i * market_space[i].cost_share;
      double space_i = cost_i * market_space[i].ai_share;

      check_printed (cost_i, "亿元", ".0@yi bare", market_space[i].cost);
      check_printed (space_i, "亿元", market_space[i].space_format, market_space[i].space);
      market += market_i;
      cost += cost_i;
      space += space_i;
    }

  check_printed (market, "亿元", ".0@yi bare", "10,134");
  check_printed (cost, "亿元", ".0@yi bare", "3,760");
  check_printed (space, "亿元", ".0@yi bare", "1,023");
  check_printed (cost / market, "%", ".0", "37%");
  check_printed (space / cost, "%", ".0", "27%");
  check_printed (market, "亿元", ".0@yi", "10,134" NNBSP "亿元");
  check_printed (space, "亿元", "", "1,023" NNBSP "亿元");
}

static void
test_printed_copilot (void)
{
  static const struct
  {
    double      share;
    const char *low;
    const char *high;
  } savings[] = {
    { 1.0, "480", "4,800" }, { 0.1, "48", "480" },    { 0.2, "96", "960" },
    { 0.3, "144", "1,440" }, { 0.4, "192", "1,920" },
  };
  double hours = 120e4 * 2000;

  for (gsize i = 0; i < G_N_ELEMENTS (savings); i++)
    {
      g_autofree char *low = g_strconcat (savings[i].low, NNBSP "亿美元", NULL);
      g_autofree char *high = g_strconcat (savings[i].high, NNBSP "亿美元", NULL);

      check_printed (hours * 20 * savings[i].share, "亿美元", "", low);
      check_printed (hours * 200 * savings[i].share, "亿美元", "", high);
      check_printed (hours * 20 * savings[i].share, "亿美元", ".0@yi bare", savings[i].low);
    }
}

static void
test_printed_price_to_sales (void)
{
  check_printed (290e8 / 0.25e8, "×", "", "1,160倍");
  check_printed (290e8 / 0.4e8, "×", "", "725倍");
  check_printed (290e8 / 2e8, "×", "", "145倍");
  check_printed (290e8 / 10e8, "×", "", "29倍");
  check_printed (sqrt (10 / 0.25) - 1, "%", "", "532%");
}

/* The worked conversions of the glossary. */
static const Case conversions[] = {
  { "亿元", 1023e8, "", "1,023" NNBSP "亿元", "CNY" NBSP "102.3" NBSP "bn" },
  { "亿元", 10134e8, "", "1.01" NNBSP "万亿元", "CNY" NBSP "1.01" NBSP "tn" },
  { "亿元", 10134e8, ".0@yi", "10,134" NNBSP "亿元", "CNY" NBSP "1,013.4" NBSP "bn" },
  { "亿元", 10134e8, ".0@yi bare", "10,134", "1,013.4" },
  { "亿美元", 290e8, "", "290" NNBSP "亿美元", "US$29.0" NBSP "bn" },
  { "亿港元", 620e8, "", "620" NNBSP "亿港元", "HK$62.0" NBSP "bn" },
  { "万美元", 2500e4, "bare", "2,500" NNBSP "万", "25" NBSP "m" },
  { "万美元", 4000e4, "", "4,000" NNBSP "万美元", "US$40" NBSP "m" },
  { "万美元", 270e4, "", "270" NNBSP "万美元", "US$2.7" NBSP "m" },
  { "亿美元", 48e8, "", "48" NNBSP "亿美元", "US$4.8" NBSP "bn" },
  { "亿美元", 1920e8, "", "1,920" NNBSP "亿美元", "US$192" NBSP "bn" },
  { "万亿美元", 2.34e12, "", "2.34" NNBSP "万亿美元", "US$2.34" NBSP "tn" },
  { "万亿美元", 2.93e12, "", "2.93" NNBSP "万亿美元", "US$2.93" NBSP "tn" },
  { "1", 1.17e8, "", "1.17" NNBSP "亿", "117" NBSP "m" },
  { "1", 1750e8, "", "1,750" NNBSP "亿", "175" NBSP "bn" },
  { "字/天", 45e8, "", "45" NNBSP "亿字/天", "4.5" NBSP "bn" NBSP "words/day" },
  { "亿人", 30.6e8, "", "30.6" NNBSP "亿人", "3.06" NBSP "bn" NBSP "people" },
  { "亿人", 35.3e8, "", "35.3" NNBSP "亿人", "3.53" NBSP "bn" NBSP "people" },
  { "万人", 120e4, "", "120" NNBSP "万人", "1.2" NBSP "m" NBSP "people" },
  { "1", 7.1e8, "", "7.1" NNBSP "亿", "710" NBSP "m" },
  { "1", 15e8, "", "15" NNBSP "亿", "1.5" NBSP "bn" },
  { "GBP", 0.28, "", "0.28" NNBSP "英镑", "£0.28" },
  { "%", 0.27, "", "27%", "27%" },
  { "%", 0.046, "", "4.6%", "4.6%" },
  { "%", 0.024, "pp", "2.4" NNBSP "个百分点", "2.4" NBSP "pp" },
  { "%", 0.27, "pp", "27" NNBSP "个百分点", "27" NBSP "pp" },
  { "%/year", 0.05, "pp", "5" NNBSP "个百分点/年", "5" NBSP "pp/year" },
  { "元", 27, "pp", "27" NNBSP "元", "CNY" NBSP "27" },
  { "×", 1160, "", "1,160倍", "1,160×" },
};

/* What a report may hold beside money. */
static const Case units[] = {
  { "小时", 2000, "", "2,000" NNBSP "小时", "2,000" NBSP "hours" },
  { "小时", 1, "", "1" NNBSP "小时", "1" NBSP "hour" },
  { "USD/hour", 20, "", "20" NNBSP "美元/小时", "US$20/hour" },
  { "CNY/image", 30, "", "30" NNBSP "元/张", "CNY" NBSP "30/image" },
  { "元/千字", 0.03, "", "30" NNBSP "元/千字", "CNY" NBSP "30/1,000" NBSP "words" },
  { "CNY/USD", 7.25, "", "7.25" NNBSP "元/美元", "CNY" NBSP "7.25/USD" },
  { "GB", 570e9, "", "570" NNBSP "GB", "570" NBSP "GB" },
  { "1/year", 3, "", "3/年", "3/year" },
  { "%/year", 0.05, "", "5%/年", "5%/year" },
  { "年", 2023, "year", "2023", "2023" },
  { "1", 2023, "year", "2023", "2023" },
  { "1", 12345, "", "1.23" NNBSP "万", "12,300" },
  { "1", 12345, "@one", "12,345", "12,345" },
  { "元", 12345.678, ".2@one", "12,345.68" NNBSP "元", "CNY" NBSP "12,345.68" },
  { "万美元", 270e4, ".0@wan", "270" NNBSP "万美元", "US$2,700" NBSP "k" },
  { "元", 1.5e13, ".1@wanyi", "15.0" NNBSP "万亿元", "CNY" NBSP "15.0" NBSP "tn" },
};

static const Case signs[] = {
  { "元", -12345, "", MINUS "1.23" NNBSP "万元", MINUS "CNY" NBSP "12,300" },
  { "美元", -29e9, "", MINUS "290" NNBSP "亿美元", MINUS "US$29.0" NBSP "bn" },
  { "%", 0.03, ".1+", "+3.0%", "+3.0%" },
  { "%", -0.03, "+ .1", MINUS "3.0%", MINUS "3.0%" },
  { "%", 0, "+,.1", "±0.0%", "±0.0%" },
  { "%", -0.0001, ".1", "0.0%", "0.0%" },
  { "%", -0.0001, ".1+", "±0.0%", "±0.0%" },
  { "元", NAN, "", "–", "–" },
  { "元", INFINITY, "+", "–", "–" },
  { "亿元", 0, "", "0" NNBSP "亿元", "CNY" NBSP "0" NBSP "m" },
  { "%", -0.0, "", "0%", "0%" },
};

/* Halves that binary does not have, and noise that is none of a reader's business. */
static const Case traps[] = {
  { "1", 0.285, ".2", "0.29", "0.29" },
  { "1", 1.005, ".2", "1.01", "1.01" },
  { "1", 2.675, ".2", "2.68", "2.68" },
  { "1", 2.5, ".0", "3", "3" },
  { "1", -2.5, ".0", MINUS "3", MINUS "3" },
  { "1", 0.5, ".0", "1", "1" },
  { "1", 0.49999, ".0", "0", "0" },
  { "1", 0.05, ".0", "0", "0" },
  { "1", 0.1 + 0.2, ".9", "0.300000000", "0.300000000" },
  { "%", 0.285, ".0", "29%", "29%" },
  { "%", 0.145, ".0", "15%", "15%" },
  { "%", 0.07 * 100 / 100, "", "7%", "7%" },
  { "亿元", 2255e8 * 0.1 * 0.35, ".2@yi bare", "78.93", "7.893" },
  { "亿元", 2965e8 * 0.25 * 0.3, ".2@yi bare", "222.38", "22.238" },
  { "1", 999.6, "", "1,000", "1,000" },
  { "1", 9.999, "", "10", "10" },
  { "1", 9.999, "3s", "10.0", "10.0" },
  { "1", 0.0009996, "3s", "0.00100", "0.00100" },
  { "1", 4.8, "3s", "4.80", "4.80" },
  { "1", 123456, "2s@one", "120,000", "120,000" },
  { "元", 99999600, "", "1" NNBSP "亿元", "CNY" NBSP "100" NBSP "m" },
  { "元", 999999.6, "", "100" NNBSP "万元", "CNY" NBSP "1" NBSP "m" },
  { "元", 999.96e9, "", "1" NNBSP "万亿元", "CNY" NBSP "1" NBSP "tn" },
  { "元", 9999, "", "9,999" NNBSP "元", "CNY" NBSP "9,999" },

  /* At the edges of the scales, where half a unit more is another scale. */
  { "元", 9999.5, "", "1" NNBSP "万元", "CNY" NBSP "10,000" },
  { "元", 99994999, "", "9,999" NNBSP "万元", "CNY" NBSP "100" NBSP "m" },
  { "元", 99995000, "", "1" NNBSP "亿元", "CNY" NBSP "100" NBSP "m" },
  { "元", -99995000, "", MINUS "1" NNBSP "亿元", MINUS "CNY" NBSP "100" NBSP "m" },
  { "美元", 999.5e9, "", "9,995" NNBSP "亿美元", "US$999.5" NBSP "bn" },
  { "元", 1e16, "", "10,000" NNBSP "万亿元", "CNY" NBSP "10,000" NBSP "tn" },
  { "元", 50, ".2@wan bare", "0.01", "0.1" },
  { "元", 49.99, ".2@wan bare", "0.00", "0.0" },
  { "元", -50, ".2@wan bare", MINUS "0.01", MINUS "0.1" },
  { "%", 0.99995, ".1", "100.0%", "100.0%" },
  { "%", -0.0005, ".1", MINUS "0.1%", MINUS "0.1%" },
  { "%", 0.0005, ".1pp", "0.1" NNBSP "个百分点", "0.1" NBSP "pp" },
  { "×", -0.5, "", MINUS "0.5倍", MINUS "0.5×" },
  { "元", 1e300, "", "1×10²⁸⁸" NNBSP "万亿元", "CNY" NBSP "1×10²⁸⁸" NBSP "tn" },
  { "1", 1.234e-9, "", "1.23×10⁻⁹", "1.23×10⁻⁹" },
  { "1", 1.234e-90, "2s", "1.2×10⁻⁹⁰", "1.2×10⁻⁹⁰" },
  { "1", 1.234e-90, ".2", "0.00", "0.00" },
  { "1", 0.00000123, "", "0.00000123", "0.00000123" },
};

static void
test_conversions (void)
{
  check_cases (conversions, G_N_ELEMENTS (conversions));
}

static void
test_units (void)
{
  check_cases (units, G_N_ELEMENTS (units));
}

static void
test_signs (void)
{
  check_cases (signs, G_N_ELEMENTS (signs));
}

static void
test_traps (void)
{
  check_cases (traps, G_N_ELEMENTS (traps));
}

static void
test_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no German locale here");
      return;
    }

  test_conversions ();
  test_units ();
  test_signs ();
  test_traps ();
  test_printed_market_space ();
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_other_language (void)
{
  g_autoptr(PremiseUnit) unit = parse_unit ("亿元");
  PremiseFormat format = parse_format ("");
  g_autofree char *french = premise_format_value (&format, 1023e8, unit, "fr");
  g_autofree char *none = premise_format_value (&format, 1023e8, unit, NULL);
  g_autofree char *region = premise_format_value (&format, 1023e8, unit, "zh_CN.UTF-8");
  g_autofree char *plain = premise_format_value (&format, 1023, NULL, "en-GB");

  g_assert_cmpstr (french, ==, "CNY" NBSP "102.3" NBSP "bn");
  g_assert_cmpstr (none, ==, "CNY" NBSP "102.3" NBSP "bn");
  g_assert_cmpstr (region, ==, "1,023" NNBSP "亿元");
  g_assert_cmpstr (plain, ==, "1,023");
}

static void
test_unit_alone (void)
{
  static const Case cases[] = {
    { "亿元", 1023e8, "", "亿元", "CNY" NBSP "bn" },
    { "亿元", 1023e8, ".1@yi bare", "亿元", "CNY" NBSP "bn" },
    { "亿美元", 290e8, "", "亿美元", "US$" NBSP "bn" },
    { "USD/hour", 20, "", "美元/小时", "US$/hour" },
    { "万人", 1, "", "人", "people" },
    { "万人", 120e4, "", "万人", "m" NBSP "people" },
    { "hour", 1, "", "小时", "hours" },
    { "%", 0.3, "", "%", "%" },
    { "%", 0.3, "pp", "百分点", "pp" },
    { "×", 29, "", "倍", "×" },
    { "1", 1750e8, "", "亿", "bn" },
    { "1", 12, "", "", "" },
    { "year", 2023, "year", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PremiseUnit) unit = parse_unit (cases[i].unit);
      PremiseFormat format = parse_format (cases[i].format);
      g_autofree char *zh = premise_format_unit (&format, cases[i].value, unit, "zh");
      g_autofree char *en = premise_format_unit (&format, cases[i].value, unit, "en");

      g_assert_cmpstr (zh, ==, cases[i].zh);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_divisor (void)
{
  g_autoptr(PremiseUnit) money = parse_unit ("亿元");
  g_autoptr(PremiseUnit) share = parse_unit ("%");
  g_autoptr(PremiseUnit) rate = parse_unit ("元/千字");
  PremiseFormat automatic = parse_format ("");
  PremiseFormat yi = parse_format (".0@yi");

  g_assert_cmpfloat (premise_format_get_divisor (&automatic, 1023e8, money, "zh"), ==, 1e8);
  g_assert_cmpfloat (premise_format_get_divisor (&automatic, 1023e8, money, "en"), ==, 1e9);
  g_assert_cmpfloat (premise_format_get_divisor (&automatic, 0, money, "zh"), ==, 1e8);
  g_assert_cmpfloat (premise_format_get_divisor (&automatic, NAN, money, "zh"), ==, 1e8);
  g_assert_cmpfloat (premise_format_get_divisor (&yi, 5, money, "zh"), ==, 1e8);
  g_assert_cmpfloat (premise_format_get_divisor (&automatic, 0.3, share, "zh"), ==, 0.01);
  g_assert_cmpfloat (premise_format_get_divisor (&automatic, 0.3, rate, "zh"), ==, 0.001);
  g_assert_cmpfloat (premise_format_get_divisor (&automatic, 0.3, NULL, "zh"), ==, 1);
}

static void
test_tick (void)
{
  static const struct
  {
    double      value;
    double      divisor;
    const char *format;
    const char *expected;
  } cases[] = {
    { 200e8, 1e8, "", "200" },
    { 1000e8, 1e8, "", "1,000" },
    { 0.25e8, 1e8, "", "0.25" },
    { 0.1 + 0.2, 1, "", "0.3" },
    { 0.3, 0.01, "", "30" },
    { -0.3, 0.01, "", MINUS "30" },
    { 0.305, 0.01, ".0", "30.5" },
    { 0.3, 0.01, ".1", "30.0" },
    { 2021, 1, "year", "2021" },
    { 0, 1e8, "", "0" },
    { 7, 3.5, "", "2" },
    { 1e40, 1, "", "1×10⁴⁰" },
    { 1e-40, 1, ".2", "1×10⁻⁴⁰" },
    { 1e300, 1e-100, "", "–" },
    { NAN, 1, "", "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PremiseFormat format = parse_format (cases[i].format);
      g_autofree char *text = premise_format_tick (&format, cases[i].value, cases[i].divisor);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_change (void)
{
  static const struct
  {
    const char *unit;
    double      value;
    double      base;
    const char *zh;
    const char *en;
  } cases[] = {
    { "亿元", 112e8, 100e8, "+12%", "+12%" },
    { "亿元", 103e8, 100e8, "+3.0%", "+3.0%" },
    { "亿元", 88.2e8, 100e8, MINUS "12%", MINUS "12%" },
    { "亿元", 100e8, 100e8, "±0", "±0" },
    { "亿元", 100e8 * (1 + 1e-14), 100e8, "±0", "±0" },
    { "亿元", 109.96, 100, "+10%", "+10%" },
    { "亿元", 100.001, 100, "+0.001%", "+0.001%" },
    { "亿元", -5, -10, "+50%", "+50%" },
    { "亿元", 5, -10, "+150%", "+150%" },
    { "亿元", 1, 1e-10, "+999,999,999,900%", "+999,999,999,900%" },
    { "亿元", 1, 1e-300, "+1×10³⁰²%", "+1×10³⁰²%" },
    { "亿元", -1, 1e-300, MINUS "1×10³⁰²%", MINUS "1×10³⁰²%" },
    { "%", 1e20, 0.1, "+1×10²²" NNBSP "个百分点", "+1×10²²" NBSP "pp" },
    { "亿元", 5, 0, "新增", "new" },
    { "亿元", 0, 0, "±0", "±0" },
    { "亿元", 0, 5, MINUS "100%", MINUS "100%" },
    { "亿元", 5, NAN, "–", "–" },
    { "亿元", NAN, 5, "–", "–" },
    { "%", 0.33, 0.30, "+3.0" NNBSP "个百分点", "+3.0" NBSP "pp" },
    { "%", 0.30, 0.33, MINUS "3.0" NNBSP "个百分点", MINUS "3.0" NBSP "pp" },
    { "%", 0.05, 0, "+5.0" NNBSP "个百分点", "+5.0" NBSP "pp" },
    { "×", 2000, 1000, "+100%", "+100%" },
    { "date", 20220000, 20230000, "提前", "earlier" },
    { "date", 20230101, 20230100, "推迟", "later" },
    { "date", 20230101, 20230101, "±0", "±0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PremiseUnit) unit = parse_unit (cases[i].unit);
      g_autofree char *zh = premise_format_change (cases[i].value, cases[i].base, unit, "zh");
      g_autofree char *en = premise_format_change (cases[i].value, cases[i].base, unit, "en");

      g_assert_cmpstr (zh, ==, cases[i].zh);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_parse (void)
{
  PremiseFormat format = parse_format (" .1 @yi,+ bare");

  g_assert_cmpint (format.decimals, ==, 1);
  g_assert_cmpint (format.significant, ==, 0);
  g_assert_cmpint (format.scale, ==, PREMISE_NAMED_SCALE_YI);
  g_assert_true (format.sign);
  g_assert_true (format.bare);
  g_assert_false (format.year);
  g_assert_false (format.points);

  format = parse_format ("");
  g_assert_cmpint (format.decimals, ==, -1);
  g_assert_cmpint (format.scale, ==, PREMISE_NAMED_SCALE_AUTO);

  format = parse_format ("3s@wanyi+pp year");
  g_assert_cmpint (format.significant, ==, 3);
  g_assert_cmpint (format.scale, ==, PREMISE_NAMED_SCALE_WANYI);
  g_assert_true (format.points);
  g_assert_true (format.year);
}

static void
test_parse_errors (void)
{
  static const struct
  {
    const char *text;
    gsize       offset;
  } cases[] = {
    { ".", 0 },      { ".10", 0 },       { "0s", 0 },        { "16s", 0 },      { "3", 0 },
    { "@yy", 0 },    { ".1 @", 3 },      { "+ naked", 2 },   { ".1亿", 2 },     { "bare %", 5 },
    { "s", 0 },      { ".1s", 2 },       { "baré", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      PremiseFormat format;
      gsize offset = G_MAXSIZE;

      g_assert_false (premise_format_parse (&format, cases[i].text, &offset, &error));
      g_assert_error (error, PREMISE_FORMAT_ERROR, PREMISE_FORMAT_ERROR_SYNTAX);
      g_assert_cmpuint (offset, ==, cases[i].offset);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (format.decimals, ==, -1);
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *unit;
    double      low;
    double      high;
    const char *format;
    const char *zh;
    const char *en;
  } cases[] = {
    { "万美元", 2500e4, 4000e4, ".0", "2,500" NNBSP "万–" WJ "4,000" NNBSP "万美元", "US$25–" WJ "40" NBSP "m" },
    { "亿美元", 480e8, 4800e8, "", "480" NNBSP "亿–" WJ "4,800" NNBSP "亿美元", "US$48.0–" WJ "480" NBSP "bn" },
    { "亿美元", 48e8, 480e8, ".0@yi bare", "48–" WJ "480", "4.8–" WJ "48.0" },
    { "%", 0.2, 0.3, "", "20–" WJ "30%", "20–" WJ "30%" },
    { "%", 0.2, 0.305, ".1", "20.0–" WJ "30.5%", "20.0–" WJ "30.5%" },
    { "%", 0.02, 0.03, "pp", "2–" WJ "3" NNBSP "个百分点", "2–" WJ "3" NBSP "pp" },
    { "×", 10, 20, "", "10–" WJ "20倍", "10–" WJ "20×" },
    { "1", 30, 100, "", "30–" WJ "100", "30–" WJ "100" },
    { "小时", 1, 2, "", "1–" WJ "2" NNBSP "小时", "1–" WJ "2" NBSP "hours" },
    { "元/千字", 0.03, 0.06, "", "30–" WJ "60" NNBSP "元/千字",
      "CNY" NBSP "30–" WJ "60/1,000" NBSP "words" },
    { "亿人", 30e8, 35e8, "bare", "30" NNBSP "亿–" WJ "35" NNBSP "亿", "3.0–" WJ "3.5" NBSP "bn" },

    /* Another scale is said where it is. */
    { "万美元", 900e4, 12000e4, "", "900" NNBSP "万–" WJ "1.2" NNBSP "亿美元", "US$9–" WJ "120" NBSP "m" },
    { "亿美元", 5e8, 12e8, "", "5" NNBSP "亿–" WJ "12" NNBSP "亿美元", "US$500" NBSP "m–" WJ "1.2" NBSP "bn" },
    { "美元", 500, 2e6, "", "500" NNBSP "美元至200" NNBSP "万美元", "US$500 to US$2" NBSP "m" },
    { "万美元", 0, 40e6, "", "0–" WJ "4,000" NNBSP "万美元", "US$0–" WJ "40" NBSP "m" },
    { "MB", 500e6, 2e9, "", "500" NNBSP "MB至2" NNBSP "GB", "500" NBSP "MB to 2" NBSP "GB" },
    { "GB", 2e9, 4e9, "", "2–" WJ "4" NNBSP "GB", "2–" WJ "4" NBSP "GB" },
    { "万美元", 9000e4, 9999.96e4, "", "9,000" NNBSP "万–" WJ "1" NNBSP "亿美元", "US$90–" WJ "100" NBSP "m" },
    { "万美元", 0, 0, "", "0" NNBSP "万美元", "US$0" },

    /* A dash is no minus. */
    { "%", -0.05, -0.03, "", MINUS "5%至" MINUS "3%", MINUS "5% to " MINUS "3%" },
    { "%", 0.03, 0.05, "+", "+3%至+5%", "+3% to +5%" },
    { "%", -0.05, 0.03, "", MINUS "5%至3%", MINUS "5% to 3%" },
    { "%", NAN, 0.05, "", "–至5%", "– to 5%" },

    /* Two numbers that are written alike are one. */
    { "%", 0.201, 0.204, ".0", "20%", "20%" },

    { "date", 20210000, 20230000, "", "2021–" WJ "2023年", "2021–" WJ "2023" },
    { "date", 20210500, 20230000, "", "2021年5月至2023年", "May 2021 to 2023" },
    { "date", 20221130, 20221130, "", "2022年11月30日", "30" NBSP "November 2022" },
    { "1", 2021, 2023, "year", "2021–" WJ "2023", "2021–" WJ "2023" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char *const languages[] = { "zh", "en" };
      g_autoptr(PremiseUnit) unit = parse_unit (cases[i].unit);
      PremiseFormat format = parse_format (cases[i].format);

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_auto(PremiseFormatRange) range = { NULL };
          g_autofree char *whole = NULL;

          premise_format_range (&range, &format, cases[i].low, cases[i].high, unit, unit,
                                languages[j]);
          whole = g_strconcat (range.low, range.between, range.high, NULL);
          g_assert_cmpstr (whole, ==, j == 0 ? cases[i].zh : cases[i].en);
        }
    }
}

/* A share and a multiple have the same dimension, but no unit in common. */
static void
test_range_units (void)
{
  g_autoptr(PremiseUnit) share = parse_unit ("%");
  g_autoptr(PremiseUnit) times = parse_unit ("×");
  PremiseFormat format = parse_format ("");
  g_auto(PremiseFormatRange) range = { NULL };

  premise_format_range (&range, &format, 0.5, 2, share, times, "en");
  g_assert_cmpstr (range.low, ==, "50%");
  g_assert_cmpstr (range.between, ==, " to ");
  g_assert_cmpstr (range.high, ==, "2×");
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *zh;   /* NULL: no date */
    const char *en;
  } cases[] = {
    { "2022", "2022年", "2022" },
    { "2022-11", "2022年11月", "November 2022" },
    { "2022-11-30", "2022年11月30日", "30" NBSP "November 2022" },
    { "2020-02-29", "2020年2月29日", "29" NBSP "February 2020" },
    { "2022-02-29" }, { "2022-00" }, { "2022-13" }, { "2022-11-00" }, { "2022-1" }, { "22" }, { "0000" },
    { "2022-11-30T00" }, { "2022/11" }, { "" }, { "-2022" }, { "2022-" }, { "2022年" },
  };
  g_autoptr(PremiseUnit) unit = parse_unit ("date");
  double previous = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PremiseFormat format = parse_format ("");
      g_autofree char *zh = NULL, *en = NULL, *iso = NULL;
      double number;

      if (cases[i].zh == NULL)
        {
          g_assert_false (premise_date_parse (cases[i].text, &number));
          continue;
        }

      g_assert_true (premise_date_parse (cases[i].text, &number));
      zh = premise_format_value (&format, number, unit, "zh");
      en = premise_format_value (&format, number, unit, "en");
      g_assert_cmpstr (zh, ==, cases[i].zh);
      g_assert_cmpstr (en, ==, cases[i].en);
      iso = premise_date_dup_iso (number);
      g_assert_cmpstr (iso, ==, cases[i].text);
      if (i < 3)
        g_assert_cmpfloat (number, >, previous);
      previous = number;
    }

  /* What formulas may make of a date is not one any more. */
  g_assert_null (premise_date_format (20221330, "en"));
  g_assert_null (premise_date_dup_iso (20221330));
  g_assert_null (premise_date_format (20221130.5, "en"));
  g_assert_null (premise_date_format (-20221130, "en"));
  g_assert_null (premise_date_format (NAN, "en"));
}

typedef struct
{
  const char     *unit;
  const char     *format;
  const char     *language;
  PremiseCompare  compare;
  double          values[5];    /* up to the first that is no number */
  const char     *texts[5];
} SetCase;

static void
test_set (void)
{
  static const SetCase cases[] = {
    /* Zeros at the end are written where a neighbour has digits there … */
    { "1", "bare @one", "en", PREMISE_COMPARE_DIFFERENCES, { 25, 30.8, NAN }, { "25.0", "30.8" } },
    { "people", "", "en", PREMISE_COMPARE_DIFFERENCES, { 1e7, 3e6, 1.5e6, NAN },
      { "10.0" NBSP "m" NBSP "people", "3.0" NBSP "m" NBSP "people", "1.5" NBSP "m" NBSP "people" } },
    { "1", "3s bare @one", "zh", PREMISE_COMPARE_DIFFERENCES, { 1000. / 3, 75, 150. / 7, NAN }, { "333.3", "75.0", "21.4" } },
    /* … and nowhere else. */
    { "1", "bare @one", "zh", PREMISE_COMPARE_DIFFERENCES, { 1160, 25, 3, 0, NAN }, { "1,160", "25", "3", "0" } },
    /* Each scale is read by itself. */
    { "people", "", "zh", PREMISE_COMPARE_DIFFERENCES, { 3.3e8, 7e8, 8e5, NAN },
      { "3.3" NNBSP "亿人", "7.0" NNBSP "亿人", "80" NNBSP "万人" } },
    /* Nothing that is there becomes nothing, and no number is longer than can be read. */
    { "1", "bare @one", "zh", PREMISE_COMPARE_DIFFERENCES, { 25.5, 0.0004, NAN }, { "25.5000", "0.0004" } },
    { "1", "bare @one", "zh", PREMISE_COMPARE_DIFFERENCES, { 250, 0.0004, NAN }, { "250", "0.0004" } },
    /* Ratios are read by their digits. */
    { "1", "bare @one", "zh", PREMISE_COMPARE_RATIOS, { 1160, 25, 6.67, 1, NAN }, { "1,160", "25.0", "6.67", "1.00" } },
    { "1", "bare @one", "zh", PREMISE_COMPARE_RATIOS, { 1, 3600, NAN }, { "1", "3,600" } },
    { "1", "3s bare @one", "zh", PREMISE_COMPARE_RATIOS, { 1.17, 15, 1750, NAN }, { "1.17", "15.0", "1,750" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SetCase *c = &cases[i];
      g_autoptr(PremiseUnit) unit = parse_unit (c->unit);
      PremiseFormat format = parse_format (c->format);
      g_autoptr(PremiseFormatSet) set = premise_format_set_new (&format, unit, c->language, c->compare);

      for (guint v = 0; isfinite (c->values[v]); v++)
        premise_format_set_add (set, c->values[v]);

      for (guint v = 0; isfinite (c->values[v]); v++)
        {
          g_autofree char *text = premise_format_set_write (set, c->values[v]);

          g_assert_cmpstr (text, ==, c->texts[v]);
        }
    }
}

/* What was not added follows the others, as long as something of it is left. */
static void
test_set_others (void)
{
  PremiseFormat format = parse_format ("bare @one");
  g_autoptr(PremiseFormatSet) set = premise_format_set_new (&format, NULL, "en", PREMISE_COMPARE_DIFFERENCES);
  g_autofree char *sum = NULL;
  g_autofree char *small = NULL;
  g_autofree char *none = NULL;

  premise_format_set_add (set, 30.8);
  premise_format_set_add (set, NAN);
  sum = premise_format_set_write (set, 331.04);
  small = premise_format_set_write (set, 0.004);
  none = premise_format_set_write (set, NAN);

  g_assert_cmpstr (sum, ==, "331.0");
  g_assert_cmpstr (small, ==, "0.004");
  g_assert_cmpstr (none, ==, "–");
}

/* In the unit of an axis a number is as precise as with its own scale. */
static void
test_set_bare (void)
{
  static const struct
  {
    const char *format;
    const char *language;
    double      divisor;
    const char *texts[3];
  } cases[] = {
    { ".0", "zh", 1e8, { "5", "13", "3,375" } },
    { ".0", "en", 1e9, { "0.5", "1.3", "337.5" } },
    { "", "en", 1e9, { "0.50", "1.26", "337.50" } },
  };
  static const double values[] = { 5e8, 12.6e8, 3375e8 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PremiseUnit) unit = parse_unit ("USD");
      PremiseFormat format = parse_format (cases[i].format);
      g_autoptr(PremiseFormatSet) set
        = premise_format_set_new (&format, unit, cases[i].language, PREMISE_COMPARE_DIFFERENCES);

      premise_format_set_bare (set, cases[i].divisor);
      for (gsize v = 0; v < G_N_ELEMENTS (values); v++)
        premise_format_set_add (set, values[v]);

      for (gsize v = 0; v < G_N_ELEMENTS (values); v++)
        {
          g_autofree char *text = premise_format_set_write (set, values[v]);

          g_assert_cmpstr (text, ==, cases[i].texts[v]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/format/languages", test_languages);
  g_test_add_func ("/report/format/dates", test_dates);
  g_test_add_func ("/report/format/ranges", test_ranges);
  g_test_add_func ("/report/format/range-units", test_range_units);

  g_test_add_func ("/report/format/printed/market-space", test_printed_market_space);
  g_test_add_func ("/report/format/printed/copilot", test_printed_copilot);
  g_test_add_func ("/report/format/printed/price-to-sales", test_printed_price_to_sales);
  g_test_add_func ("/report/format/conversions", test_conversions);
  g_test_add_func ("/report/format/units", test_units);
  g_test_add_func ("/report/format/signs", test_signs);
  g_test_add_func ("/report/format/traps", test_traps);
  g_test_add_func ("/report/format/locale", test_locale);
  g_test_add_func ("/report/format/other-language", test_other_language);
  g_test_add_func ("/report/format/unit-alone", test_unit_alone);
  g_test_add_func ("/report/format/divisor", test_divisor);
  g_test_add_func ("/report/format/tick", test_tick);
  g_test_add_func ("/report/format/set", test_set);
  g_test_add_func ("/report/format/set-others", test_set_others);
  g_test_add_func ("/report/format/set-bare", test_set_bare);
  g_test_add_func ("/report/format/change", test_change);
  g_test_add_func ("/report/format/parse", test_parse);
  g_test_add_func ("/report/format/parse-errors", test_parse_errors);

  return g_test_run ();
}
