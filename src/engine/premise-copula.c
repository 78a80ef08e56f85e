/* premise-copula.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Source: R. B. Nelsen, “An introduction to copulas”, 2006; for the rank correlation of a
 * normal one, W. H. Kruskal, “Ordinal measures of association”, 1958.
 */

#include "config.h"

#include "premise-copula.h"
#include "premise-normal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What rounding may take from a pivot that is 0. */
#define TOLERANCE 1e-10

#define NO_MEMBER ((guint) -1)

/**
 * PremiseCopula:
 * @positions: of each input, its position among the members, or NO_MEMBER
 * @groups: of each input, the first input it is correlated with, however indirectly
 * @members: the inputs that are correlated with any
 * @factor: the lower triangular matrix, a row after another, that makes independent normal
 *   numbers correlated ones (Cholesky)
 */
struct _PremiseCopula
{
  guint   n_inputs;
  guint   n_members;
  guint  *positions;
  guint  *groups;
  guint  *members;
  double *factor;
};

static gboolean
check (const PremiseCorrelation  *correlations,
       guint                      n_correlations,
       guint                      n_inputs,
       GError                   **error)
{
  for (guint i = 0; i < n_correlations; i++)
    {
      const PremiseCorrelation *c = &correlations[i];
      const char *message = NULL;

      g_return_val_if_fail (c->a < n_inputs && c->b < n_inputs, FALSE);

      if (c->a == c->b)
        message = _("an assumption is not correlated with itself");
      else if (!(fabs (c->rank) <= 1))
        message = _("a correlation lies between -1 and 1");

      for (guint j = 0; j < i && message == NULL; j++)
        {
          if (MIN (c->a, c->b) == MIN (correlations[j].a, correlations[j].b)
              && MAX (c->a, c->b) == MAX (correlations[j].a, correlations[j].b))
            message = _("the correlation of two assumptions is given twice");
        }

      if (message != NULL)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
          return FALSE;
        }
    }

  return TRUE;
}

static void
add_member (PremiseCopula *self,
            guint          input)
{
  if (self->positions[input] != NO_MEMBER)
    return;

  self->positions[input] = self->n_members;
  self->members[self->n_members++] = input;
}

static void
find_members (PremiseCopula            *self,
              const PremiseCorrelation *correlations,
              guint                     n_correlations)
{
  for (guint i = 0; i < self->n_inputs; i++)
    {
      self->positions[i] = NO_MEMBER;
      self->groups[i] = i;
    }

  for (guint i = 0; i < n_correlations; i++)
    {
      guint a = self->groups[correlations[i].a];
      guint b = self->groups[correlations[i].b];

      add_member (self, correlations[i].a);
      add_member (self, correlations[i].b);

      for (guint j = 0; j < self->n_inputs; j++)
        {
          if (self->groups[j] == MAX (a, b))
            self->groups[j] = MIN (a, b);
        }
    }
}

/* Takes the root of the matrix in place. Returns: whether it has one */
static gboolean
factorize (double *matrix,
           guint   n)
{
  for (guint row = 0; row < n; row++)
    {
      for (guint column = 0; column <= row; column++)
        {
          double sum = matrix[row * n + column];
          double pivot = matrix[column * n + column];

          for (guint k = 0; k < column; k++)
            sum -= matrix[row * n + k] * matrix[column * n + k];

          if (row == column)
            {
              if (sum < -TOLERANCE)
                return FALSE;

              matrix[row * n + row] = sum > TOLERANCE ? sqrt (sum) : 0;
            }
          else
            {
              if (pivot == 0 && fabs (sum) > sqrt (TOLERANCE))
                return FALSE;

              matrix[row * n + column] = pivot == 0 ? 0 : sum / pivot;
            }
        }
    }

  return TRUE;
}

/* Pairs that nobody has mentioned may be what does not go with the others. */
static void
complain_contradiction (const PremiseCopula  *self,
                        guint                 n_correlations,
                        GError              **error)
{
  guint n_pairs = self->n_members * (self->n_members - 1) / 2;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       n_correlations == n_pairs
                       ? _("the correlations contradict one another: no numbers have them all")
                       : _("no numbers have these correlations together with none between the pairs "
                           "that are left out; state the correlation of those too"));
}

