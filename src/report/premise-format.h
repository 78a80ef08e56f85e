/* premise-format.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-unit.h"

G_BEGIN_DECLS

/* Scales that the languages name. AUTO takes the largest that fits the value. */
typedef enum
{
  PREMISE_NAMED_SCALE_AUTO,
  PREMISE_NAMED_SCALE_ONE,
  PREMISE_NAMED_SCALE_WAN,      /* 万 · thousand (zh 1e4, en 1e3) */
  PREMISE_NAMED_SCALE_YI,       /* 亿 · billion, with one decimal more in English */
  PREMISE_NAMED_SCALE_WANYI,    /* 万亿 · trillion */
} PremiseNamedScale;

/**
 * PremiseFormat:
 * @decimals: −1 chooses (three significant digits)
 * @significant: 0, or the number of significant digits (wins over @decimals)
 * @sign: always show + or −, for changes
 * @bare: without unit or currency; an automatic scale keeps its name (2,500万), since
 *   the number would mean something else without it
 *
 * @decimals counts in the Chinese scale. English moves the last digit with the scale (one
 * decimal more for billions, which are ten 亿), so that both languages are equally precise.
 * Without @decimals and @significant, zeros at the end are not written, except that
 * 290 亿 is 29.0 bn.
 *
 * How a number is written, parsed from what stands behind the colon in a text:
 * ".1", "3s", "@yi", "+", "bare", "year", "pp", in any order, with spaces or commas.
 */
typedef struct
{
  int               decimals;
  int               significant;
  PremiseNamedScale scale;
  gboolean          sign;
  gboolean          bare;
  gboolean          year;       /* no thousands separator */
  gboolean          points;     /* percentage points */
} PremiseFormat;

#define PREMISE_FORMAT_ERROR (premise_format_error_quark ())

/* What premise_format_parse() and premise_number_parse() complain about. The message is a
 * sentence for the person who typed it. */
typedef enum
{
  PREMISE_FORMAT_ERROR_SYNTAX,    /* not a format, not a number */
  PREMISE_FORMAT_ERROR_UNIT,      /* a number in a unit that does not fit */
  PREMISE_FORMAT_ERROR_RANGE,     /* too large to keep */
} PremiseFormatError;

GQuark    premise_format_error_quark (void);

void      premise_format_init     (PremiseFormat       *format);
gboolean  premise_format_parse    (PremiseFormat       *format,
                                   const char          *text,
                                   gsize               *error_offset,
                                   GError             **error);
/* value: base units. unit: decides currency, %, × and the unit's name. language: "zh", "en", …
 * Rounds half away from zero as printed tables do (78.925 → 78.93). NaN gives "–".
 * "1,023 亿元" (U+202F between number and unit), "CNY 102.3 bn", "27%", "1,160倍", "1,160×". */
char     *premise_format_value    (const PremiseFormat *format,
                                   double               value,
                                   const PremiseUnit   *unit,
                                   const char          *language) G_GNUC_WARN_UNUSED_RESULT;
/* The unit alone, for axis titles and table heads: "亿元", "CNY bn", "%". value decides AUTO. */
char     *premise_format_unit     (const PremiseFormat *format,
                                   double               value,
                                   const PremiseUnit   *unit,
                                   const char          *language) G_GNUC_WARN_UNUSED_RESULT;
/* How much one shown unit is in base units: 1e8 for 亿元. */
double    premise_format_get_divisor (const PremiseFormat *format,
                                      double               value,
                                      const PremiseUnit   *unit,
                                      const char          *language);
/* A value on an axis: the number alone, in units of divisor, with the decimals it needs. */
char     *premise_format_tick     (const PremiseFormat *format,
                                   double               value,
                                   double               divisor) G_GNUC_WARN_UNUSED_RESULT;
/* Change against base: "+12%", "+3.0 pp", "±0". */
char     *premise_format_change   (double               value,
                                   double               base,
                                   const PremiseUnit   *unit,
                                   const char          *language) G_GNUC_WARN_UNUSED_RESULT;
/* What a person typed: "35%", "1.2万亿", "3,000", "0.3bn", "US$20", "3000 亿元". A bare number is
 * taken in the scale that premise_format_value() shows: 35 for a share is 35 %. value: base units. */
gboolean  premise_number_parse    (const char          *text,
                                   const PremiseFormat *format,
                                   double               current,
                                   const PremiseUnit   *unit,
                                   const char          *language,
                                   double              *value,
                                   GError             **error);

G_END_DECLS
