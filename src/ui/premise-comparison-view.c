/* premise-comparison-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-comparison-view.h"

#include "premise-block-list.h"
#include "premise-rich-label.h"

#include <math.h>

/* Columns that are narrower than so many times the size of the type are no prose any more. What
 * is said in an aspect is shorter than a list of points.
 */
#define LIST_EMS  11
#define POINT_EMS 9
#define LABEL_EMS 7
/* What the aspects may take of the width. */
#define LABEL_SHARE 0.22

#define COLUMN_GAP     24
#define COLUMN_NATURAL 320
#define SMALL_GAP      6
#define ROW_GAP        12
#define PART_GAP       24

#define HAIRLINE 0.14f
#define RULE     0.4f

/* Whether a piece is shown side by side, one below the other, or in both. */
typedef enum
{
  IN_BOTH,
  IN_WIDE,
  IN_NARROW,
} Shown;

enum
{
  ROW_HEADER,
  ROW_TEXT,
  ROW_FIRST,    /* of the aspects, or the lists */
};

#define COLUMN_LABEL (-1)

typedef struct
{
  GtkWidget *widget;
  Shown      shown;
  int        row;
  int        column;
} Piece;

typedef struct
{
  graphene_rect_t bounds;
  float           alpha;
} Line;

/**
 * PremiseComparisonView:
 *
 * Two or three things beside one another, aspect by aspect or as lists. Where there is no room
 * for that, they follow each other: under each aspect what there is to say about each thing.
 *
 * ## CSS nodes
 *
 * `premise-comparison`; its texts have the style classes `.premise-comparison-title`,
 * `.premise-comparison-aspect` and, where a thing is named again, `.premise-comparison-tag`.
 *
 * ## Accessibility
 *
 * The texts are labels in the order of the narrow layout, which can be read from the first to
 * the last.
 */
struct _PremiseComparisonView
{
  GtkWidget  parent_instance;

  guint      n_columns;
  guint      n_rows;
  gboolean   has_aspects;
  GArray    *pieces;    /* (element-type Piece): in the order of the narrow layout */
  GArray    *lines;     /* (element-type Line): as allocated */
};

G_DEFINE_FINAL_TYPE (PremiseComparisonView, premise_comparison_view, GTK_TYPE_WIDGET)

static Piece *
get_piece (PremiseComparisonView *self,
           guint                  i)
{
  return &g_array_index (self->pieces, Piece, i);
}

/* The size of the type, which is larger on a slide. */
static double
get_em (PremiseComparisonView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

static int
measure_width (GtkWidget *widget,
               gboolean   natural)
{
  int least, best;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);

  return natural ? best : least;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, measure_width (widget, FALSE)),
                      NULL, &height, NULL, NULL);

  return height;
}

/* Without aspects nothing. */
static int
get_label_width (PremiseComparisonView *self,
                 int                    width)
{
  int widest = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);

      if (piece->column == COLUMN_LABEL)
        widest = MAX (widest, measure_width (piece->widget, TRUE));
    }

  return MIN (widest, (int) MAX (width * LABEL_SHARE, get_em (self) * LABEL_EMS));
}

static int
get_left (PremiseComparisonView *self,
          int                    width)
{
  return self->has_aspects ? get_label_width (self, width) + COLUMN_GAP : 0;
}

static int
get_column_width (PremiseComparisonView *self,
                  int                    width)
{
  int gaps = (int) (self->n_columns - 1) * COLUMN_GAP;

  return (width - get_left (self, width) - gaps) / (int) self->n_columns;
}

static gboolean
is_wide (PremiseComparisonView *self,
         int                    width)
{
  return get_column_width (self, width) >= get_em (self) * (self->has_aspects ? POINT_EMS : LIST_EMS);
}

static void
add_line (PremiseComparisonView *self,
          int                    x,
          int                    y,
          int                    width,
          int                    height,
          float                  alpha)
{
  Line line = { GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height), alpha };

  g_array_append_val (self->lines, line);
}

static void
place (PremiseComparisonView *self,
       GtkWidget             *widget,
       int                    x,
       int                    y,
       int                    width,
       int                    height)
{
  int own = MAX (width, measure_width (widget, FALSE));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - own;

  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, own, height }, -1);
}

/* Side by side */

static int
get_row_height (PremiseComparisonView *self,
                int                    row,
                int                    width)
{
  int height = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);
      int own = piece->column == COLUMN_LABEL ? get_label_width (self, width)
                                              : get_column_width (self, width);

      if (piece->row == row && piece->shown != IN_NARROW)
        height = MAX (height, measure_height (piece->widget, own));
    }

  return height;
}

static void
place_row (PremiseComparisonView *self,
           int                    row,
           int                    y,
           int                    width,
           int                    height)
{
  int column_width = get_column_width (self, width);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);

      if (piece->row != row || piece->shown == IN_NARROW)
        continue;

      if (piece->column == COLUMN_LABEL)
        place (self, piece->widget, 0, y, get_label_width (self, width), height);
      else
        place (self, piece->widget,
               get_left (self, width) + piece->column * (column_width + COLUMN_GAP), y,
               column_width, height);
    }
}

