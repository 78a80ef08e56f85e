/* premise-frame.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* Pixels of axis that one tick asks for. */
#define TICK_WIDTH 84
#define TICK_HEIGHT 46
#define MIN_TICKS 2
#define MAX_TICKS 6

/* An axis that would begin above this part of its end begins at zero instead: a small
 * saving of space is not worth a hidden origin. */
#define NEAR_ZERO 0.7

/* Numbers at more marks than this could not be told apart. */
#define MAX_LABELS 400

#define MAX_TITLE_LINES 2

static double
hairline (double position)
{
  return floor (position) + 0.5;
}

static gboolean
has_kept_domain (PremiseChart *chart)
{
  return isfinite (chart->domain_min) && isfinite (chart->domain_max)
         && chart->domain_max > chart->domain_min;
}

static gboolean
hides_zero (PremiseExtent extent)
{
  return (extent.min > 0 && extent.min <= extent.max * NEAR_ZERO)
         || (extent.max < 0 && extent.max >= extent.min * NEAR_ZERO);
}

static void
choose_linear (PremiseLayout *self,
               PremiseExtent  extent,
               guint          n_ticks)
{
  PremiseChart *chart = self->chart;
  gboolean kept = has_kept_domain (chart);
  double unit = premise_chart_get_tick_unit (chart, PREMISE_AXIS_VALUE);

  if (self->from_zero || (hides_zero (extent) && !kept && self->mark->frame == NULL
                          && chart->mark != PREMISE_MARK_TORNADO))
    premise_extent_add (&extent, 0);

  if (kept && extent.min >= chart->domain_min && extent.max <= chart->domain_max)
    {
      premise_scale_init_linear (&self->value, chart->domain_min, chart->domain_max,
                                 unit);
      return;
    }

  if (kept)
    {
      premise_extent_add (&extent, chart->domain_min);
      premise_extent_add (&extent, chart->domain_max);
    }

  premise_scale_init_linear (&self->value, extent.min, extent.max, unit);

  /* Colours need no round ends: they would only use less of the scale. */
  if (chart->mark != PREMISE_MARK_HEATMAP)
    premise_scale_nice (&self->value, n_ticks);
}

static void
choose_log (PremiseLayout *self,
            PremiseExtent  extent,
            guint          n_ticks)
{
  PremiseChart *chart = self->chart;
  gboolean kept = has_kept_domain (chart) && chart->domain_min > 0;
  double unit = premise_chart_get_tick_unit (chart, PREMISE_AXIS_VALUE);

  if (kept && extent.min >= chart->domain_min && extent.max <= chart->domain_max)
    {
      premise_scale_init_log (&self->value, chart->domain_min, chart->domain_max,
                              unit);
      return;
    }

  if (kept)
    {
      premise_extent_add (&extent, chart->domain_min);
      premise_extent_add (&extent, chart->domain_max);
    }

  premise_scale_init_log (&self->value, extent.min, extent.max, unit);
  premise_scale_nice (&self->value, n_ticks);
}

static guint
count_ticks (PremiseLayout *self)
{
  double scale = self->theme->text_scale;
  double n = self->horizontal ? self->width * 0.75 / (TICK_WIDTH * scale)
                              : (self->height - self->top) * 0.8 / (TICK_HEIGHT * scale);

  return (guint) CLAMP (n, MIN_TICKS, MAX_TICKS);
}

/* Chooses the value axis: everything else depends on it. */
void
premise_frame_prepare (PremiseLayout *self)
{
  PremiseExtent extent = { NAN, NAN };
  guint n_ticks = self->n_ticks = count_ticks (self);
  gboolean log = self->chart->scale == PREMISE_SCALE_LOG && !self->from_zero;
  double unit = premise_chart_get_tick_unit (self->chart, PREMISE_AXIS_VALUE);

  /* extend() asks the scale what has a place on it. */
  if (log)
    premise_scale_init_log (&self->value, 1, 10, unit);
  else
    premise_scale_init_linear (&self->value, 0, 1, unit);

  self->mark->extend (self, &extent);
  self->has_data = isfinite (extent.min) && isfinite (extent.max);

  /* Without numbers a kept axis is still the axis of the chart. */
  if (!self->has_data && has_kept_domain (self->chart))
    extent = (PremiseExtent) { self->chart->domain_min, self->chart->domain_max };
  else if (!self->has_data)
    extent = (PremiseExtent) { self->value.min, self->value.max };

  if (self->percent)
    premise_scale_init_linear (&self->value, 0, 100, 1);
  else if (log)
    choose_log (self, extent, n_ticks);
  else
    choose_linear (self, extent, n_ticks);
}

