/* premise-dimension-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PREMISE_DIMENSION_MAX_FACTORS 8
#define PREMISE_DIMENSION_NO_BASE     255

/**
 * PremiseDimension:
 *
 * A product of base dimensions with integer exponents, in table order and without
 * factors of exponent 0, so that equal dimensions are equal byte by byte.
 */
typedef struct
{
  guint8 n_factors;
  struct
    {
      guint8 base;
      gint8  exponent;
    } factors[PREMISE_DIMENSION_MAX_FACTORS];
} PremiseDimension;

/**
 * PremiseUnitWord:
 * @base: the base dimension, or %PREMISE_DIMENSION_NO_BASE for a scale
 * @power: the power of ten
 *
 * A word that units are made of.
 */
typedef struct
{
  const char *text;
  guint8      base;
  gint8       power;
} PremiseUnitWord;

extern const PremiseUnitWord premise_unit_words[];
extern const guint           premise_n_unit_words;

const char *premise_dimension_get_base_name (guint                   base);
gboolean    premise_dimension_is_currency   (const PremiseDimension *self);
gboolean    premise_dimension_is_base_currency (guint                base);
gboolean    premise_dimension_has_date      (const PremiseDimension *self);
gboolean    premise_dimension_equal         (const PremiseDimension *a,
                                             const PremiseDimension *b);
gboolean    premise_dimension_multiply      (PremiseDimension       *self,
                                             const PremiseDimension *other,
                                             int                     exponent);
gboolean    premise_dimension_raise         (PremiseDimension       *self,
                                             double                  exponent);
guint       premise_dimension_get_factor    (const PremiseDimension *self,
                                             guint                   i,
                                             int                    *exponent);
char       *premise_dimension_to_string     (const PremiseDimension *self);

G_END_DECLS
