/* premise-format-range.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-format.h"
#include "premise-format-words.h"

G_BEGIN_DECLS

/* A line may break behind a dash; the word joiner keeps “1–” from standing at its end. */
#define PREMISE_RANGE_DASH "\u2013" PREMISE_WORD_JOINER

/* A range in pieces, since each of its numbers has an origin of its own. */
typedef struct
{
  char *low;
  char *between;    /* (nullable): with @high: both numbers are written alike */
  char *high;       /* (nullable) */
} PremiseFormatRange;

void premise_format_range       (PremiseFormatRange  *self,
                                 const PremiseFormat *format,
                                 double               low,
                                 double               high,
                                 const PremiseUnit   *low_unit,
                                 const PremiseUnit   *high_unit,
                                 const char          *language);
void premise_format_range_clear (PremiseFormatRange  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PremiseFormatRange, premise_format_range_clear)

G_END_DECLS
