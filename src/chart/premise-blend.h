/* premise-blend.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"

G_BEGIN_DECLS

gboolean      premise_chart_can_blend (PremiseChart *from,
                                       PremiseChart *to);
PremiseChart *premise_chart_blend     (PremiseChart *from,
                                       PremiseChart *to,
                                       double        progress) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
