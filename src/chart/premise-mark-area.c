/* premise-mark-area.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

#define EDGE_WIDTH 2.25
#define SEAM_WIDTH 1.5

/* An area that others may lie behind. */
#define SHEER 0.13
#define SHEER_ALONE 0.3

#define MIN_HIT_SIZE 10

/* Where a series begins and ends at each category, in values. */
typedef struct
{
  double   low;
  double   high;
  gboolean known;
} Band;

static gboolean
is_stacked (PremiseLayout *self)
{
  return self->chart->stack != PREMISE_STACK_NONE;
}

static gboolean
is_area (PremiseLayout *self,
         guint          series)
{
  return premise_chart_get_series_mark (self->chart, series) == PREMISE_MARK_AREA;
}

static gboolean
get_number (PremiseLayout *self,
            guint          series,
            guint          category,
            gboolean       base,
            double        *value)
{
  double ghost;

  if (base && premise_chart_get_ghost (self->chart, series, category, &ghost))
    {
      *value = ghost;
      return TRUE;
    }

  return premise_chart_get_number (self->chart, series, category, value);
}

static double
get_total (PremiseLayout *self,
           guint          category,
           gboolean       base)
{
  double total = 0;
  double value;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      if (is_area (self, s) && get_number (self, s, category, base, &value))
        total += fmax (0, value);
    }

  return total;
}

/* What is below zero is stacked downwards, and has no share of a whole. */
static Band
get_band (PremiseLayout *self,
          guint          series,
          guint          category,
          gboolean       base)
{
  double total = self->percent ? get_total (self, category, base) : 0;
  double ends[2] = { 0, 0 };
  Band band = { 0, 0, FALSE };
  double value;

  for (guint s = is_stacked (self) ? 0 : series; s <= series; s++)
    {
      double *end;

      if (!is_area (self, s) || !get_number (self, s, category, base, &value))
        continue;

      if (self->percent && (value < 0 || total <= 0))
        continue;
      if (self->percent)
        value = value / total * 100;

      end = &ends[value < 0];
      band = (Band) { *end, *end + value, s == series };
      *end += value;
    }

  return band;
}

static void
area_extend (PremiseLayout *self,
             PremiseExtent *extent)
{
  double value;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      for (guint c = 0; c < premise_layout_n_categories (self); c++)
        {
          for (guint base = 0; base < 2; base++)
            {
              Band band = get_band (self, s, c, base == 1);

              if (band.known)
                {
                  premise_extent_add (extent, band.low);
                  premise_extent_add (extent, band.high);
                }
            }

          if (!is_area (self, s) && premise_layout_get_number (self, s, c, &value))
            premise_extent_add (extent, value);
          if (!is_area (self, s) && premise_layout_get_ghost (self, s, c, &value))
            premise_extent_add (extent, value);
        }
    }
}

static PremisePoint
get_point (PremiseLayout *self,
           guint          category,
           double         value)
{
  return (PremisePoint) { premise_line_get_x (self, category), premise_frame_place (self, value) };
}

static PremiseStyle
get_style (PremiseLayout    *self,
           guint             series,
           PremiseCertainty  certainty)
{
  const PremiseColor *color = premise_layout_series_color (self, series);
  PremiseStyle style = premise_layout_series_style (self, series, certainty);

  /* The outline of a stretch would draw its ends, which are no edges. */
  style.stroke.alpha = 0;

  if (!is_stacked (self))
    {
      style.fill = *color;
      style.fill.alpha = premise_layout_n_series (self) > 1 ? SHEER : SHEER_ALONE;
      style.texture = PREMISE_TEXTURE_NONE;
    }

  return style;
}

static void
add_stretch (PremiseLayout    *self,
             guint             series,
             const Band       *bands,
             guint             from,
             guint             to,
             PremiseCertainty  certainty)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  PremiseStyle style = get_style (self, series, certainty);

  for (guint c = from; c <= to; c++)
    {
      PremisePoint point = get_point (self, c, bands[c].high);

      g_array_append_val (outline, point);
    }

  for (guint c = to + 1; c > from; c--)
    {
      PremisePoint point = get_point (self, c - 1, bands[c - 1].low);

      g_array_append_val (outline, point);
    }

  premise_scene_add_polygon (self->scene, PREMISE_ROLE_MARK, series, PREMISE_SCENE_NO_POINT,
                             outline, &style);
}

/* The edge that shows the value: a seam of the background between layers that are sure. */
static void
add_edge (PremiseLayout    *self,
          guint             series,
          const Band       *bands,
          guint             from,
          guint             to,
          PremiseCertainty  certainty)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  gboolean seam = is_stacked (self) && certainty == PREMISE_CERTAINTY_GIVEN;
  PremiseStyle style
    = premise_layout_stroke_style (seam ? &self->theme->background
                                        : premise_layout_series_color (self, series),
                                   seam ? SEAM_WIDTH : EDGE_WIDTH);

  style.dash = premise_layout_get_dash (certainty);

  for (guint c = from; c <= to; c++)
    {
      PremisePoint point = get_point (self, c, bands[c].high);

      g_array_append_val (points, point);
    }

  premise_scene_add_line (self->scene, seam ? PREMISE_ROLE_GRID : PREMISE_ROLE_MARK, series,
                          points, &style);
}

/* One point alone is a stroke: there is nothing to span. */
static void
add_lone (PremiseLayout *self,
          guint          series,
          guint          category,
          const Band    *band)
{
  PremisePoint high = get_point (self, category, band->high);
  PremisePoint low = get_point (self, category, band->low);
  PremiseRect rect = { high.x - 2, fmin (high.y, low.y), 4, fabs (high.y - low.y) };
  PremiseStyle style
    = premise_layout_series_style (self, series,
                                   premise_chart_get_certainty (self->chart, series, category));

  premise_scene_add_rect (self->scene, PREMISE_ROLE_MARK, series, category, &rect, &style);
}

