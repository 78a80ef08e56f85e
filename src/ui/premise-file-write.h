/* premise-file-write.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean premise_file_write        (GFile               *file,
                                    GBytes              *bytes,
                                    GError             **error);
void     premise_file_write_async  (GFile               *file,
                                    GBytes              *bytes,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean premise_file_write_finish (GFile               *file,
                                    GAsyncResult        *result,
                                    GError             **error);

G_END_DECLS
