/* premise-chart.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-private.h"
#include "premise-diagram.h"

#include <math.h>

/* Nothing drawn is longer than this many characters; a longer label would only cost time
 * in the text layout before it is cut there. */
#define MAX_LABEL_CHARS 240

/* Beyond this, sums of a stack and the extent of an axis could overflow. */
#define MAX_NUMBER 1e290

#define MAX_UNIT 1e60

/* Two values closer than this part of the larger one are drawn at the same place. */
#define SAME_VALUE 1e-9

G_DEFINE_BOXED_TYPE (PremiseChart, premise_chart, premise_chart_ref, premise_chart_unref)

static void
series_free (PremiseSeries *series)
{
  g_free (series->label);
  g_free (series->values);
  g_free (series->base);
  g_free (series->certainty);
  g_free (series);
}

char *
premise_chart_dup_label (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  g_strdelimit (valid, "\n\r\t\v\f", ' ');

  if (g_utf8_strlen (valid, -1) > MAX_LABEL_CHARS)
    {
      g_autofree char *cut = g_utf8_substring (valid, 0, MAX_LABEL_CHARS);

      return g_strconcat (cut, "…", NULL);
    }

  return g_steal_pointer (&valid);
}

void
premise_chart_take_label (char **field,
                          char  *label)
{
  g_free (*field);
  *field = label;
}

static PremiseSeries *
get_series (PremiseChart *self,
            guint         series)
{
  return series < self->series->len ? g_ptr_array_index (self->series, series) : NULL;
}

/**
 * premise_chart_new:
 * @mark: what stands for a value
 *
 * Creates the description of a chart without data.
 *
 * Returns: (transfer full): the new chart
 */
PremiseChart *
premise_chart_new (PremiseMark mark)
{
  PremiseChart *self = g_new0 (PremiseChart, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->mark = mark;
  self->domain_min = NAN;
  self->domain_max = NAN;
  self->numbers[PREMISE_AXIS_VALUE].unit = 1;
  self->x_domain[0] = self->x_domain[1] = NAN;
  self->largest = NAN;
  self->reference = NAN;
  self->reference_base = NAN;
  self->panels = g_ptr_array_new_with_free_func (g_free);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->totals = g_array_new (FALSE, FALSE, sizeof (guint));
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);

  return self;
}

/**
 * premise_chart_ref:
 * @self: a chart
 *
 * Adds a reference to @self.
 *
 * Returns: (transfer full): @self
 */
PremiseChart *
premise_chart_ref (PremiseChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * premise_chart_unref:
 * @self: (transfer full): a chart
 *
 * Drops a reference to @self. The last one frees it and calls the destroy notify of the
 * label function.
 */
void
premise_chart_unref (PremiseChart *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint axis = 0; axis < PREMISE_N_AXES; axis++)
    {
      if (self->numbers[axis].destroy != NULL)
        self->numbers[axis].destroy (self->numbers[axis].data);
    }

  g_clear_pointer (&self->writer, premise_chart_unref);
  g_free (self->language);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->category_title);
  g_free (self->value_title);
  g_free (self->stamp);
  g_free (self->base_label);
  for (guint i = 0; i < PREMISE_N_CERTAINTIES; i++)
    g_free (self->certainty_labels[i]);
  g_free (self->reference_label);
  g_free (self->cumulative_label);
  g_clear_pointer (&self->diagram, premise_diagram_free);
  g_clear_pointer (&self->positions, g_array_unref);
  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->categories);
  g_array_unref (self->totals);
  g_ptr_array_unref (self->series);
  g_free (self);
}

/**
 * premise_chart_set_horizontal:
 * @self: a chart
 * @horizontal: whether values run along the width
 *
 * Turns the chart. Lines and heat maps stay as they are; so do columns that are too narrow
 * for their names, which lie down by themselves.
 */
void
premise_chart_set_horizontal (PremiseChart *self,
                              gboolean      horizontal)
{
  g_return_if_fail (self != NULL);

  self->horizontal = horizontal != FALSE;
}

/**
 * premise_chart_set_stack:
 * @self: a chart
 * @stack: how bars of one category stand to each other
 *
 * Sets how the series of a bar chart share a category. Other marks ignore it.
 */
void
premise_chart_set_stack (PremiseChart *self,
                         PremiseStack  stack)
{
  g_return_if_fail (self != NULL);

  self->stack = stack;
}

/**
 * premise_chart_set_scale:
 * @self: a chart
 * @kind: the kind of value axis
 *
 * Sets the kind of value axis. Marks whose length is the value (bars, waterfalls) stay on
 * a linear axis from zero: the length of a bar on a log axis says nothing.
 */
