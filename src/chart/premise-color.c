/* premise-color.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-color.h"

#include <math.h>

/* The palest cell of a table still is a cell. */
#define PALE_CONTRAST 1.4

/* What WCAG asks of text of normal size. */
#define TEXT_CONTRAST 4.5

typedef struct
{
  double l, a, b;
} Oklab;

static double
to_linear (double v)
{
  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
from_linear (double v)
{
  v = CLAMP (v, 0, 1);

  return v <= 0.0031308 ? v * 12.92 : 1.055 * pow (v, 1 / 2.4) - 0.055;
}

static Oklab
to_oklab (const PremiseColor *color)
{
  double r = to_linear (color->red);
  double g = to_linear (color->green);
  double b = to_linear (color->blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  return (Oklab) {
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

static PremiseColor
from_oklab (const Oklab *lab,
            double       alpha)
{
  double l = pow (lab->l + 0.3963377774 * lab->a + 0.2158037573 * lab->b, 3);
  double m = pow (lab->l - 0.1055613458 * lab->a - 0.0638541728 * lab->b, 3);
  double s = pow (lab->l - 0.0894841775 * lab->a - 1.2914855480 * lab->b, 3);

  return (PremiseColor) {
    from_linear (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    from_linear (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    from_linear (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    alpha,
  };
}

double
premise_color_luminance (const PremiseColor *color)
{
  return 0.2126 * to_linear (color->red) + 0.7152 * to_linear (color->green)
         + 0.0722 * to_linear (color->blue);
}

double
premise_color_contrast (const PremiseColor *a,
                        const PremiseColor *b)
{
  double x = premise_color_luminance (a) + 0.05;
  double y = premise_color_luminance (b) + 0.05;

  return x > y ? x / y : y / x;
}

PremiseColor
premise_color_mix (const PremiseColor *a,
                   const PremiseColor *b,
                   double              amount)
{
  Oklab x = to_oklab (a);
  Oklab y = to_oklab (b);
  Oklab mixed = {
    x.l + (y.l - x.l) * amount,
    x.a + (y.a - x.a) * amount,
    x.b + (y.b - x.b) * amount,
  };

  return from_oklab (&mixed, a->alpha + (b->alpha - a->alpha) * amount);
}

PremiseColor
premise_color_for_text (const PremiseTheme *theme,
                        const PremiseColor *color)
{
  for (double amount = 0; amount < 1; amount += 0.1)
    {
      PremiseColor mixed = premise_color_mix (color, &theme->foreground, amount);

      if (premise_color_contrast (&mixed, &theme->background) >= TEXT_CONTRAST)
        return mixed;
    }

  return theme->foreground;
}

PremiseColor
premise_color_on_fill (const PremiseTheme *theme,
                       const PremiseColor *fill)
{
  static const PremiseColor white = { 1, 1, 1, 1 };
  static const PremiseColor black = { 0, 0, 0, 1 };
  const PremiseColor *ends[] = { &theme->foreground, &theme->background, &white, &black };
  const PremiseColor *best = ends[0];

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      /* The theme's own colours look quieter than pure black and white. */
      if (i < 2 && premise_color_contrast (ends[i], fill) >= TEXT_CONTRAST)
        return *ends[i];

      if (premise_color_contrast (ends[i], fill) > premise_color_contrast (best, fill))
        best = ends[i];
    }

  return *best;
}

/* The first colour on the way from background to color that stands out from it that much. */
static PremiseColor
find_pale (const PremiseTheme *theme,
           const PremiseColor *color)
{
  for (double amount = 0.06; amount < 1; amount += 0.02)
    {
      PremiseColor mixed = premise_color_mix (&theme->background, color, amount);

      if (premise_color_contrast (&mixed, &theme->background) >= PALE_CONTRAST)
        return mixed;
    }

  return *color;
}

/* On paper and on light the end is deeper than the series colour, on dark it is lighter, so that
 * the scale spans more steps than the colour alone would. */
static PremiseColor
find_deep (const PremiseTheme *theme,
           const PremiseColor *color)
{
  return premise_color_mix (color, &theme->foreground, 0.25);
}

PremiseColor
premise_color_sequence (const PremiseTheme *theme,
                        double              t)
{
  PremiseColor pale = find_pale (theme, &theme->series[0]);
  PremiseColor deep = find_deep (theme, &theme->series[0]);

  return premise_color_mix (&pale, &deep, CLAMP (t, 0, 1));
}

PremiseColor
premise_color_diverge (const PremiseTheme *theme,
                       double              t)
{
  const PremiseColor *color = &theme->series[t < 0 ? 1 : 0];
  PremiseColor middle = find_pale (theme, &theme->muted);
  PremiseColor deep = find_deep (theme, color);

  return premise_color_mix (&middle, &deep, CLAMP (fabs (t), 0, 1));
}
