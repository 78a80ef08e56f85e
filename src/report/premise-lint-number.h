/* premise-lint-number.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-text-private.h"

G_BEGIN_DECLS

/**
 * PremiseLintNumber:
 * @offset: where it begins in the markup
 * @written: (nullable): how it is written out, borrowed from the run; %NULL for a live number
 * @length: of what is written, without the unit; 0 for a word such as “thousand” or 千字, which
 *   may stand for a number and need not
 * @value: what it comes to, with its scale: 1.2万 is 12000; NaN for a live number
 * @names: whether it names something and measures nothing: a year, a day, a page, a rank
 * @unit: (nullable): a unit that is written beside it, as the engine calls it: "CNY", "%", "hour"
 *
 * A number in a text, written out, or live and with its unit written by hand.
 */
typedef struct
{
  gsize       offset;
  const char *written;
  gsize       length;
  double      value;
  gboolean    names;
  const char *unit;
} PremiseLintNumber;

GArray  *premise_lint_find_numbers (const GArray *runs,
                                    const char   *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean premise_lint_has_scale    (const char   *text,
                                    const char   *language);

G_END_DECLS
