/* premise-block-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The widget that shows a block of the report in the session's language, following the values. */
GtkWidget *premise_block_view_new     (PremiseSession     *session,
                                       const PremiseBlock *block);
GtkWidget *premise_block_view_new_for_slide (PremiseSession     *session,
                                             const PremiseBlock *block);
/* Whether the block is wider than prose: an exhibit, a table or a comparison. */
gboolean   premise_block_view_is_wide (const PremiseBlock *block);

G_END_DECLS
