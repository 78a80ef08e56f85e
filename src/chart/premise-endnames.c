/* premise-endnames.c: The names of series beside the plot
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* They take at most this part of the width. */
#define MAX_GUTTER 0.3
#define MAX_NAME_LINES 2

static PangoLayout *
new_name (PremiseLayout *self,
          guint          series)
{
  return premise_typeset_new_boxed (&self->type, premise_chart_get_series_label (self->chart, series),
                                 self->width * MAX_GUTTER - self->gap, MAX_NAME_LINES,
                                 PANGO_ALIGN_LEFT);
}

static gboolean
has_name (PremiseLayout *self,
          guint          series)
{
  const char *label = premise_chart_get_series_label (self->chart, series);

  return label != NULL && *label != '\0';
}

/* Names at the ends of the lines save the way to a legend. Where they do not all fit, none
 * is there. */
double
premise_endnames_gutter (PremiseLayout *self)
{
  double widest = 0;
  double height = 0;

  if (premise_layout_n_series (self) < 2 || self->chart->is_panel)
    return 0;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      g_autoptr(PangoLayout) name = NULL;

      if (!has_name (self, s))
        continue;

      if (!premise_typeset_can_wrap (&self->type, premise_chart_get_series_label (self->chart, s),
                                  self->width * MAX_GUTTER - self->gap, MAX_NAME_LINES))
        return 0;

      name = new_name (self, s);
      widest = fmax (widest, premise_typeset_width (name));
      height += premise_typeset_height (name);
    }

  if (height > self->height * 0.6)
    return 0;

  return widest > 0 ? widest + self->gap : 0;
}

static void
add_name (PremiseLayout *self,
          guint          series,
          PangoLayout   *name,
          PremisePoint   end,
          double         center)
{
  PremiseColor color = premise_color_for_text (self->theme,
                                               premise_layout_series_color (self, series));
  double x = self->plot.x + self->plot.width + self->gap;
  double from = end.x + premise_layout_marker_size (self) * 0.7;

  if (!premise_scene_add_text (self->scene, PREMISE_ROLE_SERIES_LABEL, series,
                               PREMISE_SCENE_NO_POINT, x,
                               center - premise_typeset_height (name) / 2, name, &color))
    return;

  if (x - 2 - from > 4 || fabs (center - end.y) > self->type.line / 2)
    {
      PremiseColor pale = premise_color_mix (&self->theme->background, &color, 0.5);
      PremiseStyle style = premise_layout_stroke_style (&pale, 1);

      premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, series, from, end.y, x - 2,
                                 center, &style);
    }
}

void
premise_endnames_add (PremiseLayout      *self,
                      const PremisePoint *ends)
{
  guint n = premise_layout_n_series (self);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree double *centers = g_new0 (double, n);
  g_autofree double *sizes = g_new0 (double, n);
  g_autofree guint *series = g_new0 (guint, n);
  double top = fmax (self->top, self->plot.y - self->type.line);
  double bottom = fmin (self->height, self->plot.y + self->plot.height + self->type.line);

  for (guint s = 0; s < n; s++)
    {
      guint i = names->len;

      if (!has_name (self, s) || isnan (ends[s].y))
        continue;

      g_ptr_array_add (names, new_name (self, s));
      sizes[i] = premise_typeset_height (g_ptr_array_index (names, i));
      centers[i] = ends[s].y;
      series[i] = s;
    }

  premise_labels_spread (centers, sizes, names->len, top, bottom);

  for (guint i = 0; i < names->len; i++)
    add_name (self, series[i], g_ptr_array_index (names, i), ends[series[i]], centers[i]);
}
