/* premise-cell-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-math-private.h"

#ifdef __FAST_MATH__
#error "Do not build with -ffast-math: missing values are NaN and must stay NaN."
#endif

G_BEGIN_DECLS

/* What each operation does with one cell. Kernels, the loop over scalar formulas and the
 * lanes of batches all use these, which is why their results are the same bit for bit.
 */

/* 0 if the values are finite, else NaN. Subtracting it changes nothing, not even the sign
 * of zero, or makes an error of the result.
 */
static inline double
premise_cell_poison_1 (double a)
{
  return a - a;
}

static inline double
premise_cell_poison_2 (double a,
                       double b)
{
  return (a - a) + (b - b);
}

static inline double
premise_cell_poison_3 (double a,
                       double b,
                       double c)
{
  return (a - a) + (b - b) + (c - c);
}

static inline double
premise_cell_negate (double a)
{
  return -a;
}

static inline double
premise_cell_not (double a)
{
  return (a == 0) - premise_cell_poison_1 (a);
}

/* Not times 0.01: 7 % is the number 0.07. */
static inline double
premise_cell_percent (double a)
{
  return a / 100;
}

static inline double
premise_cell_add (double a,
                  double b)
{
  return a + b;
}

static inline double
premise_cell_subtract (double a,
                       double b)
{
  return a - b;
}

static inline double
premise_cell_multiply (double a,
                       double b)
{
  return a * b;
}

/* Without the guard, 1 / (1 / 0) would be 0. */
static inline double
premise_cell_divide (double a,
                     double b)
{
  return a / b - premise_cell_poison_1 (b);
}

/* One of the four, counted as they stand above; which, is known when this is compiled. */
static inline double
premise_cell_basic (guint  operation,
                    double a,
                    double b)
{
  switch (operation)
    {
    case 0:
      return premise_cell_add (a, b);

    case 1:
      return premise_cell_subtract (a, b);

    case 2:
      return premise_cell_multiply (a, b);

    default:
      return premise_cell_divide (a, b);
    }
}

/* Likewise 1 ^ (1 / 0) would be 1. The spreadsheet refuses 0 ^ 0; here it is 1, as in C. */
static inline double
premise_cell_power (double a,
                    double b)
{
  return premise_power (a, b) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_less (double a,
                   double b)
{
  return (a < b) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_less_equal (double a,
                         double b)
{
  return (a <= b) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_greater (double a,
                      double b)
{
  return (a > b) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_greater_equal (double a,
                            double b)
{
  return (a >= b) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_equal (double a,
                    double b)
{
  return (a == b) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_not_equal (double a,
                        double b)
{
  return (a != b) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_and (double a,
                  double b)
{
  return a == 0 ? 0 : (b != 0) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_or (double a,
                 double b)
{
  return a != 0 ? 1 - premise_cell_poison_1 (a) : (b != 0) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_choose (double condition,
                     double a,
                     double b)
{
  return (condition != 0 ? a : b) - premise_cell_poison_1 (condition);
}

static inline double
premise_cell_min_2 (double a,
                    double b)
{
  return (b < a ? b : a) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_max_2 (double a,
                    double b)
{
  return (b > a ? b : a) - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_sign (double a)
{
  return (a > 0) - (a < 0) - premise_cell_poison_1 (a);
}

static inline double
premise_cell_logarithm (double a)
{
  return a > 0 ? premise_log (a) : NAN;
}

static inline double
premise_cell_logarithm_10 (double a)
{
  return a > 0 ? log10 (a) : NAN;
}

static inline double
premise_cell_exponential (double a)
{
  return premise_exp (a) - premise_cell_poison_1 (a);
}

static inline double
premise_cell_clamp (double a,
                    double low,
                    double high)
{
  double limited = a < low ? low : a;

  if (low > high)
    return NAN;

  return (limited > high ? high : limited) - premise_cell_poison_3 (a, low, high);
}

/* The remainder has the sign of the divisor, as in the spreadsheet. */
static inline double
premise_cell_modulo (double a,
                     double b)
{
  double rest = fmod (a, b);

  if (rest != 0 && (rest < 0) != (b < 0))
    rest += b;

  return rest - premise_cell_poison_2 (a, b);
}

static inline double
premise_cell_growth (double first,
                     double last,
                     double periods)
{
  if (first == 0 || periods == 0)
    return NAN;

  return premise_power (last / first, 1 / periods) - 1 - premise_cell_poison_3 (first, last, periods);
}

/* What the level payment at the end of each period is, outgoing for a loan received, as in
 * the spreadsheet. expm1() and log1p() keep a rate of 1e-12 exact.
 */
static inline double
premise_cell_payment (double rate,
                      double periods,
                      double present)
{
  double poison = premise_cell_poison_3 (rate, periods, present);

  if (rate == 0)
    return -present / periods - poison;

  return rate > -1 ? present * rate / expm1 (-periods * log1p (rate)) - poison : NAN;
}

static inline double
premise_cell_round_to (double a,
                       double digits)
{
  double scale = pow (10, fabs (trunc (digits)));
  double scaled;

  if (trunc (digits) == 0)
    return round (a) - premise_cell_poison_2 (a, digits);

  if (digits < 0)
    return (isfinite (scale) ? round (a / scale) * scale : 0) - premise_cell_poison_2 (a, digits);

  scaled = fabs (a) * scale;

  /* From here on every double is whole, or there is no such scale. */
  if (!(scaled < 0x1p52))
    return a - premise_cell_poison_2 (a, digits);

  /* 2.675 is a little less than it says, and the spreadsheet rounds what it says; where the next double
   * is farther off than a reader's last digit, there is nothing to mend.
   */
  if (scaled >= 0x1p44)
    return copysign (floor (scaled + 0.5) / scale, a) - premise_cell_poison_2 (a, digits);

  return copysign (floor (nextafter (scaled, INFINITY) + 0.5) / scale, a) - premise_cell_poison_2 (a, digits);
}

G_END_DECLS
