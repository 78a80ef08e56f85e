/* premise-assumption-group.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-assumption-group.h"

#include "premise-assumption-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/**
 * PremiseAssumptionGroup:
 *
 * One assumption. A scalar is a row; one with indexes is a header that folds a
 * row for each cell and says how many of them are changed, and while it is folded
 * from where to where they reach. Rows are made when
 * the group is first opened, so that a section with many assumptions opens at
 * once.
 *
 * # CSS nodes
 *
 * |[<!-- language="plain" -->
 * premise-assumption-group[.open]
 * ├── button.premise-assumption-header
 * ╰── revealer ── box ── premise-assumption…
 * ]|
 *
 * # Accessibility
 *
 * Role group; nothing of its own for a scalar. The header is a button with the
 * expanded state, named by the variable and the number of changed cells, and
 * described by the number of its values, and by their range while it is folded.
 */

struct _PremiseAssumptionGroup
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  guint           variable;
  gboolean        open;
  guint           n_changed;

  GtkWidget      *header;     /* (nullable): none for a scalar */
  GtkWidget      *arrow;
  GtkWidget      *label;
  GtkWidget      *summary;    /* of the values, while they are folded */
  GtkWidget      *badge;
  GtkWidget      *revealer;
  GtkWidget      *rows;
};

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PremiseAssumptionGroup, premise_assumption_group, GTK_TYPE_WIDGET)

static guint
count_changed (PremiseAssumptionGroup *self)
{
  PremiseScenario *scenario = premise_session_get_scenario (self->session);
  guint n_cells = premise_model_get_n_cells (premise_session_get_model (self->session),
                                             self->variable);
  guint n_changed = 0;

  for (guint i = 0; i < n_cells; i++)
    if (premise_scenario_is_overridden (scenario, self->variable, i))
      n_changed++;

  return n_changed;
}

/* How many values there are, and from where to where they reach while none of them is seen. */
static char *
dup_summary (PremiseAssumptionGroup *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseScenario *scenario = premise_session_get_scenario (self->session);
  const char *language = premise_session_get_language (self->session);
  guint n_cells = premise_model_get_n_cells (premise_session_get_model (self->session), self->variable);
  double least = INFINITY, most = -INFINITY;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->open)
    return g_strdup_printf (ngettext ("%u value", "%u values", n_cells), n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      double value = premise_scenario_get_value (scenario, self->variable, i);

      least = MIN (least, value);
      most = MAX (most, value);
    }

  from = premise_report_format_cell (report, self->variable, least, NULL, language);
  to = premise_report_format_cell (report, self->variable, most, NULL, language);
  if (g_str_equal (from, to))
    /* Translators: values of an assumption that are all the same, “9 values, 30 %”. */
    return g_strdup_printf (ngettext ("%u value, %s", "%u values, %s", n_cells), n_cells, to);

  /* Translators: values of an assumption, “9 values, 10 % to 80 %”. */
  return g_strdup_printf (ngettext ("%u value, %s to %s", "%u values, %s to %s", n_cells), n_cells, from, to);
}

static void
update_summary (PremiseAssumptionGroup *self)
{
  g_autofree char *summary = dup_summary (self);

  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}

static void
update_header (PremiseAssumptionGroup *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  const PremiseVariableInfo *info = premise_report_get_info (report, self->variable);
  g_autofree char *label = NULL;
  g_autofree char *badge = NULL;
  g_autofree char *name = NULL;

  /* A scalar is one row, which says all this itself. */
  if (self->header == NULL)
    return;

  self->n_changed = count_changed (self);
  update_summary (self);
  label = premise_text_render_plain (info->label, premise_session_get_language (self->session),
                                     NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  badge = g_strdup_printf (ngettext ("%u changed", "%u changed", self->n_changed),
                           self->n_changed);
  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_label_set_label (GTK_LABEL (self->badge), badge);
  gtk_widget_set_visible (self->badge, self->n_changed > 0);

  if (self->n_changed > 0)
    /* Translators: name of an assumption, and “2 changed”. */
    name = g_strdup_printf (_("%s, %s"), label, badge);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : label,
                                  -1);
}

static void
values_changed_cb (PremiseAssumptionGroup *self)
{
  if (self->header == NULL)
    return;

  if (count_changed (self) != self->n_changed)
    update_header (self);
  else if (!self->open && self->n_changed > 0)
    update_summary (self);
}

static void
ensure_rows (PremiseAssumptionGroup *self)
{
  guint n_cells = premise_model_get_n_cells (premise_session_get_model (self->session),
                                             self->variable);

  if (gtk_widget_get_first_child (self->rows) != NULL)
    return;

  for (guint i = 0; i < n_cells; i++)
    gtk_box_append (GTK_BOX (self->rows),
                    premise_assumption_row_new (self->session, self->variable, i));
}

static void
header_clicked_cb (PremiseAssumptionGroup *self)
{
  premise_assumption_group_set_open (self, !self->open);
}

static gboolean
premise_assumption_group_grab_focus (GtkWidget *widget)
{
  PremiseAssumptionGroup *self = PREMISE_ASSUMPTION_GROUP (widget);

  if (self->header != NULL)
    return gtk_widget_grab_focus (self->header);

  return gtk_widget_grab_focus (gtk_widget_get_first_child (self->rows));
}

