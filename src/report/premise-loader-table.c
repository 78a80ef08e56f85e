/* premise-loader-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-loader.h"

#include <glib/gi18n-lib.h>

/* One number for each member of the table's index, and of the one across it if there is one. */
static gboolean
check_dims (PremiseLoader            *self,
            PremiseJsonValue          value,
            const PremiseTable       *table,
            const PremiseTableColumn *column)
{
  PremiseModel *model = self->report->model;
  guint n = premise_model_get_n_dims (model, column->variable);
  guint other;

  if (column->across == PREMISE_MODEL_NOT_FOUND)
    {
      if (n == 1 && premise_model_get_dim (model, column->variable, 0) == table->index)
        return TRUE;

      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                             /* Translators: the index of the table, and a variable. */
                             _("a column has one number per member of “%s”; “%s” has other indexes"),
                             premise_model_get_index_id (model, table->index),
                             premise_model_get_id (model, column->variable));
      return FALSE;
    }

  if (n == 2 && column->across != table->index)
    {
      other = premise_model_get_dim (model, column->variable, 0) == table->index ? 1 : 0;
      if (premise_model_get_dim (model, column->variable, other) == column->across
          && premise_model_get_dim (model, column->variable, 1 - other) == table->index)
        return TRUE;
    }

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                         /* Translators: the index that the column goes across, the index of the
                          * table, the first one again, a variable. */
                         _("a column across “%s” has one number per member of “%s” and of “%s”; "
                           "“%s” has other indexes"),
                         premise_model_get_index_id (model, column->across),
                         premise_model_get_index_id (model, table->index),
                         premise_model_get_index_id (model, column->across),
                         premise_model_get_id (model, column->variable));

  return FALSE;
}

/* In the total row a column has one number; columns across an index have one each. */
static guint
find_total (PremiseLoader            *self,
            PremiseJsonValue          value,
            const PremiseTableColumn *column)
{
  PremiseModel *model = self->report->model;
  guint n_diagnostics = self->diagnostics->len;
  guint total;

  if (!premise_json_is_present (value) || premise_json_is (value, PREMISE_JSON_NULL))
    return PREMISE_MODEL_NOT_FOUND;

  if (column->across == PREMISE_MODEL_NOT_FOUND)
    return premise_loader_find_scalar (self, value);

  total = premise_loader_find_variable (self, value);
  if (total == PREMISE_MODEL_NOT_FOUND
      || (premise_model_get_n_dims (model, total) == 1
          && premise_model_get_dim (model, total, 0) == column->across))
    return total;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_INDEX,
                         /* Translators: an index, and a variable. */
                         _("the totals of columns across “%s” are one number per member of it; "
                           "“%s” has other indexes"),
                         premise_model_get_index_id (model, column->across),
                         premise_model_get_id (model, total));
  premise_loader_blame_shape (self, total, n_diagnostics);

  return PREMISE_MODEL_NOT_FOUND;
}

static void
read_formats (PremiseLoader      *self,
              PremiseJsonValue    value,
              PremiseTableColumn *column)
{
  PremiseJsonValue format = premise_json_get (value, "format");

  column->format = g_array_index (self->report->infos, PremiseVariableInfo, column->variable).format;
  premise_loader_read_format (format, &column->format);

  column->total_format = column->format;
  if (column->total != PREMISE_MODEL_NOT_FOUND && !premise_json_is_present (format))
    column->total_format = g_array_index (self->report->infos, PremiseVariableInfo, column->total).format;
  premise_loader_read_format (premise_json_get (value, "total_format"), &column->total_format);
}

/* A column for each member of the index across, which is its head. */
static void
append_across (PremiseLoader            *self,
               PremiseJsonValue          value,
               PremiseTable             *table,
               const PremiseTableColumn *pattern)
{
  guint n = premise_model_get_n_members (self->report->model, pattern->across);

  if (n + table->columns->len > PREMISE_LOADER_MAX_COLUMNS)
    {
      premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_LIMIT,
                             /* Translators: how many there are, and the most. */
                             _("the table has %u columns, and no more than %u can be shown"),
                             n + table->columns->len, PREMISE_LOADER_MAX_COLUMNS);
      return;
    }

  for (guint member = 0; member < n; member++)
    {
      PremiseTableColumn column = *pattern;

      column.member = column.total_cell = member;
      column.header = premise_text_ref (premise_report_get_member_label (self->report, column.across,
                                                                         member));
      g_array_append_val (table->columns, column);
    }
}

static void
read_column (PremiseLoader    *self,
             PremiseJsonValue  value,
             PremiseTable     *table)
{
  static const char *const keys[] = { "value", "header", "format", "total", "total_format",
                                      "row_total", NULL };
  static const char *const keys_across[] = { "value", "across", "format", "total", "total_format",
                                             NULL };
  PremiseJsonValue variable = premise_json_require (value, "value");
  PremiseJsonValue across = premise_json_get (value, "across");
  PremiseTableColumn column = { .across = PREMISE_MODEL_NOT_FOUND };
  guint n_diagnostics;

  if (!premise_json_expect (value, PREMISE_JSON_OBJECT))
    return;

  premise_json_check_keys (value, premise_json_is_present (across) ? keys_across : keys);
  column.row_total = premise_json_get_boolean (premise_json_get (value, "row_total"), FALSE);
  column.variable = premise_loader_find_variable (self, variable);
  n_diagnostics = self->diagnostics->len;
  if (premise_json_is_present (across))
    {
      column.across = premise_loader_find_index (self, across);
      if (column.across == PREMISE_MODEL_NOT_FOUND)
        return;
    }

  if (column.variable == PREMISE_MODEL_NOT_FOUND || table->index == PREMISE_MODEL_NOT_FOUND)
    return;

  if (!check_dims (self, variable, table, &column))
    {
      premise_loader_blame_shape (self, column.variable, n_diagnostics);
      return;
    }

  column.total = find_total (self, premise_json_get (value, "total"), &column);
  read_formats (self, value, &column);

  if (column.across != PREMISE_MODEL_NOT_FOUND)
    {
      append_across (self, across, table, &column);
      return;
    }

  column.header = premise_loader_require_text (self, value, "header",
                                               premise_model_get_id (self->report->model,
                                                                     column.variable));
  g_array_append_val (table->columns, column);
}

