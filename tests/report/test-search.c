/* test-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "package.h"
#include "premise-search-private.h"

#include <string.h>

#define THIN "\u2009"
#define NNBSP "\u202f"
#define NBSP "\u00a0"

static char *
mark (const char *text,
      GArray     *ranges)
{
  g_autoptr(GString) string = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const PremiseSearchRange *range = &g_array_index (ranges, PremiseSearchRange, i);

      g_assert_cmpuint (range->start, >=, at);
      g_assert_cmpuint (range->end, >, range->start);
      g_assert_cmpuint (range->end, <=, strlen (text));
      g_string_append_len (string, text + at, range->start - at);
      g_string_append_c (string, '[');
      g_string_append_len (string, text + range->start, range->end - range->start);
      g_string_append_c (string, ']');
      at = range->end;
    }
  g_string_append (string, text + at);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

/* What the words of a query are in a text. */
static const struct
{
  const char *query;
  const char *text;
  const char *marked;
} marks[] = {
  /* words from their beginning, whatever the case */
  { "share", "AI-able Share of shares", "AI-able [Share] of [share]s" },
  { "hare", "AI-able Share", "AI-able Share" },
  { "able", "AI-able share", "AI-[able] share" },
  { "ai-able", "An AI\u2011able share", "An [AI\u2011able] share" },
  { "of cost", "The cost of content", "The [cost] [of] content" },
  { "cost cost", "The cost", "The [cost]" },
  { "gpt", "ChatGPT", "Chat[GPT]" },
  { "ai", "OpenAI, AI and said", "Open[AI], [AI] and said" },
  /* accents, ligatures, widths, letters that become two */
  { "cafe", "Café", "[Café]" },
  { "CAFÉ", "cafe", "[cafe]" },
  { "office", "The o\ufb03ce", "The [o\ufb03ce]" },
  { "strasse", "Straße 3", "[Straße] 3" },
  { "ai", "ＡＩ时代", "[ＡＩ]时代" },
  { "it's", "it’s so", "[it’s] so" },
  /* numbers as they are printed and as they are typed */
  { "1,023", "约1,023" NNBSP "亿元", "约[1,023]" NNBSP "亿元" },
  { "1023", "about 1,023 people", "about [1,023] people" },
  { "1,023亿元", "约" THIN "1,023" NNBSP "亿元。", "约" THIN "[1,023" NNBSP "亿元]。" },
  { "1023亿", "1,023 亿元", "[1,023 亿]元" },
  { "23", "1,023", "1,023" },
  { "2023", "in 2021,2023 and 2025", "in 2021,[2023] and 2025" },
  { "102.3", "CNY" NBSP "102.3" NBSP "bn", "CNY" NBSP "[102.3]" NBSP "bn" },
  { "3", "102.3", "102.3" },
  { "27%", "it is 27% now", "it is [27%] now" },
  { "-5", "by \u22125%", "by [\u22125]%" },
  { "1160x", "1,160×", "[1,160×]" },
  /* Chinese: anywhere, with or without spaces, across pieces when there is no better */
  { "成本", "内容制作成本", "内容制作[成本]" },
  { "AI内容", "生成式" THIN "AI" THIN "内容", "生成式" THIN "[AI" THIN "内容]" },
  { "内容成本", "内容的制作成本", "[内容]的制作[成本]" },
  { "OpenAI估值", "OpenAI的估值是多少", "[OpenAI]的[估值]是多少" },
  { "容内", "内容", "内容" },
  { "市场 成本", "成本与市场", "[成本]与[市场]" },
  { "市场　成本", "成本与市场", "[成本]与[市场]" },
  { "价格", "价格与价格", "[价格]与[价格]" },
  { "内容钱", "内容", "内容" },
  { "", "nothing", "nothing" },
  { "  ", "nothing", "nothing" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(GArray) ranges = premise_search_dup_marks (marks[i].query, marks[i].text);
      g_autofree char *marked = mark (marks[i].text, ranges);

      g_test_message ("“%s” in “%s”", marks[i].query, marks[i].text);
      g_assert_cmpstr (marked, ==, marks[i].marked);
    }
}

