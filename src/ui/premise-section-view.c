/* premise-section-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-section-view.h"

#include "premise-focus.h"
#include "premise-pages.h"
#include "premise-rich-label.h"
#include "premise-section-page.h"
#include "premise-section-slide.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Above a block that was gone to, in pixels. */
#define AIR 36

/* How long nothing has to happen until the next section is made ready. */
#define AHEAD_MS 300

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
  GtkWidget      *pages;        /* (not owned): in the scroller */
  GtkWidget      *content;      /* (nullable) (not owned): a page or a slide, which is shown */
  guint           section;      /* PREMISE_MODEL_NOT_FOUND before one is set */
  guint           ahead;        /* the section that is ready to be shown next, if one is */
  guint           ahead_id;
  gboolean        backwards;    /* the last step was to a section before */
  PremisePlace    wanted;       /* where to scroll to when the content gets its size */
  gboolean        has_wanted;
  double          wanted_value; /* where that came to be; the reader may have scrolled on */
  int             width;
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

/* How far the page is scrolled when a child is at the top, with some air above it. */
static double
get_offset (PremiseSectionView *self,
            GtkWidget          *child,
            double             *height)
{
  graphene_rect_t bounds;

  /* The viewport moves the page: what counts is where the child is in the whole of it. */
  if (!gtk_widget_compute_bounds (child, gtk_widget_get_parent (self->pages), &bounds))
    return 0;

  *height = MAX (1, bounds.size.height);

  return MAX (0, gtk_adjustment_get_value (get_adjustment (self)) + bounds.origin.y - AIR);
}

static PremisePlace
measure_place (PremiseSectionView *self)
{
  double value = gtk_adjustment_get_value (get_adjustment (self));
  PremisePlace place = { 0, 0 };
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->content);
       child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      double height = 1;
      double offset = get_offset (self, child, &height);

      if (offset > value)
        break;
      place = (PremisePlace) { .child = i, .fraction = MIN (1, (value - offset) / height) };
    }

  return place;
}

/* A slide is complete from the start. */
static void
complete (PremiseSectionView *self)
{
  if (PREMISE_IS_SECTION_PAGE (self->content))
    premise_section_page_complete (PREMISE_SECTION_PAGE (self->content));
}

/* The page has its size. */
static void
go_to_place (PremiseSectionView *self,
             PremisePlace        place)
{
  GtkWidget *child = gtk_widget_get_first_child (self->content);
  double height = 0;
  double offset;

  for (guint i = 0; i < place.child && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL)
    return;

  offset = get_offset (self, child, &height);
  gtk_adjustment_set_value (get_adjustment (self), offset + place.fraction * height);
}

static GtkWidget *
content_new (PremiseSectionView *self,
             guint               section)
{
  if (section >= premise_report_get_n_sections (premise_session_get_report (self->session)))
    return NULL;

  return self->presenting ? premise_section_slide_new (self->session, section)
                          : premise_section_page_new (self->session, section);
}

/* What is read next is most often the section after this one, or the one before for who goes back. */
static void
look_ahead_cb (gpointer user_data)
{
  PremiseSectionView *self = user_data;

  self->ahead_id = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->content == NULL)
    return;

  self->ahead = self->backwards ? self->section - 1 : self->section + 1;
  premise_pages_set_ahead (PREMISE_PAGES (self->pages), content_new (self, self->ahead));
}

/* As soon as the reader rests. */
static void
look_ahead_later (PremiseSectionView *self)
{
  g_clear_handle_id (&self->ahead_id, g_source_remove);
  self->ahead_id = g_timeout_add_once (AHEAD_MS, look_ahead_cb, self);
}

static void
scrolled_cb (PremiseSectionView *self)
{
  if (self->ahead_id != 0)
    look_ahead_later (self);
}

/* A slider that moves has enough to do with what is seen. */
static void
values_changed_cb (PremiseSectionView *self)
{
  premise_pages_set_ahead (PREMISE_PAGES (self->pages), NULL);
  look_ahead_later (self);
}

static GtkWidget *
take_content (PremiseSectionView *self)
{
  GtkWidget *ahead = premise_pages_get_ahead (PREMISE_PAGES (self->pages));

  return ahead != NULL && self->ahead == self->section ? ahead : content_new (self, self->section);
}

