/* test-scenario.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample.h"

#include <math.h>
#include <string.h>

#define A 0
#define B 1
#define FREE 2
#define FACT 3
#define RESULT 4

/* What a scenario tells, one line for each signal. */
typedef struct
{
  PremiseModel    *model;
  PremiseScenario *scenario;
  GString         *text;
  guint            n_notified;
} Fixture;

static void
changed_cb (Fixture *fixture,
            GArray  *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const PremiseOverride *change = &g_array_index (changes, PremiseOverride, i);

      g_string_append_printf (fixture->text, "%s%s%u=%g", i > 0 ? " " : "",
                              premise_model_get_id (fixture->model, change->variable),
                              change->cell, change->value);
      g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, change->variable,
                                                     change->cell), ==, change->value);
    }

  g_string_append_c (fixture->text, '\n');
}

static void
notify_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->model = sample_build_clean ("index i p q r\n"
                                       "assumption a % i : 10 20 30 from 0 to 100 step 5\n"
                                       "assumption b 1 : 0.3 from 0.1 to 0.3 step 0.1\n"
                                       "assumption free 1 : 0\n"
                                       "datum fact 1 : 1\n"
                                       "formula result - : sum(a) * b * fact + free\n");
  fixture->scenario = premise_scenario_new (fixture->model);
  fixture->text = g_string_new (NULL);
  g_signal_connect_swapped (fixture->scenario, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->scenario, "notify::n-overrides", G_CALLBACK (notify_cb),
                            fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->scenario);
  g_assert_finalize_object (fixture->model);
  g_string_free (fixture->text, TRUE);
}

static void
check_told (Fixture    *fixture,
            const char *expected,
            guint       n_overrides)
{
  guint n;

  g_object_get (fixture->scenario, "n-overrides", &n, NULL);
  g_assert_cmpstr (fixture->text->str, ==, expected);
  g_assert_cmpuint (n, ==, n_overrides);
  g_assert_cmpuint (premise_scenario_get_n_overrides (fixture->scenario), ==, n_overrides);
  g_string_truncate (fixture->text, 0);
}

static void
set (Fixture *fixture,
     guint    variable,
     guint    cell,
     double   value)
{
  g_autoptr(GError) error = NULL;

  premise_scenario_set_value (fixture->scenario, variable, cell, value, &error);
  g_assert_no_error (error);
}

/* A scenario knows what differs, and nothing else. */
static void
test_scenario_overlay (Fixture       *fixture,
                       gconstpointer  data)
{
  PremiseScenario *scenario = fixture->scenario;

  check_told (fixture, "", 0);
  g_assert_cmpfloat (premise_scenario_get_value (scenario, A, 1), ==, 0.2);
  g_assert_false (premise_scenario_is_overridden (scenario, A, 1));

  set (fixture, A, 1, 0.25);
  check_told (fixture, "a1=0.25\n", 1);
  g_assert_cmpfloat (premise_scenario_get_value (scenario, A, 1), ==, 0.25);
  g_assert_true (premise_scenario_is_overridden (scenario, A, 1));
  g_assert_false (premise_scenario_is_overridden (scenario, A, 0));
  g_assert_cmpfloat (premise_scenario_get_value (scenario, A, 0), ==, 0.1);

  /* The same again is no change; the base value is no override. */
  set (fixture, A, 1, 0.25);
  check_told (fixture, "", 1);
  set (fixture, A, 1, 0.2);
  check_told (fixture, "a1=0.2\n", 0);
  g_assert_false (premise_scenario_is_overridden (scenario, A, 1));

  g_assert_cmpuint (fixture->n_notified, ==, 2);
  g_assert_cmpfloat (premise_scenario_get_value (scenario, FACT, 0), ==, 1);
}

