/* premise-figure.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure.h"

#include "premise-figure-diagram.h"

#include "premise-figure-plan.h"
#include "premise-figure-words.h"
#include "premise-format-set.h"
#include "premise-format-words.h"

#include <math.h>
#include <string.h>

static const struct
{
  const char  *name;
  PremiseMark  mark;
} marks[] = {
  { "bar", PREMISE_MARK_BAR },
  { "line", PREMISE_MARK_LINE },
  { "point", PREMISE_MARK_POINT },
  { "range", PREMISE_MARK_RANGE },
  { "waterfall", PREMISE_MARK_WATERFALL },
  { "heatmap", PREMISE_MARK_HEATMAP },
  { "area", PREMISE_MARK_AREA },
  { "donut", PREMISE_MARK_DONUT },
  { "slope", PREMISE_MARK_SLOPE },
  { "tornado", PREMISE_MARK_TORNADO },
  { "histogram", PREMISE_MARK_HISTOGRAM },
  { "fan", PREMISE_MARK_FAN },
  { "bubble", PREMISE_MARK_BUBBLE },
};

/* Of more points not all have numbers. */
#define MOST_NUMBERS 500

/* What the labels of a chart are made with; outlives the report's window on the chart. */
typedef struct
{
  PremiseFormat     tick_format;
  PremiseFormatSet *full;
  PremiseFormatSet *bare;     /* in units of the axis: each in a scale of its own would mislead */
  gboolean          names;    /* whether a full number has its scale or its unit */
  double            divisor;
} Labels;

/* Everything that the parts of a chart are filled from. */
typedef struct
{
  PremiseReport            *report;
  const PremiseFigure      *figure;
  PremiseEvaluator         *evaluator;
  const char               *language;
  const PremiseFigureWords *words;
  PremiseFigurePlan        *plan;
  PremiseUnit              *unit;     /* (nullable) */
  PremiseFormat             tick_format;
  double                    extent;
} Figure;

static void
figure_clear (Figure *self)
{
  g_clear_pointer (&self->plan, premise_figure_plan_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figure, figure_clear)

static gboolean
same_format (const PremiseFormat *a,
             const PremiseFormat *b)
{
  return a->decimals == b->decimals && a->significant == b->significant && a->scale == b->scale &&
         a->sign == b->sign && a->bare == b->bare && a->year == b->year && a->points == b->points;
}

static PremiseMark
find_mark (const PremiseFigure *figure)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_strcmp0 (figure->mark, marks[i].name) == 0)
        return marks[i].mark;
    }

  return PREMISE_MARK_BAR;
}

/* The largest value of one series, in any panel: across, up and how large have scales of their
 * own. */
static double
series_extent (const Figure *self,
               guint         series)
{
  guint n_series = self->plan->n_series / MAX (self->plan->n_panels, 1);
  double extent = NAN;

  for (guint i = 0; i < self->plan->n_panels * self->plan->n_categories; i++)
    {
      double value = premise_figure_plan_get_value (self->plan, self->evaluator,
                                                    series + i / self->plan->n_categories * n_series,
                                                    i % self->plan->n_categories, TRUE);

      if (isfinite (value) && !(fabs (value) <= fabs (extent)))
        extent = value;
    }

  return extent;
}

static double
choose_extent (const Figure *self)
{
  const PremiseFigureRun *run = self->plan->run;

  if (run != NULL && run->edges != NULL)
    return fmax (fabs (run->edges[0]), fabs (run->edges[run->n_categories]));
  if (find_mark (self->figure) == PREMISE_MARK_BUBBLE)
    return series_extent (self, 1);

  return premise_figure_plan_get_extent (self->plan, self->evaluator);
}

