/* test-audit.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"

#include "premise-audit.h"

#include <math.h>

static void
test_compare (void)
{
  static const struct
  {
    double             printed;
    double             tolerance;
    double             computed;
    PremiseAuditStatus status;
  } cases[] = {
    { 741, 0.5, 741.25, PREMISE_AUDIT_MATCH },
    { 741, 0.5, 740.5, PREMISE_AUDIT_MATCH },
    { 741, 0.5, 741.51, PREMISE_AUDIT_APPROXIMATE },
    /* 2255 * 0.1 * 0.35 = 78.925, and the product of doubles is a little less. */
    { 78.93, 0.005, 2255 * 0.1 * 0.35, PREMISE_AUDIT_MATCH },
    { 78.93, 0.005, 78.92, PREMISE_AUDIT_APPROXIMATE },
    { 100, 0.5, 103, PREMISE_AUDIT_APPROXIMATE },
    { 100, 0.5, 105.01, PREMISE_AUDIT_DIFFERS },
    { -100, 0.5, -97, PREMISE_AUDIT_APPROXIMATE },
    { -100, 0.5, 100, PREMISE_AUDIT_DIFFERS },
    { 0, 0.5, 0.4, PREMISE_AUDIT_MATCH },
    { 0, 0.5, 0.6, PREMISE_AUDIT_DIFFERS },
    { 1, 0.5, NAN, PREMISE_AUDIT_DIFFERS },
    { 1, 0.5, INFINITY, PREMISE_AUDIT_DIFFERS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u: %g, %g", i, cases[i].printed, cases[i].computed);
      g_assert_cmpint (premise_audit_compare (cases[i].printed, cases[i].tolerance,
                                              cases[i].computed), ==, cases[i].status);
    }
}

static void
test_report (void)
{
  static const struct
  {
    const char        *id;
    guint              cell;
    double             printed;
    double             computed;
    PremiseAuditStatus status;
  } expected[] = {
    { "shop.revenue", 0, 30, 30, PREMISE_AUDIT_MATCH },
    { "shop.revenue", 1, 41, 40, PREMISE_AUDIT_APPROXIMATE },
    { "shop.revenue", 3, 150, 120, PREMISE_AUDIT_DIFFERS },
    { "shop.total", 0, 290, 290, PREMISE_AUDIT_MATCH },
    { "tax.due", 0, 73, 72.5, PREMISE_AUDIT_MATCH },
  };
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = package_load (package);
  g_autoptr(GArray) audit = premise_report_audit (report);

  g_assert_cmpuint (audit->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < audit->len; i++)
    {
      const PremiseAuditEntry *entry = &g_array_index (audit, PremiseAuditEntry, i);

      g_assert_cmpstr (premise_model_get_id (premise_report_get_model (report), entry->variable),
                       ==, expected[i].id);
      g_assert_cmpuint (entry->cell, ==, expected[i].cell);
      g_assert_true (entry->printed == expected[i].printed);
      g_assert_cmpfloat_with_epsilon (entry->computed, expected[i].computed, 1e-9);
      g_assert_cmpint (entry->status, ==, expected[i].status);
    }
}

/* A formula that gives nothing does not match what is printed for it. */
static void
test_error (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  g_autoptr(GArray) audit = NULL;
  const PremiseAuditEntry *entry;

  package_replace (package, "model/tax.json", "shop.total * rate", "shop.total / (rate - rate)");
  report = package_load (package);
  audit = premise_report_audit (report);
  entry = &g_array_index (audit, PremiseAuditEntry, audit->len - 1);
  g_assert_true (isnan (entry->computed));
  g_assert_cmpint (entry->status, ==, PREMISE_AUDIT_DIFFERS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit/compare", test_compare);
  g_test_add_func ("/audit/report", test_report);
  g_test_add_func ("/audit/error", test_error);

  return g_test_run ();
}
