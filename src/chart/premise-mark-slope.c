/* premise-mark-slope.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define LINE_WIDTH 2.25
#define GHOST_WIDTH 1.75

/* Either side takes at most this part of the width. */
#define MAX_SIDE 0.36
#define MAX_NAME_LINES 2

#define N_ENDS 2

static guint
end_category (PremiseLayout *self,
              guint          end)
{
  return end == 0 ? 0 : premise_layout_n_categories (self) - 1;
}

static gboolean
get_end (PremiseLayout *self,
         guint          series,
         guint          end,
         gboolean       base,
         double        *value)
{
  guint category = end_category (self, end);

  if (!base)
    return premise_layout_get_number (self, series, category, value);

  *value = premise_chart_get_base (self->chart, series, category);

  return isfinite (*value) && premise_scale_accepts (&self->value, *value)
         && *value >= self->value.min && *value <= self->value.max;
}

static void
slope_extend (PremiseLayout *self,
              PremiseExtent *extent)
{
  double value;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      for (guint end = 0; premise_layout_n_categories (self) > 0 && end < N_ENDS; end++)
        {
          if (get_end (self, s, end, FALSE, &value))
            premise_extent_add (extent, value);
          if (premise_layout_get_ghost (self, s, end_category (self, end), &value))
            premise_extent_add (extent, value);
        }
    }
}

/* The name stands at the end, where the line leads; the beginning has its number. */
static PangoLayout *
new_label (PremiseLayout *self,
           guint          series,
           guint          end,
           double         width)
{
  const char *name = premise_chart_get_series_label (self->chart, series);
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  double value;

  if (!get_end (self, series, end, FALSE, &value))
    return NULL;

  number = premise_layout_format (self, value, PREMISE_NUMBER_FULL);

  if (end == 1 && name != NULL && *name != '\0')
    label = g_strdup_printf ("%s  %s", number, name);
  else
    label = g_steal_pointer (&number);

  return premise_typeset_new_boxed (&self->type, label, width, MAX_NAME_LINES,
                                    end == 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static double
side_width (PremiseLayout *self,
            guint          end)
{
  double most = self->width * MAX_SIDE;
  double widest = 0;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      g_autoptr(PangoLayout) label = new_label (self, s, end, most);

      if (label != NULL)
        widest = fmax (widest, premise_typeset_width (label));
    }

  return widest + 2 * self->gap;
}

static void
add_head (PremiseLayout *self,
          guint          end)
{
  guint category = end_category (self, end);
  g_autoptr(PangoLayout) text
    = premise_typeset_new_boxed (&self->type, premise_chart_get_category (self->chart, category),
                                 self->width / 2 - self->gap, 1, PANGO_ALIGN_CENTER);
  double width = premise_typeset_width (text);
  double at = self->plot.x + end * self->plot.width;
  PremiseStyle style = premise_layout_stroke_style (&self->theme->grid, 1);

  premise_scene_add_text (self->scene, PREMISE_ROLE_CATEGORY_LABEL, PREMISE_SCENE_NO_POINT,
                          category, CLAMP (at - width / 2, 0, fmax (0, self->width - width)),
                          self->top, text, &self->theme->foreground);
  at = CLAMP (floor (at) + 0.5, 0, self->width);
  premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, at,
                             self->plot.y, at, self->plot.y + self->plot.height, &style);
}

static void
slope_frame (PremiseLayout *self)
{
  double size = premise_layout_marker_size (self);
  guint n = premise_layout_n_categories (self);
  double left = fmax (n > 0 ? side_width (self, 0) : 0, size);
  double right = fmax (n > 0 ? side_width (self, 1) : 0, size);
  double top = self->top + self->type.line + self->gap + size / 2;

  self->plot = (PremiseRect) {
    left, top, fmax (1, self->width - left - right), fmax (1, self->height - top - size / 2 - 1),
  };

  for (guint end = 0; end < N_ENDS && end < n; end++)
    add_head (self, end);
}

static PremisePoint
get_point (PremiseLayout *self,
           guint          end,
           double         value)
{
  return (PremisePoint) { self->plot.x + end * self->plot.width,
                          premise_frame_place (self, value) };
}

static void
add_line (PremiseLayout *self,
          guint          series,
          gboolean       base)
{
  const PremiseColor *color = base ? &self->theme->ghost
                                   : premise_layout_series_color (self, series);
  PremiseStyle style = premise_layout_stroke_style (color, base ? GHOST_WIDTH : LINE_WIDTH);
  PremiseCertainty certainty = PREMISE_CERTAINTY_GIVEN;
  double values[N_ENDS];
  PremisePoint ends[N_ENDS];

  for (guint end = 0; end < N_ENDS; end++)
    {
      if (!get_end (self, series, end, base, &values[end]))
        return;

      ends[end] = get_point (self, end, values[end]);
      certainty = MAX (certainty, premise_chart_get_certainty (self->chart, series,
                                                               end_category (self, end)));
    }

  if (!base)
    style.dash = premise_layout_get_dash (certainty);

  premise_scene_add_segment (self->scene, base ? PREMISE_ROLE_GHOST : PREMISE_ROLE_MARK, series,
                             ends[0].x, ends[0].y, ends[1].x, ends[1].y, &style);
}

