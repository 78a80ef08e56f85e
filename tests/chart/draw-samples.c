/* draw-samples.c: Pictures of sample charts, for looking at
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * draw-samples FOLDER [FILTER]: one picture each
 * draw-samples --sheets FOLDER [FILTER]: contact sheets of all samples
 * draw-samples --diagrams FOLDER [FILTER]: one picture of each diagram at each of its sizes
 */

#include "config.h"

#include "chart-samples.h"
#include "diagram-samples.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>

static const struct
{
  const char *name;
  double      width;
  double      height;  /* 0: the natural one */
  double      text_scale;
} sizes[] = {
  { "640", 640, 360, 1 },
  { "320", 320, 0, 1 },
  { "natural", 720, 0, 1 },
  { "large", 640, 0, 2 },
};

static void
write_picture (const char       *path,
               PremiseChart     *chart,
               PremiseThemeKind  kind,
               double            width,
               double            height,
               double            text_scale,
               gboolean          rtl)
{
  const double border = 16;
  const double zoom = width > 1000 ? 1 : 2;
  PangoContext *context = chart_samples_new_context ();
  g_autoptr(PremiseScene) scene = NULL;
  PremiseTheme theme;
  cairo_surface_t *surface;
  cairo_t *cr;

  premise_theme_init (&theme, kind, text_scale);

  if (height <= 0)
    height = premise_chart_get_natural_height (chart, width, &theme, context);

  scene = premise_chart_layout (chart, width, height, &theme, context, rtl);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ((width + 2 * border) * zoom),
                                        (int) ((height + 2 * border) * zoom));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, theme.background.red, theme.background.green, theme.background.blue);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, border, border);
  premise_scene_draw (scene, cr);

  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s was not written\n", path);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* Sheets of so many pictures, each of that size. */
#define SHEET_COLUMNS 3
#define SHEET_ROWS 4
#define SHEET_BORDER 14

static void
draw_cell (cairo_t            *cr,
           guint               sample,
           gboolean            chinese,
           const PremiseTheme *theme,
           double              width,
           double              height)
{
  g_autoptr(PremiseChart) chart = chart_samples_new (sample, chinese);
  PangoContext *context = chart_samples_new_context ();
  g_autoptr(PremiseScene) scene = premise_chart_layout (chart, width, height, theme, context, FALSE);

  premise_scene_draw (scene, cr);
  g_object_unref (context);
}

static void
write_sheets (const char       *folder,
              const char       *name,
              gboolean          chinese,
              PremiseThemeKind  kind,
              double            width,
              double            height,
              double            text_scale)
{
  guint page = SHEET_COLUMNS * SHEET_ROWS;
  PremiseTheme theme;

  premise_theme_init (&theme, kind, text_scale);

  for (guint first = 0; first < chart_samples_get_n (); first += page)
    {
      g_autofree char *file = g_strdup_printf ("%s-%u.png", name, first / page + 1);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      cairo_surface_t *surface
        = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                      (int) ((width + 2 * SHEET_BORDER) * SHEET_COLUMNS),
                                      (int) ((height + 2 * SHEET_BORDER) * SHEET_ROWS));
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, theme.background.red, theme.background.green,
                            theme.background.blue);
      cairo_paint (cr);

      for (guint i = first; i < MIN (first + page, chart_samples_get_n ()); i++)
        {
          guint cell = i - first;

          cairo_save (cr);
          cairo_translate (cr, SHEET_BORDER + cell % SHEET_COLUMNS * (width + 2 * SHEET_BORDER),
                           SHEET_BORDER + cell / SHEET_COLUMNS * (height + 2 * SHEET_BORDER));
          draw_cell (cr, i, chinese, &theme, width, height);
          cairo_restore (cr);
        }

      if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
        g_printerr ("%s was not written\n", path);

      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
