/* premise-cli-trace.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include "premise-evaluator.h"
#include "premise-provenance.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  PremiseReport    *report;
  PremiseModel     *model;
  PremiseEvaluator *evaluator;
  const char       *language;
  PremiseCell       cell;        /* the one asked for; of all others, all cells */
} Trace;

static const char *const kind_ids[] = { "datum", "assumption", "formula" };

/* A scalar or the cell that was asked for has one value; else there are too many to print. */
static char *
format_value (const Trace *self,
              guint        variable)
{
  guint cell = variable == self->cell.variable ? self->cell.cell : 0;
  double value;

  if (cell == PREMISE_CLI_ALL_CELLS
      || (variable != self->cell.variable && premise_model_get_n_dims (self->model, variable) > 0))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value", "%u values",
                                         premise_model_get_n_cells (self->model, variable)),
                            premise_model_get_n_cells (self->model, variable));

  value = premise_evaluator_get_value (self->evaluator, variable, cell);

  return isnan (value) ? premise_cli_dup_error (self->evaluator, variable, cell)
                       : premise_report_format_cell (self->report, variable, value, NULL, self->language);
}

/* "the deck, page 12" (nullable) */
static char *
dup_cell_source (const Trace               *self,
                 const PremiseVariableInfo *info,
                 guint                      cell)
{
  const char *id = premise_variable_info_get_source (info, cell);
  guint page = premise_variable_info_get_page (info, cell);
  const PremiseSource *source = id != NULL ? premise_report_find_source (self->report, id) : NULL;
  g_autofree char *name = NULL;

  if (source != NULL)
    name = premise_text_render_plain (source->name, self->language, self->evaluator);

  if (page == 0)
    return g_steal_pointer (&name);

  /* Translators: a source, and the page in it. */
  return name != NULL ? g_strdup_printf (_("%s, page %u"), name, page)
                      : g_strdup_printf (_("page %u"), page);
}

/* Those of all members, each once; NULL if nothing is said. */
static char *
format_source (const Trace *self,
               guint        variable)
{
  const PremiseVariableInfo *info = premise_report_get_info (self->report, variable);
  gboolean differ = info->cell_sources != NULL || info->cell_pages != NULL;
  guint n_cells = differ ? premise_model_get_n_cells (self->model, variable) : 1;
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  for (guint cell = 0; cell < n_cells; cell++)
    {
      g_autofree char *source = dup_cell_source (self, info, cell);

      if (source != NULL && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, g_steal_pointer (&source));
    }

  if (sources->len == 0)
    return NULL;

  g_ptr_array_add (sources, NULL);

  return g_strjoinv ("; ", (char **) sources->pdata);
}

/* " (nearly, 2022-11)" */
static void
print_precision (const PremiseVariableInfo *info)
{
  const char *words = premise_qualifier_get_words (info->qualifier);

  if (*words != '\0' || info->date != NULL)
    g_print (" (%s%s%s)", words, *words != '\0' && info->date != NULL ? ", " : "",
             info->date != NULL ? info->date : "");
}

static void
print_step (const Trace            *self,
            const PremiseTraceStep *step)
{
  const PremiseVariableInfo *info = premise_report_get_info (self->report, step->variable);
  const char *expression = premise_model_get_expression (self->model, step->variable);
  g_autofree char *value = format_value (self, step->variable);
  g_autofree char *source = format_source (self, step->variable);

  g_print ("%*s%s: %s", (int) MIN (2 * step->depth, 80), "",
           premise_model_get_id (self->model, step->variable), value);

  if (step->again)
    g_print (" (%s)", _("see above"));
  else if (expression != NULL)
    g_print (" = %s", expression);

  if (!step->again)
    print_precision (info);
  if (!step->again && source != NULL)
    g_print (" [%s]", source);

  g_print ("\n");
}

static void
add_values (const Trace *self,
            JsonBuilder *builder,
            guint        variable)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, variable);

  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);

  for (guint cell = 0; cell < premise_model_get_n_cells (self->model, variable); cell++)
    {
      g_autofree char *name = premise_cli_dup_cell_name (self->model, variable, cell);

      premise_cli_add_number (builder, name, unit,
                              premise_evaluator_get_value (self->evaluator, variable, cell));
    }

  json_builder_end_object (builder);
}

/* Why cells have no value, by their names. */
static void
add_errors (const Trace *self,
            JsonBuilder *builder,
            guint        variable)
{
  gboolean any = FALSE;

  for (guint cell = 0; cell < premise_model_get_n_cells (self->model, variable); cell++)
    {
      g_autofree char *name = NULL;

      if (!isnan (premise_evaluator_get_value (self->evaluator, variable, cell)))
        continue;

      if (!any)
        {
          json_builder_set_member_name (builder, "errors");
          json_builder_begin_object (builder);
          any = TRUE;
        }

      name = premise_cli_dup_cell_name (self->model, variable, cell);
      json_builder_set_member_name (builder, name);
      json_builder_begin_object (builder);
      premise_cli_add_error (self->evaluator, builder, variable, cell);
      json_builder_end_object (builder);
    }

  if (any)
    json_builder_end_object (builder);
}

