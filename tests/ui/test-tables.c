/* test-tables.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"
#include "premise-ui-test.h"

#include <locale.h>
#include <math.h>

#define SECTION "first"
#define COFFEE 1
#define SECOND_YEAR 1
#define BOTH_YEARS 2

/* The table over two indexes of the shop, by its place in the section. */
#define ACROSS 11

static UiTest *
open_shop (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("PREMISE_DATA_DIR"), "..", "report",
                                              "data", "shop", NULL);

  return ui_test_open_folder (folder, "en", SECTION);
}

static const PremiseTable *
get_table (UiTest *test)
{
  const PremiseSection *section = premise_report_get_section (test->report, 0);

  return ((const PremiseBlock *) g_ptr_array_index (section->blocks, ACROSS))->table;
}

/* “Label: value” of a cell, which is followed by the base value off the base case. row:
 * PREMISE_MODEL_NOT_FOUND for the total row. */
static char *
dup_name (UiTest  *test,
          guint    row,
          guint    column,
          char   **label)
{
  const PremiseTable *table = get_table (test);
  const PremiseTableColumn *shown = premise_table_get_column (table, column);
  gboolean total = row == PREMISE_MODEL_NOT_FOUND;
  guint variable = total ? shown->total : shown->variable;
  guint cell = total ? shown->total_cell
                     : premise_table_get_cell (table, premise_report_get_model (test->report), row,
                                               column);
  g_autofree char *own = ui_test_dup_label (test, variable, cell);
  g_autofree char *value =
    premise_report_format_cell (test->report, variable,
                                premise_evaluator_get_value (test->evaluator, variable, cell),
                                total ? &shown->total_format : &shown->format, test->language);
  char *name = g_strdup_printf ("%s: %s*", own, value);

  if (label != NULL)
    *label = g_steal_pointer (&own);

  return name;
}

static AtspiAccessible *
find_cell (UiTest *test,
           guint   row,
           guint   column)
{
  g_autofree char *name = dup_name (test, row, column, NULL);
  g_autoptr(GError) error = NULL;
  AtspiAccessible *cell =
    premise_driver_find (test->driver, NULL, ATSPI_ROLE_TABLE_CELL, name, &error);

  g_assert_no_error (error);

  return cell;
}

static char *
dup_description (AtspiAccessible *accessible)
{
  return atspi_accessible_get_description (accessible, NULL);
}

static void
assert_passport (UiTest *test,
                 guint   row,
                 guint   column)
{
  g_autofree char *label = NULL;
  g_autofree char *name = dup_name (test, row, column, &label);
  g_autoptr(AtspiAccessible) dialog = NULL;
  g_autoptr(GError) error = NULL;

  dialog = premise_driver_find (test->driver, NULL, ATSPI_ROLE_DIALOG, label, &error);
  g_assert_no_error (error);
  ui_test_press (test, "Escape");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_DIALOG, "*", &error);
  g_assert_no_error (error);
}

static void
click_cell (UiTest *test,
            guint   row,
            guint   column)
{
  g_autoptr(AtspiAccessible) cell = find_cell (test, row, column);
  g_autoptr(GError) error = NULL;

  premise_driver_scroll_to (test->driver, cell, &error);
  g_assert_no_error (error);
  premise_driver_click (test->driver, cell, &error);
  g_assert_no_error (error);
}

/* Members of the two indexes are the heads, and every cell, the totals too, says what it is. */
static void
test_passports (void)
{
  g_autoptr(UiTest) test = open_shop ();
  g_autoptr(AtspiAccessible) head = NULL;
  g_autoptr(GError) error = NULL;

  head = premise_driver_find_text (test->driver, NULL, ATSPI_ROLE_INVALID, "Second year", &error);
  g_assert_no_error (error);

  click_cell (test, COFFEE, SECOND_YEAR);
  assert_passport (test, COFFEE, SECOND_YEAR);

  /* The cell has the focus now: on with keys alone, to the total of the row, of the column, and
   * of everything. */
  ui_test_press (test, "Right");
  ui_test_press (test, "Return");
  assert_passport (test, COFFEE, BOTH_YEARS);
  ui_test_press (test, "Down");
  ui_test_press (test, "Return");
  assert_passport (test, PREMISE_MODEL_NOT_FOUND, BOTH_YEARS);
  ui_test_press (test, "Left");
  ui_test_press (test, "Return");
  assert_passport (test, PREMISE_MODEL_NOT_FOUND, SECOND_YEAR);

  click_cell (test, PREMISE_MODEL_NOT_FOUND, 0);
  assert_passport (test, PREMISE_MODEL_NOT_FOUND, 0);
}

