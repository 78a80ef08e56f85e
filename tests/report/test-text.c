/* test-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-text-private.h"

#include <string.h>

#define THIN  "\u2009"
#define NNBSP "\u202f"
#define WJ    "\u2060"
#define NBSP  "\u00a0"

static const char *const languages[] = { "zh", "en", NULL };

typedef struct
{
  PremiseModel     *model;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;
} Fixture;

/* What the last text was found wrong with. */
typedef struct
{
  guint                  n;
  char                  *language;
  gsize                  offset;
  PremiseDiagnosticCode  code;
  char                  *message;
} Complaints;

static void
complaints_clear (Complaints *self)
{
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->message, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Complaints, complaints_clear)

static void
complain_cb (const char            *language,
             gsize                  offset,
             PremiseDiagnosticCode  code,
             const char            *message,
             gpointer               user_data)
{
  Complaints *self = user_data;

  g_assert_true (g_utf8_validate (message, -1, NULL));

  if (self->n++ > 0)
    return;

  self->language = g_strdup (language);
  self->offset = offset;
  self->code = code;
  self->message = g_strdup (message);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char *const members[] = { "game", "film" };
  static const char *const stages[] = { "now", "then" };
  static const char *const by_content[] = { "content", NULL };
  static const char *const by_both[] = { "content", "stage", NULL };
  static const double sizes[] = { 2965, 583 };
  static const double shares[] = { 30 };
  static const double zero[] = { 0 };
  static const double hundred[] = { 100 };
  static const double one[] = { 1 };
  static const double grid[] = { 1, 2, 3, 4 };
  g_autoptr(PremiseModelBuilder) builder = premise_model_builder_new ();
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

  premise_model_builder_add_index (builder, "content", members, 2);
  premise_model_builder_add_index (builder, "stage", stages, 2);
  premise_model_builder_add_datum (builder, "m.size", "亿元", by_content, sizes, 2);
  premise_model_builder_add_assumption (builder, "m.share", "%", NULL, shares, 1, zero, hundred,
                                        one, 1);
  premise_model_builder_add_datum (builder, "m.grid", "×", by_both, grid, 4);
  premise_model_builder_add_formula (builder, "m.space", "亿元", NULL, "sum(size) * share");
  premise_model_builder_add_formula (builder, "m.bad", "1", NULL, "1 / (share - 30%)");

  self->model = premise_model_builder_build (builder, diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  self->scenario = premise_scenario_new (self->model);
  self->evaluator = premise_evaluator_new (self->scenario);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->evaluator);
  g_clear_object (&self->scenario);
  g_assert_finalize_object (self->model);
}

static PremiseText *
parse (Fixture    *self,
       const char *zh,
       const char *en,
       Complaints *complaints)
{
  const char *texts[] = { zh, en, NULL };

  return premise_text_parse (self->model, languages, texts,
                             complaints != NULL ? complain_cb : NULL, complaints);
}

/* Writes spans such that a test can read them: kind, emphasis, text, and what they lead to. */
static char *
dump (GPtrArray *spans)
{
  static const char kinds[] = { 'T', 'V', 'C', 'L' };
  static const char *const emphases[] = { "", "/", "!", "/!" };
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const PremiseSpan *span = g_ptr_array_index (spans, i);

      g_string_append_printf (string, "%s%c%s(%s", i > 0 ? " " : "", kinds[span->kind],
                              emphases[span->emphasis], span->text);

      if (span->target != NULL)
        g_string_append_printf (string, "→%s", span->target);

      if (span->page != 0)
        g_string_append_printf (string, ":%u", span->page);

      if (span->changed)
        g_string_append_printf (string, "≠%s", span->base_text);

      g_string_append_c (string, ')');
    }

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static char *
render (Fixture    *self,
        const char *markup)
{
  g_auto(Complaints) complaints = { 0 };
  g_autoptr(PremiseText) text = parse (self, markup, NULL, &complaints);
  g_autoptr(GPtrArray) spans = premise_text_render (text, "zh", self->evaluator);

  g_assert_cmpstr (complaints.message, ==, NULL);

  return dump (spans);
}

