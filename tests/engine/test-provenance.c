/* test-provenance.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-provenance.h"
#include "sample.h"

/* "total(space(market share) more(share=))": a variable that was met before has a “=”. */
static char *
describe (PremiseModel          *model,
          const char            *id,
          PremiseTraceDirection  direction)
{
  g_autoptr(GArray) steps = premise_model_dup_trace (model, sample_find (model, id), direction);
  GString *text = g_string_new (NULL);
  guint depth = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const PremiseTraceStep *step = &g_array_index (steps, PremiseTraceStep, i);

      if (step->depth > depth)
        g_string_append_c (text, '(');

      for (guint j = step->depth; j < depth; j++)
        g_string_append_c (text, ')');

      if (i > 0 && step->depth <= depth)
        g_string_append_c (text, ' ');

      g_string_append_printf (text, "%s%s", premise_model_get_id (model, step->variable),
                              step->again ? "=" : "");
      depth = step->depth;

      if (i == 0)
        g_assert_cmpuint (step->parent, ==, PREMISE_TRACE_ROOT);
      else
        g_assert_cmpuint (g_array_index (steps, PremiseTraceStep, step->parent).depth + 1, ==, step->depth);
    }

  for (; depth > 0; depth--)
    g_string_append_c (text, ')');

  return g_string_free_and_steal (text);
}

#define assert_trace(model, id, direction, expected)                  \
  G_STMT_START {                                                      \
    g_autofree char *found = describe (model, id, direction);         \
                                                                      \
    g_assert_cmpstr (found, ==, expected);                            \
  } G_STMT_END

static void
test_trace (void)
{
  g_autoptr(PremiseModel) model = sample_build_clean ("datum market 1 : 100\n"
                                                      "assumption share 1 : 0.3\n"
                                                      "formula space - : market * share\n"
                                                      "formula more - : space * share\n"
                                                      "formula total - : space + more\n"
                                                      "datum alone 1 : 1\n");

  assert_trace (model, "total", PREMISE_TRACE_PRECEDENTS,
                "total(space(market share) more(share= space=))");
  assert_trace (model, "market", PREMISE_TRACE_PRECEDENTS, "market");
  assert_trace (model, "market", PREMISE_TRACE_DEPENDENTS, "market(space(more(total) total=))");
  assert_trace (model, "alone", PREMISE_TRACE_DEPENDENTS, "alone");
}

/* A chain of 100,000 takes no more stack than one of 2. */
static void
test_long (void)
{
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(PremiseModel) model = NULL;
  g_autoptr(GArray) steps = NULL;
  const double one = 1;
  const guint n = 100000;

  premise_model_builder_add_datum (builder, "x0", NULL, NULL, &one, 1);

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);
      g_autofree char *expression = g_strdup_printf ("x%u + 1", i - 1);

      premise_model_builder_add_formula (builder, id, NULL, NULL, expression);
    }

  model = premise_model_builder_build (builder, NULL);
  steps = premise_model_dup_trace (model, premise_model_find (model, "x99999"), PREMISE_TRACE_PRECEDENTS);
  g_assert_cmpuint (steps->len, ==, n);
  g_assert_cmpuint (g_array_index (steps, PremiseTraceStep, n - 1).depth, ==, n - 1);
  g_assert_cmpuint (g_array_index (steps, PremiseTraceStep, n - 1).variable, ==, premise_model_find (model, "x0"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/provenance/trace", test_trace);
  g_test_add_func ("/engine/provenance/long", test_long);

  return g_test_run ();
}
