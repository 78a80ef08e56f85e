/* fuzz-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The input is the files of a report, in memory: a line "@ path" begins a file, the lines up to
 * the next one are its content. What is loaded is used as a window and the verbs use it.
 */

#include "config.h"

#include "fuzz.h"

#include "premise-audit.h"
#include "premise-report.h"

#include <string.h>

#define MAX_FILES 20
/* To compute and to name everything of a larger one is no test of the loader. */
#define MAX_CELLS 2000

static const char *const small_files[][2] = {
  { "report.json",
    "{ \"format\": 1, \"id\": \"r\", \"title\": { \"en\": \"R\" }, \"languages\": [\"en\", \"zh\"], "
    "\"models\": [\"m\"], \"chapters\": [{ \"id\": \"c\", \"title\": { \"en\": \"C\" }, "
    "\"sections\": [\"s\"] }] }" },
  { "sources.json",
    "{ \"sources\": [{ \"id\": \"own\", \"name\": { \"en\": \"Own\" } }] }" },
  { "model/m.json",
    "{ \"id\": \"m\", \"title\": { \"en\": \"M\" }, \"indexes\": [{ \"id\": \"i\", "
    "\"label\": { \"en\": \"I\" }, \"members\": [{ \"id\": \"a\", \"label\": { \"en\": \"A\" } }] }], "
    "\"variables\": [{ \"id\": \"x\", \"kind\": \"assumption\", \"label\": { \"en\": \"X\" }, "
    "\"unit\": \"1\", \"value\": 1, \"min\": 0, \"max\": 2, \"step\": 1 }, "
    "{ \"id\": \"y\", \"kind\": \"formula\", \"label\": { \"en\": \"Y\" }, \"unit\": \"1\", "
    "\"formula\": \"x * 2\", \"index\": [\"i\"] }] }" },
  { "chapters/c/s.json",
    "{ \"id\": \"s\", \"number\": \"1\", \"title\": { \"en\": \"S\" }, "
    "\"key_message\": { \"en\": \"{m.x}\" }, \"blocks\": [{ \"type\": \"text\", "
    "\"text\": { \"en\": \"*a* {m.y[a]:.1} [@own] [b](#s)\" } }] }" },
};

/* What the input leaves out is there all the same, so that one file is enough to be read. */
static PremisePackage *
make_package (const char *text)
{
  PremisePackage *package = premise_package_new ();
  g_autofree char *with_mark = g_strconcat ("\n", text, NULL);
  g_auto(GStrv) parts = g_strsplit (with_mark, "\n@ ", MAX_FILES);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      char *end = strchr (parts[i], '\n');
      g_autoptr(GBytes) content = NULL;

      if (end == NULL)
        continue;

      *end = '\0';
      content = g_bytes_new (end + 1, strlen (end + 1));
      (void) premise_package_add (package, parts[i], content, NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (small_files); i++)
    {
      g_autoptr(GBytes) content = g_bytes_new_static (small_files[i][1],
                                                      strlen (small_files[i][1]));

      (void) premise_package_add (package, small_files[i][0], content, NULL);
    }

  return package;
}

static void
check_text (PremiseText      *text,
            const char       *language,
            PremiseEvaluator *evaluator)
{
  g_autofree char *plain = NULL;

  if (text == NULL)
    return;

  plain = premise_text_render_plain (text, language, evaluator);
  fuzz_check (plain != NULL && g_utf8_validate (plain, -1, NULL));
}

static void
check_sections (PremiseReport    *report,
                const char       *language,
                PremiseEvaluator *evaluator)
{
  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);
      g_autoptr(GArray) assumptions = premise_report_dup_section_assumptions (report, i);

      fuzz_check (section->id != NULL && section->number != NULL);
      fuzz_check (section->chapter < premise_report_get_n_chapters (report));
      check_text (section->title, language, evaluator);
      check_text (section->key_message, language, evaluator);
      check_text (section->notes, language, evaluator);

      for (guint j = 0; j < section->blocks->len; j++)
        fuzz_check (g_ptr_array_index (section->blocks, j) != NULL);

      for (guint j = 0; j < assumptions->len; j++)
        fuzz_check (g_array_index (assumptions, guint, j) <
                    premise_model_get_n_variables (premise_report_get_model (report)));
    }
}

static void
check_values (PremiseReport    *report,
              const char       *language,
              PremiseEvaluator *evaluator)
{
  PremiseModel *model = premise_report_get_model (report);

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      double value = premise_evaluator_get_value (evaluator, i, 0);
      g_autofree char *label = premise_report_dup_cell_label (report, i, 0, language);
      g_autofree char *shown = premise_report_format_cell (report, i, value, NULL, language);

      fuzz_check (g_utf8_validate (label, -1, NULL));
      fuzz_check (g_utf8_validate (shown, -1, NULL));
      fuzz_check_errors (evaluator, i);
    }
}

static guint
count_cells (PremiseModel *model)
{
  guint n = 0;

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    n += premise_model_get_n_cells (model, i);

  return n;
}

static void
use_report (PremiseReport *report)
{
  PremiseModel *model = premise_report_get_model (report);
  const char *const *languages = premise_report_get_languages (report);
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  g_autoptr(GArray) audit = NULL;

  fuzz_check (languages[0] != NULL);
  if (count_cells (model) > MAX_CELLS)
    return;

  scenario = premise_scenario_new (model);
  evaluator = premise_evaluator_new (scenario);
  audit = premise_report_audit (report);
  fuzz_check (audit != NULL);

  for (guint i = 0; languages[i] != NULL && i < 2; i++)
    {
      check_text (premise_report_get_title (report), languages[i], evaluator);
      check_text (premise_report_get_disclaimer (report), languages[i], evaluator);
      check_sections (report, languages[i], evaluator);
      check_values (report, languages[i], evaluator);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr(PremisePackage) package = make_package (text);
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = premise_report_load_package (package, "fuzz", diagnostics, NULL);

  fuzz_check_diagnostics (diagnostics);
  if (report != NULL)
    use_report (report);
  else
    fuzz_check (diagnostics->len > 0);

  return 0;
}
