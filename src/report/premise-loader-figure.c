/* premise-loader-figure.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

static const char *const marks[] = { "bar", "line", "point", "range", "waterfall", "heatmap", NULL };
static const char *const stacks[] = { "none", "stacked", "percent", NULL };
static const char *const scales[] = { "linear", "log", NULL };
static const char *const sorts[] = { "none", "ascending", "descending", NULL };

/* An absent choice is the first one. */
static char *
dup_choice (PremiseJsonValue   value,
            const char *const *choices)
{
  guint choice = 0;

  premise_json_get_choice (value, choices, &choice);

  return g_strdup (choices[choice]);
}

/* Numbers on one axis must be of one kind. */
static void
check_unit (PremiseLoader    *self,
            PremiseJsonValue  value,
            guint             variable,
            guint             first)
{
  PremiseModel *model = self->report->model;
  PremiseUnit *unit = premise_model_get_unit (model, variable);
  PremiseUnit *first_unit = premise_model_get_unit (model, first);
  g_autofree char *name = NULL;
  g_autofree char *first_name = NULL;

  if (unit == NULL || first_unit == NULL || premise_unit_same_dimension (unit, first_unit))
    return;

  name = premise_unit_to_string (unit);
  first_name = premise_unit_to_string (first_unit);
  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_UNIT,
                         _("“%s” is in %s and “%s” is in %s; they cannot share an axis"),
                         premise_model_get_id (model, variable), name,
                         premise_model_get_id (model, first), first_name);
}

/* Reads "at": the members at which indexes of the variable are held. */
static void
read_members (PremiseLoader       *self,
              PremiseJsonValue     value,
              PremiseFigureSeries *series)
{
  PremiseModel *model = self->report->model;
  guint n = premise_model_get_n_dims (model, series->variable);

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  series->members = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    series->members[i] = PREMISE_MODEL_NOT_FOUND;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *index_id = premise_json_get_key (entry);
      guint index = premise_model_find_index (model, index_id);
      const char *member = premise_json_get_string (entry);
      guint dim = 0;

      while (dim < n && premise_model_get_dim (model, series->variable, dim) != index)
        dim++;

      if (index == PREMISE_MODEL_NOT_FOUND || dim == n)
        premise_json_complain_key (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                                   _("“%s” does not have the index “%s”"),
                                   premise_model_get_id (model, series->variable), index_id);
      else if (member != NULL)
        {
          series->members[dim] = premise_model_find_member (model, index, member);
          if (series->members[dim] == PREMISE_MODEL_NOT_FOUND)
            premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                                   _("the index “%s” has no member “%s”"), index_id, member);
        }
    }
}

/* What is not held by "at" must be the categories, and the rows of a heat map. */
static gboolean
check_dims (PremiseLoader             *self,
            PremiseJsonValue           value,
            const PremiseFigure       *figure,
            const PremiseFigureSeries *series)
{
  PremiseModel *model = self->report->model;
  gboolean has_index = FALSE;
  gboolean has_rows = figure->row_index == PREMISE_MODEL_NOT_FOUND;

  for (guint i = 0; i < premise_model_get_n_dims (model, series->variable); i++)
    {
      guint index = premise_model_get_dim (model, series->variable, i);

      if (series->members != NULL && series->members[i] != PREMISE_MODEL_NOT_FOUND)
        continue;

      if (index == figure->index)
        {
          has_index = TRUE;
        }
      else if (index == figure->row_index)
        {
          has_rows = TRUE;
        }
      else
        {
          premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                                 _("“%s” also has the index “%s”; hold it at a member with “at”"),
                                 premise_model_get_id (model, series->variable),
                                 premise_model_get_index_id (model, index));
          return FALSE;
        }
    }

  if (has_index && has_rows)
    return TRUE;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                         _("“%s” does not have the index “%s” of the figure"),
                         premise_model_get_id (model, series->variable),
                         premise_model_get_index_id (model, has_index ? figure->row_index
                                                                      : figure->index));

  return FALSE;
}

static void
read_series (PremiseLoader    *self,
             PremiseJsonValue  value,
             PremiseFigure    *figure)
{
  static const char *const keys[] = { "value", "label", "at", "rows", NULL };
  PremiseJsonValue variable = premise_json_require (value, "value");
  PremiseJsonValue rows = premise_json_get (value, "rows");
  PremiseFigureSeries series = { 0 };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);

  if (premise_json_is_present (rows) && !g_str_equal (figure->mark, "heatmap"))
    premise_json_complain_key (rows, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("only a heat map has “rows”"));
  else if (premise_json_is_present (rows))
    figure->row_index = premise_loader_find_index (self, rows);
  else if (g_str_equal (figure->mark, "heatmap"))
    premise_json_require (value, "rows");

  series.variable = premise_loader_find_variable (self, variable);
  if (series.variable == PREMISE_MODEL_NOT_FOUND)
    return;

  series.label = premise_loader_read_text (self, premise_json_get (value, "label"));
  read_members (self, premise_json_get (value, "at"), &series);
  if (figure->index != PREMISE_MODEL_NOT_FOUND)
    check_dims (self, variable, figure, &series);

  g_array_append_val (figure->series, series);
  check_unit (self, variable, series.variable,
              g_array_index (figure->series, PremiseFigureSeries, 0).variable);
}

static void
check_n_series (PremiseJsonValue     value,
                const PremiseFigure *figure)
{
  guint n = premise_json_get_n (value);
  guint expected = 0;

  if (g_str_equal (figure->mark, "range"))
    expected = 2;
  else if (g_str_equal (figure->mark, "heatmap") || g_str_equal (figure->mark, "waterfall"))
    expected = 1;

  if (expected != 0 && n != expected)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("the mark “%s” takes %u series, found %u"), figure->mark, expected, n);
  else if (n == 0)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("a figure needs at least one series"));
}

