/* premise-bookmarks-button.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-reader-state.h"
#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseBookmarksButton:
 *
 * Opens the list of bookmarks, and sets one on the section that is shown with the action
 * "reading.bookmark".
 *
 * Signal: "section-activated" (string id).
 */
#define PREMISE_TYPE_BOOKMARKS_BUTTON (premise_bookmarks_button_get_type ())
G_DECLARE_FINAL_TYPE (PremiseBookmarksButton, premise_bookmarks_button, PREMISE, BOOKMARKS_BUTTON,
                      GtkWidget)

GtkWidget *premise_bookmarks_button_new         (PremiseSession         *session,
                                                 PremiseReaderState     *state);
void       premise_bookmarks_button_set_section (PremiseBookmarksButton *self,
                                                 const char             *section);

G_END_DECLS
