/* premise-assumptions-pane.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-assumptions-pane.h"

#include "premise-assumption-group.h"
#include "premise-focus.h"
#include "premise-gradual.h"
#include "premise-help.h"
#include "premise-reveal.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * PremiseAssumptionsPane:
 *
 * As a pane it has a title, scrolls, and resets everything at its foot. Given a
 * list of variables it is only their groups, to stand among the blocks of a
 * section.
 *
 * Few assumptions are all unfolded; of many only the first group is, and what
 * the reader unfolded stays so from section to section.
 *
 * # CSS nodes
 *
 * |[<!-- language="plain" -->
 * premise-assumptions[.embedded]
 * ├── label.premise-assumptions-title
 * ├── scrolledwindow ── box.premise-assumptions-list ── premise-assumption-group…
 * ╰── box.premise-assumptions-foot
 * ]|
 *
 * # Accessibility
 *
 * Role group, labelled by its title.
 */

/* Up to this many sliders need no folding. */
#define FEW_CELLS 6

/* What a pane of usual height shows; the other groups are added when it is drawn. */
#define FIRST_GROUPS 5

struct _PremiseAssumptionsPane
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  GArray         *variables;    /* (nullable) (element-type guint): what the list shows */
  GHashTable     *unfolded;     /* positions of variables that the reader unfolded */
  PremiseGradual  filling;
  guint           n_groups;     /* of the variables */
  gboolean        few;          /* so few that all are unfolded */
  guint           first_open;   /* position of the one that is unfolded when no other is */
  gboolean        adding;
  gboolean        late;         /* not in sight when its window is shown first */

  GtkWidget      *list;
  GtkWidget      *viewport;     /* (nullable): none when embedded */
  GtkWidget      *stack;        /* (nullable) */
  GtkWidget      *reset_all;    /* (nullable) */

  GtkWidget      *elsewhere;    /* (nullable): heads what this page does not use */
};

G_DEFINE_FINAL_TYPE (PremiseAssumptionsPane, premise_assumptions_pane, GTK_TYPE_WIDGET)

static void
group_open_cb (PremiseAssumptionsPane *self,
               GParamSpec             *pspec,
               PremiseAssumptionGroup *group)
{
  gpointer key = GUINT_TO_POINTER (premise_assumption_group_get_variable (group));

  if (self->adding)
    return;

  if (premise_assumption_group_get_open (group))
    g_hash_table_add (self->unfolded, key);
  else
    g_hash_table_remove (self->unfolded, key);
}

static PremiseAssumptionGroup *
add_group (PremiseAssumptionsPane *self,
           guint                   variable)
{
  GtkWidget *group = premise_assumption_group_new (self->session, variable);

  g_signal_connect_object (group, "notify::open", G_CALLBACK (group_open_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), group);

  return PREMISE_ASSUMPTION_GROUP (group);
}

static gboolean
is_few (PremiseAssumptionsPane *self)
{
  PremiseModel *model = premise_session_get_model (self->session);
  guint n_cells = 0;

  for (guint i = 0; i < self->variables->len; i++)
    n_cells += premise_model_get_n_cells (model, g_array_index (self->variables, guint, i));

  return n_cells <= FEW_CELLS;
}

/* Which of them all is unfolded so that one sees what is in them. */
static guint
choose_first_open (PremiseAssumptionsPane *self)
{
  PremiseModel *model = premise_session_get_model (self->session);
  guint first = PREMISE_MODEL_NOT_FOUND;

  for (guint i = 0; i < self->variables->len; i++)
    {
      guint variable = g_array_index (self->variables, guint, i);

      if (premise_model_get_n_dims (model, variable) == 0)
        continue;
      if (self->few || g_hash_table_contains (self->unfolded, GUINT_TO_POINTER (variable)))
        return PREMISE_MODEL_NOT_FOUND;
      /* A long list would push all the others out of sight. */
      if (first == PREMISE_MODEL_NOT_FOUND && premise_model_get_n_cells (model, variable) <= FEW_CELLS)
        first = variable;
    }

  return first;
}

static gboolean
add_next_group (GtkWidget *widget)
{
  PremiseAssumptionsPane *self = PREMISE_ASSUMPTIONS_PANE (widget);
  PremiseAssumptionGroup *group;
  guint variable;

  if (self->n_groups >= self->variables->len)
    return FALSE;

  variable = g_array_index (self->variables, guint, self->n_groups++);
  self->adding = TRUE;
  group = add_group (self, variable);
  if (premise_assumption_group_can_fold (group) &&
      (self->few || variable == self->first_open ||
       g_hash_table_contains (self->unfolded, GUINT_TO_POINTER (variable))))
    premise_assumption_group_set_open (group, TRUE);
  self->adding = FALSE;

  return self->n_groups < self->variables->len;
}

static void
ensure_groups (PremiseAssumptionsPane *self,
               guint                   n)
{
  while (self->n_groups < n && add_next_group (GTK_WIDGET (self)))
    ;
}

