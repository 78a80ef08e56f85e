/* premise-block-data.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"
#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseBlockData:
 *
 * The numbers behind a figure, as a table: categories down, series across.
 */
#define PREMISE_TYPE_BLOCK_DATA (premise_block_data_get_type ())
G_DECLARE_FINAL_TYPE (PremiseBlockData, premise_block_data, PREMISE, BLOCK_DATA, GtkWidget)

GtkWidget *premise_block_data_new    (PremiseSession     *session,
                                      const PremiseBlock *block,
                                      PremiseChart       *chart);
/* chart: the same figure with other values. */
void       premise_block_data_update (PremiseBlockData   *self,
                                      PremiseChart       *chart);

G_END_DECLS
