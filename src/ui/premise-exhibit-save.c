/* premise-exhibit-save.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-exhibit-save.h"

#include "premise-export.h"
#include "premise-file-write.h"
#include "premise-paper.h"
#include "premise-toast.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of a picture that is not for paper. */
#define IMAGE_WIDTH 960
#define IMAGE_SCALE 2

/* Of one that is, points for each logical pixel. */
#define PAPER_SCALE 0.75

typedef struct
{
  GtkWidget          *widget;   /* (owned): where it is said how it went */
  PremiseSession     *session;  /* (owned) */
  const PremiseBlock *block;    /* (not owned): of the session's report */
  GFile              *file;     /* (nullable) (owned): once it is chosen */
} Job;

static void
job_free (Job *self)
{
  g_clear_object (&self->widget);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
say_error (Job          *self,
           const GError *error)
{
  const char *reason = premise_toast_get_reason (error);
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;
  g_autofree char *words = NULL;

  if (name != NULL)
    /* Translators: the first %s is the name of a file, the second is the reason. */
    words = g_strdup_printf (_("“%s” could not be saved: %s"), name, reason);
  else
    /* Translators: %s is the reason. */
    words = g_strdup_printf (_("Could not be saved: %s"), reason);

  premise_toast_say_bad_news (self->widget, words);
}

/* A picture for a document is as wide as its text. */
static GBytes *
render (Job         *self,
        const char  *name,
        GError     **error)
{
  PremiseReport *report = premise_session_get_report (self->session);
  PremiseEvaluator *evaluator = premise_session_get_evaluator (self->session);
  const char *language = premise_session_get_language (self->session);
  gboolean for_paper = g_str_has_suffix (name, ".pdf");
  double scale = for_paper ? PAPER_SCALE : IMAGE_SCALE;
  double width = for_paper ? premise_paper_get_text_width () / scale : IMAGE_WIDTH;
  char *csv;

  if (self->block->table == NULL)
    return premise_export_figure (report, self->block, evaluator, language, width, scale, name, error);

  csv = premise_export_table_csv (report, self->block, evaluator, language, error);

  return csv != NULL ? g_bytes_new_take (csv, strlen (csv)) : NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Job) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *words = NULL;

  if (!premise_file_write_finish (self->file, result, &error))
    {
      say_error (self, error);
      return;
    }

  /* Translators: %s is the name of a file. */
  words = g_strdup_printf (_("Saved as “%s”"), name);
  premise_toast_say (self->widget, words);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Job) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (self->file == NULL)
    {
      /* A dialog that was dismissed needs no word. */
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        say_error (self, error);
      return;
    }

  name = g_file_get_basename (self->file);
  bytes = render (self, name, &error);
  if (bytes == NULL)
    {
      say_error (self, error);
      return;
    }

  premise_file_write_async (self->file, bytes, written_cb, self);
  g_steal_pointer (&self);
}

static GListModel *
filters_new (const PremiseBlock *block)
{
  static const char *const pictures[] = { "application/pdf", "image/svg+xml", "image/png", NULL };
  static const char *const tables[] = { "text/csv", NULL };
  const char *const *types = block->table != NULL ? tables : pictures;
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, block->table != NULL ? _("Tables") : _("Images"));
  for (guint i = 0; types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (all, types[i]);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

/**
 * premise_exhibit_save:
 * @widget: where it is asked for
 * @session: whose values and language are saved
 * @block: a figure, a diagram or a table of its report
 *
 * Lets the user choose a file: a figure is drawn as its name says, a table becomes CSV.
 */
void
premise_exhibit_save (GtkWidget          *widget,
                      PremiseSession     *session,
                      const PremiseBlock *block)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListModel) filters = filters_new (block);
  g_autofree char *name = g_strdup_printf ("%s-%s.%s", block->id != NULL ? block->id : "premise",
                                           premise_session_get_language (session),
                                           block->table != NULL ? "csv" : "pdf");
  Job *job = g_new0 (Job, 1);

  job->widget = g_object_ref (widget);
  job->session = g_object_ref (session);
  job->block = block;

  gtk_file_dialog_set_title (dialog, block->table != NULL ? _("Save Table") : _("Save Image"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, job);
}
