/* test-exhibit-copy.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-exhibit-copy.h"

#include <locale.h>
#include <string.h>

static const PremiseBlock *
find_figure (PremiseReport *report)
{
  for (guint s = 0; s < premise_report_get_n_sections (report); s++)
    {
      GPtrArray *blocks = premise_report_get_section (report, s)->blocks;

      for (guint i = 0; i < blocks->len; i++)
        if (((PremiseBlock *) g_ptr_array_index (blocks, i))->type == PREMISE_BLOCK_FIGURE)
          return g_ptr_array_index (blocks, i);
    }

  g_assert_not_reached ();
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What another program gets that asks for a type. */
static GBytes *
ask_for (GdkContentProvider *content,
         const char         *type)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean written = FALSE;

  gdk_content_provider_write_mime_type_async (content, type, stream, G_PRIORITY_DEFAULT, NULL, written_cb,
                                              &written);
  while (!written)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_picture (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "reports", "generative-ai", NULL);
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = premise_report_load (folder, diagnostics);
  g_autoptr(PremiseSession) session = premise_session_new (report);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkContentProvider) content = premise_exhibit_copy_picture (session, find_figure (report), &error);
  g_autoptr(GdkContentFormats) formats = NULL;
  g_autoptr(GBytes) svg = NULL;

  g_assert_no_error (error);
  formats = gdk_content_provider_ref_formats (content);
  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));

  svg = ask_for (content, "image/svg+xml");
  g_assert_cmpuint (g_bytes_get_size (svg), >, 1000);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "<text"));
}

static GtkEventController *
find_drag_source (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        return controller;
    }

  g_assert_not_reached ();
}

/* What is dragged out is a file for a file manager, which is there until the program ends, and a picture for
 * whoever takes one. */
static void
test_drag (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "reports", "generative-ai", NULL);
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autoptr(PremiseReport) report = premise_report_load (folder, diagnostics);
  g_autoptr(PremiseSession) session = premise_session_new (report);
  GtkWidget *widget = g_object_ref_sink (gtk_drawing_area_new ());
  g_autoptr(GdkContentProvider) content = NULL;
  g_autoptr(GdkContentFormats) formats = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GSList) files = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *png = NULL;
  gsize length;

  premise_exhibit_copy_allow_drag (widget, session, find_figure (report));
  g_signal_emit_by_name (find_drag_source (widget), "prepare", 4.0, 4.0, &content);
  g_assert_nonnull (content);
  formats = gdk_content_provider_ref_formats (content);
  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  files = gdk_file_list_get_files (g_value_get_boxed (&value));
  g_assert_cmpuint (g_slist_length (files), ==, 1);
  path = g_file_get_path (files->data);
  g_assert_true (g_str_has_suffix (path, ".png"));
  g_assert_true (g_file_get_contents (path, &png, &length, NULL));
  g_assert_cmpmem (png, 4, "\x89PNG", 4);

  premise_exhibit_copy_clean_up ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_object_unref (widget);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  gtk_init ();

  g_test_add_func ("/exhibit-copy/picture", test_picture);
  g_test_add_func ("/exhibit-copy/drag", test_drag);

  return g_test_run ();
}
