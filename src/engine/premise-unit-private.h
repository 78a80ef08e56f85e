/* premise-unit-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-dimension-private.h"
#include "premise-unit.h"

G_BEGIN_DECLS

/* What the text of a unit means: a dimension and a power of ten. */
gboolean                premise_unit_text_parse    (const char              *text,
                                                    PremiseDimension        *dimension,
                                                    int                     *power,
                                                    gsize                   *error_offset,
                                                    GError                 **error);

PremiseUnit            *premise_unit_new           (const char              *text,
                                                    const PremiseDimension  *dimension,
                                                    int                      power);
const PremiseDimension *premise_unit_get_dimension (const PremiseUnit       *self);

G_END_DECLS
