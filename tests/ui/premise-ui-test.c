/* premise-ui-test.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include <glib/gstdio.h>
#include <math.h>

#define MAX_CLICKS 5

/**
 * ui_test_get_app:
 *
 * Returns: (transfer none): path of the program under test
 */
const char *
ui_test_get_app (void)
{
  const char *app = g_getenv ("PREMISE_TEST_APP");

  if (app == NULL)
    g_error ("PREMISE_TEST_APP does not name the program to test.");

  return app;
}

/**
 * ui_test_dup_shipped_folder:
 *
 * Returns: (transfer full): the folder of the report that ships; tests have three sections of it
 */
char *
ui_test_dup_shipped_folder (void)
{
  const char *data = g_getenv ("PREMISE_DATA_DIR");

  if (data == NULL)
    g_error ("PREMISE_DATA_DIR does not name the folder of the reports.");

  return g_build_filename (data, "reports", "generative-ai", NULL);
}

/**
 * ui_test_dup_whole_folder:
 *
 * Returns: (transfer full): the folder of that report with all of its sections
 */
char *
ui_test_dup_whole_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "reports", "generative-ai", NULL);
}

static void
load_report (UiTest     *self,
             const char *folder)
{
  g_autoptr(GPtrArray) diagnostics = NULL;

  diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  self->report = premise_report_load (folder, diagnostics);
  g_assert_nonnull (self->report);
  self->scenario = premise_scenario_new (premise_report_get_model (self->report));
  self->evaluator = premise_evaluator_new (self->scenario);
}

static gboolean
hears_keys (PremiseDriver *driver,
            gpointer       user_data)
{
  return premise_driver_has_state (premise_driver_get_window (driver), ATSPI_STATE_ACTIVE);
}

/* language, section: (nullable); more: (nullable) (element-type utf8): further options */
static UiTest *
open_test (const char *folder,
           const char *language,
           const char *section,
           GPtrArray  *more)
{
  UiTest *self = g_new0 (UiTest, 1);
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  if (language != NULL)
    {
      g_ptr_array_add (arguments, (gpointer) "--language");
      g_ptr_array_add (arguments, (gpointer) language);
    }
  if (section != NULL)
    {
      premise_driver_forget ();
      g_ptr_array_add (arguments, (gpointer) "--section");
      g_ptr_array_add (arguments, (gpointer) section);
    }
  for (guint i = 0; more != NULL && i < more->len; i++)
    g_ptr_array_add (arguments, g_ptr_array_index (more, i));
  g_ptr_array_add (arguments, (gpointer) folder);
  g_ptr_array_add (arguments, NULL);

  self->language = language;
  load_report (self, folder);
  self->driver = premise_driver_start (ui_test_get_app (),
                                       (const char *const *) arguments->pdata, NULL, &error);
  g_assert_no_error (error);
  /* What is pressed before that goes nowhere. */
  premise_driver_wait (self->driver, hears_keys, NULL, "the window to be active", &error);
  g_assert_no_error (error);

  return self;
}

/**
 * ui_test_open:
 * @language: (nullable): language of the report; %NULL for the one that is preferred
 * @section: (nullable): id of the section; %NULL for the one that was read last
 * @...: further options of the program, then %NULL
 *
 * Starts the program on the report that ships. With a section, as if it had never been read before.
 *
 * Returns: (transfer full): the test
 */
UiTest *
ui_test_open (const char *language,
              const char *section,
              ...)
{
  g_autoptr(GPtrArray) options = g_ptr_array_new ();
  g_autofree char *folder = ui_test_dup_shipped_folder ();
  const char *argument;
  va_list more;

  va_start (more, section);
  while ((argument = va_arg (more, const char *)) != NULL)
    g_ptr_array_add (options, (gpointer) argument);
  va_end (more);

  return open_test (folder, language, section, options);
}

