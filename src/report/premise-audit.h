/* premise-audit.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"

G_BEGIN_DECLS

typedef enum
{
  PREMISE_AUDIT_MATCH,        /* the same in the printed decimals */
  PREMISE_AUDIT_APPROXIMATE,  /* within 3 % */
  PREMISE_AUDIT_DIFFERS,
} PremiseAuditStatus;

#define PREMISE_AUDIT_N_STATUS 3

/**
 * PremiseAuditEntry:
 * @variable: position of the variable
 * @cell: its cell
 * @printed: what the source prints, in base units
 * @computed: what the formula gives in the base case, in base units; NaN when it gives nothing
 * @tolerance: half a unit of the last printed digit, in base units
 * @status: how they compare
 *
 * A number that the source prints, recomputed.
 */
typedef struct
{
  guint              variable;
  guint              cell;
  double             printed;
  double             computed;
  double             tolerance;
  PremiseAuditStatus status;
} PremiseAuditEntry;

PremiseAuditStatus  premise_audit_compare          (double              printed,
                                                    double              tolerance,
                                                    double              computed);
GArray             *premise_report_audit           (PremiseReport      *report) G_GNUC_WARN_UNUSED_RESULT;
const char         *premise_audit_status_to_string (PremiseAuditStatus  status);

G_END_DECLS
