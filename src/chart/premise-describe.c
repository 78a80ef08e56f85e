/* premise-describe.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-private.h"
#include "premise-describe.h"

#include <math.h>

typedef struct
{
  PremiseChart         *chart;
  const PremisePhrases *phrases;
  GString              *text;
} Description;

/* What one series, or one table, comes to. */
typedef struct
{
  guint count;
  guint first, last;          /* categories of the ends */
  guint leader, smallest;
  guint leader_row, smallest_row;
} Summary;

typedef struct
{
  const char *name;
  char       *value;
} Field;

static void
field_clear (Field *field)
{
  g_free (field->value);
}

static GArray *
fields_new (void)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (Field));

  g_array_set_clear_func (fields, (GDestroyNotify) field_clear);

  return fields;
}

static void
add_text (GArray     *fields,
          const char *name,
          const char *value)
{
  Field field = { name, g_strdup (value != NULL ? value : "") };

  g_array_append_val (fields, field);
}

static void
add_count (GArray     *fields,
           const char *name,
           guint       count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  add_text (fields, name, text);
}

static void
add_value (GArray       *fields,
           const char   *name,
           PremiseChart *chart,
           guint         series,
           guint         category)
{
  double value = premise_chart_get_value (chart, series, category);
  g_autofree char *text = premise_chart_format_value (chart, value, PREMISE_NUMBER_FULL);

  add_text (fields, name, text);
}

static const char *
lookup (GArray     *fields,
        const char *name,
        gsize       length)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const Field *field = &g_array_index (fields, Field, i);

      if (strlen (field->name) == length && strncmp (field->name, name, length) == 0)
        return field->value;
    }

  return NULL;
}

/* One pass, so that a label with braces in it is not taken for a placeholder. */
static char *
fill (const char *phrase,
      GArray     *fields)
{
  GString *text = g_string_new (NULL);

  while (*phrase != '\0')
    {
      const char *end = *phrase == '{' ? strchr (phrase, '}') : NULL;
      const char *value = end != NULL ? lookup (fields, phrase + 1, end - phrase - 1) : NULL;

      if (value != NULL)
        {
          g_string_append (text, value);
          phrase = end + 1;
        }
      else
        {
          g_string_append_c (text, *phrase++);
        }
    }

  return g_string_free (text, FALSE);
}

static void
append (Description *self,
        const char  *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;

  if (self->text->len > 0 && self->phrases->separator != NULL)
    g_string_append (self->text, self->phrases->separator);

  g_string_append (self->text, sentence);
}

static void
append_phrase (Description *self,
               const char  *phrase,
               GArray      *fields)
{
  g_autofree char *sentence = phrase != NULL ? fill (phrase, fields) : NULL;

  append (self, sentence);
}

static gboolean
has_numbers (PremiseChart *chart)
{
  double value;

  for (guint s = 0; s < chart->series->len; s++)
    {
      for (guint c = 0; c < chart->categories->len; c++)
        {
          if (premise_chart_get_number (chart, s, c, &value))
            return TRUE;
        }
    }

  return FALSE;
}

/* Of the steps of a waterfall the one that moves most leads; its totals are not counted. */
static Summary
summarize (PremiseChart *chart,
           guint         from_series,
           guint         to_series)
{
  guint n_categories = premise_chart_get_n_categories (chart);
  gboolean steps = chart->mark == PREMISE_MARK_WATERFALL && n_categories > 1;
  Summary summary = { 0 };
  double most = -INFINITY;
  double least = INFINITY;
  double value;

  for (guint s = from_series; s < to_series; s++)
    {
      for (guint c = 0; c < n_categories; c++)
        {
          if ((steps && premise_chart_is_total (chart, c))
              || !premise_chart_get_number (chart, s, c, &value))
            continue;

          if (summary.count == 0)
            summary.first = c;
          summary.count++;
          summary.last = c;

          if ((steps ? fabs (value) : value) > most)
            {
              most = steps ? fabs (value) : value;
              summary.leader = c;
              summary.leader_row = s;
            }

          if (value < least)
            {
              least = value;
              summary.smallest = c;
              summary.smallest_row = s;
            }
        }
    }

  return summary;
}

