/* test-locale.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The same report gives the same numbers everywhere: the engine neither reads nor writes
 * numbers as the locale would.
 */

#include "config.h"

#include "sample.h"

#include <locale.h>
#include <string.h>

/* Finds a locale that writes 0,5. */
static gboolean
set_comma_locale (void)
{
  static const char *const names[] = {
    "de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8", "es_ES.UTF-8", "tr_TR.UTF-8", "pt_BR.UTF-8",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (setlocale (LC_ALL, names[i]) != NULL && strcmp (localeconv ()->decimal_point, ",") == 0)
        return TRUE;
    }

  setlocale (LC_ALL, "C.UTF-8");
  g_test_skip ("no locale with a decimal comma is installed");

  return FALSE;
}

static void
test_locale_values (void)
{
  g_autoptr(PremiseEvaluator) evaluator = NULL;

  if (!set_comma_locale ())
    return;

  evaluator = sample_evaluate ("index year 2021 2022\n"
                               "assumption share % year : 12.5 37.5\n"
                               "formula half - : 0.5 + 1.25e-3 + 123456789.123456789e-20\n"
                               "formula list - : max(1.5, 2,5)\n"
                               "formula part - : share * 0.5\n"
                               "formula rate - : round(irr(share - 20.5%), 2)\n");

  sample_assert_values (evaluator, "half", "0.501250000001235");
  sample_assert_values (evaluator, "list", "5");
  sample_assert_values (evaluator, "part", "0.0625 0.1875");
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_locale_messages (void)
{
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autofree char *line = NULL;

  if (!set_comma_locale ())
    return;

  model = sample_build ("assumption a 1 : 0.5 from 0.25 to 1.75 step 0.25\n"
                        "assumption b 1 : 12345.5 from 0.5 to 1.5 step 0.1\n", diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 1);
  line = premise_diagnostic_to_string (g_ptr_array_index (diagnostics, 0));
  g_assert_cmpstr (line, ==, "b (values): E110: the value of “b”, 12345.5, is not between "
                             "the minimum 0.5 and the maximum 1.5");

  scenario = premise_scenario_new (model);
  g_assert_false (premise_scenario_set_value (scenario, 0, 0, 2.5, &error));
  g_assert_cmpstr (error->message, ==, "The value of “a”, 2.5, is not between 0.25 and 1.75");
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_locale_units (void)
{
  g_autoptr(PremiseUnit) unit = NULL;
  g_autofree char *text = NULL;

  if (!set_comma_locale ())
    return;

  unit = premise_unit_parse ("USD/1000 token", NULL, NULL);
  g_assert_cmpfloat (premise_unit_get_scale (unit), ==, 0.001);
  text = premise_unit_to_string (unit);
  g_assert_cmpstr (text, ==, "USD/token");
  setlocale (LC_ALL, "C.UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/locale/values", test_locale_values);
  g_test_add_func ("/engine/locale/messages", test_locale_messages);
  g_test_add_func ("/engine/locale/units", test_locale_units);

  return g_test_run ();
}
