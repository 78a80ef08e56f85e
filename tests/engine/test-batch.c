/* test-batch.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-batch.h"
#include "premise-cell-private.h"
#include "premise-lane-private.h"
#include "random-model.h"
#include "sample.h"

#include <math.h>

#define N_MODELS 60

static gboolean
same (double a,
      double b)
{
  return sample_get_bits (a) == sample_get_bits (b) || (isnan (a) && isnan (b));
}

/* All cells of all variables of one kind, or of any. */
static GArray *
collect_cells (PremiseModel *model,
               gboolean      assumptions_only)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (PremiseCell));

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      if (assumptions_only && premise_model_get_kind (model, i) != PREMISE_VARIABLE_ASSUMPTION)
        continue;

      for (guint cell = 0; cell < premise_model_get_n_cells (model, i); cell++)
        {
          PremiseCell c = { i, cell };

          g_array_append_val (cells, c);
        }
    }

  return cells;
}

/* One sample through the evaluator, which must say the same as the lane. */
static void
check_lane (PremiseEvaluator *evaluator,
            PremiseLanes     *lanes,
            const GArray     *inputs,
            const GArray     *outputs,
            guint             lane)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  g_autofree PremiseOverride *values = g_new (PremiseOverride, inputs->len);

  for (guint i = 0; i < inputs->len; i++)
    {
      const PremiseCell *cell = &g_array_index (inputs, PremiseCell, i);

      values[i] = (PremiseOverride) { cell->variable, cell->cell,
                                      premise_lanes_get_input (lanes, i)[lane] };
    }

  g_assert_true (premise_scenario_set_values (scenario, values, inputs->len, NULL));

  for (guint i = 0; i < outputs->len; i++)
    {
      const PremiseCell *cell = &g_array_index (outputs, PremiseCell, i);
      double expected = premise_evaluator_get_value (evaluator, cell->variable, cell->cell);
      double value = premise_lanes_get_output (lanes, i)[lane];

      if (!same (value, expected))
        g_error ("%s, cell %u, lane %u: %.17g and not %.17g",
                 premise_model_get_id (premise_evaluator_get_model (evaluator), cell->variable),
                 cell->cell, lane, value, expected);
    }
}

/* All that comes of some of the inputs of a model, over random lanes. */
static void
run_random_lanes (PremiseEvaluator *evaluator)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  g_autoptr(PremiseScenario) base = premise_scenario_new (model);
  g_autoptr(GArray) inputs = collect_cells (model, TRUE);
  g_autoptr(GArray) outputs = collect_cells (model, FALSE);
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;
  guint n = (guint) g_test_rand_int_range (1, PREMISE_BATCH_LANES + 1);

  /* Some of the inputs, so that others are constant. */
  if (inputs->len > 1)
    g_array_set_size (inputs, (guint) g_test_rand_int_range (1, (gint32) inputs->len + 1));

  batch = premise_batch_new (base, (PremiseCell *) (gpointer) inputs->data, inputs->len,
                             (PremiseCell *) (gpointer) outputs->data, outputs->len);
  lanes = premise_lanes_new (batch);

  /* Twice in the same lanes: nothing is left from the run before. */
  for (guint run = 0; run < 2; run++)
    {
      for (guint i = 0; i < inputs->len; i++)
        {
          for (guint lane = 0; lane < n; lane++)
            premise_lanes_get_input (lanes, i)[lane] = random_model_pick_value ();
        }

      premise_lanes_run (lanes, n);

      for (guint lane = 0; lane < n; lane += 1 + n / 8)
        check_lane (evaluator, lanes, inputs, outputs, lane);
    }
}

static void
run_random_model (void)
{
  g_autoptr(RandomModel) random = random_model_new ();
  g_autofree char *text = random_model_describe (random);
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (text);

  run_random_lanes (evaluator);
}

