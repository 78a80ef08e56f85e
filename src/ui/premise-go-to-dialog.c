/* premise-go-to-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-go-to-dialog.h"

#include "premise-figure.h"
#include "premise-find-place.h"
#include "premise-help.h"
#include "premise-tooltip.h"

#include <glib/gi18n.h>

/**
 * PremiseGoToDialog:
 *
 * ## Accessibility
 *
 * The entry has the focus; Down and Up choose in the list below without leaving it, and the
 * chosen row is the entry's active descendant.
 */
struct _PremiseGoToDialog
{
  AdwDialog           parent_instance;

  PremiseSession     *session;
  guint               section;      /* that is shown now */
  GArray             *places;       /* (element-type PremiseFindPlace) (nullable) */
  GtkWidget          *entry;
  GtkWidget          *stack;
  GtkWidget          *scroller;
  GtkListBox         *list;
  GtkWidget          *nothing;
  GtkEventController *early_keys;   /* of the window, as long as the dialog is in it */
  gboolean            handled;      /* somebody has moved in the text, or pressed on it */
};

enum
{
  PLACE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseGoToDialog, premise_go_to_dialog, ADW_TYPE_DIALOG)

static char *
dup_detail (PremiseGoToDialog      *self,
            const PremiseFindPlace *place)
{
  if (place->kind == PREMISE_FIND_EXHIBIT)
    return premise_figure_dup_exhibit_label (place->number,
                                             premise_session_get_language (self->session));

  /* Translators: a page of the document that the report is made from. */
  return place->kind == PREMISE_FIND_PAGE ? g_strdup_printf (_("Page %u"), place->number) : NULL;
}

static PremiseText *
get_title (PremiseGoToDialog      *self,
           const PremiseFindPlace *place)
{
  const PremiseSection *section =
    premise_report_get_section (premise_session_get_report (self->session), place->section);
  const PremiseBlock *block;

  if (place->kind != PREMISE_FIND_EXHIBIT)
    return section->title;

  block = g_ptr_array_index (section->blocks, place->block);
  if (block->title != NULL)
    return block->title;

  return block->table != NULL && block->table->title != NULL ? block->table->title
                                                             : section->title;
}

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
row_new (PremiseGoToDialog      *self,
         const PremiseFindPlace *place)
{
  const PremiseSection *section =
    premise_report_get_section (premise_session_get_report (self->session), place->section);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title =
    premise_text_render_plain (get_title (self, place),
                               premise_session_get_language (self->session),
                               premise_session_get_evaluator (self->session));
  g_autofree char *detail = dup_detail (self, place);
  g_autofree char *name = NULL;
  GtkWidget *label;

  if (section->number != NULL)
    {
      label = label_new (section->number, "numeric");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_label_set_width_chars (GTK_LABEL (label), 6);
      gtk_box_append (GTK_BOX (box), label);
    }

  label = label_new (title, NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);

  if (detail != NULL)
    gtk_box_append (GTK_BOX (box), label_new (detail, "dimmed"));

  name = g_strdup_printf ("%s %s%s%s", section->number != NULL ? section->number : "", title,
                          detail != NULL ? ", " : "", detail != NULL ? detail : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (box, "premise-go-to-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
select_row (PremiseGoToDialog *self,
            int                position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);
  GtkWidget *viewport;

  if (row == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                     GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }

  gtk_list_box_select_row (self->list, row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  viewport = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_VIEWPORT);
  if (viewport != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (row), NULL);
}

static void
fill (PremiseGoToDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->places, g_array_unref);
  self->places = premise_report_find_places (premise_session_get_report (self->session),
                                             premise_session_get_language (self->session),
                                             premise_session_get_evaluator (self->session), text);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->places->len; i++)
    gtk_list_box_append (self->list, row_new (self, &g_array_index (self->places,
                                                                    PremiseFindPlace, i)));
  gtk_stack_set_visible_child (GTK_STACK (self->stack),
                               self->places->len > 0 ? self->scroller : self->nothing);
  /* Before anything is typed, the reader sees where he is. */
  select_row (self, *text == '\0' ? (int) self->section : 0);
}

static void
row_activated_cb (PremiseGoToDialog *self,
                  GtkListBoxRow     *row)
{
  /* One that has not come into view yet is gone when it is closed. */
  g_autoptr(PremiseGoToDialog) dialog = g_object_ref (self);
  PremiseFindPlace place = g_array_index (self->places, PremiseFindPlace,
                                          gtk_list_box_row_get_index (row));

  /* First closed: then the focus goes where the reader is taken. */
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, place.section, place.block);
}

