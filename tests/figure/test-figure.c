/* test-figure.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure.h"
#include "premise-scene.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define NNBSP "\u202f"
#define NBSP  "\u00a0"

typedef struct
{
  PremiseReport    *report;
  PremiseScenario  *scenario;
  PremiseEvaluator *evaluator;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "figure", "data", "small", NULL);
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);

  self->report = premise_report_load (folder, diagnostics);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = premise_diagnostic_to_string (g_ptr_array_index (diagnostics, i));

      g_test_message ("%s", text);
    }

  g_assert_nonnull (self->report);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  self->scenario = premise_scenario_new (premise_report_get_model (self->report));
  self->evaluator = premise_evaluator_new (self->scenario);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->evaluator);
  g_clear_object (&self->scenario);
  g_assert_finalize_object (self->report);
}

static const PremiseBlock *
find_figure (Fixture    *self,
             const char *id)
{
  const PremiseSection *section = premise_report_get_section (self->report, 0);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (section->blocks, i);

      if (g_strcmp0 (block->id, id) == 0)
        return block;
    }

  g_assert_not_reached ();
}

static void
set_value (Fixture    *self,
           const char *id,
           guint       cell,
           double      value)
{
  g_autoptr(GError) error = NULL;
  guint variable = premise_model_find (premise_report_get_model (self->report), id);

  premise_scenario_set_value (self->scenario, variable, cell, value, &error);
  g_assert_no_error (error);
}

/* Where a point leads: the id of its variable and the cell. */
static char *
dup_cell (Fixture            *self,
          const PremiseBlock *block,
          guint               series,
          guint               category)
{
  guint variable = 0;
  guint cell = 0;

  if (!premise_figure_get_point_cell (self->report, block, self->evaluator, series, category,
                                      &variable, &cell))
    return g_strdup ("-");

  return g_strdup_printf ("%s/%u",
                          premise_model_get_id (premise_report_get_model (self->report), variable),
                          cell);
}

