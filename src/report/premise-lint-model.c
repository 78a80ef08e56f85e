/* premise-lint-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-audit.h"
#include "premise-lint-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How far a number of steps may be from a whole one, after a conversion of units. */
#define STEP_SLACK 1e-6

/* In its unit a value is read without counting zeros between these. */
#define SMALL_VALUE   0.001
#define LARGE_PERCENT 1000

/* A variable as its file has it and as the model does. */
typedef struct
{
  const PremiseLoaderVariable *loaded;
  const PremiseVariableInfo   *info;
  guint                        position;
} Entry;

static PremiseJsonValue
get_json (const Entry *entry,
          const char  *key)
{
  return premise_json_get (entry->loaded->json, key);
}

/* Where to complain that something is missing. */
static PremiseJsonValue
get_id (const Entry *entry)
{
  return get_json (entry, "id");
}

static gboolean
lacks_page (PremiseLint *self,
            const Entry *entry,
            guint        cell)
{
  const char *source = premise_variable_info_get_source (entry->info, cell);

  return premise_variable_info_get_page (entry->info, cell) == 0 &&
         premise_lint_source_has_pages (self, source);
}

/* Where members have sources or pages of their own, one that has none is enough to complain. */
static void
check_origin (PremiseLint *self,
              const Entry *entry)
{
  gboolean own = g_strcmp0 (entry->info->origin, "ours") == 0;
  gboolean differ = entry->info->cell_sources != NULL || entry->info->cell_pages != NULL;
  guint n_cells = differ ? premise_model_get_n_cells (self->model, entry->position) : 1;
  gboolean no_source = FALSE;
  gboolean no_page = FALSE;

  for (guint cell = 0; cell < n_cells; cell++)
    {
      no_source = no_source || premise_variable_info_get_source (entry->info, cell) == NULL;
      no_page = no_page || lacks_page (self, entry, cell);
    }

  if (no_source && !own)
    premise_lint_complain (get_id (entry), PREMISE_RULE_SOURCE,
                           _("“%s” names no source; add “source”"), entry->loaded->id);

  if (no_page)
    premise_lint_complain (get_id (entry), PREMISE_RULE_PAGE,
                           _("“%s” does not say on which page of its source it is; add “page”"),
                           entry->loaded->id);
}

/* Of an assumption with indexes one cell is enough to complain about. */
static void
check_range (PremiseLint *self,
             const Entry *entry)
{
  PremiseJsonValue step_value = get_json (entry, "step");
  PremiseUnit *unit = premise_model_get_unit (self->model, entry->position);

  if (!premise_json_is_present (step_value))
    step_value = get_id (entry);

  for (guint cell = 0; cell < premise_model_get_n_cells (self->model, entry->position); cell++)
    {
      double base = premise_model_get_base (self->model, entry->position, cell);
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      double min;
      double max;
      double step;
      double steps;

      premise_model_get_range (self->model, entry->position, cell, &min, &max, &step);
      if (min == max)
        {
          premise_lint_complain (get_id (entry), PREMISE_RULE_FIXED,
                                 _("“%s” cannot be moved; give it a range, or make it a datum"),
                                 entry->loaded->id);
          return;
        }

      steps = (base - min) / step;
      if (fabs (steps - round (steps)) > STEP_SLACK * MAX (1, fabs (steps)))
        {
          g_ascii_formatd (text, sizeof text, "%.12g", premise_unit_from_base (unit, base));
          premise_lint_complain (step_value, PREMISE_RULE_OFF_STEP,
                                 /* Translators: an assumption, and its value. A slider goes in
                                  * steps. */
                                 _("the value of “%s”, %s, is not reached by steps from the "
                                   "start of the range"),
                                 entry->loaded->id, text);
          return;
        }
    }
}

static void
check_value (PremiseLint *self,
             const Entry *entry)
{
  PremiseUnit *unit = premise_model_get_unit (self->model, entry->position);
  gboolean percent = premise_unit_is_dimensionless (unit) &&
                     strcmp (premise_unit_get_text (unit), "%") == 0;
  double largest = 0;

  for (guint cell = 0; cell < premise_model_get_n_cells (self->model, entry->position); cell++)
    {
      PremiseValueError error = premise_evaluator_get_error (self->evaluator, entry->position, cell,
                                                             NULL, NULL);
      double value = premise_evaluator_get_base_value (self->evaluator, entry->position, cell);

      /* What has no value because a datum has none is meant so. */
      if (error != PREMISE_VALUE_OK && error != PREMISE_VALUE_MISSING)
        {
          premise_lint_complain (get_json (entry, "formula"), PREMISE_RULE_NO_VALUE,
                                 /* Translators: a variable, and why, such as #DIV/0. */
                                 _("“%s” has no value in the base case: %s"), entry->loaded->id,
                                 premise_value_error_to_string (error));
          return;
        }

      if (!isnan (value))
        largest = MAX (largest, fabs (premise_unit_from_base (unit, value)));
    }

  if (percent && largest > LARGE_PERCENT)
    premise_lint_complain (get_json (entry, "unit"), PREMISE_RULE_ODD_UNIT,
                           /* Translators: a variable, and how many per cent it is. “×” is a
                            * unit. */
                           _("“%s” comes to %.0f%%; a multiple, “×”, would be easier to read"),
                           entry->loaded->id, largest);
  else if (!percent && largest > 0 && largest < SMALL_VALUE && premise_unit_get_scale (unit) > 1)
    premise_lint_complain (get_json (entry, "unit"), PREMISE_RULE_ODD_UNIT,
                           /* Translators: a variable, a number and its unit. */
                           _("“%s” is less than %g %s; use a smaller unit"), entry->loaded->id,
                           SMALL_VALUE, premise_unit_get_text (unit));
}

