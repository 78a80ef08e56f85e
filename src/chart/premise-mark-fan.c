/* premise-mark-fan.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define LINE_WIDTH 2.5
#define MIN_HIT_SIZE 10

/* What the outermost and the innermost band take from the colour of the fan. */
#define PALEST 0.16
#define DEEPEST 0.5

static guint
get_middle (PremiseLayout *self)
{
  return premise_layout_n_series (self) / 2;
}

static PremisePoint
get_point (PremiseLayout *self,
           guint          category,
           double         value)
{
  return (PremisePoint) { premise_line_get_x (self, category), premise_frame_place (self, value) };
}

static gboolean
get_ends (PremiseLayout *self,
          guint          low,
          guint          high,
          guint          category,
          double         values[2])
{
  return premise_layout_get_number (self, low, category, &values[0])
         && premise_layout_get_number (self, high, category, &values[1]);
}

/* Inner bands lie on outer ones: deeper means more likely. */
static PremiseStyle
band_style (PremiseLayout *self,
            guint          band)
{
  guint n = get_middle (self);
  double depth = n > 1 ? PALEST + (DEEPEST - PALEST) * band / (n - 1) : (PALEST + DEEPEST) / 2;

  return (PremiseStyle) {
    .fill = premise_color_mix (&self->theme->background, premise_layout_series_color (self, 0),
                               depth),
  };
}

static void
add_stretch (PremiseLayout *self,
             guint          low,
             guint          high,
             guint          from,
             guint          to,
             guint          band)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  PremiseStyle style = band_style (self, band);
  double values[2];

  for (guint c = from; c <= to; c++)
    {
      PremisePoint point;

      get_ends (self, low, high, c, values);
      point = get_point (self, c, values[1]);
      g_array_append_val (outline, point);
    }

  for (guint c = to + 1; c > from; c--)
    {
      PremisePoint point;

      get_ends (self, low, high, c - 1, values);
      point = get_point (self, c - 1, values[0]);
      g_array_append_val (outline, point);
    }

  premise_scene_add_polygon (self->scene, PREMISE_ROLE_MARK, low, PREMISE_SCENE_NO_POINT, outline,
                             &style);
}

static void
add_band (PremiseLayout *self,
          guint          band)
{
  guint low = band;
  guint high = premise_layout_n_series (self) - 1 - band;
  guint n = premise_layout_n_categories (self);
  double values[2];

  for (guint c = 0; c + 1 < n; c++)
    {
      guint from = c;

      if (!get_ends (self, low, high, c, values) || !get_ends (self, low, high, c + 1, values))
        continue;

      while (c + 2 < n && get_ends (self, low, high, c + 2, values))
        c++;

      add_stretch (self, low, high, from, c + 1, band);
    }
}

/* The edge of a band is a hairline: the second cue besides how deep the colour is. */
static void
add_edges (PremiseLayout *self)
{
  PremiseColor color = premise_color_mix (&self->theme->background,
                                          premise_layout_series_color (self, 0), 0.75);
  PremiseStyle style = premise_layout_stroke_style (&color, 1);
  guint n = premise_layout_n_categories (self);
  double value, next;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      for (guint c = 0; s != get_middle (self) && c + 1 < n; c++)
        {
          PremisePoint a, b;

          if (!premise_layout_get_number (self, s, c, &value)
              || !premise_layout_get_number (self, s, c + 1, &next))
            continue;

          a = get_point (self, c, value);
          b = get_point (self, c + 1, next);
          premise_scene_add_segment (self->scene, PREMISE_ROLE_MARK, s, a.x, a.y, b.x, b.y, &style);
        }
    }
}

static void
add_points (PremiseLayout *self)
{
  double value;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      for (guint c = 0; c < premise_layout_n_categories (self); c++)
        {
          PremisePoint point;

          if (!premise_layout_get_number (self, s, c, &value))
            continue;

          point = get_point (self, c, value);
          premise_scene_add_area (self->scene, s, c,
                                  &(PremiseRect) { point.x - MIN_HIT_SIZE / 2.0,
                                                   point.y - MIN_HIT_SIZE / 2.0, MIN_HIT_SIZE,
                                                   MIN_HIT_SIZE });
        }
    }
}

static void
add_middle (PremiseLayout *self)
{
  guint middle = get_middle (self);
  PremiseStyle style = premise_layout_marker_style (self, premise_layout_series_color (self, 0), 0,
                                                    PREMISE_CERTAINTY_GIVEN);
  PremisePoint last;

  premise_line_add_ghost (self, middle);
  premise_line_add_path (self, middle);

  if (premise_line_find_last (self, middle, &last))
    premise_scene_add_marker (self->scene, PREMISE_ROLE_MARK, middle, PREMISE_SCENE_NO_POINT,
                              last.x, last.y, premise_layout_marker_size (self), &style);
}

static void
fan_build (PremiseLayout *self)
{
  guint n = premise_layout_n_series (self);
  g_autofree PremisePoint *ends = g_new0 (PremisePoint, n + 1);

  for (guint band = 0; band < get_middle (self); band++)
    add_band (self, band);

  add_edges (self);

  if (n > 0)
    add_middle (self);

  add_points (self);

  for (guint s = 0; s < n; s++)
    {
      if (!premise_line_find_last (self, s, &ends[s]))
        ends[s].y = NAN;
    }

  if (self->direct)
    premise_endnames_add (self, ends);
}

const PremiseMarkClass premise_mark_fan = {
  .on_points = TRUE,
  .aspect = 0.44,
  .extend = premise_layout_extend_all,
  .gutter = premise_endnames_gutter,
  .build = fan_build,
};
