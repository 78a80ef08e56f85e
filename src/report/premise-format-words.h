/* premise-format-words.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-format.h"

G_BEGIN_DECLS

/* How a language writes numbers. The report's language decides, never the desktop's. */

#define PREMISE_NARROW_SPACE   "\u202f"
#define PREMISE_NO_BREAK_SPACE "\u00a0"
#define PREMISE_THIN_SPACE     "\u2009"
#define PREMISE_MINUS          "\u2212"
#define PREMISE_PLUS_MINUS     "\u00b1"
#define PREMISE_NO_VALUE       "\u2013"
#define PREMISE_WORD_JOINER    "\u2060"

#define PREMISE_N_SCALES 4

/* A power of ten with a name. The first of a language is 1, without a name. */
typedef struct
{
  const char *name;
  int         power;
} PremiseScaleWord;

/**
 * PremiseCurrencyWord:
 * @code: the engine's name of the dimension
 * @before: what stands before a number; ends with a space when letters alone would
 *   run into the digits
 * @after: (nullable): what stands behind the number instead
 */
typedef struct
{
  const char *code;
  const char *before;
  const char *after;
} PremiseCurrencyWord;

/**
 * PremiseNoun:
 * @dimension: the engine's name of the dimension
 * @one: "hour"; also behind a slash
 * @many: "hours"
 * @scales: (nullable): %PREMISE_N_SCALES scales with names of their own, which hold the
 *   noun too: GB
 */
typedef struct
{
  const char             *dimension;
  const char             *one;
  const char             *many;
  const PremiseScaleWord *scales;
} PremiseNoun;

typedef struct
{
  const char                *language;    /* primary subtag, with the script where that counts */
  const char                *pango_language;
  gboolean                   ideographic; /* dense characters, which want more room between the lines */
  const char                *gap;         /* between number, scale and unit */
  gboolean                   scale_touches_unit;  /* 亿元, but bn people */
  PremiseScaleWord           scales[PREMISE_N_SCALES];  /* 1 and what AUTO takes, ascending */
  PremiseScaleWord           named[5];    /* by PremiseNamedScale; [AUTO] unused */
  const PremiseCurrencyWord *currencies;  /* ends with a NULL code */
  const PremiseNoun         *nouns;       /* ends with a NULL dimension */
  const char                *times;       /* 倍, × */
  const char                *points;      /* 个百分点, pp; with the gap before it */
  const char                *points_unit; /* 百分点, pp: in an axis title */
  const char                *thousand;    /* 千字: thousands in a denominator */
  const char                *appeared;    /* a change from nothing */
  const char                *earlier;     /* changes of a date */
  const char                *later;
  const char                *to;          /* between two numbers with a unit each */
  const char *const         *months;      /* (nullable): twelve names; without, dates are 2022年11月30日 */
} PremiseWords;

const PremiseWords        *premise_words_get           (const char         *language);
const char                *premise_words_get_pango_language (const char    *language);
const PremiseCurrencyWord *premise_words_find_currency (const PremiseWords *self,
                                                        const char         *dimension);
const PremiseNoun         *premise_words_find_noun     (const PremiseWords *self,
                                                        const char         *dimension);

G_END_DECLS
