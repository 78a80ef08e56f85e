/* test-math.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-math-private.h"

/* What the functions gave when all rows were within 0.55 units in the last place of the true
 * value (2 for short exponents), computed with 200 bits: every machine must give these bits.
 */
static const struct
{
  char   function;
  double x;
  double y;
  double expected;
} rows[] = {
  { 'e', -0x1.5bb1a06b0d670p+6, 0, 0x1.82ef8e0063017p-126 },
  { 'l', 0x1.adba6d86c28d3p-98, 0, -0x1.0da44c84be6b8p+6 },
  { 'p', 0x1.a0ee2a0d07083p-28, 0x1.2b3ff210d1f4cp+1, 0x1.22dcd144e81d4p-64 },
  { 'e', -0x1.61cc4afaaef52p-29, 0, 0x1.ffffffe9e33b5p-1 },
  { 'l', 0x1.00000000013a9p+0, 0, 0x1.3a8fffffff3ecp-40 },
  { 'p', 0x1.f2778c85be66ap+0, 0x1.3000000000000p+4, 0x1.33c6378c75a2bp+18 },
  { 'e', 0x1.915105965a068p+7, 0, 0x1.6733ff8284574p+289 },
  { 'l', 0x1.07d45c7311016p-941, 0, -0x1.461c55e3d78e5p+9 },
  { 'p', 0x1.8a4a148fa3481p+8, 0x1.0000000000000p-2, 0x1.1d308c2812db1p+2 },
  { 'e', 0x1.737f83e246cf5p-16, 0, 0x1.0001738091703p+0 },
  { 'l', 0x1.00000095bd5e5p+0, 0, 0x1.2b7abc486a044p-25 },
  { 'p', 0x1.ff19985a75fa5p+0, 0x1.1d84b4eb14d26p+3, 0x1.dda5b65a563d8p+8 },
  { 'e', 0x1.1ca6916ad9280p+8, 0, 0x1.95a64e2f4d1ecp+410 },
  { 'l', 0x1.71d9f78ca7cedp-468, 0, -0x1.4406638d78a7bp+8 },
  { 'p', 0x1.4cc86cfd57095p-9, -0x1.3000000000000p+4, 0x1.c0b9816eaec69p+163 },
  { 'e', -0x1.4b1671a213ddep-24, 0, 0x1.fffffd69d31e7p-1 },
  { 'l', 0x1.fe2198e3cfda7p-1, 0, -0x1.df472919846c9p-9 },
  { 'p', 0x1.3817ec365bf50p-1, 0x1.0000000000000p-2, 0x1.c466ad376f6d0p-1 },
  { 'e', -0x1.fdd80f2e62016p+7, 0, 0x1.2b45576d91617p-368 },
  { 'l', 0x1.25bacc3a4b091p-214, 0, -0x1.28645bf9244c4p+7 },
  { 'p', 0x1.e44470fa23ee6p+17, -0x1.431d47e9d4cb0p-1, 0x1.9d58f60cde0abp-12 },
  { 'e', 0x1.529ec679303a5p-20, 0, 0x1.00001529ed478p+0 },
  { 'l', 0x1.000000000e10dp+0, 0, 0x1.c219fffff3a28p-37 },
  { 'p', 0x1.597a6705e7eaap-1, -0x1.c000000000000p+2, 0x1.f6740e98c3580p+3 },
  { 'e', -0x1.742850eacbab1p+9, 0, 0x0.0000000000001p-1022 },
  { 'l', 0x1.1dd748d64b34ap+169, 0, 0x1.d5022ecaf6218p+6 },
  { 'p', 0x1.e8b21dd33456bp-28, 0x1.0000000000000p-2, 0x1.2ce97de1d346dp-7 },
  { 'e', 0x1.5cf1e723a903cp-24, 0, 0x1.0000015cf1e81p+0 },
  { 'l', 0x1.00000009bb32ap+0, 0, 0x1.376653fa14d8ep-29 },
  { 'p', 0x1.385ebe272187ap-1, -0x1.d82f5d41f1416p+2, 0x1.32788b1eb9962p+5 },
  { 'e', 0x1.6a165fb100b28p+7, 0, 0x1.2434f7d648a49p+261 },
  { 'l', 0x1.bfb7789ebbf4ap+230, 0, 0x1.3ff7361ca0ba4p+7 },
  { 'p', 0x1.b46c152d1eb0bp+28, 0x1.4000000000000p+4, 0x1.4fd60a55b6d72p+575 },
  { 'e', 0x1.32bee4925d7efp-6, 0, 0x1.04d68a6951b87p+0 },
  { 'l', 0x1.fff4f007084c8p-1, 0, -0x1.6202f207ad91cp-14 },
  { 'p', 0x1.96fb2061f312ap-1, 0x1.0000000000000p-2, 0x1.e3719cd7df177p-1 },
  { 'e', 0x1.09ec255279020p+7, 0, 0x1.c4b9fc473b332p+191 },
  { 'l', 0x1.af154c9d1a595p-993, 0, -0x1.57e3134df8c08p+9 },
  { 'p', 0x1.a266f22049dd9p+17, 0x1.74ec47124b6f0p+2, 0x1.2386207f1c1c3p+103 },
  { 'e', 0x1.2f8f48dda0455p-7, 0, 0x1.0261f0b525217p+0 },
  { 'l', 0x1.fffffb4e7ec82p-1, 0, -0x1.2c604f5871dd2p-23 },
  { 'p', 0x1.6c7e89fd7c8e3p+0, -0x1.c000000000000p+2, 0x1.594e6d795e90cp-4 },
  { 'e', 0x1.26bdeed9d9320p+9, 0, 0x1.5c99a4c321fa2p+850 },
  { 'l', 0x1.e75de47c16d71p-510, 0, -0x1.60dc7915264f9p+8 },
  { 'p', 0x1.f78b6818fea8ap-29, 0x1.0000000000000p-2, 0x1.fddf77baf768fp-8 },
  { 'e', -0x1.123a1603f004ap-17, 0, 0x1.fffeedc6336c2p-1 },
  { 'l', 0x1.0000044ecd4bbp+0, 0, 0x1.13b3509a2a832p-22 },
  { 'p', 0x1.62832251af11cp+0, 0x1.e7f8ff6293a6cp+2, 0x1.7effd3248820fp+3 },
  { 'e', 0x1.62c0000000000p+9, 0, 0x1.81e9b4b52d0c9p+1023 },
  { 'e', -0x1.7480000000000p+9, 0, 0x0.0000000000001p-1022 },
  { 'l', 0x0.0000000000001p-1022, 0, -0x1.74385446d71c3p+9 },
  { 'p', -0x1.8000000000000p+1, 0x1.8000000000000p+1, -0x1.b000000000000p+4 },
  { 'p', 0x1.8000000000000p+0, 0x1.0000000000000p+1, 0x1.2000000000000p+1 },
  { 'p', 0x0.012688b70e62bp-1022, 0x1.0000000000000p-1, 0x1.1297872d9cbaep-515 },
  { 'p', 0x1.4000000000000p+3, -0x1.4000000000000p+8, 0x0.00000000007e8p-1022 },
  { 'p', 0x1.0000000000000p+1, 0x1.ffc0000000000p+9, 0x1.6a09e667f3bcdp+1023 },
};

