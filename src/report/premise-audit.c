/* premise-audit.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-audit.h"

#include <math.h>

#define APPROXIMATE 0.03

/* What a value may be off by in the last bits after some arithmetic; without it 78.925,
 * computed as 78.92499999999999, would not be what is printed as 78.93.
 */
#define SLACK 1e-9

/**
 * premise_audit_compare:
 * @printed: what is printed
 * @tolerance: half a unit of its last digit
 * @computed: what comes out, NaN for nothing
 *
 * Compares a computed number with a printed one. Whoever rounds half away from zero, half
 * to even or half up gets a match.
 *
 * Returns: how they compare
 */
PremiseAuditStatus
premise_audit_compare (double printed,
                       double tolerance,
                       double computed)
{
  double difference = fabs (computed - printed);

  if (isnan (difference))
    return PREMISE_AUDIT_DIFFERS;

  if (difference <= tolerance * (1 + SLACK) + fabs (printed) * SLACK)
    return PREMISE_AUDIT_MATCH;

  return difference <= fabs (printed) * APPROXIMATE ? PREMISE_AUDIT_APPROXIMATE
                                                    : PREMISE_AUDIT_DIFFERS;
}

/**
 * premise_audit_status_to_string:
 * @status: a status
 *
 * Returns: its name for machines and logs: “match”, “approximate”, “differs”
 */
const char *
premise_audit_status_to_string (PremiseAuditStatus status)
{
  static const char *const names[] = { "match", "approximate", "differs" };

  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (names), NULL);

  return names[status];
}

/**
 * premise_report_audit:
 * @report: a report
 *
 * Recomputes every number for which the report says what its source prints.
 *
 * Returns: (transfer full) (element-type PremiseAuditEntry): one entry per printed number,
 *   in the order of the model
 */
GArray *
premise_report_audit (PremiseReport *report)
{
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  PremiseModel *model;
  GArray *entries;

  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);

  model = premise_report_get_model (report);
  scenario = premise_scenario_new (model);
  evaluator = premise_evaluator_new (scenario);
  entries = g_array_new (FALSE, TRUE, sizeof (PremiseAuditEntry));

  for (guint i = 0; i < premise_model_get_n_variables (model); i++)
    {
      const PremiseVariableInfo *info = premise_report_get_info (report, i);

      for (guint cell = 0; info->printed != NULL && cell < premise_model_get_n_cells (model, i);
           cell++)
        {
          PremiseAuditEntry entry = {
            .variable = i,
            .cell = cell,
            .printed = info->printed[cell],
            .tolerance = info->tolerance[cell],
          };

          if (isnan (entry.printed))
            continue;

          entry.computed = premise_evaluator_get_base_value (evaluator, i, cell);
          entry.status = premise_audit_compare (entry.printed, entry.tolerance, entry.computed);
          g_array_append_val (entries, entry);
        }
    }

  return entries;
}
