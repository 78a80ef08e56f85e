/* premise-paper.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-paper.h"

/* In millimetres. */
#define MARGIN 20

const char *const premise_papers[] = { "system", "a4", "a3", "letter", "legal", NULL };

/* As IPP names them. */
static const char *const sizes[] = { NULL, GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_LETTER,
                                     GTK_PAPER_NAME_LEGAL };

/**
 * premise_paper_dup_page_setup:
 *
 * Returns: (transfer full): the paper that is preferred for printing, with our margins
 */
GtkPageSetup *
premise_paper_dup_page_setup (void)
{
  g_autoptr(GSettings) settings = g_settings_new (PREMISE_APPLICATION_ID);
  GtkPageSetup *setup = gtk_page_setup_new ();
  const char *name = sizes[g_settings_get_enum (settings, "paper")];

  if (name != NULL)
    {
      GtkPaperSize *size = gtk_paper_size_new (name);

      gtk_page_setup_set_paper_size (setup, size);
      gtk_paper_size_free (size);
    }

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_MM);

  return setup;
}

/**
 * premise_paper_get_text_width:
 *
 * Returns: width between the margins of the paper that is preferred, in points: that of a picture which
 * goes into a document
 */
double
premise_paper_get_text_width (void)
{
  g_autoptr(GtkPageSetup) setup = premise_paper_dup_page_setup ();

  return gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS);
}
