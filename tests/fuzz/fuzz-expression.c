/* fuzz-expression.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A formula in a small model that has something of everything. The first line of the input is
 * the formula, the second its unit, the third its indexes; both may be left away.
 *
 * Whatever the formula is, it has values or a diagnostic that points into it; each cell has a
 * value or an error with an origin; brackets around it change nothing; an assumption moved and
 * moved back leaves the same bits.
 */

#include "config.h"

#include "fuzz.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define IT "a.it"

static const char *const contents[] = { "game", "film", "music" };
static const char *const years[] = { "2021", "2022", "2023", "2024E" };
static const char *const twos[] = { "game", "other" };
static const char *const by_content[] = { "content", NULL };
static const char *const by_year[] = { "year", NULL };
static const char *const by_both[] = { "year", "content", NULL };
static const char *const by_two[] = { "content", "two", NULL };
static const char *const by_nothing[] = { "nothing", NULL };

typedef struct
{
  char **lines;
  char **indexes;
} Input;

static void
input_clear (Input *self)
{
  g_strfreev (self->lines);
  g_strfreev (self->indexes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Input, input_clear)

static const char *
get_line (char  **lines,
          guint   i)
{
  return i < g_strv_length (lines) && *lines[i] != '\0' ? lines[i] : NULL;
}

static void
add_data (PremiseModelBuilder *builder)
{
  static const double three[] = { 1.5, 2, -3 };
  static const double four[] = { -100, 40, 50, 60 };
  static const double gap[] = { 10, NAN, 30, 40 };
  static const double six[] = { 1, 2, 3, 4, 5, 6 };

  premise_model_builder_add_datum (builder, "yuan", "亿元", by_content, three, 3);
  premise_model_builder_add_datum (builder, "规模", NULL, by_content, three, 3);
  premise_model_builder_add_datum (builder, "flow", NULL, by_year, four, 4);
  premise_model_builder_add_datum (builder, "gap", NULL, by_year, gap, 4);
  premise_model_builder_add_datum (builder, "both", NULL, by_two, six, 6);
  premise_model_builder_add_datum (builder, "empty", NULL, by_nothing, six, 1);
  premise_model_builder_add_datum (builder, "people", "万人", NULL, six, 1);
  premise_model_builder_add_datum (builder, "time", "小时", NULL, six + 2, 1);
  premise_model_builder_add_datum (builder, "side", "km", NULL, six + 1, 1);
  premise_model_builder_add_datum (builder, "a.b", "%", NULL, six + 4, 1);
}

static void
add_assumptions (PremiseModelBuilder *builder)
{
  static const double twelve[] = { 1, 2, 3, 4, 5, 6, -7, 8, 9, 0, 11, 12 };
  static const double min = -1000;
  static const double max = 1000;
  static const double step = 0.5;

  premise_model_builder_add_assumption (builder, "x", NULL, NULL, twelve + 1, 1, &min, &max, &step, 1);
  premise_model_builder_add_assumption (builder, "a.rate", "CNY/USD", NULL, twelve + 7, 1, &min,
                                        &max, &step, 1);
  premise_model_builder_add_assumption (builder, "grid", NULL, by_both, twelve, 12, &min, &max,
                                        &step, 1);
  premise_model_builder_add_formula (builder, "chain", NULL, NULL, "grid * x + flow");
}

/* The model with a formula in it, wrapped into brackets or not. */
static PremiseModel *
build (const Input *input,
       gboolean     wrapped,
       GPtrArray   *diagnostics)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  const char *formula = input->lines[0] != NULL ? input->lines[0] : "";
  g_autofree char *text = wrapped ? g_strdup_printf ("(%s)", formula) : g_strdup (formula);

  premise_model_builder_add_index (builder, "content", contents, G_N_ELEMENTS (contents));
  premise_model_builder_add_index (builder, "year", years, G_N_ELEMENTS (years));
  premise_model_builder_add_index (builder, "two", twos, G_N_ELEMENTS (twos));
  premise_model_builder_add_index (builder, "nothing", NULL, 0);
  premise_model_builder_add_formula (builder, "behind", NULL, NULL, "count(" IT ") + x");
  add_data (builder);
  add_assumptions (builder);
  premise_model_builder_add_formula (builder, IT, get_line (input->lines, 1),
                                     (const char *const *) input->indexes, text);

  return premise_model_builder_build (builder, diagnostics);
}

static void
check_places (const Input *input,
              GPtrArray   *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      fuzz_check (g_strcmp0 (diagnostic->variable, IT) == 0
                  || g_strcmp0 (diagnostic->variable, "behind") == 0);

      if (g_strcmp0 (diagnostic->variable, IT) != 0)
        continue;

      if (g_strcmp0 (diagnostic->field, "formula") == 0)
        fuzz_check (diagnostic->offset <= strlen (input->lines[0] != NULL ? input->lines[0] : ""));
      else if (g_strcmp0 (diagnostic->field, "unit") == 0)
        fuzz_check (diagnostic->offset <= strlen (input->lines[1]));
      else
        fuzz_check (g_strcmp0 (diagnostic->field, "index") == 0);
    }
}

/* Moves an assumption, and back. */
static void
check_edits (PremiseEvaluator *evaluator)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  g_autoptr(GArray) before = fuzz_dup_values (evaluator);
  g_autoptr(GArray) moved = NULL;
  g_autoptr(GArray) fresh = NULL;
  g_autoptr(GArray) after = NULL;
  g_autoptr(PremiseEvaluator) other = NULL;
  guint x = premise_model_find (model, "x");
  guint grid = premise_model_find (model, "grid");

  fuzz_check (premise_scenario_set_value (scenario, x, 0, -2.5, NULL));
  fuzz_check (premise_scenario_set_value (scenario, grid, 5, 0, NULL));
  moved = fuzz_dup_values (evaluator);
  other = premise_evaluator_new (scenario);
  fresh = fuzz_dup_values (other);
  fuzz_check_same (fresh, moved);

  premise_scenario_reset_all (scenario);
  after = fuzz_dup_values (evaluator);
  fuzz_check_same (before, after);
}

/* Brackets around a formula that was understood change nothing. */
static void
check_wrapped (const Input      *input,
               PremiseEvaluator *evaluator)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = build (input, TRUE, diagnostics);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(PremiseEvaluator) wrapped = premise_evaluator_new (scenario);
  g_autoptr(GArray) expected = NULL;
  g_autoptr(GArray) found = NULL;

  /* One level deeper, or two bytes longer, may be one too many. */
  if (diagnostics->len > 0)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, 0);

      fuzz_check (diagnostic->code == PREMISE_DIAGNOSTIC_LIMIT);
      return;
    }

  expected = fuzz_dup_values (evaluator);
  found = fuzz_dup_values (wrapped);
  fuzz_check_same (expected, found);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_auto(Input) input = { .lines = g_strsplit (text, "\n", 3) };
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  guint it;

  if (get_line (input.lines, 2) != NULL)
    input.indexes = g_strsplit (input.lines[2], " ", -1);

  model = build (&input, FALSE, diagnostics);
  it = premise_model_find (model, IT);
  fuzz_check_diagnostics (diagnostics);
  check_places (&input, diagnostics);
  fuzz_check (premise_model_is_valid (model, it) == (diagnostics->len == 0));

  scenario = premise_scenario_new (model);
  evaluator = premise_evaluator_new (scenario);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    fuzz_check_errors (evaluator, i);

  check_edits (evaluator);

  if (diagnostics->len == 0)
    check_wrapped (&input, evaluator);

  return 0;
}
