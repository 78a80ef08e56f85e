/* premise-scenario.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model.h"

G_BEGIN_DECLS

/**
 * PremiseScenario:
 *
 * A sparse overlay of assumption values on the base case of one model.
 * Setting the base value removes the override.
 */
#define PREMISE_TYPE_SCENARIO (premise_scenario_get_type ())
G_DECLARE_FINAL_TYPE (PremiseScenario, premise_scenario, PREMISE, SCENARIO, GObject)

typedef struct
{
  guint  variable;
  guint  cell;
  double value;     /* base units */
} PremiseOverride;

#define PREMISE_SCENARIO_ERROR (premise_scenario_error_quark ())
typedef enum
{
  PREMISE_SCENARIO_ERROR_NOT_ASSUMPTION,
  PREMISE_SCENARIO_ERROR_NOT_FINITE,
  PREMISE_SCENARIO_ERROR_OUT_OF_RANGE,
} PremiseScenarioError;
GQuark           premise_scenario_error_quark      (void);

PremiseScenario *premise_scenario_new              (PremiseModel     *model) G_GNUC_WARN_UNUSED_RESULT;
PremiseModel    *premise_scenario_get_model        (PremiseScenario  *self);
double           premise_scenario_get_value        (PremiseScenario  *self,     /* override or base */
                                                    guint             variable,
                                                    guint             cell);
gboolean         premise_scenario_is_overridden    (PremiseScenario  *self,
                                                    guint             variable,
                                                    guint             cell);
gboolean         premise_scenario_set_value        (PremiseScenario  *self,
                                                    guint             variable,
                                                    guint             cell,
                                                    double            value,
                                                    GError          **error);
/* Sets several at once and emits ::changed once. Refuses all if one is refused. */
gboolean         premise_scenario_set_values       (PremiseScenario       *self,
                                                    const PremiseOverride *values,
                                                    guint                  n_values,
                                                    GError               **error);
void             premise_scenario_reset            (PremiseScenario  *self,
                                                    guint             variable,
                                                    guint             cell);
void             premise_scenario_reset_all        (PremiseScenario  *self);
guint            premise_scenario_get_n_overrides  (PremiseScenario  *self);
/* Sorted by variable, then cell. (element-type PremiseOverride) (transfer full) */
GArray          *premise_scenario_dup_overrides    (PremiseScenario  *self);

/* Property "n-overrides" (uint, notifies). Signal "changed" (GArray of PremiseOverride: the new values). */

G_END_DECLS
