/* premise-loader-table-highlight.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

/* Rows and columns of a literal table have no names: they are counted from 1. */
static gboolean
read_position (PremiseJsonValue  value,
               guint             n,
               guint            *position)
{
  guint number = 0;

  if (!premise_json_is_present (value))
    return TRUE;

  if (!premise_json_get_uint (value, n, &number))
    return FALSE;

  if (number == 0)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                             _("rows and columns are counted from 1"));
      return FALSE;
    }

  *position = number - 1;

  return TRUE;
}

static gboolean
read_member (PremiseLoader      *self,
             PremiseJsonValue    value,
             const PremiseTable *table,
             guint              *row)
{
  PremiseModel *model = self->report->model;
  const char *id;

  if (!premise_json_is_present (value))
    return TRUE;

  id = premise_json_get_string (value);
  if (id == NULL)
    return FALSE;

  *row = premise_model_find_member (model, table->index, id);
  if (*row != PREMISE_MODEL_NOT_FOUND)
    return TRUE;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE,
                         _("the index “%s” has no member “%s”"),
                         premise_model_get_index_id (model, table->index), id);

  return FALSE;
}

/* A column across an index is called by its member, any other one by its variable. */
static const char *
get_name (PremiseLoader            *self,
          const PremiseTableColumn *column)
{
  PremiseModel *model = self->report->model;

  return column->across != PREMISE_MODEL_NOT_FOUND
           ? premise_model_get_member_id (model, column->across, column->member)
           : premise_model_get_id (model, column->variable);
}

/* There can be several of that name, where two variables stand across the same index. */
static void
append_named (PremiseLoader               *self,
              PremiseJsonValue             value,
              PremiseTable                *table,
              const PremiseTableHighlight *pattern)
{
  const char *id = premise_json_get_string (value);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *message = NULL;
  guint n_before = table->highlights->len;

  if (id == NULL)
    return;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *name = get_name (self, premise_table_get_column (table, i));
      PremiseTableHighlight highlight = *pattern;

      g_ptr_array_add (names, (gpointer) name);
      if (!g_str_equal (name, id))
        continue;

      highlight.column = i;
      highlight.label = pattern->label != NULL ? premise_text_ref (pattern->label) : NULL;
      g_array_append_val (table->highlights, highlight);
    }

  if (table->highlights->len > n_before)
    return;

  message = g_strdup_printf (_("the table has no column “%s”"), id);
  premise_json_complain_name (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_REFERENCE, message,
                              id, (const char *const *) names->pdata, names->len);
}

static gboolean
is_of_table (const PremiseTable *table,
             guint               index)
{
  gboolean found = index == table->index;

  for (guint i = 0; i < table->columns->len && !found; i++)
    found = premise_table_get_column (table, i)->across == index;

  return found;
}

/* A rule must have a value for the cells of the table. */
static gboolean
read_rule (PremiseLoader      *self,
           PremiseJsonValue    value,
           const PremiseTable *table,
           guint              *rule)
{
  PremiseModel *model = self->report->model;

  if (!premise_json_is_present (value))
    return TRUE;

  *rule = premise_loader_find_variable (self, value);
  if (*rule == PREMISE_MODEL_NOT_FOUND)
    return FALSE;

  for (guint dim = 0; dim < premise_model_get_n_dims (model, *rule); dim++)
    {
      guint index = premise_model_get_dim (model, *rule, dim);

      if (table->bound && is_of_table (table, index))
        continue;

      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                             /* Translators: a variable, and an index. */
                             _("“%s” has the index “%s”, which the table does not have"),
                             premise_model_get_id (model, *rule),
                             premise_model_get_index_id (model, index));
      return FALSE;
    }

  return TRUE;
}

static void
read_highlight (PremiseLoader    *self,
                PremiseJsonValue  value,
                PremiseTable     *table)
{
  static const char *const keys[] = { "row", "column", "when", "label", NULL };
  PremiseJsonValue row = premise_json_get (value, "row");
  PremiseJsonValue column = premise_json_get (value, "column");
  PremiseJsonValue when = premise_json_get (value, "when");
  g_autoptr(PremiseText) label = NULL;
  PremiseTableHighlight highlight = { .row = PREMISE_MODEL_NOT_FOUND,
                                      .column = PREMISE_MODEL_NOT_FOUND,
                                      .rule = PREMISE_MODEL_NOT_FOUND };

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, keys);
  label = premise_loader_read_text (self, premise_json_get (value, "label"));
  highlight.label = label;

  if (!premise_json_is_present (row) && !premise_json_is_present (column)
      && !premise_json_is_present (when))
    premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_KEY_MISSING,
                           _("a highlight needs “row”, “column” or “when”"));

  if (!read_rule (self, when, table, &highlight.rule))
    return;

  if (table->bound)
    {
      if (!read_member (self, row, table, &highlight.row))
        return;

      if (premise_json_is_present (column))
        {
          append_named (self, column, table, &highlight);
          return;
        }
    }
  else if (!read_position (row, table->rows->len, &highlight.row)
           || !read_position (column, table->headers->len, &highlight.column))
    {
      return;
    }

  highlight.label = g_steal_pointer (&label);
  g_array_append_val (table->highlights, highlight);
}

/**
 * premise_loader_read_highlights:
 * @self: a loader with a model
 * @value: the list of highlights of a table; may be absent
 * @table: the table, whose rows and columns have been read without a complaint
 *
 * Reads which cells of a table stand out: a row, a column, one cell, or those where a variable of
 * the model is not zero.
 */
void
premise_loader_read_highlights (PremiseLoader    *self,
                                PremiseJsonValue  value,
                                PremiseTable     *table)
{
  guint n;

  if (!premise_json_is_present (value) || !premise_json_expect (value, PREMISE_JSON_ARRAY))
    return;

  n = premise_loader_count (value, PREMISE_LOADER_MAX_HIGHLIGHTS);
  for (PremiseJsonValue entry = premise_json_first (value); n-- > 0; entry = premise_json_next (entry))
    read_highlight (self, entry, table);
}
