/* premise-pages.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PREMISE_TYPE_PAGES (premise_pages_get_type ())

G_DECLARE_FINAL_TYPE (PremisePages, premise_pages, PREMISE, PAGES, GtkWidget)

GtkWidget *premise_pages_new       (void);

void       premise_pages_set_shown (PremisePages *self,
                                    GtkWidget    *page);
GtkWidget *premise_pages_get_ahead (PremisePages *self);
void       premise_pages_set_ahead (PremisePages *self,
                                    GtkWidget    *page);

G_END_DECLS
