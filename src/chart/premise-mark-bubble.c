/* premise-mark-bubble.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define X 0
#define Y 1
#define SIZE 2

/* The diameter of the largest bubble, of points without a size, and of any that is to be seen. */
#define MAX_DIAMETER 56
#define POINT_DIAMETER 11
#define MIN_DIAMETER 5

/* What lies behind another shows through. */
#define SHEER 0.62

/* More names than this are noise. */
#define MAX_NAMES 60

typedef struct
{
  guint  category;
  double x, y;
  double diameter;
} Bubble;

static gboolean
get_x (PremiseLayout *self,
       guint          category,
       gboolean       base,
       double        *value)
{
  double ghost;

  if (base && premise_chart_get_ghost (self->chart, X, category, &ghost))
    {
      *value = ghost;
      return TRUE;
    }

  return premise_chart_get_number (self->chart, X, category, value);
}

static gboolean
get_y (PremiseLayout *self,
       guint          category,
       gboolean       base,
       double        *value)
{
  double ghost;

  if (base && premise_layout_get_ghost (self, Y, category, &ghost))
    {
      *value = ghost;
      return TRUE;
    }

  return premise_layout_get_number (self, Y, category, value);
}

static double
largest_size (PremiseLayout *self)
{
  double largest = 0;
  double value;

  if (isfinite (self->chart->largest))
    return self->chart->largest;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (premise_chart_get_number (self->chart, SIZE, c, &value))
        largest = fmax (largest, value);
      if (premise_chart_get_ghost (self->chart, SIZE, c, &value))
        largest = fmax (largest, value);
    }

  return largest;
}

static double
max_diameter (PremiseLayout *self)
{
  return fmin (MAX_DIAMETER * fmax (1, self->theme->text_scale * 0.75),
               fmin (self->width, self->height) / 7);
}

/* Area is the value: twice as much is twice the area. */
static double
get_diameter (PremiseLayout *self,
              guint          category,
              gboolean       base,
              double         largest)
{
  double size, ghost;

  if (premise_layout_n_series (self) <= SIZE)
    return POINT_DIAMETER * fmax (1, self->theme->text_scale * 0.8);

  size = premise_chart_get_value (self->chart, SIZE, category);
  if (base && premise_chart_get_ghost (self->chart, SIZE, category, &ghost))
    size = ghost;
  if (!(size >= 0) || largest <= 0)
    return MIN_DIAMETER;

  return fmax (MIN_DIAMETER, sqrt (fmin (1, size / largest)) * max_diameter (self));
}

static void
bubble_extend (PremiseLayout *self,
               PremiseExtent *extent)
{
  PremiseExtent across = { NAN, NAN };
  double unit = premise_chart_get_tick_unit (self->chart, PREMISE_AXIS_X);
  double x, y;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      for (guint base = 0; base < 2; base++)
        {
          if (!get_x (self, c, base == 1, &x) || !get_y (self, c, base == 1, &y))
            continue;

          premise_extent_add (&across, x);
          premise_extent_add (extent, y);
        }
    }

  if (isfinite (self->chart->x_domain[0]))
    across = (PremiseExtent) { self->chart->x_domain[0], self->chart->x_domain[1] };
  if (isnan (across.min))
    across = (PremiseExtent) { 0, unit };

  /* The same rule as for the other axis: a near zero is shown. */
  if ((across.min > 0 && across.min <= across.max * 0.7)
      || (across.max < 0 && across.max >= across.min * 0.7))
    premise_extent_add (&across, 0);

  premise_scale_init_linear (&self->x, across.min, across.max, unit);
  premise_scale_nice (&self->x, 5);
}

static Bubble
get_bubble (PremiseLayout *self,
            guint          category,
            gboolean       base,
            double         largest,
            gboolean      *known)
{
  Bubble bubble = { .category = category };
  double x, y;

  *known = get_x (self, category, base, &x) && get_y (self, category, base, &y);

  if (*known)
    {
      bubble.diameter = fmin (get_diameter (self, category, base, largest),
                              fmin (self->width, self->height));
      bubble.x = premise_frame_place_x (self, x);
      bubble.y = premise_frame_place (self, y);
      bubble.x = CLAMP (bubble.x, bubble.diameter / 2, self->width - bubble.diameter / 2);
      bubble.y = CLAMP (bubble.y, bubble.diameter / 2, self->height - bubble.diameter / 2);
    }

  return bubble;
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const Bubble *left = a;
  const Bubble *right = b;

  if (left->diameter != right->diameter)
    return left->diameter > right->diameter ? -1 : 1;

  return left->category < right->category ? -1 : 1;
}

