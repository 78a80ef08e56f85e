/* premise-window.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-window-private.h"

#include "premise-assumptions-pane.h"
#include "premise-given-size.h"
#include "premise-headline-strip.h"
#include "premise-help.h"
#include "premise-menu-names.h"
#include "premise-opener.h"
#include "premise-presenter.h"
#include "premise-problems-view.h"
#include "premise-recent.h"
#include "premise-section-view.h"
#include "premise-sidebar.h"
#include "premise-toast.h"
#include "premise-tooltip.h"
#include "premise-window-size.h"

#include <glib/gi18n.h>

/* Of the list of reports among the ways to open one. */
#define RECENT_POSITION 2

enum
{
  PROP_0,
  PROP_REVIEWING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PremiseWindow, premise_window, ADW_TYPE_APPLICATION_WINDOW)

void
premise_window_update_titles (PremiseWindow *self)
{
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseEvaluator *evaluator = premise_session_get_evaluator (self->session);
  const char *language = premise_session_get_language (self->session);
  const PremiseSection *section = premise_report_get_section (report, self->section);
  const PremiseChapter *chapter = premise_report_get_chapter (report, section->chapter);
  g_autofree char *report_title =
    premise_text_render_plain (premise_report_get_title (report), language, evaluator);
  g_autofree char *chapter_title = premise_text_render_plain (chapter->title, language, evaluator);
  g_autofree char *section_title = premise_text_render_plain (section->title, language, evaluator);

  adw_navigation_page_set_title (self->sidebar_page, report_title);
  /* It rarely has room: it can be pointed at. */
  premise_tooltip_set_text (self->sidebar_title, report_title);
  adw_navigation_page_set_title (self->content_page, section_title);
  adw_window_title_set_title (self->wide_title, chapter_title);
  gtk_window_set_title (GTK_WINDOW (self), report_title);
}

void
premise_window_show_section (PremiseWindow *self,
                             guint          section)
{
  guint n_sections = premise_report_get_n_sections (premise_session_get_report (self->session));

  premise_reader_leave (self->reader);
  self->section = section;
  premise_announcer_set_section (self->announcer, section);
  premise_sidebar_set_section (PREMISE_SIDEBAR (self->sidebar), section);
  premise_section_view_set_section (PREMISE_SECTION_VIEW (self->section_view), section);
  premise_headline_strip_set_section (PREMISE_HEADLINE_STRIP (self->headline), section);
  premise_headline_strip_set_section (PREMISE_HEADLINE_STRIP (self->handle), section);
  if (self->waiting_pane == NULL)
    premise_assumptions_pane_set_section (PREMISE_ASSUMPTIONS_PANE (self->pane), section);
  if (self->presenter != NULL)
    premise_presenter_set_section (PREMISE_PRESENTER (self->presenter), section);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-section", section > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-section", section + 1 < n_sections);
  premise_window_update_titles (self);
  premise_reader_arrive (self->reader, section);
}

