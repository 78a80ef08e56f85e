/* test-keyboard.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-test.h"

#include <locale.h>

#define SECTION "market-space"
#define NEXT_SECTION "copilot"
#define SHARE "market_space.ai_share"
#define MEMBER "game"
#define MAX_TABS 60

/* With nothing but the Tab key. */
static void
tab_to (UiTest          *test,
        AtspiAccessible *accessible)
{
  g_autofree char *name = premise_driver_dup_name (accessible);

  for (guint i = 0; i < MAX_TABS; i++)
    {
      if (premise_driver_has_state (accessible, ATSPI_STATE_FOCUSED))
        return;
      ui_test_press (test, "Tab");
    }

  g_test_message ("“%s” is not reached with the Tab key", name);
  g_assert_not_reached ();
}

static AtspiAccessible *
reach_slider (UiTest *test)
{
  guint variable = ui_test_get_variable (test, SHARE);
  g_autofree char *name = ui_test_dup_label (test, variable,
                                             ui_test_get_cell (test, variable, MEMBER));
  const PremiseVariableInfo *info = premise_report_get_info (test->report, variable);
  g_autofree char *group = premise_text_render_plain (info->label, test->language, NULL);
  g_autoptr(AtspiAccessible) pane = ui_test_find_pane (test);
  g_autoptr(AtspiAccessible) header = NULL;
  AtspiAccessible *slider;
  g_autoptr(GError) error = NULL;

  header = premise_driver_find_header (test->driver, pane, group, &error);
  g_assert_no_error (error);
  /* From the contents to the text, and from there past all that is in it. */
  ui_test_press (test, "F6");
  ui_test_press (test, "F6");
  if (!premise_driver_has_state (header, ATSPI_STATE_EXPANDED))
    {
      tab_to (test, header);
      ui_test_press (test, "space");
    }
  slider = premise_driver_find (test->driver, pane, ATSPI_ROLE_SLIDER, name, &error);
  g_assert_no_error (error);
  tab_to (test, slider);

  return slider;
}

static void
test_what_if (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  PremiseModel *model = premise_report_get_model (test->report);
  guint variable = ui_test_get_variable (test, SHARE);
  guint cell = ui_test_get_cell (test, variable, MEMBER);
  double base = premise_model_get_base (model, variable, cell);
  g_autoptr(AtspiAccessible) slider = reach_slider (test);
  g_autofree char *label = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *name = NULL;
  double min, max, step;

  premise_model_get_range (model, variable, cell, &min, &max, &step);
  for (guint i = 0; i < 3; i++)
    ui_test_press (test, "Right");
  ui_test_assert_value (test, slider, base + 3 * step);

  ui_test_expect (test, SHARE, MEMBER, premise_driver_get_value (slider));
  headline = ui_test_dup_headline (test, SECTION, 0, &label);
  name = g_strdup_printf ("%s: %s", label, headline);
  ui_test_assert_text (test, ATSPI_ROLE_BUTTON, name);

  /* Keys that follow each other are one step. */
  ui_test_press (test, "Control+z");
  ui_test_assert_value (test, slider, base);

  ui_test_press (test, "Prior");
  ui_test_assert_value (test, slider, base + 10 * step);
  ui_test_press (test, "Next");
  ui_test_press (test, "Left");
  ui_test_assert_value (test, slider, base - step);
  ui_test_press (test, "Control+Right");
  ui_test_assert_value (test, slider, base - 0.9 * step);
  ui_test_press (test, "Home");
  ui_test_assert_value (test, slider, min);
  ui_test_press (test, "End");
  ui_test_assert_value (test, slider, max);
  ui_test_press (test, "BackSpace");
  ui_test_assert_value (test, slider, base);
}

static gboolean
says_value (UiTest          *test,
            AtspiAccessible *slider,
            double           value)
{
  g_autofree char *base = ui_test_dup_value (test, SHARE, MEMBER, NULL);
  g_autofree char *now = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *said = premise_driver_dup_value_text (slider);

  ui_test_expect (test, SHARE, MEMBER, value);
  now = ui_test_dup_value (test, SHARE, MEMBER, NULL);
  expected = g_strdup_printf ("%s, base %s", now, base);
  if (!g_str_equal (said, expected))
    g_test_message ("the slider says “%s”, not “%s”", said, expected);

  return g_str_equal (said, expected);
}

