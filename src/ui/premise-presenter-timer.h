/* premise-presenter-timer.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremisePresenterTimer:
 *
 * How much is left of the time that the preferences give to a presentation, counted from when
 * the timer was made. Hidden where they give none.
 */
#define PREMISE_TYPE_PRESENTER_TIMER (premise_presenter_timer_get_type ())
G_DECLARE_FINAL_TYPE (PremisePresenterTimer, premise_presenter_timer, PREMISE, PRESENTER_TIMER, GtkWidget)

GtkWidget *premise_presenter_timer_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
