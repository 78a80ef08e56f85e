/* test-chart-motion.c: What is seen between two values
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-canvas.h"
#include "premise-chart-motion.h"

#include <adwaita.h>

/* A slow machine shows fewer steps, and is late with the last. */
#define MIN_USEC (150 * 1000)
#define MAX_USEC (5 * G_USEC_PER_SEC)

typedef struct
{
  GtkWidget          *window;
  PremiseChartCanvas *canvas;
  PremiseChartMotion *motion;
} Fixture;

static PremiseChart *
new_chart (double first)
{
  static const char *const labels[] = { "One", "Other" };
  const double values[] = { first, 100 };
  PremiseChart *chart = premise_chart_new (PREMISE_MARK_BAR);

  premise_chart_set_categories (chart, labels, 2);
  premise_chart_add_series (chart, NULL, values, NULL);

  return chart;
}

static double
get_height (Fixture *self)
{
  PremiseScene *scene = premise_chart_canvas_get_scene (self->canvas);
  PremiseRect bounds;

  return scene != NULL && premise_scene_get_point_bounds (scene, 0, 0, &bounds) ? bounds.height : -1;
}

static void
set_up (Fixture       *self,
        gconstpointer  animations)
{
  g_autoptr(PremiseChart) chart = new_chart (20);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", GPOINTER_TO_INT (animations), NULL);
  self->window = gtk_window_new ();
  self->canvas = PREMISE_CHART_CANVAS (premise_chart_canvas_new ());
  self->motion = premise_chart_motion_new (self->canvas);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 400);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  premise_chart_motion_set_chart (self->motion, chart);
  gtk_window_present (GTK_WINDOW (self->window));

  while (!gtk_widget_get_mapped (GTK_WIDGET (self->canvas)) || get_height (self) < 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  premise_chart_motion_free (self->motion);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A bar grows in steps, none of them backwards, for about a fifth of a second, to where the value is. */
static void
test_glides (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = new_chart (80);
  double start = get_height (self);
  double last = start;
  gint64 begun = g_get_monotonic_time ();
  gint64 moved = begun;
  guint n_steps = 0;

  premise_chart_motion_set_chart (self->motion, chart);

  while (get_height (self) < 4 * start - 0.5 && g_get_monotonic_time () < begun + MAX_USEC)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpfloat (get_height (self), >=, last - 1e-6);
      if (get_height (self) > last + 1)
        {
          last = get_height (self);
          moved = g_get_monotonic_time ();
          n_steps += last < 4 * start - 1;
        }
    }

  g_assert_cmpfloat_with_epsilon (get_height (self), 4 * start, 0.5);
  g_assert_cmpuint (n_steps, >=, 2);
  g_assert_cmpint (moved - begun, >=, MIN_USEC);
}

/* With animations off in the desktop the value is there at once. */
static void
test_jumps (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = new_chart (80);
  double start = get_height (self);

  premise_chart_motion_set_chart (self->motion, chart);
  g_assert_cmpfloat_with_epsilon (get_height (self), 4 * start, 0.5);
}

/* While a slider is held the bar follows the hand. */
static void
test_follows (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = new_chart (80);
  double start = get_height (self);

  premise_chart_motion_set_hold (self->motion, TRUE);
  premise_chart_motion_set_chart (self->motion, chart);
  g_assert_cmpfloat_with_epsilon (get_height (self), 4 * start, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/chart-motion/glides", Fixture, GINT_TO_POINTER (TRUE), set_up, test_glides, tear_down);
  g_test_add ("/chart-motion/jumps", Fixture, GINT_TO_POINTER (FALSE), set_up, test_jumps, tear_down);
  g_test_add ("/chart-motion/follows", Fixture, GINT_TO_POINTER (TRUE), set_up, test_follows, tear_down);

  return g_test_run ();
}
