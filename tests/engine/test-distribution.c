/* test-distribution.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-distribution-private.h"
#include "premise-lane-private.h"

#include <math.h>
#include <string.h>

static PremiseDistribution *
make (PremiseDistributionKind kind,
      double                  min,
      double                  max,
      guint                   n,
      const double           *parameters)
{
  g_autoptr(GError) error = NULL;
  PremiseDistribution *distribution = premise_distribution_new (kind, parameters, n, min, max, &error);

  g_assert_no_error (error);

  return distribution;
}

#define MAKE(kind, min, max, ...)                                               \
  make (PREMISE_DISTRIBUTION_##kind, min, max,                                  \
        G_N_ELEMENTS (((double[]) { __VA_ARGS__ })), (const double[]) { __VA_ARGS__ })

#define assert_quantile(distribution, p, expected)                              \
  g_assert_cmpfloat_with_epsilon (premise_distribution_quantile (distribution, p), expected, \
                                  1e-9 * fmax (1, fabs ((double) (expected))))

static void
test_quantiles (void)
{
  g_autoptr(PremiseDistribution) uniform = MAKE (UNIFORM, -INFINITY, INFINITY, 2, 6);
  g_autoptr(PremiseDistribution) triangular = MAKE (TRIANGULAR, -INFINITY, INFINITY, 0, 2, 10);
  g_autoptr(PremiseDistribution) normal = MAKE (NORMAL, -INFINITY, INFINITY, 5, 2);
  g_autoptr(PremiseDistribution) lognormal = MAKE (LOGNORMAL, -INFINITY, INFINITY, 5, 0.5);

  assert_quantile (uniform, 0.25, 3);
  assert_quantile (triangular, 0.05, 1);
  assert_quantile (triangular, 0.2, 2);
  assert_quantile (triangular, 0.8, 6);
  assert_quantile (normal, 0.5, 5);
  assert_quantile (normal, 0.975, 5 + 2 * 1.959963984540054);
  assert_quantile (lognormal, 0.5, 5);
  assert_quantile (lognormal, 0.025, 5 * exp (-0.5 * 1.959963984540054));
}

/* Computed with 30 digits from the incomplete beta function. */
static void
test_pert (void)
{
  static const struct { double mode; double p; double expected; } rows[] = {
    { 0.2, 0.001, 0.00631397416784701 },
    { 0.2, 0.1, 0.0899021304592417 },
    { 0.2, 0.5, 0.276672259392519 },
    { 0.2, 0.9, 0.545334050433582 },
    { 0.2, 0.999, 0.857551568738679 },
    { 0.5, 0.001, 0.0475518981754577 },
    { 0.5, 0.1, 0.246636453288467 },
    { 0.5, 0.5, 0.5 },
    { 0.5, 0.9, 0.753363546711533 },
    { 0.5, 0.999, 0.952448101824542 },
    { 0.9, 0.001, 0.190522347758827 },
    { 0.9, 0.1, 0.537670250038534 },
    { 0.9, 0.5, 0.797335149638534 },
    { 0.9, 0.9, 0.949207224334037 },
    { 0.9, 0.999, 0.998241783452065 },
    { 0, 0.001, 0.000200080048033626 },
    { 0, 0.1, 0.0208516376390232 },
    { 0, 0.5, 0.129449436703876 },
    { 0, 0.9, 0.369042655519807 },
    { 0, 0.999, 0.748811356849042 },
    { 1, 0.001, 0.251188643150958 },
    { 1, 0.1, 0.630957344480193 },
    { 1, 0.5, 0.870550563296124 },
    { 1, 0.9, 0.979148362360977 },
    { 1, 0.999, 0.999799919951966 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PremiseDistribution) pert = MAKE (PERT, -INFINITY, INFINITY, 10, 10 + 5 * rows[i].mode, 15);

      g_assert_cmpfloat_with_epsilon (premise_distribution_quantile (pert, rows[i].p),
                                      10 + 5 * rows[i].expected, 5e-8);
    }
}

