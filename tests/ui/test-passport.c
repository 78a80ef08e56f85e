/* test-passport.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-formula-text.h"
#include "premise-ui-test.h"

#include <locale.h>

#define SECTION "market-space"
#define TOTAL "market_space.space_total"
#define SPACE "market_space.ai_space"
#define SHARE "market_space.ai_share"
#define MEMBER "game"
#define MAX_TABS 60

/* Bars that lie, the longest first, and much less than one is high. */
#define CHART "Livestreaming and games *"
#define BAR_STEP 6

/* “Label: value”, as a row of another number is called. */
static char *
dup_row (UiTest     *test,
         const char *id,
         const char *member)
{
  guint variable = ui_test_get_variable (test, id);
  g_autofree char *label = ui_test_dup_label (test, variable,
                                              ui_test_get_cell (test, variable, member));
  g_autofree char *value = ui_test_dup_value (test, id, member, NULL);

  return g_strdup_printf ("%s: %s", label, value);
}

static AtspiAccessible *
find_passport (UiTest     *test,
               const char *id,
               const char *member)
{
  guint variable = ui_test_get_variable (test, id);
  g_autofree char *label = ui_test_dup_label (test, variable,
                                              ui_test_get_cell (test, variable, member));
  AtspiAccessible *dialog;
  g_autoptr(GError) error = NULL;

  dialog = premise_driver_find (test->driver, NULL, ATSPI_ROLE_DIALOG, label, &error);
  g_assert_no_error (error);

  return dialog;
}

static void
assert_says (UiTest          *test,
             AtspiAccessible *root,
             const char      *text)
{
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  found = premise_driver_find_text (test->driver, root, ATSPI_ROLE_INVALID, text, &error);
  if (found == NULL)
    {
      g_autofree char *page = premise_driver_dup_page (test->driver, root);

      g_printerr ("The passport says:\n%s\n", page);
    }
  g_assert_no_error (error);
}

static void
assert_closed (UiTest *test)
{
  g_autoptr(GError) error = NULL;

  premise_driver_wait_gone (test->driver, ATSPI_ROLE_DIALOG, "*", &error);
  g_assert_no_error (error);
}

static void
open_total (UiTest *test)
{
  g_autofree char *label = NULL;
  g_autofree char *headline = ui_test_dup_headline (test, SECTION, 0, &label);
  g_autofree char *button = g_strdup_printf ("%s: %s*", label, headline);

  ui_test_click (test, NULL, ATSPI_ROLE_BUTTON, button);
}

/* From a headline number to what it is made of, and back. */
static void
test_walk (gconstpointer language)
{
  g_autoptr(UiTest) test = ui_test_open (language, SECTION, NULL);
  guint total = ui_test_get_variable (test, TOTAL);
  g_autofree char *value = ui_test_dup_value (test, TOTAL, NULL, NULL);
  g_autofree char *words = premise_formula_dup_words (test->report, total, language);
  g_autofree char *numbers = premise_formula_dup_numbers (test->report, test->evaluator, total, 0,
                                                          language);
  g_autofree char *space = dup_row (test, SPACE, MEMBER);
  g_autofree char *share = dup_row (test, SHARE, MEMBER);
  g_autoptr(AtspiAccessible) first = NULL;
  g_autoptr(AtspiAccessible) second = NULL;
  g_autoptr(AtspiAccessible) back = NULL;

  open_total (test);
  first = find_passport (test, TOTAL, NULL);
  assert_says (test, first, value);
  assert_says (test, first, words);
  assert_says (test, first, numbers);

  ui_test_click (test, first, ATSPI_ROLE_LIST_ITEM, space);
  second = find_passport (test, SPACE, MEMBER);
  assert_says (test, second, share);

  /* Back to the first one, and out. */
  ui_test_press (test, "Escape");
  back = find_passport (test, TOTAL, NULL);
  assert_says (test, back, space);
  ui_test_press (test, "Escape");
  assert_closed (test);
}

