/* premise-section-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PREMISE_TYPE_SECTION_PAGE (premise_section_page_get_type ())

/* A section as a page to read: head and blocks, clamped to a readable width. Its children
 * follow each other in the same order whatever the language. */
G_DECLARE_FINAL_TYPE (PremiseSectionPage, premise_section_page, PREMISE, SECTION_PAGE, GtkBox)

GtkWidget *premise_section_page_new      (PremiseSession     *session,
                                          guint               section);

void       premise_section_page_complete (PremiseSectionPage *self);

G_END_DECLS