static char *
describe_series (Description *self,
                 guint        series)
{
  PremiseChart *chart = self->chart;
  const PremisePhrases *phrases = self->phrases;
  guint n = premise_chart_get_n_categories (chart);
  gboolean steps = chart->mark == PREMISE_MARK_WATERFALL && n > 1;
  Summary summary = summarize (chart, series, series + 1);
  g_autoptr(GArray) fields = fields_new ();
  const char *phrase = phrases->summary;
  guint last = steps ? n - 1 : summary.smallest;
  double total;

  if (summary.count == 0)
    return NULL;

  add_count (fields, "count", summary.count);
  add_text (fields, "leader", premise_chart_get_category (chart, summary.leader));
  add_value (fields, "value", chart, series, summary.leader);
  add_text (fields, "first", premise_chart_get_category (chart, summary.first));
  add_value (fields, "first_value", chart, series, summary.first);

  if (steps && !premise_chart_get_number (chart, series, n - 1, &total))
    {
      phrase = summary.count > 1 ? phrases->summary : phrases->single;
      last = summary.smallest;
    }
  else if (steps)
    phrase = phrases->waterfall;
  else if (summary.count == 1)
    phrase = phrases->single;
  else if (premise_chart_get_series_mark (chart, series) == PREMISE_MARK_LINE
           || chart->mark == PREMISE_MARK_AREA)
    {
      phrase = phrases->trend;
      last = summary.last;
    }
  else if (premise_chart_get_value (chart, series, summary.leader)
           == premise_chart_get_value (chart, series, summary.smallest))
    phrase = phrases->equal;

  add_text (fields, "last", premise_chart_get_category (chart, last));
  add_value (fields, "last_value", chart, series, last);

  return phrase != NULL ? fill (phrase, fields) : NULL;
}

static void
describe_each (Description *self)
{
  guint n = premise_chart_get_n_series (self->chart);

  /* Only the first series of a waterfall is drawn. */
  if (self->chart->mark == PREMISE_MARK_WATERFALL)
    n = MIN (n, 1);

  for (guint s = 0; s < n; s++)
    {
      g_autofree char *sentence = describe_series (self, s);
      g_autofree char *label = premise_chart_dup_series_name (self->chart, s);

      if (sentence != NULL && n > 1 && label != NULL && self->phrases->series != NULL)
        {
          g_autoptr(GArray) fields = fields_new ();

          add_text (fields, "series", label);
          add_text (fields, "sentence", sentence);
          append_phrase (self, self->phrases->series, fields);
        }
      else
        {
          append (self, sentence);
        }
    }
}

static void
describe_range (Description *self)
{
  PremiseChart *chart = self->chart;
  g_autoptr(GArray) fields = fields_new ();
  double widest = -1;
  guint leader = 0;
  guint count = 0;
  double low, high;

  for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
    {
      if (!premise_chart_get_number (chart, 0, c, &low)
          || !premise_chart_get_number (chart, 1, c, &high))
        continue;

      count++;

      if (fabs (high - low) > widest)
        {
          widest = fabs (high - low);
          leader = c;
        }
    }

  if (count == 0)
    return;

  add_count (fields, "count", count);
  add_text (fields, "leader", premise_chart_get_category (chart, leader));
  add_value (fields, "low", chart, 0, leader);
  add_value (fields, "high", chart, 1, leader);
  append_phrase (self, self->phrases->range, fields);
}

static void
describe_heatmap (Description *self)
{
  PremiseChart *chart = self->chart;
  guint rows = premise_chart_get_n_series (chart);
  guint columns = premise_chart_get_n_categories (chart);
  Summary summary = summarize (chart, 0, rows);
  g_autoptr(GArray) fields = fields_new ();

  if (summary.count == 0)
    return;

  add_count (fields, "count", columns);
  add_count (fields, "rows", rows);
  add_text (fields, "leader", premise_chart_get_category (chart, summary.leader));
  add_text (fields, "row", premise_chart_get_series_label (chart, summary.leader_row));
  add_value (fields, "value", chart, summary.leader_row, summary.leader);
  add_text (fields, "last", premise_chart_get_category (chart, summary.smallest));
  add_text (fields, "last_row", premise_chart_get_series_label (chart, summary.smallest_row));
  add_value (fields, "last_value", chart, summary.smallest_row, summary.smallest);
  append_phrase (self, self->phrases->heatmap, fields);
}

static void
add_number (GArray       *fields,
            const char   *name,
            PremiseChart *chart,
            PremiseAxis   axis,
            double        value)
{
  g_autofree char *text = premise_chart_format_axis (chart, axis, value, PREMISE_NUMBER_FULL);

  add_text (fields, name, text);
}

static void
add_share (GArray     *fields,
           const char *name,
           double      share)
{
  g_autofree char *text = g_strdup_printf (share < 0.1 ? "%.1f%%" : "%.0f%%", share * 100);

  add_text (fields, name, text);
}

