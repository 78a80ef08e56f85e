/* premise-driver-slider.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-driver-private.h"

#include <math.h>

/* How far inside the window something must be before the pointer can take it. */
#define EDGE 90
#define MAX_SCROLLS 150
#define SETTLE_USEC (60 * 1000)
#define MAX_SETTLES 50
/* A wheel that has moved nothing for so long is at the end of the list. */
#define MAX_IDLE 25
/* The ends of the range are half a knob inside. */
#define KNOB 18.0
/* Of the range: a motion that is missing is further off. */
#define NEAR_ENOUGH 0.01

/* Where it is once it no longer moves: a group may be unfolding above it. */
static gboolean
get_still_area (PremiseDriver      *self,
                AtspiAccessible    *accessible,
                PremiseDriverArea  *area,
                GError            **error)
{
  double before;
  guint i = 0;

  do
    {
      if (i > 0)
        before = area->y;
      else
        before = -1;
      if (i++ > 0)
        g_usleep (SETTLE_USEC);
      if (!premise_driver_get_area (self, accessible, area, error))
        return FALSE;
    }
  while ((i < 2 || area->y != before) && i < MAX_SETTLES);

  return TRUE;
}

static gboolean
turn_wheel (PremiseDriver      *self,
            AtspiAccessible    *accessible,
            int                 clicks,
            PremiseDriverArea  *area,
            GError            **error)
{
  double before = area->y;

  premise_driver_scroll (self, clicks);
  for (guint i = 0; i < MAX_IDLE && area->y == before; i++)
    {
      g_usleep (SETTLE_USEC);
      if (!premise_driver_get_area (self, accessible, area, error))
        return FALSE;
    }

  return get_still_area (self, accessible, area, error);
}

/**
 * premise_driver_scroll_to:
 * @self: a driver
 * @accessible: something that may have been scrolled out of view
 * @error: return location for an error
 *
 * Turns the wheel in its column, until it is well inside the window or the list
 * is at its end.
 *
 * Returns: whether it is in the window
 */
gboolean
premise_driver_scroll_to (PremiseDriver    *self,
                          AtspiAccessible  *accessible,
                          GError          **error)
{
  PremiseDriverArea window, area;
  double before = -1.0;

  if (!premise_driver_get_area (self, premise_driver_get_window (self), &window, error)
      || !get_still_area (self, accessible, &area, error))
    return FALSE;

  for (guint i = 0; i < MAX_SCROLLS && area.y != before; i++)
    {
      double middle = window.y + window.height / 2;

      if (area.y > window.y + EDGE && area.y + area.height < window.y + window.height - EDGE)
        return TRUE;

      before = area.y;
      premise_driver_move (self, area.x + area.width / 2, middle);
      /* By its middle: a tall chart with its top near the middle would go up and down. */
      if (!turn_wheel (self, accessible, area.y + area.height / 2 > middle ? 1 : -1, &area, error))
        return FALSE;
    }

  if (area.y > window.y && area.y + area.height < window.y + window.height)
    return TRUE;

  g_set_error_literal (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_SCREEN,
                       "The wheel does not bring it into view.");

  return FALSE;
}

typedef struct
{
  AtspiAccessible *slider;
  double           target;
  double           tolerance;
  double           last;
} Movement;

/* A busy program may stand still on the way: only near the target is it at rest. */
static gboolean
has_come_to_rest (PremiseDriver *self,
                  gpointer       user_data)
{
  Movement *movement = user_data;
  double now = premise_driver_get_value (movement->slider);
  gboolean still = now == movement->last
                   && fabs (now - movement->target) <= movement->tolerance;

  movement->last = now;
  if (!still)
    g_usleep (SETTLE_USEC);

  return still;
}

static double
get_knob_x (const PremiseDriverArea *area,
            double                   fraction)
{
  return area->x + KNOB / 2 + fraction * (area->width - KNOB);
}

/**
 * premise_driver_drag_slider:
 * @self: a driver
 * @slider: a slider in view
 * @fraction: of its range, 0 to 1, where it does not stand yet
 * @error: return location for an error
 *
 * Takes the knob, drags it there and waits until the value has come to rest there.
 *
 * Returns: whether the value moved
 */
gboolean
premise_driver_drag_slider (PremiseDriver    *self,
                            AtspiAccessible  *slider,
                            double            fraction,
                            GError          **error)
{
  g_autoptr(AtspiValue) value = atspi_accessible_get_value_iface (slider);
  Movement movement = { .slider = slider };
  PremiseDriverArea area;
  double min, max, begin, y;

  if (value == NULL)
    {
      g_set_error_literal (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_INPUT,
                           "A slider without a value cannot be dragged.");
      return FALSE;
    }
  if (!premise_driver_get_area (self, slider, &area, error))
    return FALSE;

  min = atspi_value_get_minimum_value (value, NULL);
  max = atspi_value_get_maximum_value (value, NULL);
  begin = atspi_value_get_current_value (value, NULL);
  movement.target = min + fraction * (max - min);
  movement.tolerance = MAX (atspi_value_get_minimum_increment (value, NULL),
                            NEAR_ENOUGH * (max - min));
  movement.last = begin;
  y = area.y + area.height / 2;
  premise_driver_drag (self, get_knob_x (&area, (begin - min) / (max - min)), y,
                       get_knob_x (&area, fraction), y);

  return premise_driver_wait (self, has_come_to_rest, &movement, "the slider to move", error);
}
