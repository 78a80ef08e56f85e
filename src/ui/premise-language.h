/* premise-language.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-reader-state.h"
#include "premise-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PremiseLanguage:
 *
 * Which language the report of a window is read in, and the toggles that say so: the reader's
 * choice, else what the preferences say, else the language of the interface.
 */
#define PREMISE_TYPE_LANGUAGE (premise_language_get_type ())
G_DECLARE_FINAL_TYPE (PremiseLanguage, premise_language, PREMISE, LANGUAGE, GObject)

/* toggles, toasts: (transfer none): of the window, which outlives it. */
PremiseLanguage *premise_language_new       (GSettings          *settings,
                                             AdwToggleGroup     *toggles,
                                             AdwToastOverlay    *toasts) G_GNUC_WARN_UNUSED_RESULT;
/* What a report is opened in. */
void             premise_language_start     (PremiseLanguage    *self,
                                             PremiseSession     *session,
                                             PremiseReaderState *state);
/* Another version of the report. */
void             premise_language_watch     (PremiseLanguage    *self,
                                             PremiseSession     *session,
                                             PremiseReaderState *state);
/* Goes to the next of the report's languages. */
void             premise_language_step      (PremiseLanguage    *self);

G_END_DECLS
