/* premise-mark-line.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define LINE_WIDTH 2.25
#define GHOST_WIDTH 1.75

/* Points closer than this get no marker each, only the last of a series. */
#define MARKER_DISTANCE 18

/* The names of the series take at most this part of the width. */
#define MAX_GUTTER 0.3
#define MAX_NAME_LINES 2

/* A single line with no more points has its numbers written beside them. */
#define MAX_LABELLED 14

#define MIN_HIT_SIZE 10

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
static double
line_gutter (PremiseLayout *self)
{
  double widest = 0;
  double height = 0;

  if (premise_layout_n_series (self) < 2)
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

static double
point_x (PremiseLayout *self,
         guint          category)
{
  PremiseSpan span = premise_frame_get_span (self, category);

  return span.start + span.size / 2;
}

static PremiseDash
get_dash (PremiseLayout *self,
          guint          series,
          guint          category)
{
  PremiseCertainty a = premise_chart_get_certainty (self->chart, series, category);
  PremiseCertainty b = premise_chart_get_certainty (self->chart, series, category + 1);

  if (a == PREMISE_CERTAINTY_IMPLIED || b == PREMISE_CERTAINTY_IMPLIED)
    return PREMISE_DASH_DOTTED;
  if (a == PREMISE_CERTAINTY_INTERPOLATED || b == PREMISE_CERTAINTY_INTERPOLATED)
    return PREMISE_DASH_DASHED;

  return PREMISE_DASH_NONE;
}

/* value of the line that is being drawn: the case at hand, or the base case */
static gboolean
get_value (PremiseLayout *self,
           guint          series,
           guint          category,
           gboolean       base,
           double        *value)
{
  double given;

  if (!base)
    return premise_layout_get_number (self, series, category, value);

  given = premise_chart_get_base (self->chart, series, category);
  *value = given;

  return isfinite (given) && premise_scale_accepts (&self->value, given)
         && given >= self->value.min && given <= self->value.max;
}

static void
flush (PremiseLayout *self,
       guint          series,
       GArray       **points,
       gboolean       base,
       PremiseDash    dash)
{
  const PremiseColor *color = base ? &self->theme->ghost
                                   : premise_layout_series_color (self, series);
  PremiseStyle style = premise_layout_stroke_style (color, base ? GHOST_WIDTH : LINE_WIDTH);

  style.dash = dash;
  premise_scene_add_line (self->scene, base ? PREMISE_ROLE_GHOST : PREMISE_ROLE_MARK, series,
                          *points, &style);
  *points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
}

/* One path for each stretch without a gap and with one kind of dash. */
static void
add_path (PremiseLayout *self,
          guint          series,
          gboolean       base)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  PremiseDash dash = PREMISE_DASH_NONE;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      PremisePoint point = { point_x (self, c), 0 };
      double value;

      if (!get_value (self, series, c, base, &value))
        {
          flush (self, series, &points, base, dash);
          continue;
        }

      point.y = premise_frame_place (self, value);

      if (points->len > 0 && !base && get_dash (self, series, c - 1) != dash)
        {
          PremisePoint last = g_array_index (points, PremisePoint, points->len - 1);

          flush (self, series, &points, base, dash);
          dash = get_dash (self, series, c - 1);
          g_array_append_val (points, last);
        }

      g_array_append_val (points, point);
    }

  flush (self, series, &points, base, dash);
}

static gboolean
series_has_ghost (PremiseLayout *self,
                  guint          series)
{
  double base;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (premise_layout_get_ghost (self, series, c, &base))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_alone (PremiseLayout *self,
          guint          series,
          guint          category)
{
  double value;

  return (category == 0 || !premise_layout_get_number (self, series, category - 1, &value))
         && !premise_layout_get_number (self, series, category + 1, &value);
}

static void
add_points (PremiseLayout *self,
            guint          series)
{
  double size = premise_layout_marker_size (self);
  double hit = fmax (size, MIN_HIT_SIZE);
  gboolean roomy = premise_frame_get_span (self, 0).size >= MARKER_DISTANCE;
  double value;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      PremiseCertainty certainty = premise_chart_get_certainty (self->chart, series, c);
      PremiseStyle style = premise_layout_marker_style (self,
                                                        premise_layout_series_color (self, series),
                                                        series, certainty);
      double x, y;

      if (!premise_layout_get_number (self, series, c, &value))
        continue;

      x = point_x (self, c);
      y = premise_frame_place (self, value);

      if (roomy || is_alone (self, series, c) || premise_layout_n_categories (self) == 1)
        premise_scene_add_marker (self->scene, PREMISE_ROLE_MARK, series, c, x, y, size, &style);
      else
        premise_scene_add_area (self->scene, series, c,
                                &(PremiseRect) { x - hit / 2, y - hit / 2, hit, hit });
    }
}

