/* test-graph.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-graph-private.h"
#include "sample.h"

#include <string.h>

/* Each line of @precedents is a node with what it depends on: digits only. */
static void
build (PremiseGraph      *graph,
       const char *const *precedents,
       guint              n)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint32));

  graph->n = n;
  graph->first = g_new0 (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      for (const char *p = precedents[i]; *p != '\0'; p++)
        {
          guint32 target = *p - '0';

          g_array_append_val (edges, target);
        }

      graph->first[i + 1] = edges->len;
    }

  graph->edges = (guint32 *) (gpointer) g_array_free (edges, FALSE);
}

/* Every node once, and behind its precedents, unless they depend on it too. */
static void
check_order (const PremiseGraph *graph,
             const guint32      *order,
             const guint32      *components)
{
  g_autofree guint32 *places = g_new (guint32, graph->n + 1);
  g_autofree guint8 *seen = g_new0 (guint8, graph->n + 1);

  for (guint i = 0; i < graph->n; i++)
    {
      g_assert_cmpuint (order[i], <, graph->n);
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
      places[order[i]] = i;
    }

  for (guint i = 0; i < graph->n; i++)
    {
      for (guint32 j = graph->first[i]; j < graph->first[i + 1]; j++)
        {
          if (components[i] != components[graph->edges[j]])
            g_assert_cmpuint (places[graph->edges[j]], <, places[i]);
        }
    }
}

static void
test_graph_order (void)
{
  /* 4 needs 2 and 3, which need 1, which needs 5; 0 is alone. */
  static const char *const precedents[] = { "", "5", "1", "1", "23", "" };
  PremiseGraph graph;
  guint32 order[G_N_ELEMENTS (precedents)];
  guint32 components[G_N_ELEMENTS (precedents)];

  build (&graph, precedents, G_N_ELEMENTS (precedents));
  premise_graph_sort (&graph, order, components);
  check_order (&graph, order, components);

  for (guint i = 0; i < graph.n; i++)
    {
      g_assert_cmpuint (components[i], ==, i);
      g_assert_null (premise_graph_find_cycle (&graph, components, i));
    }

  premise_graph_clear (&graph);
}

static void
test_graph_cycles (void)
{
  /* 0 → 1 → 2 → 0 with a shortcut 0 → 2; 3 on itself; 4 depends on both, 5 on nothing. */
  static const char *const precedents[] = { "12", "2", "0", "3", "03", "" };
  PremiseGraph graph;
  guint32 order[G_N_ELEMENTS (precedents)];
  guint32 components[G_N_ELEMENTS (precedents)];
  g_autoptr(GArray) cycle = NULL;
  g_autoptr(GArray) loop = NULL;

  build (&graph, precedents, G_N_ELEMENTS (precedents));
  premise_graph_sort (&graph, order, components);
  check_order (&graph, order, components);
  g_assert_cmpuint (components[0], ==, components[1]);
  g_assert_cmpuint (components[0], ==, components[2]);
  g_assert_cmpuint (components[3], !=, components[0]);
  g_assert_cmpuint (components[4], !=, components[0]);

  cycle = premise_graph_find_cycle (&graph, components, 0);
  g_assert_nonnull (cycle);
  g_assert_cmpuint (cycle->len, ==, 2);
  g_assert_cmpuint (g_array_index (cycle, guint32, 0), ==, 0);
  g_assert_cmpuint (g_array_index (cycle, guint32, 1), ==, 2);

  loop = premise_graph_find_cycle (&graph, components, 3);
  g_assert_nonnull (loop);
  g_assert_cmpuint (loop->len, ==, 1);
  g_assert_null (premise_graph_find_cycle (&graph, components, 4));

  premise_graph_clear (&graph);
}

