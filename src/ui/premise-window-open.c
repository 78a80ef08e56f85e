/* premise-window-open.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-window-private.h"

#include "premise-recent.h"
#include "premise-section-view.h"
#include "premise-session-carry.h"
#include "premise-settings-file.h"
#include "premise-toast.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

#define START_TOAST_S 15

/* What is said while the window opens must outlast the time until somebody looks: bad news,
 * until it is closed.
 */
static void
say_at_start (PremiseWindow *self,
              const char    *text,
              gboolean       undo)
{
  AdwToast *toast = undo ? premise_toast_new_with_undo (text) : premise_toast_new (text);

  adw_toast_set_timeout (toast, undo ? START_TOAST_S : 0);
  premise_toast_add (self->toasts, toast);
}

static void
say_restored (PremiseWindow *self,
              guint          n)
{
  /* Translators: assumptions are as they were left the last time; beside it stands Undo, in a telephone's width. */
  g_autofree char *text = g_strdup_printf (ngettext ("%u change kept", "%u changes kept", n), n);

  say_at_start (self, text, TRUE);
}

static void
start_session (PremiseWindow *self,
               PremiseReport *report)
{
  g_autofree char *notice = NULL;
  guint n_changes;

  self->session = premise_session_new (report);
  self->state = premise_reader_state_open (NULL, premise_report_get_id (report), &notice);
  premise_language_start (self->language, self->session, self->state);

  n_changes = premise_session_restore_changes (self->session, premise_reader_state_get_changes (self->state),
                                               self->kept);

  premise_window_show_session (self);
  if (notice != NULL)
    say_at_start (self, notice, FALSE);
  if (n_changes > 0)
    say_restored (self, n_changes);
  premise_window_show_section (self, premise_reader_get_start (self->reader));
  premise_recent_add (self->folder, adw_navigation_page_get_title (self->sidebar_page));
  premise_reader_start (self->reader);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  /* Not in the search entry, which comes first: letters are no search until it is asked for. */
  gtk_widget_grab_focus (self->sidebar);
}

/* Shows another version of the report at the same place, with the same changed values. */
static void
replace_session (PremiseWindow *self,
                 PremiseReport *report)
{
  g_autoptr(PremiseSession) old = g_steal_pointer (&self->session);
  g_autoptr(PremiseReader) reader = g_steal_pointer (&self->reader);
  PremisePlace place = premise_section_view_get_place (PREMISE_SECTION_VIEW (self->section_view));
  const PremiseSection *section =
    premise_report_get_section (premise_session_get_report (old), self->section);
  guint position = premise_report_find_section (report, section->id);

  premise_reader_leave (reader);
  premise_window_remove_views (self, old);
  self->session = premise_session_new (report);
  premise_session_carry (old, self->session, self->kept);

  self->section = position != PREMISE_MODEL_NOT_FOUND ? position : 0;
  premise_window_show_session (self);
  premise_window_show_section (self, self->section);
  premise_reader_take_trail (self->reader, reader);
  if (position != PREMISE_MODEL_NOT_FOUND)
    premise_section_view_set_place (PREMISE_SECTION_VIEW (self->section_view), &place);
}

/* Takes a version of the report, unless that would lose a better one. */
static void
load (PremiseWindow *self)
{
  g_autoptr(GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) premise_diagnostic_free);
  gboolean changed;
  g_autoptr(PremiseReport) report = premise_reloader_load (self->reloader, diagnostics, &changed);
  gboolean readable = report != NULL && premise_report_get_n_sections (report) > 0;

  if (!changed)
    return;

  g_ptr_array_unref (self->diagnostics);
  self->diagnostics = g_ptr_array_ref (diagnostics);

  if (!readable && self->session == NULL)
    {
      premise_window_show_problems_page (self);
      return;
    }

  if (self->session != NULL &&
      (!readable || premise_report_is_worse (report, premise_session_get_report (self->session))))
    {
      premise_window_update_problems_banner (self, TRUE);
      return;
    }

  if (self->session == NULL)
    start_session (self, report);
  else
    replace_session (self, report);
  premise_window_update_problems_banner (self, FALSE);
}

static void
files_changed_cb (PremiseWindow *self)
{
  /* Not while somebody watches, nor under the hand that holds a slider. */
  if (self->presenting ||
      (self->session != NULL && premise_session_get_dragging (self->session)))
    premise_reloader_postpone (self->reloader);
  else
    load (self);
}

/* Whatever links lead to it. */
static gboolean
is_same_file (const char *path,
              const char *other)
{
  g_autofree char *canonical = g_canonicalize_filename (other, NULL);
  struct stat status, other_status;

  if (g_str_equal (path, canonical))
    return TRUE;

  return stat (path, &status) == 0 && stat (other, &other_status) == 0 &&
         status.st_dev == other_status.st_dev && status.st_ino == other_status.st_ino;
}

/**
 * premise_window_shows:
 * @self: a window
 * @path: a folder or a file of a report
 *
 * Returns: whether the report that the window shows is that one
 */
gboolean
premise_window_shows (PremiseWindow *self,
                      const char    *path)
{
  g_return_val_if_fail (PREMISE_IS_WINDOW (self), FALSE);

  return self->session != NULL && is_same_file (premise_reloader_get_path (self->reloader), path);
}

/**
 * premise_window_open:
 * @self: a window without a report
 * @folder: a report: its folder, or a `.premise` file
 * @reloader: (nullable): one for @folder that has loaded nothing yet, or only started to
 *
 * Opens a report where it was read last, with the assumptions that were changed. What is wrong with it is shown:
 * in place of the report when it cannot be opened at all, else above it. When its files change
 * the new version is shown; the place, the changed values and their history stay.
 */
void
premise_window_open (PremiseWindow   *self,
                     const char      *folder,
                     PremiseReloader *reloader)
{
  g_autofree char *notice = NULL;

  g_return_if_fail (PREMISE_IS_WINDOW (self));
  g_return_if_fail (folder != NULL);
  g_return_if_fail (self->reloader == NULL);

  g_set_str (&self->folder, folder);
  self->reloader = reloader != NULL ? g_object_ref (reloader) : premise_reloader_new (folder);
  g_signal_connect_object (self->reloader, "changed", G_CALLBACK (files_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);

  notice = premise_settings_file_take_notice ();
  if (notice != NULL)
    say_at_start (self, notice, FALSE);
}
