/* premise-chart-options.c: What only some of the marks take
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-private.h"

#include <math.h>

static PremiseSeries *
get_series (PremiseChart *self,
            guint         series)
{
  return series < self->series->len ? g_ptr_array_index (self->series, series) : NULL;
}

/**
 * premise_chart_set_series_mark:
 * @self: a chart
 * @series: position of a series
 * @mark: what stands for its values
 *
 * Draws a series with a mark of its own, on the scale of the others: a line or points over bars
 * or areas, points over lines. Any other pair, and any stack of shares, is drawn as the chart.
 */
void
premise_chart_set_series_mark (PremiseChart *self,
                               guint         series,
                               PremiseMark   mark)
{
  PremiseSeries *found;

  g_return_if_fail (self != NULL);

  found = get_series (self, series);
  g_return_if_fail (found != NULL);

  found->has_mark = TRUE;
  found->mark = mark;
}

PremiseMark
premise_chart_get_series_mark (PremiseChart *self,
                               guint         series)
{
  PremiseSeries *found = get_series (self, series);
  gboolean line, point;

  if (found == NULL || !found->has_mark || self->stack == PREMISE_STACK_PERCENT)
    return self->mark;

  line = found->mark == PREMISE_MARK_LINE;
  point = found->mark == PREMISE_MARK_POINT;

  if ((self->mark == PREMISE_MARK_BAR || self->mark == PREMISE_MARK_AREA) && (line || point))
    return found->mark;
  if (self->mark == PREMISE_MARK_LINE && point)
    return found->mark;

  return self->mark;
}

PremiseAxis
premise_chart_get_series_axis (PremiseChart *self,
                               guint         series)
{
  if (self->mark != PREMISE_MARK_BUBBLE || series == 1)
    return PREMISE_AXIS_VALUE;

  return series == 0 ? PREMISE_AXIS_X : PREMISE_AXIS_SIZE;
}

/**
 * premise_chart_set_positions:
 * @self: a chart with its categories
 * @positions: (array length=n_positions) (nullable): a number for each category
 * @n_positions: how many; for a histogram one more than there are categories, 0 for none
 *
 * Gives categories a place on a number line, as years have, instead of equal distances.
 *
 * Returns: %FALSE when the numbers are not ascending or not as many as needed; then the
 *   categories stay at equal distances
 */
gboolean
premise_chart_set_positions (PremiseChart *self,
                             const double *positions,
                             guint         n_positions)
{
  guint needed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (positions != NULL || n_positions == 0, FALSE);

  g_clear_pointer (&self->positions, g_array_unref);
  needed = self->categories->len + (self->mark == PREMISE_MARK_HISTOGRAM ? 1 : 0);

  if (n_positions != needed || n_positions < 2)
    return FALSE;

  for (guint i = 0; i < n_positions; i++)
    {
      if (!isfinite (positions[i]) || fabs (positions[i]) > 1e290
          || (i > 0 && !(positions[i] > positions[i - 1])))
        return FALSE;
    }

  self->positions = g_array_sized_new (FALSE, FALSE, sizeof (double), n_positions);
  g_array_append_vals (self->positions, positions, n_positions);

  return TRUE;
}

/**
 * premise_chart_set_panels:
 * @self: a chart with its series
 * @labels: (array length=n_labels) (nullable): a label for each panel
 * @n_labels: how many panels; 0 or 1 for none
 *
 * Repeats the chart once for each label, with the same scale. Where the series cannot be split
 * evenly there are no panels.
 */
void
premise_chart_set_panels (PremiseChart      *self,
                          const char *const *labels,
                          guint              n_labels)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (labels != NULL || n_labels == 0);

  g_ptr_array_set_size (self->panels, 0);

  if (n_labels < 2 || self->series->len == 0 || self->series->len % n_labels != 0)
    return;

  for (guint i = 0; i < n_labels; i++)
    g_ptr_array_add (self->panels, premise_chart_dup_label (labels[i] != NULL ? labels[i] : ""));
}

/**
 * premise_chart_get_n_panels:
 * @self: a chart
 *
 * Gets how many panels there are.
 *
 * Returns: the number of panels, 1 without any
 */
guint
premise_chart_get_n_panels (PremiseChart *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return MAX (self->panels->len, 1);
}

/**
 * premise_chart_get_panel:
 * @self: a chart
 * @series: position of a series
 *
 * Gets the label of the panel that a series is in.
 *
 * Returns: (nullable): the label, %NULL without panels
 */
const char *
premise_chart_get_panel (PremiseChart *self,
                         guint         series)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->panels->len == 0 || series >= self->series->len)
    return NULL;

  return g_ptr_array_index (self->panels, series / (self->series->len / self->panels->len));
}

/**
 * premise_chart_dup_series_name:
 * @self: a chart
 * @series: position of a series
 *
 * Names a series among all the series of all panels. Where each panel has one series only, its
 * panel is its name.
 *
 * Returns: (transfer full) (nullable): the name, %NULL where there is none
 */
char *
premise_chart_dup_series_name (PremiseChart *self,
                               guint         series)
{
  const char *label = premise_chart_get_series_label (self, series);
  const char *panel = premise_chart_get_panel (self, series);

  if (panel != NULL && (label == NULL || self->panels->len == self->series->len))
    return g_strdup (panel);

  return panel != NULL ? g_strdup_printf ("%s · %s", panel, label) : g_strdup (label);
}

