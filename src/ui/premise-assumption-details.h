/* premise-assumption-details.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Range, reason and source of one cell of an assumption. */
#define PREMISE_TYPE_ASSUMPTION_DETAILS (premise_assumption_details_get_type ())
G_DECLARE_FINAL_TYPE (PremiseAssumptionDetails, premise_assumption_details, PREMISE, ASSUMPTION_DETAILS, GtkWidget)

GtkWidget *premise_assumption_details_new (PremiseSession *session,
                                           guint           variable,
                                           guint           cell);

G_END_DECLS