/* Numbers of arithmetic and of the calendar; every other one comes from somewhere. */
static gboolean
is_structural (double number)
{
  static const double structural[] = { 0, 0.5, 1, 2, 3, 4, 7, 12, 24, 30, 52, 60, 365 };

  for (guint i = 0; i < G_N_ELEMENTS (structural); i++)
    {
      if (number == structural[i])
        return TRUE;
    }

  /* 10, 100, 1000 … */
  return number >= 10 && log10 (number) == round (log10 (number));
}

/* Names and members hold digits too; they begin with something else, or stand in brackets. */
static void
check_constants (const Entry *entry,
                 const char  *formula)
{
  gboolean in_name = FALSE;
  guint brackets = 0;

  for (const char *p = formula; *p != '\0';)
    {
      gboolean word = g_ascii_isalnum (*p) || *p == '_' || *p == '.';

      if (*p == '[')
        brackets++;
      else if (*p == ']' && brackets > 0)
        brackets--;

      if (g_ascii_isdigit (*p) && !in_name && brackets == 0)
        {
          char *end;
          double number = g_ascii_strtod (p, &end);

          if (!is_structural (number))
            {
              g_autofree char *written = g_strndup (p, (gsize) (end - p));

              premise_lint_complain_in (get_json (entry, "formula"), (gsize) (p - formula),
                                        PREMISE_RULE_BARE_CONSTANT,
                                        _("nothing says where the number %s comes from; make it a "
                                          "datum or an assumption"),
                                        written);
              return;
            }

          p = end;
          continue;
        }

      in_name = word;
      p++;
    }
}

static void
check_printed (PremiseLint *self)
{
  g_autoptr(GArray) audit = premise_report_audit (self->report);

  for (guint i = 0; i < self->loader->variables->len; i++)
    {
      const PremiseLoaderVariable *variable = g_ptr_array_index (self->loader->variables, i);
      guint position = premise_model_find (self->model, variable->id);

      if (premise_json_is_present (premise_json_get (variable->json, "note")))
        continue;

      for (guint j = 0; j < audit->len; j++)
        {
          const PremiseAuditEntry *entry = &g_array_index (audit, PremiseAuditEntry, j);

          if (entry->variable == position && entry->status == PREMISE_AUDIT_DIFFERS)
            {
              premise_lint_complain (premise_json_get (variable->json, "printed"),
                                     PREMISE_RULE_PRINTED_DIFFERS,
                                     _("“%s” differs from what is printed; say why in “note”"),
                                     variable->id);
              break;
            }
        }
    }
}

static void
check_variable (PremiseLint *self,
                const Entry *entry)
{
  switch (entry->loaded->kind)
    {
    case PREMISE_VARIABLE_ASSUMPTION:
      check_origin (self, entry);
      check_range (self, entry);
      if (entry->info->rationale == NULL)
        premise_lint_complain (get_id (entry), PREMISE_RULE_RATIONALE,
                               _("“%s” does not say why it is what it is; add “rationale”"),
                               entry->loaded->id);
      break;

    case PREMISE_VARIABLE_FORMULA:
      check_value (self, entry);
      check_constants (entry, premise_json_get_string (get_json (entry, "formula")));
      break;

    case PREMISE_VARIABLE_DATUM:
    default:
      check_origin (self, entry);
      break;
    }
}

/**
 * premise_lint_model:
 * @self: a linter
 *
 * Looks at every variable: where it comes from, its range, its value.
 */
void
premise_lint_model (PremiseLint *self)
{
  for (guint i = 0; i < self->loader->variables->len; i++)
    {
      Entry entry = { .loaded = g_ptr_array_index (self->loader->variables, i) };

      entry.position = premise_model_find (self->model, entry.loaded->id);
      entry.info = premise_report_get_info (self->report, entry.position);
      check_variable (self, &entry);
    }

  check_printed (self);
}
