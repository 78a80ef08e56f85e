/* premise-preferences.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-preferences.h"

#include "premise-preferences-dialog.h"

#include <libintl.h>
#include <locale.h>

/**
 * premise_preferences_get_language_name:
 * @language: code of a language, as “zh” or “zh_CN”
 *
 * Returns: (transfer none): its name in that language; @language where we do not know it
 */
const char *
premise_preferences_get_language_name (const char *language)
{
  static const struct { const char *code, *name; } names[] = {
    { "zh", "中文" }, { "zh_CN", "中文" }, { "en", "English" }, { "de", "Deutsch" },
    { "fr", "Français" }, { "ja", "日本語" }, { "es", "Español" }, { "ko", "한국어" },
    { "pt", "Português" }, { "ru", "Русский" }, { "it", "Italiano" }, { "ar", "العربية" },
    { "he", "עברית" }, { "fa", "فارسی" }, { "hi", "हिन्दी" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (language, names[i].code))
      return names[i].name;

  return language;
}

/* In the C locale nothing is translated, whatever LANGUAGE says: any other will do. */
static void
leave_c_locale (const char *language)
{
  g_autofree char *own = g_strconcat (language, ".UTF-8", NULL);
  const char *locales[] = { own, "en_US.UTF-8", "en_GB.UTF-8", "zh_CN.UTF-8" };
  const char *current = setlocale (LC_MESSAGES, NULL);

  if (!g_str_equal (current, "C") && !g_str_equal (current, "POSIX") && !g_str_has_prefix (current, "C."))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_MESSAGES, locales[i]) != NULL)
      break;
}

/**
 * premise_preferences_apply_language:
 *
 * Makes the language that is preferred for the interface that of this process. It must be
 * called before GTK starts. The settings may have a thread of their own by then, which is a risk with a
 * C library whose getenv() is not safe beside setenv(), as that of glibc before 2.41.
 */
void
premise_preferences_apply_language (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) settings = NULL;
  g_autofree char *language = NULL;

  /* A program that is not installed can at least say its version and its options. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, PREMISE_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;

  settings = g_settings_new_full (schema, NULL, NULL);
  language = g_settings_get_string (settings, "interface-language");
  if (*language == '\0')
    return;

  g_setenv ("LANGUAGE", language, TRUE);
  leave_c_locale (language);
  /* It would go back to the locale of the environment. */
  gtk_disable_setlocale ();
  /* What was looked up before is forgotten. */
  textdomain (GETTEXT_PACKAGE);
}

static void
apply_color_scheme (GSettings *settings)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int scheme = g_settings_get_enum (settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme]);
}

/* The type of a slide follows the height of the screen instead. */
static void
apply_text_scale (GSettings      *settings,
                  const char     *key,
                  GtkCssProvider *provider)
{
  char percent[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (percent, sizeof percent, "%.1f", g_settings_get_double (settings, "text-scale") * 100);
  css = g_strdup_printf ("premise-section-view { font-size: %s%%; }\n"
                         "premise-presenter premise-section-view { font-size: 100%%; }", percent);
  gtk_css_provider_load_from_string (provider, css);
}

static void
preferences_action_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    adw_dialog_present (premise_preferences_dialog_new (), GTK_WIDGET (window));
}

static void
text_size_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  g_autoptr(GSettings) settings = g_settings_new (PREMISE_APPLICATION_ID);
  const char *name = g_action_get_name (G_ACTION (action));
  double scale = g_settings_get_double (settings, "text-scale");

  if (g_str_equal (name, "normal-text"))
    scale = 1;
  else
    scale += g_str_equal (name, "larger-text") ? 2 * PREMISE_TEXT_SCALE_STEP : -2 * PREMISE_TEXT_SCALE_STEP;

  g_settings_set_double (settings, "text-scale", CLAMP (scale, PREMISE_TEXT_SCALE_MIN, PREMISE_TEXT_SCALE_MAX));
}

static const GActionEntry actions[] = {
  { .name = "preferences", .activate = preferences_action_cb },
  { .name = "larger-text", .activate = text_size_action_cb },
  { .name = "smaller-text", .activate = text_size_action_cb },
  { .name = "normal-text", .activate = text_size_action_cb },
};

/**
 * premise_preferences_start:
 * @application: that has started
 *
 * Makes the program look as preferred, from now on, and adds the actions that change it.
 */
void
premise_preferences_start (GtkApplication *application)
{
  g_autoptr(GSettings) settings = g_settings_new (PREMISE_APPLICATION_ID);
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);

  apply_color_scheme (settings);
  apply_text_scale (settings, NULL, provider);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);

  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), settings,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (settings, "changed::text-scale", G_CALLBACK (apply_text_scale), provider,
                           G_CONNECT_DEFAULT);
  g_object_set_data_full (G_OBJECT (application), "premise-preferences", g_steal_pointer (&settings),
                          g_object_unref);
}