static void
figure_init (Figure              *self,
             PremiseReport       *report,
             const PremiseBlock  *block,
             PremiseEvaluator    *evaluator,
             const char          *language)
{
  guint lead;

  *self = (Figure) {
    .report = report,
    .figure = block->figure,
    .evaluator = evaluator,
    .language = language,
    .words = premise_figure_words_get (language),
    .plan = premise_figure_plan_new (report, block->figure, evaluator),
    .tick_format = block->figure->tick_format,
  };

  lead = premise_figure_plan_get_lead (self->plan);

  /* The points of what is worked out may lead to something else than they show. */
  if (self->plan->run != NULL)
    lead = self->figure->output;
  else if (find_mark (self->figure) == PREMISE_MARK_BUBBLE && self->figure->series->len > 1)
    lead = g_array_index (self->figure->series, PremiseFigureSeries, 1).variable;

  if (lead != PREMISE_MODEL_NOT_FOUND)
    self->unit = premise_model_get_unit (premise_evaluator_get_model (evaluator), lead);

  self->extent = choose_extent (self);

  /* A format that was written for the values says nothing about the decimals of ticks. */
  if (same_format (&self->tick_format, &self->figure->format))
    {
      self->tick_format.decimals = -1;
      self->tick_format.significant = 0;
      self->tick_format.sign = FALSE;
    }
}

static gboolean
is_diagram (const PremiseBlock *block)
{
  return block != NULL && block->type == PREMISE_BLOCK_DIAGRAM && block->diagram != NULL;
}

static gboolean
is_figure (const PremiseBlock *block)
{
  return block != NULL && block->type == PREMISE_BLOCK_FIGURE && block->figure != NULL;
}

/* Labels */

static void
labels_free (gpointer data)
{
  Labels *self = data;

  g_clear_pointer (&self->full, premise_format_set_free);
  g_clear_pointer (&self->bare, premise_format_set_free);
  g_free (self);
}

static char *
format_label_cb (double            value,
                 PremiseNumberForm form,
                 gpointer          user_data)
{
  const Labels *self = user_data;

  if (form == PREMISE_NUMBER_TICK)
    return premise_format_tick (&self->tick_format, value, self->divisor);

  if (form != PREMISE_NUMBER_BARE && self->names)
    return premise_format_set_write (self->full, value);

  return premise_format_set_write (self->bare, value);
}

static Labels *
labels_new (const Figure        *self,
            const PremiseFormat *format,
            const PremiseFormat *tick_format,
            PremiseUnit         *unit,
            double               extent)
{
  PremiseCompare compare = g_strcmp0 (self->figure->scale, "log") == 0 ? PREMISE_COMPARE_RATIOS
                                                                        : PREMISE_COMPARE_DIFFERENCES;
  Labels *labels = g_new0 (Labels, 1);

  labels->tick_format = *tick_format;
  labels->full = premise_format_set_new (format, unit, self->language, compare);
  labels->bare = premise_format_set_new (format, unit, self->language, compare);
  labels->names = !format->bare || format->scale != PREMISE_NAMED_SCALE_AUTO;
  labels->divisor = premise_format_get_divisor (tick_format, extent, unit, self->language);
  premise_format_set_bare (labels->bare, labels->divisor);

  return labels;
}

/* Numbers at the marks stand beside each other, and beside what they were. */
static void
labels_align (Labels       *self,
              const Figure *figure)
{
  const PremiseFigurePlan *plan = figure->plan;
  guint n_points = plan->n_series * plan->n_categories;

  for (guint i = 0; n_points <= MOST_NUMBERS && i < 2 * n_points; i++)
    {
      double value = premise_figure_plan_get_value (plan, figure->evaluator, i / 2 / plan->n_categories,
                                                    i / 2 % plan->n_categories, i % 2 != 0);

      premise_format_set_add (self->full, value);
      premise_format_set_add (self->bare, value);
    }
}

/* How often a simulation came to something is a share of its runs. */
static char *
format_share_cb (double            value,
                 PremiseNumberForm form,
                 gpointer          user_data)
{
  double share = value * 100;

  /* A tick is round: what it has behind the point is not more than is needed. */
  return g_strdup_printf (form == PREMISE_NUMBER_TICK && fabs (share - round (share)) < 1e-6 ? "%.0f%%" : "%.1f%%", share);
}

