/* premise-passport-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-passport-page.h"

#include "premise-date.h"

#include "premise-audit.h"
#include "premise-block-live.h"
#include "premise-block-value.h"
#include "premise-formula-text.h"
#include "premise-markup.h"
#include "premise-reference.h"
#include "premise-tooltip.h"
#include "premise-plain-label.h"

#include <glib/gi18n.h>
#include <math.h>

/* A number of a large table may feed thousands. */
#define MAX_ROWS 40

/* Letters of a number’s name in the way to another one. */
#define CRUMB_WIDTH 24

/**
 * PremisePassportPage:
 *
 * The value follows the session, and so do the numbers that are filled in and listed.
 *
 * ## Accessibility
 *
 * The page is named after the number. What is said about it are rows of a heading and a text;
 * a row of another number is named by its label and value.
 */
struct _PremisePassportPage
{
  AdwNavigationPage  parent_instance;

  PremiseSession    *session;
  guint              variable;
  guint              cell;

  GtkWidget         *box;
  GtkLabel          *value;
  GtkLabel          *was;
  GtkWidget         *numbers;     /* (nullable): the formula with numbers */
  GtkWidget         *rationale;   /* (nullable) */
  GPtrArray         *links;       /* (element-type GtkWidget): rows of other numbers */
  PremiseLive       *live;
};

/* A row of another number. */
typedef struct
{
  PremiseCell  cell;
  GtkLabel    *value;
} Link;

