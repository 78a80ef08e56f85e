/* premise-about.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-about.h"

#include <glib/gi18n.h>

#define WEBSITE "https://github.com/premise-app/premise"

/* What is new in this version, in the words of the metainfo, which have their translation. */
static const char *const release_notes[] = {
  N_("Every number opens a card with its formula, what it depends on, its source and its page."),
  N_("Every assumption is a slider; text, tables and charts follow it at once."),
  N_("Search, bookmarks, an audit against the printed numbers, and a review of where each number comes from."),
  N_("Slides with the sliders at hand, in Chinese and English."),
  N_("The whole report on generative AI comes with it."),
};

/* AdwAboutDialog reads a little markup. */
static char *
dup_release_notes (void)
{
  GString *notes = g_string_new ("<ul>");

  for (guint i = 0; i < G_N_ELEMENTS (release_notes); i++)
    {
      g_autofree char *text = g_markup_escape_text (_(release_notes[i]), -1);

      g_string_append_printf (notes, "<li>%s</li>", text);
    }
  g_string_append (notes, "</ul>");

  return g_string_free_and_steal (notes);
}

static void
add_libraries (AdwAboutDialog *dialog)
{
  static const char *const libraries[] = {
    "GTK https://www.gtk.org", "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita/",
    "Pango https://pango.gnome.org", "cairo https://www.cairographics.org",
    "JSON-GLib https://gnome.pages.gitlab.gnome.org/json-glib/", "libarchive https://www.libarchive.org", NULL,
  };

  adw_about_dialog_add_acknowledgement_section (dialog, _("Built With"), (const char **) libraries);
  adw_about_dialog_add_legal_section (dialog, _("Direction Numbers of Sobol Sequences"),
                                      "© 2008 Stephen Joe, Frances Y. Kuo", GTK_LICENSE_BSD_3, NULL);
}

static void
add_sources (AdwAboutDialog *dialog,
             PremiseSession *session)
{
  PremiseReport *report = premise_session_get_report (session);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < premise_report_get_n_sources (report); i++)
    g_ptr_array_add (names, premise_text_render_plain (premise_report_get_source (report, i)->name,
                                                       premise_session_get_language (session), NULL));
  if (names->len == 0)
    return;

  g_ptr_array_add (names, NULL);
  adw_about_dialog_add_credit_section (dialog, _("Sources of This Report"), (const char **) names->pdata);
}

/**
 * premise_about_new:
 * @session: (nullable): what is open
 *
 * Returns: (transfer floating): who made the program, of what and under which licence, to be presented
 */
AdwDialog *
premise_about_new (PremiseSession *session)
{
  static const char *const developers[] = { "The Premise authors", NULL };
  AdwDialog *dialog = adw_about_dialog_new ();
  g_autofree char *notes = dup_release_notes ();

  g_object_set (dialog,
                "application-name", _("Premise"),
                "application-icon", PREMISE_APPLICATION_ID,
                "version", PREMISE_VERSION,
                "developer-name", _("The Premise authors"),
                "developers", developers,
                "copyright", "© 2026 The Premise authors",
                "license-type", GTK_LICENSE_GPL_3_0,
                "website", WEBSITE,
                "release-notes-version", PREMISE_VERSION,
                "release-notes", notes,
                "comments", _("Turns an investment-research report into something that can be "
                              "argued with: move an assumption and the text, tables and charts "
                              "follow."),
                /* Translators: your names, one a line, as they should stand in the about window. */
                "translator-credits", _("translator-credits"),
                NULL);
  add_libraries (ADW_ABOUT_DIALOG (dialog));
  if (session != NULL)
    add_sources (ADW_ABOUT_DIALOG (dialog), session);

  return dialog;
}
