/* premise-loader-figure.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const marks[] = { "bar", "line", "point", "range", "waterfall", "heatmap",
                                     "area", "donut", "slope", "tornado", "histogram", "fan",
                                     "bubble", NULL };
static const char *const series_marks[] = { "line", "point", NULL };
static const char *const certainties[] = { "given", "forecast", "interpolated", "implied", NULL };
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

static gboolean
is_one_of (const PremiseFigure *figure,
           const char *const   *choices)
{
  return g_strv_contains (choices, figure->mark);
}

/* One word for all members of the index, or an object with a word for some of them. */
static void
read_certainty (PremiseLoader       *self,
                PremiseJsonValue     value,
                const PremiseFigure *figure,
                PremiseFigureSeries *series)
{
  PremiseModel *model = self->report->model;
  guint n;
  guint choice;

  if (!premise_json_is_present (value) || figure->index == PREMISE_MODEL_NOT_FOUND)
    return;

  n = premise_model_get_n_members (model, figure->index);
  series->certainty = g_new0 (guint8, MAX (n, 1));

  if (premise_json_is (value, PREMISE_JSON_STRING))
    {
      if (premise_json_get_choice (value, certainties, &choice))
        memset (series->certainty, (int) (choice + PREMISE_FIGURE_GIVEN), n);
      return;
    }

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *member = premise_json_get_key (entry);
      guint position = premise_model_find_member (model, figure->index, member);

      if (position == PREMISE_MODEL_NOT_FOUND)
        premise_json_complain_key (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                                   _("the index “%s” has no member “%s”"),
                                   premise_model_get_index_id (model, figure->index), member);
      else if (premise_json_get_choice (entry, certainties, &choice))
        series->certainty[position] = (guint8) (choice + PREMISE_FIGURE_GIVEN);
    }
}

/* A line over bars says something else than the bars; any other pair says nothing. */
static void
read_series_mark (PremiseJsonValue     value,
                  const PremiseFigure *figure,
                  PremiseFigureSeries *series)
{
  static const char *const both[] = { "bar", "area", NULL };
  guint choice;

  if (!premise_json_is_present (value) || !premise_json_get_choice (value, series_marks, &choice))
    return;

  if (g_strcmp0 (figure->stack, "percent") == 0
      || !(is_one_of (figure, both)
           || (g_str_equal (figure->mark, "line") && g_str_equal (series_marks[choice], "point"))))
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("bars and areas may have lines or points over them, lines points; "
                             "a stack of shares may have neither"));
  else
    series->mark = g_strdup (series_marks[choice]);
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
                         /* Translators: a variable and its unit, twice. */
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
                                   /* Translators: a variable, and an index. */
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
  gboolean has_panels = figure->panel_index == PREMISE_MODEL_NOT_FOUND;
  guint missing;

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
      else if (index == figure->panel_index)
        {
          has_panels = TRUE;
        }
      else
        {
          premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                                 /* Translators: a variable, and an index. The word “at” stays as it
                                  * is: it is a key of the file. */
                                 _("“%s” also has the index “%s”; hold it at a member with “at”"),
                                 premise_model_get_id (model, series->variable),
                                 premise_model_get_index_id (model, index));
          return FALSE;
        }
    }

  if (has_index && has_rows && has_panels)
    return TRUE;

  missing = !has_index ? figure->index : !has_rows ? figure->row_index : figure->panel_index;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                         /* Translators: a variable, and an index. A figure is a chart or a
                          * diagram. */
                         _("“%s” does not have the index “%s” of the figure"),
                         premise_model_get_id (model, series->variable),
                         premise_model_get_index_id (model, missing));

  return FALSE;
}