enum
{
  CELL_ACTIVATED,
  ASSUMPTION_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GQuark link_quark;     /* of a row: its Link */

G_DEFINE_FINAL_TYPE (PremisePassportPage, premise_passport_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_label (PremisePassportPage *self,
           guint                variable,
           guint                cell)
{
  return premise_report_dup_cell_label (premise_session_get_report (self->session), variable, cell,
                                        premise_session_get_language (self->session));
}

static const PremiseVariableInfo *
get_info (PremisePassportPage *self)
{
  return premise_report_get_info (premise_session_get_report (self->session), self->variable);
}

static char *
format (PremisePassportPage *self,
        double               value)
{
  return premise_report_format_cell (premise_session_get_report (self->session), self->variable,
                                     value, NULL, premise_session_get_language (self->session));
}

/* What it says about itself */

static char *
dup_kind (PremisePassportPage *self)
{
  const char *origin = get_info (self)->origin;
  const char *kind;

  switch (premise_model_get_kind (premise_session_get_model (self->session), self->variable))
    {
    case PREMISE_VARIABLE_ASSUMPTION:
      kind = _("Assumption, open to change");
      break;

    case PREMISE_VARIABLE_FORMULA:
      kind = _("Calculated from other numbers");
      break;

    case PREMISE_VARIABLE_DATUM:
    default:
      kind = _("Fact, taken as given");
      break;
    }

  if (g_strcmp0 (origin, "implied") == 0)
    return g_strdup_printf ("%s · %s", kind, _("Implied by the source"));
  if (g_strcmp0 (origin, "ours") == 0)
    return g_strdup_printf ("%s · %s", kind, _("Our own estimate"));

  return g_strdup (kind);
}

/* (nullable) */
static char *
dup_source (PremisePassportPage *self)
{
  const PremiseVariableInfo *info = get_info (self);
  const char *source = premise_variable_info_get_source (info, self->cell);

  return source != NULL
           ? premise_markup_dup_source (self->session, source,
                                        premise_variable_info_get_page (info, self->cell))
           : NULL;
}

/* (nullable): only a number that the source prints has one */
static char *
dup_printed (PremisePassportPage *self)
{
  const PremiseVariableInfo *info = get_info (self);
  double computed = premise_evaluator_get_base_value (premise_session_get_evaluator (self->session),
                                                      self->variable, self->cell);
  g_autofree char *printed = NULL;
  g_autofree char *base = NULL;

  if (info->printed == NULL || isnan (info->printed[self->cell]))
    return NULL;

  printed = format (self, info->printed[self->cell]);
  base = format (self, computed);
  switch (premise_audit_compare (info->printed[self->cell], info->tolerance[self->cell], computed))
    {
    case PREMISE_AUDIT_MATCH:
      /* Translators: a number that the source prints, next to what the report calculates. */
      return g_strdup_printf (_("%s: agrees with the calculation"), printed);

    case PREMISE_AUDIT_APPROXIMATE:
      /* Translators: a printed number and the calculated one. */
      return g_strdup_printf (_("%s: close to the calculated %s"), printed, base);

    case PREMISE_AUDIT_DIFFERS:
    default:
      /* Translators: a printed number and the calculated one. */
      return g_strdup_printf (_("%s: differs from the calculated %s"), printed, base);
    }
}

/* (nullable) */
static char *
dup_range (PremisePassportPage *self)
{
  PremiseModel *model = premise_session_get_model (self->session);
  double min, max, step;
  g_autofree char *low = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *high = NULL;

  if (premise_model_get_kind (model, self->variable) != PREMISE_VARIABLE_ASSUMPTION)
    return NULL;

  premise_model_get_range (model, self->variable, self->cell, &min, &max, &step);
  low = format (self, min);
  middle = format (self, premise_model_get_base (model, self->variable, self->cell));
  high = format (self, max);

  return g_strdup_printf (get_info (self)->range_ours
                            ? _("Base %s, from %s to %s (range is ours)")
                            : _("Base %s, from %s to %s"),
                          middle, low, high);
}

/* (nullable) */
static char *
dup_text (PremisePassportPage *self,
          PremiseText         *text)
{
  return text != NULL ? premise_text_render_plain (text,
                                                   premise_session_get_language (self->session),
                                                   premise_session_get_evaluator (self->session))
                      : NULL;
}

static void
copy_cb (PremisePassportPage *self)
{
  g_autofree char *label = dup_label (self, self->variable, self->cell);
  g_autofree char *value = premise_block_value_dup_text (self->session, self->variable, self->cell,
                                                         NULL);
  g_autofree char *source = dup_source (self);
  g_autofree char *text = source != NULL ? g_strdup_printf ("%s: %s (%s)", label, value, source)
                                         : g_strdup_printf ("%s: %s", label, value);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* Values */

static void
update_link (PremisePassportPage *self,
             GtkWidget           *row)
{
  const Link *link = g_object_get_qdata (G_OBJECT (row), link_quark);
  g_autofree char *label = dup_label (self, link->cell.variable, link->cell.cell);
  g_autofree char *value = premise_block_value_dup_text (self->session, link->cell.variable,
                                                         link->cell.cell, NULL);
  /* Translators: the name of a number and its value. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), label, value);

  premise_plain_label_set_number (link->value, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (GtkWidget *widget)
{
  PremisePassportPage *self = PREMISE_PASSPORT_PAGE (widget);
  g_autofree char *value = premise_block_value_dup_text (self->session, self->variable, self->cell,
                                                         NULL);
  g_autofree char *base = premise_block_value_dup_base_text (self->session, self->variable,
                                                             self->cell, NULL);

  premise_plain_label_set_number (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->was), base != NULL);
  if (base != NULL)
    {
      /* Translators: the value in the base case and the one that the reader's changes give. */
      g_autofree char *was = g_strdup_printf (_("Was %s, is %s"), base, value);

      gtk_label_set_label (self->was, was);
    }

  if (self->numbers != NULL)
    {
      g_autofree char *numbers =
        premise_formula_dup_numbers (premise_session_get_report (self->session),
                                     premise_session_get_evaluator (self->session),
                                     self->variable, self->cell,
                                     premise_session_get_language (self->session));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->numbers), numbers);
    }

  if (self->rationale != NULL)
    {
      g_autofree char *rationale = dup_text (self, get_info (self)->rationale);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rationale), rationale);
    }

  for (guint i = 0; i < self->links->len; i++)
    update_link (self, g_ptr_array_index (self->links, i));
}

/* Building */

static GtkWidget *
group_new (PremisePassportPage *self,
           const char          *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->box), group);

  return group;
}