static void
read_all_series (PremiseLoader    *self,
                 PremiseJsonValue  value,
                 PremiseFigure    *figure)
{
  PremiseJsonValue series = premise_json_require (value, "series");
  PremiseJsonValue total = premise_json_get (value, "total");

  figure->index = premise_loader_find_index (self, premise_json_require (value, "index"));

  if (premise_json_expect (series, PREMISE_JSON_ARRAY))
    {
      check_n_series (series, figure);
      for (PremiseJsonValue entry = premise_json_first (series); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        read_series (self, entry, figure);
    }

  if (!premise_json_is_present (total) || premise_json_is (total, PREMISE_JSON_NULL))
    return;

  figure->total = premise_loader_find_scalar (self, total);
  if (figure->total != PREMISE_MODEL_NOT_FOUND && figure->series->len > 0)
    check_unit (self, total, figure->total,
                g_array_index (figure->series, PremiseFigureSeries, 0).variable);
}

static void
read_item (PremiseLoader    *self,
           PremiseJsonValue  value,
           PremiseFigure    *figure)
{
  static const char *const keys[] = { "label", "value", "total", NULL };
  static const char *const range_keys[] = { "label", "low", "high", NULL };
  gboolean range = g_str_equal (figure->mark, "range");
  PremiseJsonValue low = premise_json_require (value, range ? "low" : "value");
  PremiseFigureItem item = { .variables = { PREMISE_MODEL_NOT_FOUND, PREMISE_MODEL_NOT_FOUND } };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, range ? range_keys : keys);
  item.total = premise_json_get_boolean (premise_json_get (value, "total"), FALSE);

  if (!premise_loader_find_cell (self, low, &item.variables[0], &item.cells[0]))
    return;

  if (range)
    {
      PremiseJsonValue high = premise_json_require (value, "high");

      if (!premise_loader_find_cell (self, high, &item.variables[1], &item.cells[1]))
        return;
      check_unit (self, high, item.variables[1], item.variables[0]);
    }

  item.label = premise_loader_require_text (self, value, "label",
                                            premise_model_get_id (self->report->model,
                                                                  item.variables[0]));
  g_array_append_val (figure->items, item);
  check_unit (self, low, item.variables[0],
              g_array_index (figure->items, PremiseFigureItem, 0).variables[0]);
}

static void
read_items (PremiseLoader    *self,
            PremiseJsonValue  items,
            PremiseFigure    *figure)
{
  if (!premise_json_expect (items, PREMISE_JSON_ARRAY))
    return;

  if (g_str_equal (figure->mark, "heatmap"))
    premise_json_complain_key (items, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("a heat map has an “index” and a series, not “items”"));

  if (premise_json_get_n (items) == 0)
    premise_json_complain (items, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("a figure needs at least one item"));

  for (PremiseJsonValue entry = premise_json_first (items); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_item (self, entry, figure);
}

/* Without formats of its own a figure takes that of the first variable it shows. */
static void
read_formats (PremiseLoader    *self,
              PremiseJsonValue  value,
              PremiseFigure    *figure)
{
  guint first = PREMISE_MODEL_NOT_FOUND;

  if (figure->series->len > 0)
    first = g_array_index (figure->series, PremiseFigureSeries, 0).variable;
  else if (figure->items->len > 0)
    first = g_array_index (figure->items, PremiseFigureItem, 0).variables[0];

  if (first != PREMISE_MODEL_NOT_FOUND)
    figure->format = g_array_index (self->report->infos, PremiseVariableInfo, first).format;

  premise_loader_read_format (premise_json_get (value, "format"), &figure->format);
  figure->tick_format = figure->format;
  premise_loader_read_format (premise_json_get (value, "tick_format"), &figure->tick_format);
}

/**
 * premise_loader_read_figure:
 * @self: a loader with a model
 * @value: a figure block
 *
 * Reads a figure: series over an index, or items side by side. Title and id are left to
 * the block.
 *
 * Returns: (transfer full): the figure, incomplete after a complaint
 */
PremiseFigure *
premise_loader_read_figure (PremiseLoader    *self,
                            PremiseJsonValue  value)
{
  static const char *const common[] = { "type", "id", "ref", "page", "source", "title", "mark",
                                        "horizontal", "stack", "scale", "sort", "format",
                                        "tick_format", "category_title", "value_title",
                                        "illustrative", "items", "index", "series", "total",
                                        "total_label", NULL };
  PremiseFigure *figure = premise_figure_new ();
  PremiseJsonValue items = premise_json_get (value, "items");

  premise_json_check_keys (value, common);
  figure->mark = dup_choice (premise_json_require (value, "mark"), marks);
  figure->horizontal = premise_json_get_boolean (premise_json_get (value, "horizontal"), FALSE);
  figure->stack = dup_choice (premise_json_get (value, "stack"), stacks);
  figure->scale = dup_choice (premise_json_get (value, "scale"), scales);
  figure->sort = dup_choice (premise_json_get (value, "sort"), sorts);
  figure->illustrative = premise_json_get_boolean (premise_json_get (value, "illustrative"), FALSE);
  figure->category_title = premise_loader_read_text (self, premise_json_get (value, "category_title"));
  figure->value_title = premise_loader_read_text (self, premise_json_get (value, "value_title"));
  figure->total_label = premise_loader_read_text (self, premise_json_get (value, "total_label"));

  if (premise_json_is_present (items) && premise_json_is_present (premise_json_get (value, "series")))
    premise_json_complain_key (items, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“items” and “series” are both given; keep one"));
  else if (premise_json_is_present (items))
    read_items (self, items, figure);
  else
    read_all_series (self, value, figure);

  read_formats (self, value, figure);

  return figure;
}
