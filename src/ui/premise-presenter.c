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
#include "premise-help.h"
#include "premise-presenter-timer.h"
#include "premise-section-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The smallest type is this part of the height: readable from the last row. */
#define SMALLEST_TYPE 28
#define MIN_FONT_SIZE 11
/* What a headline number takes, and what stands beside them, in that type. */
#define METRIC_WIDTH 13
#define PAGE_WIDTH 11

/**
 * PremisePresenter:
 *
 * ## CSS nodes
 *
 * `premise-presenter` with the class `.presenting`. Its font size follows its height; everything
 * in it is a multiple of that.
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
  GtkCssProvider *provider;
  guint           resize_id;
  int             font_size;    /* pixels */
  int             width;        /* that the headline numbers were chosen for */
};

G_DEFINE_FINAL_TYPE (PremisePresenter, premise_presenter, GTK_TYPE_WIDGET)

static int
get_font_size (int height)
{
  return MAX (MIN_FONT_SIZE, (height + SMALLEST_TYPE - 1) / SMALLEST_TYPE);
}

static gboolean
resize_cb (gpointer user_data)
{
  PremisePresenter *self = user_data;
  g_autofree char *css = NULL;
  int n;

  self->resize_id = 0;
  self->font_size = get_font_size (gtk_widget_get_height (GTK_WIDGET (self)));
  css = g_strdup_printf ("#%s { font-size: %dpx; }", gtk_widget_get_name (GTK_WIDGET (self)),
                         self->font_size);
  gtk_css_provider_load_from_string (self->provider, css);

  self->width = gtk_widget_get_width (GTK_WIDGET (self));
  n = self->width / self->font_size - PAGE_WIDTH;
  premise_headline_strip_set_max (PREMISE_HEADLINE_STRIP (self->headline),
                                  (guint) MAX (1, n / METRIC_WIDTH));

  return G_SOURCE_REMOVE;
}

static void
premise_presenter_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (PREMISE_PRESENTER (widget)->split, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
premise_presenter_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PremisePresenter *self = PREMISE_PRESENTER (widget);

  gtk_widget_allocate (self->split, width, height, baseline, NULL);

  /* Another size of type lays everything out again, which must not begin in here; but before the next
   * frame, or a slide that takes long to draw is seen in the wrong size. */
  if (self->resize_id == 0 && (get_font_size (height) != self->font_size || width != self->width))
    self->resize_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, resize_cb, self, NULL);
}

/* A style for this one widget: its type depends on its height, which CSS cannot say. */
static void
add_provider (PremisePresenter *self)
{
  static guint n_presenters = 0;
  g_autofree char *name = g_strdup_printf ("premise-presenter-%u", ++n_presenters);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

static void
remove_provider (PremisePresenter *self)
{
  if (self->provider == NULL)
    return;

  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                 GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);
}

static void
premise_presenter_dispose (GObject *object)
{
  PremisePresenter *self = PREMISE_PRESENTER (object);

  g_clear_handle_id (&self->resize_id, g_source_remove);
  remove_provider (self);
  g_clear_pointer (&self->split, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_presenter_parent_class)->dispose (object);
}

static void
premise_presenter_class_init (PremisePresenterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_presenter_dispose;

  widget_class->measure = premise_presenter_measure;
  widget_class->size_allocate = premise_presenter_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "premise-presenter");
}

static void
premise_presenter_init (PremisePresenter *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenting");
  add_provider (self);
  premise_help_set_page (GTK_WIDGET (self), "presenting");
}

/* The headline numbers, and at the end what is changed, the time that is left and where one is. */
static GtkWidget *
header_new (PremisePresenter *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *start = adw_bin_new ();

  /* It hides where a section has no headline, and the others shall stay at the end. */
  self->headline = premise_headline_strip_new (self->session);
  adw_bin_set_child (ADW_BIN (start), self->headline);
  gtk_widget_set_hexpand (start, TRUE);
  gtk_box_append (GTK_BOX (header), start);

  self->changes = premise_changes_button_new (self->session);
  gtk_widget_set_valign (self->changes, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (header), self->changes);

  gtk_box_append (GTK_BOX (header), premise_presenter_timer_new ());

  self->page_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->page_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->page_label), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->page_label), "premise-slide-number");
  gtk_widget_set_halign (GTK_WIDGET (self->page_label), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->page_label));

  return header;
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
  self->pane = premise_assumptions_pane_new (session, FALSE);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), self->slide);

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
