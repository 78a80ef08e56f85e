/* premise-mark-heatmap.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define ROW 42
#define CELL_GAP 2
#define MAX_COLUMN 0.34
#define MAX_LINES 3

/* Names of columns that would be left out are rather so small. */
#define LEAST_NAMES 0.82

/* The head of a two-way table: titles, then the names of the columns. */
typedef struct
{
  double column;       /* width of the row labels */
  double title;        /* height of the title of the columns */
  double names;        /* height of the names of the columns */
  guint  name_lines;
  guint  stride;       /* every how many columns there is a name */
  guint  title_lines;
  double name_scale;   /* size of the names of the columns, of the usual one */
  double name_width;   /* … and how wide they may be, at the usual size */
} Head;

static const char *
get_title (PremiseLayout *self,
           const char    *title)
{
  if (title == NULL || *title == '\0' || self->height < 7 * self->type.line)
    return NULL;

  return title;
}

static gboolean
names_can_wrap (PremiseLayout *self,
                double         width)
{
  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (!premise_typeset_can_wrap (&self->type, premise_chart_get_category (self->chart, c), width, MAX_LINES))
        return FALSE;
    }

  return TRUE;
}

static double
row_column (PremiseLayout *self)
{
  double most = self->width * MAX_COLUMN;
  const char *title = get_title (self, self->chart->value_title);
  double widest = 0;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      const char *label = premise_chart_get_series_label (self->chart, s);

      widest = fmax (widest, premise_typeset_measure (&self->type, label));
    }

  /* The title of the rows is wrapped rather than allowed to widen the column much. */
  if (title != NULL)
    widest = fmax (widest, fmin (premise_typeset_measure (&self->type, title), self->width * 0.22));

  return fmin (widest, most);
}

static Head
measure_head (PremiseLayout *self)
{
  Head head = { row_column (self), 0, 0, 1, 1, 1, 1 };
  guint n = MAX (premise_layout_n_categories (self), 1);
  double pitch = (self->width - head.column - self->gap * 1.5) / n;
  const char *row_title = get_title (self, self->chart->value_title);
  const char *column_title = get_title (self, self->chart->category_title);
  double widest = 0;

  head.name_width = pitch - self->gap;
  if (!names_can_wrap (self, head.name_width) && names_can_wrap (self, (pitch - self->gap / 3) / LEAST_NAMES))
    {
      head.name_scale = LEAST_NAMES;
      head.name_width = (pitch - self->gap / 3) / LEAST_NAMES;
    }

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      const char *label = premise_chart_get_category (self->chart, c);
      guint lines = 1;

      widest = fmax (widest, premise_typeset_measure (&self->type, label));

      while (lines < MAX_LINES && !premise_typeset_can_wrap (&self->type, label, head.name_width, lines))
        lines++;

      head.name_lines = MAX (head.name_lines, lines);

      if (!premise_typeset_can_wrap (&self->type, label, head.name_width, MAX_LINES))
        head.stride = 0;
    }

  if (head.stride == 0)
    {
      head.name_lines = 1;
      head.stride = (guint) CLAMP (ceil ((fmin (widest, self->width / 3) + self->gap)
                                         / fmax (pitch, 0.01)), 1, n);
    }

  head.names = head.name_lines * self->type.line;

  if (column_title != NULL)
    {
      while (head.title_lines < MAX_LINES
             && !premise_typeset_can_wrap (&self->type, column_title, pitch * n, head.title_lines))
        head.title_lines++;
      head.title = head.title_lines * self->type.line + self->gap / 2;
    }

  if (row_title != NULL)
    {
      g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, row_title, head.column,
                                                            MAX_LINES, PANGO_ALIGN_RIGHT);

      head.names = fmax (head.names, premise_typeset_height (text) - head.title);
    }

  return head;
}

/* The lines stay as they are. */
static void
shrink (PangoLayout *text,
        double       scale)
{
  int width = pango_layout_get_width (text);

  premise_typeset_set_scale (text, scale);
  if (width > 0)
    pango_layout_set_width (text, (int) ceil (width * scale) + PANGO_SCALE);
}