static void
read_series (PremiseLoader    *self,
             PremiseJsonValue  value,
             PremiseFigure    *figure)
{
  static const char *const keys[] = { "value", "label", "at", "rows", "mark", "certainty", NULL };
  static const char *const with_rows[] = { "heatmap", "bar", "line", "area", "point", "slope", NULL };
  PremiseJsonValue variable = premise_json_require (value, "value");
  PremiseJsonValue rows = premise_json_get (value, "rows");
  PremiseFigureSeries series = { 0 };
  guint n_diagnostics;

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);

  if (premise_json_is_present (rows) && !is_one_of (figure, with_rows))
    premise_json_complain_key (rows, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("the mark “%s” has no “rows”"), figure->mark);
  else if (premise_json_is_present (rows))
    figure->row_index = premise_loader_find_index (self, rows);
  else if (g_str_equal (figure->mark, "heatmap"))
    premise_json_require (value, "rows");

  series.variable = premise_loader_find_variable (self, variable);
  if (series.variable == PREMISE_MODEL_NOT_FOUND)
    return;

  series.label = premise_loader_read_text (self, premise_json_get (value, "label"));
  n_diagnostics = self->diagnostics->len;
  read_members (self, premise_json_get (value, "at"), &series);
  if (figure->index != PREMISE_MODEL_NOT_FOUND)
    check_dims (self, variable, figure, &series);
  premise_loader_blame_shape (self, series.variable, n_diagnostics);
  read_series_mark (premise_json_get (value, "mark"), figure, &series);
  read_certainty (self, premise_json_get (value, "certainty"), figure, &series);
  g_array_append_val (figure->series, series);

  /* Across, up and how large are of kinds of their own. */
  if (!g_str_equal (figure->mark, "bubble"))
    check_unit (self, variable, series.variable,
                g_array_index (figure->series, PremiseFigureSeries, 0).variable);
}

/* How many series a mark takes; step: counts between the two that are not taken. */
static const struct
{
  const char *mark;
  guint       least;
  guint       most;
  guint       step;
} series_counts[] = {
  { "range", 2, 2, 1 }, { "heatmap", 1, 1, 1 }, { "waterfall", 1, 1, 1 }, { "donut", 1, 1, 1 },
  { "histogram", 1, 1, 1 }, { "bubble", 2, 3, 1 }, { "fan", 3, 9, 2 },
};

static void
check_n_series (PremiseJsonValue     value,
                const PremiseFigure *figure)
{
  guint n = premise_json_get_n (value);

  for (gsize i = 0; i < G_N_ELEMENTS (series_counts); i++)
    {
      guint least = series_counts[i].least;
      guint most = series_counts[i].most;

      if (!g_str_equal (figure->mark, series_counts[i].mark)
          || (n >= least && n <= most && (n - least) % series_counts[i].step == 0))
        continue;

      if (least == most)
        premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               /* Translators: a kind of chart, as a file names it. */
                               _("the mark “%s” takes %u series, found %u"), figure->mark, least, n);
      else if (series_counts[i].step > 1)
        premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               /* Translators: a kind of chart, as a file names it; least, most, and
                                * how many there are. */
                               _("the mark “%s” takes an odd number of series from %u to %u, found %u"),
                               figure->mark, least, most, n);
      else
        premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               /* Translators: a kind of chart, as a file names it; least, most, and
                                * how many there are. */
                               _("the mark “%s” takes %u to %u series, found %u"), figure->mark,
                               least, most, n);
      return;
    }

  if (n == 0)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("a figure needs at least one series"));
}

/* The members of the index that are shown, in that order. */
static void
read_shown_members (PremiseLoader    *self,
                    PremiseJsonValue  value,
                    PremiseFigure    *figure)
{
  PremiseModel *model = self->report->model;

  if (!premise_json_is_present (value) || !premise_json_expect (value, PREMISE_JSON_ARRAY)
      || figure->index == PREMISE_MODEL_NOT_FOUND)
    return;

  figure->members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *id = premise_json_get_string (entry);
      guint member = id != NULL ? premise_model_find_member (model, figure->index, id)
                                : PREMISE_MODEL_NOT_FOUND;

      if (id != NULL && member == PREMISE_MODEL_NOT_FOUND)
        premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                               _("the index “%s” has no member “%s”"),
                               premise_model_get_index_id (model, figure->index), id);
      else if (id != NULL)
        g_array_append_val (figure->members, member);
    }

  if (premise_json_get_n (value) == 0)
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("“members” names at least one member"));
}

