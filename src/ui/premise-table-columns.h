/* premise-table-columns.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How wide the columns of a table are. */
typedef struct
{
  gboolean numeric;
  int      header;    /* what the head would like on one line */
  int      body;      /* what the rows would like */
  int      widest;    /* the most they ever liked, so that a column does not jump */
  int      width;     /* what it got */
  int      unbroken;  /* what cannot be set on two lines: a number among words */
} PremiseTableColumnSize;

/* Returns: the sum of the widths, which is more than width when the table has to scroll. */
int premise_table_columns_fit         (PremiseTableColumnSize       *columns,
                                       guint                         n_columns,
                                       int                           width);
int premise_table_columns_get_natural (const PremiseTableColumnSize *columns,
                                       guint                         n_columns);

G_END_DECLS