/* What is less than nothing is no part. */
static void
describe_parts (Description *self)
{
  PremiseChart *chart = self->chart;
  g_autoptr(GArray) fields = fields_new ();
  double total = 0;
  double most = 0;
  double least = INFINITY;
  guint leader = 0;
  guint smallest = 0;
  guint count = 0;
  double value;

  for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
    {
      if (!premise_chart_get_number (chart, 0, c, &value) || value <= 0)
        continue;

      count++;
      total += value;

      if (value > most)
        {
          most = value;
          leader = c;
        }
      if (value < least)
        {
          least = value;
          smallest = c;
        }
    }

  if (count == 0)
    return;

  add_count (fields, "count", count);
  add_text (fields, "leader", premise_chart_get_category (chart, leader));
  add_value (fields, "value", chart, 0, leader);
  add_share (fields, "share", most / total);
  add_text (fields, "last", premise_chart_get_category (chart, smallest));
  add_share (fields, "last_share", least / total);
  append_phrase (self, count == 1 ? self->phrases->single : self->phrases->parts, fields);
}

static void
describe_slope (Description *self)
{
  PremiseChart *chart = self->chart;
  guint last = premise_chart_get_n_categories (chart) - 1;
  g_autoptr(GArray) fields = fields_new ();
  double most = -1;
  guint leader = 0;
  guint count = 0;
  double from, to;

  for (guint s = 0; s < premise_chart_get_n_series (chart); s++)
    {
      if (!premise_chart_get_number (chart, s, 0, &from)
          || !premise_chart_get_number (chart, s, last, &to))
        continue;

      count++;

      if (fabs (to - from) > most)
        {
          most = fabs (to - from);
          leader = s;
        }
    }

  if (count == 0)
    return;

  add_count (fields, "count", count);
  add_text (fields, "first", premise_chart_get_category (chart, 0));
  add_text (fields, "last", premise_chart_get_category (chart, last));
  add_text (fields, "leader", premise_chart_get_series_label (chart, leader));
  add_value (fields, "first_value", chart, leader, 0);
  add_value (fields, "last_value", chart, leader, last);
  append_phrase (self, self->phrases->slope, fields);
}

/* The first swing is the widest, as a tornado is ordered; but nothing relies on it. */
static void
describe_swings (Description *self)
{
  PremiseChart *chart = self->chart;
  g_autoptr(GArray) fields = fields_new ();
  double widest = -1;
  guint leader = 0;
  guint count = 0;
  double low, high;

  for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
    {
      if (!premise_chart_get_number (chart, 0, c, &low)
          || !premise_chart_get_number (chart, 1, c, &high))
        continue;

      count++;

      if (fabs (high - low) > widest)
        {
          widest = fabs (high - low);
          leader = c;
        }
    }

  if (count == 0)
    return;

  add_count (fields, "count", count);
  add_text (fields, "leader", premise_chart_get_category (chart, leader));
  add_value (fields, "low", chart, 0, leader);
  add_value (fields, "high", chart, 1, leader);
  add_number (fields, "value", chart, PREMISE_AXIS_VALUE, chart->reference);
  append_phrase (self, self->phrases->swings, fields);
}

static void
describe_bins (Description *self)
{
  PremiseChart *chart = self->chart;
  Summary summary = summarize (chart, 0, 1);
  g_autoptr(GArray) fields = fields_new ();

  if (summary.count == 0)
    return;

  add_count (fields, "count", summary.count);
  add_text (fields, "leader", premise_chart_get_category (chart, summary.leader));
  add_value (fields, "value", chart, 0, summary.leader);
  append_phrase (self, self->phrases->bins, fields);
}

/* How wide the fan is at its end. */
static void
describe_fan (Description *self)
{
  PremiseChart *chart = self->chart;
  guint n = premise_chart_get_n_series (chart);
  g_autoptr(GArray) fields = fields_new ();
  double value;

  for (guint c = premise_chart_get_n_categories (chart); c > 0; c--)
    {
      if (!premise_chart_get_number (chart, 0, c - 1, &value)
          || !premise_chart_get_number (chart, n / 2, c - 1, &value)
          || !premise_chart_get_number (chart, n - 1, c - 1, &value))
        continue;

      add_count (fields, "count", premise_chart_get_n_categories (chart));
      add_text (fields, "last", premise_chart_get_category (chart, c - 1));
      add_value (fields, "low", chart, 0, c - 1);
      add_value (fields, "value", chart, n / 2, c - 1);
      add_value (fields, "high", chart, n - 1, c - 1);
      append_phrase (self, self->phrases->fan, fields);
      return;
    }
}