/* Writes a chart such that a test can read it: each series, its points, where they lead. */
static char *
dump (Fixture      *self,
      const char   *id,
      PremiseChart *chart)
{
  const PremiseBlock *block = find_figure (self, id);
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint s = 0; s < premise_chart_get_n_series (chart); s++)
    {
      const char *label = premise_chart_get_series_label (chart, s);

      g_string_append_printf (string, "%s:", label != NULL ? label : "");

      for (guint c = 0; c < premise_chart_get_n_categories (chart); c++)
        {
          double number = premise_chart_get_value (chart, s, c);
          double base = premise_chart_get_base (chart, s, c);
          g_autofree char *value = premise_chart_format_value (chart, number, PREMISE_NUMBER_FULL);
          g_autofree char *before = premise_chart_format_value (chart, base, PREMISE_NUMBER_FULL);
          g_autofree char *cell = dup_cell (self, block, s, c);

          g_string_append_printf (string, " %s=%s%s%s@%s", premise_chart_get_category (chart, c),
                                  value, strcmp (value, before) != 0 ? "≠" : "",
                                  strcmp (value, before) != 0 ? before : "", cell);
        }

      g_string_append_c (string, '\n');
    }

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static const struct
{
  const char  *id;
  PremiseMark  mark;
  const char  *language;
  const char  *chart;
  const char  *unit;
  const char  *source;
} figures[] = {
  { "bar", PREMISE_MARK_BAR, "zh",
    "成本: 音乐=264" NNBSP "亿元@m.spend/2 电影=350" NNBSP "亿元@m.spend/1 "
    "游戏=741" NNBSP "亿元@m.spend/0\n",
    "亿元", "来源：据以下资料计算：演示稿，第\u202f51\u202f页" },
  { "bar", PREMISE_MARK_BAR, "en",
    "Cost: Music=CNY" NBSP "26.4" NBSP "bn@m.spend/2 Films=CNY" NBSP "35.0" NBSP "bn@m.spend/1 "
    "Games=CNY" NBSP "74.1" NBSP "bn@m.spend/0\n",
    "CNY" NBSP "bn", "Source: calculated from The deck, p.\u00a051" },
  { "descending", PREMISE_MARK_BAR, "zh",
    "成本: 游戏=741" NNBSP "亿元@m.spend/0 电影=350" NNBSP "亿元@m.spend/1 "
    "音乐=264" NNBSP "亿元@m.spend/2\n",
    "亿元", "来源：据以下资料计算：演示稿，第\u202f51\u202f页" },
  { "stacked", PREMISE_MARK_BAR, "zh",
    "成本: 游戏=741" NNBSP "亿元@m.spend/0 电影=350" NNBSP "亿元@m.spend/1 "
    "音乐=264" NNBSP "亿元@m.spend/2\n"
    "市场规模: 游戏=2,965" NNBSP "亿元@m.size/0 电影=583" NNBSP "亿元@m.size/1 "
    "音乐=440" NNBSP "亿元@m.size/2\n",
    "亿元", "来源：网页，第\u202f7\u202f页" },
  { "percent", PREMISE_MARK_BAR, "zh", NULL, "%", NULL },
  { "line", PREMISE_MARK_LINE, "en",
    "Cost share: Games=25%@m.cost/0 Films=60%@m.cost/1 Music=60%@m.cost/2\n",
    "%", "Source: The deck, p.\u00a060" },
  { "point", PREMISE_MARK_POINT, "zh",
    "市场规模: 游戏=2,965@m.size/0 电影=583@m.size/1 音乐=440@m.size/2\n",
    "亿元", "来源：演示稿，第\u202f51\u202f页" },
  { "at", PREMISE_MARK_BAR, "en",
    "Grid: Games=10,000" NBSP "people@m.grid/0 Films=20,000" NBSP "people@m.grid/2 "
    "Music=30,000" NBSP "people@m.grid/4\n"
    "Then: Games=100,000" NBSP "people@m.grid/1 Films=200,000" NBSP "people@m.grid/3 "
    "Music=–@m.grid/5\n",
    "people", "Source: The web" },
  { "range", PREMISE_MARK_RANGE, "zh",
    "低: 现在=1" NNBSP "万人@m.grid/0 以后=10" NNBSP "万人@m.grid/1\n"
    "高: 现在=2" NNBSP "万人@m.grid/2 以后=20" NNBSP "万人@m.grid/3\n",
    "万人", "来源：网页" },
  { "range-items", PREMISE_MARK_RANGE, "en",
    "Low: Games=CNY" NBSP "74.1" NBSP "bn@m.spend/0 All=CNY" NBSP "135.5" NBSP "bn@m.total/0\n"
    "High: Games=CNY" NBSP "296.5" NBSP "bn@m.size/0 All=CNY" NBSP "398.8" NBSP "bn@m.market/0\n",
    "CNY" NBSP "bn", "Source: calculated from The deck, p.\u00a051" },
  { "waterfall", PREMISE_MARK_WATERFALL, "zh",
    "成本: 游戏=741" NNBSP "亿元@m.spend/0 电影=350" NNBSP "亿元@m.spend/1 "
    "音乐=264" NNBSP "亿元@m.spend/2 总计=1,355" NNBSP "亿元@m.total/0\n",
    "亿元", NULL },
  { "waterfall-open", PREMISE_MARK_WATERFALL, "zh",
    "成本: 游戏=741" NNBSP "亿元@m.spend/0 电影=350" NNBSP "亿元@m.spend/1 "
    "音乐=264" NNBSP "亿元@m.spend/2 合计=1,355" NNBSP "亿元@-\n",
    "亿元", NULL },
  { "waterfall-items", PREMISE_MARK_WATERFALL, "zh",
    ": 市场=3,988" NNBSP "亿元@m.market/0 其余=\u22122,633" NNBSP "亿元@m.rest/0 "
    "成本=1,355" NNBSP "亿元@m.total/0\n",
    "亿元", "来源：本报告计算" },
  /* Steps are sorted between totals; what is open ends with a sum from the last total on. */
  { "waterfall-subtotal", PREMISE_MARK_WATERFALL, "zh",
    ": 市场=3,988" NNBSP "亿元@m.market/0 其余=\u22122,633" NNBSP "亿元@m.rest/0 "
    "成本=1,355" NNBSP "亿元@m.total/0 游戏=741" NNBSP "亿元@m.spend/0 "
    "音乐=264" NNBSP "亿元@m.spend/2 合计=2,360" NNBSP "亿元@-\n",
    "亿元", "来源：据以下资料计算：演示稿，第\u202f51\u202f页" },
  { "heatmap", PREMISE_MARK_HEATMAP, "zh",
    "现在: 游戏=1" NNBSP "万人@m.grid/0 电影=2" NNBSP "万人@m.grid/2 音乐=3" NNBSP "万人@m.grid/4\n"
    "以后: 游戏=10" NNBSP "万人@m.grid/1 电影=20" NNBSP "万人@m.grid/3 音乐=–@m.grid/5\n",
    "万人", "来源：网页" },
  { "items", PREMISE_MARK_BAR, "zh",
    ": 合计=1,355" NNBSP "亿元@m.total/0 电影\u200960%=350" NNBSP "亿元@m.spend/1\n",
    "亿元，2021年", NULL },
};

