/* premise-toast.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-toast.h"

#include <glib/gi18n.h>

/**
 * premise_toast_new:
 * @words: what to say
 *
 * Returns: (transfer full): a toast, to be added to an overlay
 */
AdwToast *
premise_toast_new (const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);

  return toast;
}

/**
 * premise_toast_new_with_undo:
 * @words: what has been done to assumptions
 *
 * Returns: (transfer full): a toast with a button that takes it back
 */
AdwToast *
premise_toast_new_with_undo (const char *words)
{
  AdwToast *toast = premise_toast_new (words);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");

  return toast;
}

/**
 * premise_toast_say:
 * @widget: an overlay of toasts, or a widget in one
 * @words: what to say
 *
 * Shows @words for a moment; where nothing can show them, a screen reader says them.
 */
void
premise_toast_say (GtkWidget  *widget,
                   const char *words)
{
  GtkWidget *overlay;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (words != NULL);

  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), premise_toast_new (words));
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
