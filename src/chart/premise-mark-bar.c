/* premise-mark-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* Part of a band that its bars fill. */
#define FILL 0.64
#define FILL_GROUPED 0.76
/* … of what is left of it below a label. */
#define FILL_BELOW 0.66
#define MAX_THICKNESS 44
#define MAX_THICKNESS_VERTICAL 88
#define CORNER 2

/* How far the ghost shows beside its bar. */
#define GHOST_RIM 3

static gboolean
is_stacked (PremiseLayout *self)
{
  return self->chart->stack != PREMISE_STACK_NONE;
}

static gboolean
is_bar (PremiseLayout *self,
        guint          series)
{
  return premise_chart_get_series_mark (self->chart, series) == PREMISE_MARK_BAR;
}

/* How many of the first series are bars. */
static guint
count_bars (PremiseLayout *self,
            guint          series)
{
  guint n = 0;

  for (guint s = 0; s < series; s++)
    n += is_bar (self, s);

  return n;
}

/* In per cent of the whole, nothing can be less than nothing. */
static double
stack_total (PremiseLayout *self,
             guint          category,
             gboolean       base)
{
  double total = 0;
  double value, ghost;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      gboolean known = premise_chart_get_number (self->chart, s, category, &value);

      if (!is_bar (self, s))
        continue;
      if (base && premise_chart_get_ghost (self->chart, s, category, &ghost))
        value = ghost;
      else if (!known)
        continue;

      if (value > 0)
        total += value;
    }

  return total;
}

/* The value as it is drawn: itself, or its share. */
static gboolean
get_drawn (PremiseLayout *self,
           guint          series,
           guint          category,
           double        *value)
{
  if (!is_bar (self, series) || !premise_chart_get_number (self->chart, series, category, value))
    return FALSE;

  if (self->percent)
    {
      double total = stack_total (self, category, FALSE);

      if (*value < 0 || total <= 0)
        return FALSE;

      *value = *value / total * 100;
    }

  return TRUE;
}

static void
extend_stacked (PremiseLayout *self,
                PremiseExtent *extent)
{
  double value, base;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      double ends[2] = { 0, 0 };
      double base_ends[2] = { 0, 0 };

      for (guint s = 0; s < premise_layout_n_series (self); s++)
        {
          if (!get_drawn (self, s, c, &value))
            continue;

          ends[value < 0] += value;
          premise_extent_add (extent, ends[value < 0]);

          if (!self->percent && premise_chart_get_ghost (self->chart, s, c, &base))
            value = base;

          base_ends[value < 0] += value;
          premise_extent_add (extent, base_ends[value < 0]);
        }
    }
}

static void
bar_extend (PremiseLayout *self,
            PremiseExtent *extent)
{
  double value;

  if (is_stacked (self))
    extend_stacked (self, extent);

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      /* A line over a stack is measured by itself. */
      if (is_stacked (self) && is_bar (self, s))
        continue;

      for (guint c = 0; c < premise_layout_n_categories (self); c++)
        {
          if (premise_chart_get_number (self->chart, s, c, &value))
            premise_extent_add (extent, value);
          if (premise_chart_get_ghost (self->chart, s, c, &value))
            premise_extent_add (extent, value);
        }
    }
}

/* Labels stand beyond the ghost too. */
static double
label_anchor (PremiseLayout *self,
              guint          series,
              guint          category,
              double         value)
{
  double base;

  if (!premise_chart_get_ghost (self->chart, series, category, &base))
    return value;

  return value < 0 ? fmin (value, base) : fmax (value, base);
}

static void
label_totals (PremiseLayout *self)
{
  double value;

  if (self->percent)
    return;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      double total = 0;
      double end = 0;
      gboolean any = FALSE;

      for (guint s = 0; s < premise_layout_n_series (self); s++)
        {
          if (!is_bar (self, s) || !premise_chart_get_number (self->chart, s, c, &value))
            continue;

          any = TRUE;
          total += value;
          end += fmax (0, value);
        }

      if (any)
        premise_labels_add (self, PREMISE_SCENE_NO_POINT, c, end, FALSE, total);
    }
}

static void
bar_label (PremiseLayout *self)
{
  double value;

  if (is_stacked (self))
    {
      label_totals (self);
      return;
    }

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      for (guint s = 0; s < premise_layout_n_series (self); s++)
        {
          if (is_bar (self, s) && premise_chart_get_number (self->chart, s, c, &value))
            premise_labels_add (self, s, c, label_anchor (self, s, c, value), value < 0, value);
        }
    }
}

/* The place of one bar inside its band. */
static PremiseSpan
get_slot (PremiseLayout *self,
          guint          series,
          guint          category)
{
  PremiseSpan span = premise_frame_get_span (self, category);
  guint n = is_stacked (self) ? 1 : MAX (count_bars (self, premise_layout_n_series (self)), 1);
  double most = self->horizontal ? MAX_THICKNESS : MAX_THICKNESS_VERTICAL;
  double fill = self->labels_above ? FILL_BELOW : n > 1 ? FILL_GROUPED : FILL;
  double size = fmin (span.size * fill, most * n);
  double thickness = size / n;

  return (PremiseSpan) {
    span.start + (self->labels_above ? 0 : (span.size - size) / 2)
    + (is_stacked (self) ? 0 : count_bars (self, series) * thickness),
    thickness,
  };
}

