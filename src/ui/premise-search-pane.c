/* premise-search-pane.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-search-pane.h"

#include "premise-help.h"
#include "premise-search-row.h"
#include "premise-tooltip.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More than anybody reads; who wants another one types another word. */
#define MAX_HITS 60

/**
 * PremiseSearchPane:
 *
 * ## CSS nodes
 *
 * `premise-search` with an `entry.search` and, below it, the contents or a
 * `list.navigation-sidebar` of rows with `.premise-search-place` and `.premise-search-snippet`.
 *
 * ## Accessibility
 *
 * The entry is a search box. How many results there are is a status that is read out when it changes. Down
 * moves from the entry into the list, Up at its top moves back.
 */
struct _PremiseSearchPane
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  PremiseSearch  *search;       /* (nullable): made when something is searched for */
  char           *query;        /* (nullable): what the results are of */
  GPtrArray      *hits;         /* (element-type PremiseSearchHit) (nullable) */
  GtkWidget      *box;
  GtkWidget      *entry;
  GtkWidget      *stack;
  GtkWidget      *contents;
  GtkWidget      *results;
  GtkWidget      *status;
  GtkListBox     *list;
  GtkWidget      *nothing;      /* (nullable): before a search finds nothing */
};

enum
{
  HIT_ACTIVATED,
  STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseSearchPane, premise_search_pane, GTK_TYPE_WIDGET)

static gboolean
is_searching (PremiseSearchPane *self)
{
  g_auto(GStrv) words = g_strsplit_set (premise_search_pane_get_query (self), " \u3000", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      return TRUE;

  return FALSE;
}

static char *
dup_status (PremiseSearchPane *self,
            guint              n_found)
{
  if (n_found > self->hits->len)
    /* Translators: how many results of a search are listed, and how many there are. */
    return g_strdup_printf (_("The first %u of %u results"), self->hits->len, n_found);

  return g_strdup_printf (ngettext ("%u result", "%u results", n_found), n_found);
}

static void
ensure_nothing (PremiseSearchPane *self)
{
  if (self->nothing != NULL)
    return;

  self->nothing = adw_status_page_new ();
  gtk_widget_add_css_class (self->nothing, "compact");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), "edit-find-symbolic");
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing),
                                   _("Try fewer or shorter words: all of them must be found, "
                                     "each from its beginning. Numbers are found as they are "
                                     "printed, with or without commas."));
  gtk_stack_add_child (GTK_STACK (self->stack), self->nothing);
}

static void
show_nothing (PremiseSearchPane *self)
{
  g_autofree char *query = g_strstrip (g_strdup (premise_search_pane_get_query (self)));
  g_autofree char *title = g_strdup_printf (_("No results for “%s”"), query);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  ensure_nothing (self);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), escaped);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->nothing);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
fill (PremiseSearchPane *self,
      guint              n_found)
{
  g_autofree char *status = dup_status (self, n_found);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->hits->len; i++)
    gtk_list_box_append (self->list,
                         premise_search_row_new (self->session,
                                                 g_ptr_array_index (self->hits, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->results)), 0);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->results);

  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (self->status)), status))
    {
      gtk_label_set_text (GTK_LABEL (self->status), status);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), status,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
run (PremiseSearchPane *self)
{
  guint n_found = 0;

  /* The entry speaks up again after Enter; the reader may be in the list by then. */
  if (!g_set_str (&self->query, premise_search_pane_get_query (self)) && self->search != NULL)
    return;

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  if (!is_searching (self))
    {
      gtk_list_box_remove_all (self->list);
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->contents);
      return;
    }

  if (self->search == NULL)
    self->search = premise_search_new (premise_session_get_report (self->session),
                                       premise_session_get_language (self->session),
                                       premise_session_get_evaluator (self->session));
  self->hits = premise_search_query (self->search, premise_search_pane_get_query (self), MAX_HITS,
                                     &n_found);
  if (n_found > 0)
    fill (self, n_found);
  else
    show_nothing (self);
}

/* Values change many times a second: the index is made again when somebody asks. */
static void
values_changed_cb (PremiseSearchPane *self)
{
  g_clear_pointer (&self->search, premise_search_free);
}

static void
language_changed_cb (PremiseSearchPane *self)
{
  g_clear_pointer (&self->search, premise_search_free);
  run (self);
}

static void
activate_row (PremiseSearchPane *self,
              GtkListBoxRow     *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  gtk_list_box_select_row (self->list, row);
  g_signal_emit (self, signals[HIT_ACTIVATED], 0, g_ptr_array_index (self->hits, position));
}

