/* premise-application.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-application.h"

#include "premise-about.h"
#include "premise-appearance.h"
#include "premise-exhibit-copy.h"
#include "premise-help.h"
#include "premise-opener.h"
#include "premise-paths.h"
#include "premise-preferences.h"
#include "premise-recent.h"
#include "premise-renderer.h"
#include "premise-shortcuts-dialog.h"
#include "premise-shortcuts.h"
#include "premise-welcome.h"
#include "premise-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

struct _PremiseApplication
{
  AdwApplication   parent_instance;

  PremiseReloader *early;   /* (nullable): loads the report that was asked for while GTK starts */
};

G_DEFINE_FINAL_TYPE (PremiseApplication, premise_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[] = {
  { "language", 'l', 0, G_OPTION_ARG_STRING, NULL,
    N_("Show the report in this language"), N_("LANGUAGE") },
  { "section", 's', 0, G_OPTION_ARG_STRING, NULL,
    N_("Open the report at this section"),
    /* Translators: what stands on a command line in the place of the id of a section. */
    N_("ID") },
  { "present", 'p', 0, G_OPTION_ARG_NONE, NULL,
    N_("Start presenting"), NULL },
  { "size", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Open the window at this size"),
    /* Translators: what stands on a command line in the place of a size, such as 1280x800. */
    N_("WIDTHxHEIGHT") },
  { "color-scheme", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Use light or dark colours whatever the desktop says"),
    /* Translators: what stands on a command line in the place of light or dark, which are typed as
     * they are. */
    N_("light|dark") },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL,
    N_("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL,
    /* Translators: what stands on a command line in the place of the reports to open. */
    NULL, N_("[REPORT…]") },
  { NULL }
};

/* The end of what a reader waits for; `G_MESSAGES_DEBUG=Premise` shows it, and tests/bench measures by it. */
static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  g_debug ("first frame at %" G_GINT64_FORMAT, g_get_monotonic_time ());
}

static void
window_realize_cb (GtkWidget *window,
                   gpointer   user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
visible_dialog_cb (AdwApplicationWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  if (dialog != NULL)
    premise_shortcuts_hear (GTK_WIDGET (dialog));
}

/* Returns: (transfer full) (nullable): what loads this report already */
static PremiseReloader *
take_early (PremiseApplication *self,
            const char         *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);

  if (self->early == NULL || !g_str_equal (premise_reloader_get_path (self->early), canonical))
    return NULL;

  return g_steal_pointer (&self->early);
}

static PremiseWindow *
find_window (PremiseApplication *self,
             const char         *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PREMISE_IS_WINDOW (l->data) && premise_window_shows (l->data, path))
      return l->data;

  return NULL;
}

/* A window that could open nothing makes room for one that may. A report that is open already stays in its
 * window: two would keep two sets of bookmarks and changes, and the last to be closed would win.
 * width, height: of a new window; 0 for those of the last one
 */
static PremiseWindow *
open_report (PremiseApplication *self,
             const char         *path,
             int                 width,
             int                 height)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  PremiseWindow *window = find_window (self, path);
  g_autoptr(PremiseReloader) early = NULL;

  if (window != NULL)
    return window;

  window = PREMISE_WINDOW (premise_window_new (GTK_APPLICATION (self)));
  early = take_early (self, path);
  g_signal_connect (window, "realize", G_CALLBACK (window_realize_cb), NULL);
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), NULL);
  if (width > 0)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width, height);
      gtk_window_unmaximize (GTK_WINDOW (window));
    }
  premise_window_open (window, path, early);
  if (PREMISE_IS_WINDOW (active) && premise_window_get_session (PREMISE_WINDOW (active)) == NULL &&
      premise_window_get_session (window) != NULL)
    gtk_window_destroy (active);

  return window;
}

static void
premise_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = premise_opener_dup_report (files[i]);

      gtk_window_present (GTK_WINDOW (open_report (PREMISE_APPLICATION (application), path, 0, 0)));
    }
}

static void
open_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  premise_opener_choose_file (user_data);
}

static void
open_folder_action_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  premise_opener_choose_folder (user_data);
}

