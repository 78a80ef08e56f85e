/* premise-mark-donut.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* Of the radius: the hole, and the ring of the base case around the parts. */
#define HOLE 0.6
#define GHOST_RING 0.07

#define MAX_RADIUS 150
#define MIN_RADIUS 18
#define SEAM 1.5

/* One degree: a straight piece that short cannot be told from an arc. */
#define ARC_STEP (G_PI / 180)

#define MAX_LABEL_LINES 3

/* Of very many parts only those that can be seen are named. */
#define MANY_PARTS 24
#define LEAST_NAMED 0.01

typedef struct
{
  guint        category;
  double       from, to;      /* of the whole turn, clockwise from the top */
  double       value;
  PangoLayout *text;          /* (nullable) */
  PremisePoint anchor;        /* on the ring */
  gboolean     right;
} Part;

typedef struct
{
  double  x, y;
  double  radius;
  GArray *parts;              /* (element-type Part) */
  double  total;
} Ring;

static void
part_clear (Part *part)
{
  g_clear_object (&part->text);
}

static gboolean
get_value (PremiseLayout *self,
           guint          category,
           gboolean       base,
           double        *value)
{
  double ghost;

  if (base && premise_chart_get_ghost (self->chart, 0, category, &ghost))
    *value = ghost;
  else if (!premise_chart_get_number (self->chart, 0, category, value))
    return FALSE;

  /* Less than nothing is no part of a whole. */
  return *value > 0;
}

static GArray *
get_parts (PremiseLayout *self,
           gboolean       base,
           double        *total)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  double sum = 0;
  double value;

  *total = 0;
  g_array_set_clear_func (parts, (GDestroyNotify) part_clear);

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (get_value (self, c, base, &value))
        *total += value;
    }

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      Part part = { .category = c };

      if (!get_value (self, c, base, &value))
        continue;

      part.value = value;
      part.from = sum / *total;
      sum += value;
      part.to = sum / *total;
      g_array_append_val (parts, part);
    }

  return parts;
}

static void
donut_extend (PremiseLayout *self,
              PremiseExtent *extent)
{
  double value;

  for (guint c = 0; c < premise_layout_n_categories (self); c++)
    {
      if (get_value (self, c, FALSE, &value))
        {
          premise_extent_add (extent, 0);
          premise_extent_add (extent, value);
        }
    }
}

static void
donut_frame (PremiseLayout *self)
{
  double height = self->height - self->top;

  self->plot = (PremiseRect) { 0, self->top, self->width, fmax (1, height) };
}

static PremisePoint
on_circle (const Ring *ring,
           double      radius,
           double      turn)
{
  double angle = turn * 2 * G_PI - G_PI_2;

  return (PremisePoint) { ring->x + radius * cos (angle), ring->y + radius * sin (angle) };
}

/* A piece of a ring as an outline. */
static GArray *
trace_piece (const Ring *ring,
             double      inner,
             double      outer,
             double      from,
             double      to)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  guint n = (guint) fmax (2, ceil ((to - from) * 2 * G_PI / ARC_STEP));

  for (guint i = 0; i <= n; i++)
    {
      PremisePoint point = on_circle (ring, outer, from + (to - from) * i / n);

      g_array_append_val (outline, point);
    }

  for (guint i = n + 1; i > 0; i--)
    {
      PremisePoint point = on_circle (ring, inner, from + (to - from) * (i - 1) / n);

      g_array_append_val (outline, point);
    }

  return outline;
}

static const PremiseColor *
part_color (PremiseLayout *self,
            guint          category)
{
  return premise_layout_series_color (self, category);
}

static void
add_part (PremiseLayout *self,
          const Ring    *ring,
          const Part    *part)
{
  PremiseCertainty certainty = premise_chart_get_certainty (self->chart, 0, part->category);
  PremiseStyle style = premise_layout_fill_style (self, part_color (self, part->category),
                                                  certainty);
  PremisePoint middle = on_circle (ring, ring->radius * (1 + HOLE) / 2,
                                   (part->from + part->to) / 2);
  double hit = ring->radius * (1 - HOLE) / 3;
  GArray *outline = trace_piece (ring, ring->radius * HOLE, ring->radius, part->from, part->to);

  /* What a read-out points at; the outline after it is what a pointer finds. */
  premise_scene_add_area (self->scene, 0, part->category,
                          &(PremiseRect) { middle.x - hit / 2, middle.y - hit / 2, hit, hit });
  premise_scene_add_polygon (self->scene, PREMISE_ROLE_MARK, 0, part->category, outline, &style);
}

