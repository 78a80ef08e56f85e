/* chart-samples.h: Charts that tests and pictures share
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-scene.h"

G_BEGIN_DECLS

guint         chart_samples_get_n       (void);
const char   *chart_samples_get_name    (guint     i);
PremiseChart *chart_samples_new         (guint     i,
                                         gboolean  chinese);
PangoContext *chart_samples_new_context (void);
/* What holds for every scene: nothing leaves the canvas, no text overlaps another, numbers are numbers. */
void          chart_samples_assert_sound (PremiseScene *scene,
                                         double        width,
                                         double        height);

G_END_DECLS
