/* premise-help.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-help.h"

#include "premise-paths.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define FIRST_PAGE "index"
#define KEY "premise-help-page"

/**
 * premise_help_set_page:
 * @widget: a widget
 * @page: (transfer none): a page of the help, a string that is always there
 *
 * Says which page is about @widget and what is in it, as far as that says nothing else itself.
 */
void
premise_help_set_page (GtkWidget  *widget,
                       const char *page)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (page != NULL);

  g_object_set_data (G_OBJECT (widget), KEY, (gpointer) page);
}

/**
 * premise_help_get_page:
 * @window: (nullable): a window
 *
 * Returns: (transfer none): the page about where the focus is, else about the dialog or the window
 */
const char *
premise_help_get_page (GtkWindow *window)
{
  GtkWidget *widget = window != NULL ? gtk_window_get_focus (window) : NULL;
  AdwDialog *dialog = NULL;

  if (ADW_IS_APPLICATION_WINDOW (window))
    dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (dialog != NULL && (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (dialog))))
    widget = GTK_WIDGET (dialog);
  if (widget == NULL && window != NULL)
    widget = GTK_WIDGET (window);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *page = g_object_get_data (G_OBJECT (widget), KEY);

      if (page != NULL)
        return page;
    }

  return FIRST_PAGE;
}

static gboolean
has_pages (const char *data_folder)
{
  g_autofree char *path = g_build_filename (data_folder, "help", "C", GETTEXT_PACKAGE, FIRST_PAGE ".page", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Whether a help viewer is there and will find our pages: not from inside a Flatpak, which exports none. */
static gboolean
has_viewer (void)
{
  g_autoptr(GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  const char *const *folders = g_get_system_data_dirs ();
  gboolean found = has_pages (g_get_user_data_dir ());

  if (viewer == NULL || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return FALSE;

  for (guint i = 0; folders[i] != NULL && !found; i++)
    found = has_pages (folders[i]);

  return found;
}

/* Returns: (nullable): the page for a browser, in the best language that there is */
static GFile *
find_file (const char *page)
{
  const char *const *languages = g_get_language_names ();
  const char *folder = premise_paths_get_help_dir ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s.html", page, languages[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path (path);
    }

  return NULL;
}

static void
complain (GtkWindow  *window,
          const char *reason)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The help could not be opened"), reason);

  /* Translators: a window or dialog. */
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* window: (transfer full) (nullable). Somebody may have changed their mind: that is no failure. */
static void
finish (GtkWindow *window,
        gboolean   launched,
        GError    *error)
{
  if (!launched && window != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    complain (window, error->message);
  g_clear_object (&window);
}

static void
viewer_opened_cb (GObject      *launcher,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean launched = gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error);

  finish (user_data, launched, error);
}

static void
file_opened_cb (GObject      *launcher,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean launched = gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (launcher), result, &error);

  finish (user_data, launched, error);
}

static void
open_page (GtkWindow  *window,
           const char *page)
{
  if (has_viewer ())
    {
      g_autofree char *uri = g_strdup_printf ("help:%s/%s", GETTEXT_PACKAGE, page);
      g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

      gtk_uri_launcher_launch (launcher, window, NULL, viewer_opened_cb,
                               window != NULL ? g_object_ref (window) : NULL);
    }
  else
    {
      g_autoptr(GFile) file = find_file (page);
      g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (file);

      if (file != NULL)
        gtk_file_launcher_launch (launcher, window, NULL, file_opened_cb,
                                  window != NULL ? g_object_ref (window) : NULL);
      else if (window != NULL)
        complain (window, _("Its pages are not installed."));
    }
}

static void
help_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  open_page (window, premise_help_get_page (window));
}

static const GActionEntry actions[] = {
  { .name = "help", .activate = help_action_cb },
};

/**
 * premise_help_start:
 * @application: that has started
 *
 * Adds the action that opens the help: in a help viewer, or else, in a Flatpak always, in the browser.
 */
void
premise_help_start (GtkApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
