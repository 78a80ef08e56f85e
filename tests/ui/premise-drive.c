/* premise-drive.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-driver.h"
#include "premise-report.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Shows the program at work: a what-if with the mouse, and pictures of every section. */

#define DEMO_SECTION "market-space"
#define DEMO_VARIABLE "market_space.ai_share"
#define DEMO_MEMBER "livestream"
#define DEMO_FRACTION 0.75
#define WIDE "1280x800"
#define NARROW "360x720"
#define MAX_PAGES 12
#define WHEEL_CLICKS 8

typedef struct
{
  const char    *app;
  const char    *out;
  char          *folder;
  PremiseReport *report;

  /* Which pictures: NULL for all */
  char         **sections;
  const char    *kind;
  const char    *language;
  const char    *keys;      /* (nullable): pressed before, with a space between */
  int            height;    /* of the window; 0 for that of the kind */
  char         **environment; /* (nullable): NAME=VALUE, what the program finds there besides */
} Drive;

/* What the interface is written in; the report has its own option. */
static const struct
{
  const char *code;
  const char *language;
  const char *locale;     /* in the C locale there would be no translation */
} languages[] = {
  { "zh", "LANGUAGE=zh_CN", "LC_ALL=zh_CN.UTF-8" },
  { "en", "LANGUAGE=en", "LC_ALL=en_GB.UTF-8" },
};

static PremiseDriver *
start (Drive        *self,
       guint         language,
       const char   *section,
       const char   *size,
       const char   *color_scheme,
       const char   *option,
       GError      **error)
{
  const char *arguments[] = {
    "--language", languages[language].code, "--section", section, "--size", size,
    "--color-scheme", color_scheme, NULL, NULL, NULL,
  };
  g_autoptr(GPtrArray) environment = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  guint n = 8;

  if (option != NULL)
    arguments[n++] = option;
  arguments[n] = self->folder;
  g_ptr_array_add (environment, (gpointer) languages[language].language);
  g_ptr_array_add (environment, (gpointer) languages[language].locale);
  for (guint i = 0; self->environment != NULL && self->environment[i] != NULL; i++)
    g_ptr_array_add (environment, self->environment[i]);
  premise_driver_forget ();

  return premise_driver_start (self->app, arguments, (const char *const *) environment->pdata, error);
}

static gboolean
take_picture (Drive          *self,
              PremiseDriver  *driver,
              const char     *name,
              GError        **error)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (self->out, file, NULL);

  return premise_driver_screenshot (driver, path, error);
}

/* The demo */

static char *
dup_headline_name (Drive       *self,
                   const char  *language)
{
  guint section = premise_report_find_section (self->report, DEMO_SECTION);
  const PremiseMetric *metric;

  metric = &g_array_index (premise_report_get_section (self->report, section)->headline,
                           PremiseMetric, 0);

  return premise_text_render_plain (metric->label, language, NULL);
}

static char *
read_headline (PremiseDriver  *driver,
               const char     *label,
               GError        **error)
{
  g_autofree char *pattern = g_strconcat (label, ": *", NULL);
  g_autoptr(AtspiAccessible) button = premise_driver_find (driver, NULL, ATSPI_ROLE_BUTTON,
                                                           pattern, error);

  return button != NULL ? premise_driver_dup_name (button) : NULL;
}

/* Unfolds the group of the demo's slider and brings it into view. */
static AtspiAccessible *
show_slider (Drive          *self,
             PremiseDriver  *driver,
             const char     *language,
             GError        **error)
{
  PremiseModel *model = premise_report_get_model (self->report);
  guint variable = premise_model_find (model, DEMO_VARIABLE);
  guint cell = premise_model_find_member (model, premise_model_get_dim (model, variable, 0),
                                          DEMO_MEMBER);
  const PremiseVariableInfo *info = premise_report_get_info (self->report, variable);
  g_autofree char *group = premise_text_render_plain (info->label, language, NULL);
  g_autofree char *pattern = g_strconcat (group, "*", NULL);
  g_autofree char *name = premise_report_dup_cell_label (self->report, variable, cell, language);
  g_autoptr(AtspiAccessible) pane = NULL;
  g_autoptr(AtspiAccessible) header = NULL;
  g_autoptr(AtspiAccessible) slider = NULL;

  pane = premise_driver_find (driver, NULL, ATSPI_ROLE_FORM, "*", error);
  if (pane == NULL)
    return NULL;
  header = premise_driver_find_header (driver, pane, pattern, error);
  if (header == NULL)
    return NULL;
  if (!premise_driver_has_state (header, ATSPI_STATE_EXPANDED)
      && (!premise_driver_scroll_to (driver, header, error)
          || !premise_driver_click (driver, header, error)))
    return NULL;

  slider = premise_driver_find (driver, pane, ATSPI_ROLE_SLIDER, name, error);
  if (slider == NULL || !premise_driver_scroll_to (driver, slider, error))
    return NULL;

  return g_steal_pointer (&slider);
}

