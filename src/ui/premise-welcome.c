/* premise-welcome.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-welcome.h"

#include "premise-help.h"

#include <glib/gi18n.h>

#define WIDTH 480
#define ICON_SIZE 96

/* The key of an action as it is bound now and as this keyboard writes it. */
static char *
dup_key (GtkApplication *application,
         const char     *action)
{
  g_auto(GStrv) keys = gtk_application_get_accels_for_action (application, action);
  guint keyval;
  GdkModifierType modifiers;

  if (keys[0] == NULL || !gtk_accelerator_parse (keys[0], &keyval, &modifiers))
    return g_strdup ("");

  return gtk_accelerator_get_label (keyval, modifiers);
}

static GtkWidget *
label_new (const char *text,
           const char *css_class,
           float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
point_new (const char *icon_name,
           const char *title,
           const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", icon_name,
                                  "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  gtk_widget_add_css_class (icon, "premise-welcome-icon");
  gtk_box_append (GTK_BOX (words), label_new (title, "heading", 0));
  gtk_box_append (GTK_BOX (words), label_new (text, "premise-welcome-text", 0));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);

  return row;
}

static void
add_points (GtkBox         *box,
            GtkApplication *application)
{
  g_autofree char *undo = dup_key (application, "win.undo");
  g_autofree char *present = dup_key (application, "win.present");
  g_autofree char *pane = dup_key (application, "win.toggle-assumptions");
  /* Translators: %s is a key. */
  g_autofree char *slider = g_strdup_printf (_("Text, tables and charts follow while you drag. %s takes it back."),
                                             undo);
  /* Translators: both %s are keys. */
  g_autofree char *slides = g_strdup_printf (_("%s shows the report slide by slide. %s brings in the sliders when "
                                               "somebody asks “and if that were 20%% instead?”"), present, pane);

  gtk_box_append (box, point_new ("text-x-generic-symbolic", _("Every Number Has an Origin"),
                                  _("It is a fact with a source, an assumption with a reason, or the result of a "
                                    "formula.")));
  gtk_box_append (box, point_new ("find-location-symbolic", _("Click a Number"),
                                  _("A card says what it is made of, down to the page that it comes from.")));
  gtk_box_append (box, point_new (PREMISE_APPLICATION_ID "-symbolic", _("Move a Slider"), slider));
  gtk_box_append (box, point_new ("view-fullscreen-symbolic", _("Present"), slides));
}

static GtkWidget *
icon_new (void)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", PREMISE_APPLICATION_ID,
                                  "pixel-size", ICON_SIZE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  gtk_widget_add_css_class (icon, "icon-dropshadow");

  return icon;
}

static GtkWidget *
page_new (GtkApplication *application)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (head), icon_new ());
  gtk_box_append (GTK_BOX (head), label_new (_("Welcome to Premise"), "title-1", 0.5f));
  gtk_box_append (GTK_BOX (head), label_new (_("Reports that you can argue with"), "dimmed", 0.5f));
  gtk_box_append (GTK_BOX (box), head);
  add_points (GTK_BOX (box), application);
  gtk_widget_add_css_class (box, "premise-welcome");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

static GtkWidget *
buttons_new (AdwDialog *dialog)
{
  GtkWidget *box = adw_wrap_box_new ();
  /* Translators: the usual word of the desktop's programs. */
  GtkWidget *help = gtk_button_new_with_mnemonic (_("_Help"));
  GtkWidget *start = gtk_button_new_with_mnemonic (_("Start _Reading"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (help), "app.help");
  gtk_widget_add_css_class (help, "pill");
  gtk_widget_add_css_class (start, "pill");
  gtk_widget_add_css_class (start, "suggested-action");
  g_signal_connect_object (start, "clicked", G_CALLBACK (adw_dialog_close), dialog, G_CONNECT_SWAPPED);

  /* One below the other where the words are long and the window is narrow. */
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_align (ADW_WRAP_BOX (box), 0.5f);
  adw_wrap_box_append (ADW_WRAP_BOX (box), help);
  adw_wrap_box_append (ADW_WRAP_BOX (box), start);
  gtk_widget_add_css_class (box, "premise-welcome-buttons");
  adw_dialog_set_default_widget (dialog, start);
  adw_dialog_set_focus (dialog, start);

  return box;
}

/**
 * premise_welcome_new:
 * @application: whose keys are named
 *
 * Returns: (transfer floating): the page, to be presented
 */
AdwDialog *
premise_welcome_new (GtkApplication *application)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page_new (application));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), buttons_new (dialog));
  /* Translators: the page that explains the program at its first start. */
  adw_dialog_set_title (dialog, _("Welcome"));
  adw_dialog_set_content_width (dialog, WIDTH);
  adw_dialog_set_child (dialog, view);
  premise_help_set_page (GTK_WIDGET (dialog), "starting");

  return dialog;
}

/**
 * premise_welcome_first_run:
 * @application: the application
 * @window: a window of it
 *
 * Shows the page over @window, once for each user.
 */
void
premise_welcome_first_run (GtkApplication *application,
                           GtkWidget      *window)
{
  g_autoptr(GSettings) settings = g_settings_new (PREMISE_APPLICATION_ID);

  if (g_settings_get_boolean (settings, "welcome-shown"))
    return;

  g_settings_set_boolean (settings, "welcome-shown", TRUE);
  adw_dialog_present (premise_welcome_new (application), window);
}
