/* premise-focus.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-focus.h"

/**
 * premise_focus_release:
 * @widget: (nullable): what will be taken out of its window
 *
 * Takes the focus away from @widget and from all that is in it. Left there, GTK would move it only after the next frame:
 * a key that is pressed before goes to a widget without a window and is lost.
 *
 * Returns: whether the focus was there
 */
gboolean
premise_focus_release (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (widget == NULL || GTK_IS_WIDGET (widget), FALSE);

  root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !(focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;

  gtk_root_set_focus (root, NULL);

  return TRUE;
}