/* The list is as new as what was typed, also when Enter comes faster than the delay. */
static void
entry_activate_cb (PremiseSearchPane *self)
{
  GtkListBoxRow *row;

  run (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    activate_row (self, row);
}

static void
stop_search_cb (PremiseSearchPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  run (self);
  g_signal_emit (self, signals[STOPPED], 0);
}

static gboolean
entry_key_cb (PremiseSearchPane *self,
              guint              keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (keyval != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

static gboolean
list_key_cb (PremiseSearchPane *self,
             guint              keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (keyval == GDK_KEY_Escape)
    {
      stop_search_cb (self);
      return GDK_EVENT_STOP;
    }

  if (keyval == GDK_KEY_Up && row != NULL && gtk_list_box_row_get_index (row) == 0)
    {
      gtk_widget_grab_focus (self->entry);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
add_key_controller (PremiseSearchPane *self,
                    GtkWidget         *widget,
                    GCallback          callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_widget_add_controller (widget, keys);
}

static void
premise_search_pane_dispose (GObject *object)
{
  PremiseSearchPane *self = PREMISE_SEARCH_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->search, premise_search_free);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->query, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_search_pane_parent_class)->dispose (object);
}

static void
premise_search_pane_class_init (PremiseSearchPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_search_pane_dispose;

  /**
   * PremiseSearchPane::hit-activated:
   * @self: a search pane
   * @hit: the #PremiseSearchHit to go to, only valid now
   *
   * Emitted when the reader chooses a result.
   */
  signals[HIT_ACTIVATED] =
    g_signal_new ("hit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * PremiseSearchPane::stopped:
   * @self: a search pane
   *
   * Emitted when the reader presses Escape; the query is gone then.
   */
  signals[STOPPED] =
    g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-search");
}

static void
build_results (PremiseSearchPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->status = g_object_new (GTK_TYPE_LABEL,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "xalign", 0.0,
                               NULL);
  gtk_widget_add_css_class (self->status, "premise-search-status");
  gtk_box_append (GTK_BOX (box), self->status);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search Results"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activate_row), self);
  add_key_controller (self, GTK_WIDGET (self->list), G_CALLBACK (list_key_cb));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));

  self->results = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->results), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->results), box);
  gtk_widget_set_focusable (self->results, FALSE);
}

static void
premise_search_pane_init (PremiseSearchPane *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->entry = gtk_search_entry_new ();
  /* Translators: in the report. */
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _("Search"));
  premise_tooltip_set_text (self->entry, _("Search the Report (Ctrl+F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the report"), -1);
  gtk_widget_add_css_class (self->entry, "premise-search-entry");
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (run), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self);
  add_key_controller (self, self->entry, G_CALLBACK (entry_key_cb));
  gtk_box_append (GTK_BOX (self->box), self->entry);

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  build_results (self);
  gtk_stack_add_child (GTK_STACK (self->stack), self->results);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  premise_help_set_page (GTK_WIDGET (self), "finding");
}

/**
 * premise_search_pane_new:
 * @session: the session whose report is searched
 * @contents: what is shown while nothing is searched for
 *
 * Returns: (transfer floating): the new pane
 */
GtkWidget *
premise_search_pane_new (PremiseSession *session,
                         GtkWidget      *contents)
{
  PremiseSearchPane *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (contents), NULL);

  self = g_object_new (PREMISE_TYPE_SEARCH_PANE, NULL);
  self->session = g_object_ref (session);
  self->contents = contents;
  gtk_stack_add_child (GTK_STACK (self->stack), contents);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), contents);
  g_signal_connect_object (session, "values-changed", G_CALLBACK (values_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (language_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * premise_search_pane_focus:
 * @self: a search pane
 *
 * Moves the focus to the entry, with what was typed before selected.
 */
void
premise_search_pane_focus (PremiseSearchPane *self)
{
  g_return_if_fail (PREMISE_IS_SEARCH_PANE (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * premise_search_pane_step:
 * @self: a search pane
 * @step: −1 for the result before, 1 for the next, around the ends
 *
 * Goes to another result, as if it had been clicked.
 *
 * Returns: whether there is any
 */
gboolean
premise_search_pane_step (PremiseSearchPane *self,
                          int                step)
{
  GtkListBoxRow *row;
  int n;

  g_return_val_if_fail (PREMISE_IS_SEARCH_PANE (self), FALSE);

  if (self->hits == NULL || self->hits->len == 0)
    return FALSE;

  n = (int) self->hits->len;
  row = gtk_list_box_get_selected_row (self->list);
  row = gtk_list_box_get_row_at_index (self->list,
                                       row == NULL ? 0
                                                   : (gtk_list_box_row_get_index (row) + step + n)
                                                       % n);
  activate_row (self, row);

  return TRUE;
}

/**
 * premise_search_pane_get_query:
 * @self: a search pane
 *
 * Returns: (transfer none): what was typed
 */
const char *
premise_search_pane_get_query (PremiseSearchPane *self)
{
  g_return_val_if_fail (PREMISE_IS_SEARCH_PANE (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}