/* Over each thing a bar, so that the columns are seen as such. */
static void
add_column_bars (PremiseComparisonView *self,
                 int                    width)
{
  int column_width = get_column_width (self, width);

  for (guint i = 0; i < self->n_columns; i++)
    {
      int x = get_left (self, width) + (int) i * (column_width + COLUMN_GAP);

      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        x = width - x - column_width;
      add_line (self, x, 0, column_width, 2, RULE);
    }
}

/* Returns the height; allocates too when it is asked to. */
static int
lay_out_wide (PremiseComparisonView *self,
              int                    width,
              gboolean               allocate)
{
  int y = 2 + SMALL_GAP;

  if (allocate)
    add_column_bars (self, width);

  for (int row = 0; row < (int) self->n_rows; row++)
    {
      int height = get_row_height (self, row, width);

      if (height == 0)
        continue;

      if (row >= ROW_FIRST && self->has_aspects)
        {
          y += ROW_GAP;
          if (allocate)
            add_line (self, 0, y, width, 1, HAIRLINE);
          y += ROW_GAP;
        }
      else if (row > ROW_HEADER)
        y += SMALL_GAP;

      if (allocate)
        place_row (self, row, y, width, height);
      y += height;
    }

  return y;
}

/* One below the other */

/* What stands above a piece: for a new part a line with room around it. */
static int
get_gap (PremiseComparisonView *self,
         const Piece           *piece,
         int                   *line)
{
  *line = 0;

  if (piece->row == ROW_HEADER)
    *line = 2;
  else if (piece->column == COLUMN_LABEL)
    *line = 1;

  if (piece->shown == IN_NARROW)
    return SMALL_GAP;
  if (*line > 0)
    return PART_GAP;

  /* What is said about a thing is close to its name. */
  return piece->row >= ROW_FIRST && self->has_aspects ? 0 : SMALL_GAP;
}

static int
lay_out_narrow (PremiseComparisonView *self,
                int                    width,
                gboolean               allocate)
{
  int y = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);
      int height, gap, line;

      if (piece->shown == IN_WIDE)
        continue;

      height = measure_height (piece->widget, width);
      gap = get_gap (self, piece, &line);
      y += y > 0 ? gap : 0;
      if (line > 0 && allocate)
        add_line (self, 0, y, width, line, line > 1 ? RULE : HAIRLINE);
      y += line > 0 ? line + SMALL_GAP : 0;
      if (allocate)
        place (self, piece->widget, 0, y, width, height);
      y += height;
    }

  return y;
}

static int
lay_out (PremiseComparisonView *self,
         int                    width,
         gboolean               allocate)
{
  return is_wide (self, width) ? lay_out_wide (self, width, allocate)
                               : lay_out_narrow (self, width, allocate);
}

/* The widget */

static GtkSizeRequestMode
premise_comparison_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
premise_comparison_view_measure (GtkWidget     *widget,
                                 GtkOrientation orientation,
                                 int            for_size,
                                 int           *minimum,
                                 int           *natural,
                                 int           *minimum_baseline,
                                 int           *natural_baseline)
{
  PremiseComparisonView *self = PREMISE_COMPARISON_VIEW (widget);
  int best = (int) self->n_columns * (COLUMN_NATURAL + COLUMN_GAP);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, for_size >= 0 ? for_size : best, FALSE);
      return;
    }

  *minimum = 0;
  for (guint i = 0; i < self->pieces->len; i++)
    *minimum = MAX (*minimum, measure_width (get_piece (self, i)->widget, FALSE));
  *natural = MAX (best, *minimum);
}

static void
premise_comparison_view_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  PremiseComparisonView *self = PREMISE_COMPARISON_VIEW (widget);
  Shown hidden = is_wide (self, width) ? IN_NARROW : IN_WIDE;

  for (guint i = 0; i < self->pieces->len; i++)
    gtk_widget_set_child_visible (get_piece (self, i)->widget, get_piece (self, i)->shown != hidden);

  g_array_set_size (self->lines, 0);
  lay_out (self, width, TRUE);
}

static void
premise_comparison_view_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  PremiseComparisonView *self = PREMISE_COMPARISON_VIEW (widget);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      GdkRGBA color;

      gtk_widget_get_color (widget, &color);
      color.alpha *= line->alpha;
      gtk_snapshot_append_color (snapshot, &color, &line->bounds);
    }

  GTK_WIDGET_CLASS (premise_comparison_view_parent_class)->snapshot (widget, snapshot);
}

static void
premise_comparison_view_dispose (GObject *object)
{
  PremiseComparisonView *self = PREMISE_COMPARISON_VIEW (object);

  for (guint i = 0; i < self->pieces->len; i++)
    gtk_widget_unparent (get_piece (self, i)->widget);
  g_array_set_size (self->pieces, 0);

  G_OBJECT_CLASS (premise_comparison_view_parent_class)->dispose (object);
}

