/* draw-figures.c: Pictures of the figures of a report, for looking at
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * draw-figures [OPTION…] REPORT FOLDER [SECTION…]
 *
 * One picture of each figure and diagram, and one line about it: its size, the height of its lowest text
 * in pixels, how many of its categories are named, and how many of its points have a number.
 */

#include "config.h"

#include "premise-figure.h"
#include "premise-scene.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <pango/pangocairo.h>

#define BORDER 16

static const struct
{
  const char       *name;
  PremiseThemeKind  kind;
} kinds[] = {
  { "light", PREMISE_THEME_LIGHT },
  { "dark", PREMISE_THEME_DARK },
  { "contrast", PREMISE_THEME_HIGH_CONTRAST },
  { "contrast-dark", PREMISE_THEME_HIGH_CONTRAST_DARK },
  { "print", PREMISE_THEME_PRINT },
};

static struct
{
  char     *language;
  char     *kind;
  double    width;
  double    height;     /* 0: the natural one */
  double    text_scale;
  gboolean  rtl;
  double    moved;      /* every assumption, in shares of its way to its end */
} options = { .width = 900, .text_scale = 1 };

static PremiseThemeKind
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (name, kinds[i].name) == 0)
        return kinds[i].kind;
    }

  return PREMISE_THEME_LIGHT;
}

static void
print_line (const char   *name,
            PremiseChart *chart,
            PremiseScene *scene,
            double        height)
{
  double lowest = INFINITY;
  guint n_numbers = 0;
  guint n_names = 0;

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      n_numbers += shape.role == PREMISE_ROLE_VALUE_LABEL;
      n_names += shape.role == PREMISE_ROLE_CATEGORY_LABEL;
      if (shape.text != NULL)
        lowest = fmin (lowest, shape.bounds.height);
    }

  g_print ("%-40s %4.0f × %4.0f  lowest text %4.1f  names %u of %u  numbers %u of %u\n", name, options.width, height, lowest,
           n_names, premise_chart_get_n_categories (chart), n_numbers, premise_chart_get_n_series (chart) * premise_chart_get_n_categories (chart));
}

static void
draw (PremiseChart *chart,
      const char   *folder,
      const char   *name)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  double height = options.height;
  g_autoptr(PremiseScene) scene = NULL;
  PremiseTheme theme;
  cairo_surface_t *surface;
  cairo_t *cr;

  premise_theme_init (&theme, find_kind (options.kind), options.text_scale);
  if (height <= 0)
    height = premise_chart_get_natural_height (chart, options.width, &theme, context);
  scene = premise_chart_layout (chart, options.width, height, &theme, context, options.rtl);
  print_line (name, chart, scene, height);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) options.width + 2 * BORDER,
                                        (int) height + 2 * BORDER);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, theme.background.red, theme.background.green, theme.background.blue);
  cairo_paint (cr);
  cairo_translate (cr, BORDER, BORDER);
  premise_scene_draw (scene, cr);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s was not written\n", path);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* So that the base case stays as a ghost. */
static void
move_assumptions (PremiseModel    *model,
                  PremiseScenario *scenario)
{
  for (guint v = 0; options.moved != 0 && v < premise_model_get_n_variables (model); v++)
    {
      if (premise_model_get_kind (model, v) != PREMISE_VARIABLE_ASSUMPTION)
        continue;

      for (guint cell = 0; cell < premise_model_get_n_cells (model, v); cell++)
        {
          double base = premise_model_get_base (model, v, cell);
          double min, max, step;

          premise_model_get_range (model, v, cell, &min, &max, &step);
          premise_scenario_set_value (scenario, v, cell, base + options.moved * (max - base), NULL);
        }
    }
}

static void
draw_section (PremiseReport         *report,
              const PremiseSection  *section,
              PremiseEvaluator      *evaluator,
              const char            *folder)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (section->blocks, i);
      g_autofree char *name = g_strdup_printf ("%s-%u", section->id, i);
      g_autoptr(PremiseChart) chart = NULL;

      if (block->type != PREMISE_BLOCK_FIGURE && block->type != PREMISE_BLOCK_DIAGRAM)
        continue;

      chart = premise_figure_build_chart (report, block, evaluator,
                                          options.language != NULL ? options.language : "en");
      draw (chart, folder, name);
    }
}

static void
draw_report (PremiseReport *report,
             const char    *folder,
             char         **sections)
{
  g_autoptr(PremiseScenario) scenario = premise_scenario_new (premise_report_get_model (report));
  g_autoptr(PremiseEvaluator) evaluator = premise_evaluator_new (scenario);

  move_assumptions (premise_report_get_model (report), scenario);

  for (guint s = 0; s < premise_report_get_n_sections (report); s++)
    {
      const PremiseSection *section = premise_report_get_section (report, s);

      if (*sections == NULL || g_strv_contains ((const char *const *) sections, section->id))
        draw_section (report, section, evaluator, folder);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, "of the report", "en|zh" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, "light, dark, contrast, contrast-dark or print", "KIND" },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &options.width, "in pixels", "PIXELS" },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &options.height, "the natural one, when not given", "PIXELS" },
    { "text-scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.text_scale, "2 is twice the size", "SCALE" },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &options.rtl, "from right to left", NULL },
    { "moved", 0, 0, G_OPTION_ARG_DOUBLE, &options.moved, "move assumptions: 1 is to their upper ends", "SHARE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("REPORT FOLDER [SECTION…]");
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = NULL;
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 3)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "REPORT and FOLDER are missing");
      return 2;
    }

  report = premise_report_load (argv[1], diagnostics);
  if (report == NULL)
    {
      g_printerr ("%s cannot be opened\n", argv[1]);
      return 1;
    }

  g_mkdir_with_parents (argv[2], 0755);
  draw_report (report, argv[2], argv + 3);

  return 0;
}
