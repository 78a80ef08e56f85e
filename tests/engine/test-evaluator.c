/* test-evaluator.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample.h"

#include <math.h>
#include <string.h>

/* What an evaluator tells, one line for each signal. */
typedef struct
{
  PremiseEvaluator *evaluator;
  GString          *text;
} Log;

static void
changed_cb (Log    *log,
            GArray *variables)
{
  g_autofree char *ids = sample_describe (premise_evaluator_get_model (log->evaluator), variables);

  g_string_append_printf (log->text, "%s\n", ids);
}

static void
log_start (Log              *log,
           PremiseEvaluator *evaluator)
{
  log->evaluator = evaluator;
  log->text = g_string_new (NULL);
  g_signal_connect_swapped (evaluator, "changed", G_CALLBACK (changed_cb), log);
}

static void
log_assert (Log        *log,
            const char *expected)
{
  g_assert_cmpstr (log->text->str, ==, expected);
  g_string_truncate (log->text, 0);
}

static void
log_stop (Log *log)
{
  g_signal_handlers_disconnect_by_data (log->evaluator, log);
  g_string_free (log->text, TRUE);
}

static void
test_evaluator_only_dependents (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "assumption a 1 : 1\n"
    "assumption b 1 : 10\n"
    "formula total - : x + y\n"
    "formula x - : a + 1\n"
    "formula y - : b + 1\n"
    "formula alone - : 2 + 2\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  Log log;

  log_start (&log, evaluator);
  sample_assert_values (evaluator, "total", "13");

  sample_set (scenario, "a", 0, 5);
  log_assert (&log, "a total x\n");
  g_assert_cmpuint (premise_evaluator_get_n_evaluated (evaluator), ==, 2);
  sample_assert_values (evaluator, "total", "17");
  sample_assert_values (evaluator, "y", "11");

  /* The same value again is no change. */
  sample_set (scenario, "a", 0, 5);
  log_assert (&log, "");

  premise_scenario_reset_all (scenario);
  log_assert (&log, "a total x\n");
  sample_assert_values (evaluator, "total", "13");

  log_stop (&log);
}

static void
test_evaluator_cut_off (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "assumption a 1 : 1\n"
    "formula floored - : max(a, 10)\n"
    "formula double - : floored * 2\n"
    "formula more - : double + a * 0\n"
    "formula deep - : double + 1\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  Log log;

  log_start (&log, evaluator);

  /* “floored” stays 10: nothing behind it is evaluated, but what mentions “a” itself is. */
  sample_set (scenario, "a", 0, 2);
  log_assert (&log, "a\n");
  g_assert_cmpuint (premise_evaluator_get_n_evaluated (evaluator), ==, 2);

  sample_set (scenario, "a", 0, 11);
  log_assert (&log, "a floored double more deep\n");
  g_assert_cmpuint (premise_evaluator_get_n_evaluated (evaluator), ==, 4);
  sample_assert_values (evaluator, "deep", "23");

  log_stop (&log);
}

/* An error that stays the same error is no change either. */
static void
test_evaluator_cut_off_errors (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "assumption a 1 : -1\n"
    "formula root - : sqrt(a)\n"
    "formula behind - : root + 1\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  Log log;

  log_start (&log, evaluator);
  sample_set (scenario, "a", 0, -2);
  log_assert (&log, "a\n");
  g_assert_cmpuint (premise_evaluator_get_n_evaluated (evaluator), ==, 1);

  sample_set (scenario, "a", 0, 4);
  log_assert (&log, "a root behind\n");
  sample_assert_values (evaluator, "behind", "3");

  sample_set (scenario, "a", 0, -4);
  log_assert (&log, "a root behind\n");
  sample_assert_values (evaluator, "behind", "#DOMAIN");

  log_stop (&log);
}

