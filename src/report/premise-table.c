/* premise-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table.h"

#include "premise-report-private.h"

static void
column_clear (gpointer data)
{
  g_clear_pointer (&((PremiseTableColumn *) data)->header, premise_text_unref);
}

static void
highlight_clear (gpointer data)
{
  g_clear_pointer (&((PremiseTableHighlight *) data)->label, premise_text_unref);
}

/* All its lists are there and empty. */
PremiseTable *
premise_table_new (void)
{
  PremiseTable *self = g_new0 (PremiseTable, 1);

  self->index = PREMISE_MODEL_NOT_FOUND;
  self->highlights = g_array_new (FALSE, TRUE, sizeof (PremiseTableHighlight));
  g_array_set_clear_func (self->highlights, highlight_clear);
  self->columns = g_array_new (FALSE, TRUE, sizeof (PremiseTableColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->headers = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_text_unref);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
premise_table_free (PremiseTable *self)
{
  g_clear_pointer (&self->title, premise_text_unref);
  g_clear_pointer (&self->note, premise_text_unref);
  g_clear_pointer (&self->member_header, premise_text_unref);
  g_clear_pointer (&self->total_label, premise_text_unref);
  g_clear_pointer (&self->highlights, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->numeric);
  g_free (self);
}

/* The cell of a variable where every index of it is the table's or the column's; NOT_FOUND where it
 * has another one, or one that has no member there. */
static guint
find_cell (const PremiseTable       *self,
           PremiseModel             *model,
           guint                     variable,
           guint                     row,
           const PremiseTableColumn *column)
{
  guint n = premise_model_get_n_dims (model, variable);
  g_autofree guint *members = g_new0 (guint, MAX (n, 1));

  for (guint dim = 0; dim < n; dim++)
    {
      guint index = premise_model_get_dim (model, variable, dim);

      members[dim] = PREMISE_MODEL_NOT_FOUND;
      if (index == self->index)
        members[dim] = row;
      else if (column != NULL && index == column->across)
        members[dim] = column->member;

      if (members[dim] == PREMISE_MODEL_NOT_FOUND)
        return PREMISE_MODEL_NOT_FOUND;
    }

  return premise_model_get_cell (model, variable, members);
}

/**
 * premise_table_get_column:
 * @self: a table bound to an index
 * @column: position of a column
 *
 * Returns: (transfer none): the column
 */
const PremiseTableColumn *
premise_table_get_column (const PremiseTable *self,
                          guint               column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, PremiseTableColumn, column);
}

/**
 * premise_table_get_cell:
 * @self: a table bound to an index
 * @model: the model of its report
 * @row: position of a member of the table's index
 * @column: position of a column
 *
 * Returns: the cell of the column's variable that stands there
 */
guint
premise_table_get_cell (const PremiseTable *self,
                        PremiseModel       *model,
                        guint               row,
                        guint               column)
{
  const PremiseTableColumn *shown = premise_table_get_column (self, column);

  g_return_val_if_fail (shown != NULL, PREMISE_MODEL_NOT_FOUND);

  return find_cell (self, model, shown->variable, row, shown);
}

/**
 * premise_table_highlight_covers:
 * @self: a table
 * @model: the model of its report
 * @highlight: one of its highlights
 * @row: position of a row, %PREMISE_MODEL_NOT_FOUND for the total row
 * @column: position of a column, %PREMISE_MODEL_NOT_FOUND for the names of the rows
 * @rule_cell: (out): the cell of the highlight's rule that decides there, %PREMISE_MODEL_NOT_FOUND
 *   when it has none
 *
 * Names of rows belong to a highlight that goes through the whole row.
 *
 * Returns: whether the cell stands out, provided that the rule is not zero
 */
gboolean
premise_table_highlight_covers (const PremiseTable          *self,
                                PremiseModel                *model,
                                const PremiseTableHighlight *highlight,
                                guint                        row,
                                guint                        column,
                                guint                       *rule_cell)
{
  const PremiseTableColumn *shown = NULL;

  g_return_val_if_fail (self != NULL && highlight != NULL, FALSE);

  *rule_cell = PREMISE_MODEL_NOT_FOUND;
  if ((highlight->row != PREMISE_MODEL_NOT_FOUND && highlight->row != row)
      || (highlight->column != PREMISE_MODEL_NOT_FOUND && highlight->column != column))
    return FALSE;

  if (highlight->rule == PREMISE_MODEL_NOT_FOUND)
    return TRUE;

  if (self->bound && column != PREMISE_MODEL_NOT_FOUND)
    shown = premise_table_get_column (self, column);
  *rule_cell = find_cell (self, model, highlight->rule, row, shown);

  return *rule_cell != PREMISE_MODEL_NOT_FOUND;
}
