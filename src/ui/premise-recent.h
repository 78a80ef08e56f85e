/* premise-recent.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The reports that were opened last, in the list that the desktop keeps for all programs. */
void  premise_recent_start   (GtkApplication *application);
void  premise_recent_add     (const char     *path,
                              const char     *title);
void  premise_recent_show_in (GMenu          *section,
                              guint           position);

G_END_DECLS