void
premise_chart_set_scale (PremiseChart     *self,
                         PremiseScaleKind  kind)
{
  g_return_if_fail (self != NULL);

  self->scale = kind;
}

/**
 * premise_chart_set_domain:
 * @self: a chart
 * @min: lower end of the value axis, or NaN
 * @max: upper end of the value axis, or NaN
 *
 * Keeps the value axis, for example while a slider moves. NaN, NaN chooses it from the
 * data. A value outside widens it.
 */
void
premise_chart_set_domain (PremiseChart *self,
                          double        min,
                          double        max)
{
  g_return_if_fail (self != NULL);

  self->domain_min = min;
  self->domain_max = max;
}

static double
clean_unit (double unit)
{
  return unit >= 1 / MAX_UNIT && unit <= MAX_UNIT ? unit : 1;
}

/**
 * premise_chart_set_tick_unit:
 * @self: a chart
 * @unit: one scaled unit of the axis, in the unit of the values
 *
 * Makes ticks round in what the labels show: 1e8 when labels are in 亿. Anything but a
 * positive number is taken as 1.
 */
void
premise_chart_set_tick_unit (PremiseChart *self,
                             double        unit)
{
  g_return_if_fail (self != NULL);

  self->numbers[PREMISE_AXIS_VALUE].unit = clean_unit (unit);
}

static void
set_numbers (PremiseNumbers   *numbers,
             PremiseLabelFunc  func,
             gpointer          user_data,
             GDestroyNotify    destroy)
{
  if (numbers->destroy != NULL)
    numbers->destroy (numbers->data);

  numbers->func = func;
  numbers->data = user_data;
  numbers->destroy = destroy;
}

/**
 * premise_chart_set_label_func:
 * @self: a chart
 * @func: (nullable) (scope notified): formats a value
 * @user_data: passed to @func
 * @destroy: (nullable): frees @user_data
 *
 * Sets what writes numbers. Without it they are written plainly, as in C.
 */
void
premise_chart_set_label_func (PremiseChart     *self,
                              PremiseLabelFunc  func,
                              gpointer          user_data,
                              GDestroyNotify    destroy)
{
  g_return_if_fail (self != NULL);

  set_numbers (&self->numbers[PREMISE_AXIS_VALUE], func, user_data, destroy);
}

/**
 * premise_chart_set_axis_func:
 * @self: a chart
 * @axis: an axis
 * @func: (nullable) (scope notified): formats a value
 * @user_data: passed to @func
 * @destroy: (nullable): frees @user_data
 * @tick_unit: one scaled unit of the axis
 *
 * Sets how the numbers of one axis are written, and in which steps. An axis without is
 * written as the values are.
 */
void
premise_chart_set_axis_func (PremiseChart     *self,
                             PremiseAxis       axis,
                             PremiseLabelFunc  func,
                             gpointer          user_data,
                             GDestroyNotify    destroy,
                             double            tick_unit)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (axis < PREMISE_N_AXES);

  set_numbers (&self->numbers[axis], func, user_data, destroy);
  self->numbers[axis].unit = clean_unit (tick_unit);
}

/**
 * premise_chart_set_language:
 * @self: a chart
 * @language: (nullable): a language as Pango names it, such as "zh-cn"
 *
 * Sets the language of every text, which decides the shape of Chinese glyphs and where
 * lines may break.
 */
void
premise_chart_set_language (PremiseChart *self,
                            const char   *language)
{
  g_return_if_fail (self != NULL);

  premise_chart_take_label (&self->language, g_strdup (language));
}

/**
 * premise_chart_set_axis_titles:
 * @self: a chart
 * @category_title: (nullable): what the categories are
 * @value_title: (nullable): what the values are
 *
 * Sets the titles of the axes. A heat map has no value axis: there, @value_title is the
 * title of the rows.
 */
void
premise_chart_set_axis_titles (PremiseChart *self,
                               const char   *category_title,
                               const char   *value_title)
{
  g_return_if_fail (self != NULL);

  premise_chart_take_label (&self->category_title, premise_chart_dup_label (category_title));
  premise_chart_take_label (&self->value_title, premise_chart_dup_label (value_title));
}

/**
 * premise_chart_set_categories:
 * @self: a chart
 * @labels: (array length=n_labels) (nullable): one label per category
 * @n_labels: how many
 *
 * Sets the categories. Set them before adding series.
 */
void
premise_chart_set_categories (PremiseChart      *self,
                              const char *const *labels,
                              guint              n_labels)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (labels != NULL || n_labels == 0);

  /* Charts that are like this one have the same labels, and keep them. */
  g_ptr_array_unref (self->categories);
  self->categories = g_ptr_array_new_full (n_labels, g_free);
  g_array_set_size (self->totals, 0);

  for (guint i = 0; i < n_labels; i++)
    g_ptr_array_add (self->categories, premise_chart_dup_label (labels[i] != NULL ? labels[i] : ""));
}

