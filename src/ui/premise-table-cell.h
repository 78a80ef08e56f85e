/* premise-table-cell.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PREMISE_TABLE_CELL_COLUMN_HEADER,
  PREMISE_TABLE_CELL_ROW_HEADER,
  PREMISE_TABLE_CELL_VALUE,
} PremiseTableCellKind;

/**
 * PremiseTableCell:
 *
 * One cell of a table. A cell with a target is a live number: it takes the focus and asks for
 * its passport when it is activated.
 */
#define PREMISE_TYPE_TABLE_CELL (premise_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (PremiseTableCell, premise_table_cell, PREMISE, TABLE_CELL, GtkWidget)

/* language: that of the report. numeric: end-aligned, on one line. */
GtkWidget *premise_table_cell_new              (PremiseTableCellKind  kind,
                                                const char           *text,
                                                const char           *language,
                                                gboolean              numeric);
/* A cell that shows another widget. */
GtkWidget *premise_table_cell_new_for_child    (PremiseTableCellKind  kind,
                                                GtkWidget            *child,
                                                gboolean              numeric);
gboolean   premise_table_cell_get_numeric      (PremiseTableCell     *self);
int        premise_table_cell_get_word         (PremiseTableCell     *self,
                                                int                   longest);
gboolean   premise_table_cell_get_live         (PremiseTableCell     *self);
void       premise_table_cell_set_text         (PremiseTableCell     *self,
                                                const char           *text);
/* The value that the cell shows; activating it asks for it. */
void       premise_table_cell_set_target       (PremiseTableCell     *self,
                                                guint                 variable,
                                                guint                 cell);
/* what: (nullable): the name of the value. base: (nullable): the base value when it differs. */
void       premise_table_cell_set_description  (PremiseTableCell     *self,
                                                const char           *what,
                                                const char           *base);
/* label: (nullable): what the cells that stand out have in common. */
void       premise_table_cell_set_highlighted  (PremiseTableCell     *self,
                                                gboolean              highlighted,
                                                const char           *label);

G_END_DECLS
