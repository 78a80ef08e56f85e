/* premise-preferences-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-preferences-dialog.h"

#include "premise-help.h"
#include "premise-paper.h"
#include "premise-preferences.h"
#include "premise-toast.h"

#include <glib/gi18n.h>

#define TIMER_STEP 5
/* A number with its unit, in characters. */
#define NUMBER_WIDTH 7

/* What stands first means: whatever the desktop, or the interface, has. Each language is written in itself. */
static const char *const interface_languages[] = { "", "zh_CN", "en", NULL };
static const char *const report_languages[] = { "", "zh", "en", NULL };
static const char *const color_schemes[] = { "system", "light", "dark", NULL };

/* A row that chooses one of some values of a setting; values: (not owned). */
typedef struct
{
  const char *const *values;
} Choice;

static gboolean
get_choice (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  const Choice *choice = user_data;
  const char *text = g_variant_get_string (variant, NULL);

  /* Somebody may have set another; it is kept, and the row shows none. */
  g_value_set_uint (value, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; choice->values[i] != NULL; i++)
    if (g_str_equal (choice->values[i], text))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_choice (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  const Choice *choice = user_data;
  guint position = g_value_get_uint (value);

  if (position >= g_strv_length ((GStrv) choice->values))
    return NULL;

  return g_variant_new_string (choice->values[position]);
}

/* names: as many as values; NULL for a language, which is written in itself. */
static GtkWidget *
combo_row_new (GSettings         *settings,
               const char        *key,
               const char        *title,
               const char        *subtitle,
               const char *const *values,
               const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  Choice *choice = g_new (Choice, 1);

  choice->values = values;
  for (guint i = 0; values[i] != NULL; i++)
    gtk_string_list_append (list, names[i] != NULL ? names[i]
                                                   : premise_preferences_get_language_name (values[i]));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_choice, set_choice, choice, g_free);

  return row;
}

static void
interface_language_cb (AdwPreferencesDialog *dialog)
{
  AdwToast *toast = premise_toast_new (_("Premise will be in this language the next time it starts"));

  adw_preferences_dialog_add_toast (dialog, toast);
}

static GtkWidget *
languages_group_new (AdwPreferencesDialog *dialog,
                     GSettings            *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *interface_names[] = { _("As the Desktop"), NULL, NULL };
  const char *report_names[] = { _("As the Interface"), NULL, NULL };

  /* Translators: of the interface and of reports. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Languages"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("The buttons above a report switch that report only."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             /* Translators: whose language is chosen: menus and buttons, as opposed
                              * to the report. */
                             combo_row_new (settings, "interface-language", _("Interface"),
                                            _("From the next start on"),
                                            interface_languages, interface_names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             /* Translators: a study with numbers and assumptions, which Premise
                              * opens. */
                             combo_row_new (settings, "report-language", _("Report"),
                                            NULL,
                                            report_languages, report_names));
  g_signal_connect_object (settings, "changed::interface-language", G_CALLBACK (interface_language_cb),
                           dialog, G_CONNECT_SWAPPED);

  return group;
}

/* The spin buttons say a unit, which is read past when a number is typed. */
static gboolean
read_number (AdwSpinRow *row,
             double     *value,
             gpointer    user_data)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  char *end;

  *value = g_strtod (text, &end);

  /* Translators: there is no timer. */
  return end != text || g_str_equal (text, _("Off")) ? TRUE : GTK_INPUT_ERROR;
}

static gboolean
show_percent (AdwSpinRow *row)
{
  /* Translators: the size of text; %.0f is a number. */
  g_autofree char *text = g_strdup_printf (_("%.0f%%"), adw_spin_row_get_value (row));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row))))
    gtk_editable_set_text (GTK_EDITABLE (row), text);

  return TRUE;
}

static gboolean
show_minutes (AdwSpinRow *row)
{
  guint n = (guint) adw_spin_row_get_value (row);
  g_autofree char *text = n == 0 ? g_strdup (_("Off"))
                                 /* Translators: short for minutes. */
                                 : g_strdup_printf (ngettext ("%u min", "%u min", n), n);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row))))
    gtk_editable_set_text (GTK_EDITABLE (row), text);

  return TRUE;
}

