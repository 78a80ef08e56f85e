/* premise-table-columns.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-columns.h"

/* How wide columns may be for their text, which in the first one are names, and for the head of numbers,
 * which wraps too.
 */
typedef struct
{
  int first;
  int text;
  int header;
} Level;

static const Level levels[] = {
  { 360, 360, 150 },  /* a text that is wider is better set on several lines */
  { 132, 132, 84 },   /* one that is narrower is tiresome to read, */
  { 72, 92, 72 },     /* and narrower than this it is unreadable: the table scrolls instead */
};

/* In a table that scrolls anyway. */
#define SCROLLING (&levels[1])
/* When the table scrolls, the column that stays leaves room for the others. */
#define FIRST_SHARE 0.4
#define FIRST_LEAST 72

static int
get_width (const PremiseTableColumnSize *columns,
           guint                         i,
           const Level                  *level)
{
  const PremiseTableColumnSize *column = &columns[i];

  if (column->numeric)
    return MAX (column->widest, MIN (column->header, level->header));

  return MAX (MIN (MAX (column->widest, column->header), i == 0 ? level->first : level->text),
              column->unbroken);
}

static int
sum_at (const PremiseTableColumnSize *columns,
        guint                         n_columns,
        const Level                  *level)
{
  int sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += get_width (columns, i, level);

  return sum;
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
  return sum_at (columns, n_columns, &levels[0]);
}

/* There is room for all: what is left over goes to all alike. */
static void
widen (PremiseTableColumnSize *columns,
       guint                   n_columns,
       int                     width)
{
  int spare = width - sum_at (columns, n_columns, &levels[0]);

  for (guint i = 0; i < n_columns; i++)
    columns[i].width = get_width (columns, i, &levels[0]) + spare / (int) n_columns;
}

/* There is room for a level and not for the one above: each column goes the same part of the way. */
static void
share_out (PremiseTableColumnSize *columns,
           guint                   n_columns,
           int                     width,
           const Level            *level)
{
  int least = sum_at (columns, n_columns, level);
  int liked = sum_at (columns, n_columns, level - 1);

  for (guint i = 0; i < n_columns; i++)
    {
      int from = get_width (columns, i, level);
      int way = get_width (columns, i, level - 1) - from;

      columns[i].width = from + (int) ((gint64) way * (width - least) / MAX (1, liked - least));
    }
}

static void
scroll (PremiseTableColumnSize *columns,
        guint                   n_columns,
        int                     width)
{
  for (guint i = 0; i < n_columns; i++)
    columns[i].width = get_width (columns, i, SCROLLING);

  columns[0].width = MIN (columns[0].width, MAX (FIRST_LEAST, (int) (FIRST_SHARE * width)));
  columns[0].width = MAX (columns[0].width, columns[0].unbroken);
  fill_page (columns, n_columns, width);
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
  guint level = 0;

  if (n_columns == 0)
    return 0;

  while (level < G_N_ELEMENTS (levels) && sum_at (columns, n_columns, &levels[level]) > width)
    level++;

  if (level == 0)
    widen (columns, n_columns, width);
  else if (level < G_N_ELEMENTS (levels))
    share_out (columns, n_columns, width, &levels[level]);
  else
    scroll (columns, n_columns, width);

  if (level < G_N_ELEMENTS (levels))
    columns[0].width += width - sum_widths (columns, n_columns);

  return sum_widths (columns, n_columns);
}
