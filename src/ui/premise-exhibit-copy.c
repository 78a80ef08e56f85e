/* premise-exhibit-copy.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-exhibit-copy.h"

#include "premise-export.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Wide enough for a slide at twice the resolution. */
#define IMAGE_WIDTH 960
#define IMAGE_SCALE 2

static void
say (GtkWidget  *widget,
     const char *words)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (words));
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
copy_figure (GdkClipboard        *clipboard,
             PremiseSession      *session,
             const PremiseBlock  *block,
             GError             **error)
{
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  png = premise_export_figure_png (premise_session_get_report (session), block,
                                   premise_session_get_evaluator (session),
                                   premise_session_get_language (session),
                                   IMAGE_WIDTH, IMAGE_SCALE, error);
  if (png == NULL)
    return FALSE;

  texture = gdk_texture_new_from_bytes (png, error);
  if (texture == NULL)
    return FALSE;

  gdk_clipboard_set_texture (clipboard, texture);

  return TRUE;
}

static gboolean
copy_table (GdkClipboard        *clipboard,
            PremiseSession      *session,
            const PremiseBlock  *block,
            GError             **error)
{
  g_autofree char *csv = NULL;

  csv = premise_export_table_csv (premise_session_get_report (session), block,
                                  premise_session_get_evaluator (session),
                                  premise_session_get_language (session), error);
  if (csv == NULL)
    return FALSE;

  gdk_clipboard_set_text (clipboard, csv);

  return TRUE;
}

void
premise_exhibit_copy (GtkWidget          *widget,
                      PremiseSession     *session,
                      const PremiseBlock *block)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (block->table == NULL && copy_figure (clipboard, session, block, &error))
    say (widget, _("Image copied"));
  else if (block->table != NULL && copy_table (clipboard, session, block, &error))
    say (widget, _("Table copied"));
  else
    {
      /* Translators: %s is the reason. */
      words = g_strdup_printf (_("Could not be copied: %s"), error->message);
      say (widget, words);
    }
}
