/* test-random.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Random models with random changes: the engine must agree with the plain walk over the
 * tree bit for bit, and with itself.
 */

#include "config.h"

#include "random-model.h"
#include "sample.h"

#include <math.h>
#include <string.h>

#define N_MODELS  60
#define N_CHANGES 30

static gboolean
same (double a,
      double b)
{
  return sample_get_bits (a) == sample_get_bits (b) || (isnan (a) && isnan (b));
}

static void
check_values (const RandomModel *random,
              PremiseEvaluator  *evaluator)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);

  for (guint i = 0; i < RANDOM_N_VARIABLES; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);
      guint variable = sample_find (model, id);

      for (guint cell = 0; cell < premise_model_get_n_cells (model, variable); cell++)
        {
          double value = premise_evaluator_get_value (evaluator, variable, cell);
          double expected = random->values[i].cells[random_model_get_place (model, variable, cell)];
          g_autofree char *text = NULL;

          if (same (value, expected))
            continue;

          text = random_model_describe (random);
          g_error ("%s, cell %u: %.17g and not %.17g\n%s", id, cell, value, expected, text);
        }
    }
}

/* An error says why, and began where it says. */
static void
check_errors (PremiseEvaluator *evaluator)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      for (guint cell = 0; cell < premise_model_get_n_cells (model, i); cell++)
        {
          guint origin;
          guint origin_cell;
          guint again;
          guint again_cell;
          PremiseValueError error = premise_evaluator_get_error (evaluator, i, cell,
                                                                 &origin, &origin_cell);

          g_assert_true (isnan (premise_evaluator_get_value (evaluator, i, cell))
                         == (error != PREMISE_VALUE_OK));
          g_assert_cmpint (premise_evaluator_get_error (evaluator, origin, origin_cell,
                                                        &again, &again_cell), ==, error);
          g_assert_cmpuint (again, ==, origin);
          g_assert_cmpuint (again_cell, ==, origin_cell);
          g_assert_cmpint (error, !=, PREMISE_VALUE_INVALID);

          if (error == PREMISE_VALUE_MISSING)
            g_assert_cmpint (premise_model_get_kind (model, origin), ==, PREMISE_VARIABLE_DATUM);
        }
    }
}

/* Formulas that the engine works out from nothing. */
static void
test_random_base (void)
{
  for (guint i = 0; i < N_MODELS; i++)
    {
      g_autoptr(RandomModel) random = random_model_new ();
      g_autofree char *text = random_model_describe (random);
      g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (text);

      check_values (random, evaluator);
      check_errors (evaluator);
    }
}

/* Notes what was told to have changed. */
static void
changed_cb (PremiseEvaluator *evaluator,
            GArray           *variables,
            GArray           *told)
{
  g_assert_cmpuint (told->len, ==, 0);
  g_array_append_vals (told, variables->data, variables->len);
}

/* What was told is what has changed, all of it and nothing else. */
static void
check_told (PremiseEvaluator  *evaluator,
            double           **before,
            const GArray      *told)
{
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  guint n_told = 0;

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      gsize size = premise_model_get_n_cells (model, i) * sizeof (double);
      const double *values = premise_evaluator_get_values (evaluator, i);

      if (memcmp (before[i], values, size) == 0)
        continue;

      g_assert_cmpuint (n_told, <, told->len);
      g_assert_cmpuint (g_array_index (told, guint, n_told), ==, i);
      memcpy (before[i], values, size);
      n_told++;
    }

  g_assert_cmpuint (n_told, ==, told->len);
}

/* Changes a few cells of inputs at once. */
static void
change (RandomModel     *random,
        PremiseScenario *scenario)
{
  PremiseModel *model = premise_scenario_get_model (scenario);
  PremiseOverride overrides[4];
  guint n = g_test_rand_int_range (1, G_N_ELEMENTS (overrides) + 1);

  for (guint i = 0; i < n; i++)
    {
      PremiseOverride *o = &overrides[i];
      g_autofree char *id = NULL;
      guint input;

      do
        input = g_test_rand_int_range (0, RANDOM_N_INPUTS);
      while (!random_model_is_assumption (input));

      id = g_strdup_printf ("v%u", input);
      o->variable = sample_find (model, id);
      o->cell = g_test_rand_int_range (0, premise_model_get_n_cells (model, o->variable));
      o->value = random_model_pick_value ();
      random_model_set (random, input, random_model_get_place (model, o->variable, o->cell),
                        o->value);
    }

  g_assert_true (premise_scenario_set_values (scenario, overrides, n, NULL));
  random_model_evaluate (random);
}

/* The same model built anew with the values of now as its base case. */
static void
check_rebuilt (const RandomModel *random,
               PremiseEvaluator  *evaluator)
{
  g_autofree char *text = random_model_describe (random);
  g_autoptr(PremiseEvaluator) rebuilt = sample_evaluate (text);
  PremiseModel *model = premise_evaluator_get_model (evaluator);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    g_assert_cmpmem (premise_evaluator_get_values (evaluator, i),
                     premise_model_get_n_cells (model, i) * sizeof (double),
                     premise_evaluator_get_values (rebuilt, i),
                     premise_model_get_n_cells (model, i) * sizeof (double));
}

/* After any changes, what was recalculated is what would come out from nothing. */
static void
run_changes (void)
{
  g_autoptr(RandomModel) random = random_model_new ();
  g_autofree char *text = random_model_describe (random);
  g_autoptr(PremiseEvaluator) evaluator = sample_evaluate (text);
  PremiseModel *model = premise_evaluator_get_model (evaluator);
  PremiseScenario *scenario = premise_evaluator_get_scenario (evaluator);
  g_autoptr(GArray) told = g_array_new (FALSE, FALSE, sizeof (guint));
  double *before[RANDOM_N_VARIABLES];

  for (guint i = 0; i < RANDOM_N_VARIABLES; i++)
    before[i] = g_memdup2 (premise_evaluator_get_values (evaluator, i),
                           premise_model_get_n_cells (model, i) * sizeof (double));

  g_signal_connect (evaluator, "changed", G_CALLBACK (changed_cb), told);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_array_set_size (told, 0);
      change (random, scenario);
      check_told (evaluator, before, told);
      check_values (random, evaluator);
    }

  check_rebuilt (random, evaluator);
  check_errors (evaluator);
  g_array_set_size (told, 0);
  premise_scenario_reset_all (scenario);

  for (guint i = 0; i < RANDOM_N_VARIABLES; i++)
    {
      g_assert_false (premise_evaluator_differs (evaluator, i));
      g_assert_cmpmem (premise_evaluator_get_values (evaluator, i),
                       premise_model_get_n_cells (model, i) * sizeof (double),
                       premise_evaluator_get_base_values (evaluator, i),
                       premise_model_get_n_cells (model, i) * sizeof (double));
      g_free (before[i]);
    }
}

static void
test_random_changes (void)
{
  for (guint i = 0; i < N_MODELS; i++)
    run_changes ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/random/base", test_random_base);
  g_test_add_func ("/engine/random/changes", test_random_changes);

  return g_test_run ();
}
