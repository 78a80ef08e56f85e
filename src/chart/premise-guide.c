/* premise-guide.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* What stands above the plot: legend, stamp, and the title of the axis that begins there. */

#define SWATCH 11
#define ENTRY_GAP 18
#define MAX_LEGEND_ROWS 4

/* In place of a series: the line of what lies below. */
#define CUMULATIVE (PREMISE_SCENE_NO_POINT - 1)

/* … or the value that a tornado is measured against. */
#define REFERENCE (PREMISE_SCENE_NO_POINT - 2)

/* … or how sure a value is. */
#define CERTAINTY(certainty) (PREMISE_SCENE_NO_POINT - 3 - (certainty))
#define FIRST_SPECIAL CERTAINTY (PREMISE_N_CERTAINTIES - 1)

/* A chart lower than so many lines has no room for titles, then none for a legend. */
#define LINES_FOR_TITLES 9
#define LINES_FOR_LEGEND 7

static double
swatch_size (PremiseLayout *self)
{
  return SWATCH * fmax (1, self->theme->text_scale * 0.8);
}

static const char *
get_head_title (PremiseLayout *self)
{
  if (self->height < LINES_FOR_TITLES * self->type.line)
    return NULL;

  if (self->chart->mark == PREMISE_MARK_HEATMAP)
    return NULL;

  return self->horizontal ? self->chart->category_title : self->chart->value_title;
}

static gboolean
has_series_legend (PremiseLayout *self)
{
  return self->mark->has_legend && !self->direct && !self->chart->is_panel
         && premise_layout_n_series (self) > 1
         && self->height >= LINES_FOR_LEGEND * self->type.line;
}

static gboolean
has_ghost_legend (PremiseLayout *self)
{
  return self->has_ghost && self->chart->base_label != NULL
         && self->height >= LINES_FOR_LEGEND * self->type.line;
}

static gboolean
has_cumulative_legend (PremiseLayout *self)
{
  return self->chart->cumulative_label != NULL && !self->chart->is_panel
         && self->chart->mark == PREMISE_MARK_HISTOGRAM
         && self->height >= LINES_FOR_LEGEND * self->type.line;
}

static gboolean
has_reference_legend (PremiseLayout *self)
{
  return self->chart->mark == PREMISE_MARK_TORNADO && self->chart->reference_label != NULL
         && isfinite (self->chart->reference) && !self->chart->is_panel
         && self->height >= LINES_FOR_LEGEND * self->type.line;
}

static gboolean
has_certainty_legend (PremiseLayout *self,
                      guint          certainty)
{
  return self->uncertain[certainty] && !self->chart->is_panel
         && self->height >= LINES_FOR_LEGEND * self->type.line;
}

static gboolean
is_marker (PremiseLayout *self,
           guint          series)
{
  PremiseMark mark = premise_chart_get_series_mark (self->chart, series);

  return mark == PREMISE_MARK_LINE || mark == PREMISE_MARK_POINT;
}

/* Whether values are told apart by the line to them, not by a fill. */
static gboolean
is_drawn_as_line (PremiseLayout *self)
{
  return self->chart->mark == PREMISE_MARK_LINE || self->chart->mark == PREMISE_MARK_SLOPE;
}

/* A dash needs more length to be seen than a colour. */
static double
swatch_width (PremiseLayout *self,
              guint          series)
{
  gboolean is_point = self->chart->mark == PREMISE_MARK_POINT
                      || self->chart->mark == PREMISE_MARK_BUBBLE;

  if (series < FIRST_SPECIAL || series >= REFERENCE || is_point)
    return swatch_size (self);

  return swatch_size (self) * (is_drawn_as_line (self) ? 2.4 : 1.8);
}

static void
add_certainty_swatch (PremiseLayout    *self,
                      PremiseCertainty  certainty,
                      guint             special,
                      double            x,
                      double            middle)
{
  const PremiseColor *color = &self->theme->muted;
  double size = swatch_size (self);
  double width = swatch_width (self, special);
  PremiseRect rect = { round (x), round (middle - size / 2), round (width), size };
  PremiseStyle style;

  if (is_drawn_as_line (self))
    {
      style = premise_layout_stroke_style (color, 2);
      style.dash = premise_layout_get_dash (certainty);
      premise_scene_add_segment (self->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT, x, middle,
                                 x + width, middle, &style);
      return;
    }

  if (self->chart->mark == PREMISE_MARK_POINT || self->chart->mark == PREMISE_MARK_BUBBLE)
    {
      style = premise_layout_marker_style (self, color, 0, certainty);
      if (self->chart->mark == PREMISE_MARK_BUBBLE)
        style.dash = premise_layout_get_dash (certainty);
      premise_scene_add_marker (self->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT,
                                PREMISE_SCENE_NO_POINT, x + size / 2, middle, size, &style);
      return;
    }

  style = premise_layout_fill_style (self, color, certainty);
  style.radius = 2;
  premise_scene_add_rect (self->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, &rect, &style);
}

