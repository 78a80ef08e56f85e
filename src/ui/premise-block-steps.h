/* premise-block-steps.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *premise_block_steps_new           (PremiseSession     *session,
                                              const PremiseBlock *block);
GtkWidget *premise_block_steps_new_for_slide (PremiseSession     *session,
                                              const PremiseBlock *block);

G_END_DECLS
