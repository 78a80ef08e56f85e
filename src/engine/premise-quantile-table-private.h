/* premise-quantile-table-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PremiseQuantileTable:
 *
 * The PERT distribution between 0 and 1, as a table.
 */
typedef struct _PremiseQuantileTable PremiseQuantileTable;

PremiseQuantileTable *premise_quantile_table_new     (double                      mode) G_GNUC_WARN_UNUSED_RESULT;
void                  premise_quantile_table_free    (PremiseQuantileTable       *self);
double                premise_quantile_table_get_cdf (const PremiseQuantileTable *self,
                                                      double                      x);
double                premise_quantile_table_look_up (const PremiseQuantileTable *self,
                                                      double                      probability);

G_END_DECLS
