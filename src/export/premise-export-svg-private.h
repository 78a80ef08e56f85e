/* premise-export-svg-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-theme.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Appends text as SVG elements, one a line. It stands where @cr would show the layout at @x, @y;
 * halo: (nullable): a rim of this colour, halo_width wide, behind the letters. */
void premise_svg_append_text  (GString            *elements,
                               cairo_t            *cr,
                               PangoLayout        *layout,
                               double              x,
                               double              y,
                               const PremiseColor *color,
                               const PremiseColor *halo,
                               double              halo_width);

/* Puts elements before the end of a picture that cairo wrote: over all that is in it. */
void premise_svg_insert       (GByteArray         *svg,
                               const GString      *elements);

G_END_DECLS
