/* premise-theme.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-theme.h"

#include <math.h>

#define FONT_SIZE 12.5

/* What a text scale may be: beyond it there is nothing left of the chart. */
#define MIN_TEXT_SCALE 0.5
#define MAX_TEXT_SCALE 4.0

#define N_FIXED 6

/* 0xRRGGBB in the order of the struct: background, foreground, muted, grid, ghost, accent.
 * The series colours were searched for by computation: any two stay apart for every common
 * kind of colour blindness (CIEDE2000 of at least 12, of at least 15 for the first four), and
 * each stands out from the background (at least 3:1, 4.4:1 in high contrast).
 * tests/chart/test-theme.c measures both. */
static const guint32 fixed[][N_FIXED] = {
  [PREMISE_THEME_LIGHT] = { 0xffffff, 0x242428, 0x5e5c64, 0xe3e2e6, 0x8b8993, 0x1c71d8 },
  [PREMISE_THEME_DARK] = { 0x1d1d20, 0xf2f2f4, 0xb4b3ba, 0x3a3a40, 0x7d7c86, 0x78aeed },
  [PREMISE_THEME_HIGH_CONTRAST] = { 0xffffff, 0x000000, 0x2b2b2b, 0x9a9a9a, 0x555555, 0x0b4fb3 },
  [PREMISE_THEME_HIGH_CONTRAST_DARK] = { 0x000000, 0xffffff, 0xe0e0e0, 0x707070, 0xb0b0b0,
                                         0x9cc7ff },
  [PREMISE_THEME_PRINT] = { 0xffffff, 0x000000, 0x4a4a4a, 0xd4d4d4, 0x808080, 0x1c71d8 },
};

static const guint32 palettes[][PREMISE_THEME_N_SERIES] = {
  [PREMISE_THEME_LIGHT] = { 0x2166b0, 0xd9730d, 0x6d2b4c, 0x7788ff, 0x39a469, 0x54703b,
                            0xc07fad, 0x3b4900, 0xa65377 },
  [PREMISE_THEME_DARK] = { 0x6ea8ec, 0xe8954a, 0xdc356e, 0x635bca, 0xbee5ac, 0x047d69,
                           0xb176a3, 0x31eee6, 0x87640f },
  [PREMISE_THEME_HIGH_CONTRAST] = { 0x1a5fb4, 0xa84300, 0x57111b, 0x3b204f, 0xe42159, 0xa76085,
                                    0x0c2ba0, 0x7d3b5d, 0x860006 },
  [PREMISE_THEME_HIGH_CONTRAST_DARK] = { 0x78aeed, 0xffa348, 0xa75d90, 0x2f845e, 0xff5881,
                                         0x6e67e7, 0xbfedaf, 0x55f3e4, 0x7a8518 },
  [PREMISE_THEME_PRINT] = { 0x2166b0, 0xd9730d, 0x6d2b4c, 0x7788ff, 0x39a469, 0x54703b,
                            0xc07fad, 0x3b4900, 0xa65377 },
};

static PremiseColor
to_color (guint32 rgb)
{
  return (PremiseColor) {
    (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1,
  };
}

/**
 * premise_theme_init:
 * @theme: (out caller-allocates): a theme
 * @kind: which colours
 * @text_scale: multiplies every font size
 *
 * Fills a theme. The caller may change any field afterwards.
 */
void
premise_theme_init (PremiseTheme     *theme,
                    PremiseThemeKind  kind,
                    double            text_scale)
{
  g_return_if_fail (theme != NULL);
  g_return_if_fail (kind <= PREMISE_THEME_PRINT);

  *theme = (PremiseTheme) {
    .kind = kind,
    .background = to_color (fixed[kind][0]),
    .foreground = to_color (fixed[kind][1]),
    .muted = to_color (fixed[kind][2]),
    .grid = to_color (fixed[kind][3]),
    .ghost = to_color (fixed[kind][4]),
    .accent = to_color (fixed[kind][5]),
    .font_family = "Adwaita Sans, Inter, Cantarell, sans-serif",
    .font_size = FONT_SIZE,
    .text_scale = isfinite (text_scale) ? CLAMP (text_scale, MIN_TEXT_SCALE, MAX_TEXT_SCALE) : 1,
  };

  for (guint i = 0; i < PREMISE_THEME_N_SERIES; i++)
    theme->series[i] = to_color (palettes[kind][i]);
}
