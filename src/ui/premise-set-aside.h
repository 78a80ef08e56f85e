/* premise-set-aside.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Renames a file that cannot be read, so that a new one does not overwrite it. */
char *premise_set_aside (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