static void
test_markup (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *markup;
    const char *spans;
  } cases[] = {
    { "", "" },
    { "words", "T(words)" },
    { "两行\n文字", "T(两行\n文字)" },
    { "{m.share}", "V(30%)" },
    { "{ m.share }", "V(30%)" },
    { "{m.share:.1}", "V(30.0%)" },
    { "{m.share: .1 , + }", "V(+30.0%)" },
    { "{m.size[game]}", "V(2,965" NNBSP "亿元)" },
    { "{m.size[ film ]:.1@yi bare}", "V(583.0)" },
    { "{m.grid[game, then]}", "V(2倍)" },
    { "{m.grid[film,now]}", "V(3倍)" },
    { "{m.bad}", "V(–)" },
    { "{m.space..m.size[game]}", "V(1,064" NNBSP "亿) T(–" WJ ") V(2,965" NNBSP "亿元)" },
    { "{ m.size[film] .. m.size[game] : .1 }", "V(583.0" NNBSP "亿) T(–" WJ ") V(2,965.0" NNBSP "亿元)" },
    { "[**{m.share..m.bad:.0}**](#s)", "V!(30%→s) L!(" THIN "至" THIN "→s) V!(–→s)" },
    { "2016–2021 a – b", "T(2016–" WJ "2021 a – b)" },
    { "from-to, human–computer", "T(from-to, human–computer)" },
    { "{m.share}–1850", "V(30%) T(–" WJ "1850)" },
    { "[1820–{m.share}](#s)", "L(1820–" WJ "→s) V(30%→s)" },
    { "*a* b", "T/(a) T( b)" },
    { "**a** b", "T!(a) T( b)" },
    { "**a *b* c**", "T!(a ) T/!(b) T!( c)" },
    { "***a***", "T/!(a)" },
    { "*{m.share}*", "V/(30%)" },
    { "a * b ** c", "T(a * b ** c)" },
    { "重点**在此**处", "T(重点) T!(在此) T(处)" },
    { "see [@deck]", "T(see ) C(deck→deck)" },
    { "see [@deck:51].", "T(see ) C(deck→deck:51) T(.)" },
    { "a [b c](#market-space) d", "T(a ) L(b c→market-space) T( d)" },
    { "[b *c* {m.share}](#s)", "L(b →s) L/(c→s) L( →s) V(30%→s)" },
    { "a [b] c", "T(a [b] c)" },
    { "a [b [c](#d)", "T(a [b ) L(c→d)" },
    { "a ] b", "T(a ] b)" },
    { "\\{m.share\\}", "T({m.share})" },
    { "\\*a\\* \\[b\\](#c) \\\\", "T(*a* [b](#c) \\)" },
    { "\\数", "T(数)" },
    { "[a\\]b](#c)", "L(a]b→c)" },
    { "<b>&amp;</b>", "T(<b>&amp;</b>)" },
    { "{m.share}<span>", "V(30%) T(<span>)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spans = render (self, cases[i].markup);

      g_assert_cmpstr (spans, ==, cases[i].spans);
    }
}

