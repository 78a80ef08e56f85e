/* premise-format-layout.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-format-words.h"
#include "premise-number-decimal.h"

G_BEGIN_DECLS

/* What stands behind a number of a unit. */
typedef enum
{
  PREMISE_NOTATION_NUMBER,    /* nothing */
  PREMISE_NOTATION_PERCENT,
  PREMISE_NOTATION_POINTS,
  PREMISE_NOTATION_TIMES,
  PREMISE_NOTATION_QUANTITY,  /* a currency, a noun, a rate */
} PremiseNotation;

/* A value taken apart: the digits to write and what goes around them. Keeps format and unit. */
typedef struct
{
  const PremiseFormat    *format;
  const PremiseWords     *words;
  const PremiseUnit      *unit;           /* (nullable) */
  PremiseNotation         notation;
  const PremiseScaleWord *scales;         /* what an automatic scale is chosen from */
  const PremiseScaleWord *scale;
  int                     power;          /* one shown unit is 10^power base units */
  gboolean                per_thousand;   /* 元/千字 */
  PremiseDecimal          shown;
  int                     min_decimals;
  gboolean                scientific;
  int                     exponent;
} PremiseNumberLayout;

/* What is written around the digits. */
typedef enum
{
  PREMISE_NUMBER_BEFORE = 1 << 0,   /* a currency that stands in front */
  PREMISE_NUMBER_SCALE  = 1 << 1,   /* 万, bn */
  PREMISE_NUMBER_UNIT   = 1 << 2,   /* everything else behind */
} PremiseNumberParts;

PremiseNotation  premise_notation_of_unit       (const PremiseFormat       *format,
                                                 const PremiseUnit         *unit);
double           premise_power_of_ten           (int                        power);
void             premise_number_layout_init     (PremiseNumberLayout       *self,
                                                 const PremiseFormat       *format,
                                                 double                     value,
                                                 const PremiseUnit         *unit,
                                                 const char                *language);
char            *premise_number_layout_write    (const PremiseNumberLayout *self);
char            *premise_number_layout_write_parts (const PremiseNumberLayout *self,
                                                    PremiseNumberParts         parts);
char            *premise_number_layout_dup_unit (const PremiseNumberLayout *self);
void             premise_number_append_sign     (GString                   *string,
                                                 const PremiseDecimal      *decimal,
                                                 gboolean                   always);

G_END_DECLS
