/* premise-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-reader.h"

#include "premise-bookmarks-button.h"
#include "premise-found.h"
#include "premise-go-to-dialog.h"
#include "premise-toast.h"

#include <glib/gi18n.h>

/* A place and what was changed are written a moment after, and when the window is closed. */
#define SAVE_AFTER_S 1

/* The buttons of a mouse for going back and forward. */
#define BUTTON_BACK    8
#define BUTTON_FORWARD 9

struct _PremiseReader
{
  GObject             parent_instance;

  PremiseReaderParts  parts;
  PremiseSession     *session;
  PremiseNavigation  *trail;
  PremiseReaderState *state;
  PremiseFound       *found;            /* (nullable) */
  GtkWidget          *bookmarks;
  GSimpleActionGroup *actions;
  GtkEventController *buttons[2];       /* of the window */
  GtkWidget          *focus_before;     /* (nullable): before the search */
  guint               section;          /* PREMISE_MODEL_NOT_FOUND before one is shown */
  gboolean            travelling;       /* the reader itself asked for the section */
  gboolean            content_before;   /* the search covered the section */
  gboolean            save_failed;      /* and was said */
  GStrv               changes;          /* of this window, as they were kept last */
  guint               save_timeout;
};

enum
{
  SECTION_REQUESTED,
  ASSUMPTION_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseReader, premise_reader, G_TYPE_OBJECT)

static const char *
get_section_id (PremiseReader *self,
                guint          section)
{
  return premise_report_get_section (premise_session_get_report (self->session), section)->id;
}

/* What is kept */

static void
save (PremiseReader *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) changes = premise_session_dup_changes (self->session, self->parts.kept);
  PremisePlace place;

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  /* Another window may show a report of the same id: what was changed there is not lost because nothing was here. */
  if (!g_strv_equal ((const char *const *) changes, (const char *const *) self->changes))
    premise_reader_state_set_changes (self->state, (const char *const *) changes);
  g_strfreev (self->changes);
  self->changes = g_steal_pointer (&changes);
  if (self->section != PREMISE_MODEL_NOT_FOUND)
    {
      place = premise_section_view_get_place (self->parts.view);
      premise_reader_state_set_place (self->state, get_section_id (self, self->section), &place);
    }

  if (premise_reader_state_save (self->state, &error) || self->save_failed)
    return;

  self->save_failed = TRUE;
  text = g_strdup_printf (_("Bookmarks, changes and your place cannot be kept: %s"),
                          premise_toast_get_reason (error));
  premise_toast_say_bad_news (GTK_WIDGET (self->parts.toasts), text);
}

