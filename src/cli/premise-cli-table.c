/* premise-cli-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include "premise-evaluator.h"
#include "premise-two-way.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_STEPS 1000

/* OUTPUT, ROW and COLUMN, in this order. */
enum
{
  OUTPUT,
  ROW,
  COLUMN,
  N_CELLS,
};

typedef struct
{
  PremiseReport    *report;
  PremiseModel     *model;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;       /* where there is no value, to ask why */
  const char       *language;
  PremiseCell       cells[N_CELLS];
  guint             n;
  double           *steps[N_CELLS];
  double           *values;          /* n × n, a row after another */
} Table;

/* Goes where a value of the table is from. */
static void
go_to (const Table *self,
       guint        row,
       guint        column)
{
  const PremiseOverride overrides[] = {
    { self->cells[ROW].variable, self->cells[ROW].cell, self->steps[ROW][row] },
    { self->cells[COLUMN].variable, self->cells[COLUMN].cell, self->steps[COLUMN][column] },
  };

  premise_scenario_set_values (self->scenario, overrides, G_N_ELEMENTS (overrides), NULL);
}

static char *
format_value (const Table *self,
              guint        row,
              guint        column)
{
  const PremiseCell *output = &self->cells[OUTPUT];
  double value = self->values[row * self->n + column];

  if (!isnan (value))
    return premise_report_format_cell (self->report, output->variable, value, NULL, self->language);

  go_to (self, row, column);

  return premise_cli_dup_error (self->evaluator, output->variable, output->cell);
}

static char *
format (const Table *self,
        guint        which,
        double       value)
{
  return premise_report_format_cell (self->report, self->cells[which].variable, value, NULL,
                                     self->language);
}

/* Tabs between the columns, for a spreadsheet or column -t. */
static void
print_text (const Table *self)
{
  for (guint which = ROW; which < N_CELLS; which++)
    {
      g_autofree char *name = premise_cli_dup_cell_name (self->model, self->cells[which].variable,
                                                         self->cells[which].cell);

      g_print (which == ROW ? "%s \\ " : "%s", name);
    }

  for (guint column = 0; column < self->n; column++)
    {
      g_autofree char *text = format (self, COLUMN, self->steps[COLUMN][column]);

      g_print ("\t%s", text);
    }

  for (guint row = 0; row < self->n; row++)
    {
      g_autofree char *text = format (self, ROW, self->steps[ROW][row]);

      g_print ("\n%s", text);

      for (guint column = 0; column < self->n; column++)
        {
          g_autofree char *value = format_value (self, row, column);

          g_print ("\t%s", value);
        }
    }

  g_print ("\n");
}

static void
add_numbers (const Table  *self,
             JsonBuilder  *builder,
             const char   *key,
             guint         which,
             const double *values)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, self->cells[which].variable);

  if (key != NULL)
    json_builder_set_member_name (builder, key);

  json_builder_begin_array (builder);

  for (guint i = 0; i < self->n; i++)
    {
      if (isfinite (values[i]))
        json_builder_add_double_value (builder, premise_unit_from_base (unit, values[i]));
      else
        json_builder_add_null_value (builder);
    }

  json_builder_end_array (builder);
}

/* Where there is no value, and why. */
static void
add_errors (const Table *self,
            JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);

  for (guint i = 0; i < self->n * self->n; i++)
    {
      if (!isnan (self->values[i]))
        continue;

      go_to (self, i / self->n, i % self->n);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, i / self->n);
      json_builder_set_member_name (builder, "column");
      json_builder_add_int_value (builder, i % self->n);
      premise_cli_add_error (self->evaluator, builder, self->cells[OUTPUT].variable,
                             self->cells[OUTPUT].cell);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
print_json (const Table *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  premise_cli_add_name (self->model, builder, "output", &self->cells[OUTPUT]);
  premise_cli_add_name (self->model, builder, "row", &self->cells[ROW]);
  premise_cli_add_name (self->model, builder, "column", &self->cells[COLUMN]);
  add_numbers (self, builder, "row_values", ROW, self->steps[ROW]);
  add_numbers (self, builder, "column_values", COLUMN, self->steps[COLUMN]);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);

  for (guint row = 0; row < self->n; row++)
    add_numbers (self, builder, NULL, OUTPUT, self->values + row * self->n);

  json_builder_end_array (builder);
  add_errors (self, builder);
  json_builder_end_object (builder);
  premise_cli_print_json (builder);
}