typedef struct
{
  const char *label;
  const char *before;
  char       *after;
} Headline;

static gboolean
headline_moved (PremiseDriver *driver,
                gpointer       user_data)
{
  Headline *headline = user_data;

  g_free (headline->after);
  headline->after = read_headline (driver, headline->label, NULL);

  return headline->after != NULL && !g_str_equal (headline->before, headline->after);
}

static gboolean
demo_in_language (Drive   *self,
                  guint    language,
                  GError **error)
{
  const char *code = languages[language].code;
  g_autoptr(PremiseDriver) driver = NULL;
  g_autoptr(AtspiAccessible) slider = NULL;
  g_autofree char *label = dup_headline_name (self, code);
  g_autofree char *before_picture = g_strdup_printf ("demo-%s-before", code);
  g_autofree char *after_picture = g_strdup_printf ("demo-%s-after", code);
  g_autofree char *before = NULL;
  g_autofree char *value = NULL;
  Headline headline = { .label = label };
  gboolean moved;

  driver = start (self, language, DEMO_SECTION, WIDE, "light", NULL, error);
  if (driver == NULL)
    return FALSE;

  slider = show_slider (self, driver, code, error);
  before = slider != NULL ? read_headline (driver, label, error) : NULL;
  if (before == NULL || !take_picture (self, driver, before_picture, error)
      || !premise_driver_drag_slider (driver, slider, DEMO_FRACTION, error))
    return FALSE;

  headline.before = before;
  moved = premise_driver_wait (driver, headline_moved, &headline, "the headline to follow", error)
          && take_picture (self, driver, after_picture, error);
  value = premise_driver_dup_value_text (slider);
  if (moved)
    g_print ("%s\n  before  %s\n  slider  %s\n  after   %s\n", code, before, value,
             headline.after);
  g_free (headline.after);

  return moved;
}

static gboolean
demo (Drive   *self,
      GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (!demo_in_language (self, i, error))
      return FALSE;

  return TRUE;
}

/* The pictures */

/* From the top to the end, a picture for each turn of the wheel that moves anything. */
static gboolean
take_pages (Drive          *self,
            PremiseDriver  *driver,
            const char     *name,
            GError        **error)
{
  PremiseDriverArea window;
  g_autofree char *last = NULL;

  if (!premise_driver_get_area (driver, premise_driver_get_window (driver), &window, error))
    return FALSE;
  premise_driver_move (driver, window.x + window.width * 0.45, window.y + window.height / 2);

  for (guint i = 0; i < MAX_PAGES; i++)
    {
      g_autofree char *page = g_strdup_printf ("%s-%02u", name, i + 1);
      g_autofree char *path = g_strdup_printf ("%s/%s.png", self->out, page);
      g_autofree char *content = NULL;
      g_autofree char *sum = NULL;
      gsize length;

      if (!take_picture (self, driver, page, error)
          || !g_file_get_contents (path, &content, &length, error))
        return FALSE;

      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
      if (g_strcmp0 (sum, last) == 0)
        {
          g_remove (path);
          break;
        }
      g_set_str (&last, sum);
      premise_driver_scroll (driver, WHEEL_CLICKS);
    }

  return TRUE;
}

static const struct
{
  const char *name;
  const char *size;
  const char *color_scheme;
  const char *option;
} kinds[] = {
  { "wide", WIDE, "light", NULL },
  { "dark", WIDE, "dark", NULL },
  { "narrow", NARROW, "light", NULL },
  { "present", WIDE, "light", "--present" },
};

static gboolean
hears_keys (PremiseDriver *driver,
            gpointer       user_data)
{
  return premise_driver_has_state (premise_driver_get_window (driver), ATSPI_STATE_ACTIVE);
}

/* A picture of what the keys lead to, such as a dialog. */
static gboolean
press_and_take (Drive          *self,
                PremiseDriver  *driver,
                const char     *name,
                GError        **error)
{
  g_auto(GStrv) keys = g_strsplit (self->keys, " ", -1);

  if (!premise_driver_wait (driver, hears_keys, NULL, "the window to be active", error))
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    if (!premise_driver_press (driver, keys[i], error))
      return FALSE;

  /* What is on the screen stands still before it begins to change, too. */
  g_usleep (G_USEC_PER_SEC);

  return take_picture (self, driver, name, error);
}

