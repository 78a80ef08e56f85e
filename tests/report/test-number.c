/* test-number.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-format.h"

#include <locale.h>
#include <math.h>

typedef struct
{
  const char *unit;
  double      current;
  const char *language;
  const char *typed;
  double      value;
} Case;

static PremiseUnit *
parse_unit (const char *text)
{
  g_autoptr(GError) error = NULL;
  PremiseUnit *unit = premise_unit_parse (text, NULL, &error);

  g_assert_no_error (error);

  return unit;
}

static const Case numbers[] = {
  /* shares */
  { "%", 0.3, "zh", "35%", 0.35 },
  { "%", 0.3, "zh", "35", 0.35 },
  { "%", 0.3, "zh", " 35 ％ ", 0.35 },
  { "%", 0.3, "zh", "３５％", 0.35 },
  { "%", 0.3, "en", "4.6 percent", 0.046 },
  { "%", 0.3, "en", "5pp", 0.05 },
  { "%", 0.3, "zh", "2.4个百分点", 0.024 },
  { "%", 0.3, "zh", "12‰", 0.012 },
  { "%", 0.3, "zh", "-5", -0.05 },
  { "%", 0.3, "zh", "\u22125%", -0.05 },
  { "%", 0.3, "zh", "0.35", 0.0035 },
  { "%", 0.3, "zh", "0", 0 },
  { "%", 0.3, "ja", "2.4ポイント", 0.024 },
  { "%", 0.3, "zh-Hant", "2.4個百分點", 0.024 },
  /* amounts: words in both languages, whatever the language of the page */
  { "亿元", 1023e8, "zh-Hant", "1.2兆元人民幣", 1.2e12 },
  { "亿元", 1023e8, "zh-Hant", "3,000", 3000e8 },
  { "亿元", 1023e8, "zh-Hant", "人民幣20億元", 20e8 },
  { "JPY", 1e8, "ja", "3億円", 3e8 },
  { "JPY", 1e8, "ja", "5千万", 5e7 },
  { "JPY", 1e8, "ja", "¥2億", 2e8 },
  { "亿元", 1023e8, "zh", "1.2万亿", 1.2e12 },
  { "亿元", 1023e8, "zh", "3,000", 3000e8 },
  { "亿元", 1023e8, "zh", "3，000", 3000e8 },
  { "亿元", 1023e8, "zh", "3000 亿元", 3000e8 },
  { "亿元", 1023e8, "zh", "3000\u202f亿元", 3000e8 },
  { "亿元", 1023e8, "zh", "0.3bn", 3e8 },
  { "亿元", 1023e8, "zh", "5千万", 5e7 },
  { "亿元", 1023e8, "zh", "5000元", 5000 },
  { "亿元", 1023e8, "zh", "￥3,000亿元", 3000e8 },
  { "亿元", 1023e8, "zh", "人民币20亿元", 20e8 },
  { "亿元", 1023e8, "en", "120", 120e9 },
  { "亿元", 1023e8, "en", "CNY 102.3 bn", 102.3e9 },
  { "亿元", 1023e8, "en", "RMB 5 million", 5e6 },
  { "亿元", 1023e8, "en", "1.2TN", 1.2e12 },
  { "亿元", 0, "zh", "500", 500e8 },
  { "亿元", NAN, "zh", "500", 500e8 },
  { "美元", 20, "en", "$5m", 5e6 },
  { "美元", 20, "en", "US$ 25k", 25e3 },
  { "美元", 20, "en", "-$5", -5 },
  { "美元", 20, "en", "$-5", -5 },
  { "美元", 20, "en", "20 dollars", 20 },
  { "美元", 20, "en", "+1.5e3", 1500 },
  { "美元", 20, "en", ".5", 0.5 },
  { "美元", 20, "en", "5.", 5 },
  { "美元", 20, "en", "1 023 456", 1023456 },
  { "美元", 20, "en", "1023456.5", 1023456.5 },
  { "港元", 20, "en", "HK$62.0bn", 62e9 },
  /* rates, counts, multiples */
  { "USD/hour", 20, "en", "US$20", 20 },
  { "USD/hour", 20, "en", "US$25/hour", 25 },
  { "USD/hour", 20, "zh", "25 美元/小时", 25 },
  { "元/千字", 0.03, "zh", "30", 0.03 },
  { "元/千字", 0.03, "zh", "30 元/千字", 0.03 },
  { "元/千字", 0.03, "en", "CNY 30/1,000 words", 0.03 },
  { "万人", 120e4, "zh", "150", 150e4 },
  { "万人", 120e4, "zh", "150万人", 150e4 },
  { "万人", 120e4, "en", "1.5", 1.5e6 },
  { "万人", 120e4, "en", "1.5 m people", 1.5e6 },
  { "hour", 2000, "en", "1 hour", 1 },
  { "hour", 2000, "zh", "1800 小时", 1800 },
  { "×", 29, "zh", "29倍", 29 },
  { "×", 29, "en", "29x", 29 },
  { "×", 29, "en", "29×", 29 },
  { "×", 29, "en", "500%", 5 },
  { "1", 0.5, "en", "35%", 0.35 },
  { "1", 1e3, "en", "1.5k", 1500 },
  { "GB", 5e9, "en", "12 TB", 12e12 },
  { "GB", 5e9, "en", "512 B", 512 },
};

