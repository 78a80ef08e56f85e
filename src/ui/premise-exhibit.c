/* premise-exhibit.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-exhibit.h"

#include "premise-block-data.h"
#include "premise-block-live.h"
#include "premise-block-table-view.h"
#include "premise-chart-view.h"
#include "premise-exhibit-copy.h"
#include "premise-exhibit-save.h"
#include "premise-figure.h"
#include "premise-help.h"
#include "premise-markup.h"
#include "premise-plain-label.h"
#include "premise-rich-label.h"
#include "premise-shortcuts.h"
#include "premise-tooltip.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* No exhibit is as narrow as that. */
#define LEAST_LETTERS 11

/**
 * PremiseExhibit:
 *
 * ## CSS nodes
 *
 * `premise-exhibit` with the class `.in-page`, `.in-dialog` or `.on-slide`; in it `label`s of the class
 * `.premise-exhibit-number`, `.premise-exhibit-unit` and `.premise-exhibit-source`.
 *
 * ## Accessibility
 *
 * Role group, labelled by number and title. The chart is an image with the title as its label
 * and a description made from its data; a button shows the same data as a table.
 */
struct _PremiseExhibit
{
  GtkWidget            parent_instance;

  PremiseSession      *session;
  const PremiseBlock  *block;       /* (not owned): of the session's report */
  PremiseExhibitPlace  place;
  GtkWidget           *box;
  GtkWidget           *unit;        /* (nullable) */
  GtkWidget           *stack;       /* (nullable): chart or its data */
  GtkWidget           *chart_view;  /* (nullable): a table has none */
  GtkWidget           *data;        /* (nullable): made when it is asked for */
  PremiseLive         *live;
  GtkWidget           *foot;        /* the source, and buttons */
};

G_DEFINE_FINAL_TYPE (PremiseExhibit, premise_exhibit, GTK_TYPE_WIDGET)

static const char *
get_language (PremiseExhibit *self)
{
  return premise_session_get_language (self->session);
}

static PremiseText *
get_title (PremiseExhibit *self)
{
  if (self->block->title == NULL && self->block->table != NULL)
    return self->block->table->title;

  return self->block->title;
}

static void
set_shown_text (GtkWidget  *label,
                const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  premise_plain_label_limit (GTK_LABEL (label), LEAST_LETTERS);
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static GtkWidget *
plain_label_new (PremiseExhibit *self,
                 const char     *text,
                 const char     *css_class)
{
  GtkWidget *label = premise_plain_label_new (text, get_language (self));

  gtk_widget_set_direction (label, premise_markup_get_direction (get_language (self)));
  gtk_widget_add_css_class (label, css_class);
  set_shown_text (label, text);

  return label;
}

static void
update_chart (PremiseExhibit *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseEvaluator *evaluator = premise_session_get_evaluator (self->session);
  g_autoptr(PremiseChart) chart = premise_figure_build_chart (report, self->block, evaluator,
                                                              get_language (self));
  g_autofree char *description = premise_figure_describe (report, self->block, evaluator,
                                                          get_language (self));
  g_autofree char *unit = premise_figure_dup_unit_line (report, self->block, evaluator,
                                                        get_language (self));

  premise_chart_view_set_chart (PREMISE_CHART_VIEW (self->chart_view), chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart_view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  set_shown_text (self->unit, unit);

  if (self->data != NULL)
    premise_block_data_update (PREMISE_BLOCK_DATA (self->data), chart);
}

static void
live_cb (GtkWidget *widget)
{
  update_chart (PREMISE_EXHIBIT (widget));
}

static void
dragging_cb (PremiseExhibit *self)
{
  premise_chart_view_set_hold_domain (PREMISE_CHART_VIEW (self->chart_view),
                                      premise_session_get_dragging (self->session));
}

static void
point_activated_cb (PremiseExhibit *self,
                    guint           series,
                    guint           category)
{
  guint variable;
  guint cell;

  if (premise_figure_get_point_cell (premise_session_get_report (self->session), self->block,
                                     premise_session_get_evaluator (self->session),
                                     series, category, &variable, &cell))
    gtk_widget_activate_action (GTK_WIDGET (self), PREMISE_ACTION_SHOW_VALUE, "(uu)",
                                variable, cell);
}

/* Buttons */

static void
table_toggled_cb (PremiseExhibit  *self,
                  GtkToggleButton *button)
{
  gboolean show_data = gtk_toggle_button_get_active (button);

  if (show_data && self->data == NULL)
    {
      PremiseChart *chart =
        premise_chart_view_get_chart (PREMISE_CHART_VIEW (self->chart_view));

      self->data = premise_block_data_new (self->session, self->block, chart);
      gtk_widget_set_valign (self->data, GTK_ALIGN_START);
      gtk_stack_add_child (GTK_STACK (self->stack), self->data);
    }

  gtk_stack_set_visible_child (GTK_STACK (self->stack),
                               show_data ? self->data : self->chart_view);
}

static void
copy_cb (PremiseExhibit *self)
{
  premise_exhibit_copy (GTK_WIDGET (self), self->session, self->block);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  copy_cb (PREMISE_EXHIBIT (widget));
}

static void
save_cb (PremiseExhibit *self)
{
  premise_exhibit_save (GTK_WIDGET (self), self->session, self->block);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save_cb (PREMISE_EXHIBIT (widget));
}

/* A number in the dialog is asked for on the page below it. */
static void
show_value_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PremiseExhibit *self = PREMISE_EXHIBIT (widget);
  GtkWidget *dialog;
  GtkWidget *origin;

  if (self->place != PREMISE_EXHIBIT_LARGE)
    {
      gtk_widget_activate_action_variant (gtk_widget_get_parent (widget), action, parameter);
      return;
    }

  dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
  origin = g_object_get_data (G_OBJECT (dialog), "premise-origin");
  adw_dialog_close (ADW_DIALOG (dialog));
  gtk_widget_activate_action_variant (origin, action, parameter);
}

static void
enlarge_cb (PremiseExhibit *self)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *toasts;
  g_autofree char *number = premise_figure_dup_exhibit_label (self->block->exhibit,
                                                              get_language (self));

  adw_dialog_set_title (dialog, number);
  adw_dialog_set_content_width (dialog, 1920);
  adw_dialog_set_content_height (dialog, 1200);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar),
                                premise_exhibit_new (self->session, self->block,
                                                     PREMISE_EXHIBIT_LARGE));
  /* Those of the window are below the dialog. */
  toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), toolbar);
  adw_dialog_set_child (dialog, toasts);
  g_object_set_data_full (G_OBJECT (dialog), "premise-origin", g_object_ref (self),
                          g_object_unref);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_button (PremiseExhibit *self,
            GtkWidget      *row,
            GtkWidget      *button,
            const char     *icon,
            const char     *name)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_add_css_class (button, "flat");
  premise_tooltip_set_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_box_append (GTK_BOX (row), button);
}

