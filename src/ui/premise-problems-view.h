/* premise-problems-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *premise_problems_view_new  (const char *folder,
                                       GPtrArray  *diagnostics);
GtkWidget *premise_problems_page_new  (const char *folder,
                                       GPtrArray  *diagnostics);

G_END_DECLS