double
premise_frame_place_x (PremiseLayout *self,
                       double         value)
{
  double t = premise_scale_map (&self->x, value);

  return self->plot.x + CLAMP (t, 0, 1) * self->plot.width;
}

double
premise_frame_place (PremiseLayout *self,
                     double         value)
{
  double t = premise_scale_map (&self->value, value);

  t = CLAMP (t, 0, 1);

  return self->horizontal ? self->plot.x + t * self->plot.width
                          : self->plot.y + (1 - t) * self->plot.height;
}

/* Where a category with a number of its own stands: points from side to side, bands around
 * their numbers, as wide as the two closest allow. */
static PremiseSpan
get_timed_span (PremiseLayout *self,
                guint          category)
{
  GArray *positions = self->chart->positions;
  guint n = positions->len;
  double first = g_array_index (positions, double, 0);
  double whole = g_array_index (positions, double, n - 1) - first;
  double t = (g_array_index (positions, double, category) - first) / whole;
  double closest = self->closest;

  if (self->mark->on_points)
    {
      double length = self->plot.width - 2 * self->inset;
      double step = closest / whole * length;

      return (PremiseSpan) { self->plot.x + self->inset + t * length - step / 2, step };
    }

  return (PremiseSpan) {
    self->plot.x + t * whole / (whole + closest) * self->plot.width,
    closest / (whole + closest) * self->plot.width,
  };
}

PremiseSpan
premise_frame_get_span (PremiseLayout *self,
                        guint          category)
{
  double length = self->horizontal ? self->plot.height : self->plot.width;
  double start = self->horizontal ? self->plot.y : self->plot.x;
  double band = length / self->band.max;
  double middle = premise_scale_map (&self->band, category);

  if (self->timed && category < self->chart->positions->len)
    return get_timed_span (self, category);

  if (self->mark->on_points)
    {
      guint n = premise_layout_n_categories (self);
      double step = n > 1 ? (length - 2 * self->inset) / (n - 1) : 0;
      double at = n > 1 ? self->inset + category * step : length / 2;

      return (PremiseSpan) { start + at - step / 2, step };
    }

  start += middle * length - band / 2;

  if (self->horizontal && self->labels_above)
    {
      double above = self->lines_above * self->type.line;

      return (PremiseSpan) { start + above, fmax (1, band - above) };
    }

  return (PremiseSpan) { start, band };
}

double
premise_frame_get_center (PremiseLayout *self,
                          guint          category)
{
  PremiseSpan span = premise_frame_get_span (self, category);

  /* A label above its mark stays close to it. */
  if (self->horizontal && self->labels_above)
    return span.start + fmin (span.size / 2, self->type.line * 0.6);

  return span.start + span.size / 2;
}

PremiseRect
premise_frame_get_bar (PremiseLayout *self,
                       double         start,
                       double         size,
                       double         from,
                       double         to)
{
  double a = premise_frame_place (self, from);
  double b = premise_frame_place (self, to);

  /* Edges that run across pixels are set on them; the end that shows the value is not, so
   * that it moves smoothly. */
  if (size >= 3)
    {
      double end = round (start + size);

      start = round (start);
      size = end - start;
    }

  if (self->horizontal)
    return (PremiseRect) { fmin (a, b), start, fabs (b - a), size };

  return (PremiseRect) { start, fmin (a, b), size, fabs (b - a) };
}

static gboolean
wants_labels (PremiseLayout *self)
{
  return self->has_data && self->mark->label != NULL
         && premise_layout_n_categories (self) * premise_layout_n_series (self) <= MAX_LABELS;
}

