/* test-session-carry.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-session-carry.h"

#include <locale.h>

/* Each version of the report has these files, and the variables that are given. */
static PremiseSession *
open_version (const char *variables)
{
  g_autoptr(PremisePackage) package = premise_package_new ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autofree char *model =
    g_strdup_printf ("{ \"id\": \"m\", \"title\": { \"en\": \"M\", \"zh\": \"模型\" }, "
                     "\"indexes\": [{ \"id\": \"i\", \"label\": { \"en\": \"I\", \"zh\": \"项\" }, "
                     "\"members\": [{ \"id\": \"a\", \"label\": { \"en\": \"A\", \"zh\": \"甲\" } }, "
                     "{ \"id\": \"b\", \"label\": { \"en\": \"B\", \"zh\": \"乙\" } }] }], "
                     "\"variables\": [%s] }", variables);
  const char *files[][2] = {
    { "report.json", "{ \"format\": 1, \"id\": \"r\", \"title\": { \"en\": \"R\", \"zh\": \"报告\" }, "
                     "\"languages\": [\"en\", \"zh\"], \"models\": [\"m\"], \"chapters\": [] }" },
    { "sources.json", "{ \"sources\": [] }" },
    { "model/m.json", model },
  };
  g_autoptr(PremiseReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GBytes) content = g_bytes_new (files[i][1], strlen (files[i][1]));

      g_assert_true (premise_package_add (package, files[i][0], content, NULL));
    }

  report = premise_report_load_package (package, "r", diagnostics, NULL);
  g_assert_nonnull (report);
  for (guint i = 0; i < diagnostics->len; i++)
    g_test_message ("%s", ((PremiseDiagnostic *) g_ptr_array_index (diagnostics, i))->message);
  g_assert_cmpuint (diagnostics->len, ==, 0);

  return premise_session_new (report);
}

#define VARIABLE(id, max) \
  "{ \"id\": \"" id "\", \"kind\": \"assumption\", \"label\": { \"en\": \"L\", \"zh\": \"标签\" }, " \
  "\"rationale\": { \"en\": \"L\", \"zh\": \"理由\" }, \"origin\": \"ours\", " \
  "\"unit\": \"1\", \"index\": [\"i\"], \"value\": 1, \"min\": 0, \"max\": " max ", \"step\": 1 }"

static guint
find (PremiseSession *session,
      const char     *id)
{
  guint variable = premise_model_find (premise_session_get_model (session), id);

  g_assert_cmpuint (variable, !=, PREMISE_MODEL_NOT_FOUND);

  return variable;
}

static void
set (PremiseSession *session,
     const char     *id,
     guint           cell,
     double          value)
{
  g_assert_true (premise_history_set_value (premise_session_get_history (session),
                                            find (session, id), cell, value, NULL));
}

static double
get (PremiseSession *session,
     const char     *id,
     guint           cell)
{
  return premise_scenario_get_value (premise_session_get_scenario (session), find (session, id),
                                     cell);
}

static void
test_values_and_history (void)
{
  g_autoptr(PremiseSession) from = open_version (VARIABLE ("x", "9") "," VARIABLE ("y", "9"));
  g_autoptr(PremiseSession) to = open_version (VARIABLE ("new", "9") "," VARIABLE ("y", "9") ","
                                               VARIABLE ("x", "9"));
  g_autoptr(GPtrArray) kept = premise_kept_values_new ();
  PremiseHistory *history = premise_session_get_history (to);

  premise_session_set_language (from, "zh");
  set (from, "m.x", 1, 2);
  set (from, "m.y", 0, 3);
  set (from, "m.y", 0, 4);
  premise_history_undo (premise_session_get_history (from));

  premise_session_carry (from, to, kept);
  g_assert_cmpuint (kept->len, ==, 0);
  g_assert_cmpstr (premise_session_get_language (to), ==, "zh");
  g_assert_cmpfloat (get (to, "m.x", 1), ==, 2);
  g_assert_cmpfloat (get (to, "m.x", 0), ==, 1);
  g_assert_cmpfloat (get (to, "m.y", 0), ==, 3);

  g_assert_true (premise_history_redo (history));
  g_assert_cmpfloat (get (to, "m.y", 0), ==, 4);
  g_assert_false (premise_history_can_redo (history));
  for (guint i = 0; i < 3; i++)
    g_assert_true (premise_history_undo (history));
  g_assert_false (premise_history_can_undo (history));
  g_assert_cmpfloat (get (to, "m.x", 1), ==, 1);
  g_assert_cmpfloat (get (to, "m.y", 0), ==, 1);
}