static const PremiseFigureSeries *
get_series (const Figure *self,
            guint         series)
{
  return series < self->figure->series->len
           ? &g_array_index (self->figure->series, PremiseFigureSeries, series)
           : NULL;
}

/* Each axis of a field of bubbles writes numbers as its own variable does. */
static void
set_bubble_axis (const Figure *self,
                 PremiseChart *chart,
                 PremiseAxis   axis,
                 guint         series)
{
  const PremiseFigureSeries *shown = get_series (self, series);
  const PremiseVariableInfo *info;
  PremiseFormat tick_format;
  Labels *labels;

  if (shown == NULL)
    return;

  info = premise_report_get_info (self->report, shown->variable);
  tick_format = info->format;
  tick_format.decimals = -1;
  tick_format.significant = 0;
  tick_format.sign = FALSE;
  labels = labels_new (self, &info->format, &tick_format,
                       premise_model_get_unit (premise_evaluator_get_model (self->evaluator),
                                               shown->variable),
                       series_extent (self, series));
  premise_chart_set_axis_func (chart, axis, format_label_cb, labels, labels_free, labels->divisor);
}

/* The edges of bins have no unit: the title of the axis says what they are in. */
static char *
format_edge_cb (double            value,
                PremiseNumberForm form,
                gpointer          user_data)
{
  PremiseFormat format;

  premise_format_init (&format);

  return premise_format_value (&format, value, NULL, user_data);
}

static void
set_labels (const Figure *self,
            PremiseChart *chart)
{
  Labels *labels = labels_new (self, &self->figure->format, &self->tick_format, self->unit,
                               self->extent);

  if (self->plan->run != NULL && premise_chart_get_mark (chart) == PREMISE_MARK_HISTOGRAM)
    {
      premise_chart_set_tick_unit (chart, 0.01);
      premise_chart_set_label_func (chart, format_share_cb, NULL, NULL);
      premise_chart_set_axis_func (chart, PREMISE_AXIS_X, format_label_cb, labels, labels_free,
                                   labels->divisor);
      return;
    }

  labels_align (labels, self);
  premise_chart_set_tick_unit (chart, labels->divisor);
  premise_chart_set_label_func (chart, format_label_cb, labels, labels_free);

  if (self->figure->edges != NULL)
    premise_chart_set_axis_func (chart, PREMISE_AXIS_X, format_edge_cb, g_strdup (self->language),
                                 g_free, 1);

  if (premise_chart_get_mark (chart) == PREMISE_MARK_BUBBLE)
    {
      set_bubble_axis (self, chart, PREMISE_AXIS_VALUE, 1);
      set_bubble_axis (self, chart, PREMISE_AXIS_X, 0);
      set_bubble_axis (self, chart, PREMISE_AXIS_SIZE, 2);
    }
}

static char *
dup_plain (const Figure *self,
           PremiseText  *text)
{
  return text != NULL ? premise_text_render_plain (text, self->language, self->evaluator) : NULL;
}

/* A bin is named by its ends, a swing by the assumption that swings. */
static char *
dup_run_label (const Figure *self,
               guint         category)
{
  const PremiseFigureRun *run = self->plan->run;
  const PremiseCell *cell = &run->cells[category];

  if (run->edges != NULL)
    {
      g_autofree char *low = premise_format_value (&self->figure->format, run->edges[category],
                                                   self->unit, self->language);
      g_autofree char *high = premise_format_value (&self->figure->format, run->edges[category + 1],
                                                    self->unit, self->language);

      return g_strdup_printf ("%s – %s", low, high);
    }

  if (find_mark (self->figure) == PREMISE_MARK_TORNADO)
    return premise_report_dup_cell_label (self->report, cell->variable, cell->cell, self->language);

  return dup_plain (self, premise_report_get_member_label (self->report, self->figure->index,
                                                           category));
}

