/* test-shipped.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-audit.h"

#include <string.h>

typedef struct
{
  PremiseReport    *report;
  PremiseEvaluator *evaluator;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autofree char *folder = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;

  g_assert_nonnull (g_getenv ("PREMISE_DATA_DIR"));
  folder = g_build_filename (g_getenv ("PREMISE_DATA_DIR"), "reports", "generative-ai", NULL);
  fixture->report = premise_report_load (folder, diagnostics);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = premise_diagnostic_to_string (g_ptr_array_index (diagnostics, i));

      g_test_message ("%s", text);
    }

  g_assert_nonnull (fixture->report);
  g_assert_cmpuint (diagnostics->len, ==, 0);

  scenario = premise_scenario_new (premise_report_get_model (fixture->report));
  fixture->evaluator = premise_evaluator_new (scenario);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->evaluator);
  g_assert_finalize_object (fixture->report);
}

/* The numbers that the report is known for. */
static void
test_base_case (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *text;
  } cases[] = {
    { "market_space.market_total", "10,134" },
    { "market_space.cost_total", "3,760" },
    { "market_space.weighted_cost_share", "37%" },
    { "market_space.weighted_ai_share", "27%" },
    { "market_space.space_total", "1,023" },
  };
  PremiseModel *model = premise_report_get_model (fixture->report);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint variable = premise_model_find (model, cases[i].id);
      g_autofree char *text = NULL;
      PremiseFormat format;

      g_assert_cmpuint (variable, !=, PREMISE_MODEL_NOT_FOUND);
      premise_format_init (&format);
      format.decimals = 0;
      if (!premise_unit_is_dimensionless (premise_model_get_unit (model, variable)))
        {
          format.scale = PREMISE_NAMED_SCALE_YI;
          format.bare = TRUE;
        }

      text = premise_report_format_cell (fixture->report, variable,
                                         premise_evaluator_get_value (fixture->evaluator, variable, 0),
                                         &format, "zh");
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Where the source does not add up, the report must say so: it is listed here too. */
static const char *const known_differences[] = {
  NULL
};

static void
test_audit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GArray) audit = premise_report_audit (fixture->report);
  PremiseModel *model = premise_report_get_model (fixture->report);

  g_assert_cmpuint (audit->len, >, 0);

  for (guint i = 0; i < audit->len; i++)
    {
      const PremiseAuditEntry *entry = &g_array_index (audit, PremiseAuditEntry, i);
      const char *id = premise_model_get_id (model, entry->variable);

      if (g_strv_contains (known_differences, id))
        continue;

      g_test_message ("%s, cell %u: printed %g, computed %g", id, entry->cell, entry->printed,
                      entry->computed);
      g_assert_cmpint (entry->status, ==, PREMISE_AUDIT_MATCH);
    }
}

/* Every number in every text can be written, in every language. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const *languages = premise_report_get_languages (fixture->report);

  for (guint i = 0; i < premise_report_get_n_sections (fixture->report); i++)
    {
      const PremiseSection *section = premise_report_get_section (fixture->report, i);

      for (guint j = 0; languages[j] != NULL; j++)
        {
          g_autofree char *title =
            premise_text_render_plain (section->title, languages[j], fixture->evaluator);
          g_autofree char *message =
            premise_text_render_plain (section->key_message, languages[j], fixture->evaluator);

          g_assert_cmpstr (title, !=, "");
          g_assert_cmpstr (message, !=, "");
          g_assert_null (strchr (title, '{'));
          g_assert_null (strchr (message, '{'));
        }

      for (guint j = 0; j < section->blocks->len; j++)
        g_assert_cmpint (((PremiseBlock *) g_ptr_array_index (section->blocks, j))->type, !=,
                         PREMISE_BLOCK_ERROR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/shipped/base-case", Fixture, NULL, set_up, test_base_case, tear_down);
  g_test_add ("/shipped/audit", Fixture, NULL, set_up, test_audit, tear_down);
  g_test_add ("/shipped/texts", Fixture, NULL, set_up, test_texts, tear_down);

  return g_test_run ();
}
