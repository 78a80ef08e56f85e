/* premise-mark-histogram.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define LINE_WIDTH 2.25

/* The axis of the line of what lies below: the whole height is all of it. */
static const double parts[] = { 0, 0.5, 1 };

static char *
format_part (double part)
{
  return g_strdup_printf ("%.0f%%", part * 100);
}

static gboolean
has_line (PremiseLayout *self)
{
  return self->chart->cumulative_label != NULL;
}

static double
histogram_gutter (PremiseLayout *self)
{
  return has_line (self) ? premise_typeset_measure (&self->type, "100%") + self->gap : 0;
}

static gboolean
get_count (PremiseLayout *self,
           guint          category,
           double        *value)
{
  return premise_chart_get_number (self->chart, 0, category, value) && *value >= 0;
}

static void
histogram_extend (PremiseLayout *self,
                  PremiseExtent *extent)
{
  GArray *edges = self->chart->positions;
  double value;

  for (guint c = 0; premise_layout_n_series (self) > 0 && c < premise_layout_n_categories (self);
       c++)
    {
      if (get_count (self, c, &value))
        premise_extent_add (extent, value);
      if (premise_layout_get_ghost (self, 0, c, &value) && value >= 0)
        premise_extent_add (extent, value);
    }

  if (self->numeric_x)
    premise_scale_init_linear (&self->x, g_array_index (edges, double, 0),
                               g_array_index (edges, double, edges->len - 1),
                               premise_chart_get_tick_unit (self->chart, PREMISE_AXIS_X));
}

static double
edge_x (PremiseLayout *self,
        guint          edge)
{
  if (self->numeric_x)
    return premise_frame_place_x (self, g_array_index (self->chart->positions, double, edge));

  return self->plot.x + self->plot.width * edge / MAX (premise_layout_n_categories (self), 1);
}

/* Bins touch: a hair of the background is enough between them. */
static PremiseRect
get_bin (PremiseLayout *self,
         guint          category,
         double         value)
{
  double x1 = edge_x (self, category);
  double x2 = edge_x (self, category + 1);
  double air = x2 - x1 > 6 ? 1 : 0;

  return premise_frame_get_bar (self, x1, fmax (0, x2 - x1 - air), 0, value);
}

static void
add_bins (PremiseLayout *self)
{
  double value;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      PremiseStyle style
        = premise_layout_fill_style (self, premise_layout_series_color (self, 0),
                                     premise_chart_get_certainty (self->chart, 0, c));
      PremiseRect bin;

      if (!get_count (self, c, &value))
        continue;

      bin = get_bin (self, c, value);
      premise_scene_add_rect (self->scene, PREMISE_ROLE_MARK, 0, c, &bin, &style);
    }
}

static gboolean
get_base (PremiseLayout *self,
          guint          category,
          double        *value)
{
  return premise_layout_get_ghost (self, 0, category, value)
           ? *value >= 0
           : get_count (self, category, value);
}

/* The base case is the outline that the bins had. */
static void
add_ghost (PremiseLayout *self)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  PremiseStyle groove = premise_layout_stroke_style (&self->theme->background, 3);
  PremiseStyle style = premise_layout_stroke_style (&self->theme->foreground, 1.25);
  double value;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      PremisePoint ends[2] = { { edge_x (self, c), 0 }, { edge_x (self, c + 1), 0 } };

      if (!get_base (self, c, &value))
        value = 0;

      ends[0].y = ends[1].y = premise_frame_place (self, value);
      g_array_append_vals (points, ends, 2);
    }

  premise_scene_add_line (self->scene, PREMISE_ROLE_GRID, 0, g_array_copy (points), &groove);
  premise_scene_add_line (self->scene, PREMISE_ROLE_GHOST, 0, g_steal_pointer (&points), &style);
}

static double
part_y (PremiseLayout *self,
        double         part)
{
  return self->plot.y + (1 - CLAMP (part, 0, 1)) * self->plot.height;
}

static void
add_part_axis (PremiseLayout *self)
{
  double x = self->plot.x + self->plot.width + self->gap;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *label = format_part (parts[i]);
      g_autoptr(PangoLayout) text = premise_typeset_new (&self->type, label);
      double height = premise_typeset_height (text);
      double y = CLAMP (part_y (self, parts[i]) - height / 2, 0, fmax (0, self->height - height));

      premise_scene_add_text (self->scene, PREMISE_ROLE_TICK_LABEL, PREMISE_SCENE_NO_POINT,
                              PREMISE_SCENE_NO_POINT, x, y, text, &self->theme->muted);
    }
}

static void
add_line (PremiseLayout *self)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  PremiseStyle rim = premise_layout_stroke_style (&self->theme->background, LINE_WIDTH + 2);
  PremiseStyle style = premise_layout_stroke_style (premise_layout_series_color (self, 1),
                                                    LINE_WIDTH);
  double total = 0;
  double sum = 0;
  double value;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (get_count (self, c, &value))
        total += value;
    }

  for (guint edge = 0; total > 0 && edge <= premise_layout_n_categories (self); edge++)
    {
      PremisePoint point = { edge_x (self, edge), 0 };

      if (edge > 0 && get_count (self, edge - 1, &value))
        sum += value;

      point.y = part_y (self, sum / total);
      g_array_append_val (points, point);
    }

  premise_scene_add_line (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                          g_array_copy (points), &rim);
  premise_scene_add_line (self->scene, PREMISE_ROLE_MARK, PREMISE_SCENE_NO_POINT, points, &style);
}

/* The value that everything is measured against, named where there is room beside it. */
static void
add_reference (PremiseLayout *self)
{
  double value = self->chart->reference;
  const char *label = self->chart->reference_label;
  PremiseStyle rim = premise_layout_stroke_style (&self->theme->background, 3.5);
  PremiseStyle style = premise_layout_stroke_style (&self->theme->foreground, 1.5);
  double x;

  if (!self->numeric_x || !(value >= self->x.min && value <= self->x.max))
    return;

  x = premise_frame_place_x (self, value);
  premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, x,
                             self->plot.y, x, self->plot.y + self->plot.height, &rim);
  premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, x,
                             self->plot.y, x, self->plot.y + self->plot.height, &style);

  if (label != NULL)
    {
      g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, label,
                                                               self->plot.width / 2, 1,
                                                               PANGO_ALIGN_LEFT);
      double width = premise_typeset_width (text);
      double right = x + self->gap;
      gboolean fits = right + width <= self->plot.x + self->plot.width;

      if (premise_scene_add_text (self->scene, PREMISE_ROLE_SERIES_LABEL, PREMISE_SCENE_NO_POINT,
                                  PREMISE_SCENE_NO_POINT, fits ? right : x - self->gap - width,
                                  self->plot.y, text, &self->theme->foreground))
        premise_scene_add_halo (self->scene, &self->theme->background);
    }
}

static void
histogram_build (PremiseLayout *self)
{
  add_bins (self);

  if (self->has_ghost)
    add_ghost (self);

  if (has_line (self))
    {
      add_line (self);
      add_part_axis (self);
    }

  add_reference (self);
}

const PremiseMarkClass premise_mark_histogram = {
  .from_zero = TRUE,
  .aspect = 0.42,
  .extend = histogram_extend,
  .gutter = histogram_gutter,
  .build = histogram_build,
};
