/* premise-loader-variable.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include "premise-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
fill (double *cells,
      guint   n_cells,
      double  value)
{
  for (guint i = 0; i < n_cells; i++)
    cells[i] = value;
}

/* A number, or in the unit of dates a text such as "2022-11". */
static gboolean
read_number (PremiseJsonValue  value,
             gboolean          is_date,
             double           *number)
{
  return is_date ? premise_loader_read_date (value, number) != NULL
                 : premise_json_get_number (value, number);
}

typedef struct
{
  double   *cells;
  gboolean  is_date;
} Values;

static void
read_value_leaf (PremiseJsonValue value,
                 guint            first_cell,
                 guint            n_cells,
                 gpointer         user_data)
{
  Values *values = user_data;

  if (!premise_json_is (value, PREMISE_JSON_NULL))
    read_number (value, values->is_date, &values->cells[first_cell]);
}

/* Reads "value" or "values" of a datum or an assumption. Cells that are null or could
 * not be read are NaN.
 */
static double *
read_values (const PremiseLoaderVariable *variable,
             const PremiseLoaderDims     *dims,
             const char                  *unit)
{
  PremiseJsonValue value = premise_json_get (variable->json, "value");
  PremiseJsonValue values = premise_json_get (variable->json, "values");
  double *cells = g_new (double, MAX (dims->n_cells, 1));
  Values read = { cells, variable->kind == PREMISE_VARIABLE_DATUM && g_str_equal (unit, PREMISE_DATE_UNIT) };
  double number = NAN;

  fill (cells, MAX (dims->n_cells, 1), NAN);

  if (premise_json_is_present (value) && premise_json_is_present (values))
    premise_json_complain_key (values, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“value” and “values” are both given; keep one"));
  else if (premise_json_is_present (values) && dims->indexes->len == 0)
    premise_json_complain_key (values, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“values” needs an “index”; a single number is “value”"));
  else if (premise_json_is_present (values))
    premise_loader_read_cells (values, dims, PREMISE_LOADER_ALL_MEMBERS | PREMISE_LOADER_ARRAYS,
                               NULL, read_value_leaf, &read);
  else if (premise_json_is_present (value) && read_number (value, read.is_date, &number))
    fill (cells, dims->n_cells, number);
  else if (!premise_json_is_present (value))
    premise_json_require (variable->json, dims->indexes->len > 0 ? "values" : "value");

  return cells;
}

typedef struct
{
  double *minima;
  double *maxima;
  double *steps;
} Ranges;

static gboolean
is_range (PremiseJsonValue value)
{
  return premise_json_is_present (premise_json_get (value, "min")) ||
         premise_json_is_present (premise_json_get (value, "max")) ||
         premise_json_is_present (premise_json_get (value, "step"));
}

static void
read_range_leaf (PremiseJsonValue value,
                 guint            first_cell,
                 guint            n_cells,
                 gpointer         user_data)
{
  static const char *const keys[] = { "min", "max", "step", NULL };
  Ranges *ranges = user_data;
  double *cells[] = { ranges->minima, ranges->maxima, ranges->steps };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      double number;

      if (premise_json_get_number (premise_json_get (value, keys[i]), &number))
        fill (cells[i] + first_cell, n_cells, number);
    }
}

/* What no entry of "ranges" gives must stand in the variable itself. */
static void
read_ranges (const PremiseLoaderVariable *variable,
             const PremiseLoaderDims     *dims,
             Ranges                      *ranges)
{
  static const char *const keys[] = { "min", "max", "step" };
  double *cells[] = { ranges->minima, ranges->maxima, ranges->steps };
  PremiseJsonValue own = premise_json_get (variable->json, "ranges");

  if (premise_json_is_present (own) && dims->indexes->len == 0)
    premise_json_complain_key (own, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“ranges” needs an “index”; for a single value “min”, “max” "
                                 "and “step” will do"));
  else
    premise_loader_read_cells (own, dims, 0, is_range, read_range_leaf, ranges);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      PremiseJsonValue shared = premise_json_get (variable->json, keys[i]);
      double number = NAN;
      gboolean open = FALSE;

      for (guint cell = 0; cell < dims->n_cells; cell++)
        open |= isnan (cells[i][cell]);

      if (open && !premise_json_is_present (shared))
        premise_json_require (variable->json, keys[i]);

      premise_json_get_number (shared, &number);
      for (guint cell = 0; cell < dims->n_cells; cell++)
        {
          if (isnan (cells[i][cell]))
            cells[i][cell] = number;
        }
    }
}

/* What is missing has been complained about: without a range the number stays what it is. */
static void
hold_missing (const Ranges *ranges,
              const double *values,
              guint         n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (isnan (ranges->minima[i]) || isnan (ranges->maxima[i]))
        ranges->minima[i] = ranges->maxima[i] = isnan (values[i]) ? 0 : values[i];
      if (isnan (ranges->steps[i]))
        ranges->steps[i] = 1;
    }
}

