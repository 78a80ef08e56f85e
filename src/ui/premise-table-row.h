/* premise-table-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-table-cell.h"
#include "premise-table-columns.h"

G_BEGIN_DECLS

/* A row of a table: the first cell stays where it is, the others move behind it. */
#define PREMISE_TYPE_TABLE_ROW (premise_table_row_get_type ())
G_DECLARE_FINAL_TYPE (PremiseTableRow, premise_table_row, PREMISE, TABLE_ROW, GtkWidget)

/* cells: (transfer floating). columns: (transfer none): belongs to the table and outlives the
 * row. */
GtkWidget        *premise_table_row_new        (GtkWidget *const             *cells,
                                                guint                         n_columns,
                                                const PremiseTableColumnSize *columns);
PremiseTableCell *premise_table_row_get_cell   (PremiseTableRow              *self,
                                                guint                         column);
int               premise_table_row_get_height (PremiseTableRow              *self);
/* How far the cells behind the first one are moved out to the left. */
void              premise_table_row_set_offset (PremiseTableRow              *self,
                                                int                           offset);

G_END_DECLS
