/* test-formula-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"
#include "premise-formula-text.h"
#include "premise-reference.h"

#include <locale.h>

static const struct
{
  const char *formula;    /* (nullable): instead of shop.total × rate, for tax.due */
  const char *id;
  guint       cell;
  const char *language;
  const char *words;
  const char *numbers;
  const char *before;
  const char *after;
} cases[] = {
  { NULL, "shop.revenue", 3, "en", "Price × Sold", "CNY 20.0 × 6",
    "shop.price/1 shop.sold/3", "shop.by_year/1 shop.by_product/1 shop.sells_well/3" },
  { NULL, "shop.revenue", 0, "zh", "价格 × 销量", "10.0 元 × 3",
    "shop.price/0 shop.sold/0", "shop.by_year/0 shop.by_product/0 shop.sells_well/0" },
  { NULL, "shop.by_year", 1, "en", "sum(Revenue over Product)", "sum(CNY 40, CNY 120 over Product)",
    "shop.revenue/1 shop.revenue/3", "shop.total/0 shop.sells_well/1 shop.sells_well/3" },
  { NULL, "tax.due", 0, "en", "Total revenue × Tax rate", "CNY 290 × 25%",
    "shop.total/0 tax.rate/0", "" },
  { NULL, "shop.price", 1, "en", NULL, NULL, "", "shop.revenue/2 shop.revenue/3" },
  { "shop.revenue[tea, y2] - shop.revenue[year=y1, product=\\\"coffee\\\"] * 1e-3 / 2", "tax.due", 0,
    "en", "Revenue · Tea · Second year − Revenue · Coffee · First year × 1e-3 ÷ 2",
    "CNY 40 − CNY 100 × 1e-3 ÷ 2", "shop.revenue/1 shop.revenue/2", "" },
  { "sum(shop.price * sum(shop.sold[y2] over product)) + max(shop.total, shop.total - shop.total * 2)",
    "tax.due", 0, "en",
    "sum(Price × sum(Sold over Product)) + max(Total revenue, Total revenue − Total revenue × 2)",
    "sum(CNY 10.0, CNY 20.0 × sum(4, 6 over Product)) + max(CNY 290, CNY 290 − CNY 290 × 2)",
    "shop.price/0 shop.price/1 shop.sold/1 shop.sold/3 shop.total/0", "" },
};

static char *
describe (PremiseModel *model,
          GArray       *cells)
{
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      const PremiseCell *cell = &g_array_index (cells, PremiseCell, i);

      g_string_append_printf (string, "%s%s/%u", i > 0 ? " " : "",
                              premise_model_get_id (model, cell->variable), cell->cell);
    }

  return g_strdup (string->str);
}

/* The kinds of spaces are hard to see in a table of texts. */
static char *
dup_plain (const char *text)
{
  g_autoptr(GString) string = NULL;

  if (text == NULL)
    return NULL;

  string = g_string_new (text);
  g_string_replace (string, "\u202f", " ", 0);
  g_string_replace (string, "\u00a0", " ", 0);

  return g_strdup (string->str);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;
  g_autofree char *words = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;
  PremiseModel *model;
  guint variable;

  if (cases[i].formula != NULL)
    package_replace (package, "model/tax.json", "shop.total * rate", cases[i].formula);
  report = package_load (package);
  model = premise_report_get_model (report);
  scenario = premise_scenario_new (model);
  evaluator = premise_evaluator_new (scenario);
  variable = premise_model_find (model, cases[i].id);
  g_assert_cmpuint (variable, !=, PREMISE_MODEL_NOT_FOUND);
  g_assert_true (premise_model_is_valid (model, variable));

  words = premise_formula_dup_words (report, variable, cases[i].language);
  g_assert_cmpstr (words, ==, cases[i].words);
  numbers = premise_formula_dup_numbers (report, evaluator, variable, cases[i].cell,
                                         cases[i].language);
  plain = dup_plain (numbers);
  g_assert_cmpstr (plain, ==, cases[i].numbers);

  before = premise_model_dup_cells_before (model, variable, cases[i].cell, 100);
  before_text = describe (model, before);
  g_assert_cmpstr (before_text, ==, cases[i].before);
  if (cases[i].formula == NULL)
    {
      after = premise_model_dup_cells_after (model, variable, cases[i].cell, 100);
      after_text = describe (model, after);
      g_assert_cmpstr (after_text, ==, cases[i].after);
    }
}

/* Not more than is asked for, and the numbers of the reader, not of the base case. */
static void
test_limit_and_changes (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = package_load (package);
  PremiseModel *model = premise_report_get_model (report);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);
  guint rate = premise_model_find (model, "tax.rate");
  guint due = premise_model_find (model, "tax.due");
  g_autoptr(GArray) before = premise_model_dup_cells_before (model, due, 0, 1);
  g_autofree char *numbers = NULL;
  g_autofree char *plain = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_true (premise_scenario_set_value (scenario, rate, 0, 0.5, NULL));
  numbers = premise_formula_dup_numbers (report, evaluator, due, 0, "en");
  plain = dup_plain (numbers);
  g_assert_cmpstr (plain, ==, "CNY 290 × 50%");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/formula-text/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/report/formula-text/limit-and-changes", test_limit_and_changes);

  return g_test_run ();
}
