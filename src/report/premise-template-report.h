/* premise-template-report.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean premise_report_create (const char         *folder,
                                const char *const  *languages,
                                GError            **error);

G_END_DECLS
