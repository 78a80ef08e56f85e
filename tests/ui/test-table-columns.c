/* test-table-columns.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-columns.h"

#include <locale.h>

/* What a table has of a window of 360 pixels. */
#define NARROW 288

#define N_COLUMNS 6

/* A column of names, and numbers that cannot be set on two lines. */
static void
make_table (PremiseTableColumnSize columns[N_COLUMNS],
            int                    number)
{
  columns[0] = (PremiseTableColumnSize) { FALSE, 70, 110, 110, 0 };
  for (guint i = 1; i < N_COLUMNS; i++)
    columns[i] = (PremiseTableColumnSize) { TRUE, 40, number, number, 0 };
}

static void
assert_numbers_fit (const PremiseTableColumnSize columns[N_COLUMNS])
{
  for (guint i = 1; i < N_COLUMNS; i++)
    g_assert_cmpint (columns[i].width, >=, columns[i].widest);
}

/* Whatever is left goes to the columns, to the last pixel. */
static void
test_wide (void)
{
  PremiseTableColumnSize columns[N_COLUMNS];

  make_table (columns, 53);
  for (int width = 400; width < 900; width += 7)
    {
      g_assert_cmpint (premise_table_columns_fit (columns, N_COLUMNS, width), ==, width);
      assert_numbers_fit (columns);
    }
}

/* At whatever width, no column is cut by the edge, unless it is wider than all the room. */
static void
test_narrow (void)
{
  for (int number = 30; number < 170; number++)
    {
      PremiseTableColumnSize columns[N_COLUMNS];
      int end;

      make_table (columns, number);
      if (premise_table_columns_fit (columns, N_COLUMNS, NARROW) == NARROW)
        continue;

      assert_numbers_fit (columns);
      end = columns[0].width;
      for (guint i = 1; i < N_COLUMNS && end < NARROW; i++)
        end += columns[i].width;
      g_assert_cmpint (end, ==, NARROW);
    }
}

/* What is compared stands side by side on a telephone too: three columns of text need not scroll. */
static void
test_three_texts (void)
{
  PremiseTableColumnSize columns[] = {
    { FALSE, 70, 74, 74, 0 }, { FALSE, 90, 420, 420, 0 }, { FALSE, 90, 300, 300, 0 },
  };

  g_assert_cmpint (premise_table_columns_fit (columns, 3, NARROW), ==, NARROW);
  g_assert_cmpint (columns[0].width, >=, 70);
  g_assert_cmpint (columns[1].width, >=, 92);
  g_assert_cmpint (columns[2].width, >=, 92);

  /* A fourth would leave too little of each. */
  g_assert_cmpint (premise_table_columns_fit ((PremiseTableColumnSize[]) { columns[0], columns[1], columns[2],
                                                                           columns[1] }, 4, NARROW), >, NARROW);
}

/* A date in the first column is not written over by the second. */
static void
test_unbroken (void)
{
  PremiseTableColumnSize columns[] = {
    { FALSE, 40, 130, 130, 0, 128 }, { FALSE, 50, 90, 90, 0, 20 }, { TRUE, 60, 120, 120, 0, 0 },
    { FALSE, 90, 420, 420, 0, 60 },
  };

  g_assert_cmpint (premise_table_columns_fit (columns, G_N_ELEMENTS (columns), NARROW), >, NARROW);
  g_assert_cmpint (columns[0].width, >=, 128);
}

/* A number that is wider than the room is whole when one scrolls to it. */
static void
test_very_narrow (void)
{
  PremiseTableColumnSize columns[N_COLUMNS];

  make_table (columns, 300);
  g_assert_cmpint (premise_table_columns_fit (columns, N_COLUMNS, NARROW), >, NARROW);
  assert_numbers_fit (columns);
  g_assert_cmpint (columns[0].width, <, NARROW / 2);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-columns/wide", test_wide);
  g_test_add_func ("/table-columns/narrow", test_narrow);
  g_test_add_func ("/table-columns/three-texts", test_three_texts);
  g_test_add_func ("/table-columns/unbroken", test_unbroken);
  g_test_add_func ("/table-columns/very-narrow", test_very_narrow);

  return g_test_run ();
}
