/* premise-headline-strip.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-headline-strip.h"

#include "premise-block-metric.h"
#include "premise-focus.h"
#include "premise-rich-label.h"

#include <adwaita.h>

/* It stays while a telephone scrolls: more than two lines would take the page. */
#define MAX_NARROW 4

/**
 * PremiseHeadlineStrip:
 *
 * ## CSS nodes
 *
 * `premise-headline-strip`, with one of the classes `.compact` and `.narrow`; in it a `wrap-box`, or
 * in a `scrolledwindow` a `grid` when narrow and a `box` when there is a most, with
 * `premise-metric` nodes.
 *
 * ## Accessibility
 *
 * Each metric is one object; see #PremiseMetricView. What does not fit on one line goes to the
 * next, or its name is cut short: a number of which the end is cut off is another number.
 */
struct _PremiseHeadlineStrip
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  GtkWidget      *child;      /* the box, or what it stands in */
  GtkWidget      *box;
  guint           section;    /* PREMISE_MODEL_NOT_FOUND before one is set */
  guint           max;        /* how many numbers there is room for */
  gboolean        compact;
  gboolean        narrow;
};

enum
{
  VALUE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseHeadlineStrip, premise_headline_strip, GTK_TYPE_WIDGET)

static GArray *
get_metrics (PremiseHeadlineStrip *self)
{
  PremiseReport *report = premise_session_get_report (self->session);

  if (self->section >= premise_report_get_n_sections (report))
    return NULL;

  return premise_report_get_section (report, self->section)->headline;
}

static guint
get_max (PremiseHeadlineStrip *self)
{
  if (self->compact)
    return 1;

  return self->narrow ? MIN (self->max, MAX_NARROW) : self->max;
}

static PremiseMetricSize
get_size (PremiseHeadlineStrip *self,
          guint                 i)
{
  if (self->compact)
    return PREMISE_METRIC_COMPACT;
  if (self->narrow || self->max != G_MAXUINT)
    return PREMISE_METRIC_NARROW;

  return i == 0 ? PREMISE_METRIC_FIRST : PREMISE_METRIC_PLAIN;
}

/* Numbers that are very long must not make the window wider. */
static void
build_scroller (PremiseHeadlineStrip *self)
{
  self->child = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->child),
                                  GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->child), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->child), self->box);
  gtk_widget_set_focusable (self->child, FALSE);
}

static void
build_box (PremiseHeadlineStrip *self)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);

  if (self->narrow)
    {
      self->box = gtk_grid_new ();
      build_scroller (self);
    }
  else if (self->max != G_MAXUINT)
    {
      /* A slide has no second line to spare. */
      self->box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 6, NULL);
      build_scroller (self);
    }
  else
    {
      self->box = adw_wrap_box_new ();
      adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 6);
      self->child = self->box;
    }

  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
rebuild (PremiseHeadlineStrip *self)
{
  GArray *metrics = get_metrics (self);
  guint n = metrics != NULL ? metrics->len : 0;
  gboolean focused = premise_focus_release (self->child);

  build_box (self);
  n = MIN (n, get_max (self));

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = premise_metric_view_new (self->session,
                                                  &g_array_index (metrics, PremiseMetric, i),
                                                  get_size (self, i));

      gtk_widget_set_valign (child, GTK_ALIGN_BASELINE_FILL);
      if (GTK_IS_GRID (self->box))
        {
          gtk_widget_set_hexpand (child, TRUE);
          gtk_grid_attach (GTK_GRID (self->box), child, i % 2, i / 2, 1, 1);
        }
      else if (GTK_IS_BOX (self->box))
        gtk_box_append (GTK_BOX (self->box), child);
      else
        adw_wrap_box_append (ADW_WRAP_BOX (self->box), child);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Half a number would be another number. The first is always there. */
static void
hide_what_does_not_fit (PremiseHeadlineStrip *self,
                        int                   width)
{
  gboolean rtl = gtk_widget_get_direction (self->box) == GTK_TEXT_DIR_RTL;
  float start = rtl ? (float) (gtk_widget_get_width (self->box) - width) : 0;
  GtkWidget *first = gtk_widget_get_first_child (self->box);

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;
      gboolean fits = gtk_widget_compute_bounds (child, self->box, &bounds)
                      && bounds.origin.x >= start
                      && bounds.origin.x + bounds.size.width <= start + (float) width;

      gtk_widget_set_child_visible (child, child == first || fits);
    }
}