static void
add_swatch (PremiseLayout *self,
            guint          series,
            double         x,
            double         y)
{
  double size = swatch_size (self);
  double middle = y + self->type.line / 2;
  PremiseRect rect = { round (x), round (middle - size / 2), size, size };
  PremiseStyle style;

  if (series >= FIRST_SPECIAL && series < REFERENCE)
    {
      add_certainty_swatch (self, PREMISE_SCENE_NO_POINT - 3 - series, series, x, middle);
    }
  else if (series == REFERENCE)
    {
      style = premise_layout_stroke_style (&self->theme->foreground, 1.25);
      premise_scene_add_segment (self->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT,
                                 x + size / 2, rect.y, x + size / 2, rect.y + size, &style);
    }
  else if (series == CUMULATIVE
      || (series == PREMISE_SCENE_NO_POINT && self->mark->on_points
          && self->chart->mark != PREMISE_MARK_AREA))
    {
      style = premise_layout_stroke_style (series == CUMULATIVE
                                             ? premise_layout_series_color (self, 1)
                                             : &self->theme->ghost, 2);
      premise_scene_add_segment (self->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT, x, middle,
                                 x + size, middle, &style);
    }
  else if (series == PREMISE_SCENE_NO_POINT
           && (self->chart->mark == PREMISE_MARK_AREA
               || self->chart->mark == PREMISE_MARK_HISTOGRAM))
    {
      style = premise_layout_stroke_style (&self->theme->foreground, 1.5);
      if (self->chart->mark == PREMISE_MARK_AREA)
        style.dash = PREMISE_DASH_DOTTED;
      premise_scene_add_segment (self->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT, x, middle,
                                 x + size, middle, &style);
    }
  else if (series == PREMISE_SCENE_NO_POINT)
    {
      style = premise_layout_ghost_style (self);
      premise_scene_add_rect (self->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT,
                              PREMISE_SCENE_NO_POINT, &rect, &style);
    }
  else if (is_marker (self, series))
    {
      double marker = size;

      if (premise_chart_get_series_mark (self->chart, series) == PREMISE_MARK_LINE)
        {
          marker *= 0.7;
          style = premise_layout_stroke_style (premise_layout_series_color (self, series), 2);
          premise_scene_add_segment (self->scene, PREMISE_ROLE_LEGEND, series, x, middle,
                                     x + size, middle, &style);
        }

      style = premise_layout_marker_style (self, premise_layout_series_color (self, series),
                                           series, PREMISE_CERTAINTY_GIVEN);
      premise_scene_add_marker (self->scene, PREMISE_ROLE_LEGEND, series, PREMISE_SCENE_NO_POINT,
                                x + size / 2, middle, marker, &style);
    }
  else
    {
      style = premise_layout_series_style (self, series, PREMISE_CERTAINTY_GIVEN);
      style.radius = 2;
      premise_scene_add_rect (self->scene, PREMISE_ROLE_LEGEND, series, PREMISE_SCENE_NO_POINT,
                              &rect, &style);
    }
}

static double
pill_padding (PremiseLayout *self)
{
  return self->gap;
}

static PangoLayout *
new_stamp (PremiseLayout *self)
{
  return premise_typeset_new_boxed (&self->type, self->chart->stamp,
                                    self->width - 2 * pill_padding (self) - 2, 1,
                                    PANGO_ALIGN_LEFT);
}

/* Where the stamp stands: always at the end of the first row. */
static PremiseRect
get_pill (PremiseLayout *self)
{
  g_autoptr(PangoLayout) text = NULL;
  PremiseRect pill = { self->width, 0, 0, 0 };

  if (self->chart->stamp == NULL || *self->chart->stamp == '\0')
    return pill;

  text = new_stamp (self);
  pill.width = premise_typeset_width (text) + 2 * pill_padding (self);
  pill.height = premise_typeset_height (text) + 2;
  pill.x -= pill.width;

  return pill;
}

static void
add_stamp (PremiseLayout *self)
{
  PremiseRect pill = get_pill (self);
  PremiseStyle style = premise_layout_stroke_style (&self->theme->muted, 1);
  g_autoptr(PangoLayout) text = NULL;

  if (pill.width <= 0)
    return;

  text = new_stamp (self);
  style.radius = pill.height / 2;

  if (premise_scene_add_text (self->scene, PREMISE_ROLE_STAMP, PREMISE_SCENE_NO_POINT,
                              PREMISE_SCENE_NO_POINT, pill.x + pill_padding (self), 1, text,
                              &self->theme->muted))
    premise_scene_add_rect (self->scene, PREMISE_ROLE_STAMP, PREMISE_SCENE_NO_POINT,
                            PREMISE_SCENE_NO_POINT, &pill, &style);
}

