/* premise-layout.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include "premise-diagram-private.h"

#include <math.h>

#define GAP 6

#define MARKER_SIZE 9

/* How far a texture is from the colour that it lies on. */
#define WEAVE 0.26

/* What is left of a colour in the fill of a mark that is not certain, and of a forecast. */
#define PALE 0.22
#define HALF_PALE 0.5

/* More columns than this are read as a shape, not one by one. */
#define MAX_ROWS_FOR_COLUMNS 16

/* How small the names of rows may be, in steps. */
#define LEAST_NAMES 0.72
#define NAMES_STEP 0.95

#define MIN_PLOT_HEIGHT 172
#define MAX_PLOT_HEIGHT 460

static const PremiseMarkClass *const marks[] = {
  [PREMISE_MARK_BAR] = &premise_mark_bar,
  [PREMISE_MARK_LINE] = &premise_mark_line,
  [PREMISE_MARK_POINT] = &premise_mark_point,
  [PREMISE_MARK_RANGE] = &premise_mark_range,
  [PREMISE_MARK_WATERFALL] = &premise_mark_waterfall,
  [PREMISE_MARK_HEATMAP] = &premise_mark_heatmap,
  [PREMISE_MARK_AREA] = &premise_mark_area,
  [PREMISE_MARK_DONUT] = &premise_mark_donut,
  [PREMISE_MARK_SLOPE] = &premise_mark_slope,
  [PREMISE_MARK_TORNADO] = &premise_mark_tornado,
  [PREMISE_MARK_HISTOGRAM] = &premise_mark_histogram,
  [PREMISE_MARK_FAN] = &premise_mark_fan,
  [PREMISE_MARK_BUBBLE] = &premise_mark_bubble,
};

char *
premise_layout_format (PremiseLayout *self,
                       double         value,
                       PremiseNumberForm form)
{
  if (self->percent)
    return g_strdup_printf ("%.0f%%", value);

  return premise_chart_format_value (self->chart, value, form);
}

guint
premise_layout_n_categories (PremiseLayout *self)
{
  return premise_chart_get_n_categories (self->chart);
}

guint
premise_layout_n_series (PremiseLayout *self)
{
  return premise_chart_get_n_series (self->chart);
}

const PremiseColor *
premise_layout_series_color (PremiseLayout *self,
                             guint          series)
{
  /* The quantiles of a fan are one thing. */
  if (self->chart->mark == PREMISE_MARK_FAN)
    series = 0;

  return &self->theme->series[series % PREMISE_THEME_N_SERIES];
}

PremiseStyle
premise_layout_fill_style (PremiseLayout      *self,
                           const PremiseColor *color,
                           PremiseCertainty    certainty)
{
  PremiseStyle style = { .fill = *color, .line_width = 1.5 };

  if (certainty == PREMISE_CERTAINTY_GIVEN)
    return style;

  style.fill = premise_color_mix (&self->theme->background, color,
                                  certainty == PREMISE_CERTAINTY_FORECAST ? HALF_PALE : PALE);
  style.stroke = *color;

  if (certainty == PREMISE_CERTAINTY_IMPLIED)
    style.hatch = *color;
  else if (certainty == PREMISE_CERTAINTY_INTERPOLATED)
    style.dash = PREMISE_DASH_DASHED;

  return style;
}

PremiseDash
premise_layout_get_dash (PremiseCertainty certainty)
{
  static const PremiseDash dashes[PREMISE_N_CERTAINTIES] = {
    [PREMISE_CERTAINTY_GIVEN] = PREMISE_DASH_NONE,
    [PREMISE_CERTAINTY_FORECAST] = PREMISE_DASH_LONG,
    [PREMISE_CERTAINTY_INTERPOLATED] = PREMISE_DASH_DASHED,
    [PREMISE_CERTAINTY_IMPLIED] = PREMISE_DASH_DOTTED,
  };

  return dashes[certainty];
}

/* Hatching and dashes say how sure a value is, so a texture is of another kind, and only on what
 * is sure. It goes towards the end of lightness that is further away. */