static void
test_figures (Fixture       *self,
              gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      const PremiseBlock *block = find_figure (self, figures[i].id);
      const char *language = figures[i].language;
      g_autoptr(PremiseChart) chart =
        premise_figure_build_chart (self->report, block, self->evaluator, language);
      g_autofree char *text = dump (self, figures[i].id, chart);
      g_autofree char *unit =
        premise_figure_dup_unit_line (self->report, block, self->evaluator, language);
      g_autofree char *source = premise_figure_dup_source_line (self->report, block, language);

      g_assert_cmpuint (premise_chart_get_mark (chart), ==, figures[i].mark);
      g_assert_cmpstr (unit, ==, figures[i].unit);

      if (figures[i].chart != NULL)
        g_assert_cmpstr (text, ==, figures[i].chart);

      if (figures[i].source != NULL)
        g_assert_cmpstr (source, ==, figures[i].source);
    }
}

/* Ghosts show the base case; the order and the unit of the axis stay where they were. */
static void
test_changed (Fixture       *self,
              gconstpointer  data)
{
  const PremiseBlock *block = find_figure (self, "bar");
  g_autoptr(PremiseChart) chart = NULL;
  g_autofree char *text = NULL;
  g_autofree char *tick = NULL;
  g_autofree char *unit = NULL;

  set_value (self, "m.cost", 2, 1);
  set_value (self, "m.cost", 0, 0);
  chart = premise_figure_build_chart (self->report, block, self->evaluator, "zh");
  text = dump (self, "bar", chart);
  tick = premise_chart_format_value (chart, 20e8, PREMISE_NUMBER_TICK);
  unit = premise_figure_dup_unit_line (self->report, block, self->evaluator, "zh");

  g_assert_cmpstr (text, ==,
                   "成本: 音乐=440" NNBSP "亿元≠264" NNBSP "亿元@m.spend/2 "
                   "电影=350" NNBSP "亿元@m.spend/1 "
                   "游戏=0" NNBSP "亿元≠741" NNBSP "亿元@m.spend/0\n");
  g_assert_cmpstr (tick, ==, "20");
  g_assert_cmpstr (unit, ==, "亿元");
}

static void
test_open_total (Fixture       *self,
                 gconstpointer  data)
{
  const PremiseBlock *block = find_figure (self, "waterfall-open");
  g_autoptr(PremiseChart) chart = NULL;

  set_value (self, "m.cost", 0, 0);
  chart = premise_figure_build_chart (self->report, block, self->evaluator, "zh");

  g_assert_cmpfloat_with_epsilon (premise_chart_get_value (chart, 0, 3), 613.8e8, 1);
  g_assert_cmpfloat_with_epsilon (premise_chart_get_base (chart, 0, 3), 1355.05e8, 1);
}

static void
test_labels (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *language;
    double      value;
    const char *tick;
    const char *label;
    const char *bare;   /* each in the unit of the axis */
  } cases[] = {
    { "bar", "zh", 250e8, "250", "250" NNBSP "亿元", "250" },
    { "bar", "en", 250e8, "25", "CNY" NBSP "25.0" NBSP "bn", "25.0" },
    { "bar", "zh", 0.5e8, "0.5", "5,000" NNBSP "万元", "0.5" },
    { "line", "zh", 0.125, "12.5", "13%", "13" },
    { "point", "en", 250e8, "25", "25.0", "25.0" },
    { "heatmap", "zh", 5e4, "5", "5" NNBSP "万人", "5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PremiseBlock *block = find_figure (self, cases[i].id);
      g_autoptr(PremiseChart) chart =
        premise_figure_build_chart (self->report, block, self->evaluator, cases[i].language);
      g_autofree char *tick = premise_chart_format_value (chart, cases[i].value, PREMISE_NUMBER_TICK);
      g_autofree char *label = premise_chart_format_value (chart, cases[i].value, PREMISE_NUMBER_FULL);
      g_autofree char *bare = premise_chart_format_value (chart, cases[i].value, PREMISE_NUMBER_BARE);

      g_assert_cmpstr (tick, ==, cases[i].tick);
      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpstr (bare, ==, cases[i].bare);
    }
}