gboolean
premise_window_is_narrow (PremiseWindow *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

void
premise_window_update_problems_banner (PremiseWindow *self,
                                       gboolean       outdated)
{
  guint n = self->diagnostics->len;
  g_autofree char *title = NULL;

  if (outdated)
    title = g_strdup_printf (ngettext ("%u problem since the last change; the version before is shown",
                                       "%u problems since the last change; the version before is shown",
                                       n), n);
  else
    title = g_strdup_printf (ngettext ("%u problem in this report", "%u problems in this report", n),
                             n);
  adw_banner_set_title (self->problems_banner, title);
  /* Out of sight it would be measured all the same. */
  if (n > 0)
    gtk_widget_set_visible (GTK_WIDGET (self->problems_banner), TRUE);
  adw_banner_set_revealed (self->problems_banner, n > 0);
}

/* The desktop can end full screen too. */
static void
fullscreened_cb (PremiseWindow *self)
{
  if (self->presenting && !gtk_window_is_fullscreen (GTK_WINDOW (self)) &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    premise_window_set_presenting (self, FALSE);
}

static void
premise_window_dispose (GObject *object)
{
  PremiseWindow *self = PREMISE_WINDOW (object);

  premise_gradual_cancel (&self->placing);
  g_clear_object (&self->waiting_search);
  g_clear_object (&self->waiting_pane);
  g_clear_weak_pointer (&self->passport);
  g_clear_object (&self->reloader);
  g_clear_object (&self->language);
  g_clear_object (&self->announcer);
  g_clear_object (&self->reader);
  g_clear_object (&self->state);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PREMISE_TYPE_WINDOW);

  G_OBJECT_CLASS (premise_window_parent_class)->dispose (object);
}

static void
premise_window_finalize (GObject *object)
{
  PremiseWindow *self = PREMISE_WINDOW (object);

  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (premise_window_parent_class)->finalize (object);
}

/* Its items are made when it is asked for: there are many of them. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  gtk_menu_button_set_menu_model (button, user_data);
  premise_menu_names_keep (button);
}

static void
set_menu (PremiseWindow *self,
          GtkMenuButton *button)
{
  premise_tooltip_set_text (GTK_WIDGET (button), _("Main Menu"));
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (self->primary_menu), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
}

/* Made when there is something to show in it: few windows need it. */
void
premise_window_show_problems_page (PremiseWindow *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  set_menu (self, GTK_MENU_BUTTON (button));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), premise_problems_page_new (self->folder, self->diagnostics));
  adw_bin_set_child (self->problems_bin, view);
  gtk_stack_set_visible_child_name (self->stack, "problems");
}

/* Not by the template: see premise_tooltip_set_text(). */
static void
set_tooltips (PremiseWindow *self)
{
  premise_tooltip_set_text (self->previous_button, _("Previous Section"));
  premise_tooltip_set_text (self->next_button, _("Next Section"));
  premise_tooltip_set_text (self->pane_button, _("Assumptions"));
  premise_tooltip_set_text (self->present_button, _("Present"));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, PremiseWindow, name)
  BIND (toasts);
  BIND (stack);
  BIND (split);
  BIND (sidebar_page);
  BIND (sidebar_title);
  BIND (sidebar_view);
  BIND (content_page);
  BIND (layouts);
  BIND (pane_split);
  BIND (sheet);
  BIND (wide_title);
  BIND (languages);
  BIND (problems_banner);
  BIND (pane_button);
  BIND (present_button);
  BIND (headline_bin);
  BIND (section_bin);
  BIND (pane_bin);
  BIND (handle_bin);
  BIND (presenter_bin);
  BIND (problems_bin);
  BIND (changes_bin);
  BIND (bookmarks_bin);
  BIND (previous_button);
  BIND (next_button);
  BIND (back_button);
  BIND (forward_button);
  BIND (review_bar);
  BIND (primary_menu);
  BIND (open_section);
  BIND (menu_button);
#undef BIND
}

static void
set_reviewing (PremiseWindow *self,
               gboolean       reviewing)
{
  if (self->reviewing == reviewing)
    return;

  self->reviewing = reviewing;
  if (reviewing)
    gtk_widget_add_css_class (GTK_WIDGET (self), "premise-review");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "premise-review");
  gtk_widget_set_visible (GTK_WIDGET (self->review_bar), TRUE);
  gtk_revealer_set_reveal_child (self->review_bar, reviewing);
  if (self->session != NULL)
    premise_session_set_reviewing (self->session, reviewing);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWING]);
}