static void
activate_cb (PremiseGoToDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

static gboolean
key_cb (PremiseGoToDialog *self,
        guint              keyval,
        guint              keycode,
        GdkModifierType    state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  /* Not by typing: from here on, what is selected is meant to be. */
  if (!g_unichar_isprint (gdk_keyval_to_unicode (keyval)) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    self->handled = TRUE;

  if (row == NULL || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;

  select_row (self, gtk_list_box_row_get_index (row) + (keyval == GDK_KEY_Down ? 1 : -1));

  return GDK_EVENT_STOP;
}

static void
premise_go_to_dialog_dispose (GObject *object)
{
  PremiseGoToDialog *self = PREMISE_GO_TO_DIALOG (object);

  g_clear_pointer (&self->places, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_go_to_dialog_parent_class)->dispose (object);
}

/* A dialog gets its focus when it has come into view; who types at once must not lose the number: until
 * then, the characters that the window hears go into the entry.
 */
static gboolean
early_key_cb (PremiseGoToDialog *self,
              guint              keyval,
              guint              keycode,
              GdkModifierType    state)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  gunichar c = gdk_keyval_to_unicode (keyval);
  char typed[7] = { 0 };
  int position = -1;

  if (gtk_widget_has_focus (GTK_WIDGET (text)) || self->handled
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      activate_cb (self);
      return GDK_EVENT_STOP;
    }

  if (!g_unichar_isprint (c))
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 (c, typed);
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), typed, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);

  return GDK_EVENT_STOP;
}

static void
premise_go_to_dialog_root (GtkWidget *widget)
{
  PremiseGoToDialog *self = PREMISE_GO_TO_DIALOG (widget);

  GTK_WIDGET_CLASS (premise_go_to_dialog_parent_class)->root (widget);

  self->early_keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->early_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->early_keys, "key-pressed", G_CALLBACK (early_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->early_keys);
}

static void
premise_go_to_dialog_unroot (GtkWidget *widget)
{
  PremiseGoToDialog *self = PREMISE_GO_TO_DIALOG (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->early_keys);
  self->early_keys = NULL;

  GTK_WIDGET_CLASS (premise_go_to_dialog_parent_class)->unroot (widget);
}

/* A text that gets the focus is selected: the next character would take the place of those before. */
static void
selection_cb (PremiseGoToDialog *self)
{
  if (!self->handled && gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), NULL, NULL))
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
pressed_cb (PremiseGoToDialog *self)
{
  self->handled = TRUE;
}

static void
premise_go_to_dialog_class_init (PremiseGoToDialogClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = premise_go_to_dialog_root;
  GTK_WIDGET_CLASS (klass)->unroot = premise_go_to_dialog_unroot;
  G_OBJECT_CLASS (klass)->dispose = premise_go_to_dialog_dispose;

  /**
   * PremiseGoToDialog::place-activated:
   * @self: a dialog, which is closed
   * @section: position of the section
   * @block: position of the block in it, %PREMISE_MODEL_NOT_FOUND for its head
   *
   * Emitted when the reader chooses a place.
   */
  signals[PLACE_ACTIVATED] =
    g_signal_new ("place-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
build_entry (PremiseGoToDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();
  const char *hint = _("3.5.1, words of a title, Exhibit 2, p. 51");

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), hint);
  /* Where large text leaves no room for all of it. */
  premise_tooltip_set_text (self->entry, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Number or title"), -1);
  gtk_widget_add_css_class (self->entry, "premise-search-entry");
  /* At once: Enter goes to the row that fits what was typed. */
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (adw_dialog_close), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->entry, GTK_EVENT_CONTROLLER (press));
  g_signal_connect_swapped (self->entry, "notify::selection-bound", G_CALLBACK (selection_cb), self);
}

static void
build_list (PremiseGoToDialog *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: to go to: sections, exhibits and pages. */
                                  _("Places"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_focusable (self->scroller, FALSE);

  self->nothing = adw_status_page_new ();
  gtk_widget_add_css_class (self->nothing, "compact");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), _("No Such Place"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing),
                                   _("Type the number of a section, words of its title, "
                                     "“Exhibit 2”, or “p. 51” for a page of the source."));

  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  gtk_stack_add_child (GTK_STACK (self->stack), self->nothing);
  gtk_widget_set_vexpand (self->stack, TRUE);
}

static void
premise_go_to_dialog_init (PremiseGoToDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  build_entry (self);
  build_list (self);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), self->entry);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->stack);

  adw_dialog_set_title (ADW_DIALOG (self), _("Go to Section"));
  premise_help_set_page (GTK_WIDGET (self), "finding");
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 480);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), self->entry);
}

/**
 * premise_go_to_dialog_new:
 * @session: the session whose report is read
 * @section: position of the section that is shown
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
premise_go_to_dialog_new (PremiseSession *session,
                          guint           section)
{
  PremiseGoToDialog *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_GO_TO_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->section = section;
  fill (self);

  return ADW_DIALOG (self);
}
