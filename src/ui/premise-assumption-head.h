/* premise-assumption-head.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PREMISE_TYPE_ASSUMPTION_HEAD (premise_assumption_head_get_type ())
G_DECLARE_FINAL_TYPE (PremiseAssumptionHead, premise_assumption_head, PREMISE, ASSUMPTION_HEAD, GtkWidget)

GtkWidget *premise_assumption_head_new (GtkWidget *label,
                                        GtkWidget *was,
                                        GtkWidget *value);

G_END_DECLS
