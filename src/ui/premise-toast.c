/* premise-toast.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-toast.h"

#include "premise-toast-words.h"

#include <errno.h>
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
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, premise_toast_words_new (words));

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

static gboolean
add_cb (GtkWidget     *overlay,
        GdkFrameClock *clock,
        gpointer       toast)
{
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));

  return G_SOURCE_REMOVE;
}

/**
 * premise_toast_add:
 * @overlay: where it is shown
 * @toast: (transfer full): a toast
 *
 * Shows @toast, once the window is there: a window gives the focus to the last toast that is in it when it opens, and a
 * toast does not go while it has the focus.
 */
void
premise_toast_add (AdwToastOverlay *overlay,
                   AdwToast        *toast)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (ADW_IS_TOAST (toast));

  if (gtk_widget_get_mapped (GTK_WIDGET (overlay)))
    adw_toast_overlay_add_toast (overlay, toast);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (overlay), add_cb, toast, g_object_unref);
}

static void
say (GtkWidget  *widget,
     const char *words,
     gboolean    stays)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (widget), words,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }

  toast = premise_toast_new (words);
  if (stays)
    adw_toast_set_timeout (toast, 0);
  premise_toast_add (ADW_TOAST_OVERLAY (overlay), toast);
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
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (words != NULL);

  say (widget, words, FALSE);
}

/**
 * premise_toast_say_bad_news:
 * @widget: an overlay of toasts, or a widget in one
 * @words: what to say
 *
 * Shows @words until they are closed.
 */
void
premise_toast_say_bad_news (GtkWidget  *widget,
                            const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (words != NULL);

  say (widget, words, TRUE);
}

/**
 * premise_toast_get_reason:
 * @error: why a file could not be written
 *
 * A toast is short. What GLib says of a file begins with two long names and has the reason at the end.
 *
 * Returns: (transfer none): the reason alone where it is a usual one, else the message of @error
 */
const char *
premise_toast_get_reason (const GError *error)
{
  static const struct { int file, io, number; } reasons[] = {
    { G_FILE_ERROR_NOSPC, G_IO_ERROR_NO_SPACE, ENOSPC },
    { G_FILE_ERROR_ROFS, G_IO_ERROR_READ_ONLY, EROFS },
    { G_FILE_ERROR_ACCES, G_IO_ERROR_PERMISSION_DENIED, EACCES },
  };

  g_return_val_if_fail (error != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_error_matches (error, G_FILE_ERROR, reasons[i].file)
        || g_error_matches (error, G_IO_ERROR, reasons[i].io))
      return g_strerror (reasons[i].number);

  return error->message;
}