static void
test_no_point (Fixture       *self,
               gconstpointer  data)
{
  const PremiseBlock *block = find_figure (self, "bar");
  guint variable = 42;
  guint cell = 42;

  g_assert_false (premise_figure_get_point_cell (self->report, block, self->evaluator, 1, 0,
                                                 &variable, &cell));
  g_assert_false (premise_figure_get_point_cell (self->report, block, self->evaluator, 0, 3,
                                                 &variable, &cell));
  g_assert_false (premise_figure_get_point_cell (self->report, block, self->evaluator,
                                                 G_MAXUINT, G_MAXUINT, &variable, &cell));
  g_assert_cmpuint (variable, ==, 42);
  g_assert_cmpuint (cell, ==, 42);
}

static void
test_describe (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *language;
    const char *text;
  } cases[] = {
    { "bar", "en",
      "Bar chart, CNY" NBSP "bn. 3 values; the largest is Games at CNY" NBSP "74.1" NBSP "bn, "
      "the smallest Music at CNY" NBSP "26.4" NBSP "bn." },
    { "bar", "zh",
      "条形图，亿元。共3项，最大的是游戏，741" NNBSP "亿元；最小的是音乐，264" NNBSP "亿元。" },
    { "waterfall", "en",
      "Waterfall chart, CNY" NBSP "bn. 3 steps lead to Grand total of CNY" NBSP "135.5" NBSP "bn; "
      "the largest is Games at CNY" NBSP "74.1" NBSP "bn." },
    { "heatmap", "zh",
      "热力图，示意，万人。2行3列，最大的是以后、电影，20" NNBSP "万人；"
      "最小的是现在、游戏，1" NNBSP "万人。有1项没有数值。" },
    { "range-items", "fr",
      "Range chart, CNY" NBSP "bn. 2 ranges; the widest is [ZH]" NBSP "总, from CNY" NBSP "135.5" NBSP "bn "
      "to CNY" NBSP "398.8" NBSP "bn." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        premise_figure_describe (self->report, find_figure (self, cases[i].id), self->evaluator,
                                 cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The words of a diagram hold live numbers. */
static void
test_diagram (Fixture       *self,
              gconstpointer  data)
{
  const PremiseBlock *block = find_figure (self, "diagram-flow");
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *unit = premise_figure_dup_unit_line (self->report, block, self->evaluator, "en");
  g_autofree char *en = premise_figure_describe (self->report, block, self->evaluator, "en");
  g_autofree char *zh = premise_figure_describe (self->report, block, self->evaluator, "zh");
  g_autofree char *single = premise_figure_describe (self->report,
                                                     find_figure (self, "diagram-layers"),
                                                     self->evaluator, "en");
  g_autofree char *cell = dup_cell (self, block, 0, 0);
  g_autofree char *moved = NULL;

  g_assert_cmpstr (en, ==, "Flow of 2 steps: Cost, CNY" NBSP "135.5" NBSP "bn in all → Saving; "
                   "Saving.");
  g_assert_cmpstr (zh, ==, "流程图，共 2 步：成本，共 1,355" NNBSP "亿元 → 节省；节省。");
  g_assert_cmpstr (single, ==, "Stack of one layer: Applications.");
  g_assert_cmpstr (unit, ==, "");
  g_assert_cmpstr (cell, ==, "-");

  premise_block_add_variables (block, variables);
  g_assert_cmpuint (variables->len, ==, 1);

  set_value (self, "m.cost", 0, 0.5);
  moved = premise_figure_describe (self->report, block, self->evaluator, "en");
  g_assert_cmpstr (moved, !=, en);
}

/* Every word of a picture is said, and what has no scale is not said to have one. */
static void
test_pictures (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *language;
    const char *text;
  } cases[] = {
    { "diagram-matrix", "en",
      "Matrix of one cell: Drafts, Text · CNY" NBSP "135.5" NBSP "bn · Mature." },
    { "diagram-curve", "en", "Concept curve with 2 points, without a scale: Half way; The end." },
    { "diagram-curve", "zh", "概念曲线，共 2 个点，无刻度：中点；终点。" },
    { "diagram-triangle", "en",
      "Triangle of 3 corners: Quality ↔ Speed (dear); Speed ↔ Quality (dear); Cost." },
    { "diagram-quadrant", "en",
      "Field of two axes with one entry, without a scale: Film, complex · slow." },
  };
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        premise_figure_describe (self->report, find_figure (self, cases[i].id), self->evaluator,
                                 cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  /* The name of a column is live, too. */
  premise_block_add_variables (find_figure (self, "diagram-matrix"), variables);
  g_assert_cmpuint (variables->len, ==, 1);
}

static void
test_exhibit_label (void)
{
  g_autofree char *zh = premise_figure_dup_exhibit_label (3, "zh");
  g_autofree char *en = premise_figure_dup_exhibit_label (12, "en-GB");
  g_autofree char *other = premise_figure_dup_exhibit_label (1, NULL);
  g_autofree char *none = premise_figure_dup_exhibit_label (0, "zh");

  g_assert_cmpstr (zh, ==, "图表 3");
  g_assert_cmpstr (en, ==, "Exhibit 12");
  g_assert_cmpstr (other, ==, "Exhibit 1");
  g_assert_cmpstr (none, ==, "");
}

/* The chart of a figure as it stands. */
static PremiseChart *
build (Fixture    *self,
       const char *id)
{
  return premise_figure_build_chart (self->report, find_figure (self, id), self->evaluator, "en");
}

static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = build (self, "area");

  g_assert_cmpint (premise_chart_get_mark (chart), ==, PREMISE_MARK_AREA);
  g_assert_cmpuint (premise_chart_get_n_series (chart), ==, 2);
  g_assert_cmpstr (premise_chart_get_series_label (chart, 1), ==, "Later");
  g_assert_cmpuint (premise_chart_get_n_categories (chart), ==, 3);
}

/* Only the members that are named, in that order. */
static void
test_members (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = build (self, "combined");
  guint variable, cell;

  g_assert_cmpuint (premise_chart_get_n_categories (chart), ==, 2);
  g_assert_cmpstr (premise_chart_get_category (chart, 0), ==, "Music");
  g_assert_cmpstr (premise_chart_get_category (chart, 1), ==, "Games");
  g_assert_cmpfloat_with_epsilon (premise_chart_get_value (chart, 0, 1), 2965e8, 1);
  g_assert_true (premise_figure_get_point_cell (self->report, find_figure (self, "combined"),
                                                self->evaluator, 0, 1, &variable, &cell));
  g_assert_cmpuint (cell, ==, 0);
}

/* Each panel comes to its own sum, and says what is a forecast. */
static void
test_panels_waterfall (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = build (self, "panels-waterfall");
  g_autofree char *text = premise_figure_describe (self->report,
                                                   find_figure (self, "panels-waterfall"),
                                                   self->evaluator, "en");

  g_assert_cmpuint (premise_chart_get_n_panels (chart), ==, 2);
  g_assert_cmpuint (premise_chart_get_n_categories (chart), ==, 4);
  g_assert_cmpfloat (premise_chart_get_value (chart, 0, 3), ==, 6e4);
  g_assert_cmpfloat (premise_chart_get_value (chart, 1, 3), ==, 30e4);
  g_assert_cmpstr (premise_chart_get_certainty_label (chart, 1, 1), ==, "Forecast");
  g_assert_null (premise_chart_get_certainty_label (chart, 1, 0));
  g_assert_nonnull (strstr (text, "Forecasts: 2."));
}

/* Bins keep their order, and their edges are written on the axis. */
static void
test_edges (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = build (self, "edges");
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PremiseScene) scene = NULL;
  PremiseRect bins[3];
  PremiseTheme theme;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);
  scene = premise_chart_layout (chart, 640, 400, &theme, context, FALSE);
  g_object_unref (context);
  for (guint c = 0; c < G_N_ELEMENTS (bins); c++)
    g_assert_true (premise_scene_get_point_bounds (scene, 0, c, &bins[c]));

  g_assert_cmpstr (premise_chart_get_category (chart, 0), ==, "Games");
  g_assert_cmpstr (premise_chart_get_category (chart, 2), ==, "Music");
  g_assert_cmpfloat_with_epsilon (bins[1].width, bins[0].width, 2);
  g_assert_cmpfloat_with_epsilon (bins[2].width, 3 * bins[0].width, 6);
}