/* A pane that nobody sees, folded away or behind the section, gets its groups when it is shown. */
static gboolean
is_in_sight (PremiseAssumptionsPane *self)
{
  return gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? gtk_widget_get_mapped (GTK_WIDGET (self)) : !self->late;
}

static GtkWidget *
create_empty_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing to Move Here"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("No number on this page depends on an assumption."));
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static void
show_page (PremiseAssumptionsPane *self,
           gboolean                list)
{
  GtkStack *stack = GTK_STACK (self->stack);

  if (!list && gtk_stack_get_child_by_name (stack, "empty") == NULL)
    gtk_stack_add_named (stack, create_empty_page (), "empty");
  gtk_stack_set_visible_child_name (stack, list ? "list" : "empty");
}

/* The array is kept: (transfer full). */
static void
fill (PremiseAssumptionsPane *self,
      GArray                 *variables)
{
  gboolean focused = premise_focus_release (self->list);
  GtkWidget *child;

  g_clear_pointer (&self->variables, g_array_unref);
  self->variables = variables;

  self->elsewhere = NULL;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);

  self->n_groups = 0;
  self->few = is_few (self);
  self->first_open = choose_first_open (self);
  premise_gradual_cancel (&self->filling);
  if (is_in_sight (self))
    {
      ensure_groups (self, FIRST_GROUPS);
      premise_gradual_start (&self->filling, GTK_WIDGET (self), add_next_group);
    }

  if (self->stack != NULL)
    show_page (self, variables->len > 0);
  if (self->viewport != NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport)), 0);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
same_variables (GArray *a,
                GArray *b)
{
  return a != NULL && a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

static PremiseAssumptionGroup *
find_group (PremiseAssumptionsPane *self,
            guint                   variable)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->list);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (PREMISE_IS_ASSUMPTION_GROUP (child)
        && premise_assumption_group_get_variable (PREMISE_ASSUMPTION_GROUP (child)) == variable)
      return PREMISE_ASSUMPTION_GROUP (child);

  return NULL;
}

/* The reader may ask for a changed value that this page does not depend on. */
static PremiseAssumptionGroup *
add_elsewhere (PremiseAssumptionsPane *self,
               guint                   variable)
{
  if (self->elsewhere == NULL)
    {
      self->elsewhere = gtk_label_new (_("Not Used on This Page"));
      gtk_label_set_xalign (GTK_LABEL (self->elsewhere), 0.0);
      gtk_widget_add_css_class (self->elsewhere, "caption-heading");
      gtk_widget_add_css_class (self->elsewhere, "premise-assumptions-elsewhere");
      gtk_box_append (GTK_BOX (self->list), self->elsewhere);
    }
  if (self->stack != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");

  return add_group (self, variable);
}

static void
update_reset_all (PremiseAssumptionsPane *self)
{
  PremiseScenario *scenario = premise_session_get_scenario (self->session);

  if (self->reset_all != NULL)
    gtk_widget_set_sensitive (self->reset_all, premise_scenario_get_n_overrides (scenario) > 0);
}

static void
reset_all_clicked_cb (PremiseAssumptionsPane *self)
{
  /* The window says in a toast that it can be undone. */
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.reset-all", NULL))
    premise_history_reset_all (premise_session_get_history (self->session));
}

static GtkWidget *
create_list_page (PremiseAssumptionsPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  /* The sliders in it take the focus. */
  gtk_widget_set_focusable (scrolled, FALSE);
  self->viewport = gtk_viewport_new (NULL, NULL);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (self->viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (self->viewport), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->viewport);
  /* In a bottom sheet there is no height but what is asked for. */
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static GtkWidget *
create_foot (PremiseAssumptionsPane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->reset_all = gtk_button_new_with_mnemonic (_("_Reset All"));
  gtk_widget_set_hexpand (self->reset_all, TRUE);
  g_signal_connect_object (self->reset_all, "clicked", G_CALLBACK (reset_all_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), self->reset_all);
  gtk_widget_add_css_class (foot, "premise-assumptions-foot");

  return foot;
}

static void
ensure_pane (PremiseAssumptionsPane *self)
{
  GtkWidget *title;

  if (self->stack != NULL)
    return;

  /* A place that a screen reader can jump to. */
  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_FORM, NULL);

  title = gtk_label_new (_("What This Page Uses"));
  gtk_label_set_xalign (GTK_LABEL (title), 0.0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (title, "premise-assumptions-title");
  gtk_widget_set_parent (title, GTK_WIDGET (self));

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), create_list_page (self), "list");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  gtk_widget_set_parent (create_foot (self), GTK_WIDGET (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL,
                                  -1);
  update_reset_all (self);
}

/* At first a window has all its panes, until it knows its width. */
static void
premise_assumptions_pane_map (GtkWidget *widget)
{
  PremiseAssumptionsPane *self = PREMISE_ASSUMPTIONS_PANE (widget);

  if (self->variables != NULL)
    {
      if (!self->late)
        ensure_groups (self, FIRST_GROUPS);
      premise_gradual_start (&self->filling, widget, add_next_group);
    }
  self->late = FALSE;

  GTK_WIDGET_CLASS (premise_assumptions_pane_parent_class)->map (widget);
}

static void
premise_assumptions_pane_unmap (GtkWidget *widget)
{
  premise_gradual_cancel (&PREMISE_ASSUMPTIONS_PANE (widget)->filling);

  GTK_WIDGET_CLASS (premise_assumptions_pane_parent_class)->unmap (widget);
}

static void
premise_assumptions_pane_dispose (GObject *object)
{
  PremiseAssumptionsPane *self = PREMISE_ASSUMPTIONS_PANE (object);
  GtkWidget *child;

  premise_gradual_cancel (&self->filling);
  self->stack = self->viewport = self->reset_all = self->elsewhere = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_assumptions_pane_parent_class)->dispose (object);
}