static GtkWidget *
spin_row_new (const char *title,
              const char *subtitle,
              double      min,
              double      max,
              double      step,
              GCallback   show)
{
  GtkWidget *row = adw_spin_row_new_with_range (min, max, step);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  /* Else only digits could be shown. */
  adw_spin_row_set_numeric (ADW_SPIN_ROW (row), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (row), NUMBER_WIDTH);
  g_signal_connect (row, "input", G_CALLBACK (read_number), NULL);
  g_signal_connect (row, "output", show, NULL);

  return row;
}

static gboolean
get_percent (GValue   *value,
             GVariant *variant,
             gpointer  user_data)
{
  g_value_set_double (value, g_variant_get_double (variant) * 100);

  return TRUE;
}

static GVariant *
set_percent (const GValue       *value,
             const GVariantType *type,
             gpointer            user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

static GtkWidget *
appearance_group_new (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *names[] = {
    /* Translators: colours; elsewhere, a language. */
    _("As the Desktop"),
    /* Translators: colours. */
    _("Light"),
    /* Translators: colours. */
    _("Dark"),
  };
  GtkWidget *size = spin_row_new (_("Text Size"), _("Text, tables and charts of reports"),
                                  PREMISE_TEXT_SCALE_MIN * 100, PREMISE_TEXT_SCALE_MAX * 100,
                                  PREMISE_TEXT_SCALE_STEP * 100, G_CALLBACK (show_percent));

  g_settings_bind_with_mapping (settings, "text-scale", size, "value", G_SETTINGS_BIND_DEFAULT,
                                get_percent, set_percent, NULL, NULL);
  /* Translators: of the program and of reports: colours and size of text. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Appearance"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             /* Translators: light ones or dark ones. */
                             combo_row_new (settings, "color-scheme", _("Colours"), NULL, color_schemes, names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), size);

  return group;
}

static GtkWidget *
paper_group_new (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  /* As premise_papers. */
  const char *names[] = {
    /* Translators: paper: that of the country. */
    _("As the Desktop"),
    "A4",
    "A3",
    /* Translators: a size of paper. */
    _("US Letter"),
    /* Translators: a size of paper. */
    _("US Legal"),
  };

  /* Translators: what concerns printing, and saving figures for documents. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Printing"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             /* Translators: the size of it. */
                             combo_row_new (settings, "paper", _("Paper"), _("Also for figures in PDF"),
                                            premise_papers, names));

  return group;
}

static GtkWidget *
presenting_group_new (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: of a presentation: it shows how much time is left. */
  GtkWidget *timer = spin_row_new (_("Timer"), _("Shows how much of this time is left"),
                                   0, PREMISE_TIMER_MAX, TIMER_STEP, G_CALLBACK (show_minutes));

  g_settings_bind (settings, "presenter-timer", timer, "value", G_SETTINGS_BIND_DEFAULT);
  /* Translators: what concerns showing the report slide by slide. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Presenting"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), timer);

  return group;
}

/**
 * premise_preferences_dialog_new:
 *
 * What is changed in it is kept, and takes effect, at once.
 *
 * Returns: (transfer floating): the preferences, to be presented
 */
AdwDialog *
premise_preferences_dialog_new (void)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  GtkWidget *page = adw_preferences_page_new ();
  g_autoptr(GSettings) settings = g_settings_new (PREMISE_APPLICATION_ID);
  GtkWidget *groups[] = {
    languages_group_new (ADW_PREFERENCES_DIALOG (dialog), settings),
    appearance_group_new (settings),
    paper_group_new (settings),
    presenting_group_new (settings),
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (groups[i]));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));
  premise_help_set_page (GTK_WIDGET (dialog), "preferences");
  /* The rows hold it through their bindings, but not the signal. */
  g_object_set_data_full (G_OBJECT (dialog), "premise-settings", g_steal_pointer (&settings), g_object_unref);

  return dialog;
}
