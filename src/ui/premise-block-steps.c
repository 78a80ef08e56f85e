/* premise-block-steps.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-steps.h"

#include "premise-rich-label.h"

/* So many columns of prose fit on a slide. */
#define MAX_ACROSS 4

static void
append_text (GtkWidget      *box,
             PremiseSession *session,
             PremiseText    *text,
             const char     *css_class)
{
  GtkWidget *label = premise_rich_label_new (session, text, PREMISE_MARKUP_NONE);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static gboolean
have_periods (const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      if (g_array_index (steps, PremiseStep, i).period != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Side by side, titles are on one line, also that of a step that does not say when it is. */
static GtkWidget *
texts_new (PremiseSession    *session,
           const PremiseStep *step,
           gboolean           keeps_line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line;

  if (step->period != NULL)
    append_text (box, session, step->period, "premise-step-period");
  else if (keeps_line)
    {
      line = gtk_label_new (NULL);
      gtk_widget_add_css_class (line, "premise-step-period");
      gtk_box_append (GTK_BOX (box), line);
    }
  append_text (box, session, step->title, "premise-step-title");
  append_text (box, session, step->text, "premise-prose");
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

/* The number of a step and the line that leads to the next one. */
static GtkWidget *
rail_new (guint          number,
          gboolean       last,
          GtkOrientation along)
{
  GtkWidget *rail = gtk_box_new (along, 0);
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *line;

  gtk_widget_add_css_class (label, "premise-step-number");
  gtk_box_append (GTK_BOX (rail), label);
  if (last)
    return rail;

  line = gtk_box_new (along, 0);
  gtk_widget_add_css_class (line, "premise-step-line");
  if (along == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_set_vexpand (line, TRUE);
      gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
    }
  else
    {
      gtk_widget_set_hexpand (line, TRUE);
      gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
    }
  gtk_box_append (GTK_BOX (rail), line);

  return rail;
}

static GtkWidget *
step_new (PremiseSession *session,
          const GArray   *steps,
          guint           i,
          GtkOrientation  along)
{
  gboolean down = along == GTK_ORIENTATION_VERTICAL;
  GtkWidget *step = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "orientation", down ? GTK_ORIENTATION_HORIZONTAL
                                                      : GTK_ORIENTATION_VERTICAL,
                                  "spacing", 12,
                                  NULL);

  gtk_widget_add_css_class (step, "premise-step");
  gtk_box_append (GTK_BOX (step), rail_new (i + 1, i + 1 == steps->len, along));
  gtk_box_append (GTK_BOX (step), texts_new (session, &g_array_index (steps, PremiseStep, i),
                                             !down && have_periods (steps)));

  return step;
}

static GtkWidget *
steps_new (PremiseSession *session,
           const GArray   *steps,
           GtkOrientation  along)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                 "orientation", along,
                                 "homogeneous", along == GTK_ORIENTATION_HORIZONTAL,
                                 NULL);

  gtk_widget_add_css_class (box, "premise-steps");
  gtk_widget_add_css_class (box, along == GTK_ORIENTATION_VERTICAL ? "down" : "across");
  for (guint i = 0; i < steps->len; i++)
    gtk_box_append (GTK_BOX (box), step_new (session, steps, i, along));

  return box;
}

/**
 * premise_block_steps_new:
 * @session: the session whose language and values are shown
 * @block: steps of its report
 *
 * Returns: (transfer floating): the steps, one below the other along a line
 */
GtkWidget *
premise_block_steps_new (PremiseSession     *session,
                         const PremiseBlock *block)
{
  GtkWidget *steps = steps_new (session, block->steps, GTK_ORIENTATION_VERTICAL);

  /* The lines fill their steps; the steps do not fill a window that is higher than the section. */
  gtk_widget_set_vexpand (steps, FALSE);

  return steps;
}

/**
 * premise_block_steps_new_for_slide:
 * @session: the session whose language and values are shown
 * @block: steps of its report
 *
 * Returns: (transfer floating): the steps, beside one another if there are few enough
 */
GtkWidget *
premise_block_steps_new_for_slide (PremiseSession     *session,
                                   const PremiseBlock *block)
{
  return steps_new (session, block->steps,
                    block->steps->len <= MAX_ACROSS ? GTK_ORIENTATION_HORIZONTAL
                                                    : GTK_ORIENTATION_VERTICAL);
}
