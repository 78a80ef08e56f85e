/* premise-bulk-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model-private.h"

G_BEGIN_DECLS

/**
 * PremiseBulk:
 *
 * All formulas of a model, those of one level and shape side by side.
 */
typedef struct _PremiseBulk PremiseBulk;

PremiseBulk *premise_bulk_new      (PremiseModel *model) G_GNUC_WARN_UNUSED_RESULT;
void         premise_bulk_free     (PremiseBulk  *self);
gboolean     premise_bulk_is_dense (PremiseBulk  *self);
void         premise_bulk_run      (PremiseBulk  *self,
                                    double       *memory);

G_END_DECLS
