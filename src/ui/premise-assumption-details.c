/* premise-assumption-details.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-assumption-details.h"
#include "premise-plain-label.h"

#include <glib/gi18n.h>

/**
 * PremiseAssumptionDetails:
 *
 * What stands behind an assumption: its base value and range and whose they
 * are, why it is what it is, and where it comes from. Text only.
 *
 * # CSS nodes
 *
 * A node named premise-assumption-details with a label for each line.
 *
 * # Accessibility
 *
 * Role group of labels, which a screen reader reads in order.
 */

struct _PremiseAssumptionDetails
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  guint           variable;
  guint           cell;

  GtkWidget      *range;
  GtkWidget      *rationale;
  GtkWidget      *source;
};

G_DEFINE_FINAL_TYPE (PremiseAssumptionDetails, premise_assumption_details, GTK_TYPE_WIDGET)

static char *
dup_range (PremiseAssumptionDetails *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseModel *model = premise_session_get_model (self->session);
  const PremiseVariableInfo *info = premise_report_get_info (report, self->variable);
  const char *language = premise_session_get_language (self->session);
  double base = premise_model_get_base (model, self->variable, self->cell);
  double min, max, step;
  g_autofree char *low = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *high = NULL;

  premise_model_get_range (model, self->variable, self->cell, &min, &max, &step);
  low = premise_report_format_cell (report, self->variable, min, NULL, language);
  middle = premise_report_format_cell (report, self->variable, base, NULL, language);
  high = premise_report_format_cell (report, self->variable, max, NULL, language);

  if (info->range_ours)
    /* Translators: base value, smallest and largest value of an assumption; the report's
     * own authors chose the range, not the source. */
    return g_strdup_printf (_("Base %s, from %s to %s (range is ours)"), middle, low, high);

  /* Translators: base value, smallest and largest value of an assumption. */
  return g_strdup_printf (_("Base %s, from %s to %s"), middle, low, high);
}

static const char *
get_origin_name (const char *origin)
{
  if (g_strcmp0 (origin, "implied") == 0)
    return _("Implied by the source");
  if (g_strcmp0 (origin, "ours") == 0)
    return _("Our own estimate");

  return NULL;
}

/* (nullable) */
static char *
dup_source (PremiseAssumptionDetails *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  const PremiseVariableInfo *info = premise_report_get_info (report, self->variable);
  const char *language = premise_session_get_language (self->session);
  const char *id = premise_variable_info_get_source (info, self->cell);
  guint page = premise_variable_info_get_page (info, self->cell);
  const PremiseSource *source = NULL;
  const char *origin = get_origin_name (info->origin);
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  if (id != NULL)
    source = premise_report_find_source (report, id);
  if (source == NULL)
    return g_strdup (origin);

  name = premise_text_render_plain (source->name, language, NULL);
  if (page > 0)
    /* Translators: name of a source document and a page in it. */
    place = g_strdup_printf (_("%s, p. %u"), name, page);
  else
    place = g_steal_pointer (&name);

  if (origin == NULL)
    return g_steal_pointer (&place);

  /* Translators: whose estimate a number is, and the document it refers to. */
  return g_strdup_printf (_("%s: %s"), origin, place);
}

static void
set_line (GtkWidget  *label,
          const char *text)
{
  premise_plain_label_set_number (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
update (PremiseAssumptionDetails *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  const PremiseVariableInfo *info = premise_report_get_info (report, self->variable);
  g_autofree char *range = dup_range (self);
  g_autofree char *source = dup_source (self);
  g_autofree char *rationale = NULL;

  if (info->rationale != NULL)
    rationale = premise_text_render_plain (info->rationale,
                                           premise_session_get_language (self->session),
                                           premise_session_get_evaluator (self->session));

  set_line (self->range, range);
  set_line (self->rationale, rationale);
  set_line (self->source, source);
}

static void
premise_assumption_details_dispose (GObject *object)
{
  PremiseAssumptionDetails *self = PREMISE_ASSUMPTION_DETAILS (object);

  g_clear_pointer (&self->range, gtk_widget_unparent);
  g_clear_pointer (&self->rationale, gtk_widget_unparent);
  g_clear_pointer (&self->source, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_assumption_details_parent_class)->dispose (object);
}

static void
premise_assumption_details_class_init (PremiseAssumptionDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_assumption_details_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-assumption-details");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_line (PremiseAssumptionDetails *self,
          const char               *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "caption");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
premise_assumption_details_init (PremiseAssumptionDetails *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);

  self->range = add_line (self, "numeric");
  self->rationale = add_line (self, NULL);
  self->source = add_line (self, "dimmed");
}

/**
 * premise_assumption_details_new:
 * @session: the session
 * @variable: position of an assumption
 * @cell: its cell
 *
 * Creates the text, which follows the session's language and values.
 *
 * Returns: (transfer floating): the details
 */
GtkWidget *
premise_assumption_details_new (PremiseSession *session,
                                guint           variable,
                                guint           cell)
{
  PremiseAssumptionDetails *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_ASSUMPTION_DETAILS, NULL);
  self->session = g_object_ref (session);
  self->variable = variable;
  self->cell = cell;

  update (self);

  /* A rationale may quote live numbers. */
  g_signal_connect_object (session, "values-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
