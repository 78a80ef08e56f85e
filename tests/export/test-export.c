/* test-export.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pdf.h"
#include "premise-export.h"

#include <locale.h>
#include <string.h>

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
  g_autofree char *path = g_build_filename (g_getenv ("PREMISE_DATA_DIR"), "reports",
                                            "generative-ai", NULL);
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

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

static const PremiseBlock *
find_block (Fixture          *fixture,
            PremiseBlockType  type)
{
  for (guint s = 0; s < premise_report_get_n_sections (fixture->report); s++)
    {
      GPtrArray *blocks = premise_report_get_section (fixture->report, s)->blocks;

      for (guint i = 0; i < blocks->len; i++)
        {
          const PremiseBlock *block = g_ptr_array_index (blocks, i);

          if (block->type == type)
            return block;
        }
    }

  g_assert_not_reached ();
}

static const PremiseBlock *
find_block_named (Fixture    *fixture,
                  const char *id)
{
  for (guint s = 0; s < premise_report_get_n_sections (fixture->report); s++)
    {
      GPtrArray *blocks = premise_report_get_section (fixture->report, s)->blocks;

      for (guint i = 0; i < blocks->len; i++)
        {
          const PremiseBlock *block = g_ptr_array_index (blocks, i);

          if (g_strcmp0 (block->id, id) == 0)
            return block;
        }
    }

  g_assert_not_reached ();
}

static GBytes *
export_wide (Fixture            *fixture,
             const PremiseBlock *block,
             const char         *name,
             double              width)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = premise_export_figure (fixture->report, block, fixture->evaluator, "en", width, 2, name, &error);

  g_assert_no_error (error);

  return bytes;
}

static GBytes *
export_as (Fixture            *fixture,
           const PremiseBlock *block,
           const char         *name)
{
  return export_wide (fixture, block, name, 640);
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strstr_len (data, (gssize) length, text) != NULL;
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  const PremiseBlock *block = find_block (fixture, PREMISE_BLOCK_FIGURE);
  static const struct { const char *name, *magic; } formats[] = {
    { "a.png", "\x89PNG" }, { "a.svg", "<?xml" }, { "a.pdf", "%PDF-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GBytes) bytes = export_as (fixture, block, formats[i].name);
      g_autoptr(GBytes) again = export_as (fixture, block, formats[i].name);

      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (formats[i].magic), formats[i].magic,
                       strlen (formats[i].magic));
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       g_bytes_get_data (again, NULL), g_bytes_get_size (again));
    }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  if (g_str_equal (g_markup_parse_context_get_element (context), "text"))
    g_string_append_printf (user_data, "%.*s\n", (int) length, text);
}

/* Who opens the file can search and correct what is written in it. */
static void
test_svg_text (Fixture       *fixture,
               gconstpointer  data)
{
  static const GMarkupParser parser = { .text = text_cb };
  const PremiseBlock *block = find_block_named (fixture, "space-by-type");
  g_autoptr(GString) texts = g_string_new (NULL);
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, texts, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = export_as (fixture, block, "a.svg");
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), length);

  g_markup_parse_context_parse (context, svg, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  g_assert_nonnull (strstr (texts->str, "Exhibit"));
  g_assert_nonnull (strstr (texts->str, "\nGames\n"));
  g_assert_null (strstr (svg, "glyph"));
}

/* Emphasis is kept, and where a line ends too early on the screen, it does so in the file: the rest
 * squeezed into its width could not be read. */
static void
test_svg_words (Fixture       *fixture,
                gconstpointer  data)
{
  const PremiseBlock *donut = find_block_named (fixture, "list-shares");
  const PremiseBlock *diagram = find_block (fixture, PREMISE_BLOCK_DIAGRAM);
  g_autoptr(GBytes) cut = export_wide (fixture, donut, "a.svg", 180);
  g_autoptr(GBytes) whole = export_as (fixture, donut, "a.svg");
  g_autoptr(GBytes) words = export_as (fixture, diagram, "a.svg");

  g_assert_true (contains (whole, "applications"));
  g_assert_false (contains (cut, "applications"));
  g_assert_true (contains (cut, "…</text>"));
  g_assert_true (contains (words, "font-weight=\"700\""));
}