static void
premise_assumption_group_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  PremiseAssumptionGroup *self = PREMISE_ASSUMPTION_GROUP (object);

  switch (prop_id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_assumption_group_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  PremiseAssumptionGroup *self = PREMISE_ASSUMPTION_GROUP (object);

  switch (prop_id)
    {
    case PROP_OPEN:
      premise_assumption_group_set_open (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_assumption_group_dispose (GObject *object)
{
  PremiseAssumptionGroup *self = PREMISE_ASSUMPTION_GROUP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_assumption_group_parent_class)->dispose (object);
}

static void
premise_assumption_group_class_init (PremiseAssumptionGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = premise_assumption_group_get_property;
  object_class->set_property = premise_assumption_group_set_property;
  object_class->dispose = premise_assumption_group_dispose;

  widget_class->grab_focus = premise_assumption_group_grab_focus;

  /**
   * PremiseAssumptionGroup:open:
   *
   * Whether the rows are shown.
   */
  properties[PROP_OPEN] =
    g_param_spec_boolean ("open", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-assumption-group");
}

/* The name has a line of its own. The one below it is always there: when the first value is changed, nothing moves
 * under the pointer that holds its slider.
 */
static GtkWidget *
create_words (PremiseAssumptionGroup *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = adw_wrap_box_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_box_append (GTK_BOX (words), self->label);

  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0.0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_widget_add_css_class (self->summary, "numeric");
  gtk_widget_add_css_class (self->summary, "premise-assumption-summary");

  self->badge = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->badge, "numeric");
  gtk_widget_add_css_class (self->badge, "premise-changed-badge");

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (below), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (below), self->summary);
  adw_wrap_box_append (ADW_WRAP_BOX (below), self->badge);
  gtk_box_append (GTK_BOX (words), below);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);

  return words;
}

static GtkWidget *
create_header (PremiseAssumptionGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), create_words (self));

  self->arrow = g_object_new (GTK_TYPE_IMAGE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "icon-name", "pan-end-symbolic",
                              NULL);
  gtk_box_append (GTK_BOX (box), self->arrow);

  self->header = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->header), box);
  gtk_widget_add_css_class (self->header, "flat");
  gtk_widget_add_css_class (self->header, "premise-assumption-header");
  g_signal_connect_object (self->header, "clicked", G_CALLBACK (header_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return self->header;
}

static void
create_children (PremiseAssumptionGroup *self)
{
  PremiseModel *model = premise_session_get_model (self->session);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->rows, "premise-assumption-rows");

  if (premise_model_get_n_dims (model, self->variable) == 0)
    {
      gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
      self->open = TRUE;
      ensure_rows (self);
      return;
    }

  gtk_widget_set_parent (create_header (self), GTK_WIDGET (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header),
                               GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->rows);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

static void
premise_assumption_group_init (PremiseAssumptionGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/**
 * premise_assumption_group_new:
 * @session: the session whose scenario is changed
 * @variable: position of an assumption
 *
 * Creates a folded group that follows the session's values and language.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
premise_assumption_group_new (PremiseSession *session,
                              guint           variable)
{
  PremiseAssumptionGroup *self;
  gboolean scalar;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  scalar = premise_model_get_n_dims (premise_session_get_model (session), variable) == 0;
  self = g_object_new (PREMISE_TYPE_ASSUMPTION_GROUP,
                       "accessible-role", scalar ? GTK_ACCESSIBLE_ROLE_GENERIC
                                                 : GTK_ACCESSIBLE_ROLE_GROUP,
                       NULL);
  self->session = g_object_ref (session);
  self->variable = variable;

  create_children (self);
  update_header (self);

  g_signal_connect_object (session, "values-changed", G_CALLBACK (values_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (update_header), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * premise_assumption_group_get_variable:
 * @self: a group
 *
 * Returns: position of the assumption that it shows
 */
guint
premise_assumption_group_get_variable (PremiseAssumptionGroup *self)
{
  g_return_val_if_fail (PREMISE_IS_ASSUMPTION_GROUP (self), PREMISE_MODEL_NOT_FOUND);

  return self->variable;
}

/**
 * premise_assumption_group_can_fold:
 * @self: a group
 *
 * Returns: whether there is a header to fold the rows under
 */
gboolean
premise_assumption_group_can_fold (PremiseAssumptionGroup *self)
{
  g_return_val_if_fail (PREMISE_IS_ASSUMPTION_GROUP (self), FALSE);

  return self->header != NULL;
}

/**
 * premise_assumption_group_get_open:
 * @self: a group
 *
 * Returns: whether the rows are shown
 */
gboolean
premise_assumption_group_get_open (PremiseAssumptionGroup *self)
{
  g_return_val_if_fail (PREMISE_IS_ASSUMPTION_GROUP (self), FALSE);

  return self->open;
}

/**
 * premise_assumption_group_set_open:
 * @self: a group
 * @open: whether to show the rows
 *
 * Folds or unfolds the rows. A scalar is always open.
 */
void
premise_assumption_group_set_open (PremiseAssumptionGroup *self,
                                   gboolean                open)
{
  g_return_if_fail (PREMISE_IS_ASSUMPTION_GROUP (self));

  open = !!open;
  if (self->header == NULL || self->open == open)
    return;

  self->open = open;
  if (open)
    {
      ensure_rows (self);
      gtk_widget_add_css_class (GTK_WIDGET (self), "open");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  update_summary (self);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header),
                               GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/**
 * premise_assumption_group_show_cell:
 * @self: a group
 * @cell: a cell of the assumption
 *
 * Opens the group.
 *
 * Returns: (nullable) (transfer none): the row of @cell
 */
GtkWidget *
premise_assumption_group_show_cell (PremiseAssumptionGroup *self,
                                    guint                   cell)
{
  g_return_val_if_fail (PREMISE_IS_ASSUMPTION_GROUP (self), NULL);

  premise_assumption_group_set_open (self, TRUE);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows);
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (premise_assumption_row_get_cell (PREMISE_ASSUMPTION_ROW (row)) == cell)
      return row;

  return NULL;
}
