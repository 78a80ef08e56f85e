/* premise-sensitivity.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"

#include <math.h>

G_BEGIN_DECLS

/**
 * PremiseSwing:
 * @variable: an assumption
 * @cell: its cell
 * @low: the low value that was tried, base units
 * @high: the high value that was tried, base units
 * @output_low: the output at @low
 * @output_high: the output at @high
 * @output_base: the output under the scenario
 * @elasticity: by how many per cent the output changes for one per cent of the assumption,
 *   under the scenario; NaN where one of them is 0
 * @lowest: the lowest output that was seen, at the ends and under the scenario; after
 *   premise_sensitivity_explore(), anywhere between
 * @lowest_at: the value of the assumption there, base units
 * @highest: the highest
 * @highest_at: the value of the assumption there
 * @turns: whether the output both rises and falls on the way; known after
 *   premise_sensitivity_explore()
 * @has_gaps: whether the output has no value somewhere on the way; known then, too
 *
 * What one assumption does to an output while all others stay: a bar of a tornado chart.
 */
typedef struct
{
  guint  variable;
  guint  cell;
  double low;
  double high;
  double output_low;
  double output_high;
  double output_base;
  double elasticity;
  double lowest;
  double lowest_at;
  double highest;
  double highest_at;
  guint  turns    : 1;
  guint  has_gaps : 1;
} PremiseSwing;

/* For the fraction: from one end of the range to the other. Where there is no limit, an
 * assumption is not moved that way. */
#define PREMISE_SENSITIVITY_RANGE INFINITY

GArray *premise_sensitivity_run     (PremiseScenario *scenario,
                                     guint            variable,
                                     guint            cell,
                                     double           fraction) G_GNUC_WARN_UNUSED_RESULT;
void    premise_sensitivity_explore (PremiseScenario *scenario,
                                     guint            variable,
                                     guint            cell,
                                     GArray          *swings);

G_END_DECLS