static gboolean
save_timeout_cb (gpointer user_data)
{
  PremiseReader *self = user_data;

  if (premise_session_get_dragging (self->session))
    return G_SOURCE_CONTINUE;

  self->save_timeout = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
save_soon (PremiseReader *self)
{
  if (self->save_timeout == 0)
    self->save_timeout = g_timeout_add_seconds (SAVE_AFTER_S, save_timeout_cb, self);
}

/* Going places */

static void
clear_found (PremiseReader *self)
{
  g_clear_pointer (&self->found, premise_found_free);
}

static void
keep_place (PremiseReader *self)
{
  PremisePlace place = premise_section_view_get_place (self->parts.view);

  premise_navigation_set_place (self->trail, &place);
}

/* The window may not have the section any more; then it says so. */
static void
request (PremiseReader *self,
         const char    *id)
{
  self->travelling = TRUE;
  g_signal_emit (self, signals[SECTION_REQUESTED], 0, id);
  self->travelling = FALSE;
}

static void
step (PremiseReader *self,
      int            direction)
{
  PremisePlace place;

  keep_place (self);
  if (!premise_navigation_go (self->trail, direction))
    return;

  request (self, premise_navigation_get_section (self->trail));
  place = premise_navigation_get_place (self->trail);
  premise_section_view_set_place (self->parts.view, &place);
}

/* query: (nullable): what to mark there */
static void
go_to (PremiseReader *self,
       guint          section,
       guint          block,
       const char    *query)
{
  PremisePlace place = { block == PREMISE_MODEL_NOT_FOUND ? 0 : block + 1, 0 };
  const char *id = get_section_id (self, section);
  GtkWidget *widget;

  keep_place (self);
  request (self, id);
  premise_navigation_visit (self->trail, id, &place);
  premise_section_view_set_place (self->parts.view, &place);

  clear_found (self);
  widget = premise_section_view_get_block (self->parts.view, block);
  if (widget != NULL && (query != NULL || block != PREMISE_MODEL_NOT_FOUND))
    self->found = premise_found_new (widget, query != NULL ? query : "");
}

static void
hit_activated_cb (PremiseReader          *self,
                  const PremiseSearchHit *hit)
{
  guint variable = hit->variable;
  GtkWidget *focus = gtk_window_get_focus (self->parts.window);

  go_to (self, hit->section, hit->block, premise_search_pane_get_query (self->parts.search));
  if (variable == PREMISE_MODEL_NOT_FOUND)
    return;

  g_signal_emit (self, signals[ASSUMPTION_REQUESTED], 0, variable, 0);
  /* It is shown, not taken in hand: the next key must not move the slider. */
  if (focus != NULL && gtk_widget_get_mapped (focus) &&
      !adw_navigation_split_view_get_collapsed (self->parts.split))
    gtk_widget_grab_focus (focus);
}

static void
search_stopped_cb (PremiseReader *self)
{
  clear_found (self);
  if (self->content_before && adw_navigation_split_view_get_collapsed (self->parts.split))
    adw_navigation_split_view_set_show_content (self->parts.split, TRUE);
  self->content_before = FALSE;

  if (self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_widget_grab_focus (self->focus_before);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->parts.view)))
    gtk_widget_child_focus (GTK_WIDGET (self->parts.view), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->focus_before);
}

/* Actions */

static void
step_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  step (user_data, g_str_equal (g_action_get_name (G_ACTION (action)), "back") ? -1 : 1);
}

/* The keys of the window are heard behind a dialog too. */
static gboolean
is_behind_dialog (PremiseReader *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->parts.window)) !=
         NULL;
}

/* The list of contents is in the search pane too, while nothing is searched for. */
static gboolean
is_in_search (PremiseReader *self,
              GtkWidget     *focus)
{
  return gtk_widget_is_ancestor (focus, GTK_WIDGET (self->parts.search)) &&
         (GTK_IS_TEXT (focus) || *premise_search_pane_get_query (self->parts.search) != '\0');
}

