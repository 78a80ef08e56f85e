/* premise-scene.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"
#include "premise-theme.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * PremiseScene:
 *
 * A chart laid out for one size: resolved shapes and texts with their bounds
 * and the data point they stand for. Screen, PDF, SVG, PNG, hit test and the
 * tests all read it. It keeps what it needs of the chart and the theme.
 */
typedef struct _PremiseScene PremiseScene;

#define PREMISE_SCENE_NO_POINT ((guint) -1)

typedef struct
{
  double x, y, width, height;
} PremiseRect;

typedef enum
{
  PREMISE_ROLE_MARK,
  PREMISE_ROLE_GHOST,
  PREMISE_ROLE_VALUE_LABEL,
  PREMISE_ROLE_CATEGORY_LABEL,
  PREMISE_ROLE_TICK_LABEL,
  PREMISE_ROLE_AXIS_TITLE,
  PREMISE_ROLE_LEGEND,
  PREMISE_ROLE_SERIES_LABEL,
  PREMISE_ROLE_GRID,
  PREMISE_ROLE_STAMP,
} PremiseShapeRole;

/* One shape as tests and accessibility see it. */
typedef struct
{
  PremiseShapeRole  role;
  PremiseRect       bounds;
  guint             series;     /* PREMISE_SCENE_NO_POINT when it stands for no point */
  guint             category;
  const char       *text;       /* (nullable): owned by the scene */
} PremiseShape;

/* Height that the chart would like at that width, in logical pixels. */
double        premise_chart_get_natural_height (PremiseChart        *chart,
                                                double               width,
                                                const PremiseTheme  *theme,
                                                PangoContext        *context);
/* context: from the widget or pango_cairo; rtl mirrors the layout. */
PremiseScene *premise_chart_layout             (PremiseChart        *chart,
                                                double               width,
                                                double               height,
                                                const PremiseTheme  *theme,
                                                PangoContext        *context,
                                                gboolean             rtl) G_GNUC_WARN_UNUSED_RESULT;
void          premise_scene_free               (PremiseScene        *self);
/* Before it is drawn where a logical pixel is not a whole number of device pixels. */
void          premise_scene_align              (PremiseScene        *self,
                                                double               scale,
                                                double               x,
                                                double               y);
void          premise_scene_draw               (PremiseScene        *self,
                                                cairo_t             *cr);
/* Shows a text in the place of cairo. halo: (nullable): a rim behind the letters */
typedef void (*PremiseShowText)                (cairo_t             *cr,
                                                PangoLayout         *layout,
                                                double               x,
                                                double               y,
                                                const PremiseColor  *color,
                                                const PremiseColor  *halo,
                                                double               halo_width,
                                                gpointer             user_data);
void          premise_scene_draw_with_text     (PremiseScene        *self,
                                                cairo_t             *cr,
                                                PremiseShowText      show_text,
                                                gpointer             user_data);
/* Only the emphasis of one point, to draw over a cached scene. */
void          premise_scene_draw_highlight     (PremiseScene        *self,
                                                cairo_t             *cr,
                                                guint                series,
                                                guint                category);
gboolean      premise_scene_hit                (PremiseScene        *self,
                                                double               x,
                                                double               y,
                                                guint               *series,
                                                guint               *category);
/* Bounds of the mark of a point: where a read-out goes. */
gboolean      premise_scene_get_point_bounds   (PremiseScene        *self,
                                                guint                series,
                                                guint                category,
                                                PremiseRect         *bounds);
/* The next point in the same row (dx -1 or 1) or column (dy -1 or 1). */
gboolean      premise_scene_find_beside        (PremiseScene        *self,
                                                guint               *series,
                                                guint               *category,
                                                int                  dx,
                                                int                  dy);
/* The value axis that was used. */
void          premise_scene_get_domain         (PremiseScene        *self,
                                                double              *min,
                                                double              *max);
/* Whether values run along the width: the columns of a narrow chart may lie down. */
gboolean      premise_scene_get_horizontal     (PremiseScene        *self);
guint         premise_scene_get_n_shapes       (PremiseScene        *self);
void          premise_scene_get_shape          (PremiseScene        *self,
                                                guint                i,
                                                PremiseShape        *shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseScene, premise_scene_free)

G_END_DECLS
