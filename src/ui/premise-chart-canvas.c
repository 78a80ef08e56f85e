/* premise-chart-canvas.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-canvas.h"

#include <adwaita.h>
#include <math.h>

#define MIN_WIDTH   120
#define MIN_HEIGHT  120
#define NAT_WIDTH   640

/* After so long without scrolling the lines are put on the pixels they came to. */
#define SETTLE_MILLISECONDS 150

/* 11 pt at 96 dots per inch: the interface font at a text size of 100 %. */
#define DEFAULT_FONT_SIZE (11.0 * 96.0 / 72.0)

/* How logical pixels lie on those of the screen. */
typedef struct
{
  double scale;
  double x, y;    /* where the canvas begins, in parts of a device pixel */
} Grid;

/**
 * PremiseChartCanvas:
 *
 * ## CSS nodes
 *
 * `premise-chart-canvas`.
 *
 * ## Accessibility
 *
 * None of its own: the chart view speaks for it.
 */
struct _PremiseChartCanvas
{
  GtkWidget     parent_instance;

  PremiseChart *chart;          /* (nullable) */
  PremiseChart *frame;          /* (nullable): drawn instead, while the values move */
  PremiseScene *scene;          /* (nullable): laid out for the current size */
  int           scene_width;
  int           scene_height;
  Grid          grid;           /* … and aligned to */
  gboolean      fill;

  GSignalGroup *surface;        /* what it is drawn on */
  GSignalGroup *scrolling;      /* what moves it there */
  guint         settle_id;
};

G_DEFINE_FINAL_TYPE (PremiseChartCanvas, premise_chart_canvas, GTK_TYPE_WIDGET)

static double
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution;

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  resolution = pango_cairo_context_get_resolution (context);

  return size * (resolution > 0 ? resolution : 96.0) / 72.0;
}

static PremiseThemeKind
get_theme_kind (AdwStyleManager *manager)
{
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? PREMISE_THEME_HIGH_CONTRAST_DARK : PREMISE_THEME_HIGH_CONTRAST;

  return dark ? PREMISE_THEME_DARK : PREMISE_THEME_LIGHT;
}

static gboolean
is_fractional (double scale)
{
  return fabs (scale - round (scale)) > 0.001;
}

/* A whole scale needs no care: logical pixels are whole device pixels. */
static Grid
get_grid (PremiseChartCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  double scale = surface != NULL ? gdk_surface_get_scale (surface) : 1;
  graphene_point_t origin;
  double x, y;

  if (!is_fractional (scale)
      || !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (native), &GRAPHENE_POINT_INIT (0, 0), &origin))
    return (Grid) { 1, 0, 0 };

  gtk_native_get_surface_transform (native, &x, &y);
  x = (x + origin.x) * scale;
  y = (y + origin.y) * scale;

  return (Grid) { scale, x - floor (x), y - floor (y) };
}

static gboolean
is_same_grid (const Grid *a,
              const Grid *b)
{
  return fabs (a->scale - b->scale) < 0.001 && fabs (a->x - b->x) < 0.01 && fabs (a->y - b->y) < 0.01;
}

static void
settle_cb (gpointer data)
{
  PremiseChartCanvas *self = data;
  Grid grid = get_grid (self);

  self->settle_id = 0;
  if (!is_same_grid (&grid, &self->grid))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scrolled_cb (PremiseChartCanvas *self)
{
  if (!is_fractional (self->grid.scale))
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add_once (SETTLE_MILLISECONDS, settle_cb, self);
}

static void
layout_scene (PremiseChartCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  PremiseTheme theme;

  if (self->scene != NULL && self->scene_width == width && self->scene_height == height)
    return;

  g_clear_pointer (&self->scene, premise_scene_free);
  if (self->chart == NULL || width <= 0 || height <= 0)
    return;

  premise_chart_canvas_get_theme (widget, &theme);
  self->scene = premise_chart_layout (self->frame != NULL ? self->frame : self->chart, width, height, &theme,
                                      gtk_widget_get_pango_context (widget),
                                      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  if (is_fractional (self->grid.scale))
    premise_scene_align (self->scene, self->grid.scale, self->grid.x, self->grid.y);
  self->scene_width = width;
  self->scene_height = height;
}

static GtkSizeRequestMode
premise_chart_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_chart_canvas_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  PremiseChartCanvas *self = PREMISE_CHART_CANVAS (widget);
  PremiseTheme theme;
  double height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NAT_WIDTH;
      return;
    }

  *minimum = *natural = MIN_HEIGHT;
  if (self->chart == NULL)
    return;

  premise_chart_canvas_get_theme (widget, &theme);
  height = premise_chart_get_natural_height (self->chart, for_size > 0 ? for_size : NAT_WIDTH,
                                             &theme, gtk_widget_get_pango_context (widget));
  *natural = MAX (self->fill ? MIN_HEIGHT : 1, (int) ceil (height));
  if (!self->fill)
    *minimum = *natural;
}

