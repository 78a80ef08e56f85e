/* premise-width-first.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PREMISE_TYPE_WIDTH_FIRST (premise_width_first_get_type ())
G_DECLARE_FINAL_TYPE (PremiseWidthFirst, premise_width_first, PREMISE, WIDTH_FIRST, GtkWidget)

GtkWidget *premise_width_first_new (GtkWidget *child);

G_END_DECLS
