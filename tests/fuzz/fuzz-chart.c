/* fuzz-chart.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes become the description of a chart: its mark, its options, labels and numbers, and the
 * size that it is laid out for. What the input does not say is zero.
 *
 * Whatever the chart is, nothing of it leaves the canvas, no two texts overlap, none of them
 * shows what is no number, bars and areas begin at zero, and it has a description.
 */

#include "config.h"

#include "fuzz.h"
#include "premise-describe.h"
#include "premise-scene.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#define MAX_CATEGORIES 64
#define MAX_SERIES 6

typedef struct
{
  const guint8 *data;
  gsize         size;
  gsize         at;
} Input;

static guint
next (Input *self,
      guint  n)
{
  guint value = 0;

  for (guint i = 0; i < 2; i++)
    value = value << 8 | (self->at < self->size ? self->data[self->at++] : 0);

  return value % n;
}

static double
next_number (Input *self)
{
  static const double odd[] = {
    0, -0.0, NAN, INFINITY, -INFINITY, 1e15, -1e15, 1e-9, -1e-9, 1e290, 5e-324, 1e308, -1e308, 1, 2021,
  };
  guint kind = next (self, 8);

  if (kind == 0)
    return odd[next (self, G_N_ELEMENTS (odd))];

  return ((double) next (self, 20000) - (kind < 3 ? 10000 : 0)) / (kind < 5 ? 1 : 97);
}

/* Some bytes of the input, whatever they are. */
static char *
next_label (Input *self)
{
  static const char *const known[] = { "", "游戏", "متوسط", "2021", "a rather long label with many words" };
  guint kind = next (self, G_N_ELEMENTS (known) + 2);
  gsize length;
  char *label;

  if (kind < G_N_ELEMENTS (known))
    return g_strdup (known[kind]);

  length = next (self, kind == G_N_ELEMENTS (known) ? 12 : 600);
  length = MIN (length, self->size - self->at);
  label = g_strndup ((const char *) self->data + self->at, length);
  self->at += length;

  return label;
}

static void
set_labels (Input        *input,
            PremiseChart *chart,
            guint         n,
            gboolean      panels)
{
  g_auto(GStrv) labels = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    labels[i] = next_label (input);

  if (panels)
    premise_chart_set_panels (chart, (const char *const *) labels, n);
  else
    premise_chart_set_categories (chart, (const char *const *) labels, n);
}

static void
add_series (Input        *input,
            PremiseChart *chart,
            guint         n)
{
  double values[MAX_CATEGORIES], base[MAX_CATEGORIES];
  g_autofree char *label = next_label (input);
  guint flags = next (input, 8);
  guint series;

  for (guint i = 0; i < n; i++)
    {
      values[i] = next_number (input);
      base[i] = flags & 1 ? next_number (input) : values[i];
    }

  series = premise_chart_add_series (chart, label, values, flags & 2 ? base : NULL);

  for (guint i = 0; flags & 4 && i < n; i++)
    premise_chart_set_certainty (chart, series, i, next (input, PREMISE_CERTAINTY_IMPLIED + 1));
}

static void
set_options (Input        *input,
             PremiseChart *chart,
             guint         n)
{
  double positions[MAX_CATEGORIES + 1];
  guint flags = next (input, 128);

  for (guint i = 0; flags & 1 && i <= n; i++)
    positions[i] = (i > 0 ? positions[i - 1] : 0) + next_number (input);

  if (flags & 1)
    premise_chart_set_positions (chart, positions, n + next (input, 2));
  if (flags & 2)
    premise_chart_set_domain (chart, next_number (input), next_number (input));
  if (flags & 4)
    premise_chart_set_tick_unit (chart, next_number (input));
  if (flags & 8)
    premise_chart_set_reference (chart, "Now", next_number (input), next_number (input));
  if (flags & 16)
    premise_chart_set_cumulative (chart, "At most");
  if (flags & 32)
    premise_chart_set_base_label (chart, "Base case");
  if (flags & 64)
    {
      g_autofree char *title = next_label (input);

      premise_chart_set_axis_titles (chart, title, title);
      premise_chart_set_stamp (chart, title);
    }
}

