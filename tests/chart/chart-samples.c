/* chart-samples.c: Charts that tests and pictures share
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart-samples.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define YI 1e8
#define BILLION 1e9

static const char *const content_zh[] = {
  "游戏", "短视频", "直播", "剧集", "电影", "综艺", "在线音乐", "图片版权", "网络文学",
};
static const char *const content_en[] = {
  "Games", "Short video", "Livestreaming", "TV series", "Films", "Variety shows", "Online music",
  "Image licensing", "Web literature",
};
static const double content[] = {
  222.4e8, 78.9e8, 290.4e8, 63.1e8, 70.0e8, 105.8e8, 132.0e8, 46.2e8, 14.6e8,
};
static const double content_base[] = {
  190.4e8, 78.9e8, 320.4e8, 63.1e8, 70.0e8, 105.8e8, 110.0e8, 46.2e8, 14.6e8,
};

static char *
format_yi (double            value,
           PremiseNumberForm form,
           gpointer          user_data)
{
  double shown = value / YI;

  if (form == PREMISE_NUMBER_TICK || fabs (shown) >= 1000)
    return g_strdup_printf ("%'.0f", shown);

  return g_strdup_printf ("%.1f", shown);
}

static char *
format_billion (double            value,
                PremiseNumberForm form,
                gpointer          user_data)
{
  if (form == PREMISE_NUMBER_TICK)
    return g_strdup_printf ("%g", value / BILLION);

  return g_strdup_printf ("%.1f", value / BILLION);
}

static char *
format_percent (double            value,
                PremiseNumberForm form,
                gpointer          user_data)
{
  return g_strdup_printf (form == PREMISE_NUMBER_TICK ? "%.0f%%" : "%.1f%%", value * 100);
}

static char *
format_plain (double            value,
              PremiseNumberForm form,
              gpointer          user_data)
{
  if (fabs (value) >= 1000)
    return g_strdup_printf ("%d,%03d", (int) value / 1000, abs ((int) value % 1000));

  return g_strdup_printf ("%g", value);
}

static PremiseChart *
new_chart (PremiseMark mark,
           gboolean    chinese)
{
  PremiseChart *chart = premise_chart_new (mark);

  premise_chart_set_language (chart, chinese ? "zh-cn" : "en-gb");
  premise_chart_set_base_label (chart, chinese ? "基准情形" : "Base case");

  return chart;
}

static void
use_money (PremiseChart *chart,
           gboolean      chinese)
{
  premise_chart_set_tick_unit (chart, chinese ? YI : BILLION);
  premise_chart_set_label_func (chart, chinese ? format_yi : format_billion, NULL, NULL);
}

static PremiseChart *
new_content (gboolean chinese,
             gboolean horizontal,
             gboolean changed)
{
  PremiseChart *chart = new_chart (PREMISE_MARK_BAR, chinese);

  premise_chart_set_horizontal (chart, horizontal);
  premise_chart_set_categories (chart, chinese ? content_zh : content_en, 9);
  premise_chart_add_series (chart, NULL, content, changed ? content_base : NULL);
  premise_chart_set_axis_titles (chart, NULL, chinese ? "可由 AI 承担的成本，亿元"
                                                      : "Cost that AI could take over, CNY bn");
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_bar (gboolean chinese)
{
  return new_content (chinese, TRUE, FALSE);
}

static PremiseChart *
new_bar_changed (gboolean chinese)
{
  PremiseChart *chart = new_content (chinese, TRUE, TRUE);

  premise_chart_set_certainty (chart, 0, 3, PREMISE_CERTAINTY_INTERPOLATED);
  premise_chart_set_certainty (chart, 0, 5, PREMISE_CERTAINTY_IMPLIED);
  premise_chart_set_certainty (chart, 0, 6, PREMISE_CERTAINTY_FORECAST);
  premise_chart_set_stamp (chart, chinese ? "示意" : "illustrative");

  return chart;
}

static PremiseChart *
new_column (gboolean chinese)
{
  return new_content (chinese, FALSE, TRUE);
}

static PremiseChart *
new_parts (gboolean     chinese,
           gboolean     horizontal,
           PremiseStack stack)
{
  static const char *const zh[] = { "2021", "2025", "2030" };
  static const double games[] = { 2965e8, 3400e8, 4100e8 };
  static const double video[] = { 2051e8, 3100e8, 4600e8 };
  static const double live[] = { 1844e8, 2600e8, 3300e8 };
  static const double live_base[] = { 1844e8, 2200e8, 2500e8 };
  static const double others[] = { 900e8, 1200e8, 1500e8 };
  PremiseChart *chart = new_chart (PREMISE_MARK_BAR, chinese);

  premise_chart_set_stack (chart, stack);
  premise_chart_set_horizontal (chart, horizontal);
  premise_chart_set_categories (chart, zh, 3);
  premise_chart_add_series (chart, chinese ? "游戏" : "Games", games, NULL);
  premise_chart_add_series (chart, chinese ? "短视频" : "Short video", video, NULL);
  premise_chart_add_series (chart, chinese ? "直播" : "Livestreaming", live, live_base);
  premise_chart_add_series (chart, chinese ? "其他" : "Others", others, NULL);
  premise_chart_set_axis_titles (chart, chinese ? "年份" : "Year",
                                 chinese ? "市场规模，亿元" : "Market size, CNY bn");
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_grouped (gboolean chinese)
{
  return new_parts (chinese, FALSE, PREMISE_STACK_NONE);
}

static PremiseChart *
new_grouped_horizontal (gboolean chinese)
{
  return new_parts (chinese, TRUE, PREMISE_STACK_NONE);
}

static PremiseChart *
new_stacked (gboolean chinese)
{
  return new_parts (chinese, FALSE, PREMISE_STACK_STACKED);
}

static PremiseChart *
new_percent (gboolean chinese)
{
  return new_parts (chinese, TRUE, PREMISE_STACK_PERCENT);
}

static PremiseChart *
new_line (gboolean chinese)
{
  static const char *const years[] = { "2017", "2018", "2019", "2020", "2021" };
  static const double cost[] = { 126e8, 211e8, 222e8, 209e8, 207e8 };
  PremiseChart *chart = new_chart (PREMISE_MARK_LINE, chinese);

  premise_chart_set_categories (chart, years, 5);
  premise_chart_add_series (chart, NULL, cost, NULL);
  premise_chart_set_axis_titles (chart, NULL, chinese ? "内容成本，亿元" : "Content cost, CNY bn");
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_lines (gboolean chinese)
{
  static const char *const years[] = {
    "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029", "2030",
  };
  static const double a[] = { 10e8, 18e8, 40e8, 75e8, 140e8, 230e8, 380e8, 520e8, 680e8, 820e8 };
  static const double b[] = { 10e8, 16e8, 32e8, 55e8, 95e8, 150e8, 240e8, 350e8, 480e8, 600e8 };
  static const double c[] = { 10e8, 14e8, NAN, NAN, 70e8, 110e8, 180e8, 290e8, 420e8, 570e8 };
  static const double was[] = { 10e8, 15e8, 28e8, 45e8, 80e8, 120e8, 190e8, 280e8, 370e8, 450e8 };
  PremiseChart *chart = new_chart (PREMISE_MARK_LINE, chinese);

  premise_chart_set_categories (chart, years, 10);
  premise_chart_add_series (chart, chinese ? "乐观" : "Optimistic", a, NULL);
  premise_chart_add_series (chart, chinese ? "中性" : "Central case", b, was);
  premise_chart_add_series (chart, chinese ? "保守" : "Conservative", c, NULL);
  premise_chart_set_axis_titles (chart, NULL, chinese ? "市场规模，亿元" : "Market size, CNY bn");
  premise_chart_set_certainty (chart, 0, 6, PREMISE_CERTAINTY_INTERPOLATED);
  premise_chart_set_certainty (chart, 0, 7, PREMISE_CERTAINTY_INTERPOLATED);
  premise_chart_set_certainty (chart, 0, 9, PREMISE_CERTAINTY_IMPLIED);
  premise_chart_set_certainty (chart, 1, 8, PREMISE_CERTAINTY_FORECAST);
  premise_chart_set_certainty (chart, 1, 9, PREMISE_CERTAINTY_FORECAST);
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_point (gboolean chinese)
{
  static const char *const zh[] = { "种子轮融资估值", "首个付费产品之后", "规模化收入", "成熟软件公司" };
  static const char *const en[] = { "At seed funding", "After a paying product", "At scale",
                                    "Mature software firm" };
  static const double ratio[] = { 1160, 725, 145, 29 };
  PremiseChart *chart = new_chart (PREMISE_MARK_POINT, chinese);

  premise_chart_set_horizontal (chart, TRUE);
  premise_chart_set_scale (chart, PREMISE_SCALE_LOG);
  premise_chart_set_categories (chart, chinese ? zh : en, 4);
  premise_chart_add_series (chart, "P/S", ratio, NULL);
  premise_chart_set_axis_titles (chart, NULL, chinese ? "市销率，倍（对数刻度）"
                                                      : "Price to sales, times (log scale)");
  premise_chart_set_label_func (chart, format_plain, NULL, NULL);

  return chart;
}

static PremiseChart *
new_range (gboolean chinese)
{
  static const char *const zh[] = { "节省 10% 工时", "节省 20% 工时", "节省 30% 工时", "节省 40% 工时" };
  static const char *const en[] = { "10% of time saved", "20% of time saved", "30% of time saved",
                                    "40% of time saved" };
  static const double low[] = { 48, 96, 144, 192 };
  static const double high[] = { 480, 960, 1440, 1920 };
  static const double high_base[] = { 480, 900, 1440, 1700 };
  PremiseChart *chart = new_chart (PREMISE_MARK_RANGE, chinese);

  premise_chart_set_horizontal (chart, TRUE);
  premise_chart_set_categories (chart, chinese ? zh : en, 4);
  premise_chart_add_series (chart, chinese ? "低" : "Low", low, low);
  premise_chart_add_series (chart, chinese ? "高" : "High", high, high_base);
  premise_chart_set_axis_titles (chart, NULL, chinese ? "每年价值，亿美元" : "Value a year, USD 100 m");
  premise_chart_set_label_func (chart, format_plain, NULL, NULL);

  return chart;
}

static PremiseChart *
new_range_vertical (gboolean chinese)
{
  PremiseChart *chart = new_range (chinese);

  premise_chart_set_horizontal (chart, FALSE);

  return chart;
}

static PremiseChart *
new_waterfall (gboolean chinese)
{
  static const char *const zh[] = { "现有成本", "AI 替代", "算力支出", "人工复核", "新成本" };
  static const char *const en[] = { "Cost today", "Taken over by AI", "Computing", "Human review",
                                    "New cost" };
  static const double steps[] = { 3800e8, -1023e8, 180e8, 120e8, 3077e8 };
  static const double base[] = { 3800e8, -800e8, 180e8, 120e8, 3300e8 };
  PremiseChart *chart = new_chart (PREMISE_MARK_WATERFALL, chinese);

  premise_chart_set_categories (chart, chinese ? zh : en, 5);
  premise_chart_add_series (chart, NULL, steps, base);
  premise_chart_set_axis_titles (chart, NULL, chinese ? "亿元" : "CNY bn");
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_waterfall_subtotal (gboolean chinese)
{
  static const char *const zh[] = { "市场规模", "其他部分", "内容成本", "仍由人完成", "AI 可承担" };
  static const char *const en[] = { "Market", "Other than content", "Content cost",
                                    "Stays with people", "AI-able" };
  static const double steps[] = { 10134e8, -6374e8, 3760e8, -2737e8, 1023e8 };
  static const double base[] = { 10134e8, -6574e8, 3560e8, -2537e8, 1023e8 };
  PremiseChart *chart = new_chart (PREMISE_MARK_WATERFALL, chinese);

  premise_chart_set_categories (chart, chinese ? zh : en, 5);
  premise_chart_add_total (chart, 0);
  premise_chart_add_total (chart, 2);
  premise_chart_add_series (chart, NULL, steps, base);
  premise_chart_set_axis_titles (chart, NULL, chinese ? "亿元" : "CNY bn");
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_waterfall_horizontal (gboolean chinese)
{
  PremiseChart *chart = new_waterfall (chinese);

  premise_chart_set_horizontal (chart, TRUE);

  return chart;
}

static PremiseChart *
new_heatmap (gboolean chinese)
{
  static const double wages[] = { 20, 80, 140, 200 };
  static const double saved[] = { 0.1, 0.2, 0.3, 0.4 };
  static const char *const columns[] = { "10%", "20%", "30%", "40%" };
  PremiseChart *chart = new_chart (PREMISE_MARK_HEATMAP, chinese);

  premise_chart_set_categories (chart, columns, 4);

  for (guint r = 0; r < 4; r++)
    {
      double row[4];
      g_autofree char *label = g_strdup_printf ("%g", wages[r]);

      for (guint c = 0; c < 4; c++)
        row[c] = wages[r] * saved[c] * 24;

      premise_chart_add_series (chart, label, row, NULL);
    }

  premise_chart_set_certainty (chart, 1, 1, PREMISE_CERTAINTY_INTERPOLATED);
  premise_chart_set_certainty (chart, 2, 3, PREMISE_CERTAINTY_IMPLIED);
  premise_chart_set_axis_titles (chart, chinese ? "节省的工时" : "Working time saved",
                                 chinese ? "时薪，美元" : "Wage, USD an hour");
  premise_chart_set_label_func (chart, format_plain, NULL, NULL);

  return chart;
}

static PremiseChart *
new_heatmap_diverging (gboolean chinese)
{
  static const char *const columns[] = { "2022", "2024", "2026", "2028" };
  static const double rows[][4] = {
    { -0.32, -0.12, 0.05, 0.24 }, { -0.2, -0.04, 0.1, 0.4 }, { -0.05, 0.02, 0.18, 0.52 },
  };
  static const char *const zh[] = { "保守", "中性", "乐观" };
  static const char *const en[] = { "Conservative", "Central", "Optimistic" };
  PremiseChart *chart = new_chart (PREMISE_MARK_HEATMAP, chinese);

  premise_chart_set_categories (chart, columns, 4);
  for (guint r = 0; r < 3; r++)
    premise_chart_add_series (chart, chinese ? zh[r] : en[r], rows[r], NULL);
  premise_chart_set_label_func (chart, format_percent, NULL, NULL);

  return chart;
}

static PremiseChart *
new_growth (PremiseMark  mark,
            gboolean     chinese,
            PremiseStack stack,
            guint        n_series,
            gboolean     changed)
{
  static const char *const years[] = { "2021", "2022", "2023", "2024", "2025", "2026" };
  static const char *const zh[] = { "游戏", "短视频", "直播", "其他" };
  static const char *const en[] = { "Games", "Short video", "Livestreaming", "Others" };
  static const double values[][6] = {
    { 2965e8, 3050e8, 3120e8, 3400e8, 3700e8, 4100e8 },
    { 2051e8, 2300e8, 2600e8, 3100e8, 3700e8, 4600e8 },
    { 1844e8, 1990e8, 2200e8, 2600e8, 3000e8, 3300e8 },
    { 900e8, 960e8, 1080e8, 1200e8, 1400e8, 1500e8 },
  };
  static const double base[] = { 2051e8, 2200e8, 2350e8, 2600e8, 2900e8, 3200e8 };
  PremiseChart *chart = new_chart (mark, chinese);

  premise_chart_set_stack (chart, stack);
  premise_chart_set_categories (chart, years, 6);
  for (guint s = 0; s < n_series; s++)
    premise_chart_add_series (chart, chinese ? zh[s] : en[s], values[s],
                              changed && s == 1 ? base : NULL);
  premise_chart_set_certainty (chart, 0, 4, PREMISE_CERTAINTY_INTERPOLATED);
  premise_chart_set_certainty (chart, 0, 5, PREMISE_CERTAINTY_IMPLIED);
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_area (gboolean chinese)
{
  return new_growth (PREMISE_MARK_AREA, chinese, PREMISE_STACK_NONE, 1, FALSE);
}

static PremiseChart *
new_areas (gboolean chinese)
{
  return new_growth (PREMISE_MARK_AREA, chinese, PREMISE_STACK_NONE, 3, TRUE);
}

static PremiseChart *
new_area_stacked (gboolean chinese)
{
  return new_growth (PREMISE_MARK_AREA, chinese, PREMISE_STACK_STACKED, 4, TRUE);
}

static PremiseChart *
new_area_percent (gboolean chinese)
{
  return new_growth (PREMISE_MARK_AREA, chinese, PREMISE_STACK_PERCENT, 4, TRUE);
}

static PremiseChart *
new_multiples (gboolean chinese)
{
  static const char *const zh[] = { "华东", "华南", "华北", "西部" };
  static const char *const en[] = { "East", "South", "North", "West" };
  PremiseChart *chart = new_growth (PREMISE_MARK_LINE, chinese, PREMISE_STACK_NONE, 4, TRUE);

  premise_chart_set_panels (chart, chinese ? zh : en, 4);

  return chart;
}

static PremiseChart *
new_multiples_bar (gboolean chinese)
{
  static const char *const zh[] = { "内容平台", "工具厂商" };
  static const char *const en[] = { "Platforms", "Tool makers" };
  PremiseChart *chart = new_growth (PREMISE_MARK_BAR, chinese, PREMISE_STACK_STACKED, 4, TRUE);

  premise_chart_set_panels (chart, chinese ? zh : en, 2);

  return chart;
}

/* Bars and a line on one scale. */
static PremiseChart *
new_combined (gboolean chinese)
{
  static const double plan[] = { 2900e8, 3100e8, 3300e8, 3500e8, 3700e8, 3900e8 };
  PremiseChart *chart = new_growth (PREMISE_MARK_BAR, chinese, PREMISE_STACK_NONE, 2, TRUE);
  guint line = premise_chart_add_series (chart, chinese ? "年初计划" : "Plan", plan, NULL);

  premise_chart_set_series_mark (chart, line, PREMISE_MARK_LINE);

  return chart;
}

