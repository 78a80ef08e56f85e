/* premise-describe.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"

G_BEGIN_DECLS

/**
 * PremisePhrases:
 * @empty: there is nothing to see
 * @single: one category: {leader} {value}
 * @summary: many: {count}, and {leader} {value} for the largest, {last} {last_value} for
 *   the smallest
 * @equal: many, all with one value: {count} {value}
 * @trend: a line: {count}, {first} {first_value}, {last} {last_value}, {leader} {value} for
 *   the peak
 * @range: low to high: {count}, {leader} {low} {high} for the widest
 * @waterfall: {count} steps, {leader} {value} for the largest, {last} {last_value} for the
 *   total
 * @heatmap: {count} columns, {rows} rows, {leader} {row} {value} for the largest, {last}
 *   {last_row} {last_value} for the smallest
 * @parts: parts of a whole: {count}, {leader} {share} for the largest, {last} {last_share}
 *   for the smallest
 * @slope: {count} lines from {first} to {last}: {leader} {first_value} {last_value} for the one
 *   that moves most
 * @swings: {count} assumptions, {leader} {low} {high} for the one that moves the result most
 * @bins: {count} bins, {leader} {value} for the fullest
 * @fan: {last}: {low} {high} for the outermost quantiles, {value} for the middle
 * @bubbles: {count} points, {leader} {value} {x} for the topmost, {last} {last_value} {last_x} for
 *   the lowest
 * @series: put before each sentence when there are many series: {series} {sentence}
 * @missing: {missing} values are missing
 * @changed: {changed} values differ from the base case
 * @certainties: {uncertain} values are forecasts, interpolated, implied
 * @separator: what stands between sentences: a space, or nothing
 *
 * Sentences in one language, with placeholders in braces. %NULL leaves a sentence out;
 * a placeholder that means nothing there is left as it is.
 */
typedef struct
{
  const char *empty;
  const char *single;
  const char *summary;
  const char *equal;
  const char *trend;
  const char *range;
  const char *waterfall;
  const char *heatmap;
  const char *parts;
  const char *slope;
  const char *swings;
  const char *bins;
  const char *fan;
  const char *bubbles;
  const char *series;
  const char *missing;
  const char *changed;
  const char *certainties[PREMISE_N_CERTAINTIES];
  const char *separator;
} PremisePhrases;

char *premise_chart_describe (PremiseChart         *chart,
                              const PremisePhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
