/* premise-sidebar.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseSidebar:
 *
 * The chapters and sections of a report. Follows the session's language.
 *
 * Signal: "section-chosen" (uint section, boolean activated).
 */
#define PREMISE_TYPE_SIDEBAR (premise_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PremiseSidebar, premise_sidebar, PREMISE, SIDEBAR, GtkWidget)

GtkWidget *premise_sidebar_new         (PremiseSession *session,
                                        gboolean        late);
void       premise_sidebar_set_section (PremiseSidebar *self,
                                        guint           section);

G_END_DECLS
