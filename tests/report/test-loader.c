/* test-loader.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"

#include <math.h>

typedef struct
{
  Package       *package;
  PremiseReport *report;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->package = package_new ();
  fixture->report = package_load (fixture->package);
  package_assert_clean (fixture->package);
  g_assert_nonnull (fixture->report);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->report);
  package_free (fixture->package);
}

static void
assert_text (PremiseText *text,
             const char  *language,
             const char  *expected)
{
  g_autofree char *found = NULL;

  g_assert_nonnull (text);
  found = premise_text_render_plain (text, language, NULL);
  g_assert_cmpstr (found, ==, expected);
}

static guint
find (PremiseReport *report,
      const char    *id)
{
  guint variable = premise_model_find (premise_report_get_model (report), id);

  g_assert_cmpuint (variable, !=, PREMISE_MODEL_NOT_FOUND);

  return variable;
}

static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  PremiseReport *report = fixture->report;
  const PremiseChapter *chapter;
  const PremiseSource *source;
  const PremiseSubmodel *submodel;

  g_assert_cmpstr (premise_report_get_id (report), ==, "shop");
  g_assert_cmpstr (premise_report_get_folder (report), ==, fixture->package->folder);
  assert_text (premise_report_get_title (report), "zh", "一家小店");
  assert_text (premise_report_get_disclaimer (report), "en", "The numbers are made up.");
  g_assert_cmpuint (premise_report_get_diagnostics (report)->len, ==, 0);

  g_assert_cmpuint (premise_report_get_n_chapters (report), ==, 1);
  chapter = premise_report_get_chapter (report, 0);
  g_assert_cmpstr (chapter->number, ==, "1");
  g_assert_cmpuint (chapter->first_section, ==, 0);
  g_assert_cmpuint (chapter->n_sections, ==, 2);
  g_assert_cmpuint (premise_report_find_section (report, "second"), ==, 1);
  g_assert_cmpuint (premise_report_find_section (report, "third"), ==, PREMISE_MODEL_NOT_FOUND);

  source = premise_report_find_source (report, "ledger");
  g_assert_cmpstr (source->kind, ==, "book");
  g_assert_cmpstr (source->date, ==, "2022-12");
  assert_text (source->name, "en", "Ledger");
  g_assert_null (premise_report_find_source (report, "nobody"));

  g_assert_cmpuint (premise_report_get_n_submodels (report), ==, 2);
  submodel = premise_report_get_submodel (report, 1);
  g_assert_cmpstr (submodel->id, ==, "tax");
  g_assert_cmpstr (submodel->refs[0], ==, "M2");
  assert_text (submodel->title, "en", "Tax");
}

static void
test_model (Fixture       *fixture,
            gconstpointer  data)
{
  PremiseModel *model = premise_report_get_model (fixture->report);
  guint price = find (fixture->report, "shop.price");
  guint sold = find (fixture->report, "shop.sold");
  guint returned = find (fixture->report, "shop.returned");
  double min;
  double max;
  double step;

  g_assert_cmpuint (premise_model_get_n_variables (model), ==, 11);
  g_assert_cmpuint (premise_model_get_n_indexes (model), ==, 2);

  g_assert_true (premise_model_get_base (model, price, 1) == 20);
  premise_model_get_range (model, price, 0, &min, &max, &step);
  g_assert_true (min == 0 && max == 50 && step == 1);
  premise_model_get_range (model, price, 1, &min, &max, &step);
  g_assert_true (min == 5 && max == 80 && step == 1);

  /* One in the form of an array, one in that of an object; the last index is the fastest. */
  g_assert_true (premise_model_get_base (model, sold, 1) == 4);
  g_assert_true (premise_model_get_base (model, sold, 2) == 5);
  g_assert_true (premise_model_get_base (model, returned, 1) == 1);
  g_assert_true (isnan (premise_model_get_base (model, returned, 2)));
  g_assert_true (premise_model_get_base (model, find (fixture->report, "tax.rate"), 0) == 0.25);
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  guint introduced = find (fixture->report, "tax.introduced");
  const PremiseVariableInfo *info = premise_report_get_info (fixture->report, introduced);

  g_assert_true (premise_model_get_base (premise_report_get_model (fixture->report), introduced, 0) == 20190500);
  g_assert_cmpstr (info->date, ==, "2020-01-31");
  g_assert_cmpint (info->qualifier, ==, PREMISE_QUALIFIER_APPROXIMATE);
  g_assert_cmpint (premise_report_get_info (fixture->report, find (fixture->report, "tax.due"))->qualifier,
                   ==, PREMISE_QUALIFIER_EXACT);
}