/* The series of each panel follow each other, and each point leads to its own cell. */
static void
test_panels (Fixture       *self,
             gconstpointer  data)
{
  const PremiseBlock *block = find_figure (self, "panels");
  g_autoptr(PremiseChart) chart = build (self, "panels");
  guint variable, first, second;

  g_assert_cmpuint (premise_chart_get_n_panels (chart), ==, 2);
  g_assert_cmpuint (premise_chart_get_n_series (chart), ==, 2);
  g_assert_cmpstr (premise_chart_get_panel (chart, 0), ==, "Now");
  g_assert_cmpstr (premise_chart_get_panel (chart, 1), ==, "Later");
  g_assert_true (premise_figure_get_point_cell (self->report, block, self->evaluator, 0, 1,
                                                &variable, &first));
  g_assert_true (premise_figure_get_point_cell (self->report, block, self->evaluator, 1, 1,
                                                &variable, &second));
  g_assert_cmpuint (first, !=, second);
  g_assert_cmpfloat (premise_chart_get_value (chart, 1, 1), ==,
                     premise_evaluator_get_value (self->evaluator, variable, second));
}

/* A tornado swings around the output, its widest bar first, and follows the sliders; each bar
 * leads to its assumption. */
static void
test_tornado (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(PremiseChart) before = build (self, "tornado");
  g_autoptr(PremiseChart) after = NULL;
  PremiseModel *model = premise_report_get_model (self->report);
  guint variable, cell;

  g_assert_cmpint (premise_chart_get_mark (before), ==, PREMISE_MARK_TORNADO);
  g_assert_cmpuint (premise_chart_get_n_series (before), ==, 2);
  g_assert_cmpuint (premise_chart_get_n_categories (before), ==, 3);

  /* From no share of 2,965 to all of it, while films and music stay at 60 %. */
  g_assert_cmpfloat_with_epsilon (premise_chart_get_value (before, 0, 0), (583 + 440) * 0.6e8, 1e3);
  g_assert_cmpfloat_with_epsilon (premise_chart_get_value (before, 1, 0),
                                  (2965 + (583 + 440) * 0.6) * 1e8, 1e3);
  g_assert_true (premise_figure_get_point_cell (self->report, find_figure (self, "tornado"),
                                                self->evaluator, 1, 0, &variable, &cell));
  g_assert_cmpstr (premise_model_get_id (model, variable), ==, "m.cost");
  g_assert_cmpuint (cell, ==, 0);

  /* Bars keep their places, and the ghosts what they were. */
  set_value (self, "m.cost", 1, 0);
  after = build (self, "tornado");
  g_assert_cmpuint (premise_chart_get_n_categories (after), ==, 3);
  g_assert_cmpfloat_with_epsilon (premise_chart_get_base (after, 0, 0), (583 + 440) * 0.6e8, 1e3);
  for (guint c = 0; c < 3; c++)
    g_assert_cmpstr (premise_chart_get_category (after, c), ==,
                     premise_chart_get_category (before, c));
  g_assert_cmpfloat_with_epsilon (premise_chart_get_value (after, 0, 0), 440 * 0.6e8, 1e3);
}