/* A number and a Han character are set apart; everything else stays as it was written. */
static void
test_spacing (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *markup;
    const char *spans;
  } cases[] = {
    { "占{m.share}的", "T(占" THIN ") V(30%) T(" THIN "的)" },
    { "占 {m.share} 的", "T(占 ) V(30%) T( 的)" },
    { "，{m.share}。", "T(，) V(30%) T(。)" },
    { "（{m.share}）", "T(（) V(30%) T(）)" },
    { "“{m.share}”", "T(“) V(30%) T(”)" },
    { "约{m.size[game]}的", "T(约" THIN ") V(2,965" NNBSP "亿元) T(的)" },
    { "共{m.grid[game,now]}多", "T(共" THIN ") V(1倍) T(多)" },
    { "**占**{m.share}", "T!(占" THIN ") V(30%)" },
    { "占*{m.share}*的", "T(占" THIN ") V/(30%) T(" THIN "的)" },
    { "{m.size[game]}{m.share}",
      "V(2,965" NNBSP "亿元) T(" THIN ") V(30%)" },
    { "[占](#s){m.share}", "L(占" THIN "→s) V(30%)" },
    { "about {m.share}of", "T(about ) V(30%) T(of)" },
    { "{m.share}[@deck]的", "V(30%) C(deck→deck) T(的)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spans = render (self, cases[i].markup);

      g_assert_cmpstr (spans, ==, cases[i].spans);
    }
}

