/* premise-reloader.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-report.h"

G_BEGIN_DECLS

/**
 * PremiseReloader:
 *
 * Loads a report, and says when one of its files has changed since: also one that was missing,
 * and one that is new. It waits until an editor has finished.
 *
 * Signal: "changed".
 */
#define PREMISE_TYPE_RELOADER (premise_reloader_get_type ())
G_DECLARE_FINAL_TYPE (PremiseReloader, premise_reloader, PREMISE, RELOADER, GObject)

PremiseReloader *premise_reloader_new      (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
const char      *premise_reloader_get_path (PremiseReloader *self);
void             premise_reloader_start    (PremiseReloader *self);
PremiseReport   *premise_reloader_load     (PremiseReloader *self,
                                            GPtrArray       *diagnostics,
                                            gboolean        *changed) G_GNUC_WARN_UNUSED_RESULT;
void             premise_reloader_postpone (PremiseReloader *self);

G_END_DECLS