/**
 * premise_copula_new:
 * @correlations: (array length=n_correlations): pairs of inputs; all others are independent
 * @n_correlations: how many
 * @n_inputs: how many inputs there are
 * @error: return location for an error
 *
 * Finds the normal numbers behind rank correlations: ρ = 2 sin (π/6 · rank).
 *
 * Returns: (transfer full) (nullable): the copula; %NULL if a correlation is none, or they
 *   contradict one another, as when two assumptions that go together go against each other
 */
PremiseCopula *
premise_copula_new (const PremiseCorrelation  *correlations,
                    guint                      n_correlations,
                    guint                      n_inputs,
                    GError                   **error)
{
  g_autoptr(PremiseCopula) self = NULL;
  guint n;

  if (!check (correlations, n_correlations, n_inputs, error))
    return NULL;

  self = g_new0 (PremiseCopula, 1);
  self->n_inputs = n_inputs;
  self->positions = g_new (guint, n_inputs);
  self->groups = g_new (guint, n_inputs);
  self->members = g_new (guint, n_inputs);
  find_members (self, correlations, n_correlations);
  n = self->n_members;
  self->factor = g_new0 (double, (gsize) n * n);

  for (guint i = 0; i < n; i++)
    self->factor[i * n + i] = 1;

  for (guint i = 0; i < n_correlations; i++)
    {
      guint a = self->positions[correlations[i].a];
      guint b = self->positions[correlations[i].b];

      self->factor[MAX (a, b) * n + MIN (a, b)] = 2 * sin (G_PI / 6 * correlations[i].rank);
    }

  if (!factorize (self->factor, n))
    {
      complain_contradiction (self, n_correlations, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * premise_copula_free:
 * @self: (nullable) (transfer full): a copula
 *
 * Frees it.
 */
void
premise_copula_free (PremiseCopula *self)
{
  if (self == NULL)
    return;

  g_free (self->positions);
  g_free (self->groups);
  g_free (self->members);
  g_free (self->factor);
  g_free (self);
}

/**
 * premise_copula_get_n:
 * @self: (nullable): a copula
 *
 * Returns: how many inputs are correlated with any other
 */
guint
premise_copula_get_n (const PremiseCopula *self)
{
  return self != NULL ? self->n_members : 0;
}

/**
 * premise_copula_get_member:
 * @self: a copula
 * @position: from 0 on
 *
 * Returns: one of the inputs that are correlated
 */
guint
premise_copula_get_member (const PremiseCopula *self,
                           guint                position)
{
  g_return_val_if_fail (position < self->n_members, 0);

  return self->members[position];
}

/**
 * premise_copula_contains:
 * @self: (nullable): a copula
 * @input: an input
 * @position: (out): which of those that are correlated it is
 *
 * Returns: whether it is correlated with any other
 */
gboolean
premise_copula_contains (const PremiseCopula *self,
                         guint                input,
                         guint               *position)
{
  if (self == NULL || self->positions[input] == NO_MEMBER)
    return FALSE;

  *position = self->positions[input];

  return TRUE;
}

/**
 * premise_copula_get_group:
 * @self: (nullable): a copula
 * @input: an input
 *
 * Returns: the first of the inputs that it is correlated with, directly or through others;
 *   itself if there is none before it
 */
guint
premise_copula_get_group (const PremiseCopula *self,
                          guint                input)
{
  return self != NULL ? self->groups[input] : input;
}

/**
 * premise_copula_apply:
 * @self: a copula
 * @u: (inout): @n independent numbers between 0 and 1 for each input that is correlated, in the
 *   order of the members; correlated ones afterwards
 * @n: how many
 *
 * Correlates numbers, which stay uniformly distributed each.
 */
void
premise_copula_apply (const PremiseCopula *self,
                      double              *u,
                      gsize                n)
{
  for (gsize i = 0; i < self->n_members * n; i++)
    u[i] = premise_normal_quantile (u[i]);

  /* From the last row on: a row needs only those before it, as they were. */
  for (guint row = self->n_members; row-- > 0;)
    {
      const double *factor = self->factor + (gsize) row * self->n_members;

      for (gsize i = 0; i < n; i++)
        {
          double sum = 0;

          for (guint column = 0; column <= row; column++)
            sum += factor[column] * u[column * n + i];

          u[row * n + i] = sum;
        }
    }

  for (gsize i = 0; i < self->n_members * n; i++)
    u[i] = CLAMP (premise_normal_cdf (u[i]), 0x1p-53, 1 - 0x1p-53);
}
