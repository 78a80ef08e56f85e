/* premise-block-metric.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-metric.h"

#include "premise-block-live.h"
#include "premise-block-value.h"
#include "premise-markup.h"
#include "premise-rich-label.h"
#include "premise-tooltip.h"
#include "premise-width-first.h"

#include <math.h>

/* Between the parts of a compact one. */
#define LINE_SPACING 12

/**
 * PremiseMetricView:
 *
 * ## CSS nodes
 *
 * `premise-metric` with the class `.first` or `.compact`, and `.premise-changed` off the base
 * case. In it labels of the classes `.premise-metric-label`, `.premise-metric-value` and
 * `.premise-metric-change`, the last in a box `.premise-metric-room`.
 *
 * ## Accessibility
 *
 * A button that shows where the number comes from, or a group when compact. Either is one
 * object, labelled "AI-able space: 1,150, base 1,023".
 */
struct _PremiseMetricView
{
  GtkWidget            parent_instance;

  PremiseSession      *session;
  const PremiseMetric *metric;    /* (not owned): of the session's report */
  GtkWidget           *child;     /* a button or a box */
  GtkLabel            *label;
  GtkLabel            *value;
  GtkLabel            *change;
  int                  widest;    /* pixels that it has ever needed */
  PremiseLive         *live;
};

G_DEFINE_FINAL_TYPE (PremiseMetricView, premise_metric_view, GTK_TYPE_WIDGET)

static char *
dup_change (PremiseMetricView *self)
{
  PremiseEvaluator *evaluator = premise_session_get_evaluator (self->session);
  guint variable = self->metric->variable;
  double value = premise_evaluator_get_value (evaluator, variable, self->metric->cell);
  double base = premise_evaluator_get_base_value (evaluator, variable, self->metric->cell);
  g_autofree char *change = NULL;

  if (!isfinite (value) || !isfinite (base) || value == base)
    return g_strdup ("");

  change = premise_format_change (value, base,
                                  premise_model_get_unit (premise_session_get_model (self->session),
                                                          variable),
                                  premise_session_get_language (self->session));

  return g_strdup_printf ("%s %s", value > base ? "▲" : "▼", change);
}

static char *
dup_label (PremiseSession      *session,
           const PremiseMetric *metric)
{
  if (metric->label != NULL)
    return premise_text_render_plain (metric->label, premise_session_get_language (session),
                                      premise_session_get_evaluator (session));

  return premise_report_dup_cell_label (premise_session_get_report (session), metric->variable,
                                        metric->cell, premise_session_get_language (session));
}

/* Returns: (transfer full): "1,150, base 1,023" */
static char *
dup_with_base (PremiseSession      *session,
               const PremiseMetric *metric)
{
  const char *language = premise_session_get_language (session);
  double base = premise_evaluator_get_base_value (premise_session_get_evaluator (session),
                                                  metric->variable, metric->cell);
  g_autofree char *value = premise_block_value_dup_text (session, metric->variable, metric->cell,
                                                         &metric->format);
  g_autofree char *base_case = premise_report_format_cell (premise_session_get_report (session),
                                                           metric->variable, base, &metric->format,
                                                           language);

  return premise_markup_dup_with_base (value, base_case, language);
}

/**
 * premise_metric_dup_text:
 * @session: the session whose language and values are meant
 * @metric: a headline number of its report
 *
 * Says a headline number as a screen reader should.
 *
 * Returns: (transfer full): "AI-able space: 1,150, base 1,023"
 */
char *
premise_metric_dup_text (PremiseSession      *session,
                         const PremiseMetric *metric)
{
  g_autofree char *label = dup_label (session, metric);
  g_autofree char *both = dup_with_base (session, metric);

  return g_strdup_printf ("%s: %s", label, both);
}

static void
update_description (PremiseMetricView *self,
                    const char        *base)
{
  g_autofree char *both = dup_with_base (self->session, self->metric);
  g_autofree char *name = premise_metric_dup_text (self->session, self->metric);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->child),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  premise_tooltip_set_text (GTK_WIDGET (self), both);

  if (base != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "premise-changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "premise-changed");
}

static void
update (GtkWidget *widget)
{
  PremiseMetricView *self = PREMISE_METRIC_VIEW (widget);
  const PremiseMetric *metric = self->metric;
  g_autofree char *label = dup_label (self->session, metric);
  g_autofree char *value = NULL;
  g_autofree char *base = NULL;
  g_autofree char *change = NULL;

  value = premise_block_value_dup_text (self->session, metric->variable, metric->cell,
                                        &metric->format);
  base = premise_block_value_dup_base_text (self->session, metric->variable, metric->cell,
                                            &metric->format);
  change = base != NULL ? dup_change (self) : g_strdup ("");

  gtk_label_set_text (self->label, label);
  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->change, change);
  /* An empty label loads the font that it would be in. */
  gtk_widget_set_visible (GTK_WIDGET (self->change), *change != '\0');
  update_description (self, base);
}

static void
clicked_cb (PremiseMetricView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), PREMISE_ACTION_SHOW_VALUE, "(uu)",
                              self->metric->variable, self->metric->cell);
}

static GtkLabel *
label_new (PremiseMetricView *self,
           const char        *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  const char *language = premise_session_get_language (self->session);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (
    pango_language_from_string (premise_markup_get_pango_language (language))));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

/* Keeps a place free for a change where all numbers are on one line, so that none moves when it appears. */
static GtkWidget *
room_new (PremiseMetricView *self,
          PremiseMetricSize  size)
{
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (room, GTK_ALIGN_BASELINE_FILL);
  if (size == PREMISE_METRIC_FIRST || size == PREMISE_METRIC_PLAIN)
    gtk_widget_add_css_class (room, "premise-metric-room");
  gtk_box_append (GTK_BOX (room), GTK_WIDGET (self->change));

  return room;
}