static char *
dup_category_label (const Figure *self,
                    guint         category)
{
  guint source = self->plan->order[category];
  gboolean items = self->figure->index == PREMISE_MODEL_NOT_FOUND;

  if (self->plan->run != NULL)
    return dup_run_label (self, category);

  if (items && source < self->figure->items->len)
    return dup_plain (self, g_array_index (self->figure->items, PremiseFigureItem, source).label);

  if (category != self->plan->total)
    return dup_plain (self, premise_report_get_member_label (self->report, self->figure->index,
                                                             source));

  if (self->figure->total_label != NULL)
    return dup_plain (self, self->figure->total_label);

  return g_strdup (self->words->total);
}

static char *
dup_run_series_label (const Figure *self,
                      guint         series)
{
  PremiseMark mark = find_mark (self->figure);

  if (mark == PREMISE_MARK_HISTOGRAM)
    return g_strdup (self->words->share_of_runs);
  if (mark == PREMISE_MARK_TORNADO)
    return g_strdup (series == 0 ? self->words->swing_low : self->words->swing_high);
  if (series == PREMISE_FIGURE_N_QUANTILES / 2)
    return g_strdup (self->words->median);

  return g_strdup_printf ("P%.0f", premise_figure_quantiles[series] * 100);
}

static char *
dup_series_label (const Figure *self,
                  guint         series)
{
  const PremiseFigure *figure = self->figure;
  gboolean items = figure->index == PREMISE_MODEL_NOT_FOUND;
  const PremiseFigureSeries *shown;

  if (self->plan->run != NULL)
    return dup_run_series_label (self, series);

  if (!items && self->plan->n_series > 0)
    series %= self->plan->n_series / self->plan->n_panels;

  if (figure->row_index != PREMISE_MODEL_NOT_FOUND && !items)
    return dup_plain (self, premise_report_get_member_label (self->report, figure->row_index,
                                                             series));

  if (items)
    return find_mark (figure) != PREMISE_MARK_RANGE
             ? NULL
             : g_strdup (series == 0 ? self->words->low : self->words->high);

  shown = &g_array_index (figure->series, PremiseFigureSeries, series);

  if (shown->label != NULL)
    return dup_plain (self, shown->label);

  if (shown->variable == PREMISE_MODEL_NOT_FOUND)
    return NULL;

  return dup_plain (self, premise_report_get_info (self->report, shown->variable)->label);
}

/* Data */

static void
set_categories (const Figure *self,
                PremiseChart *chart)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < self->plan->n_categories; c++)
    {
      char *label = dup_category_label (self, c);

      g_ptr_array_add (labels, label != NULL ? label : g_strdup (""));
    }

  premise_chart_set_categories (chart, (const char *const *) labels->pdata, labels->len);

  for (guint c = 0; c < self->plan->n_categories; c++)
    {
      if (self->plan->totals[c])
        premise_chart_add_total (chart, c);
    }
}

/* What the figure says, else what the variable says of itself. */
static PremiseCertainty
find_certainty (const Figure *self,
                guint         series,
                guint         category)
{
  static const PremiseCertainty said[] = {
    [PREMISE_FIGURE_GIVEN] = PREMISE_CERTAINTY_GIVEN,
    [PREMISE_FIGURE_FORECAST] = PREMISE_CERTAINTY_FORECAST,
    [PREMISE_FIGURE_INTERPOLATED] = PREMISE_CERTAINTY_INTERPOLATED,
    [PREMISE_FIGURE_IMPLIED] = PREMISE_CERTAINTY_IMPLIED,
  };
  const PremiseFigure *figure = self->figure;
  const PremiseFigurePoint *point = premise_figure_plan_get_point (self->plan, series, category);
  guint source = self->plan->order[category];
  const PremiseFigureSeries *shown;
  const PremiseVariableInfo *info;
  guint certainty = PREMISE_FIGURE_UNSAID;

  if (point == NULL || self->plan->run != NULL)
    return PREMISE_CERTAINTY_GIVEN;

  shown = get_series (self, figure->row_index != PREMISE_MODEL_NOT_FOUND
                              ? 0
                              : series % (self->plan->n_series / self->plan->n_panels));

  if (figure->index == PREMISE_MODEL_NOT_FOUND && source < figure->items->len)
    certainty = g_array_index (figure->items, PremiseFigureItem, source).certainty;
  else if (shown != NULL && shown->certainty != NULL && category != self->plan->total)
    certainty = shown->certainty[source];

  if (certainty != PREMISE_FIGURE_UNSAID)
    return said[certainty];

  info = premise_report_get_info (self->report, point->variable);

  return info != NULL && g_strcmp0 (info->origin, "implied") == 0 ? PREMISE_CERTAINTY_IMPLIED
                                                                   : PREMISE_CERTAINTY_GIVEN;
}

