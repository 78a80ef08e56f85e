/* premise-driver-hearing.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-driver-private.h"

#define ANNOUNCEMENT "object:announcement"

static void
announcement_cb (AtspiEvent *event,
                 void       *user_data)
{
  PremiseDriver *self = user_data;
  guint pid = event->source != NULL ? atspi_accessible_get_process_id (event->source, NULL) : 0;

  if (pid == self->pid && G_VALUE_HOLDS_STRING (&event->any_data))
    g_ptr_array_add (self->heard, g_value_dup_string (&event->any_data));

  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

/**
 * premise_driver_listen:
 * @self: a driver
 * @error: return location for an error
 *
 * Hears from here on what the program has the screen reader announce. What was heard before
 * is forgotten.
 *
 * Returns: whether it can be heard
 */
gboolean
premise_driver_listen (PremiseDriver  *self,
                       GError        **error)
{
  if (self->listener != NULL)
    {
      g_ptr_array_set_size (self->heard, 0);
      return TRUE;
    }

  self->heard = g_ptr_array_new_with_free_func (g_free);
  self->listener = atspi_event_listener_new (announcement_cb, self, NULL);

  return atspi_event_listener_register (self->listener, ANNOUNCEMENT, error);
}

/**
 * premise_driver_stop_listening:
 * @self: a driver
 *
 * Forgets what was heard.
 */
void
premise_driver_stop_listening (PremiseDriver *self)
{
  if (self->listener != NULL)
    atspi_event_listener_deregister (self->listener, ANNOUNCEMENT, NULL);
  g_clear_object (&self->listener);
  g_clear_pointer (&self->heard, g_ptr_array_unref);
}

static gboolean
has_heard (PremiseDriver *self,
           gpointer       user_data)
{
  for (guint i = 0; i < self->heard->len; i++)
    if (strstr (g_ptr_array_index (self->heard, i), user_data) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * premise_driver_wait_heard:
 * @self: a driver that listens
 * @part: of what is to be said
 * @error: return location for an error
 *
 * Waits for an announcement.
 *
 * Returns: whether it came
 */
gboolean
premise_driver_wait_heard (PremiseDriver  *self,
                           const char     *part,
                           GError        **error)
{
  g_autofree char *what = g_strdup_printf ("“%s” to be announced", part);

  return premise_driver_wait (self, has_heard, (gpointer) part, what, error);
}

/**
 * premise_driver_get_n_heard:
 * @self: a driver that listens
 *
 * Returns: how often something was announced since it was last asked to listen
 */
guint
premise_driver_get_n_heard (PremiseDriver *self)
{
  return self->heard->len;
}