/* The name on a card has two lines. */
static GtkWidget *
name_new (PremiseMetricView *self)
{
  GtkWidget *name = premise_width_first_new (GTK_WIDGET (self->label));

  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  /* Narrow enough for two cards side by side on a telephone. */
  gtk_label_set_width_chars (self->label, 8);
  gtk_label_set_max_width_chars (self->label, 16);
  gtk_label_set_lines (self->label, 2);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE_FILL);

  return name;
}

/* Name, change and below them the number: beside the name the room for the change costs least. */
static void
build_button (PremiseMetricView *self,
              PremiseMetricSize  size)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (size == PREMISE_METRIC_NARROW)
    gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);

  gtk_box_append (GTK_BOX (row), size == PREMISE_METRIC_CARD ? name_new (self) : GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (row), room_new (self, size));
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  /* Numbers of different sizes side by side stand on one line. */
  gtk_box_set_baseline_child (GTK_BOX (box), 1);
  gtk_widget_set_valign (box, GTK_ALIGN_BASELINE_FILL);

  self->child = gtk_button_new ();
  gtk_widget_set_valign (self->child, GTK_ALIGN_BASELINE_FILL);
  gtk_button_set_child (GTK_BUTTON (self->child), box);
  gtk_widget_add_css_class (self->child, "flat");
  g_signal_connect_swapped (self->child, "clicked", G_CALLBACK (clicked_cb), self);
}

static void
build_line (PremiseMetricView *self)
{
  self->child = g_object_new (GTK_TYPE_BOX,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                              "spacing", LINE_SPACING,
                              NULL);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->child), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->child), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (self->child), GTK_WIDGET (self->change));
}

static void
watch (PremiseMetricView *self)
{
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (variables, self->metric->variable);
  if (self->metric->label != NULL)
    premise_text_add_variables (self->metric->label, variables);
  self->live = premise_live_new (self->session, variables, update, GTK_WIDGET (self));
}

static gboolean
is_line (PremiseMetricView *self)
{
  return GTK_IS_BOX (self->child);
}

/* Where large text leaves no room in a line, the change at its end gives way: it is told above the page too. */
static int
get_spare_width (PremiseMetricView *self)
{
  int width;

  if (!is_line (self) || !gtk_widget_get_visible (GTK_WIDGET (self->change)))
    return 0;

  gtk_widget_measure (GTK_WIDGET (self->change), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return width + LINE_SPACING;
}

/* The name on a card is on two lines where one is too narrow, and the card is higher then. */
static GtkSizeRequestMode
premise_metric_view_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (PREMISE_METRIC_VIEW (widget)->child);
}

static void
premise_metric_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  PremiseMetricView *self = PREMISE_METRIC_VIEW (widget);

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);

  /* It never gets narrower again: its neighbours would move with every digit. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = self->widest = MAX (self->widest, *natural);
      *minimum -= get_spare_width (self);
    }
}

static void
premise_metric_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  PremiseMetricView *self = PREMISE_METRIC_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation area = { 0, 0, width, height };
  int least;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (is_line (self))
    gtk_widget_set_child_visible (GTK_WIDGET (self->change), least <= width);
  area.width = MAX (width, least);
  area.x = rtl ? width - area.width : 0;
  gtk_widget_size_allocate (self->child, &area, baseline);
}

static void
premise_metric_view_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (premise_metric_view_parent_class)->css_changed (widget, change);

  /* The size of the type may be another one now. */
  PREMISE_METRIC_VIEW (widget)->widest = 0;
}

static void
premise_metric_view_dispose (GObject *object)
{
  PremiseMetricView *self = PREMISE_METRIC_VIEW (object);

  g_clear_pointer (&self->live, premise_live_free);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_metric_view_parent_class)->dispose (object);
}

static void
premise_metric_view_class_init (PremiseMetricViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_metric_view_dispose;

  widget_class->get_request_mode = premise_metric_view_get_request_mode;
  widget_class->measure = premise_metric_view_measure;
  widget_class->size_allocate = premise_metric_view_size_allocate;
  widget_class->css_changed = premise_metric_view_css_changed;

  gtk_widget_class_set_css_name (widget_class, "premise-metric");
}

static void
premise_metric_view_init (PremiseMetricView *self)
{
}

/**
 * premise_metric_view_new:
 * @session: the session whose language and values are shown
 * @metric: a headline number of its report
 * @size: how it is shown
 *
 * Returns: (transfer floating): the metric, which follows the values
 */
GtkWidget *
premise_metric_view_new (PremiseSession      *session,
                         const PremiseMetric *metric,
                         PremiseMetricSize    size)
{
  PremiseMetricView *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (metric != NULL, NULL);

  self = g_object_new (PREMISE_TYPE_METRIC_VIEW, NULL);
  self->session = g_object_ref (session);
  self->metric = metric;
  self->label = label_new (self, "premise-metric-label");
  self->value = label_new (self, "premise-metric-value");
  self->change = label_new (self, "premise-metric-change");
  /* No letter says which way it runs, and its sign must not go over to the other side. */
  gtk_widget_set_direction (GTK_WIDGET (self->change), GTK_TEXT_DIR_LTR);

  if (size == PREMISE_METRIC_COMPACT)
    build_line (self);
  else
    build_button (self, size);

  gtk_widget_add_css_class (GTK_WIDGET (self), premise_markup_get_kind_class (session, metric->variable));
  if (size == PREMISE_METRIC_FIRST)
    gtk_widget_add_css_class (GTK_WIDGET (self), "first");
  else if (size == PREMISE_METRIC_COMPACT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");

  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
  watch (self);
  update (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
