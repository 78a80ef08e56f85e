/* test-unit.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "premise-unit.h"

#include <locale.h>

typedef struct
{
  const char *text;
  double      scale;
  const char *dimension;
} Case;

static void
test_unit_parse (void)
{
  static const Case cases[] = {
    { "1", 1, "1" },
    { "×", 1, "1" },
    { "x", 1, "1" },
    { "倍", 1, "1" },
    { "%", 0.01, "1" },
    { "pp", 0.01, "1" },
    { "CNY", 1, "CNY" },
    { "元", 1, "CNY" },
    { "yuan", 1, "CNY" },
    { "亿元", 1e8, "CNY" },
    { "亿元人民币", 1e8, "CNY" },
    { "万亿元人民币", 1e12, "CNY" },
    { "亿CNY", 1e8, "CNY" },
    { "亿美元", 1e8, "USD" },
    { "万亿美元", 1e12, "USD" },
    { "千亿元", 1e11, "CNY" },
    { "百万美元", 1e6, "USD" },
    { "亿", 1e8, "1" },
    { "k", 1e3, "1" },
    { "billion USD", 1e9, "USD" },
    { "USD billion", 1e9, "USD" },
    { "bn USD", 1e9, "USD" },
    { "kUSD", 1e3, "USD" },
    { "million person", 1e6, "person" },
    { "万人", 1e4, "person" },
    { "people", 1, "person" },
    { "users", 1, "person" },
    { "images", 1, "image" },
    { "千字", 1e3, "word" },
    { "美元/小时", 1, "USD/hour" },
    { "USD per hour", 1, "USD/hour" },
    { "元/千字", 1e-3, "CNY/word" },
    { "CNY/thousand word", 1e-3, "CNY/word" },
    { "USD/1000 token", 1e-3, "USD/token" },
    { "亿字/天", 1e8, "word/day" },
    { "CNY/image", 1, "CNY/image" },
    { "人年", 1, "person·year" },
    { "person*year", 1, "person·year" },
    { "person·year", 1, "person·year" },
    { "year person", 1, "person·year" },
    { "个月", 1, "month" },
    { "km^2", 1, "km^2" },
    { "km²", 1, "km^2" },
    { "亿km²", 1e8, "km^2" },
    { "second^-1", 1, "1/second" },
    { "1/year", 1, "1/year" },
    { "USD/(person·month)", 1, "USD/person/month" },
    { "USD/person/month", 1, "USD/person/month" },
    { "CNY/CNY", 1, "1" },
    { "GB", 1e9, "byte" },
    { " CNY ", 1, "CNY" },
    { "date", 1, "date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(PremiseUnit) unit = premise_unit_parse (cases[i].text, NULL, &error);
      g_autoptr(PremiseUnit) again = NULL;
      g_autofree char *dimension = NULL;

      g_assert_no_error (error);
      dimension = premise_unit_to_string (unit);
      g_assert_cmpstr (dimension, ==, cases[i].dimension);
      g_assert_cmpfloat (premise_unit_get_scale (unit), ==, cases[i].scale);
      g_assert_cmpstr (premise_unit_get_text (unit), ==, cases[i].text);

      /* What it is written as is a unit again. */
      again = premise_unit_parse (dimension, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (premise_unit_same_dimension (unit, again));
      g_assert_cmpfloat (premise_unit_get_scale (again), ==, 1);
    }
}

