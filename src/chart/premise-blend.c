/* premise-blend.c: A chart on its way from one set of values to another
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-blend.h"

#include "premise-chart-private.h"

#include <math.h>

/* Each step is laid out anew, so that labels keep apart; a chart with more values than this
 * would do that too slowly to be seen moving. */
#define MAX_VALUES 2000

static const PremiseSeries *
get_series (PremiseChart *self,
            guint         series)
{
  return g_ptr_array_index (self->series, series);
}

static gboolean
same_labels (GPtrArray *a,
             GPtrArray *b)
{
  if (a == b)
    return TRUE;
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_series (const PremiseSeries *a,
             const PremiseSeries *b)
{
  return a->n_values == b->n_values && g_strcmp0 (a->label, b->label) == 0;
}

static gboolean
same_positions (PremiseChart *a,
                PremiseChart *b)
{
  if (a->positions == NULL || b->positions == NULL)
    return a->positions == b->positions;

  return a->positions->len == b->positions->len
         && memcmp (a->positions->data, b->positions->data, a->positions->len * sizeof (double)) == 0;
}

static gboolean
is_moved (PremiseChart *from,
          PremiseChart *to)
{
  for (guint s = 0; s < to->series->len; s++)
    {
      const PremiseSeries *a = get_series (from, s);
      const PremiseSeries *b = get_series (to, s);

      if (memcmp (a->values, b->values, a->n_values * sizeof (double)) != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * premise_chart_can_blend:
 * @from: a chart
 * @to: another
 *
 * Tells whether marks can go from where they are in @from to where they are in @to: the same
 * series, categories and panels in the same order, and values that differ. Where an order
 * follows the values and has changed, nothing could go anywhere without passing through others.
 *
 * Returns: whether premise_chart_blend() shows anything that lies between
 */
gboolean
premise_chart_can_blend (PremiseChart *from,
                         PremiseChart *to)
{
  g_return_val_if_fail (from != NULL, FALSE);
  g_return_val_if_fail (to != NULL, FALSE);

  if (from->mark != to->mark || from->stack != to->stack || from->scale != to->scale
      || from->horizontal != to->horizontal || from->diagram != NULL || to->diagram != NULL
      || from->series->len != to->series->len || to->series->len * to->categories->len > MAX_VALUES
      || !same_labels (from->categories, to->categories) || !same_labels (from->panels, to->panels)
      || !same_positions (from, to))
    return FALSE;

  for (guint s = 0; s < to->series->len; s++)
    {
      if (!same_series (get_series (from, s), get_series (to, s)))
        return FALSE;
    }

  return is_moved (from, to);
}

/* What is missing, or infinite, at one end is not there until the other is reached. */
static double
blend (double from,
       double to,
       double progress)
{
  return isfinite (from) && isfinite (to) ? from * (1 - progress) + to * progress : to;
}

static void
blend_series (PremiseChart        *chart,
              const PremiseSeries *from,
              const PremiseSeries *to,
              double               progress)
{
  g_autofree double *values = g_new (double, MAX (to->n_values, 1));

  for (guint i = 0; i < to->n_values; i++)
    values[i] = blend (from->values[i], to->values[i], progress);

  premise_chart_copy_series (chart, to, values);
}

static void
copy_surroundings (PremiseChart *chart,
                   PremiseChart *from)
{
  chart->is_panel = from->is_panel;
  chart->largest = from->largest;
  chart->x_domain[0] = from->x_domain[0];
  chart->x_domain[1] = from->x_domain[1];
  chart->category_title = g_strdup (from->category_title);
  chart->value_title = g_strdup (from->value_title);
  chart->stamp = g_strdup (from->stamp);
  chart->base_label = g_strdup (from->base_label);
  chart->reference_label = g_strdup (from->reference_label);
  for (guint i = 0; i < PREMISE_N_CERTAINTIES; i++)
    chart->certainty_labels[i] = g_strdup (from->certainty_labels[i]);
  for (guint i = 0; i < from->panels->len; i++)
    g_ptr_array_add (chart->panels, g_strdup (g_ptr_array_index (from->panels, i)));
}

/**
 * premise_chart_blend:
 * @from: the chart that was
 * @to: the chart that will be, which premise_chart_can_blend() with @from
 * @progress: from 0 to 1: how far on the way
 *
 * Makes a chart whose values lie between those of two others. All else is as in @to.
 *
 * Returns: (transfer full): the chart on its way
 */
PremiseChart *
premise_chart_blend (PremiseChart *from,
                     PremiseChart *to,
                     double        progress)
{
  PremiseChart *chart;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);
  g_return_val_if_fail (from->series->len == to->series->len, NULL);

  chart = premise_chart_new_like (to);
  copy_surroundings (chart, to);
  chart->reference = blend (from->reference, to->reference, progress);

  for (guint s = 0; s < to->series->len; s++)
    blend_series (chart, get_series (from, s), get_series (to, s), progress);

  return chart;
}