PremiseStyle
premise_layout_series_style (PremiseLayout    *self,
                             guint             series,
                             PremiseCertainty  certainty)
{
  const PremiseColor *color = premise_layout_series_color (self, series);
  const PremiseColor *towards = &self->theme->background;
  PremiseStyle style = premise_layout_fill_style (self, color, certainty);

  if (certainty != PREMISE_CERTAINTY_GIVEN || premise_layout_n_series (self) < 2)
    return style;

  if (premise_color_contrast (&self->theme->foreground, color)
      > premise_color_contrast (&self->theme->background, color))
    towards = &self->theme->foreground;

  style.texture = series % PREMISE_THEME_N_SERIES;
  style.weave = premise_color_mix (color, towards, WEAVE);

  return style;
}

PremiseStyle
premise_layout_ghost_style (PremiseLayout *self)
{
  return (PremiseStyle) {
    .fill = premise_color_mix (&self->theme->background, &self->theme->ghost, PALE),
    .stroke = self->theme->ghost,
    .line_width = 1,
  };
}

PremiseStyle
premise_layout_stroke_style (const PremiseColor *color,
                             double              width)
{
  return (PremiseStyle) { .stroke = *color, .line_width = width };
}

PremiseStyle
premise_layout_marker_style (PremiseLayout      *self,
                             const PremiseColor *color,
                             guint               series,
                             PremiseCertainty    certainty)
{
  PremiseStyle style = {
    .fill = certainty == PREMISE_CERTAINTY_GIVEN ? *color : self->theme->background,
    .stroke = certainty == PREMISE_CERTAINTY_GIVEN ? self->theme->background : *color,
    .line_width = certainty == PREMISE_CERTAINTY_GIVEN ? 1 : 1.75,
    .marker = series % (PREMISE_MARKER_CROSS + 1),
  };

  /* Without a line through it only the marker says which it is. */
  if (certainty == PREMISE_CERTAINTY_FORECAST)
    style.fill = premise_color_mix (&self->theme->background, color, HALF_PALE);
  if (certainty == PREMISE_CERTAINTY_IMPLIED && self->chart->mark == PREMISE_MARK_POINT)
    style.dash = PREMISE_DASH_DOTTED;

  return style;
}

double
premise_layout_marker_size (PremiseLayout *self)
{
  return MARKER_SIZE * fmax (1, self->theme->text_scale * 0.8);
}

/* Adds every number that has a place on the scale, and the base case. */
void
premise_layout_extend_all (PremiseLayout *self,
                           PremiseExtent *extent)
{
  double value;

  for (guint s = 0; s < premise_layout_n_series (self); s++)
    {
      for (guint c = 0; c < premise_layout_n_categories (self); c++)
        {
          if (premise_layout_get_number (self, s, c, &value))
            premise_extent_add (extent, value);
          if (premise_layout_get_ghost (self, s, c, &value))
            premise_extent_add (extent, value);
        }
    }
}

gboolean
premise_layout_get_number (PremiseLayout *self,
                           guint          series,
                           guint          category,
                           double        *value)
{
  return premise_chart_get_number (self->chart, series, category, value)
         && premise_scale_accepts (&self->value, *value);
}

gboolean
premise_layout_get_ghost (PremiseLayout *self,
                          guint          series,
                          guint          category,
                          double        *value)
{
  return self->has_ghost && premise_chart_get_ghost (self->chart, series, category, value)
         && premise_scale_accepts (&self->value, *value);
}

static void
value_label_clear (PremiseValueLabel *label)
{
  g_clear_object (&label->text);
}

/* Columns that could not all be named, or without numbers, lie down, where there is height for the rows. */
static gboolean
lies_down (PremiseLayout *self)
{
  guint n = premise_layout_n_categories (self);
  double width;

  if (!self->mark->flips || self->combined || self->timed || n == 0 || n > MAX_ROWS_FOR_COLUMNS)
    return FALSE;

  if (self->height * 0.7 / n < self->type.line)
    return FALSE;

  width = premise_frame_column_width (self);

  return !premise_categories_fit (self, width) || !premise_labels_fit_columns (self, width);
}

static void
prepare (PremiseLayout *self)
{
  self->top = premise_guide_header_height (self);
  premise_frame_prepare (self);
}

