/* premise-theme.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} PremiseColor;

typedef enum
{
  PREMISE_THEME_LIGHT,
  PREMISE_THEME_DARK,
  PREMISE_THEME_HIGH_CONTRAST,
  PREMISE_THEME_HIGH_CONTRAST_DARK,
  PREMISE_THEME_PRINT,
} PremiseThemeKind;

#define PREMISE_THEME_N_SERIES 9

/**
 * PremiseTheme:
 *
 * Colours and sizes that a scene is drawn with. Sizes are in logical pixels
 * (points on paper); @text_scale multiplies every font size.
 */
typedef struct
{
  PremiseThemeKind kind;
  PremiseColor     background;
  PremiseColor     foreground;
  PremiseColor     muted;           /* axis labels, unit line */
  PremiseColor     grid;
  PremiseColor     ghost;           /* the base case */
  PremiseColor     accent;          /* what has changed, focus */
  PremiseColor     series[PREMISE_THEME_N_SERIES];
  const char      *font_family;     /* (nullable): NULL for that of the context it is drawn in */
  double           font_size;       /* labels, in pixels */
  double           text_scale;
} PremiseTheme;

void premise_theme_init (PremiseTheme     *theme,
                         PremiseThemeKind  kind,
                         double            text_scale);

G_END_DECLS
