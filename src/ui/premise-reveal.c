/* premise-reveal.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-reveal.h"

typedef struct
{
  GtkViewport *viewport;   /* (nullable) */
  guint        n_ticks;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *self = data;

  g_clear_weak_pointer (&self->viewport);
  g_free (self);
}

static gboolean
tick_cb (GtkWidget     *target,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Reveal *self = user_data;

  /* Placed at the end of this frame: the next one knows where it is. */
  if (++self->n_ticks < 2)
    return G_SOURCE_CONTINUE;

  if (self->viewport != NULL && gtk_widget_is_ancestor (target, GTK_WIDGET (self->viewport)))
    gtk_viewport_scroll_to (self->viewport, target, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * premise_reveal:
 * @viewport: what scrolls
 * @target: a widget in it, which may be new
 *
 * Scrolls to @target as soon as it has its place. When it goes away before, nothing happens.
 */
void
premise_reveal (GtkViewport *viewport,
                GtkWidget   *target)
{
  Reveal *self;

  g_return_if_fail (GTK_IS_VIEWPORT (viewport));
  g_return_if_fail (GTK_IS_WIDGET (target));

  self = g_new0 (Reveal, 1);
  g_set_weak_pointer (&self->viewport, viewport);
  gtk_widget_add_tick_callback (target, tick_cb, self, reveal_free);
}
