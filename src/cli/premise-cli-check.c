/* premise-cli-check.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-audit.h"
#include "premise-cli-private.h"
#include "premise-lint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
get_severity (const PremiseDiagnostic *diagnostic)
{
  return diagnostic->severity == PREMISE_SEVERITY_ERROR ? "error" : "warning";
}

/* As compilers do, so that editors find the place. */
static void
print_diagnostic (const PremiseDiagnostic *diagnostic,
                  const char              *folder)
{
  g_autofree char *code = premise_rule_dup_code (diagnostic->code);
  g_autofree char *file = NULL;

  file = diagnostic->file != NULL ? g_build_filename (folder, diagnostic->file, NULL)
                                  : g_strdup (folder);

  g_print ("%s:", file);
  if (diagnostic->line > 0)
    g_print ("%u:%u:", diagnostic->line, diagnostic->column);

  g_print (" %s %s: %s\n", get_severity (diagnostic), code, diagnostic->message);
}

static void
count (GPtrArray *diagnostics,
       GArray    *audit,
       guint     *n_errors,
       guint      n_status[PREMISE_AUDIT_N_STATUS])
{
  *n_errors = 0;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PremiseDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (diagnostic->severity == PREMISE_SEVERITY_ERROR)
        (*n_errors)++;
    }

  for (guint i = 0; audit != NULL && i < audit->len; i++)
    n_status[g_array_index (audit, PremiseAuditEntry, i).status]++;
}

/* In the unit the variable is declared in, since that is how the number is printed. */
static char *
dup_number (PremiseModel *model,
            guint         variable,
            double        value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  PremiseUnit *unit = premise_model_get_unit (model, variable);

  if (isnan (value))
    return g_strdup ("–");

  return g_strdup_printf ("%s %s",
                          g_ascii_formatd (digits, sizeof digits, "%.10g",
                                           premise_unit_from_base (unit, value)),
                          premise_unit_get_text (unit));
}

/* Why a number is not what is printed, as the report says it. Returns: (nullable) */
static char *
dup_note (PremiseReport           *report,
          const PremiseAuditEntry *entry)
{
  PremiseText *note = premise_report_get_info (report, entry->variable)->note;

  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;

  if (note == NULL || entry->status == PREMISE_AUDIT_MATCH)
    return NULL;

  scenario = premise_scenario_new (premise_report_get_model (report));
  evaluator = premise_evaluator_new (scenario);

  return premise_text_render_plain (note, premise_cli_find_language (report, NULL), evaluator);
}

static void
print_entry (PremiseReport           *report,
             const PremiseAuditEntry *entry)
{
  PremiseModel *model = premise_report_get_model (report);
  g_autofree char *note = dup_note (report, entry);
  g_autofree char *name = premise_cli_dup_cell_name (model, entry->variable, entry->cell);
  g_autofree char *printed = dup_number (model, entry->variable, entry->printed);
  g_autofree char *computed = dup_number (model, entry->variable, entry->computed);

  g_print ("  ");
  if (entry->status == PREMISE_AUDIT_APPROXIMATE)
    /* Translators: a number of the report, as the source prints it and as the model has it. */
    g_print (_("about the same: %s: printed %s, computed %s"), name, printed, computed);
  else
    /* Translators: a number of the report, as the source prints it and as the model has it. */
    g_print (_("differs: %s: printed %s, computed %s"), name, printed, computed);
  g_print ("\n");
  if (note != NULL)
    g_print ("    %s\n", note);
}

