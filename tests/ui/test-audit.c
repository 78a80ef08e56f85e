/* test-audit.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include "premise-audit.h"

#include <locale.h>

#define SECTION "market-space"

static gboolean
count_row (AtspiAccessible *accessible,
           gpointer         user_data)
{
  guint *n_rows = user_data;

  if (atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_LIST_ITEM)
    (*n_rows)++;

  return FALSE;
}

static gboolean
has_rows (PremiseDriver *driver,
          gpointer       user_data)
{
  g_autoptr(AtspiAccessible) list =
    premise_driver_peek (driver, NULL, ATSPI_ROLE_LIST, "Printed numbers");
  guint n_rows = 0;

  if (list == NULL)
    return FALSE;

  premise_driver_walk (driver, list, count_row, &n_rows);

  return n_rows == *(guint *) user_data;
}

static void
wait_rows (UiTest *test,
           guint   n)
{
  g_autoptr(GError) error = NULL;

  premise_driver_wait (test->driver, has_rows, &n, "the rows of the audit", &error);
  g_assert_no_error (error);
}

typedef struct
{
  AtspiAccessible   *accessible;
  PremiseDriverArea  area;
} Moving;

static gboolean
is_still (PremiseDriver *driver,
          gpointer       user_data)
{
  Moving *moving = user_data;
  PremiseDriverArea before = moving->area;

  return premise_driver_get_area (driver, moving->accessible, &moving->area, NULL) &&
         moving->area.width > 0 && moving->area.x == before.x && moving->area.y == before.y;
}

/* Opens the page, and waits until it has come to rest: until then a click would miss. */
static void
open_audit (UiTest *test)
{
  g_autoptr(AtspiAccessible) list = NULL;
  g_autoptr(GError) error = NULL;
  Moving moving = { 0 };

  ui_test_press (test, "Control+Shift+a");
  list = premise_driver_find (test->driver, NULL, ATSPI_ROLE_LIST, "Printed numbers", &error);
  g_assert_no_error (error);
  moving.accessible = list;
  premise_driver_wait (test->driver, is_still, &moving, "the audit to come to rest", &error);
  g_assert_no_error (error);
}

/* Position of the first entry that has the status. */
static guint
find_entry (GArray             *entries,
            PremiseAuditStatus  status)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, PremiseAuditEntry, i).status == status)
      return i;

  return PREMISE_MODEL_NOT_FOUND;
}

static void
count_entries (UiTest *test,
               guint   n[PREMISE_AUDIT_N_STATUS],
               char  **summary)
{
  g_autoptr(GArray) entries = premise_report_audit (test->report);

  for (guint i = 0; i < entries->len; i++)
    n[g_array_index (entries, PremiseAuditEntry, i).status]++;
  *summary = g_strdup_printf ("%u of %u match, %u about the same, %u differ",
                              n[PREMISE_AUDIT_MATCH], entries->len,
                              n[PREMISE_AUDIT_APPROXIMATE], n[PREMISE_AUDIT_DIFFERS]);
}

/* The page has what the audit gives, and its filter, which has the focus, shows less of it. */
static void
test_counts (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("PREMISE_DATA_DIR"), "..", "report",
                                              "data", "shop", NULL);
  g_autoptr(UiTest) test = ui_test_open_folder (folder, "en", "first");
  g_autofree char *summary = NULL;
  guint n[PREMISE_AUDIT_N_STATUS] = { 0 };

  count_entries (test, n, &summary);
  open_audit (test);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, summary);

  for (guint i = 0; i < PREMISE_AUDIT_N_STATUS; i++)
    {
      g_assert_cmpuint (n[i], >, 0);
      ui_test_press (test, "Right");
      ui_test_press (test, "space");
      wait_rows (test, n[i]);
    }
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "Elsewhere the source has");

  for (guint i = 0; i < PREMISE_AUDIT_N_STATUS; i++)
    ui_test_press (test, "Left");
  ui_test_press (test, "space");
  wait_rows (test, n[0] + n[1] + n[2]);
}

/* What is changed is not audited, and the page says so. */
static void
test_off_base (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) slider = ui_test_show_slider (test, "market_space.ai_share", "game");
  g_autofree char *summary = NULL;
  guint n[PREMISE_AUDIT_N_STATUS] = { 0 };

  count_entries (test, n, &summary);
  ui_test_drag_slider (test, slider, 0.9);
  open_audit (test);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "The audit is of the base case");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, summary);

  /* Those that did not fit into the dialog as it opened are there too. */
  wait_rows (test, n[0] + n[1] + n[2]);
}

/* A row leads to what its number is. */
static void
test_row (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(GArray) entries = premise_report_audit (test->report);
  guint first = find_entry (entries, PREMISE_AUDIT_MATCH);
  const PremiseAuditEntry *entry = &g_array_index (entries, PremiseAuditEntry, first);
  g_autofree char *label = ui_test_dup_label (test, entry->variable, entry->cell);
  g_autofree char *row = g_strdup_printf ("%s: Matches. *", label);
  g_autoptr(GError) error = NULL;

  open_audit (test);
  ui_test_click (test, NULL, ATSPI_ROLE_LIST_ITEM, row);
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_LIST, "Printed numbers", &error);
  g_assert_no_error (error);
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, label);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/audit/counts", test_counts);
  g_test_add_func ("/ui/audit/off-base", test_off_base);
  g_test_add_func ("/ui/audit/row", test_row);

  return g_test_run ();
}