/* Below the diamond, each formula is evaluated once, after all that it needs. */
static void
test_evaluator_batch (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index i p q r\n"
    "assumption a 1 i : 1 2 3\n"
    "assumption b 1 : 10\n"
    "formula left - : a * b\n"
    "formula right - : a + b\n"
    "formula bottom - : sum(left) + sum(right)\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  PremiseOverride changes[] = {
    { sample_find (model, "b"), 0, 100 },
    { sample_find (model, "a"), 2, 4 },
    { sample_find (model, "a"), 0, 2 },
  };
  Log log;

  log_start (&log, evaluator);
  g_assert_true (premise_scenario_set_values (scenario, changes, G_N_ELEMENTS (changes), NULL));
  log_assert (&log, "a b left right bottom\n");
  g_assert_cmpuint (premise_evaluator_get_n_evaluated (evaluator), ==, 3);
  sample_assert_values (evaluator, "left", "200 200 400");
  sample_assert_values (evaluator, "bottom", "1108");
  log_stop (&log);
}

/* The same cell twice in one batch, back where it was: nothing happened. */
static void
test_evaluator_batch_back_and_forth (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "assumption a 1 : 1\n"
    "formula x - : a + 1\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  PremiseOverride changes[] = { { 0, 0, 5 }, { 0, 0, 1 } };
  Log log;

  log_start (&log, evaluator);
  g_assert_true (premise_scenario_set_values (scenario, changes, 2, NULL));
  log_assert (&log, "");
  g_assert_cmpuint (premise_scenario_get_n_overrides (scenario), ==, 0);
  log_stop (&log);
}

static void
check_bottom_cb (PremiseEvaluator *evaluator,
                 GArray           *variables,
                 guint            *n_calls)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  double a = premise_scenario_get_value (premise_evaluator_get_scenario (evaluator),
                                         sample_find (model, "a"), 0);

  g_assert_cmpfloat (premise_evaluator_get_value (evaluator, sample_find (model, "bottom"), 0),
                     ==, (a + 1) * (a + 2));
  (*n_calls)++;
}

static void
test_evaluator_up_to_date_in_handler (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "assumption a 1 : 1\n"
    "formula bottom - : x * y\n"
    "formula y - : x + 1\n"
    "formula x - : a + 1\n");
  guint n_calls = 0;

  g_signal_connect (evaluator, "changed", G_CALLBACK (check_bottom_cb), &n_calls);

  for (guint i = 0; i < 5; i++)
    sample_set (premise_evaluator_get_scenario (evaluator), "a", 0, i);

  g_assert_cmpuint (n_calls, ==, 5);
}

/* Keeps “a” below 10, as a program that follows the model might. */
static void
limit_cb (PremiseEvaluator *evaluator)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);

  if (premise_scenario_get_value (scenario, 0, 0) > 10)
    sample_set (scenario, "a", 0, 10);
}

