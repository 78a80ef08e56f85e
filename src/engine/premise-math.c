/* premise-math.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-math-private.h"

/* e^(x + tail) where it is very large or very small: in two steps, so that the scale of
 * neither is beyond what a number can hold.
 */
static double
exp_in_steps (double x,
              double tail)
{
  if (x > 710)
    return INFINITY;

  if (x < -750)
    return 0;

  return x > 0 ? premise_exp_core (x, tail, (guint64) -512) * 0x1p512
               : premise_exp_core (x, tail, 512) * 0x1p-512;
}

/**
 * premise_exp_slow:
 * @x: any number
 *
 * Returns: e to the power of @x
 */
double
premise_exp_slow (double x)
{
  return isnan (x) ? x : exp_in_steps (x, 0);
}

/**
 * premise_log_slow:
 * @x: any number
 *
 * Returns: the natural logarithm; NaN for 0 and what is less
 */
double
premise_log_slow (double x)
{
  double tail;

  if (x == INFINITY)
    return x;

  if (!(x > 0))
    return NAN;

  if (x >= 0x1p-1022)
    return premise_log_fast (x);

  return premise_log_core (premise_bits_of (x * 0x1p54), -54, &tail);
}

static double
power_of_positive (double x,
                   double y)
{
  gboolean is_denormal = x < 0x1p-1022;
  double log_tail;
  double tail;
  double log_x = premise_log_core (premise_bits_of (is_denormal ? x * 0x1p54 : x),
                                   is_denormal ? -54 : 0, &log_tail);
  double exponent = premise_power_exponent (log_x, log_tail, y, &tail);

  return exp_in_steps (exponent, tail);
}

/**
 * premise_power_slow:
 * @x: any number
 * @y: any number
 *
 * Returns: @x to the power of @y, in all cases what the standard of C says; NaN for a
 *   negative @x unless @y is whole
 */
double
premise_power_slow (double x,
                    double y)
{
  double power;

  /* Exact in every library. */
  if (x == 0 || !isfinite (x) || !isfinite (y) || y == 0)
    return pow (x, y);

  if (x < 0 && y != floor (y))
    return NAN;

  /* Beyond this, all powers but those of 1 overflow or vanish; and the parts of the exponent
   * would overflow themselves. */
  if (fabs (y) > 0x1p64)
    y = copysign (0x1p64, y);

  power = power_of_positive (fabs (x), y);

  return x < 0 && fmod (y, 2) != 0 ? -power : power;
}
