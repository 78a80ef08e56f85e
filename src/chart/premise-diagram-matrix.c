/* premise-diagram-matrix.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-color.h"
#include "premise-diagram-private.h"

#include <math.h>

/* In sizes of the text. */
#define MIN_CELL    6.0
#define CELL_GAP    0.35
#define PADDING     0.55
#define PIP         0.55
#define PIP_STEP    0.75
#define ROW_GAP     1.6
#define ENTRY_GAP   1.4
#define MAX_HEADER  0.24    /* of the width */
#define MIN_HEADER  3.0
#define MAX_CELL   26.0

/* How deep the colour of the first and the last stage is. Words stand on both. */
#define PALEST  0.08
#define DEEPEST 0.42

typedef struct
{
  PremiseDiagramPlan *plan;
  guint               n_rows;
  guint               n_columns;
  guint              *cells;      /* the node of each cell, by row; PREMISE_DIAGRAM_NONE */
  double              header;     /* width of the names of the rows */
  double              column;     /* … of a column */
  double              gap;
  double              padding;
  double              above;      /* padding above and below */
} Matrix;

static void
matrix_init (Matrix             *self,
             PremiseDiagramPlan *plan)
{
  PremiseDiagram *diagram = plan->diagram;

  self->plan = plan;
  self->n_rows = diagram->rows->len;
  self->n_columns = diagram->groups->len;
  self->gap = CELL_GAP * plan->unit;
  self->padding = PADDING * plan->unit;
  self->above = PADDING * plan->space;
  self->cells = g_new (guint, MAX (self->n_rows * self->n_columns, 1));

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    self->cells[i] = PREMISE_DIAGRAM_NONE;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      const PremiseDiagramNode *node = premise_diagram_get_node (diagram, i);

      if (node->row < self->n_rows && node->group < self->n_columns)
        self->cells[node->row * self->n_columns + node->group] = i;
    }
}

