/* test-history.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-history.h"
#include "sample.h"

#define A 0
#define B 1

typedef struct
{
  PremiseScenario *scenario;
  PremiseHistory  *history;
  guint            n_changed;
  guint            n_can_undo;
  guint            n_can_redo;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PremiseModel) model = sample_build_clean (
    "index i p q r\n"
    "assumption a 1 i : 1 2 3 from 0 to 10 step 1\n"
    "assumption b 1 : 0.1\n"
    "formula total - : sum(a) * b\n");

  fixture->scenario = premise_scenario_new (model);
  fixture->history = premise_history_new (fixture->scenario);
  g_signal_connect_swapped (fixture->scenario, "changed", G_CALLBACK (count_cb),
                            &fixture->n_changed);
  g_signal_connect_swapped (fixture->history, "notify::can-undo", G_CALLBACK (count_cb),
                            &fixture->n_can_undo);
  g_signal_connect_swapped (fixture->history, "notify::can-redo", G_CALLBACK (count_cb),
                            &fixture->n_can_redo);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->scenario);
}

static void
set (Fixture *fixture,
     guint    variable,
     guint    cell,
     double   value)
{
  g_autoptr(GError) error = NULL;

  premise_history_set_value (fixture->history, variable, cell, value, &error);
  g_assert_no_error (error);
}

static void
check (Fixture *fixture,
       double   a0,
       double   a1,
       double   b)
{
  g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, A, 0), ==, a0);
  g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, A, 1), ==, a1);
  g_assert_cmpfloat (premise_scenario_get_value (fixture->scenario, B, 0), ==, b);
}

static void
check_can (Fixture  *fixture,
           gboolean  can_undo,
           gboolean  can_redo)
{
  gboolean undo;
  gboolean redo;

  g_object_get (fixture->history, "can-undo", &undo, "can-redo", &redo, NULL);
  g_assert_cmpint (undo, ==, can_undo);
  g_assert_cmpint (redo, ==, can_redo);
  g_assert_cmpint (premise_history_can_undo (fixture->history), ==, can_undo);
  g_assert_cmpint (premise_history_can_redo (fixture->history), ==, can_redo);
}

static void
test_history_undo_redo (Fixture       *fixture,
                        gconstpointer  data)
{
  check_can (fixture, FALSE, FALSE);
  g_assert_false (premise_history_undo (fixture->history));
  g_assert_false (premise_history_redo (fixture->history));

  set (fixture, A, 0, 5);
  set (fixture, B, 0, 0.7);
  set (fixture, A, 0, 6);
  check (fixture, 6, 2, 0.7);
  check_can (fixture, TRUE, FALSE);

  g_assert_true (premise_history_undo (fixture->history));
  check (fixture, 5, 2, 0.7);
  g_assert_true (premise_history_undo (fixture->history));
  check (fixture, 5, 2, 0.1);
  check_can (fixture, TRUE, TRUE);
  g_assert_true (premise_history_undo (fixture->history));
  check (fixture, 1, 2, 0.1);
  check_can (fixture, FALSE, TRUE);
  g_assert_cmpuint (premise_scenario_get_n_overrides (fixture->scenario), ==, 0);
  g_assert_false (premise_history_undo (fixture->history));

  g_assert_true (premise_history_redo (fixture->history));
  g_assert_true (premise_history_redo (fixture->history));
  g_assert_true (premise_history_redo (fixture->history));
  g_assert_false (premise_history_redo (fixture->history));
  check (fixture, 6, 2, 0.7);

  /* Buttons hear of it when it changes, and only then. */
  g_assert_cmpuint (fixture->n_can_undo, ==, 3);
  g_assert_cmpuint (fixture->n_can_redo, ==, 2);
}

/* Not a value near it: the same bits, so that the base case comes back exactly. */
static void
test_history_exact (Fixture       *fixture,
                    gconstpointer  data)
{
  double odd = 1.0 / 3;

  set (fixture, A, 0, odd);
  set (fixture, A, 0, 0.1 + 0.2);
  premise_history_undo (fixture->history);
  g_assert_cmpuint (sample_get_bits (premise_scenario_get_value (fixture->scenario, A, 0)), ==,
                    sample_get_bits (odd));
  premise_history_redo (fixture->history);
  g_assert_cmpuint (sample_get_bits (premise_scenario_get_value (fixture->scenario, A, 0)), ==,
                    sample_get_bits (0.1 + 0.2));
}

