/* premise-search-pane.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-search.h"
#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseSearchPane:
 *
 * A search entry above the contents of a report; while something is searched for, what was
 * found takes the place of the contents. Follows the session's language and values.
 *
 * Signals: "hit-activated" (pointer to a PremiseSearchHit, valid during the emission),
 * "stopped" (Escape).
 */
#define PREMISE_TYPE_SEARCH_PANE (premise_search_pane_get_type ())
G_DECLARE_FINAL_TYPE (PremiseSearchPane, premise_search_pane, PREMISE, SEARCH_PANE, GtkWidget)

GtkWidget  *premise_search_pane_new       (PremiseSession    *session,
                                           GtkWidget         *contents);
void        premise_search_pane_focus     (PremiseSearchPane *self);
gboolean    premise_search_pane_step      (PremiseSearchPane *self,
                                           int                step);
const char *premise_search_pane_get_query (PremiseSearchPane *self);

G_END_DECLS
