/* premise-table-head.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseTableHead:
 *
 * Keeps the head of a table on the screen while the page that the table is in scrolls the rest
 * of it by.
 */
typedef struct _PremiseTableHead PremiseTableHead;

/* table: (transfer none): outlives it; allocated again whenever the head has to move. */
PremiseTableHead *premise_table_head_new        (GtkWidget        *table) G_GNUC_WARN_UNUSED_RESULT;
void              premise_table_head_free       (PremiseTableHead *self);
/* While the table is allocated. height: of the head. most: how far it may go. Returns: how far
 * below the top of the table the head is to be. */
int               premise_table_head_place      (PremiseTableHead *self,
                                                 int               height,
                                                 int               most);
/* Scrolls what is at @y in the table out from behind the head, after the next layout. */
void              premise_table_head_uncover    (PremiseTableHead *self,
                                                 int               y);

G_END_DECLS
