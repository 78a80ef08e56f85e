/* premise-session.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"
#include "premise-history.h"
#include "premise-report.h"

G_BEGIN_DECLS

/**
 * PremiseSession:
 *
 * An open report and what the reader does with it: the scenario and its
 * history, the values, and the language the report is read in. Every view of
 * a window shares one session and reads it; only the history changes values.
 */
#define PREMISE_TYPE_SESSION (premise_session_get_type ())
G_DECLARE_FINAL_TYPE (PremiseSession, premise_session, PREMISE, SESSION, GObject)

PremiseSession   *premise_session_new             (PremiseReport  *report) G_GNUC_WARN_UNUSED_RESULT;
PremiseReport    *premise_session_get_report      (PremiseSession *self);
PremiseModel     *premise_session_get_model       (PremiseSession *self);
PremiseScenario  *premise_session_get_scenario    (PremiseSession *self);
PremiseEvaluator *premise_session_get_evaluator   (PremiseSession *self);
PremiseHistory   *premise_session_get_history     (PremiseSession *self);

/* Property "language" (string, notifies): the language the report is shown in. */
const char       *premise_session_get_language    (PremiseSession *self);
gboolean          premise_session_set_language    (PremiseSession *self,
                                                   const char     *language);

/* Property "dragging" (boolean, notifies): a slider is held. Charts keep their scales
 * until it is let go. Begins and ends one step of the history. */
gboolean          premise_session_get_dragging    (PremiseSession *self);
void              premise_session_begin_drag      (PremiseSession *self);
void              premise_session_end_drag        (PremiseSession *self);

/* Property "reviewing" (boolean, notifies): numbers are marked by what they are. */
gboolean          premise_session_get_reviewing   (PremiseSession *self);
void              premise_session_set_reviewing   (PremiseSession *self,
                                                   gboolean        reviewing);

/* Signal "values-changed" (GArray of guint): the variables whose values changed, once
 * for each change of the scenario, after all of them are up to date. */

G_END_DECLS