/* Two nodes are in one component if and only if there is a way there and back. */
static void
test_graph_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n = g_test_rand_int_range (1, 10);
      g_auto(GStrv) precedents = g_new0 (char *, n + 1);
      gboolean reaches[10][10] = { 0 };
      PremiseGraph graph;
      guint32 order[10];
      guint32 components[10];

      for (guint i = 0; i < n; i++)
        {
          GString *line = g_string_new (NULL);

          for (guint j = 0; j < n; j++)
            {
              if (g_test_rand_int_range (0, 5) != 0)
                continue;

              g_string_append_c (line, '0' + j);
              reaches[i][j] = TRUE;
            }

          precedents[i] = g_string_free (line, FALSE);
        }

      build (&graph, (const char *const *) precedents, n);
      premise_graph_sort (&graph, order, components);
      check_order (&graph, order, components);

      for (guint k = 0; k < n; k++)
        {
          for (guint i = 0; i < n; i++)
            {
              for (guint j = 0; j < n; j++)
                reaches[i][j] = reaches[i][j] || (reaches[i][k] && reaches[k][j]);
            }
        }

      for (guint i = 0; i < n; i++)
        {
          g_autoptr(GArray) cycle = premise_graph_find_cycle (&graph, components, i);

          g_assert_true ((cycle != NULL) == reaches[i][i]);

          for (guint j = 0; j < n; j++)
            g_assert_true ((components[i] == components[j])
                           == (i == j || (reaches[i][j] && reaches[j][i])));

          for (guint j = 0; cycle != NULL && j < cycle->len; j++)
            g_assert_true (premise_graph_has_edge (&graph, g_array_index (cycle, guint32, j),
                                                   g_array_index (cycle, guint32, (j + 1) % cycle->len)));
        }

      premise_graph_clear (&graph);
    }
}

/* The stack does not grow with the model, nor with a ring of formulas. */
static void
test_graph_deep (void)
{
  guint n = 300000;
  PremiseGraph graph = { n, g_new (guint32, n + 1), g_new (guint32, n) };
  g_autofree guint32 *order = g_new (guint32, n);
  g_autofree guint32 *components = g_new (guint32, n);
  g_autoptr(GArray) cycle = NULL;

  for (guint i = 0; i < n; i++)
    {
      graph.first[i] = i;
      graph.edges[i] = (i + 1) % n;
    }

  graph.first[n] = n;
  premise_graph_sort (&graph, order, components);
  check_order (&graph, order, components);
  cycle = premise_graph_find_cycle (&graph, components, 7);
  g_assert_cmpuint (cycle->len, ==, n);
  premise_graph_clear (&graph);
}

static void
check_diagnostics (const char        *text,
                   const char *const *expected,
                   guint              n_expected)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = sample_build (text, diagnostics);

  g_assert_cmpuint (diagnostics->len, ==, n_expected);

  for (guint i = 0; i < n_expected; i++)
    {
      g_autofree char *line = premise_diagnostic_to_string (g_ptr_array_index (diagnostics, i));

      g_assert_cmpstr (line, ==, expected[i]);
    }
}

/* One message a cycle, with the way round; what is behind it is not complained about. */
static void
test_graph_cycle_message (void)
{
  static const char *const expected[] = {
    "market.a (formula): E107: these depend on each other: "
    "market.a → market.b → market.c → market.a",
    "self (formula): E107: this depends on itself: self → self",
  };

  check_diagnostics ("formula market.a - : 1 + b\n"
                     "formula market.b - : c * 2\n"
                     "formula market.c - : sqrt(a)\n"
                     "formula behind - : market.a + 1\n"
                     "formula self - : self + 1\n", expected, G_N_ELEMENTS (expected));
}

/* Of a long way round, both ends. */
static void
test_graph_cycle_message_long (void)
{
  static const char *const expected[] = {
    "x0 (formula): E107: these depend on each other: x0 → x1 → x2 → x3 → x4 → x5 → x6 → x7 → x8 "
    "→ x9 → … 980 more … → x990 → x991 → x992 → x993 → x994 → x995 → x996 → x997 → x998 → x999 "
    "→ x0",
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "formula x%u - : x%u\n", i, (i + 1) % 1000);

  check_diagnostics (text->str, expected, 1);
}

static void
test_graph_cycle_place (void)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseModel) model = sample_build ("formula 甲 - : 2 + 乙\n"
                                                "formula 乙 - : 甲\n", diagnostics);
  const PremiseDiagnostic *diagnostic;

  g_assert_cmpuint (diagnostics->len, ==, 1);
  diagnostic = g_ptr_array_index (diagnostics, 0);
  g_assert_cmpint (diagnostic->code, ==, PREMISE_DIAGNOSTIC_CYCLE);
  g_assert_cmpstr (diagnostic->variable, ==, "甲");
  g_assert_cmpuint (diagnostic->offset, ==, strlen ("2 + "));
}

