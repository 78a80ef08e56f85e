/* test-shipped.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-audit.h"

#include <math.h>
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

/* Where the source does not add up, the report says why. */
static void
test_audit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GArray) audit = premise_report_audit (fixture->report);
  PremiseModel *model = premise_report_get_model (fixture->report);
  guint counts[PREMISE_AUDIT_N_STATUS] = { 0 };

  for (guint i = 0; i < audit->len; i++)
    counts[g_array_index (audit, PremiseAuditEntry, i).status]++;

  /* Of what the source prints for a formula, as counted when it was taken down. */
  g_assert_cmpuint (counts[PREMISE_AUDIT_MATCH], ==, 46);
  g_assert_cmpuint (counts[PREMISE_AUDIT_APPROXIMATE], ==, 2);
  g_assert_cmpuint (counts[PREMISE_AUDIT_DIFFERS], ==, 4);

  for (guint i = 0; i < audit->len; i++)
    {
      const PremiseAuditEntry *entry = &g_array_index (audit, PremiseAuditEntry, i);
      const char *id = premise_model_get_id (model, entry->variable);

      if (premise_report_get_info (fixture->report, entry->variable)->note != NULL)
        continue;

      g_test_message ("%s, cell %u: printed %g, computed %g", id, entry->cell, entry->printed,
                      entry->computed);
      g_assert_cmpint (entry->status, ==, PREMISE_AUDIT_MATCH);
    }
}

/* The integrated model in its three cases, as it was calculated apart from this program. */
static void
test_cases (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *id;
    double      values[3];  /* bear, base, bull; in the units below */
    double      unit;
    double      tolerance;
  } cases[] = {
    { "value_chain.vendor", { 7.9481, 76.8859, 322.5396 }, 1e8, 1e-4 },
    { "value_chain.saving", { 71.533, 307.5435, 654.8531 }, 1e8, 1e-4 },
    { "value_chain.uplift", { 0.6362, 2.4236, 4.3979 }, 0.01, 1e-4 },
    { "value_chain.world_vendor", { 18.3526, 177.534, 678.3104 }, 1e8, 1e-4 },
    { "value_chain.needed", { 58, 29, 14.5 }, 1e8, 1e-9 },
    { "value_chain.needed_share", { 316.0308, 16.3349, 2.1377 }, 0.01, 1e-4 },
    { "value_chain.copilot_saving", { 48, 288, 1920 }, 1e8, 1e-9 },
    { "value_chain.big_game", { 2.2464, 2.052, 1.8576 }, 1e8, 1e-9 },
  };
  PremiseModel *model = premise_report_get_model (fixture->report);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint variable = premise_model_find (model, cases[i].id);

      g_assert_cmpuint (variable, !=, PREMISE_MODEL_NOT_FOUND);
      for (guint cell = 0; cell < 3; cell++)
        g_assert_cmpfloat_with_epsilon (premise_evaluator_get_value (fixture->evaluator, variable, cell) /
                                        cases[i].unit, cases[i].values[cell], cases[i].tolerance);
    }
}

/* What the market space prints cell by cell; without a printed number nothing is compared. */
static void
test_printed (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const ids[] = {
    "market_space.production_cost", "market_space.ai_space", "market_space.market_total",
    "market_space.cost_total", "market_space.space_total", "market_space.weighted_cost_share",
    "market_space.weighted_ai_share",
  };
  PremiseModel *model = premise_report_get_model (fixture->report);
  g_autoptr(GArray) audit = premise_report_audit (fixture->report);
  guint n_printed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      guint variable = premise_model_find (model, ids[i]);
      const PremiseVariableInfo *info;

      g_assert_cmpuint (variable, !=, PREMISE_MODEL_NOT_FOUND);
      info = premise_report_get_info (fixture->report, variable);
      g_assert_nonnull (info->printed);
      for (guint cell = 0; cell < premise_model_get_n_cells (model, variable); cell++)
        g_assert_false (isnan (info->printed[cell]));
    }

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      const PremiseVariableInfo *info = premise_report_get_info (fixture->report, i);

      for (guint cell = 0; info->printed != NULL && cell < premise_model_get_n_cells (model, i); cell++)
        n_printed += !isnan (info->printed[cell]);
    }

  g_assert_cmpuint (audit->len, ==, n_printed);
}

static void
add_text (GPtrArray   *texts,
          PremiseText *text)
{
  if (text != NULL)
    g_ptr_array_add (texts, text);
}

static void
add_texts (GPtrArray *texts,
           GPtrArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    add_text (texts, g_ptr_array_index (more, i));
}

static void
add_metrics (GPtrArray *texts,
             GArray    *metrics)
{
  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    add_text (texts, g_array_index (metrics, PremiseMetric, i).label);
}

