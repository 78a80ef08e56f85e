/* premise-section-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-section-page.h"

#include "premise-block-view.h"
#include "premise-rich-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* About 70 characters a line; what has columns or axes may be wider. */
#define PROSE_WIDTH   720
#define EXHIBIT_WIDTH 960

#define BETWEEN_BLOCKS 24
#define BETWEEN_PARTS  48

static GtkWidget *
clamp_new (GtkWidget *child,
           int        width,
           int        above)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_set_margin_top (clamp, above);

  return clamp;
}

static void
append_heading (GtkWidget      *box,
                PremiseSession *session,
                PremiseText    *text)
{
  GtkWidget *title = premise_rich_label_new (session, text, PREMISE_MARKUP_NO_BASE);
  GtkWidget *label = premise_rich_label_get_label (PREMISE_RICH_LABEL (title));

  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 1,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (title),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL,
                                  -1);
  gtk_widget_add_css_class (title, "title-1");
  gtk_widget_add_css_class (title, "premise-section-title");
  gtk_box_append (GTK_BOX (box), title);
}

static GtkWidget *
head_new (PremiseSession       *session,
          const PremiseSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label;

  if (section->number != NULL)
    {
      label = gtk_label_new (section->number);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "premise-section-number");
      gtk_box_append (GTK_BOX (box), label);
    }

  append_heading (box, session, section->title);

  if (section->key_message != NULL)
    {
      label = premise_rich_label_new (session, section->key_message, PREMISE_MARKUP_NONE);
      gtk_widget_add_css_class (label, "premise-key-message");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

/* A section may still be empty while a report is being written. */
static GtkWidget *
empty_new (void)
{
  GtkWidget *label = gtk_label_new (_("There is nothing in this section yet."));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

/**
 * premise_section_page_new:
 * @session: the session whose language and values are shown
 * @section: position of the section
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
premise_section_page_new (PremiseSession *session,
                          guint           section)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const PremiseSection *content;
  const PremiseBlock *before = NULL;

  content = premise_report_get_section (premise_session_get_report (session), section);
  gtk_widget_add_css_class (page, "premise-page");
  gtk_box_append (GTK_BOX (page), clamp_new (head_new (session, content), PROSE_WIDTH, 0));

  if (content->blocks->len == 0)
    gtk_box_append (GTK_BOX (page), clamp_new (empty_new (), PROSE_WIDTH, BETWEEN_PARTS));

  for (guint i = 0; i < content->blocks->len; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (content->blocks, i);
      gboolean wide = premise_block_view_is_wide (block);
      int above = BETWEEN_BLOCKS;

      /* Paragraphs of one text are closer than two different things. */
      if (before == NULL)
        above = BETWEEN_PARTS * 3 / 4;
      else if (before->type == PREMISE_BLOCK_TEXT &&
               (block->type == PREMISE_BLOCK_TEXT || block->type == PREMISE_BLOCK_LIST))
        above = BETWEEN_BLOCKS * 3 / 4;

      gtk_box_append (GTK_BOX (page), clamp_new (premise_block_view_new (session, block),
                                                 wide ? EXHIBIT_WIDTH : PROSE_WIDTH, above));
      before = block;
    }

  return page;
}
