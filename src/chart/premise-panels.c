/* premise-panels.c: One chart repeated side by side
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* The series that says how large a bubble is. */
#define BUBBLE_SIZE 2

/* A panel narrower than this, in lines of text, says nothing. */
#define MIN_PANEL_LINES 11
#define MIN_PANEL_HEIGHT 8
#define MAX_COLUMNS 4

/* A stack wants this many lines of text for each of its parts, and for what is around it. */
#define STACK_PART_LINES 2.5
#define STACK_REST_LINES 4

typedef struct
{
  PremiseChart       *chart;
  const PremiseTheme *theme;
  PangoContext       *context;
  PremiseTypesetter   type;
  double              gap;
  guint               n;
  guint               n_columns;
  guint               n_rows;
  double              width;    /* of a panel */
  double              title;    /* height of its title */
  GPtrArray          *panels;   /* (element-type PremiseChart) */
} Panels;

static void
panels_clear (Panels *self)
{
  premise_typesetter_clear (&self->type);
  g_clear_pointer (&self->panels, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Panels, panels_clear)

/* The shape whose panels are nearest to what they need, both ways. */
static guint
fit_columns (const Panels *self,
             double        width,
             double        height)
{
  double best = -1;
  guint columns = 1;

  for (guint n = 1; n <= MIN (self->n, MAX_COLUMNS); n++)
    {
      guint n_rows = (self->n + n - 1) / n;
      double fit = fmin (width / n / MIN_PANEL_LINES, height / n_rows / MIN_PANEL_HEIGHT);

      /* Enough is enough: then columns, whose values are read across, are better than rows. */
      fit = fmin (fit, self->type.line * 1.25);

      if (fit >= best)
        {
          best = fit;
          columns = n;
        }
    }

  return columns;
}

/* As few rows as the width allows, and no row with a single panel if another shape has none. */
static guint
choose_columns (const Panels *self,
                double        width)
{
  double least = MIN_PANEL_LINES * self->type.line;
  guint most = (guint) CLAMP (floor ((width + 3 * self->gap) / (least + 3 * self->gap)), 1,
                              MAX_COLUMNS);
  guint n_rows;

  most = MIN (most, self->n);
  n_rows = (self->n + most - 1) / most;

  return (self->n + n_rows - 1) / n_rows;
}

static void
panels_init (Panels             *self,
             PremiseChart       *chart,
             double              width,
             double              height,
             const PremiseTheme *theme,
             PangoContext       *context)
{
  *self = (Panels) {
    .chart = chart,
    .theme = theme,
    .context = context,
    .gap = 6 * fmax (1, theme->text_scale * 0.8),
    .n = premise_chart_get_n_panels (chart),
    .panels = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_chart_unref),
  };

  premise_typesetter_init (&self->type, chart, theme, context);
  self->n_columns = isinf (height) ? choose_columns (self, width)
                                   : fit_columns (self, width, height);
  self->n_rows = (self->n + self->n_columns - 1) / self->n_columns;
  self->width = fmax (1, (width - (self->n_columns - 1) * 3 * self->gap) / self->n_columns);
  self->title = self->type.line + self->gap / 2;

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (self->panels, premise_chart_new_panel (chart, i));
}

static PremiseChart *
get_panel (const Panels *self,
           guint         panel)
{
  return g_ptr_array_index (self->panels, panel);
}

static double
find_largest (const Panels *self)
{
  guint n_series = self->chart->series->len / self->n;
  double largest = NAN;
  double value;

  for (guint s = BUBBLE_SIZE; s < self->chart->series->len; s++)
    {
      for (guint c = 0; s % n_series == BUBBLE_SIZE && c < self->chart->categories->len; c++)
        {
          if (premise_chart_get_number (self->chart, s, c, &value))
            largest = fmax (largest, value);
          if (premise_chart_get_ghost (self->chart, s, c, &value))
            largest = fmax (largest, value);
        }
    }

  return largest;
}

/* Bubbles are compared across and by their size, too. */
static void
share_bubbles (Panels              *self,
               const PremiseExtent *across)
{
  double largest = find_largest (self);

  for (guint i = 0; i < self->n; i++)
    {
      get_panel (self, i)->x_domain[0] = across->min;
      get_panel (self, i)->x_domain[1] = across->max;
      get_panel (self, i)->largest = largest;
    }
}

/* One scale for all: what any of them needs. */
static void
share_domain (Panels *self,
              double  height)
{
  PremiseExtent extent = { NAN, NAN };
  PremiseExtent across = { NAN, NAN };

  for (guint i = 0; i < self->n; i++)
    {
      g_auto(PremiseLayout) layout = { 0 };

      premise_layout_init (&layout, get_panel (self, i), self->width, height, self->theme,
                           self->context);

      if (!layout.has_data)
        continue;

      premise_extent_add (&extent, layout.value.min);
      premise_extent_add (&extent, layout.value.max);
      premise_extent_add (&across, layout.x.min);
      premise_extent_add (&across, layout.x.max);
    }

  for (guint i = 0; isfinite (extent.min) && i < self->n; i++)
    premise_chart_set_domain (get_panel (self, i), extent.min, extent.max);

  if (self->chart->mark == PREMISE_MARK_BUBBLE)
    share_bubbles (self, &across);
}