/* A drag passes many values; undo goes back to where it began. */
static void
test_history_drag (Fixture       *fixture,
                   gconstpointer  data)
{
  set (fixture, A, 0, 2);

  premise_history_begin (fixture->history);

  for (guint i = 0; i <= 100; i++)
    set (fixture, A, 0, 2 + i / 100.0);

  /* In the middle of it, nothing can be taken back. */
  g_assert_false (premise_history_undo (fixture->history));
  premise_history_end (fixture->history);
  check (fixture, 3, 2, 0.1);

  fixture->n_changed = 0;
  g_assert_true (premise_history_undo (fixture->history));
  check (fixture, 2, 2, 0.1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (premise_history_redo (fixture->history));
  check (fixture, 3, 2, 0.1);
}

static void
test_history_several_in_one (Fixture       *fixture,
                             gconstpointer  data)
{
  premise_history_begin (fixture->history);
  set (fixture, A, 0, 5);
  premise_history_begin (fixture->history);
  set (fixture, B, 0, 0.5);
  premise_history_end (fixture->history);
  set (fixture, A, 1, 6);
  premise_history_end (fixture->history);

  fixture->n_changed = 0;
  g_assert_true (premise_history_undo (fixture->history));
  check (fixture, 1, 2, 0.1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_false (premise_history_undo (fixture->history));
  g_assert_true (premise_history_redo (fixture->history));
  check (fixture, 5, 6, 0.5);
}

/* What ends where it began is no step, and does not cost the steps that can be redone. */
static void
test_history_nothing_happened (Fixture       *fixture,
                               gconstpointer  data)
{
  set (fixture, A, 0, 5);
  premise_history_undo (fixture->history);

  premise_history_begin (fixture->history);
  set (fixture, A, 0, 9);
  set (fixture, A, 0, 1);
  premise_history_end (fixture->history);
  set (fixture, A, 1, 2);
  premise_history_reset (fixture->history, A, 1);
  premise_history_reset_all (fixture->history);

  check_can (fixture, FALSE, TRUE);
  g_assert_true (premise_history_redo (fixture->history));
  check (fixture, 5, 2, 0.1);
}

static void
test_history_new_branch (Fixture       *fixture,
                         gconstpointer  data)
{
  set (fixture, A, 0, 5);
  set (fixture, A, 0, 6);
  premise_history_undo (fixture->history);
  set (fixture, B, 0, 0.5);
  check_can (fixture, TRUE, FALSE);
  g_assert_false (premise_history_redo (fixture->history));
  check (fixture, 5, 2, 0.5);

  premise_history_undo (fixture->history);
  premise_history_undo (fixture->history);
  check (fixture, 1, 2, 0.1);
}

static void
test_history_reset (Fixture       *fixture,
                    gconstpointer  data)
{
  set (fixture, A, 0, 5);
  set (fixture, A, 1, 6);
  set (fixture, B, 0, 0.5);

  premise_history_reset (fixture->history, A, 0);
  check (fixture, 1, 6, 0.5);
  premise_history_reset_all (fixture->history);
  check (fixture, 1, 2, 0.1);

  fixture->n_changed = 0;
  premise_history_undo (fixture->history);
  check (fixture, 1, 6, 0.5);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  premise_history_undo (fixture->history);
  check (fixture, 5, 6, 0.5);
  premise_history_redo (fixture->history);
  premise_history_redo (fixture->history);
  check (fixture, 1, 2, 0.1);
  g_assert_cmpuint (premise_scenario_get_n_overrides (fixture->scenario), ==, 0);
}

/* A value that was refused is no step. */
static void
test_history_refused (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (premise_history_set_value (fixture->history, A, 0, 11, &error));
  g_assert_error (error, PREMISE_SCENARIO_ERROR, PREMISE_SCENARIO_ERROR_OUT_OF_RANGE);
  check (fixture, 1, 2, 0.1);
  check_can (fixture, FALSE, FALSE);
}

static void
test_history_random (Fixture       *fixture,
                     gconstpointer  data)
{
  enum { N = 200 };
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  g_ptr_array_add (states, premise_scenario_dup_overrides (fixture->scenario));

  for (guint i = 0; i < N; i++)
    {
      GArray *before = g_ptr_array_index (states, states->len - 1);
      g_autoptr(GArray) after = NULL;

      if (g_test_rand_int_range (0, 20) == 0)
        premise_history_reset_all (fixture->history);
      else
        set (fixture, A, g_test_rand_int_range (0, 3), g_test_rand_double_range (0, 10));

      after = premise_scenario_dup_overrides (fixture->scenario);

      if (before->len > 0 || after->len > 0)
        g_ptr_array_add (states, g_steal_pointer (&after));
    }

  for (guint i = states->len; i > 1; i--)
    {
      GArray *expected = g_ptr_array_index (states, i - 2);
      g_autoptr(GArray) overrides = NULL;

      g_assert_true (premise_history_undo (fixture->history));
      overrides = premise_scenario_dup_overrides (fixture->scenario);
      g_assert_cmpmem (overrides->data, overrides->len * sizeof (PremiseOverride),
                       expected->data, expected->len * sizeof (PremiseOverride));
    }

  g_assert_false (premise_history_undo (fixture->history));
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
    { "/engine/history/undo-redo", test_history_undo_redo },
    { "/engine/history/exact", test_history_exact },
    { "/engine/history/drag", test_history_drag },
    { "/engine/history/several-in-one", test_history_several_in_one },
    { "/engine/history/nothing-happened", test_history_nothing_happened },
    { "/engine/history/new-branch", test_history_new_branch },
    { "/engine/history/reset", test_history_reset },
    { "/engine/history/refused", test_history_refused },
    { "/engine/history/random", test_history_random },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
