/* premise-bench-step.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* premise-bench-step REPORT
 *
 * Opens a report and goes through its sections as Page Down does: to the last one and back with a short rest at
 * each, and once more to the last one without. Prints how long the main loop is busy: with the action itself and
 * the frame that shows it (what a reader feels), and with the longest frame after that, in which what is out of
 * sight is added and the section ahead is made ready. Needs a display; build-aux/headless makes one.
 */

#include "config.h"

#include "premise-application.h"
#include "premise-window.h"

#include <locale.h>

/* A frame of a display of 60 Hz. */
#define LIMIT_MS (1000.0 / 60)
#define N_WORST 8

static const struct
{
  const char *name;
  int         direction;
  guint       rest;     /* ms from the last frame of a section to the next step */
} passes[] = {
  { "on, reading", 1, 600 },
  { "back, reading", -1, 600 },
  { "on, leafing", 1, 30 },
};

enum
{
  STEP,       /* the action and the frame that shows it */
  UNDRAWN,    /* that without its drawing, which a graphics card does elsewhere */
  LATER,      /* the longest frame after it */
  N_MEASURES,
};

static const char *const measures[N_MEASURES] = { NULL, "  without drawing", "  longest frame after" };

typedef struct
{
  guint    section;
  guint    pass;
  double   times[N_MEASURES];   /* ms */
} Step;

typedef struct
{
  GtkWidget *window;
  GArray    *steps;     /* (element-type Step) */
  guint      n_sections;
  guint      position;
  guint      pass;
  gint64     frame_began;
  double     placed;    /* ms, from there until everything has its place */
  double     action;    /* ms, until a frame shows it */
  gboolean   shown;
  guint      rest_id;
} Bench;

static double
since (gint64 time)
{
  return (double) (g_get_monotonic_time () - time) / 1000;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
print_summary (const Bench *bench,
               guint        pass,
               guint        measure)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_over = 0;

  for (guint i = 0; i < bench->steps->len; i++)
    {
      const Step *step = &g_array_index (bench->steps, Step, i);
      double time = step->times[measure];

      if (step->pass != pass)
        continue;

      g_array_append_val (times, time);
      n_over += time > LIMIT_MS;
    }

  if (times->len == 0)
    return;

  g_array_sort (times, compare_doubles);
  g_print ("%-28s median %6.1f  p95 %6.1f  worst %6.1f ms, over %.1f ms: %u of %u\n",
           measure != STEP ? measures[measure] : passes[pass].name,
           g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len * 95 / 100),
           g_array_index (times, double, times->len - 1), LIMIT_MS, n_over, times->len);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *left = a;
  const Step *right = b;

  return left->times[STEP] > right->times[STEP] ? -1 : left->times[STEP] < right->times[STEP];
}

static void
print_results (Bench *bench)
{
  PremiseReport *report = premise_session_get_report (premise_window_get_session (PREMISE_WINDOW (bench->window)));

  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    {
      for (guint measure = 0; measure < N_MEASURES; measure++)
        print_summary (bench, pass, measure);
    }

  g_array_sort (bench->steps, compare_steps);
  for (guint i = 0; i < MIN (bench->steps->len, N_WORST); i++)
    {
      const Step *step = &g_array_index (bench->steps, Step, i);

      g_print ("%7.1f ms  %s, %s\n", step->times[STEP], premise_report_get_section (report, step->section)->id,
               passes[step->pass].name);
    }
}

static void take_step (Bench *bench);

static void
rest_over_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->rest_id = 0;
  take_step (bench);
}

static void
rest (Bench *bench)
{
  g_clear_handle_id (&bench->rest_id, g_source_remove);
  bench->rest_id = g_timeout_add_once (passes[bench->pass].rest, rest_over_cb, bench);
}

static gboolean
is_over (const Bench *bench)
{
  return bench->position == (passes[bench->pass].direction > 0 ? bench->n_sections - 1 : 0);
}

static void
take_step (Bench *bench)
{
  Step step = { 0 };
  gint64 began;

  if (is_over (bench))
    bench->pass++;

  if (bench->pass == G_N_ELEMENTS (passes))
    {
      print_results (bench);
      g_application_quit (g_application_get_default ());
      return;
    }

  bench->position += (guint) passes[bench->pass].direction;
  step.section = bench->position;
  step.pass = bench->pass;
  g_array_append_val (bench->steps, step);

  began = g_get_monotonic_time ();
  gtk_widget_activate_action (bench->window,
                              passes[bench->pass].direction < 0 ? "win.previous-section" : "win.next-section", NULL);
  bench->action = since (began);
  bench->shown = FALSE;
  rest (bench);
}

static void
frame_begins_cb (Bench *bench)
{
  bench->frame_began = g_get_monotonic_time ();
}

static void
frame_placed_cb (Bench *bench)
{
  bench->placed = since (bench->frame_began);
}

static void
frame_ends_cb (Bench *bench)
{
  double time = since (bench->frame_began);
  Step *step;

  if (bench->steps->len == 0)
    return;

  step = &g_array_index (bench->steps, Step, bench->steps->len - 1);
  if (!bench->shown)
    {
      step->times[STEP] = bench->action + time;
      step->times[UNDRAWN] = bench->action + bench->placed;
    }
  else
    {
      step->times[LATER] = MAX (step->times[LATER], time);
    }
  bench->shown = TRUE;
  rest (bench);
}

/* The very first frames belong to the start of the program, which start.py measures. */
static void
start_cb (gpointer user_data)
{
  Bench *bench = user_data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);
  PremiseSession *session = premise_window_get_session (PREMISE_WINDOW (bench->window));

  if (session == NULL)
    {
      g_printerr ("The report could not be opened\n");
      g_application_quit (g_application_get_default ());
      return;
    }

  bench->n_sections = premise_report_get_n_sections (premise_session_get_report (session));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (frame_begins_cb), bench);
  /* After the window's own handler, which was there before. */
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (frame_placed_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (frame_ends_cb), bench);
  take_step (bench);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        user_data)
{
  Bench *bench = user_data;

  if (!PREMISE_IS_WINDOW (window) || bench->window != NULL)
    return;

  bench->window = GTK_WIDGET (window);
  g_timeout_add_once (1000, start_cb, bench);
}

int
main (int   argc,
      char *argv[])
{
  /* From the first section, whatever was read last. */
  char *arguments[] = { argv[0], "--size", "1000x700", argc > 1 ? argv[1] : NULL, NULL };
  g_autoptr(GApplication) application = NULL;
  Bench bench = { 0 };

  if (argc != 2)
    {
      g_printerr ("Usage: %s REPORT\n", argv[0]);
      return 2;
    }

  setlocale (LC_ALL, "");
  bench.steps = g_array_new (FALSE, TRUE, sizeof (Step));
  application = premise_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  g_application_run (application, G_N_ELEMENTS (arguments) - 1, arguments);
  g_array_unref (bench.steps);

  return 0;
}
