/* premise-paths.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *premise_paths_dup_shipped_report (void) G_GNUC_WARN_UNUSED_RESULT;
const char *premise_paths_get_locale_dir     (void);
const char *premise_paths_get_help_dir       (void);

G_END_DECLS
