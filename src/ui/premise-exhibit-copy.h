/* premise-exhibit-copy.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts an exhibit on the clipboard of a widget: a figure as a picture, a table as text that a
 * spreadsheet takes. Says so in a toast. */
void                premise_exhibit_copy            (GtkWidget           *widget,
                                                     PremiseSession      *session,
                                                     const PremiseBlock  *block);
GdkContentProvider *premise_exhibit_copy_picture    (PremiseSession      *session,
                                                     const PremiseBlock  *block,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void                premise_exhibit_copy_allow_drag (GtkWidget           *widget,
                                                     PremiseSession      *session,
                                                     const PremiseBlock  *block);
void                premise_exhibit_copy_clean_up   (void);

G_END_DECLS