static void
print_text (const char    *folder,
            PremiseReport *report,
            GPtrArray     *diagnostics,
            GArray        *audit)
{
  guint n_status[PREMISE_AUDIT_N_STATUS] = { 0 };
  guint n_errors;

  count (diagnostics, audit, &n_errors, n_status);

  for (guint i = 0; i < diagnostics->len; i++)
    print_diagnostic (g_ptr_array_index (diagnostics, i), folder);

  /* Translators: what was found wrong with a report. */
  g_print (_("Errors: %u, warnings: %u"), n_errors, diagnostics->len - n_errors);
  g_print ("\n");

  if (report == NULL)
    return;

  /* Translators: all numbers that the source prints, and how many of them agree, almost agree and
   * do not agree with the model. */
  g_print (_("Printed numbers recomputed: %u (match: %u, about the same: %u, differ: %u)"),
           audit->len, n_status[PREMISE_AUDIT_MATCH], n_status[PREMISE_AUDIT_APPROXIMATE],
           n_status[PREMISE_AUDIT_DIFFERS]);
  g_print ("\n");

  for (guint i = 0; i < audit->len; i++)
    {
      const PremiseAuditEntry *entry = &g_array_index (audit, PremiseAuditEntry, i);

      if (entry->status != PREMISE_AUDIT_MATCH)
        print_entry (report, entry);
    }
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
add_number (JsonBuilder *builder,
            const char  *key,
            double       value)
{
  json_builder_set_member_name (builder, key);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_diagnostic (JsonBuilder             *builder,
                const PremiseDiagnostic *diagnostic)
{
  g_autofree char *code = premise_rule_dup_code (diagnostic->code);
  const PremiseRule *rule = premise_rule_find (diagnostic->code);

  json_builder_begin_object (builder);
  add_string (builder, "severity", get_severity (diagnostic));
  add_string (builder, "code", code);
  add_string (builder, "rule", rule != NULL ? rule->name : NULL);
  add_string (builder, "file", diagnostic->file);
  if (diagnostic->line > 0)
    {
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, diagnostic->line);
      json_builder_set_member_name (builder, "column");
      json_builder_add_int_value (builder, diagnostic->column);
    }
  add_string (builder, "path", diagnostic->path);
  add_string (builder, "message", diagnostic->message);
  json_builder_end_object (builder);
}

static void
add_entry (JsonBuilder             *builder,
           PremiseReport           *report,
           const PremiseAuditEntry *entry)
{
  PremiseModel *model = premise_report_get_model (report);
  g_autofree char *note = dup_note (report, entry);
  g_autofree char *name = premise_cli_dup_cell_name (model, entry->variable, entry->cell);
  PremiseUnit *unit = premise_model_get_unit (model, entry->variable);

  json_builder_begin_object (builder);
  add_string (builder, "name", name);
  add_string (builder, "unit", premise_unit_get_text (unit));
  add_number (builder, "printed", premise_unit_from_base (unit, entry->printed));
  add_number (builder, "computed", premise_unit_from_base (unit, entry->computed));
  add_string (builder, "status", premise_audit_status_to_string (entry->status));
  add_string (builder, "note", note);
  json_builder_end_object (builder);
}

static void
print_json (const char    *folder,
            PremiseReport *report,
            GPtrArray     *diagnostics,
            GArray        *audit)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "folder", folder);
  if (report != NULL)
    add_string (builder, "report", premise_report_get_id (report));

  json_builder_set_member_name (builder, "diagnostics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < diagnostics->len; i++)
    add_diagnostic (builder, g_ptr_array_index (diagnostics, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "audit");
  json_builder_begin_array (builder);
  for (guint i = 0; audit != NULL && i < audit->len; i++)
    add_entry (builder, report, &g_array_index (audit, PremiseAuditEntry, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  premise_cli_print_json (builder);
}

static PremiseCliStatus
get_status (PremiseReport *report,
            GPtrArray     *diagnostics,
            gboolean       strict)
{
  guint n_status[PREMISE_AUDIT_N_STATUS] = { 0 };
  guint n_errors;

  count (diagnostics, NULL, &n_errors, n_status);

  if (report == NULL && diagnostics->len > 0 &&
      ((PremiseDiagnostic *) g_ptr_array_index (diagnostics, 0))->code == PREMISE_DIAGNOSTIC_FILE)
    return PREMISE_CLI_USAGE;

  return n_errors > 0 || (strict && diagnostics->len > 0) ? PREMISE_CLI_ERRORS : PREMISE_CLI_OK;
}

/* What stands in the table of rules, for people and for the help. */
static void
print_rules (gboolean json)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < premise_rule_get_n (); i++)
    {
      const PremiseRule *rule = premise_rule_get (i);
      g_autofree char *code = premise_rule_dup_code (rule->code);
      const char *severity = rule->severity == PREMISE_SEVERITY_ERROR ? "error" : "warning";

      if (!json)
        g_print ("%s  %-7s  %-16s  %s\n", code, severity, rule->name,
                 premise_rule_get_summary (rule));

      json_builder_begin_object (builder);
      add_string (builder, "code", code);
      add_string (builder, "name", rule->name);
      add_string (builder, "severity", severity);
      add_string (builder, "summary", premise_rule_get_summary (rule));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  if (json)
    premise_cli_print_json (builder);
}

static PremiseCliStatus
check_one (const char *argument,
           gboolean    json,
           gboolean    strict)
{
  g_autofree char *folder = premise_cli_dup_report (argument);
  g_autoptr(GPtrArray) diagnostics = NULL;
  g_autoptr(PremiseReport) report = NULL;
  g_autoptr(GArray) audit = NULL;

  diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  report = premise_report_lint (folder, diagnostics);
  if (report != NULL)
    audit = premise_report_audit (report);

  if (json)
    print_json (folder, report, diagnostics, audit);
  else
    print_text (folder, report, diagnostics, audit);

  return get_status (report, diagnostics, strict);
}

/* One report after the other, so that no more than one is held, and what is wrong in the first
 * can be read while the last is looked at.
 */
static PremiseCliStatus
check (char     **folders,
       gboolean   json,
       gboolean   strict)
{
  gboolean several = folders[1] != NULL;
  PremiseCliStatus worst = PREMISE_CLI_OK;

  for (guint i = 0; folders[i] != NULL; i++)
    {
      PremiseCliStatus status;

      if (several && json)
        g_print (i == 0 ? "[\n" : ",\n");
      else if (several)
        g_print ("%s%s:\n", i == 0 ? "" : "\n", folders[i]);

      status = check_one (folders[i], json, strict);
      worst = MAX (worst, status);
    }

  if (several && json)
    g_print ("]\n");

  return worst;
}

/**
 * premise_cli_check:
 * @args: (inout): the verb and what follows it
 *
 * `premise check FOLDER… [--json] [--strict]`: prints what is wrong in a report, and how the
 * numbers that its source prints compare with the computed ones. A number that differs is
 * not an error: the source may be wrong. Of several reports each has its name above it, or is
 * an entry of a JSON array. `premise check --rules`: what is looked for.
 *
 * Returns: what the program ends with: of several reports, the worst
 */
PremiseCliStatus
premise_cli_check (GStrv *args)
{
  gboolean json = FALSE;
  gboolean strict = FALSE;
  gboolean rules = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "rules", 'r', 0, G_OPTION_ARG_NONE, &rules, N_("List what is looked for"), NULL },
    { "strict", 's', 0, G_OPTION_ARG_NONE, &strict, N_("Let warnings fail as errors do"), NULL },
    G_OPTION_ENTRY_NULL
  };
  PremiseCliStatus status;

  /* Translators: what stands on a command line in the place of the names of folders. */
  if (!premise_cli_parse (args, _("FOLDER…"),
                          _("Says what is wrong in a report, and what should be better. Ends with 0 "
                            "when there are no errors, with 1 when there are, and with 2 when the "
                            "report cannot be read at all; of several reports, the worst counts."),
                          entries, &status))
    return status;

  if (rules == (g_strv_length (*args) > 1))
    {
      /* Translators: the program, twice. Only what is in capitals, and “or”, is translated. */
      g_printerr (_("Usage: %s check [--json] [--strict] FOLDER…, or %s check --rules"),
                  g_get_prgname (), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (!rules)
    return check (*args + 1, json, strict);

  print_rules (json);

  return PREMISE_CLI_OK;
}