static void
test_numbers (void)
{
  PremiseFormat format;

  premise_format_init (&format);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(PremiseUnit) unit = parse_unit (numbers[i].unit);
      g_autoptr(GError) error = NULL;
      double value = NAN;

      premise_number_parse (numbers[i].typed, &format, numbers[i].current, unit,
                            numbers[i].language, &value, &error);
      g_assert_no_error (error);
      /* Exactly: what was typed is the nearest double, not the product of two. */
      g_assert_cmpfloat (value, ==, numbers[i].value);
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char         *unit;
    const char         *typed;
    PremiseFormatError  code;
    const char         *message;
  } cases[] = {
    { "%", "abc", PREMISE_FORMAT_ERROR_SYNTAX,
      "“abc” is not a number; type a number such as 35% or 4.6%" },
    { "亿元", " abc ", PREMISE_FORMAT_ERROR_SYNTAX,
      "“abc” is not a number; type a number such as 3,000 or 1.2亿" },
    { "亿元", "", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "-", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "+-5", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", ".", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "1,5", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "%", "0,355", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "%", "00,355", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "1,23,456", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "1234,567", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "1.2.3", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "nan", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "inf", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "0x10", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "1e99999", PREMISE_FORMAT_ERROR_SYNTAX, NULL },
    { "亿元", "1e400", PREMISE_FORMAT_ERROR_RANGE, "“1e400” is too large" },
    { "亿元", "5 美元", PREMISE_FORMAT_ERROR_UNIT,
      "“5 美元” is in a different unit; this number is in 元" },
    { "亿元", "$5", PREMISE_FORMAT_ERROR_UNIT, NULL },
    { "亿元", "35%", PREMISE_FORMAT_ERROR_UNIT, NULL },
    { "亿元", "5倍", PREMISE_FORMAT_ERROR_UNIT, NULL },
    { "亿元", "5 months", PREMISE_FORMAT_ERROR_UNIT, NULL },
    { "%", "5k", PREMISE_FORMAT_ERROR_UNIT, NULL },
    { "%", "5元", PREMISE_FORMAT_ERROR_UNIT, NULL },
    { "1", "5元", PREMISE_FORMAT_ERROR_UNIT,
      "“5元” has a unit, but this number has none; type the number alone" },
  };
  PremiseFormat format;

  premise_format_init (&format);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PremiseUnit) unit = parse_unit (cases[i].unit);
      g_autoptr(GError) error = NULL;
      double value = 42;

      g_assert_false (premise_number_parse (cases[i].typed, &format, 1, unit, "zh",
                                            &value, &error));
      g_assert_error (error, PREMISE_FORMAT_ERROR, (int) cases[i].code);
      g_assert_cmpfloat (value, ==, 42);

      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_hostile (void)
{
  g_autofree char *long_digits = g_strnfill (100000, '9');
  g_autofree char *long_words = g_strnfill (100000, 'm');
  g_autoptr(PremiseUnit) unit = parse_unit ("亿元");
  PremiseFormat format;
  double value = 42;

  premise_format_init (&format);
  g_assert_false (premise_number_parse (long_digits, &format, 1, unit, "zh", &value, NULL));
  g_assert_false (premise_number_parse (long_words, &format, 1, unit, "zh", &value, NULL));
  g_assert_false (premise_number_parse ("\xff\xfe", &format, 1, unit, "zh", &value, NULL));
  g_assert_false (premise_number_parse ("5\xff", &format, 1, unit, "zh", &value, NULL));
  g_assert_false (premise_number_parse ("5%", &format, 1, NULL, "zh", &value, NULL) &&
                  value == 42);
}

/* What the report writes, a person can type back, in either language. */
static void
test_round_trip (void)
{
  static const struct
  {
    const char *unit;
    double      value;
  } cases[] = {
    { "亿元", 1023e8 },      { "亿元", 10.1e11 },      { "亿美元", 290e8 },  { "万美元", 2500e4 },
    { "亿美元", 1920e8 },    { "1", 1750e8 },          { "字/天", 45e8 },    { "亿人", 30.6e8 },
    { "万人", 120e4 },       { "%", 0.27 },            { "%", 0.046 },       { "%", -0.125 },
    { "×", 1160 },           { "×", 29 },              { "小时", 2000 },     { "小时", 1 },
    { "USD/hour", 20 },      { "CNY/image", 30 },      { "元/千字", 0.03 },  { "CNY/USD", 7.25 },
    { "GB", 570e9 },         { "GBP", 0.28 },          { "亿元", 0 },        { "亿元", -48e8 },
    { "亿港元", 620e8 },     { "1", 0.125 },           { "元", 9999 },       { "次", 3e6 },
    { "1/year", 3 },         { "%/year", 0.05 },       { "账户", 5e6 },      { "首", 44000 },
  };
  static const char *const languages[] = { "zh", "zh-Hant", "ja", "en" };
  PremiseFormat format;

  premise_format_init (&format);

  for (gsize i = 0; i < G_N_ELEMENTS (cases) * 2; i++)
    {
      const char *language = languages[i % 2];
      g_autoptr(PremiseUnit) unit = parse_unit (cases[i / 2].unit);
      g_autofree char *text = premise_format_value (&format, cases[i / 2].value, unit, language);
      g_autoptr(GError) error = NULL;
      double value = NAN;

      premise_number_parse (text, &format, cases[i / 2].value, unit, language, &value, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (value, ==, cases[i / 2].value);
    }
}

static void
test_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no German locale here");
      return;
    }

  test_numbers ();
  test_round_trip ();
  setlocale (LC_ALL, "C.UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/number/numbers", test_numbers);
  g_test_add_func ("/report/number/errors", test_errors);
  g_test_add_func ("/report/number/hostile", test_hostile);
  g_test_add_func ("/report/number/round-trip", test_round_trip);
  g_test_add_func ("/report/number/locale", test_locale);

  return g_test_run ();
}
