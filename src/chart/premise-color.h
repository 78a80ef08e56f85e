/* premise-color.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-theme.h"

G_BEGIN_DECLS

double       premise_color_luminance (const PremiseColor *color);
double       premise_color_contrast  (const PremiseColor *a,
                                      const PremiseColor *b);
/* Mixes where equal steps look equal. amount: 0 is a, 1 is b. */
PremiseColor premise_color_mix       (const PremiseColor *a,
                                      const PremiseColor *b,
                                      double              amount);
/* color moved towards the theme's foreground until it can be read as text. */
PremiseColor premise_color_for_text  (const PremiseTheme *theme,
                                      const PremiseColor *color);
/* Colour of text that stands on fill. */
PremiseColor premise_color_on_fill   (const PremiseTheme *theme,
                                      const PremiseColor *fill);
/* The sequential scale of a heat map. t: 0 … 1. */
PremiseColor premise_color_sequence  (const PremiseTheme *theme,
                                      double              t);
/* The scale of a heat map on both sides of zero. t: -1 … 1. */
PremiseColor premise_color_diverge   (const PremiseTheme *theme,
                                      double              t);

G_END_DECLS