static void
set_series_mark (const Figure *self,
                 PremiseChart *chart,
                 guint         position,
                 guint         series)
{
  const PremiseFigureSeries *shown;

  if (self->figure->series->len == 0)
    return;

  shown = get_series (self, self->figure->row_index != PREMISE_MODEL_NOT_FOUND
                              ? 0
                              : series % (self->plan->n_series / self->plan->n_panels));

  if (shown != NULL && shown->mark != NULL)
    premise_chart_set_series_mark (chart, position, g_str_equal (shown->mark, "line")
                                                      ? PREMISE_MARK_LINE
                                                      : PREMISE_MARK_POINT);
}

static void
add_series (const Figure *self,
            PremiseChart *chart,
            guint         series)
{
  g_autofree double *values = g_new (double, self->plan->n_categories + 1);
  g_autofree double *base = g_new (double, self->plan->n_categories + 1);
  g_autofree char *label = dup_series_label (self, series);
  guint position;

  for (guint c = 0; c < self->plan->n_categories; c++)
    {
      values[c] = premise_figure_plan_get_value (self->plan, self->evaluator, series, c, FALSE);
      base[c] = premise_figure_plan_get_value (self->plan, self->evaluator, series, c, TRUE);
    }

  position = premise_chart_add_series (chart, label, values, base);

  for (guint c = 0; c < self->plan->n_categories; c++)
    premise_chart_set_certainty (chart, position, c, find_certainty (self, series, c));

  set_series_mark (self, chart, position, series);
}

static void
set_shape (const Figure *self,
           PremiseChart *chart)
{
  const PremiseFigure *figure = self->figure;
  PremiseStack stack = PREMISE_STACK_NONE;

  if (g_strcmp0 (figure->stack, "stacked") == 0)
    stack = PREMISE_STACK_STACKED;
  else if (g_strcmp0 (figure->stack, "percent") == 0)
    stack = PREMISE_STACK_PERCENT;

  premise_chart_set_horizontal (chart, figure->horizontal);
  premise_chart_set_stack (chart, stack);
  premise_chart_set_scale (chart, g_strcmp0 (figure->scale, "log") == 0 ? PREMISE_SCALE_LOG
                                                                        : PREMISE_SCALE_LINEAR);
}

/* Years, or the edges of bins. */
static void
set_positions (const Figure *self,
               PremiseChart *chart)
{
  PremiseModel *model = premise_evaluator_get_model (self->evaluator);
  guint n = self->plan->n_categories;
  g_autofree double *years = NULL;

  if (self->plan->run != NULL && self->plan->run->edges != NULL)
    premise_chart_set_positions (chart, self->plan->run->edges, n + 1);
  if (self->figure->edges != NULL && self->figure->edges->len == n + 1)
    premise_chart_set_positions (chart, (const double *) (gpointer) self->figure->edges->data, n + 1);

  if (!self->figure->time || self->figure->index == PREMISE_MODEL_NOT_FOUND)
    return;

  years = g_new (double, n + 1);
  for (guint c = 0; c < n; c++)
    years[c] = g_ascii_strtod (premise_model_get_member_id (model, self->figure->index,
                                                            self->plan->order[c]), NULL);

  premise_chart_set_positions (chart, years, n);
}

static void
set_panels (const Figure *self,
            PremiseChart *chart)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->plan->n_panels > 1 && i < self->plan->n_panels; i++)
    {
      char *label = dup_plain (self, premise_report_get_member_label (self->report,
                                                                      self->figure->panel_index, i));

      g_ptr_array_add (labels, label != NULL ? label : g_strdup (""));
    }

  premise_chart_set_panels (chart, (const char *const *) labels->pdata, labels->len);
}