/* The second evaluator hears of the handler's change before it hears of the first one. */
static void
test_evaluator_change_in_handler (void)
{
  g_autoptr(PremiseEvaluator) first = sample_evaluate ("assumption a 1 : 1\n"
                                                       "formula x - : a * 2\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (first);
  g_autoptr(PremiseEvaluator) second = premise_evaluator_new (scenario);

  g_signal_connect (first, "changed", G_CALLBACK (limit_cb), NULL);
  sample_set (scenario, "a", 0, 50);

  g_assert_cmpfloat (premise_scenario_get_value (scenario, 0, 0), ==, 10);
  sample_assert_values (first, "x", "20");
  sample_assert_values (second, "a", "10");
  sample_assert_values (second, "x", "20");
}

static void
test_evaluator_starts_with_scenario (void)
{
  g_autoptr(PremiseModel) model = sample_build_clean ("assumption a 1 : 1\n"
                                                      "formula x - : a * 2\n");
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  PremiseEvaluator *evaluator;

  sample_set (scenario, "a", 0, 7);
  evaluator = premise_evaluator_new (scenario);
  sample_assert_values (evaluator, "x", "14");
  g_assert_cmpfloat (premise_evaluator_get_base_value (evaluator, 1, 0), ==, 2);
  g_assert_true (premise_evaluator_differs (evaluator, 1));

  /* A scenario goes on without its evaluator. */
  g_assert_finalize_object (evaluator);
  sample_set (scenario, "a", 0, 8);
}

static void
test_evaluator_differs (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index i p q\n"
    "assumption a 1 i : 1 2\n"
    "assumption zero 1 : 0\n"
    "formula total - : sum(a)\n"
    "formula nothing - : zero * a[p]\n"
    "formula gone - : 1 / zero\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  PremiseModel *model = premise_evaluator_get_model (evaluator);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    g_assert_false (premise_evaluator_differs (evaluator, i));

  sample_set (scenario, "a", 0, 0);
  sample_set (scenario, "a", 1, 3);
  g_assert_true (premise_evaluator_differs (evaluator, sample_find (model, "a")));
  g_assert_false (premise_evaluator_differs (evaluator, sample_find (model, "total")));

  /* 0 × −1 is −0, which nobody would call another number than 0. */
  sample_set (scenario, "a", 0, -1);
  g_assert_false (premise_evaluator_differs (evaluator, sample_find (model, "nothing")));

  sample_set (scenario, "zero", 0, 2);
  g_assert_true (premise_evaluator_differs (evaluator, sample_find (model, "gone")));
  premise_scenario_reset_all (scenario);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    g_assert_false (premise_evaluator_differs (evaluator, i));
}

static void
check_error (PremiseEvaluator *evaluator,
             const char       *id,
             guint             cell,
             const char       *expected,
             const char       *expected_origin,
             guint             expected_cell)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  guint origin;
  guint origin_cell;
  PremiseValueError error = premise_evaluator_get_error (evaluator, sample_find (model, id), cell,
                                                         &origin, &origin_cell);

  if (strcmp (premise_value_error_to_string (error), expected) != 0
      || strcmp (premise_model_get_id (model, origin), expected_origin) != 0
      || origin_cell != expected_cell)
    g_error ("%s, cell %u: %s from %s, cell %u", id, cell, premise_value_error_to_string (error),
             premise_model_get_id (model, origin), origin_cell);
}

/* Errors spread to what needs them and nowhere else, and keep where they began. */
static void
test_evaluator_errors_spread (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index i p q r\n"
    "assumption cost 1 i : 2 0 4\n"
    "datum price 1 i : 8 8 nan\n"
    "formula ratio - : price / cost\n"
    "formula scaled - : ratio * 100%\n"
    "formula total - : sum(scaled)\n"
    "formula first - : scaled[p] + 1\n"
    "formula best - : if(first > 1, first, total)\n"
    "formula n - : count(scaled)\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);

  sample_assert_values (evaluator, "scaled", "4 #DIV/0 #MISSING");
  sample_assert_values (evaluator, "first", "5");
  sample_assert_values (evaluator, "best", "5");
  sample_assert_values (evaluator, "n", "1");

  check_error (evaluator, "scaled", 1, "#DIV/0", "ratio", 1);
  check_error (evaluator, "scaled", 2, "#MISSING", "price", 2);
  check_error (evaluator, "total", 0, "#DIV/0", "ratio", 1);
  check_error (evaluator, "first", 0, "", "first", 0);

  /* The next error shows when the first is gone. */
  sample_set (scenario, "cost", 1, 4);
  sample_assert_values (evaluator, "scaled", "4 2 #MISSING");
  check_error (evaluator, "total", 0, "#MISSING", "price", 2);

  sample_set (scenario, "cost", 0, 0);
  check_error (evaluator, "best", 0, "#DIV/0", "ratio", 0);
  premise_scenario_reset_all (scenario);
  sample_assert_values (evaluator, "best", "5");
}