static void
test_complaints (Fixture       *self,
                 gconstpointer  data)
{
  static const struct
  {
    const char            *markup;
    gsize                  offset;
    PremiseDiagnosticCode  code;
    const char            *part;      /* of the message */
    const char            *plain;     /* what a reader still sees */
  } cases[] = {
    { "a {m.share", 2, PREMISE_DIAGNOSTIC_TEXT, "never closed", "a {m.share" },
    { "数{m.share", 3, PREMISE_DIAGNOSTIC_TEXT, "never closed", "数{m.share" },
    { "{m.share {m.share}", 0, PREMISE_DIAGNOSTIC_TEXT, "never closed", "{m.share 30%" },
    { "{m.share\n}", 0, PREMISE_DIAGNOSTIC_TEXT, "never closed", "{m.share\n}" },
    { "a } b", 2, PREMISE_DIAGNOSTIC_TEXT, "without", "a } b" },
    { "{}", 1, PREMISE_DIAGNOSTIC_TEXT, "no variable", "{}" },
    { "{:.1}", 1, PREMISE_DIAGNOSTIC_TEXT, "no variable", "{:.1}" },
    { "占{ m.shaer }", 5, PREMISE_DIAGNOSTIC_REFERENCE, "did you mean “m.share”", "占{ m.shaer }" },
    { "{share}", 1, PREMISE_DIAGNOSTIC_REFERENCE, "no variable “share”", "{share}" },
    { "{xyzzy.plugh}", 1, PREMISE_DIAGNOSTIC_REFERENCE, "full id", "{xyzzy.plugh}" },
    { "{m.size}", 1, PREMISE_DIAGNOSTIC_REFERENCE, "content", "{m.size}" },
    { "{m.share[game]}", 9, PREMISE_DIAGNOSTIC_REFERENCE, "single value", "{m.share[game]}" },
    { "{m.grid[game]}", 8, PREMISE_DIAGNOSTIC_REFERENCE, "content, stage", "{m.grid[game]}" },
    { "{m.grid[game,now,now]}", 8, PREMISE_DIAGNOSTIC_REFERENCE, "content, stage",
      "{m.grid[game,now,now]}" },
    { "{m.size[gamee]}", 8, PREMISE_DIAGNOSTIC_REFERENCE, "did you mean “game”", "{m.size[gamee]}" },
    { "{m.grid[game, film]}", 14, PREMISE_DIAGNOSTIC_REFERENCE, "no member “film”",
      "{m.grid[game, film]}" },
    { "{m.size[game,]}", 8, PREMISE_DIAGNOSTIC_REFERENCE, "content", "{m.size[game,]}" },
    { "{m.size[]}", 8, PREMISE_DIAGNOSTIC_REFERENCE, "content", "{m.size[]}" },
    { "{m.size[game}", 7, PREMISE_DIAGNOSTIC_TEXT, "not closed", "{m.size[game}" },
    { "{m.share..}", 10, PREMISE_DIAGNOSTIC_TEXT, "no variable", "{m.share..}" },
    { "{..m.share}", 1, PREMISE_DIAGNOSTIC_TEXT, "no variable", "{..m.share}" },
    { "{m.share..m.shaer}", 10, PREMISE_DIAGNOSTIC_REFERENCE, "did you mean “m.share”", "{m.share..m.shaer}" },
    { "{m.share.. m.space}", 11, PREMISE_DIAGNOSTIC_UNIT, "“m.share” is in % and “m.space” in 亿元",
      "{m.share.. m.space}" },
    { "{m.share..m.share..m.share}", 10, PREMISE_DIAGNOSTIC_REFERENCE, "no variable", "{m.share..m.share..m.share}" },
    { "{m.size[game]x}", 7, PREMISE_DIAGNOSTIC_TEXT, "not closed", "{m.size[game]x}" },
    { "{m.share:.1 nonsense}", 12, PREMISE_DIAGNOSTIC_TEXT, "nonsense", "{m.share:.1 nonsense}" },
    { "a *b", 2, PREMISE_DIAGNOSTIC_TEXT, "never closed", "a *b" },
    { "a **b {m.share}", 2, PREMISE_DIAGNOSTIC_TEXT, "never closed", "a **b 30%" },
    { "*a **b*", 3, PREMISE_DIAGNOSTIC_TEXT, "never closed", "a **b" },
    { "[@]", 0, PREMISE_DIAGNOSTIC_TEXT, "not a citation", "[@]" },
    { "[@deck:]", 0, PREMISE_DIAGNOSTIC_TEXT, "not a citation", "[@deck:]" },
    { "[@deck:p51]", 0, PREMISE_DIAGNOSTIC_TEXT, "not a citation", "[@deck:p51]" },
    { "[@deck", 0, PREMISE_DIAGNOSTIC_TEXT, "not a citation", "[@deck" },
    { "[a](http://b)", 3, PREMISE_DIAGNOSTIC_TEXT, "leads to a section", "[a](http://b)" },
    { "[a](#)", 3, PREMISE_DIAGNOSTIC_TEXT, "leads to a section", "[a](#)" },
    { "[a {b](#c) d}", 3, PREMISE_DIAGNOSTIC_TEXT, "never closed", "a {b d}" },
    { "a\\", 1, PREMISE_DIAGNOSTIC_TEXT, "backslash", "a\\" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Complaints) complaints = { 0 };
      g_autoptr(PremiseText) text = parse (self, NULL, cases[i].markup, &complaints);
      g_autofree char *plain = premise_text_render_plain (text, "en", self->evaluator);

      g_assert_cmpuint (complaints.n, >=, 1);
      g_assert_cmpstr (complaints.language, ==, "en");
      g_assert_cmpuint (complaints.code, ==, cases[i].code);
      g_assert_cmpuint (complaints.offset, ==, cases[i].offset);
      g_assert_nonnull (strstr (complaints.message, cases[i].part));
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_without_model (Fixture       *self,
                    gconstpointer  data)
{
  static const char *const texts[] = { "标题", "Title {m.share}", NULL };
  g_auto(Complaints) complaints = { 0 };
  g_autoptr(PremiseText) text =
    premise_text_parse (NULL, languages, texts, complain_cb, &complaints);
  g_autofree char *zh = premise_text_render_plain (text, "zh", NULL);
  g_autofree char *en = premise_text_render_plain (text, "en", NULL);

  g_assert_cmpuint (complaints.n, ==, 1);
  g_assert_cmpuint (complaints.code, ==, PREMISE_DIAGNOSTIC_TEXT);
  g_assert_cmpuint (complaints.offset, ==, 6);
  g_assert_cmpstr (zh, ==, "标题");
  g_assert_cmpstr (en, ==, "Title {m.share}");
}

static void
test_languages (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(PremiseText) text = parse (self, "中文{m.size[game]}", NULL, NULL);
  g_autoptr(PremiseText) both = parse (self, "中", "English {m.size[game]}", NULL);
  g_autofree char *fallback = premise_text_render_plain (text, "en", self->evaluator);
  g_autofree char *english = premise_text_render_plain (both, "en-GB", self->evaluator);
  g_autofree char *french = premise_text_render_plain (both, "fr", self->evaluator);
  g_autofree char *none = premise_text_render_plain (both, NULL, self->evaluator);

  g_assert_true (premise_text_has_language (text, "zh"));
  g_assert_false (premise_text_has_language (text, "en"));
  g_assert_true (premise_text_has_language (both, "en_GB.UTF-8"));
  /* Words and number in one language, even when it is not the one that was asked for. */
  g_assert_cmpstr (fallback, ==, "[ZH]" NBSP "中文" THIN "2,965" NNBSP "亿元");
  g_assert_cmpstr (english, ==, "English CNY" NBSP "296.5" NBSP "bn");
  g_assert_cmpstr (french, ==, "[ZH]" NBSP "中");
  g_assert_cmpstr (none, ==, "中");
}

/* Any languages, one of them written from right to left. The mark says what the words are in, and does not
 * turn them around. */
static void
test_three_languages (void)
{
  static const char *const three[] = { "ar", "en", "zh", NULL };
  static const char *const arabic_only[] = { "السعر", NULL, NULL, NULL };
  static const char *const without_arabic[] = { NULL, "Price", "价格", NULL };
  g_autoptr(PremiseText) arabic = premise_text_parse (NULL, three, arabic_only, NULL, NULL);
  g_autoptr(PremiseText) others = premise_text_parse (NULL, three, without_arabic, NULL, NULL);
  g_autofree char *own = premise_text_render_plain (arabic, "ar", NULL);
  g_autofree char *marked = premise_text_render_plain (arabic, "zh", NULL);
  g_autofree char *english = premise_text_render_plain (others, "ar", NULL);
  g_autoptr(GPtrArray) spans = premise_text_render (others, "ar", NULL);
  const PremiseSpan *mark = g_ptr_array_index (spans, 0);

  g_assert_cmpstr (own, ==, "السعر");
  g_assert_cmpstr (marked, ==, "\u200f[AR]" NBSP "السعر");
  g_assert_cmpstr (english, ==, "[EN]" NBSP "Price");
  g_assert_cmpint (mark->kind, ==, PREMISE_SPAN_LANGUAGE);
  g_assert_cmpstr (mark->target, ==, "en");
  g_assert_cmpstr (premise_text_find_language (others, "ar"), ==, "en");
  g_assert_cmpstr (premise_text_find_language (others, "zh"), ==, "zh");
}

static void
test_changed (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(PremiseText) text = parse (self, "{m.share}、{m.size[game]}、{m.bad}", NULL, NULL);
  guint share = premise_model_find (self->model, "m.share");
  g_autoptr(GPtrArray) before = premise_text_render (text, "zh", self->evaluator);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autofree char *base = dump (before);
  g_autofree char *changed = NULL;
  g_autofree char *empty = NULL;
  const PremiseSpan *span;

  g_assert_true (premise_scenario_set_value (self->scenario, share, 0, 0.5, NULL));
  after = premise_text_render (text, "zh", self->evaluator);
  changed = dump (after);
  none = premise_text_render (text, "zh", NULL);
  empty = dump (none);

  g_assert_cmpstr (base, ==, "V(30%) T(、) V(2,965" NNBSP "亿元) T(、) V(–)");
  g_assert_cmpstr (changed, ==, "V(50%≠30%) T(、) V(2,965" NNBSP "亿元) T(、) V(5≠–)");
  g_assert_cmpstr (empty, ==, "V(…) T(、) V(…) T(、) V(…)");

  span = g_ptr_array_index (after, 0);
  g_assert_cmpuint (span->variable, ==, share);
  g_assert_cmpuint (span->cell, ==, 0);
  span = g_ptr_array_index (after, 1);
  g_assert_cmpuint (span->variable, ==, PREMISE_MODEL_NOT_FOUND);
}

static const PremiseFormat *
format_of_cb (guint    variable,
              gpointer user_data)
{
  return user_data;
}

static char *
source_name_cb (const char *source,
                const char *language,
                gpointer    user_data)
{
  return g_str_equal (source, "deck") ? g_strdup_printf ("Deck in %s", language) : NULL;
}

static void
collect_target_cb (PremiseSpanKind  kind,
                   const char      *target,
                   const char      *language,
                   gsize            offset,
                   gpointer         user_data)
{
  g_string_append_printf (user_data, "%s %s %s %" G_GSIZE_FORMAT "\n",
                          kind == PREMISE_SPAN_CITATION ? "source" : "section",
                          target, language, offset);
}

static void
test_resolve (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(PremiseText) text = parse (self, "{m.share} {m.share:.0} [@deck] [@web]",
                                       "[a *b*](#s) [@deck] [c](#s)", NULL);
  g_autoptr(GString) targets = g_string_new (NULL);
  g_autoptr(GPtrArray) spans = NULL;
  g_autofree char *zh = NULL;
  PremiseFormat format;

  premise_format_parse (&format, ".2", NULL, NULL);
  premise_text_resolve (text, format_of_cb, source_name_cb, &format);
  premise_text_foreach_target (text, collect_target_cb, targets);

  spans = premise_text_render (text, "zh", self->evaluator);
  zh = dump (spans);
  g_assert_cmpstr (zh, ==, "V(30.00%) T( ) V(30%) T( ) C(Deck in zh→deck) T( ) C(web→web)");
  g_assert_cmpstr (targets->str, ==,
                   "source deck zh 23\nsource web zh 31\n"
                   "section s en 1\nsource deck en 12\nsection s en 21\n");
}

static void
test_plain (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(PremiseText) text =
    parse (self, NULL, "**Share** of {m.share} [@deck:51], see [here](#s) [@web].", NULL);
  g_autofree char *plain = premise_text_render_plain (text, "en", self->evaluator);

  g_assert_cmpstr (plain, ==, "Share of 30%, see here.");
}

static void
test_variables (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(PremiseText) text =
    parse (self, "{m.share} {m.size[game]} {m.size[film]}", "{m.space} {m.share}", NULL);
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  premise_text_add_variables (text, variables);
  premise_text_add_variables (text, variables);

  g_assert_cmpuint (variables->len, ==, 3);
  g_assert_cmpuint (g_array_index (variables, guint, 0), ==,
                    premise_model_find (self->model, "m.share"));
  g_assert_cmpuint (g_array_index (variables, guint, 1), ==,
                    premise_model_find (self->model, "m.size"));
  g_assert_cmpuint (g_array_index (variables, guint, 2), ==,
                    premise_model_find (self->model, "m.space"));
}

/* Whatever is in a report: it is read in time, and comes out as the characters it was. */
static void
test_hostile (Fixture       *self,
              gconstpointer  data)
{
  static const char *const pieces[] = {
    "[", "{", "}", "*", "**", "\\", "[@", "[a](#", "{m.nothing}", "{m.share", "*a", "[a](#b)",
    "]", "(", "\xff", "\xe4\xb8", "{m.share[", "{m.share:", "**a *b** c*",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) markup = g_string_new (NULL);
      g_autoptr(PremiseText) text = NULL;
      g_autofree char *plain = NULL;
      g_auto(Complaints) complaints = { 0 };

      for (guint j = 0; j < 20000; j++)
        g_string_append (markup, pieces[i]);

      text = parse (self, markup->str, NULL, &complaints);
      plain = premise_text_render_plain (text, "zh", self->evaluator);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
    }
}

/* Both ends of a range are numbers of their own, which one unit holds together. */
static void
test_range (Fixture       *self,
            gconstpointer  data)
{
  guint share = premise_model_find (self->model, "m.share");
  guint space = premise_model_find (self->model, "m.space");
  g_autoptr(PremiseText) text = parse (self, "{m.space..m.size[game]:.0}", NULL, NULL);
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) spans = premise_text_render (text, "zh", self->evaluator);
  g_autofree char *unknown = premise_text_render_plain (text, "zh", NULL);
  const PremiseSpan *low = g_ptr_array_index (spans, 0);
  const PremiseSpan *high = g_ptr_array_index (spans, 2);

  g_assert_cmpint (low->end, ==, PREMISE_RANGE_END_LOW);
  g_assert_cmpint (high->end, ==, PREMISE_RANGE_END_HIGH);
  g_assert_cmpuint (low->variable, ==, space);
  g_assert_cmpstr (low->alone, ==, "1,064" NNBSP "亿元");
  g_assert_null (high->base_range);
  g_assert_cmpstr (unknown, ==, "…–" WJ "…");
  premise_text_add_variables (text, variables);
  g_assert_cmpuint (variables->len, ==, 2);

  /* Above the other end: the smaller one still stands first. */
  g_assert_true (premise_scenario_set_value (self->scenario, share, 0, 1, NULL));
  g_ptr_array_unref (spans);
  spans = premise_text_render (text, "zh", self->evaluator);
  low = g_ptr_array_index (spans, 0);
  high = g_ptr_array_index (spans, 2);
  g_assert_cmpstr (low->text, ==, "2,965" NNBSP "亿");
  g_assert_false (low->changed);
  g_assert_cmpuint (high->variable, ==, space);
  g_assert_true (high->changed);
  g_assert_cmpstr (high->alone, ==, "3,548" NNBSP "亿元");
  g_assert_cmpstr (high->base_text, ==, "1,064" NNBSP "亿元");
  g_assert_cmpstr (high->base_range, ==, "1,064" NNBSP "亿–" WJ "2,965" NNBSP "亿元");
}