static void
matrix_clear (Matrix *self)
{
  g_free (self->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matrix, matrix_clear)

static guint
get_cell (const Matrix *self,
          guint         row,
          guint         column)
{
  return self->cells[row * self->n_columns + column];
}

static const char *
get_row (const Matrix *self,
         guint         row)
{
  return g_ptr_array_index (self->plan->diagram->rows, row);
}

static const char *
get_column (const Matrix *self,
            guint         column)
{
  return g_ptr_array_index (self->plan->diagram->groups, column);
}

static guint
get_stage (const Matrix *self,
           guint         node)
{
  return premise_diagram_get_node (self->plan->diagram, node)->stage;
}

static guint
get_n_stages (const Matrix *self)
{
  return self->plan->diagram->stages->len;
}

static PremiseStyle
get_stage_style (const Matrix *self,
                 guint         stage)
{
  const PremiseTheme *theme = self->plan->theme;
  guint n = get_n_stages (self);
  double depth = PALEST;
  PremiseStyle style = { .line_width = 1, .radius = self->plan->unit * 0.3 };

  style.stroke = premise_color_mix (&theme->grid, &theme->foreground, 0.2);
  if (stage >= n)
    {
      style.fill = n > 0 ? theme->background
                         : premise_color_mix (&theme->background, &theme->series[0], PALEST);
      return style;
    }

  if (n > 1)
    depth += (DEEPEST - PALEST) * stage / (n - 1);
  style.fill = premise_color_mix (&theme->background, &theme->series[0], depth);

  return style;
}

/* As many full dots as the stage is far, of as many as there are stages: colour is not alone. */
static void
place_pips (const Matrix *self,
            guint         stage,
            double        x,
            double        y)
{
  PremiseDiagramPlan *plan = self->plan;
  double size = PIP * plan->unit;

  for (guint i = 0; i < get_n_stages (self); i++)
    {
      PremiseStyle style = {
        .stroke = plan->theme->foreground, .line_width = 1, .marker = PREMISE_MARKER_CIRCLE,
      };

      if (i <= stage)
        style.fill = plan->theme->foreground;
      premise_scene_add_marker (plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                                PREMISE_SCENE_NO_POINT,
                                x + size / 2 + i * PIP_STEP * plan->unit, y + size / 2, size,
                                &style);
    }
}

static double
get_pips_width (const Matrix *self)
{
  guint n = get_n_stages (self);

  return n > 0 ? ((n - 1) * PIP_STEP + PIP) * self->plan->unit : 0;
}

/* Legend */

static double
place_entry (const Matrix *self,
             guint         stage,
             double        x,
             double        y,
             PangoLayout  *text)
{
  PremiseDiagramPlan *plan = self->plan;
  double pips = get_pips_width (self);
  PremiseRect swatch = { x, y, pips + self->padding, plan->type->line };
  PremiseStyle style = get_stage_style (self, stage);

  premise_scene_add_rect (plan->scene, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, &swatch, &style);
  place_pips (self, stage, x + self->padding / 2, y + (swatch.height - PIP * plan->unit) / 2);
  premise_diagram_place_text (plan, text, PREMISE_ROLE_LEGEND, PREMISE_SCENE_NO_POINT,
                              x + swatch.width + self->padding, y, &plan->theme->foreground);

  return swatch.width + self->padding + premise_typeset_width (text);
}

/* Returns: where the legend ends. */
static double
place_legend (const Matrix *self)
{
  PremiseDiagramPlan *plan = self->plan;
  double lead = get_pips_width (self) + 2 * self->padding;
  double x = 0;
  double y = plan->top;
  double row = 0;

  for (guint i = 0; i < get_n_stages (self); i++)
    {
      g_autoptr(PangoLayout) text =
        premise_diagram_typeset (plan, g_ptr_array_index (plan->diagram->stages, i),
                                 plan->width - lead, FALSE);

      if (x > 0 && x + lead + premise_typeset_width (text) > plan->width)
        {
          x = 0;
          y += row + self->gap;
          row = 0;
        }

      row = fmax (row, premise_typeset_height (text));
      x += place_entry (self, i, x, y, text) + ENTRY_GAP * plan->unit;
    }

  return get_n_stages (self) > 0 ? y + row + plan->unit : plan->top;
}

/* Rows and columns */

/* Of a row: only where a cell in it has a stage. */
static double
get_pips_height (const Matrix *self,
                 guint         row)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      guint node = get_cell (self, row, c);

      if (node != PREMISE_DIAGRAM_NONE && get_stage (self, node) < get_n_stages (self))
        return (PIP + 0.35) * self->plan->unit;
    }

  return 0;
}

static double
measure_cell (const Matrix *self,
              guint         node,
              gboolean     *broken)
{
  PremiseWordsBox box;

  premise_diagram_stack_words (self->plan, node, 0, 0, self->column - 2 * self->padding, 0, &box);
  *broken = *broken || box.broken;

  return box.height;
}

static double
measure_name (const Matrix *self,
              const char   *name,
              double        width,
              gboolean     *broken)
{
  g_autoptr(PangoLayout) layout = premise_diagram_typeset (self->plan, name, width, TRUE);

  *broken = *broken || premise_diagram_breaks_words (layout);

  return premise_typeset_height (layout);
}

/* Where height is scarce, the cells are wider and the names of the rows take more lines. */
static double
narrow_header (const Matrix *self)
{
  double narrow = fmin (self->header, MAX_HEADER / 2 * self->plan->width);
  gboolean broken = FALSE;

  for (guint r = 0; r < self->n_rows; r++)
    measure_name (self, get_row (self, r), narrow, &broken);

  return broken ? self->header : narrow;
}

