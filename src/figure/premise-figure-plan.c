/* premise-figure-plan.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure-plan.h"

#include <math.h>

typedef struct
{
  const PremiseFigure *figure;
  PremiseEvaluator    *evaluator;
  PremiseModel        *model;
  guint                n_sources;   /* members of the index, or items */
  double              *keys;        /* per source: base value of the first series */
} Planner;

static gboolean
is_mark (const PremiseFigure *figure,
         const char          *mark)
{
  return g_strcmp0 (figure->mark, mark) == 0;
}

static const PremiseFigureItem *
get_item (const PremiseFigure *figure,
          guint                item)
{
  return &g_array_index (figure->items, PremiseFigureItem, item);
}

static gboolean
has_items (const PremiseFigure *figure)
{
  return figure->index == PREMISE_MODEL_NOT_FOUND;
}

/* The cell of a series at a member of the index and, in a heat map, of the rows. Dimensions
 * that the figure says nothing about leave no cell. */
static guint
find_cell (Planner                   *self,
           const PremiseFigureSeries *series,
           guint                      member,
           guint                      row,
           guint                      panel)
{
  guint n_dims = premise_model_get_n_dims (self->model, series->variable);
  g_autofree guint *members = g_new0 (guint, n_dims + 1);

  for (guint dim = 0; dim < n_dims; dim++)
    {
      guint index = premise_model_get_dim (self->model, series->variable, dim);

      if (series->members != NULL && series->members[dim] != PREMISE_MODEL_NOT_FOUND)
        members[dim] = series->members[dim];
      else if (index == self->figure->index)
        members[dim] = member;
      else if (index == self->figure->row_index && row != PREMISE_MODEL_NOT_FOUND)
        members[dim] = row;
      else if (index == self->figure->panel_index && panel != PREMISE_MODEL_NOT_FOUND)
        members[dim] = panel;
      else
        return PREMISE_MODEL_NOT_FOUND;
    }

  return premise_model_get_cell (self->model, series->variable, members);
}

/* The member of the index that a source is, where only some are shown. */
static guint
get_member (const PremiseFigure *figure,
            guint                source)
{
  if (has_items (figure) || figure->members == NULL || source >= figure->members->len)
    return source;

  return g_array_index (figure->members, guint, source);
}

static guint
count_rows (Planner *self)
{
  return self->figure->row_index == PREMISE_MODEL_NOT_FOUND
           ? 0
           : premise_model_get_n_members (self->model, self->figure->row_index);
}

/* Series of one panel. */
static guint
count_in_panel (Planner *self)
{
  guint n_rows = count_rows (self);

  return n_rows > 0 && self->figure->series->len > 0 ? n_rows : self->figure->series->len;
}

static guint
count_panels (Planner *self)
{
  if (has_items (self->figure) || self->figure->panel_index == PREMISE_MODEL_NOT_FOUND)
    return 1;

  return MAX (premise_model_get_n_members (self->model, self->figure->panel_index), 1);
}

static PremiseFigurePoint
find_point (Planner *self,
            guint    series,
            guint    source)
{
  const PremiseFigure *figure = self->figure;
  PremiseFigurePoint point = { PREMISE_MODEL_NOT_FOUND, 0 };
  const PremiseFigureSeries *shown;
  guint row = PREMISE_MODEL_NOT_FOUND;
  guint panel = PREMISE_MODEL_NOT_FOUND;
  guint cell;

  if (has_items (figure))
    {
      const PremiseFigureItem *item = get_item (figure, source);

      point.variable = item->variables[series];
      point.cell = item->cells[series];
      return point;
    }

  if (figure->panel_index != PREMISE_MODEL_NOT_FOUND && count_in_panel (self) > 0)
    {
      panel = series / count_in_panel (self);
      series %= count_in_panel (self);
    }

  if (figure->row_index != PREMISE_MODEL_NOT_FOUND)
    {
      row = series;
      series = 0;
    }

  if (series >= figure->series->len)
    return point;

  shown = &g_array_index (figure->series, PremiseFigureSeries, series);

  if (shown->variable == PREMISE_MODEL_NOT_FOUND)
    return point;

  cell = find_cell (self, shown, get_member (figure, source), row, panel);

  if (cell != PREMISE_MODEL_NOT_FOUND)
    point = (PremiseFigurePoint) { shown->variable, cell };

  return point;
}

static guint
count_series (Planner *self)
{
  const PremiseFigure *figure = self->figure;

  if (has_items (figure))
    return is_mark (figure, "range") ? 2 : 1;

  if (is_mark (figure, "heatmap") && figure->row_index == PREMISE_MODEL_NOT_FOUND)
    return 0;

  return count_in_panel (self) * count_panels (self);
}

