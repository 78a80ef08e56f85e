/* test-two-way.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-two-way.h"

#include <math.h>

typedef struct
{
  PremiseModel    *model;
  PremiseScenario *scenario;
  PremiseCell      a;
  PremiseCell      b;
  PremiseCell      y;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  const double three = 3;
  const double zero = 0;
  const double ten = 10;

  premise_model_builder_add_assumption (builder, "a", NULL, NULL, &three, 1, &zero, &ten, NULL, 1);
  premise_model_builder_add_assumption (builder, "b", NULL, NULL, &three, 1, &zero, &ten, NULL, 1);
  premise_model_builder_add_assumption (builder, "c", NULL, NULL, &three, 1, &zero, &ten, NULL, 1);
  premise_model_builder_add_formula (builder, "y", NULL, NULL, "(a * 10 + b) / (c - 1)");
  fixture->model = premise_model_builder_build (builder, NULL);
  fixture->scenario = premise_scenario_new (fixture->model);
  fixture->a.variable = premise_model_find (fixture->model, "a");
  fixture->b.variable = premise_model_find (fixture->model, "b");
  fixture->y.variable = premise_model_find (fixture->model, "y");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->scenario);
  g_object_unref (fixture->model);
}

/* More pairs than fit into one block. */
static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  double rows[17];
  double columns[23];
  g_autofree double *values = NULL;

  for (guint i = 0; i < 17; i++)
    rows[i] = i;

  for (guint i = 0; i < 23; i++)
    columns[i] = 0.5 * i;

  values = premise_two_way_dup_values (fixture->scenario, &fixture->a, rows, 17, &fixture->b, columns, 23,
                                       &fixture->y);

  for (guint i = 0; i < 17; i++)
    {
      for (guint j = 0; j < 23; j++)
        g_assert_cmpfloat (values[i * 23 + j], ==, (rows[i] * 10 + columns[j]) / 2);
    }
}

/* The others are as the scenario has them, and an error is one. */
static void
test_scenario (Fixture       *fixture,
               gconstpointer  data)
{
  const double one = 1;
  g_autofree double *values = NULL;
  guint c = premise_model_find (fixture->model, "c");

  g_assert_true (premise_scenario_set_value (fixture->scenario, c, 0, 1, NULL));
  values = premise_two_way_dup_values (fixture->scenario, &fixture->a, &one, 1, &fixture->b, &one, 1,
                                       &fixture->y);
  g_assert_true (isnan (values[0]));
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree double *steps = premise_two_way_dup_steps (fixture->scenario, &fixture->a, 5);
  const double expected[] = { 0, 3, 5, 7.5, 10 };

  g_assert_cmpmem (steps, sizeof expected, expected, sizeof expected);
}

#define ADD(name, test) \
  g_test_add ("/analysis/two-way/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("values", test_values);
  ADD ("scenario", test_scenario);
  ADD ("steps", test_steps);

  return g_test_run ();
}