/* Only the chosen assumptions have bars, whatever else is behind the output. */
static void
test_tornado_chosen (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = build (self, "tornado-chosen");
  PremiseModel *model = premise_report_get_model (self->report);
  guint variable, cell;

  g_assert_cmpuint (premise_chart_get_n_categories (chart), ==, 1);
  g_assert_true (premise_figure_get_point_cell (self->report, find_figure (self, "tornado-chosen"),
                                                self->evaluator, 1, 0, &variable, &cell));
  g_assert_cmpstr (premise_model_get_id (model, variable), ==, "m.rate");
  g_assert_cmpfloat_with_epsilon (premise_chart_get_value (chart, 1, 0) / premise_chart_get_value (chart, 0, 0),
                                  1.5, 1e-9);
}

/* The shares of all bins are one, the quantiles of a fan in order, and both the same twice. */
static void
test_simulated (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(PremiseChart) histogram = build (self, "histogram");
  g_autoptr(PremiseChart) again = build (self, "histogram");
  g_autoptr(PremiseChart) fan = build (self, "fan");
  double sum = 0;

  g_assert_cmpuint (premise_chart_get_n_categories (histogram), >, 10);

  for (guint c = 0; c < premise_chart_get_n_categories (histogram); c++)
    {
      sum += premise_chart_get_value (histogram, 0, c);
      g_assert_cmpfloat (premise_chart_get_value (histogram, 0, c), ==,
                         premise_chart_get_value (again, 0, c));
    }

  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
  g_assert_cmpuint (premise_chart_get_n_series (fan), ==, 5);
  g_assert_cmpuint (premise_chart_get_n_categories (fan), ==, 3);
  g_assert_cmpstr (premise_chart_get_series_label (fan, 2), ==, "Median");

  for (guint q = 1; q < 5; q++)
    {
      for (guint c = 0; c < 3; c++)
        g_assert_cmpfloat (premise_chart_get_value (fan, q, c), >,
                           premise_chart_get_value (fan, q - 1, c));
    }
}