/* Order */

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Planner *self = user_data;
  double left = self->keys[*(const guint *) a];
  double right = self->keys[*(const guint *) b];
  int order;

  /* What has no value goes last in either direction. */
  if (isnan (left) || isnan (right))
    return isnan (left) - isnan (right);

  order = (left > right) - (left < right);

  return g_strcmp0 (self->figure->sort, "descending") == 0 ? -order : order;
}

/* Sorts by base values: while a slider moves, bars grow but do not jump. */
static void
sort_sources (Planner *self,
              guint   *order,
              guint    n)
{
  if (self->figure->sort == NULL || self->figure->edges != NULL || g_strcmp0 (self->figure->sort, "none") == 0 || n == 0)
    return;

  self->keys = g_new (double, self->n_sources);

  for (guint i = 0; i < self->n_sources; i++)
    {
      PremiseFigurePoint point = find_point (self, 0, i);

      self->keys[i] = point.variable == PREMISE_MODEL_NOT_FOUND
                        ? NAN
                        : premise_evaluator_get_base_value (self->evaluator,
                                                            point.variable, point.cell);
    }

  g_qsort_with_data (order, (gint) n, sizeof *order, compare_keys, self);
  g_clear_pointer (&self->keys, g_free);
}

/* Whether an item shows what the steps of a waterfall have come to, or start from. */
static gboolean
is_total_item (const PremiseFigure *figure,
               guint                source)
{
  return has_items (figure) && is_mark (figure, "waterfall") && get_item (figure, source)->total;
}

/* A total belongs behind the steps that it sums up: only the steps between two of them are
 * sorted. */
static void
choose_order (Planner *self,
              guint   *order)
{
  guint begin = 0;

  for (guint i = 0; i < self->n_sources; i++)
    {
      order[i] = i;
      if (is_total_item (self->figure, i))
        {
          sort_sources (self, order + begin, i - begin);
          begin = i + 1;
        }
    }
  sort_sources (self, order + begin, self->n_sources - begin);
}

static gboolean
ends_with_total (Planner *self)
{
  return self->n_sources > 0 && is_total_item (self->figure, self->n_sources - 1);
}

/* Behind the steps of a waterfall stands their sum: a variable, or what they come to. */
static void
add_total (Planner           *self,
           PremiseFigurePlan *plan)
{
  PremiseFigurePoint point = { PREMISE_MODEL_NOT_FOUND, 0 };

  if (!is_mark (self->figure, "waterfall") || plan->n_series == 0)
    return;

  plan->total = plan->n_categories - 1;
  if (ends_with_total (self))
    return;

  /* In panels each comes to something of its own. */
  if (!has_items (self->figure) && plan->n_panels == 1)
    point.variable = self->figure->total;
  plan->order[plan->total] = self->n_sources;
  plan->points[plan->total] = point;
}

/* What was worked out has no order of its own, and no total. */
static PremiseFigurePlan *
plan_run (PremiseFigureRun *run)
{
  PremiseFigurePlan *plan = g_new0 (PremiseFigurePlan, 1);

  plan->run = run;
  plan->n_series = run->n_series;
  plan->n_categories = run->n_categories;
  plan->n_panels = 1;
  plan->total = PREMISE_FIGURE_NO_TOTAL;
  plan->order = g_new0 (guint, run->n_categories + 1);
  plan->totals = g_new0 (gboolean, run->n_categories + 1);
  plan->points = g_new0 (PremiseFigurePoint, run->n_series * run->n_categories + 1);

  for (guint i = 0; i < run->n_series * run->n_categories; i++)
    {
      const PremiseCell *cell = &run->cells[i % run->n_categories];

      plan->order[i % run->n_categories] = i % run->n_categories;
      plan->points[i] = (PremiseFigurePoint) { cell->variable, cell->cell };
    }

  return plan;
}

/**
 * premise_figure_plan_new:
 * @report: a report
 * @figure: a figure of the report
 * @evaluator: the values, of which the base case decides the order
 *
 * Finds which cells a figure shows, and in which order.
 *
 * Returns: (transfer full): the plan
 */