static GtkSizeRequestMode
premise_headline_strip_get_request_mode (GtkWidget *widget)
{
  PremiseHeadlineStrip *self = PREMISE_HEADLINE_STRIP (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
premise_headline_strip_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  PremiseHeadlineStrip *self = PREMISE_HEADLINE_STRIP (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
premise_headline_strip_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  PremiseHeadlineStrip *self = PREMISE_HEADLINE_STRIP (widget);

  if (self->child == NULL)
    return;

  gtk_widget_allocate (self->child, width, height, baseline, NULL);
  if (!ADW_IS_WRAP_BOX (self->box))
    hide_what_does_not_fit (self, width);
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
premise_headline_strip_dispose (GObject *object)
{
  PremiseHeadlineStrip *self = PREMISE_HEADLINE_STRIP (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, rebuild, self);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_headline_strip_parent_class)->dispose (object);
}

static void
premise_headline_strip_class_init (PremiseHeadlineStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_headline_strip_dispose;

  widget_class->get_request_mode = premise_headline_strip_get_request_mode;
  widget_class->measure = premise_headline_strip_measure;
  widget_class->size_allocate = premise_headline_strip_size_allocate;

  /**
   * PremiseHeadlineStrip::value-activated:
   * @self: a headline strip
   * @variable: position of the variable
   * @cell: position of its cell
   *
   * Emitted when the reader asks where a number comes from.
   */
  signals[VALUE_ACTIVATED] =
    g_signal_new ("value-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, PREMISE_ACTION_SHOW_VALUE, "(uu)", show_value_cb);

  gtk_widget_class_set_css_name (widget_class, "premise-headline-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
premise_headline_strip_init (PremiseHeadlineStrip *self)
{
  self->section = PREMISE_MODEL_NOT_FOUND;
  self->max = G_MAXUINT;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * premise_headline_strip_new:
 * @session: the session whose values are shown
 *
 * Returns: (transfer floating): a strip without a section
 */
GtkWidget *
premise_headline_strip_new (PremiseSession *session)
{
  PremiseHeadlineStrip *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_HEADLINE_STRIP, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * premise_headline_strip_set_section:
 * @self: a headline strip
 * @section: position of the section
 *
 * Shows the headline numbers of @section; a section without any hides the strip.
 */
void
premise_headline_strip_set_section (PremiseHeadlineStrip *self,
                                    guint                 section)
{
  g_return_if_fail (PREMISE_IS_HEADLINE_STRIP (self));

  if (self->section == section)
    return;

  self->section = section;
  rebuild (self);
}

/**
 * premise_headline_strip_set_max:
 * @self: a headline strip
 * @max: how many numbers to show at most
 *
 * For a screen that is looked at from afar and cannot be scrolled: they stay on one line.
 */
void
premise_headline_strip_set_max (PremiseHeadlineStrip *self,
                                guint                 max)
{
  g_return_if_fail (PREMISE_IS_HEADLINE_STRIP (self));

  if (self->max == max)
    return;

  self->max = max;
  rebuild (self);
}

/**
 * premise_headline_strip_set_compact:
 * @self: a headline strip
 * @compact: whether to show only the first number, on one line
 *
 * For a handle, where there is room for one line.
 */
void
premise_headline_strip_set_compact (PremiseHeadlineStrip *self,
                                    gboolean              compact)
{
  g_return_if_fail (PREMISE_IS_HEADLINE_STRIP (self));

  compact = compact != FALSE;
  if (self->compact == compact)
    return;

  self->compact = compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  rebuild (self);
}

/**
 * premise_headline_strip_set_narrow:
 * @self: a headline strip
 * @narrow: whether to show the first four numbers in two columns, none larger than the others
 *
 * For a window where even two large numbers would not stand side by side.
 */
void
premise_headline_strip_set_narrow (PremiseHeadlineStrip *self,
                                   gboolean              narrow)
{
  g_return_if_fail (PREMISE_IS_HEADLINE_STRIP (self));

  narrow = narrow != FALSE;
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  rebuild (self);
}