/* (transfer container) (nullable) */
static const char **
dup_index_ids (const PremiseLoaderDims *dims)
{
  const char **ids;

  if (dims->indexes->len == 0)
    return NULL;

  ids = g_new0 (const char *, dims->indexes->len + 1);
  for (guint i = 0; i < dims->indexes->len; i++)
    ids[i] = ((PremiseLoaderIndex *) g_ptr_array_index (dims->indexes, i))->id;

  return ids;
}

static void
add_datum (PremiseLoader               *self,
           const PremiseLoaderVariable *variable,
           const PremiseLoaderDims     *dims,
           const char                  *unit)
{
  g_autofree double *values = read_values (variable, dims, unit);
  g_autofree const char **indexes = dup_index_ids (dims);

  premise_model_builder_add_datum (self->builder, variable->id, unit,
                                   (const char *const *) indexes, values, MAX (dims->n_cells, 1));
}

static void
add_assumption (PremiseLoader               *self,
                const PremiseLoaderVariable *variable,
                const PremiseLoaderDims     *dims,
                const char                  *unit)
{
  guint n = MAX (dims->n_cells, 1);
  guint n_errors = premise_json_file_get_n_errors (variable->json.file);
  g_autofree double *values = read_values (variable, dims, unit);
  g_autofree double *minima = g_new (double, n);
  g_autofree double *maxima = g_new (double, n);
  g_autofree double *steps = g_new (double, n);
  g_autofree const char **indexes = dup_index_ids (dims);
  Ranges ranges = { minima, maxima, steps };

  fill (minima, n, NAN);
  fill (maxima, n, NAN);
  fill (steps, n, NAN);
  read_ranges (variable, dims, &ranges);
  hold_missing (&ranges, values, n);

  premise_model_builder_add_assumption (self->builder, variable->id, unit,
                                        (const char *const *) indexes, values, n, minima, maxima,
                                        steps, n);

  /* Around a value and within limits that could not be read, nothing is distributed. */
  if (premise_json_file_get_n_errors (variable->json.file) == n_errors)
    premise_loader_read_spread (self, variable);
}

static void
add_formula (PremiseLoader               *self,
             const PremiseLoaderVariable *variable,
             const PremiseLoaderDims     *dims,
             const char                  *unit)
{
  const char *formula;
  g_autofree const char **indexes = dup_index_ids (dims);
  double missing = NAN;

  formula = premise_json_get_string (premise_json_require (variable->json, "formula"));

  if (formula != NULL)
    premise_model_builder_add_formula (self->builder, variable->id, unit,
                                       (const char *const *) indexes, formula);
  else
    premise_model_builder_add_datum (self->builder, variable->id, unit,
                                     (const char *const *) indexes, &missing, 1);
}

/* So that a formula that uses a broken variable is not said to have an unknown name in
 * it, the variable stays, without a value.
 */
static void
add_missing (PremiseLoader               *self,
             const PremiseLoaderVariable *variable,
             const char                  *unit)
{
  double missing = NAN;

  premise_model_builder_add_datum (self->builder, variable->id, unit, NULL, &missing, 1);
}

/**
 * premise_loader_add_variable:
 * @self: a loader that knows all indexes
 * @variable: a variable whose id and kind are known
 *
 * Gives a variable to the model builder.
 */
void
premise_loader_add_variable (PremiseLoader         *self,
                             PremiseLoaderVariable *variable)
{
  PremiseJsonFile *file = variable->json.file;
  guint n_errors = premise_json_file_get_n_errors (file);
  PremiseLoaderDims dims;
  const char *unit;

  unit = premise_json_get_string (premise_json_require (variable->json, "unit"));
  if (unit == NULL)
    unit = "1";

  if (variable->kind == PREMISE_VARIABLE_ASSUMPTION && g_str_equal (unit, PREMISE_DATE_UNIT))
    {
      premise_json_complain (premise_json_get (variable->json, "unit"), PREMISE_SEVERITY_ERROR,
                             PREMISE_DIAGNOSTIC_VALUE,
                             _("no slider moves a date: make it a datum, and assume how many days "
                               "or years pass"));
      variable->broken = TRUE;
    }

  if (!premise_loader_find_dims (self, premise_json_get (variable->json, "index"), &dims) ||
      variable->broken)
    add_missing (self, variable, unit);
  else if (variable->kind == PREMISE_VARIABLE_FORMULA)
    add_formula (self, variable, &dims, unit);
  else if (variable->kind == PREMISE_VARIABLE_ASSUMPTION)
    add_assumption (self, variable, &dims, unit);
  else
    add_datum (self, variable, &dims, unit);

  premise_loader_dims_clear (&dims);

  if (premise_json_file_get_n_errors (file) > n_errors)
    variable->broken = TRUE;
}