static void
add_column_names (PremiseLayout *self,
                  const Head    *head)
{
  double bottom = self->plot.y - self->gap / 2;
  double pitch = self->plot.width / self->band.max;

  for (guint c = 0; c < premise_layout_n_categories (self); c += head->stride)
    {
      const char *label = premise_chart_get_category (self->chart, c);
      g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, label,
                                                            head->name_scale < 1 ? head->name_width
                                                            : pitch * head->stride - self->gap,
                                                            head->name_lines, PANGO_ALIGN_CENTER);
      double own, x;

      if (head->name_scale < 1)
        shrink (text, head->name_scale);
      own = premise_typeset_width (text);
      x = self->plot.x + (c + 0.5) * pitch - own / 2;

      premise_scene_add_text (self->scene, PREMISE_ROLE_CATEGORY_LABEL, PREMISE_SCENE_NO_POINT, c,
                              CLAMP (x, 0, fmax (0, self->width - own)),
                              bottom - premise_typeset_height (text), text, &self->theme->foreground);
    }
}

static void
add_row_names (PremiseLayout *self,
               const Head    *head)
{
  guint n = premise_layout_n_series (self);
  double pitch = self->plot.height / MAX (n, 1);
  guint lines = pitch >= 2 * self->type.line ? 2 : 1;

  for (guint s = 0; s < n; s++)
    {
      const char *label = premise_chart_get_series_label (self->chart, s);
      g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, label, head->column, lines,
                                                            PANGO_ALIGN_RIGHT);

      premise_scene_add_text (self->scene, PREMISE_ROLE_SERIES_LABEL, s, PREMISE_SCENE_NO_POINT,
                              head->column - premise_typeset_width (text),
                              self->plot.y + (s + 0.5) * pitch - premise_typeset_height (text) / 2,
                              text, &self->theme->foreground);
    }
}

static void
add_titles (PremiseLayout *self,
            const Head    *head)
{
  const char *row_title = get_title (self, self->chart->value_title);
  const char *column_title = get_title (self, self->chart->category_title);

  if (column_title != NULL)
    {
      g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, column_title,
                                                            self->plot.width, head->title_lines,
                                                            PANGO_ALIGN_CENTER);

      premise_scene_add_text (self->scene, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT,
                              PREMISE_SCENE_NO_POINT,
                              self->plot.x + (self->plot.width - premise_typeset_width (text)) / 2,
                              self->top, text, &self->theme->muted);
    }

  if (row_title != NULL)
    {
      g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, row_title, head->column,
                                                            MAX_LINES, PANGO_ALIGN_RIGHT);

      premise_scene_add_text (self->scene, PREMISE_ROLE_AXIS_TITLE, PREMISE_SCENE_NO_POINT,
                              PREMISE_SCENE_NO_POINT, head->column - premise_typeset_width (text),
                              self->plot.y - self->gap / 2 - premise_typeset_height (text), text,
                              &self->theme->muted);
    }
}

static void
heatmap_frame (PremiseLayout *self)
{
  Head head = measure_head (self);
  double left = head.column > 0 ? head.column + self->gap * 1.5 : 0;
  double top = self->top + head.title + head.names + self->gap / 2;

  self->plot = (PremiseRect) {
    left, top, fmax (1, self->width - left), fmax (1, self->height - top),
  };

  add_column_names (self, &head);
  add_row_names (self, &head);
  add_titles (self, &head);
}

static double
heatmap_plot_height (PremiseLayout *self)
{
  Head head = measure_head (self);

  /* The frame's footer is counted in by the caller, and a table has none. */
  return head.title + head.names + self->gap / 2
         + MAX (premise_layout_n_series (self), 1) * ROW * self->theme->text_scale
         - premise_frame_footer_height (self);
}

static PremiseRect
get_cell (PremiseLayout *self,
          guint          series,
          guint          category)
{
  double width = self->plot.width / self->band.max;
  double height = self->plot.height / MAX (premise_layout_n_series (self), 1);
  double gap = width > 8 && height > 8 ? CELL_GAP : 0;
  double x1 = self->plot.x + category * width;
  double y1 = self->plot.y + series * height;
  double x2 = self->plot.x + (category + 1) * width;
  double y2 = self->plot.y + (series + 1) * height;

  if (gap > 0)
    return (PremiseRect) {
      round (x1) + gap / 2, round (y1) + gap / 2,
      round (x2) - round (x1) - gap, round (y2) - round (y1) - gap,
    };

  return (PremiseRect) { x1, y1, x2 - x1, y2 - y1 };
}

