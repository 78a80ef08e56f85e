/* premise-exhibit-save.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void premise_exhibit_save (GtkWidget          *widget,
                           PremiseSession     *session,
                           const PremiseBlock *block);

G_END_DECLS
