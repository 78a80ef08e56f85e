/* test-review.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"
#include "premise-ui-test.h"

#include <locale.h>
#include <string.h>

#define SECTION "market-space"
#define FILE_NAME "chapters/content/market-space.json"
#define WORDS "A guess of 150 people in 2022"

static const char block[] =
  "\"blocks\": [\n"
  "{ \"type\": \"text\", \"text\": { \"zh\": \"约150人\", \"en\": \"" WORDS "\" } },";

typedef struct
{
  AtspiAccessible *label;
  const char      *digits;
  const char      *underline;   /* (nullable) */
} Underlined;

/* How the digits are underlined, as a screen reader is told. */
static gboolean
is_underlined (PremiseDriver *driver,
               gpointer       user_data)
{
  const Underlined *self = user_data;
  g_autoptr(AtspiText) text = atspi_accessible_get_text_iface (self->label);
  int offset = (int) (strstr (WORDS, self->digits) - WORDS);
  int start, end;
  g_autoptr(GHashTable) attributes = atspi_text_get_attribute_run (text, offset, FALSE, &start, &end, NULL);
  const char *underline = attributes != NULL ? g_hash_table_lookup (attributes, "underline") : NULL;

  return g_strcmp0 (underline, self->underline) == 0;
}

static void
assert_underlined (UiTest          *test,
                   AtspiAccessible *label,
                   const char      *digits,
                   const char      *underline)
{
  Underlined wanted = { label, digits, underline };
  g_autoptr(GError) error = NULL;

  premise_driver_wait (test->driver, is_underlined, &wanted, "the digits to be underlined so", &error);
  g_assert_no_error (error);
}

/* F8 shows which digits nothing vouches for, and says what the marks mean. A year is no quantity. */
static void
test_literals (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) label = NULL;
  g_autoptr(GError) error = NULL;

  ui_report_replace (report, FILE_NAME, "\"blocks\": [", block);
  test = ui_test_open_folder (report->folder, "en", SECTION);
  label = premise_driver_find (test->driver, NULL, ATSPI_ROLE_LABEL, WORDS, &error);
  g_assert_no_error (error);

  assert_underlined (test, label, "150", NULL);
  ui_test_press (test, "F8");
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, "No Origin");
  assert_underlined (test, label, "150", "error");
  assert_underlined (test, label, "2022", NULL);

  ui_test_press (test, "F8");
  assert_underlined (test, label, "150", NULL);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review/literals", test_literals);

  return g_test_run ();
}
