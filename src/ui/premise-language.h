/* premise-language.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The languages of a report in its window. */
void      premise_language_fill_toggles (AdwToggleGroup *group,
                                         PremiseSession *session);
AdwToast *premise_language_new_notice   (const char     *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