/* Only the end that shows the value is round; the other stands on the axis. */
static guint
end_corners (PremiseLayout *self,
             gboolean       negative)
{
  if (self->horizontal)
    return negative ? PREMISE_CORNERS_LEFT : PREMISE_CORNERS_RIGHT;

  return negative ? PREMISE_CORNERS_BOTTOM : PREMISE_CORNERS_TOP;
}

static void
add_bar (PremiseLayout *self,
         guint          series,
         guint          category,
         PremiseSpan    slot,
         double         from,
         double         to)
{
  PremiseStyle style = premise_layout_series_style (self, series,
                                                    premise_chart_get_certainty (self->chart,
                                                                                 series,
                                                                                 category));
  PremiseRect rect = premise_frame_get_bar (self, slot.start, slot.size, from, to);

  if (!is_stacked (self) && slot.size > 8)
    {
      style.radius = CORNER;
      style.corners = end_corners (self, to < from);
    }

  premise_scene_add_rect (self->scene, PREMISE_ROLE_MARK, series, category, &rect, &style);
}

static void
add_ghost (PremiseLayout *self,
           guint          series,
           guint          category,
           PremiseSpan    slot,
           double         rim)
{
  double base;
  PremiseStyle style = premise_layout_ghost_style (self);
  PremiseRect rect;

  if (!premise_chart_get_ghost (self->chart, series, category, &base))
    return;

  rect = premise_frame_get_bar (self, slot.start - rim, slot.size + 2 * rim, 0, base);
  style.radius = CORNER;
  style.corners = end_corners (self, base < 0);
  premise_scene_add_rect (self->scene, PREMISE_ROLE_GHOST, series, category, &rect, &style);
}

/* On both sides, so that bars stay centred on their labels. */
static PremiseSpan
narrow_slot (PremiseSpan slot,
             double      air)
{
  return (PremiseSpan) { slot.start + air / 2, slot.size - air };
}

static void
build_grouped (PremiseLayout *self,
               guint          category)
{
  guint n = premise_layout_n_series (self);
  guint n_bars = count_bars (self, n);
  PremiseSpan slot = get_slot (self, 0, category);
  double rim = slot.size > 8 ? fmin (GHOST_RIM, slot.size / 4) : 0;
  double air = 0;
  double value;

  /* Air between neighbours in a group: enough for their ghosts to show. */
  if (n_bars > 1)
    {
      rim = self->has_ghost && slot.size > 8 ? 2 : 0;
      air = slot.size > 6 ? 1.5 + rim : 0;
    }

  for (guint s = 0; s < n; s++)
    {
      slot = narrow_slot (get_slot (self, s, category), air);

      if (is_bar (self, s))
        add_ghost (self, s, category, slot, rim);
    }

  for (guint s = 0; s < n; s++)
    {
      slot = narrow_slot (get_slot (self, s, category), air);

      if (is_bar (self, s) && premise_chart_get_number (self->chart, s, category, &value))
        add_bar (self, s, category, slot, 0, value);
    }
}

/* A number inside its segment, when the segment is long enough. */
static void
add_segment_label (PremiseLayout     *self,
                   guint              series,
                   guint              category,
                   const PremiseRect *rect,
                   double             value)
{
  g_autofree char *label = premise_layout_format (self, value, PREMISE_NUMBER_FULL);
  g_autoptr(PangoLayout) text = premise_typeset_new (&self->type, label);
  double width = premise_typeset_width (text);
  double height = premise_typeset_height (text);
  PremiseCertainty certainty = premise_chart_get_certainty (self->chart, series, category);
  PremiseColor fill = premise_layout_fill_style (self, premise_layout_series_color (self, series),
                                                 certainty).fill;
  PremiseColor color = premise_color_on_fill (self->theme, &fill);

  if (rect->width < width + self->gap || rect->height < height)
    return;

  if (premise_scene_add_text (self->scene, PREMISE_ROLE_VALUE_LABEL, series, category,
                              rect->x + (rect->width - width) / 2,
                              rect->y + (rect->height - height) / 2, text, &color)
      && (certainty == PREMISE_CERTAINTY_IMPLIED || series > 0))
    premise_scene_add_halo (self->scene, &fill);
}

/* The base case of a stack is one outline around where the stack ended. */
static void
add_stack_ghost (PremiseLayout *self,
                 guint          category,
                 PremiseSpan    slot)
{
  double base = stack_total (self, category, TRUE);
  double total = stack_total (self, category, FALSE);
  double rim = slot.size > 8 ? GHOST_RIM : 0;
  PremiseStyle style = premise_layout_ghost_style (self);
  PremiseRect rect;

  if (fabs (base - total) <= 1e-9 * fmax (base, total))
    return;

  rect = premise_frame_get_bar (self, slot.start - rim, slot.size + 2 * rim, 0, base);
  premise_scene_add_rect (self->scene, PREMISE_ROLE_GHOST, PREMISE_SCENE_NO_POINT, category, &rect,
                          &style);
}

