/* premise-cli-assign.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include "premise-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * premise_cli_dup_quoted:
 * @path: a path
 *
 * Returns: (transfer full): the path as it is typed in a shell: in quotes where they are needed
 */
char *
premise_cli_dup_quoted (const char *path)
{
  static const char special[] = " \t\n\"'\\$`!*?[]{}()<>|&;#~";

  return *path == '\0' || strpbrk (path, special) != NULL ? g_shell_quote (path) : g_strdup (path);
}

/**
 * premise_cli_dup_report:
 * @argument: what was typed
 *
 * A report.json stands for its folder, as in the window.
 *
 * Returns: (transfer full): the path of a report
 */
char *
premise_cli_dup_report (const char *argument)
{
  g_autofree char *name = g_path_get_basename (argument);

  return g_str_equal (name, "report.json") && g_file_test (argument, G_FILE_TEST_IS_REGULAR)
         ? g_path_get_dirname (argument) : g_strdup (argument);
}

/**
 * premise_cli_load:
 * @argument: a report
 *
 * Loads a report; that it has problems is said, but stops nobody.
 *
 * Returns: (transfer full) (nullable): the report
 */
PremiseReport *
premise_cli_load (const char *argument)
{
  g_autofree char *folder = premise_cli_dup_report (argument);
  g_autofree char *quoted = premise_cli_dup_quoted (folder);
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  PremiseReport *report = premise_report_load (folder, diagnostics);

  if (diagnostics->len > 0)
    {
      /* Translators: the program, the program again, a folder. The words in “” are a command to
       * type; check stays as it is. */
      g_printerr (_("%s: the report has problems; “%s check %s” lists them"), g_get_prgname (),
                  g_get_prgname (), quoted);
      g_printerr ("\n");
    }

  return report;
}

/**
 * premise_cli_open:
 * @folder: a report
 * @wanted: (nullable): the language asked for
 * @report: (out) (transfer full) (nullable): the report
 * @language: (out): one of its languages
 *
 * Loads a report and chooses its language.
 *
 * Returns: whether there are both; if not, that was said
 */
gboolean
premise_cli_open (const char     *folder,
                  const char     *wanted,
                  PremiseReport **report,
                  const char    **language)
{
  *report = premise_cli_load (folder);

  if (*report == NULL)
    return FALSE;

  *language = premise_cli_find_language (*report, wanted);

  return *language != NULL;
}

/**
 * premise_cli_complain:
 * @argument: what was typed
 * @json: whether to write JSON
 * @error: what is wrong with it
 *
 * Says so.
 */
void
premise_cli_complain (const char   *argument,
                      gboolean      json,
                      const GError *error)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (!json)
    {
      g_printerr ("%s: %s: %s\n", g_get_prgname (), argument, error->message);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "argument");
  json_builder_add_string_value (builder, argument);
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, error->message);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  premise_cli_print_json (builder);
}

/* The scenario speaks of base units and names no cell; people typed something else. */
static void
set_range_error (PremiseReport  *report,
                 const char     *language,
                 const char     *typed,
                 GArray         *values,
                 GError        **error)
{
  PremiseModel *model = premise_report_get_model (report);

  for (guint i = 0; i < values->len; i++)
    {
      const PremiseOverride *value = &g_array_index (values, PremiseOverride, i);
      g_autofree char *name = NULL;
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;
      double min;
      double max;

      premise_model_get_range (model, value->variable, value->cell, &min, &max, NULL);
      if (value->value >= min && value->value <= max)
        continue;

      name = premise_cli_dup_cell_name (model, value->variable, value->cell);
      low = premise_report_format_cell (report, value->variable, min, NULL, language);
      high = premise_report_format_cell (report, value->variable, max, NULL, language);
      g_set_error (error, PREMISE_SCENARIO_ERROR, PREMISE_SCENARIO_ERROR_OUT_OF_RANGE,
                   /* Translators: what was typed, an assumption, the least and the most. */
                   _("“%s” is outside the range of “%s”, which is from %s to %s"), typed, name,
                   low, high);
      return;
    }
}

