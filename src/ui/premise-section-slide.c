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

/* The kinds of block that can stand alone on a slide, the best first. */
static const PremiseBlockType preference[] = {
  PREMISE_BLOCK_FIGURE,
  PREMISE_BLOCK_DIAGRAM,
  PREMISE_BLOCK_TABLE,
  PREMISE_BLOCK_METRICS,
  PREMISE_BLOCK_LIST,
  PREMISE_BLOCK_QUOTE,
  PREMISE_BLOCK_TEXT,
};

static gboolean
is_live (PremiseModel       *model,
         const PremiseBlock *block)
{
  g_autoptr(GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) assumptions = NULL;

  premise_block_add_variables (block, variables);
  assumptions = premise_model_dup_assumptions_of (model,
                                                  (const guint *) (gpointer) variables->data,
                                                  variables->len);

  return assumptions->len > 0;
}

/* The first of a kind, but rather one that moves when an assumption does. */
static const PremiseBlock *
choose_of_type (PremiseModel         *model,
                const PremiseSection *section,
                PremiseBlockType      type)
{
  const PremiseBlock *first = NULL;

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->type != type)
        continue;
      if (is_live (model, block))
        return block;
      if (first == NULL)
        first = block;
    }

  return first;
}

static const PremiseBlock *
choose_block (PremiseModel         *model,
              const PremiseSection *section)
{
  const PremiseBlock *block = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (preference) && block == NULL; i++)
    block = choose_of_type (model, section, preference[i]);

  return block;
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
 * Makes a slide: the title, which says what the exhibit shows, and under it the first figure of
 * the section that an assumption moves, or what comes nearest to one. The rest of the section is
 * for reading, not for showing.
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
  block = choose_block (premise_session_get_model (session), content);

  gtk_widget_add_css_class (box, "premise-slide");
  title = premise_rich_label_new (session, content->title, PREMISE_MARKUP_NO_BASE);
  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (title, "premise-slide-title");
  gtk_box_append (GTK_BOX (box), title);

  if (block == NULL && content->key_message != NULL)
    {
      GtkWidget *message;

      message = premise_rich_label_new (session, content->key_message, PREMISE_MARKUP_NO_BASE);
      gtk_widget_add_css_class (message, "premise-slide-message");
      gtk_box_append (GTK_BOX (box), message);
    }

  if (block != NULL)
    gtk_box_append (GTK_BOX (box), body_new (session, block));

  return box;
}
