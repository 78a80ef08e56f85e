/* premise-scene-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-scene.h"

G_BEGIN_DECLS

typedef enum
{
  PREMISE_ITEM_RECT,
  PREMISE_ITEM_LINE,    /* a polyline through points */
  PREMISE_ITEM_POLYGON, /* a closed outline through points */
  PREMISE_ITEM_MARKER,  /* a small shape around the middle of its bounds */
  PREMISE_ITEM_TEXT,
  PREMISE_ITEM_AREA,    /* only there to be found: nothing is drawn */
  PREMISE_ITEM_COLUMNS, /* a pixel wide each, from one point to the next, pair by pair */
  PREMISE_ITEM_POINTS,  /* only there to be found: the points of a series, NaN where there is none */
} PremiseItemKind;

typedef enum
{
  PREMISE_MARKER_CIRCLE,
  PREMISE_MARKER_SQUARE,
  PREMISE_MARKER_TRIANGLE,
  PREMISE_MARKER_DIAMOND,
  PREMISE_MARKER_TRIANGLE_DOWN,
  PREMISE_MARKER_PENTAGON,
  PREMISE_MARKER_HEXAGON,
  PREMISE_MARKER_STAR,
  PREMISE_MARKER_CROSS,
} PremiseMarker;

typedef enum
{
  PREMISE_DASH_NONE,
  PREMISE_DASH_LONG,
  PREMISE_DASH_DASHED,
  PREMISE_DASH_DOTTED,
} PremiseDash;

/* Tone on tone over a fill: tells series apart without their colours. */
typedef enum
{
  PREMISE_TEXTURE_NONE,
  PREMISE_TEXTURE_DOTS,
  PREMISE_TEXTURE_FALLING,
  PREMISE_TEXTURE_UPRIGHT,
  PREMISE_TEXTURE_LEVEL,
  PREMISE_TEXTURE_GRID,
  PREMISE_TEXTURE_WIDE_DOTS,
  PREMISE_TEXTURE_WIDE_FALLING,
  PREMISE_TEXTURE_WIDE_UPRIGHT,
} PremiseTexture;

/* Which corners of a rectangle are round. */
enum
{
  PREMISE_CORNER_TOP_LEFT = 1 << 0,
  PREMISE_CORNER_TOP_RIGHT = 1 << 1,
  PREMISE_CORNER_BOTTOM_RIGHT = 1 << 2,
  PREMISE_CORNER_BOTTOM_LEFT = 1 << 3,
  PREMISE_CORNERS_LEFT = PREMISE_CORNER_TOP_LEFT | PREMISE_CORNER_BOTTOM_LEFT,
  PREMISE_CORNERS_RIGHT = PREMISE_CORNER_TOP_RIGHT | PREMISE_CORNER_BOTTOM_RIGHT,
  PREMISE_CORNERS_TOP = PREMISE_CORNER_TOP_LEFT | PREMISE_CORNER_TOP_RIGHT,
  PREMISE_CORNERS_BOTTOM = PREMISE_CORNER_BOTTOM_LEFT | PREMISE_CORNER_BOTTOM_RIGHT,
  PREMISE_CORNERS_ALL = PREMISE_CORNERS_LEFT | PREMISE_CORNERS_RIGHT,
};

typedef struct
{
  double x, y;
} PremisePoint;

/* What a shape looks like. A colour with alpha 0 is not drawn. */
typedef struct
{
  PremiseColor  fill;
  PremiseColor  stroke;
  PremiseColor  hatch;
  PremiseColor  weave;       /* of the texture */
  double        line_width;
  double        radius;      /* of the corners of a rectangle */
  guint         corners;     /* which of them; 0 is all */
  PremiseDash   dash;
  PremiseMarker marker;
  PremiseTexture texture;
} PremiseStyle;

typedef struct
{
  PremiseItemKind   kind;
  PremiseShapeRole  role;
  PremiseRect       bounds;
  guint             series;
  guint             category;
  PremiseStyle      style;
  PangoLayout      *text;      /* texts only */
  GArray           *points;    /* lines, polygons, columns and points only (element-type PremisePoint) */
  double            size;      /* of each of the points */
} PremiseItem;