static void
open_example_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  g_autofree char *path = premise_paths_dup_shipped_report ();

  gtk_window_present (GTK_WINDOW (open_report (user_data, path, 0, 0)));
}

/* The window in use, or a new one with the report that ships. */
static GtkWindow *
ensure_window (PremiseApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      g_autofree char *path = premise_paths_dup_shipped_report ();

      window = GTK_WINDOW (open_report (self, path, 0, 0));
    }

  return window;
}

/* What the launcher's menu offers besides opening. */
static void
present_action_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkWindow *window = ensure_window (user_data);

  gtk_window_present (window);
  premise_window_present (PREMISE_WINDOW (window));
}

/* Started by the session bus there is no command line that says what to open. */
static void
premise_application_activate (GApplication *application)
{
  GtkWindow *window = ensure_window (PREMISE_APPLICATION (application));

  gtk_window_present (window);
  premise_welcome_first_run (GTK_APPLICATION (application), GTK_WIDGET (window));
}

static void
shortcuts_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  adw_dialog_present (premise_shortcuts_dialog_new (user_data), GTK_WIDGET (parent));
}

static void
welcome_action_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  if (parent != NULL)
    adw_dialog_present (premise_welcome_new (user_data), GTK_WIDGET (parent));
}

static void
about_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  PremiseSession *session = PREMISE_IS_WINDOW (parent) ? premise_window_get_session (PREMISE_WINDOW (parent)) : NULL;

  adw_dialog_present (premise_about_new (session), GTK_WIDGET (parent));
}

/* The first thing that closing a window with a dialog closes would be the dialog. */
static void
close_dialogs (GtkWindow *window)
{
  AdwDialog *dialog;

  while (ADW_IS_APPLICATION_WINDOW (window) &&
         (dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL)
    adw_dialog_force_close (dialog);
}

static void
quit_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Closing saves what a window keeps; quitting at once would not. */
  for (GList *l = windows; l != NULL; l = l->next)
    {
      close_dialogs (l->data);
      gtk_window_close (l->data);
    }
  g_list_free (windows);
}

/* The end of a session, or of the terminal it was started in. A second signal is not heard: it ends the program. */
static gboolean
ended_cb (gpointer application)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  g_application_quit (application);

  return G_SOURCE_REMOVE;
}

/* A signal that is to be ignored, as nohup has it, stays so. */
static void
hear_signal (PremiseApplication *self,
             int                 number)
{
  struct sigaction now;

  if (sigaction (number, NULL, &now) == 0 && now.sa_handler != SIG_IGN)
    g_unix_signal_add (number, ended_cb, self);
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = open_action_cb },
  { .name = "open-folder", .activate = open_folder_action_cb },
  { .name = "open-example", .activate = open_example_action_cb },
  { .name = "present", .activate = present_action_cb },
  { .name = "shortcuts", .activate = shortcuts_action_cb },
  { .name = "welcome", .activate = welcome_action_cb },
  { .name = "about", .activate = about_action_cb },
  { .name = "quit", .activate = quit_action_cb },
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

/* Returns: whether there is one of that name */
static gboolean
apply_color_scheme (const char *name)
{
  AdwColorScheme scheme;

  if (g_str_equal (name, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (name, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  else
    return FALSE;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);

  return TRUE;
}

/* GTK needs about as long to start as the report to load. */
static void
prepare_early (PremiseApplication *self,
               GVariantDict       *options)
{
  g_autofree const char **arguments = NULL;
  g_autofree char *path = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &arguments);
  if (arguments != NULL && arguments[0] != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (arguments[0]);

      path = premise_opener_dup_report (file);
    }
  else
    {
      path = premise_paths_dup_shipped_report ();
    }

  self->early = premise_reloader_new (path);
}

/* The reports that were named, or the one that ships. */
static GStrv
dup_paths (GApplicationCommandLine *command_line,
           GVariantDict            *options)
{
  g_autofree const char **arguments = NULL;
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &arguments);
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (command_line,
                                                                              arguments[i]);

      g_strv_builder_take (paths, premise_opener_dup_report (file));
    }

  if (arguments == NULL || arguments[0] == NULL)
    g_strv_builder_take (paths, premise_paths_dup_shipped_report ());

  return g_strv_builder_end (paths);
}

