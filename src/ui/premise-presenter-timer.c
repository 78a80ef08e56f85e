/* premise-presenter-timer.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-presenter-timer.h"

#include <glib/gi18n.h>

/**
 * PremisePresenterTimer:
 *
 * ## CSS nodes
 *
 * `premise-timer[.over]` with a label.
 *
 * ## Accessibility
 *
 * Role timer, whose changes are not spoken by themselves; labelled by the time that is left.
 */
struct _PremisePresenterTimer
{
  GtkWidget  parent_instance;

  GSettings *settings;
  GtkWidget *label;
  gint64     start;       /* of the monotonic clock, in microseconds */
  guint      timeout_id;  /* 0 while there is no time to show */
};

G_DEFINE_FINAL_TYPE (PremisePresenterTimer, premise_presenter_timer, GTK_TYPE_WIDGET)

static void
show_left (PremisePresenterTimer *self,
           gint64                 seconds)
{
  gint64 n = ABS (seconds);
  const char *sign = seconds < 0 ? "−" : "";
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  text = g_strdup_printf ("%s%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, sign, n / 60, n % 60);
  /* Translators: %s is minutes and seconds. */
  name = g_strdup_printf (seconds < 0 ? _("Time over by %s") : _("Time left: %s"), text + strlen (sign));

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (seconds < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
}

static gboolean
tick_cb (gpointer user_data)
{
  PremisePresenterTimer *self = user_data;
  gint64 minutes = g_settings_get_uint (self->settings, "presenter-timer");

  show_left (self, minutes * 60 - (g_get_monotonic_time () - self->start) / G_USEC_PER_SEC);

  return G_SOURCE_CONTINUE;
}

static void
update (PremisePresenterTimer *self)
{
  gboolean show = g_settings_get_uint (self->settings, "presenter-timer") > 0;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), show);
  if (!show)
    return;

  tick_cb (self);
  self->timeout_id = g_timeout_add_seconds (1, tick_cb, self);
}

static void
premise_presenter_timer_dispose (GObject *object)
{
  PremisePresenterTimer *self = PREMISE_PRESENTER_TIMER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (premise_presenter_timer_parent_class)->dispose (object);
}

static void
premise_presenter_timer_class_init (PremisePresenterTimerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_presenter_timer_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-timer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
premise_presenter_timer_init (PremisePresenterTimer *self)
{
  self->start = g_get_monotonic_time ();
  self->settings = g_settings_new (PREMISE_APPLICATION_ID);

  /* The widget itself says it. */
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  g_signal_connect_object (self->settings, "changed::presenter-timer", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * premise_presenter_timer_new:
 *
 * The time begins to run.
 *
 * Returns: (transfer floating): the new timer
 */
GtkWidget *
premise_presenter_timer_new (void)
{
  return g_object_new (PREMISE_TYPE_PRESENTER_TIMER, NULL);
}