static char *
dup_size (Drive      *self,
          const char *size)
{
  if (self->height == 0)
    return g_strdup (size);

  return g_strdup_printf ("%.*sx%d", (int) strcspn (size, "x"), size, self->height);
}

static gboolean
take_section (Drive   *self,
              guint    section,
              guint    language,
              guint    kind,
              GError **error)
{
  const char *id = premise_report_get_section (self->report, section)->id;
  g_autofree char *name = g_strdup_printf ("%s-%s-%s", kinds[kind].name, id,
                                           languages[language].code);
  g_autofree char *size = dup_size (self, kinds[kind].size);
  g_autoptr(PremiseDriver) driver = start (self, language, id, size, kinds[kind].color_scheme,
                                           kinds[kind].option, error);

  if (driver == NULL)
    return FALSE;

  g_print ("%s\n", name);
  if (self->keys != NULL)
    return press_and_take (self, driver, name, error);

  return kinds[kind].option != NULL ? take_picture (self, driver, name, error)
                                    : take_pages (self, driver, name, error);
}

static gboolean
take_kinds (Drive   *self,
            guint    section,
            GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      if ((self->language == NULL || g_str_equal (self->language, languages[i].code))
          && (self->kind == NULL || g_str_equal (self->kind, kinds[j].name))
          && !take_section (self, section, i, j, error))
        return FALSE;

  return TRUE;
}

static gboolean
screenshots (Drive   *self,
             GError **error)
{
  guint n_sections = premise_report_get_n_sections (self->report);

  for (guint i = 0; i < n_sections; i++)
    if ((self->sections == NULL
         || g_strv_contains ((const char *const *) self->sections,
                             premise_report_get_section (self->report, i)->id))
        && !take_kinds (self, i, error))
      return FALSE;

  return TRUE;
}

static gboolean
load_report (Drive   *self,
             GError **error)
{
  g_autoptr(GPtrArray) diagnostics = NULL;
  const char *data = g_getenv ("PREMISE_DATA_DIR");

  if (self->folder == NULL)
    self->folder = g_build_filename (data != NULL ? data : "data", "reports", "generative-ai", NULL);
  diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  self->report = premise_report_load (self->folder, diagnostics);
  if (self->report == NULL)
    g_set_error (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_START,
                 "There is no report in “%s”; PREMISE_DATA_DIR says where it is.", self->folder);

  return self->report != NULL;
}

int
main (int   argc,
      char *argv[])
{
  Drive self = { 0 };
  const GOptionEntry entries[] = {
    { "app", 0, 0, G_OPTION_ARG_FILENAME, &self.app, "The program to drive", "PATH" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &self.out, "Where to write pictures", "FOLDER" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &self.folder, "Another report than that which ships",
      "FOLDER" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self.kind, "Only these pictures",
      "wide|dark|narrow|present" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self.language, "Only in this language", "zh|en" },
    { "height", 0, 0, G_OPTION_ARG_INT, &self.height, "In a window that high", "PIXELS" },
    { "environment", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.environment,
      "Start the program with this, such as ADW_DEBUG_HIGH_CONTRAST=1; may be repeated", "NAME=VALUE" },
    { "keys", 0, 0, G_OPTION_ARG_STRING, &self.keys, "Press these first and take one picture",
      "KEY…" },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("demo|screenshots [SECTION…]");
  g_autoptr(GError) error = NULL;
  gboolean ok = FALSE;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("premise-drive: %s\n", error->message);
      return 2;
    }
  if (argc < 2 || self.app == NULL || self.out == NULL)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return 2;
    }

  self.sections = argc > 2 ? argv + 2 : NULL;
  g_mkdir_with_parents (self.out, 0755);
  if (!load_report (&self, &error))
    ;
  else if (g_str_equal (argv[1], "demo"))
    ok = demo (&self, &error);
  else if (g_str_equal (argv[1], "screenshots"))
    ok = screenshots (&self, &error);
  else
    g_set_error (&error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_START,
                 "“%s” is neither demo nor screenshots.", argv[1]);

  if (!ok)
    g_printerr ("premise-drive: %s\n", error->message);
  g_clear_object (&self.report);
  g_free (self.folder);
  g_strfreev (self.environment);

  return ok ? 0 : 1;
}
