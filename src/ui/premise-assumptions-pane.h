/* premise-assumptions-pane.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseAssumptionsPane:
 *
 * The assumptions that a section's numbers depend on, grouped by variable,
 * with a slider each. Used in the pane at the right and in the bottom sheet.
 */
#define PREMISE_TYPE_ASSUMPTIONS_PANE (premise_assumptions_pane_get_type ())
G_DECLARE_FINAL_TYPE (PremiseAssumptionsPane, premise_assumptions_pane, PREMISE, ASSUMPTIONS_PANE, GtkWidget)

GtkWidget *premise_assumptions_pane_new           (PremiseSession         *session,
                                                   gboolean                late);
void       premise_assumptions_pane_set_section   (PremiseAssumptionsPane *self,
                                                   guint                   section);
/* Only these variables (an assumptions block in a section). (element-type guint) */
void       premise_assumptions_pane_set_variables (PremiseAssumptionsPane *self,
                                                   GArray                 *variables);
/* Unfolds the group, scrolls there and gives the row the focus. */
void       premise_assumptions_pane_show_cell     (PremiseAssumptionsPane *self,
                                                   guint                   variable,
                                                   guint                   cell);

G_END_DECLS
