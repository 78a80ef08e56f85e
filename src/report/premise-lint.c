/* premise-lint.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-lint-private.h"

/* Kinds of sources that have pages. A web page or a calculation of our own has none. */
static const char *const paged_kinds[] = { "deck", "report", "paper", "book", "filing", NULL };

/**
 * premise_lint_complain:
 * @value: what is complained about
 * @rule: the rule that it breaks
 * @format: a printf() format
 * @...: its arguments
 *
 * Reports a finding, as bad as its rule says.
 */
void
premise_lint_complain (PremiseJsonValue  value,
                       PremiseRuleCode   rule,
                       const char       *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  premise_json_complain (value, premise_rule_find (rule)->severity, (PremiseDiagnosticCode) rule, "%s",
                         message);
}

/**
 * premise_lint_complain_in:
 * @value: a text
 * @offset: bytes into it
 * @rule: the rule that it breaks
 * @format: a printf() format
 * @...: its arguments
 *
 * Reports a finding at a place inside a text.
 */
void
premise_lint_complain_in (PremiseJsonValue  value,
                          gsize             offset,
                          PremiseRuleCode   rule,
                          const char       *format,
                          ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  premise_json_complain_in (value, offset, premise_rule_find (rule)->severity,
                            (PremiseDiagnosticCode) rule, "%s", message);
}

/**
 * premise_lint_source_has_pages:
 * @self: a linter
 * @source: (nullable): id of a source
 *
 * Returns: whether it is of a kind that has pages
 */
gboolean
premise_lint_source_has_pages (PremiseLint *self,
                               const char  *source)
{
  const PremiseSource *found = NULL;

  if (source != NULL)
    found = premise_report_find_source (self->report, source);

  return found != NULL && found->kind != NULL && g_strv_contains (paged_kinds, found->kind);
}

/* A text has nothing in it but strings, at least one of them in a language of the report. */
static gboolean
is_text (PremiseLint      *self,
         PremiseJsonValue  value)
{
  gboolean known = FALSE;

  if (!premise_json_is (value, PREMISE_JSON_OBJECT) ||
      g_strcmp0 (premise_json_get_key (value), "ref") == 0)
    return FALSE;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *key = premise_json_get_key (entry);

      if (!premise_json_is (entry, PREMISE_JSON_STRING))
        return FALSE;

      known |= g_strv_contains ((const char *const *) self->report->languages, key);
    }

  return known;
}

/* Finds texts by their shape, so that a new kind of block is looked at too. */
static void
walk (PremiseLint      *self,
      PremiseJsonValue  value)
{
  const char *key = premise_json_get_key (value);

  if (g_strcmp0 (key, "source") == 0 && premise_json_is (value, PREMISE_JSON_STRING))
    g_hash_table_add (self->cited, (gpointer) premise_json_get_string (value));

  if (is_text (self, value))
    {
      premise_lint_text (self, value);
      return;
    }

  if (!premise_json_is (value, PREMISE_JSON_OBJECT) && !premise_json_is (value, PREMISE_JSON_ARRAY))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    walk (self, entry);
}

static void
lint (PremiseLoader *loader)
{
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (loader->report->model);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);
  g_autoptr(GHashTable) cited = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PremiseLint self = {
    .loader = loader,
    .report = loader->report,
    .model = loader->report->model,
    .evaluator = evaluator,
    .cited = cited,
    .labels = labels,
  };

  for (guint i = 0; i < loader->diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (loader->diagnostics, i);

      if (diagnostic->severity == PREMISE_SEVERITY_ERROR)
        return;
    }

  for (guint i = 0; i < self.report->sources->len; i++)
    {
      const PremiseSource *source = g_ptr_array_index (self.report->sources, i);

      self.has_pages |= premise_lint_source_has_pages (&self, source->id);
    }

  for (guint i = 0; i < loader->files->len; i++)
    walk (&self, premise_json_file_get_root (g_ptr_array_index (loader->files, i)));

  premise_lint_model (&self);
  premise_lint_sections (&self);
  premise_lint_usage (&self);
}

/**
 * premise_report_lint:
 * @path: a report: its folder, or a `.premise` file
 * @diagnostics: (element-type PremiseDiagnostic): what is wrong is appended, in the order of
 *   files and lines
 *
 * Loads a report as premise_report_load() does, and says also what can be read but should
 * be better: what #PremiseRuleCode lists. While there are errors nothing else is said: much of
 * it would follow from them.
 *
 * Returns: (transfer full) (nullable): the report, %NULL when report.json cannot be used
 */
PremiseReport *
premise_report_lint (const char *path,
                     GPtrArray  *diagnostics)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  return premise_loader_load (path, lint, diagnostics);
}
