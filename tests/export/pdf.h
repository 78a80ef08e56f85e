/* pdf.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A PDF as it is written, and once more what is in its streams. */
GByteArray *pdf_unpack (const char *pdf,
                        gsize       length) G_GNUC_WARN_UNUSED_RESULT;
/* How often words stand in it. */
guint       pdf_count  (GByteArray *bytes,
                        const char *words);

G_END_DECLS
