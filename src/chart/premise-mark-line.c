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

/* A single line with no more points has its numbers written beside them. */
#define MAX_LABELLED 14

#define MIN_HIT_SIZE 10

double
premise_line_get_x (PremiseLayout *self,
                    guint          category)
{
  PremiseSpan span = premise_frame_get_span (self, category);

  return span.start + span.size / 2;
}

PremiseCertainty
premise_line_get_certainty (PremiseLayout *self,
                            guint          series,
                            guint          category)
{
  return MAX (premise_chart_get_certainty (self->chart, series, category),
              premise_chart_get_certainty (self->chart, series, category + 1));
}

PremiseLineSteps
premise_line_get_steps (PremiseLayout *self)
{
  double first = premise_line_get_x (self, 0);

  return (PremiseLineSteps) {
    first, self->timed ? NAN : premise_line_get_x (self, 1) - first,
  };
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
flush (PremiseLayout     *self,
       guint              series,
       GArray           **points,
       gboolean           base,
       PremiseCertainty   certainty)
{
  const PremiseColor *color = base ? &self->theme->ghost
                                   : premise_layout_series_color (self, series);
  PremiseStyle style = premise_layout_stroke_style (color, base ? GHOST_WIDTH : LINE_WIDTH);

  PremiseShapeRole role = base ? PREMISE_ROLE_GHOST : PREMISE_ROLE_MARK;
  gboolean dense = premise_line_is_dense (self);

  style.dash = premise_layout_get_dash (certainty);

  /* Columns cannot be dashed. A single point between gaps has no marker where all are close. */
  if (dense && (style.dash == PREMISE_DASH_NONE || (*points)->len == 1))
    premise_line_add_columns (self, role, series, *points, &style);
  else
    premise_scene_add_line (self->scene, role, series,
                            dense ? premise_line_thin (*points) : g_array_ref (*points), &style);

  g_array_unref (*points);
  *points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
}

/* One path for each stretch without a gap and with one kind of certainty. */
static void
add_path (PremiseLayout *self,
          guint          series,
          gboolean       base)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  PremiseCertainty certainty = PREMISE_CERTAINTY_GIVEN;
  guint n = premise_layout_n_categories (self);
  PremiseLineSteps steps = premise_line_get_steps (self);

  for (guint c = 0; c < n; c++)
    {
      PremisePoint point = { premise_line_step_x (self, &steps, c), 0 };
      double value;

      if (!get_value (self, series, c, base, &value))
        {
          flush (self, series, &points, base, certainty);
          continue;
        }

      point.y = premise_frame_place (self, value);

      if (points->len > 0 && !base && premise_line_get_certainty (self, series, c - 1) != certainty)
        {
          PremisePoint last = g_array_index (points, PremisePoint, points->len - 1);

          flush (self, series, &points, base, certainty);
          certainty = premise_line_get_certainty (self, series, c - 1);
          g_array_append_val (points, last);
        }

      g_array_append_val (points, point);
    }

  flush (self, series, &points, base, certainty);
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

void
premise_line_add_points (PremiseLayout *self,
                         guint          series)
{
  double size = premise_layout_marker_size (self);
  double hit = fmax (size, MIN_HIT_SIZE);
  gboolean roomy = premise_frame_get_span (self, 0).size >= MARKER_DISTANCE
                   || premise_chart_get_series_mark (self->chart, series) == PREMISE_MARK_POINT;
  double value;

  if (!roomy && premise_line_is_dense (self))
    {
      premise_line_add_dense_points (self, series);
      return;
    }

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      PremiseCertainty certainty = premise_chart_get_certainty (self->chart, series, c);
      PremiseStyle style = premise_layout_marker_style (self,
                                                        premise_layout_series_color (self, series),
                                                        series, certainty);
      double x, y;

      if (!premise_layout_get_number (self, series, c, &value))
        continue;

      x = premise_line_get_x (self, c);
      y = premise_frame_place (self, value);

      if (roomy || is_alone (self, series, c) || premise_layout_n_categories (self) == 1)
        premise_scene_add_marker (self->scene, PREMISE_ROLE_MARK, series, c, x, y, size, &style);
      else
        premise_scene_add_area (self->scene, series, c,
                                &(PremiseRect) { x - hit / 2, y - hit / 2, hit, hit });
    }
}

gboolean
premise_line_find_last (PremiseLayout *self,
                        guint          series,
                        PremisePoint  *point)
{
  double value;

  for (guint c = premise_layout_n_categories (self); c > 0; c--)
    {
      if (!premise_layout_get_number (self, series, c - 1, &value))
        continue;

      *point = (PremisePoint) { premise_line_get_x (self, c - 1), premise_frame_place (self, value) };

      return TRUE;
    }

  return FALSE;
}

/* Whether the line goes up from a point. */
static gboolean
is_rising (PremiseLayout *self,
           guint          series,
           guint          category,
           double         value)
{
  double next;

  return self->chart->mark != PREMISE_MARK_AREA
         && premise_layout_get_number (self, series, category + 1, &next) && next > value;
}