/* The width of a row that begins at y: the stamp takes the end of the first one. */
static double
row_width (PremiseLayout *self,
           double         y)
{
  PremiseRect pill = get_pill (self);

  return pill.width > 0 && y < pill.height ? fmax (0, pill.x - self->gap) : self->width;
}

/* The legend of a low chart leaves at least half of it to the plot, or more to many of them. */
static guint
get_max_rows (PremiseLayout *self)
{
  return (guint) CLAMP (floor (self->height / (self->type.line + 2)
                               / (self->heads_panels ? 4 : 2)), 1, MAX_LEGEND_ROWS);
}

/* Flows one entry and returns whether there was a row left for it. */
static gboolean
flow_entry (PremiseLayout *self,
            const char    *label,
            guint          series,
            PremisePoint  *at,
            gboolean       draw)
{
  double lead = swatch_width (self, series) + self->gap;
  double row = self->type.line + 2;
  g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, label, self->width - lead,
                                                           1, PANGO_ALIGN_LEFT);
  double needed = lead + premise_typeset_width (text);

  while (at->y < get_max_rows (self) * row && at->x + needed > row_width (self, at->y)
         && (at->x > 0 || row_width (self, at->y) < self->width))
    {
      at->x = 0;
      at->y += row;
    }

  if (at->y > (get_max_rows (self) - 0.5) * row)
    return FALSE;

  /* First the text: a swatch without one says nothing. */
  if (draw && premise_scene_add_text (self->scene, PREMISE_ROLE_LEGEND,
                                      series >= FIRST_SPECIAL ? PREMISE_SCENE_NO_POINT : series,
                                      PREMISE_SCENE_NO_POINT, at->x + lead, at->y, text,
                                      &self->theme->foreground))
    add_swatch (self, series, at->x, at->y);

  at->x += needed + ENTRY_GAP * fmax (1, self->theme->text_scale * 0.8);

  return TRUE;
}

/* Returns the height of the rows, 0 without any. */
static double
flow_legend (PremiseLayout *self,
             gboolean       draw)
{
  PremisePoint at = { 0, 0 };
  gboolean any = FALSE;
  guint n = has_series_legend (self) ? premise_layout_n_series (self) : 0;
  double last = (get_max_rows (self) - 1) * (self->type.line + 2);

  for (guint s = 0; s < n; s++)
    {
      const char *label = premise_chart_get_series_label (self->chart, s);

      if (label == NULL || *label == '\0')
        continue;

      any = TRUE;

      if (!flow_entry (self, label, s, &at, draw))
        break;
    }

  if (has_cumulative_legend (self))
    {
      any = TRUE;
      flow_entry (self, self->chart->cumulative_label, CUMULATIVE, &at, draw);
    }

  if (has_reference_legend (self))
    {
      g_autofree char *value = premise_layout_format (self, self->chart->reference, PREMISE_NUMBER_FULL);
      g_autofree char *label = g_strdup_printf ("%s  %s", self->chart->reference_label, value);

      any = TRUE;
      flow_entry (self, label, REFERENCE, &at, draw);
    }

  if (has_ghost_legend (self))
    {
      any = TRUE;
      flow_entry (self, self->chart->base_label, PREMISE_SCENE_NO_POINT, &at, draw);
    }

  for (guint i = 0; i < PREMISE_N_CERTAINTIES; i++)
    {
      if (!has_certainty_legend (self, i))
        continue;

      any = TRUE;
      flow_entry (self, self->chart->certainty_labels[i], CERTAINTY (i), &at, draw);
    }

  return any ? fmin (at.y, last) + self->type.line + self->gap : 0;
}

static double
flow_title (PremiseLayout *self,
            double         y,
            gboolean       draw)
{
  const char *title = get_head_title (self);
  double width = row_width (self, y);
  double start = y;
  g_autoptr(PangoLayout) text = NULL;

  if (title == NULL || *title == '\0')
    return 0;

  /* Beside a long stamp there is no room for a sentence: it goes below. */
  if (width < self->width && premise_typeset_measure (&self->type, title) > width)
    {
      y = get_pill (self).height + self->gap / 2;
      width = self->width;
    }

  text = premise_typeset_new_boxed (&self->type, title, width, 2, PANGO_ALIGN_LEFT);

  if (draw)
    premise_scene_add_text (self->scene, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT,
                            PREMISE_SCENE_NO_POINT, 0, y, text, &self->theme->muted);

  return y - start + premise_typeset_height (text) + self->gap;
}

static double
flow_header (PremiseLayout *self,
             gboolean       draw)
{
  PremiseRect pill = get_pill (self);
  double y;

  if (draw)
    add_stamp (self);

  y = flow_legend (self, draw);
  y += flow_title (self, y, draw);

  return fmax (y, pill.width > 0 ? pill.height + self->gap : 0);
}

double
premise_guide_header_height (PremiseLayout *self)
{
  return flow_header (self, FALSE);
}

void
premise_guide_header (PremiseLayout *self)
{
  self->top = flow_header (self, TRUE);
}
