/* premise-cli-seek.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-cli-private.h"

#include "premise-date.h"
#include "premise-seek.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How exactly a root is written, and a target, at most; and the first as part of it, at least. */
#define MAX_DIGITS 15
#define TOLERANCE  1e-5

typedef struct
{
  PremiseReport *report;
  PremiseModel  *model;
  const char    *language;
  PremiseCell    output;
  PremiseCell    assumption;
  gboolean       has_target;
  double         target;
} Seek;

/* OUTPUT, or OUTPUT=TARGET. */
static gboolean
read_output (Seek        *self,
             const char  *argument,
             GError     **error)
{
  const char *equals = premise_cli_find_equals (argument);
  g_autofree char *name = g_strndup (argument, equals != NULL ? (gsize) (equals - argument) : strlen (argument));

  if (!premise_cli_find_cell (self->model, name, &self->output, error))
    return FALSE;

  self->has_target = equals != NULL;

  return !self->has_target
         || premise_cli_parse_number (self->report, &self->output, self->language, equals + 1,
                                      &self->target, error);
}

static gboolean
read_assumption (Seek        *self,
                 const char  *argument,
                 GError     **error)
{
  if (!premise_cli_find_cell (self->model, argument, &self->assumption, error))
    return FALSE;

  if (premise_model_get_kind (self->model, self->assumption.variable) == PREMISE_VARIABLE_ASSUMPTION)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("“%s” is not an assumption, so it cannot be moved"), argument);

  return FALSE;
}

static char *
format (const Seek        *self,
        const PremiseCell *cell,
        double             value)
{
  return premise_report_format_cell (self->report, cell->variable, value, NULL, self->language);
}

/* With as many digits as it takes to be no further away than @tolerance. */
static char *
format_exactly (const Seek *self,
                guint       variable,
                double      value,
                double      tolerance)
{
  const PremiseFormat *own = &premise_report_get_info (self->report, variable)->format;
  PremiseFormat exact = *own;
  PremiseUnit *unit = premise_model_get_unit (self->model, variable);
  double written = premise_unit_from_base (unit, value);

  if (premise_date_is_unit (unit) || value == 0)
    return premise_report_format_cell (self->report, variable, value, NULL, self->language);

  for (int digits = 1; digits <= MAX_DIGITS; digits++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      char pattern[8];

      g_snprintf (pattern, sizeof pattern, "%%.%de", digits - 1);
      exact.significant = digits;

      if (fabs (g_ascii_strtod (g_ascii_formatd (text, sizeof text, pattern, written), NULL) - written)
          <= tolerance / premise_unit_get_scale (unit))
        break;
    }

  /* A format that chooses shows three, and no zeros at the end. */
  if (own->decimals < 0 && own->significant == 0 && exact.significant <= 3)
    exact = *own;

  return premise_report_format_cell (self->report, variable, value, &exact, self->language);
}

static const char *
get_kind_id (PremiseRootKind kind)
{
  static const char *const ids[] = { "crossing", "touching", "jump", "begin", "end", "edge" };

  return ids[kind];
}

static const char *
get_status_id (PremiseSeekStatus status)
{
  static const char *const ids[] = {
    "found", "none", "constant", "independent", "no-range", "no-value",
  };

  return ids[status];
}

/* What was asked for, as it was understood: the number may have been written without its unit. */
static void
print_question (const Seek *self)
{
  g_autofree char *output = premise_cli_dup_cell_name (self->model, self->output.variable,
                                                       self->output.cell);
  g_autofree char *target = format_exactly (self, self->output.variable, self->target, 0);

  if (!self->has_target)
    /* Translators: name of a condition; the places follow. */
    g_print (_("%s changes at:"), output);
  else
    /* Translators: name of an output, and a number; the places follow. */
    g_print (_("%s comes to %s at:"), output, target);

  g_print ("\n");
}

/* A root so exactly that it is none of those beside it, and can be put in. */
static char *
format_root (const Seek        *self,
             const PremiseSeek *found,
             guint              i)
{
  double value = g_array_index (found->roots, PremiseRoot, i).value;
  double tolerance = TOLERANCE * fabs (value);

  if (i > 0)
    tolerance = fmin (tolerance, (value - g_array_index (found->roots, PremiseRoot, i - 1).value) / 10);

  if (i + 1 < found->roots->len)
    tolerance = fmin (tolerance, (g_array_index (found->roots, PremiseRoot, i + 1).value - value) / 10);

  return format_exactly (self, self->assumption.variable, value, tolerance);
}