static void
add_bubble (PremiseLayout *self,
            const Bubble  *bubble)
{
  PremiseCertainty certainty = MAX (premise_chart_get_certainty (self->chart, X, bubble->category),
                                    premise_chart_get_certainty (self->chart, Y, bubble->category));
  const PremiseColor *color = premise_layout_series_color (self, 0);
  PremiseStyle style = { .fill = *color, .stroke = *color, .line_width = 1.5 };

  if (certainty == PREMISE_CERTAINTY_GIVEN)
    style.fill.alpha = premise_layout_n_series (self) > SIZE ? SHEER : 0.85;
  else
    {
      style.fill = self->theme->background;
      style.dash = premise_layout_get_dash (certainty);
    }

  premise_scene_add_marker (self->scene, PREMISE_ROLE_MARK, Y, bubble->category, bubble->x,
                            bubble->y, bubble->diameter, &style);
}

/* Where it was, and the way from there. */
static void
add_ghost (PremiseLayout *self,
           const Bubble  *bubble,
           double         largest)
{
  gboolean known;
  Bubble was = get_bubble (self, bubble->category, TRUE, largest, &known);
  PremiseStyle style = { .stroke = self->theme->ghost, .line_width = 1.5 };

  if (!known || (fabs (was.x - bubble->x) < 0.5 && fabs (was.y - bubble->y) < 0.5
                 && fabs (was.diameter - bubble->diameter) < 0.5))
    return;

  premise_scene_add_marker (self->scene, PREMISE_ROLE_GHOST, Y, bubble->category, was.x, was.y,
                            was.diameter, &style);
  premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, was.x, was.y,
                             bubble->x, bubble->y, &style);
}

/* A name beside its bubble, on the first side where it covers nothing; else in a large one. */
static void
add_name (PremiseLayout *self,
          const Bubble  *bubble)
{
  const char *name = premise_chart_get_category (self->chart, bubble->category);
  g_autoptr(PangoLayout) text
    = premise_typeset_new_boxed (&self->type, name, self->plot.width * 0.4, 1, PANGO_ALIGN_LEFT);
  double width = premise_typeset_width (text);
  double height = premise_typeset_height (text);
  double away = bubble->diameter / 2 + 3;
  PremiseRect choices[] = {
    { bubble->x + away, bubble->y - height / 2, width, height },
    { bubble->x - away - width, bubble->y - height / 2, width, height },
    { bubble->x - width / 2, bubble->y - away - height + 3, width, height },
    { bubble->x - width / 2, bubble->y + away - 3, width, height },
    { bubble->x + away * 0.7, bubble->y - away * 0.7 - height, width, height },
    { bubble->x + away * 0.7, bubble->y + away * 0.7, width, height },
    { bubble->x - away * 0.7 - width, bubble->y - away * 0.7 - height, width, height },
    { bubble->x - away * 0.7 - width, bubble->y + away * 0.7, width, height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const PremiseRect *rect = &choices[i];

      if (rect->x < self->plot.x || rect->y + height > self->plot.y + self->plot.height
          || premise_scene_covers_mark (self->scene, rect))
        continue;

      if (premise_scene_add_text (self->scene, PREMISE_ROLE_SERIES_LABEL, Y, bubble->category,
                                  rect->x, rect->y, text, &self->theme->foreground))
        {
          premise_scene_add_halo (self->scene, &self->theme->background);
          return;
        }
    }

  if (width + 4 < bubble->diameter
      && premise_scene_add_text (self->scene, PREMISE_ROLE_SERIES_LABEL, Y, bubble->category,
                                 bubble->x - width / 2, bubble->y - height / 2, text,
                                 &self->theme->foreground))
    premise_scene_add_halo (self->scene, &self->theme->background);
}

static void
bubble_build (PremiseLayout *self)
{
  g_autoptr(GArray) bubbles = g_array_new (FALSE, FALSE, sizeof (Bubble));
  double largest = largest_size (self);

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      gboolean known;
      Bubble bubble = get_bubble (self, c, FALSE, largest, &known);

      if (known)
        g_array_append_val (bubbles, bubble);
    }

  /* Large ones first, so that none is hidden. */
  g_array_sort (bubbles, compare_sizes);

  for (guint i = 0; self->has_ghost && i < bubbles->len; i++)
    add_ghost (self, &g_array_index (bubbles, Bubble, i), largest);
  for (guint i = 0; i < bubbles->len; i++)
    add_bubble (self, &g_array_index (bubbles, Bubble, i));
  for (guint i = 0; i < bubbles->len && bubbles->len <= MAX_NAMES; i++)
    add_name (self, &g_array_index (bubbles, Bubble, i));
}

const PremiseMarkClass premise_mark_bubble = {
  .aspect = 0.62,
  .extend = bubble_extend,
  .build = bubble_build,
};
