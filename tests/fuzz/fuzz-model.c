/* fuzz-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A whole model, in lines of words with blanks between them:
 *
 *   index ID MEMBER …
 *   datum ID UNIT INDEX … : VALUE …
 *   assumption ID UNIT INDEX … : VALUE … [from MIN to MAX step STEP]
 *   formula ID UNIT INDEX … : EXPRESSION
 *   set ID CELL VALUE
 *
 * The UNIT “-” leaves the unit away; a formula without an INDEX infers its indexes; a line that
 * is none of these is passed over. Whatever the model is, the edits leave what a fresh
 * evaluator computes, going back leaves the same bits, and a batch has the evaluator's.
 */

#include "config.h"

#include "fuzz.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* More than these says nothing new, and is slow. */
#define MAX_LINES   60
#define MAX_WORDS   20
#define MAX_MEMBERS 8
#define MAX_INPUTS  6
#define MAX_OUTPUTS 40
#define MAX_CELLS   20000
#define N_LANES     5

typedef struct
{
  char  **words;
  guint   n_words;
  char   *right;
} Line;

static void
line_clear (Line *self)
{
  g_strfreev (self->words);
  g_free (self->right);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
line_parse (Line       *self,
            const char *text)
{
  const char *colon = strstr (text, " : ");
  g_autofree char *left = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);

  self->words = g_strsplit (left, " ", MAX_WORDS);
  self->n_words = g_strv_length (self->words);
  self->right = g_strdup (colon != NULL ? colon + 3 : "");
}

/* Values up to “from”, then perhaps the range. */
static GArray *
parse_values (const Line *line,
              double     *range,
              gboolean   *has_range)
{
  g_auto(GStrv) words = g_strsplit (line->right, " ", -1);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  *has_range = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double value = g_ascii_strtod (words[i], NULL);

      if (strcmp (words[i], "from") == 0)
        {
          if (g_strv_length (words) == i + 6)
            {
              *has_range = TRUE;

              for (guint j = 0; j < 3; j++)
                range[j] = g_ascii_strtod (words[i + 1 + 2 * j], NULL);
            }

          break;
        }

      g_array_append_val (values, value);
    }

  return values;
}

static void
add_values (PremiseModelBuilder *builder,
            const Line          *line,
            const char          *unit,
            const char *const   *indexes)
{
  double range[3];
  gboolean has_range;
  g_autoptr(GArray) values = parse_values (line, range, &has_range);
  const double *data = (const double *) (gpointer) values->data;

  if (strcmp (line->words[0], "datum") == 0)
    premise_model_builder_add_datum (builder, line->words[1], unit, indexes, data, values->len);
  else
    premise_model_builder_add_assumption (builder, line->words[1], unit, indexes, data, values->len,
                                          &range[0], &range[1], &range[2], has_range ? 1 : 0);
}

static void
add_line (PremiseModelBuilder *builder,
          const char          *text)
{
  g_auto(Line) line = { 0 };
  const char *unit;
  const char *const *indexes;

  line_parse (&line, text);

  if (line.n_words < 2)
    return;

  if (strcmp (line.words[0], "index") == 0)
    {
      premise_model_builder_add_index (builder, line.words[1],
                                       (const char *const *) line.words + 2,
                                       MIN (line.n_words - 2, MAX_MEMBERS));
      return;
    }

  if (line.n_words < 3)
    return;

  unit = strcmp (line.words[2], "-") != 0 ? line.words[2] : NULL;
  indexes = line.n_words > 3 ? (const char *const *) line.words + 3 : NULL;

  if (strcmp (line.words[0], "formula") == 0)
    premise_model_builder_add_formula (builder, line.words[1], unit, indexes, line.right);
  else if (strcmp (line.words[0], "datum") == 0 || strcmp (line.words[0], "assumption") == 0)
    add_values (builder, &line, unit, indexes);
}

static gsize
count_cells (PremiseModel *model)
{
  gsize n = 0;

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    n += premise_model_get_n_cells (model, i);

  return n;
}

/* The incremental evaluator has what a new one computes. */
static void
check_fresh (PremiseEvaluator *evaluator)
{
  g_autoptr(PremiseEvaluator) fresh =
    premise_evaluator_new (premise_evaluator_get_scenario (evaluator));
  g_autoptr(GArray) expected = fuzz_dup_values (fresh);
  g_autoptr(GArray) found = fuzz_dup_values (evaluator);

  fuzz_check_same (expected, found);
}

static void
set_line (PremiseScenario *scenario,
          const char      *text)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  g_auto(Line) line = { 0 };
  guint variable;
  guint64 cell;

  line_parse (&line, text);

  if (line.n_words != 4 || strcmp (line.words[0], "set") != 0)
    return;

  variable = premise_model_find (model, line.words[1]);
  cell = g_ascii_strtoull (line.words[2], NULL, 10);

  if (variable != PREMISE_MODEL_NOT_FOUND && cell < premise_model_get_n_cells (model, variable))
    premise_scenario_set_value (scenario, variable, (guint) cell,
                                g_ascii_strtod (line.words[3], NULL), NULL);
}

