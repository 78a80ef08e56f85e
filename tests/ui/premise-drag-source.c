/* premise-drag-source.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Another program on the screen, from which files can be dragged.
 * Usage: premise-drag-source FILE… */

#include <gtk/gtk.h>

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  return gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, user_data);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             gpointer       user_data)
{
  g_main_loop_quit (user_data);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GtkWidget *window;
  GtkWidget *label;
  GtkDragSource *source;
  GSList *files = NULL;

  gtk_init ();
  for (int i = argc - 1; i > 0; i--)
    files = g_slist_prepend (files, g_file_new_for_commandline_arg (argv[i]));

  label = gtk_label_new ("Files");
  source = gtk_drag_source_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), files);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), loop);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));

  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 120);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);

  gtk_window_destroy (GTK_WINDOW (window));
  g_slist_free_full (files, g_object_unref);

  return 0;
}
