/* premise-distribution.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-distribution-private.h"
#include "premise-lane-private.h"
#include "premise-normal.h"
#include "premise-quantile-table-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * PremiseDistribution:
 * @parameters: as they were given; of a discrete one, pairs in ascending order of values, with
 *   the sum of the weights so far
 * @from: the part of the distribution that lies below the range
 * @width: the part within it
 * @mirrored: whether the parts are counted from above, which keeps the upper tail exact
 * @table: (nullable): the quantiles of a PERT distribution
 */
struct _PremiseDistribution
{
  PremiseDistributionKind  kind;
  double                  *parameters;
  guint                    n_parameters;
  double                   min;
  double                   max;
  double                   from;
  double                   width;
  gboolean                 mirrored;
  PremiseQuantileTable    *table;
};

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);

  return FALSE;
}

static gboolean
check_count (const PremiseDistribution  *self,
             GError                    **error)
{
  static const guint counts[] = { 2, 3, 3, 2, 2 };

  if (self->kind == PREMISE_DISTRIBUTION_DISCRETE)
    return (self->n_parameters >= 2 && self->n_parameters % 2 == 0)
           || fail (error, _("a discrete distribution needs values, each with its weight"));

  if (self->n_parameters == counts[self->kind])
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: a distribution that assumptions are drawn from, such as the normal
                * one with mean and deviation. */
               _("this distribution needs %u numbers, but has %u"), counts[self->kind],
               self->n_parameters);

  return FALSE;
}

static gboolean
check_discrete (const PremiseDistribution  *self,
                GError                    **error)
{
  double sum = 0;

  for (guint i = 1; i < self->n_parameters; i += 2)
    {
      if (self->parameters[i] < 0)
        return fail (error, _("a weight must not be less than 0"));

      if (self->parameters[i - 1] >= self->min && self->parameters[i - 1] <= self->max)
        sum += self->parameters[i];
    }

  return (sum > 0 && isfinite (sum))
         || fail (error, _("no value within the range of the assumption has a weight"));
}

