/* premise-table-grid.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-table-view.h"

G_BEGIN_DECLS

/* What scrolls inside a table view. */
#define PREMISE_TYPE_TABLE_GRID (premise_table_grid_get_type ())
G_DECLARE_FINAL_TYPE (PremiseTableGrid, premise_table_grid, PREMISE, TABLE_GRID, GtkWidget)

GtkWidget *premise_table_grid_new        (guint                n_columns);
void       premise_table_grid_append_row (PremiseTableGrid    *self,
                                          PremiseTableRowKind  kind,
                                          GtkWidget *const    *cells);

G_END_DECLS
