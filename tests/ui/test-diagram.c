/* test-diagram.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"
#include "premise-ui-test.h"

#include <X11/Xlib.h>
#include <locale.h>

#define SECTION "market-space"
#define MAX_STOPS 40
#define MAX_TRIES 100
#define FILE_NAME "chapters/content/market-space.json"

/* In the page of a section, before everything else. */
static const char block[] =
  "\"blocks\": [\n"
  "{ \"type\": \"diagram\", \"id\": \"test-flow\", \"kind\": \"flow\","
  "  \"title\": { \"zh\": \"从请求到成品\", \"en\": \"From a request to a result\" },"
  "  \"nodes\": ["
  "    { \"id\": \"ask\", \"label\": { \"zh\": \"提出请求\", \"en\": \"Make a request\" },"
  "      \"detail\": { \"zh\": \"用几句话\", \"en\": \"In a few words\" } },"
  "    { \"id\": \"draft\", \"label\": { \"zh\": \"得到草稿\", \"en\": \"Get a draft\" } },"
  "    { \"id\": \"edit\", \"label\": { \"zh\": \"人工修改\", \"en\": \"Edit by hand\" } } ],"
  "  \"edges\": [[\"ask\", \"draft\"], [\"draft\", \"edit\"]] },";

/* With the keyboard alone. */
static void
press_to (UiTest          *test,
          AtspiAccessible *target)
{
  for (guint i = 0; i < MAX_STOPS && !premise_driver_has_state (target, ATSPI_STATE_FOCUSED); i++)
    ui_test_press (test, "Tab");

  g_assert_true (premise_driver_has_state (target, ATSPI_STATE_FOCUSED));
}

/* Whether another program would be offered a type when it pastes. */
static gboolean
clipboard_has (const char *type)
{
  Display *display = XOpenDisplay (NULL);
  Window window;
  Atom property, kind;
  int format;
  unsigned long n = 0, after;
  unsigned char *data = NULL;
  gboolean found = FALSE;
  XEvent event;

  g_assert_nonnull (display);
  window = XCreateSimpleWindow (display, DefaultRootWindow (display), 0, 0, 1, 1, 0, 0, 0);
  property = XInternAtom (display, "PREMISE_TEST", False);
  XConvertSelection (display, XInternAtom (display, "CLIPBOARD", False),
                     XInternAtom (display, "TARGETS", False), property, window, CurrentTime);
  do
    XNextEvent (display, &event);
  while (event.type != SelectionNotify);

  if (event.xselection.property != None)
    XGetWindowProperty (display, window, property, 0, 1024, False, AnyPropertyType, &kind, &format, &n, &after,
                        &data);

  for (unsigned long i = 0; i < n; i++)
    found = found || ((Atom *) (gpointer) data)[i] == XInternAtom (display, type, False);

  if (data != NULL)
    XFree (data);
  XCloseDisplay (display);

  return found;
}

/* A diagram is an exhibit as any figure: it can be heard, walked and read as a table. */
static void
test_diagram (gconstpointer data)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) exhibit = NULL;
  g_autoptr(AtspiAccessible) image = NULL;
  g_autoptr(AtspiAccessible) button = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *description = NULL;

  ui_report_replace (report, FILE_NAME, "\"blocks\": [", block);
  test = ui_test_open_folder (report->folder, "en", SECTION);

  exhibit = premise_driver_find (test->driver, NULL, ATSPI_ROLE_GROUPING,
                                 "Exhibit *: From a request to a result", &error);
  g_assert_no_error (error);
  image = premise_driver_find (test->driver, exhibit, ATSPI_ROLE_IMAGE,
                               "From a request to a result", &error);
  g_assert_no_error (error);
  description = atspi_accessible_get_description (image, NULL);
  g_assert_cmpstr (description, ==,
                   "Flow of 3 steps: Make a request, In a few words → Get a draft; "
                   "Get a draft → Edit by hand; Edit by hand.");

  button = premise_driver_find (test->driver, exhibit, ATSPI_ROLE_TOGGLE_BUTTON, "Show as Table",
                                &error);
  g_assert_no_error (error);

  /* Tab in the contents goes on to other sections, so begin in the header bar. */
  ui_test_click (test, NULL, ATSPI_ROLE_RADIO_BUTTON, "EN");
  press_to (test, image);
  ui_test_press (test, "Control+c");
  for (guint i = 0; i < MAX_TRIES && !clipboard_has ("image/png"); i++)
    g_usleep (100 * 1000);
  g_assert_true (clipboard_has ("image/png"));
  g_assert_true (clipboard_has ("image/svg+xml"));
  press_to (test, button);
  ui_test_press (test, "space");
  ui_test_assert_text (test, ATSPI_ROLE_TABLE_CELL, "In a few words → Get a draft");
}

/* In the table it is said in words how sure a number is, where the picture has a dash or a hatch. */
static const char unsure[] =
  "\"blocks\": [\n"
  "{ \"type\": \"figure\", \"id\": \"test-sure\", \"mark\": \"bar\", \"source\": \"own\","
  "  \"title\": { \"zh\": \"把握不同\", \"en\": \"How sure each is\" },"
  "  \"items\": ["
  "    { \"label\": { \"zh\": \"市场\", \"en\": \"Market\" }, \"value\": \"market_space.market_total\" },"
  "    { \"label\": { \"zh\": \"成本\", \"en\": \"Cost\" }, \"value\": \"market_space.cost_total\","
  "      \"certainty\": \"forecast\" },"
  "    { \"label\": { \"zh\": \"空间\", \"en\": \"Space\" }, \"value\": \"market_space.space_total\","
  "      \"certainty\": \"implied\" } ] },";

static void
test_certainty (void)
{
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(UiTest) test = NULL;
  g_autoptr(AtspiAccessible) exhibit = NULL;
  g_autoptr(AtspiAccessible) button = NULL;
  g_autoptr(AtspiAccessible) forecast = NULL;
  g_autoptr(AtspiAccessible) implied = NULL;
  g_autoptr(AtspiAccessible) given = NULL;
  g_autoptr(GError) error = NULL;

  ui_report_replace (report, FILE_NAME, "\"blocks\": [", unsure);
  test = ui_test_open_folder (report->folder, "en", SECTION);
  exhibit = premise_driver_find (test->driver, NULL, ATSPI_ROLE_GROUPING, "Exhibit *: How sure each is", &error);
  g_assert_no_error (error);
  button = premise_driver_find (test->driver, exhibit, ATSPI_ROLE_TOGGLE_BUTTON, "Show as Table", &error);
  g_assert_no_error (error);
  ui_test_click (test, NULL, ATSPI_ROLE_RADIO_BUTTON, "EN");
  press_to (test, button);
  ui_test_press (test, "space");

  forecast = premise_driver_find (test->driver, exhibit, ATSPI_ROLE_TABLE_CELL, "Cost: Forecast · *", &error);
  g_assert_no_error (error);
  implied = premise_driver_find (test->driver, exhibit, ATSPI_ROLE_TABLE_CELL, "Space: Implied by other figures · *",
                                 &error);
  g_assert_no_error (error);
  given = premise_driver_find (test->driver, exhibit, ATSPI_ROLE_TABLE_CELL, "Market: CNY*", &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/diagram/exhibit", NULL, test_diagram);
  g_test_add_func ("/diagram/certainty", test_certainty);

  return g_test_run ();
}
