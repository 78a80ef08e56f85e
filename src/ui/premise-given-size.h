/* premise-given-size.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PREMISE_TYPE_GIVEN_SIZE (premise_given_size_get_type ())

G_DECLARE_FINAL_TYPE (PremiseGivenSize, premise_given_size, PREMISE, GIVEN_SIZE, GtkWidget)

GtkWidget *premise_given_size_new (GtkWidget *child);

G_END_DECLS
