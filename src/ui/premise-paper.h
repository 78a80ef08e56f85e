/* premise-paper.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The papers that can be preferred, as the setting writes them, NULL at the end. The first is whatever the desktop has. */
extern const char *const premise_papers[];

GtkPageSetup *premise_paper_dup_page_setup (void) G_GNUC_WARN_UNUSED_RESULT;
double        premise_paper_get_text_width (void);

G_END_DECLS
