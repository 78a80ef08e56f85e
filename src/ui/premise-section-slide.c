/* premise-section-slide.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-section-slide.h"

#include "premise-block-view.h"
#include "premise-exhibit.h"
#include "premise-rich-label.h"

/* The smallest type on a slide is this part of its height: readable from the last row. */
#define SMALLEST_TYPE 28

/* The kinds of block that can stand alone on a slide, the best first. */
static const PremiseBlockType preference[] = {
  PREMISE_BLOCK_FIGURE,
  PREMISE_BLOCK_TABLE,
  PREMISE_BLOCK_METRICS,
  PREMISE_BLOCK_LIST,
  PREMISE_BLOCK_QUOTE,
  PREMISE_BLOCK_TEXT,
};

static const PremiseBlock *
choose_block (const PremiseSection *section)
{
  for (gsize i = 0; i < G_N_ELEMENTS (preference); i++)
    {
      for (guint j = 0; j < section->blocks->len; j++)
        {
          const PremiseBlock *block = g_ptr_array_index (section->blocks, j);

          if (block->type == preference[i])
            return block;
        }
    }

  return NULL;
}

static GtkWidget *
kicker_new (PremiseSession       *session,
            const PremiseSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = premise_rich_label_new (session, section->title, PREMISE_MARKUP_NO_BASE);

  if (section->number != NULL)
    {
      GtkWidget *number = gtk_label_new (section->number);

      gtk_widget_set_valign (number, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), number);
    }
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "premise-slide-kicker");

  return box;
}

static GtkWidget *
body_new (PremiseSession     *session,
          const PremiseBlock *block)
{
  GtkWidget *body;

  if (block->type == PREMISE_BLOCK_FIGURE || block->exhibit > 0)
    {
      body = premise_exhibit_new (session, block, PREMISE_EXHIBIT_SLIDE);
      gtk_widget_set_vexpand (body, TRUE);
    }
  else
    {
      body = premise_block_view_new (session, block);
      gtk_widget_set_vexpand (body, TRUE);
      gtk_widget_set_valign (body, GTK_ALIGN_CENTER);
    }

  return body;
}

/**
 * premise_section_slide_new:
 * @session: the session whose language and values are shown
 * @section: position of the section
 *
 * Makes a slide: the key message as its title, and under it the first figure of the section, or
 * what comes nearest to one. The rest of the section is for reading, not for showing.
 *
 * Returns: (transfer floating): the slide
 */
GtkWidget *
premise_section_slide_new (PremiseSession *session,
                           guint           section)
{
  const PremiseSection *content;
  const PremiseBlock *block;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title;

  content = premise_report_get_section (premise_session_get_report (session), section);
  block = choose_block (content);

  gtk_widget_add_css_class (box, "premise-slide");
  if (content->key_message != NULL)
    {
      gtk_box_append (GTK_BOX (box), kicker_new (session, content));
      title = premise_rich_label_new (session, content->key_message, PREMISE_MARKUP_NO_BASE);
    }
  else
    {
      title = premise_rich_label_new (session, content->title, PREMISE_MARKUP_NO_BASE);
    }
  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (title, "premise-slide-title");
  gtk_box_append (GTK_BOX (box), title);

  if (block != NULL)
    gtk_box_append (GTK_BOX (box), body_new (session, block));
  else
    gtk_widget_set_vexpand (title, TRUE);

  return box;
}

/**
 * premise_section_slide_get_font_size:
 * @height: of the slide, in pixels
 *
 * Gets the size of the smallest type on a slide, which everything else is a multiple of.
 *
 * Returns: pixels
 */
int
premise_section_slide_get_font_size (int height)
{
  return MAX (11, (height + SMALLEST_TYPE - 1) / SMALLEST_TYPE);
}
