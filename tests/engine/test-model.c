/* test-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *expected;
} Case;

/* A model with one mistake gives one message, and a model. */
static void
test_model_mistakes (void)
{
  static const Case cases[] = {
    /* Names */
    { "datum market_size 1 : 1\nformula it - : markt_size",
      "it (formula): E102: unknown name “markt_size”; did you mean “market_size”?" },
    { "datum m.size 1 : 1\nformula m.it - : siz",
      "m.it (formula): E102: unknown name “siz”; did you mean “size”?" },
    { "datum m.size 1 : 1\nformula n.it - : size",
      "n.it (formula): E102: unknown name “size”; did you mean “m.size”?" },
    { "formula it - : nothing",
      "it (formula): E102: unknown name “nothing”; define a variable with this id" },
    { "formula it - : smu(1)",
      "it (formula): E103: unknown function “smu”; did you mean “sum”?" },
    { "datum a 1 : 1\ndatum a 1 : 2",
      "a (id): E108: there are two variables “a”; the second is ignored" },
    { "index i p\nindex i q",
      "i (id): E108: there are two indexes “i”; the second is ignored" },
    { "index i p q p",
      "i (members): E108: the index “i” has two members “p”" },
    { "datum 2nd 1 : 1",
      "2nd (id): E101: “2nd” is not a name that a formula can use; begin with a letter, "
      "and go on with letters, digits, “_” and “.”" },
    { "datum over 1 : 1",
      "over (id): E101: “over” is not a name that a formula can use; begin with a letter, "
      "and go on with letters, digits, “_” and “.”" },

    /* Units */
    { "datum a CMY : 1",
      "a (unit): E105: unknown unit “CMY”; did you mean “CNY”?" },
    { "datum a CNY : 1\ndatum b USD : 1\nformula it - : a + b",
      "it (formula): E105: cannot add USD to CNY: multiply by an exchange rate first" },
    { "datum a CNY : 1\nformula it USD : a * 2",
      "it (formula): E105: the formula gives CNY but the unit says USD" },

    /* Indexes and members */
    { "index content game film\ndatum a 1 contnet : 1",
      "a (index): E106: unknown index “contnet”; did you mean “content”?" },
    { "datum a 1 year : 1",
      "a (index): E106: unknown index “year”; define it" },
    { "index i p q\ndatum a 1 i i : 1",
      "a (index): E106: the index “i” stands here twice" },
    { "index i p q r\ndatum a 1 i : 1 2",
      "a (values): E106: entries in “values”: 2, cells: 3; "
      "give one entry, or one for each cell" },
    { "index i p q r\ndatum a 1 i : 1\nformula it - : a[s]",
      "it (formula): E106: “s” is not a member of “i”" },
    { "index i p q\nindex j r s\ndatum a 1 i : 1\nformula it 1 j : a",
      "it (index): E106: the formula has the indexes [i], but [j] is declared" },
    { "index i p q\nformula it 1 i : 1",
      "it (index): E106: the formula has the indexes [], but [i] is declared" },

    /* Ranges */
    { "assumption a 1 : 5 from 6 to 9 step 1",
      "a (values): E110: the value of “a”, 5, is not between the minimum 6 and the maximum 9" },
    { "assumption a 1 : 5 from 9 to 6 step 1",
      "a (min): E110: the minimum of “a”, 9, is above its maximum, 6" },
    { "assumption a 1 : 5 from 0 to 9 step 0",
      "a (step): E110: the step of “a” must be greater than 0" },
    { "assumption a 1 : 5 from 0 to 9 step -1",
      "a (step): E110: the step of “a” must be greater than 0" },
    { "assumption a 1 : nan from 0 to 9 step 1",
      "a (values): E110: “a” has no value; an assumption needs one" },
    { "index i p q\nassumption a % i : 5 105 from 0 to 100 step 1",
      "a (values): E110: the value of “a[q]”, 105, is not between the minimum 0 "
      "and the maximum 100" },
    { "datum a 亿元 : 1e305",
      "a (values): E206: the value of “a” is too large" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) diagnostics =
        g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
      g_autoptr(PremiseModel) model = sample_build (cases[i].text, diagnostics);
      g_autofree char *line = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (model);
      g_assert_cmpuint (diagnostics->len, ==, 1);
      line = premise_diagnostic_to_string (g_ptr_array_index (diagnostics, 0));
      g_assert_cmpstr (line, ==, cases[i].expected);
    }
}

