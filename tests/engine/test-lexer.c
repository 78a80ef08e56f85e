/* test-lexer.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "premise-lexer-private.h"

#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char       *text;
  PremiseTokenKind  kinds[8];   /* up to END */
} Case;

static void
test_lexer_kinds (void)
{
  static const Case cases[] = {
    { "", { PREMISE_TOKEN_END } },
    { " \t\n", { PREMISE_TOKEN_END } },
    { "a+b", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_PLUS, PREMISE_TOKEN_NAME } },
    { "a<=b", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_LESS_EQUAL, PREMISE_TOKEN_NAME } },
    { "a< =b", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_LESS, PREMISE_TOKEN_EQUAL, PREMISE_TOKEN_NAME } },
    { "1<>2", { PREMISE_TOKEN_NUMBER, PREMISE_TOKEN_NOT_EQUAL, PREMISE_TOKEN_NUMBER } },
    { "x[2023]", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_LEFT_BRACKET, PREMISE_TOKEN_NUMBER,
                   PREMISE_TOKEN_RIGHT_BRACKET } },
    { "30%", { PREMISE_TOKEN_NUMBER, PREMISE_TOKEN_PERCENT } },
    { "not a and b or c", { PREMISE_TOKEN_NOT, PREMISE_TOKEN_NAME, PREMISE_TOKEN_AND,
                            PREMISE_TOKEN_NAME, PREMISE_TOKEN_OR, PREMISE_TOKEN_NAME } },
    { "android over", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_OVER } },
    { "6×7÷2−1", { PREMISE_TOKEN_NUMBER, PREMISE_TOKEN_TIMES, PREMISE_TOKEN_NUMBER,
                   PREMISE_TOKEN_DIVIDE, PREMISE_TOKEN_NUMBER, PREMISE_TOKEN_MINUS,
                   PREMISE_TOKEN_NUMBER } },
    { "\"GPT-4\"", { PREMISE_TOKEN_STRING } },
    { "a..b", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_UNKNOWN } },
    { "\xff", { PREMISE_TOKEN_ERROR } },
    { "a\xe5\xb8", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_ERROR } },
    { "1e400", { PREMISE_TOKEN_ERROR } },
    { "\"open", { PREMISE_TOKEN_ERROR } },
    { "a；b", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_UNKNOWN } },
    { "a && b", { PREMISE_TOKEN_NAME, PREMISE_TOKEN_UNKNOWN } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PremiseLexer lexer;
      PremiseToken token;
      guint n = 0;

      premise_lexer_init (&lexer, cases[i].text);

      do
        {
          premise_lexer_next (&lexer, &token);

          if (token.kind != cases[i].kinds[n])
            g_error ("%s: token %u is %d", cases[i].text, n, (int) token.kind);

          g_assert_cmpuint (token.offset + token.length, <=, strlen (cases[i].text));
          g_assert_true (token.kind == PREMISE_TOKEN_UNKNOWN
                         || (token.kind == PREMISE_TOKEN_ERROR) == (token.message != NULL));
          n++;
        }
      while (token.kind != PREMISE_TOKEN_END && token.kind != PREMISE_TOKEN_ERROR
             && token.kind != PREMISE_TOKEN_UNKNOWN);
    }
}

static void
test_lexer_places (void)
{
  PremiseLexer lexer;
  PremiseToken token;

  premise_lexer_init (&lexer, "市场.规模 * 0.25");

  premise_lexer_next (&lexer, &token);
  g_assert_cmpuint (token.offset, ==, 0);
  g_assert_cmpuint (token.length, ==, strlen ("市场.规模"));

  premise_lexer_next (&lexer, &token);
  g_assert_cmpuint (token.offset, ==, strlen ("市场.规模 "));

  premise_lexer_next (&lexer, &token);
  g_assert_cmpuint (token.offset, ==, strlen ("市场.规模 * "));
  g_assert_cmpfloat (token.number, ==, 0.25);
}

static void
check_number (const char *text)
{
  PremiseLexer lexer;
  PremiseToken token;

  premise_lexer_init (&lexer, text);
  premise_lexer_next (&lexer, &token);
  g_assert_cmpint (token.kind, ==, PREMISE_TOKEN_NUMBER);
  g_assert_cmpuint (token.length, ==, strlen (text));

  if (token.number != g_ascii_strtod (text, NULL))
    g_error ("%s is %.17g", text, token.number);
}

/* The short cut for short numbers must give what the long way gives. */
static void
test_lexer_numbers (void)
{
  static const char *const numbers[] = {
    "0", "0.1", "1.5e-3", ".5", "1e5", "1E+5", "2.5E-10", "123456789012345", "1234567890123456789",
    "0.000000000000000000000000000123", "1e22", "1e23", "9007199254740993", "5e-324", "1e-400",
    "1.7976931348623157e308", "000000000000000000000.3", "0.30000000000000004",
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    check_number (numbers[i]);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d.%0*d", g_test_rand_int_range (0, 1000000),
                                               g_test_rand_int_range (1, 9),
                                               g_test_rand_int_range (0, 1000000));

      check_number (text);
    }
}

/* A decimal comma in the user's locale must change nothing. */
static void
test_lexer_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "de_DE" };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && !found; i++)
    found = setlocale (LC_ALL, locales[i]) != NULL && *localeconv ()->decimal_point == ',';

  if (!found)
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }

  check_number ("1234.5");
  check_number ("1234567890123456789.5");
  setlocale (LC_ALL, "C");
}

static void
test_lexer_names (void)
{
  g_assert_true (premise_name_is_valid ("market_space.ai_share"));
  g_assert_true (premise_name_is_valid ("_x1"));
  g_assert_true (premise_name_is_valid ("市场.规模2023"));
  g_assert_true (premise_name_is_valid ("a.1"));
  g_assert_false (premise_name_is_valid (""));
  g_assert_false (premise_name_is_valid ("1a"));
  g_assert_false (premise_name_is_valid ("a b"));
  g_assert_false (premise_name_is_valid (" a"));
  g_assert_false (premise_name_is_valid ("a."));
  g_assert_false (premise_name_is_valid ("a-b"));
  g_assert_false (premise_name_is_valid ("and"));
  g_assert_false (premise_name_is_valid ("over"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/lexer/kinds", test_lexer_kinds);
  g_test_add_func ("/engine/lexer/places", test_lexer_places);
  g_test_add_func ("/engine/lexer/numbers", test_lexer_numbers);
  g_test_add_func ("/engine/lexer/locale", test_lexer_locale);
  g_test_add_func ("/engine/lexer/names", test_lexer_names);

  return g_test_run ();
}
