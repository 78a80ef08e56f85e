/* premise-announcer.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-announcer.h"

#include "premise-block-metric.h"

/* Longer than keys that follow each other: the slider says its own value in between. */
#define QUIET_MSEC 900

struct _PremiseAnnouncer
{
  GObject         parent_instance;

  PremiseSession *session;
  GtkWidget      *widget;     /* (not owned) */
  guint           section;    /* PREMISE_MODEL_NOT_FOUND before one is set */
  GPtrArray      *known;      /* (element-type utf8): what the headline numbers were last */
  guint           quiet_id;
};

G_DEFINE_FINAL_TYPE (PremiseAnnouncer, premise_announcer, G_TYPE_OBJECT)

static GArray *
get_metrics (PremiseAnnouncer *self)
{
  PremiseReport *report = premise_session_get_report (self->session);

  if (self->section >= premise_report_get_n_sections (report))
    return NULL;

  return premise_report_get_section (report, self->section)->headline;
}

static GPtrArray *
dup_texts (PremiseAnnouncer *self)
{
  GArray *metrics = get_metrics (self);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    g_ptr_array_add (texts, premise_metric_dup_text (self->session,
                                                     &g_array_index (metrics, PremiseMetric, i)));

  return texts;
}

static void
remember (PremiseAnnouncer *self)
{
  g_clear_pointer (&self->known, g_ptr_array_unref);
  self->known = dup_texts (self);
}

/* The first that is another: whoever wants to hear the rest finds it in the strip. */
static void
announce_change (PremiseAnnouncer *self)
{
  g_autoptr(GPtrArray) known = g_steal_pointer (&self->known);

  self->known = dup_texts (self);
  for (guint i = 0; i < self->known->len && i < known->len; i++)
    if (!g_str_equal (g_ptr_array_index (self->known, i), g_ptr_array_index (known, i)))
      {
        gtk_accessible_announce (GTK_ACCESSIBLE (self->widget), g_ptr_array_index (self->known, i),
                                 GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
        return;
      }
}

static gboolean
quiet_cb (gpointer user_data)
{
  PremiseAnnouncer *self = user_data;

  if (premise_session_get_dragging (self->session))
    return G_SOURCE_CONTINUE;

  self->quiet_id = 0;
  announce_change (self);

  return G_SOURCE_REMOVE;
}

static void
values_changed_cb (PremiseAnnouncer *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  self->quiet_id = g_timeout_add (QUIET_MSEC, quiet_cb, self);
}

static void
premise_announcer_dispose (GObject *object)
{
  PremiseAnnouncer *self = PREMISE_ANNOUNCER (object);

  g_clear_handle_id (&self->quiet_id, g_source_remove);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_announcer_parent_class)->dispose (object);
}

static void
premise_announcer_class_init (PremiseAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = premise_announcer_dispose;
}

static void
premise_announcer_init (PremiseAnnouncer *self)
{
  self->section = PREMISE_MODEL_NOT_FOUND;
}

/**
 * premise_announcer_new:
 * @session: the session whose values are spoken
 * @widget: in whose name; it must outlive the announcer
 *
 * Returns: (transfer full): an announcer that is silent until it has a section
 */
PremiseAnnouncer *
premise_announcer_new (PremiseSession *session,
                       GtkWidget      *widget)
{
  PremiseAnnouncer *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (PREMISE_TYPE_ANNOUNCER, NULL);
  self->session = g_object_ref (session);
  self->widget = widget;
  remember (self);

  g_signal_connect_object (session, "values-changed", G_CALLBACK (values_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (remember), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * premise_announcer_set_section:
 * @self: an announcer
 * @section: position of the section that is being read
 *
 * Speaks of the headline numbers of @section from here on.
 */
void
premise_announcer_set_section (PremiseAnnouncer *self,
                               guint             section)
{
  g_return_if_fail (PREMISE_IS_ANNOUNCER (self));

  if (self->section == section)
    return;

  g_clear_handle_id (&self->quiet_id, g_source_remove);
  self->section = section;
  remember (self);
}
