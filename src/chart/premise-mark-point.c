/* premise-mark-point.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* A dot says where, not how much: its guide leads to the label across the whole plot, so
 * that it does not read as a bar that begins somewhere. */

static void
point_label (PremiseLayout *self)
{
  double value;

  if (premise_layout_n_series (self) > 1)
    return;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (premise_layout_get_number (self, 0, c, &value))
        premise_labels_add (self, 0, c, value, FALSE, value);
    }
}

/* Several series have no numbers, which would hide each other. */
static double
point_column (PremiseLayout *self,
              double         band)
{
  return premise_layout_n_series (self) > 1 ? INFINITY : band;
}

static void
add_guide (PremiseLayout *self,
           guint          category)
{
  double at = floor (premise_frame_get_center (self, category)) + 0.5;
  PremiseColor color = premise_color_mix (&self->theme->grid, &self->theme->muted, 0.45);
  PremiseStyle style = premise_layout_stroke_style (&color, 1);
  const PremiseRect *plot = &self->plot;

  style.dash = PREMISE_DASH_DOTTED;

  if (self->horizontal)
    premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, plot->x, at,
                               plot->x + plot->width, at, &style);
  else
    premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, at, plot->y,
                               at, plot->y + plot->height, &style);
}

static void
add_dot (PremiseLayout      *self,
         PremiseShapeRole    role,
         guint               series,
         guint               category,
         double              value,
         double              size,
         const PremiseStyle *style)
{
  double at = premise_frame_place (self, value);
  double across = premise_frame_get_center (self, category);

  premise_scene_add_marker (self->scene, role, series, category,
                            self->horizontal ? at : across, self->horizontal ? across : at,
                            size, style);
}

static void
point_build (PremiseLayout *self)
{
  double size = premise_layout_marker_size (self) + 2;
  double value;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      /* Guides closer than dots are grey noise. */
      if (premise_frame_get_span (self, c).size >= size)
        add_guide (self, c);

      for (guint s = 0; s < premise_layout_n_series (self); s++)
        {
          PremiseStyle ghost = {
            .fill = self->theme->background, .stroke = self->theme->ghost, .line_width = 1.5,
            .marker = s % (PREMISE_MARKER_CROSS + 1),
          };

          if (premise_layout_get_ghost (self, s, c, &value))
            add_dot (self, PREMISE_ROLE_GHOST, s, c, value, size, &ghost);
        }
    }

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      for (guint s = 0; s < premise_layout_n_series (self); s++)
        {
          PremiseStyle style
            = premise_layout_marker_style (self, premise_layout_series_color (self, s), s,
                                           premise_chart_get_certainty (self->chart, s, c));

          if (premise_layout_get_number (self, s, c, &value))
            add_dot (self, PREMISE_ROLE_MARK, s, c, value, size, &style);
        }
    }

  if (!premise_labels_fit (self, premise_frame_get_span (self, 0).size))
    return;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const PremiseValueLabel *label = &g_array_index (self->labels, PremiseValueLabel, i);

      premise_labels_place (self, label, premise_frame_get_center (self, label->category));
    }
}

const PremiseMarkClass premise_mark_point = {
  .flips = TRUE,
  .has_legend = TRUE,
  .reach = 6,
  .row = 34,
  .row_more = 0,
  .aspect = 0.42,
  .extend = premise_layout_extend_all,
  .label = point_label,
  .column = point_column,
  .build = point_build,
};