/* Members of one variable may come from two documents, and from two pages of one. */
static void
test_origins (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  const PremiseVariableInfo *info;

  package_replace (package, "model/shop.json", "\"page\": 7,\n      \"source\": \"ledger\"",
                   "\"page\": { \"tea\": 7, \"coffee\": 8 },"
                   "\"source\": { \"tea\": \"ledger\", \"coffee\": \"own\" }");
  package_replace (package, "model/shop.json", "\"ref\": [\"F-4\", \"F-5\"]",
                   "\"page\": { \"tea\": 3, \"coffee\": { \"y2\": 4 } }");
  report = package_load (package);
  package_assert_clean (package);

  info = premise_report_get_info (report, find (report, "shop.price"));
  g_assert_cmpstr (info->source, ==, "ledger");
  g_assert_cmpuint (info->page, ==, 7);
  g_assert_cmpstr (premise_variable_info_get_source (info, 0), ==, "ledger");
  g_assert_cmpuint (premise_variable_info_get_page (info, 0), ==, 7);
  g_assert_cmpstr (premise_variable_info_get_source (info, 1), ==, "own");
  g_assert_cmpuint (premise_variable_info_get_page (info, 1), ==, 8);

  info = premise_report_get_info (report, find (report, "shop.sold"));
  g_assert_cmpstr (premise_variable_info_get_source (info, 3), ==, "ledger");
  g_assert_cmpuint (premise_variable_info_get_page (info, 1), ==, 3);
  g_assert_cmpuint (premise_variable_info_get_page (info, 2), ==, 0);
  g_assert_cmpuint (premise_variable_info_get_page (info, 3), ==, 4);

  info = premise_report_get_info (report, find (report, "tax.rate"));
  g_assert_cmpstr (premise_variable_info_get_source (info, 0), ==, info->source);
}

/* Among words a source has its short name; the whole one is kept for where there is room. */
static void
test_short_name (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  const PremiseSection *section;
  const PremiseBlock *block = NULL;
  g_autoptr(GPtrArray) spans = NULL;
  const PremiseSpan *last;

  package_replace (package, "sources.json", "\"kind\": \"book\"",
                   "\"short\": { \"zh\": \"账\", \"en\": \"L.\" }, \"kind\": \"book\"");
  report = package_load (package);
  package_assert_clean (package);
  assert_text (premise_report_find_source (report, "ledger")->name, "en", "Ledger");

  section = premise_report_get_section (report, 0);
  for (guint i = 0; block == NULL && i < section->blocks->len; i++)
    {
      block = g_ptr_array_index (section->blocks, i);
      if (block->type != PREMISE_BLOCK_TEXT)
        block = NULL;
    }
  g_assert_nonnull (block);
  spans = premise_text_render (block->text, "en", NULL);
  last = g_ptr_array_index (spans, spans->len - 1);
  g_assert_cmpint (last->kind, ==, PREMISE_SPAN_CITATION);
  g_assert_cmpstr (last->text, ==, "L.");
}

/* Letters of any script, for people who think in another one. */
static void
test_chinese_ids (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(PremiseReport) report = NULL;
  PremiseModel *model;

  package_replace (package, "model/tax.json", "\"id\": \"rate\"", "\"id\": \"税率\"");
  package_replace (package, "model/tax.json", "\"id\": \"due\"", "\"id\": \"应纳_2\"");
  package_replace (package, "model/tax.json", "shop.total * rate", "shop.total * 税率");
  package_replace (package, "model/tax.json", "tax.rate", "tax.税率");
  package_replace (package, "chapters/one/second.json", "税为{tax.due}", "税为{tax.应纳_2}");
  package_replace (package, "chapters/one/second.json", "is {tax.due}", "is {tax.应纳_2}");
  report = package_load (package);
  package_assert_clean (package);
  model = premise_report_get_model (report);
  g_assert_cmpfloat (premise_model_get_base (model, find (report, "tax.应纳_2"), 0), ==, 72.5);
}