/* A variable over years that looks back at itself is a cycle too, and nothing hangs. */
static void
test_graph_cycle_through_prev (void)
{
  static const char *const expected[] = {
    "x (formula): E107: this depends on itself: x → x",
  };

  check_diagnostics ("index year 2021 2022\n"
                     "formula x - year : prev(x, 1) * 2\n", expected, G_N_ELEMENTS (expected));
}

static void
check_list (PremiseModel *model,
            GArray       *list,
            const char   *expected)
{
  g_autofree char *text = sample_describe (model, list);

  g_assert_cmpstr (text, ==, expected);
  g_array_unref (list);
}

static const char family[] =
  "index i p q\n"
  "assumption c 1 i : 1 2\n"
  "datum d 1 : 5\n"
  "formula top - : left + right + left\n"
  "assumption a 1 : 1\n"
  "formula left - : sum(c) * a\n"
  "formula right - : d + a\n"
  "assumption unused 1 : 1\n"
  "formula alone - : d * 2\n"
  "formula broken - : left + nobody\n";

static void
test_graph_precedents (void)
{
  g_autoptr(PremiseModel) model = sample_build (family, NULL);
  guint top = sample_find (model, "top");
  guint left = sample_find (model, "left");
  guint a = sample_find (model, "a");

  check_list (model, premise_model_dup_precedents (model, top), "left right");
  check_list (model, premise_model_dup_precedents (model, left), "c a");
  check_list (model, premise_model_dup_precedents (model, a), "");
  check_list (model, premise_model_dup_dependents (model, a), "left right");
  check_list (model, premise_model_dup_dependents (model, left), "top broken");
  check_list (model, premise_model_dup_dependents (model, top), "");

  /* Of a broken formula, what was understood. */
  check_list (model, premise_model_dup_precedents (model, sample_find (model, "broken")), "left");
}

static void
test_graph_assumptions (void)
{
  g_autoptr(PremiseModel) model = sample_build (family, NULL);
  guint both[2];
  guint variable;

  variable = sample_find (model, "top");
  check_list (model, premise_model_dup_assumptions_of (model, &variable, 1), "c a");
  variable = sample_find (model, "right");
  check_list (model, premise_model_dup_assumptions_of (model, &variable, 1), "a");
  variable = sample_find (model, "alone");
  check_list (model, premise_model_dup_assumptions_of (model, &variable, 1), "");

  /* An assumption is behind itself. */
  both[0] = sample_find (model, "unused");
  both[1] = sample_find (model, "right");
  check_list (model, premise_model_dup_assumptions_of (model, both, 2), "a unused");
  check_list (model, premise_model_dup_assumptions_of (model, NULL, 0), "");
}

/* Asking for the assumptions behind a cycle comes to an end. */
static void
test_graph_assumptions_of_cycle (void)
{
  g_autoptr(PremiseModel) model = sample_build ("assumption a 1 : 1\n"
                                                "formula x - : y + a\n"
                                                "formula y - : x\n", NULL);
  guint y = sample_find (model, "y");

  check_list (model, premise_model_dup_assumptions_of (model, &y, 1), "a");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/graph/order", test_graph_order);
  g_test_add_func ("/engine/graph/cycles", test_graph_cycles);
  g_test_add_func ("/engine/graph/random", test_graph_random);
  g_test_add_func ("/engine/graph/deep", test_graph_deep);
  g_test_add_func ("/engine/graph/cycle-message", test_graph_cycle_message);
  g_test_add_func ("/engine/graph/cycle-message-long", test_graph_cycle_message_long);
  g_test_add_func ("/engine/graph/cycle-place", test_graph_cycle_place);
  g_test_add_func ("/engine/graph/cycle-through-prev", test_graph_cycle_through_prev);
  g_test_add_func ("/engine/graph/precedents", test_graph_precedents);
  g_test_add_func ("/engine/graph/assumptions", test_graph_assumptions);
  g_test_add_func ("/engine/graph/assumptions-of-cycle", test_graph_assumptions_of_cycle);

  return g_test_run ();
}