static void
set_reference (const Figure *self,
               PremiseChart *chart)
{
  const PremiseFigureRun *run = self->plan->run;

  if (self->figure->cumulative)
    premise_chart_set_cumulative (chart, self->words->cumulative);

  if (run == NULL || find_mark (self->figure) == PREMISE_MARK_FAN)
    return;

  premise_chart_set_reference (chart, self->words->now, run->now, run->base);

  if (find_mark (self->figure) == PREMISE_MARK_HISTOGRAM)
    premise_chart_set_cumulative (chart, self->words->cumulative);
}

/* "Market size, CNY bn": what an axis measures, for the marks that have two of them. */
static char *
dup_axis_title (const Figure *self,
                guint         variable,
                double        extent)
{
  const PremiseVariableInfo *info = premise_report_get_info (self->report, variable);
  PremiseUnit *unit = premise_model_get_unit (premise_evaluator_get_model (self->evaluator),
                                              variable);
  g_autofree char *label = dup_plain (self, info->label);
  PremiseFormat format = info->format;
  g_autofree char *name = NULL;

  format.decimals = -1;
  name = premise_format_unit (&format, extent, unit, self->language);

  if (name == NULL || *name == '\0')
    return g_steal_pointer (&label);

  return g_strdup_printf ("%s%s%s", label != NULL ? label : "", self->words->comma, name);
}

static char *
dup_category_title (const Figure *self)
{
  if (self->figure->category_title != NULL)
    return dup_plain (self, self->figure->category_title);
  if (find_mark (self->figure) == PREMISE_MARK_BUBBLE && get_series (self, 0) != NULL)
    return dup_axis_title (self, get_series (self, 0)->variable, series_extent (self, 0));
  if (self->plan->run != NULL && find_mark (self->figure) == PREMISE_MARK_HISTOGRAM)
    return dup_axis_title (self, self->figure->output, self->extent);

  return NULL;
}

static void
set_words (const Figure *self,
           PremiseChart *chart)
{
  g_autofree char *category_title = dup_category_title (self);

  premise_chart_set_language (chart, premise_words_get_pango_language (self->language));
  premise_chart_set_base_label (chart, self->words->base_case);
  for (guint i = 0; i < PREMISE_N_CERTAINTIES; i++)
    premise_chart_set_certainty_label (chart, i, self->words->certainties[i]);
  /* The value axis has its title in the unit line above the chart. */
  premise_chart_set_axis_titles (chart, category_title, NULL);

  if (self->figure->illustrative)
    premise_chart_set_stamp (chart, self->words->illustrative);
}

/**
 * premise_figure_build_chart:
 * @report: a report
 * @block: a figure block of @report
 * @evaluator: the values
 * @language: (nullable): the language of labels and numbers
 *
 * Describes a figure as a chart, with the base case for the ghosts.
 *
 * Sorted categories stay in the order of the base case, and the axis in its
 * unit, so that nothing jumps while a slider moves.
 *
 * Returns: (transfer full): the chart
 */
PremiseChart *
premise_figure_build_chart (PremiseReport      *report,
                            const PremiseBlock *block,
                            PremiseEvaluator   *evaluator,
                            const char         *language)
{
  g_auto(Figure) self = { 0 };
  PremiseChart *chart;

  if (is_diagram (block))
    return premise_figure_build_diagram (block, evaluator, language);

  g_return_val_if_fail (is_figure (block), NULL);
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (evaluator), NULL);

  figure_init (&self, report, block, evaluator, language);

  chart = premise_chart_new (find_mark (self.figure));
  set_shape (&self, chart);
  set_words (&self, chart);
  set_labels (&self, chart);
  set_categories (&self, chart);

  for (guint s = 0; s < self.plan->n_series; s++)
    add_series (&self, chart, s);

  set_positions (&self, chart);
  set_panels (&self, chart);
  set_reference (&self, chart);

  return chart;
}