static GtkWidget *
buttons_new (PremiseExhibit *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button;

  gtk_widget_set_halign (row, GTK_ALIGN_END);
  premise_help_set_page (row, "exporting");
  if (self->chart_view != NULL)
    {
      button = gtk_toggle_button_new ();
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (table_toggled_cb), self);
      add_button (self, row, button, "x-office-spreadsheet-symbolic", _("Show as Table"));
    }

  button = gtk_button_new ();
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (copy_cb), self);
  add_button (self, row, button, "edit-copy-symbolic",
              self->chart_view != NULL ? _("Copy Image") : _("Copy Table"));

  button = gtk_button_new ();
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (save_cb), self);
  add_button (self, row, button, "document-save-symbolic",
              self->chart_view != NULL ? _("Save Image…") : _("Save Table…"));

  if (self->place == PREMISE_EXHIBIT_PAGE)
    {
      button = gtk_button_new ();
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (enlarge_cb), self);
      /* Translators: a chart, to fill the window. */
      add_button (self, row, button, "view-fullscreen-symbolic", _("Enlarge"));
    }

  return row;
}

/* Parts, from top to bottom */

static void
append_head (PremiseExhibit *self)
{
  g_autofree char *number = NULL;
  GtkWidget *title;

  /* A slide shows one exhibit: its number would only take room. */
  if (self->block->exhibit > 0 && self->place != PREMISE_EXHIBIT_SLIDE)
    {
      number = premise_figure_dup_exhibit_label (self->block->exhibit, get_language (self));
      gtk_box_append (GTK_BOX (self->box),
                      plain_label_new (self, number, "premise-exhibit-number"));
    }

  if (get_title (self) != NULL)
    {
      title = premise_rich_label_new (self->session, get_title (self), PREMISE_MARKUP_NO_BASE);
      gtk_widget_add_css_class (title, "premise-exhibit-title");
      gtk_box_append (GTK_BOX (self->box), title);
    }
}

static void
append_chart (PremiseExhibit *self)
{
  gboolean fill = self->place != PREMISE_EXHIBIT_PAGE;

  self->unit = plain_label_new (self, NULL, "premise-exhibit-unit");
  gtk_box_append (GTK_BOX (self->box), self->unit);

  self->chart_view = premise_chart_view_new (get_language (self),
                                             self->block->figure != NULL
                                             && self->block->figure->horizontal);
  premise_chart_view_set_fill (PREMISE_CHART_VIEW (self->chart_view), fill);
  g_signal_connect_swapped (self->chart_view, "point-activated",
                            G_CALLBACK (point_activated_cb), self);
  premise_exhibit_copy_allow_drag (self->chart_view, self->session, self->block);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), fill);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->chart_view);
  gtk_widget_add_css_class (self->stack, "premise-exhibit-body");
  gtk_widget_set_vexpand (self->stack, fill);
  gtk_box_append (GTK_BOX (self->box), self->stack);
}

