/* test-appearance.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-application.h"

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

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/appearance/dark", test_dark);
  g_test_add_func ("/appearance/high-contrast", test_high_contrast);
  g_test_add_func ("/appearance/high-contrast/subprocess", test_high_contrast_inside);

  return g_test_run ();
}