/* Tab until a text has the focus that is the title of the section. */
static AtspiAccessible *
tab_to_title (UiTest *test)
{
  g_autofree char *title = ui_test_dup_title (test, SECTION);

  for (guint i = 0; i < MAX_TABS; i++)
    {
      g_autoptr(AtspiAccessible) focus = premise_driver_get_focus (test->driver);
      g_autofree char *text = focus != NULL ? premise_driver_dup_text (focus) : NULL;

      if (focus != NULL && atspi_accessible_get_role (focus, NULL) == ATSPI_ROLE_LABEL &&
          g_strcmp0 (text, title) == 0)
        return g_steal_pointer (&focus);
      ui_test_press (test, "Tab");
    }

  g_assert_not_reached ();
}

/* A number in a sentence with keys alone; the focus is there again afterwards. */
static void
test_prose (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) sentence = NULL;
  g_autoptr(AtspiAccessible) first = NULL;
  g_autoptr(AtspiAccessible) again = NULL;

  ui_test_press (test, "F6");
  sentence = tab_to_title (test);
  ui_test_press (test, "Return");
  first = find_passport (test, TOTAL, NULL);
  assert_says (test, first, "Calculated from other numbers");

  ui_test_press (test, "Escape");
  assert_closed (test);
  ui_test_press (test, "Return");
  again = find_passport (test, TOTAL, NULL);
  ui_test_press (test, "Escape");
  assert_closed (test);
  g_assert_true (premise_driver_has_state (sentence, ATSPI_STATE_FOCUSED));
}

/* From an assumption at the end of the way to its slider. What is changed there is said. */
static void
test_change (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autofree char *base = ui_test_dup_value (test, TOTAL, NULL, NULL);
  g_autofree char *space = dup_row (test, SPACE, MEMBER);
  g_autofree char *share = dup_row (test, SHARE, MEMBER);
  g_autofree char *value = NULL;
  g_autofree char *was = NULL;
  g_autoptr(AtspiAccessible) first = NULL;
  g_autoptr(AtspiAccessible) second = NULL;
  g_autoptr(AtspiAccessible) assumption = NULL;
  g_autoptr(AtspiAccessible) slider = NULL;
  g_autoptr(AtspiAccessible) again = NULL;

  open_total (test);
  first = find_passport (test, TOTAL, NULL);
  ui_test_click (test, first, ATSPI_ROLE_LIST_ITEM, space);
  second = find_passport (test, SPACE, MEMBER);
  ui_test_click (test, second, ATSPI_ROLE_LIST_ITEM, share);
  assumption = find_passport (test, SHARE, MEMBER);
  assert_says (test, assumption, "Base 30%, from");
  ui_test_click (test, assumption, ATSPI_ROLE_BUTTON, "Show in Assumptions");
  assert_closed (test);

  slider = ui_test_show_slider (test, SHARE, MEMBER);
  ui_test_expect (test, SHARE, MEMBER, ui_test_drag_slider (test, slider, 0.8));
  open_total (test);
  again = find_passport (test, TOTAL, NULL);
  value = ui_test_dup_value (test, TOTAL, NULL, NULL);
  was = g_strdup_printf ("Was %s, is %s", base, value);
  assert_says (test, again, was);
}

/* The way is at the top: from the third number to the first one in one step. */
static void
test_trail (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autofree char *space = dup_row (test, SPACE, MEMBER);
  g_autofree char *share = dup_row (test, SHARE, MEMBER);
  g_autofree char *name = ui_test_dup_label (test, ui_test_get_variable (test, TOTAL), 0);
  g_autoptr(AtspiAccessible) first = NULL;
  g_autoptr(AtspiAccessible) second = NULL;
  g_autoptr(AtspiAccessible) third = NULL;
  g_autoptr(AtspiAccessible) again = NULL;

  open_total (test);
  first = find_passport (test, TOTAL, NULL);
  ui_test_click (test, first, ATSPI_ROLE_LIST_ITEM, space);
  second = find_passport (test, SPACE, MEMBER);
  ui_test_click (test, second, ATSPI_ROLE_LIST_ITEM, share);
  third = find_passport (test, SHARE, MEMBER);

  ui_test_click (test, third, ATSPI_ROLE_BUTTON, name);
  again = find_passport (test, TOTAL, NULL);
  assert_says (test, again, space);
  ui_test_press (test, "Escape");
  assert_closed (test);
}

