/* premise-language.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-language.h"

#include "premise-preferences.h"

#include <glib/gi18n.h>

/* A word for a language that fits a small toggle: its own for Chinese, whose tag says nothing to many. */
static char *
dup_mark (const char *language)
{
  return g_str_equal (language, "zh") ? g_strdup ("中") : g_utf8_strup (language, -1);
}

/**
 * premise_language_fill_toggles:
 * @group: the toggles to choose from
 * @session: the session of a report
 *
 * Puts a toggle for each language of the report into @group, and hides it where there is one only.
 */
void
premise_language_fill_toggles (AdwToggleGroup *group,
                               PremiseSession *session)
{
  const char *const *languages = premise_report_get_languages (premise_session_get_report (session));

  adw_toggle_group_remove_all (group);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      g_autofree char *mark = dup_mark (languages[i]);

      adw_toggle_set_name (toggle, languages[i]);
      adw_toggle_set_label (toggle, mark);
      adw_toggle_set_tooltip (toggle, premise_preferences_get_language_name (languages[i]));
      adw_toggle_group_add (group, toggle);
    }
  adw_toggle_group_set_active_name (group, premise_session_get_language (session));
  gtk_widget_set_visible (GTK_WIDGET (group), languages[0] != NULL && languages[1] != NULL);
}

/**
 * premise_language_new_notice:
 * @language: a language in which some texts of the report are missing
 *
 * Makes a message that says what the marks before such texts mean.
 *
 * Returns: (transfer full): the message
 */
AdwToast *
premise_language_new_notice (const char *language)
{
  g_autofree char *title =
    g_strdup_printf (_("Some texts are not written in %s: they are shown in another language, with a mark "
                       "such as [EN]"),
                     premise_preferences_get_language_name (language));
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);

  return toast;
}