static void
premise_comparison_view_finalize (GObject *object)
{
  PremiseComparisonView *self = PREMISE_COMPARISON_VIEW (object);

  g_array_unref (self->pieces);
  g_array_unref (self->lines);

  G_OBJECT_CLASS (premise_comparison_view_parent_class)->finalize (object);
}

static void
premise_comparison_view_class_init (PremiseComparisonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_comparison_view_dispose;
  object_class->finalize = premise_comparison_view_finalize;

  widget_class->get_request_mode = premise_comparison_view_get_request_mode;
  widget_class->measure = premise_comparison_view_measure;
  widget_class->size_allocate = premise_comparison_view_size_allocate;
  widget_class->snapshot = premise_comparison_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "premise-comparison");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
premise_comparison_view_init (PremiseComparisonView *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

/* Building */

static void
add_piece (PremiseComparisonView *self,
           GtkWidget             *widget,
           Shown                  shown,
           int                    row,
           int                    column)
{
  Piece piece = { widget, shown, row, column };

  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_array_append_val (self->pieces, piece);
  self->n_rows = MAX (self->n_rows, (guint) row + 1);
}

static void
add_text (PremiseComparisonView *self,
          PremiseSession        *session,
          PremiseText           *text,
          const char            *css_class,
          Shown                  shown,
          int                    row,
          int                    column)
{
  GtkWidget *label = premise_rich_label_new (session, text, PREMISE_MARKUP_NONE);

  gtk_widget_add_css_class (label, css_class);
  add_piece (self, label, shown, row, column);
}

/* An aspect in which there is nothing to say about a thing. */
static void
add_nothing (PremiseComparisonView *self,
             int                    row,
             int                    column)
{
  GtkWidget *label = gtk_label_new ("–");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  add_piece (self, label, IN_BOTH, row, column);
}

static const PremiseComparisonColumn *
get_column (const PremiseComparison *comparison,
            guint                    i)
{
  return &g_array_index (comparison->columns, PremiseComparisonColumn, i);
}

static gboolean
has_texts (const PremiseComparison *comparison)
{
  for (guint i = 0; i < comparison->columns->len; i++)
    {
      if (get_column (comparison, i)->text != NULL)
        return TRUE;
    }

  return FALSE;
}

/* In the narrow layout a title with nothing below it would say nothing. */
static void
add_head (PremiseComparisonView   *self,
          PremiseSession          *session,
          const PremiseComparison *comparison,
          guint                    i)
{
  const PremiseComparisonColumn *column = get_column (comparison, i);
  gboolean alone = self->has_aspects && !has_texts (comparison);

  add_text (self, session, column->title, "premise-comparison-title", alone ? IN_WIDE : IN_BOTH,
            ROW_HEADER, (int) i);
  if (column->text != NULL)
    add_text (self, session, column->text, "premise-prose", IN_BOTH, ROW_TEXT, (int) i);
}

static void
add_aspect (PremiseComparisonView   *self,
            PremiseSession          *session,
            const PremiseComparison *comparison,
            guint                    aspect)
{
  int row = ROW_FIRST + (int) aspect;

  add_text (self, session, g_ptr_array_index (comparison->aspects, aspect),
            "premise-comparison-aspect", IN_BOTH, row, COLUMN_LABEL);
  /* Its line is as high as those beside it. */
  gtk_widget_add_css_class (get_piece (self, self->pieces->len - 1)->widget, "premise-prose");

  for (guint i = 0; i < self->n_columns; i++)
    {
      const PremiseComparisonColumn *column = get_column (comparison, i);
      PremiseText *point = g_ptr_array_index (column->points, aspect);

      add_text (self, session, column->title, "premise-comparison-tag", IN_NARROW, row, (int) i);
      if (point != NULL)
        add_text (self, session, point, "premise-prose", IN_BOTH, row, (int) i);
      else
        add_nothing (self, row, (int) i);
    }
}

/**
 * premise_comparison_view_new:
 * @session: the session whose language and values are shown
 * @block: a comparison of its report
 *
 * Returns: (transfer floating): the comparison, which follows the values
 */
GtkWidget *
premise_comparison_view_new (PremiseSession     *session,
                             const PremiseBlock *block)
{
  const PremiseComparison *comparison = block->comparison;
  PremiseComparisonView *self = g_object_new (PREMISE_TYPE_COMPARISON_VIEW, NULL);

  self->n_columns = comparison->columns->len;
  self->has_aspects = comparison->aspects->len > 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      GPtrArray *points = get_column (comparison, i)->points;

      add_head (self, session, comparison, i);
      if (!self->has_aspects && points->len > 0)
        add_piece (self, premise_block_list_new_of (session, points), IN_BOTH, ROW_FIRST, (int) i);
    }

  for (guint i = 0; i < comparison->aspects->len; i++)
    add_aspect (self, session, comparison, i);

  return GTK_WIDGET (self);
}