/* It looks the same where none of the fonts is, its text can be found, and no picture hides in it. */
static void
test_pdf_fonts (Fixture       *fixture,
                gconstpointer  data)
{
  const PremiseBlock *block = find_block_named (fixture, "space-by-type");
  g_autoptr(GBytes) pdf = export_as (fixture, block, "a.pdf");
  g_autoptr(GByteArray) all = pdf_unpack (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  guint n_fonts = pdf_count (all, "/Type /FontDescriptor");

  g_assert_cmpuint (n_fonts, >, 0);
  g_assert_cmpuint (pdf_count (all, "/FontFile"), ==, n_fonts);
  g_assert_cmpuint (pdf_count (all, "/ToUnicode"), >=, n_fonts);
  g_assert_cmpuint (pdf_count (all, "/Subtype /Image"), ==, 0);
}

/* A moved assumption must be seen in what is exported. */
static void
test_follows_scenario (Fixture       *fixture,
                       gconstpointer  data)
{
  PremiseModel *model = premise_report_get_model (fixture->report);
  const PremiseBlock *block = find_block_named (fixture, "nine-types");
  guint share = premise_model_find (model, "market_space.ai_share");
  g_autofree char *before = premise_export_table_csv (fixture->report, block, fixture->evaluator,
                                                      "en", NULL);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "\r\nGames,296500000000,0.25,74125000000,0.3,22237500000\r\n"));
  g_assert_true (premise_scenario_set_value (fixture->scenario, share, 0, 0.4, NULL));
  after = premise_export_table_csv (fixture->report, block, fixture->evaluator, "en", NULL);
  g_assert_nonnull (strstr (after, "\r\nGames,296500000000,0.25,74125000000,0.4,29650000000\r\n"));
}

static GPtrArray *
export_everything (Fixture *fixture)
{
  static const char *const names[] = { "a.svg", "a.pdf", "a.png" };
  const PremiseBlock *figure = find_block_named (fixture, "space-by-type");
  const PremiseBlock *table = find_block_named (fixture, "nine-types");
  char *csv = premise_export_table_csv (fixture->report, table, fixture->evaluator, "en", NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (all, export_as (fixture, figure, names[i]));
  g_ptr_array_add (all, g_bytes_new_take (csv, strlen (csv)));

  return all;
}

/* Where people write 0,25 the files still have 0.25: other programs read them. */
static void
test_decimal_comma (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GPtrArray) point = export_everything (fixture);
  g_autoptr(GPtrArray) comma = NULL;
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no German locale here");
      return;
    }
  comma = export_everything (fixture);
  setlocale (LC_ALL, locale);

  for (guint i = 0; i < point->len; i++)
    g_assert_true (g_bytes_equal (g_ptr_array_index (point, i), g_ptr_array_index (comma, i)));
}

static void
test_refuses (Fixture       *fixture,
              gconstpointer  data)
{
  const PremiseBlock *figure = find_block (fixture, PREMISE_BLOCK_FIGURE);
  const PremiseBlock *table = find_block (fixture, PREMISE_BLOCK_TABLE);
  g_autoptr(GError) error = NULL;

  g_assert_null (premise_export_figure (fixture->report, figure, fixture->evaluator, "en", 640, 1,
                                        "chart.doc", &error));
  g_assert_error (error, PREMISE_EXPORT_ERROR, PREMISE_EXPORT_ERROR_FORMAT);
  g_clear_error (&error);

  g_assert_null (premise_export_figure_png (fixture->report, table, fixture->evaluator, "en", 640, 1,
                                            &error));
  g_assert_error (error, PREMISE_EXPORT_ERROR, PREMISE_EXPORT_ERROR_NOT_A_FIGURE);
  g_clear_error (&error);

  g_assert_null (premise_export_table_csv (fixture->report, figure, fixture->evaluator, "en",
                                           &error));
  g_assert_error (error, PREMISE_EXPORT_ERROR, PREMISE_EXPORT_ERROR_NOT_A_TABLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/export/formats", Fixture, NULL, set_up, test_formats, tear_down);
  g_test_add ("/export/svg-text", Fixture, NULL, set_up, test_svg_text, tear_down);
  g_test_add ("/export/svg-words", Fixture, NULL, set_up, test_svg_words, tear_down);
  g_test_add ("/export/pdf-fonts", Fixture, NULL, set_up, test_pdf_fonts, tear_down);
  g_test_add ("/export/follows-scenario", Fixture, NULL, set_up, test_follows_scenario, tear_down);
  g_test_add ("/export/decimal-comma", Fixture, NULL, set_up, test_decimal_comma, tear_down);
  g_test_add ("/export/refuses", Fixture, NULL, set_up, test_refuses, tear_down);

  return g_test_run ();
}