/**
 * premise_figure_get_point_cell:
 * @report: a report
 * @block: a figure block of @report
 * @evaluator: the values that the chart was built with
 * @series: a series of the chart
 * @category: a category of the chart
 * @variable: (out): the variable that the point shows
 * @cell: (out): its cell
 *
 * Finds where a point of a chart comes from.
 *
 * Returns: %FALSE when it stands for no cell, as a computed sum does
 */
gboolean
premise_figure_get_point_cell (PremiseReport      *report,
                               const PremiseBlock *block,
                               PremiseEvaluator   *evaluator,
                               guint               series,
                               guint               category,
                               guint              *variable,
                               guint              *cell)
{
  g_autoptr(PremiseFigurePlan) plan = NULL;
  const PremiseFigurePoint *point;

  if (is_diagram (block))
    return FALSE;

  g_return_val_if_fail (is_figure (block), FALSE);
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (evaluator), FALSE);

  plan = premise_figure_plan_new (report, block->figure, evaluator);
  point = premise_figure_plan_get_point (plan, series, category);

  if (point == NULL)
    return FALSE;

  *variable = point->variable;
  *cell = point->cell;
  return TRUE;
}

/**
 * premise_figure_dup_unit_line:
 * @report: a report
 * @block: a figure block of @report
 * @evaluator: the values
 * @language: (nullable): the language of the report
 *
 * Gets what stands above a chart: the author's line, or the unit of the axis.
 *
 * Returns: (transfer full): the line; empty for plain numbers
 */
char *
premise_figure_dup_unit_line (PremiseReport      *report,
                              const PremiseBlock *block,
                              PremiseEvaluator   *evaluator,
                              const char         *language)
{
  g_auto(Figure) self = { 0 };

  if (is_diagram (block))
    return g_strdup ("");

  g_return_val_if_fail (is_figure (block), NULL);
  g_return_val_if_fail (PREMISE_IS_EVALUATOR (evaluator), NULL);

  figure_init (&self, report, block, evaluator, language);

  if (self.figure->value_title != NULL)
    return dup_plain (&self, self.figure->value_title);

  if (g_strcmp0 (self.figure->stack, "percent") == 0)
    return g_strdup ("%");
  if (self.plan->run != NULL && find_mark (self.figure) == PREMISE_MARK_HISTOGRAM)
    return g_strdup (self.words->share_of_runs);
  if (find_mark (self.figure) == PREMISE_MARK_BUBBLE && get_series (&self, 1) != NULL)
    return dup_axis_title (&self, get_series (&self, 1)->variable, self.extent);

  return premise_format_unit (&self.tick_format, self.extent, self.unit, language);
}

/**
 * premise_figure_describe:
 * @report: a report
 * @block: a figure block of @report
 * @evaluator: the values
 * @language: (nullable): the language of the report
 *
 * Says in words what a figure shows now: the text alternative of its chart.
 *
 * Returns: (transfer full): the sentences
 */
char *
premise_figure_describe (PremiseReport      *report,
                         const PremiseBlock *block,
                         PremiseEvaluator   *evaluator,
                         const char         *language)
{
  const PremiseFigureWords *words = premise_figure_words_get (language);
  g_autoptr(PremiseChart) chart = premise_figure_build_chart (report, block, evaluator, language);
  g_autofree char *unit = NULL;
  g_autofree char *sentences = NULL;
  g_autoptr(GString) string = g_string_new (NULL);

  g_return_val_if_fail (chart != NULL, NULL);

  if (is_diagram (block))
    return premise_figure_describe_diagram (block, chart, language);

  unit = premise_figure_dup_unit_line (report, block, evaluator, language);
  sentences = premise_chart_describe (chart, words->phrases);

  g_string_append (string, words->marks[premise_chart_get_mark (chart)]);

  if (block->figure->illustrative)
    g_string_append_printf (string, "%s%s", words->comma, words->illustrative);

  if (*unit != '\0')
    g_string_append_printf (string, "%s%s", words->comma, unit);

  g_string_append_printf (string, "%s%s", words->full_stop, sentences);

  return g_string_free_and_steal (g_steal_pointer (&string));
}
