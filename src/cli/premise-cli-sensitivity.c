/* premise-cli-sensitivity.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include "premise-evaluator.h"
#include "premise-sensitivity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  PremiseReport    *report;
  PremiseModel     *model;
  PremiseEvaluator *evaluator;  /* where the output has no value, to ask why */
  const char       *language;
  PremiseCell       output;
} Sensitivity;

static char *
format (const Sensitivity *self,
        guint              variable,
        double             value)
{
  if (isnan (value))
    return g_strdup ("–");

  return premise_report_format_cell (self->report, variable, value, NULL, self->language);
}

/* Sets an assumption. Returns: what it was before */
static double
move (const Sensitivity  *self,
      const PremiseSwing *swing,
      double              value)
{
  PremiseScenario *scenario = premise_evaluator_get_scenario (self->evaluator);
  double before = premise_scenario_get_value (scenario, swing->variable, swing->cell);

  premise_scenario_set_value (scenario, swing->variable, swing->cell, value, NULL);

  return before;
}

/* The output where an assumption is @value, or why it has none there. */
static char *
format_output (const Sensitivity  *self,
               const PremiseSwing *swing,
               double              value,
               double              output)
{
  double before;
  char *text;

  if (!isnan (output))
    return format (self, self->output.variable, output);

  before = move (self, swing, value);
  text = premise_cli_dup_error (self->evaluator, self->output.variable, self->output.cell);
  move (self, swing, before);

  return text;
}

/* What the output does on the way that its ends do not tell. */
static void
print_way (const Sensitivity  *self,
           const PremiseSwing *swing)
{
  if (swing->turns)
    {
      g_autofree char *lowest = format (self, self->output.variable, swing->lowest);
      g_autofree char *lowest_at = format (self, swing->variable, swing->lowest_at);
      g_autofree char *highest = format (self, self->output.variable, swing->highest);
      g_autofree char *highest_at = format (self, swing->variable, swing->highest_at);

      g_print ("; ");
      /* Translators: the lowest output and the value of the assumption at which it is so low; the same
       * of the highest.
       */
      g_print (_("not monotone: lowest %s at %s, highest %s at %s"), lowest, lowest_at, highest, highest_at);
    }

  if (swing->has_gaps)
    g_print ("; %s", _("without a value in part of it"));
}

static void
print_swing (const Sensitivity  *self,
             const PremiseSwing *swing)
{
  g_autofree char *name = premise_cli_dup_cell_name (self->model, swing->variable, swing->cell);
  g_autofree char *low = format (self, swing->variable, swing->low);
  g_autofree char *high = format (self, swing->variable, swing->high);
  g_autofree char *output_low = format_output (self, swing, swing->low, swing->output_low);
  g_autofree char *output_high = format_output (self, swing, swing->high, swing->output_high);

  g_print ("%s: %s … %s → %s … %s", name, low, high, output_low, output_high);

  if (!isnan (swing->elasticity))
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_print (" (");
      g_print (_("elasticity %s"), g_ascii_formatd (text, sizeof text, "%.2f", swing->elasticity));
      g_print (")");
    }

  print_way (self, swing);
  g_print ("\n");
}

/* What there is instead of the output where an assumption is @value. */
static void
add_output_error (const Sensitivity  *self,
                  JsonBuilder        *builder,
                  const char         *key,
                  const PremiseSwing *swing,
                  double              value,
                  double              output)
{
  double before;

  if (!isnan (output))
    return;

  before = move (self, swing, value);
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  premise_cli_add_error (self->evaluator, builder, self->output.variable, self->output.cell);
  json_builder_end_object (builder);
  move (self, swing, before);
}

static void
add_swing (const Sensitivity  *self,
           JsonBuilder        *builder,
           const PremiseSwing *swing)
{
  PremiseCell cell = { swing->variable, swing->cell };
  PremiseUnit *unit = premise_model_get_unit (self->model, swing->variable);
  PremiseUnit *output_unit = premise_model_get_unit (self->model, self->output.variable);

  json_builder_begin_object (builder);
  premise_cli_add_name (self->model, builder, "assumption", &cell);
  premise_cli_add_number (builder, "low", unit, swing->low);
  premise_cli_add_number (builder, "high", unit, swing->high);
  premise_cli_add_number (builder, "output_low", output_unit, swing->output_low);
  premise_cli_add_number (builder, "output_high", output_unit, swing->output_high);
  add_output_error (self, builder, "output_low_error", swing, swing->low, swing->output_low);
  add_output_error (self, builder, "output_high_error", swing, swing->high, swing->output_high);
  premise_cli_add_number (builder, "output_lowest", output_unit, swing->lowest);
  premise_cli_add_number (builder, "output_lowest_at", unit, swing->lowest_at);
  premise_cli_add_number (builder, "output_highest", output_unit, swing->highest);
  premise_cli_add_number (builder, "output_highest_at", unit, swing->highest_at);
  json_builder_set_member_name (builder, "monotone");
  json_builder_add_boolean_value (builder, !swing->turns);
  json_builder_set_member_name (builder, "gaps");
  json_builder_add_boolean_value (builder, swing->has_gaps);
  json_builder_set_member_name (builder, "elasticity");

  if (isnan (swing->elasticity))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, swing->elasticity);

  json_builder_end_object (builder);
}