/* Texts come from the report: nothing in them is markup. */
static GtkWidget *
add_fact (GtkWidget  *group,
          const char *title,
          const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

/* (transfer full) (nullable): when the number holds */
static char *
dup_date (PremisePassportPage *self)
{
  const char *date = get_info (self)->date;
  double number;

  return date != NULL && premise_date_parse (date, &number)
         ? premise_date_format (number, premise_session_get_language (self->session)) : NULL;
}

static void
add_facts (PremisePassportPage *self)
{
  const PremiseVariableInfo *info = get_info (self);
  PremiseReport *report = premise_session_get_report (self->session);
  g_autofree char *words = premise_formula_dup_words (report, self->variable,
                                                      premise_session_get_language (self->session));
  g_autofree char *printed = dup_printed (self);
  g_autofree char *range = dup_range (self);
  g_autofree char *source = dup_source (self);
  g_autofree char *note = dup_text (self, info->note);
  g_autofree char *date = dup_date (self);
  GtkWidget *group;

  if (words == NULL && printed == NULL && range == NULL && source == NULL && note == NULL &&
      date == NULL && info->rationale == NULL && info->qualifier == PREMISE_QUALIFIER_EXACT)
    return;

  group = group_new (self, NULL);
  if (words != NULL)
    {
      /* Translators: before what a number is calculated with. */
      add_fact (group, _("Formula"), words);
      self->numbers = add_fact (group, _("With Numbers"), "");
    }
  if (range != NULL)
    /* Translators: before the least and the most that an assumption can be. */
    add_fact (group, _("Range"), range);
  if (info->rationale != NULL)
    /* Translators: before why an assumption has this value and this range. */
    self->rationale = add_fact (group, _("Rationale"), "");
  if (printed != NULL)
    add_fact (group, _("Printed in the Source"), printed);
  if (info->qualifier != PREMISE_QUALIFIER_EXACT)
    /* Translators: before words such as “about” or “at least”: how exactly the source gives a
     * number. */
    add_fact (group, _("Precision"), premise_qualifier_get_words (info->qualifier));
  if (date != NULL)
    add_fact (group, _("As Of"), date);
  if (source != NULL)
    /* Translators: of a number, a text or an exhibit. */
    add_fact (group, _("Source"), source);
  if (note != NULL)
    add_fact (group, _("Note"), note);
}

static void
link_activated_cb (PremisePassportPage *self,
                   GtkWidget           *row)
{
  const Link *link = g_object_get_qdata (G_OBJECT (row), link_quark);

  g_signal_emit (self, signals[CELL_ACTIVATED], 0, link->cell.variable, link->cell.cell);
}

static GtkWidget *
link_new (PremisePassportPage *self,
          const PremiseCell   *cell)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *label = dup_label (self, cell->variable, cell->cell);
  Link *link = g_new0 (Link, 1);

  link->cell = *cell;
  link->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (link->value), "numeric");
  g_object_set_qdata_full (G_OBJECT (row), link_quark, link, g_free);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (link->value));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (link_activated_cb), self);
  g_ptr_array_add (self->links, row);

  return row;
}

/* Adds the variables to those that are watched. */
static void
add_links (PremisePassportPage *self,
           const char          *title,
           GArray              *cells,
           GArray              *variables)
{
  GtkWidget *group;

  if (cells->len == 0)
    return;

  group = group_new (self, title);
  for (guint i = 0; i < MIN (cells->len, MAX_ROWS); i++)
    {
      const PremiseCell *cell = &g_array_index (cells, PremiseCell, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), link_new (self, cell));
      g_array_append_val (variables, cell->variable);
    }

  if (cells->len > MAX_ROWS)
    {
      g_autofree char *more = g_strdup_printf (_("The first %u are listed"), MAX_ROWS);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), more);
    }
}

static GtkLabel *
add_line (PremisePassportPage *self,
          const char          *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return GTK_LABEL (label);
}

static void
change_cb (PremisePassportPage *self)
{
  g_signal_emit (self, signals[ASSUMPTION_REQUESTED], 0, self->variable, self->cell);
}