/* What is undone while one looks at a number changes the number that one looks at. */
static void
test_undo (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autofree char *base = ui_test_dup_value (test, TOTAL, NULL, NULL);
  g_autofree char *changed = NULL;
  g_autofree char *was = NULL;
  g_autoptr(AtspiAccessible) slider = NULL;
  g_autoptr(AtspiAccessible) passport = NULL;
  g_autoptr(GError) error = NULL;

  slider = ui_test_show_slider (test, SHARE, MEMBER);
  ui_test_expect (test, SHARE, MEMBER, ui_test_drag_slider (test, slider, 0.8));
  changed = ui_test_dup_value (test, TOTAL, NULL, NULL);
  was = g_strdup_printf ("Was %s, is %s", base, changed);

  open_total (test);
  passport = find_passport (test, TOTAL, NULL);
  assert_says (test, passport, was);

  ui_test_press (test, "Control+z");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_LABEL, was, &error);
  g_assert_no_error (error);
  assert_says (test, passport, base);

  ui_test_press (test, "Control+Shift+z");
  assert_says (test, passport, was);
  assert_says (test, passport, changed);
}

static AtspiAccessible *
find_chart (UiTest *test)
{
  AtspiAccessible *chart;
  g_autoptr(GError) error = NULL;

  chart = premise_driver_find (test->driver, NULL, ATSPI_ROLE_IMAGE, CHART, &error);
  g_assert_no_error (error);
  premise_driver_scroll_to (test->driver, chart, &error);
  g_assert_no_error (error);

  return chart;
}

/* Down from the top edge of a chart of bars that lie, until a click meets one. */
static void
click_first_bar (UiTest          *test,
                 AtspiAccessible *chart)
{
  g_autoptr(AtspiAccessible) dialog = NULL;
  PremiseDriverArea area;
  g_autoptr(GError) error = NULL;

  premise_driver_get_area (test->driver, chart, &area, &error);
  g_assert_no_error (error);
  for (double y = 4; y < area.height / 2 && dialog == NULL; y += BAR_STEP)
    {
      premise_driver_move (test->driver, area.x + area.width * 0.35, area.y + y);
      premise_driver_press_button (test->driver, 1);
      g_usleep (300 * 1000);
      dialog = premise_driver_peek (test->driver, NULL, ATSPI_ROLE_DIALOG, "*");
    }
}

/* A bar of a chart with the mouse, and on from there to the next one with keys alone, which go on from that one
 * afterwards, although the mouse still rests on the first. */
static void
test_point (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, NULL);
  g_autoptr(AtspiAccessible) chart = find_chart (test);
  g_autoptr(AtspiAccessible) clicked = NULL;
  g_autoptr(AtspiAccessible) walked = NULL;
  g_autoptr(AtspiAccessible) again = NULL;

  click_first_bar (test, chart);
  clicked = find_passport (test, SPACE, "livestream");
  ui_test_press (test, "Escape");
  assert_closed (test);

  g_assert_true (premise_driver_has_state (chart, ATSPI_STATE_FOCUSED));
  ui_test_press (test, "Home");
  ui_test_press (test, "Down");
  ui_test_press (test, "Return");
  walked = find_passport (test, SPACE, "game");
  ui_test_press (test, "Escape");
  assert_closed (test);
  g_assert_true (premise_driver_has_state (chart, ATSPI_STATE_FOCUSED));

  ui_test_press (test, "Return");
  again = find_passport (test, SPACE, "game");
  ui_test_press (test, "Escape");
  assert_closed (test);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/ui/passport/walk/en", "en", test_walk);
  g_test_add_data_func ("/ui/passport/walk/zh", "zh", test_walk);
  g_test_add_func ("/ui/passport/prose", test_prose);
  g_test_add_func ("/ui/passport/change", test_change);
  g_test_add_func ("/ui/passport/trail", test_trail);
  g_test_add_func ("/ui/passport/undo", test_undo);
  g_test_add_func ("/ui/passport/point", test_point);

  return g_test_run ();
}