static void
premise_window_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PremiseWindow *self = PREMISE_WINDOW (object);

  switch (prop_id)
    {
    case PROP_REVIEWING:
      g_value_set_boolean (value, self->reviewing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_window_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PremiseWindow *self = PREMISE_WINDOW (object);

  switch (prop_id)
    {
    case PROP_REVIEWING:
      set_reviewing (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
premise_window_class_init (PremiseWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = premise_window_get_property;
  object_class->set_property = premise_window_set_property;
  object_class->dispose = premise_window_dispose;
  object_class->finalize = premise_window_finalize;

  g_type_ensure (PREMISE_TYPE_GIVEN_SIZE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/premise_app/Premise/ui/window.ui");
  bind_children (widget_class);
  premise_window_install_actions (widget_class);

  /**
   * PremiseWindow:reviewing:
   *
   * Whether numbers are marked by what they are, whatever report is open.
   */
  properties[PROP_REVIEWING] =
    g_param_spec_boolean ("reviewing", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "win.review", "reviewing");
}

static void
premise_window_init (PremiseWindow *self)
{
  self->settings = g_settings_new (PREMISE_APPLICATION_ID);
  self->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  self->kept = premise_kept_values_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_object_bind_property (self->pane_split, "show-sidebar", self->pane_button, "active",
                          G_BINDING_SYNC_CREATE);
  self->language = premise_language_new (self->settings, self->languages, self->toasts);

  premise_window_hear_keys (self);
  premise_window_size_keep (GTK_WINDOW (self), self->settings);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect_object (self->layouts, "notify::layout-name", G_CALLBACK (premise_window_update_layout),
                           self, G_CONNECT_SWAPPED);
  adw_overlay_split_view_set_show_sidebar (self->pane_split,
                                           g_settings_get_boolean (self->settings, "show-assumptions"));
  premise_window_set_report_actions_enabled (self, FALSE);
  premise_opener_accept_drops (GTK_WIDGET (self));
  premise_recent_show_in (self->open_section, RECENT_POSITION);
  set_menu (self, self->menu_button);
  set_tooltips (self);
  premise_help_set_page (GTK_WIDGET (self), "reading");
  premise_help_set_page (GTK_WIDGET (self->languages), "languages");
}

/**
 * premise_window_new:
 * @application: the application
 *
 * Makes a window without a report.
 *
 * Returns: (transfer none): the window, owned by GTK
 */
GtkWidget *
premise_window_new (GtkApplication *application)
{
  return g_object_new (PREMISE_TYPE_WINDOW, "application", application, NULL);
}

/**
 * premise_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the session, when a report is open
 */
PremiseSession *
premise_window_get_session (PremiseWindow *self)
{
  g_return_val_if_fail (PREMISE_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * premise_window_set_language:
 * @self: a window
 * @language: one of the report's languages
 *
 * Shows the report in @language; the place and the values stay. A language that the report does not have says so
 * in a toast.
 */
void
premise_window_set_language (PremiseWindow *self,
                             const char    *language)
{
  g_return_if_fail (PREMISE_IS_WINDOW (self));

  if (self->session == NULL)
    return;

  if (!premise_session_set_language (self->session, language))
    {
      g_autofree char *text = g_strdup_printf (_("This report is not written in the language “%s”"), language);

      premise_toast_say (GTK_WIDGET (self->toasts), text);
    }
}

/**
 * premise_window_go_to:
 * @self: a window
 * @section_id: id of a section
 *
 * Shows a section. An id that the report does not have says so in a toast.
 */
void
premise_window_go_to (PremiseWindow *self,
                      const char    *section_id)
{
  guint section;

  g_return_if_fail (PREMISE_IS_WINDOW (self));

  if (self->session == NULL)
    return;

  section = premise_report_find_section (premise_session_get_report (self->session), section_id);
  if (section != PREMISE_MODEL_NOT_FOUND)
    {
      premise_window_show_section (self, section);
      adw_navigation_split_view_set_show_content (self->split, TRUE);
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_("This report has no section “%s”"), section_id);

      premise_toast_say (GTK_WIDGET (self->toasts), text);
    }
}

/**
 * premise_window_present:
 * @self: a window
 *
 * Starts presenting. A window that presents already goes on.
 */
void
premise_window_present (PremiseWindow *self)
{
  g_return_if_fail (PREMISE_IS_WINDOW (self));

  premise_window_set_presenting (self, TRUE);
}