/* Along an index, only what a cell looks at counts. */
static void
test_evaluator_errors_along_index (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index place north south\n"
    "index year 2021 2022 2023\n"
    "datum x 1 year : 1 nan 3\n"
    "datum grid 1 place year : 1 2 3 4 nan 6\n"
    "datum start 1 place : nan 7\n"
    "formula so_far - : cumulate(x)\n"
    "formula before - : prev(x, 0)\n"
    "formula grid_before - : prev(grid, start over year)\n"
    "formula turned 1 year place : grid * 2\n"
    "formula parts - : share(grid over year)\n"
    "formula by_year - : sum(grid over place)\n");

  sample_assert_values (evaluator, "so_far", "1 #MISSING #MISSING");
  check_error (evaluator, "so_far", 2, "#MISSING", "x", 1);
  sample_assert_values (evaluator, "before", "0 1 #MISSING");
  check_error (evaluator, "before", 2, "#MISSING", "x", 1);

  sample_assert_values (evaluator, "grid_before", "#MISSING 1 2 7 4 #MISSING");
  check_error (evaluator, "grid_before", 0, "#MISSING", "start", 0);
  check_error (evaluator, "grid_before", 5, "#MISSING", "grid", 4);

  sample_assert_values (evaluator, "turned", "2 8 4 #MISSING 6 12");
  check_error (evaluator, "turned", 3, "#MISSING", "grid", 4);
  check_error (evaluator, "parts", 3, "#MISSING", "grid", 4);
  sample_assert_values (evaluator, "by_year", "5 #MISSING 9");
  check_error (evaluator, "by_year", 1, "#MISSING", "grid", 4);
}

/* A cell that fails by itself is not blamed on its neighbours. */
static void
test_evaluator_errors_of_neighbours (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index i p q r\n"
    "datum x 1 i : nan -1 1e300\n"
    "datum big 1 i : 1e200 1e200 0\n"
    "formula root - : sqrt(x)\n"
    "formula log - : ln(x)\n"
    "formula power - : x ^ 0.5\n"
    "formula square - : x ^ 2\n"
    "formula e - : exp(abs(x))\n"
    "formula limited - : clamp(x, 5, 0)\n"
    "formula all - : product(big)\n");

  sample_assert_values (evaluator, "root", "#MISSING #DOMAIN 1e+150");
  check_error (evaluator, "root", 1, "#DOMAIN", "root", 1);
  check_error (evaluator, "log", 1, "#DOMAIN", "log", 1);
  check_error (evaluator, "power", 1, "#DOMAIN", "power", 1);
  check_error (evaluator, "square", 2, "#OVERFLOW", "square", 2);
  check_error (evaluator, "e", 2, "#OVERFLOW", "e", 2);
  check_error (evaluator, "limited", 0, "#MISSING", "x", 0);
  check_error (evaluator, "limited", 1, "#DOMAIN", "limited", 1);

  /* Too large on the way, whatever comes afterwards. */
  check_error (evaluator, "all", 0, "#OVERFLOW", "all", 0);
}

/* What could not be compiled says so in all that depends on it; the rest works. */
static void
test_evaluator_invalid (void)
{
  g_autoptr(PremiseModel) model = sample_build ("assumption a 1 : 1\n"
                                                "formula wrong - : a + unknown\n"
                                                "formula behind - : wrong * 2\n"
                                                "formula round - : round * 2\n"
                                                "formula good - : a * 2\n", NULL);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);

  sample_set (scenario, "a", 0, 4);
  sample_assert_values (evaluator, "good", "8");
  check_error (evaluator, "wrong", 0, "#INVALID", "wrong", 0);
  check_error (evaluator, "behind", 0, "#INVALID", "wrong", 0);
  check_error (evaluator, "round", 0, "#INVALID", "round", 0);
}