static void
check_edits (PremiseEvaluator  *evaluator,
             char             **lines)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  g_autoptr(GArray) before = fuzz_dup_values (evaluator);
  g_autoptr(GArray) after = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "set "))
        {
          set_line (scenario, lines[i]);
          check_fresh (evaluator);
        }
    }

  for (guint i = 0; i < premise_model_get_n_variables (premise_evaluator_get_model (evaluator)); i++)
    fuzz_check_errors (evaluator, i);

  premise_scenario_reset_all (scenario);
  after = fuzz_dup_values (evaluator);
  fuzz_check_same (before, after);
}

/* Cells of one kind of variables, a few of each. */
static GArray *
collect_cells (PremiseModel *model,
               gboolean      assumptions,
               guint         limit)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (PremiseCell));

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      PremiseVariableKind kind = premise_model_get_kind (model, i);
      guint n_cells = premise_model_get_n_cells (model, i);

      if (!premise_model_is_valid (model, i) || (assumptions && kind != PREMISE_VARIABLE_ASSUMPTION))
        continue;

      for (guint j = 0; j < n_cells && cells->len < limit; j += MAX (1, n_cells / 3))
        {
          PremiseCell cell = { i, j };

          g_array_append_val (cells, cell);
        }
    }

  return cells;
}

/* A value that the scenario takes: the base, an end of the range, or something far away. */
static double
pick_value (PremiseScenario   *scenario,
            const PremiseCell *cell,
            guint              choice)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  double base = premise_model_get_base (model, cell->variable, cell->cell);
  double values[N_LANES + 1] = { base, 0, 0, -1, 1e200, 0.5 };

  premise_model_get_range (model, cell->variable, cell->cell, &values[1], &values[2], &values[5]);

  return values[choice % G_N_ELEMENTS (values)];
}

static void
check_lane (PremiseEvaluator *evaluator,
            PremiseLanes     *lanes,
            guint             lane,
            const GArray     *inputs,
            const GArray     *outputs)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);

  /* A batch takes what a scenario may refuse. */
  for (guint i = 0; i < inputs->len; i++)
    {
      const PremiseCell *cell = &g_array_index (inputs, PremiseCell, i);
      double value = premise_lanes_get_input (lanes, i)[lane];

      if (!premise_scenario_set_value (scenario, cell->variable, cell->cell, value, NULL)
          || fuzz_get_bits (premise_scenario_get_value (scenario, cell->variable, cell->cell))
             != fuzz_get_bits (value))
        return;
    }

  for (guint i = 0; i < outputs->len; i++)
    {
      const PremiseCell *cell = &g_array_index (outputs, PremiseCell, i);
      double expected = premise_evaluator_get_value (evaluator, cell->variable, cell->cell);
      double found = premise_lanes_get_output (lanes, i)[lane];

      if (isnan (expected))
        fuzz_check (!isfinite (found));
      else
        fuzz_check (fuzz_get_bits (expected) == fuzz_get_bits (found));
    }
}

/* A batch computes what the evaluator computes, bit for bit. */
static void
check_batch (PremiseEvaluator *evaluator)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  g_autoptr(GArray) inputs = collect_cells (model, TRUE, MAX_INPUTS);
  g_autoptr(GArray) outputs = collect_cells (model, FALSE, MAX_OUTPUTS);
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;

  if (inputs->len == 0 || outputs->len == 0)
    return;

  batch = premise_batch_new (scenario, (const PremiseCell *) (gpointer) inputs->data, inputs->len,
                             (const PremiseCell *) (gpointer) outputs->data, outputs->len);
  lanes = premise_lanes_new (batch);

  for (guint i = 0; i < inputs->len; i++)
    {
      const PremiseCell *cell = &g_array_index (inputs, PremiseCell, i);

      for (guint lane = 0; lane < N_LANES; lane++)
        {
          double value = pick_value (scenario, cell, i + lane);

          /* What the scenario refuses, the evaluator cannot compute. */
          if (!premise_scenario_set_value (scenario, cell->variable, cell->cell, value, NULL))
            value = premise_model_get_base (model, cell->variable, cell->cell);

          premise_scenario_reset (scenario, cell->variable, cell->cell);
          premise_lanes_get_input (lanes, i)[lane] = value;
        }
    }

  premise_lanes_run (lanes, N_LANES);

  for (guint lane = 0; lane < N_LANES; lane++)
    {
      premise_scenario_reset_all (scenario);
      check_lane (evaluator, lanes, lane, inputs, outputs);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_auto(GStrv) lines = g_strsplit (text, "\n", MAX_LINES);
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (builder, lines[i]);

  model = premise_model_builder_build (builder, diagnostics);
  fuzz_check_diagnostics (diagnostics);

  if (count_cells (model) > MAX_CELLS)
    return 0;

  scenario = premise_scenario_new (model);
  evaluator = premise_evaluator_new (scenario);
  check_edits (evaluator, lines);
  check_batch (evaluator);

  return 0;
}