typedef void (*AddStretch) (PremiseLayout    *self,
                            guint             series,
                            const Band       *bands,
                            guint             from,
                            guint             to,
                            PremiseCertainty  certainty);

/* Calls add for each stretch without a gap and with one kind of certainty. */
static void
each_stretch (PremiseLayout *self,
              guint          series,
              const Band    *bands,
              AddStretch     add)
{
  guint n = premise_layout_n_categories (self);

  for (guint c = 0; c + 1 < n; c++)
    {
      guint from = c;
      PremiseCertainty certainty = premise_line_get_certainty (self, series, c);

      if (!bands[c].known || !bands[c + 1].known)
        continue;

      while (c + 2 < n && bands[c + 2].known && premise_line_get_certainty (self, series, c + 1) == certainty)
        c++;

      add (self, series, bands, from, c + 1, certainty);
    }
}

static Band *
get_bands (PremiseLayout *self,
           guint          series,
           gboolean       base)
{
  guint n = premise_layout_n_categories (self);
  Band *bands = g_new (Band, n + 1);

  for (guint c = 0; c < n; c++)
    bands[c] = get_band (self, series, c, base);

  return bands;
}

static void
add_area (PremiseLayout *self,
          guint          series)
{
  guint n = premise_layout_n_categories (self);
  g_autofree Band *bands = get_bands (self, series, FALSE);
  double step = fmax (premise_frame_get_span (self, 0).size, MIN_HIT_SIZE);

  each_stretch (self, series, bands, add_stretch);

  for (guint c = 0; c < n; c++)
    {
      PremisePoint high, low;

      if (!bands[c].known)
        continue;

      if ((c == 0 || !bands[c - 1].known) && (c + 1 == n || !bands[c + 1].known))
        add_lone (self, series, c, &bands[c]);

      /* Without a stack the edge is the value; in one it is the band. */
      high = get_point (self, c, bands[c].high);
      low = is_stacked (self) ? get_point (self, c, bands[c].low) : high;
      premise_scene_add_area (self->scene, series, c,
                              &(PremiseRect) { high.x - step / 2,
                                               fmin (high.y, low.y) - (is_stacked (self) ? 0 : 5),
                                               step,
                                               fabs (high.y - low.y)
                                               + (is_stacked (self) ? 0 : 10) });
    }
}

static void
add_edges (PremiseLayout *self,
           guint          series)
{
  g_autofree Band *bands = get_bands (self, series, FALSE);

  each_stretch (self, series, bands, add_edge);
}

/* The base case is where the edge was, drawn over the fill, which would hide it. */
static void
add_ghost (PremiseLayout *self,
           guint          series)
{
  g_autofree Band *bands = get_bands (self, series, TRUE);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  PremiseStyle groove = premise_layout_stroke_style (&self->theme->background, 3.5);
  PremiseStyle style = premise_layout_stroke_style (&self->theme->foreground, 1.5);
  gboolean differs = FALSE;

  style.dash = PREMISE_DASH_DOTTED;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      Band now = get_band (self, series, c, FALSE);
      PremisePoint point = get_point (self, c, bands[c].high);

      if (!bands[c].known)
        continue;

      differs = differs || !now.known
                || fabs (now.high - bands[c].high) > 1e-9 * fmax (fabs (now.high),
                                                                  fabs (bands[c].high));
      g_array_append_val (points, point);
    }

  if (!differs)
    return;

  premise_scene_add_line (self->scene, PREMISE_ROLE_GRID, series, g_array_copy (points), &groove);
  premise_scene_add_line (self->scene, PREMISE_ROLE_GHOST, series, g_steal_pointer (&points),
                          &style);
}

/* A name stands where its layer ends. */
static void
add_names (PremiseLayout *self)
{
  guint n = premise_layout_n_series (self);
  g_autofree PremisePoint *ends = g_new0 (PremisePoint, n);

  for (guint s = 0; s < n; s++)
    {
      ends[s].y = NAN;

      if (!is_area (self, s))
        {
          if (!premise_line_find_last (self, s, &ends[s]))
            ends[s].y = NAN;
          continue;
        }

      for (guint c = premise_layout_n_categories (self); c > 0 && isnan (ends[s].y); c--)
        {
          Band band = get_band (self, s, c - 1, FALSE);

          if (band.known)
            ends[s] = get_point (self, c - 1, is_stacked (self) ? (band.low + band.high) / 2
                                                                : band.high);
        }
    }

  premise_endnames_add (self, ends);
}

static void
area_build (PremiseLayout *self)
{
  guint n = premise_layout_n_series (self);

  for (guint s = 0; s < n; s++)
    {
      if (is_area (self, s))
        add_area (self, s);
    }

  for (guint s = 0; s < n; s++)
    {
      if (is_area (self, s))
        add_edges (self, s);
    }

  /* The outermost edge of a stack of shares never moves. */
  for (guint s = 0; self->has_ghost && s + (self->percent ? 1 : 0) < n; s++)
    {
      if (is_area (self, s))
        add_ghost (self, s);
    }

  if (self->combined)
    premise_line_add_combined (self);

  if (self->direct)
    add_names (self);
  if (n == 1)
    premise_line_add_numbers (self, 0);
}

const PremiseMarkClass premise_mark_area = {
  .from_zero = TRUE,
  .on_points = TRUE,
  .has_legend = TRUE,
  .aspect = 0.44,
  .extend = area_extend,
  .gutter = premise_endnames_gutter,
  .build = area_build,
};