/**
 * premise_chart_add_total:
 * @self: a chart
 * @category: position of a category
 *
 * Makes a category of a waterfall one that shows what the steps have come to, or what they start
 * from. It stands on the axis and adds nothing; the steps after it begin at its value. The last
 * category is a total without being told.
 */
void
premise_chart_add_total (PremiseChart *self,
                         guint         category)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (category < self->categories->len);

  g_array_append_val (self->totals, category);
}

gboolean
premise_chart_is_total (PremiseChart *self,
                        guint         category)
{
  if (self->mark != PREMISE_MARK_WATERFALL)
    return FALSE;

  for (guint i = 0; i < self->totals->len; i++)
    {
      if (g_array_index (self->totals, guint, i) == category)
        return TRUE;
    }

  return category + 1 == self->categories->len;
}

/**
 * premise_chart_add_series:
 * @self: a chart
 * @label: (nullable): the name of the series
 * @values: one value per category, copied
 * @base: (nullable): the base case, one value per category, copied
 *
 * Adds a series. NaN is a missing value. A range chart takes the first series as the low
 * end and the second as the high end.
 *
 * Returns: position of the series
 */
guint
premise_chart_add_series (PremiseChart *self,
                          const char   *label,
                          const double *values,
                          const double *base)
{
  PremiseSeries *series;
  guint n;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (values != NULL || self->categories->len == 0, 0);

  n = self->categories->len;
  series = g_new0 (PremiseSeries, 1);
  series->label = premise_chart_dup_label (label);
  series->n_values = n;
  series->values = g_memdup2 (values, n * sizeof (double));
  series->base = base != NULL ? g_memdup2 (base, n * sizeof (double)) : NULL;
  series->certainty = g_new0 (guint8, MAX (n, 1));
  g_ptr_array_add (self->series, series);

  return self->series->len - 1;
}

/**
 * premise_chart_set_certainty:
 * @self: a chart
 * @series: position of a series
 * @category: position of a category
 * @certainty: how sure the value is
 *
 * Says how sure a value is. Interpolated values are drawn dashed, implied ones hatched.
 */
void
premise_chart_set_certainty (PremiseChart     *self,
                             guint             series,
                             guint             category,
                             PremiseCertainty  certainty)
{
  PremiseSeries *found;

  g_return_if_fail (self != NULL);

  found = get_series (self, series);
  g_return_if_fail (found != NULL && category < found->n_values);

  found->certainty[category] = certainty;
}

/**
 * premise_chart_set_stamp:
 * @self: a chart
 * @stamp: (nullable): a word such as "illustrative"
 *
 * Sets a word that is printed with the chart whatever its size.
 */
void
premise_chart_set_stamp (PremiseChart *self,
                         const char   *stamp)
{
  g_return_if_fail (self != NULL);

  premise_chart_take_label (&self->stamp, premise_chart_dup_label (stamp));
}

/**
 * premise_chart_set_certainty_label:
 * @self: a chart
 * @certainty: how sure a value is
 * @label: (nullable): what the legend calls such values
 *
 * Says what a way of drawing means. Where no value is drawn in that way there is no entry.
 */
void
premise_chart_set_certainty_label (PremiseChart     *self,
                                   PremiseCertainty  certainty,
                                   const char       *label)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (certainty < PREMISE_N_CERTAINTIES);

  premise_chart_take_label (&self->certainty_labels[certainty], premise_chart_dup_label (label));
}

/**
 * premise_chart_get_certainty_label:
 * @self: a chart
 * @series: position of a series
 * @category: position of a category
 *
 * Returns: (nullable) (transfer none): what the legend calls the certainty of a value
 */
const char *
premise_chart_get_certainty_label (PremiseChart *self,
                                   guint         series,
                                   guint         category)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->certainty_labels[premise_chart_get_certainty (self, series, category)];
}

/**
 * premise_chart_set_base_label:
 * @self: a chart
 * @label: (nullable): what the base case is called
 *
 * Sets the legend of the ghost marks.
 */
void
premise_chart_set_base_label (PremiseChart *self,
                              const char   *label)
{
  g_return_if_fail (self != NULL);

  premise_chart_take_label (&self->base_label, premise_chart_dup_label (label));
}

/**
 * premise_chart_get_mark:
 * @self: a chart
 *
 * Gets what stands for a value.
 *
 * Returns: the mark
 */
PremiseMark
premise_chart_get_mark (PremiseChart *self)
{
  g_return_val_if_fail (self != NULL, PREMISE_MARK_BAR);

  return self->mark;
}

