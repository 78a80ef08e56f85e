/* premise-announcer.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseAnnouncer:
 *
 * Has the screen reader say what became of the headline number of a section after its
 * assumptions were moved: once, when the reader has stopped moving them.
 */
#define PREMISE_TYPE_ANNOUNCER (premise_announcer_get_type ())
G_DECLARE_FINAL_TYPE (PremiseAnnouncer, premise_announcer, PREMISE, ANNOUNCER, GObject)

/* widget: (not owned): in whose name it speaks; it must outlive the announcer. */
PremiseAnnouncer *premise_announcer_new         (PremiseSession   *session,
                                                 GtkWidget        *widget) G_GNUC_WARN_UNUSED_RESULT;
void              premise_announcer_set_section (PremiseAnnouncer *self,
                                                 guint             section);

G_END_DECLS
