/* premise-application.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-application.h"

#include "premise-paths.h"
#include "premise-window.h"

#include <glib/gi18n.h>

struct _PremiseApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PremiseApplication, premise_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[] = {
  { "language", 'l', 0, G_OPTION_ARG_STRING, NULL,
    N_("Show the report in this language"), N_("LANGUAGE") },
  { "section", 's', 0, G_OPTION_ARG_STRING, NULL,
    N_("Open the report at this section"), N_("ID") },
  { "present", 'p', 0, G_OPTION_ARG_NONE, NULL,
    N_("Start presenting"), NULL },
  { "size", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Open the window at this size"), N_("WIDTHxHEIGHT") },
  { "color-scheme", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Use light or dark colours whatever the desktop says"), N_("light|dark") },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL,
    N_("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL,
    NULL, N_("[FOLDER…]") },
  { NULL }
};

/* Shared by the folder dialog and the command line. */
static PremiseWindow *
open_report (PremiseApplication *self,
             const char         *folder)
{
  PremiseWindow *window = PREMISE_WINDOW (premise_window_new (GTK_APPLICATION (self)));

  premise_window_open (window, folder);

  return window;
}

static void
open_folder_ready_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(PremiseApplication) self = user_data;
  g_autoptr(GFile) file = NULL;
  g_autofree char *folder = NULL;

  /* NULL is a dialog that was dismissed, which needs no word. */
  file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (file == NULL)
    return;

  folder = g_file_get_path (file);
  if (folder != NULL)
    gtk_window_present (GTK_WINDOW (open_report (self, folder)));
}

static void
open_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PremiseApplication *self = user_data;
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a Report Folder"));
  gtk_file_dialog_select_folder (dialog,
                                 gtk_application_get_active_window (GTK_APPLICATION (self)),
                                 NULL, open_folder_ready_cb, g_object_ref (self));
}

static void
about_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-name", _("Premise"),
                "application-icon", PREMISE_APPLICATION_ID,
                "version", PREMISE_VERSION,
                "developer-name", _("The Premise authors"),
                "copyright", "© 2026 The Premise authors",
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Turns an investment-research report into something that can be "
                              "argued with: move an assumption and the text, tables and charts "
                              "follow."),
                /* Translators: your names, one a line, as they should stand in the about window. */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

static void
quit_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Closing saves what a window keeps; quitting at once would not. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = open_action_cb },
  { .name = "about", .activate = about_action_cb },
  { .name = "quit", .activate = quit_action_cb },
};

static const struct
{
  const char *action;
  const char *accelerators[4];
} accelerators[] = {
  { "app.open", { "<Control>o" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.reset-all", { "<Control><Shift>r" } },
  { "win.present", { "F5" } },
  { "win.toggle-assumptions", { "F9" } },
  { "win.next-language", { "<Control>l" } },
  { "win.next-section", { "<Control>Page_Down" } },
  { "win.previous-section", { "<Control>Page_Up" } },
  { "reading.find", { "<Control>f" } },
  { "reading.find-next", { "F3" } },
  { "reading.find-previous", { "<Shift>F3" } },
  { "reading.go-to", { "<Control>g" } },
  { "reading.bookmark", { "<Control>d" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "window.close", { "<Control>w" } },
};

static gboolean
parse_size (const char *text,
            int        *width,
            int        *height)
{
  g_auto(GStrv) parts = g_strsplit (text, "x", 2);
  guint64 numbers[2];

  if (g_strv_length (parts) != 2)
    return FALSE;

  for (guint i = 0; i < 2; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 32767, &numbers[i], NULL))
      return FALSE;

  *width = (int) numbers[0];
  *height = (int) numbers[1];

  return TRUE;
}

static void
apply_color_scheme (const char *name)
{
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (name, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (name, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static char *
folder_from_options (GApplicationCommandLine *command_line,
                     GVariantDict            *options)
{
  g_autofree const char **folders = NULL;

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &folders) && folders[0] != NULL)
    {
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (command_line, folders[0]);
      char *path = g_file_get_path (file);

      if (path != NULL)
        return path;
    }

  return premise_paths_dup_shipped_report ();
}

static int
premise_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *command_line)
{
  PremiseApplication *self = PREMISE_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree char *folder = folder_from_options (command_line, options);
  PremiseWindow *window;
  const char *text;
  int width, height;

  if (g_variant_dict_lookup (options, "color-scheme", "&s", &text))
    apply_color_scheme (text);

  window = open_report (self, folder);

  if (g_variant_dict_lookup (options, "size", "&s", &text))
    {
      if (!parse_size (text, &width, &height))
        {
          g_application_command_line_printerr (command_line,
                                               _("“%s” is not a size; write it as 1280x800"), text);
          g_application_command_line_printerr (command_line, "\n");
          gtk_window_destroy (GTK_WINDOW (window));
          return 2;
        }
      gtk_window_set_default_size (GTK_WINDOW (window), width, height);
      gtk_window_unmaximize (GTK_WINDOW (window));
    }

  if (g_variant_dict_lookup (options, "language", "&s", &text))
    premise_window_set_language (window, text);
  if (g_variant_dict_lookup (options, "section", "&s", &text))
    premise_window_go_to (window, text);

  gtk_window_present (GTK_WINDOW (window));

  if (g_variant_dict_contains (options, "present"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);

  return 0;
}

static int
premise_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("premise %s\n", PREMISE_VERSION);
      return 0;
    }

  return -1;
}

/* Back is where the arrow of its button points. */
static void
set_history_keys (GtkApplication *application)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  const char *left[] = { "<Alt>Left", NULL };
  const char *right[] = { "<Alt>Right", NULL };

  gtk_application_set_accels_for_action (application, "reading.back", rtl ? right : left);
  gtk_application_set_accels_for_action (application, "reading.forward", rtl ? left : right);
}

static void
premise_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (premise_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (PREMISE_APPLICATION_ID);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].accelerators);
  set_history_keys (GTK_APPLICATION (application));
}

static void
premise_application_class_init (PremiseApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = premise_application_startup;
  application_class->command_line = premise_application_command_line;
  application_class->handle_local_options = premise_application_handle_local_options;
}

static void
premise_application_init (PremiseApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), option_entries);
}

/**
 * premise_application_new:
 *
 * Returns: (transfer full): the application, to be run
 */
GApplication *
premise_application_new (void)
{
  return g_object_new (PREMISE_TYPE_APPLICATION,
                       "application-id", PREMISE_APPLICATION_ID,
                       "resource-base-path", "/io/github/premise_app/Premise",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
