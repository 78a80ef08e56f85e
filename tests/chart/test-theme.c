/* test-theme.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-color.h"

#include <math.h>

/* Colour difference (CIEDE2000) between any two of the nine series colours, for every kind
 * of sight. 10 is seen at a glance by an untrained eye, side by side or not. */
#define MIN_DIFFERENCE 12.0
/* … and between the first four, which most charts end with. */
#define MIN_DIFFERENCE_FIRST 15.0
#define N_FIRST 4

/* What WCAG 2 asks of graphics, and of text. */
#define MIN_GRAPHIC_CONTRAST 3.0
#define MIN_TEXT_CONTRAST 4.5

typedef struct
{
  double l, a, b;
} Lab;

/* Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
static const struct
{
  const char *name;
  double      matrix[9];
} sights[] = {
  { "full", { 1, 0, 0, 0, 1, 0, 0, 0, 1 } },
  { "protanopia", { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216,
                    -0.003882, -0.048116, 1.051998 } },
  { "deuteranopia", { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413,
                      -0.011820, 0.042940, 0.968881 } },
  { "tritanopia", { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602,
                    0.004733, 0.691367, 0.303900 } },
};

static double
to_linear (double v)
{
  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
lab_f (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Lab
see (const PremiseColor *color,
     const double       *m)
{
  double rgb[] = { to_linear (color->red), to_linear (color->green), to_linear (color->blue) };
  double seen[3];
  double x, y, z;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (m[3 * i] * rgb[0] + m[3 * i + 1] * rgb[1] + m[3 * i + 2] * rgb[2], 0, 1);

  x = (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047;
  y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
  z = (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883;

  return (Lab) {
    116 * lab_f (y) - 16, 500 * (lab_f (x) - lab_f (y)), 200 * (lab_f (y) - lab_f (z)),
  };
}

static double
hue (double b,
     double a)
{
  double degrees = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return degrees < 0 ? degrees + 360 : degrees;
}

static double
mean_hue (double h1,
          double h2)
{
  double sum = h1 + h2;

  if (fabs (h1 - h2) <= 180)
    return sum / 2;

  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

/* CIEDE2000 after Sharma, Wu and Dalal (2005). */
static double
difference (Lab p,
            Lab q)
{
  const double rad = G_PI / 180;
  const double seven = pow (25, 7);
  double c = (hypot (p.a, p.b) + hypot (q.a, q.b)) / 2;
  double g = 0.5 * (1 - sqrt (pow (c, 7) / (pow (c, 7) + seven)));
  double a1 = p.a * (1 + g), a2 = q.a * (1 + g);
  double c1 = hypot (a1, p.b), c2 = hypot (a2, q.b);
  double h1 = hue (p.b, a1), h2 = hue (q.b, a2);
  double dh = c1 * c2 == 0 ? 0 : remainder (h2 - h1, 360);
  double big_dh = 2 * sqrt (c1 * c2) * sin (dh / 2 * rad);
  double l = (p.l + q.l) / 2, cm = (c1 + c2) / 2;
  double h = c1 * c2 == 0 ? h1 + h2 : mean_hue (h1, h2);
  double t = 1 - 0.17 * cos ((h - 30) * rad) + 0.24 * cos (2 * h * rad)
             + 0.32 * cos ((3 * h + 6) * rad) - 0.20 * cos ((4 * h - 63) * rad);
  double sl = 1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2));
  double sc = 1 + 0.045 * cm;
  double sh = 1 + 0.015 * cm * t;
  double rt = -sin (60 * exp (-pow ((h - 275) / 25, 2)) * rad)
              * 2 * sqrt (pow (cm, 7) / (pow (cm, 7) + seven));
  double dl = (q.l - p.l) / sl, dc = (c2 - c1) / sc, dhs = big_dh / sh;

  return sqrt (dl * dl + dc * dc + dhs * dhs + rt * dc * dhs);
}

static void
test_theme_difference (void)
{
  /* Pairs of the paper's own table of test data. */
  g_assert_cmpfloat_with_epsilon (difference ((Lab) { 50, 2.6772, -79.7751 },
                                              (Lab) { 50, 0, -82.7485 }), 2.0425, 1e-4);
  g_assert_cmpfloat_with_epsilon (difference ((Lab) { 60.2574, -34.0099, 36.2677 },
                                              (Lab) { 60.4626, -34.1751, 39.4387 }), 1.2644, 1e-4);
  g_assert_cmpfloat_with_epsilon (difference ((Lab) { 50, 2.5, 0 }, (Lab) { 73, 25, -18 }),
                                  27.1492, 1e-4);
}

static void
test_theme_palette (void)
{
  for (PremiseThemeKind kind = PREMISE_THEME_LIGHT; kind <= PREMISE_THEME_PRINT; kind++)
    {
      PremiseTheme theme;
      double least = INFINITY;

      premise_theme_init (&theme, kind, 1);

      for (guint s = 0; s < G_N_ELEMENTS (sights); s++)
        {
          for (guint i = 0; i < PREMISE_THEME_N_SERIES; i++)
            {
              for (guint j = 0; j < i; j++)
                {
                  double d = difference (see (&theme.series[i], sights[s].matrix),
                                         see (&theme.series[j], sights[s].matrix));

                  g_assert_cmpfloat (d, >=, i < N_FIRST ? MIN_DIFFERENCE_FIRST : MIN_DIFFERENCE);
                  least = fmin (least, d);
                }
            }
        }

      g_test_message ("theme %d: least difference %.1f", kind, least);
    }
}