static void
print_json (const Sensitivity *self,
            const GArray      *swings)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  double base = swings->len > 0 ? g_array_index (swings, PremiseSwing, 0).output_base
                                : premise_model_get_base (self->model, self->output.variable,
                                                          self->output.cell);

  json_builder_begin_object (builder);
  premise_cli_add_name (self->model, builder, "output", &self->output);
  premise_cli_add_number (builder, "value",
                          premise_model_get_unit (self->model, self->output.variable), base);
  json_builder_set_member_name (builder, "assumptions");
  json_builder_begin_array (builder);

  for (guint i = 0; i < swings->len; i++)
    add_swing (self, builder, &g_array_index (swings, PremiseSwing, i));

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  premise_cli_print_json (builder);
}

static PremiseCliStatus
run (Sensitivity        *self,
     const char *const  *arguments,
     double              fraction,
     gboolean            json)
{
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (self->model);
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  g_autoptr(GArray) swings = NULL;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean ok = i == 0 ? premise_cli_find_cell (self->model, arguments[i], &self->output, &error)
                    : premise_cli_assign (self->report, scenario, self->language, arguments[i], &error);

      if (!ok)
        {
          premise_cli_complain (arguments[i], json, error);
          return PREMISE_CLI_ERRORS;
        }
    }

  swings = premise_sensitivity_run (scenario, self->output.variable, self->output.cell, fraction);
  premise_sensitivity_explore (scenario, self->output.variable, self->output.cell, swings);
  self->evaluator = evaluator = premise_evaluator_new (scenario);

  if (json)
    {
      print_json (self, swings);
      return PREMISE_CLI_OK;
    }

  if (swings->len == 0)
    g_print ("%s\n", _("It depends on no assumption."));

  for (guint i = 0; i < swings->len; i++)
    print_swing (self, &g_array_index (swings, PremiseSwing, i));

  return PREMISE_CLI_OK;
}

/**
 * premise_cli_sensitivity:
 * @args: (inout): the verb and what follows it
 *
 * `premise sensitivity FOLDER OUTPUT [NAME=VALUE…]`: what each assumption does to an output,
 * the one that does most first.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_sensitivity (GStrv *args)
{
  gboolean json = FALSE;
  gboolean range = FALSE;
  double percent = 10;
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = {
    { "by", 'b', 0, G_OPTION_ARG_DOUBLE, &percent, N_("Move each assumption by so many per cent (10)"),
      /* Translators: what stands on a command line in the place of a number of per cent. */
      N_("PERCENT") },
    { "range", 'r', 0, G_OPTION_ARG_NONE, &range, N_("Move each assumption through its whole range"),
      NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &wanted, N_("Language of the report to write in"),
      N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(PremiseReport) report = NULL;
  Sensitivity self = { 0 };
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER OUTPUT [NAME=VALUE…]"),
                          _("Says what each assumption does to an output when it alone is moved, the "
                            "one that does most first."),
                          entries, &status))
    return status;

  if (!(percent > 0 && isfinite (percent)))
    {
      g_printerr (_("%s: --by is a number of per cent above 0"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (g_strv_length (*args) < 3)
    {
      g_printerr (_("Usage: %s sensitivity [--by PERCENT | --range] [--json] [--language LANGUAGE] "
                    "FOLDER OUTPUT [NAME=VALUE…]"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (!premise_cli_open ((*args)[1], wanted, &report, &self.language))
    return PREMISE_CLI_USAGE;

  self.report = report;
  self.model = premise_report_get_model (report);

  return run (&self, (const char *const *) *args + 2,
              range ? PREMISE_SENSITIVITY_RANGE : percent / 100, json);
}
