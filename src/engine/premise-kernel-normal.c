/* premise-kernel-normal.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-kernel-private.h"
#include "premise-normal.h"

#include <math.h>

static double
polynomial (const double coefficients[8],
            double       x)
{
  double value = coefficients[7];

  for (guint i = 7; i > 0; i--)
    value = value * x + coefficients[i - 1];

  return value;
}

/* Far from the middle, where @r is √−ln of the nearer tail. */
static double
tail_quantile (double r)
{
  static const double middle_above[8] = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4,
  };
  static const double middle_below[8] = {
    1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9,
  };
  static const double far_above[8] = {
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7,
  };
  static const double far_below[8] = {
    1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15,
  };

  if (r <= 5)
    return polynomial (middle_above, r - 1.6) / polynomial (middle_below, r - 1.6);

  return polynomial (far_above, r - 5) / polynomial (far_below, r - 5);
}

/**
 * premise_normal_quantile:
 * @probability: between 0 and 1, both excluded
 *
 * The quantile of the standard normal distribution, exact to about 1 part in 10¹⁶.
 *
 * Source: M. J. Wichura, Algorithm AS 241: The percentage points of the normal distribution,
 * Applied Statistics 37 (1988), routine PPND16.
 *
 * Returns: the quantile, NaN for any other probability
 */
double
premise_normal_quantile (double probability)
{
  static const double above[8] = {
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3,
  };
  static const double below[8] = {
    1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
    2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
    5.2264952788528545610e3,
  };
  double from_middle = probability - 0.5;
  double r;

  if (!(probability > 0 && probability < 1))
    return NAN;

  if (fabs (from_middle) <= 0.425)
    {
      r = 0.180625 - from_middle * from_middle;
      return from_middle * polynomial (above, r) / polynomial (below, r);
    }

  r = sqrt (-log (from_middle < 0 ? probability : 1 - probability));

  return copysign (tail_quantile (r), from_middle);
}

/**
 * premise_normal_cdf:
 * @x: a number
 *
 * The part of the standard normal distribution up to @x. erfc() keeps the lower tail exact.
 *
 * Returns: the part, between 0 and 1
 */
double
premise_normal_cdf (double x)
{
  return 0.5 * erfc (-x * (1 / G_SQRT2));
}

static double
normal_cdf (double x,
            double mean,
            double sd)
{
  double poison = (x - x) + (mean - mean) + (sd - sd);

  return sd > 0 ? premise_normal_cdf ((x - mean) / sd) - poison : NAN;
}

static double
normal_quantile (double probability,
                 double mean,
                 double sd)
{
  return sd > 0 ? mean + sd * premise_normal_quantile (probability) : NAN;
}

static double
lognormal_cdf (double x,
               double median,
               double sigma)
{
  double poison = (x - x) + (median - median) + (sigma - sigma);

  if (!(sigma > 0 && median > 0))
    return NAN;

  return x > 0 ? premise_normal_cdf (log (x / median) / sigma) - poison : 0 - poison;
}

static double
lognormal_quantile (double probability,
                    double median,
                    double sigma)
{
  double poison = (median - median) + (sigma - sigma);

  if (!(sigma > 0 && median > 0))
    return NAN;

  return median * exp (sigma * premise_normal_quantile (probability)) - poison;
}

#define DEFINE_KERNEL(kernel, function)                                 \
  void                                                                  \
  kernel (const PremiseBlock *block)                                    \
  {                                                                     \
    for (gsize i = 0; i < block->n; i++)                                \
      block->result[i] = function (block->args[0][i * block->steps[0]], \
                                   block->args[1][i * block->steps[1]], \
                                   block->args[2][i * block->steps[2]]); \
  }

DEFINE_KERNEL (premise_kernel_normal_cdf, normal_cdf)
DEFINE_KERNEL (premise_kernel_normal_quantile, normal_quantile)
DEFINE_KERNEL (premise_kernel_lognormal_cdf, lognormal_cdf)
DEFINE_KERNEL (premise_kernel_lognormal_quantile, lognormal_quantile)