static void
add_string (JsonBuilder *builder,
            const char  *key,
            const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
add_origin (JsonBuilder               *builder,
            const PremiseVariableInfo *info,
            guint                      cell)
{
  guint page = premise_variable_info_get_page (info, cell);

  add_string (builder, "source", premise_variable_info_get_source (info, cell));
  if (page > 0)
    {
      json_builder_set_member_name (builder, "page");
      json_builder_add_int_value (builder, page);
    }
}

/* Where members are from, by their names, where they differ. */
static void
add_origins (const Trace               *self,
             JsonBuilder               *builder,
             const PremiseVariableInfo *info,
             guint                      variable)
{
  if (info->cell_sources == NULL && info->cell_pages == NULL)
    {
      add_origin (builder, info, 0);
      return;
    }

  json_builder_set_member_name (builder, "origins");
  json_builder_begin_object (builder);
  for (guint cell = 0; cell < premise_model_get_n_cells (self->model, variable); cell++)
    {
      g_autofree char *name = premise_cli_dup_cell_name (self->model, variable, cell);

      json_builder_set_member_name (builder, name);
      json_builder_begin_object (builder);
      add_origin (builder, info, cell);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_ids (const Trace *self,
         JsonBuilder *builder,
         const char  *key,
         GArray      *variables)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);

  for (guint i = 0; i < variables->len; i++)
    json_builder_add_string_value (builder, premise_model_get_id (self->model,
                                                                  g_array_index (variables, guint, i)));

  json_builder_end_array (builder);
}

static void
add_step (const Trace            *self,
          JsonBuilder            *builder,
          const PremiseTraceStep *step)
{
  const PremiseVariableInfo *info = premise_report_get_info (self->report, step->variable);
  g_autoptr(GArray) precedents = premise_model_dup_precedents (self->model, step->variable);
  g_autoptr(GArray) dependents = premise_model_dup_dependents (self->model, step->variable);

  json_builder_begin_object (builder);
  add_string (builder, "id", premise_model_get_id (self->model, step->variable));
  add_string (builder, "kind", kind_ids[premise_model_get_kind (self->model, step->variable)]);
  add_string (builder, "unit", premise_unit_get_text (premise_model_get_unit (self->model, step->variable)));
  json_builder_set_member_name (builder, "depth");
  json_builder_add_int_value (builder, step->depth);
  add_values (self, builder, step->variable);
  add_errors (self, builder, step->variable);
  add_string (builder, "formula", premise_model_get_expression (self->model, step->variable));
  add_ids (self, builder, "precedents", precedents);
  add_ids (self, builder, "dependents", dependents);
  add_origins (self, builder, info, step->variable);
  add_string (builder, "date", info->date);
  if (info->qualifier != PREMISE_QUALIFIER_EXACT)
    add_string (builder, "qualifier", premise_qualifier_get_id (info->qualifier));

  json_builder_end_object (builder);
}

/* As data, a variable once is enough: each says what it is made of. */
static void
print_json (const Trace *self,
            GArray      *steps)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < steps->len; i++)
    {
      const PremiseTraceStep *step = &g_array_index (steps, PremiseTraceStep, i);

      if (!step->again)
        add_step (self, builder, step);
    }

  json_builder_end_array (builder);
  premise_cli_print_json (builder);
}

static PremiseCliStatus
run (Trace              *self,
     const char *const  *arguments,
     gboolean            dependents,
     gboolean            json)
{
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (self->model);
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  g_autoptr(GArray) steps = NULL;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean ok = i == 0 ? premise_cli_find_cells (self->model, arguments[i], &self->cell.variable,
                                                     &self->cell.cell, &error)
                           : premise_cli_assign (self->report, scenario, self->language, arguments[i],
                                                 &error);

      if (!ok)
        {
          premise_cli_complain (arguments[i], json, error);
          return PREMISE_CLI_ERRORS;
        }
    }

  if (premise_model_get_n_dims (self->model, self->cell.variable) == 0)
    self->cell.cell = 0;

  self->evaluator = evaluator = premise_evaluator_new (scenario);
  steps = premise_model_dup_trace (self->model, self->cell.variable,
                                   dependents ? PREMISE_TRACE_DEPENDENTS : PREMISE_TRACE_PRECEDENTS);

  if (json)
    print_json (self, steps);

  for (guint i = 0; i < steps->len && !json; i++)
    print_step (self, &g_array_index (steps, PremiseTraceStep, i));

  return PREMISE_CLI_OK;
}

/**
 * premise_cli_trace:
 * @args: (inout): the verb and what follows it
 *
 * `premise trace FOLDER NAME [NAME=VALUE…]`: what a number is made of, down to the sources.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_trace (GStrv *args)
{
  gboolean json = FALSE;
  gboolean dependents = FALSE;
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = {
    { "dependents", 'd', 0, G_OPTION_ARG_NONE, &dependents, N_("What is made of it instead"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &wanted, N_("Language of the report to write in"),
      N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(PremiseReport) report = NULL;
  Trace self = { 0 };
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER NAME [NAME=VALUE…]"),
                          _("Says what a number is made of: its formula, those of the numbers in it, "
                            "and so on down to assumptions and sources."),
                          entries, &status))
    return status;

  if (g_strv_length (*args) < 3)
    {
      g_printerr (_("Usage: %s trace [--dependents] [--json] [--language LANGUAGE] FOLDER NAME "
                    "[NAME=VALUE…]"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (!premise_cli_open ((*args)[1], wanted, &report, &self.language))
    return PREMISE_CLI_USAGE;

  self.report = report;
  self.model = premise_report_get_model (report);

  return run (&self, (const char *const *) *args + 2, dependents, json);
}
