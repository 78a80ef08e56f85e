/* premise-section-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A section as a page to read: head and blocks, clamped to a readable width. Its children
 * follow each other in a box, in the same order whatever the language. */
GtkWidget *premise_section_page_new (PremiseSession *session,
                                     guint           section);

G_END_DECLS
