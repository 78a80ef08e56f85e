/* premise-assumption-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One cell of an assumption: label, value, slider, and what is behind it. */
#define PREMISE_TYPE_ASSUMPTION_ROW (premise_assumption_row_get_type ())
G_DECLARE_FINAL_TYPE (PremiseAssumptionRow, premise_assumption_row, PREMISE, ASSUMPTION_ROW, GtkWidget)

GtkWidget *premise_assumption_row_new      (PremiseSession       *session,
                                            guint                 variable,
                                            guint                 cell);
guint      premise_assumption_row_get_cell (PremiseAssumptionRow *self);

G_END_DECLS
