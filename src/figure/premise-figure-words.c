/* premise-figure-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-figure-words.h"

#include <string.h>

static const PremisePhrases phrases_zh = {
  .empty = "没有数值。",
  .single = "{leader}：{value}。",
  .summary = "共{count}项，最大的是{leader}，{value}；最小的是{last}，{last_value}。",
  .equal = "共{count}项，都是{value}。",
  .trend = "共{count}项，从{first}的{first_value}到{last}的{last_value}，最高是{leader}的{value}。",
  .range = "共{count}个区间，最宽的是{leader}，从{low}到{high}。",
  .waterfall = "{count}项相加，{last}为{last_value}；最大的一项是{leader}，{value}。",
  .heatmap = "{rows}行{count}列，最大的是{row}、{leader}，{value}；"
             "最小的是{last_row}、{last}，{last_value}。",
  .parts = "共{count}部分，最大的是{leader}，占{share}；最小的是{last}，占{last_share}。",
  .slope = "共{count}条线，从{first}到{last}；变化最大的是{leader}，从{first_value}到{last_value}。",
  .swings = "当前为{value}。共{count}个假设，影响最大的是{leader}：取低值时为{low}，取高值时为{high}。",
  .bins = "共{count}组，最多的是{leader}，{value}。",
  .fan = "到{last}，中位数为{value}，从{low}到{high}。",
  .bubbles = "共{count}个点，最高的是{leader}（{x}，{value}）；最低的是{last}（{last_x}，{last_value}）。",
  .series = "{series}：{sentence}",
  .missing = "有{missing}项没有数值。",
  .changed = "有{changed}项与基准情形不同。",
  .certainties = {
    [PREMISE_CERTAINTY_FORECAST] = "有{uncertain}项为预测值。",
    [PREMISE_CERTAINTY_INTERPOLATED] = "有{uncertain}项为插值估算。",
    [PREMISE_CERTAINTY_IMPLIED] = "有{uncertain}项据其他数据推得。",
  },
  .separator = "",
};

static const PremisePhrases phrases_en = {
  .empty = "No values.",
  .single = "{leader}: {value}.",
  .summary = "{count} values; the largest is {leader} at {value}, the smallest {last} at "
             "{last_value}.",
  .equal = "{count} values, all {value}.",
  .trend = "{count} values, from {first_value} in {first} to {last_value} in {last}; "
           "the highest is {value} in {leader}.",
  .range = "{count} ranges; the widest is {leader}, from {low} to {high}.",
  .waterfall = "{count} steps lead to {last} of {last_value}; the largest is {leader} at {value}.",
  .heatmap = "{rows} rows and {count} columns; the largest value is {value} ({row}, {leader}), "
             "the smallest {last_value} ({last_row}, {last}).",
  .parts = "{count} parts; the largest is {leader} at {share}, the smallest {last} at {last_share}.",
  .slope = "Lines from {first} to {last}: {count}; {leader} changes most, from {first_value} to "
           "{last_value}.",
  .swings = "{value} as it stands. Assumptions: {count}; {leader} matters most: {low} when it is low, "
            "{high} when it is high.",
  .bins = "{count} bins; the fullest is {leader}, with {value}.",
  .fan = "In {last} the median is {value}, within {low} and {high}.",
  .bubbles = "{count} points; the highest is {leader} ({x}, {value}), the lowest {last} ({last_x}, "
             "{last_value}).",
  .series = "{series}: {sentence}",
  .missing = "Values missing: {missing}.",
  .changed = "Values that differ from the base case: {changed}.",
  .certainties = {
    [PREMISE_CERTAINTY_FORECAST] = "Forecasts: {uncertain}.",
    [PREMISE_CERTAINTY_INTERPOLATED] = "Values interpolated: {uncertain}.",
    [PREMISE_CERTAINTY_IMPLIED] = "Values implied by others: {uncertain}.",
  },
  .separator = " ",
};

/* English is last: it serves the languages that have no row of their own. */
static const PremiseFigureWords languages[] = {
  {
    .language = "zh",
    .exhibit = "图表 ",
    .source = "来源：",
    .calculated = "来源：据以下资料计算：",
    .list_comma = "、",
    .comma = "，",
    .page_before = "第\u202f",
    .page_after = "\u202f页",
    .full_stop = "。",
    .illustrative = "示意",
    .base_case = "基准情形",
    .base_open = "（基准 ",
    .base_close = "）",
    .low = "低",
    .high = "高",
    .total = "合计",
    .now = "当前",
    .swing_low = "假设取低值",
    .swing_high = "假设取高值",
    .share_of_runs = "占模拟次数的比例",
    .cumulative = "不超过该值的比例",
    .median = "中位数",
    .certainties = {
      [PREMISE_CERTAINTY_FORECAST] = "预测",
      [PREMISE_CERTAINTY_INTERPOLATED] = "插值估算",
      [PREMISE_CERTAINTY_IMPLIED] = "据其他数据推得",
    },
    .changed_note = "以下数字按改动后的假设计算：",
    .callouts = {
      [PREMISE_CALLOUT_NOTE] = "说明",
      [PREMISE_CALLOUT_WARNING] = "注意",
      [PREMISE_CALLOUT_CORRECTION] = "更正",
    },
    .marks = {
      [PREMISE_MARK_BAR] = "条形图",
      [PREMISE_MARK_LINE] = "折线图",
      [PREMISE_MARK_POINT] = "点图",
      [PREMISE_MARK_RANGE] = "区间图",
      [PREMISE_MARK_WATERFALL] = "瀑布图",
      [PREMISE_MARK_HEATMAP] = "热力图",
      [PREMISE_MARK_AREA] = "面积图",
      [PREMISE_MARK_DONUT] = "环形图",
      [PREMISE_MARK_SLOPE] = "斜率图",
      [PREMISE_MARK_TORNADO] = "龙卷风图",
      [PREMISE_MARK_HISTOGRAM] = "直方图",
      [PREMISE_MARK_FAN] = "扇形图",
      [PREMISE_MARK_BUBBLE] = "气泡图",
    },
    .phrases = &phrases_zh,
  },
  {
    .language = "en",
    .exhibit = "Exhibit ",
    .source = "Source: ",
    .calculated = "Source: calculated from ",
    .list_comma = ", ",
    .comma = ", ",
    .page_before = "p.\u00a0",
    .page_after = "",
    .full_stop = ". ",
    .illustrative = "Illustrative",
    .base_case = "Base case",
    .base_open = " (base ",
    .base_close = ")",
    .low = "Low",
    .high = "High",
    .total = "Total",
    .now = "Now",
    .swing_low = "Assumption low",
    .swing_high = "Assumption high",
    .share_of_runs = "Share of runs",
    .cumulative = "Share at most this much",
    .median = "Median",
    .certainties = {
      [PREMISE_CERTAINTY_FORECAST] = "Forecast",
      [PREMISE_CERTAINTY_INTERPOLATED] = "Interpolated",
      [PREMISE_CERTAINTY_IMPLIED] = "Implied by other figures",
    },
    .changed_note = "The numbers below are calculated with changed assumptions:",
    .callouts = {
      [PREMISE_CALLOUT_NOTE] = "Note",
      [PREMISE_CALLOUT_WARNING] = "Caution",
      [PREMISE_CALLOUT_CORRECTION] = "Correction",
    },
    .marks = {
      [PREMISE_MARK_BAR] = "Bar chart",
      [PREMISE_MARK_LINE] = "Line chart",
      [PREMISE_MARK_POINT] = "Dot plot",
      [PREMISE_MARK_RANGE] = "Range chart",
      [PREMISE_MARK_WATERFALL] = "Waterfall chart",
      [PREMISE_MARK_HEATMAP] = "Heat map",
      [PREMISE_MARK_AREA] = "Area chart",
      [PREMISE_MARK_DONUT] = "Donut chart",
      [PREMISE_MARK_SLOPE] = "Slope chart",
      [PREMISE_MARK_TORNADO] = "Tornado chart",
      [PREMISE_MARK_HISTOGRAM] = "Histogram",
      [PREMISE_MARK_FAN] = "Fan chart",
      [PREMISE_MARK_BUBBLE] = "Bubble chart",
    },
    .phrases = &phrases_en,
  },
};

/**
 * premise_figure_words_get:
 * @language: (nullable): a language tag such as "zh" or "en-GB"
 *
 * Finds the words around a figure; English for a language without any.
 *
 * Returns: the words
 */
const PremiseFigureWords *
premise_figure_words_get (const char *language)
{
  gsize length = language != NULL ? strcspn (language, "-_.@") : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *candidate = languages[i].language;

      if (strlen (candidate) == length && g_ascii_strncasecmp (candidate, language, length) == 0)
        return &languages[i];
    }

  return &languages[G_N_ELEMENTS (languages) - 1];
}
