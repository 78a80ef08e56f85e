/* draw-samples.c: Pictures of sample charts, for looking at
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * draw-samples FOLDER [FILTER]
 */

#include "config.h"

#include "chart-samples.h"

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
               guint             size,
               gboolean          rtl)
{
  const double border = 16;
  const double zoom = 2;
  PangoContext *context = chart_samples_new_context ();
  g_autoptr(PremiseScene) scene = NULL;
  PremiseTheme theme;
  double width = sizes[size].width;
  double height = sizes[size].height;
  cairo_surface_t *surface;
  cairo_t *cr;

  premise_theme_init (&theme, kind, sizes[size].text_scale);

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

int
main (int   argc,
      char *argv[])
{
  const char *folder = argc > 1 ? argv[1] : ".";
  const char *filter = argc > 2 ? argv[2] : "";

  g_mkdir_with_parents (folder, 0755);

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
            write_picture (path, chart, dark ? PREMISE_THEME_DARK : PREMISE_THEME_LIGHT, size, rtl);
        }
    }

  return 0;
}
