/* test-broken-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-ui-report.h"
#include "premise-ui-test.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>

#define MODEL "model/market_space.json"

/**
 * Breakage:
 * @file: which file of the shipped report is broken
 * @good: a piece of it; %NULL takes the whole file away
 * @bad: what takes its place
 * @token: the part of @bad that the complaint must point at; %NULL when any column will do
 * @words: what the complaint must say
 */
typedef struct
{
  const char *name;
  const char *file;
  const char *good;
  const char *bad;
  const char *token;
  const char *words;
} Breakage;

static const Breakage breakages[] = {
  { "missing-file", MODEL, NULL, NULL, NULL, "market_space" },
  { "json-syntax", MODEL, "\"kind\": \"assumption\",", "\"kind\" \"assumption\",", NULL, "" },
  { "formula-syntax", MODEL, "\"market_size * cost_share\"", "\"market_size * * cost_share\"",
    NULL, "" },
  { "unknown-name", MODEL, "\"market_size * cost_share\"", "\"market_size * cost_shard\"",
    "cost_shard", "cost_shard" },
  { "cycle", MODEL, "\"market_size * cost_share\"", "\"market_size * cost_share + 0 * ai_space\"",
    NULL, "ai_space" },
  { "wrong-unit", MODEL, "\"market_size * cost_share\"", "\"market_size * cost_share + gbp_rate\"",
    NULL, "GBP" },
};

/* Where the text begins, as an editor counts. */
static void
get_place (const char *content,
           const char *position,
           guint      *line,
           guint      *column)
{
  const char *start = content;

  *line = 1;
  for (const char *p = content; p < position; p++)
    if (*p == '\n')
      {
        (*line)++;
        start = p + 1;
      }
  *column = (guint) g_utf8_strlen (start, position - start) + 1;
}

/* Returns: the place to be complained about, as the program writes it. */
static char *
break_report (const char     *folder,
              const Breakage *breakage)
{
  g_autofree char *path = g_build_filename (folder, breakage->file, NULL);
  g_autofree char *content = NULL;
  g_autoptr(GString) broken = NULL;
  g_autoptr(GError) error = NULL;
  char *good;
  guint line, column;

  if (breakage->good == NULL)
    {
      g_assert_no_errno (g_unlink (path));
      return g_strdup (breakage->file);
    }

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  good = strstr (content, breakage->good);
  g_assert_nonnull (good);

  broken = g_string_new_len (content, good - content);
  g_string_append (broken, breakage->bad);
  g_string_append (broken, good + strlen (breakage->good));
  g_file_set_contents (path, broken->str, (gssize) broken->len, &error);
  g_assert_no_error (error);

  if (breakage->token == NULL)
    {
      get_place (broken->str, broken->str + (good - content), &line, &column);
      return g_strdup_printf ("%s, line %u, column ", breakage->file, line);
    }

  get_place (broken->str, strstr (broken->str, breakage->token), &line, &column);

  return g_strdup_printf ("%s, line %u, column %u", breakage->file, line, column);
}

static PremiseDriver *
open_folder (const char *folder)
{
  const char *arguments[] = { "--language", "en", folder, NULL };
  g_autoptr(GError) error = NULL;
  PremiseDriver *driver = premise_driver_start (ui_test_get_app (), arguments, NULL, &error);

  g_assert_no_error (error);

  return driver;
}

/* A report that opens all the same has its problems behind a button. */
/* Returns: whether there is a report to be read at all. */
static gboolean
show_problems (PremiseDriver *driver)
{
  g_autoptr(AtspiAccessible) show = NULL;
  g_autoptr(AtspiAccessible) refused = NULL;
  g_autoptr(GError) error = NULL;

  refused = premise_driver_peek (driver, NULL, ATSPI_ROLE_INVALID, "This report cannot be opened");
  if (refused != NULL)
    return FALSE;

  show = premise_driver_find (driver, NULL, ATSPI_ROLE_BUTTON, "Show", &error);
  g_assert_no_error (error);
  premise_driver_click (driver, show, &error);
  g_assert_no_error (error);

  return TRUE;
}

static void
assert_says (PremiseDriver *driver,
             const char    *text)
{
  g_autoptr(AtspiAccessible) found = NULL;
  g_autoptr(GError) error = NULL;

  found = premise_driver_find_text (driver, NULL, ATSPI_ROLE_INVALID, text, &error);
  if (found == NULL)
    {
      g_autofree char *page = premise_driver_dup_page (driver, NULL);

      g_test_message ("The window says:\n%s", page);
    }
  g_assert_no_error (error);
}

static void
test_breakage (gconstpointer data)
{
  const Breakage *breakage = data;
  g_autoptr(UiReport) report = ui_report_new ();
  g_autoptr(PremiseDriver) driver = NULL;
  g_autofree char *place = NULL;
  gboolean opened;
  g_autoptr(GError) error = NULL;

  place = break_report (report->folder, breakage);

  driver = open_folder (report->folder);
  opened = show_problems (driver);
  assert_says (driver, place);
  assert_says (driver, breakage->words);

  /* It still answers. */
  premise_driver_press (driver, "Escape", &error);
  g_assert_no_error (error);
  if (opened)
    {
      premise_driver_press (driver, "F5", &error);
      g_assert_no_error (error);
      assert_says (driver, "1 of 3");
    }
  else
    {
      assert_says (driver, "Open Report…");
    }
  g_assert_true (premise_driver_is_running (driver));
}

static void
test_no_folder (void)
{
  g_autoptr(PremiseDriver) driver = open_folder ("/nonexistent/report");

  assert_says (driver, "This report cannot be opened");
  assert_says (driver, "/nonexistent/report");
  assert_says (driver, "No such file");
  g_assert_true (premise_driver_is_running (driver));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/broken-report/no-folder", test_no_folder);
  for (guint i = 0; i < G_N_ELEMENTS (breakages); i++)
    {
      g_autofree char *path = g_strconcat ("/broken-report/", breakages[i].name, NULL);

      g_test_add_data_func (path, &breakages[i], test_breakage);
    }

  return g_test_run ();
}
