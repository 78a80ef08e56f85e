/* premise-presenter.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremisePresenter:
 *
 * A section as a slide: its title as a sentence, its exhibit, its headline, and on demand
 * the sliders behind it.
 */
#define PREMISE_TYPE_PRESENTER (premise_presenter_get_type ())
G_DECLARE_FINAL_TYPE (PremisePresenter, premise_presenter, PREMISE, PRESENTER, GtkWidget)

GtkWidget *premise_presenter_new                (PremiseSession   *session);
void       premise_presenter_set_section        (PremisePresenter *self,
                                                 guint             section);
void       premise_presenter_toggle_assumptions (PremisePresenter *self);

G_END_DECLS