/* The legend, stamp and title of all panels: those of the first one, with the ghost of any. */
static void
head_init (PremiseLayout *head,
           const Panels  *self,
           PremiseChart  *first,
           double         width,
           double         height)
{
  first->is_panel = FALSE;
  premise_chart_set_stamp (first, self->chart->stamp);
  premise_chart_set_base_label (first, self->chart->base_label);
  for (guint i = 0; i < PREMISE_N_CERTAINTIES; i++)
    premise_chart_set_certainty_label (first, i, self->chart->certainty_labels[i]);
  premise_chart_set_axis_titles (first, NULL, self->chart->value_title);
  premise_layout_init (head, first, width, height, self->theme, self->context);
  head->has_ghost = premise_chart_has_ghost (self->chart);
  for (guint i = 0; i < PREMISE_N_CERTAINTIES; i++)
    head->uncertain[i] = first->certainty_labels[i] != NULL
                         && premise_chart_has_certainty (self->chart, i);
  head->heads_panels = TRUE;
  head->direct = FALSE;
  head->horizontal = FALSE;
}

/* A panel is narrow: as flat as a single chart its stacks would have no room for their numbers. */
static double
get_least_height (const Panels *self)
{
  if (self->chart->mark != PREMISE_MARK_BAR || self->chart->stack == PREMISE_STACK_NONE || self->chart->horizontal)
    return 0;

  return self->type.line * (STACK_REST_LINES + STACK_PART_LINES * (self->chart->series->len / self->n));
}

double
premise_panels_natural_height (PremiseChart       *chart,
                               double              width,
                               const PremiseTheme *theme,
                               PangoContext       *context)
{
  g_auto(Panels) self = { 0 };
  g_auto(PremiseLayout) head = { 0 };
  g_autoptr(PremiseChart) first = premise_chart_new_panel (chart, 0);
  double tallest;

  panels_init (&self, chart, width, INFINITY, theme, context);
  tallest = get_least_height (&self);
  head_init (&head, &self, first, width, 10000);

  for (guint i = 0; i < self.n; i++)
    tallest = fmax (tallest, premise_chart_get_natural_height (get_panel (&self, i), self.width,
                                                               theme, context));

  return ceil (premise_guide_header_height (&head)
               + self.n_rows * (tallest + self.title + 2 * self.gap));
}

static void
add_title (Panels       *self,
           PremiseScene *scene,
           guint         panel,
           double        x,
           double        y)
{
  g_autoptr(PangoLayout) text
    = premise_typeset_new_boxed (&self->type, g_ptr_array_index (self->chart->panels, panel),
                                 self->width, 1, PANGO_ALIGN_LEFT);

  /* Bold is wider than what was measured; a name that was cut stays light. */
  if (!pango_layout_is_ellipsized (text))
    premise_typeset_set_bold (text);

  premise_scene_add_text (scene, PREMISE_ROLE_SERIES_LABEL, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, x, y, text, &self->theme->foreground);
}

PremiseScene *
premise_panels_layout (PremiseChart       *chart,
                       double              width,
                       double              height,
                       const PremiseTheme *theme,
                       PangoContext       *context)
{
  g_auto(Panels) self = { 0 };
  g_auto(PremiseLayout) head = { 0 };
  g_autoptr(PremiseChart) first = premise_chart_new_panel (chart, 0);
  g_autoptr(PremiseScene) scene = NULL;
  double row, own;
  guint n_series;

  panels_init (&self, chart, width, height, theme, context);
  head_init (&head, &self, first, width, height);
  premise_guide_header (&head);
  scene = g_steal_pointer (&head.scene);

  row = fmax (1, (height - head.top) / self.n_rows);
  own = fmax (1, row - self.title - 2 * self.gap);
  n_series = chart->series->len / self.n;
  share_domain (&self, own);

  for (guint i = 0; i < self.n; i++)
    {
      double x = (i % self.n_columns) * (self.width + 3 * self.gap);
      double y = head.top + (i / self.n_columns) * row;
      g_autoptr(PremiseScene) panel
        = premise_chart_layout (get_panel (&self, i), self.width, own, theme, context, FALSE);

      /* Where there is no room for a panel there is none for its name. */
      if (y + self.title + own > height + 0.5 || x + self.width > width + 0.5)
        continue;

      add_title (&self, scene, i, x, y);
      scene->min = panel->min;
      scene->max = panel->max;
      scene->horizontal = panel->horizontal;
      premise_scene_take (scene, panel, x, y + self.title, i * n_series, 0);
    }

  return g_steal_pointer (&scene);
}
