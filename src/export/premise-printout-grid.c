/* premise-printout-grid.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-printout-private.h"

#define COLUMN_GAP 10
#define ROW_GAP    3
#define RULE       0.4
#define HEAVY_RULE 1

/* The type gets so small, and no smaller, before words and numbers are broken. */
static const double scales[] = { 0.9, 0.8, 0.7, 0.6 };

typedef struct
{
  guint   n_columns;
  double  scale;
  double *widths;   /* (owned) (array length=n_columns) */
  double  width;    /* of all, with what is between them */
} Grid;

static double
measure_width (PremisePrintBuilder *self,
               const char          *markup,
               double               scale,
               double               wrap)
{
  g_autoptr(PangoLayout) layout =
    premise_print_layout_new (self->context, markup, PREMISE_PRINT_BODY, scale, wrap);
  PangoRectangle extents;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_extents (layout, NULL, &extents);

  return (double) extents.width / PANGO_SCALE + 0.5;
}

/* least, best: (out caller-allocates): for each column, as wide as its longest word and as its longest text. */
static void
measure_columns (PremisePrintBuilder *self,
                 GPtrArray           *rows,
                 const Grid          *grid,
                 double              *least,
                 double              *best)
{
  for (guint column = 0; column < grid->n_columns; column++)
    {
      least[column] = best[column] = 0;
      for (guint i = 0; i < rows->len; i++)
        {
          const char *markup = ((GStrv) g_ptr_array_index (rows, i))[column];

          least[column] = MAX (least[column], measure_width (self, markup, grid->scale, 0));
          best[column] = MAX (best[column], measure_width (self, markup, grid->scale, -1));
        }
    }
}

static double
sum (const double *values,
     guint         n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += values[i];

  return total;
}

/* Every column gets what its longest word needs, and of what is left as much as it could use in
 * comparison with the others. */
static void
fit_columns (PremisePrintBuilder *self,
             GPtrArray           *rows,
             Grid                *grid)
{
  double room = self->width - (grid->n_columns - 1) * COLUMN_GAP;
  g_autofree double *least = g_new (double, grid->n_columns);
  double wanted, needed;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      grid->scale = scales[i];
      measure_columns (self, rows, grid, least, grid->widths);
      needed = sum (least, grid->n_columns);
      if (needed <= room)
        break;
    }

  wanted = sum (grid->widths, grid->n_columns);
  for (guint i = 0; i < grid->n_columns && wanted > room; i++)
    {
      if (needed > room)
        grid->widths[i] = least[i] * room / needed;
      else
        grid->widths[i] = least[i] + (grid->widths[i] - least[i]) * (room - needed) / (wanted - needed);
    }
  grid->width = sum (grid->widths, grid->n_columns) + (grid->n_columns - 1) * COLUMN_GAP;
}

/* Digits and Chinese are of different fonts, whose letters stand on one line all the same. */
static void
align_baselines (PremisePrintRow *row)
{
  double lowest = 0;

  for (guint i = 0; i < row->pieces->len; i++)
    lowest = MAX (lowest, pango_layout_get_baseline (g_array_index (row->pieces, PremisePrintPiece, i).layout));

  for (guint i = 0; i < row->pieces->len; i++)
    {
      PremisePrintPiece *piece = &g_array_index (row->pieces, PremisePrintPiece, i);
      PangoRectangle extents;

      pango_layout_get_extents (piece->layout, NULL, &extents);
      piece->y = ROW_GAP + (lowest - pango_layout_get_baseline (piece->layout)) / PANGO_SCALE;
      row->height = MAX (row->height, piece->y + (double) extents.height / PANGO_SCALE + ROW_GAP);
    }
}

static void
add_row (PremisePrintBuilder *self,
         const Grid          *grid,
         GStrv                cells,
         const gboolean      *numeric,
         gboolean             strong)
{
  PremisePrintRow *row = premise_print_builder_add_row (self, 0);
  double x = self->left;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      g_autofree char *bold = strong ? g_strdup_printf ("<b>%s</b>", cells[i]) : NULL;
      g_autoptr(PangoLayout) layout =
        premise_print_layout_new (self->context, strong ? bold : cells[i], PREMISE_PRINT_BODY, grid->scale,
                                  grid->widths[i]);

      if (numeric != NULL && numeric[i])
        pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      premise_print_row_add (row, layout, -1, x, 0, FALSE);
      x += grid->widths[i] + COLUMN_GAP;
    }
  row->rule_length = grid->width;
  align_baselines (row);
}

void
premise_print_builder_add_grid (PremisePrintBuilder  *self,
                                GPtrArray            *rows,
                                const gboolean       *numeric,
                                PremisePrintGridFlags flags)
{
  gboolean has_head = (flags & PREMISE_PRINT_GRID_HEAD) != 0;
  gboolean has_total = (flags & PREMISE_PRINT_GRID_TOTAL) != 0;
  guint head = self->rows->len;
  Grid grid = { .n_columns = g_strv_length (g_ptr_array_index (rows, 0)) };

  grid.widths = g_new (double, grid.n_columns);
  fit_columns (self, rows, &grid);

  for (guint i = 0; i < rows->len; i++)
    {
      gboolean is_head = has_head && i == 0;
      gboolean is_total = has_total && i + 1 == rows->len;
      PremisePrintRow *row;

      add_row (self, &grid, g_ptr_array_index (rows, i), numeric, is_head || is_total);
      row = &g_array_index (self->rows, PremisePrintRow, self->rows->len - 1);
      row->rule = i == 0 || (has_head && i == 1) || is_total ? HEAVY_RULE : RULE;
      if (has_head && !is_head)
        row->head = head;
      /* A total alone says nothing, and neither does a head. */
      row->keep = is_head || (has_total && i + 2 == rows->len);
    }

  g_free (grid.widths);
}
