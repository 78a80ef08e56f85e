/* premise-table-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-table-cell.h"

G_BEGIN_DECLS

typedef enum
{
  PREMISE_TABLE_ROW_HEADER,
  PREMISE_TABLE_ROW_BODY,
  PREMISE_TABLE_ROW_TOTAL,
} PremiseTableRowKind;

/**
 * PremiseTableView:
 *
 * A table that scrolls sideways inside itself when it is too wide; the first column stays.
 */
#define PREMISE_TYPE_TABLE_VIEW (premise_table_view_get_type ())
G_DECLARE_FINAL_TYPE (PremiseTableView, premise_table_view, PREMISE, TABLE_VIEW, GtkWidget)

GtkWidget *premise_table_view_new        (guint                n_columns);
/* cells: (transfer floating): n_columns of them, each a PremiseTableCell. */
void       premise_table_view_append_row (PremiseTableView    *self,
                                          PremiseTableRowKind  kind,
                                          GtkWidget *const    *cells);

G_END_DECLS