/* Those that the random models do not have, with arguments that make sense often enough. */
static void
test_functions (void)
{
  static const char *const formulas[] = {
    "round(a * b)", "round(a, 1)", "round(a / 3, b)", "mod(a, b)", "ceil(a / 7)", "log10(abs(a))",
    "median(x over i)", "median(g over i, j)", "cagr(a, b, 3)", "cagr(abs(a) + 1, abs(b) + 2, c)",
    "npv(a / 100, x)", "npv(y, g over i)", "irr(x)", "irr(if(x = x[i1], -abs(a) - 1, abs(x)) over i)",
    "pmt(a / 100, 12, b)", "pmt(0, b, c)",
    "interpolate(a, cumulate(abs(x) + 1), x)", "lookup(a, cumulate(abs(x) + 1), x)", "index_of(x, a)",
    "lag(x, 1, a)", "lag(g, -1, b over i)", "sort_by(x, -x)", "sort_by(x, z)", "prev(x, a)",
    "normal_cdf(a, b, abs(c) + 1)", "normal_quantile(0.3, a, abs(b) + 1)",
    "lognormal_cdf(abs(a), abs(b) + 1, 2)", "lognormal_quantile(0.7, abs(a) + 1, 3)",
    "rank(g over i, j)", "share(x)", "cumulate(g over j)", "clamp(a, b, c)", "pow(abs(a), b / 4)",
    "product(x over i) + count(g over i)",
  };
  g_autoptr(GString) text = g_string_new ("index i i1 i2 i3 i4\nindex j j1 j2\n"
                                          "assumption a - : 3\nassumption b - : 2\n"
                                          "assumption c - : 5\nassumption x - i : 1 5 -2 4\n"
                                          "assumption z - i : 4 1 3 2\nassumption y - j : 0.1 0.2\n"
                                          "assumption g - i j : 1 2 3 4 5 6 7 8\n");

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    g_string_append_printf (text, "formula f%u - : %s\n", i, formulas[i]);

  for (guint i = 0; i < N_MODELS; i++)
    {
      g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (text->str);

      run_random_lanes (evaluator);
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < N_MODELS; i++)
    run_random_model ();
}

/* What stays, comes from the scenario. */
static void
test_scenario (void)
{
  g_autoptr(PremiseModel) model =
    sample_build_clean ("assumption a 1 : 2\nassumption b 1 : 3\nformula f - : a * b + b\n");
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  PremiseCell input = { sample_find (model, "a"), 0 };
  PremiseCell outputs[] = { { sample_find (model, "f"), 0 }, { sample_find (model, "b"), 0 }, input };
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;

  sample_set (scenario, "b", 0, 5);
  batch = premise_batch_new (scenario, &input, 1, outputs, G_N_ELEMENTS (outputs));
  sample_set (scenario, "b", 0, 7);
  lanes = premise_lanes_new (batch);
  premise_lanes_get_input (lanes, 0)[1] = 4;
  premise_lanes_run (lanes, 2);

  g_assert_cmpfloat (premise_lanes_get_output (lanes, 0)[0], ==, 15);
  g_assert_cmpfloat (premise_lanes_get_output (lanes, 0)[1], ==, 25);
  g_assert_cmpfloat (premise_lanes_get_output (lanes, 1)[1], ==, 5);
  g_assert_cmpfloat (premise_lanes_get_output (lanes, 2)[1], ==, 4);
}

/* Too many cells for columns go through the formulas one sample at a time, all the same. */
static void
test_large (void)
{
  const guint n_members = 40000;
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseBatch) batch = NULL;
  g_autoptr(PremiseLanes) lanes = NULL;
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  const char *indexes[] = { "i", NULL };
  double two = 2;
  PremiseCell input;
  PremiseCell output;

  for (guint i = 0; i < n_members; i++)
    g_ptr_array_add (members, g_strdup_printf ("m%u", i));

  premise_model_builder_add_index (builder, "i", (const char **) members->pdata, n_members);
  premise_model_builder_add_datum (builder, "k", NULL, indexes, &two, 1);
  premise_model_builder_add_assumption (builder, "a", NULL, NULL, &two, 1, NULL, NULL, NULL, 0);
  premise_model_builder_add_formula (builder, "x", NULL, NULL, "cumulate(k * a)");
  premise_model_builder_add_formula (builder, "last", NULL, NULL, "x[m39999]");
  model = premise_model_builder_build (builder, NULL);
  scenario = premise_scenario_new (model);
  input = (PremiseCell) { sample_find (model, "a"), 0 };
  output = (PremiseCell) { sample_find (model, "last"), 0 };
  batch = premise_batch_new (scenario, &input, 1, &output, 1);
  lanes = premise_lanes_new (batch);
  premise_lanes_get_input (lanes, 0)[0] = 3;
  premise_lanes_run (lanes, 2);

  g_assert_cmpfloat (premise_lanes_get_output (lanes, 0)[0], ==, 240000);
  g_assert_cmpfloat (premise_lanes_get_output (lanes, 0)[1], ==, 160000);
}