/* Years at their true distances. */
static PremiseChart *
new_timed (PremiseMark mark,
           gboolean    chinese)
{
  static const char *const years[] = { "2016", "2018", "2021", "2022", "2023", "2030" };
  static const double positions[] = { 2016, 2018, 2021, 2022, 2023, 2030 };
  static const double sizes[] = { 600e8, 1100e8, 2930e8, 3600e8, 4400e8, 18000e8 };
  PremiseChart *chart = new_chart (mark, chinese);

  premise_chart_set_categories (chart, years, 6);
  premise_chart_add_series (chart, chinese ? "市场规模" : "Market", sizes, NULL);
  premise_chart_set_positions (chart, positions, 6);
  premise_chart_set_certainty (chart, 0, 1, PREMISE_CERTAINTY_INTERPOLATED);
  premise_chart_set_certainty (chart, 0, 5, PREMISE_CERTAINTY_IMPLIED);
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_timed_line (gboolean chinese)
{
  return new_timed (PREMISE_MARK_LINE, chinese);
}

static PremiseChart *
new_timed_bar (gboolean chinese)
{
  return new_timed (PREMISE_MARK_BAR, chinese);
}

static PremiseChart *
new_donut_of (gboolean chinese,
              gboolean changed)
{
  PremiseChart *chart = new_chart (PREMISE_MARK_DONUT, chinese);

  premise_chart_set_categories (chart, chinese ? content_zh : content_en, 9);
  premise_chart_add_series (chart, NULL, content, changed ? content_base : NULL);
  premise_chart_set_certainty (chart, 0, 5, PREMISE_CERTAINTY_IMPLIED);
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_donut (gboolean chinese)
{
  return new_donut_of (chinese, FALSE);
}

static PremiseChart *
new_donut_changed (gboolean chinese)
{
  return new_donut_of (chinese, TRUE);
}

static PremiseChart *
new_slope (gboolean chinese)
{
  static const char *const years[] = { "2021", "2026" };
  static const double values[][2] = {
    { 2965e8, 4100e8 }, { 2051e8, 4600e8 }, { 1844e8, 3300e8 }, { 900e8, 1500e8 },
    { 1790e8, 1450e8 },
  };
  static const double base[] = { 1844e8, 2700e8 };
  static const char *const zh[] = { "游戏", "短视频", "直播", "在线音乐", "剧集" };
  static const char *const en[] = { "Games", "Short video", "Livestreaming", "Online music",
                                    "TV series" };
  PremiseChart *chart = new_chart (PREMISE_MARK_SLOPE, chinese);

  premise_chart_set_categories (chart, years, 2);
  for (guint s = 0; s < 5; s++)
    premise_chart_add_series (chart, chinese ? zh[s] : en[s], values[s], s == 2 ? base : NULL);
  premise_chart_set_certainty (chart, 3, 1, PREMISE_CERTAINTY_INTERPOLATED);
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_tornado (gboolean chinese)
{
  static const char *const zh[] = { "AI 可承担的份额", "市场规模", "内容成本占比", "人工复核", "折扣率" };
  static const char *const en[] = { "Share that AI can take", "Market size", "Content share of cost",
                                    "Human review", "Discount rate" };
  static const double low[] = { 610e8, 818e8, 870e8, 1023e8, 1060e8 };
  static const double high[] = { 1430e8, 1228e8, 1180e8, 1110e8, 1160e8 };
  static const double low_base[] = { 560e8, 818e8, 870e8, 1023e8, 1060e8 };
  PremiseChart *chart = new_chart (PREMISE_MARK_TORNADO, chinese);

  premise_chart_set_categories (chart, chinese ? zh : en, 5);
  premise_chart_add_series (chart, chinese ? "假设取低值" : "Assumption low", low, low_base);
  premise_chart_add_series (chart, chinese ? "假设取高值" : "Assumption high", high, NULL);
  premise_chart_set_reference (chart, chinese ? "当前" : "Now", 1023e8, 990e8);
  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_histogram (gboolean chinese)
{
  double edges[25], shares[24], base[24];
  g_autofree char **labels = g_new0 (char *, 25);
  PremiseChart *chart = new_chart (PREMISE_MARK_HISTOGRAM, chinese);

  for (guint i = 0; i <= 24; i++)
    edges[i] = (600 + i * 40) * 1e8;

  for (guint i = 0; i < 24; i++)
    {
      shares[i] = exp (-pow ((i - 10.0) / 5, 2)) * 0.11;
      base[i] = exp (-pow ((i - 8.0) / 5, 2)) * 0.11;
      labels[i] = g_strdup_printf ("%u–%u", 600 + i * 40, 640 + i * 40);
    }

  premise_chart_set_categories (chart, (const char *const *) labels, 24);
  premise_chart_set_positions (chart, edges, 25);
  premise_chart_add_series (chart, chinese ? "占比" : "Share of runs", shares, base);
  premise_chart_set_cumulative (chart, chinese ? "不超过该值的占比" : "At most this much");
  premise_chart_set_reference (chart, chinese ? "当前" : "Now", 1023e8, NAN);
  premise_chart_set_tick_unit (chart, 0.01);
  premise_chart_set_label_func (chart, format_percent, NULL, NULL);
  premise_chart_set_axis_func (chart, PREMISE_AXIS_X, chinese ? format_yi : format_billion, NULL,
                               NULL, chinese ? YI : BILLION);
  premise_chart_set_axis_titles (chart, chinese ? "AI 可承担的成本，亿元" : "Cost that AI could take over, CNY bn",
                                 chinese ? "模拟次数占比" : "Share of runs");

  for (guint i = 0; i < 24; i++)
    g_free (labels[i]);

  return chart;
}

static PremiseChart *
new_fan (gboolean chinese)
{
  static const char *const years[] = { "2021", "2022", "2023", "2024", "2025", "2026", "2027" };
  static const char *const names[] = { "P5", "P25", "P50", "P75", "P95" };
  static const double spread[] = { -1.6, -0.6, 0, 0.7, 2.0 };
  PremiseChart *chart = new_chart (PREMISE_MARK_FAN, chinese);

  premise_chart_set_categories (chart, years, 7);

  for (guint q = 0; q < 5; q++)
    {
      double values[7], base[7];

      for (guint c = 0; c < 7; c++)
        {
          values[c] = 400e8 * pow (1.25, c) * (1 + spread[q] * c * 0.07);
          base[c] = 400e8 * pow (1.2, c);
        }

      premise_chart_add_series (chart, q == 2 ? (chinese ? "中位数" : "Median") : names[q], values,
                                q == 2 ? base : NULL);
    }

  use_money (chart, chinese);

  return chart;
}

static PremiseChart *
new_bubble (gboolean chinese)
{
  static const double share[] = { 0.32, 0.21, 0.18, 0.62, 0.55, 0.44, 0.28, 0.35, 0.51 };
  static const double saved[] = { 0.4, 0.25, 0.3, 0.12, 0.14, 0.2, 0.36, 0.5, 0.45 };
  static const double saved_base[] = { 0.3, 0.25, 0.3, 0.12, 0.14, 0.2, 0.36, 0.5, 0.45 };
  PremiseChart *chart = new_chart (PREMISE_MARK_BUBBLE, chinese);

  premise_chart_set_categories (chart, chinese ? content_zh : content_en, 9);
  premise_chart_add_series (chart, chinese ? "内容成本占比" : "Content share of cost", share, NULL);
  premise_chart_add_series (chart, chinese ? "AI 可承担" : "AI can take over", saved, saved_base);
  premise_chart_add_series (chart, chinese ? "市场规模" : "Market size", content, NULL);
  premise_chart_set_certainty (chart, 1, 7, PREMISE_CERTAINTY_INTERPOLATED);
  premise_chart_set_tick_unit (chart, 0.01);
  premise_chart_set_label_func (chart, format_percent, NULL, NULL);
  premise_chart_set_axis_func (chart, PREMISE_AXIS_X, format_percent, NULL, NULL, 0.01);
  premise_chart_set_axis_func (chart, PREMISE_AXIS_SIZE, chinese ? format_yi : format_billion, NULL,
                               NULL, chinese ? YI : BILLION);
  premise_chart_set_axis_titles (chart, chinese ? "内容成本占比" : "Content share of cost",
                                 chinese ? "AI 可承担的份额" : "Share that AI could take over");

  return chart;
}

/* Once more at two thirds, beside it. */
static PremiseChart *
in_panels (PremiseChart *chart,
           gboolean      chinese)
{
  static const char *const zh[] = { "内容平台", "工具厂商" };
  static const char *const en[] = { "Platforms", "Tool makers" };
  guint n = premise_chart_get_n_series (chart);
  guint n_categories = premise_chart_get_n_categories (chart);
  g_autofree double *values = g_new (double, n_categories + 1);

  for (guint s = 0; s < n; s++)
    {
      for (guint c = 0; c < n_categories; c++)
        values[c] = premise_chart_get_value (chart, s, c) * 2 / 3;
      premise_chart_add_series (chart, premise_chart_get_series_label (chart, s), values, NULL);
    }

  premise_chart_set_panels (chart, chinese ? zh : en, 2);

  return chart;
}

static PremiseChart *
new_multiples_stacked (gboolean chinese)
{
  return in_panels (new_stacked (chinese), chinese);
}

static PremiseChart *
new_multiples_waterfall (gboolean chinese)
{
  return in_panels (new_waterfall (chinese), chinese);
}

static PremiseChart *
new_multiples_heatmap (gboolean chinese)
{
  return in_panels (new_heatmap (chinese), chinese);
}

static PremiseChart *
new_multiples_histogram (gboolean chinese)
{
  return in_panels (new_histogram (chinese), chinese);
}

static PremiseChart *
new_multiples_fan (gboolean chinese)
{
  return in_panels (new_fan (chinese), chinese);
}

static PremiseChart *
new_multiples_bubble (gboolean chinese)
{
  return in_panels (new_bubble (chinese), chinese);
}

static PremiseChart *
new_negative (gboolean chinese)
{
  static const char *const zh[] = { "收入", "研发", "销售", "管理", "利润" };
  static const char *const en[] = { "Revenue", "Research", "Sales", "Administration", "Profit" };
  static const double margin[] = { 0.125, -0.342, -0.081, -0.027, 0.064 };
  PremiseChart *chart = new_chart (PREMISE_MARK_BAR, chinese);

  premise_chart_set_categories (chart, chinese ? zh : en, 5);
  premise_chart_add_series (chart, NULL, margin, NULL);
  premise_chart_set_tick_unit (chart, 0.01);
  premise_chart_set_label_func (chart, format_percent, NULL, NULL);

  return chart;
}

static PremiseChart *
new_negative_horizontal (gboolean chinese)
{
  PremiseChart *chart = new_negative (chinese);

  premise_chart_set_horizontal (chart, TRUE);

  return chart;
}

static PremiseChart *
new_long (gboolean chinese)
{
  static const char *const zh[] = {
    "以文字为主要载体的网络文学作品与衍生内容", "由用户自己拍摄上传的短视频与直播切片素材",
    "面向海外市场发行的移动端角色扮演类网络游戏", "综艺",
  };
  static const char *const en[] = {
    "Written works published online and what is derived from them",
    "Clips that users film and upload themselves",
    "Role-playing games for mobile phones sold abroad", "Variety shows",
  };
  static const double values[] = { 14.6e8, 78.9e8, 222.4e8, 105.8e8 };
  PremiseChart *chart = new_chart (PREMISE_MARK_BAR, chinese);

  premise_chart_set_horizontal (chart, TRUE);
  premise_chart_set_categories (chart, chinese ? zh : en, 4);
  premise_chart_add_series (chart, NULL, values, NULL);
  use_money (chart, chinese);

  return chart;
}

static const struct
{
  const char     *name;
  PremiseChart *(*create) (gboolean chinese);
} samples[] = {
  { "bar", new_bar },
  { "bar-changed", new_bar_changed },
  { "column", new_column },
  { "grouped", new_grouped },
  { "grouped-horizontal", new_grouped_horizontal },
  { "stacked", new_stacked },
  { "percent", new_percent },
  { "negative", new_negative },
  { "negative-horizontal", new_negative_horizontal },
  { "long", new_long },
  { "line", new_line },
  { "lines", new_lines },
  { "point", new_point },
  { "range", new_range },
  { "range-vertical", new_range_vertical },
  { "waterfall", new_waterfall },
  { "waterfall-horizontal", new_waterfall_horizontal },
  { "waterfall-subtotal", new_waterfall_subtotal },
  { "heatmap", new_heatmap },
  { "heatmap-diverging", new_heatmap_diverging },
  { "area", new_area },
  { "areas", new_areas },
  { "area-stacked", new_area_stacked },
  { "area-percent", new_area_percent },
  { "combined", new_combined },
  { "timed-line", new_timed_line },
  { "timed-bar", new_timed_bar },
  { "donut", new_donut },
  { "donut-changed", new_donut_changed },
  { "slope", new_slope },
  { "tornado", new_tornado },
  { "histogram", new_histogram },
  { "fan", new_fan },
  { "bubble", new_bubble },
  { "multiples", new_multiples },
  { "multiples-bar", new_multiples_bar },
  { "multiples-waterfall", new_multiples_waterfall },
  { "multiples-heatmap", new_multiples_heatmap },
  { "multiples-histogram", new_multiples_histogram },
  { "multiples-fan", new_multiples_fan },
  { "multiples-bubble", new_multiples_bubble },
  { "multiples-stacked", new_multiples_stacked },
};

guint
chart_samples_get_n (void)
{
  return G_N_ELEMENTS (samples);
}

const char *
chart_samples_get_name (guint i)
{
  return samples[i].name;
}

PremiseChart *
chart_samples_new (guint    i,
                   gboolean chinese)
{
  static const char *const labels[PREMISE_N_CERTAINTIES][2] = {
    [PREMISE_CERTAINTY_FORECAST] = { "Forecast", "预测" },
    [PREMISE_CERTAINTY_INTERPOLATED] = { "Interpolated", "插值估算" },
    [PREMISE_CERTAINTY_IMPLIED] = { "Implied by others", "据其他数据推得" },
  };
  PremiseChart *chart = samples[i].create (chinese);

  for (guint c = 0; c < PREMISE_N_CERTAINTIES; c++)
    premise_chart_set_certainty_label (chart, c, labels[c][chinese ? 1 : 0]);

  return chart;
}

PangoContext *
chart_samples_new_context (void)
{
  return pango_font_map_create_context (pango_cairo_font_map_get_default ());
}

static gboolean
overlap (const PremiseRect *a,
         const PremiseRect *b)
{
  const double slack = 1e-6;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width
         && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

static void
assert_inside (const PremiseShape *shape,
               double              width,
               double              height)
{
  const PremiseRect *b = &shape->bounds;
  const double slack = 1e-6;

  g_assert_true (isfinite (b->x) && isfinite (b->y));
  g_assert_cmpfloat (b->width, >=, 0);
  g_assert_cmpfloat (b->height, >=, 0);
  g_assert_cmpfloat (b->x, >=, -slack);
  g_assert_cmpfloat (b->y, >=, -slack);
  g_assert_cmpfloat (b->x + b->width, <=, width + slack);
  g_assert_cmpfloat (b->y + b->height, <=, height + slack);
}

/* As a word of its own: there is “information” too. */
static gboolean
has_word (const char *text,
          const char *word)
{
  const char *found = strstr (text, word);

  return found != NULL && (found == text || !g_ascii_isalpha (found[-1]))
         && !g_ascii_isalpha (found[strlen (word)]);
}

void
chart_samples_assert_sound (PremiseScene *scene,
                            double        width,
                            double        height)
{
  g_autoptr(GArray) texts = g_array_new (FALSE, FALSE, sizeof (PremiseRect));

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape shape;

      premise_scene_get_shape (scene, i, &shape);
      assert_inside (&shape, width, height);

      if (shape.text == NULL)
        continue;

      g_assert_false (has_word (shape.text, "nan") || has_word (shape.text, "inf"));

      for (guint t = 0; t < texts->len; t++)
        g_assert_false (overlap (&shape.bounds, &g_array_index (texts, PremiseRect, t)));

      g_array_append_val (texts, shape.bounds);
    }
}