/* The names of the rows take what they need, up to a share of the width. */
static void
find_widths (Matrix *self)
{
  PremiseDiagramPlan *plan = self->plan;

  self->header = MIN_HEADER * plan->unit;
  for (guint r = 0; r < self->n_rows; r++)
    {
      g_autoptr(PangoLayout) layout = premise_diagram_typeset (plan, get_row (self, r), INFINITY,
                                                               TRUE);

      self->header = fmax (self->header, premise_typeset_width (layout));
    }

  self->header = fmin (self->header, MAX_HEADER * plan->width);
  if (plan->variant > 0)
    self->header = narrow_header (self);
  self->column = (plan->width - self->header - plan->unit - (self->n_columns - 1) * self->gap)
                 / self->n_columns;
  self->column = fmin (self->column, MAX_CELL * plan->unit);
}

/* Whether the words of every cell and every name find room, none of them broken. heights: of the
 * rows, the names of the columns first. */
static gboolean
fits_across (Matrix *self,
             double *heights)
{
  gboolean broken = FALSE;

  if (self->n_columns == 0 || self->n_rows == 0)
    return FALSE;

  find_widths (self);
  if (self->column < MIN_CELL * self->plan->unit)
    return FALSE;

  for (guint c = 0; c < self->n_columns; c++)
    heights[0] = fmax (heights[0], measure_name (self, get_column (self, c),
                                                 self->column - self->padding, &broken));

  for (guint r = 0; r < self->n_rows && !broken; r++)
    {
      heights[r + 1] = measure_name (self, get_row (self, r), self->header, &broken);
      for (guint c = 0; c < self->n_columns && !broken; c++)
        {
          if (get_cell (self, r, c) != PREMISE_DIAGRAM_NONE)
            heights[r + 1] = fmax (heights[r + 1],
                                   measure_cell (self, get_cell (self, r, c), &broken));
        }
      heights[r + 1] += get_pips_height (self, r) + 2 * self->above;
    }

  return !broken;
}

static void
place_cell (const Matrix      *self,
            guint              node,
            const PremiseRect *rect,
            double             pips)
{
  PremiseDiagramPlan *plan = self->plan;
  PremiseStyle style = get_stage_style (self, get_stage (self, node));
  double x = rect->x + self->padding;
  double y = rect->y + self->above;

  premise_scene_add_rect (plan->scene, PREMISE_ROLE_MARK, 0, node, rect, &style);
  if (get_stage (self, node) < get_n_stages (self))
    {
      place_pips (self, get_stage (self, node), x, y);
      plan->quiet = &plan->theme->foreground;
    }

  premise_diagram_stack_words (plan, node, x, y + pips,
                               rect->width - 2 * self->padding, PREMISE_WORDS_DRAW, NULL);
  plan->quiet = &plan->theme->muted;
}

static void
place_gap (const Matrix      *self,
           const PremiseRect *rect)
{
  PremiseStyle style = { .stroke = self->plan->theme->grid, .line_width = 1,
                         .radius = self->plan->unit * 0.3 };

  premise_scene_add_rect (self->plan->scene, PREMISE_ROLE_GRID, PREMISE_SCENE_NO_POINT,
                          PREMISE_SCENE_NO_POINT, rect, &style);
}

static void
place_row (const Matrix *self,
           guint         row,
           double        y,
           double        height)
{
  PremiseDiagramPlan *plan = self->plan;
  double left = self->header + plan->unit;
  double pips = get_pips_height (self, row);
  g_autoptr(PangoLayout) name = premise_diagram_typeset (plan, get_row (self, row), self->header,
                                                         TRUE);

  premise_diagram_place_text (plan, name, PREMISE_ROLE_SERIES_LABEL, PREMISE_SCENE_NO_POINT, 0,
                              y + self->above + pips, &plan->theme->foreground);

  for (guint c = 0; c < self->n_columns; c++)
    {
      PremiseRect rect = { left + c * (self->column + self->gap), y, self->column, height };
      guint node = get_cell (self, row, c);

      if (node != PREMISE_DIAGRAM_NONE)
        place_cell (self, node, &rect, pips);
      else
        place_gap (self, &rect);
    }

  plan->bottom = fmax (plan->bottom, y + height);
}