static guint
count_shown (PremiseLoader       *self,
             const PremiseFigure *figure)
{
  return figure->members != NULL ? figure->members->len
                                 : premise_model_get_n_members (self->report->model, figure->index);
}

static guint
get_shown (const PremiseFigure *figure,
           guint                position)
{
  return figure->members != NULL ? g_array_index (figure->members, guint, position) : position;
}

/* Years are the ids of the members, each later than the one before. */
static void
check_time (PremiseLoader       *self,
            PremiseJsonValue     value,
            const PremiseFigure *figure)
{
  static const char *const timed[] = { "bar", "line", "area", "fan", NULL };
  PremiseModel *model = self->report->model;
  double last = -G_MAXDOUBLE;

  if (!figure->time || figure->index == PREMISE_MODEL_NOT_FOUND)
    return;

  if (!is_one_of (figure, timed))
    {
      premise_json_complain_key (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                                 _("the mark “%s” has no time axis"), figure->mark);
      return;
    }

  for (guint i = 0; i < count_shown (self, figure); i++)
    {
      const char *id = premise_model_get_member_id (model, figure->index, get_shown (figure, i));
      char *end;
      double year = g_ascii_strtod (id, &end);

      if (*end != '\0' || end == id || !(year > last))
        {
          premise_json_complain_key (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                                     _("a time axis needs members that are ascending years; “%s” is not"),
                                     id);
          return;
        }

      last = year;
    }
}

/* The numbers at which the bins of a histogram meet, one more than there are bins. */
static void
read_edges (PremiseLoader    *self,
            PremiseJsonValue  value,
            PremiseFigure    *figure)
{
  guint n = figure->index != PREMISE_MODEL_NOT_FOUND ? count_shown (self, figure) : 0;
  double last = -G_MAXDOUBLE;

  if (!premise_json_is_present (value) || !premise_json_expect (value, PREMISE_JSON_ARRAY) || n == 0)
    return;

  if (!g_str_equal (figure->mark, "histogram"))
    {
      premise_json_complain_key (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                                 _("the mark “%s” has no bins with edges"), figure->mark);
      return;
    }

  if (premise_json_get_n (value) != n + 1)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             /* Translators: the bars of a histogram, how many edges that makes, and
                              * how many were given. */
                             _("%u bins have %u edges, found %u"), n, n + 1,
                             premise_json_get_n (value));
      return;
    }

  figure->edges = g_array_sized_new (FALSE, FALSE, sizeof (double), n + 1);
  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      double edge = NAN;

      if (premise_json_get_number (entry, &edge) && !(edge > last))
        premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("each edge is larger than the one before"));
      last = edge;
      g_array_append_val (figure->edges, edge);
    }
}

static void
read_panels (PremiseLoader    *self,
             PremiseJsonValue  value,
             PremiseFigure    *figure)
{
  PremiseJsonValue panels = premise_json_get (value, "panels");
  PremiseJsonValue total = premise_json_get (value, "total");

  if (!premise_json_is_present (panels))
    return;

  if (g_str_equal (figure->mark, "tornado"))
    premise_json_complain_key (panels, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("the mark “%s” cannot be repeated in panels"), figure->mark);
  else if (!premise_json_is_present (premise_json_get (value, "series")))
    premise_json_complain_key (panels, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("only a figure of “series” can be repeated in panels"));
  else if (premise_json_is_present (total) && !premise_json_is (total, PREMISE_JSON_NULL))
    premise_json_complain_key (total, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("in panels a total is what the steps of each come to; leave it out"));
  else
    figure->panel_index = premise_loader_find_index (self, panels);
}

