/* diagram-samples.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-diagram.h"

G_BEGIN_DECLS

guint         diagram_samples_get_n    (void);
const char   *diagram_samples_get_name (guint      i);
/* words: (nullable): gets the texts that must be seen. */
PremiseChart *diagram_samples_new      (guint      i,
                                        gboolean   chinese,
                                        GPtrArray *words);

G_END_DECLS
