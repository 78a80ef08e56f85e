/* premise-cli-attribute.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include "premise-attribution.h"
#include "premise-date.h"
#include "premise-format-layout.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PremiseReport *report;
  PremiseModel  *model;
  const char    *language;
  PremiseCell    output;
} Attribute;

/* What is wrong with the output, once everything that was typed is understood. */
static PremiseCliStatus
refuse_output (const char *output,
               gboolean    json)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                                                 _("it has no value somewhere on the way, so its difference "
                                                   "cannot be split"));

  premise_cli_complain (output, json, error);

  return PREMISE_CLI_ERRORS;
}

static char *
format (const Attribute   *self,
        const PremiseCell *cell,
        double             value)
{
  return premise_report_format_cell (self->report, cell->variable, value, NULL, self->language);
}

/* A difference of two outputs; between shares it is counted in percentage points. */
static char *
format_part (const Attribute *self,
             double           part)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, self->output.variable);
  PremiseFormat difference = premise_report_get_info (self->report, self->output.variable)->format;

  difference.sign = TRUE;
  difference.points = premise_notation_of_unit (NULL, unit) == PREMISE_NOTATION_PERCENT;

  return premise_report_format_cell (self->report, self->output.variable, part, &difference, self->language);
}

static void
print_text (const Attribute          *self,
            const PremiseAttribution *attribution)
{
  g_autofree char *from = format (self, &self->output, attribution->from);
  g_autofree char *to = format (self, &self->output, attribution->to);

  g_print ("%s → %s\n", from, to);

  for (guint i = 0; i < attribution->parts->len; i++)
    {
      const PremiseAttributionPart *part = &g_array_index (attribution->parts, PremiseAttributionPart, i);
      g_autofree char *name = premise_cli_dup_cell_name (self->model, part->cell.variable, part->cell.cell);
      g_autofree char *low = format (self, &part->cell, part->from);
      g_autofree char *high = format (self, &part->cell, part->to);
      g_autofree char *value = format_part (self, part->part);

      g_print ("%s: %s (%s → %s)\n", name, value, low, high);
    }

  if (attribution->n_orders > 0)
    {
      g_print (_("from a sample of %u orders"), attribution->n_orders);
      g_print ("\n");
    }
}

static void
add_part (const Attribute              *self,
          JsonBuilder                  *builder,
          const PremiseAttributionPart *part)
{
  PremiseUnit *own = premise_model_get_unit (self->model, part->cell.variable);

  json_builder_begin_object (builder);
  premise_cli_add_name (self->model, builder, "assumption", &part->cell);
  premise_cli_add_number (builder, "from", own, part->from);
  premise_cli_add_number (builder, "to", own, part->to);
  premise_cli_add_number (builder, "part", NULL, part->part);
  json_builder_end_object (builder);
}

/* In the unit of the output, in which the parts add up as well. */
static void
print_json (const Attribute    *self,
            PremiseAttribution *attribution)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, self->output.variable);
  PremiseUnit *date = premise_date_is_unit (unit) ? unit : NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  premise_attribution_convert (attribution, unit);
  json_builder_begin_object (builder);
  premise_cli_add_name (self->model, builder, "output", &self->output);
  premise_cli_add_number (builder, "from", date, attribution->from);
  premise_cli_add_number (builder, "to", date, attribution->to);
  json_builder_set_member_name (builder, "orders");
  json_builder_add_int_value (builder, attribution->n_orders);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);

  for (guint i = 0; i < attribution->parts->len; i++)
    add_part (self, builder, &g_array_index (attribution->parts, PremiseAttributionPart, i));

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  premise_cli_print_json (builder);
}

static gboolean
assign_all (const Attribute   *self,
            PremiseScenario   *scenario,
            const char *const *values,
            gboolean           json)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      if (premise_cli_assign (self->report, scenario, self->language, values[i], &error))
        continue;

      premise_cli_complain (values[i], json, error);
      return FALSE;
    }

  return TRUE;
}

static PremiseCliStatus
run (Attribute          *self,
     const char *const  *arguments,
     const char *const  *first,
     gboolean            json)
{
  g_autoptr(PremiseScenario) from = premise_scenario_new (self->model);
  g_autoptr(PremiseScenario) to = premise_scenario_new (self->model);
  g_autoptr(PremiseAttribution) attribution = NULL;
  g_autoptr(GError) error = NULL;

  if (!premise_cli_find_cell (self->model, arguments[0], &self->output, &error))
    {
      premise_cli_complain (arguments[0], json, error);
      return PREMISE_CLI_ERRORS;
    }

  if (!assign_all (self, from, first, json) || !assign_all (self, to, arguments + 1, json))
    return PREMISE_CLI_ERRORS;

  attribution = premise_attribution_new (from, to, &self->output);

  if (attribution->failed)
    return refuse_output (arguments[0], json);

  if (json)
    print_json (self, attribution);
  else
    print_text (self, attribution);

  return PREMISE_CLI_OK;
}

/**
 * premise_cli_attribute:
 * @args: (inout): the verb and what follows it
 *
 * `premise attribute FOLDER OUTPUT NAME=VALUE…`: how much of the difference from the base case,
 * or from another scenario, each of the assumptions that differ makes.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_attribute (GStrv *args)
{
  gboolean json = FALSE;
  g_autofree char *wanted = NULL;
  g_auto(GStrv) from = NULL;
  const GOptionEntry entries[] = {
    { "from", 'f', 0, G_OPTION_ARG_STRING_ARRAY, &from,
      N_("A value of the scenario to start from, instead of the base case; may be repeated"),
      N_("NAME=VALUE") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &wanted, N_("Language of the report to write in"),
      /* Translators: what stands on a command line in the place of the code of a language, such as
       * zh. */
      N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(PremiseReport) report = NULL;
  Attribute self = { 0 };
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER OUTPUT NAME=VALUE…"),
                          _("Splits the difference that moved assumptions make to an output over them, "
                            "whatever the order they are moved in."),
                          entries, &status))
    return status;

  if (g_strv_length (*args) < 4)
    {
      g_printerr (_("Usage: %s attribute [--from NAME=VALUE] [--json] [--language LANGUAGE] FOLDER OUTPUT "
                    "NAME=VALUE…"),
                  g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (!premise_cli_open ((*args)[1], wanted, &report, &self.language))
    return PREMISE_CLI_USAGE;

  self.report = report;
  self.model = premise_report_get_model (report);

  return run (&self, (const char *const *) *args + 2, (const char *const *) from, json);
}
