/* premise-menu-names.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void premise_menu_names_keep (GtkMenuButton *button);

G_END_DECLS