static void
test_uncertainty (Fixture       *fixture,
                  gconstpointer  data)
{
  PremiseModel *model = premise_report_get_model (fixture->report);
  GArray *correlations = premise_report_get_correlations (fixture->report);
  guint rate = find (fixture->report, "tax.rate");
  guint price = find (fixture->report, "shop.price");
  const PremiseCellCorrelation *correlation;
  g_autoptr(PremiseDistribution) distribution = premise_model_dup_distribution (model, rate, 0, 0.25, NULL);

  /* Normal with a standard deviation of 5 %. */
  g_assert_true (premise_model_has_spread (model, rate));
  g_assert_false (premise_model_has_spread (model, price));
  g_assert_cmpfloat_with_epsilon (premise_distribution_quantile (distribution, 0.8413447460685429), 0.3, 1e-6);

  g_assert_cmpuint (correlations->len, ==, 2);
  correlation = &g_array_index (correlations, PremiseCellCorrelation, 1);
  g_assert_cmpuint (correlation->a.variable, ==, rate);
  g_assert_cmpuint (correlation->b.variable, ==, price);
  g_assert_cmpuint (correlation->b.cell, ==, 0);
  g_assert_cmpfloat (correlation->rank, ==, -0.25);
}

static void
test_info (Fixture       *fixture,
           gconstpointer  data)
{
  PremiseReport *report = fixture->report;
  guint price = find (report, "shop.price");
  const PremiseVariableInfo *info = premise_report_get_info (report, price);
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;

  assert_text (info->label, "zh", "价格");
  assert_text (info->rationale, "en", "From the price list.");
  assert_text (info->note, "en", "Before tax");
  g_assert_false (info->range_ours);
  g_assert_cmpstr (info->origin, ==, "document");
  g_assert_cmpstr (info->source, ==, "ledger");
  g_assert_cmpuint (info->page, ==, 7);
  g_assert_cmpstrv (info->refs, ((const char *[]) { "F-1", "F-2", "F-3", NULL }));
  g_assert_cmpstrv (info->cell_refs[0], ((const char *[]) { "F-1", NULL }));
  g_assert_cmpstrv (info->cell_refs[1], ((const char *[]) { "F-2", "F-3", NULL }));
  g_assert_cmpint (info->format.decimals, ==, 1);
  g_assert_cmpstr (info->file, ==, "model/shop.json");
  g_assert_cmpuint (info->line, ==, 24);
  g_assert_cmpuint (info->submodel, ==, 0);
  g_assert_null (info->printed);

  info = premise_report_get_info (report, find (report, "shop.sold"));
  g_assert_cmpstrv (info->refs, ((const char *[]) { "F-4", "F-5", NULL }));
  g_assert_null (info->cell_refs);

  info = premise_report_get_info (report, find (report, "shop.revenue"));
  g_assert_true (info->printed[1] == 41);
  g_assert_true (info->tolerance[1] == 0.5);
  g_assert_true (isnan (info->printed[2]));
  g_assert_true (info->printed[3] == 150);

  g_assert_true (premise_report_get_info (report, find (report, "tax.rate"))->range_ours);
  assert_text (premise_report_get_index_label (report, 1), "en", "Year");
  assert_text (premise_report_get_member_label (report, 0, 1), "zh", "咖啡");

  label = premise_report_dup_cell_label (report, find (report, "shop.revenue"), 3, "en");
  g_assert_cmpstr (label, ==, "Revenue · Coffee · Second year");
  value = premise_report_format_cell (report, find (report, "tax.rate"), 0.25, NULL, "en");
  g_assert_cmpstr (value, ==, "25%");
}

static const PremiseBlock *
get_block (PremiseReport    *report,
           guint             section,
           guint             block,
           PremiseBlockType  type)
{
  const PremiseBlock *found =
    g_ptr_array_index (premise_report_get_section (report, section)->blocks, block);

  g_assert_cmpint (found->type, ==, type);

  return found;
}

