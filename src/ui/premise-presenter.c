/* premise-presenter.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-presenter.h"

#include "premise-assumptions-pane.h"
#include "premise-changes-button.h"
#include "premise-headline-strip.h"
#include "premise-section-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * PremisePresenter:
 *
 * ## CSS nodes
 *
 * `premise-presenter`.
 *
 * ## Accessibility
 *
 * The slide is read like the section in the window; the page number is a label.
 */
struct _PremisePresenter
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  GtkWidget      *split;
  GtkWidget      *slide;
  GtkWidget      *headline;
  GtkWidget      *pane;
  GtkWidget      *changes;
  GtkLabel       *page_label;
};

G_DEFINE_FINAL_TYPE (PremisePresenter, premise_presenter, GTK_TYPE_WIDGET)

static void
premise_presenter_dispose (GObject *object)
{
  PremisePresenter *self = PREMISE_PRESENTER (object);

  g_clear_pointer (&self->split, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_presenter_parent_class)->dispose (object);
}

static void
premise_presenter_class_init (PremisePresenterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_presenter_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-presenter");
}

static void
premise_presenter_init (PremisePresenter *self)
{
}

static GtkWidget *
footer_new (PremisePresenter *self)
{
  GtkWidget *footer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->changes = premise_changes_button_new (self->session);
  gtk_widget_set_hexpand (self->changes, TRUE);
  gtk_widget_set_halign (self->changes, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (footer), self->changes);

  self->page_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->page_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->page_label), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->page_label), "premise-slide-number");
  gtk_box_append (GTK_BOX (footer), GTK_WIDGET (self->page_label));
  gtk_widget_set_margin_start (footer, 18);
  gtk_widget_set_margin_bottom (footer, 6);

  return footer;
}

/**
 * premise_presenter_new:
 * @session: the session that is presented
 *
 * Returns: (transfer floating): the new presenter
 */
GtkWidget *
premise_presenter_new (PremiseSession *session)
{
  PremisePresenter *self;
  GtkWidget *box;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_PRESENTER, NULL);
  self->session = g_object_ref (session);

  self->slide = premise_section_view_new (session);
  premise_section_view_set_presenting (PREMISE_SECTION_VIEW (self->slide), TRUE);
  gtk_widget_set_vexpand (self->slide, TRUE);
  self->headline = premise_headline_strip_new (session);
  self->pane = premise_assumptions_pane_new (session);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->headline);
  gtk_box_append (GTK_BOX (box), self->slide);
  gtk_box_append (GTK_BOX (box), footer_new (self));

  self->split = adw_overlay_split_view_new ();
  adw_overlay_split_view_set_sidebar_position (ADW_OVERLAY_SPLIT_VIEW (self->split), GTK_PACK_END);
  adw_overlay_split_view_set_max_sidebar_width (ADW_OVERLAY_SPLIT_VIEW (self->split), 420);
  adw_overlay_split_view_set_content (ADW_OVERLAY_SPLIT_VIEW (self->split), box);
  adw_overlay_split_view_set_sidebar (ADW_OVERLAY_SPLIT_VIEW (self->split), self->pane);
  adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (self->split), FALSE);
  gtk_widget_set_parent (self->split, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * premise_presenter_set_section:
 * @self: a presenter
 * @section: position of the section
 *
 * Shows the slide of a section.
 */
void
premise_presenter_set_section (PremisePresenter *self,
                               guint             section)
{
  PremiseReport *report;
  g_autofree char *page = NULL;

  g_return_if_fail (PREMISE_IS_PRESENTER (self));

  report = premise_session_get_report (self->session);
  premise_section_view_set_section (PREMISE_SECTION_VIEW (self->slide), section);
  premise_headline_strip_set_section (PREMISE_HEADLINE_STRIP (self->headline), section);
  premise_assumptions_pane_set_section (PREMISE_ASSUMPTIONS_PANE (self->pane), section);

  /* Translators: number of this slide and of all slides. */
  page = g_strdup_printf (_("%u of %u"), section + 1, premise_report_get_n_sections (report));
  gtk_label_set_text (self->page_label, page);
}

/**
 * premise_presenter_toggle_assumptions:
 * @self: a presenter
 *
 * Shows or hides the sliders behind the slide.
 */
void
premise_presenter_toggle_assumptions (PremisePresenter *self)
{
  AdwOverlaySplitView *split;

  g_return_if_fail (PREMISE_IS_PRESENTER (self));

  split = ADW_OVERLAY_SPLIT_VIEW (self->split);
  adw_overlay_split_view_set_show_sidebar (split, !adw_overlay_split_view_get_show_sidebar (split));
}
