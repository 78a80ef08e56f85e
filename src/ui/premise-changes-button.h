/* premise-changes-button.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseChangesButton:
 *
 * The pill "3 changed" in the header bar: hidden in the base case; its popover lists
 * every changed assumption, was → is, each with a reset, and resets all.
 *
 * Signal: "cell-activated" (uint variable, uint cell).
 */
#define PREMISE_TYPE_CHANGES_BUTTON (premise_changes_button_get_type ())
G_DECLARE_FINAL_TYPE (PremiseChangesButton, premise_changes_button, PREMISE, CHANGES_BUTTON, GtkWidget)

GtkWidget *premise_changes_button_new         (PremiseSession       *session);
/* Only the number, for a narrow header bar. */
void       premise_changes_button_set_compact (PremiseChangesButton *self,
                                               gboolean              compact);

G_END_DECLS