static void
test_section (Fixture       *fixture,
              gconstpointer  data)
{
  PremiseReport *report = fixture->report;
  const PremiseSection *section = premise_report_get_section (report, 0);
  const PremiseMetric *metric;
  const PremiseBlock *block;

  g_assert_cmpstr (section->number, ==, "1.1");
  g_assert_cmpuint (section->chapter, ==, 0);
  g_assert_cmpuint (section->pages->len, ==, 2);
  g_assert_cmpuint (g_array_index (section->pages, guint, 1), ==, 8);
  g_assert_cmpstr (section->refs[0], ==, "M1");
  assert_text (section->key_message, "en", "Coffee sells better than tea.");
  assert_text (section->notes, "zh", "慢慢讲。");
  g_assert_cmpuint (section->blocks->len, ==, 14);
  g_assert_cmpuint (section->slide->len, ==, 2);
  g_assert_cmpuint (g_array_index (section->slide, guint, 0), ==, 6);
  g_assert_cmpuint (g_array_index (section->slide, guint, 1), ==, 8);
  g_assert_cmpuint (premise_report_get_section (report, 1)->slide->len, ==, 0);

  g_assert_cmpuint (section->headline->len, ==, 2);
  metric = &g_array_index (section->headline, PremiseMetric, 1);
  g_assert_cmpuint (metric->variable, ==, find (report, "shop.price"));
  g_assert_cmpuint (metric->cell, ==, 0);
  g_assert_cmpint (metric->format.decimals, ==, 1);

  block = get_block (report, 0, 0, PREMISE_BLOCK_TEXT);
  g_assert_cmpstr (block->source, ==, "ledger");
  g_assert_cmpuint (block->page, ==, 7);
  g_assert_cmpstr (block->refs[0], ==, "F-1");

  block = get_block (report, 0, 1, PREMISE_BLOCK_LIST);
  g_assert_true (block->list->ordered);
  g_assert_cmpuint (block->list->items->len, ==, 2);

  assert_text (get_block (report, 0, 2, PREMISE_BLOCK_QUOTE)->by, "en", "A guest");
  block = get_block (report, 0, 3, PREMISE_BLOCK_CALLOUT);
  g_assert_cmpint (block->callout, ==, PREMISE_CALLOUT_CORRECTION);
  g_assert_cmpuint (get_block (report, 0, 4, PREMISE_BLOCK_METRICS)->metrics->len, ==, 1);
  g_assert_cmpuint (get_block (report, 0, 5, PREMISE_BLOCK_ASSUMPTIONS)->variables->len, ==, 1);
}

static gboolean
has_variable (const PremiseBlock *block,
              guint               variable)
{
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  premise_block_add_variables (block, variables);
  for (guint i = 0; i < variables->len; i++)
    {
      if (g_array_index (variables, guint, i) == variable)
        return TRUE;
    }

  return FALSE;
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  const PremiseBlock *block = get_block (fixture->report, 0, 8, PREMISE_BLOCK_STEPS);
  const PremiseStep *step;

  g_assert_cmpuint (block->steps->len, ==, 2);
  g_assert_cmpuint (block->exhibit, ==, 0);
  assert_text (block->title, "en", "How to open a shop");
  step = &g_array_index (block->steps, PremiseStep, 0);
  assert_text (step->title, "zh", "进货");
  assert_text (step->period, "en", "First year");
  g_assert_null (g_array_index (block->steps, PremiseStep, 1).period);

  /* The live numbers in it are what it depends on. */
  g_assert_true (has_variable (block, find (fixture->report, "shop.price")));
  g_assert_false (has_variable (block, find (fixture->report, "tax.rate")));
}

static void
test_comparison (Fixture       *fixture,
                 gconstpointer  data)
{
  const PremiseBlock *block = get_block (fixture->report, 0, 9, PREMISE_BLOCK_COMPARISON);
  const PremiseComparisonColumn *column;

  g_assert_cmpuint (block->comparison->aspects->len, ==, 2);
  g_assert_cmpuint (block->comparison->columns->len, ==, 2);
  assert_text (g_ptr_array_index (block->comparison->aspects, 1), "en", "When it is drunk");
  column = &g_array_index (block->comparison->columns, PremiseComparisonColumn, 0);
  g_assert_cmpuint (column->points->len, ==, 2);
  g_assert_null (g_ptr_array_index (column->points, 1));
  g_assert_true (has_variable (block, find (fixture->report, "shop.price")));

  block = get_block (fixture->report, 0, 10, PREMISE_BLOCK_COMPARISON);
  g_assert_cmpuint (block->comparison->aspects->len, ==, 0);
  column = &g_array_index (block->comparison->columns, PremiseComparisonColumn, 1);
  assert_text (column->text, "en", "Drunk on the way.");
  g_assert_cmpuint (column->points->len, ==, 0);
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  const PremiseBlock *block = get_block (fixture->report, 0, 6, PREMISE_BLOCK_TABLE);
  const PremiseTableColumn *column;

  g_assert_true (block->table->bound);
  g_assert_cmpuint (block->exhibit, ==, 1);
  g_assert_cmpuint (block->table->index, ==, 0);
  assert_text (block->table->title, "en", "Prices");
  assert_text (block->table->member_header, "en", "Product");
  assert_text (block->table->total_label, "en", "Total");
  assert_text (block->table->note, "en", "Before tax");
  column = &g_array_index (block->table->columns, PremiseTableColumn, 0);
  g_assert_cmpuint (column->variable, ==, find (fixture->report, "shop.price"));
  g_assert_cmpuint (column->total, ==, PREMISE_MODEL_NOT_FOUND);
  g_assert_cmpint (column->format.decimals, ==, 0);

  /* Without a title it is no exhibit. */
  block = get_block (fixture->report, 0, 7, PREMISE_BLOCK_TABLE);
  g_assert_false (block->table->bound);
  g_assert_cmpuint (block->exhibit, ==, 0);
  g_assert_cmpuint (block->table->headers->len, ==, 2);
  g_assert_cmpuint (block->table->rows->len, ==, 1);
  g_assert_false (block->table->numeric[0]);
  g_assert_true (block->table->numeric[1]);
}

