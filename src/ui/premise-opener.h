/* premise-opener.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Ways to a report: a dialog, and a drop on a window. What was chosen goes to
 * g_application_open(). */
void  premise_opener_choose_file   (GtkApplication *application);
void  premise_opener_choose_folder (GtkApplication *application);
void  premise_opener_accept_drops  (GtkWidget      *widget);
/* The report that a file or a folder stands for. */
char *premise_opener_dup_report    (GFile          *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
