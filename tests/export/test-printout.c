/* test-printout.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package.h"
#include "premise-printout-private.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <string.h>

/* Between margins of 20 mm, in points. */
static const struct { const char *name; double width, height; } papers[] = {
  { "A4", 482, 728 }, { "A5", 306, 482 },
};

typedef struct
{
  PremiseReport    *report;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("PREMISE_DATA_DIR"), "reports", "generative-ai", NULL);
  g_autoptr(GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

  fixture->report = premise_report_load (path, diagnostics);
  g_assert_nonnull (fixture->report);
  fixture->scenario = premise_scenario_new (premise_report_get_model (fixture->report));
  fixture->evaluator = premise_evaluator_new (fixture->scenario);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->evaluator);
  g_clear_object (&fixture->scenario);
  g_clear_object (&fixture->report);
}

static PremisePrintout *
print (Fixture    *fixture,
       const char *section,
       double      height)
{
  guint position = premise_report_find_section (fixture->report, section);

  g_assert_cmpuint (position, !=, PREMISE_MODEL_NOT_FOUND);

  return premise_printout_new (fixture->report, position, fixture->evaluator, "en", papers[0].width, height);
}

static char *
dup_all_text (const PremisePrintout *printout)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint page = 0; page < premise_printout_get_n_pages (printout); page++)
    {
      g_autofree char *text = premise_printout_dup_text (printout, page);

      g_string_append (all, text);
    }

  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* What is drawn, anti-aliasing aside, is within the margins. */
static void
check_page (const PremisePrintout *printout,
            guint                  page,
            guint                  paper,
            const char            *section)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  premise_printout_draw_page (printout, page, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);

  if (x < -2 || y < -2 || x + width > papers[paper].width + 2 || y + height > papers[paper].height + 2)
    g_error ("%s, page %u on %s: %.1f %.1f to %.1f %.1f, of %.0f × %.0f", section, page + 1,
             papers[paper].name, x, y, x + width, y + height, papers[paper].width, papers[paper].height);
}

static void
test_fits (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint s = 0; s < premise_report_get_n_sections (fixture->report); s++)
    for (guint paper = 0; paper < G_N_ELEMENTS (papers); paper++)
      {
        g_autoptr(PremisePrintout) printout =
          premise_printout_new (fixture->report, s, fixture->evaluator, data, papers[paper].width,
                                papers[paper].height);

        for (guint page = 0; page < premise_printout_get_n_pages (printout); page++)
          check_page (printout, page, paper, premise_report_get_section (fixture->report, s)->id);
      }
}

/* Whoever gets the paper sees that these are not the numbers of the report. */
static void
test_says_what_changed (Fixture       *fixture,
                        gconstpointer  data)
{
  guint share = premise_model_find (premise_report_get_model (fixture->report), "market_space.ai_share");
  g_autoptr(PremisePrintout) before = print (fixture, "market-space", papers[0].height);
  g_autoptr(PremisePrintout) after = NULL;
  g_autofree char *plain = dup_all_text (before);
  g_autofree char *changed = NULL;

  g_assert_null (strstr (plain, "changed assumptions"));
  g_assert_null (strstr (plain, "(base "));

  g_assert_true (premise_scenario_set_value (fixture->scenario, share, 0, 0.4, NULL));
  after = print (fixture, "market-space", papers[0].height);
  changed = dup_all_text (after);
  g_assert_nonnull (strstr (changed, "calculated with changed assumptions:\n"));
  g_assert_nonnull (strstr (changed, "40% (base 30%)"));
}

/* A table that goes on on the next page says again what its columns are. */
static void
test_repeats_head (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(PremisePrintout) printout = print (fixture, "market-space", 200);
  guint n_pages = 0;

  for (guint page = 0; page < premise_printout_get_n_pages (printout); page++)
    {
      g_autofree char *text = premise_printout_dup_text (printout, page);
      gboolean has_head = strstr (text, "Content type\nMarket 2021, CNY bn\n") != NULL;

      n_pages += has_head;
      if (strstr (text, "\nGames\n") != NULL || strstr (text, "\nWeb literature\n") != NULL)
        g_assert_true (has_head);
    }

  g_assert_cmpuint (n_pages, >, 1);
}

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
print_as_pdf (Fixture *fixture)
{
  g_autoptr(PremisePrintout) printout = print (fixture, "market-space", papers[0].height);
  GByteArray *pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, papers[0].width, papers[0].height);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, "");
  for (guint page = 0; page < premise_printout_get_n_pages (printout); page++)
    {
      premise_printout_draw_page (printout, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pdf;
}

/* The language of the report decides how its numbers are written, not that of the system. */
static void
test_decimal_comma (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GByteArray) point = print_as_pdf (fixture);
  g_autoptr(GByteArray) comma = NULL;
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no German locale here");
      return;
    }
  comma = print_as_pdf (fixture);
  setlocale (LC_ALL, locale);

  g_assert_cmpmem (point->data, point->len, comma->data, comma->len);
}

/* A report from elsewhere writes what it likes: it is printed, not obeyed. */
static void
test_no_markup (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  g_autoptr(PremiseScenario) scenario = NULL;
  g_autoptr(PremiseEvaluator) evaluator = NULL;
  g_autoptr(PremisePrintout) printout = NULL;
  g_autofree char *text = NULL;

  package_replace (package, "chapters/one/first.json", "\"number\": \"1.1\"", "\"number\": \"R&D <b>1\"");
  report = package_load (package);
  g_assert_nonnull (report);
  scenario = premise_scenario_new (premise_report_get_model (report));
  evaluator = premise_evaluator_new (scenario);
  printout = premise_printout_new (report, 0, evaluator, "en", papers[0].width, papers[0].height);
  text = dup_all_text (printout);

  g_assert_true (g_str_has_prefix (text, "R&D <b>1\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/printout/fits/en", Fixture, "en", set_up, test_fits, tear_down);
  g_test_add ("/printout/fits/zh", Fixture, "zh", set_up, test_fits, tear_down);
  g_test_add ("/printout/says-what-changed", Fixture, NULL, set_up, test_says_what_changed, tear_down);
  g_test_add ("/printout/repeats-head", Fixture, NULL, set_up, test_repeats_head, tear_down);
  g_test_add ("/printout/decimal-comma", Fixture, NULL, set_up, test_decimal_comma, tear_down);
  g_test_add_func ("/printout/no-markup", test_no_markup);

  return g_test_run ();
}