static gboolean
check_axis (const Table  *self,
            guint         which,
            GError      **error)
{
  const PremiseCell *cell = &self->cells[which];
  g_autofree char *name = premise_cli_dup_cell_name (self->model, cell->variable, cell->cell);
  double min;
  double max;

  if (premise_model_get_kind (self->model, cell->variable) != PREMISE_VARIABLE_ASSUMPTION)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” is not an assumption, so it cannot be moved"), name);
      return FALSE;
    }

  premise_model_get_range (self->model, cell->variable, cell->cell, &min, &max, NULL);

  if (!isfinite (min) || !isfinite (max))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("%s has no range to look in: give it a minimum and a maximum."), name);
      return FALSE;
    }

  if (which == COLUMN && cell->variable == self->cells[ROW].variable && cell->cell == self->cells[ROW].cell)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("rows and columns need two assumptions"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_arguments (Table             *self,
                const char *const *arguments,
                gboolean           json)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean ok;

      if (i >= N_CELLS)
        ok = premise_cli_assign (self->report, self->scenario, self->language, arguments[i], &error);
      else
        ok = premise_cli_find_cell (self->model, arguments[i], &self->cells[i], &error)
             && (i == OUTPUT || check_axis (self, i, &error));

      if (!ok)
        {
          premise_cli_complain (arguments[i], json, error);
          return FALSE;
        }
    }

  return TRUE;
}

static PremiseCliStatus
run (Table             *self,
     const char *const *arguments,
     gboolean           json)
{
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (self->model);
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  g_autofree double *rows = NULL;
  g_autofree double *columns = NULL;
  g_autofree double *values = NULL;

  self->scenario = scenario;

  if (!read_arguments (self, arguments, json))
    return PREMISE_CLI_ERRORS;

  self->steps[ROW] = rows = premise_two_way_dup_steps (scenario, &self->cells[ROW], self->n);
  self->steps[COLUMN] = columns = premise_two_way_dup_steps (scenario, &self->cells[COLUMN], self->n);
  self->values = values = premise_two_way_dup_values (scenario, &self->cells[ROW], rows, self->n,
                                                      &self->cells[COLUMN], columns, self->n,
                                                      &self->cells[OUTPUT]);
  self->evaluator = evaluator = premise_evaluator_new (scenario);

  if (json)
    print_json (self);
  else
    print_text (self);

  return PREMISE_CLI_OK;
}

/**
 * premise_cli_table:
 * @args: (inout): the verb and what follows it
 *
 * `premise table FOLDER OUTPUT ROW COLUMN [NAME=VALUE…]`: an output for each pair of values of
 * two assumptions.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_table (GStrv *args)
{
  gboolean json = FALSE;
  int n = 5;
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = {
    { "steps", 'n', 0, G_OPTION_ARG_INT, &n, N_("How many rows and columns (5)"), N_("NUMBER") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &wanted, N_("Language of the report to write in"),
      N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(PremiseReport) report = NULL;
  Table self = { 0 };
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER OUTPUT ROW COLUMN [NAME=VALUE…]"),
                          _("Prints a two-way table: an output for each pair of values of two assumptions, "
                            "from one end of their ranges to the other."),
                          entries, &status))
    return status;

  if (n < 2 || n > MAX_STEPS)
    {
      /* Translators: the program, the number given, the largest one. --steps stays as it is. */
      g_printerr (_("%s: --steps is %d; it can be from 2 to %d"), g_get_prgname (), n, MAX_STEPS);
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (g_strv_length (*args) < 5)
    {
      g_printerr (_("Usage: %s table [--steps NUMBER] [--json] [--language LANGUAGE] FOLDER OUTPUT ROW "
                    "COLUMN [NAME=VALUE…]"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (!premise_cli_open ((*args)[1], wanted, &report, &self.language))
    return PREMISE_CLI_USAGE;

  self.report = report;
  self.model = premise_report_get_model (report);
  self.n = (guint) n;

  return run (&self, (const char *const *) *args + 2, json);
}