/* A name that is changed for a while, or a range that is too narrow for a while, loses nothing. */
static void
test_comes_back (void)
{
  g_autoptr(PremiseSession) first = open_version (VARIABLE ("x", "9") "," VARIABLE ("y", "9"));
  g_autoptr(PremiseSession) second = open_version (VARIABLE ("renamed", "9") ","
                                                   VARIABLE ("y", "2"));
  g_autoptr(PremiseSession) third = open_version (VARIABLE ("y", "9") "," VARIABLE ("x", "9"));
  g_autoptr(GPtrArray) kept = premise_kept_values_new ();

  set (first, "m.x", 0, 5);
  set (first, "m.y", 1, 6);
  premise_session_carry (first, second, kept);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpuint (premise_scenario_get_n_overrides (premise_session_get_scenario (second)), ==, 0);

  set (second, "m.y", 0, 2);
  premise_session_carry (second, third, kept);
  g_assert_cmpuint (kept->len, ==, 0);
  g_assert_cmpfloat (get (third, "m.x", 0), ==, 5);
  g_assert_cmpfloat (get (third, "m.y", 1), ==, 6);
  g_assert_cmpfloat (get (third, "m.y", 0), ==, 2);
}

/* What an author has made the base is no change any more, and no step. */
static void
test_becomes_base (void)
{
  g_autoptr(PremiseSession) from = open_version (VARIABLE ("x", "9"));
  g_autoptr(PremiseSession) to = NULL;
  g_autoptr(GPtrArray) kept = premise_kept_values_new ();
  g_autofree char *variable = g_strdup (VARIABLE ("x", "9"));
  char *value = strstr (variable, "\"value\": 1");

  g_assert_nonnull (value);
  value[strlen ("\"value\": ")] = '5';
  to = open_version (variable);
  set (from, "m.x", 0, 5);
  premise_session_carry (from, to, kept);
  g_assert_cmpuint (premise_scenario_get_n_overrides (premise_session_get_scenario (to)), ==, 0);
  g_assert_cmpfloat (get (to, "m.x", 0), ==, 5);
}

/* From one start to the next, whatever has become of the report. */
static void
test_changes (void)
{
  g_autoptr(PremiseSession) first = open_version (VARIABLE ("x", "9") "," VARIABLE ("y", "9"));
  g_autoptr(PremiseSession) second = open_version (VARIABLE ("y", "9"));
  g_autoptr(PremiseSession) third = open_version (VARIABLE ("y", "9") "," VARIABLE ("x", "9"));
  g_autoptr(GPtrArray) kept = premise_kept_values_new ();
  g_auto(GStrv) changes = NULL;
  PremiseHistory *history = premise_session_get_history (third);

  set (first, "m.x", 0, 2.5);
  set (first, "m.y", 1, 1.0 / 3);
  changes = premise_session_dup_changes (first, kept);
  g_assert_cmpuint (g_strv_length (changes), ==, 2);

  g_assert_cmpuint (premise_session_restore_changes (second, (const char *const *) changes, kept), ==, 1);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpfloat (get (second, "m.y", 1), ==, 1.0 / 3);
  g_strfreev (changes);
  changes = premise_session_dup_changes (second, kept);
  g_assert_cmpuint (g_strv_length (changes), ==, 2);

  g_ptr_array_set_size (kept, 0);
  g_assert_cmpuint (premise_session_restore_changes (third, (const char *const *) changes, kept), ==, 2);
  g_assert_cmpfloat (get (third, "m.x", 0), ==, 2.5);
  g_assert_cmpfloat (get (third, "m.y", 1), ==, 1.0 / 3);
  g_assert_true (premise_history_undo (history));
  g_assert_false (premise_history_can_undo (history));
  g_assert_cmpuint (premise_scenario_get_n_overrides (premise_session_get_scenario (third)), ==, 0);
}

/* What somebody else wrote is not understood, and is there again the next time. */
static void
test_unread (void)
{
  static const char *const changes[] = {
    "", "m.x", "m.x\t1\tfive\ti\ta", "m.x\t1\t5\ti", "m.x\t1\tinf\ti\ta", "m.x\t1\t5\ti\ta", NULL,
  };
  g_autoptr(PremiseSession) session = open_version (VARIABLE ("x", "9"));
  g_autoptr(GPtrArray) kept = premise_kept_values_new ();
  g_auto(GStrv) again = NULL;

  g_assert_cmpuint (premise_session_restore_changes (session, changes, kept), ==, 1);
  g_assert_cmpfloat (get (session, "m.x", 0), ==, 5);
  again = premise_session_dup_changes (session, kept);
  g_assert_cmpuint (g_strv_length (again), ==, 6);
  for (guint i = 0; changes[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) again, changes[i]));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-carry/values-and-history", test_values_and_history);
  g_test_add_func ("/session-carry/comes-back", test_comes_back);
  g_test_add_func ("/session-carry/becomes-base", test_becomes_base);
  g_test_add_func ("/session-carry/changes", test_changes);
  g_test_add_func ("/session-carry/unread", test_unread);

  return g_test_run ();
}