/* What the marks ask of the whole figure. */
static void
check_shape (PremiseLoader       *self,
             PremiseJsonValue     value,
             const PremiseFigure *figure)
{
  if (figure->index == PREMISE_MODEL_NOT_FOUND)
    return;

  if (g_str_equal (figure->mark, "slope") && count_shown (self, figure) != 2)
    premise_json_complain_key (premise_json_get (value, "index"), PREMISE_SEVERITY_ERROR,
                               PREMISE_DIAGNOSTIC_VALUE,
                               _("a slope goes from one member to another; choose two with “members”"));

  if (figure->row_index != PREMISE_MODEL_NOT_FOUND && figure->series->len > 1)
    premise_json_complain_key (premise_json_get (value, "series"), PREMISE_SEVERITY_ERROR,
                               PREMISE_DIAGNOSTIC_VALUE,
                               _("a series with “rows” stands alone"));
}

static void
read_all_series (PremiseLoader    *self,
                 PremiseJsonValue  value,
                 PremiseFigure    *figure)
{
  PremiseJsonValue series = premise_json_require (value, "series");
  PremiseJsonValue total = premise_json_get (value, "total");

  figure->index = premise_loader_find_index (self, premise_json_require (value, "index"));
  read_shown_members (self, premise_json_get (value, "members"), figure);
  if (premise_json_expect (series, PREMISE_JSON_ARRAY))
    {
      check_n_series (series, figure);
      for (PremiseJsonValue entry = premise_json_first (series); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        read_series (self, entry, figure);
    }

  check_shape (self, value, figure);
  check_time (self, premise_json_get (value, "time"), figure);
  read_edges (self, premise_json_get (value, "edges"), figure);

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
  static const char *const keys[] = { "label", "value", "total", "certainty", NULL };
  static const char *const range_keys[] = { "label", "low", "high", "certainty", NULL };
  PremiseJsonValue certainty = premise_json_get (value, "certainty");
  guint choice;
  gboolean range = g_str_equal (figure->mark, "range");
  PremiseJsonValue low = premise_json_require (value, range ? "low" : "value");
  PremiseFigureItem item = { .variables = { PREMISE_MODEL_NOT_FOUND, PREMISE_MODEL_NOT_FOUND } };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, range ? range_keys : keys);
  item.total = premise_json_get_boolean (premise_json_get (value, "total"), FALSE);
  if (premise_json_is_present (certainty)
      && premise_json_get_choice (certainty, certainties, &choice))
    item.certainty = PREMISE_FIGURE_GIVEN + choice;

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
  static const char *const with_items[] = { "bar", "line", "point", "range", "waterfall", "donut",
                                            NULL };

  if (!premise_json_expect (items, PREMISE_JSON_ARRAY))
    return;

  if (!is_one_of (figure, with_items))
    premise_json_complain_key (items, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("the mark “%s” has no “items”"), figure->mark);

  if (premise_json_get_n (items) == 0)
    premise_json_complain (items, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("a figure needs at least one item"));

  for (PremiseJsonValue entry = premise_json_first (items); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_item (self, entry, figure);
}

/* Without them a tornado shows whatever is behind its output. */
static void
read_inputs (PremiseLoader    *self,
             PremiseJsonValue  inputs,
             PremiseFigure    *figure)
{
  if (!premise_json_is_present (inputs))
    return;

  if (!g_str_equal (figure->mark, "tornado"))
    premise_json_complain_key (inputs, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("only a tornado has chosen “inputs”"));
  else if (premise_json_is (inputs, PREMISE_JSON_ARRAY) && premise_json_get_n (inputs) == 0)
    premise_json_complain (inputs, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("without any inputs a tornado has no bars; leave “inputs” out for all"));
  else
    figure->inputs = premise_loader_read_assumptions (self, inputs);
}

static gboolean
contains (const GArray *variables,
          guint         variable)
{
  for (guint i = 0; i < variables->len; i++)
    {
      if (g_array_index (variables, guint, i) == variable)
        return TRUE;
    }

  return FALSE;
}

/* An input that the output does not depend on would have no bar, and nobody would know why. */
static void
check_inputs (PremiseLoader       *self,
              PremiseJsonValue     inputs,
              const PremiseFigure *figure)
{
  PremiseModel *model = self->report->model;
  g_autoptr(GArray) behind = NULL;

  if (figure->inputs == NULL || figure->output == PREMISE_MODEL_NOT_FOUND)
    return;

  behind = premise_model_dup_assumptions_of (model, &figure->output, 1);
  for (PremiseJsonValue entry = premise_json_first (inputs); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      const char *id = premise_json_is (entry, PREMISE_JSON_STRING) ? premise_json_get_string (entry) : NULL;
      guint variable = id != NULL ? premise_model_find (model, id) : PREMISE_MODEL_NOT_FOUND;

      if (variable != PREMISE_MODEL_NOT_FOUND && contains (figure->inputs, variable)
          && !contains (behind, variable))
        premise_json_complain (entry, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               /* Translators: an assumption and the output of a tornado. */
                               _("“%s” does not depend on “%s”, which would have no bar"),
                               premise_model_get_id (model, figure->output), id);
    }
}

/* What is worked out from the model as it stands: how an output swings, or how likely what is. */
static void
read_output (PremiseLoader    *self,
             PremiseJsonValue  output,
             PremiseFigure    *figure)
{
  static const char *const with_output[] = { "tornado", "histogram", "fan", NULL };
  PremiseModel *model = self->report->model;
  guint n_diagnostics = self->diagnostics->len;

  if (!is_one_of (figure, with_output))
    {
      premise_json_complain_key (output, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                                 _("the mark “%s” has no “output”"), figure->mark);
      return;
    }

  if (!g_str_equal (figure->mark, "fan"))
    {
      guint variable, cell;

      if (premise_loader_find_cell (self, output, &variable, &cell))
        {
          figure->output = variable;
          figure->output_cell = cell;
        }
      return;
    }

  figure->output = premise_loader_find_variable (self, output);
  if (figure->output == PREMISE_MODEL_NOT_FOUND)
    return;

  if (premise_model_get_n_dims (model, figure->output) == 1)
    figure->index = premise_model_get_dim (model, figure->output, 0);
  else
    {
      premise_json_complain (output, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                             /* Translators: a fan chart; a variable, and its number of indexes. */
                             _("a fan runs over the one index of its output; “%s” has %u"),
                             premise_model_get_id (model, figure->output),
                             premise_model_get_n_dims (model, figure->output));
      premise_loader_blame_shape (self, figure->output, n_diagnostics);
      figure->output = PREMISE_MODEL_NOT_FOUND;
    }
}

/* What says how series are shown says nothing of items, nor of an output. */
static void
check_series_keys (PremiseJsonValue     value,
                   const PremiseFigure *figure)
{
  static const char *const keys[] = { "index", "members", "edges" };
  PremiseJsonValue total = premise_json_get (value, "total");
  gboolean has_series = premise_json_is_present (premise_json_get (value, "series"));
  gboolean has_others = premise_json_is_present (premise_json_get (value, "items")) ||
                        premise_json_is_present (premise_json_get (value, "output"));

  for (guint i = 0; i < G_N_ELEMENTS (keys) && has_others && !has_series; i++)
    {
      PremiseJsonValue found = premise_json_get (value, keys[i]);

      if (premise_json_is_present (found))
        premise_json_complain_key (found, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                                   /* Translators: a key of the file; “series” is another one. */
                                   _("“%s” belongs to a figure of “series”"), keys[i]);
    }

  if (!premise_json_is_present (total) || premise_json_is (total, PREMISE_JSON_NULL))
    return;

  /* Of panels read_panels() says why not. */
  if (has_others || (!g_str_equal (figure->mark, "waterfall") &&
                     !premise_json_is_present (premise_json_get (value, "panels"))))
    premise_json_complain_key (total, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("only a waterfall of “series” has a “total”; of items one can be "
                                 "the total"));
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
  else if (figure->output != PREMISE_MODEL_NOT_FOUND)
    first = figure->output;

  if (first != PREMISE_MODEL_NOT_FOUND)
    figure->format = g_array_index (self->report->infos, PremiseVariableInfo, first).format;

  premise_loader_read_format (premise_json_get (value, "format"), &figure->format);
  figure->tick_format = figure->format;
  premise_loader_read_format (premise_json_get (value, "tick_format"), &figure->tick_format);
}

/* Where length or area is the value, the axis begins at zero, which no logarithm reaches. */
static void
check_scale (PremiseJsonValue     value,
             const PremiseFigure *figure)
{
  static const char *const from_zero[] = { "bar", "area", "donut", "histogram", "waterfall", NULL };

  if (g_strcmp0 (figure->scale, "log") == 0 && is_one_of (figure, from_zero))
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("the lengths of “%s” begin at zero, which a logarithmic scale does not "
                             "have; use “point” or “line”"),
                           figure->mark);
}