static void
check_error (const char       *text,
             PremiseUnitError  code,
             gsize             expected_offset,
             const char       *part)
{
  g_autoptr(GError) error = NULL;
  gsize offset = 999;

  g_assert_null (premise_unit_parse (text, &offset, &error));
  g_assert_error (error, PREMISE_UNIT_ERROR, (int) code);
  g_assert_cmpuint (offset, ==, expected_offset);
  g_assert_nonnull (g_strstr_len (error->message, -1, part));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_unit_errors (void)
{
  check_error ("", PREMISE_UNIT_ERROR_SYNTAX, 0, "expected a unit");
  check_error ("dolar", PREMISE_UNIT_ERROR_UNKNOWN, 0, "did you mean “dollar”?");
  check_error ("CNY/huor", PREMISE_UNIT_ERROR_UNKNOWN, 4, "did you mean “hour”?");
  /* Million, not metres. */
  check_error ("m²", PREMISE_UNIT_ERROR_SYNTAX, 0, "“m” is a scale, which has no exponent");
  check_error ("(m)²", PREMISE_UNIT_ERROR_SYNTAX, 0, "“(m)” is a scale");
  check_error ("CNY/m^2", PREMISE_UNIT_ERROR_SYNTAX, 4, "“m” is a scale");
  /* Of two currencies that are glued, nobody means the product. */
  check_error ("亿元美元", PREMISE_UNIT_ERROR_UNKNOWN, 0, "unknown unit “亿元美元”");
  check_error ("亿元/光年", PREMISE_UNIT_ERROR_UNKNOWN, 7, "unknown unit “光年”");
  check_error ("CNY/", PREMISE_UNIT_ERROR_SYNTAX, 4, "expected a unit");
  check_error ("/CNY", PREMISE_UNIT_ERROR_SYNTAX, 0, "expected a unit");
  check_error ("(CNY", PREMISE_UNIT_ERROR_SYNTAX, 4, "expected “)”");
  check_error ("CNY)", PREMISE_UNIT_ERROR_SYNTAX, 3, "not expected");
  check_error ("CNY^", PREMISE_UNIT_ERROR_SYNTAX, 3, "exponent");
  check_error ("CNY^12", PREMISE_UNIT_ERROR_SYNTAX, 3, "exponent");
  check_error ("5 CNY", PREMISE_UNIT_ERROR_SYNTAX, 0, "power of ten");
  check_error ("CNY\xff", PREMISE_UNIT_ERROR_SYNTAX, 3, "UTF-8");
  check_error ("万亿万亿万亿 CNY", PREMISE_UNIT_ERROR_SYNTAX, 0, "too large");
  check_error ("personhour", PREMISE_UNIT_ERROR_UNKNOWN, 0, "unknown unit");
  check_error ("date/year", PREMISE_UNIT_ERROR_SYNTAX, 0, "a unit by itself");
  check_error ("万 date", PREMISE_UNIT_ERROR_SYNTAX, 0, "a unit by itself");
  check_error ("date^2", PREMISE_UNIT_ERROR_SYNTAX, 0, "a unit by itself");
  check_error ("((((((((((CNY))))))))))", PREMISE_UNIT_ERROR_SYNTAX, 8, "nested");
}

static void
test_unit_factors (void)
{
  g_autoptr(PremiseUnit) unit = premise_unit_parse ("1/小时·亿元/张^2", NULL, NULL);
  int exponent;

  g_assert_cmpuint (premise_unit_get_n_factors (unit), ==, 3);
  g_assert_cmpstr (premise_unit_get_factor (unit, 0, &exponent), ==, "CNY");
  g_assert_cmpint (exponent, ==, 1);
  g_assert_cmpstr (premise_unit_get_factor (unit, 1, &exponent), ==, "image");
  g_assert_cmpint (exponent, ==, -2);
  g_assert_cmpstr (premise_unit_get_factor (unit, 2, &exponent), ==, "hour");
  g_assert_cmpint (exponent, ==, -1);
}

static void
test_unit_dimensions (void)
{
  g_autoptr(PremiseUnit) percent = premise_unit_parse ("%", NULL, NULL);
  g_autoptr(PremiseUnit) times = premise_unit_parse ("×", NULL, NULL);
  g_autoptr(PremiseUnit) yuan = premise_unit_parse ("亿元", NULL, NULL);
  g_autoptr(PremiseUnit) dollar = premise_unit_parse ("USD", NULL, NULL);
  g_autoptr(PremiseUnit) hour = premise_unit_parse ("hour", NULL, NULL);
  g_autoptr(PremiseUnit) day = premise_unit_parse ("day", NULL, NULL);
  g_autoptr(PremiseUnit) date = premise_unit_parse ("date", NULL, NULL);

  g_assert_true (premise_unit_same_dimension (percent, times));
  g_assert_true (premise_unit_is_dimensionless (percent));
  g_assert_false (premise_unit_is_dimensionless (yuan));
  g_assert_false (premise_unit_same_dimension (yuan, dollar));
  g_assert_false (premise_unit_same_dimension (hour, day));
  g_assert_true (premise_unit_is_date (date));
  g_assert_false (premise_unit_is_date (day));
  g_assert_false (premise_unit_is_date (percent));
}

/* A number that was written in a report must become the number that is meant, and a scale
 * of 0.01 is not: 7 * 0.01 is 0.07000000000000001.
 */
static void
test_unit_convert (void)
{
  g_autoptr(PremiseUnit) percent = premise_unit_parse ("%", NULL, NULL);
  g_autoptr(PremiseUnit) yuan = premise_unit_parse ("亿元", NULL, NULL);
  g_autoptr(PremiseUnit) price = premise_unit_parse ("元/千字", NULL, NULL);

  g_assert_cmpfloat (premise_unit_to_base (percent, 7), ==, 0.07);
  g_assert_cmpfloat (premise_unit_to_base (percent, 29), ==, 0.29);
  g_assert_cmpfloat (premise_unit_from_base (percent, 0.25), ==, 25);
  g_assert_cmpfloat (premise_unit_to_base (yuan, 1023.38), ==, 102338000000.0);
  g_assert_cmpfloat (premise_unit_from_base (yuan, 102338000000.0), ==, 1023.38);
  g_assert_cmpfloat (premise_unit_to_base (price, 60), ==, 0.06);
}

static void
test_unit_boxed (void)
{
  PremiseUnit *unit = premise_unit_parse ("CNY", NULL, NULL);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, PREMISE_TYPE_UNIT);
  g_value_take_boxed (&value, unit);
  g_assert_true (g_value_get_boxed (&value) == unit);
  g_assert_true (premise_unit_ref (unit) == unit);
  g_value_unset (&value);
  g_assert_cmpstr (premise_unit_get_text (unit), ==, "CNY");
  premise_unit_unref (unit);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/unit/parse", test_unit_parse);
  g_test_add_func ("/engine/unit/errors", test_unit_errors);
  g_test_add_func ("/engine/unit/factors", test_unit_factors);
  g_test_add_func ("/engine/unit/dimensions", test_unit_dimensions);
  g_test_add_func ("/engine/unit/convert", test_unit_convert);
  g_test_add_func ("/engine/unit/boxed", test_unit_boxed);

  return g_test_run ();
}
