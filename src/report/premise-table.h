/* premise-table.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-text.h"

G_BEGIN_DECLS

/* Tables of a section. Everything here is owned by the report and read-only. Positions of rows are
 * members of the table's index, or rows of a literal table; those of columns do not count the first
 * column of a bound table, which has the names of the members. */

/* A column of a table bound to an index: one number for each row. */
typedef struct
{
  PremiseText   *header;
  guint          variable;    /* over the table's index, and over `across` if there is one */
  guint          across;      /* index with a column for each member, PREMISE_MODEL_NOT_FOUND for none */
  guint          member;      /* of `across` */
  PremiseFormat  format;
  gboolean       row_total;   /* the totals of the rows: set apart as the total row is */
  guint          total;       /* variable in the total row, PREMISE_MODEL_NOT_FOUND for none */
  guint          total_cell;
  PremiseFormat  total_format;
} PremiseTableColumn;

/* Cells that stand out. They are all those in the row and the column, where the rule is not zero. */
typedef struct
{
  PremiseText *label;         /* (nullable): what they have in common */
  guint        row;           /* PREMISE_MODEL_NOT_FOUND for every row */
  guint        column;        /* PREMISE_MODEL_NOT_FOUND for every column */
  guint        rule;          /* variable, PREMISE_MODEL_NOT_FOUND for none */
} PremiseTableHighlight;

typedef struct
{
  PremiseText *title;         /* (nullable) */
  PremiseText *note;          /* (nullable): below the table */
  GArray      *highlights;    /* (element-type PremiseTableHighlight) */
  gboolean     bound;
  /* bound */
  guint        index;
  PremiseText *member_header; /* head of the first column */
  GArray      *columns;       /* (element-type PremiseTableColumn) */
  PremiseText *total_label;   /* (nullable): there is a total row */
  /* literal */
  GPtrArray   *headers;       /* (element-type PremiseText) */
  GPtrArray   *rows;          /* (element-type GPtrArray of PremiseText) */
  gboolean    *numeric;       /* per literal column: end-aligned */
} PremiseTable;

const PremiseTableColumn *premise_table_get_column       (const PremiseTable          *self,
                                                          guint                        column);
/* The cell of the column's variable in the row of a member. */
guint                     premise_table_get_cell         (const PremiseTable          *self,
                                                          PremiseModel                *model,
                                                          guint                        row,
                                                          guint                        column);
/* row, column: PREMISE_MODEL_NOT_FOUND for the total row and the names of the rows.
 * rule_cell: (out): the cell of the rule that decides, if there is a rule. */
gboolean                  premise_table_highlight_covers (const PremiseTable          *self,
                                                          PremiseModel                *model,
                                                          const PremiseTableHighlight *highlight,
                                                          guint                        row,
                                                          guint                        column,
                                                          guint                       *rule_cell);

G_END_DECLS
