/* premise-table-columns.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-columns.h"

/* A text that is wider than this is better set on several lines. */
#define TEXT_NATURAL 360
/* A head of a column of numbers may wrap down to this. */
#define HEADER_NATURAL 150
#define HEADER_SOFT    84
/* Narrower than this a column of text is unreadable: the table scrolls instead. */
#define TEXT_SOFT 132
/* When the table scrolls, the column that stays leaves room for the others. */
#define FIRST_SHARE 0.4
#define FIRST_LEAST 72

static int
get_natural (const PremiseTableColumnSize *column)
{
  if (column->numeric)
    return MAX (column->widest, MIN (column->header, HEADER_NATURAL));

  return MIN (MAX (column->widest, column->header), TEXT_NATURAL);
}

/* As narrow as it can be and still be read. */
static int
get_soft_minimum (const PremiseTableColumnSize *column)
{
  if (column->numeric)
    return MAX (column->widest, MIN (column->header, HEADER_SOFT));

  return MIN (get_natural (column), TEXT_SOFT);
}

/* A table that scrolls shows whole columns at first: what is left beside them is shared out, so
 * that none is cut in the middle of a number.
 */
static void
fill_page (PremiseTableColumnSize *columns,
           guint                   n_columns,
           int                     width)
{
  int room = width - columns[0].width;
  int sum = 0;
  int n_whole = 0;

  for (guint i = 1; i < n_columns && sum + columns[i].width <= room; i++, n_whole++)
    sum += columns[i].width;
  if (n_whole == 0)
    return;

  for (guint i = 1; i < n_columns; i++)
    columns[i].width += (room - sum) / n_whole;
  columns[n_whole].width += (room - sum) % n_whole;
}

static int
sum_widths (const PremiseTableColumnSize *columns,
            guint                         n_columns)
{
  int sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += columns[i].width;

  return sum;
}

/**
 * premise_table_columns_get_natural:
 * @columns: sizes of the columns
 * @n_columns: how many
 *
 * Returns: the width at which no column is pressed
 */
int
premise_table_columns_get_natural (const PremiseTableColumnSize *columns,
                                   guint                         n_columns)
{
  int natural = 0;

  for (guint i = 0; i < n_columns; i++)
    natural += get_natural (&columns[i]);

  return natural;
}

/**
 * premise_table_columns_fit:
 * @columns: (inout): sizes of the columns; their width is set
 * @n_columns: how many
 * @width: the room there is
 *
 * Shares @width among the columns: what is left over goes to all alike, what is missing is
 * taken where text can wrap, and when that is not enough the table is wider than @width. Then the
 * first columns end where @width ends.
 *
 * Returns: the sum of the widths
 */
int
premise_table_columns_fit (PremiseTableColumnSize *columns,
                           guint                   n_columns,
                           int                     width)
{
  int natural = premise_table_columns_get_natural (columns, n_columns);
  int soft = 0;

  if (n_columns == 0)
    return 0;

  for (guint i = 0; i < n_columns; i++)
    soft += get_soft_minimum (&columns[i]);

  for (guint i = 0; i < n_columns; i++)
    {
      int least = get_soft_minimum (&columns[i]);
      int liked = get_natural (&columns[i]);

      if (natural <= width)
        columns[i].width = liked + (width - natural) / (int) n_columns;
      else if (soft <= width)
        columns[i].width = least + (int) ((gint64) (liked - least) * (width - soft)
                                          / MAX (1, natural - soft));
      else
        columns[i].width = least;
    }

  if (soft > width)
    {
      columns[0].width = MIN (columns[0].width, MAX (FIRST_LEAST, (int) (FIRST_SHARE * width)));
      fill_page (columns, n_columns, width);
    }
  else
    columns[0].width += width - sum_widths (columns, n_columns);

  return sum_widths (columns, n_columns);
}