/* Whether the numbers find room beside marks that have so much of the width. */
static gboolean
numbers_fit (PremiseLayout *self,
             double         room,
             gboolean       above)
{
  gboolean was_above = self->labels_above;
  gboolean fit;

  if (!wants_labels (self) || self->chart->is_panel)
    return TRUE;

  self->mark->label (self);
  self->labels_above = above;
  fit = premise_labels_can_reserve (self, fmax (1, room - 1));
  self->labels_above = was_above;
  g_array_set_size (self->labels, 0);

  return fit;
}

/* Width of the column of category labels beside horizontal marks. */
double
premise_frame_column (PremiseLayout *self,
                      double         row,
                      gboolean      *above)
{
  double most = self->width * PREMISE_MAX_NAMES;
  GPtrArray *names = self->chart->names != NULL ? self->chart->names : self->chart->categories;
  double widest = premise_typeset_widest (&self->type, names);
  guint lines = row >= 2 * self->type.line ? 2 : 1;
  gboolean wraps = TRUE;

  double column = fmin (widest, most);

  for (guint c = 0; widest > most && wraps && c < names->len; c++)
    wraps = premise_typeset_can_wrap (&self->type, g_ptr_array_index (names, c), most, lines);

  /* Above its mark a label has the whole width, and leaves it to the mark and its number. */
  *above = row >= self->type.line * 1.5
           && (!wraps || (!numbers_fit (self, self->width - column - self->gap * 1.5, FALSE)
                          && numbers_fit (self, self->width, TRUE)));

  return *above ? 0 : column;
}

/* Lines of the labels that stand above their marks, in rows of that height. */
guint
premise_frame_lines_above (PremiseLayout *self,
                           double         row)
{
  if (row < self->type.line * 2.5)
    return 1;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (premise_typeset_measure (&self->type, premise_chart_get_category (self->chart, c))
          > self->width)
        return 2;
    }

  return 1;
}

static const char *
get_foot_title (PremiseLayout *self)
{
  const char *title = self->horizontal ? self->chart->value_title : self->chart->category_title;

  return title != NULL && *title != '\0' ? title : NULL;
}

static guint
count_title_lines (PremiseLayout *self,
                   const char    *title)
{
  guint lines = 1;

  while (lines < MAX_TITLE_LINES && !premise_typeset_can_wrap (&self->type, title, self->width, lines))
    lines++;

  return lines;
}

/* 0 where there is none, or too little height for it. */
static double
foot_title_height (PremiseLayout *self)
{
  const char *title = get_foot_title (self);

  if (title == NULL || self->height < 9 * self->type.line)
    return 0;

  return count_title_lines (self, title) * self->type.line + self->gap / 2;
}

/* Height of ticks and titles below a plot of horizontal marks, or of category labels. */
double
premise_frame_footer_height (PremiseLayout *self)
{
  double height = self->type.line + self->gap;

  if (!self->horizontal && !self->numeric_x)
    height = premise_categories_height (self, self->width * 0.9) + self->gap;

  return height + foot_title_height (self);
}

static void
add_foot_title (PremiseLayout *self)
{
  const char *title = get_foot_title (self);
  g_autoptr(PangoLayout) text = NULL;

  if (title == NULL)
    return;

  text = premise_typeset_new_boxed (&self->type, title, self->width, count_title_lines (self, title),
                                    PANGO_ALIGN_RIGHT);
  premise_scene_add_text (self->scene, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT,
                          fmin (self->plot.x + self->plot.width, self->width)
                          - fmin (premise_typeset_width (text), self->plot.x + self->plot.width),
                          self->height - premise_typeset_height (text), text, &self->theme->muted);
}

static void
add_grid_line (PremiseLayout      *self,
               double              value,
               const PremiseColor *color)
{
  PremiseStyle style = premise_layout_stroke_style (color, 1);
  double at = hairline (premise_frame_place (self, value));
  PremiseRect *plot = &self->plot;

  if (self->horizontal)
    premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                               at, plot->y, at, plot->y + plot->height, &style);
  else
    premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                               plot->x, at, plot->x + plot->width, at, &style);
}