static void
show_content (PremiseSectionView *self,
              GtkWidget          *content)
{
  gboolean focused = premise_focus_release (self->content);

  self->content = content;
  premise_pages_set_shown (PREMISE_PAGES (self->pages), content);
  premise_pages_set_ahead (PREMISE_PAGES (self->pages), NULL);
  look_ahead_later (self);
  if (focused)
    gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

/* What is ready is not what is wanted any more. */
static void
rebuild (PremiseSectionView *self)
{
  show_content (self, content_new (self, self->section));
}

static void
language_cb (PremiseSectionView *self)
{
  PremisePlace place = premise_section_view_get_place (self);

  rebuild (self);
  premise_section_view_set_place (self, &place);
}

/* A window may get its width in steps: until the reader scrolls, the place is kept. */
static gboolean
is_where_wanted (PremiseSectionView *self)
{
  return self->wanted_value > 0 &&
         gtk_adjustment_get_value (get_adjustment (self)) == self->wanted_value;
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
  PremiseSectionView *self = PREMISE_SECTION_VIEW (widget);

  gboolean keep = width != self->width && is_where_wanted (self);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);

  if (width > 0 && self->content != NULL && !self->presenting && (self->has_wanted || keep))
    {
      self->has_wanted = FALSE;
      go_to_place (self, self->wanted);
      self->wanted_value = gtk_adjustment_get_value (get_adjustment (self));
      /* Only now it is known where the blocks are. */
      gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
    }
  self->width = width;
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
    {
      g_signal_handlers_disconnect_by_func (self->session, language_cb, self);
      g_signal_handlers_disconnect_by_func (self->session, values_changed_cb, self);
    }
  g_clear_handle_id (&self->ahead_id, g_source_remove);
  self->content = NULL;
  self->pages = NULL;
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
  self->pages = premise_pages_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->pages);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
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
  g_signal_connect_object (session, "values-changed", G_CALLBACK (values_changed_cb), self, G_CONNECT_SWAPPED);

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

  self->backwards = self->section != PREMISE_MODEL_NOT_FOUND && section < self->section;
  self->section = section;
  self->has_wanted = FALSE;
  self->wanted_value = 0;
  show_content (self, take_content (self));
  gtk_adjustment_set_value (get_adjustment (self), 0);
}

/**
 * premise_section_view_get_place:
 * @self: a section view
 *
 * Returns: where the reader is in the section; the head of a slide
 */
PremisePlace
premise_section_view_get_place (PremiseSectionView *self)
{
  PremisePlace top = { 0, 0 };

  g_return_val_if_fail (PREMISE_IS_SECTION_VIEW (self), top);

  if (self->has_wanted)
    return self->wanted;

  if (self->content == NULL || self->presenting || gtk_widget_get_width (self->content) == 0)
    return top;

  return measure_place (self);
}

/**
 * premise_section_view_set_place:
 * @self: a section view
 * @place: where to go in the section
 *
 * Scrolls there, as soon as the section has its size.
 */
void
premise_section_view_set_place (PremiseSectionView *self,
                                const PremisePlace *place)
{
  g_return_if_fail (PREMISE_IS_SECTION_VIEW (self));
  g_return_if_fail (place != NULL);

  if (self->presenting)
    return;

  if (place->child > 0 || place->fraction > 0)
    complete (self);
  self->wanted = *place;
  self->has_wanted = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * premise_section_view_get_block:
 * @self: a section view
 * @block: position of a block, %PREMISE_MODEL_NOT_FOUND for the head of the section
 *
 * Returns: (nullable) (transfer none): the widget that shows it; a slide has none
 */
GtkWidget *
premise_section_view_get_block (PremiseSectionView *self,
                                guint               block)
{
  GtkWidget *child;
  guint position = block == PREMISE_MODEL_NOT_FOUND ? 0 : block + 1;

  g_return_val_if_fail (PREMISE_IS_SECTION_VIEW (self), NULL);

  if (self->content == NULL || self->presenting)
    return NULL;

  complete (self);
  child = gtk_widget_get_first_child (self->content);
  for (guint i = 0; i < position && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);

  return child != NULL && ADW_IS_CLAMP (child) ? adw_clamp_get_child (ADW_CLAMP (child)) : child;
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