/* What lies beyond the range does not occur, also far out in a tail. */
static void
test_range (void)
{
  g_autoptr(PremiseDistribution) uniform = MAKE (UNIFORM, 3, 5, 2, 6);
  g_autoptr(PremiseDistribution) triangular = MAKE (TRIANGULAR, 2, 6, 0, 2, 10);
  g_autoptr(PremiseDistribution) upper = MAKE (NORMAL, 1, 2, 0, 1);
  g_autoptr(PremiseDistribution) far_up = MAKE (NORMAL, 8, INFINITY, 0, 1);
  g_autoptr(PremiseDistribution) far_down = MAKE (NORMAL, -INFINITY, -8, 0, 1);
  g_autoptr(PremiseDistribution) across = MAKE (NORMAL, -1, 3, 0, 1);
  g_autoptr(PremiseDistribution) discrete = MAKE (DISCRETE, 2, 9, 1, 5, 7, 1, 4, 3);

  assert_quantile (uniform, 0.75, 4.5);
  /* From 20 % to 80 %. */
  assert_quantile (triangular, 0.5, 10 - sqrt (0.5 * 80));
  assert_quantile (upper, 0.5, 1.33644034774525);
  assert_quantile (far_up, 0.5, 8.08491100739154);
  assert_quantile (far_down, 0.25, -8.16896435866293);
  assert_quantile (across, 0.1, -0.697788491291666);
  assert_quantile (discrete, 0.74, 4);
  assert_quantile (discrete, 0.76, 7);
}

static void
assert_refused (PremiseDistributionKind  kind,
                const char              *message,
                double                   min,
                double                   max,
                guint                    n,
                const double            *parameters)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (premise_distribution_new (kind, parameters, n, min, max, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_mistakes (void)
{
  const double p[] = { 3, 1, 2 };
  const double weights[] = { 1, -1 };
  const double far[] = { 0, 1 };
  const double nothing[] = { NAN, 1 };

  assert_refused (PREMISE_DISTRIBUTION_UNIFORM, "lowest", -INFINITY, INFINITY, 2, p);
  assert_refused (PREMISE_DISTRIBUTION_UNIFORM, "needs 2 numbers, but has 3", -INFINITY, INFINITY, 3, p);
  assert_refused (PREMISE_DISTRIBUTION_TRIANGULAR, "most likely", -INFINITY, INFINITY, 3, p);
  assert_refused (PREMISE_DISTRIBUTION_NORMAL, "finite", -INFINITY, INFINITY, 2, nothing);
  assert_refused (PREMISE_DISTRIBUTION_NORMAL, "nothing within the range", 90, 91, 2, far);
  assert_refused (PREMISE_DISTRIBUTION_DISCRETE, "weight", -INFINITY, INFINITY, 2, weights);
  assert_refused (PREMISE_DISTRIBUTION_DISCRETE, "each with its weight", -INFINITY, INFINITY, 3, p);
}

/* Every level of the processor gives the same bits. */
static void
test_levels (void)
{
  const PremiseQuantileLoops *base = premise_quantile_loops_get_level (0);

  for (guint level = 1; level < PREMISE_N_LANE_LEVELS; level++)
    {
      const PremiseQuantileLoops *loops = premise_quantile_loops_get_level (level);
      double u[64];
      double x[64];
      double y[64];

      if (loops == NULL)
        continue;

      for (guint i = 0; i < 64; i++)
        u[i] = (i + 0.5) / 64;

      base->uniform (u, x, 64, -1, 3);
      loops->uniform (u, y, 64, -1, 3);
      g_assert_cmpmem (x, sizeof x, y, sizeof y);
      base->triangular (u, x, 64, 0, 1, -1, 0, 5);
      loops->triangular (u, y, 64, 0, 1, -1, 0, 5);
      g_assert_cmpmem (x, sizeof x, y, sizeof y);
      base->triangular (u, x, 64, 0.1, 0.7, -1, 0, 5);
      loops->triangular (u, y, 64, 0.1, 0.7, -1, 0, 5);
      g_assert_cmpmem (x, sizeof x, y, sizeof y);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/distribution/quantiles", test_quantiles);
  g_test_add_func ("/engine/distribution/pert", test_pert);
  g_test_add_func ("/engine/distribution/range", test_range);
  g_test_add_func ("/engine/distribution/mistakes", test_mistakes);
  g_test_add_func ("/engine/distribution/levels-of-the-processor", test_levels);

  return g_test_run ();
}
