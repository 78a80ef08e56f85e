/* premise-shortcuts-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-shortcuts-dialog.h"

#include "premise-help.h"
#include "premise-shortcuts.h"

#include <glib/gi18n.h>

/* As GTK and the keyboard of this language write it: “Ctrl+Page Down”. */
static char *
dup_key_label (const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator, &keyval, &modifiers))
    return g_strdup (accelerator);

  return gtk_accelerator_get_label (keyval, modifiers);
}

/* The keys are in the description of the row, which has the focus. */
static GtkWidget *
make_key (const char *label)
{
  GtkWidget *key = g_object_new (GTK_TYPE_LABEL,
                                 "label", label,
                                 "valign", GTK_ALIGN_CENTER,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 NULL);

  gtk_widget_add_css_class (key, "premise-key");

  return key;
}

static GtkWidget *
make_keys (const char *const *accelerators,
           GtkWidget         *row)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX,
                                 "child-spacing", 6, "line-spacing", 6,
                                 "align", 1.0f, "valign", GTK_ALIGN_CENTER, NULL);
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      g_autofree char *label = dup_key_label (accelerators[i]);

      adw_wrap_box_append (ADW_WRAP_BOX (box), make_key (label));
      g_strv_builder_add (labels, label);
    }

  names = g_strv_builder_end (labels);
  /* Translators: between two names of a list. */
  description = g_strjoinv (C_("list", ", "), names);
  /* Else the subtitle, which it has not, would be the description. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);

  return box;
}

/* What is bound now is what counts: some keys follow the direction of the writing. Keys of a widget
 * are not bound in the application.
 */
static GtkWidget *
make_row (GtkApplication        *application,
          const PremiseShortcut *shortcut)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", _(shortcut->title), "use-markup", FALSE, NULL);
  const char *const *accelerators = shortcut->accelerators;
  g_auto(GStrv) bound = NULL;

  if (shortcut->action != NULL)
    bound = gtk_application_get_accels_for_action (application, shortcut->action);
  if (bound != NULL && bound[0] != NULL)
    accelerators = (const char *const *) bound;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (accelerators, row));

  return row;
}

static GtkWidget *
make_page (GtkApplication *application)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;
  guint n_shortcuts;
  const PremiseShortcut *shortcuts = premise_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      if (group == NULL || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _(shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      adw_preferences_group_add (group, make_row (application, &shortcuts[i]));
    }

  return page;
}

/**
 * premise_shortcuts_dialog_new:
 * @application: whose keys are listed
 *
 * AdwShortcutsDialog would do, but is younger than the libadwaita we ask for.
 *
 * Returns: (transfer floating): the list of all keys, to be presented
 */
AdwDialog *
premise_shortcuts_dialog_new (GtkApplication *application)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_page (application));
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  premise_help_set_page (GTK_WIDGET (dialog), "keys");
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