/* Who asks for something in particular knows the way. */
static gboolean
has_options (GVariantDict *options)
{
  for (guint i = 0; option_entries[i].long_name != NULL; i++)
    if (*option_entries[i].long_name != '\0' && g_variant_dict_contains (options, option_entries[i].long_name))
      return TRUE;

  return FALSE;
}

static void
show_report (PremiseApplication *self,
             const char         *path,
             GVariantDict       *options,
             int                 width,
             int                 height)
{
  PremiseWindow *window = open_report (self, path, width, height);
  const char *text;

  if (g_variant_dict_lookup (options, "language", "&s", &text))
    premise_window_set_language (window, text);
  if (g_variant_dict_lookup (options, "section", "&s", &text))
    premise_window_go_to (window, text);

  gtk_window_present (GTK_WINDOW (window));
  if (!has_options (options))
    premise_welcome_first_run (GTK_APPLICATION (self), GTK_WIDGET (window));

  if (g_variant_dict_contains (options, "present"))
    premise_window_present (window);
}

static int
premise_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_auto(GStrv) paths = NULL;
  const char *text;
  int width = 0, height = 0;

  if (g_variant_dict_lookup (options, "color-scheme", "&s", &text) && !apply_color_scheme (text))
    {
      /* Translators: light and dark are typed as they are. */
      g_application_command_line_printerr (command_line, _("“%s” is not a colour scheme; write light or dark"), text);
      g_application_command_line_printerr (command_line, "\n");
      return 2;
    }

  if (g_variant_dict_lookup (options, "size", "&s", &text) && !parse_size (text, &width, &height))
    {
      g_application_command_line_printerr (command_line,
                                           _("“%s” is not a size; write it as 1280x800"), text);
      g_application_command_line_printerr (command_line, "\n");
      return 2;
    }

  paths = dup_paths (command_line, options);
  for (guint i = 0; paths[i] != NULL; i++)
    show_report (PREMISE_APPLICATION (application), paths[i], options, width, height);

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

  prepare_early (PREMISE_APPLICATION (application), options);

  return -1;
}

static void
premise_application_startup (GApplication *application)
{
  PremiseApplication *self = PREMISE_APPLICATION (application);

  /* Only the first instance gets here; others hand their command line over to it. */
  if (self->early != NULL)
    premise_reloader_start (self->early);

  G_APPLICATION_CLASS (premise_application_parent_class)->startup (application);
  premise_renderer_forget_choice ();
  hear_signal (self, SIGTERM);
  hear_signal (self, SIGHUP);
  hear_signal (self, SIGINT);

  gtk_window_set_default_icon_name (PREMISE_APPLICATION_ID);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  premise_help_start (GTK_APPLICATION (application));
  premise_preferences_start (GTK_APPLICATION (application));
  premise_appearance_start ();
  premise_recent_start (GTK_APPLICATION (application));
  premise_shortcuts_install (GTK_APPLICATION (application));
}

static void
premise_application_shutdown (GApplication *application)
{
  premise_exhibit_copy_clean_up ();

  G_APPLICATION_CLASS (premise_application_parent_class)->shutdown (application);
}

static void
premise_application_dispose (GObject *object)
{
  g_clear_object (&PREMISE_APPLICATION (object)->early);

  G_OBJECT_CLASS (premise_application_parent_class)->dispose (object);
}

static void
premise_application_class_init (PremiseApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_application_dispose;

  application_class->shutdown = premise_application_shutdown;
  application_class->startup = premise_application_startup;
  application_class->activate = premise_application_activate;
  application_class->open = premise_application_open;
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
  /* main() has set it; again, it would change under the thread that loads the report. */
  gtk_disable_setlocale ();

  return g_object_new (PREMISE_TYPE_APPLICATION,
                       "application-id", PREMISE_APPLICATION_ID,
                       "resource-base-path", "/io/github/premise_app/Premise",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
