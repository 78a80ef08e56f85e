/* premise-go-to-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PremiseGoToDialog:
 *
 * Finds a section by its number or title, an exhibit by its number, a page of the source.
 *
 * Signal: "place-activated" (uint section, uint block).
 */
#define PREMISE_TYPE_GO_TO_DIALOG (premise_go_to_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PremiseGoToDialog, premise_go_to_dialog, PREMISE, GO_TO_DIALOG, AdwDialog)

AdwDialog *premise_go_to_dialog_new (PremiseSession *session,
                                     guint           section);

G_END_DECLS
