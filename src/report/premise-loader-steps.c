/* premise-loader-steps.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

/* More than that is a table or a list. */
#define MAX_STEPS   20
#define MAX_POINTS  20
#define MIN_COLUMNS 2
#define MAX_COLUMNS 3

static void
text_unref0 (gpointer text)
{
  if (text != NULL)
    premise_text_unref (text);
}

static void
read_step (PremiseLoader    *self,
           PremiseJsonValue  value,
           GArray           *steps)
{
  static const char *const keys[] = { "title", "text", "period", NULL };
  PremiseStep step = { 0 };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);
  step.title = premise_loader_read_text (self, premise_json_require (value, "title"));
  step.text = premise_loader_read_text (self, premise_json_require (value, "text"));
  step.period = premise_loader_read_text (self, premise_json_get (value, "period"));
  g_array_append_val (steps, step);
}

static void
complain_empty (PremiseJsonValue list)
{
  if (premise_json_is (list, PREMISE_JSON_ARRAY) && premise_json_get_n (list) == 0)
    premise_json_complain (list, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("the list is empty"));
}

/**
 * premise_loader_read_steps:
 * @self: a loader with a model
 * @value: a block of steps
 *
 * Reads stages in their order. After a complaint some may be missing or without texts.
 *
 * Returns: (transfer full) (element-type PremiseStep): the steps
 */
GArray *
premise_loader_read_steps (PremiseLoader    *self,
                           PremiseJsonValue  value)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "title", "steps", NULL };
  PremiseJsonValue list = premise_json_require (value, "steps");
  GArray *steps = premise_steps_new ();
  guint n;

  premise_json_check_keys (value, keys);
  if (!premise_json_expect (list, PREMISE_JSON_ARRAY))
    return steps;

  complain_empty (list);
  n = premise_loader_count (list, MAX_STEPS);
  for (PremiseJsonValue entry = premise_json_first (list); n-- > 0; entry = premise_json_next (entry))
    read_step (self, entry, steps);

  return steps;
}

static void
read_texts (PremiseLoader    *self,
            PremiseJsonValue  list,
            gboolean          may_miss,
            GPtrArray        *texts)
{
  guint n;

  if (!premise_json_expect (list, PREMISE_JSON_ARRAY))
    return;

  n = premise_loader_count (list, MAX_POINTS);
  for (PremiseJsonValue entry = premise_json_first (list); n-- > 0; entry = premise_json_next (entry))
    {
      PremiseText *text = NULL;
      gboolean missing = may_miss && premise_json_is (entry, PREMISE_JSON_NULL);

      if (!missing)
        text = premise_loader_read_text (self, entry);
      if (missing || text != NULL)
        g_ptr_array_add (texts, text);
    }
}

static void
read_column (PremiseLoader     *self,
             PremiseJsonValue   value,
             PremiseComparison *comparison)
{
  static const char *const keys[] = { "title", "text", "points", NULL };
  PremiseComparisonColumn column = { 0 };
  PremiseJsonValue points = premise_json_get (value, "points");
  guint n_aspects = comparison->aspects->len;

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);
  column.title = premise_loader_read_text (self, premise_json_require (value, "title"));
  column.text = premise_loader_read_text (self, premise_json_get (value, "text"));
  column.points = g_ptr_array_new_with_free_func (text_unref0);
  if (!premise_json_is_present (points) && (n_aspects > 0 || column.text == NULL))
    premise_json_require (value, "points");
  read_texts (self, points, n_aspects > 0, column.points);

  if (n_aspects > 0 && premise_json_is (points, PREMISE_JSON_ARRAY) &&
      premise_json_get_n (points) != n_aspects)
    premise_json_complain (points, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           /* Translators: of a comparison of texts in columns. */
                           _("points in the column: %u, rows: %u; give one point for each row, and "
                             "null where there is nothing to say"),
                           premise_json_get_n (points), n_aspects);

  g_array_append_val (comparison->columns, column);
}

static void
read_columns (PremiseLoader     *self,
              PremiseJsonValue   list,
              PremiseComparison *comparison)
{
  guint n;

  if (!premise_json_expect (list, PREMISE_JSON_ARRAY))
    return;

  n = premise_json_get_n (list);
  if (n < MIN_COLUMNS || n > MAX_COLUMNS)
    {
      premise_json_complain (list, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             _("a comparison has two or three columns, and this has %u; a table can "
                               "have more"),
                             n);
      return;
    }

  for (PremiseJsonValue entry = premise_json_first (list); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_column (self, entry, comparison);
}

/**
 * premise_loader_read_comparison:
 * @self: a loader with a model
 * @value: a block of a comparison
 *
 * Reads what is compared. After a complaint some of it may be missing.
 *
 * Returns: (transfer full): the comparison
 */
PremiseComparison *
premise_loader_read_comparison (PremiseLoader    *self,
                                PremiseJsonValue  value)
{
  static const char *const keys[] = { "type", "id",   "ref",     "page", "source",
                                      "title", "rows", "columns", NULL };
  PremiseComparison *comparison = premise_comparison_new ();
  PremiseJsonValue rows = premise_json_get (value, "rows");

  premise_json_check_keys (value, keys);
  complain_empty (rows);
  read_texts (self, rows, FALSE, comparison->aspects);
  read_columns (self, premise_json_require (value, "columns"), comparison);

  return comparison;
}
