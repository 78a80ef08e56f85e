/* premise-found.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseFound:
 *
 * Shows on a page what was searched for: the block lights up for a moment, and the words stay
 * marked until it is freed.
 */
typedef struct _PremiseFound PremiseFound;

PremiseFound *premise_found_new  (GtkWidget    *block,
                                  const char   *query) G_GNUC_WARN_UNUSED_RESULT;
void          premise_found_free (PremiseFound *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PremiseFound, premise_found_free)

G_END_DECLS