static void
test_scenario_reset (Fixture       *fixture,
                     gconstpointer  data)
{
  set (fixture, A, 2, 0.5);
  set (fixture, A, 0, 0.5);
  set (fixture, B, 0, 0.2);
  g_string_truncate (fixture->text, 0);

  premise_scenario_reset (fixture->scenario, A, 1);
  check_told (fixture, "", 3);
  premise_scenario_reset (fixture->scenario, A, 2);
  check_told (fixture, "a2=0.3\n", 2);
  premise_scenario_reset (fixture->scenario, RESULT, 0);
  check_told (fixture, "", 2);

  premise_scenario_reset_all (fixture->scenario);
  check_told (fixture, "a0=0.1 b0=0.3\n", 0);
  premise_scenario_reset_all (fixture->scenario);
  check_told (fixture, "", 0);
  g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, B, 0), ==, 0.3);
}

static void
test_scenario_set_values (Fixture       *fixture,
                          gconstpointer  data)
{
  PremiseOverride values[] = { { B, 0, 0.2 }, { A, 2, 0.3 }, { A, 0, 0.4 } };

  g_assert_true (premise_scenario_set_values (fixture->scenario, values, 3, NULL));
  check_told (fixture, "a0=0.4 b0=0.2\n", 2);
  g_assert_cmpuint (fixture->n_notified, ==, 1);

  g_assert_true (premise_scenario_set_values (fixture->scenario, NULL, 0, NULL));
  check_told (fixture, "", 2);
}

/* Of two values for a cell, the last one counts, and is all that is told. */
static void
test_scenario_set_values_twice (Fixture       *fixture,
                                gconstpointer  data)
{
  PremiseOverride values[] = { { A, 0, 0.4 }, { B, 0, 0.2 }, { A, 0, 0.5 }, { B, 0, 0.3 } };

  g_assert_true (premise_scenario_set_values (fixture->scenario, values, 4, NULL));
  check_told (fixture, "a0=0.5\n", 1);
}

static void
check_refused (Fixture              *fixture,
               guint                 variable,
               guint                 cell,
               double                value,
               PremiseScenarioError  code,
               const char           *part)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (premise_scenario_set_value (fixture->scenario, variable, cell, value, &error));
  g_assert_error (error, PREMISE_SCENARIO_ERROR, (int) code);

  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);

  check_told (fixture, "", 0);
}

static void
test_scenario_refuse (Fixture       *fixture,
                      gconstpointer  data)
{
  check_refused (fixture, A, 0, 1.01, PREMISE_SCENARIO_ERROR_OUT_OF_RANGE,
                 "“a”, 1.01, is not between 0 and 1");
  check_refused (fixture, A, 0, -0.01, PREMISE_SCENARIO_ERROR_OUT_OF_RANGE, "-0.01");
  check_refused (fixture, A, 0, NAN, PREMISE_SCENARIO_ERROR_NOT_FINITE, "finite");
  check_refused (fixture, FREE, 0, INFINITY, PREMISE_SCENARIO_ERROR_NOT_FINITE, "“free”");
  check_refused (fixture, FREE, 0, -INFINITY, PREMISE_SCENARIO_ERROR_NOT_FINITE, "“free”");
  check_refused (fixture, FACT, 0, 1, PREMISE_SCENARIO_ERROR_NOT_ASSUMPTION, "“fact”");
  check_refused (fixture, RESULT, 0, 1, PREMISE_SCENARIO_ERROR_NOT_ASSUMPTION, "“result”");

  set (fixture, FREE, 0, -1e300);
  check_told (fixture, "free0=-1e+300\n", 1);
}

/* One bad value spoils them all: no half of a batch is taken. */
static void
test_scenario_refuse_batch (Fixture       *fixture,
                            gconstpointer  data)
{
  PremiseOverride values[] = { { A, 0, 0.4 }, { A, 1, 7 } };
  g_autoptr(GError) error = NULL;

  g_assert_false (premise_scenario_set_values (fixture->scenario, values, 2, &error));
  g_assert_error (error, PREMISE_SCENARIO_ERROR, PREMISE_SCENARIO_ERROR_OUT_OF_RANGE);
  check_told (fixture, "", 0);
  g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, A, 0), ==, 0.1);
}

