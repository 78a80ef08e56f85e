/* premise-tooltip.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void premise_tooltip_set_text (GtkWidget  *widget,
                               const char *text);

G_END_DECLS