static PremiseColor
cell_color (PremiseLayout *self,
            double         value)
{
  double most = fmax (fabs (self->value.min), fabs (self->value.max));

  /* What is below zero is another colour, and as deep as what is as far above. */
  if (self->value.min < 0 && self->value.max > 0 && self->chart->scale == PREMISE_SCALE_LINEAR)
    return premise_color_diverge (self->theme, value / most);

  return premise_color_sequence (self->theme, premise_scale_map (&self->value, value));
}

static void
add_cell (PremiseLayout *self,
          guint          series,
          guint          category,
          double         value)
{
  PremiseColor color = cell_color (self, value);
  PremiseCertainty certainty = premise_chart_get_certainty (self->chart, series, category);
  PremiseStyle style = { .fill = color, .radius = 3, .line_width = 1.5 };
  PremiseRect rect = get_cell (self, series, category);

  /* The colour is the value here, so it stays; the doubt is drawn on it. */
  if (certainty != PREMISE_CERTAINTY_GIVEN)
    {
      style.stroke = premise_color_on_fill (self->theme, &color);
      style.stroke.alpha = 0.7;
    }
  if (certainty == PREMISE_CERTAINTY_INTERPOLATED)
    style.dash = PREMISE_DASH_DASHED;
  if (certainty == PREMISE_CERTAINTY_IMPLIED)
    {
      style.hatch = style.stroke;
      style.hatch.alpha = 0.15;
    }

  premise_scene_add_rect (self->scene, PREMISE_ROLE_MARK, series, category, &rect, &style);
}

static PangoLayout *
new_number (PremiseLayout *self,
            double         value)
{
  g_autofree char *label = premise_layout_format (self, value, PREMISE_NUMBER_FULL);

  return premise_typeset_new (&self->type, label);
}

/* Numbers in some cells only would make the others look empty. */
static gboolean
numbers_fit (PremiseLayout *self)
{
  PremiseRect cell = get_cell (self, 0, 0);
  double value;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      for (guint c = 0; c < premise_layout_n_categories (self); c++)
        {
          g_autoptr(PangoLayout) text = NULL;

          if (!premise_chart_get_number (self->chart, s, c, &value))
            continue;

          text = new_number (self, value);

          if (premise_typeset_width (text) + 4 > cell.width || premise_typeset_height (text) > cell.height)
            return FALSE;
        }
    }

  return TRUE;
}

static void
heatmap_build (PremiseLayout *self)
{
  gboolean numbers = numbers_fit (self);
  double value;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      for (guint c = 0; c < premise_layout_n_categories (self); c++)
        {
          PremiseRect cell = get_cell (self, s, c);
          g_autoptr(PangoLayout) text = NULL;
          PremiseColor fill, color;

          if (!premise_chart_get_number (self->chart, s, c, &value))
            continue;

          add_cell (self, s, c, value);

          if (!numbers)
            continue;

          text = new_number (self, value);
          fill = cell_color (self, value);
          color = premise_color_on_fill (self->theme, &fill);

          /* The hatching of a cell keeps clear of its number. */
          if (premise_scene_add_text (self->scene, PREMISE_ROLE_VALUE_LABEL, s, c,
                                      cell.x + (cell.width - premise_typeset_width (text)) / 2,
                                      cell.y + (cell.height - premise_typeset_height (text)) / 2,
                                      text, &color)
              && premise_chart_get_certainty (self->chart, s, c) == PREMISE_CERTAINTY_IMPLIED)
            premise_scene_add_halo (self->scene, &fill);
        }
    }
}

const PremiseMarkClass premise_mark_heatmap = {
  .extend = premise_layout_extend_all,
  .frame = heatmap_frame,
  .build = heatmap_build,
  .plot_height = heatmap_plot_height,
};
