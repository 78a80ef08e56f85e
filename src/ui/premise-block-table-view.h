/* premise-block-table-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseBlockTableView:
 *
 * A table of the report, without its title: bound to an index, or with cells of text.
 */
#define PREMISE_TYPE_BLOCK_TABLE_VIEW (premise_block_table_view_get_type ())
G_DECLARE_FINAL_TYPE (PremiseBlockTableView, premise_block_table_view, PREMISE, BLOCK_TABLE_VIEW, GtkWidget)

GtkWidget *premise_block_table_view_new (PremiseSession     *session,
                                    const PremiseTable *table);

G_END_DECLS