static gboolean
try_number (PremiseLayout     *self,
            guint              series,
            guint              category,
            const PremiseRect *rect,
            PangoLayout       *text)
{
  if (rect->x < 0 || rect->x + rect->width > self->width
      || rect->y + rect->height > self->plot.y + self->plot.height
      || premise_scene_covers_mark (self->scene, rect)
      || !premise_scene_add_text (self->scene, PREMISE_ROLE_VALUE_LABEL, series, category, rect->x, rect->y, text,
                                  &self->theme->foreground))
    return FALSE;

  premise_scene_add_halo (self->scene, &self->theme->background);

  return TRUE;
}

/* Above a peak, below a valley, else where the line is not: where it is steep, aside.
 * Returns: whether there is a place for it. */
static gboolean
add_number (PremiseLayout     *self,
            guint              series,
            guint              category,
            double             value,
            PremiseNumberForm  form)
{
  g_autofree char *label = premise_layout_format (self, value, form);
  g_autoptr(PangoLayout) text = premise_typeset_new (&self->type, label);
  double width = premise_typeset_width (text);
  double height = premise_typeset_height (text);
  double at = premise_line_get_x (self, category);
  double x = CLAMP (at - width / 2, 0, fmax (0, self->width - width));
  double away = premise_layout_marker_size (self) / 2 + 1;
  gboolean rising = is_rising (self, series, category, value);
  double above = premise_frame_place (self, value) - away - height;
  double below = premise_frame_place (self, value) + away;
  double foot = self->plot.y + self->plot.height;
  PremiseRect choices[] = {
    { x, rising ? below : above, width, height },
    { x, rising ? above : below, width, height },
    { at + away, rising ? below : above, width, height },
    { at - away - width, rising ? above : below, width, height },
    { at + away, fmin (below, foot - height), width, height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (try_number (self, series, category, &choices[i], text))
        return TRUE;
    }

  return FALSE;
}

/* Returns: how many found a place. */
static guint
add_numbers (PremiseLayout     *self,
             guint              series,
             PremiseNumberForm  form)
{
  guint n = 0;
  double value;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (premise_layout_get_number (self, series, c, &value))
        n += add_number (self, series, c, value, form);
    }

  return n;
}

static guint
count_values (PremiseLayout *self,
              guint          series)
{
  guint n = 0;
  double value;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    n += premise_layout_get_number (self, series, c, &value);

  return n;
}

/* A single line with few points has its numbers written beside them, all without their unit rather
 * than some of them; in a panel, which is small, only the one that it leads to. */
void
premise_line_add_numbers (PremiseLayout *self,
                          guint          series)
{
  guint before = self->scene->items->len;
  double value;
  guint full;

  for (guint c = premise_layout_n_categories (self); self->chart->is_panel && c > 0; c--)
    {
      if (!premise_layout_get_number (self, series, c - 1, &value))
        continue;

      add_number (self, series, c - 1, value, PREMISE_NUMBER_FULL);
      return;
    }

  if (premise_layout_n_categories (self) > MAX_LABELLED)
    return;

  full = add_numbers (self, series, PREMISE_NUMBER_FULL);
  if (full == count_values (self, series))
    return;

  g_array_set_size (self->scene->items, before);
  if (add_numbers (self, series, PREMISE_NUMBER_BARE) > full)
    return;

  g_array_set_size (self->scene->items, before);
  add_numbers (self, series, PREMISE_NUMBER_FULL);
}

void
premise_line_add_ghost (PremiseLayout *self,
                        guint          series)
{
  if (series_has_ghost (self, series))
    add_path (self, series, TRUE);
}

void
premise_line_add_path (PremiseLayout *self,
                       guint          series)
{
  add_path (self, series, FALSE);
}

static gboolean
is_line (PremiseLayout *self,
         guint          series)
{
  return premise_chart_get_series_mark (self->chart, series) == PREMISE_MARK_LINE;
}

void
premise_line_add_combined (PremiseLayout *self)
{
  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      if (is_line (self, s))
        premise_line_add_ghost (self, s);
    }

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      if (is_line (self, s))
        premise_line_add_path (self, s);
    }

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      if (premise_chart_get_series_mark (self->chart, s) != self->chart->mark)
        premise_line_add_points (self, s);
    }
}

static void
line_build (PremiseLayout *self)
{
  guint n = premise_layout_n_series (self);
  g_autofree PremisePoint *ends = g_new0 (PremisePoint, n);

  for (guint s = 0; s < n; s++)
    {
      if (is_line (self, s))
        premise_line_add_ghost (self, s);
    }

  for (guint s = 0; s < n; s++)
    {
      if (is_line (self, s))
        premise_line_add_path (self, s);
    }

  for (guint s = 0; s < n; s++)
    {
      premise_line_add_points (self, s);

      if (!premise_line_find_last (self, s, &ends[s]))
        ends[s].y = NAN;
    }

  if (self->direct)
    premise_endnames_add (self, ends);
  if (n == 1)
    premise_line_add_numbers (self, 0);
}

const PremiseMarkClass premise_mark_line = {
  .on_points = TRUE,
  .has_legend = TRUE,
  .aspect = 0.44,
  .extend = premise_layout_extend_all,
  .gutter = premise_endnames_gutter,
  .build = line_build,
};
