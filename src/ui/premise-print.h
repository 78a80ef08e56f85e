/* premise-print.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void premise_print_section (GtkWidget      *widget,
                            PremiseSession *session,
                            guint           section);

G_END_DECLS