void
premise_layout_init (PremiseLayout      *self,
                     PremiseChart       *chart,
                     double              width,
                     double              height,
                     const PremiseTheme *theme,
                     PangoContext       *context)
{
  *self = (PremiseLayout) {
    .chart = chart,
    .mark = marks[MIN ((guint) chart->mark, G_N_ELEMENTS (marks) - 1)],
    .theme = theme,
    .width = width,
    .height = height,
    .number_scale = 1,
    .gap = GAP * fmax (1, theme->text_scale * 0.8),
  };

  self->percent = (chart->mark == PREMISE_MARK_BAR || chart->mark == PREMISE_MARK_AREA)
                  && chart->stack == PREMISE_STACK_PERCENT;
  self->has_ghost = chart->mark != PREMISE_MARK_HEATMAP && premise_chart_has_ghost (chart);
  self->from_zero = self->mark->from_zero;
  self->numeric_x = chart->mark == PREMISE_MARK_BUBBLE
                    || (chart->mark == PREMISE_MARK_HISTOGRAM && chart->positions != NULL);

  /* The bands of a fan are not sure anyway, and say so. */
  for (guint i = 0; i < PREMISE_N_CERTAINTIES; i++)
    self->uncertain[i] = chart->certainty_labels[i] != NULL && chart->mark != PREMISE_MARK_FAN
                         && premise_chart_has_certainty (chart, i);

  for (guint s = 0; s < chart->series->len; s++)
    self->combined = self->combined || premise_chart_get_series_mark (chart, s) != chart->mark;

  self->scene = premise_scene_new (width, height, theme);
  self->labels = g_array_new (FALSE, FALSE, sizeof (PremiseValueLabel));
  g_array_set_clear_func (self->labels, (GDestroyNotify) value_label_clear);
  premise_typesetter_init (&self->type, chart, theme, context);
  premise_scale_init_band (&self->band, chart->categories->len, 0);
  self->horizontal = (chart->horizontal && self->mark->flips && !self->combined)
                     || chart->mark == PREMISE_MARK_TORNADO;
  self->timed = chart->positions != NULL && !self->numeric_x && !self->horizontal
                && (self->mark->on_points || chart->mark == PREMISE_MARK_BAR);
  self->closest = INFINITY;

  for (guint i = 1; self->timed && i < chart->positions->len; i++)
    self->closest = fmin (self->closest, g_array_index (chart->positions, double, i)
                                         - g_array_index (chart->positions, double, i - 1));

  self->direct = self->mark->gutter != NULL && self->mark->gutter (self) > 0;
  prepare (self);

  if (!self->horizontal && lies_down (self))
    {
      self->horizontal = TRUE;
      prepare (self);
    }
}

void
premise_layout_clear (PremiseLayout *self)
{
  g_clear_pointer (&self->scene, premise_scene_free);
  g_clear_pointer (&self->labels, g_array_unref);
  premise_typesetter_clear (&self->type);
}

static gboolean
names_are_dropped (PremiseLayout *self,
                   guint          n_columns)
{
  guint n = premise_layout_n_categories (self);
  guint n_rows = (n + n_columns - 1) / n_columns;
  double height = self->height - self->top - premise_frame_footer_height (self);

  if (!self->horizontal || n == 0 || n > MAX_ROWS_FOR_COLUMNS * n_columns)
    return FALSE;

  return height / n_rows < self->type.line || (n_columns > 1 && !premise_rows_names_fit (self));
}

static void
set_text_scale (PremiseLayout *self,
                PremiseTheme  *theme,
                double         text_scale,
                PangoContext  *context)
{
  PremiseChart *chart = self->chart;
  double width = self->width;
  double height = self->height;

  theme->text_scale = text_scale;
  premise_layout_clear (self);
  premise_layout_init (self, chart, width, height, theme, context);
}

/* Returns: whether names that are a little smaller are all there. */
static gboolean
shrink_names (PremiseLayout *self,
              PremiseTheme  *theme,
              guint          n_columns,
              PangoContext  *context)
{
  double usual = theme->text_scale;

  while (names_are_dropped (self, n_columns) && theme->text_scale > usual * LEAST_NAMES)
    set_text_scale (self, theme, theme->text_scale * NAMES_STEP, context);

  if (!names_are_dropped (self, n_columns))
    return TRUE;

  set_text_scale (self, theme, usual, context);

  return FALSE;
}

/* Where rows are a little lower than their names, names that are a little smaller are better than
 * every other one, and so are two columns on a wide canvas. Rows that are far too low are read as a
 * shape. Returns: in how many columns they stand. */