write_all_sheets (const char *folder,
                  const char *filter)
{
  static const struct
  {
    const char       *name;
    gboolean          chinese;
    PremiseThemeKind  kind;
    double            width, height;
    double            text_scale;
  } sheets[] = {
    { "light-en", FALSE, PREMISE_THEME_LIGHT, 560, 330, 1 },
    { "dark-zh", TRUE, PREMISE_THEME_DARK, 560, 330, 1 },
    { "print-zh", TRUE, PREMISE_THEME_PRINT, 560, 330, 1 },
    { "contrast-en", FALSE, PREMISE_THEME_HIGH_CONTRAST, 560, 330, 1 },
    { "small-zh", TRUE, PREMISE_THEME_LIGHT, 320, 240, 1 },
    { "small-en", FALSE, PREMISE_THEME_DARK, 320, 260, 1 },
    { "large-en", FALSE, PREMISE_THEME_LIGHT, 560, 400, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      if (strstr (sheets[i].name, filter) != NULL)
        write_sheets (folder, sheets[i].name, sheets[i].chinese, sheets[i].kind, sheets[i].width,
                      sheets[i].height, sheets[i].text_scale);
    }
}

static void
write_diagrams (const char *folder,
                const char *filter)
{
  static const struct
  {
    const char       *name;
    gboolean          chinese;
    PremiseThemeKind  kind;
    double            width, height;    /* 0: the natural one */
    double            text_scale;
    gboolean          rtl;
  } views[] = {
    { "wide-en", FALSE, PREMISE_THEME_LIGHT, 900, 0, 1, FALSE },
    { "page-zh", TRUE, PREMISE_THEME_LIGHT, 680, 0, 1, FALSE },
    { "dark-zh", TRUE, PREMISE_THEME_DARK, 680, 0, 1, FALSE },
    { "narrow-en", FALSE, PREMISE_THEME_LIGHT, 328, 0, 1, FALSE },
    { "narrow-zh", TRUE, PREMISE_THEME_LIGHT, 328, 0, 1, FALSE },
    { "large-en", FALSE, PREMISE_THEME_LIGHT, 640, 0, 2, FALSE },
    { "huge-zh", TRUE, PREMISE_THEME_LIGHT, 360, 0, 2, FALSE },
    { "present-en", FALSE, PREMISE_THEME_DARK, 1600, 640, 2.4, FALSE },
    { "contrast-zh", TRUE, PREMISE_THEME_HIGH_CONTRAST, 680, 0, 1, FALSE },
    { "mirrored-en", FALSE, PREMISE_THEME_LIGHT, 680, 0, 1, TRUE },
  };

  for (guint i = 0; i < diagram_samples_get_n (); i++)
    {
      for (guint v = 0; v < G_N_ELEMENTS (views); v++)
        {
          g_autofree char *name = g_strdup_printf ("%s-%s.png", diagram_samples_get_name (i),
                                                   views[v].name);
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autoptr(PremiseChart) chart = diagram_samples_new (i, views[v].chinese, NULL);

          if (strstr (name, filter) != NULL)
            write_picture (path, chart, views[v].kind, views[v].width, views[v].height,
                           views[v].text_scale, views[v].rtl);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  gboolean sheets = argc > 1 && g_str_equal (argv[1], "--sheets");
  gboolean diagrams = argc > 1 && g_str_equal (argv[1], "--diagrams");
  int first = sheets || diagrams ? 2 : 1;
  const char *folder = argc > first ? argv[first] : ".";
  const char *filter = argc > first + 1 ? argv[first + 1] : "";

  g_mkdir_with_parents (folder, 0755);

  if (sheets)
    {
      write_all_sheets (folder, filter);
      return 0;
    }

  if (diagrams)
    {
      write_diagrams (folder, filter);
      return 0;
    }

  for (guint i = 0; i < chart_samples_get_n (); i++)
    {
      for (guint v = 0; v < G_N_ELEMENTS (sizes) * 8; v++)
        {
          gboolean chinese = v & 1;
          gboolean dark = (v & 2) != 0;
          gboolean rtl = (v & 4) != 0;
          guint size = v / 8;
          g_autoptr(PremiseChart) chart = chart_samples_new (i, chinese);
          g_autofree char *name = g_strdup_printf ("%s-%s-%s-%s%s.png", chart_samples_get_name (i),
                                                   sizes[size].name, dark ? "dark" : "light",
                                                   chinese ? "zh" : "en", rtl ? "-rtl" : "");
          g_autofree char *path = g_build_filename (folder, name, NULL);

          if (strstr (name, filter) != NULL)
            write_picture (path, chart, dark ? PREMISE_THEME_DARK : PREMISE_THEME_LIGHT,
                           sizes[size].width, sizes[size].height, sizes[size].text_scale, rtl);
        }
    }

  return 0;
}
