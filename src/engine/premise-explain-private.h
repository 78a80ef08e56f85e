/* premise-explain-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model-private.h"

G_BEGIN_DECLS

PremiseValueError premise_explain (const PremiseModel *model,
                                   double             *memory,
                                   guint               variable,
                                   guint               cell,
                                   guint              *origin_variable,
                                   guint              *origin_cell);

G_END_DECLS