static void
read_bound (PremiseLoader    *self,
            PremiseJsonValue  value,
            PremiseTable     *table)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "title", "note",
                                      "index", "label", "columns", "total_label", "highlight",
                                      NULL };
  PremiseJsonValue columns = premise_json_require (value, "columns");

  premise_json_check_keys (value, keys);
  table->bound = TRUE;
  table->index = premise_loader_find_index (self, premise_json_require (value, "index"));
  table->member_header = premise_loader_read_text (self, premise_json_require (value, "label"));
  table->total_label = premise_loader_read_text (self, premise_json_get (value, "total_label"));

  if (!premise_json_expect (columns, PREMISE_JSON_ARRAY))
    return;

  for (PremiseJsonValue entry = premise_json_first (columns); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    read_column (self, entry, table);

  if (premise_json_get_n (columns) == 0)
    premise_json_complain (columns, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                           _("a table needs at least one column"));
}

static void
read_texts (PremiseLoader    *self,
            PremiseJsonValue  value,
            GPtrArray        *texts)
{
  if (!premise_json_expect (value, PREMISE_JSON_ARRAY))
    return;

  for (PremiseJsonValue entry = premise_json_first (value); premise_json_is_present (entry);
       entry = premise_json_next (entry))
    {
      PremiseText *text = premise_loader_read_text (self, entry);

      if (text != NULL)
        g_ptr_array_add (texts, text);
    }
}

static gboolean
check_length (PremiseJsonValue value,
              guint            n_columns)
{
  if (!premise_json_is (value, PREMISE_JSON_ARRAY) || premise_json_get_n (value) == n_columns)
    return TRUE;

  premise_json_complain (value, PREMISE_SEVERITY_ERROR, PREMISE_DIAGNOSTIC_VALUE,
                         /* Translators: of one row of a table. */
                         _("number of entries: %u, number of headers: %u; "
                           "give one entry for each header"),
                         premise_json_get_n (value), n_columns);

  return FALSE;
}

static void
read_literal (PremiseLoader    *self,
              PremiseJsonValue  value,
              PremiseTable     *table)
{
  static const char *const keys[] = { "type", "id", "ref", "page", "source", "title", "note",
                                      "headers", "numeric", "rows", "highlight", NULL };
  PremiseJsonValue headers = premise_json_require (value, "headers");
  PremiseJsonValue numeric = premise_json_get (value, "numeric");
  PremiseJsonValue rows = premise_json_require (value, "rows");
  guint n_columns = premise_json_get_n (headers);
  guint column = 0;
  guint n_rows;

  premise_json_check_keys (value, keys);
  premise_loader_count (headers, PREMISE_LOADER_MAX_COLUMNS);
  read_texts (self, headers, table->headers);
  table->numeric = g_new0 (gboolean, n_columns + 1);

  if (premise_json_is_present (numeric) && premise_json_expect (numeric, PREMISE_JSON_ARRAY) &&
      check_length (numeric, n_columns))
    {
      for (PremiseJsonValue entry = premise_json_first (numeric); premise_json_is_present (entry);
           entry = premise_json_next (entry))
        table->numeric[column++] = premise_json_get_boolean (entry, FALSE);
    }

  if (!premise_json_expect (rows, PREMISE_JSON_ARRAY))
    return;

  n_rows = premise_loader_count (rows, PREMISE_LOADER_MAX_ROWS);
  for (PremiseJsonValue entry = premise_json_first (rows); n_rows-- > 0;
       entry = premise_json_next (entry))
    {
      GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_text_unref);

      g_ptr_array_add (table->rows, row);
      if (check_length (entry, n_columns))
        read_texts (self, entry, row);
    }
}

/**
 * premise_loader_read_table:
 * @self: a loader with a model
 * @value: a table block
 *
 * Reads a table: bound to an index, or with cells of its own. The title is left to the block.
 *
 * Returns: (transfer full): the table, incomplete after a complaint
 */
PremiseTable *
premise_loader_read_table (PremiseLoader    *self,
                           PremiseJsonValue  value)
{
  PremiseTable *table = premise_table_new ();
  guint n_errors = premise_json_file_get_n_errors (value.file);

  table->note = premise_loader_read_text (self, premise_json_get (value, "note"));

  if (premise_json_is_present (premise_json_get (value, "headers")) ||
      premise_json_is_present (premise_json_get (value, "rows")))
    read_literal (self, value, table);
  else
    read_bound (self, value, table);

  /* A column that is not there for its own mistake is not missed a second time. */
  if (premise_json_file_get_n_errors (value.file) == n_errors)
    premise_loader_read_highlights (self, premise_json_get (value, "highlight"), table);

  return table;
}
