/* test-table-cell.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-cell.h"

#include <locale.h>

#define LONGEST 102

static int
get_word (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr(GtkWidget) cell = NULL;

  gtk_label_set_markup (GTK_LABEL (label), markup);
  cell = g_object_ref_sink (premise_table_cell_new_for_child (PREMISE_TABLE_CELL_VALUE, label, FALSE));

  return premise_table_cell_get_word (PREMISE_TABLE_CELL (cell), LONGEST);
}

static int
get_width (const char *markup)
{
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  int natural;

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* Text is set on several lines, and a word that is absurdly long is broken. */
static void
test_words (void)
{
  g_assert_cmpint (get_word ("one word after another"), <=, get_width ("another") + 1);
  g_assert_cmpint (get_word ("Rindfleischetikettierungsüberwachungsaufgaben"), ==, LONGEST);
}

/* A live number is on one line: a column that is narrower would cut the year off. */
static void
test_live (void)
{
  const char *date = "<span allow_breaks=\"false\">30 November 2022, a Wednesday</span>";

  g_assert_cmpint (get_width (date), >, LONGEST);
  g_assert_cmpint (get_word (date), >=, get_width (date) - 1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/table-cell/words", test_words);
  g_test_add_func ("/table-cell/live", test_live);

  return g_test_run ();
}