/* A screen reader hears what stands out, and no longer when the rule says no. */
static void
test_live (void)
{
  g_autoptr(UiTest) test = open_shop ();
  g_autoptr(AtspiAccessible) most = find_cell (test, 0, SECOND_YEAR);
  g_autoptr(AtspiAccessible) plain = find_cell (test, 0, 0);
  g_autoptr(AtspiAccessible) coffee = find_cell (test, COFFEE, 0);
  g_autoptr(AtspiAccessible) slider = NULL;
  g_autoptr(AtspiAccessible) moved = NULL;
  g_autoptr(AtspiAccessible) total = NULL;
  g_autofree char *of_most = dup_description (most);
  g_autofree char *of_plain = dup_description (plain);
  g_autofree char *of_coffee = dup_description (coffee);
  g_autofree char *of_moved = NULL;

  g_assert_cmpstr (of_most, ==, "Highlighted: The most");
  g_assert_false (g_str_has_prefix (of_plain, "Highlighted"));
  g_assert_cmpstr (of_coffee, ==, "Highlighted");

  slider = ui_test_show_slider (test, "shop.price", "coffee");
  ui_test_expect (test, "shop.price", "coffee", ui_test_drag_slider (test, slider, 0));
  moved = find_cell (test, COFFEE, 0);
  of_moved = dup_description (moved);
  g_assert_false (g_str_has_prefix (of_moved, "Highlighted"));
  total = find_cell (test, PREMISE_MODEL_NOT_FOUND, BOTH_YEARS);
}

/* A list is in the item that it belongs to, and has its number. */
static void
test_nested_list (void)
{
  g_autoptr(UiTest) test = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(AtspiAccessible) accessible =
    premise_driver_find_text (test->driver, NULL, ATSPI_ROLE_LABEL, "Green tea", &error);
  guint n_lists = 0;

  g_assert_no_error (error);

  for (guint i = 0; i < 12 && accessible != NULL; i++)
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (accessible, NULL);

      if (atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_LIST)
        n_lists++;
      g_object_unref (accessible);
      accessible = parent;
    }
  g_assert_cmpuint (n_lists, ==, 2);
}

#define FILE_NAME "chapters/content/market-space.json"
#define LONG_SECTION "market-space"
#define N_ROWS 60

/* The tree does not know of the padding of an exhibit. */
#define NEAR 40

/* A table that is longer than any window, before everything else in the section. */
static void
add_long_table (UiReport *report)
{
  g_autoptr(GString) block = g_string_new (
    "\"blocks\": [ { \"type\": \"table\", \"source\": \"deck\","
    "  \"title\": { \"zh\": \"长表\", \"en\": \"A long table\" },"
    "  \"headers\": [ { \"zh\": \"行\", \"en\": \"Line\" }, { \"zh\": \"数\", \"en\": \"How much\" } ],"
    "  \"rows\": [");

  for (guint i = 1; i <= N_ROWS; i++)
    g_string_append_printf (block, "%s[ { \"zh\": \"第%u行\", \"en\": \"Line %u\" },"
                            " { \"zh\": \"{market_space.space_total}\", \"en\": \"{market_space.space_total}\" } ]",
                            i > 1 ? ", " : "", i, i);
  g_string_append (block, "] },");
  ui_report_replace (report, FILE_NAME, "\"blocks\": [", block->str);
}

static double
get_top (UiTest          *test,
         AtspiAccessible *accessible)
{
  PremiseDriverArea area;
  g_autoptr(GError) error = NULL;

  premise_driver_get_area (test->driver, accessible, &area, &error);
  g_assert_no_error (error);

  return area.y;
}

/* Brings a line of the long table into the window. */
static double
scroll_to_line (UiTest *test,
                guint   line)
{
  g_autofree char *name = g_strdup_printf ("Line %u", line);
  g_autoptr(AtspiAccessible) row = NULL;
  g_autoptr(GError) error = NULL;

  row = premise_driver_find_text (test->driver, NULL, ATSPI_ROLE_LABEL, name, &error);
  g_assert_no_error (error);
  premise_driver_scroll_to (test->driver, row, &error);
  g_assert_no_error (error);

  return get_top (test, row);
}

/* Of a number in the middle of a long table one sees what column it is in. */
static void
test_long (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) head = NULL;
  g_autoptr(AtspiAccessible) page = NULL;
  g_autoptr(GError) error = NULL;
  double top, line;

  add_long_table (report);
  test = ui_test_open_folder (report->folder, "en", LONG_SECTION);
  head = premise_driver_find_text (test->driver, NULL, ATSPI_ROLE_LABEL, "How much", &error);
  g_assert_no_error (error);
  page = premise_driver_find (test->driver, NULL, ATSPI_ROLE_ARTICLE, "*", &error);
  g_assert_no_error (error);

  scroll_to_line (test, 20);
  line = scroll_to_line (test, 40);
  top = get_top (test, page);
  g_assert_cmpfloat (fabs (get_top (test, head) - top), <, NEAR);
  g_assert_cmpfloat (get_top (test, head), <, line);

  /* It goes with the table. */
  premise_driver_scroll (test->driver, 60);
  for (guint i = 0; i < 50 && get_top (test, head) > top - NEAR; i++)
    g_usleep (100 * 1000);
  g_assert_cmpfloat (get_top (test, head), <=, top - NEAR);

  /* And comes back to its place at the top. */
  premise_driver_scroll (test->driver, -200);
  line = scroll_to_line (test, 1);
  g_assert_cmpfloat (get_top (test, head), <, line);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/tables/passports", test_passports);
  g_test_add_func ("/ui/tables/live", test_live);
  g_test_add_func ("/ui/tables/long", test_long);
  g_test_add_func ("/ui/tables/nested-list", test_nested_list);

  return g_test_run ();
}
