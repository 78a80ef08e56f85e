/* premise-search-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-search.h"
#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkListBoxRow that shows what was found, where, and the words around it. */
GtkWidget *premise_search_row_new (PremiseSession         *session,
                                   const PremiseSearchHit *hit);

G_END_DECLS