static void
add_table (GPtrArray          *texts,
           const PremiseTable *table)
{
  add_text (texts, table->note);
  add_text (texts, table->member_header);
  add_text (texts, table->total_label);
  add_texts (texts, table->headers);

  for (guint i = 0; table->columns != NULL && i < table->columns->len; i++)
    add_text (texts, g_array_index (table->columns, PremiseTableColumn, i).header);
  for (guint i = 0; i < table->highlights->len; i++)
    add_text (texts, g_array_index (table->highlights, PremiseTableHighlight, i).label);
  for (guint i = 0; table->rows != NULL && i < table->rows->len; i++)
    add_texts (texts, g_ptr_array_index (table->rows, i));
}

static void
add_figure (GPtrArray           *texts,
            const PremiseFigure *figure)
{
  add_text (texts, figure->category_title);
  add_text (texts, figure->value_title);
  add_text (texts, figure->total_label);

  for (guint i = 0; i < figure->series->len; i++)
    add_text (texts, g_array_index (figure->series, PremiseFigureSeries, i).label);
  for (guint i = 0; i < figure->items->len; i++)
    add_text (texts, g_array_index (figure->items, PremiseFigureItem, i).label);
}

static void
add_text_cb (PremiseText *text,
             gpointer     user_data)
{
  add_text (user_data, text);
}

static void
add_section (GPtrArray            *texts,
             const PremiseSection *section)
{
  add_text (texts, section->title);
  add_text (texts, section->key_message);
  add_text (texts, section->notes);
  add_metrics (texts, section->headline);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (section->blocks, i);

      g_assert_cmpint (block->type, !=, PREMISE_BLOCK_ERROR);
      add_text (texts, block->title);
      add_text (texts, block->text);
      add_text (texts, block->by);
      if (block->list != NULL)
        premise_list_foreach_text (block->list, add_text_cb, texts);
      add_metrics (texts, block->metrics);
      if (block->table != NULL)
        add_table (texts, block->table);
      if (block->figure != NULL)
        add_figure (texts, block->figure);
    }
}

static void
add_model (GPtrArray     *texts,
           PremiseReport *report)
{
  PremiseModel *model = premise_report_get_model (report);

  for (guint i = 0; i < premise_report_get_n_submodels (report); i++)
    add_text (texts, premise_report_get_submodel (report, i)->title);

  for (guint i = 0; i < premise_model_get_n_indexes (model); i++)
    {
      add_text (texts, premise_report_get_index_label (report, i));
      for (guint j = 0; j < premise_model_get_n_members (model, i); j++)
        add_text (texts, premise_report_get_member_label (report, i, j));
    }

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      const PremiseVariableInfo *info = premise_report_get_info (report, i);

      add_text (texts, info->label);
      add_text (texts, info->note);
      add_text (texts, info->rationale);
      if (info->source != NULL)
        add_text (texts, premise_report_find_source (report, info->source)->name);
    }
}

static gboolean
has_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
        return TRUE;
    }

  return FALSE;
}

/* Every text is there in both languages, not one in the place of the other, and every number
 * in it can be written.
 */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const languages[] = { "zh", "en", NULL };
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  g_assert_cmpstrv (premise_report_get_languages (fixture->report), languages);

  add_text (texts, premise_report_get_title (fixture->report));
  add_text (texts, premise_report_get_disclaimer (fixture->report));
  for (guint i = 0; i < premise_report_get_n_chapters (fixture->report); i++)
    add_text (texts, premise_report_get_chapter (fixture->report, i)->title);
  for (guint i = 0; i < premise_report_get_n_sections (fixture->report); i++)
    add_section (texts, premise_report_get_section (fixture->report, i));
  add_model (texts, fixture->report);
  g_assert_cmpuint (texts->len, >, 200);

  for (guint i = 0; i < texts->len; i++)
    {
      PremiseText *text = g_ptr_array_index (texts, i);
      g_autofree char *zh = premise_text_render_plain (text, "zh", fixture->evaluator);
      g_autofree char *en = premise_text_render_plain (text, "en", fixture->evaluator);

      g_test_message ("%s | %s", zh, en);
      g_assert_true (premise_text_has_language (text, "zh"));
      g_assert_true (premise_text_has_language (text, "en"));
      g_assert_cmpstr (zh, !=, "");
      g_assert_cmpstr (en, !=, "");
      g_assert_null (strpbrk (zh, "{}#"));
      g_assert_null (strpbrk (en, "{}#"));
      g_assert_false (has_han (en));
      /* A name, or the title of a paper, may be the same in both; a sentence is not. */
      if (strlen (en) > 40 && (!g_str_equal (en, zh) || strchr (".?!:", en[strlen (en) - 1]) != NULL))
        g_assert_true (has_han (zh));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/shipped/base-case", Fixture, NULL, set_up, test_base_case, tear_down);
  g_test_add ("/shipped/audit", Fixture, NULL, set_up, test_audit, tear_down);
  g_test_add ("/shipped/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/shipped/printed", Fixture, NULL, set_up, test_printed, tear_down);
  g_test_add ("/shipped/texts", Fixture, NULL, set_up, test_texts, tear_down);

  return g_test_run ();
}