static void
find_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PremiseReader *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (self->parts.window);

  /* A slide has no contents at its side. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->parts.split)) || is_behind_dialog (self))
    return;

  if (focus == NULL || !is_in_search (self, focus))
    g_set_weak_pointer (&self->focus_before, focus);
  if (adw_navigation_split_view_get_collapsed (self->parts.split) &&
      adw_navigation_split_view_get_show_content (self->parts.split))
    {
      self->content_before = TRUE;
      adw_navigation_split_view_set_show_content (self->parts.split, FALSE);
    }
  premise_search_pane_focus (self->parts.search);
}

static void
find_step_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PremiseReader *self = user_data;
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "find-next");

  if (!premise_search_pane_step (self->parts.search, next ? 1 : -1))
    find_action (action, parameter, user_data);
}

static void
place_activated_cb (PremiseReader *self,
                    guint          section,
                    guint          block)
{
  go_to (self, section, block, NULL);
}

static void
go_to_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PremiseReader *self = user_data;
  AdwDialog *dialog;

  if (is_behind_dialog (self))
    return;

  dialog = premise_go_to_dialog_new (self->session, self->section);
  g_signal_connect_object (dialog, "place-activated", G_CALLBACK (place_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self->parts.window));
}

static void
bookmark_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PremiseReader *self = user_data;
  const char *id = get_section_id (self, self->section);
  gboolean marked = !premise_reader_state_has_bookmark (self->state, id);

  premise_reader_state_set_bookmark (self->state, id, marked);
  save (self);
  premise_toast_say (GTK_WIDGET (self->parts.toasts),
                     marked ? _("Bookmark added") : _("Bookmark removed"));
}

static const GActionEntry entries[] = {
  { .name = "back", .activate = step_action },
  { .name = "forward", .activate = step_action },
  { .name = "find", .activate = find_action },
  { .name = "find-next", .activate = find_step_action },
  { .name = "find-previous", .activate = find_step_action },
  { .name = "go-to", .activate = go_to_action },
  { .name = "bookmark", .activate = bookmark_action },
};

static void
update_actions (PremiseReader *self)
{
  GActionMap *map = G_ACTION_MAP (self->actions);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "back")),
                               premise_navigation_get_can_go_back (self->trail));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "forward")),
                               premise_navigation_get_can_go_forward (self->trail));
}

static void
button_pressed_cb (PremiseReader *self,
                   int            n_press,
                   double         x,
                   double         y,
                   GtkGesture    *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  step (self, button == BUTTON_BACK ? -1 : 1);
}

static GtkEventController *
add_mouse_button (PremiseReader *self,
                  guint          button)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (button_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->parts.window), GTK_EVENT_CONTROLLER (gesture));

  return GTK_EVENT_CONTROLLER (gesture);
}

static gboolean
close_request_cb (PremiseReader *self)
{
  save (self);

  return FALSE;
}

static void
premise_reader_dispose (GObject *object)
{
  PremiseReader *self = PREMISE_READER (object);

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  clear_found (self);
  g_clear_weak_pointer (&self->focus_before);
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      if (self->buttons[i] != NULL)
        gtk_widget_remove_controller (GTK_WIDGET (self->parts.window), self->buttons[i]);
      g_clear_weak_pointer (&self->buttons[i]);
    }
  g_clear_object (&self->actions);
  g_clear_object (&self->trail);
  g_clear_object (&self->state);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_reader_parent_class)->dispose (object);
}

static void
premise_reader_finalize (GObject *object)
{
  g_strfreev (PREMISE_READER (object)->changes);

  G_OBJECT_CLASS (premise_reader_parent_class)->finalize (object);
}

static void
premise_reader_class_init (PremiseReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = premise_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = premise_reader_finalize;

  /**
   * PremiseReader::section-requested:
   * @self: a reader
   * @id: id of a section, which the report may not have
   *
   * Emitted to have a section shown.
   */
  signals[SECTION_REQUESTED] =
    g_signal_new ("section-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PremiseReader::assumption-requested:
   * @self: a reader
   * @variable: position of an assumption
   * @cell: its first cell
   *
   * Emitted to have the slider of an assumption shown.
   */
  signals[ASSUMPTION_REQUESTED] =
    g_signal_new ("assumption-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
premise_reader_init (PremiseReader *self)
{
  self->section = PREMISE_MODEL_NOT_FOUND;
  self->trail = premise_navigation_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (self->trail, "notify", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
bookmark_chosen_cb (PremiseReader *self,
                    const char    *id)
{
  guint section = premise_report_find_section (premise_session_get_report (self->session), id);

  if (section != PREMISE_MODEL_NOT_FOUND)
    go_to (self, section, PREMISE_MODEL_NOT_FOUND, NULL);
}

static void
connect_parts (PremiseReader *self)
{
  g_signal_connect_object (self->parts.search, "hit-activated", G_CALLBACK (hit_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts.search, "stopped", G_CALLBACK (search_stopped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts.window, "close-request", G_CALLBACK (close_request_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::language", G_CALLBACK (clear_found), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::language", G_CALLBACK (save_soon), self,
                           G_CONNECT_SWAPPED);
  /* A crash shall not take much of a what-if with it. */
  g_signal_connect_object (self->session, "values-changed", G_CALLBACK (save_soon), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->buttons[0], add_mouse_button (self, BUTTON_BACK));
  g_set_weak_pointer (&self->buttons[1], add_mouse_button (self, BUTTON_FORWARD));
  gtk_widget_insert_action_group (GTK_WIDGET (self->parts.window), "reading",
                                  G_ACTION_GROUP (self->actions));
}

/**
 * premise_reader_new:
 * @session: the session of the report
 * @state: what was kept of the report
 * @parts: what of the window it moves
 *
 * Adds the actions to the window.
 *
 * Returns: (transfer full): the new reader
 */
PremiseReader *
premise_reader_new (PremiseSession           *session,
                    PremiseReaderState       *state,
                    const PremiseReaderParts *parts)
{
  PremiseReader *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);
  g_return_val_if_fail (PREMISE_IS_READER_STATE (state), NULL);

  self = g_object_new (PREMISE_TYPE_READER, NULL);
  self->session = g_object_ref (session);
  self->parts = *parts;
  self->state = g_object_ref (state);
  self->changes = g_strdupv ((GStrv) premise_reader_state_get_changes (state));

  self->bookmarks = premise_bookmarks_button_new (session, self->state);
  g_signal_connect_object (self->bookmarks, "section-activated", G_CALLBACK (bookmark_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  adw_bin_set_child (parts->bookmarks_bin, self->bookmarks);
  connect_parts (self);

  return self;
}

/**
 * premise_reader_take_trail:
 * @self: a reader
 * @from: the reader of the version of the report that was shown before
 *
 * Goes on with what was read: Back and Forward lead where they led before, and what was changed and not kept yet
 * will be.
 */
void
premise_reader_take_trail (PremiseReader *self,
                           PremiseReader *from)
{
  g_return_if_fail (PREMISE_IS_READER (self));
  g_return_if_fail (PREMISE_IS_READER (from));

  g_strfreev (self->changes);
  self->changes = g_strdupv (from->changes);
  g_set_object (&self->trail, from->trail);
  g_signal_connect_object (self->trail, "notify", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

/**
 * premise_reader_get_start:
 * @self: a reader
 *
 * Returns: position of the section that was read last; the first section when there is none
 */
guint
premise_reader_get_start (PremiseReader *self)
{
  const char *id;
  guint section = PREMISE_MODEL_NOT_FOUND;

  g_return_val_if_fail (PREMISE_IS_READER (self), 0);

  id = premise_reader_state_get_section (self->state);
  if (id != NULL)
    section = premise_report_find_section (premise_session_get_report (self->session), id);

  return section != PREMISE_MODEL_NOT_FOUND ? section : 0;
}

/**
 * premise_reader_start:
 * @self: a reader
 *
 * Goes to the place in the section of premise_reader_get_start(), which is shown now.
 */
void
premise_reader_start (PremiseReader *self)
{
  const char *id;
  PremisePlace place;

  g_return_if_fail (PREMISE_IS_READER (self));

  id = premise_reader_state_get_section (self->state);
  place = premise_reader_state_get_place (self->state);
  if (id != NULL && g_str_equal (id, get_section_id (self, self->section)))
    premise_section_view_set_place (self->parts.view, &place);
}

/**
 * premise_reader_leave:
 * @self: a reader
 *
 * Keeps the place, before another section is shown.
 */
void
premise_reader_leave (PremiseReader *self)
{
  g_return_if_fail (PREMISE_IS_READER (self));

  if (!self->travelling)
    keep_place (self);
  clear_found (self);
}

/**
 * premise_reader_arrive:
 * @self: a reader
 * @section: position of the section that is shown now
 *
 * Adds the section to the trail. Who asks for the section that is there already wants to see
 * its beginning.
 */
void
premise_reader_arrive (PremiseReader *self,
                       guint          section)
{
  PremisePlace top = { 0, 0 };
  gboolean same;

  g_return_if_fail (PREMISE_IS_READER (self));

  same = self->section == section;
  self->section = section;
  premise_bookmarks_button_set_section (PREMISE_BOOKMARKS_BUTTON (self->bookmarks),
                                        get_section_id (self, section));
  save_soon (self);
  if (self->travelling)
    return;

  premise_navigation_visit (self->trail, get_section_id (self, section), &top);
  if (same)
    premise_section_view_set_place (self->parts.view, &top);
}
