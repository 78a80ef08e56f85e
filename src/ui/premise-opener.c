/* premise-opener.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-opener.h"

#include "premise-help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static gboolean
is_report_json (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_str_equal (name, "report.json");
}

/* In a sandbox a file that was chosen is seen without those beside it. */
static gboolean
is_alone (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = NULL;
  g_autoptr(GDir) dir = NULL;
  guint n = 0;

  if (path == NULL || !is_report_json (path))
    return FALSE;

  folder = g_path_get_dirname (path);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n == 1;
}

static void
folder_wanted_cb (GtkApplication *application,
                  const char     *response)
{
  if (g_str_equal (response, "folder"))
    premise_opener_choose_folder (application);
}

static void
ask_for_folder (GtkApplication *application)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Choose the Folder of the Report"),
                                            _("Premise sees no other files beside this report.json, and a report "
                                              "needs them. In a sandbox, what you choose is all that it may see."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "folder", _("Choose _Folder…"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "folder", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "folder");
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_wanted_cb), application, G_CONNECT_SWAPPED);
  premise_help_set_page (GTK_WIDGET (dialog), "opening");
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (application)));
}

static void
open_file (GtkApplication *application,
           GFile          *file)
{
  if (is_alone (file))
    ask_for_folder (application);
  else
    g_application_open (G_APPLICATION (application), &file, 1, "");
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GtkApplication) application = user_data;
  g_autoptr(GFile) file = NULL;

  /* NULL is a dialog that was dismissed, which needs no word. */
  file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (file != NULL)
    open_file (application, file);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GtkApplication) application = user_data;
  g_autoptr(GFile) file = NULL;

  file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (file != NULL)
    open_file (application, file);
}

/**
 * premise_opener_choose_file:
 * @application: the application
 *
 * Asks for a report that is one file, or for the report.json of one that is a folder.
 */
void
premise_opener_choose_file (GtkApplication *application)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  /* Translators: a kind of files to open. */
  gtk_file_filter_set_name (filter, _("Reports"));
  gtk_file_filter_add_pattern (filter, "*.premise");
  gtk_file_filter_add_pattern (filter, "report.json");
  g_list_store_append (filters, filter);

  gtk_file_dialog_set_title (dialog, _("Open a Report"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, gtk_application_get_active_window (application), NULL,
                        file_chosen_cb, g_object_ref (application));
}

/**
 * premise_opener_choose_folder:
 * @application: the application
 *
 * Asks for a report that is a folder.
 */
void
premise_opener_choose_folder (GtkApplication *application)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a Report Folder"));
  gtk_file_dialog_select_folder (dialog, gtk_application_get_active_window (application), NULL,
                                 folder_chosen_cb, g_object_ref (application));
}

static gboolean
drop_cb (GtkWidget    *widget,
         const GValue *value)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (root));
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    open_file (application, l->data);

  return files != NULL;
}

/**
 * premise_opener_accept_drops:
 * @widget: a widget in a window of the application
 *
 * Opens the folders and files that are dropped on @widget.
 */
void
premise_opener_accept_drops (GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), widget, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/**
 * premise_opener_dup_report:
 * @file: what was chosen, dropped or named
 *
 * A report.json stands for its folder, whose other files are needed too. What is not on this
 * computer is named as it is, so that its window can say so.
 *
 * Returns: (transfer full): the path of a report
 */
char *
premise_opener_dup_report (GFile *file)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    return g_file_get_parse_name (file);

  if (is_report_json (path))
    return g_path_get_dirname (path);

  return g_steal_pointer (&path);
}
