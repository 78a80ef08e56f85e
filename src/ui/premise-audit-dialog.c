/* premise-audit-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-audit-dialog.h"

#include "premise-audit-row.h"
#include "premise-gradual.h"
#include "premise-help.h"

#include <glib/gi18n.h>

#define ALL "all"

/* What fits into the dialog; the other rows follow in the frames after. */
#define FIRST_ROWS 8

/**
 * PremiseAuditDialog:
 *
 * ## Accessibility
 *
 * A list; each row is named by its label, how the two numbers compare, and both of them.
 */
struct _PremiseAuditDialog
{
  AdwDialog       parent_instance;

  PremiseSession *session;
  GArray         *entries;    /* (element-type PremiseAuditEntry) */
  guint          *sections;   /* for each variable, the first that shows it */
  guint           n_rows;     /* of the entries, so far */
  PremiseGradual  filling;
  GtkLabel       *summary;
  AdwToggleGroup *filter;
  GtkListBox     *list;
  AdwBanner      *banner;
};

enum
{
  VALUE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseAuditDialog, premise_audit_dialog, ADW_TYPE_DIALOG)

static const PremiseAuditEntry *
get_entry (PremiseAuditDialog *self,
           GtkListBoxRow      *row)
{
  return &g_array_index (self->entries, PremiseAuditEntry, gtk_list_box_row_get_index (row));
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       user_data)
{
  PremiseAuditDialog *self = PREMISE_AUDIT_DIALOG (user_data);
  const char *name = adw_toggle_group_get_active_name (self->filter);

  return name == NULL || g_str_equal (name, ALL) ||
         g_str_equal (name, premise_audit_status_to_string (get_entry (self, row)->status));
}

static void
row_activated_cb (PremiseAuditDialog *self,
                  GtkListBoxRow      *row)
{
  PremiseAuditEntry entry = *get_entry (self, row);

  /* First closed: then the focus goes where the reader is taken. */
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[VALUE_ACTIVATED], 0, entry.variable, entry.cell);
}

static void
scenario_changed_cb (PremiseAuditDialog *self)
{
  PremiseScenario *scenario = premise_session_get_scenario (self->session);

  adw_banner_set_revealed (self->banner, premise_scenario_get_n_overrides (scenario) > 0);
}

static gboolean
add_row (GtkWidget *widget)
{
  PremiseAuditDialog *self = PREMISE_AUDIT_DIALOG (widget);
  const PremiseAuditEntry *entry;

  if (self->n_rows == self->entries->len)
    return FALSE;

  entry = &g_array_index (self->entries, PremiseAuditEntry, self->n_rows);
  self->n_rows++;
  gtk_list_box_append (self->list, premise_audit_row_new (self->session, entry,
                                                          self->sections[entry->variable]));

  return TRUE;
}

/* What is looked for may be among the rows that are not there yet. */
static void
filter_changed_cb (PremiseAuditDialog *self)
{
  premise_gradual_finish (&self->filling);
  gtk_list_box_invalidate_filter (self->list);
}

static void
fill (PremiseAuditDialog *self)
{
  guint n[PREMISE_AUDIT_N_STATUS] = { 0 };
  g_autofree char *summary = NULL;

  self->sections = premise_audit_dup_sections (premise_session_get_report (self->session));
  self->entries = premise_report_audit (premise_session_get_report (self->session));
  for (guint i = 0; i < self->entries->len; i++)
    n[g_array_index (self->entries, PremiseAuditEntry, i).status]++;

  while (self->n_rows < FIRST_ROWS && add_row (GTK_WIDGET (self)))
    ;
  premise_gradual_start (&self->filling, GTK_WIDGET (self), add_row);

  /* Translators: how many numbers of the source the model reproduces, and of how many. */
  summary = g_strdup_printf (_("%u of %u match, %u about the same, %u differ"),
                             n[PREMISE_AUDIT_MATCH], self->entries->len,
                             n[PREMISE_AUDIT_APPROXIMATE], n[PREMISE_AUDIT_DIFFERS]);
  gtk_label_set_text (self->summary, summary);
}

static void
premise_audit_dialog_dispose (GObject *object)
{
  PremiseAuditDialog *self = PREMISE_AUDIT_DIALOG (object);

  premise_gradual_cancel (&self->filling);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->sections, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_audit_dialog_parent_class)->dispose (object);
}

static void
premise_audit_dialog_class_init (PremiseAuditDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = premise_audit_dialog_dispose;

  /**
   * PremiseAuditDialog::value-activated:
   * @self: a dialog, which is closed
   * @variable: position of the variable
   * @cell: its cell
   *
   * Emitted when the reader wants to know more about a number.
   */
  signals[VALUE_ACTIVATED] =
    g_signal_new ("value-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
add_toggle (PremiseAuditDialog *self,
            const char         *name,
            const char         *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_set_tooltip (toggle, label);
  adw_toggle_group_add (self->filter, toggle);
}

static void
build_filter (PremiseAuditDialog *self)
{
  self->filter = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Numbers to show"), -1);
  /* Translators: all printed numbers, whether they agree with the model or not. */
  add_toggle (self, ALL, _("All"));
  for (guint status = 0; status < PREMISE_AUDIT_N_STATUS; status++)
    add_toggle (self, premise_audit_status_to_string (status), premise_audit_status_word (status));
  gtk_widget_set_halign (GTK_WIDGET (self->filter), GTK_ALIGN_START);
  /* Their tooltips say the whole of it. */
  adw_toggle_group_set_can_shrink (self->filter, TRUE);
  g_signal_connect_object (self->filter, "notify::active-name",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *label = gtk_label_new (_("No printed numbers here"));

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_margin_top (label, 24);
  gtk_widget_set_margin_bottom (label, 24);

  return label;
}

static void
build_list (PremiseAuditDialog *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty_new ());
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Printed numbers"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static GtkWidget *
content_new (PremiseAuditDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *explanation =
    gtk_label_new (_("Each number that the source prints, calculated again in the base case. "
                     "Numbers match when they are the same as far as they are printed."));

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "title-3");
  gtk_widget_add_css_class (explanation, "dimmed");
  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = i == 0 ? self->summary : GTK_LABEL (explanation);

      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_xalign (label, 0);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (box, "premise-audit");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  /* What is in it has the focus, and a name. */
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
premise_audit_dialog_init (PremiseAuditDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  build_list (self);
  build_filter (self);
  self->banner = ADW_BANNER (adw_banner_new (_("The audit is of the base case, without the "
                                               "changes you made")));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->banner));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content_new (self));

  /* Translators: the printed numbers of the report compared with those of the model. */
  adw_dialog_set_title (ADW_DIALOG (self), _("Audit"));
  premise_help_set_page (GTK_WIDGET (self), "audit");
  adw_dialog_set_content_width (ADW_DIALOG (self), 640);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->filter));
}

/**
 * premise_audit_dialog_new:
 * @session: the session whose report is audited
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
premise_audit_dialog_new (PremiseSession *session)
{
  PremiseAuditDialog *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_AUDIT_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (premise_session_get_scenario (session), "notify::n-overrides",
                           G_CALLBACK (scenario_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  scenario_changed_cb (self);

  return ADW_DIALOG (self);
}