/* A slider says its value and unit; the result is said once, when the keys have come to rest. */
static void
test_spoken (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) slider = reach_slider (test);
  guint variable = ui_test_get_variable (test, SHARE);
  guint cell = ui_test_get_cell (test, variable, MEMBER);
  g_autofree char *label = NULL;
  g_autofree char *before = ui_test_dup_headline (test, SECTION, 0, &label);
  g_autofree char *after = NULL;
  g_autofree char *result = NULL;
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;
  double min, max, step, value;

  premise_model_get_range (premise_report_get_model (test->report), variable, cell, &min, &max, &step);
  value = premise_driver_get_value (slider) + 12 * step;
  premise_driver_listen (test->driver, &error);
  g_assert_no_error (error);
  ui_test_press (test, "Prior");
  ui_test_press (test, "Right");
  ui_test_press (test, "Right");
  ui_test_assert_value (test, slider, value);
  g_assert_true (says_value (test, slider, value));

  after = ui_test_dup_headline (test, SECTION, 0, NULL);
  g_assert_cmpstr (after, !=, before);
  result = g_strdup_printf ("%s: %s, base %s", label, after, before);
  premise_driver_wait_heard (test->driver, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (premise_driver_get_n_heard (test->driver), ==, 1);

  premise_driver_listen (test->driver, &error);
  g_assert_no_error (error);
  ui_test_press (test, "Control+z");
  undone = g_strdup_printf ("%s: %s, base %s", label, before, before);
  premise_driver_wait_heard (test->driver, undone, &error);
  g_assert_no_error (error);

  ui_test_press (test, "Control+Shift+z");
  ui_test_assert_value (test, slider, value);
  ui_test_press (test, "Control+Shift+r");
  premise_driver_wait_heard (test->driver, "All assumptions are back at base", &error);
  g_assert_no_error (error);
}

static void
test_type (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) slider = reach_slider (test);
  g_autoptr(AtspiAccessible) entry = NULL;
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "F2");
  entry = premise_driver_find (test->driver, NULL, ATSPI_ROLE_INVALID, "New value of *", &error);
  g_assert_no_error (error);
  premise_driver_type (test->driver, "41%", &error);
  g_assert_no_error (error);
  ui_test_press (test, "Return");
  ui_test_assert_value (test, slider, 0.41);
}

/* Where the machine writes a decimal comma, the report goes on to write points: what could be meant as
 * either is refused, and nothing is read as ten times as much. */
static void
test_comma (void)
{
  g_autofree char *locale = g_strdup (g_getenv ("LC_ALL"));
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) slider = NULL;
  g_autoptr(GError) error = NULL;
  double base;

  g_setenv ("LC_ALL", "de_DE.UTF-8", TRUE);
  test = ui_test_open ("en", SECTION, NULL);
  g_setenv ("LC_ALL", locale, TRUE);
  slider = reach_slider (test);
  base = premise_driver_get_value (slider);

  ui_test_press (test, "F2");
  premise_driver_type (test->driver, "0,5", &error);
  g_assert_no_error (error);
  ui_test_press (test, "Return");
  ui_test_assert_text (test, ATSPI_ROLE_INVALID, "is not a number");
  ui_test_assert_value (test, slider, base);

  ui_test_press (test, "Control+a");
  premise_driver_type (test->driver, "41.5%", &error);
  g_assert_no_error (error);
  ui_test_press (test, "Return");
  ui_test_assert_value (test, slider, 0.415);
}

typedef struct
{
  double width;
  double height;
} Size;

static gboolean
has_other_size (PremiseDriver *driver,
                gpointer       user_data)
{
  Size *size = user_data;
  PremiseDriverArea area;

  return premise_driver_get_area (driver, premise_driver_get_window (driver), &area, NULL)
         && (area.width != size->width || area.height != size->height);
}

static void
wait_for_size_change (UiTest *test,
                      Size   *size)
{
  PremiseDriverArea area;
  g_autoptr(GError) error = NULL;

  premise_driver_wait (test->driver, has_other_size, size, "another size", &error);
  g_assert_no_error (error);
  premise_driver_get_area (test->driver, premise_driver_get_window (test->driver), &area, &error);
  g_assert_no_error (error);
  size->width = area.width;
  size->height = area.height;
}