static void
add_tick_label (PremiseLayout *self,
                double         value)
{
  g_autofree char *label = premise_layout_format (self, value, PREMISE_NUMBER_TICK);
  g_autoptr(PangoLayout) text = premise_typeset_new (&self->type, label);
  double at = premise_frame_place (self, value);
  double width = premise_typeset_width (text);
  double height = premise_typeset_height (text);
  double x, y;

  if (self->horizontal)
    {
      x = CLAMP (at - width / 2, 0, fmax (0, self->width - width));
      y = self->plot.y + self->plot.height + self->gap / 2;
    }
  else
    {
      x = self->plot.x - self->gap - width;
      y = CLAMP (at - height / 2, 0, fmax (0, self->height - height));
    }

  premise_scene_add_text (self->scene, PREMISE_ROLE_TICK_LABEL, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, x, y, text, &self->theme->muted);
}

/* Every other label goes while any two would touch. */
static guint
tick_stride (PremiseLayout *self,
             GArray        *ticks)
{
  double widest = 0;
  double length = self->horizontal ? self->plot.width : self->plot.height;
  guint stride = 1;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = premise_layout_format (self, g_array_index (ticks, double, i), PREMISE_NUMBER_TICK);

      widest = fmax (widest, self->horizontal
                             ? premise_typeset_measure (&self->type, label) + self->gap * 2
                             : self->type.line);
    }

  while (stride < ticks->len)
    {
      double closest = length;

      for (guint i = stride; i < ticks->len; i += stride)
        {
          double a = premise_scale_map (&self->value, g_array_index (ticks, double, i - stride));
          double b = premise_scale_map (&self->value, g_array_index (ticks, double, i));

          closest = fmin (closest, (b - a) * length);
        }

      if (closest >= widest)
        break;

      stride++;
    }

  return stride;
}

/* The axis below the plot, where it is a number line too. */
static void
add_x_axis (PremiseLayout *self)
{
  g_autoptr(GArray) ticks = NULL;
  double wanted = self->plot.width * 0.75 / (TICK_WIDTH * self->theme->text_scale);
  double end = -INFINITY;

  if (!self->has_data)
    return;

  ticks = premise_scale_ticks (&self->x, (guint) CLAMP (wanted, MIN_TICKS, MAX_TICKS));

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      g_autofree char *label = premise_chart_format_axis (self->chart, PREMISE_AXIS_X, tick, PREMISE_NUMBER_TICK);
      g_autoptr(PangoLayout) text = premise_typeset_new (&self->type, label);
      double at = premise_frame_place_x (self, tick);
      double width = premise_typeset_width (text);
      double x = CLAMP (at - width / 2, 0, fmax (0, self->width - width));
      PremiseStyle style = premise_layout_stroke_style (&self->theme->grid, 1);

      at = fmin (hairline (at), self->plot.x + self->plot.width);
      premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, at,
                                 self->plot.y, at, self->plot.y + self->plot.height, &style);

      if (x < end + self->gap * 2)
        continue;

      if (premise_scene_add_text (self->scene, PREMISE_ROLE_TICK_LABEL, PREMISE_SCENE_NO_POINT,
                                  PREMISE_SCENE_NO_POINT, x,
                                  self->plot.y + self->plot.height + self->gap * 0.75, text,
                                  &self->theme->muted))
        end = x + width;
    }
}

static void
add_value_axis (PremiseLayout *self)
{
  g_autoptr(GArray) ticks = NULL;
  guint stride;

  if (!self->has_data)
    return;

  ticks = premise_scale_ticks (&self->value, self->n_ticks);
  stride = tick_stride (self, ticks);

  for (guint i = 0; i < ticks->len; i++)
    add_grid_line (self, g_array_index (ticks, double, i), &self->theme->grid);

  for (guint i = 0; i < ticks->len; i += stride)
    add_tick_label (self, g_array_index (ticks, double, i));
}

/* The line that bars stand on. */
static void
add_baseline (PremiseLayout *self)
{
  PremiseColor color = premise_color_mix (&self->theme->grid, &self->theme->foreground, 0.45);

  if (self->has_data && premise_scale_accepts (&self->value, 0) && self->value.min <= 0
      && self->value.max >= 0)
    add_grid_line (self, 0, &color);
}