static double
call_cell (guint  code,
           double a,
           double b,
           double c)
{
  switch ((PremiseCode) code)
    {
    case PREMISE_CODE_ADD: return premise_cell_add (a, b);
    case PREMISE_CODE_DIVIDE: return premise_cell_divide (a, b);
    case PREMISE_CODE_POWER: return premise_cell_power (a, b);
    case PREMISE_CODE_LESS: return premise_cell_less (a, b);
    case PREMISE_CODE_EQUAL: return premise_cell_equal (a, b);
    case PREMISE_CODE_AND: return premise_cell_and (a, b);
    case PREMISE_CODE_OR: return premise_cell_or (a, b);
    case PREMISE_CODE_NOT: return premise_cell_not (a);
    case PREMISE_CODE_IF: return premise_cell_choose (a, b, c);
    case PREMISE_CODE_MIN: return premise_cell_min_2 (a, b);
    case PREMISE_CODE_MAX: return premise_cell_max_2 (a, b);
    case PREMISE_CODE_SIGN: return premise_cell_sign (a);
    case PREMISE_CODE_FLOOR: return floor (a);
    case PREMISE_CODE_CEIL: return ceil (a);
    case PREMISE_CODE_SQRT: return sqrt (a);
    case PREMISE_CODE_EXP: return premise_cell_exponential (a);
    case PREMISE_CODE_LN: return premise_cell_logarithm (a);
    case PREMISE_CODE_CLAMP: return premise_cell_clamp (a, b, c);

    case PREMISE_CODE_GENERIC:
    case PREMISE_CODE_THIRD:
    case PREMISE_CODE_NEGATE:
    case PREMISE_CODE_PERCENT:
    case PREMISE_CODE_SUBTRACT:
    case PREMISE_CODE_MULTIPLY:
    case PREMISE_CODE_LESS_EQUAL:
    case PREMISE_CODE_GREATER:
    case PREMISE_CODE_GREATER_EQUAL:
    case PREMISE_CODE_NOT_EQUAL:
    case PREMISE_CODE_ABS:
    case PREMISE_N_CODES:
    default:
      return NAN;
    }
}

static double
pick_argument (void)
{
  const double special[] = {
    0.0, -0.0, 1, -1, 2, 0.5, -0.5, 1e-310, -1e-310, 1e300, -1e300, 699, 701, -701, -746, 3, -3,
    INFINITY, -INFINITY, NAN,
  };

  if (g_test_rand_int_range (0, 3) == 0)
    return special[g_test_rand_int_range (0, G_N_ELEMENTS (special))];

  return g_test_rand_double_range (-20, 20);
}

/* Every level of the processor gives the bits of one cell, special numbers included. */
static void
test_levels (void)
{
  const guint codes[] = {
    PREMISE_CODE_ADD, PREMISE_CODE_DIVIDE, PREMISE_CODE_POWER, PREMISE_CODE_LESS, PREMISE_CODE_EQUAL,
    PREMISE_CODE_AND, PREMISE_CODE_OR, PREMISE_CODE_NOT, PREMISE_CODE_IF, PREMISE_CODE_MIN,
    PREMISE_CODE_MAX, PREMISE_CODE_SIGN, PREMISE_CODE_FLOOR, PREMISE_CODE_CEIL, PREMISE_CODE_SQRT,
    PREMISE_CODE_EXP, PREMISE_CODE_LN, PREMISE_CODE_CLAMP,
  };
  double args[3][PREMISE_LANES];
  double result[PREMISE_LANES];

  for (guint run = 0; run < 200; run++)
    {
      /* Every other time without anything special, which has a way of its own. */
      for (guint i = 0; i < 3 * PREMISE_LANES; i++)
        args[i / PREMISE_LANES][i % PREMISE_LANES] = run % 2 == 0 ? pick_argument ()
                                                                  : g_test_rand_double_range (0.1, 9);

      for (guint level = 0; level < PREMISE_N_LANE_LEVELS; level++)
        {
          const PremiseLaneTable *table = premise_lane_table_get_level (level);

          for (guint i = 0; table != NULL && i < G_N_ELEMENTS (codes); i++)
            {
              guint steps = codes[i] == PREMISE_CODE_IF || codes[i] == PREMISE_CODE_CLAMP ? 7
                            : (guint) g_test_rand_int_range (1, 4) | 4;

              table->kernels[codes[i]] (result, args[0], args[1], args[2], steps, PREMISE_LANES);

              for (guint lane = 0; lane < PREMISE_LANES; lane++)
                {
                  double a = args[0][(steps & 1) != 0 || codes[i] == PREMISE_CODE_NOT ? lane : 0];
                  double b = args[1][(steps & 2) != 0 ? lane : 0];
                  double expected;

                  if (codes[i] >= PREMISE_CODE_SIGN && codes[i] <= PREMISE_CODE_LN)
                    a = args[0][lane];

                  expected = call_cell (codes[i], a, b, args[2][lane]);

                  if (!same (result[lane], expected))
                    g_error ("level %u, code %u (%a, %a, %a): %a and not %a", level, codes[i], a, b,
                             args[2][lane], result[lane], expected);
                }
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/batch/equals-the-evaluator", test_random);
  g_test_add_func ("/engine/batch/functions", test_functions);
  g_test_add_func ("/engine/batch/scenario", test_scenario);
  g_test_add_func ("/engine/batch/too-large-for-columns", test_large);
  g_test_add_func ("/engine/batch/levels-of-the-processor", test_levels);

  return g_test_run ();
}
