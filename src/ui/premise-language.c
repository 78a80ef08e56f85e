/* premise-language.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-language.h"

#include "premise-preferences.h"
#include "premise-toast.h"

#include <glib/gi18n.h>

/* Of a toggle with two letters and the line beside it, in pixels. */
#define TOGGLE_WIDTH 42

struct _PremiseLanguage
{
  GObject             parent_instance;

  GSettings          *settings;
  AdwToggleGroup     *toggles;  /* (weak) */
  AdwToastOverlay    *toasts;   /* (not owned) */
  PremiseSession     *session;  /* (nullable): before a report is open */
  PremiseReaderState *state;    /* (nullable) */
  GHashTable         *told;     /* (element-type utf8): languages in which texts are missing */
  guint               tick_id;  /* while the toggles wait for the first frame */
  gboolean            drawn;
};

G_DEFINE_FINAL_TYPE (PremiseLanguage, premise_language, G_TYPE_OBJECT)

/* What the preferences say of a report, if it has that language, else that of the interface. */
static const char *
get_preferred (PremiseLanguage *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  g_autofree char *language = g_settings_get_string (self->settings, "report-language");

  if (g_strv_contains (premise_report_get_languages (report), language))
    return premise_report_choose_language (report, (const char *[]) { language, NULL });

  return premise_report_choose_language (report, g_get_language_names ());
}

/* The reader's own choice is remembered with the report, until it is what is preferred anyway. */
static void
choose (PremiseLanguage *self,
        const char      *language)
{
  premise_reader_state_set_language (self->state,
                                     g_str_equal (language, get_preferred (self)) ? NULL : language);
  premise_session_set_language (self->session, language);
}

static void
preferred_changed_cb (PremiseLanguage *self)
{
  if (self->session != NULL)
    choose (self, get_preferred (self));
}

static void
toggled_cb (PremiseLanguage *self)
{
  const char *language = adw_toggle_group_get_active_name (self->toggles);

  if (self->session != NULL && language != NULL &&
      !g_str_equal (language, premise_session_get_language (self->session)))
    choose (self, language);
}

/* A word for a language that fits a small toggle: its own for Chinese, whose tag says nothing to many. */
static char *
dup_mark (const char *language)
{
  return g_str_equal (language, "zh") ? g_strdup ("中") : g_utf8_strup (language, -1);
}

static void
add_toggle (PremiseLanguage *self,
            const char      *language)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *mark = dup_mark (language);

  adw_toggle_set_name (toggle, language);
  adw_toggle_set_label (toggle, mark);
  adw_toggle_set_tooltip (toggle, premise_preferences_get_language_name (language));
  adw_toggle_group_add (self->toggles, toggle);
}

static const char *const *
get_languages (PremiseLanguage *self)
{
  return premise_report_get_languages (premise_session_get_report (self->session));
}

static void
fill_toggles (PremiseLanguage *self)
{
  const char *const *languages = get_languages (self);

  /* The first toggle of a group is chosen by itself: that is not the reader's choice. */
  g_signal_handlers_block_by_func (self->toggles, toggled_cb, self);
  gtk_widget_set_size_request (GTK_WIDGET (self->toggles), -1, -1);
  gtk_widget_set_opacity (GTK_WIDGET (self->toggles), 1);
  adw_toggle_group_remove_all (self->toggles);
  for (guint i = 0; languages[i] != NULL; i++)
    add_toggle (self, languages[i]);
  adw_toggle_group_set_active_name (self->toggles, premise_session_get_language (self->session));
  g_signal_handlers_unblock_by_func (self->toggles, toggled_cb, self);
}

static gboolean
fill_toggles_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  PremiseLanguage *self = user_data;

  if (!self->drawn)
    {
      self->drawn = TRUE;
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  fill_toggles (self);

  return G_SOURCE_REMOVE;
}

static void
cancel_filling (PremiseLanguage *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->toggles), self->tick_id);
  self->tick_id = 0;
}

/* A toggle for each language; none where there is one only. In a new window they come into the place that is kept for
 * them when it is drawn: the sign for Chinese is in a font that a page in English does not need.
 */
static void
show_toggles (PremiseLanguage *self)
{
  GtkWidget *toggles = GTK_WIDGET (self->toggles);
  guint n = g_strv_length ((GStrv) get_languages (self));

  cancel_filling (self);
  gtk_widget_set_visible (toggles, n > 1);
  if (gtk_widget_get_mapped (toggles))
    {
      fill_toggles (self);
      return;
    }

  gtk_widget_set_size_request (toggles, (int) n * TOGGLE_WIDTH - 1, -1);
  gtk_widget_set_opacity (toggles, 0);
  self->drawn = FALSE;
  self->tick_id = gtk_widget_add_tick_callback (toggles, fill_toggles_cb, self, NULL);
}