static void
premise_chart_canvas_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  PremiseChartCanvas *self = PREMISE_CHART_CANVAS (widget);
  Grid grid = get_grid (self);
  cairo_t *cr;

  if (!is_same_grid (&grid, &self->grid))
    g_clear_pointer (&self->scene, premise_scene_free);
  self->grid = grid;
  layout_scene (self);
  if (self->scene == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, self->scene_width,
                                                                 self->scene_height));
  premise_scene_draw (self->scene, cr);
  cairo_destroy (cr);
}

static void
premise_chart_canvas_map (GtkWidget *widget)
{
  PremiseChartCanvas *self = PREMISE_CHART_CANVAS (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (premise_chart_canvas_parent_class)->map (widget);

  g_signal_group_set_target (self->surface, gtk_native_get_surface (gtk_widget_get_native (widget)));
  if (scrolled != NULL)
    g_signal_group_set_target (self->scrolling,
                               gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
}

static void
premise_chart_canvas_unmap (GtkWidget *widget)
{
  PremiseChartCanvas *self = PREMISE_CHART_CANVAS (widget);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_signal_group_set_target (self->surface, NULL);
  g_signal_group_set_target (self->scrolling, NULL);

  GTK_WIDGET_CLASS (premise_chart_canvas_parent_class)->unmap (widget);
}

static void
premise_chart_canvas_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (premise_chart_canvas_parent_class)->css_changed (widget, change);

  premise_chart_canvas_invalidate (PREMISE_CHART_CANVAS (widget));
  gtk_widget_queue_resize (widget);
}

static void
premise_chart_canvas_direction_changed (GtkWidget        *widget,
                                        GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (premise_chart_canvas_parent_class)->direction_changed (widget, previous);

  premise_chart_canvas_invalidate (PREMISE_CHART_CANVAS (widget));
}

static void
premise_chart_canvas_dispose (GObject *object)
{
  PremiseChartCanvas *self = PREMISE_CHART_CANVAS (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->scene, premise_scene_free);
  g_clear_pointer (&self->chart, premise_chart_unref);
  g_clear_pointer (&self->frame, premise_chart_unref);

  G_OBJECT_CLASS (premise_chart_canvas_parent_class)->dispose (object);
}

/* A widget that is disposed while it is shown is unmapped after that. */
static void
premise_chart_canvas_finalize (GObject *object)
{
  PremiseChartCanvas *self = PREMISE_CHART_CANVAS (object);

  g_clear_object (&self->surface);
  g_clear_object (&self->scrolling);

  G_OBJECT_CLASS (premise_chart_canvas_parent_class)->finalize (object);
}

static void
premise_chart_canvas_class_init (PremiseChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_chart_canvas_dispose;
  object_class->finalize = premise_chart_canvas_finalize;

  widget_class->get_request_mode = premise_chart_canvas_get_request_mode;
  widget_class->measure = premise_chart_canvas_measure;
  widget_class->snapshot = premise_chart_canvas_snapshot;
  widget_class->map = premise_chart_canvas_map;
  widget_class->unmap = premise_chart_canvas_unmap;
  widget_class->css_changed = premise_chart_canvas_css_changed;
  widget_class->direction_changed = premise_chart_canvas_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "premise-chart-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
premise_chart_canvas_init (PremiseChartCanvas *self)
{
  AdwStyleManager *manager =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);

  self->grid.scale = 1;
  self->surface = g_signal_group_new (GDK_TYPE_SURFACE);
  g_signal_group_connect_swapped (self->surface, "notify::scale", G_CALLBACK (gtk_widget_queue_draw), self);
  self->scrolling = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->scrolling, "value-changed", G_CALLBACK (scrolled_cb), self);

  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (premise_chart_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (premise_chart_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color",
                           G_CALLBACK (premise_chart_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
}

/**
 * premise_chart_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a chart
 */
GtkWidget *
premise_chart_canvas_new (void)
{
  return g_object_new (PREMISE_TYPE_CHART_CANVAS, NULL);
}

/**
 * premise_chart_canvas_set_chart:
 * @self: a canvas
 * @chart: (nullable): the chart to draw
 *
 * Shows @chart.
 */
void
premise_chart_canvas_set_chart (PremiseChartCanvas *self,
                                PremiseChart       *chart)
{
  g_return_if_fail (PREMISE_IS_CHART_CANVAS (self));

  if (chart != NULL)
    premise_chart_ref (chart);
  g_clear_pointer (&self->chart, premise_chart_unref);
  g_clear_pointer (&self->frame, premise_chart_unref);
  self->chart = chart;

  premise_chart_canvas_invalidate (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * premise_chart_canvas_set_frame:
 * @self: a canvas with a chart
 * @frame: (nullable): a chart to draw in the place of the chart, such as one on the way to it
 *
 * Draws @frame in the room that the chart asks for. A new chart takes its place.
 */
void
premise_chart_canvas_set_frame (PremiseChartCanvas *self,
                                PremiseChart       *frame)
{
  g_return_if_fail (PREMISE_IS_CHART_CANVAS (self));

  if (frame != NULL)
    premise_chart_ref (frame);
  g_clear_pointer (&self->frame, premise_chart_unref);
  self->frame = frame;

  premise_chart_canvas_invalidate (self);
}

/**
 * premise_chart_canvas_get_drawn:
 * @self: a canvas
 *
 * Returns: (nullable) (transfer none): the chart that is drawn: the frame, or the chart without one
 */
PremiseChart *
premise_chart_canvas_get_drawn (PremiseChartCanvas *self)
{
  g_return_val_if_fail (PREMISE_IS_CHART_CANVAS (self), NULL);

  return self->frame != NULL ? self->frame : self->chart;
}

/**
 * premise_chart_canvas_set_fill:
 * @self: a canvas
 * @fill: whether to take whatever height there is
 *
 * A canvas that fills does not insist on the height that the chart would like.
 */
void
premise_chart_canvas_set_fill (PremiseChartCanvas *self,
                               gboolean            fill)
{
  g_return_if_fail (PREMISE_IS_CHART_CANVAS (self));

  if (self->fill == fill)
    return;

  self->fill = fill;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * premise_chart_canvas_get_scene:
 * @self: a canvas
 *
 * Gets what is on the canvas, laid out now if need be.
 *
 * Returns: (nullable) (transfer none): the scene, or %NULL before the canvas has a size. Valid
 *   until the next change of any kind
 */
PremiseScene *
premise_chart_canvas_get_scene (PremiseChartCanvas *self)
{
  g_return_val_if_fail (PREMISE_IS_CHART_CANVAS (self), NULL);

  layout_scene (self);

  return self->scene;
}

/**
 * premise_chart_canvas_invalidate:
 * @self: a canvas
 *
 * Drops the drawing, because the chart or its surroundings have changed.
 */
void
premise_chart_canvas_invalidate (PremiseChartCanvas *self)
{
  g_return_if_fail (PREMISE_IS_CHART_CANVAS (self));

  g_clear_pointer (&self->scene, premise_scene_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * premise_chart_canvas_get_theme:
 * @widget: any widget
 * @theme: (out caller-allocates): its theme
 *
 * Gets the theme that fits the surroundings of @widget: light or dark, contrast, the accent and the font of
 * the desktop, and the size of text where it stands.
 */
void
premise_chart_canvas_get_theme (GtkWidget    *widget,
                                PremiseTheme *theme)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA accent;

  premise_theme_init (theme, get_theme_kind (manager), get_font_size (widget) / DEFAULT_FONT_SIZE);
  theme->font_family = NULL;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &accent);
  theme->accent = (PremiseColor) { accent.red, accent.green, accent.blue, accent.alpha };
}