/* A slider that adds steps misses its end by a rounding error; it means the end. */
static void
test_scenario_limits (Fixture       *fixture,
                      gconstpointer  data)
{
  set (fixture, B, 0, 0.2);
  g_assert_true (0.1 + 0.2 > 0.3);
  set (fixture, B, 0, 0.1 + 0.2);
  g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, B, 0), ==, 0.3);
  g_assert_false (premise_scenario_is_overridden (fixture->scenario, B, 0));

  set (fixture, B, 0, 0.3 - 0.2);
  g_assert_true (0.3 - 0.2 < 0.1);
  g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, B, 0), ==, 0.1);

  g_assert_false (premise_scenario_set_value (fixture->scenario, B, 0, 0.3001, NULL));
}

/* Who types a number means that number, whatever the step of the slider is. */
static void
test_scenario_between_steps (Fixture       *fixture,
                             gconstpointer  data)
{
  set (fixture, A, 0, 0.123456789);
  g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, A, 0), ==, 0.123456789);
}

/* −0 is the base value 0, down to the last bit. */
static void
test_scenario_negative_zero (Fixture       *fixture,
                             gconstpointer  data)
{
  set (fixture, FREE, 0, -0.0);
  check_told (fixture, "", 0);
  set (fixture, FREE, 0, 1);
  set (fixture, FREE, 0, -0.0);
  check_told (fixture, "free0=1\nfree0=0\n", 0);
  g_assert_cmpuint (sample_get_bits (premise_scenario_get_value (fixture->scenario, FREE, 0)),
                    ==, sample_get_bits (0.0));
}

static void
test_scenario_dup_overrides (Fixture       *fixture,
                             gconstpointer  data)
{
  static const PremiseOverride expected[] = { { A, 0, 0.5 }, { A, 2, 0.7 }, { B, 0, 0.2 } };
  g_autoptr(GArray) overrides = NULL;

  set (fixture, B, 0, 0.2);
  set (fixture, A, 2, 0.7);
  set (fixture, A, 0, 0.5);
  overrides = premise_scenario_dup_overrides (fixture->scenario);
  g_assert_cmpuint (overrides->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < overrides->len; i++)
    {
      const PremiseOverride *o = &g_array_index (overrides, PremiseOverride, i);

      g_assert_cmpuint (o->variable, ==, expected[i].variable);
      g_assert_cmpuint (o->cell, ==, expected[i].cell);
      g_assert_cmpfloat (o->value, ==, expected[i].value);
    }

  /* It is a copy. */
  premise_scenario_reset_all (fixture->scenario);
  g_assert_cmpuint (overrides->len, ==, 3);
}

/* Two scenarios of one model do not know of each other. */
static void
test_scenario_two (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(PremiseScenario) other = premise_scenario_new (fixture->model);

  set (fixture, A, 0, 0.5);
  g_assert_cmpfloat (premise_scenario_get_value (other, A, 0), ==, 0.1);
  g_assert_cmpuint (premise_scenario_get_n_overrides (other), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char  *path;
    void       (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/engine/scenario/overlay", test_scenario_overlay },
    { "/engine/scenario/reset", test_scenario_reset },
    { "/engine/scenario/set-values", test_scenario_set_values },
    { "/engine/scenario/set-values-twice", test_scenario_set_values_twice },
    { "/engine/scenario/refuse", test_scenario_refuse },
    { "/engine/scenario/refuse-batch", test_scenario_refuse_batch },
    { "/engine/scenario/limits", test_scenario_limits },
    { "/engine/scenario/between-steps", test_scenario_between_steps },
    { "/engine/scenario/negative-zero", test_scenario_negative_zero },
    { "/engine/scenario/dup-overrides", test_scenario_dup_overrides },
    { "/engine/scenario/two", test_scenario_two },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
