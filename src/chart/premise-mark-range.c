/* premise-mark-range.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define BAR_SIZE 8
#define GHOST_RIM 3

#define LOW 0
#define HIGH 1

/* The two ends in the order of their values, whichever way they were given. */
static gboolean
get_ends (PremiseLayout *self,
          guint          category,
          guint          series[2],
          double         values[2])
{
  gboolean has_low = premise_layout_get_number (self, LOW, category, &values[0]);
  gboolean has_high = premise_layout_get_number (self, HIGH, category, &values[1]);
  gboolean swapped = has_low && has_high && values[0] > values[1];

  series[0] = swapped ? HIGH : LOW;
  series[1] = swapped ? LOW : HIGH;

  if (swapped)
    {
      double high = values[0];

      values[0] = values[1];
      values[1] = high;
    }

  return has_low && has_high;
}

static void
range_extend (PremiseLayout *self,
              PremiseExtent *extent)
{
  double value;

  for (guint s = 0; s < MIN (premise_layout_n_series (self), 2); s++)
    {
      for (guint c = 0; c < premise_layout_n_categories (self); c++)
        {
          if (premise_layout_get_number (self, s, c, &value))
            premise_extent_add (extent, value);
          if (premise_layout_get_ghost (self, s, c, &value))
            premise_extent_add (extent, value);
        }
    }
}

static void
range_label (PremiseLayout *self)
{
  guint series[2];
  double values[2];

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (get_ends (self, c, series, values))
        {
          premise_labels_add (self, series[0], c, values[0], TRUE, values[0]);
          premise_labels_add (self, series[1], c, values[1], FALSE, values[1]);
        }
      else if (isfinite (values[0]) && premise_scale_accepts (&self->value, values[0]))
        {
          premise_labels_add (self, LOW, c, values[0], FALSE, values[0]);
        }
      else if (isfinite (values[1]) && premise_scale_accepts (&self->value, values[1]))
        {
          premise_labels_add (self, HIGH, c, values[1], FALSE, values[1]);
        }
    }
}

static double
bar_size (PremiseLayout *self)
{
  double most = BAR_SIZE * fmax (1, self->theme->text_scale * 0.8);

  return fmin (most, premise_frame_get_span (self, 0).size * 0.6);
}

static void
add_ghost (PremiseLayout *self,
           guint          category)
{
  double low = premise_chart_get_base (self->chart, LOW, category);
  double high = premise_chart_get_base (self->chart, HIGH, category);
  double size = bar_size (self) + 2 * GHOST_RIM;
  PremiseStyle style = premise_layout_ghost_style (self);
  PremiseRect rect;
  double base;

  if (!premise_layout_get_ghost (self, LOW, category, &base)
      && !premise_layout_get_ghost (self, HIGH, category, &base))
    return;

  if (!isfinite (low) || !isfinite (high) || !premise_scale_accepts (&self->value, low)
      || !premise_scale_accepts (&self->value, high))
    return;

  rect = premise_frame_get_bar (self, premise_frame_get_center (self, category) - size / 2, size, low, high);
  style.radius = size / 2;
  premise_scene_add_rect (self->scene, PREMISE_ROLE_GHOST, PREMISE_SCENE_NO_POINT, category, &rect,
                          &style);
}

static void
add_end (PremiseLayout *self,
         guint          series,
         guint          category,
         double         value)
{
  const PremiseColor *color = premise_layout_series_color (self, 0);
  PremiseStyle style = premise_layout_marker_style (self, color, 0,
                                                    premise_chart_get_certainty (self->chart,
                                                                                 series, category));
  double at = premise_frame_place (self, value);
  double across = premise_frame_get_center (self, category);

  premise_scene_add_marker (self->scene, PREMISE_ROLE_MARK, series, category,
                            self->horizontal ? at : across, self->horizontal ? across : at,
                            fmin (bar_size (self) * 1.7, premise_frame_get_span (self, 0).size),
                            &style);
}

/* Either half of the bar stands for the end that it belongs to. */
static void
add_halves (PremiseLayout     *self,
            guint              category,
            const guint        series[2],
            const PremiseRect *bar)
{
  PremiseRect first = *bar;
  PremiseRect second = *bar;

  if (self->horizontal)
    {
      first.width = second.width = bar->width / 2;
      second.x += second.width;
    }
  else
    {
      first.height = second.height = bar->height / 2;
      first.y += first.height;
    }

  premise_scene_add_area (self->scene, series[0], category, &first);
  premise_scene_add_area (self->scene, series[1], category, &second);
}

static void
build_category (PremiseLayout *self,
                guint          category)
{
  guint series[2];
  double values[2];
  gboolean both = get_ends (self, category, series, values);
  PremiseRect bar;

  add_ghost (self, category);

  if (both)
    {
      PremiseColor color = premise_color_mix (&self->theme->background,
                                              premise_layout_series_color (self, 0), 0.55);
      PremiseCertainty certainty = MAX (premise_chart_get_certainty (self->chart, LOW, category),
                                        premise_chart_get_certainty (self->chart, HIGH, category));
      PremiseStyle style = premise_layout_fill_style (self, &color, certainty);
      double size = bar_size (self);

      bar = premise_frame_get_bar (self, premise_frame_get_center (self, category) - size / 2, size, values[0],
                                   values[1]);
      style.radius = size / 2;
      premise_scene_add_rect (self->scene, PREMISE_ROLE_MARK, PREMISE_SCENE_NO_POINT, category,
                              &bar, &style);
    }

  for (guint i = 0; i < 2; i++)
    {
      if (isfinite (values[i]) && premise_layout_get_number (self, series[i], category, &values[i]))
        add_end (self, series[i], category, values[i]);
    }

  if (both)
    add_halves (self, category, series, &bar);
}

static void
range_build (PremiseLayout *self)
{
  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    build_category (self, c);

  if (!premise_labels_fit (self, premise_frame_get_span (self, 0).size))
    return;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const PremiseValueLabel *label = &g_array_index (self->labels, PremiseValueLabel, i);

      premise_labels_place (self, label, premise_frame_get_center (self, label->category));
    }
}

const PremiseMarkClass premise_mark_range = {
  .flips = TRUE,
  .reach = 7,
  .row = 38,
  .row_more = 0,
  .aspect = 0.42,
  .extend = range_extend,
  .label = range_label,
  .build = range_build,
};