static void
add_change_button (PremisePassportPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show in _Assumptions"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (change_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
build (PremisePassportPage *self)
{
  PremiseModel *model = premise_session_get_model (self->session);
  g_autofree char *kind = dup_kind (self);
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) before = premise_model_dup_cells_before (model, self->variable, self->cell,
                                                             MAX_ROWS + 1);
  g_autoptr(GArray) after = premise_model_dup_cells_after (model, self->variable, self->cell,
                                                           MAX_ROWS + 1);

  self->value = add_line (self, "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  self->was = add_line (self, "accent");
  gtk_label_set_label (add_line (self, "dimmed"), kind);
  if (premise_model_get_kind (model, self->variable) == PREMISE_VARIABLE_ASSUMPTION)
    add_change_button (self);
  add_facts (self);

  add_links (self, _("Depends On"), before, variables);
  /* Translators: before the numbers that are calculated from this one; the opposite of “Depends
   * On”. */
  add_links (self, _("Feeds"), after, variables);

  g_array_append_val (variables, self->variable);
  if (get_info (self)->rationale != NULL)
    premise_text_add_variables (get_info (self)->rationale, variables);
  self->live = premise_live_new (self->session, variables, update, GTK_WIDGET (self));
}

static void
premise_passport_page_dispose (GObject *object)
{
  PremisePassportPage *self = PREMISE_PASSPORT_PAGE (object);

  g_clear_pointer (&self->live, premise_live_free);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_passport_page_parent_class)->dispose (object);
}

static void
premise_passport_page_class_init (PremisePassportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = premise_passport_page_dispose;

  link_quark = g_quark_from_static_string ("premise-passport-link");

  /**
   * PremisePassportPage::cell-activated:
   * @self: a page
   * @variable: position of another variable
   * @cell: its cell
   */
  signals[CELL_ACTIVATED] =
    g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * PremisePassportPage::assumption-requested:
   * @self: a page
   * @variable: position of the assumption
   * @cell: its cell
   */
  signals[ASSUMPTION_REQUESTED] =
    g_signal_new ("assumption-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
premise_passport_page_init (PremisePassportPage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->links = g_ptr_array_new ();

  premise_tooltip_set_text (copy, _("Copy Number and Source"));
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), copy);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 24);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  /* What is in it has the focus, and a name. */
  gtk_widget_set_focusable (scroller, FALSE);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

/**
 * premise_passport_page_new:
 * @session: the session whose language and values are shown
 * @variable: position of a variable
 * @cell: its cell
 *
 * Returns: (transfer floating): the page, which follows the values
 */
AdwNavigationPage *
premise_passport_page_new (PremiseSession *session,
                           guint           variable,
                           guint           cell)
{
  PremisePassportPage *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_PASSPORT_PAGE, NULL);
  self->session = g_object_ref (session);
  self->variable = variable;
  self->cell = cell;
  label = dup_label (self, variable, cell);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), label);
  build (self);
  update (GTK_WIDGET (self));

  return ADW_NAVIGATION_PAGE (self);
}

static void
crumb_cb (AdwNavigationPage *page)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_pop_to_page (ADW_NAVIGATION_VIEW (view), page);
}

static GtkWidget *
crumb_new (AdwNavigationPage *page)
{
  GtkWidget *label = gtk_label_new (adw_navigation_page_get_title (page));
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CRUMB_WIDTH);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  premise_tooltip_set_text (button, adw_navigation_page_get_title (page));
  g_signal_connect_object (button, "clicked", G_CALLBACK (crumb_cb), page, G_CONNECT_SWAPPED);

  return button;
}

/**
 * premise_passport_page_set_trail:
 * @self: a page, not yet shown
 * @view: the view that it will be pushed to
 *
 * Puts the numbers on the way here above the number, from the one that was opened to the last one; each leads
 * back to itself.
 */
void
premise_passport_page_set_trail (PremisePassportPage *self,
                                 AdwNavigationView   *view)
{
  AdwNavigationPage *page;
  GtkWidget *trail;

  g_return_if_fail (PREMISE_IS_PASSPORT_PAGE (self));
  g_return_if_fail (ADW_IS_NAVIGATION_VIEW (view));

  page = adw_navigation_view_get_visible_page (view);
  if (page == NULL)
    return;

  trail = g_object_new (ADW_TYPE_WRAP_BOX,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_NAVIGATION,
                        "child-spacing", 3,
                        NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (trail), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The Way Here"), -1);
  for (; page != NULL; page = adw_navigation_view_get_previous_page (view, page))
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_add_css_class (arrow, "dimmed");
      adw_wrap_box_prepend (ADW_WRAP_BOX (trail), arrow);
      adw_wrap_box_prepend (ADW_WRAP_BOX (trail), crumb_new (page));
    }

  gtk_box_prepend (GTK_BOX (self->box), trail);
}
