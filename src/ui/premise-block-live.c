/* premise-block-live.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-live.h"

struct _PremiseLive
{
  PremiseSession  *session;
  gulong           handler;
  GArray          *variables;   /* (element-type guint): ascending */
  PremiseLiveFunc  func;
  GtkWidget       *widget;      /* (not owned): owns this */
};

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Both ascending, so one walk through the two is enough. */
static gboolean
intersects (const GArray *a,
            const GArray *b)
{
  guint i = 0;
  guint j = 0;

  while (i < a->len && j < b->len)
    {
      guint x = g_array_index (a, guint, i);
      guint y = g_array_index (b, guint, j);

      if (x == y)
        return TRUE;

      if (x < y)
        i++;
      else
        j++;
    }

  return FALSE;
}

static void
values_changed_cb (PremiseSession *session,
                   GArray         *changed,
                   gpointer        user_data)
{
  PremiseLive *self = user_data;

  if (intersects (self->variables, changed))
    self->func (self->widget);
}

/**
 * premise_live_new:
 * @session: whose values are watched
 * @variables: (element-type guint) (transfer none): positions of the variables, in any order
 * @func: called when one of them has changed
 * @widget: what @func is called with; it must free the result in its dispose
 *
 * Watches @variables. A widget that shows none costs nothing.
 *
 * Returns: (transfer full): the watch
 */
PremiseLive *
premise_live_new (PremiseSession  *session,
                  GArray          *variables,
                  PremiseLiveFunc  func,
                  GtkWidget       *widget)
{
  PremiseLive *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (variables != NULL, NULL);

  self = g_new0 (PremiseLive, 1);
  self->session = g_object_ref (session);
  self->variables = g_array_copy (variables);
  self->func = func;
  self->widget = widget;
  g_array_sort (self->variables, compare_positions);

  if (self->variables->len > 0)
    self->handler = g_signal_connect (session, "values-changed",
                                      G_CALLBACK (values_changed_cb), self);

  return self;
}

/**
 * premise_live_free:
 * @self: a watch
 *
 * Ends the watch.
 */
void
premise_live_free (PremiseLive *self)
{
  g_clear_signal_handler (&self->handler, self->session);
  g_clear_object (&self->session);
  g_array_unref (self->variables);
  g_free (self);
}