static void
test_snippet (void)
{
  g_autofree char *long_en = NULL;
  g_autofree char *long_zh = NULL;
  g_autoptr(GString) en = g_string_new (NULL);
  g_autoptr(GString) zh = g_string_new (NULL);
  g_autoptr(GArray) found_en = NULL;
  g_autoptr(GArray) found_zh = NULL;
  g_autofree char *cut_en = NULL;
  g_autofree char *cut_zh = NULL;
  g_autofree char *marked_en = NULL;
  g_autofree char *marked_zh = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_string_append (en, i == 10 ? "here the needle lies. " : "another stack of hay lies there. ");
      g_string_append (zh, i == 10 ? "这里有一根针。" : "这里只有一大堆干草，没有别的。");
    }

  found_en = premise_search_dup_marks ("needle", en->str);
  cut_en = premise_search_cut (en->str, found_en);
  marked_en = mark (cut_en, found_en);
  g_test_message ("%s", marked_en);
  g_assert_nonnull (strstr (marked_en, "here the [needle] lies."));
  g_assert_true (g_str_has_prefix (marked_en, "…"));
  g_assert_true (g_str_has_suffix (marked_en, "…"));
  g_assert_cmpint (g_utf8_strlen (cut_en, -1), <, 110);

  found_zh = premise_search_dup_marks ("一根针", zh->str);
  cut_zh = premise_search_cut (zh->str, found_zh);
  marked_zh = mark (cut_zh, found_zh);
  g_test_message ("%s", marked_zh);
  g_assert_true (g_utf8_validate (cut_zh, -1, NULL));
  g_assert_nonnull (strstr (marked_zh, "这里有[一根针]。"));
  g_assert_cmpint (g_utf8_strlen (cut_zh, -1), <, 60);
}

/* A character or two are not cut off. */
static void
test_snippet_edges (void)
{
  const char *text = "排在前面的并不是最拿手的那几类内容，而是成本最高、价格又最低的两类，其中一类是直播，另一类则是"
                     "游戏，它们占了一半。";
  g_autoptr(GArray) ranges = premise_search_dup_marks ("直播", text);
  g_autoptr(GArray) first = premise_search_dup_marks ("拿手", text);
  g_autofree char *cut = premise_search_cut (text, ranges);
  g_autofree char *cut_first = premise_search_cut (text, first);
  g_autofree char *marked = mark (cut_first, first);

  g_test_message ("%s", cut);
  g_assert_true (g_str_has_suffix (cut, "它们占了一半。"));
  g_assert_true (g_str_has_prefix (marked, "排在前面的并不是最[拿手]的"));
}

typedef struct
{
  PremiseReport    *report;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;
} Fixture;

static void
open_report (Fixture       *self,
             PremiseReport *report)
{
  g_assert_nonnull (report);
  self->report = report;
  self->scenario = premise_scenario_new (premise_report_get_model (report));
  self->evaluator = premise_evaluator_new (self->scenario);
}

