/* premise-cli-eval.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-query-private.h"

#include "premise-evaluator.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  PremiseReport    *report;
  PremiseModel     *model;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;
  const char       *language;
  gboolean          json;
} Eval;

/* The position of the first cell that an argument names, and the one behind the last. */
static void
get_cells (const Eval *self,
           const char *argument,
           guint      *variable,
           guint      *begin,
           guint      *end)
{
  const char *equals = premise_cli_find_equals (argument);
  g_autofree char *name = g_strndup (argument, equals != NULL ? (gsize) (equals - argument) : strlen (argument));
  guint cell;

  if (!premise_cli_find_cells (self->model, name, variable, &cell, NULL))
    g_assert_not_reached ();

  *begin = cell == PREMISE_CLI_ALL_CELLS ? 0 : cell;
  *end = cell == PREMISE_CLI_ALL_CELLS ? premise_model_get_n_cells (self->model, *variable) : cell + 1;
}

/* The error of a cell in words, with where it began: “#DIV/0 from m.rate[x]”. */
static char *
format_value (const Eval *self,
              guint       variable,
              guint       cell,
              double      value)
{
  if (!isnan (value))
    return premise_report_format_cell (self->report, variable, value, NULL, self->language);

  return premise_cli_dup_error (self->evaluator, variable, cell);
}

static void
print_cell (const Eval *self,
            guint       variable,
            guint       cell)
{
  double base = premise_evaluator_get_base_value (self->evaluator, variable, cell);
  double value = premise_evaluator_get_value (self->evaluator, variable, cell);
  g_autofree char *name = premise_cli_dup_cell_name (self->model, variable, cell);
  g_autofree char *base_text = format_value (self, variable, cell, base);
  g_autofree char *value_text = format_value (self, variable, cell, value);
  g_autofree char *change = NULL;

  if (base == value || (isnan (base) && isnan (value)))
    {
      g_print ("%s: %s\n", name, base_text);
      return;
    }

  if (!isnan (base) && !isnan (value))
    change = premise_format_change (value, base, premise_model_get_unit (self->model, variable),
                                    self->language);

  g_print ("%s: %s → %s%s%s%s\n", name, base_text, value_text, change != NULL ? " (" : "",
           change != NULL ? change : "", change != NULL ? ")" : "");
}

static void
add_value (const Eval  *self,
           JsonBuilder *builder,
           const char  *key,
           guint        variable,
           guint        cell,
           double       value)
{
  g_autofree char *text = format_value (self, variable, cell, value);
  g_autofree char *text_key = g_strconcat (key, "_text", NULL);

  json_builder_set_member_name (builder, key);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (
      builder, premise_unit_from_base (premise_model_get_unit (self->model, variable), value));

  json_builder_set_member_name (builder, text_key);
  json_builder_add_string_value (builder, text);
}

static void
add_cell (const Eval  *self,
          JsonBuilder *builder,
          guint        variable,
          guint        cell)
{
  g_autofree char *name = premise_cli_dup_cell_name (self->model, variable, cell);
  g_autofree char *label = premise_report_dup_cell_label (self->report, variable, cell,
                                                          self->language);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "label");
  json_builder_add_string_value (builder, label);
  json_builder_set_member_name (builder, "unit");
  json_builder_add_string_value (
    builder, premise_unit_get_text (premise_model_get_unit (self->model, variable)));
  add_value (self, builder, "base", variable, cell,
             premise_evaluator_get_base_value (self->evaluator, variable, cell));
  add_value (self, builder, "value", variable, cell,
             premise_evaluator_get_value (self->evaluator, variable, cell));
  premise_cli_add_error (self->evaluator, builder, variable, cell);
  json_builder_end_object (builder);
}

/* What a name stands for. */
static void
print_cells (const Eval  *self,
             JsonBuilder *builder,
             const char  *argument)
{
  guint variable;
  guint begin;
  guint end;

  get_cells (self, argument, &variable, &begin, &end);

  for (guint cell = begin; cell < end; cell++)
    {
      if (builder != NULL)
        add_cell (self, builder, variable, cell);
      else
        print_cell (self, variable, cell);
    }
}

/* @queries: of each argument, %NULL for a name */
static void
print_all (const Eval         *self,
           const char *const  *arguments,
           PremiseQuery      **queries,
           JsonBuilder        *builder)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      PremiseCliQuery query = { self->model, queries[i], arguments[i], self->language };

      if (queries[i] == NULL)
        print_cells (self, builder, arguments[i]);
      else if (builder != NULL)
        premise_cli_add_query (&query, builder);
      else
        premise_cli_print_query (&query);
    }
}

