/* premise-labels.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-layout.h"

#include <math.h>

/* Labels that would leave less than this part of the length to the marks are dropped. */
#define MIN_PLOT_PART 0.55
#define MIN_PLOT_PART_BELOW 0.4   /* with the names above the marks, on a small screen */
#define MIN_PLOT_PART_UPRIGHT 0.45  /* of columns, which on a slide are low */

#define ROUNDS 4

/* Numbers that would touch their neighbours are at the least so small, in large type a little less. */
#define LEAST_NUMBERS 0.82
#define LEAST_NUMBERS_LARGE 0.72
#define LARGE_TEXT 1.5

static double
least_scale (PremiseLayout *self)
{
  return self->theme->text_scale >= LARGE_TEXT ? LEAST_NUMBERS_LARGE : LEAST_NUMBERS;
}

static PangoLayout *
new_text (PremiseLayout *self,
          double         shown)
{
  g_autofree char *text = premise_layout_format (self, shown, self->form);
  PangoLayout *layout = premise_typeset_new (&self->type, text);

  if (self->number_scale < 1)
    premise_typeset_set_scale (layout, self->number_scale);

  return layout;
}

void
premise_labels_add (PremiseLayout *self,
                    guint          series,
                    guint          category,
                    double         value,
                    gboolean       before,
                    double         shown)
{
  PremiseValueLabel label = { series, category, value, shown, before, new_text (self, shown) };

  g_array_append_val (self->labels, label);
}

double
premise_labels_reach (PremiseLayout *self)
{
  return self->mark->reach * fmax (1, self->theme->text_scale * 0.8);
}

static double
label_length (PremiseLayout           *self,
              const PremiseValueLabel *label)
{
  return (self->horizontal ? premise_typeset_width (label->text) : premise_typeset_height (label->text))
         + self->gap + premise_labels_reach (self);
}

static void
rewrite (PremiseLayout     *self,
         PremiseNumberForm  form,
         double             scale)
{
  self->form = form;
  self->number_scale = scale;

  for (guint i = 0; i < self->labels->len; i++)
    {
      PremiseValueLabel *label = &g_array_index (self->labels, PremiseValueLabel, i);

      g_object_unref (label->text);
      label->text = new_text (self, label->shown);
    }
}

/* Rows in columns: the longest number of all has room beside each. */
static gboolean
reserve_beside (PremiseLayout *self,
                double         length,
                double        *start,
                double        *size)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      if (g_array_index (self->labels, PremiseValueLabel, i).before)
        return FALSE;
    }

  *start = 0;

  for (PremiseNumberForm form = PREMISE_NUMBER_FULL; form <= PREMISE_NUMBER_BARE; form++)
    {
      double room = self->chart->numbers_room[form];
      double least = form == PREMISE_NUMBER_FULL ? MIN_PLOT_PART : MIN_PLOT_PART_BELOW;

      *size = length - room - self->gap - premise_labels_reach (self);
      if (room <= 0 || *size < length * least)
        continue;

      if (form != self->form)
        rewrite (self, form, 1);

      return TRUE;
    }

  return FALSE;
}

/* The same value is as long in every panel, whatever labels there are in it: room for one line
 * above, and below what is below zero; none beside. */
static void
reserve_alike (PremiseLayout *self,
               double         length,
               double        *start,
               double        *size)
{
  double line = self->type.line + self->gap + premise_labels_reach (self);

  if (self->horizontal && reserve_beside (self, length, start, size))
    return;

  *start = self->value.min < 0 ? line : 0;
  *size = length - *start - line;

  if (self->horizontal || *size < length * MIN_PLOT_PART)
    {
      g_array_set_size (self->labels, 0);
      *start = 0;
      *size = length;
    }
}

/* Each end moves the other: a few rounds settle it. Returns: whether enough is left for the marks. */
static gboolean
settle (PremiseLayout *self,
        double         length,
        double        *start,
        double        *size)
{
  double least = !self->horizontal ? MIN_PLOT_PART_UPRIGHT
                 : self->labels_above ? MIN_PLOT_PART_BELOW : MIN_PLOT_PART;

  *start = 0;
  *size = length;

  for (guint round = 0; round < ROUNDS; round++)
    {
      double low = 0;
      double room = length - *start;

      for (guint i = 0; i < self->labels->len; i++)
        {
          const PremiseValueLabel *label = &g_array_index (self->labels, PremiseValueLabel, i);
          double t = premise_scale_map (&self->value, label->value);
          double needed = label_length (self, label);

          if (label->before)
            low = fmax (low, needed + self->gap - t * *size);
          else if (t > 0)
            room = fmin (room, (length - *start - needed) / t);
        }

      *size = fmax (1, fmin (room, length - low));
      *start = fmin (low, length - *size);
    }

  return *size >= length * least;
}

gboolean
premise_labels_can_reserve (PremiseLayout *self,
                            double         length)
{
  double start, size;

  return settle (self, length, &start, &size);
}

void
premise_labels_reserve (PremiseLayout *self,
                        double         length,
                        double        *start,
                        double        *size)
{
  if (self->chart->is_panel && self->mark->label != NULL)
    {
      reserve_alike (self, length, start, size);
      return;
    }

  if (settle (self, length, start, size))
    return;

  /* Lying down a number takes as much room as it is long. */
  if (self->horizontal)
    {
      rewrite (self, PREMISE_NUMBER_BARE, 1);
      if (settle (self, length, start, size))
        return;
    }

  g_array_set_size (self->labels, 0);
  *start = 0;
  *size = length;
}