static void
add_across (PremiseLayout      *self,
            PremiseShapeRole    role,
            guint               series,
            double              at,
            PremiseSpan         slot,
            const PremiseStyle *style)
{
  double from = slot.start - GHOST_RIM;
  double to = slot.start + slot.size + GHOST_RIM;

  if (self->horizontal)
    premise_scene_add_segment (self->scene, role, series, at, from, at, to, style);
  else
    premise_scene_add_segment (self->scene, role, series, from, at, to, at, style);
}

/* In a stack of shares the base case is where the seams were. */
static void
add_share_ghosts (PremiseLayout *self,
                  guint          category)
{
  PremiseSpan slot = get_slot (self, 0, category);
  double totals[2] = { stack_total (self, category, FALSE), stack_total (self, category, TRUE) };
  double sums[2] = { 0, 0 };
  PremiseStyle style = premise_layout_stroke_style (&self->theme->foreground, 1.5);
  PremiseStyle groove = premise_layout_stroke_style (&self->theme->background, 3.5);

  style.dash = PREMISE_DASH_DOTTED;

  if (totals[0] <= 0 || totals[1] <= 0)
    return;

  for (guint s = 0; s + 1 < premise_layout_n_series (self); s++)
    {
      double value = 0;
      double base;
      double at;

      if (premise_chart_get_number (self->chart, s, category, &value))
        sums[0] += fmax (0, value);
      if (premise_chart_get_ghost (self->chart, s, category, &base))
        value = base;
      if (isfinite (value))
        sums[1] += fmax (0, value);

      if (fabs (sums[0] / totals[0] - sums[1] / totals[1]) < 1e-9)
        continue;

      at = premise_frame_place (self, sums[1] / totals[1] * 100);

      /* The dots are seen on any colour, in a groove of the background. */
      add_across (self, PREMISE_ROLE_GRID, s, at, slot, &groove);
      add_across (self, PREMISE_ROLE_GHOST, s, at, slot, &style);
    }
}

static void
build_stacked (PremiseLayout *self,
               guint          category)
{
  double ends[2] = { 0, 0 };
  PremiseSpan slot = get_slot (self, 0, category);
  double value;

  if (!self->percent)
    add_stack_ghost (self, category, slot);

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      PremiseRect rect;
      double *end;

      if (!get_drawn (self, s, category, &value))
        continue;

      end = &ends[value < 0];
      rect = premise_frame_get_bar (self, slot.start, slot.size, *end, *end + value);
      add_bar (self, s, category, slot, *end, *end + value);

      if (*end != 0)
        {
          /* A seam of the background tells neighbours apart without their colours. */
          PremiseRect seam = rect;
          PremiseStyle style = { .fill = self->theme->background };

          if (self->horizontal)
            {
              seam.x += value < 0 ? rect.width - 1 : 0;
              seam.width = fmin (1, rect.width);
            }
          else
            {
              seam.y += value < 0 ? 0 : rect.height - 1;
              seam.height = fmin (1, rect.height);
            }

          premise_scene_add_rect (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                                  PREMISE_SCENE_NO_POINT, &seam, &style);
        }

      add_segment_label (self, s, category, &rect, value);
      *end += value;
    }

  if (self->percent && self->has_ghost)
    add_share_ghosts (self, category);
}

static double
bar_column (PremiseLayout *self,
            double         band)
{
  guint n = is_stacked (self) ? 1 : count_bars (self, premise_layout_n_series (self));

  return n > 1 ? band * FILL_GROUPED / n : band;
}

static void
bar_build (PremiseLayout *self)
{
  guint n = is_stacked (self) ? 1 : count_bars (self, premise_layout_n_series (self));

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (is_stacked (self))
        build_stacked (self, c);
      else
        build_grouped (self, c);
    }

  if (self->combined)
    premise_line_add_combined (self);

  if (!premise_labels_fit (self, n > 1 ? get_slot (self, 0, 0).size
                                       : premise_frame_get_span (self, 0).size))
    return;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const PremiseValueLabel *label = &g_array_index (self->labels, PremiseValueLabel, i);
      guint series = label->series == PREMISE_SCENE_NO_POINT ? 0 : label->series;
      PremiseSpan slot = get_slot (self, series, label->category);

      premise_labels_place (self, label, slot.start + slot.size / 2);
    }
}

const PremiseMarkClass premise_mark_bar = {
  .from_zero = TRUE,
  .flips = TRUE,
  .has_legend = TRUE,
  .row = 34,
  .row_more = 20,
  .aspect = 0.42,
  .extend = bar_extend,
  .label = bar_label,
  .column = bar_column,
  .build = bar_build,
};
