/* premise-math-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

G_BEGIN_DECLS

/* Exponential, logarithm and power that give the same bits on every machine, one value at a
 * time or many side by side, which no mathematical library promises. At most 0.55 units in
 * the last place away from the true value (0.51 measured), but for short exponents.
 *
 * Source of the method: W. Szabolcs, “Optimized routines”, Arm, 2018 (as in the GNU C
 * library), in the form that needs no fused multiplication: a table of 128 intervals and a
 * polynomial, the logarithm in two parts. Each function has a fast part without branches, for
 * the values it is said to be good for, and a slow part for all others.
 */

#define PREMISE_MATH_N 128

extern const guint64 premise_exp_table[2 * PREMISE_MATH_N];   /* tail, 2^(i/128) less i << 45 */
extern const double  premise_log_table[4 * PREMISE_MATH_N];   /* 1/c, log c, its tail, unused */

double premise_exp_slow   (double x);
double premise_log_slow   (double x);
double premise_power_slow (double x,
                           double y);

static inline guint64
premise_bits_of (double x)
{
  guint64 bits;

  memcpy (&bits, &x, sizeof bits);

  return bits;
}

static inline double
premise_double_of (guint64 bits)
{
  double x;

  memcpy (&x, &bits, sizeof x);

  return x;
}

/* e^(x + tail) times 2^@shift, for |x| < 700 and a result that is no denormal number. */
static inline double
premise_exp_core (double  x,
                  double  tail,
                  guint64 shift)
{
  const double round_to_whole = 0x1.8p52;
  double z = x * (0x1.71547652b82fep0 * PREMISE_MATH_N);
  double kd = z + round_to_whole;
  guint64 k = premise_bits_of (kd);
  guint64 i = 2 * (k % PREMISE_MATH_N);
  double r;
  double r2;
  double part;
  double scale;

  kd -= round_to_whole;
  r = x + kd * -0x1.62e42fefa0000p-8 + kd * -0x1.cf79abc9e3b39p-47;
  r += tail;
  r2 = r * r;
  scale = premise_double_of (premise_exp_table[i + 1] + (k << 45) + (shift << 52));
  part = premise_double_of (premise_exp_table[i]) + r
         + r2 * (0x1.ffffffffffdbdp-2 + r * 0x1.555555555543cp-3)
         + r2 * r2 * (0x1.55555cf172b91p-5 + r * 0x1.1111167a4d017p-7);

  return scale + scale * part;
}

/* log x and its tail, for a normal number; @shift is added to the exponent. */
static inline double
premise_log_core (guint64  bits,
                  double   shift,
                  double  *tail)
{
  const guint64 offset = G_GUINT64_CONSTANT (0x3fe6955500000000);
  guint64 from_offset = bits - offset;
  guint64 i = 4 * ((from_offset >> 45) % PREMISE_MATH_N);
  /* 1,024 more keeps the exponent positive, and the bits of 2^52 make a number of it. */
  guint64 exponent = (from_offset + (G_GUINT64_CONSTANT (1024) << 52)) >> 52;
  double k = premise_double_of (exponent | G_GUINT64_CONSTANT (0x4330000000000000))
             - (0x1p52 + 1024) + shift;
  guint64 z_bits = bits - (from_offset & (G_GUINT64_CONSTANT (0xfff) << 52));
  double z = premise_double_of (z_bits);
  double z_high = premise_double_of ((z_bits + (G_GUINT64_CONSTANT (1) << 31))
                                     & G_GUINT64_CONSTANT (0xffffffff00000000));
  double inverse = premise_log_table[i];
  double r_high = z_high * inverse - 1;
  double r_low = (z - z_high) * inverse;
  double r = r_high + r_low;
  double t1 = k * 0x1.62e42fefa3800p-1 + premise_log_table[i + 1];
  double t2 = t1 + r;
  double low_1 = k * 0x1.ef35793c76730p-45 + premise_log_table[i + 2];
  double low_2 = t1 - t2 + r + (r_high - r + r_low);
  double half_r = -0.5 * r;
  double half_r2 = r * half_r;
  double half_r3 = r * half_r2;
  double half_high = -0.5 * r_high;
  double half_high2 = r_high * half_high;
  double high = t2 + half_high2;
  double low_3 = r_low * (half_r + half_high);
  double low_4 = t2 - high + half_high2;
  double p = half_r3 * (0x1.5555555555556p-2 * -2 + r * (-0x1.0000000000006p-2 * -2)
                        + half_r2 * (0x1.999999959554ep-3 * 4 + r * (-0x1.555555529a47ap-3 * 4)
                                     + half_r2 * (0x1.2495b9b4845e9p-3 * -8
                                                  + r * (-0x1.0002b8b263fc3p-3 * -8))));
  double low = low_1 + low_2 + low_3 + low_4 + p;
  double result = high + low;

  *tail = high - result + low;

  return result;
}