static void
premise_assumptions_pane_finalize (GObject *object)
{
  PremiseAssumptionsPane *self = PREMISE_ASSUMPTIONS_PANE (object);

  g_clear_pointer (&self->variables, g_array_unref);
  g_clear_pointer (&self->unfolded, g_hash_table_unref);

  G_OBJECT_CLASS (premise_assumptions_pane_parent_class)->finalize (object);
}

static void
premise_assumptions_pane_class_init (PremiseAssumptionsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_assumptions_pane_dispose;
  object_class->finalize = premise_assumptions_pane_finalize;

  widget_class->map = premise_assumptions_pane_map;
  widget_class->unmap = premise_assumptions_pane_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-assumptions");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
premise_assumptions_pane_init (PremiseAssumptionsPane *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->unfolded = g_hash_table_new (NULL, NULL);
  self->list = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (self->list, "premise-assumptions-list");
  premise_help_set_page (GTK_WIDGET (self), "assumptions");
}

/**
 * premise_assumptions_pane_new:
 * @session: the session whose scenario is changed
 * @late: whether it is out of sight when its window is shown first, so that its groups can wait
 *
 * Creates an empty pane; give it a section or variables.
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
premise_assumptions_pane_new (PremiseSession *session,
                              gboolean        late)
{
  PremiseAssumptionsPane *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_ASSUMPTIONS_PANE, NULL);
  self->session = g_object_ref (session);
  self->late = late;

  g_signal_connect_object (premise_session_get_scenario (session), "notify::n-overrides",
                           G_CALLBACK (update_reset_all), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * premise_assumptions_pane_set_section:
 * @self: a pane
 * @section: position of a section
 *
 * Shows the assumptions that the numbers of @section depend on.
 */
void
premise_assumptions_pane_set_section (PremiseAssumptionsPane *self,
                                      guint                   section)
{
  g_autoptr(GArray) variables = NULL;

  g_return_if_fail (PREMISE_IS_ASSUMPTIONS_PANE (self));

  ensure_pane (self);

  variables = premise_report_dup_section_assumptions (premise_session_get_report (self->session),
                                                      section);
  if (self->elsewhere != NULL || !same_variables (self->variables, variables))
    fill (self, g_steal_pointer (&variables));
}

/**
 * premise_assumptions_pane_set_variables:
 * @self: a pane
 * @variables: (element-type guint): positions of assumptions
 *
 * Shows only the groups of @variables, without title, foot or scrolling.
 */
void
premise_assumptions_pane_set_variables (PremiseAssumptionsPane *self,
                                        GArray                 *variables)
{
  g_return_if_fail (PREMISE_IS_ASSUMPTIONS_PANE (self));
  g_return_if_fail (variables != NULL);
  g_return_if_fail (self->stack == NULL);

  if (gtk_widget_get_parent (self->list) == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "embedded");
      gtk_widget_set_parent (self->list, GTK_WIDGET (self));
    }

  fill (self, g_array_copy (variables));
}

/**
 * premise_assumptions_pane_show_cell:
 * @self: a pane
 * @variable: position of an assumption
 * @cell: its cell
 *
 * Unfolds the group, scrolls there and gives the row the focus. An assumption that
 * the page does not use is added below the others until the section changes.
 */
void
premise_assumptions_pane_show_cell (PremiseAssumptionsPane *self,
                                    guint                   variable,
                                    guint                   cell)
{
  PremiseAssumptionGroup *group;
  GtkWidget *row;

  g_return_if_fail (PREMISE_IS_ASSUMPTIONS_PANE (self));

  if (self->variables != NULL)
    ensure_groups (self, self->variables->len);
  group = find_group (self, variable);
  if (group == NULL)
    group = add_elsewhere (self, variable);

  row = premise_assumption_group_show_cell (group, cell);
  if (row == NULL)
    return;

  gtk_widget_grab_focus (row);
  if (self->viewport != NULL)
    premise_reveal (GTK_VIEWPORT (self->viewport), row);
}
