/* premise-assumption-group.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One assumption: a row, or a header with a row for each cell. */
#define PREMISE_TYPE_ASSUMPTION_GROUP (premise_assumption_group_get_type ())
G_DECLARE_FINAL_TYPE (PremiseAssumptionGroup, premise_assumption_group, PREMISE, ASSUMPTION_GROUP, GtkWidget)

GtkWidget *premise_assumption_group_new          (PremiseSession         *session,
                                                  guint                   variable);
guint      premise_assumption_group_get_variable (PremiseAssumptionGroup *self);
/* Whether there is a header to fold it under. */
gboolean   premise_assumption_group_can_fold     (PremiseAssumptionGroup *self);
gboolean   premise_assumption_group_get_open     (PremiseAssumptionGroup *self);
void       premise_assumption_group_set_open     (PremiseAssumptionGroup *self,
                                                  gboolean                open);
/* Opens the group. Returns: (nullable) (transfer none): the row of a cell. */
GtkWidget *premise_assumption_group_show_cell    (PremiseAssumptionGroup *self,
                                                  guint                   cell);

/* Property "open" (boolean, notifies). */

G_END_DECLS
