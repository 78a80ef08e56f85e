/* test-blocks.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"
#include "premise-ui-test.h"

#include <locale.h>

#define SECTION "market-space"
#define FILE_NAME "chapters/content/market-space.json"

/* In the page of a section, before everything else. */
static const char blocks[] =
  "\"slide\": [\"test-steps\", \"test-sides\"],\n"
  "\"blocks\": [\n"
  "{ \"type\": \"steps\", \"id\": \"test-steps\","
  "  \"steps\": ["
  "    { \"title\": { \"zh\": \"试用\", \"en\": \"Try it out\" },"
  "      \"text\": { \"zh\": \"一个月。\", \"en\": \"For a month.\" },"
  "      \"period\": { \"zh\": \"春天\", \"en\": \"In spring\" } },"
  "    { \"title\": { \"zh\": \"推广\", \"en\": \"Roll it out\" },"
  "      \"text\": { \"zh\": \"{market_space.space_total}\", \"en\": \"{market_space.space_total}\" } } ] },"
  "{ \"type\": \"comparison\", \"id\": \"test-sides\", \"source\": \"deck\", \"page\": 51,"
  "  \"rows\": [{ \"zh\": \"速度\", \"en\": \"How fast it is\" }],"
  "  \"columns\": ["
  "    { \"title\": { \"zh\": \"人\", \"en\": \"A person\" },"
  "      \"points\": [{ \"zh\": \"几天\", \"en\": \"Takes days\" }] },"
  "    { \"title\": { \"zh\": \"机器\", \"en\": \"A machine\" },"
  "      \"points\": [{ \"zh\": \"几分钟\", \"en\": \"Takes minutes\" }] } ] },";

static AtspiAccessible *
find_text (UiTest          *test,
           AtspiAccessible *root,
           AtspiRole        role,
           const char      *text)
{
  g_autoptr(GError) error = NULL;
  AtspiAccessible *found = premise_driver_find_text (test->driver, root, role, text, &error);

  g_assert_no_error (error);

  return found;
}

static UiTest *
open_section (UiReport *report)
{
  ui_report_replace (report, FILE_NAME, "\"blocks\": [", blocks);

  return ui_test_open_folder (report->folder, "en", SECTION);
}

/* Steps are a list, and the numbers in them follow the sliders. */
static void
test_steps (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = open_section (report);
  g_autoptr(AtspiAccessible) title = find_text (test, NULL, ATSPI_ROLE_LABEL, "Try it out");
  g_autoptr(AtspiAccessible) texts = atspi_accessible_get_parent (title, NULL);
  g_autofree char *value = ui_test_dup_value (test, "market_space.space_total", NULL, NULL);
  g_autoptr(AtspiAccessible) period = find_text (test, NULL, ATSPI_ROLE_LABEL, "In spring");
  g_autoptr(AtspiAccessible) number = find_text (test, NULL, ATSPI_ROLE_LABEL, value);
  gboolean in_list = FALSE;

  for (guint i = 0; i < 5 && texts != NULL && !in_list; i++)
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (texts, NULL);

      in_list = atspi_accessible_get_role (texts, NULL) == ATSPI_ROLE_LIST_ITEM;
      g_object_unref (texts);
      texts = parent;
    }
  g_assert_true (in_list);
}

/* The slide has what the section names and its source, and nothing else of it. */
static void
test_slide (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = open_section (report);
  g_autoptr(AtspiAccessible) exhibit = NULL;
  g_autoptr(AtspiAccessible) step = NULL;
  g_autoptr(AtspiAccessible) point = NULL;
  g_autoptr(AtspiAccessible) source = NULL;
  g_autoptr(GError) error = NULL;

  exhibit = premise_driver_find (test->driver, NULL, ATSPI_ROLE_GROUPING, "Exhibit 1:*", &error);
  g_assert_no_error (error);

  ui_test_press (test, "F5");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_GROUPING, "Exhibit 1:*", &error);
  g_assert_no_error (error);
  step = find_text (test, NULL, ATSPI_ROLE_LABEL, "Roll it out");
  point = find_text (test, NULL, ATSPI_ROLE_LABEL, "Takes minutes");
  source = find_text (test, NULL, ATSPI_ROLE_LABEL, "Source: China Securities, January 2023, p.\u00a051");
}

static gboolean
count_source_cb (AtspiAccessible *accessible,
                 gpointer         user_data)
{
  g_autofree char *name = premise_driver_dup_name (accessible);
  guint *n = user_data;

  if (name != NULL && g_str_has_prefix (name, "Source: ") &&
      premise_driver_has_state (accessible, ATSPI_STATE_SHOWING))
    (*n)++;

  return FALSE;
}

static guint
count_sources (const char *slide)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) exhibit = NULL;
  g_autoptr(AtspiAccessible) source = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ui_report_replace (report, FILE_NAME, "\"blocks\": [", slide);
  test = ui_test_open_folder (report->folder, "en", SECTION);
  exhibit = premise_driver_find (test->driver, NULL, ATSPI_ROLE_GROUPING, "Exhibit 1:*", &error);
  g_assert_no_error (error);
  ui_test_press (test, "F5");
  premise_driver_wait_gone (test->driver, ATSPI_ROLE_GROUPING, "Exhibit 1:*", &error);
  g_assert_no_error (error);
  source = find_text (test, NULL, ATSPI_ROLE_LABEL, "Source: China Securities");
  premise_driver_walk (test->driver, NULL, count_source_cb, &n);

  return n;
}

/* Two exhibits from one page say so once. */
static void
test_slide_pair (void)
{
  g_assert_cmpuint (count_sources ("\"slide\": [\"funnel\", \"space-by-type\"], \"blocks\": ["), ==, 1);
  g_assert_cmpuint (count_sources ("\"slide\": [\"funnel\", \"cost-shares\"], \"blocks\": ["), ==, 2);
}

static void
get_metric_area (UiTest            *test,
                 guint              i,
                 PremiseDriverArea *area)
{
  g_autofree char *label = NULL;
  g_autofree char *value = ui_test_dup_headline (test, SECTION, i, &label);
  g_autofree char *name = g_strdup_printf ("%s: %s*", label, value);
  g_autoptr(AtspiAccessible) metric = NULL;
  g_autoptr(GError) error = NULL;

  metric = premise_driver_find (test->driver, NULL, ATSPI_ROLE_BUTTON, name, &error);
  g_assert_no_error (error);
  premise_driver_get_area (test->driver, metric, area, &error);
  g_assert_no_error (error);
}

/* A slide has no room for a second line of headline numbers. */
static void
test_slide_headline (void)
{
  g_autoptr(UiTest) test = ui_test_open ("en", SECTION, "--present", "--size", "1280x900", NULL);
  PremiseDriverArea first, second;

  get_metric_area (test, 0, &first);
  get_metric_area (test, 1, &second);
  g_assert_cmpfloat (first.y, ==, second.y);
  g_assert_cmpfloat (first.x + first.width, <=, second.x);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/blocks/steps", test_steps);
  g_test_add_func ("/ui/blocks/slide", test_slide);
  g_test_add_func ("/ui/blocks/slide-pair", test_slide_pair);
  g_test_add_func ("/ui/blocks/slide-headline", test_slide_headline);

  return g_test_run ();
}
