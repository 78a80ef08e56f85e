/* test-appearance.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-application.h"
#include "premise-chart-canvas.h"

#include <adwaita.h>
#include <locale.h>

/* What the program does at its start, once: it is for good. */
static void
start_application (void)
{
  static GApplication *application = NULL;
  g_autoptr(GError) error = NULL;

  if (application != NULL)
    return;

  application = premise_application_new ();
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
show_label (const char *const *classes)
{
  GtkWidget *label;
  GtkWidget *window;

  start_application ();
  label = gtk_label_new ("30%");
  gtk_widget_set_css_classes (label, (const char **) classes);
  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));

  return label;
}

static void
assert_color (GtkWidget  *label,
              const char *expected)
{
  g_autofree char *name = NULL;
  GdkRGBA color;

  gtk_widget_get_color (label, &color);
  color.alpha = 1;
  name = gdk_rgba_to_string (&color);
  g_assert_cmpstr (name, ==, expected);
}

/* A fact in review is dark blue on white and light blue on black, whenever that changes. */
static void
test_dark (void)
{
  static const char *const classes[] = { "premise-mark", "premise-fact", NULL };
  GtkWidget *label = show_label (classes);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_color (label, "rgb(22,79,156)");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_color (label, "rgb(153,193,241)");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_color (label, "rgb(22,79,156)");
}

/* Of muted text, beside the text around it. */
static float
get_strength (void)
{
  static const char *const classes[] = { "premise-quote-by", NULL };
  GtkWidget *label = show_label (classes);
  GdkRGBA color;
  GdkRGBA around;

  gtk_widget_get_color (label, &color);
  gtk_widget_get_color (gtk_widget_get_parent (label), &around);

  return color.alpha / around.alpha;
}

static void
test_high_contrast_inside (void)
{
  g_assert_cmpfloat (get_strength (), >, 0.85f);
}

/* What is muted is stronger in high contrast, which a program looks for when it starts. */
static void
test_high_contrast (void)
{
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);

  g_assert_cmpfloat (get_strength (), <, 0.75f);

  g_test_trap_subprocess_with_envp ("/appearance/high-contrast/subprocess", (const char *const *) environment, 0,
                                    G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Of the names below the bars, in pixels. */
static double
measure_names (const char *font)
{
  static const char *const names[] = { "Illicit", "Lily", "Little" };
  const double values[] = { 20, 100, 40 };
  g_autoptr(PremiseChart) chart = premise_chart_new (PREMISE_MARK_BAR);
  GtkWidget *canvas = premise_chart_canvas_new ();
  GtkWidget *window = gtk_window_new ();
  PremiseScene *scene;
  double width = 0;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  premise_chart_set_categories (chart, names, G_N_ELEMENTS (names));
  premise_chart_add_series (chart, NULL, values, NULL);
  premise_chart_canvas_set_chart (PREMISE_CHART_CANVAS (canvas), chart);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 400);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_present (GTK_WINDOW (window));
  while ((scene = premise_chart_canvas_get_scene (PREMISE_CHART_CANVAS (canvas))) == NULL)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      if (shape.role == PREMISE_ROLE_CATEGORY_LABEL)
        width += shape.bounds.width;
    }
  gtk_window_destroy (GTK_WINDOW (window));

  return width;
}

static double
measure_text (const char *font)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, "IllicitLilyLittle");
  PangoFontDescription *description = pango_font_description_from_string (font);
  int width;

  pango_layout_set_font_description (layout, description);
  pango_layout_get_size (layout, &width, NULL);
  pango_font_description_free (description);
  g_object_unref (widget);

  return width;
}

/* On the screen a chart is set in the font of what is around it. */
static void
test_font (void)
{
  double wider;

  start_application ();
  wider = measure_text ("Noto Sans Mono CJK SC 30") / measure_text ("Inter 30");
  if (wider < 1.2)
    {
      g_test_skip ("One of the fonts Noto Sans Mono CJK SC and Inter is not installed");
      return;
    }

  g_assert_cmpfloat_with_epsilon (measure_names ("Noto Sans Mono CJK SC 11") / measure_names ("Inter 11"), wider, 0.1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/appearance/dark", test_dark);
  g_test_add_func ("/appearance/font", test_font);
  g_test_add_func ("/appearance/high-contrast", test_high_contrast);
  g_test_add_func ("/appearance/high-contrast/subprocess", test_high_contrast_inside);

  return g_test_run ();
}