/**
 * premise_chart_set_reference:
 * @self: a chart
 * @label: (nullable): what the value is
 * @value: the value, NaN for none
 * @base: what it is in the base case, NaN when it is not known
 *
 * Sets a value that everything is measured against.
 */
void
premise_chart_set_reference (PremiseChart *self,
                             const char   *label,
                             double        value,
                             double        base)
{
  g_return_if_fail (self != NULL);

  premise_chart_take_label (&self->reference_label, premise_chart_dup_label (label));
  self->reference = isfinite (value) && fabs (value) <= 1e290 ? value : NAN;
  self->reference_base = isfinite (base) && fabs (base) <= 1e290 ? base : NAN;
}

/**
 * premise_chart_set_cumulative:
 * @self: a chart
 * @label: (nullable): the name of the line
 *
 * Draws over a histogram how much of it lies below each edge.
 */
void
premise_chart_set_cumulative (PremiseChart *self,
                              const char   *label)
{
  g_return_if_fail (self != NULL);

  premise_chart_take_label (&self->cumulative_label, premise_chart_dup_label (label));
}

double
premise_chart_get_tick_unit (PremiseChart *self,
                             PremiseAxis   axis)
{
  double unit = self->numbers[axis].unit;

  return unit > 0 ? unit : self->numbers[PREMISE_AXIS_VALUE].unit;
}

char *
premise_chart_format_axis (PremiseChart *self,
                           PremiseAxis   axis,
                           double        value,
                           PremiseNumberForm form)
{
  const PremiseNumbers *numbers = &self->numbers[axis];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *text = NULL;

  if (numbers->func == NULL)
    numbers = &self->numbers[PREMISE_AXIS_VALUE];
  if (numbers->func != NULL)
    text = numbers->func (value, form, numbers->data);

  if (text == NULL)
    return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g",
                                      value / premise_chart_get_tick_unit (self, axis)));

  return text;
}

/**
 * premise_chart_format_series:
 * @self: a chart
 * @series: position of a series
 * @value: one of its values
 *
 * Writes a value of a series: along, across and as a size numbers may be written differently.
 *
 * Returns: (transfer full): the text
 */
char *
premise_chart_format_series (PremiseChart *self,
                             guint         series,
                             double        value)
{
  g_return_val_if_fail (self != NULL, NULL);

  return premise_chart_format_axis (self, premise_chart_get_series_axis (self, series), value,
                                    PREMISE_NUMBER_FULL);
}

void
premise_chart_copy_series (PremiseChart        *self,
                           const PremiseSeries *from,
                           const double        *values)
{
  guint series = premise_chart_add_series (self, from->label, values, from->base);
  PremiseSeries *to = get_series (self, series);

  memcpy (to->certainty, from->certainty, from->n_values);
  to->has_mark = from->has_mark;
  to->mark = from->mark;
}

PremiseChart *
premise_chart_new_like (PremiseChart *self)
{
  PremiseChart *chart = premise_chart_new (self->mark);

  chart->stack = self->stack;
  chart->scale = self->scale;
  chart->horizontal = self->horizontal;
  chart->domain_min = self->domain_min;
  chart->domain_max = self->domain_max;
  chart->reference = self->reference;
  chart->reference_base = self->reference_base;
  premise_chart_set_language (chart, self->language);
  premise_chart_set_cumulative (chart, self->cumulative_label);
  g_ptr_array_unref (chart->categories);
  chart->categories = g_ptr_array_ref (self->categories);
  g_array_append_vals (chart->totals, self->totals->data, self->totals->len);

  chart->writer = premise_chart_ref (self);
  for (guint axis = 0; axis < PREMISE_N_AXES; axis++)
    {
      chart->numbers[axis] = self->numbers[axis];
      chart->numbers[axis].destroy = NULL;
    }

  if (self->positions != NULL)
    premise_chart_set_positions (chart, (const double *) (gpointer) self->positions->data,
                                 self->positions->len);

  return chart;
}

PremiseChart *
premise_chart_new_panel (PremiseChart *self,
                         guint         panel)
{
  PremiseChart *chart = premise_chart_new_like (self);
  guint n = self->series->len / premise_chart_get_n_panels (self);

  chart->is_panel = TRUE;

  for (guint s = 0; s < n; s++)
    {
      const PremiseSeries *series = g_ptr_array_index (self->series, panel * n + s);

      premise_chart_copy_series (chart, series, series->values);
    }

  return chart;
}

PremiseChart *
premise_chart_new_rows (PremiseChart *self,
                        guint         first,
                        guint         n)
{
  PremiseChart *chart = premise_chart_new_like (self);

  chart->is_panel = TRUE;
  chart->horizontal = TRUE;
  chart->names = g_ptr_array_ref (self->categories);
  premise_chart_set_categories (chart, (const char *const *) self->categories->pdata + first, n);

  for (guint s = 0; s < self->series->len; s++)
    {
      const PremiseSeries *from = g_ptr_array_index (self->series, s);
      PremiseSeries *to;

      premise_chart_add_series (chart, from->label, from->values + first,
                                from->base != NULL ? from->base + first : NULL);
      to = get_series (chart, s);
      memcpy (to->certainty, from->certainty + first, n);
      to->has_mark = from->has_mark;
      to->mark = from->mark;
    }

  return chart;
}