static void
append_table (PremiseExhibit *self)
{
  GtkWidget *table = premise_block_table_view_new (self->session, self->block->table);
  GtkWidget *note;

  gtk_widget_add_css_class (table, "premise-exhibit-body");
  if (self->place == PREMISE_EXHIBIT_PAGE)
    {
      gtk_box_append (GTK_BOX (self->box), table);
    }
  else
    {
      GtkWidget *scroller = gtk_scrolled_window_new ();

      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);
      gtk_widget_set_vexpand (scroller, TRUE);
      gtk_box_append (GTK_BOX (self->box), scroller);
    }

  if (self->block->table->note != NULL)
    {
      note = premise_rich_label_new (self->session, self->block->table->note, PREMISE_MARKUP_NONE);
      gtk_widget_add_css_class (note, "premise-exhibit-note");
      gtk_box_append (GTK_BOX (self->box), note);
    }
}

/* Beside the source, or below it where large text leaves no room. */
static GtkWidget *
foot_new (void)
{
  GtkWidget *foot = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (foot), 12);
  adw_wrap_box_set_wrap_policy (ADW_WRAP_BOX (foot), ADW_WRAP_MINIMUM);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (foot), ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (foot), TRUE);

  return foot;
}

static void
append_foot (PremiseExhibit *self)
{
  GtkWidget *row = foot_new ();
  g_autofree char *source =
    premise_figure_dup_source_line (premise_session_get_report (self->session), self->block,
                                    get_language (self));
  GtkWidget *label = plain_label_new (self, source, "premise-exhibit-source");

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (row), label);
  gtk_widget_set_hexpand (row, TRUE);
  gtk_widget_add_css_class (row, "premise-exhibit-foot");

  if (self->place != PREMISE_EXHIBIT_SLIDE)
    {
      GtkWidget *buttons = buttons_new (self);

      gtk_widget_set_hexpand (buttons, !gtk_widget_get_visible (label));
      adw_wrap_box_append (ADW_WRAP_BOX (row), buttons);
    }

  self->foot = row;
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
set_accessible_label (PremiseExhibit *self)
{
  g_autofree char *number = premise_figure_dup_exhibit_label (self->block->exhibit,
                                                              get_language (self));
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (get_title (self) != NULL)
    title = premise_text_render_plain (get_title (self), get_language (self),
                                       premise_session_get_evaluator (self->session));
  label = title != NULL ? g_strdup_printf ("%s: %s", number, title) : g_strdup (number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->chart_view != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart_view),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : number,
                                    -1);
}

static void
premise_exhibit_dispose (GObject *object)
{
  PremiseExhibit *self = PREMISE_EXHIBIT (object);

  g_clear_pointer (&self->live, premise_live_free);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, dragging_cb, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_exhibit_parent_class)->dispose (object);
}

static void
premise_exhibit_class_init (PremiseExhibitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = premise_exhibit_dispose;

  gtk_widget_class_install_action (widget_class, PREMISE_ACTION_SHOW_VALUE, "(uu)", show_value_cb);
  gtk_widget_class_install_action (widget_class, "exhibit.copy", NULL, copy_action);
  premise_shortcuts_bind (widget_class, "exhibit.copy");
  gtk_widget_class_install_action (widget_class, "exhibit.save", NULL, save_action);
  premise_shortcuts_bind (widget_class, "exhibit.save");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-exhibit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
premise_exhibit_init (PremiseExhibit *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* Only the variables that the chart itself shows: the title follows by itself. */
static void
watch_figure (PremiseExhibit *self)
{
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  premise_block_add_variables (self->block, variables);
  self->live = premise_live_new (self->session, variables, live_cb, GTK_WIDGET (self));
  g_signal_connect_object (self->session, "notify::dragging", G_CALLBACK (dragging_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * premise_exhibit_new:
 * @session: the session whose language and values are shown
 * @block: a figure, a diagram or a table of its report
 * @place: where the exhibit stands
 *
 * Returns: (transfer floating): the exhibit, which follows the values
 */
GtkWidget *
premise_exhibit_new (PremiseSession      *session,
                     const PremiseBlock  *block,
                     PremiseExhibitPlace  place)
{
  static const char *const classes[] = { "in-page", "in-dialog", "on-slide" };
  PremiseExhibit *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (block->figure != NULL || block->diagram != NULL || block->table != NULL, NULL);

  self = g_object_new (PREMISE_TYPE_EXHIBIT, NULL);
  self->session = g_object_ref (session);
  self->block = block;
  self->place = place;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[place]);

  append_head (self);
  if (block->table == NULL)
    append_chart (self);
  else
    append_table (self);
  append_foot (self);
  set_accessible_label (self);

  if (block->table == NULL)
    {
      watch_figure (self);
      update_chart (self);
    }

  return GTK_WIDGET (self);
}

/**
 * premise_exhibit_hide_source:
 * @self: an exhibit on a slide
 *
 * Leaves out the line that names the source.
 */
void
premise_exhibit_hide_source (PremiseExhibit *self)
{
  g_return_if_fail (PREMISE_IS_EXHIBIT (self));

  gtk_widget_set_visible (self->foot, FALSE);
}
