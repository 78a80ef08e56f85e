/* premise-exhibit-copy.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-exhibit-copy.h"

#include "premise-export.h"
#include "premise-file-write.h"
#include "premise-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Files that were dragged out, until the program ends: whoever took one may read it later. (nullable) */
static char *folder;

/* Wide enough for a slide at twice the resolution. */
#define IMAGE_WIDTH 960
#define IMAGE_SCALE 2

static GBytes *
render_png (PremiseSession      *session,
            const PremiseBlock  *block,
            GError             **error)
{
  return premise_export_figure_png (premise_session_get_report (session), block,
                                    premise_session_get_evaluator (session),
                                    premise_session_get_language (session),
                                    IMAGE_WIDTH, IMAGE_SCALE, error);
}

/* Returns: (transfer full) (nullable): the picture as @png, and as SVG */
static GdkContentProvider *
picture_new (PremiseSession      *session,
             const PremiseBlock  *block,
             GBytes              *png,
             GError             **error)
{
  GdkContentProvider *providers[2];
  g_autoptr(GBytes) svg = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  svg = premise_export_figure_svg (premise_session_get_report (session), block,
                                   premise_session_get_evaluator (session),
                                   premise_session_get_language (session), IMAGE_WIDTH, error);
  if (svg == NULL)
    return NULL;

  texture = gdk_texture_new_from_bytes (png, error);
  if (texture == NULL)
    return NULL;

  providers[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * premise_exhibit_copy_picture:
 * @session: whose values and language are shown
 * @block: a figure or a diagram
 * @error: why there is no picture
 *
 * The picture as whoever takes it wants it: as pixels, or as a drawing whose texts are text.
 *
 * Returns: (transfer full) (nullable): PNG and SVG
 */
GdkContentProvider *
premise_exhibit_copy_picture (PremiseSession      *session,
                              const PremiseBlock  *block,
                              GError             **error)
{
  g_autoptr(GBytes) png = render_png (session, block, error);

  return png != NULL ? picture_new (session, block, png, error) : NULL;
}

static gboolean
copy_figure (GdkClipboard        *clipboard,
             PremiseSession      *session,
             const PremiseBlock  *block,
             GError             **error)
{
  g_autoptr(GdkContentProvider) picture = premise_exhibit_copy_picture (session, block, error);

  return picture != NULL && gdk_clipboard_set_content (clipboard, picture);
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
    premise_toast_say (widget, _("Image copied"));
  else if (block->table != NULL && copy_table (clipboard, session, block, &error))
    premise_toast_say (widget, _("Table copied"));
  else
    {
      /* Translators: %s is the reason. */
      words = g_strdup_printf (_("Could not be copied: %s"), premise_toast_get_reason (error));
      premise_toast_say_bad_news (widget, words);
    }
}

/* Returns: (transfer full) (nullable): a file with the picture */
static GFile *
write_file (PremiseSession      *session,
            const PremiseBlock  *block,
            GBytes              *png,
            GError             **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GFile) file = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("premise-XXXXXX", error);
  if (folder == NULL)
    return NULL;

  name = g_strdup_printf ("%s-%s.png", block->id != NULL ? block->id : "premise",
                          premise_session_get_language (session));
  file = g_file_new_build_filename (folder, name, NULL);
  if (!premise_file_write (file, png, error))
    return NULL;

  return g_steal_pointer (&file);
}

/* The block of the exhibit that is dragged. */
typedef struct
{
  PremiseSession     *session;
  const PremiseBlock *block;    /* (not owned): of the session's report */
} Dragged;

static void
dragged_free (gpointer  data,
              GClosure *closure)
{
  Dragged *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const Dragged *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) png = render_png (self->session, self->block, &error);
  g_autoptr(GFile) file = NULL;
  g_autoptr(GdkPaintable) icon = NULL;
  GdkContentProvider *providers[2];
  GdkFileList *files;

  if (png != NULL)
    file = write_file (self->session, self->block, png, &error);
  if (file == NULL)
    {
      g_autofree char *words = g_strdup_printf (_("Could not be copied: %s"), premise_toast_get_reason (error));

      premise_toast_say_bad_news (widget, words);
      return NULL;
    }

  providers[1] = picture_new (self->session, self->block, png, NULL);
  files = gdk_file_list_new_from_array (&file, 1);
  providers[0] = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);

  icon = gtk_widget_paintable_new (widget);
  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);

  return gdk_content_provider_new_union (providers, providers[1] != NULL ? 2 : 1);
}

/**
 * premise_exhibit_copy_allow_drag:
 * @widget: what shows a figure or a diagram
 * @session: whose values and language are shown
 * @block: the figure or diagram
 *
 * Lets the picture be dragged out of @widget, as a file or as what the clipboard would get.
 */
void
premise_exhibit_copy_allow_drag (GtkWidget          *widget,
                                 PremiseSession     *session,
                                 const PremiseBlock *block)
{
  GtkDragSource *source = gtk_drag_source_new ();
  Dragged *dragged = g_new0 (Dragged, 1);

  dragged->session = g_object_ref (session);
  dragged->block = block;
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_cb), dragged, dragged_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

/**
 * premise_exhibit_copy_clean_up:
 *
 * Deletes the files that were dragged out; whoever wanted one has copied it.
 */
void
premise_exhibit_copy_clean_up (void)
{
  g_autoptr(GDir) files = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  if (folder != NULL)
    g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}
