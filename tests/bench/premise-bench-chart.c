/* premise-bench-chart.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure.h"
#include "premise-scene.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

/* How long charts take to be laid out and drawn. README.md says what is printed. */

#define WIDTH    800
#define HEIGHT   450
#define N_POINTS 100000
#define MAX_RUNS 300
#define N_LINES  100    /* of the long line */
#define N_LAYOUTS 9

static const char *const regions[] = {
  "华东地区", "华南地区", "华北地区", "华中地区", "西南地区", "西北地区", "东北地区", "港澳台", "海外市场",
};
static const double sizes[] = { 812.4, 655.1, 590.7, 430.2, 388.8, 175.3, 240.9, 133.6, 702.5 };

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values,
        guint   n)
{
  qsort (values, n, sizeof (double), compare_doubles);

  return values[n / 2];
}

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static void
print (const char *workload,
       const char *measure,
       double      ms)
{
  g_print ("{\"workload\":\"%s\",\"measure\":\"%s\",\"peer\":\"premise\",\"value\":%.6g,\"unit\":\"ms\"}\n", workload,
           measure, ms);
}

static PremiseChart *
bars_new (void)
{
  PremiseChart *chart = premise_chart_new (PREMISE_MARK_BAR);

  premise_chart_set_language (chart, "zh-cn");
  premise_chart_set_categories (chart, regions, G_N_ELEMENTS (regions));
  premise_chart_add_series (chart, "市场规模（亿元）", sizes, NULL);

  return chart;
}

/* A walk at random, the same every time. */
static PremiseChart *
line_new (void)
{
  PremiseChart *chart = premise_chart_new (PREMISE_MARK_LINE);
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autofree double *values = g_new (double, N_POINTS);
  g_auto(GStrv) labels = g_new0 (char *, N_POINTS + 1);
  double y = 0;

  for (guint i = 0; i < N_POINTS; i++)
    {
      y += g_rand_double (random) - 0.5;
      values[i] = y + 5 * sin (i / 3000.0);
      labels[i] = g_strdup_printf ("%u", i);
    }

  premise_chart_set_language (chart, "zh-cn");
  premise_chart_set_categories (chart, (const char *const *) labels, N_POINTS);
  premise_chart_add_series (chart, "市场规模（亿元）", values, NULL);

  return chart;
}

static PangoContext *
context_new (void)
{
  return pango_font_map_create_context (pango_cairo_font_map_get_default ());
}

static double
time_draw (PremiseScene    *scene,
           cairo_surface_t *surface)
{
  double start = now_ms ();
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  premise_scene_draw (scene, cr);
  cairo_destroy (cr);

  return now_ms () - start;
}

/* redraw: the scene is there, as when a window is uncovered. layout_and_draw: a number has changed. */
static void
measure_chart (const char   *workload,
               PremiseChart *chart,
               guint         n_runs)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  PangoContext *context = context_new ();
  g_autoptr(PremiseScene) scene = NULL;
  PremiseTheme theme;
  double redraws[MAX_RUNS];
  double all[MAX_RUNS];

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1.0);
  scene = premise_chart_layout (chart, WIDTH, HEIGHT, &theme, context, FALSE);

  for (guint i = 0; i < n_runs; i++)
    redraws[i] = time_draw (scene, surface);

  for (guint i = 0; i < n_runs; i++)
    {
      double start = now_ms ();
      g_autoptr(PremiseScene) fresh = premise_chart_layout (chart, WIDTH, HEIGHT, &theme, context, FALSE);

      time_draw (fresh, surface);
      all[i] = now_ms () - start;
    }

  print (workload, "redraw", median (redraws, n_runs));
  print (workload, "layout_and_draw", median (all, n_runs));
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static double
time_layout (PremiseReport      *report,
             const PremiseBlock *block,
             PremiseEvaluator   *evaluator,
             const char         *language,
             PangoContext       *context)
{
  g_autoptr(PremiseChart) chart = premise_figure_build_chart (report, block, evaluator, language);
  PremiseTheme theme;
  double times[N_LAYOUTS];

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1.0);
  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      double start = now_ms ();
      g_autoptr(PremiseScene) scene = NULL;

      scene = premise_chart_layout (chart, WIDTH, premise_chart_get_natural_height (chart, WIDTH, &theme, context),
                                    &theme, context, FALSE);
      times[i] = now_ms () - start;
    }

  /* What else the machine does only adds to it. */
  qsort (times, N_LAYOUTS, sizeof (double), compare_doubles);

  return times[0];
}

/* Each figure and diagram of a report. */
static void
measure_report (const char *folder)
{
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = premise_report_load (folder, diagnostics);
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  PangoContext *context = context_new ();
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  if (report == NULL)
    g_error ("%s cannot be opened", folder);

  scenario = premise_scenario_new (premise_report_get_model (report));
  evaluator = premise_evaluator_new (scenario);

  for (guint s = 0; s < premise_report_get_n_sections (report); s++)
    {
      const PremiseSection *section = premise_report_get_section (report, s);

      for (guint i = 0; i < section->blocks->len; i++)
        {
          const PremiseBlock *block = g_ptr_array_index (section->blocks, i);
          double ms;

          if (block->type != PREMISE_BLOCK_FIGURE && block->type != PREMISE_BLOCK_DIAGRAM)
            continue;

          ms = time_layout (report, block, evaluator, "zh", context);
          g_array_append_val (times, ms);
          g_print ("{\"workload\":\"report\",\"measure\":\"layout_of\",\"peer\":\"premise\",\"section\":\"%s\",\"block\":%u,"
                   "\"value\":%.6g,\"unit\":\"ms\"}\n", section->id, i, ms);
        }
    }

  print ("report", "layout", median ((double *) (gpointer) times->data, times->len));
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(PremiseChart) bars = bars_new ();
  g_autoptr(PremiseChart) line = line_new ();

  if (argc != 2)
    g_error ("usage: premise-bench-chart REPORT");

  measure_chart ("chart_bar9", bars, MAX_RUNS);
  measure_chart ("chart_line100k", line, N_LINES);
  measure_report (argv[1]);

  return 0;
}
