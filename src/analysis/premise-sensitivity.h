/* premise-sensitivity.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-evaluator.h"

G_BEGIN_DECLS

/**
 * PremiseSwing:
 * @variable: an assumption
 * @cell: its cell
 * @low: the low value that was tried, base units
 * @high: the high value that was tried, base units
 * @output_low: the output at @low
 * @output_high: the output at @high
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
} PremiseSwing;

GArray *premise_sensitivity_run (PremiseScenario *scenario,
                                 guint            variable,
                                 guint            cell,
                                 double           fraction) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