/* Asking why must not change what is known. */
static void
test_evaluator_explaining_leaves_values (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index i p q r\n"
    "assumption a 1 i : 1 0 3\n"
    "formula inverse - : 1 / a\n"
    "formula mixed - : inverse * 2 + cumulate(a over i) - max(a, 2)\n"
    "formula total - : sum(mixed * inverse)\n");
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  guint n = premise_model_get_n_variables (model);
  g_autofree char *before = sample_describe_values (evaluator, "mixed");

  for (guint i = 0; i < n; i++)
    {
      for (guint cell = 0; cell < premise_model_get_n_cells (model, i); cell++)
        premise_evaluator_get_error (evaluator, i, cell, NULL, NULL);
    }

  sample_assert_values (evaluator, "mixed", before);
  sample_set (premise_evaluator_get_scenario (evaluator), "a", 1, 2);
  sample_assert_values (evaluator, "mixed", "1 2 3.66666666666667");
}

static void
test_evaluator_broadcast (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index content game film music\n"
    "index year 2021 2022\n"
    "assumption size CNY content : 100 200 300\n"
    "assumption growth % year : 0 50\n"
    "assumption rate 1 : 2\n"
    "formula market CNY year content : size * (1 + growth) * rate\n"
    "formula per_year - : sum(market over content)\n"
    "formula per_content - : sum(market over year)\n"
    "formula shares - : share(market over content)\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  Log log;

  sample_assert_values (evaluator, "market", "200 400 600 300 600 900");
  sample_assert_values (evaluator, "per_year", "1200 1800");
  sample_assert_values (evaluator, "per_content", "500 1000 1500");

  log_start (&log, evaluator);
  sample_set (scenario, "size", 1, 50);
  log_assert (&log, "size market per_year per_content shares\n");
  sample_assert_values (evaluator, "market", "200 100 600 300 150 900");

  sample_set (scenario, "growth", 1, 1);
  log_assert (&log, "growth market per_year per_content\n");
  sample_assert_values (evaluator, "market", "200 100 600 400 200 1200");
  sample_assert_values (evaluator, "per_content", "600 300 1800");

  sample_set (scenario, "rate", 0, 1);
  sample_assert_values (evaluator, "per_year", "450 900");
  log_stop (&log);
}

static void
test_evaluator_series (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (
    "index year 2021 2022 2023 2024\n"
    "assumption sales CNY year : 10 20 30 40\n"
    "assumption start CNY : 5\n"
    "formula before CNY : prev(sales, start)\n"
    "formula growth - : sales / before - 1\n"
    "formula so_far CNY : cumulate(sales)\n"
    "formula last CNY : so_far[2024]\n"
    "formula early CNY : so_far[2022]\n");
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  Log log;

  sample_assert_values (evaluator, "before", "5 10 20 30");
  sample_assert_values (evaluator, "so_far", "10 30 60 100");

  /* The third year shows in the years from then on. */
  log_start (&log, evaluator);
  sample_set (scenario, "sales", 2, 50);
  sample_assert_values (evaluator, "before", "5 10 20 50");
  sample_assert_values (evaluator, "so_far", "10 30 80 120");
  log_assert (&log, "sales before growth so_far last\n");

  /* The last year is before none. */
  sample_set (scenario, "sales", 3, 1);
  log_assert (&log, "sales growth so_far last\n");

  sample_set (scenario, "start", 0, 0);
  log_assert (&log, "start before growth\n");
  sample_assert_values (evaluator, "growth", "#DIV/0 1 1.5 -0.98");
  log_stop (&log);
}

/* A chain as long as this is neither slow nor deep. */
static void
test_evaluator_long_chain (void)
{
  g_autoptr(GString) text = g_string_new ("assumption x0 1 : 1\n");
  g_autoptr(PremiseEvaluator) evaluator = NULL;

  for (guint i = 1; i <= 20000; i++)
    g_string_append_printf (text, "formula x%u - : x%u + 1\n", i, i - 1);

  evaluator = sample_evaluate (text->str);
  sample_set (premise_evaluator_get_scenario (evaluator), "x0", 0, 2);
  g_assert_cmpuint (premise_evaluator_get_n_evaluated (evaluator), ==, 20000);
  sample_assert_values (evaluator, "x20000", "20002");
}

