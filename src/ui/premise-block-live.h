/* premise-block-live.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseLive:
 *
 * Tells a widget when a variable that it shows has changed, and only then. Free it first
 * thing in dispose: nothing is called afterwards.
 */
typedef struct _PremiseLive PremiseLive;

typedef void (*PremiseLiveFunc) (GtkWidget *widget);

PremiseLive *premise_live_new  (PremiseSession  *session,
                                GArray          *variables,
                                PremiseLiveFunc  func,
                                GtkWidget       *widget) G_GNUC_WARN_UNUSED_RESULT;
void         premise_live_free (PremiseLive     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseLive, premise_live_free)

G_END_DECLS
