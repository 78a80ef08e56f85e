/* premise-categories.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define MAX_LINES 3

/* Two rows of labels are read together; with more categories they become a crowd. */
#define MAX_STAGGERED 16

/* How the labels below a plot are made to fit. */
typedef struct
{
  guint  lines;   /* of one label */
  guint  rows;    /* 2: labels take turns in two rows */
  guint  stride;  /* every how many categories there is a label */
  double box;     /* width of one label */
  guint  first;   /* lines of the first of two rows */
} Plan;

static gboolean
all_can_wrap (PremiseLayout *self,
              double         box,
              guint          lines)
{
  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (!premise_typeset_can_wrap (&self->type, premise_chart_get_category (self->chart, c), box,
                                  lines))
        return FALSE;
    }

  return TRUE;
}

/* In two rows: the last label cannot reach beyond the canvas, and moves towards the one before it in its
 * row. */
static gboolean
last_has_room (PremiseLayout *self,
               double         pitch)
{
  guint n = premise_layout_n_categories (self);
  double most = 2 * pitch - self->gap;
  double last, before;

  if (n < 3)
    return TRUE;

  last = fmin (most, premise_typeset_measure (&self->type, premise_chart_get_category (self->chart, n - 1)));
  before = fmin (most, premise_typeset_measure (&self->type, premise_chart_get_category (self->chart, n - 3)));

  return (last + before) / 2 + self->gap <= 2 * pitch - fmax (0, (last - pitch) / 2);
}

/* Lines that the labels of the first of two rows take. */
static guint
count_lines (PremiseLayout *self,
             double         box,
             guint          most)
{
  guint lines = 1;

  for (guint c = 0; c < premise_layout_n_categories (self); c += 2)
    {
      while (lines < most
             && !premise_typeset_can_wrap (&self->type, premise_chart_get_category (self->chart, c), box, lines))
        lines++;
    }

  return lines;
}

/* The last point is where a line leads: a few labels less are better than none for it. */
static guint
end_on_last (guint n,
             guint stride)
{
  for (guint wider = stride; wider < 2 * stride; wider++)
    {
      if ((n - 1) % wider == 0)
        return wider;
    }

  return stride;
}

/* Measured, then wrapped, moved, thinned. */
static Plan
make_plan (PremiseLayout *self,
           double         width)
{
  guint n = MAX (premise_layout_n_categories (self), 1);
  double pitch = width / n;
  double gap = self->gap;
  double widest;
  guint stride;

  /* Points reach from side to side, so they are further apart than bands. */
  if (self->mark->on_points && n > 1)
    pitch = fmax (pitch, (width - 2 * self->inset) / (n - 1));

  for (guint lines = 1; lines <= MAX_LINES; lines++)
    {
      if (pitch > gap * 2 && all_can_wrap (self, pitch - gap, lines))
        return (Plan) { lines, 1, 1, pitch - gap };
    }

  /* A label that stands for a time is understood from its neighbours; the others are not,
   * so they are moved before any is left out. */
  if (!self->mark->on_points && n <= MAX_STAGGERED)
    {
      double box = last_has_room (self, pitch) ? 2 * pitch - gap : (5 * pitch - 2 * gap) / 3;

      for (guint lines = 1; lines < MAX_LINES; lines++)
        {
          if (all_can_wrap (self, box, lines))
            return (Plan) { lines, 2, 1, box, count_lines (self, box, lines) };
        }
    }

  widest = fmin (premise_typeset_widest (&self->type, self->chart->categories), width / 2 - gap);
  stride = (guint) CLAMP (ceil ((widest + gap) / pitch), 1, n);

  if (self->mark->on_points)
    stride = end_on_last (n, stride);

  return (Plan) { 1, 1, stride, fmax (widest, stride * pitch - gap) };
}

gboolean
premise_categories_fit (PremiseLayout *self,
                        double         width)
{
  if (self->timed)
    return TRUE;

  return make_plan (self, width).stride == 1;
}

double
premise_categories_height (PremiseLayout *self,
                           double         width)
{
  Plan plan = { 1, 1, 1, width };

  if (!self->timed)
    plan = make_plan (self, width);

  return (plan.lines + plan.first) * self->type.line + (plan.rows > 1 ? self->gap / 2 : 0)
         + self->type.line / 3;
}

static gboolean
reaches_ticks (PremiseLayout *self,
               const Plan    *plan)
{
  g_autoptr(PangoLayout) text = NULL;
  PremiseSpan span = premise_frame_get_span (self, 0);

  if (premise_layout_n_categories (self) == 0)
    return FALSE;

  text = premise_typeset_new_boxed (&self->type, premise_chart_get_category (self->chart, 0),
                                 plan->box, plan->lines, PANGO_ALIGN_CENTER);

  return span.start + (span.size - premise_typeset_width (text)) / 2 < self->plot.x - self->gap + 2;
}

