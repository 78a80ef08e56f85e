/* premise-window-size.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-window-size.h"

/* The size of a window that fills the screen is not its own. */
static void
size_changed_cb (GtkWindow  *window,
                 GParamSpec *pspec,
                 GSettings  *settings)
{
  int width, height;

  if (gtk_window_is_fullscreen (window) || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
}

/**
 * premise_window_size_keep:
 * @window: a window that is not on the screen yet
 * @settings: where its size is kept
 *
 * Gives the window the size it had last, and remembers what it has from now on.
 */
void
premise_window_size_keep (GtkWindow *window,
                          GSettings *settings)
{
  static const char *const properties[] = { "notify::default-width", "notify::default-height",
                                            "notify::maximized" };
  int width, height;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  /* -1 is the natural size; anybody may have written anything. */
  gtk_window_set_default_size (window, MAX (width, -1), MAX (height, -1));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_object (window, properties[i], G_CALLBACK (size_changed_cb), settings, 0);
}