/**
 * premise_loader_read_figure:
 * @self: a loader with a model
 * @value: a figure block
 *
 * Reads a figure: series over an index, items side by side, or an output. Title and id are left to
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
                                        "total_label", "members", "time", "panels", "output",
                                        "edges", "cumulative", "inputs", NULL };
  PremiseFigure *figure = premise_figure_new ();
  PremiseJsonValue items = premise_json_get (value, "items");
  PremiseJsonValue output = premise_json_get (value, "output");

  premise_json_check_keys (value, common);
  figure->mark = dup_choice (premise_json_require (value, "mark"), marks);
  figure->horizontal = premise_json_get_boolean (premise_json_get (value, "horizontal"), FALSE);
  figure->stack = dup_choice (premise_json_get (value, "stack"), stacks);
  figure->scale = dup_choice (premise_json_get (value, "scale"), scales);
  figure->sort = dup_choice (premise_json_get (value, "sort"), sorts);
  figure->time = premise_json_get_boolean (premise_json_get (value, "time"), FALSE);
  figure->cumulative = premise_json_get_boolean (premise_json_get (value, "cumulative"), FALSE);
  figure->illustrative = premise_json_get_boolean (premise_json_get (value, "illustrative"), FALSE);
  figure->category_title = premise_loader_read_text (self, premise_json_get (value, "category_title"));
  figure->value_title = premise_loader_read_text (self, premise_json_get (value, "value_title"));
  figure->total_label = premise_loader_read_text (self, premise_json_get (value, "total_label"));

  if (figure->cumulative && !g_str_equal (figure->mark, "histogram"))
    premise_json_complain_key (premise_json_get (value, "cumulative"), PREMISE_SEVERITY_ERROR,
                               PREMISE_DIAGNOSTIC_VALUE,
                               _("only a histogram has a line of what lies below"));
  check_scale (premise_json_get (value, "scale"), figure);
  read_panels (self, value, figure);
  check_series_keys (value, figure);
  read_inputs (self, premise_json_get (value, "inputs"), figure);

  if (premise_json_is_present (items) && premise_json_is_present (premise_json_get (value, "series")))
    premise_json_complain_key (items, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“items” and “series” are both given; keep one"));
  else if (premise_json_is_present (output)
           && (premise_json_is_present (items)
               || premise_json_is_present (premise_json_get (value, "series"))))
    premise_json_complain_key (output, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                               _("“output” stands without “items” and “series”"));
  else if (premise_json_is_present (output) || g_str_equal (figure->mark, "tornado"))
    {
      read_output (self, premise_json_require (value, "output"), figure);
      check_inputs (self, premise_json_get (value, "inputs"), figure);
      check_time (self, premise_json_get (value, "time"), figure);
    }
  else if (premise_json_is_present (items))
    read_items (self, items, figure);
  else
    read_all_series (self, value, figure);

  read_formats (self, value, figure);

  return figure;
}
