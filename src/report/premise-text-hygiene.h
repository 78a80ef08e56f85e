/* premise-text-hygiene.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the first character stands that no text of a report needs. Returns: (nullable) */
const char *premise_text_find_harmful (const char *text);
gboolean    premise_text_is_harmless  (const char *text);
char       *premise_text_dup_harmless (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
