/* premise-audit-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PremiseAuditDialog:
 *
 * Every number that the source prints, beside what the model gives for it in the base case.
 *
 * Signal: "value-activated" (uint variable, uint cell).
 */
#define PREMISE_TYPE_AUDIT_DIALOG (premise_audit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PremiseAuditDialog, premise_audit_dialog, PREMISE, AUDIT_DIALOG, AdwDialog)

AdwDialog *premise_audit_dialog_new (PremiseSession *session);

G_END_DECLS
