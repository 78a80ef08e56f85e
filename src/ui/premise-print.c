/* premise-print.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-print.h"

#include "premise-paper.h"
#include "premise-printout.h"
#include "premise-toast.h"

#include <glib/gi18n.h>

typedef struct
{
  PremiseSession  *session;     /* (owned) */
  guint            section;
  GtkWidget       *widget;      /* (owned): where it is said that something went wrong */
  PremisePrintout *pages;       /* (nullable): when the paper is known */
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->pages, premise_printout_free);
  g_clear_object (&job->session);
  g_clear_object (&job->widget);
  g_free (job);
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  Job *job = user_data;

  job->pages = premise_printout_new (premise_session_get_report (job->session), job->section,
                                     premise_session_get_evaluator (job->session),
                                     premise_session_get_language (job->session),
                                     gtk_print_context_get_width (context),
                                     gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) premise_printout_get_n_pages (job->pages));
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  Job *job = user_data;

  premise_printout_draw_page (job->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
say_error (Job          *job,
           const GError *error)
{
  /* Translators: %s is the reason. */
  g_autofree char *words = g_strdup_printf (_("Could not be printed: %s"), premise_toast_get_reason (error));

  premise_toast_say_bad_news (job->widget, words);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  say_error (user_data, error);
}

/* What a printer's queue calls it, and what a file is called that is written instead. */
static void
set_names (GtkPrintOperation    *operation,
           PremiseSession       *session,
           const PremiseSection *section)
{
  const char *language = premise_session_get_language (session);
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *file = g_strdup_printf ("%s-%s", section->id, language);
  g_autofree char *title = premise_text_render_plain (section->title, language,
                                                      premise_session_get_evaluator (session));

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file);
  /* GTK would take the folder that the program was started in. */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder != NULL ? folder : g_get_home_dir ());
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, title);
}

/**
 * premise_print_section:
 * @widget: where it is asked for
 * @session: whose values and language are printed
 * @section: position of a section
 *
 * Lets the user choose a printer or a file, with the paper that is preferred, and prints @section there.
 */
void
premise_print_section (GtkWidget      *widget,
                       PremiseSession *session,
                       guint           section)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = premise_paper_dup_page_setup ();
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (session);
  job->section = section;
  job->widget = g_object_ref (widget);

  set_names (operation, session, premise_report_get_section (premise_session_get_report (session), section));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);

  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, job_free, G_CONNECT_DEFAULT);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