gboolean
premise_labels_place (PremiseLayout           *self,
                      const PremiseValueLabel *label,
                      double                   across)
{
  double at = premise_frame_place (self, label->value);
  double width = premise_typeset_width (label->text);
  double height = premise_typeset_height (label->text);
  double gap = self->gap * 0.75;
  double reach = premise_labels_reach (self);
  double x, y;

  if (self->horizontal)
    {
      x = label->before ? at - reach - gap - width : at + reach + gap;
      y = across - height / 2;
    }
  else
    {
      x = across - width / 2;
      /* A line of text brings its own white space above and below. */
      y = label->before ? at + reach + gap / 3 : at - reach - height - gap / 3;
    }

  if (!premise_scene_add_text (self->scene, PREMISE_ROLE_VALUE_LABEL, label->series,
                               label->category, x, y, label->text, &self->theme->foreground))
    return FALSE;

  premise_scene_add_halo (self->scene, &self->theme->background);

  return TRUE;
}

static gboolean
all_fit (PremiseLayout *self,
         double         room)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      PangoLayout *text = g_array_index (self->labels, PremiseValueLabel, i).text;
      double needed = self->horizontal ? premise_typeset_height (text)
                                       : premise_typeset_width (text) + self->gap / 2;

      if (needed > room)
        return FALSE;
    }

  return TRUE;
}

gboolean
premise_labels_fit (PremiseLayout *self,
                    double         room)
{
  if (all_fit (self, room))
    return TRUE;

  if (self->form == PREMISE_NUMBER_FULL && !self->horizontal)
    {
      rewrite (self, PREMISE_NUMBER_BARE, 1);
      if (all_fit (self, room))
        return TRUE;
    }

  rewrite (self, self->form, least_scale (self));
  if (all_fit (self, room))
    return TRUE;

  /* Digits alone are lower than a line with the characters of a unit. */
  rewrite (self, PREMISE_NUMBER_BARE, least_scale (self));

  return all_fit (self, room);
}

/* In the base case, so that a chart does not turn while somebody moves a value. NaN for none. */
static double
get_base_number (PremiseLayout *self,
                 guint          series,
                 guint          category)
{
  double base = premise_chart_get_base (self->chart, series, category);

  return isfinite (base) ? base : premise_chart_get_value (self->chart, series, category);
}

static gboolean
fits_column (PremiseLayout *self,
             double         number,
             double         room)
{
  g_autofree char *text = NULL;

  if (!isfinite (number))
    return TRUE;

  text = premise_layout_format (self, number, PREMISE_NUMBER_BARE);

  return premise_typeset_measure (&self->type, text) * least_scale (self) + self->gap / 2 <= room;
}

gboolean
premise_labels_fit_columns (PremiseLayout *self,
                            double         width)
{
  gboolean stacked = self->chart->mark == PREMISE_MARK_BAR && self->chart->stack != PREMISE_STACK_NONE;
  guint n = premise_layout_n_categories (self);
  double band = width / MAX (n, 1);
  double room = self->mark->column != NULL ? self->mark->column (self, band) : band;

  if (!self->has_data || self->mark->label == NULL || self->chart->is_panel || self->percent)
    return TRUE;

  for (guint c = 0; c < n; c++)
    {
      double total = 0;

      for (guint s = 0; s < premise_layout_n_series (self); s++)
        {
          double number = get_base_number (self, s, c);

          total += isfinite (number) ? number : 0;
          if (!stacked && !fits_column (self, number, room))
            return FALSE;
        }

      if (stacked && !fits_column (self, total, room))
        return FALSE;
    }

  return TRUE;
}

/* A run of boxes that touch, around the mean of where they want to be. */
typedef struct
{
  guint  n;
  double wanted;  /* sum of the wanted starts of the run */
  double size;
  double start;
} Run;

static void
run_settle (Run    *run,
            double  from,
            double  to)
{
  run->start = CLAMP (run->wanted / run->n, from, fmax (from, to - run->size));
}

static int
compare_centers (gconstpointer a,
                 gconstpointer b,
                 gpointer      centers)
{
  double x = ((const double *) centers)[*(const guint *) a];
  double y = ((const double *) centers)[*(const guint *) b];

  if (x != y)
    return x < y ? -1 : 1;

  /* A defined order makes the picture the same every time. */
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

gboolean
premise_labels_spread (double       *centers,
                       const double *sizes,
                       guint         n,
                       double        from,
                       double        to)
{
  g_autofree guint *order = g_new (guint, MAX (n, 1));
  g_autofree Run *runs = g_new0 (Run, MAX (n, 1));
  double total = 0;
  guint n_runs = 0;
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      total += sizes[i];
    }

  if (total > to - from)
    return FALSE;

  g_qsort_with_data (order, (int) n, sizeof (guint), compare_centers, centers);

  for (guint i = 0; i < n; i++)
    {
      double size = sizes[order[i]];

      runs[n_runs] = (Run) { 1, centers[order[i]] - size / 2, size, 0 };
      run_settle (&runs[n_runs], from, to);
      n_runs++;

      while (n_runs > 1
             && runs[n_runs - 2].start + runs[n_runs - 2].size > runs[n_runs - 1].start)
        {
          Run *left = &runs[n_runs - 2];
          const Run *right = &runs[n_runs - 1];

          left->wanted += right->wanted - right->n * left->size;
          left->size += right->size;
          left->n += right->n;
          run_settle (left, from, to);
          n_runs--;
        }
    }

  for (guint r = 0; r < n_runs; r++)
    {
      double at = runs[r].start;

      for (guint i = 0; i < runs[r].n; i++)
        {
          guint label = order[next++];

          centers[label] = at + sizes[label] / 2;
          at += sizes[label];
        }
    }

  return TRUE;
}
