/* premise-section-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-section-view.h"

#include "premise-rich-label.h"
#include "premise-section-page.h"
#include "premise-section-slide.h"

#include <glib/gi18n.h>

/**
 * PremiseSectionView:
 *
 * ## CSS nodes
 *
 * `premise-section-view` with a `scrolledwindow`.
 *
 * ## Accessibility
 *
 * Role article. The title is its heading.
 */
struct _PremiseSectionView
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  GtkWidget      *scroller;
  GtkWidget      *content;      /* (nullable) (not owned): a page or a slide in the scroller */
  guint           section;      /* PREMISE_MODEL_NOT_FOUND before one is set */
  gboolean        presenting;
};

enum
{
  VALUE_ACTIVATED,
  SECTION_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseSectionView, premise_section_view, GTK_TYPE_WIDGET)

static GtkAdjustment *
get_adjustment (PremiseSectionView *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* Where the reader is: a block, and how far down in it. Blocks have other heights in another
 * language, so a position in pixels would be somewhere else. */
typedef struct
{
  guint  child;
  double fraction;
} Place;

static int
get_height (GtkWidget *widget,
            int        width)
{
  int minimum;
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (minimum, width),
                      NULL, &height, NULL, NULL);

  return height;
}

static Place
get_place (PremiseSectionView *self,
           int                 width)
{
  double rest = gtk_adjustment_get_value (get_adjustment (self));
  Place place = { 0, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (self->content);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height = get_height (child, width);

      if (rest < height)
        {
          place.fraction = rest / MAX (1, height);
          break;
        }
      rest -= height;
      place.child++;
    }

  return place;
}

static void
go_to_place (PremiseSectionView *self,
             Place               place,
             int                 width)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double value = 0;
  double upper = 0;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->content);
       child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int height = get_height (child, width);

      if (i < place.child)
        value += height;
      else if (i == place.child)
        value += place.fraction * height;
      upper += height;
    }

  /* The new page has no allocation yet; with the right upper bound the value is kept. */
  if (gtk_adjustment_get_upper (adjustment) < upper)
    gtk_adjustment_set_upper (adjustment, upper);
  gtk_adjustment_set_value (adjustment, value);
}

static void
rebuild (PremiseSectionView *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  PremiseReport *report = premise_session_get_report (self->session);

  self->content = NULL;
  if (self->section < premise_report_get_n_sections (report))
    self->content = self->presenting ? premise_section_slide_new (self->session, self->section)
                                     : premise_section_page_new (self->session, self->section);
  gtk_scrolled_window_set_child (scroller, self->content);
}

static void
language_cb (PremiseSectionView *self)
{
  gboolean keep = self->content != NULL && !self->presenting;
  int width = keep ? gtk_widget_get_width (self->content) : 0;
  Place place = { 0, 0 };

  if (width > 0)
    place = get_place (self, width);

  rebuild (self);

  if (width > 0 && self->content != NULL)
    go_to_place (self, place, width);
}

/* Widget */

static void
premise_section_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gtk_widget_measure (PREMISE_SECTION_VIEW (widget)->scroller, orientation, for_size,
                      minimum, natural, NULL, NULL);
}

static void
premise_section_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  gtk_widget_allocate (PREMISE_SECTION_VIEW (widget)->scroller, width, height, baseline, NULL);
}

static void
show_value_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  guint variable;
  guint cell;

  g_variant_get (parameter, "(uu)", &variable, &cell);
  g_signal_emit (widget, signals[VALUE_ACTIVATED], 0, variable, cell);
}

static void
show_section_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_signal_emit (widget, signals[SECTION_REQUESTED], 0, g_variant_get_string (parameter, NULL));
}

static void
premise_section_view_dispose (GObject *object)
{
  PremiseSectionView *self = PREMISE_SECTION_VIEW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, language_cb, self);
  self->content = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_section_view_parent_class)->dispose (object);
}

static void
premise_section_view_class_init (PremiseSectionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_section_view_dispose;

  widget_class->measure = premise_section_view_measure;
  widget_class->size_allocate = premise_section_view_size_allocate;

  /**
   * PremiseSectionView::value-activated:
   * @self: a section view
   * @variable: position of the variable
   * @cell: position of its cell
   *
   * Emitted when the reader asks where a number comes from.
   */
  signals[VALUE_ACTIVATED] =
    g_signal_new ("value-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * PremiseSectionView::section-requested:
   * @self: a section view
   * @id: id of the section, which may not exist
   *
   * Emitted when a link to another section is followed.
   */
  signals[SECTION_REQUESTED] =
    g_signal_new ("section-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, PREMISE_ACTION_SHOW_VALUE, "(uu)", show_value_cb);
  gtk_widget_class_install_action (widget_class, PREMISE_ACTION_SHOW_SECTION, "s",
                                   show_section_cb);

  gtk_widget_class_set_css_name (widget_class, "premise-section-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
premise_section_view_init (PremiseSectionView *self)
{
  self->section = PREMISE_MODEL_NOT_FOUND;

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Section"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * premise_section_view_new:
 * @session: the session whose report is read
 *
 * Returns: (transfer floating): a view without a section
 */
GtkWidget *
premise_section_view_new (PremiseSession *session)
{
  PremiseSectionView *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_SECTION_VIEW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (language_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * premise_section_view_get_section:
 * @self: a section view
 *
 * Returns: position of the section, or %PREMISE_MODEL_NOT_FOUND before one was set
 */
guint
premise_section_view_get_section (PremiseSectionView *self)
{
  g_return_val_if_fail (PREMISE_IS_SECTION_VIEW (self), PREMISE_MODEL_NOT_FOUND);

  return self->section;
}

/**
 * premise_section_view_set_section:
 * @self: a section view
 * @section: position of the section
 *
 * Shows @section from its top. The section that is shown already stays where it is.
 */
void
premise_section_view_set_section (PremiseSectionView *self,
                                  guint               section)
{
  g_return_if_fail (PREMISE_IS_SECTION_VIEW (self));

  if (self->section == section)
    return;

  self->section = section;
  rebuild (self);
  gtk_adjustment_set_value (get_adjustment (self), 0);
}

/**
 * premise_section_view_set_presenting:
 * @self: a section view
 * @presenting: whether the section is shown as a slide
 *
 * Shows the section as a slide, or as a page.
 */
void
premise_section_view_set_presenting (PremiseSectionView *self,
                                     gboolean            presenting)
{
  g_return_if_fail (PREMISE_IS_SECTION_VIEW (self));

  presenting = presenting != FALSE;
  if (self->presenting == presenting)
    return;

  self->presenting = presenting;
  rebuild (self);
}
