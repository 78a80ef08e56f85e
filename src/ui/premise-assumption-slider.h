/* premise-assumption-slider.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A slider for one cell of an assumption. */
#define PREMISE_TYPE_ASSUMPTION_SLIDER (premise_assumption_slider_get_type ())
G_DECLARE_FINAL_TYPE (PremiseAssumptionSlider, premise_assumption_slider, PREMISE, ASSUMPTION_SLIDER, GtkWidget)

GtkWidget *premise_assumption_slider_new (PremiseSession *session,
                                          guint           variable,
                                          guint           cell);

G_END_DECLS