static gboolean
find_last (PremiseLayout *self,
           guint          series,
           PremisePoint  *point)
{
  double value;

  for (guint c = premise_layout_n_categories (self); c > 0; c--)
    {
      if (!premise_layout_get_number (self, series, c - 1, &value))
        continue;

      *point = (PremisePoint) { point_x (self, c - 1), premise_frame_place (self, value) };

      return TRUE;
    }

  return FALSE;
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

static void
add_names (PremiseLayout *self)
{
  guint n = premise_layout_n_series (self);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree double *centers = g_new0 (double, n);
  g_autofree double *sizes = g_new0 (double, n);
  g_autofree PremisePoint *ends = g_new0 (PremisePoint, n);
  g_autofree guint *series = g_new0 (guint, n);
  double top = fmax (self->top, self->plot.y - self->type.line);
  double bottom = fmin (self->height, self->plot.y + self->plot.height + self->type.line);

  for (guint s = 0; s < n; s++)
    {
      guint i = names->len;

      if (!has_name (self, s) || !find_last (self, s, &ends[i]))
        continue;

      g_ptr_array_add (names, new_name (self, s));
      sizes[i] = premise_typeset_height (g_ptr_array_index (names, i));
      centers[i] = ends[i].y;
      series[i] = s;
    }

  premise_labels_spread (centers, sizes, names->len, top, bottom);

  for (guint i = 0; i < names->len; i++)
    add_name (self, series[i], g_ptr_array_index (names, i), ends[i], centers[i]);
}

/* Above a peak, below a valley, else where the line is not. */
static void
add_number (PremiseLayout *self,
            guint          category,
            double         value)
{
  g_autofree char *label = premise_layout_format (self, value, FALSE);
  g_autoptr(PangoLayout) text = premise_typeset_new (&self->type, label);
  double width = premise_typeset_width (text);
  double height = premise_typeset_height (text);
  double x = CLAMP (point_x (self, category) - width / 2, 0, fmax (0, self->width - width));
  double y = premise_frame_place (self, value);
  double away = premise_layout_marker_size (self) / 2 + 1;
  PremiseRect above = { x, y - away - height, width, height };
  PremiseRect below = { x, y + away, width, height };
  const PremiseRect *choices[] = { &above, &below };
  double next;

  if (premise_layout_get_number (self, 0, category + 1, &next) && next > value)
    {
      choices[0] = &below;
      choices[1] = &above;
    }

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const PremiseRect *rect = choices[i];

      if (rect->y + rect->height <= self->plot.y + self->plot.height
          && !premise_scene_covers_mark (self->scene, rect)
          && premise_scene_add_text (self->scene, PREMISE_ROLE_VALUE_LABEL, 0, category, rect->x,
                                     rect->y, text, &self->theme->foreground))
        {
          premise_scene_add_halo (self->scene, &self->theme->background);
          return;
        }
    }
}

static void
line_build (PremiseLayout *self)
{
  guint n = premise_layout_n_series (self);
  double value;

  for (guint s = 0; s < n; s++)
    {
      if (series_has_ghost (self, s))
        add_path (self, s, TRUE);
    }

  for (guint s = 0; s < n; s++)
    add_path (self, s, FALSE);
  for (guint s = 0; s < n; s++)
    add_points (self, s);

  if (self->direct)
    add_names (self);

  for (guint c = 0; n == 1 && c < premise_layout_n_categories (self); c++)
    {
      if (premise_layout_n_categories (self) <= MAX_LABELLED
          && premise_layout_get_number (self, 0, c, &value))
        add_number (self, c, value);
    }
}

const PremiseMarkClass premise_mark_line = {
  .on_points = TRUE,
  .has_legend = TRUE,
  .aspect = 0.44,
  .extend = premise_layout_extend_all,
  .gutter = line_gutter,
  .build = line_build,
};