/* A NAME=VALUE is set; a name alone must exist, unless it @must_set. */
static gboolean
assign (const Eval *self,
        const char *argument,
        gboolean    must_set)
{
  g_autoptr(GError) error = NULL;
  PremiseCell cells;
  gboolean ok;

  if (!must_set && premise_cli_find_equals (argument) == NULL)
    ok = premise_cli_find_cells (self->model, argument, &cells.variable, &cells.cell, &error);
  else
    ok = premise_cli_assign (self->report, self->scenario, self->language, argument, &error);

  if (ok)
    return TRUE;

  premise_cli_complain (argument, self->json, error);

  return FALSE;
}

/* What a name with members is not, an expression may be: of two indexes, m.share[games] picks one
 * member. What is neither is said of the name.
 */
static gboolean
is_expression (const Eval *self,
               const char *argument)
{
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseQuery) query = NULL;
  guint variable;
  guint cell;

  if (premise_cli_is_expression (argument))
    return TRUE;

  if (premise_cli_find_equals (argument) != NULL || strchr (argument, '[') == NULL
      || premise_cli_find_cells (self->model, argument, &variable, &cell, NULL))
    return FALSE;

  query = premise_query_new (self->evaluator, argument, diagnostics);

  return query != NULL;
}

static gboolean
assign_all (const Eval        *self,
            const char *const *settings,
            const char *const *arguments)
{
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      if (!assign (self, settings[i], TRUE))
        return FALSE;
    }

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      if (!is_expression (self, arguments[i]) && !assign (self, arguments[i], FALSE))
        return FALSE;
    }

  return TRUE;
}

static PremiseCliStatus
evaluate (PremiseReport     *report,
          const char        *language,
          const char *const *settings,
          const char *const *arguments,
          gboolean           json)
{
  PremiseModel *model = premise_report_get_model (report);
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (model);
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);
  g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_query_free);
  g_autoptr(JsonBuilder) builder = NULL;
  Eval self = { report, model, scenario, evaluator, language, json };

  if (!assign_all (&self, settings, arguments))
    return PREMISE_CLI_ERRORS;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      PremiseQuery *query = NULL;

      if (is_expression (&self, arguments[i]))
        {
          query = premise_cli_ask (evaluator, arguments[i], json);

          if (query == NULL)
            return PREMISE_CLI_ERRORS;
        }

      g_ptr_array_add (queries, query);
    }

  if (!json)
    {
      print_all (&self, arguments, (PremiseQuery **) queries->pdata, NULL);
      return PREMISE_CLI_OK;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  print_all (&self, arguments, (PremiseQuery **) queries->pdata, builder);
  json_builder_end_array (builder);
  premise_cli_print_json (builder);

  return PREMISE_CLI_OK;
}

/**
 * premise_cli_eval:
 * @args: (inout): the verb and what follows it
 *
 * `premise eval FOLDER NAME[=VALUE]|EXPRESSION…`: sets assumptions and prints what is named, or
 * what an expression comes to, in the base case and now.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_eval (GStrv *args)
{
  gboolean json = FALSE;
  g_autofree char *wanted = NULL;
  g_auto(GStrv) settings = NULL;
  const GOptionEntry entries[] = {
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings,
      N_("Set an assumption without printing it; may be given several times"),
      /* Translators: what stands on a command line in the place of an assumption and what it is to
       * be. */
      N_("NAME=VALUE") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &wanted, N_("Language of the report to write in"),
      N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(PremiseReport) report = NULL;
  const char *language;
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER NAME[=VALUE]|EXPRESSION…"),
                          _("Sets assumptions of a report and prints what comes out, for example "
                            "“market.total market.share[games]=40%”. An expression is calculated as a "
                            "formula of the report would be: “2 * market.total”, "
                            "“sum(market.share over content)”."),
                          entries, &status))
    return status;

  if (g_strv_length (*args) < 3)
    {
      g_printerr (_("Usage: %s eval [--json] [--language LANGUAGE] [--set NAME=VALUE]… "
                    "FOLDER NAME[=VALUE]|EXPRESSION…"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  report = premise_cli_load ((*args)[1]);

  if (report == NULL)
    return PREMISE_CLI_USAGE;

  language = premise_cli_find_language (report, wanted);
  if (language == NULL)
    return PREMISE_CLI_USAGE;

  return evaluate (report, language, (const char *const *) settings, (const char *const *) *args + 2, json);
}
