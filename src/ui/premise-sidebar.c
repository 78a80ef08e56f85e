/* premise-sidebar.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-sidebar.h"

#include "premise-block-live.h"
#include "premise-gradual.h"
#include "premise-help.h"
#include "premise-markup.h"
#include "premise-reveal.h"
#include "premise-tooltip.h"

#include <glib/gi18n.h>

/* What a window of usual height shows; the other rows are added when it is drawn. */
#define FIRST_ROWS 16

/**
 * PremiseSidebar:
 *
 * ## CSS nodes
 *
 * `premise-sidebar` with a scrolled `list.navigation-sidebar`; chapter titles are
 * `label.heading`, section numbers `label.numeric.dimmed`.
 *
 * ## Accessibility
 *
 * The list has the role list; each row is labelled by its number and title.
 */
struct _PremiseSidebar
{
  GtkWidget       parent_instance;

  PremiseSession *session;
  GtkWidget      *scroller;
  GtkListBox     *list;
  PremiseLive    *live;
  PremiseGradual  filling;
  guint           n_rows;
  gboolean        late;        /* not in sight when its window is shown first */
  gboolean        selecting;   /* the selection follows the window, not the reader */
};

enum
{
  SECTION_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseSidebar, premise_sidebar, GTK_TYPE_WIDGET)

static guint
row_section (GtkListBoxRow *row)
{
  return (guint) gtk_list_box_row_get_index (row);
}

static char *
dup_title (PremiseSidebar *self,
           PremiseText    *title)
{
  return premise_text_render_plain (title, premise_session_get_language (self->session),
                                    premise_session_get_evaluator (self->session));
}

static GtkWidget *
title_label_new (PremiseSidebar *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_direction (label, premise_markup_get_direction (premise_session_get_language (self->session)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

static GtkLabel *
get_title_label (GtkListBoxRow *row)
{
  return GTK_LABEL (gtk_widget_get_last_child (gtk_list_box_row_get_child (row)));
}

static void
update_row (PremiseSidebar       *self,
            GtkListBoxRow        *row,
            const PremiseSection *section)
{
  GtkLabel *label = get_title_label (row);
  g_autofree char *title = dup_title (self, section->title);
  g_autofree char *name = NULL;

  if (g_str_equal (gtk_label_get_text (label), title))
    return;

  name = section->number != NULL ? g_strdup_printf ("%s %s", section->number, title)
                                 : g_strdup (title);
  gtk_label_set_text (label, title);
  premise_tooltip_set_text (GTK_WIDGET (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
section_row_new (PremiseSidebar       *self,
                 const PremiseSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = title_label_new (self);

  if (section->number != NULL)
    {
      GtkWidget *number = gtk_label_new (section->number);

      gtk_widget_add_css_class (number, "numeric");
      gtk_widget_add_css_class (number, "dimmed");
      gtk_widget_set_valign (number, GTK_ALIGN_BASELINE_FILL);
      gtk_box_append (GTK_BOX (box), number);
    }

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_BASELINE_FILL);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "premise-sidebar-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  update_row (self, GTK_LIST_BOX_ROW (row), section);

  return row;
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  PremiseSidebar *self = user_data;
  PremiseReport *report = premise_session_get_report (self->session);
  const PremiseSection *section = premise_report_get_section (report, row_section (row));
  const PremiseChapter *chapter = premise_report_get_chapter (report, section->chapter);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (chapter->first_section != row_section (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = title_label_new (self);
  title = dup_title (self, chapter->title);
  text = chapter->number != NULL ? g_strdup_printf ("%s  %s", chapter->number, title)
                                 : g_strdup (title);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "premise-sidebar-chapter");
  gtk_list_box_row_set_header (row, label);
}

static GtkViewport *
get_viewport (PremiseSidebar *self)
{
  return GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller)));
}

static gboolean
add_row (GtkWidget *widget)
{
  PremiseSidebar *self = PREMISE_SIDEBAR (widget);
  PremiseReport *report = premise_session_get_report (self->session);

  if (self->n_rows < premise_report_get_n_sections (report))
    gtk_list_box_append (self->list, section_row_new (self, premise_report_get_section (report, self->n_rows++)));

  return self->n_rows < premise_report_get_n_sections (report);
}

static void
ensure_rows (PremiseSidebar *self,
             guint           n)
{
  while (self->n_rows < n && add_row (GTK_WIDGET (self)))
    ;
}

/* In the frames after the first. */
static gboolean
add_row_later (GtkWidget *widget)
{
  PREMISE_SIDEBAR (widget)->late = FALSE;

  return add_row (widget);
}

static void
fill (PremiseSidebar *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  guint section = selected != NULL ? row_section (selected) : 0;

  self->selecting = TRUE;
  gtk_list_box_remove_all (self->list);
  self->n_rows = 0;
  ensure_rows (self, self->late ? 1 : FIRST_ROWS);
  self->selecting = FALSE;
  premise_gradual_start (&self->filling, GTK_WIDGET (self), add_row_later);

  premise_sidebar_set_section (self, section);
}

static void
update (GtkWidget *widget)
{
  PremiseSidebar *self = PREMISE_SIDEBAR (widget);
  PremiseReport *report = premise_session_get_report (self->session);

  for (guint i = 0; i < self->n_rows; i++)
    update_row (self, gtk_list_box_get_row_at_index (self->list, (int) i),
                premise_report_get_section (report, i));
  gtk_list_box_invalidate_headers (self->list);
}

/* Titles may hold numbers, and what is read here must be what is read on the page. */
static void
watch (PremiseSidebar *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);

      premise_text_add_variables (section->title, variables);
      premise_text_add_variables (premise_report_get_chapter (report, section->chapter)->title,
                                  variables);
    }
  self->live = premise_live_new (self->session, variables, update, GTK_WIDGET (self));
}

static void
row_activated_cb (PremiseSidebar *self,
                  GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[SECTION_CHOSEN], 0, row_section (row), TRUE);
}