static guint
fit_rows (PremiseLayout *self,
          PremiseTheme  *theme,
          PangoContext  *context)
{
  if (shrink_names (self, theme, 1, context) || !premise_rows_can_fold (self)
      || !shrink_names (self, theme, PREMISE_ROW_COLUMNS, context))
    return 1;

  return names_are_dropped (self, 1) ? PREMISE_ROW_COLUMNS : 1;
}

/**
 * premise_chart_get_natural_height:
 * @chart: a chart
 * @width: the width it will have
 * @theme: colours and sizes
 * @context: where fonts come from
 *
 * Gets the height that the chart would like at that width, in logical pixels: enough for
 * every category of horizontal marks, a pleasant shape for the others.
 *
 * Returns: the height
 */
double
premise_chart_get_natural_height (PremiseChart       *chart,
                                  double              width,
                                  const PremiseTheme *theme,
                                  PangoContext       *context)
{
  g_auto(PremiseLayout) layout = { 0 };
  double plot;
  guint n;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (theme != NULL, 0);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 0);

  width = isfinite (width) ? fmax (width, 1) : 1;

  if (chart->diagram != NULL)
    return premise_diagram_natural_height (chart, width, theme, context);

  if (chart->panels->len > 0)
    return premise_panels_natural_height (chart, width, theme, context);

  premise_layout_init (&layout, chart, width, 10000, theme, context);
  n = MAX (premise_layout_n_categories (&layout), 1);

  if (layout.mark->plot_height != NULL)
    {
      plot = layout.mark->plot_height (&layout);
    }
  else if (layout.horizontal)
    {
      guint more = chart->stack == PREMISE_STACK_NONE ? layout.chart->series->len : 1;
      double row = layout.mark->row + layout.mark->row_more * (MAX (more, 1) - 1);
      gboolean above;

      row *= theme->text_scale;
      premise_frame_column (&layout, row, &above);
      plot = n * (above ? row + premise_frame_lines_above (&layout, INFINITY) * layout.type.line
                        : row)
             + (above ? layout.gap : 0);
    }
  else
    {
      plot = CLAMP (width * layout.mark->aspect, MIN_PLOT_HEIGHT, MAX_PLOT_HEIGHT);
      plot *= fmax (1, theme->text_scale * 0.75);
    }

  return ceil (premise_guide_header_height (&layout) + plot
               + premise_frame_footer_height (&layout));
}

static void
place_plot (PremiseLayout *self)
{
  if (self->mark->frame != NULL)
    self->mark->frame (self);
  else
    premise_frame_plane (self);

  if (self->has_data)
    self->mark->build (self);
}

/**
 * premise_chart_layout:
 * @chart: a chart
 * @width: width of the canvas, in logical pixels
 * @height: height of the canvas
 * @theme: colours and sizes
 * @context: where fonts come from
 * @rtl: whether reading goes from right to left, which mirrors the picture
 *
 * Lays a chart out for one size. The scene keeps what it needs: chart, theme and context
 * may change afterwards. Texts never overlap and never leave the canvas; what finds no
 * place is left out.
 *
 * Returns: (transfer full): the scene
 */
PremiseScene *
premise_chart_layout (PremiseChart       *chart,
                      double              width,
                      double              height,
                      const PremiseTheme *theme,
                      PangoContext       *context,
                      gboolean            rtl)
{
  PremiseTheme own;
  g_auto(PremiseLayout) layout = { 0 };
  guint n_columns = 1;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (theme != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  width = isfinite (width) ? fmax (width, 1) : 1;
  height = isfinite (height) ? fmax (height, 1) : 1;

  if (chart->diagram != NULL || chart->panels->len > 0)
    {
      PremiseScene *scene = chart->diagram != NULL
                            ? premise_diagram_layout (chart, width, height, theme, context)
                            : premise_panels_layout (chart, width, height, theme, context);

      if (rtl)
        premise_scene_mirror (scene);

      return scene;
    }

  own = *theme;
  premise_layout_init (&layout, chart, width, height, &own, context);
  if (!chart->is_panel)
    n_columns = fit_rows (&layout, &own, context);

  premise_guide_header (&layout);

  if (n_columns > 1)
    premise_rows_fold (&layout, context);
  else
    place_plot (&layout);

  layout.scene->min = layout.value.min;
  layout.scene->max = layout.value.max;
  layout.scene->horizontal = layout.horizontal;
  premise_scene_settle_halos (layout.scene);

  if (rtl)
    premise_scene_mirror (layout.scene);

  return g_steal_pointer (&layout.scene);
}
