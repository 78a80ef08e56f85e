/* premise-history.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-scenario.h"

G_BEGIN_DECLS

/**
 * PremiseHistory:
 *
 * Undo and redo for a scenario. Changes made between premise_history_begin()
 * and premise_history_end() (one drag of a slider) are one step.
 */
#define PREMISE_TYPE_HISTORY (premise_history_get_type ())
G_DECLARE_FINAL_TYPE (PremiseHistory, premise_history, PREMISE, HISTORY, GObject)

PremiseHistory *premise_history_new       (PremiseScenario  *scenario) G_GNUC_WARN_UNUSED_RESULT;
gboolean        premise_history_set_value (PremiseHistory   *self,
                                           guint             variable,
                                           guint             cell,
                                           double            value,
                                           GError          **error);
void            premise_history_reset     (PremiseHistory   *self,
                                           guint             variable,
                                           guint             cell);
void            premise_history_reset_all (PremiseHistory   *self);
void            premise_history_begin     (PremiseHistory   *self);
void            premise_history_end       (PremiseHistory   *self);
gboolean        premise_history_undo      (PremiseHistory   *self);
gboolean        premise_history_redo      (PremiseHistory   *self);
gboolean        premise_history_can_undo  (PremiseHistory   *self);
gboolean        premise_history_can_redo  (PremiseHistory   *self);

/* Properties "can-undo", "can-redo" (notify). */

G_END_DECLS