static void
row_selected_cb (PremiseSidebar *self,
                 GtkListBoxRow  *row)
{
  if (row != NULL && !self->selecting)
    g_signal_emit (self, signals[SECTION_CHOSEN], 0, row_section (row), FALSE);
}

static gboolean
premise_sidebar_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (PREMISE_SIDEBAR (widget)->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* At first a window has all its panes, and moves them when it knows its width. */
static void
premise_sidebar_map (GtkWidget *widget)
{
  PremiseSidebar *self = PREMISE_SIDEBAR (widget);

  if (!self->late)
    ensure_rows (self, FIRST_ROWS);

  GTK_WIDGET_CLASS (premise_sidebar_parent_class)->map (widget);
}

static void
premise_sidebar_dispose (GObject *object)
{
  PremiseSidebar *self = PREMISE_SIDEBAR (object);

  premise_gradual_cancel (&self->filling);
  g_clear_pointer (&self->live, premise_live_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_sidebar_parent_class)->dispose (object);
}

static void
premise_sidebar_class_init (PremiseSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = premise_sidebar_dispose;

  widget_class->grab_focus = premise_sidebar_grab_focus;
  widget_class->map = premise_sidebar_map;

  /**
   * PremiseSidebar::section-chosen:
   * @self: a sidebar
   * @section: position of the section
   * @activated: whether it was clicked or Enter was pressed, not only walked over
   *
   * Emitted when the reader chooses a section.
   */
  signals[SECTION_CHOSEN] =
    g_signal_new ("section-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-sidebar");
}

static void
premise_sidebar_init (PremiseSidebar *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  /* The arrow keys walk in it, and open what they come to; Tab goes on to the text. */
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_list_box_set_header_func (self->list, update_header_cb, self, NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: the list of chapters and sections. */
                                  _("Contents"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  premise_help_set_page (GTK_WIDGET (self), "reading");
}

/**
 * premise_sidebar_new:
 * @session: the session whose report is listed
 * @late: whether it is out of sight when its window is shown first, so that its rows can wait
 *
 * Returns: (transfer floating): the new sidebar
 */
GtkWidget *
premise_sidebar_new (PremiseSession *session,
                     gboolean        late)
{
  PremiseSidebar *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_SIDEBAR, NULL);
  self->session = g_object_ref (session);
  self->late = late;
  g_signal_connect_object (session, "notify::language", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  watch (self);

  return GTK_WIDGET (self);
}

/**
 * premise_sidebar_set_section:
 * @self: a sidebar
 * @section: position of the section that is shown
 *
 * Marks the section that is shown and scrolls to it, without emitting a signal. A focus in the list follows.
 */
void
premise_sidebar_set_section (PremiseSidebar *self,
                             guint           section)
{
  GtkWidget *row;

  g_return_if_fail (PREMISE_IS_SIDEBAR (self));

  ensure_rows (self, section + 1);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) section));
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  premise_reveal (get_viewport (self), row);
  /* Who walks in the list goes on from here; a list remembers its focus when it has none. */
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->selecting = FALSE;
}