/* One label of a number line, unless it would come close to one that is there already. */
static void
add_timed (PremiseLayout *self,
           guint          category,
           double         y,
           GArray        *taken)
{
  const char *label = premise_chart_get_category (self->chart, category);
  g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, label, self->width / 3, 1,
                                                           PANGO_ALIGN_CENTER);
  PremiseSpan span = premise_frame_get_span (self, category);
  double width = premise_typeset_width (text);
  PremiseSpan own = { span.start + span.size / 2 - width / 2, width };

  own.start = CLAMP (own.start, 0, fmax (0, self->width - width));

  for (guint i = 0; i < taken->len; i++)
    {
      const PremiseSpan *other = &g_array_index (taken, PremiseSpan, i);

      if (own.start < other->start + other->size + self->gap
          && other->start < own.start + own.size + self->gap)
        return;
    }

  if (premise_scene_add_text (self->scene, PREMISE_ROLE_CATEGORY_LABEL, PREMISE_SCENE_NO_POINT,
                              category, own.start, y, text, &self->theme->foreground))
    g_array_append_val (taken, own);
}

/* The ends say what the line spans, so they come first. */
static void
add_all_timed (PremiseLayout *self,
               double         y)
{
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (PremiseSpan));
  guint n = premise_layout_n_categories (self);

  if (n == 0)
    return;

  add_timed (self, n - 1, y, taken);

  for (guint c = 0; c + 1 < n; c++)
    add_timed (self, c, y, taken);
}

static void
add_below (PremiseLayout *self,
           double         width)
{
  Plan plan = { 1, 1, 1, width / 3 };
  double y = self->plot.y + self->plot.height + self->gap * 0.75;
  double below = self->height - y;

  /* Labels of negative bars stand between the plot and the category labels. */
  if (self->labels->len > 0)
    y = fmax (y, self->height - self->foot + self->gap * 0.75);

  if (below < self->type.line)
    return;

  if (!self->timed)
    plan = make_plan (self, width);

  /* The label of the lowest tick is centred on the axis: a long first label goes below it. */
  if (reaches_ticks (self, &plan))
    y += self->type.line / 3;

  if (self->timed)
    {
      add_all_timed (self, y);
      return;
    }

  for (guint c = 0; c < premise_layout_n_categories (self); c += plan.stride)
    {
      const char *label = premise_chart_get_category (self->chart, c);
      g_autoptr(PangoLayout) text = premise_typeset_new_boxed (&self->type, label, plan.box,
                                                            plan.lines, PANGO_ALIGN_CENTER);
      PremiseSpan span = premise_frame_get_span (self, c);
      double own = premise_typeset_width (text);
      double x = span.start + span.size / 2 - own / 2;
      double row = plan.rows > 1 && c % 2 == 1 ? plan.first * self->type.line + self->gap / 2 : 0;

      x = CLAMP (x, 0, fmax (0, self->width - own));
      premise_scene_add_text (self->scene, PREMISE_ROLE_CATEGORY_LABEL, PREMISE_SCENE_NO_POINT, c,
                              x, y + row, text, &self->theme->foreground);
    }
}

static void
add_beside (PremiseLayout *self,
            double         column)
{
  guint n = premise_layout_n_categories (self);
  double row = self->plot.height / MAX (n, 1);
  guint lines = row >= 2 * self->type.line ? 2 : 1;
  guint stride = (guint) CLAMP (ceil (self->type.line / fmax (row, 0.01)), 1, MAX (n, 1));

  for (guint c = 0; c < n; c += stride)
    {
      const char *label = premise_chart_get_category (self->chart, c);
      PremiseSpan span = premise_frame_get_span (self, c);
      g_autoptr(PangoLayout) text = NULL;
      double x, y;

      if (self->labels_above)
        {
          text = premise_typeset_new_boxed (&self->type, label, self->width, self->lines_above,
                                            PANGO_ALIGN_LEFT);
          x = 0;
          y = span.start - premise_typeset_height (text);
        }
      else
        {
          text = premise_typeset_new_boxed (&self->type, label, column, lines, PANGO_ALIGN_RIGHT);
          x = column - premise_typeset_width (text);
          y = span.start + span.size / 2 - premise_typeset_height (text) / 2;
        }

      y = CLAMP (y, 0, fmax (0, self->height - premise_typeset_height (text)));

      if (premise_scene_add_text (self->scene, PREMISE_ROLE_CATEGORY_LABEL, PREMISE_SCENE_NO_POINT,
                                  c, x, y, text, &self->theme->foreground)
          && self->labels_above)
        premise_scene_add_halo (self->scene, &self->theme->background);
    }
}

void
premise_categories_add (PremiseLayout *self,
                        double         width)
{
  if (self->horizontal)
    add_beside (self, width);
  else
    add_below (self, width);
}