static double
widest_tick (PremiseLayout *self)
{
  g_autoptr(GArray) ticks = premise_scale_ticks (&self->value, self->n_ticks);
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = premise_layout_format (self, g_array_index (ticks, double, i), PREMISE_NUMBER_TICK);

      widest = fmax (widest, premise_typeset_measure (&self->type, label));
    }

  /* An axis never takes the chart over: such labels are dropped when they do not fit. */
  return fmin (widest, self->width * 0.4);
}

static void
frame_horizontal (PremiseLayout *self)
{
  double foot = premise_frame_footer_height (self);
  double height = fmax (1, self->height - self->top - foot);
  double row = height / MAX (premise_layout_n_categories (self), 1);
  double column = premise_frame_column (self, row, &self->labels_above);
  double left = column > 0 ? column + self->gap * 1.5 : premise_labels_reach (self);
  double room, start, size;
  double top = self->top;

  /* Half of the last tick's label hangs over the end of the axis. */
  g_autofree char *last = premise_layout_format (self, self->value.max, PREMISE_NUMBER_TICK);
  double hang = self->has_data ? premise_typeset_measure (&self->type, last) / 2 : 0;

  room = fmax (1, self->width - left - 1);
  self->lines_above = premise_frame_lines_above (self, row);

  if (wants_labels (self))
    self->mark->label (self);

  premise_labels_reserve (self, room, &start, &size);

  /* The first name keeps off the legend. */
  if (self->labels_above && top > 0)
    {
      top += self->gap;
      height = fmax (1, height - self->gap);
    }

  self->plot = (PremiseRect) { left + start, top, size, height };

  if (self->plot.x + self->plot.width + hang > self->width)
    self->plot.width = fmax (1, self->width - hang - self->plot.x);

  add_value_axis (self);
  add_baseline (self);
  premise_categories_add (self, column);
  add_foot_title (self);
}

/* Half of the first and the last label reach beyond their points. */
static double
points_inset (PremiseLayout *self,
              double         width)
{
  guint n = premise_layout_n_categories (self);
  double half = 0;

  if (!self->mark->on_points || n < 2)
    return 0;

  half = fmax (premise_typeset_measure (&self->type, premise_chart_get_category (self->chart, 0)),
               premise_typeset_measure (&self->type, premise_chart_get_category (self->chart, n - 1)));
  half = fmax (half / 2, premise_layout_marker_size (self));

  return fmin (half, width / (2 * n));
}

double
premise_frame_column_width (PremiseLayout *self)
{
  double ticks = self->has_data ? widest_tick (self) + self->gap : 0;
  double gutter = self->mark->gutter != NULL && self->has_data ? self->mark->gutter (self) : 0;

  return fmax (1, self->width - ticks - gutter - 1);
}

static void
frame_vertical (PremiseLayout *self)
{
  double ticks = self->has_data ? widest_tick (self) + self->gap : 0;
  double width = premise_frame_column_width (self);
  double room, start, size;
  /* The topmost tick's label is centred on the end of the axis. */
  double head = fmax (2, self->type.line / 2);

  self->plot = (PremiseRect) { ticks, self->top + head, width, 1 };
  self->inset = points_inset (self, width);
  self->foot = self->numeric_x ? self->type.line + self->gap * 1.5
                               : premise_categories_height (self, width) + self->gap;

  self->foot += foot_title_height (self);

  room = fmax (1, self->height - self->top - head - self->foot);

  if (wants_labels (self))
    self->mark->label (self);

  premise_labels_reserve (self, room + head, &start, &size);
  size = fmin (size, room);
  self->plot.height = fmax (1, size);
  self->plot.y = fmax (self->top + head, self->height - self->foot - start - size);

  add_value_axis (self);
  add_baseline (self);
  if (self->numeric_x)
    add_x_axis (self);
  else
    premise_categories_add (self, width);

  add_foot_title (self);
}

void
premise_frame_plane (PremiseLayout *self)
{
  if (self->horizontal)
    frame_horizontal (self);
  else
    frame_vertical (self);
}