/**
 * ui_test_open_folder:
 * @folder: a report
 * @language: language of the report
 * @section: id of the section
 *
 * Starts the program on another report.
 *
 * Returns: (transfer full): the test
 */
UiTest *
ui_test_open_folder (const char *folder,
                     const char *language,
                     const char *section)
{
  return open_test (folder, language, section, NULL);
}

/**
 * ui_test_close:
 * @self: a test
 *
 * Ends the program, which must not have ended by itself.
 */
void
ui_test_close (UiTest *self)
{
  g_assert_true (premise_driver_is_running (self->driver));

  ui_test_end (self);
}

/**
 * ui_test_quit:
 * @self: a test
 *
 * Ends the program as a reader does, so that it keeps what it keeps.
 */
void
ui_test_quit (UiTest *self)
{
  ui_test_press (self, "Control+q");
  ui_test_wait_for_end (self);
}

/**
 * ui_test_wait_for_end:
 * @self: a test, whose program has been asked to end
 *
 * Waits until it has, and ends the test.
 */
void
ui_test_wait_for_end (UiTest *self)
{
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (premise_driver_is_running (self->driver))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_usleep (20000);
    }
  ui_test_end (self);
}

/**
 * ui_test_end:
 * @self: a test
 *
 * Ends the test of a program that may have been closed.
 */
void
ui_test_end (UiTest *self)
{
  premise_driver_free (self->driver);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->scenario);
  g_clear_object (&self->report);
  g_free (self);
}

/**
 * ui_test_get_variable:
 * @self: a test
 * @id: id of a variable
 *
 * Returns: its position
 */
guint
ui_test_get_variable (UiTest     *self,
                      const char *id)
{
  guint variable = premise_model_find (premise_report_get_model (self->report), id);

  g_assert_cmpuint (variable, !=, PREMISE_MODEL_NOT_FOUND);

  return variable;
}

/**
 * ui_test_get_cell:
 * @self: a test
 * @variable: position of a variable with one index, or with none
 * @member: (nullable): id of a member
 *
 * Returns: the cell
 */
guint
ui_test_get_cell (UiTest     *self,
                  guint       variable,
                  const char *member)
{
  PremiseModel *model = premise_report_get_model (self->report);
  guint position;

  if (member == NULL)
    return 0;

  position = premise_model_find_member (model, premise_model_get_dim (model, variable, 0), member);
  g_assert_cmpuint (position, !=, PREMISE_MODEL_NOT_FOUND);

  return premise_model_get_cell (model, variable, &position);
}

/**
 * ui_test_dup_label:
 * @self: a test
 * @variable: position of a variable
 * @cell: its cell
 *
 * Returns: (transfer full): what the program calls it
 */
char *
ui_test_dup_label (UiTest *self,
                   guint   variable,
                   guint   cell)
{
  return premise_report_dup_cell_label (self->report, variable, cell, self->language);
}

/**
 * ui_test_dup_value:
 * @self: a test
 * @id: id of a variable
 * @member: (nullable): id of a member
 * @format: (nullable): how a text or table of the report writes it
 *
 * Returns: (transfer full): what must be read on the screen
 */
char *
ui_test_dup_value (UiTest     *self,
                   const char *id,
                   const char *member,
                   const char *format)
{
  guint variable = ui_test_get_variable (self, id);
  guint cell = ui_test_get_cell (self, variable, member);
  PremiseFormat parsed;

  premise_format_init (&parsed);
  if (format != NULL)
    g_assert_true (premise_format_parse (&parsed, format, NULL, NULL));

  return premise_report_format_cell (self->report, variable,
                                     premise_evaluator_get_value (self->evaluator, variable, cell),
                                     format != NULL ? &parsed : NULL, self->language);
}

/**
 * ui_test_dup_title:
 * @self: a test
 * @section: id of a section
 *
 * Returns: (transfer full): its title as it must be read
 */