/* What follows from a mistake is not a mistake: one is reported, the rest works. */
static void
test_model_goes_on (void)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = sample_build ("index i p q\n"
                                                "assumption a 1 i : 1 2\n"
                                                "datum wrong 1 i : 1 2 3\n"
                                                "formula x - : sum(wrong)\n"
                                                "formula y - : x + a[p]\n"
                                                "formula z - : sum(a)\n"
                                                "formula broken 1 i : a +\n", diagnostics);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);

  g_assert_cmpuint (diagnostics->len, ==, 2);
  g_assert_false (premise_model_is_valid (model, sample_find (model, "wrong")));
  g_assert_false (premise_model_is_valid (model, sample_find (model, "x")));
  g_assert_false (premise_model_is_valid (model, sample_find (model, "y")));
  g_assert_true (premise_model_is_valid (model, sample_find (model, "z")));
  sample_assert_values (evaluator, "z", "3");
  sample_assert_values (evaluator, "y", "#INVALID");
  sample_assert_values (evaluator, "broken", "#INVALID #INVALID");
  sample_assert_values (evaluator, "wrong", "#INVALID #INVALID");
}

/* The second of two definitions changes nothing of the first. */
static void
test_model_duplicate_is_ignored (void)
{
  g_autoptr(PremiseModel) model = sample_build ("index i p q\n"
                                                "index i r s t\n"
                                                "datum a 1 i : 1 2\n"
                                                "formula a - : 5\n", NULL);

  g_assert_cmpuint (premise_model_get_n_variables (model), ==, 1);
  g_assert_cmpuint (premise_model_get_n_indexes (model), ==, 1);
  g_assert_cmpuint (premise_model_get_n_members (model, 0), ==, 2);
  g_assert_cmpint (premise_model_get_kind (model, 0), ==, PREMISE_VARIABLE_DATUM);
  g_assert_cmpfloat (premise_model_get_base (model, 0, 1), ==, 2);
}

/* Numbers are kept in base units, as exactly as they were written. */
static void
test_model_base_units (void)
{
  g_autoptr(PremiseModel) model = sample_build_clean (
    "index i p q\n"
    "datum size 亿元 i : 1023.38 nan\n"
    "assumption share % i : 7 29 from 1 to 35 step 0.1\n"
    "assumption free USD : 5\n"
    "formula part 亿元 : size * share\n");
  guint share = sample_find (model, "share");
  double min;
  double max;
  double step;

  g_assert_cmpfloat (premise_model_get_base (model, 0, 0), ==, 102338000000.0);
  g_assert_true (isnan (premise_model_get_base (model, 0, 1)));
  g_assert_cmpfloat (premise_model_get_base (model, share, 0), ==, 0.07);
  g_assert_cmpfloat (premise_model_get_base (model, share, 1), ==, 0.29);
  premise_model_get_range (model, share, 1, &min, &max, &step);
  g_assert_cmpfloat (min, ==, 0.01);
  g_assert_cmpfloat (max, ==, 0.35);
  g_assert_cmpfloat (step, ==, 0.001);

  premise_model_get_range (model, sample_find (model, "free"), 0, &min, &max, &step);
  g_assert_cmpfloat (min, ==, -INFINITY);
  g_assert_cmpfloat (max, ==, INFINITY);
  g_assert_cmpfloat (step, ==, 0);

  /* A formula keeps its values in base units too, however it was declared. */
  g_assert_cmpfloat (premise_model_get_base (model, sample_find (model, "part"), 0), ==,
                     102338000000.0 * 0.07);
  g_assert_cmpstr (premise_unit_get_text (premise_model_get_unit (model, 3)), ==, "亿元");
}

/* One range for all cells, or one for each. */
static void
test_model_ranges (void)
{
  static const char *const indexes[] = { "i", NULL };
  static const char *const members[] = { "p", "q" };
  static const double values[] = { 1, 20 };
  static const double minima[] = { 0, 10 };
  static const double maxima[] = { 5, NAN };
  static const double steps[] = { 1, 2 };
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = NULL;
  double min;
  double max;
  double step;

  premise_model_builder_add_assumption (builder, "a", NULL, indexes, values, 2,
                                        minima, maxima, steps, 2);
  premise_model_builder_add_index (builder, "i", members, 2);
  model = premise_model_builder_build (builder, diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 0);

  premise_model_get_range (model, 0, 0, &min, &max, &step);
  g_assert_cmpfloat (min, ==, 0);
  g_assert_cmpfloat (max, ==, 5);
  g_assert_cmpfloat (step, ==, 1);
  premise_model_get_range (model, 0, 1, &min, &max, &step);
  g_assert_cmpfloat (min, ==, 10);
  g_assert_cmpfloat (max, ==, INFINITY);
  g_assert_cmpfloat (step, ==, 2);
}

