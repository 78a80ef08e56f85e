/* draw-pages.c
 *
 * Draws the printed pages of a section, to be looked at:
 *
 *   draw-pages REPORT SECTION LANGUAGE FOLDER
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "premise-printout.h"

/* A4 in points, and its margins. */
#define WIDTH  595
#define HEIGHT 842
#define MARGIN 57
#define SCALE  1.6

static void
draw (const PremisePrintout *printout,
      guint                  page,
      const char            *folder,
      const char            *section)
{
  g_autofree char *path = g_strdup_printf ("%s/%s-%u.png", folder, section, page + 1);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * SCALE), (int) (HEIGHT * SCALE));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, MARGIN, MARGIN);
  premise_printout_draw_page (printout, page, cr);
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s: not written\n", path);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = argc == 5 ? premise_report_load (argv[1], diagnostics) : NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  g_autoptr(PremisePrintout) printout = NULL;
  guint section = report != NULL ? premise_report_find_section (report, argv[2]) : PREMISE_MODEL_NOT_FOUND;

  if (section == PREMISE_MODEL_NOT_FOUND)
    {
      g_printerr ("usage: draw-pages REPORT SECTION LANGUAGE FOLDER\n");
      return 1;
    }

  scenario = premise_scenario_new (premise_report_get_model (report));
  evaluator = premise_evaluator_new (scenario);
  printout = premise_printout_new (report, section, evaluator, argv[3], WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN);
  for (guint page = 0; page < premise_printout_get_n_pages (printout); page++)
    draw (printout, page, argv[4], argv[2]);

  return 0;
}