static gboolean
set_values (PremiseReport    *report,
            PremiseScenario  *scenario,
            const char       *language,
            const char       *typed,
            GArray           *values,
            GError          **error)
{
  g_autoptr(GError) local = NULL;

  if (premise_scenario_set_values (scenario, (const PremiseOverride *) (gpointer) values->data,
                                   values->len, &local))
    return TRUE;

  if (g_error_matches (local, PREMISE_SCENARIO_ERROR, PREMISE_SCENARIO_ERROR_OUT_OF_RANGE))
    set_range_error (report, language, typed, values, error);
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/**
 * premise_cli_find_equals:
 * @argument: NAME or NAME=VALUE, where brackets in the name may hold “index = member”
 *
 * Returns: (nullable): where the value is assigned
 */
const char *
premise_cli_find_equals (const char *argument)
{
  const char *close = strchr (argument, ']');
  const char *equals = strchr (argument, '=');

  return equals != NULL && close != NULL && equals < close ? strchr (close, '=') : equals;
}

/**
 * premise_cli_parse_number:
 * @report: a report
 * @cell: what the number is for
 * @language: the language that numbers are typed in
 * @text: what was typed
 * @value: (out): the number in base units
 * @error: return location for an error
 *
 * Reads a number. A bare one is in the declared unit, as JSON output is, however large what the
 * window shows in its place may be.
 *
 * Returns: whether it is one
 */
gboolean
premise_cli_parse_number (PremiseReport     *report,
                          const PremiseCell *cell,
                          const char        *language,
                          const char        *text,
                          double            *value,
                          GError           **error)
{
  PremiseModel *model = premise_report_get_model (report);
  PremiseUnit *unit = premise_model_get_unit (model, cell->variable);
  g_autofree char *bare = g_strstrip (g_strdup (text));
  char *end;
  double number = g_ascii_strtod (bare, &end);

  if (end > bare && *end == '\0' && isfinite (number))
    {
      *value = premise_unit_to_base (unit, number);
      return TRUE;
    }

  return premise_number_parse (text, &premise_report_get_info (report, cell->variable)->format,
                               premise_model_get_base (model, cell->variable, cell->cell), unit, language,
                               value, error);
}

/**
 * premise_cli_assign:
 * @report: a report
 * @scenario: a scenario of its model
 * @language: the language that numbers are typed in
 * @argument: NAME=VALUE
 * @error: return location for an error
 *
 * Sets what was typed.
 *
 * Returns: whether there is such a name and it can have such a value
 */
gboolean
premise_cli_assign (PremiseReport    *report,
                    PremiseScenario  *scenario,
                    const char       *language,
                    const char       *argument,
                    GError          **error)
{
  PremiseModel *model = premise_report_get_model (report);
  const char *equals = premise_cli_find_equals (argument);
  g_autofree char *name = NULL;
  g_autoptr(GArray) values = NULL;
  guint variable;
  guint cell;
  guint end;

  name = g_strndup (argument, equals != NULL ? (gsize) (equals - argument) : strlen (argument));
  if (!premise_cli_find_cells (model, name, &variable, &cell, error))
    return FALSE;

  if (equals == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   /* Translators: the name of an assumption. */
                   _("this sets nothing; write %s=VALUE"), name);
      return FALSE;
    }

  end = cell == PREMISE_CLI_ALL_CELLS ? premise_model_get_n_cells (model, variable) : cell + 1;
  values = g_array_new (FALSE, FALSE, sizeof (PremiseOverride));

  for (guint i = cell == PREMISE_CLI_ALL_CELLS ? 0 : cell; i < end; i++)
    {
      PremiseOverride value = { .variable = variable, .cell = i };

      if (!premise_cli_parse_number (report, &(PremiseCell) { variable, i }, language, equals + 1,
                                     &value.value, error))
        return FALSE;

      g_array_append_val (values, value);
    }

  return set_values (report, scenario, language, equals + 1, values, error);
}

/**
 * premise_cli_find_cell:
 * @model: a model
 * @name: what was typed
 * @cell: (out): the cell
 * @error: return location for an error
 *
 * Finds one number, not several.
 *
 * Returns: whether there is one of that name
 */
gboolean
premise_cli_find_cell (PremiseModel  *model,
                       const char    *name,
                       PremiseCell   *cell,
                       GError       **error)
{
  if (!premise_cli_find_cells (model, name, &cell->variable, &cell->cell, error))
    return FALSE;

  if (cell->cell != PREMISE_CLI_ALL_CELLS)
    return TRUE;

  if (premise_model_get_n_cells (model, cell->variable) == 1)
    {
      cell->cell = 0;
      return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: a variable, twice. */
               _("“%s” has several values; say which, as in %s[…]"), name, name);

  return FALSE;
}

/**
 * premise_cli_add_number:
 * @builder: an object being built
 * @key: a key
 * @unit: (nullable): what it is given in; %NULL for a plain number
 * @value: a number, base units
 *
 * Adds a number, or null for what is none.
 */
void
premise_cli_add_number (JsonBuilder *builder,
                        const char  *key,
                        PremiseUnit *unit,
                        double       value)
{
  g_autofree char *date = premise_date_is_unit (unit) ? premise_date_dup_iso (value) : NULL;

  json_builder_set_member_name (builder, key);

  if (date != NULL)
    json_builder_add_string_value (builder, date);
  else if (isfinite (value))
    json_builder_add_double_value (builder, unit != NULL ? premise_unit_from_base (unit, value) : value);
  else
    json_builder_add_null_value (builder);
}

/**
 * premise_cli_add_name:
 * @model: a model
 * @builder: an object being built
 * @key: a key; the unit goes to one with “_unit” behind it
 * @cell: a cell
 *
 * Adds the name and the unit of a cell.
 */
void
premise_cli_add_name (PremiseModel      *model,
                      JsonBuilder       *builder,
                      const char        *key,
                      const PremiseCell *cell)
{
  g_autofree char *name = premise_cli_dup_cell_name (model, cell->variable, cell->cell);
  g_autofree char *unit_key = g_strconcat (key, "_unit", NULL);

  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, unit_key);
  json_builder_add_string_value (builder,
                                 premise_unit_get_text (premise_model_get_unit (model, cell->variable)));
}