char *
ui_test_dup_title (UiTest     *self,
                   const char *section)
{
  guint position = premise_report_find_section (self->report, section);

  g_assert_cmpuint (position, !=, PREMISE_MODEL_NOT_FOUND);

  return premise_text_render_plain (premise_report_get_section (self->report, position)->title,
                                    self->language, self->evaluator);
}

/**
 * ui_test_dup_headline:
 * @self: a test
 * @section: id of a section
 * @i: which of its headline numbers
 * @label: (out) (optional) (transfer full): what it is called
 *
 * Returns: (transfer full): what must be read on the screen
 */
char *
ui_test_dup_headline (UiTest      *self,
                      const char  *section,
                      guint        i,
                      char       **label)
{
  guint position = premise_report_find_section (self->report, section);
  const PremiseMetric *metric;

  g_assert_cmpuint (position, !=, PREMISE_MODEL_NOT_FOUND);
  metric = &g_array_index (premise_report_get_section (self->report, position)->headline,
                           PremiseMetric, i);
  if (label != NULL)
    *label = premise_text_render_plain (metric->label, self->language, self->evaluator);

  return premise_report_format_cell (self->report, metric->variable,
                                     premise_evaluator_get_value (self->evaluator,
                                                                  metric->variable, metric->cell),
                                     &metric->format, self->language);
}

/**
 * ui_test_find_pane:
 * @self: a test
 *
 * The same assumptions may stand in the page too.
 *
 * Returns: (transfer full): the pane of assumptions
 */
AtspiAccessible *
ui_test_find_pane (UiTest *self)
{
  g_autoptr(GError) error = NULL;
  AtspiAccessible *pane = premise_driver_find (self->driver, NULL, ATSPI_ROLE_FORM, "*", &error);

  g_assert_no_error (error);

  return pane;
}

static void
unfold_group (UiTest          *self,
              AtspiAccessible *pane,
              guint            variable)
{
  const PremiseVariableInfo *info = premise_report_get_info (self->report, variable);
  g_autofree char *label = premise_text_render_plain (info->label, self->language, NULL);
  g_autofree char *pattern = g_strconcat (label, "*", NULL);
  g_autoptr(AtspiAccessible) header = NULL;
  g_autoptr(GError) error = NULL;

  header = premise_driver_find_header (self->driver, pane, pattern, &error);
  g_assert_no_error (error);
  /* A pane that is still being filled moves on its way to the click. */
  for (guint i = 0; i < MAX_CLICKS && !premise_driver_has_state (header, ATSPI_STATE_EXPANDED); i++)
    {
      premise_driver_scroll_to (self->driver, header, &error);
      g_assert_no_error (error);
      premise_driver_click (self->driver, header, &error);
      g_assert_no_error (error);
      for (guint k = 0; k < 10 && !premise_driver_has_state (header, ATSPI_STATE_EXPANDED); k++)
        g_usleep (100 * 1000);
    }

  g_assert_true (premise_driver_has_state (header, ATSPI_STATE_EXPANDED));
}

/**
 * ui_test_show_slider:
 * @self: a test
 * @id: id of an assumption
 * @member: (nullable): id of a member
 *
 * Unfolds the group in the pane and scrolls the slider into view.
 *
 * Returns: (transfer full): the slider
 */
AtspiAccessible *
ui_test_show_slider (UiTest     *self,
                     const char *id,
                     const char *member)
{
  guint variable = ui_test_get_variable (self, id);
  g_autofree char *label = ui_test_dup_label (self, variable,
                                              ui_test_get_cell (self, variable, member));
  g_autoptr(AtspiAccessible) pane = ui_test_find_pane (self);
  AtspiAccessible *slider;
  g_autoptr(GError) error = NULL;

  if (member != NULL)
    unfold_group (self, pane, variable);
  slider = premise_driver_find (self->driver, pane, ATSPI_ROLE_SLIDER, label, &error);
  g_assert_no_error (error);

  premise_driver_scroll_to (self->driver, slider, &error);
  g_assert_no_error (error);

  return slider;
}