static void
test_theme_contrast (void)
{
  for (PremiseThemeKind kind = PREMISE_THEME_LIGHT; kind <= PREMISE_THEME_PRINT; kind++)
    {
      gboolean high = kind == PREMISE_THEME_HIGH_CONTRAST
                      || kind == PREMISE_THEME_HIGH_CONTRAST_DARK;
      PremiseTheme theme;

      premise_theme_init (&theme, kind, 1);
      g_assert_cmpfloat (premise_color_contrast (&theme.foreground, &theme.background), >=,
                         high ? 15 : 7);
      g_assert_cmpfloat (premise_color_contrast (&theme.muted, &theme.background), >=,
                         high ? 7 : MIN_TEXT_CONTRAST);
      g_assert_cmpfloat (premise_color_contrast (&theme.accent, &theme.background), >=,
                         MIN_TEXT_CONTRAST);
      g_assert_cmpfloat (premise_color_contrast (&theme.ghost, &theme.background), >=,
                         MIN_GRAPHIC_CONTRAST);

      for (guint i = 0; i < PREMISE_THEME_N_SERIES; i++)
        {
          PremiseColor text = premise_color_for_text (&theme, &theme.series[i]);
          PremiseColor on = premise_color_on_fill (&theme, &theme.series[i]);

          g_assert_cmpfloat (premise_color_contrast (&theme.series[i], &theme.background), >=,
                             high ? 4.4 : MIN_GRAPHIC_CONTRAST);
          g_assert_cmpfloat (premise_color_contrast (&text, &theme.background), >=,
                             MIN_TEXT_CONTRAST);
          g_assert_cmpfloat (premise_color_contrast (&on, &theme.series[i]), >=,
                             MIN_TEXT_CONTRAST);
        }
    }
}

/* Every step of a heat map can be read, and more is never mistaken for less. */
static void
test_theme_sequence (void)
{
  for (PremiseThemeKind kind = PREMISE_THEME_LIGHT; kind <= PREMISE_THEME_PRINT; kind++)
    {
      PremiseTheme theme;
      double last = -1;

      premise_theme_init (&theme, kind, 1);

      for (guint i = 0; i <= 20; i++)
        {
          PremiseColor fill = premise_color_sequence (&theme, i / 20.0);
          PremiseColor text = premise_color_on_fill (&theme, &fill);
          double contrast = premise_color_contrast (&fill, &theme.background);

          g_assert_cmpfloat (premise_color_contrast (&text, &fill), >=, MIN_TEXT_CONTRAST);
          g_assert_cmpfloat (contrast, >, last);
          /* The palest cell does not vanish in what is behind the chart. */
          g_assert_cmpfloat (contrast, >=, 1.35);
          last = contrast;
        }
    }
}

/* Below zero and above zero are told apart by every kind of sight, and equal steps either way
 * are read alike. */
static void
test_theme_diverge (void)
{
  for (PremiseThemeKind kind = PREMISE_THEME_LIGHT; kind <= PREMISE_THEME_PRINT; kind++)
    {
      PremiseTheme theme;
      double last[2] = { -1, -1 };

      premise_theme_init (&theme, kind, 1);

      for (guint i = 0; i <= 10; i++)
        {
          PremiseColor ends[2] = { premise_color_diverge (&theme, i / -10.0),
                                   premise_color_diverge (&theme, i / 10.0) };

          for (guint e = 0; e < 2; e++)
            {
              PremiseColor text = premise_color_on_fill (&theme, &ends[e]);
              double contrast = premise_color_contrast (&ends[e], &theme.background);

              g_assert_cmpfloat (premise_color_contrast (&text, &ends[e]), >=, MIN_TEXT_CONTRAST);
              g_assert_cmpfloat (contrast, >=, 1.35);
              g_assert_cmpfloat (contrast, >, last[e]);
              last[e] = contrast;
            }

          for (guint s = 0; i >= 6 && s < G_N_ELEMENTS (sights); s++)
            g_assert_cmpfloat (difference (see (&ends[0], sights[s].matrix),
                                           see (&ends[1], sights[s].matrix)), >=, 10);
        }
    }
}

static void
test_theme_scale (void)
{
  PremiseTheme theme;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 2);
  g_assert_cmpfloat (theme.text_scale, ==, 2);
  premise_theme_init (&theme, PREMISE_THEME_LIGHT, NAN);
  g_assert_cmpfloat (theme.text_scale, ==, 1);
  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1e9);
  g_assert_cmpfloat (theme.text_scale, <, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/theme/difference", test_theme_difference);
  g_test_add_func ("/chart/theme/palette", test_theme_palette);
  g_test_add_func ("/chart/theme/contrast", test_theme_contrast);
  g_test_add_func ("/chart/theme/sequence", test_theme_sequence);
  g_test_add_func ("/chart/theme/diverge", test_theme_diverge);
  g_test_add_func ("/chart/theme/scale", test_theme_scale);

  return g_test_run ();
}