static void
print_root (const Seek        *self,
            const PremiseSeek *found,
            guint              i)
{
  const PremiseRoot *root = &g_array_index (found->roots, PremiseRoot, i);
  g_autofree char *name = premise_cli_dup_cell_name (self->model, self->assumption.variable,
                                                     self->assumption.cell);
  g_autofree char *value = format_root (self, found, i);
  const char *how = "";

  switch (root->kind)
    {
    case PREMISE_ROOT_CROSSING:
      how = root->rising
            /* Translators: a result grows when the assumption grows, where it reaches a value. */
            ? _("rising")
            /* Translators: a result falls when the assumption grows, where it reaches a value. */
            : _("falling");
      break;

    case PREMISE_ROOT_TOUCHING:
      how = _("touches and turns back");
      break;

    case PREMISE_ROOT_JUMP:
      how = root->rising ? _("jumps up") : _("jumps down");
      break;

    case PREMISE_ROOT_BEGIN:
      how = _("from here on");
      break;

    case PREMISE_ROOT_END:
      how = _("up to here");
      break;

    case PREMISE_ROOT_EDGE:
      how = _("at the end of the range");
      break;

    default:
      break;
    }

  g_print ("%s = %s (%s)\n", name, value, how);
}

/* A search that looks at samples has to say so. */
static void
print_search (const Seek        *self,
              const PremiseSeek *found)
{
  double min;
  double max;

  premise_model_get_range (self->model, self->assumption.variable, self->assumption.cell, &min, &max, NULL);

  /* Translators: a number of values, and into how many parts they cut the range of an assumption. */
  g_print (_("Looked at %u values, no further apart than one in %.0f parts of the range."), found->n_samples,
           found->gap > 0 ? (max - min) / found->gap : 1);

  if (found->has_steps)
    g_print (" %s", _("All steps of the slider are among them."));

  g_print ("\n");
}

static void
print_status (const Seek        *self,
              const PremiseSeek *found)
{
  g_autofree char *output = premise_cli_dup_cell_name (self->model, self->output.variable,
                                                       self->output.cell);
  g_autofree char *assumption = premise_cli_dup_cell_name (self->model, self->assumption.variable,
                                                           self->assumption.cell);
  g_autofree char *low = format (self, &self->output, found->lowest);
  g_autofree char *high = format (self, &self->output, found->highest);
  g_autofree char *target = format_exactly (self, self->output.variable, self->target, 0);

  switch (found->status)
    {
    case PREMISE_SEEK_NONE:
      /* Translators: an assumption, a result, what the result is to be, and the least and the most
       * that it can be. */
      g_print (_("No value of %s in its range brings %s to %s: it is between %s and %s."), assumption,
               output, target, low, high);
      break;

    case PREMISE_SEEK_CONSTANT:
      /* Translators: an assumption, a result, and the value of the result. */
      g_print (_("No value of %s in its range changes %s: it is always %s."), assumption, output, low);
      break;

    case PREMISE_SEEK_INDEPENDENT:
      /* Translators: a result of the report, then an assumption. */
      g_print (_("%s does not depend on %s."), output, assumption);
      break;

    case PREMISE_SEEK_NO_RANGE:
      g_print (_("%s has no range to look in: give it a minimum and a maximum."), assumption);
      break;

    case PREMISE_SEEK_NO_VALUE:
      /* Translators: a result of the report, then an assumption. */
      g_print (_("%s has no value wherever %s is in its range."), output, assumption);
      break;

    case PREMISE_SEEK_FOUND:
    default:
      return;
    }

  g_print ("\n");

}

static void
add_root (const Seek        *self,
          JsonBuilder       *builder,
          const PremiseSeek *found,
          guint              i)
{
  const PremiseRoot *root = &g_array_index (found->roots, PremiseRoot, i);
  g_autofree char *text = format_root (self, found, i);

  json_builder_begin_object (builder);
  premise_cli_add_number (builder, "value", premise_model_get_unit (self->model, self->assumption.variable),
              root->value);
  json_builder_set_member_name (builder, "value_text");
  json_builder_add_string_value (builder, text);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, get_kind_id (root->kind));
  json_builder_set_member_name (builder, "rising");
  json_builder_add_boolean_value (builder, root->rising);
  json_builder_end_object (builder);
}

