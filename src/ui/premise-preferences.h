/* premise-preferences.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the user prefers, as the settings of the desktop keep it; they are described in the
 * schema. The size of text is a factor between these two. */
#define PREMISE_TEXT_SCALE_MIN  0.75
#define PREMISE_TEXT_SCALE_MAX  2.0
#define PREMISE_TEXT_SCALE_STEP 0.05
/* The longest presentation that is timed, in minutes. */
#define PREMISE_TIMER_MAX       600

/* The name of a language in that language, for those that are known; else its code. */
const char *premise_preferences_get_language_name (const char     *language);
void        premise_preferences_apply_language    (void);
void        premise_preferences_start             (GtkApplication *application);

G_END_DECLS
