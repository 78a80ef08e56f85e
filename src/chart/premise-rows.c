/* premise-rows.c: Rows that stand in two columns
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>
#include <string.h>

/* A column narrower than this, in lines of text, says nothing. */
#define MIN_COLUMN_LINES 13

#define COLUMN_GAP 4

static double
get_column_width (PremiseLayout *self)
{
  return (self->width - COLUMN_GAP * self->gap) / PREMISE_ROW_COLUMNS;
}

gboolean
premise_rows_can_fold (PremiseLayout *self)
{
  PremiseChart *chart = self->chart;

  return self->horizontal && !self->combined && !chart->is_panel && chart->positions == NULL
         && (chart->mark == PREMISE_MARK_BAR || chart->mark == PREMISE_MARK_POINT || chart->mark == PREMISE_MARK_RANGE)
         && (chart->value_title == NULL || *chart->value_title == '\0') && self->has_data
         && get_column_width (self) >= MIN_COLUMN_LINES * self->type.line;
}

gboolean
premise_rows_names_fit (PremiseLayout *self)
{
  return premise_typeset_widest (&self->type, self->chart->categories) <= PREMISE_MAX_NAMES * get_column_width (self);
}

static void
find_longest_numbers (PremiseLayout *self,
                      double        *longest)
{
  if (self->mark->label == NULL)
    return;

  self->mark->label (self);

  for (guint i = 0; i < self->labels->len; i++)
    {
      for (PremiseNumberForm form = PREMISE_NUMBER_FULL; form <= PREMISE_NUMBER_BARE; form++)
        {
          double shown = g_array_index (self->labels, PremiseValueLabel, i).shown;
          g_autofree char *text = premise_layout_format (self, shown, form);

          longest[form] = fmax (longest[form], premise_typeset_measure (&self->type, text));
        }
    }

  g_array_set_size (self->labels, 0);
}

/* The first half of the rows, and beside it the others, on one scale. */
void
premise_rows_fold (PremiseLayout *self,
                   PangoContext  *context)
{
  guint n = premise_layout_n_categories (self);
  guint n_rows = (n + PREMISE_ROW_COLUMNS - 1) / PREMISE_ROW_COLUMNS;
  double width = get_column_width (self);
  double numbers[] = { 0, 0 };

  find_longest_numbers (self, numbers);

  for (guint first = 0; first < n; first += n_rows)
    {
      guint n_own = MIN (n_rows, n - first);
      double height = (self->height - self->top - premise_frame_footer_height (self)) * n_own / n_rows
                      + premise_frame_footer_height (self);
      double x = first / n_rows * (width + COLUMN_GAP * self->gap);
      g_autoptr(PremiseChart) rows = premise_chart_new_rows (self->chart, first, n_own);
      g_autoptr(PremiseScene) scene = NULL;

      memcpy (rows->numbers_room, numbers, sizeof numbers);
      premise_chart_set_domain (rows, self->value.min, self->value.max);
      scene = premise_chart_layout (rows, width, height, self->theme, context, FALSE);
      premise_scene_take (self->scene, scene, x, self->top, 0, first);
    }
}