struct _PremiseScene
{
  double        width;
  double        height;
  double        min;
  double        max;
  gboolean      horizontal;
  PremiseColor  accent;
  PremiseColor  background;
  GArray       *items;      /* (element-type PremiseItem), back to front */
};

PremiseScene *premise_scene_new         (double              width,
                                         double              height,
                                         const PremiseTheme *theme);
/* The shape is cut to the canvas; one that lies outside is left out. */
void          premise_scene_add_rect    (PremiseScene       *self,
                                         PremiseShapeRole    role,
                                         guint               series,
                                         guint               category,
                                         const PremiseRect  *rect,
                                         const PremiseStyle *style);
void          premise_scene_add_marker  (PremiseScene       *self,
                                         PremiseShapeRole    role,
                                         guint               series,
                                         guint               category,
                                         double              x,
                                         double              y,
                                         double              size,
                                         const PremiseStyle *style);
void          premise_scene_add_area    (PremiseScene       *self,
                                         guint               series,
                                         guint               category,
                                         const PremiseRect  *rect);
/* points: (transfer full): the upper and the lower end of each, in the middle of its width */
void          premise_scene_add_columns (PremiseScene       *self,
                                         PremiseShapeRole    role,
                                         guint               series,
                                         GArray             *points,
                                         const PremiseStyle *style);
/* points: (transfer full): one for each category; size: how near to one means it */
void          premise_scene_add_points  (PremiseScene       *self,
                                         guint               series,
                                         GArray             *points,
                                         double              size);
/* points: (transfer full) */
void          premise_scene_add_line    (PremiseScene       *self,
                                         PremiseShapeRole    role,
                                         guint               series,
                                         GArray             *points,
                                         const PremiseStyle *style);
/* points: (transfer full): the outline, closed by the way back to the first */
void          premise_scene_add_polygon (PremiseScene       *self,
                                         PremiseShapeRole    role,
                                         guint               series,
                                         guint               category,
                                         GArray             *points,
                                         const PremiseStyle *style);
void          premise_scene_add_segment (PremiseScene       *self,
                                         PremiseShapeRole    role,
                                         guint               series,
                                         double              x1,
                                         double              y1,
                                         double              x2,
                                         double              y2,
                                         const PremiseStyle *style);
/* Places a text with its top left corner at x, y, unless it would leave the canvas or
 * touch another text. Returns: whether it was placed. */
gboolean      premise_scene_add_text    (PremiseScene       *self,
                                         PremiseShapeRole    role,
                                         guint               series,
                                         guint               category,
                                         double              x,
                                         double              y,
                                         PangoLayout        *layout,
                                         const PremiseColor *color);
/* A rim of the colour under the text that was added last, over lines behind it. */
void          premise_scene_add_halo    (PremiseScene       *self,
                                         const PremiseColor *color);
/* Interrupts grid lines at texts with rims, and takes away the rims that nothing else lies under. */
void          premise_scene_settle_halos (PremiseScene      *self);
/* Puts a piece of a grid line at a position among the shapes. */
void          premise_scene_insert_segment (PremiseScene    *self,
                                            guint            i,
                                            double           x1,
                                            double           y1,
                                            double           x2,
                                            double           y2,
                                            const PremiseStyle *style);
gboolean      premise_scene_has_room    (PremiseScene       *self,
                                         const PremiseRect  *rect);
/* Whether a polyline runs through the rectangle. */
gboolean      premise_scene_line_meets  (GArray             *points,
                                         const PremiseRect  *rect);
/* Whether a mark lies under the rectangle. */
gboolean      premise_scene_covers_mark (PremiseScene       *self,
                                         const PremiseRect  *rect);
/* Moves every shape of another scene into this one, its series counted from first_series and its
 * categories from first_category. */
void          premise_scene_take        (PremiseScene       *self,
                                         PremiseScene       *other,
                                         double              x,
                                         double              y,
                                         guint               first_series,
                                         guint               first_category);
void          premise_scene_mirror      (PremiseScene       *self);
/* The polygon that is the mark of a point; NULL when its mark is another shape. */
const PremiseItem *
              premise_scene_find_polygon (PremiseScene      *self,
                                          guint              series,
                                          guint              category);

G_END_DECLS
