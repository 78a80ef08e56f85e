/* premise-welcome.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one page that explains the program to somebody who has not seen it before. */
AdwDialog *premise_welcome_new       (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
/* Shows it over a window if it has never been shown to this user. */
void       premise_welcome_first_run (GtkApplication *application,
                                      GtkWidget      *window);

G_END_DECLS