static PremiseChart *
build (Input *input)
{
  PremiseChart *chart = premise_chart_new (next (input, PREMISE_N_MARKS));
  guint n = next (input, MAX_CATEGORIES + 1);
  guint n_series = next (input, MAX_SERIES + 1);
  guint flags = next (input, 8);

  premise_chart_set_horizontal (chart, flags & 1);
  premise_chart_set_scale (chart, flags & 2 ? PREMISE_SCALE_LOG : PREMISE_SCALE_LINEAR);
  premise_chart_set_stack (chart, next (input, PREMISE_STACK_PERCENT + 1));
  set_labels (input, chart, n, FALSE);
  set_options (input, chart, n);

  for (guint s = 0; s < n_series; s++)
    {
      add_series (input, chart, n);
      if (next (input, 4) == 1)
        premise_chart_set_series_mark (chart, s, next (input, PREMISE_N_MARKS));
    }

  if (flags & 4)
    set_labels (input, chart, next (input, MAX_SERIES + 1), TRUE);

  return chart;
}

static gboolean
overlap (const PremiseRect *a,
         const PremiseRect *b)
{
  const double slack = 1e-6;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width
         && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

static void
check_shapes (PremiseScene *scene,
              double        width,
              double        height)
{
  g_autoptr(GArray) texts = g_array_new (FALSE, FALSE, sizeof (PremiseRect));

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;
      const PremiseRect *b = &shape.bounds;

      premise_scene_get_shape (scene, i, &shape);
      fuzz_check (isfinite (b->x) && isfinite (b->y) && b->width >= 0 && b->height >= 0);
      fuzz_check (b->x >= -1e-6 && b->y >= -1e-6);
      fuzz_check (b->x + b->width <= width + 1e-6 && b->y + b->height <= height + 1e-6);

      if (shape.text == NULL)
        continue;

      for (guint t = 0; t < texts->len; t++)
        fuzz_check (!overlap (b, &g_array_index (texts, PremiseRect, t)));

      if (shape.role == PREMISE_ROLE_VALUE_LABEL || shape.role == PREMISE_ROLE_TICK_LABEL)
        fuzz_check (strstr (shape.text, "nan") == NULL && strstr (shape.text, "inf") == NULL);

      g_array_append_val (texts, shape.bounds);
    }
}

static void
check_domain (PremiseChart *chart,
              PremiseScene *scene)
{
  PremiseMark mark = premise_chart_get_mark (chart);
  double min, max;

  premise_scene_get_domain (scene, &min, &max);
  fuzz_check (min < max);

  if (mark == PREMISE_MARK_BAR || mark == PREMISE_MARK_WATERFALL || mark == PREMISE_MARK_AREA
      || mark == PREMISE_MARK_HISTOGRAM)
    fuzz_check (min <= 0 && max >= 0);
}

/* Only that it can be drawn: what it looks like is for other tests. */
static void
draw (PremiseScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 64);
  cairo_t *cr = cairo_create (surface);
  guint series, category;

  premise_scene_draw (scene, cr);
  if (premise_scene_hit (scene, 30, 30, &series, &category))
    premise_scene_draw_highlight (scene, cr, series, category);

  fuzz_check (cairo_status (cr) == CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check_words (PremiseChart *chart)
{
  static const PremisePhrases phrases = {
    .empty = "Empty.", .single = "{leader} {value}", .summary = "{count} {leader} {value} {last}",
    .equal = "{count} {value}", .trend = "{first} {last} {leader}", .range = "{leader} {low} {high}",
    .waterfall = "{leader} {last}", .heatmap = "{row} {leader} {last_row}", .parts = "{leader} {share}",
    .slope = "{leader} {first_value}", .swings = "{leader} {low} {high} {value}", .bins = "{leader}",
    .fan = "{last} {low} {high}", .bubbles = "{leader} {x}", .series = "{series}: {sentence}",
    .missing = "{missing}", .changed = "{changed}", .separator = " ",
  };
  g_autofree char *text = premise_chart_describe (chart, &phrases);

  fuzz_check (text != NULL && g_utf8_validate (text, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static PangoContext *context;
  Input input = { data, size, 0 };
  double width = 1 + next (&input, 1600);
  double height = 1 + next (&input, 1000);
  double text_scale = 0.5 + next (&input, 300) / 100.0;
  gboolean rtl = next (&input, 2) == 1;
  g_autoptr(PremiseChart) chart = build (&input);
  g_autoptr(PremiseScene) scene = NULL;
  PremiseTheme theme;

  if (context == NULL)
    context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  premise_theme_init (&theme, next (&input, PREMISE_THEME_PRINT + 1), text_scale);
  fuzz_check (premise_chart_get_natural_height (chart, width, &theme, context) > 0);
  scene = premise_chart_layout (chart, width, height, &theme, context, rtl);
  check_shapes (scene, width, height);
  check_domain (chart, scene);
  check_words (chart);
  draw (scene);

  return 0;
}
