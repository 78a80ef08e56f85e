/* premise-passport-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What one number is, where it comes from and where it goes.
 *
 * Signals: "cell-activated" (uint variable, uint cell) when the reader wants to see a number that
 * it depends on or feeds; "assumption-requested" when he wants to change it. */
#define PREMISE_TYPE_PASSPORT_PAGE (premise_passport_page_get_type ())
G_DECLARE_FINAL_TYPE (PremisePassportPage, premise_passport_page, PREMISE, PASSPORT_PAGE, AdwNavigationPage)

AdwNavigationPage *premise_passport_page_new (PremiseSession *session,
                                              guint           variable,
                                              guint           cell);
void               premise_passport_page_set_trail (PremisePassportPage *self,
                                                    AdwNavigationView   *view);

G_END_DECLS
