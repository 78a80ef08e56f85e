/* premise-comparison-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PREMISE_TYPE_COMPARISON_VIEW (premise_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (PremiseComparisonView, premise_comparison_view, PREMISE, COMPARISON_VIEW, GtkWidget)

GtkWidget *premise_comparison_view_new (PremiseSession     *session,
                                         const PremiseBlock *block);

G_END_DECLS