/* Across, up and size are written each in its own unit. */
static void
test_bubble (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(PremiseChart) chart = build (self, "bubble");
  g_autofree char *x = premise_chart_format_series (chart, 0, 0.25);
  g_autofree char *y = premise_chart_format_series (chart, 1, 741.25e8);
  g_autofree char *line = premise_figure_dup_unit_line (self->report, find_figure (self, "bubble"),
                                                        self->evaluator, "en");

  g_assert_cmpstr (x, ==, "25%");
  g_assert_nonnull (strstr (y, "74"));
  g_assert_true (g_str_has_prefix (line, "Cost"));
}

/* Every figure has its words in both languages, without a placeholder left in them. */
static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  static const char *const languages[] = { "zh", "en" };
  const PremiseSection *section = premise_report_get_section (self->report, 0);

  for (guint i = 0; i < section->blocks->len * 2; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (section->blocks, i / 2);
      g_autofree char *text
        = premise_figure_describe (self->report, block, self->evaluator, languages[i % 2]);

      g_test_message ("%s: %s", block->id, text);
      g_assert_cmpuint (strlen (text), >, 20);
      g_assert_null (strchr (text, '{'));
      g_assert_null (strstr (text, "nan"));
    }
}

/* A chart may outlive the report that it was made from. */
static void
test_lifetime (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(PremiseChart) chart =
    premise_figure_build_chart (self->report, find_figure (self, "bar"), self->evaluator, "zh");
  g_autofree char *label = NULL;

  tear_down (self, NULL);
  label = premise_chart_format_value (chart, premise_chart_get_value (chart, 0, 0), PREMISE_NUMBER_FULL);
  g_assert_cmpstr (label, ==, "264" NNBSP "亿元");
  set_up (self, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/figure/figures", test_figures);
  ADD ("/figure/changed", test_changed);
  ADD ("/figure/open-total", test_open_total);
  ADD ("/figure/labels", test_labels);
  ADD ("/figure/no-point", test_no_point);
  ADD ("/figure/describe", test_describe);
  ADD ("/figure/diagram", test_diagram);
  ADD ("/figure/pictures", test_pictures);
  ADD ("/figure/rows", test_rows);
  ADD ("/figure/members", test_members);
  ADD ("/figure/panels", test_panels);
  ADD ("/figure/panels-waterfall", test_panels_waterfall);
  ADD ("/figure/edges", test_edges);
  ADD ("/figure/tornado", test_tornado);
  ADD ("/figure/tornado-chosen", test_tornado_chosen);
  ADD ("/figure/simulated", test_simulated);
  ADD ("/figure/bubble", test_bubble);
  ADD ("/figure/words", test_words);
  ADD ("/figure/lifetime", test_lifetime);
#undef ADD
  g_test_add_func ("/figure/exhibit-label", test_exhibit_label);

  return g_test_run ();
}