/* What becomes one number was two, and that is said. */
static void
test_range_closes (Fixture       *self,
                   gconstpointer  data)
{
  guint share = premise_model_find (self->model, "m.share");
  g_autoptr(PremiseText) text = parse (self, NULL, "{m.share..m.share:.0} {m.grid[game,now]..m.share}", NULL);
  g_autoptr(GPtrArray) spans = premise_text_render (text, "en", self->evaluator);
  const PremiseSpan *last;

  g_assert_cmpstr (((PremiseSpan *) g_ptr_array_index (spans, 0))->text, ==, "30%");
  g_assert_cmpstr (((PremiseSpan *) g_ptr_array_index (spans, 1))->text, ==, " ");
  /* 30% to 1×: the smaller one first, each with its unit. */
  last = g_ptr_array_index (spans, 4);
  g_assert_cmpstr (last->text, ==, "1×");

  g_assert_true (premise_scenario_set_value (self->scenario, share, 0, 0.4, NULL));
  g_ptr_array_unref (spans);
  spans = premise_text_render (text, "en", self->evaluator);
  g_assert_cmpstr (((PremiseSpan *) g_ptr_array_index (spans, 0))->text, ==, "40%");
  g_assert_cmpstr (((PremiseSpan *) g_ptr_array_index (spans, 0))->base_range, ==, "30%");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/report/text/markup", test_markup);
  ADD ("/report/text/spacing", test_spacing);
  ADD ("/report/text/complaints", test_complaints);
  ADD ("/report/text/without-model", test_without_model);
  ADD ("/report/text/languages", test_languages);
  g_test_add_func ("/report/text/three-languages", test_three_languages);
  ADD ("/report/text/changed", test_changed);
  ADD ("/report/text/range", test_range);
  ADD ("/report/text/range-closes", test_range_closes);
  ADD ("/report/text/resolve", test_resolve);
  ADD ("/report/text/plain", test_plain);
  ADD ("/report/text/variables", test_variables);
  ADD ("/report/text/hostile", test_hostile);
#undef ADD

  return g_test_run ();
}
