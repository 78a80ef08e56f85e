/* premise-gradual.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-gradual.h"

/* What may be added in a frame: to lay it out and draw it takes up to ten times as long. */
#define BUDGET_US 1500

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PremiseGradual *self = user_data;
  gint64 end = g_get_monotonic_time () + BUDGET_US;

  /* The first frame shows what there is. */
  if (!self->drawn)
    {
      self->drawn = TRUE;
      return G_SOURCE_CONTINUE;
    }

  do
    {
      if (!self->step (widget))
        {
          self->tick_id = 0;
          return G_SOURCE_REMOVE;
        }
    }
  while (g_get_monotonic_time () < end);

  return G_SOURCE_CONTINUE;
}

/**
 * premise_gradual_start:
 * @self: a gradual filling
 * @widget: the widget that has it
 * @step: what adds a part
 *
 * Calls @step in the frames after the next one, until it has nothing to add.
 * One that is under way already is cancelled.
 */
void
premise_gradual_start (PremiseGradual     *self,
                       GtkWidget          *widget,
                       PremiseGradualStep  step)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (step != NULL);

  premise_gradual_cancel (self);
  self->widget = widget;
  self->step = step;
  self->drawn = FALSE;
  self->tick_id = gtk_widget_add_tick_callback (widget, tick_cb, self, NULL);
}

/**
 * premise_gradual_finish:
 * @self: a gradual filling
 *
 * Adds all that is left at once: somebody asks for it.
 */
void
premise_gradual_finish (PremiseGradual *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick_id == 0)
    return;

  premise_gradual_cancel (self);
  while (self->step (self->widget))
    ;
}

/**
 * premise_gradual_cancel:
 * @self: a gradual filling
 *
 * Leaves out what is not there yet.
 */
void
premise_gradual_cancel (PremiseGradual *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
}