PremiseFigurePlan *
premise_figure_plan_new (PremiseReport       *report,
                         const PremiseFigure *figure,
                         PremiseEvaluator    *evaluator)
{
  PremiseFigureRun *run = premise_figure_run_get (report, figure, evaluator);
  PremiseFigurePlan *plan;
  Planner self = {
    .figure = figure,
    .evaluator = evaluator,
    .model = premise_evaluator_get_model (evaluator),
  };
  gboolean open;

  if (run != NULL)
    return plan_run (run);

  plan = g_new0 (PremiseFigurePlan, 1);

  if (has_items (figure))
    self.n_sources = figure->items->len;
  else if (figure->members != NULL)
    self.n_sources = figure->members->len;
  else
    self.n_sources = premise_model_get_n_members (self.model, figure->index);

  plan->n_panels = count_panels (&self);
  plan->order = g_new0 (guint, self.n_sources + 1);
  plan->totals = g_new0 (gboolean, self.n_sources + 1);
  plan->n_series = count_series (&self);
  plan->total = PREMISE_FIGURE_NO_TOTAL;
  choose_order (&self, plan->order);
  open = is_mark (figure, "waterfall") && plan->n_series > 0 && !ends_with_total (&self);
  plan->n_categories = self.n_sources + (open ? 1 : 0);
  plan->points = g_new0 (PremiseFigurePoint, plan->n_series * plan->n_categories + 1);

  for (guint s = 0; s < plan->n_series; s++)
    {
      for (guint c = 0; c < plan->n_categories; c++)
        plan->points[s * plan->n_categories + c] =
          c < self.n_sources ? find_point (&self, s, plan->order[c])
                             : (PremiseFigurePoint) { PREMISE_MODEL_NOT_FOUND, 0 };
    }

  for (guint c = 0; c < self.n_sources; c++)
    plan->totals[c] = is_total_item (figure, plan->order[c]);
  add_total (&self, plan);

  for (guint c = 0; c < self.n_sources; c++)
    plan->order[c] = get_member (figure, plan->order[c]);

  return plan;
}

/**
 * premise_figure_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan.
 */
void
premise_figure_plan_free (PremiseFigurePlan *self)
{
  g_free (self->order);
  g_free (self->totals);
  g_free (self->points);
  g_clear_pointer (&self->run, premise_figure_run_unref);
  g_free (self);
}

/**
 * premise_figure_plan_get_point:
 * @self: a plan
 * @series: a series of the chart
 * @category: a category of the chart
 *
 * Returns: (nullable): the cell; %NULL when the point stands for none
 */
const PremiseFigurePoint *
premise_figure_plan_get_point (const PremiseFigurePlan *self,
                               guint                    series,
                               guint                    category)
{
  const PremiseFigurePoint *point;

  if (series >= self->n_series || category >= self->n_categories)
    return NULL;

  point = &self->points[series * self->n_categories + category];

  return point->variable != PREMISE_MODEL_NOT_FOUND ? point : NULL;
}

/**
 * premise_figure_plan_get_value:
 * @self: a plan
 * @evaluator: the values
 * @series: a series of the chart
 * @category: a category of the chart
 * @base: whether to take the base case
 *
 * Returns: the value of a point, NaN when it has none
 */
double
premise_figure_plan_get_value (const PremiseFigurePlan *self,
                               PremiseEvaluator        *evaluator,
                               guint                    series,
                               guint                    category,
                               gboolean                 base)
{
  const PremiseFigurePoint *point = premise_figure_plan_get_point (self, series, category);
  double sum = 0;

  if (self->run != NULL)
    {
      const double *values = base ? self->run->base_values : self->run->values;

      return point != NULL && values != NULL ? values[series * self->n_categories + category] : NAN;
    }

  if (point != NULL && base)
    return premise_evaluator_get_base_value (evaluator, point->variable, point->cell);

  if (point != NULL)
    return premise_evaluator_get_value (evaluator, point->variable, point->cell);

  if (category != self->total)
    return NAN;

  for (guint c = 0; c < self->n_categories - 1; c++)
    {
      double value = premise_figure_plan_get_value (self, evaluator, series, c, base);

      if (!isnan (value))
        sum = self->totals[c] ? value : sum + value;
    }

  return sum;
}

/**
 * premise_figure_plan_get_lead:
 * @self: a plan
 *
 * Returns: the first variable that is shown, or %PREMISE_MODEL_NOT_FOUND
 */
guint
premise_figure_plan_get_lead (const PremiseFigurePlan *self)
{
  for (guint i = 0; i < self->n_series * self->n_categories; i++)
    {
      if (self->points[i].variable != PREMISE_MODEL_NOT_FOUND)
        return self->points[i].variable;
    }

  return PREMISE_MODEL_NOT_FOUND;
}

/**
 * premise_figure_plan_get_extent:
 * @self: a plan
 * @evaluator: the values
 *
 * Finds the value that decides the scale of the axis. It is taken from the base
 * case, so that the unit of the axis stays while a slider moves.
 *
 * Returns: the value furthest from zero; NaN when there is none
 */
double
premise_figure_plan_get_extent (const PremiseFigurePlan *self,
                                PremiseEvaluator        *evaluator)
{
  double extent = NAN;

  for (guint now = 0; now < 2 && isnan (extent); now++)
    {
      for (guint i = 0; i < self->n_series * self->n_categories; i++)
        {
          double value = premise_figure_plan_get_value (self, evaluator, i / self->n_categories,
                                                        i % self->n_categories, now == 0);

          if (isfinite (value) && !(fabs (value) <= fabs (extent)))
            extent = value;
        }
    }

  return extent;
}
