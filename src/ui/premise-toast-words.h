/* premise-toast-words.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PREMISE_TYPE_TOAST_WORDS (premise_toast_words_get_type ())
G_DECLARE_FINAL_TYPE (PremiseToastWords, premise_toast_words, PREMISE, TOAST_WORDS, GtkWidget)

GtkWidget *premise_toast_words_new (const char *words);

G_END_DECLS