/* When all assumptions change, formulas that are alike are evaluated side by side, and wait for one another:
 * here products for differences and differences for products, and sums of both for all of them.
 */
static void
test_evaluator_side_by_side (void)
{
  const guint n = 40;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree PremiseOverride *changes = g_new (PremiseOverride, n);
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "assumption a%u 1 : 1\n", i);

  for (guint i = 0; i + 3 < n; i++)
    g_string_append_printf (text,
                            "formula p%u - : a%u * a%u\n"
                            "formula q%u - : p%u - a%u\n"
                            "formula r%u - : a%u - a%u\n"
                            "formula s%u - : r%u * a%u\n"
                            "formula t%u - : q%u + s%u + a%u\n"
                            "formula u%u - : max(t%u, %s) / 2\n",
                            i, i, i + 1, i, i, i + 2, i, i + 3, i + 1, i, i, i + 2, i, i, i, i,
                            i, i, i > 0 ? "0" : "1");

  model = sample_build_clean (text->str);
  scenario = premise_scenario_new (model);
  evaluator = premise_evaluator_new (scenario);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("a%u", i);

      changes[i] = (PremiseOverride) { sample_find (model, name), 0, 2 + i * 0.25 };
    }

  g_assert_true (premise_scenario_set_values (scenario, changes, n, NULL));

  for (guint i = 0; i + 3 < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("u%u", i);
      double a[4];
      double t;

      for (guint j = 0; j < G_N_ELEMENTS (a); j++)
        a[j] = changes[i + j].value;

      t = (a[0] * a[1] - a[2]) + (a[3] - a[1]) * a[2] + a[0];
      g_assert_cmpfloat (premise_evaluator_get_value (evaluator, sample_find (model, name), 0), ==,
                         fmax (t, i > 0 ? 0 : 1) / 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/evaluator/only-dependents", test_evaluator_only_dependents);
  g_test_add_func ("/engine/evaluator/cut-off", test_evaluator_cut_off);
  g_test_add_func ("/engine/evaluator/cut-off-errors", test_evaluator_cut_off_errors);
  g_test_add_func ("/engine/evaluator/batch", test_evaluator_batch);
  g_test_add_func ("/engine/evaluator/batch-back-and-forth", test_evaluator_batch_back_and_forth);
  g_test_add_func ("/engine/evaluator/up-to-date-in-handler", test_evaluator_up_to_date_in_handler);
  g_test_add_func ("/engine/evaluator/change-in-handler", test_evaluator_change_in_handler);
  g_test_add_func ("/engine/evaluator/starts-with-scenario", test_evaluator_starts_with_scenario);
  g_test_add_func ("/engine/evaluator/differs", test_evaluator_differs);
  g_test_add_func ("/engine/evaluator/errors-spread", test_evaluator_errors_spread);
  g_test_add_func ("/engine/evaluator/errors-along-index", test_evaluator_errors_along_index);
  g_test_add_func ("/engine/evaluator/errors-of-neighbours", test_evaluator_errors_of_neighbours);
  g_test_add_func ("/engine/evaluator/invalid", test_evaluator_invalid);
  g_test_add_func ("/engine/evaluator/explaining-leaves-values",
                   test_evaluator_explaining_leaves_values);
  g_test_add_func ("/engine/evaluator/broadcast", test_evaluator_broadcast);
  g_test_add_func ("/engine/evaluator/series", test_evaluator_series);
  g_test_add_func ("/engine/evaluator/side-by-side", test_evaluator_side_by_side);
  g_test_add_func ("/engine/evaluator/long-chain", test_evaluator_long_chain);

  return g_test_run ();
}
