/* premise-section-slide.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A section as a slide: its message, and one exhibit below it that takes the rest. */
GtkWidget *premise_section_slide_new (PremiseSession *session,
                                      guint           section);

G_END_DECLS
