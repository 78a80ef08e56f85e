/* premise-mark-waterfall.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define FILL 0.64
#define MAX_THICKNESS 44
#define MAX_THICKNESS_VERTICAL 88
#define GHOST_RIM 3

/* Where one step begins and ends. */
typedef struct
{
  gboolean known;
  double   from;
  double   to;
} Step;

/* Steps add up from zero, or from the last total, which stands on the axis again. A missing step
 * moves nothing. */
static GArray *
get_steps (PremiseLayout *self,
           gboolean       base)
{
  guint n = premise_layout_n_categories (self);
  GArray *steps = g_array_sized_new (FALSE, TRUE, sizeof (Step), n);
  double sum = 0;

  for (guint c = 0; c < n; c++)
    {
      Step step = { FALSE, sum, sum };
      double value;

      step.known = premise_chart_get_number (self->chart, 0, c, &value);

      if (base)
        {
          double given = premise_chart_get_base (self->chart, 0, c);

          if (isfinite (given))
            {
              step.known = TRUE;
              value = given;
            }
        }

      if (step.known)
        {
          if (premise_chart_is_total (self->chart, c))
            step.from = 0;
          step.to = step.from + value;
          sum = step.to;
        }

      g_array_append_val (steps, step);
    }

  return steps;
}

static void
extend_steps (PremiseLayout *self,
              PremiseExtent *extent,
              gboolean       base)
{
  g_autoptr(GArray) steps = get_steps (self, base);

  for (guint c = 0; c < steps->len; c++)
    {
      const Step *step = &g_array_index (steps, Step, c);

      if (!step->known)
        continue;

      premise_extent_add (extent, step->from);
      premise_extent_add (extent, step->to);
    }
}

static void
waterfall_extend (PremiseLayout *self,
                  PremiseExtent *extent)
{
  extend_steps (self, extent, FALSE);

  if (self->has_ghost && isfinite (extent->min))
    extend_steps (self, extent, TRUE);
}

static void
waterfall_label (PremiseLayout *self)
{
  g_autoptr(GArray) steps = get_steps (self, FALSE);
  g_autoptr(GArray) base = get_steps (self, TRUE);

  for (guint c = 0; c < steps->len; c++)
    {
      const Step *step = &g_array_index (steps, Step, c);
      const Step *was = &g_array_index (base, Step, c);
      double top = fmax (step->from, step->to);
      double ghost;

      if (!step->known)
        continue;

      /* Labels stand beyond the ghost too. */
      if (premise_chart_get_ghost (self->chart, 0, c, &ghost))
        top = fmax (top, fmax (was->from, was->to));

      premise_labels_add (self, 0, c, top, FALSE, premise_chart_get_value (self->chart, 0, c));
    }
}

static PremiseSpan
get_slot (PremiseLayout *self,
          guint          category)
{
  PremiseSpan span = premise_frame_get_span (self, category);
  double most = self->horizontal ? MAX_THICKNESS : MAX_THICKNESS_VERTICAL;
  double size = fmin (span.size * (FILL), most);

  return (PremiseSpan) {
    span.start + (self->labels_above ? 0 : (span.size - size) / 2), size,
  };
}

/* Up, down and total differ in lightness too, and in where they stand. */
static PremiseColor
step_color (PremiseLayout *self,
            const Step    *step,
            gboolean       total)
{
  if (total)
    return premise_color_mix (&self->theme->background, &self->theme->foreground, 0.7);

  return *premise_layout_series_color (self, step->to < step->from ? 1 : 0);
}

static void
add_ghosts (PremiseLayout *self)
{
  g_autoptr(GArray) base = get_steps (self, TRUE);

  for (guint c = 0; c < base->len; c++)
    {
      const Step *was = &g_array_index (base, Step, c);
      PremiseSpan slot = get_slot (self, c);
      double rim = slot.size > 8 ? GHOST_RIM : 0;
      PremiseStyle style = premise_layout_ghost_style (self);
      PremiseRect rect;
      double ghost;

      /* A step that was only pushed along by another is the same step. */
      if (!was->known || !premise_chart_get_ghost (self->chart, 0, c, &ghost))
        continue;

      rect = premise_frame_get_bar (self, slot.start - rim, slot.size + 2 * rim, was->from,
                                    was->to);
      premise_scene_add_rect (self->scene, PREMISE_ROLE_GHOST, 0, c, &rect, &style);
    }
}

static void
add_connector (PremiseLayout *self,
               guint          category,
               double         value)
{
  PremiseSpan a = get_slot (self, category);
  PremiseSpan b = get_slot (self, category + 1);
  double at = floor (premise_frame_place (self, value)) + 0.5;
  PremiseStyle style = premise_layout_stroke_style (&self->theme->muted, 1);

  at = CLAMP (at, 0, self->horizontal ? self->width : self->height);

  if (self->horizontal)
    premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, at,
                               a.start + a.size, at, b.start, &style);
  else
    premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                               a.start + a.size, at, b.start, at, &style);
}

static void
waterfall_build (PremiseLayout *self)
{
  g_autoptr(GArray) steps = get_steps (self, FALSE);

  if (self->has_ghost)
    add_ghosts (self);

  for (guint c = 0; c < steps->len; c++)
    {
      const Step *step = &g_array_index (steps, Step, c);
      gboolean total = premise_chart_is_total (self->chart, c);
      PremiseSpan slot = get_slot (self, c);
      PremiseColor color = step_color (self, step, total);
      PremiseStyle style
        = premise_layout_fill_style (self, &color, premise_chart_get_certainty (self->chart, 0, c));
      PremiseRect rect;

      if (c + 1 < steps->len)
        add_connector (self, c, step->to);

      if (!step->known)
        continue;

      rect = premise_frame_get_bar (self, slot.start, slot.size, step->from, step->to);
      premise_scene_add_rect (self->scene, PREMISE_ROLE_MARK, 0, c, &rect, &style);
    }

  if (!premise_labels_fit (self, premise_frame_get_span (self, 0).size))
    return;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const PremiseValueLabel *label = &g_array_index (self->labels, PremiseValueLabel, i);
      PremiseSpan slot = get_slot (self, label->category);

      premise_labels_place (self, label, slot.start + slot.size / 2);
    }
}

const PremiseMarkClass premise_mark_waterfall = {
  .from_zero = TRUE,
  .flips = TRUE,
  .row = 34,
  .row_more = 0,
  .aspect = 0.45,
  .extend = waterfall_extend,
  .label = waterfall_label,
  .build = waterfall_build,
};