/* A column for each year, then the totals of the rows. */
static void
test_table_across (Fixture       *fixture,
                   gconstpointer  data)
{
  PremiseModel *model = premise_report_get_model (fixture->report);
  const PremiseBlock *block = get_block (fixture->report, 0, 11, PREMISE_BLOCK_TABLE);
  const PremiseTable *table = block->table;
  guint revenue = find (fixture->report, "shop.revenue");
  const PremiseTableColumn *column;

  g_assert_cmpuint (table->columns->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      column = premise_table_get_column (table, i);
      g_assert_cmpuint (column->variable, ==, revenue);
      g_assert_cmpint (column->format.decimals, ==, 2);
      g_assert_cmpuint (column->total, ==, find (fixture->report, "shop.by_year"));
      g_assert_cmpuint (column->total_cell, ==, i);
      g_assert_false (column->row_total);
      for (guint row = 0; row < 2; row++)
        g_assert_cmpuint (premise_table_get_cell (table, model, row, i), ==,
                          premise_model_get_cell (model, revenue, (guint[]) { row, i }));
    }
  assert_text (premise_table_get_column (table, 1)->header, "en", "Second year");
  assert_text (premise_table_get_column (table, 1)->header, "zh", "第二年");

  column = premise_table_get_column (table, 2);
  assert_text (column->header, "en", "Both years");
  g_assert_true (column->row_total);
  g_assert_cmpuint (premise_table_get_cell (table, model, 1, 2), ==, 1);
  g_assert_cmpuint (column->total, ==, find (fixture->report, "shop.total"));
  g_assert_true (has_variable (block, find (fixture->report, "shop.by_year")));
}