/* y log x in two parts: the sum is the value. */
static inline double
premise_power_exponent (double  log_x,
                        double  log_tail,
                        double  y,
                        double *tail)
{
  const guint64 upper = G_GUINT64_CONSTANT (0xfffffffff8000000);
  double y_high = premise_double_of (premise_bits_of (y) & upper);
  double log_high = premise_double_of (premise_bits_of (log_x) & upper);

  *tail = (y - y_high) * log_high + y * (log_x - log_high + log_tail);

  return y_high * log_high;
}

static inline gboolean
premise_is_normal_positive (double x)
{
  return x >= 0x1p-1022 && x <= 0x1.fffffffffffffp1023;
}

/* Good for |x| < 700. */
static inline double
premise_exp_fast (double x)
{
  return premise_exp_core (x, 0, 0);
}

/* Good for normal positive numbers. */
static inline double
premise_log_fast (double x)
{
  double tail;

  return premise_log_core (premise_bits_of (x), 0, &tail);
}

/* Whole exponents up to 5 are products, within 2 units in the last place, and exact where the
 * power is a number of so many digits; 1/2 and 1/4 are square roots, within 0.8 units.
 */
static inline gboolean
premise_is_short_exponent (double y)
{
  return (y >= 1 && y <= 5 && y == (double) (gint32) y) || y == 0.5 || y == 0.25;
}

/* For 1, 2, 3, 4 and 5. */
static inline double
premise_power_whole (double x,
                     double y)
{
  double x2 = x * x;
  double low = y == 1 || y == 5 ? x : y == 3 ? x2 * x : x2;

  return y < 4 ? low : x2 * x2 * (y == 4 ? 1 : low);
}

static inline double
premise_power_short (double x,
                     double y)
{
  double whole = premise_power_whole (x, y);

  /* The root of −0 is −0, but its power is 0. */
  return y == 0.5 ? sqrt (x + 0.0) : y == 0.25 ? sqrt (sqrt (x + 0.0)) : whole;
}

/* Good for normal positive @x, where @y is no short exponent, and where the exponent, which
 * is returned as well, is below 700.
 */
static inline double
premise_power_fast (double  x,
                    double  y,
                    double *exponent)
{
  double log_tail;
  double tail;
  double log_x = premise_log_core (premise_bits_of (x), 0, &log_tail);

  *exponent = premise_power_exponent (log_x, log_tail, y, &tail);

  return premise_exp_core (*exponent, tail, 0);
}

static inline double
premise_exp (double x)
{
  return fabs (x) < 700 ? premise_exp_fast (x) : premise_exp_slow (x);
}

/* NaN for what has no logarithm, and for 0. */
static inline double
premise_log (double x)
{
  return premise_is_normal_positive (x) ? premise_log_fast (x) : premise_log_slow (x);
}

static inline double
premise_power (double x,
               double y)
{
  double exponent;
  double power;

  if (premise_is_short_exponent (y))
    return premise_power_short (x, y);

  power = premise_power_fast (x, y, &exponent);

  if (premise_is_normal_positive (x) && fabs (exponent) < 700)
    return power;

  return premise_power_slow (x, y);
}

G_END_DECLS