/**
 * ui_test_drag_slider:
 * @self: a test
 * @slider: a slider in view
 * @fraction: of its range, 0 to 1
 *
 * Takes the knob and drags it there.
 *
 * Returns: the value that it has then
 */
double
ui_test_drag_slider (UiTest          *self,
                     AtspiAccessible *slider,
                     double           fraction)
{
  g_autoptr(GError) error = NULL;

  premise_driver_drag_slider (self->driver, slider, fraction, &error);
  g_assert_no_error (error);

  return premise_driver_get_value (slider);
}

/**
 * ui_test_expect:
 * @self: a test
 * @id: id of an assumption
 * @member: (nullable): id of a member
 * @value: in base units
 *
 * Sets what the screen must show from here on.
 */
void
ui_test_expect (UiTest     *self,
                const char *id,
                const char *member,
                double      value)
{
  guint variable = ui_test_get_variable (self, id);
  g_autoptr(GError) error = NULL;

  premise_scenario_set_value (self->scenario, variable, ui_test_get_cell (self, variable, member),
                              value, &error);
  g_assert_no_error (error);
}

/**
 * ui_test_assert_text:
 * @self: a test
 * @role: where it must stand, or %ATSPI_ROLE_INVALID for anywhere
 * @text: what must be read
 *
 * Waits for @text and fails without it.
 */
void
ui_test_assert_text (UiTest     *self,
                     AtspiRole   role,
                     const char *text)
{
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  found = premise_driver_find_text (self->driver, NULL, role, text, &error);
  if (found == NULL)
    {
      g_autofree char *page = premise_driver_dup_page (self->driver, NULL);

      g_printerr ("The window says:\n%s\n", page);
    }
  g_assert_no_error (error);
}

typedef struct
{
  AtspiAccessible *slider;
  double           value;
} Standing;

static gboolean
stands_at (PremiseDriver *driver,
           gpointer       user_data)
{
  Standing *standing = user_data;

  return fabs (premise_driver_get_value (standing->slider) - standing->value)
         <= 1e-9 * fabs (standing->value);
}

/**
 * ui_test_assert_value:
 * @self: a test
 * @slider: a slider
 * @value: where it must come to stand
 *
 * Waits for that and fails without it.
 */
void
ui_test_assert_value (UiTest          *self,
                      AtspiAccessible *slider,
                      double           value)
{
  Standing standing = { .slider = slider, .value = value };
  g_autofree char *what = g_strdup_printf ("the slider at %g", value);
  g_autoptr(GError) error = NULL;

  premise_driver_wait (self->driver, stands_at, &standing, what, &error);
  g_assert_no_error (error);
}

/**
 * ui_test_click:
 * @self: a test
 * @root: (nullable): where it is, the window when %NULL
 * @role: role of what is clicked
 * @name: a glob that its name matches
 *
 * Waits for it and clicks it.
 */
void
ui_test_click (UiTest          *self,
               AtspiAccessible *root,
               AtspiRole        role,
               const char      *name)
{
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  found = premise_driver_find (self->driver, root, role, name, &error);
  g_assert_no_error (error);
  premise_driver_click (self->driver, found, &error);
  g_assert_no_error (error);
}

/**
 * ui_test_press:
 * @self: a test
 * @keys: as premise_driver_press() takes them
 *
 * Presses keys.
 */
void
ui_test_press (UiTest     *self,
               const char *keys)
{
  g_autoptr(GError) error = NULL;

  premise_driver_press (self->driver, keys, &error);
  g_assert_no_error (error);
}

/* What the desktop would keep; it is there again at the next start. settings: the keys that are set. */
void
ui_test_set_settings (const char *settings)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", "keyfile", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_strdup_printf ("[io/github/premise_app/Premise]\nwelcome-shown=true\n%s", settings);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
}
