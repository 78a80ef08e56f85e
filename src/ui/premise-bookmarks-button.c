/* premise-bookmarks-button.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-bookmarks-button.h"

#include "premise-help.h"
#include "premise-shortcuts.h"
#include "premise-tooltip.h"

#include <glib/gi18n.h>

#define CONTENT_WIDTH   280
#define MAX_LIST_HEIGHT 360

/**
 * PremiseBookmarksButton:
 *
 * ## CSS nodes
 *
 * `premise-bookmarks` with a `menubutton`; in its popover a `list.premise-bookmarks-list`.
 *
 * ## Accessibility
 *
 * The star is full when the section that is shown has a bookmark, and the button says so.
 */
struct _PremiseBookmarksButton
{
  GtkWidget           parent_instance;

  PremiseSession     *session;
  PremiseReaderState *state;
  char               *section;      /* (nullable): id of the one that is shown */
  GtkWidget          *button;
  GtkWidget          *popover;
  GtkWidget          *toggle;
  GtkWidget          *scroller;
  GtkWidget          *hint;
  GtkListBox         *list;
  GPtrArray          *shown;        /* (element-type utf8): ids of the rows */
};

enum
{
  SECTION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseBookmarksButton, premise_bookmarks_button, GTK_TYPE_WIDGET)

static GtkWidget *
row_new (PremiseBookmarksButton *self,
         const PremiseSection   *section)
{
  g_autofree char *title =
    premise_text_render_plain (section->title, premise_session_get_language (self->session),
                               premise_session_get_evaluator (self->session));
  g_autofree char *text = section->number != NULL
                          ? g_strdup_printf ("%s  %s", section->number, title) : g_strdup (title);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);

  return row;
}

/* In the order of the report. What it no longer has is kept, but not shown. */
static void
fill (PremiseBookmarksButton *self)
{
  PremiseReport *report = premise_session_get_report (self->session);

  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);

      if (!premise_reader_state_has_bookmark (self->state, section->id))
        continue;

      gtk_list_box_append (self->list, row_new (self, section));
      g_ptr_array_add (self->shown, g_strdup (section->id));
    }
  gtk_widget_set_visible (self->scroller, self->shown->len > 0);
  gtk_widget_set_visible (self->hint, self->shown->len == 0);
}

static void
update (PremiseBookmarksButton *self)
{
  gboolean marked = self->section != NULL &&
                    premise_reader_state_has_bookmark (self->state, self->section);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button),
                                 marked ? "starred-symbolic" : "non-starred-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  marked ? _("This section has a bookmark") : "", -1);
  gtk_button_set_label (GTK_BUTTON (self->toggle),
                        marked ? _("Remove the Bookmark of This Section")
                               : _("Bookmark This Section"));
  if (gtk_widget_get_visible (self->popover))
    fill (self);
}

static void
row_activated_cb (PremiseBookmarksButton *self,
                  GtkListBoxRow          *row)
{
  g_autofree char *id = g_strdup (g_ptr_array_index (self->shown,
                                                     gtk_list_box_row_get_index (row)));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[SECTION_ACTIVATED], 0, id);
}

static void
premise_bookmarks_button_dispose (GObject *object)
{
  PremiseBookmarksButton *self = PREMISE_BOOKMARKS_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->state);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_bookmarks_button_parent_class)->dispose (object);
}

static void
premise_bookmarks_button_finalize (GObject *object)
{
  PremiseBookmarksButton *self = PREMISE_BOOKMARKS_BUTTON (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);

  G_OBJECT_CLASS (premise_bookmarks_button_parent_class)->finalize (object);
}

static void
premise_bookmarks_button_class_init (PremiseBookmarksButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_bookmarks_button_dispose;
  object_class->finalize = premise_bookmarks_button_finalize;

  /**
   * PremiseBookmarksButton::section-activated:
   * @self: the button
   * @id: id of a section
   *
   * Emitted when the reader chooses a bookmark.
   */
  signals[SECTION_ACTIVATED] =
    g_signal_new ("section-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-bookmarks");
}

static GtkWidget *
popover_content_new (PremiseBookmarksButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_size_request (box, CONTENT_WIDTH, -1);
  self->toggle = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->toggle), "reading.bookmark");
  /* Translators: the name of a key, as it stands on keyboards. */
  premise_tooltip_set_text (self->toggle, _("Ctrl+D"));
  gtk_box_append (GTK_BOX (box), self->toggle);

  self->hint = gtk_label_new (_("Sections that you mark are listed here."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hint), 34);
  gtk_widget_add_css_class (self->hint, "dimmed");
  gtk_widget_add_css_class (self->hint, "premise-bookmarks-hint");
  gtk_box_append (GTK_BOX (box), self->hint);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "premise-bookmarks-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: places in a report that the reader keeps. */
                                  _("Bookmarks"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_box_append (GTK_BOX (box), self->scroller);

  return box;
}

static void
premise_bookmarks_button_init (PremiseBookmarksButton *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_free);

  self->popover = gtk_popover_new ();
  premise_shortcuts_hear (self->popover);
  gtk_popover_set_child (GTK_POPOVER (self->popover), popover_content_new (self));
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (fill), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  premise_tooltip_set_text (self->button, _("Bookmarks"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Bookmarks"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  premise_help_set_page (GTK_WIDGET (self), "finding");
}

/**
 * premise_bookmarks_button_new:
 * @session: the session whose report is read
 * @state: where its bookmarks are
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
premise_bookmarks_button_new (PremiseSession     *session,
                              PremiseReaderState *state)
{
  PremiseBookmarksButton *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (PREMISE_IS_READER_STATE (state), NULL);

  self = g_object_new (PREMISE_TYPE_BOOKMARKS_BUTTON, NULL);
  self->session = g_object_ref (session);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "bookmarks-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * premise_bookmarks_button_set_section:
 * @self: the button
 * @section: id of the section that is shown
 *
 * Shows whether @section has a bookmark.
 */
void
premise_bookmarks_button_set_section (PremiseBookmarksButton *self,
                                      const char             *section)
{
  g_return_if_fail (PREMISE_IS_BOOKMARKS_BUTTON (self));

  g_set_str (&self->section, section);
  update (self);
}