static void
test_present (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, "--size", "1000x700", NULL);
  guint n = premise_report_get_n_sections (test->report);
  guint position = premise_report_find_section (test->report, SECTION);
  g_autofree char *first = g_strdup_printf ("%u of %u", position + 1, n);
  g_autofree char *second = g_strdup_printf ("%u of %u", position + 2, n);
  Size size = { 0, 0 };
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (position + 1, <, n);
  wait_for_size_change (test, &size);

  ui_test_press (test, "F5");
  wait_for_size_change (test, &size);
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, first);
  ui_test_press (test, "Next");
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, second);
  ui_test_press (test, "Prior");
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, first);
  ui_test_press (test, "Escape");
  wait_for_size_change (test, &size);
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_LABEL, first, &error);
  g_assert_no_error (error);
}

/* A dialog lies over the window and hears first. */
static void
test_over_dialogs (void)
{
  static const char *const dialogs[] = { "Control+comma", "Control+g", "Control+Shift+question" };
  UiTest *test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr(AtspiAccessible) dialog = NULL;

      ui_test_press (test, dialogs[i]);
      dialog = premise_driver_find (test->driver, NULL, ATSPI_ROLE_DIALOG, "*", &error);
      g_assert_no_error (error);
      if (i + 1 == G_N_ELEMENTS (dialogs))
        break;

      ui_test_press (test, "Control+w");
      premise_driver_wait_gone (test->driver, ATSPI_ROLE_DIALOG, "*", &error);
      g_assert_no_error (error);
      g_assert_true (premise_driver_is_running (test->driver));
    }

  ui_test_quit (test);
}

/* Whether what has the focus is in the text, or the text as a whole. */
static gboolean
is_focus_in_text (PremiseDriver *driver,
                  gpointer       user_data)
{
  AtspiAccessible *accessible = premise_driver_get_focus (driver);
  gboolean found = FALSE;

  while (accessible != NULL && !found)
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (accessible, NULL);

      found = atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_ARTICLE;
      g_object_unref (accessible);
      accessible = parent;
    }
  g_clear_object (&accessible);

  return found;
}

/* Who reads with the keyboard goes on reading in the next section, from its beginning. */
static void
test_next_section (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;

  ui_test_press (test, "F6");
  premise_driver_wait (test->driver, is_focus_in_text, NULL, "the focus in the text", &error);
  g_assert_no_error (error);

  ui_test_press (test, "Control+Next");
  title = ui_test_dup_title (test, NEXT_SECTION);
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, title);
  premise_driver_wait (test->driver, is_focus_in_text, NULL, "the focus in the next text", &error);
  g_assert_no_error (error);

  ui_test_press (test, "Tab");
  premise_driver_wait (test->driver, is_focus_in_text, NULL, "the focus at its next stop", &error);
  g_assert_no_error (error);
}

static void
assert_found (UiTest     *test,
              AtspiRole   role,
              const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AtspiAccessible) found = premise_driver_find (test->driver, NULL, role, name, &error);

  g_assert_no_error (error);
}

/* On a telephone's width the contents are a page of their own, with the menu above them, and the assumptions a sheet
 * over the text. What is open ends first.
 */
static void
test_narrow (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, "--size", "360x720", NULL);
  g_autofree char *title = ui_test_dup_title (test, SECTION);
  g_autoptr(GError) error = NULL;

  ui_test_assert_text (test, ATSPI_ROLE_LABEL, title);
  ui_test_press (test, "F10");
  assert_found (test, ATSPI_ROLE_INVALID, "Preferences");
  ui_test_press (test, "Escape");
  /* The menu does not cost the place in the text. */
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_LIST_ITEM, "0.1*", &error);
  g_assert_no_error (error);
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, title);

  /* To the contents, and on. */
  ui_test_press (test, "F6");
  ui_test_press (test, "F6");
  premise_driver_wait (test->driver, is_focus_in_text, NULL, "the focus in the text", &error);
  g_assert_no_error (error);

  ui_test_press (test, "F9");
  assert_found (test, ATSPI_ROLE_SLIDER, "*");
  ui_test_press (test, "Escape");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_SLIDER, "*", &error);
  g_assert_no_error (error);
  ui_test_assert_text (test, ATSPI_ROLE_LABEL, title);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyboard/what-if", test_what_if);
  g_test_add_func ("/keyboard/spoken", test_spoken);
  g_test_add_func ("/keyboard/type", test_type);
  g_test_add_func ("/keyboard/comma", test_comma);
  g_test_add_func ("/keyboard/present", test_present);
  g_test_add_func ("/keyboard/over-dialogs", test_over_dialogs);
  g_test_add_func ("/keyboard/next-section", test_next_section);
  g_test_add_func ("/keyboard/narrow", test_narrow);

  return g_test_run ();
}
