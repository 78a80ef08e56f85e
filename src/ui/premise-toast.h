/* premise-toast.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is said in passing. In the words nothing is markup: they may come from a report. */
AdwToast   *premise_toast_new           (const char   *words) G_GNUC_WARN_UNUSED_RESULT;
AdwToast   *premise_toast_new_with_undo (const char   *words) G_GNUC_WARN_UNUSED_RESULT;
void        premise_toast_add           (AdwToastOverlay *overlay,
                                         AdwToast     *toast);
void        premise_toast_say           (GtkWidget    *widget,
                                         const char   *words);
void        premise_toast_say_bad_news  (GtkWidget    *widget,
                                         const char   *words);
const char *premise_toast_get_reason    (const GError *error);

G_END_DECLS
