/* premise-problems-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-problems-view.h"

#include "premise-diagnostic.h"
#include "premise-help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static char *
place_of (const PremiseDiagnostic *diagnostic)
{
  if (diagnostic->file == NULL)
    return g_strdup (diagnostic->variable);

  if (diagnostic->line == 0)
    return g_strdup (diagnostic->file);

  /* Translators: where a problem is in a report: file name, line, column. */
  return g_strdup_printf (_("%s, line %u, column %u"), diagnostic->file, diagnostic->line,
                          diagnostic->column);
}

static GtkWidget *
text_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
problem_row_new (const PremiseDiagnostic *diagnostic)
{
  gboolean is_error = diagnostic->severity == PREMISE_SEVERITY_ERROR;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic"
                                                           : "dialog-warning-symbolic");
  g_autofree char *place = place_of (diagnostic);
  g_autofree char *name = NULL;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_error ? _("Error")
                                           /* Translators: a kind of problem in a file, the other
                                            * one is an error. */
                                           : _("Warning"), -1);
  gtk_box_append (GTK_BOX (box), icon);

  gtk_box_append (GTK_BOX (texts), text_label (diagnostic->message, NULL));
  if (place != NULL)
    {
      GtkWidget *label = text_label (place, "dimmed");

      gtk_widget_add_css_class (label, "premise-problem-place");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  name = place != NULL ? g_strdup_printf ("%s: %s", place, diagnostic->message)
                       : g_strdup (diagnostic->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/**
 * premise_problems_view_new:
 * @folder: the report folder
 * @diagnostics: (element-type PremiseDiagnostic): what is wrong with it
 *
 * Makes a scrolled list of problems, each with its file, line and column.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
premise_problems_view_new (const char *folder,
                           GPtrArray  *diagnostics)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < diagnostics->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), problem_row_new (g_ptr_array_index (diagnostics, i)));

  gtk_box_append (GTK_BOX (box), text_label (folder, "dimmed"));
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what is wrong with a report. */
                                  _("Problems"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
action_button_new (const char *label,
                   const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");

  return button;
}

/**
 * premise_problems_page_new:
 * @folder: the report folder
 * @diagnostics: (element-type PremiseDiagnostic): why it could not be opened
 *
 * Makes the page that stands in for a report that could not be opened at all.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
premise_problems_page_new (const char *folder,
                           GPtrArray  *diagnostics)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_("This report cannot be opened"));
  GtkWidget *advice = gtk_label_new (_("It opens by itself when the places below are corrected."));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (title, "title-1");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_top (title, 36);
  gtk_label_set_wrap (GTK_LABEL (advice), TRUE);
  gtk_label_set_justify (GTK_LABEL (advice), GTK_JUSTIFY_CENTER);

  gtk_box_append (GTK_BOX (buttons), action_button_new (_("_Open Report…"), "app.open"));
  gtk_box_append (GTK_BOX (buttons), action_button_new (_("Open the _Example"), "app.open-example"));
  premise_help_set_page (box, "rules");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (buttons, 24);

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), advice);
  gtk_box_append (GTK_BOX (box), premise_problems_view_new (folder, diagnostics));
  gtk_box_append (GTK_BOX (box), buttons);

  return box;
}
