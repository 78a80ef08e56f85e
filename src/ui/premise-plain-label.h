/* premise-plain-label.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *premise_plain_label_new        (const char *text,
                                           const char *language);
void       premise_plain_label_limit      (GtkLabel   *label,
                                           int         least);
void       premise_plain_label_set_number (GtkLabel   *label,
                                           const char *text);

G_END_DECLS