static void
print_json (const Seek        *self,
            const PremiseSeek *found)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, self->output.variable);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  premise_cli_add_name (self->model, builder, "output", &self->output);
  premise_cli_add_name (self->model, builder, "assumption", &self->assumption);
  premise_cli_add_number (builder, "target", unit, self->has_target ? self->target : NAN);
  json_builder_set_member_name (builder, "status");
  json_builder_add_string_value (builder, get_status_id (found->status));
  premise_cli_add_number (builder, "lowest", unit, found->lowest);
  premise_cli_add_number (builder, "highest", unit, found->highest);
  json_builder_set_member_name (builder, "samples");
  json_builder_add_int_value (builder, found->n_samples);
  premise_cli_add_number (builder, "gap", premise_model_get_unit (self->model, self->assumption.variable),
                          found->gap);
  json_builder_set_member_name (builder, "more");
  json_builder_add_boolean_value (builder, found->more);
  json_builder_set_member_name (builder, "roots");
  json_builder_begin_array (builder);

  for (guint i = 0; i < found->roots->len; i++)
    add_root (self, builder, found, i);

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  premise_cli_print_json (builder);
}

/* Only of a condition one may ask where it changes. */
static PremiseCliStatus
refuse_number (const char *output,
               gboolean    json)
{
  g_autoptr(GError) error =
    g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 /* Translators: the name of a result, with an example of what to type. */
                 _("it is a number and not a condition; say what it is to reach, as in %s=10"), output);

  premise_cli_complain (output, json, error);

  return PREMISE_CLI_ERRORS;
}

static PremiseCliStatus
seek (Seek               *self,
      const char *const  *arguments,
      gboolean            json)
{
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (self->model);
  g_autoptr(PremiseSeek) found = NULL;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean ok = i == 0 ? read_output (self, arguments[i], &error)
                    : i == 1 ? read_assumption (self, arguments[i], &error)
                    : premise_cli_assign (self->report, scenario, self->language, arguments[i], &error);

      if (!ok)
        {
          premise_cli_complain (arguments[i], json, error);
          return PREMISE_CLI_ERRORS;
        }
    }

  found = self->has_target
          ? premise_seek_target (scenario, &self->assumption, &self->output, self->target)
          : premise_seek_flips (scenario, &self->assumption, &self->output);

  if (!self->has_target && !found->is_boolean && found->n_samples > 0)
    return refuse_number (arguments[0], json);

  if (json)
    {
      print_json (self, found);
      return PREMISE_CLI_OK;
    }

  if (found->roots->len > 0)
    print_question (self);

  for (guint i = 0; i < found->roots->len; i++)
    print_root (self, found, i);

  if (found->more)
    g_print ("%s\n", _("… and more."));

  print_status (self, found);

  if (found->n_samples > 0)
    print_search (self, found);

  return PREMISE_CLI_OK;
}

/**
 * premise_cli_seek:
 * @args: (inout): the verb and what follows it
 *
 * `premise seek FOLDER OUTPUT=TARGET ASSUMPTION [NAME=VALUE…]`: at which values of the
 * assumption the output reaches the target; without a target, where a condition changes.
 *
 * Returns: what the program ends with
 */
PremiseCliStatus
premise_cli_seek (GStrv *args)
{
  gboolean json = FALSE;
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &wanted, N_("Language of the report to write in"),
      N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(PremiseReport) report = NULL;
  Seek self = { 0 };
  PremiseCliStatus status;

  if (!premise_cli_parse (args, _("FOLDER OUTPUT[=TARGET] ASSUMPTION [NAME=VALUE…]"),
                          _("Finds the values of an assumption at which an output reaches a target, "
                            "or, without a target, at which a condition changes."),
                          entries, &status))
    return status;

  if (g_strv_length (*args) < 4)
    {
      g_printerr (_("Usage: %s seek [--json] [--language LANGUAGE] FOLDER OUTPUT[=TARGET] ASSUMPTION "
                    "[NAME=VALUE…]"), g_get_prgname ());
      g_printerr ("\n");
      return PREMISE_CLI_USAGE;
    }

  if (!premise_cli_open ((*args)[1], wanted, &report, &self.language))
    return PREMISE_CLI_USAGE;

  self.report = report;
  self.model = premise_report_get_model (report);

  return seek (&self, (const char *const *) *args + 2, json);
}
