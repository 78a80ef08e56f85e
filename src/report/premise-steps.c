/* premise-steps.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-steps.h"

static void
step_clear (gpointer data)
{
  PremiseStep *step = data;

  g_clear_pointer (&step->title, premise_text_unref);
  g_clear_pointer (&step->text, premise_text_unref);
  g_clear_pointer (&step->period, premise_text_unref);
}

static void
column_clear (gpointer data)
{
  PremiseComparisonColumn *column = data;

  g_clear_pointer (&column->title, premise_text_unref);
  g_clear_pointer (&column->text, premise_text_unref);
  g_clear_pointer (&column->points, g_ptr_array_unref);
}

static void
call (PremiseText      *text,
      PremiseStepsFunc  func,
      gpointer          user_data)
{
  if (text != NULL)
    func (text, user_data);
}

/**
 * premise_steps_new:
 *
 * Returns: (transfer full) (element-type PremiseStep): no steps yet
 */
GArray *
premise_steps_new (void)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (PremiseStep));

  g_array_set_clear_func (steps, step_clear);

  return steps;
}

/**
 * premise_steps_foreach_text:
 * @steps: (element-type PremiseStep): steps
 * @func: (scope call): called for each text
 * @user_data: data for @func
 *
 * Visits what is read in the steps, in order.
 */
void
premise_steps_foreach_text (const GArray     *steps,
                            PremiseStepsFunc  func,
                            gpointer          user_data)
{
  g_return_if_fail (steps != NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const PremiseStep *step = &g_array_index (steps, PremiseStep, i);

      call (step->period, func, user_data);
      call (step->title, func, user_data);
      call (step->text, func, user_data);
    }
}

/**
 * premise_comparison_new:
 *
 * Returns: (transfer full): a comparison of nothing yet
 */
PremiseComparison *
premise_comparison_new (void)
{
  PremiseComparison *self = g_new0 (PremiseComparison, 1);

  self->aspects = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_text_unref);
  self->columns = g_array_new (FALSE, TRUE, sizeof (PremiseComparisonColumn));
  g_array_set_clear_func (self->columns, column_clear);

  return self;
}

/**
 * premise_comparison_free:
 * @self: (transfer full): a comparison
 *
 * Frees it.
 */
void
premise_comparison_free (PremiseComparison *self)
{
  g_ptr_array_unref (self->aspects);
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * premise_comparison_foreach_text:
 * @self: a comparison
 * @func: (scope call): called for each text
 * @user_data: data for @func
 *
 * Visits what is read in the comparison.
 */
void
premise_comparison_foreach_text (const PremiseComparison *self,
                                 PremiseStepsFunc         func,
                                 gpointer                 user_data)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->aspects->len; i++)
    call (g_ptr_array_index (self->aspects, i), func, user_data);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PremiseComparisonColumn *column =
        &g_array_index (self->columns, PremiseComparisonColumn, i);

      call (column->title, func, user_data);
      call (column->text, func, user_data);
      for (guint j = 0; j < column->points->len; j++)
        call (g_ptr_array_index (column->points, j), func, user_data);
    }
}