/* What the marks before some texts mean: once for each language, however often one changes to and
 * fro.
 */
static void
tell_incomplete (PremiseLanguage *self)
{
  const char *language = premise_session_get_language (self->session);
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (premise_report_is_complete (premise_session_get_report (self->session), language) ||
      !g_hash_table_add (self->told, g_strdup (language)))
    return;

  title = g_strdup_printf (_("Some texts are not written in %s: they are shown in another language, with a mark "
                             "such as [EN]"),
                           premise_preferences_get_language_name (language));
  toast = premise_toast_new (title);
  adw_toast_set_timeout (toast, 0);
  premise_toast_add (self->toasts, toast);
}

static void
language_changed_cb (PremiseLanguage *self)
{
  if (self->tick_id == 0)
    adw_toggle_group_set_active_name (self->toggles, premise_session_get_language (self->session));
  tell_incomplete (self);
}

static void
premise_language_dispose (GObject *object)
{
  PremiseLanguage *self = PREMISE_LANGUAGE (object);

  /* Toggles that are gone before took it with them. */
  if (self->toggles != NULL)
    cancel_filling (self);
  g_clear_weak_pointer (&self->toggles);
  g_clear_object (&self->state);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (premise_language_parent_class)->dispose (object);
}

static void
premise_language_finalize (GObject *object)
{
  g_clear_pointer (&PREMISE_LANGUAGE (object)->told, g_hash_table_unref);

  G_OBJECT_CLASS (premise_language_parent_class)->finalize (object);
}

static void
premise_language_class_init (PremiseLanguageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = premise_language_dispose;
  G_OBJECT_CLASS (klass)->finalize = premise_language_finalize;
}

static void
premise_language_init (PremiseLanguage *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * premise_language_new:
 * @settings: the preferences
 * @toggles: what shows and changes the language
 * @toasts: what says that texts are missing in it
 *
 * Returns: (transfer full): the languages of a window that has no report yet
 */
PremiseLanguage *
premise_language_new (GSettings       *settings,
                      AdwToggleGroup  *toggles,
                      AdwToastOverlay *toasts)
{
  PremiseLanguage *self = g_object_new (PREMISE_TYPE_LANGUAGE, NULL);

  self->settings = g_object_ref (settings);
  g_set_weak_pointer (&self->toggles, toggles);
  self->toasts = toasts;
  g_signal_connect_object (settings, "changed::report-language", G_CALLBACK (preferred_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (toggles, "notify::active-name", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * premise_language_start:
 * @self: the languages of a window
 * @session: the session of a report that is being opened
 * @state: what is kept of the report
 *
 * Sets the language that the report is read in at first. Its views come later, and then
 * premise_language_watch().
 */
void
premise_language_start (PremiseLanguage    *self,
                        PremiseSession     *session,
                        PremiseReaderState *state)
{
  const char *language = premise_reader_state_get_language (state);

  g_return_if_fail (PREMISE_IS_LANGUAGE (self));

  g_set_object (&self->session, session);
  g_set_object (&self->state, state);
  premise_session_set_language (session, get_preferred (self));
  if (language != NULL)
    premise_session_set_language (session, language);
}

/**
 * premise_language_watch:
 * @self: the languages of a window
 * @session: the session of the report that is shown now
 * @state: what is kept of the report
 *
 * Offers the languages of the report and follows the one that is chosen.
 */
void
premise_language_watch (PremiseLanguage    *self,
                        PremiseSession     *session,
                        PremiseReaderState *state)
{
  g_return_if_fail (PREMISE_IS_LANGUAGE (self));

  g_set_object (&self->session, session);
  g_set_object (&self->state, state);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (language_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_toggles (self);
  tell_incomplete (self);
}

/**
 * premise_language_step:
 * @self: the languages of a window with a report
 *
 * Chooses the next of the report's languages, after the last the first.
 */
void
premise_language_step (PremiseLanguage *self)
{
  const char *const *languages;
  const char *current;
  guint i = 0;

  g_return_if_fail (PREMISE_IS_LANGUAGE (self));
  g_return_if_fail (self->session != NULL);

  languages = premise_report_get_languages (premise_session_get_report (self->session));
  current = premise_session_get_language (self->session);
  while (languages[i] != NULL && !g_str_equal (languages[i], current))
    i++;
  choose (self, languages[i] != NULL && languages[i + 1] != NULL ? languages[i + 1] : languages[0]);
}
