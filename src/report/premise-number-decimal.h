/* premise-number-decimal.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PREMISE_DECIMAL_DIGITS 15

/**
 * PremiseDecimal:
 * @negative: whether the value is below zero; never for zero
 * @n_digits: how many of @digits count, without trailing zeros; 0 for zero
 * @point: where the decimal point stands: the value is 0.d₁d₂d₃… × 10^@point
 * @digits: '0' … '9'
 *
 * A number as it is written, so that rounding happens on the digits that a
 * reader would see and not on their binary neighbours.
 */
typedef struct
{
  gboolean negative;
  int      n_digits;
  int      point;
  char     digits[PREMISE_DECIMAL_DIGITS + 1];
} PremiseDecimal;

void      premise_decimal_init          (PremiseDecimal       *self,
                                         double                value);
gboolean  premise_decimal_is_zero       (const PremiseDecimal *self);
/* Power of ten of the first digit: 2 for 123, −1 for 0.5, 0 for zero. */
int       premise_decimal_get_magnitude (const PremiseDecimal *self);
void      premise_decimal_shift         (PremiseDecimal       *self,
                                         int                   power);
void      premise_decimal_round         (PremiseDecimal       *self,
                                         int                   decimals);
void      premise_decimal_append        (const PremiseDecimal *self,
                                         GString              *string,
                                         int                   min_decimals,
                                         gboolean              grouped);

G_END_DECLS
