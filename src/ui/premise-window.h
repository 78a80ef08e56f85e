/* premise-window.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-reloader.h"
#include "premise-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PremiseWindow:
 *
 * One open report: contents, section, assumptions, headline.
 */
#define PREMISE_TYPE_WINDOW (premise_window_get_type ())
G_DECLARE_FINAL_TYPE (PremiseWindow, premise_window, PREMISE, WINDOW, AdwApplicationWindow)

GtkWidget      *premise_window_new          (GtkApplication  *application);
void            premise_window_open         (PremiseWindow   *self,
                                             const char      *folder,
                                             PremiseReloader *reloader);
gboolean        premise_window_shows        (PremiseWindow   *self,
                                             const char      *path);
PremiseSession *premise_window_get_session  (PremiseWindow   *self);
void            premise_window_set_language (PremiseWindow   *self,
                                             const char      *language);
void            premise_window_go_to        (PremiseWindow   *self,
                                             const char      *section_id);
void            premise_window_present      (PremiseWindow   *self);

G_END_DECLS
