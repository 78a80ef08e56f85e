/* premise-appearance.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-appearance.h"

#include <adwaita.h>

#define FOLDER "resource:///io/github/premise_app/Premise/"

static void
apply (AdwStyleManager *manager,
       GParamSpec      *pspec,
       GtkCssProvider  *provider)
{
  g_autoptr(GString) css = g_string_new (NULL);

  if (adw_style_manager_get_dark (manager))
    g_string_append (css, "@import url(\"" FOLDER "appearance-dark.css\");\n");
  if (adw_style_manager_get_high_contrast (manager))
    g_string_append (css, "@import url(\"" FOLDER "appearance-high-contrast.css\");\n");
  if (adw_style_manager_get_dark (manager) && adw_style_manager_get_high_contrast (manager))
    g_string_append (css, "@import url(\"" FOLDER "appearance-high-contrast-dark.css\");\n");
  gtk_css_provider_load_from_string (provider, css->str);
}

/**
 * premise_appearance_start:
 *
 * Adds the style of the dark appearance and of high contrast to that of the program, as long as the desktop
 * or the preferences ask for them.
 *
 * What can be selected is not selected whole because the focus comes to it: a path or a complaint that comes up
 * white on blue looks like a request.
 *
 * libadwaita before 1.8 looked for such styles in the program's resources; GTK before 4.20 does not understand
 * the media queries that are to replace them.
 */
void
premise_appearance_start (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  apply (manager, NULL, provider);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (apply), provider, G_CONNECT_DEFAULT);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (apply), provider, G_CONNECT_DEFAULT);
}
