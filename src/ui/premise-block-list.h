/* premise-block-list.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *premise_block_list_new (PremiseSession     *session,
                                    const PremiseBlock *block);

GtkWidget *premise_block_list_new_of (PremiseSession     *session,
                                      GPtrArray          *texts);

G_END_DECLS
