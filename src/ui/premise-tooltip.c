/* premise-tooltip.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-tooltip.h"

/**
 * premise_tooltip_set_text:
 * @widget: a widget
 * @text: (nullable): what it says when it is pointed at
 *
 * Sets the tooltip as gtk_widget_set_tooltip_text() does, without asking the display server in vain. GTK looks
 * where the pointer is whenever a visible widget gets a tooltip, since it might be the one to show. On X11 that
 * is four round trips; a table or a list of contents is made of hundreds of widgets with a tooltip each. Nothing
 * can point at a widget that is in no window, or in one that is not on the screen yet.
 */
void
premise_tooltip_set_text (GtkWidget  *widget,
                          const char *text)
{
  GtkRoot *root;
  gboolean quiet;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return;

  root = gtk_widget_get_root (widget);
  quiet = gtk_widget_get_visible (widget) && (root == NULL || !gtk_widget_get_realized (GTK_WIDGET (root)));
  if (quiet)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (quiet)
    gtk_widget_set_visible (widget, TRUE);
}
