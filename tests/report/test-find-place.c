/* test-find-place.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"
#include "premise-find-place.h"

static const struct
{
  const char *language;
  const char *text;
  const char *places;
} cases[] = {
  /* numbers of sections: the whole one first, then what begins with it */
  { "en", "", "1.1, 1.2" },
  { "en", "1.2", "1.2" },
  { "en", " 1.2 ", "1.2" },
  { "zh", "１.２", "1.2" },
  { "en", "1.", "1.1, 1.2" },
  { "en", "9.9", "" },
  /* words of the title, which may be a number of the model */
  { "en", "tax", "1.2" },
  { "en", "years revenue", "1.1" },
  { "zh", "两年收入", "1.1" },
  { "en", "evenue", "" },
  /* exhibits */
  { "en", "Exhibit 2", "1.2/0 exhibit 2" },
  { "en", "fig. 1", "1.1/6 exhibit 1" },
  { "zh", "图2", "1.2/0 exhibit 2" },
  { "zh", "图表 2", "1.2/0 exhibit 2" },
  { "en", "#2", "1.2/0 exhibit 2" },
  { "en", "exhibit 99", "" },
  { "en", "exhibit 0", "" },
  /* pages of the source */
  { "en", "p. 7", "1.1/0 page 7" },
  { "en", "P7", "1.1/0 page 7" },
  { "en", "page 8", "1.1 page 8" },
  { "zh", "第8页", "1.1 page 8" },
  { "zh", "8页", "1.1 page 8" },
  { "en", "p. 99999999999999999999", "" },
  /* a bare number is all of them */
  { "en", "1", "1.1, 1.2, 1.1/6 exhibit 1" },
  { "en", "7", "1.2/5 exhibit 7, 1.1/0 page 7" },
};

static char *
describe (PremiseReport *report,
          GArray        *places)
{
  static const char *const kinds[] = { "", " exhibit", " page" };
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PremiseFindPlace *place = &g_array_index (places, PremiseFindPlace, i);

      g_string_append_printf (string, "%s%s", i > 0 ? ", " : "",
                              premise_report_get_section (report, place->section)->number);
      if (place->block != PREMISE_MODEL_NOT_FOUND)
        g_string_append_printf (string, "/%u", place->block);
      if (place->kind != PREMISE_FIND_SECTION)
        g_string_append_printf (string, "%s %u", kinds[place->kind], place->number);
    }

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static void
test_places (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = package_load (package);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (premise_report_get_model (report));
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) places = premise_report_find_places (report, cases[i].language, evaluator,
                                                             cases[i].text);
      g_autofree char *text = describe (report, places);

      g_test_message ("%s “%s”", cases[i].language, cases[i].text);
      g_assert_cmpstr (text, ==, cases[i].places);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/find-place/places", test_places);

  return g_test_run ();
}
