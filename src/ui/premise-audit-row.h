/* premise-audit-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-audit.h"
#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *premise_audit_status_word  (PremiseAuditStatus       status);
guint      *premise_audit_dup_sections (PremiseReport           *report) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *premise_audit_row_new      (PremiseSession          *session,
                                        const PremiseAuditEntry *entry,
                                        guint                    section);

G_END_DECLS