static void
assert_covers (Fixture    *fixture,
               guint       position,
               guint       highlight,
               const char *expected)
{
  PremiseModel *model = premise_report_get_model (fixture->report);
  const PremiseTable *table = get_block (fixture->report, 0, position, PREMISE_BLOCK_TABLE)->table;
  guint n_columns = table->bound ? table->columns->len : table->headers->len;
  g_autoptr(GString) found = g_string_new (NULL);
  guint rule_cell;

  /* Two rows and the total row; before each the name of the row. */
  for (guint row = 0; row < 3; row++)
    {
      for (guint column = 0; column <= n_columns; column++)
        {
          gboolean covers =
            premise_table_highlight_covers (table, model,
                                            &g_array_index (table->highlights, PremiseTableHighlight,
                                                            highlight),
                                            row < 2 ? row : PREMISE_MODEL_NOT_FOUND,
                                            column > 0 ? column - 1 : PREMISE_MODEL_NOT_FOUND,
                                            &rule_cell);

          g_string_append_c (found, !covers ? '.' : rule_cell == PREMISE_MODEL_NOT_FOUND ? '#'
                                                                : (char) ('0' + rule_cell));
        }
      g_string_append_c (found, ' ');
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_table_highlight (Fixture       *fixture,
                      gconstpointer  data)
{
  const PremiseBlock *block = get_block (fixture->report, 0, 11, PREMISE_BLOCK_TABLE);
  const PremiseTableHighlight *first =
    &g_array_index (block->table->highlights, PremiseTableHighlight, 0);

  g_assert_cmpuint (block->table->highlights->len, ==, 3);
  assert_text (first->label, "en", "The most");
  assert_covers (fixture, 11, 0, "..#. .... .... ");
  assert_covers (fixture, 11, 1, "...# ...# ...# ");
  assert_covers (fixture, 11, 2, ".01. .23. .... ");
  g_assert_true (has_variable (block, find (fixture->report, "shop.sells_well")));

  assert_covers (fixture, 12, 0, "... .#. ... ");
  assert_covers (fixture, 12, 1, "000 000 000 ");
}

static void
test_nested_list (Fixture       *fixture,
                  gconstpointer  data)
{
  const PremiseBlock *block = get_block (fixture->report, 0, 13, PREMISE_BLOCK_LIST);
  const PremiseListItem *item = &g_array_index (block->list->items, PremiseListItem, 0);

  g_assert_false (block->list->ordered);
  g_assert_cmpuint (block->list->items->len, ==, 2);
  g_assert_null (g_array_index (block->list->items, PremiseListItem, 1).list);
  assert_text (item->text, "en", "Hot");
  g_assert_true (item->list->ordered);
  g_assert_cmpuint (item->list->items->len, ==, 2);
  assert_text (g_array_index (item->list->items, PremiseListItem, 1).text, "en", "Black tea");

  item = &g_array_index (item->list->items, PremiseListItem, 0);
  g_assert_false (item->list->ordered);
  g_assert_true (has_variable (block, find (fixture->report, "shop.price")));
}

static void
test_figure (Fixture       *fixture,
             gconstpointer  data)
{
  PremiseReport *report = fixture->report;
  const PremiseBlock *block = get_block (report, 1, 0, PREMISE_BLOCK_FIGURE);
  const PremiseFigure *figure = block->figure;
  const PremiseFigureSeries *series;
  const PremiseFigureItem *item;

  g_assert_cmpuint (block->exhibit, ==, 2);
  g_assert_cmpstr (figure->id, ==, "revenue");
  g_assert_cmpstr (figure->mark, ==, "bar");
  g_assert_cmpstr (figure->stack, ==, "stacked");
  g_assert_true (figure->horizontal);
  g_assert_cmpuint (figure->index, ==, 1);
  g_assert_cmpuint (figure->series->len, ==, 2);
  g_assert_true (figure->tick_format.bare);
  series = &g_array_index (figure->series, PremiseFigureSeries, 1);
  g_assert_cmpuint (series->members[0], ==, 1);
  g_assert_cmpuint (series->members[1], ==, PREMISE_MODEL_NOT_FOUND);

  figure = get_block (report, 1, 1, PREMISE_BLOCK_FIGURE)->figure;
  g_assert_cmpuint (figure->row_index, ==, 0);
  g_assert_cmpstr (figure->scale, ==, "linear");

  figure = get_block (report, 1, 2, PREMISE_BLOCK_FIGURE)->figure;
  g_assert_cmpuint (figure->index, ==, PREMISE_MODEL_NOT_FOUND);
  g_assert_cmpuint (figure->items->len, ==, 3);
  item = &g_array_index (figure->items, PremiseFigureItem, 2);
  g_assert_true (item->total);
  g_assert_cmpuint (item->variables[0], ==, find (report, "shop.total"));

  figure = get_block (report, 1, 3, PREMISE_BLOCK_FIGURE)->figure;
  item = &g_array_index (figure->items, PremiseFigureItem, 0);
  g_assert_cmpuint (item->cells[0], ==, 0);
  g_assert_cmpuint (item->cells[1], ==, 1);

  block = get_block (report, 1, 4, PREMISE_BLOCK_FIGURE);
  g_assert_cmpuint (block->figure->total, ==, find (report, "shop.total"));
  g_assert_cmpuint (block->exhibit, ==, 6);

  figure = get_block (report, 1, 22, PREMISE_BLOCK_FIGURE)->figure;
  g_assert_nonnull (figure->edges);
  g_assert_cmpuint (figure->edges->len, ==, 3);
  g_assert_cmpfloat (g_array_index (figure->edges, double, 2), ==, 250);
  g_assert_true (figure->cumulative);
  g_assert_cmpuint (g_array_index (figure->series, PremiseFigureSeries, 0).certainty[1], ==,
                    PREMISE_FIGURE_FORECAST);
}

static void
test_diagram (Fixture       *fixture,
              gconstpointer  data)
{
  PremiseReport *report = fixture->report;
  const PremiseBlock *block = get_block (report, 1, 12, PREMISE_BLOCK_DIAGRAM);
  const PremiseDiagramSpec *diagram = block->diagram;
  const PremiseDiagramSpecEdge *edge;

  g_assert_cmpuint (block->exhibit, ==, 13);
  g_assert_cmpint (diagram->kind, ==, PREMISE_DIAGRAM_SPEC_FLOW);
  g_assert_cmpuint (diagram->nodes->len, ==, 3);
  g_assert_cmpuint (diagram->edges->len, ==, 3);
  edge = &g_array_index (diagram->edges, PremiseDiagramSpecEdge, 2);
  g_assert_cmpuint (edge->from, ==, 2);
  g_assert_cmpuint (edge->to, ==, 0);

  diagram = get_block (report, 1, 13, PREMISE_BLOCK_DIAGRAM)->diagram;
  g_assert_cmpint (diagram->kind, ==, PREMISE_DIAGRAM_SPEC_TIMELINE);
  g_assert_cmpuint (diagram->groups->len, ==, 1);
  g_assert_cmpuint (g_array_index (diagram->nodes, PremiseDiagramSpecNode, 0).group, ==, 0);
  g_assert_cmpuint (g_array_index (diagram->nodes, PremiseDiagramSpecNode, 1).group, ==,
                    PREMISE_DIAGRAM_SPEC_NONE);
  assert_text (g_array_index (diagram->nodes, PremiseDiagramSpecNode, 1).when, "en", "Today");
  g_assert_cmpfloat (g_array_index (diagram->nodes, PremiseDiagramSpecNode, 0).time, ==, 2019);
  g_assert_true (isnan (g_array_index (diagram->nodes, PremiseDiagramSpecNode, 1).time));

  /* A part that stands before its whole. */
  diagram = get_block (report, 1, 15, PREMISE_BLOCK_DIAGRAM)->diagram;
  g_assert_cmpint (diagram->kind, ==, PREMISE_DIAGRAM_SPEC_TREE);
  g_assert_cmpuint (g_array_index (diagram->nodes, PremiseDiagramSpecNode, 0).parent, ==, 1);
  g_assert_cmpuint (g_array_index (diagram->nodes, PremiseDiagramSpecNode, 1).parent, ==,
                    PREMISE_DIAGRAM_SPEC_NONE);

  g_assert_cmpint (get_block (report, 1, 14, PREMISE_BLOCK_DIAGRAM)->diagram->kind, ==,
                   PREMISE_DIAGRAM_SPEC_LAYERS);
  g_assert_cmpint (get_block (report, 1, 16, PREMISE_BLOCK_DIAGRAM)->diagram->kind, ==,
                   PREMISE_DIAGRAM_SPEC_COLUMNS);
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  PremiseReport *report = fixture->report;
  const PremiseDiagramSpec *diagram = get_block (report, 1, 17, PREMISE_BLOCK_DIAGRAM)->diagram;
  const PremiseDiagramSpecNode *node;
  const PremiseDiagramSpecCurve *curve;
  const PremiseDiagramSpecEdge *side;

  g_assert_cmpint (diagram->kind, ==, PREMISE_DIAGRAM_SPEC_MATRIX);
  g_assert_cmpuint (diagram->rows->len, ==, 2);
  g_assert_cmpuint (diagram->groups->len, ==, 2);
  g_assert_cmpuint (diagram->stages->len, ==, 2);
  node = &g_array_index (diagram->nodes, PremiseDiagramSpecNode, 1);
  g_assert_cmpuint (node->row, ==, 0);
  g_assert_cmpuint (node->group, ==, 1);
  g_assert_cmpuint (node->stage, ==, 0);
  node = &g_array_index (diagram->nodes, PremiseDiagramSpecNode, 2);
  g_assert_cmpuint (node->stage, ==, PREMISE_DIAGRAM_SPEC_NONE);

  diagram = get_block (report, 1, 18, PREMISE_BLOCK_DIAGRAM)->diagram;
  g_assert_cmpint (diagram->kind, ==, PREMISE_DIAGRAM_SPEC_CYCLE);
  assert_text (diagram->inner, "en", "Once a week");

  diagram = get_block (report, 1, 19, PREMISE_BLOCK_DIAGRAM)->diagram;
  g_assert_cmpint (diagram->kind, ==, PREMISE_DIAGRAM_SPEC_CURVE);
  g_assert_cmpuint (diagram->curves->len, ==, 2);
  curve = &g_array_index (diagram->curves, PremiseDiagramSpecCurve, 0);
  assert_text (curve->label, "en", "With tastings");
  g_assert_cmpuint (curve->points->len, ==, 3);
  g_assert_cmpfloat (g_array_index (curve->points, PremiseDiagramSpecPoint, 1).y, ==, 0.5);
  node = &g_array_index (diagram->nodes, PremiseDiagramSpecNode, 1);
  g_assert_cmpuint (node->curve, ==, 1);
  g_assert_cmpfloat (node->at[0], ==, 0.8);
  assert_text (diagram->poles[PREMISE_DIAGRAM_SPEC_X_HIGH], "en", "Time");

  diagram = get_block (report, 1, 20, PREMISE_BLOCK_DIAGRAM)->diagram;
  g_assert_cmpint (diagram->kind, ==, PREMISE_DIAGRAM_SPEC_TRIANGLE);
  g_assert_cmpuint (diagram->edges->len, ==, 3);
  side = &g_array_index (diagram->edges, PremiseDiagramSpecEdge, 2);
  g_assert_cmpuint (side->from, ==, 2);
  g_assert_cmpuint (side->to, ==, 0);
  assert_text (side->label, "en", "Dear");

  diagram = get_block (report, 1, 21, PREMISE_BLOCK_DIAGRAM)->diagram;
  g_assert_cmpint (diagram->kind, ==, PREMISE_DIAGRAM_SPEC_QUADRANT);
  assert_text (diagram->poles[PREMISE_DIAGRAM_SPEC_Y_LOW], "en", "Seldom asked for");
  node = &g_array_index (diagram->nodes, PremiseDiagramSpecNode, 1);
  g_assert_cmpfloat (node->at[0], ==, -0.7);
  g_assert_cmpfloat (node->at[1], ==, 0.3);
}

static void
test_assumptions (Fixture       *fixture,
                  gconstpointer  data)
{
  PremiseReport *report = fixture->report;
  g_autoptr(GArray) first = premise_report_dup_section_assumptions (report, 0);
  g_autoptr(GArray) second = premise_report_dup_section_assumptions (report, 1);

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpuint (g_array_index (first, guint, 0), ==, find (report, "shop.price"));
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpuint (g_array_index (second, guint, 0), ==, find (report, "shop.price"));
  g_assert_cmpuint (g_array_index (second, guint, 1), ==, find (report, "tax.rate"));
}

static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *locales[4];
    const char *language;
  } cases[] = {
    { { "zh_CN.UTF-8", "zh_CN", "zh", NULL }, "zh" },
    { { "en_GB", "C", NULL }, "en" },
    { { "fr_FR", "zh_TW", "C", NULL }, "zh" },
    { { "fr", "C", NULL }, "en" },
    { { NULL }, "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (premise_report_choose_language (fixture->report, cases[i].locales), ==,
                     cases[i].language);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/loader/report", Fixture, NULL, set_up, test_report, tear_down);
  g_test_add ("/loader/model", Fixture, NULL, set_up, test_model, tear_down);
  g_test_add ("/loader/dates", Fixture, NULL, set_up, test_dates, tear_down);
  g_test_add_func ("/loader/origins", test_origins);
  g_test_add_func ("/loader/short-name", test_short_name);
  g_test_add_func ("/loader/chinese-ids", test_chinese_ids);
  g_test_add ("/loader/uncertainty", Fixture, NULL, set_up, test_uncertainty, tear_down);
  g_test_add ("/loader/info", Fixture, NULL, set_up, test_info, tear_down);
  g_test_add ("/loader/section", Fixture, NULL, set_up, test_section, tear_down);
  g_test_add ("/loader/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/loader/comparison", Fixture, NULL, set_up, test_comparison, tear_down);
  g_test_add ("/loader/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/loader/table/across", Fixture, NULL, set_up, test_table_across, tear_down);
  g_test_add ("/loader/table/highlight", Fixture, NULL, set_up, test_table_highlight, tear_down);
  g_test_add ("/loader/list/nested", Fixture, NULL, set_up, test_nested_list, tear_down);
  g_test_add ("/loader/diagram", Fixture, NULL, set_up, test_diagram, tear_down);
  g_test_add ("/loader/pictures", Fixture, NULL, set_up, test_pictures, tear_down);
  g_test_add ("/loader/figure", Fixture, NULL, set_up, test_figure, tear_down);
  g_test_add ("/loader/assumptions", Fixture, NULL, set_up, test_assumptions, tear_down);
  g_test_add ("/loader/language", Fixture, NULL, set_up, test_language, tear_down);

  return g_test_run ();
}
