/* premise-settings-file.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be called before anything reads a setting. */
void  premise_settings_file_mend        (void);
/* Returns: (nullable): what the user has to know of it, once. */
char *premise_settings_file_take_notice (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