/* A range that makes no sense must not reach a slider. */
static void
test_model_bad_range_is_not_kept (void)
{
  g_autoptr(PremiseModel) model = sample_build (
    "assumption turned 1 : 5 from 9 to 6 step 1\n"
    "assumption outside 1 : 5 from 6 to 9 step 1\n"
    "assumption still 1 : 5 from 0 to 9 step 0\n"
    "formula x - : turned + outside + still\n", NULL);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);

  for (guint i = 0; i < 3; i++)
    {
      double base = premise_model_get_base (model, i, 0);
      double min;
      double max;
      double step;

      premise_model_get_range (model, i, 0, &min, &max, &step);
      g_test_message ("%s: %g to %g by %g", premise_model_get_id (model, i), min, max, step);
      g_assert_cmpfloat (base, ==, 5);
      g_assert_true (min <= base && base <= max);
      g_assert_true (step >= 0 && isfinite (step));
      g_assert_true (premise_scenario_set_value (scenario, i, 0, 5, NULL));
    }

  /* The first two stay where they are; a bad step leaves the limits standing. */
  g_assert_false (premise_scenario_set_value (scenario, 0, 0, 7, NULL));
  g_assert_false (premise_scenario_set_value (scenario, 1, 0, 7, NULL));
  g_assert_true (premise_scenario_set_value (scenario, 2, 0, 7, NULL));
  g_assert_false (premise_scenario_set_value (scenario, 2, 0, 10, NULL));
  premise_scenario_reset_all (scenario);

  /* It is a number like any other, so that the report still shows something. */
  sample_assert_values (evaluator, "x", "15");
}

static void
test_model_cells (void)
{
  g_autoptr(PremiseModel) model = sample_build_clean ("index i p q\n"
                                                      "index j r s t\n"
                                                      "datum a 1 j i : 11 12 21 22 31 32\n"
                                                      "formula b - : a * 2\n"
                                                      "formula c - : 1 + 1\n");
  guint members[2] = { 2, 1 };

  g_assert_cmpuint (premise_model_find_index (model, "j"), ==, 1);
  g_assert_cmpuint (premise_model_find_index (model, "k"), ==, PREMISE_MODEL_NOT_FOUND);
  g_assert_cmpuint (premise_model_find_member (model, 1, "t"), ==, 2);
  g_assert_cmpuint (premise_model_find_member (model, 1, "p"), ==, PREMISE_MODEL_NOT_FOUND);
  g_assert_cmpstr (premise_model_get_member_id (model, 0, 1), ==, "q");

  /* As declared: j, then i. */
  g_assert_cmpuint (premise_model_get_n_dims (model, 0), ==, 2);
  g_assert_cmpuint (premise_model_get_dim (model, 0, 0), ==, 1);
  g_assert_cmpuint (premise_model_get_cell (model, 0, members), ==, 5);
  g_assert_cmpfloat (premise_model_get_base (model, 0, 5), ==, 32);

  /* Inferred: in the order of the model. */
  g_assert_cmpuint (premise_model_get_dim (model, 1, 0), ==, 0);
  members[0] = 1;
  members[1] = 2;
  g_assert_cmpuint (premise_model_get_cell (model, 1, members), ==, 5);
  g_assert_cmpfloat (premise_model_get_base (model, 1, 5), ==, 64);

  for (guint i = 0; i < 6; i++)
    {
      premise_model_get_cell_members (model, 0, i, members);
      g_assert_cmpuint (premise_model_get_cell (model, 0, members), ==, i);
    }

  g_assert_cmpuint (premise_model_get_n_cells (model, 2), ==, 1);
  g_assert_cmpuint (premise_model_get_cell (model, 2, NULL), ==, 0);
}

/* A name is looked for beside the formula first, then as it stands. */
static void
test_model_prefixes (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate ("datum price 1 : 1\n"
                                                           "datum shop.price 1 : 2\n"
                                                           "datum shop.old.price 1 : 3\n"
                                                           "formula it - : price\n"
                                                           "formula shop.it - : price\n"
                                                           "formula shop.old.it - : price\n"
                                                           "formula mall.it - : price\n"
                                                           "formula mall.other - : shop.price\n");

  sample_assert_values (evaluator, "it", "1");
  sample_assert_values (evaluator, "shop.it", "2");
  sample_assert_values (evaluator, "shop.old.it", "3");
  sample_assert_values (evaluator, "mall.it", "1");
  sample_assert_values (evaluator, "mall.other", "2");
}