static void
describe_bubbles (Description *self)
{
  PremiseChart *chart = self->chart;
  g_autoptr(GArray) fields = fields_new ();
  double tops[2] = { -INFINITY, INFINITY };
  guint ends[2] = { 0, 0 };
  guint count = 0;
  double x, y;

  for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
    {
      if (!premise_chart_get_number (chart, 0, c, &x)
          || !premise_chart_get_number (chart, 1, c, &y))
        continue;

      count++;

      if (y > tops[0])
        {
          tops[0] = y;
          ends[0] = c;
        }
      if (y < tops[1])
        {
          tops[1] = y;
          ends[1] = c;
        }
    }

  if (count == 0)
    return;

  add_count (fields, "count", count);
  add_text (fields, "leader", premise_chart_get_category (chart, ends[0]));
  add_value (fields, "value", chart, 1, ends[0]);
  add_number (fields, "x", chart, PREMISE_AXIS_X, premise_chart_get_value (chart, 0, ends[0]));
  add_text (fields, "last", premise_chart_get_category (chart, ends[1]));
  add_value (fields, "last_value", chart, 1, ends[1]);
  add_number (fields, "last_x", chart, PREMISE_AXIS_X, premise_chart_get_value (chart, 0, ends[1]));
  append_phrase (self, self->phrases->bubbles, fields);
}

/* What the picture shows by a dash or a hatch. */
static void
describe_certainty (Description      *self,
                    PremiseCertainty  certainty)
{
  PremiseChart *chart = self->chart;
  g_autoptr(GArray) fields = fields_new ();
  guint uncertain = 0;
  double number;

  if (chart->mark == PREMISE_MARK_FAN || self->phrases->certainties[certainty] == NULL)
    return;

  for (guint s = 0; s < premise_chart_get_n_series (chart); s++)
    {
      for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
        uncertain += premise_chart_get_certainty (chart, s, c) == certainty
                     && premise_chart_get_number (chart, s, c, &number);
    }

  add_count (fields, "uncertain", uncertain);
  if (uncertain > 0)
    append_phrase (self, self->phrases->certainties[certainty], fields);
}

/* What the picture shows by a gap and by a ghost. */
static void
describe_state (Description *self)
{
  PremiseChart *chart = self->chart;
  g_autoptr(GArray) fields = fields_new ();
  guint missing = 0;
  guint changed = 0;
  double number;

  for (guint s = 0; s < premise_chart_get_n_series (chart); s++)
    {
      for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
        {
          if (!premise_chart_get_number (chart, s, c, &number))
            missing++;
          if (premise_chart_get_ghost (chart, s, c, &number))
            changed++;
        }
    }

  add_count (fields, "missing", missing);
  add_count (fields, "changed", changed);

  if (missing > 0)
    append_phrase (self, self->phrases->missing, fields);
  if (changed > 0)
    append_phrase (self, self->phrases->changed, fields);
}

/* The marks that are not told series by series. */
static void (*const describers[PREMISE_N_MARKS]) (Description *) = {
  [PREMISE_MARK_RANGE] = describe_range,
  [PREMISE_MARK_HEATMAP] = describe_heatmap,
  [PREMISE_MARK_DONUT] = describe_parts,
  [PREMISE_MARK_SLOPE] = describe_slope,
  [PREMISE_MARK_TORNADO] = describe_swings,
  [PREMISE_MARK_HISTOGRAM] = describe_bins,
  [PREMISE_MARK_FAN] = describe_fan,
  [PREMISE_MARK_BUBBLE] = describe_bubbles,
};

/**
 * premise_chart_describe:
 * @chart: a chart
 * @phrases: sentences in the language of the reader
 *
 * Says in words what the chart shows, for those who cannot see it. Numbers are written as
 * on the chart. A chart without any number gets the phrase for an empty one.
 *
 * Returns: (transfer full): the text alternative, never %NULL
 */
char *
premise_chart_describe (PremiseChart         *chart,
                        const PremisePhrases *phrases)
{
  Description self = { chart, phrases, NULL };

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (phrases != NULL, NULL);

  self.text = g_string_new (NULL);

  if (!has_numbers (chart))
    {
      append (&self, phrases->empty);
      return g_string_free (self.text, FALSE);
    }

  /* In panels each series is told by itself, with the panel that it is in. */
  if (chart->panels->len == 0 && describers[chart->mark] != NULL)
    describers[chart->mark] (&self);
  else
    describe_each (&self);

  describe_state (&self);
  for (guint i = 0; i < PREMISE_N_CERTAINTIES; i++)
    describe_certainty (&self, i);

  return g_string_free (self.text, FALSE);
}