static void
fixture_clear (Fixture *self)
{
  g_clear_object (&self->evaluator);
  g_clear_object (&self->scenario);
  g_clear_object (&self->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static const char *const field_names[] = {
  "number", "title", "chapter", "message", "heading", "variable", "text", "cell", "source",
};

/* "1.1 title Revenue of …; 1.2/0 heading …": what is found, in order. */
static char *
describe (Fixture    *self,
          const char *language,
          const char *query)
{
  g_autoptr(PremiseSearch) search = premise_search_new (self->report, language, self->evaluator);
  guint n_found = 0;
  g_autoptr(GPtrArray) hits = premise_search_query (search, query, 100, &n_found);
  g_autoptr(GString) string = g_string_new (NULL);

  g_assert_cmpuint (hits->len, ==, MIN (n_found, 100));
  for (guint i = 0; i < hits->len; i++)
    {
      const PremiseSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *marked = mark (hit->snippet, hit->ranges);

      g_string_append_printf (string, "%s%s", string->len > 0 ? "\n" : "",
                              premise_report_get_section (self->report, hit->section)->number);
      if (hit->block != PREMISE_MODEL_NOT_FOUND)
        g_string_append_printf (string, "/%u", hit->block);
      g_string_append_printf (string, " %s %s", field_names[hit->field], marked);
    }

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static const struct
{
  const char *language;
  const char *query;
  const char *found;
} queries[] = {
  /* the title before the key message, the assumption before the row of the table */
  { "en", "tax rate", "1.2 variable [Tax] [rate]" },
  { "en", "tax", "1.2 title [Tax]\n"
                 "1.2/2 heading From revenue to [tax]\n"
                 "1.2 variable [Tax] rate\n"
                 "1.1/0 text Before [tax]\n"
                 "1.1/6 text Before [tax]\n"
                 "1.1/0 text Tea sells at CNY" NBSP "10 and brings CNY" NBSP
                 "40 in the second year. See the [tax]." },
  { "zh", "税", "1.2 title [税]\n"
                "1.2/2 heading 从收入到[税]\n"
                "1.2 variable [税]率\n"
                "1.1/6 text [税]前\n"
                "1.1/0 text 不含[税]" },
  /* numbers of sections */
  { "en", "1.2", "1.2 number Tax" },
  /* words of the query in two cells of one row */
  { "zh", "咖啡 20元", "1.1/6 cell [咖啡] · [20" NNBSP "元]" },
  { "en", "coffee 20", "1.1/6 cell [Coffee] · CNY" NBSP "[20]\n"
                       "1.2/3 cell Price · CNY" NBSP "10.0 · CNY" NBSP "[20].0" },
  /* one word in the title of the table, one in its row */
  { "en", "prices coffee", "1.1/6 cell [Coffee] · CNY" NBSP "20" },
  /* or in the title of the section */
  { "en", "prices revenue", "1.1/6 heading [Prices]" },
  { "en", "prices zebra", NULL },
  /* figures: title, legend, categories with values */
  { "en", "revenue by year", "1.2/0 heading [Revenue] [by] [year]" },
  { "en", "both coffee", "1.2/5 cell Tea · [Coffee]" },
  { "en", "moves 160", "1.2/8 cell Revenue of a year · CNY" NBSP "[160]" },
  { "zh", "茶到咖啡", "1.2/3 heading [茶到咖啡]" },
  { "en", "guest", "1.1/2 text A [guest]" },
  { "zh", "更正", "1.1/3 heading [更正]" },
  { "en", "ledger prints", "1.1/3 text The [ledger] [prints] 150." },
  { "en", "price list", "1.1/0 text From the [price] [list]." },
  /* notes of the speaker are not shown */
  { "en", "slowly", NULL },
  { "en", "zebra", NULL },
  { "en", "   ", NULL },
};

static void
test_queries (void)
{
  g_autoptr(Package) package = package_new ();
  g_auto(Fixture) fixture = { 0 };

  open_report (&fixture, package_load (package));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *found = describe (&fixture, queries[i].language, queries[i].query);

      g_test_message ("%s “%s”:\n%s", queries[i].language, queries[i].query, found);
      g_assert_cmpstr (found, ==, queries[i].found != NULL ? queries[i].found : "");
    }
}

/* A whole word before the beginning of one; the sources last, once for each section. */
static void
test_rank (void)
{
  g_autoptr(Package) package = package_new ();
  g_auto(Fixture) fixture = { 0 };
  g_autofree char *sugar = NULL;
  g_autofree char *ledger = NULL;

  package_replace (package, "chapters/one/first.json", "\"Good tea.\"", "\"Sugarcane grows.\"");
  package_replace (package, "chapters/one/first.json", "\"The ledger prints 150.\"",
                   "\"The ledger prints sugar.\"");
  open_report (&fixture, package_load (package));

  sugar = describe (&fixture, "en", "sugar");
  g_assert_cmpstr (sugar, ==, "1.1/3 text The ledger prints [sugar].\n"
                              "1.1/2 text [Sugar]cane grows.");

  ledger = describe (&fixture, "en", "ledger");
  g_assert_cmpstr (ledger, ==, "1.1/3 text The [ledger] prints sugar.\n"
                               "1.1/0 source [Ledger]\n"
                               "1.2/3 source [Ledger]");
}

/* What holds all the words comes before what borrows one from the title above, though it be only text. */
static void
test_rank_words (void)
{
  g_autoptr(Package) package = package_new ();
  g_auto(Fixture) fixture = { 0 };
  g_autofree char *found = NULL;

  package_replace (package, "chapters/one/first.json", "\"A correction\"", "\"Old ledgers\"");
  package_replace (package, "chapters/one/first.json", "\"The ledger prints 150.\"",
                   "\"In two years old ledgers of revenue, and old revenue.\"");
  open_report (&fixture, package_load (package));

  found = describe (&fixture, "en", "revenue ledgers");
  g_assert_cmpstr (found, ==, "1.1/3 text In two years old [ledgers] of [revenue], and old [revenue].");
}

/* The title of a chapter leads to its first section. */
static void
test_chapter (void)
{
  g_autoptr(Package) package = package_new ();
  g_auto(Fixture) fixture = { 0 };
  g_autofree char *found = NULL;

  package_replace (package, "report.json", "\"en\": \"Revenue\"", "\"en\": \"What comes in\"");
  open_report (&fixture, package_load (package));
  found = describe (&fixture, "en", "comes");
  g_assert_cmpstr (found, ==, "1.1 chapter What [comes] in");
}

/* The numbers that are found are those on the screen. */
static void
test_changed_value (void)
{
  g_autoptr(Package) package = package_new ();
  g_auto(Fixture) fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint price;

  open_report (&fixture, package_load (package));
  price = premise_model_find (premise_report_get_model (fixture.report), "shop.price");
  before = describe (&fixture, "en", "coffee 31");
  g_assert_cmpstr (before, ==, "");

  g_assert_true (premise_scenario_set_value (fixture.scenario, price, 1, 31, NULL));
  after = describe (&fixture, "en", "coffee 31");
  g_assert_cmpstr (after, ==, "1.1/6 cell [Coffee] · CNY" NBSP "[31]\n"
                              "1.2/3 cell Price · CNY" NBSP "10.0 · CNY" NBSP "[31].0");
}

/* Of the report that ships, what a reader would type in either language. */
static const struct
{
  const char *language;
  const char *query;
  const char *section;
} shipped[] = {
  { "zh", "内容成本", "market-space" },
  { "zh", "1,023", "market-space" },
  { "zh", "1023亿元", "market-space" },
  { "en", "content cost", "market-space" },
  { "en", "livestreaming games", "market-space" },
  { "en", "Content Cost AI", "market-space" },
};

static void
test_shipped (void)
{
  g_auto(Fixture) fixture = { 0 };
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  g_autofree char *folder = g_build_filename (g_getenv ("PREMISE_DATA_DIR"), "reports",
                                              "generative-ai", NULL);

  open_report (&fixture, premise_report_load (folder, diagnostics));
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autoptr(PremiseSearch) search = premise_search_new (fixture.report, shipped[i].language,
                                                            fixture.evaluator);
      g_autoptr(GPtrArray) hits = premise_search_query (search, shipped[i].query, 10, NULL);
      const PremiseSearchHit *hit;

      g_test_message ("%s “%s”", shipped[i].language, shipped[i].query);
      g_assert_cmpuint (hits->len, >, 0);
      hit = g_ptr_array_index (hits, 0);
      g_assert_cmpstr (premise_report_get_section (fixture.report, hit->section)->id, ==,
                       shipped[i].section);
    }
}

#define N_SECTIONS 100
#define N_BLOCKS 30

/* A book of 100 sections is read in less than the reader notices, and searched in less than
 * a frame. The bounds are wide: the machine that runs the tests may be slow. */
static void
test_large (void)
{
  g_autoptr(Package) package = package_new ();
  g_autoptr(GString) names = g_string_new (NULL);
  g_auto(Fixture) fixture = { 0 };
  g_autoptr(PremiseSearch) search = NULL;
  double building;
  double asking;
  guint n_found = 0;

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      g_autofree char *file = g_strdup_printf ("chapters/one/s%u.json", i);
      g_autoptr(GString) text = g_string_new (NULL);

      g_string_append_printf (text, "{\"id\": \"s%u\", \"number\": \"2.%u\", \"title\": "
                              "{\"zh\": \"第%u节\", \"en\": \"Section %u\"}, \"key_message\": "
                              "{\"zh\": \"一\", \"en\": \"One\"}, \"blocks\": [", i, i, i, i);
      for (guint j = 0; j < N_BLOCKS; j++)
        g_string_append_printf (text, "%s{\"type\": \"text\", \"text\": {\"zh\": \"内容%u的制作成本"
                                "为{shop.total}，其中一部分由机器完成。\", \"en\": \"The cost of making "
                                "content %u is {shop.total}, part of which a machine can do.\"}}",
                                j > 0 ? ", " : "", j, j);
      g_string_append (text, "]}");
      package_write (package, file, text->str, -1);
      g_string_append_printf (names, ", \"s%u\"", i);
    }
  g_string_prepend (names, "\"second\"");
  package_replace (package, "report.json", "\"second\"", names->str);
  open_report (&fixture, package_load (package));
  package_assert_clean (package);

  g_test_timer_start ();
  search = premise_search_new (fixture.report, "zh", fixture.evaluator);
  building = g_test_timer_elapsed ();
  g_test_timer_start ();
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(GPtrArray) hits = premise_search_query (search, i % 2 ? "制作成本" : "成本 机器",
                                                        100, &n_found);

      g_assert_cmpuint (hits->len, ==, 100);
      g_assert_cmpuint (n_found, ==, N_SECTIONS * N_BLOCKS);
    }
  asking = g_test_timer_elapsed () / 20;

  g_test_message ("%u sections of %u blocks: index %.1f ms, query %.2f ms", N_SECTIONS, N_BLOCKS,
                  building * 1000, asking * 1000);
  g_assert_cmpfloat (building, <, 2);
  g_assert_cmpfloat (asking, <, 0.2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/search/marks", test_marks);
  g_test_add_func ("/report/search/snippet", test_snippet);
  g_test_add_func ("/report/search/snippet-edges", test_snippet_edges);
  g_test_add_func ("/report/search/queries", test_queries);
  g_test_add_func ("/report/search/rank", test_rank);
  g_test_add_func ("/report/search/rank-words", test_rank_words);
  g_test_add_func ("/report/search/chapter", test_chapter);
  g_test_add_func ("/report/search/changed-value", test_changed_value);
  g_test_add_func ("/report/search/shipped", test_shipped);

  g_test_add_func ("/report/search/large", test_large);

  return g_test_run ();
}
