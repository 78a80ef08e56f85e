/* premise-window-size.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void premise_window_size_keep (GtkWindow *window,
                               GSettings *settings);

G_END_DECLS