static void
place_across (const Matrix *self,
              const double *heights,
              double        y)
{
  PremiseDiagramPlan *plan = self->plan;
  double left = self->header + plan->unit;

  for (guint c = 0; c < self->n_columns; c++)
    {
      g_autoptr(PangoLayout) name = premise_diagram_typeset (plan, get_column (self, c),
                                                             self->column - self->padding, TRUE);

      /* Names of fewer lines stand on the cells too. */
      premise_diagram_place_text (plan, name, PREMISE_ROLE_SERIES_LABEL, PREMISE_SCENE_NO_POINT,
                                  left + c * (self->column + self->gap) + self->padding / 2,
                                  y + heights[0] - premise_typeset_height (name),
                                  &plan->theme->foreground);
    }

  y += heights[0] + self->gap;
  for (guint r = 0; r < self->n_rows; r++)
    {
      place_row (self, r, y, heights[r + 1]);
      y += heights[r + 1] + self->gap;
    }
}

/* One below the other */

/* Returns: where the entry ends. */
static double
place_upright (const Matrix *self,
               guint         node,
               guint         column,
               double        y)
{
  PremiseDiagramPlan *plan = self->plan;
  double pips = get_pips_width (self);
  double inner = plan->width - 2 * self->padding;
  double beside = pips > 0 ? fmax (1, inner - pips - plan->unit) : inner;
  gboolean staged = get_stage (self, node) < get_n_stages (self);
  g_autoptr(PangoLayout) name = premise_diagram_typeset (plan, get_column (self, column), beside,
                                                         FALSE);
  double lead = premise_typeset_height (name) + 0.2 * plan->unit;
  PremiseRect rect = { 0, y, plan->width, 0 };
  PremiseStyle style = get_stage_style (self, get_stage (self, node));
  PremiseWordsBox box;

  premise_diagram_stack_words (plan, node, 0, 0, inner, 0, &box);
  rect.height = box.height + lead + 2 * self->padding;
  premise_scene_add_rect (plan->scene, PREMISE_ROLE_MARK, 0, node, &rect, &style);

  y += self->padding;
  if (staged)
    {
      plan->quiet = &plan->theme->foreground;
      place_pips (self, get_stage (self, node), plan->width - self->padding - pips,
                  y + (plan->type->line - PIP * plan->unit) / 2);
    }
  premise_diagram_place_text (plan, name, PREMISE_ROLE_TICK_LABEL, node, self->padding, y,
                              plan->quiet);
  premise_diagram_stack_words (plan, node, self->padding, y + lead, inner, PREMISE_WORDS_DRAW,
                               NULL);
  plan->quiet = &plan->theme->muted;
  plan->bottom = fmax (plan->bottom, rect.y + rect.height);

  return rect.y + rect.height;
}

static void
place_down (const Matrix *self,
            double        y)
{
  PremiseDiagramPlan *plan = self->plan;

  for (guint r = 0; r < self->n_rows; r++)
    {
      y += r > 0 ? ROW_GAP * plan->unit : 0;
      y += premise_diagram_place_heading (plan, get_row (self, r), &plan->theme->muted, 0, y,
                                          plan->width) + 0.5 * plan->unit;

      for (guint c = 0; c < self->n_columns; c++)
        {
          guint node = get_cell (self, r, c);

          if (node != PREMISE_DIAGRAM_NONE)
            y = place_upright (self, node, c, y) + self->gap;
        }
    }
}

/* Rows and columns where there is room; else the rows one below the other, and in each of them
 * its cells with the names of their columns. */
void
premise_diagram_arrange_matrix (PremiseDiagramPlan *plan)
{
  g_auto(Matrix) matrix = { 0 };
  g_autofree double *heights = NULL;
  double y;

  matrix_init (&matrix, plan);
  heights = g_new0 (double, matrix.n_rows + 1);
  y = place_legend (&matrix);

  if (fits_across (&matrix, heights))
    place_across (&matrix, heights, y);
  else
    place_down (&matrix, y);
}
