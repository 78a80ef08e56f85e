/* premise-mark-tornado.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define FILL 0.64
#define MAX_THICKNESS 40
#define CORNER 2

#define LOW 0
#define HIGH 1
#define N_ENDS 2

static double
get_reference (PremiseLayout *self)
{
  double reference = self->chart->reference;

  return isfinite (reference) && premise_scale_accepts (&self->value, reference) ? reference : 0;
}

static void
tornado_extend (PremiseLayout *self,
                PremiseExtent *extent)
{
  double value;

  for (guint s = 0; s < MIN (premise_layout_n_series (self), N_ENDS); s++)
    {
      for (guint c = 0; c < premise_layout_n_categories (self); c++)
        {
          if (premise_layout_get_number (self, s, c, &value))
            premise_extent_add (extent, value);
          if (premise_layout_get_ghost (self, s, c, &value))
            premise_extent_add (extent, value);
        }
    }

  if (isfinite (extent->min))
    {
      premise_extent_add (extent, get_reference (self));
      premise_extent_add (extent, self->chart->reference_base);
    }
}

/* Whether both ends lie on the same side: then one bar lies in the other. */
static gboolean
is_one_sided (PremiseLayout *self,
              guint          category,
              double         values[N_ENDS])
{
  double reference = get_reference (self);

  return premise_layout_get_number (self, LOW, category, &values[LOW])
         && premise_layout_get_number (self, HIGH, category, &values[HIGH])
         && (values[LOW] - reference) * (values[HIGH] - reference) > 0;
}

/* Labels stand beyond where the end was, too. */
static double
label_anchor (PremiseLayout *self,
              guint          series,
              guint          category,
              double         value)
{
  double base;

  if (!premise_layout_get_ghost (self, series, category, &base))
    return value;

  return value < get_reference (self) ? fmin (value, base) : fmax (value, base);
}

/* A label stands beyond its end; of two on one side only the outer one has room there. */
static void
tornado_label (PremiseLayout *self)
{
  double reference = get_reference (self);

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      double values[N_ENDS];
      gboolean one_sided = is_one_sided (self, c, values);
      guint inner = fabs (values[LOW] - reference) < fabs (values[HIGH] - reference) ? LOW : HIGH;

      for (guint s = 0; s < MIN (premise_layout_n_series (self), N_ENDS); s++)
        {
          double value;

          if (!premise_layout_get_number (self, s, c, &value) || value == reference
              || (one_sided && s == inner))
            continue;

          premise_labels_add (self, s, c, label_anchor (self, s, c, value), value < reference,
                              value);
        }
    }
}

static PremiseSpan
get_slot (PremiseLayout *self,
          guint          category)
{
  PremiseSpan span = premise_frame_get_span (self, category);
  double size = fmin (span.size * FILL, MAX_THICKNESS * fmax (1, self->theme->text_scale * 0.8));

  return (PremiseSpan) {
    span.start + (self->labels_above ? 0 : (span.size - size) / 2), size,
  };
}

static void
add_bar (PremiseLayout *self,
         guint          series,
         guint          category,
         double         value,
         gboolean       inner)
{
  double reference = get_reference (self);
  PremiseSpan slot = get_slot (self, category);
  double inset = inner ? slot.size * 0.22 : 0;
  PremiseStyle style
    = premise_layout_series_style (self, series,
                                   premise_chart_get_certainty (self->chart, series, category));
  PremiseRect rect = premise_frame_get_bar (self, slot.start + inset, slot.size - 2 * inset,
                                            reference, value);

  if (slot.size > 8)
    {
      style.radius = CORNER;
      style.corners = value < reference ? PREMISE_CORNERS_LEFT : PREMISE_CORNERS_RIGHT;
    }

  /* On a bar of the other colour a rim keeps the inner one apart. */
  if (inner && style.stroke.alpha <= 0)
    {
      style.stroke = self->theme->background;
      style.line_width = 1;
    }

  premise_scene_add_rect (self->scene, PREMISE_ROLE_MARK, series, category, &rect, &style);
}

static void
add_category (PremiseLayout *self,
              guint          category)
{
  double values[N_ENDS];
  gboolean one_sided = is_one_sided (self, category, values);
  double reference = get_reference (self);
  guint outer = one_sided && fabs (values[HIGH] - reference) > fabs (values[LOW] - reference)
                  ? HIGH
                  : LOW;

  for (guint i = 0; i < N_ENDS; i++)
    {
      guint series = i == 0 ? outer : !outer;
      double value;

      if (premise_layout_get_number (self, series, category, &value))
        add_bar (self, series, category, value, one_sided && i == 1);
    }
}

/* Where an end was in the base case. */
static void
add_ghosts (PremiseLayout *self,
            guint          category)
{
  PremiseSpan slot = get_slot (self, category);
  double value;

  for (guint s = 0; s < MIN (premise_layout_n_series (self), N_ENDS); s++)
    {
      PremiseStyle style = premise_layout_stroke_style (&self->theme->ghost, 2);
      double x;

      if (!premise_layout_get_ghost (self, s, category, &value))
        continue;

      x = premise_frame_place (self, value);
      premise_scene_add_segment (self->scene, PREMISE_ROLE_GHOST, s, x, slot.start - 2, x,
                                 slot.start + slot.size + 2, &style);
    }
}

static void
add_rule (PremiseLayout    *self,
          PremiseShapeRole  role,
          double            value,
          PremiseStyle      style)
{
  double x;

  if (!isfinite (value) || !premise_scale_accepts (&self->value, value)
      || value < self->value.min || value > self->value.max)
    return;

  x = floor (premise_frame_place (self, value)) + 0.5;
  premise_scene_add_segment (self->scene, role, PREMISE_SCENE_NO_POINT, x, self->plot.y, x,
                             self->plot.y + self->plot.height, &style);
}

static void
add_rules (PremiseLayout *self)
{
  PremiseStyle was = premise_layout_stroke_style (&self->theme->ghost, 1.5);

  was.dash = PREMISE_DASH_DASHED;

  if (self->chart->reference_base != self->chart->reference)
    add_rule (self, PREMISE_ROLE_GRID, self->chart->reference_base, was);

  add_rule (self, PREMISE_ROLE_GRID, get_reference (self),
            premise_layout_stroke_style (&self->theme->foreground, 1.25));
}

static void
tornado_build (PremiseLayout *self)
{
  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    add_category (self, c);
  for (guint c = 0; self->has_ghost && c < premise_layout_n_categories (self); c++)
    add_ghosts (self, c);

  add_rules (self);

  if (!premise_labels_fit (self, premise_frame_get_span (self, 0).size))
    return;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const PremiseValueLabel *label = &g_array_index (self->labels, PremiseValueLabel, i);
      PremiseSpan slot = get_slot (self, label->category);

      premise_labels_place (self, label, slot.start + slot.size / 2);
    }
}

const PremiseMarkClass premise_mark_tornado = {
  .flips = TRUE,
  .has_legend = TRUE,
  .row = 34,
  .aspect = 0.45,
  .extend = tornado_extend,
  .label = tornado_label,
  .build = tornado_build,
};
