/* premise-passport.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a number is, and a way from it to those that it depends on and feeds.
 *
 * Signal: "assumption-requested" (uint variable, uint cell) when the reader wants to change one;
 * the dialog is closed then. */
#define PREMISE_TYPE_PASSPORT (premise_passport_get_type ())
G_DECLARE_FINAL_TYPE (PremisePassport, premise_passport, PREMISE, PASSPORT, AdwDialog)

AdwDialog *premise_passport_new (PremiseSession *session,
                                 guint           variable,
                                 guint           cell);

G_END_DECLS
