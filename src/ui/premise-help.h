/* premise-help.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which page of the help is about a widget and what is in it. page: a static string, the name of a file in
 * help/C without its ending. */
void        premise_help_set_page (GtkWidget      *widget,
                                   const char     *page);
/* The page for where the user is in a window. */
const char *premise_help_get_page (GtkWindow      *window);
void        premise_help_start    (GtkApplication *application);

G_END_DECLS