/* Seams of the background, so that neighbours end without their colours. */
static void
add_seams (PremiseLayout *self,
           const Ring    *ring)
{
  PremiseStyle style = premise_layout_stroke_style (&self->theme->background, SEAM);

  for (guint i = 0; ring->parts->len > 1 && i < ring->parts->len; i++)
    {
      double turn = g_array_index (ring->parts, Part, i).from;
      PremisePoint a = on_circle (ring, ring->radius * HOLE, turn);
      PremisePoint b = on_circle (ring, ring->radius, turn);

      premise_scene_add_segment (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, a.x, a.y,
                                 b.x, b.y, &style);
    }
}

/* The base case is a thin ring around the parts, with seams where they were. */
static void
add_ghosts (PremiseLayout *self,
            const Ring    *ring)
{
  double total;
  g_autoptr(GArray) parts = get_parts (self, TRUE, &total);
  double outer = ring->radius * (1 + GHOST_RING);
  double inner = ring->radius + 2;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      PremiseStyle style = premise_layout_ghost_style (self);
      GArray *outline = trace_piece (ring, fmin (inner, outer), outer, part->from, part->to);

      premise_scene_add_polygon (self->scene, PREMISE_ROLE_GHOST, PREMISE_SCENE_NO_POINT,
                                 part->category, outline, &style);
    }
}

static char *
format_share (const Ring *ring,
              const Part *part)
{
  double share = part->value / ring->total * 100;

  return g_strdup_printf (share < 10 ? "%.1f%%" : "%.0f%%", share);
}

static char *
format_label (PremiseLayout *self,
              const Ring    *ring,
              const Part    *part)
{
  g_autofree char *share = format_share (ring, part);
  const char *name = premise_chart_get_category (self->chart, part->category);

  if (name == NULL || *name == '\0')
    return g_steal_pointer (&share);

  /* What has to be cut is the name. */
  return g_strdup_printf ("%s  %s", share, name);
}

/* The value in the middle of the ring is the whole. */
static void
add_total (PremiseLayout *self,
           const Ring    *ring)
{
  g_autofree char *total = premise_layout_format (self, ring->total, PREMISE_NUMBER_FULL);
  g_autoptr(PangoLayout) text = premise_typeset_new (&self->type, total);
  double width, height;

  premise_typeset_set_bold (text);
  width = premise_typeset_width (text);
  height = premise_typeset_height (text);

  if (hypot (width, height) > 2 * ring->radius * HOLE - 4)
    return;

  premise_scene_add_text (self->scene, PREMISE_ROLE_VALUE_LABEL, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, ring->x - width / 2, ring->y - height / 2, text,
                          &self->theme->foreground);
}

static double
side_room (PremiseLayout *self,
           const Ring    *ring)
{
  return ring->x - ring->radius * (1 + GHOST_RING) - 3 * self->gap;
}