static void
test_model_unit_is_inferred (void)
{
  g_autoptr(PremiseModel) model = sample_build_clean ("datum wage 美元/小时 : 20\n"
                                                      "datum time 小时 : 8\n"
                                                      "formula cost - : wage * time\n"
                                                      "formula rate - : cost / time\n");
  g_autofree char *cost = premise_unit_to_string (premise_model_get_unit (model, 2));
  g_autofree char *rate = premise_unit_to_string (premise_model_get_unit (model, 3));

  g_assert_cmpstr (cost, ==, "USD");
  g_assert_cmpstr (rate, ==, "USD/hour");
  g_assert_cmpstr (premise_model_get_expression (model, 2), ==, "wage * time");
  g_assert_null (premise_model_get_expression (model, 0));
}

/* Hostile sizes end in a message, not in all memory being used. */
static void
test_model_limits (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_string_append_printf (text, "index i%u", i);

      for (guint j = 0; j < 300; j++)
        g_string_append_printf (text, " m%u", j);

      g_string_append_c (text, '\n');
    }

  g_string_append (text, "datum a 1 i0 i1 i2 i3 : 1\n"
                         "datum x0 1 i0 : 1\n"
                         "datum x1 1 i1 : 1\n"
                         "datum x2 1 i2 : 1\n"
                         "datum x3 1 i3 : 1\n"
                         "formula b - : x0 * x1 * x2 * x3\n"
                         "formula c - : sum(x0 * x1 * x2 * x3)\n"
                         "formula d - : sum(x0) * sum(x1)\n");
  model = sample_build (text->str, diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 3);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      g_test_message ("%s: %s", diagnostic->variable, diagnostic->message);
      g_assert_cmpint (diagnostic->code, ==, PREMISE_DIAGNOSTIC_LIMIT);
    }

  g_assert_cmpfloat (premise_model_get_base (model, sample_find (model, "d"), 0), ==, 90000);
}

static void
test_model_empty (void)
{
  g_autoptr(PremiseModel) model = sample_build_clean ("");
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  PremiseEvaluator *evaluator = premise_evaluator_new (scenario);

  g_assert_cmpuint (premise_model_get_n_variables (model), ==, 0);
  g_assert_cmpuint (premise_model_find (model, "x"), ==, PREMISE_MODEL_NOT_FOUND);
  premise_scenario_reset_all (scenario);
  g_assert_finalize_object (evaluator);
}

/* An index without members is no mistake: sums over it are 0. */
static void
test_model_index_without_members (void)
{
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate ("index none\n"
                                                           "index i p q\n"
                                                           "assumption a 1 none : 1\n"
                                                           "assumption b 1 i : 1 2\n"
                                                           "formula x - : sum(a)\n"
                                                           "formula y - : sum(a * b over none)\n"
                                                           "formula z - : cumulate(a) + 1\n");

  sample_assert_values (evaluator, "x", "0");
  sample_assert_values (evaluator, "y", "0 0");
  sample_assert_values (evaluator, "z", "");
}

/* Within all other limits, and yet a pass would take minutes. */
static void
test_model_work (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = NULL;

  for (guint dim = 0; dim < 2; dim++)
    {
      g_string_append_printf (text, "index %c", "ij"[dim]);

      for (guint i = 0; i < 1000; i++)
        g_string_append_printf (text, " m%u", i);

      g_string_append_printf (text, "\nassumption %c 1 %c : 2\n", "qr"[dim], "ij"[dim]);
    }

  g_string_append (text, "formula fine - : sum(q * r)\nformula endless - : sum(q * r");

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, " + q * r");

  g_string_append (text, ")\n");
  model = sample_build (text->str, diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 1);
  g_assert_cmpint (((PremiseDiagnostic *) g_ptr_array_index (diagnostics, 0))->code, ==, PREMISE_DIAGNOSTIC_LIMIT);
  g_assert_true (premise_model_get_base (model, sample_find (model, "fine"), 0) == 4e6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/model/mistakes", test_model_mistakes);
  g_test_add_func ("/engine/model/goes-on", test_model_goes_on);
  g_test_add_func ("/engine/model/duplicate-is-ignored", test_model_duplicate_is_ignored);
  g_test_add_func ("/engine/model/base-units", test_model_base_units);
  g_test_add_func ("/engine/model/ranges", test_model_ranges);
  g_test_add_func ("/engine/model/bad-range-is-not-kept", test_model_bad_range_is_not_kept);
  g_test_add_func ("/engine/model/cells", test_model_cells);
  g_test_add_func ("/engine/model/prefixes", test_model_prefixes);
  g_test_add_func ("/engine/model/unit-is-inferred", test_model_unit_is_inferred);
  g_test_add_func ("/engine/model/limits", test_model_limits);
  g_test_add_func ("/engine/model/work", test_model_work);
  g_test_add_func ("/engine/model/empty", test_model_empty);
  g_test_add_func ("/engine/model/index-without-members", test_model_index_without_members);

  return g_test_run ();
}