static double
call (char   function,
      double x,
      double y)
{
  switch (function)
    {
    case 'e':
      return premise_exp (x);

    case 'l':
      return premise_log (x);

    default:
      return premise_power (x, y);
    }
}

static void
test_bits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double value = call (rows[i].function, rows[i].x, rows[i].y);

      if (premise_bits_of (value) != premise_bits_of (rows[i].expected))
        g_error ("%c (%a, %a) is %a and not %a", rows[i].function, rows[i].x, rows[i].y, value,
                 rows[i].expected);
    }
}

/* The library is right to a unit or so, and in all special cases. */
static void
test_special_cases (void)
{
  const double values[] = {
    0.0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e-320, -1e-320, 1e308, -1e308, 0x1p-1022, 700, -700,
    0x1p53, -0x1p53, 0x1p70, INFINITY, -INFINITY, NAN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          double value = premise_power (values[i], values[j]);
          double expected = pow (values[i], values[j]);

          /* Infinity is no value here, and square roots need not know of it. */
          if (!isfinite (values[i]) && values[j] == 0.5)
            continue;

          if (isnan (expected))
            g_assert_true (isnan (value));
          else if (!isfinite (expected) || expected == 0)
            g_assert_cmphex (premise_bits_of (value), ==, premise_bits_of (expected));
          else
            g_assert_cmpfloat_with_epsilon (value / expected, 1, 1e-15);
        }

      g_assert_true (isnan (premise_exp (values[i])) == isnan (exp (values[i])));
      g_assert_true (isfinite (premise_exp (values[i])) == isfinite (exp (values[i])));
    }

  g_assert_cmpfloat (premise_exp (INFINITY), ==, INFINITY);
  g_assert_cmpfloat (premise_exp (-INFINITY), ==, 0);
  g_assert_cmpfloat (premise_exp (710), ==, INFINITY);
  g_assert_cmpfloat (premise_log (INFINITY), ==, INFINITY);
  g_assert_true (isnan (premise_log (0)));
  g_assert_true (isnan (premise_log (-1)));
  g_assert_cmpfloat (premise_log (1), ==, 0);
}

/* Whole powers that are numbers come out as these. */
static void
test_whole_powers (void)
{
  double power = 1;

  for (guint i = 0; i <= 22; i++)
    {
      g_assert_cmpfloat (premise_power (10, i), ==, power);
      g_assert_cmpfloat (premise_power (-2, i), ==, (i % 2 == 0 ? 1 : -1) * (double) (1u << i));
      power *= 10;
    }

  g_assert_cmpfloat (premise_power (0x1.fffffep0, 1), ==, 0x1.fffffep0);
  g_assert_cmpfloat (premise_power (9, 0.5), ==, 3);
  g_assert_cmpfloat (premise_power (8, -1), ==, 0.125);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/math/same-bits-everywhere", test_bits);
  g_test_add_func ("/engine/math/special-cases", test_special_cases);
  g_test_add_func ("/engine/math/whole-powers", test_whole_powers);

  return g_test_run ();
}
