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
  return self->mark->has_legend && !self->direct && premise_layout_n_series (self) > 1
         && self->height >= LINES_FOR_LEGEND * self->type.line;
}

static gboolean
has_ghost_legend (PremiseLayout *self)
{
  return self->has_ghost && self->chart->base_label != NULL
         && self->height >= LINES_FOR_LEGEND * self->type.line;
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

  if (series == PREMISE_SCENE_NO_POINT)
    {
      style = premise_layout_ghost_style (self);
      premise_scene_add_rect (self->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT,
                              PREMISE_SCENE_NO_POINT, &rect, &style);
    }
  else if (self->mark->on_points || self->chart->mark == PREMISE_MARK_POINT)
    {
      style = premise_layout_marker_style (self, premise_layout_series_color (self, series),
                                           series, PREMISE_CERTAINTY_GIVEN);
      premise_scene_add_marker (self->scene, PREMISE_ROLE_LEGEND, series, PREMISE_SCENE_NO_POINT,
                                x + size / 2, middle, size, &style);
    }
  else
    {
      style = premise_layout_fill_style (self, premise_layout_series_color (self, series),
                                         PREMISE_CERTAINTY_GIVEN);
      style.radius = 2;
      premise_scene_add_rect (self->scene, PREMISE_ROLE_LEGEND, series, PREMISE_SCENE_NO_POINT,
                              &rect, &style);
    }
}

/* Flows one entry and returns whether there was a row left for it. */
static gboolean
flow_entry (PremiseLayout *self,
            const char    *label,
            guint          series,
            double        *x,
            double        *y,
            double         first,
            gboolean       draw)
{
  double size = swatch_size (self);
  double lead = size + self->gap;
  g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, label, self->width - lead, 1,
                                                        PANGO_ALIGN_LEFT);
  double needed = lead + premise_typeset_width (text);

  if (*x > 0 && *x + needed > self->width)
    {
      *x = 0;
      *y += self->type.line + 2;
    }

  if (*y > first + (MAX_LEGEND_ROWS - 1) * (self->type.line + 2) + 0.5)
    return FALSE;

  /* First the text: a swatch without one says nothing. */
  if (draw && premise_scene_add_text (self->scene, PREMISE_ROLE_LEGEND, series,
                                      PREMISE_SCENE_NO_POINT, *x + lead, *y, text,
                                      &self->theme->foreground))
    add_swatch (self, series, *x, *y);

  *x += needed + ENTRY_GAP * fmax (1, self->theme->text_scale * 0.8);

  return TRUE;
}

static double
flow_legend (PremiseLayout *self,
             double         first,
             gboolean       draw)
{
  double x = 0;
  double y = first;
  gboolean any = FALSE;
  guint n = has_series_legend (self) ? premise_layout_n_series (self) : 0;

  for (guint s = 0; s < n; s++)
    {
      const char *label = premise_chart_get_series_label (self->chart, s);

      if (label == NULL || *label == '\0')
        continue;

      any = TRUE;

      if (!flow_entry (self, label, s, &x, &y, first, draw))
        break;
    }

  if (has_ghost_legend (self))
    {
      any = TRUE;
      flow_entry (self, self->chart->base_label, PREMISE_SCENE_NO_POINT, &x, &y, first, draw);
    }

  return any ? fmin (y - first, (MAX_LEGEND_ROWS - 1) * (self->type.line + 2)) + self->type.line
               + self->gap
             : 0;
}

static double
stamp_padding (PremiseLayout *self)
{
  return self->gap;
}

/* The stamp and the title share a row while both fit. Returns its height. */
static double
add_title_row (PremiseLayout *self,
               double         y,
               gboolean       draw)
{
  const char *title = get_head_title (self);
  double pad = stamp_padding (self);
  double left = self->width;
  double height = 0;

  if (self->chart->stamp != NULL)
    {
      g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, self->chart->stamp,
                                                            self->width - 2 * pad - 2, 1,
                                                            PANGO_ALIGN_LEFT);
      PremiseRect pill = { 0, y, premise_typeset_width (text) + 2 * pad,
                           premise_typeset_height (text) + 2 };
      PremiseStyle style = premise_layout_stroke_style (&self->theme->muted, 1);

      pill.x = self->width - pill.width;
      style.radius = pill.height / 2;
      left = pill.x - 2 * self->gap;
      height = pill.height + self->gap;

      if (draw && premise_scene_add_text (self->scene, PREMISE_ROLE_STAMP, PREMISE_SCENE_NO_POINT,
                                          PREMISE_SCENE_NO_POINT, pill.x + pad, y + 1, text,
                                          &self->theme->muted))
        premise_scene_add_rect (self->scene, PREMISE_ROLE_STAMP, PREMISE_SCENE_NO_POINT,
                                PREMISE_SCENE_NO_POINT, &pill, &style);
    }

  if (title != NULL && *title != '\0')
    {
      g_autoptr(PangoLayout) text = NULL;
      double drop = 0;

      /* Half a row is too narrow for a sentence: it goes below the stamp. */
      if (left < self->width / 2 && premise_typeset_measure (&self->type, title) > left)
        {
          drop = height;
          left = self->width;
        }

      text = premise_typeset_new_boxed (&self->type, title, left, 2, PANGO_ALIGN_LEFT);

      if (draw)
        premise_scene_add_text (self->scene, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT,
                                PREMISE_SCENE_NO_POINT, 0, y + drop + 1, text,
                                &self->theme->muted);

      height = fmax (height, drop + premise_typeset_height (text) + self->gap);
    }

  return height;
}

double
premise_guide_header_height (PremiseLayout *self)
{
  return flow_legend (self, 0, FALSE) + add_title_row (self, 0, FALSE);
}

void
premise_guide_header (PremiseLayout *self)
{
  self->top = flow_legend (self, 0, TRUE);
  self->top += add_title_row (self, self->top, TRUE);
}