static gboolean
check_parameters (const PremiseDistribution  *self,
                  GError                    **error)
{
  const double *p = self->parameters;

  for (guint i = 0; i < self->n_parameters; i++)
    {
      if (!isfinite (p[i]))
        return fail (error, _("the numbers of a distribution must be finite"));
    }

  switch (self->kind)
    {
    case PREMISE_DISTRIBUTION_UNIFORM:
      return p[0] < p[1] || fail (error, _("the lowest value must be less than the highest"));

    case PREMISE_DISTRIBUTION_TRIANGULAR:
    case PREMISE_DISTRIBUTION_PERT:
      return (p[0] < p[2] && p[0] <= p[1] && p[1] <= p[2])
             || fail (error, _("the most likely value must lie between the lowest and the highest"));

    case PREMISE_DISTRIBUTION_NORMAL:
      return p[1] > 0 || fail (error, _("the standard deviation must be greater than 0"));

    case PREMISE_DISTRIBUTION_LOGNORMAL:
      return (p[0] > 0 && p[1] > 0)
             || fail (error, _("the median and the standard deviation of the logarithm must be "
                               "greater than 0"));

    case PREMISE_DISTRIBUTION_DISCRETE:
      return check_discrete (self, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sorts the values within the range and sums their weights up. */
static void
prepare_discrete (PremiseDistribution *self)
{
  guint kept = 0;
  double sum = 0;

  qsort (self->parameters, self->n_parameters / 2, 2 * sizeof (double), compare_pairs);

  for (guint i = 0; i < self->n_parameters; i += 2)
    {
      if (self->parameters[i] < self->min || self->parameters[i] > self->max
          || self->parameters[i + 1] == 0)
        continue;

      sum += self->parameters[i + 1];
      self->parameters[kept++] = self->parameters[i];
      self->parameters[kept++] = sum;
    }

  self->n_parameters = kept;
}

/* The part of the distribution below @x; for the normal ones, in units of its own. */
static double
cdf (const PremiseDistribution *self,
     double                     x)
{
  const double *p = self->parameters;

  switch (self->kind)
    {
    case PREMISE_DISTRIBUTION_UNIFORM:
      return CLAMP ((x - p[0]) / (p[1] - p[0]), 0, 1);

    case PREMISE_DISTRIBUTION_TRIANGULAR:
      if (x <= p[0])
        return 0;

      if (x >= p[2])
        return 1;

      return x < p[1] ? (x - p[0]) * (x - p[0]) / ((p[2] - p[0]) * (p[1] - p[0]))
                      : 1 - (p[2] - x) * (p[2] - x) / ((p[2] - p[0]) * (p[2] - p[1]));

    case PREMISE_DISTRIBUTION_PERT:
      return premise_quantile_table_get_cdf (self->table, (x - p[0]) / (p[2] - p[0]));

    case PREMISE_DISTRIBUTION_NORMAL:
    case PREMISE_DISTRIBUTION_LOGNORMAL:
    case PREMISE_DISTRIBUTION_DISCRETE:
    default:
      return premise_normal_cdf (x);
    }
}

/* How far a value is from the middle, in standard deviations. */
static double
standardize (const PremiseDistribution *self,
             double                     x)
{
  if (self->kind == PREMISE_DISTRIBUTION_NORMAL)
    return (x - self->parameters[0]) / self->parameters[1];

  return x > 0 ? log (x / self->parameters[0]) / self->parameters[1] : -INFINITY;
}

/* Finds which part of the distribution the range leaves. */
static gboolean
cut_off (PremiseDistribution  *self,
         GError              **error)
{
  double low = self->min;
  double high = self->max;

  if (self->kind == PREMISE_DISTRIBUTION_DISCRETE)
    return TRUE;

  if (self->kind == PREMISE_DISTRIBUTION_NORMAL || self->kind == PREMISE_DISTRIBUTION_LOGNORMAL)
    {
      low = standardize (self, self->min);
      high = standardize (self, self->max);
      self->mirrored = low > 0;

      if (self->mirrored)
        {
          double swap = low;

          low = -high;
          high = -swap;
        }
    }

  self->from = cdf (self, low);
  self->width = cdf (self, high) - self->from;

  return self->width > 0
         || fail (error, _("the distribution has nothing within the range of the assumption"));
}

/**
 * premise_distribution_new:
 * @kind: its kind
 * @parameters: (array length=n_parameters): see #PremiseDistributionKind
 * @n_parameters: how many
 * @min: the lowest value of the range, −∞ without limit
 * @max: the highest, +∞ without limit
 * @error: return location for an error
 *
 * Creates the distribution of an assumption. What lies beyond the range does not occur, and
 * the rest keeps its proportions.
 *
 * Returns: (transfer full) (nullable): the distribution
 */
PremiseDistribution *
premise_distribution_new (PremiseDistributionKind   kind,
                          const double             *parameters,
                          guint                     n_parameters,
                          double                    min,
                          double                    max,
                          GError                  **error)
{
  g_autoptr(PremiseDistribution) self = g_new0 (PremiseDistribution, 1);

  self->kind = kind;
  self->parameters = g_memdup2 (parameters, n_parameters * sizeof *parameters);
  self->n_parameters = n_parameters;
  self->min = min;
  self->max = max;

  if (!check_count (self, error) || !check_parameters (self, error))
    return NULL;

  if (kind == PREMISE_DISTRIBUTION_DISCRETE)
    prepare_discrete (self);

  if (kind == PREMISE_DISTRIBUTION_PERT)
    self->table = premise_quantile_table_new ((parameters[1] - parameters[0])
                                              / (parameters[2] - parameters[0]));

  return cut_off (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * premise_distribution_free:
 * @self: (nullable) (transfer full): a distribution
 *
 * Frees it.
 */
void
premise_distribution_free (PremiseDistribution *self)
{
  if (self == NULL)
    return;

  g_free (self->parameters);
  premise_quantile_table_free (self->table);
  g_free (self);
}

static double
get_discrete (const PremiseDistribution *self,
              double                     u)
{
  const double *p = self->parameters;
  double weight = u * p[self->n_parameters - 1];
  guint low = 0;
  guint high = self->n_parameters / 2 - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (weight < p[2 * middle + 1])
        high = middle;
      else
        low = middle + 1;
    }

  return p[2 * low];
}

/**
 * premise_quantile_loops_get_level:
 * @level: 0 for any processor of this kind, up to PREMISE_N_LANE_LEVELS − 1
 *
 * Returns: (transfer none) (nullable): the loops of a level, or %NULL if this processor lacks it
 */
const PremiseQuantileLoops *
premise_quantile_loops_get_level (guint level)
{
  if (premise_lane_table_get_level (level) == NULL)
    return NULL;

#ifdef __x86_64__
  if (level == 1)
    return &premise_quantile_loops_v3;

  if (level == 2)
    return &premise_quantile_loops_v4;
#endif

  return &premise_quantile_loops_baseline;
}

/* Those of the highest level that this processor has. */
static const PremiseQuantileLoops *
get_loops (void)
{
  static const PremiseQuantileLoops *best;

  if (g_once_init_enter_pointer (&best))
    {
      const PremiseQuantileLoops *loops = NULL;

      for (guint level = PREMISE_N_LANE_LEVELS; loops == NULL; level--)
        loops = premise_quantile_loops_get_level (level - 1);

      g_once_init_leave_pointer (&best, loops);
    }

  return best;
}

/* A standard normal number within the range. */
static double
get_normal (const PremiseDistribution *self,
            double                     u)
{
  double part = self->from + (self->mirrored ? 1 - u : u) * self->width;
  double z = premise_normal_quantile (part);

  return self->mirrored ? -z : z;
}

/**
 * premise_distribution_sample:
 * @self: a distribution
 * @u: (array length=n): numbers between 0 and 1, neither of them included
 * @x: (out caller-allocates) (array length=n): the quantiles
 * @n: how many
 *
 * Draws by the inverse of the distribution function.
 */
void
premise_distribution_sample (const PremiseDistribution *self,
                             const double              *u,
                             double                    *x,
                             gsize                      n)
{
  const PremiseQuantileLoops *loops = get_loops ();
  const double *p = self->parameters;

  switch (self->kind)
    {
    case PREMISE_DISTRIBUTION_UNIFORM:
      loops->uniform (u, x, n, MAX (p[0], self->min), MIN (p[1], self->max));
      return;

    case PREMISE_DISTRIBUTION_TRIANGULAR:
      loops->triangular (u, x, n, self->from, self->width, p[0], p[1], p[2]);

      if (p[0] >= self->min && p[2] <= self->max)
        return;

      break;

    case PREMISE_DISTRIBUTION_PERT:
      for (gsize i = 0; i < n; i++)
        x[i] = p[0] + (p[2] - p[0])
               * premise_quantile_table_look_up (self->table, self->from + u[i] * self->width);
      break;

    case PREMISE_DISTRIBUTION_NORMAL:
      for (gsize i = 0; i < n; i++)
        x[i] = p[0] + p[1] * get_normal (self, u[i]);
      break;

    case PREMISE_DISTRIBUTION_LOGNORMAL:
      for (gsize i = 0; i < n; i++)
        x[i] = p[0] * exp (p[1] * get_normal (self, u[i]));
      break;

    case PREMISE_DISTRIBUTION_DISCRETE:
      for (gsize i = 0; i < n; i++)
        x[i] = get_discrete (self, u[i]);
      return;

    default:
      g_return_if_reached ();
    }

  /* Rounding must not lead out of the range. */
  for (gsize i = 0; i < n; i++)
    x[i] = x[i] < self->min ? self->min : x[i] > self->max ? self->max : x[i];
}

/**
 * premise_distribution_quantile:
 * @self: a distribution
 * @probability: between 0 and 1, neither of them included
 *
 * Returns: the value below which that part of the distribution lies
 */
double
premise_distribution_quantile (const PremiseDistribution *self,
                               double                     probability)
{
  double quantile = NAN;

  premise_distribution_sample (self, &probability, &quantile, 1);

  return quantile;
}