/**
 * premise_chart_get_n_categories:
 * @self: a chart
 *
 * Gets how many categories there are.
 *
 * Returns: the number of categories
 */
guint
premise_chart_get_n_categories (PremiseChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->categories->len;
}

/**
 * premise_chart_get_n_series:
 * @self: a chart
 *
 * Gets how many series there are.
 *
 * Returns: the number of series
 */
guint
premise_chart_get_n_series (PremiseChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len;
}

/**
 * premise_chart_get_category:
 * @self: a chart
 * @category: position of a category
 *
 * Gets the label of a category.
 *
 * Returns: (nullable): the label, %NULL when there is no such category
 */
const char *
premise_chart_get_category (PremiseChart *self,
                            guint         category)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (category >= self->categories->len)
    return NULL;

  return g_ptr_array_index (self->categories, category);
}

/**
 * premise_chart_get_series_label:
 * @self: a chart
 * @series: position of a series
 *
 * Gets the name of a series.
 *
 * Returns: (nullable): the name
 */
const char *
premise_chart_get_series_label (PremiseChart *self,
                                guint         series)
{
  PremiseSeries *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = get_series (self, series);

  return found != NULL ? found->label : NULL;
}

/**
 * premise_chart_get_value:
 * @self: a chart
 * @series: position of a series
 * @category: position of a category
 *
 * Gets a value.
 *
 * Returns: the value, NaN when it is missing
 */
double
premise_chart_get_value (PremiseChart *self,
                         guint         series,
                         guint         category)
{
  PremiseSeries *found;

  g_return_val_if_fail (self != NULL, NAN);

  found = get_series (self, series);

  return found != NULL && category < found->n_values ? found->values[category] : NAN;
}

/**
 * premise_chart_get_base:
 * @self: a chart
 * @series: position of a series
 * @category: position of a category
 *
 * Gets the base case of a value.
 *
 * Returns: the base case, NaN when it was not given
 */
double
premise_chart_get_base (PremiseChart *self,
                        guint         series,
                        guint         category)
{
  PremiseSeries *found;

  g_return_val_if_fail (self != NULL, NAN);

  found = get_series (self, series);

  if (found == NULL || found->base == NULL || category >= found->n_values)
    return NAN;

  return found->base[category];
}

/**
 * premise_chart_format_value:
 * @self: a chart
 * @value: a value
 * @form: how it is to be written
 *
 * Writes a number the way the chart does.
 *
 * Returns: (transfer full): the text
 */
char *
premise_chart_format_value (PremiseChart *self,
                            double        value,
                            PremiseNumberForm form)
{
  g_return_val_if_fail (self != NULL, NULL);

  return premise_chart_format_axis (self, PREMISE_AXIS_VALUE, value, form);
}

PremiseCertainty
premise_chart_get_certainty (PremiseChart *self,
                             guint         series,
                             guint         category)
{
  PremiseSeries *found = get_series (self, series);

  if (found == NULL || category >= found->n_values)
    return PREMISE_CERTAINTY_GIVEN;

  return found->certainty[category];
}

gboolean
premise_chart_has_certainty (PremiseChart     *self,
                             PremiseCertainty  certainty)
{
  double number;

  for (guint s = 0; s < self->series->len; s++)
    {
      PremiseSeries *series = get_series (self, s);

      for (guint c = 0; c < series->n_values; c++)
        {
          if (series->certainty[c] == certainty && premise_chart_get_number (self, s, c, &number))
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
premise_chart_get_number (PremiseChart *self,
                          guint         series,
                          guint         category,
                          double       *value)
{
  *value = premise_chart_get_value (self, series, category);

  return isfinite (*value) && fabs (*value) <= MAX_NUMBER;
}

gboolean
premise_chart_get_ghost (PremiseChart *self,
                         guint         series,
                         guint         category,
                         double       *base)
{
  double value = premise_chart_get_value (self, series, category);

  *base = premise_chart_get_base (self, series, category);

  if (!isfinite (*base) || fabs (*base) > MAX_NUMBER)
    return FALSE;

  /* Where the value is missing the base case is all there is to see. */
  if (!isfinite (value))
    return TRUE;

  return fabs (value - *base) > SAME_VALUE * fmax (fabs (value), fabs (*base));
}

gboolean
premise_chart_has_ghost (PremiseChart *self)
{
  double base;

  for (guint s = 0; s < self->series->len; s++)
    {
      for (guint c = 0; c < self->categories->len && get_series (self, s)->base != NULL; c++)
        {
          if (premise_chart_get_ghost (self, s, c, &base))
            return TRUE;
        }
    }

  return FALSE;
}