static gboolean
has_ghost (PremiseLayout *self,
           guint          series)
{
  double base;

  return premise_layout_get_ghost (self, series, end_category (self, 0), &base)
         || premise_layout_get_ghost (self, series, end_category (self, 1), &base);
}

static void
add_ends (PremiseLayout *self,
          guint          series)
{
  double value;

  for (guint end = 0; end < N_ENDS; end++)
    {
      guint category = end_category (self, end);
      PremiseStyle style
        = premise_layout_marker_style (self, premise_layout_series_color (self, series), series,
                                       premise_chart_get_certainty (self->chart, series,
                                                                    category));
      PremisePoint point;

      if (!get_end (self, series, end, FALSE, &value))
        continue;

      point = get_point (self, end, value);
      premise_scene_add_marker (self->scene, PREMISE_ROLE_MARK, series, category, point.x, point.y,
                                premise_layout_marker_size (self), &style);
    }
}

static void
add_leader (PremiseLayout      *self,
            guint               series,
            double              from,
            double              y,
            double              to,
            double              center,
            const PremiseColor *color)
{
  PremiseColor pale = premise_color_mix (&self->theme->background, color, 0.5);
  PremiseStyle style = premise_layout_stroke_style (&pale, 1);

  if (fabs (center - y) > self->type.line / 3)
    premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, series, from, y, to, center, &style);
}

/* The labels of one side, moved apart where their ends are close. */
static void
add_labels (PremiseLayout *self,
            guint          end)
{
  guint n = premise_layout_n_series (self);
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree double *centers = g_new (double, n + 1);
  g_autofree double *sizes = g_new (double, n + 1);
  g_autofree double *ends = g_new (double, n + 1);
  g_autofree guint *series = g_new (guint, n + 1);
  double lead = premise_layout_marker_size (self) * 0.7;
  double at = self->plot.x + end * self->plot.width;

  for (guint s = 0; s < n; s++)
    {
      PangoLayout *label = new_label (self, s, end, self->width * MAX_SIDE);
      guint i = labels->len;
      double value;

      if (label == NULL || !get_end (self, s, end, FALSE, &value))
        continue;

      g_ptr_array_add (labels, label);
      sizes[i] = premise_typeset_height (label);
      centers[i] = ends[i] = premise_frame_place (self, value);
      series[i] = s;
    }

  premise_labels_spread (centers, sizes, labels->len, self->plot.y - lead, self->height);

  for (guint i = 0; i < labels->len; i++)
    {
      PangoLayout *label = g_ptr_array_index (labels, i);
      double width = premise_typeset_width (label);
      double x = end == 0 ? at - 2 * self->gap - width : at + 2 * self->gap;
      PremiseColor color = premise_color_for_text (self->theme,
                                                   premise_layout_series_color (self, series[i]));

      if (premise_scene_add_text (self->scene,
                                  end == 0 ? PREMISE_ROLE_VALUE_LABEL : PREMISE_ROLE_SERIES_LABEL,
                                  series[i], end_category (self, end), x,
                                  centers[i] - sizes[i] / 2, label, &color))
        add_leader (self, series[i], end == 0 ? at - lead : at + lead, ends[i],
                    end == 0 ? at - 2 * self->gap + 2 : at + 2 * self->gap - 2, centers[i], &color);
    }
}

static void
slope_build (PremiseLayout *self)
{
  guint n = premise_layout_n_series (self);

  if (premise_layout_n_categories (self) == 0)
    return;

  for (guint s = 0; s < n; s++)
    {
      if (has_ghost (self, s))
        add_line (self, s, TRUE);
    }

  for (guint s = 0; s < n; s++)
    add_line (self, s, FALSE);
  for (guint s = 0; s < n; s++)
    add_ends (self, s);

  for (guint end = 0; end < N_ENDS; end++)
    add_labels (self, end);
}

static double
slope_plot_height (PremiseLayout *self)
{
  double labels = (premise_layout_n_series (self) * 1.4 + 2) * self->type.line;

  /* The frame's footer is counted in by the caller, and a slope has none. */
  return fmin (fmax (labels, 260 * fmax (1, self->theme->text_scale * 0.75)), 900)
         - premise_frame_footer_height (self);
}

const PremiseMarkClass premise_mark_slope = {
  .no_axis = TRUE,
  .extend = slope_extend,
  .frame = slope_frame,
  .build = slope_build,
  .plot_height = slope_plot_height,
};