/* Writes the labels of one side as wide as there is room for. */
static void
prepare_labels (PremiseLayout *self,
                Ring          *ring,
                gboolean       right)
{
  double room = side_room (self, ring);

  for (guint i = 0; i < ring->parts->len; i++)
    {
      Part *part = &g_array_index (ring->parts, Part, i);
      double turn = (part->from + part->to) / 2;
      g_autofree char *label = NULL;

      part->right = turn < 0.5;
      part->anchor = on_circle (ring, ring->radius * (self->has_ghost ? 1 + GHOST_RING : 1) + 1,
                                turn);
      if (part->right != right
          || (ring->parts->len > MANY_PARTS && part->to - part->from < LEAST_NAMED))
        continue;

      label = format_label (self, ring, part);
      g_clear_object (&part->text);
      part->text = premise_typeset_new_boxed (&self->type, label, room, MAX_LABEL_LINES,
                                              right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }
}

static void
add_label (PremiseLayout *self,
           const Ring    *ring,
           const Part    *part,
           double         center)
{
  double width = premise_typeset_width (part->text);
  double beside = ring->radius * (1 + GHOST_RING) + 2 * self->gap;
  double edge = part->right ? ring->x + beside : ring->x - beside;
  double x = part->right ? edge + self->gap / 2 : edge - self->gap / 2 - width;
  PremiseStyle style = premise_layout_stroke_style (&self->theme->muted, 1);
  GArray *points;
  PremisePoint leader[3];

  if (!premise_scene_add_text (self->scene, PREMISE_ROLE_CATEGORY_LABEL, PREMISE_SCENE_NO_POINT,
                               part->category, x, center - premise_typeset_height (part->text) / 2,
                               part->text, &self->theme->foreground))
    return;

  leader[0] = part->anchor;
  leader[1] = (PremisePoint) { (part->anchor.x + edge) / 2, center };
  leader[2] = (PremisePoint) { edge, center };
  points = g_array_new (FALSE, FALSE, sizeof (PremisePoint));
  g_array_append_vals (points, leader, 3);
  premise_scene_add_line (self->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT, points, &style);
}

/* The smallest parts of a side lose their labels until the rest has room. */
static guint
choose_labels (PremiseLayout *self,
               const Ring    *ring,
               gboolean       right,
               guint         *chosen)
{
  guint n = 0;
  double height = 0;

  for (guint i = 0; i < ring->parts->len; i++)
    {
      const Part *part = &g_array_index (ring->parts, Part, i);

      if (part->right != right || part->text == NULL)
        continue;

      chosen[n++] = i;
      height += premise_typeset_height (part->text);
    }

  while (n > 0 && height > self->plot.height)
    {
      guint least = 0;

      for (guint i = 1; i < n; i++)
        {
          if (g_array_index (ring->parts, Part, chosen[i]).value
              < g_array_index (ring->parts, Part, chosen[least]).value)
            least = i;
        }

      height -= premise_typeset_height (g_array_index (ring->parts, Part, chosen[least]).text);
      memmove (chosen + least, chosen + least + 1, (n - least - 1) * sizeof *chosen);
      n--;
    }

  return n;
}

static void
add_side (PremiseLayout *self,
          Ring          *ring,
          gboolean       right)
{
  guint n = ring->parts->len;
  g_autofree guint *chosen = g_new (guint, n + 1);
  g_autofree double *centers = g_new (double, n + 1);
  g_autofree double *sizes = g_new (double, n + 1);
  guint n_chosen;

  prepare_labels (self, ring, right);
  n_chosen = choose_labels (self, ring, right, chosen);

  for (guint i = 0; i < n_chosen; i++)
    {
      const Part *part = &g_array_index (ring->parts, Part, chosen[i]);

      sizes[i] = premise_typeset_height (part->text);
      centers[i] = part->anchor.y;
    }

  premise_labels_spread (centers, sizes, n_chosen, self->plot.y, self->plot.y + self->plot.height);

  for (guint i = 0; i < n_chosen; i++)
    add_label (self, ring, &g_array_index (ring->parts, Part, chosen[i]), centers[i]);
}

/* The widest label that a side would like, wrapped where it is long. */
static double
wanted_side (PremiseLayout *self,
             const Ring    *ring)
{
  double widest = 0;

  for (guint i = 0; i < MIN (ring->parts->len, MANY_PARTS); i++)
    {
      g_autofree char *label = format_label (self, ring, &g_array_index (ring->parts, Part, i));

      widest = fmax (widest, premise_typeset_measure (&self->type, label));
    }

  return fmin (widest, self->width * 0.3) + 4 * self->gap;
}

/* Places the ring in the plot, between the labels of both sides. */
static void
place_ring (PremiseLayout *self,
            Ring          *ring)
{
  double room = self->width / 2 - wanted_side (self, ring);

  ring->x = self->width / 2;
  ring->y = self->plot.y + self->plot.height / 2;
  ring->radius = fmin (MAX_RADIUS * fmax (1, self->theme->text_scale * 0.75),
                       fmin (room, self->plot.height / 2 - 1) / (1 + GHOST_RING));

  /* First the parts, then their names. */
  if (ring->radius < MIN_RADIUS)
    ring->radius = fmax (1, fmin (self->width, self->plot.height) / 2 / (1 + GHOST_RING) - 1);
}

static void
donut_build (PremiseLayout *self)
{
  Ring ring = { 0 };
  g_autoptr(GArray) parts = get_parts (self, FALSE, &ring.total);

  ring.parts = parts;
  place_ring (self, &ring);

  for (guint i = 0; i < parts->len; i++)
    add_part (self, &ring, &g_array_index (parts, Part, i));

  add_seams (self, &ring);

  if (self->has_ghost)
    add_ghosts (self, &ring);

  add_total (self, &ring);

  if (side_room (self, &ring) >= self->type.line)
    {
      add_side (self, &ring, TRUE);
      add_side (self, &ring, FALSE);
    }
}

/* Enough for the ring, and for the labels of the fuller side. */
static double
donut_plot_height (PremiseLayout *self)
{
  Ring ring = { 0 };
  g_autoptr(GArray) parts = get_parts (self, FALSE, &ring.total);
  double heights[2] = { 0, 0 };

  ring.parts = parts;
  self->plot.height = fmin (2 * MAX_RADIUS, self->width * 0.5)
                      * fmax (1, self->theme->text_scale * 0.75);
  place_ring (self, &ring);
  prepare_labels (self, &ring, TRUE);
  prepare_labels (self, &ring, FALSE);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->text != NULL)
        heights[part->right] += premise_typeset_height (part->text);
    }

  /* The frame's footer is counted in by the caller, and a ring has none. */
  return fmax (self->plot.height, fmax (heights[0], heights[1]) + 2)
         - premise_frame_footer_height (self);
}

const PremiseMarkClass premise_mark_donut = {
  .no_axis = TRUE,
  .from_zero = TRUE,
  .extend = donut_extend,
  .frame = donut_frame,
  .build = donut_build,
  .plot_height = donut_plot_height,
};
