/* premise-section-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-section-page.h"

#include "premise-block-view.h"
#include "premise-gradual.h"
#include "premise-rich-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* About 70 characters a line; what has columns or axes may be wider. */
#define PROSE_WIDTH   720
#define EXHIBIT_WIDTH 960

/* What a window of usual height shows; the other blocks are added when it is drawn. */
#define FIRST_BLOCKS 2

#define BETWEEN_BLOCKS 24
#define BETWEEN_PARTS  48

/**
 * PremiseSectionPage:
 *
 * The head and the blocks of a section, one below the other.
 *
 * ## CSS nodes
 *
 * `box.premise-page` with a `clamp` for the head and for each block.
 */
struct _PremiseSectionPage
{
  GtkBox                parent_instance;

  PremiseSession       *session;
  const PremiseSection *section;    /* unowned: the session's report has it */
  PremiseGradual        filling;
  guint                 n_blocks;   /* how many are there */
};

G_DEFINE_FINAL_TYPE (PremiseSectionPage, premise_section_page, GTK_TYPE_BOX)

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

/* Paragraphs of one text are closer than two different things. */
static int
get_space_above (PremiseSectionPage *self,
                 const PremiseBlock *block)
{
  const PremiseBlock *before;

  if (self->n_blocks == 0)
    return BETWEEN_PARTS * 3 / 4;

  before = g_ptr_array_index (self->section->blocks, self->n_blocks - 1);
  if (before->type == PREMISE_BLOCK_TEXT &&
      (block->type == PREMISE_BLOCK_TEXT || block->type == PREMISE_BLOCK_LIST))
    return BETWEEN_BLOCKS * 3 / 4;

  return BETWEEN_BLOCKS;
}

static gboolean
add_block (GtkWidget *widget)
{
  PremiseSectionPage *self = PREMISE_SECTION_PAGE (widget);
  const PremiseBlock *block;

  if (self->n_blocks >= self->section->blocks->len)
    return FALSE;

  block = g_ptr_array_index (self->section->blocks, self->n_blocks);
  gtk_box_append (GTK_BOX (self),
                  clamp_new (premise_block_view_new (self->session, block),
                             premise_block_view_is_wide (block) ? EXHIBIT_WIDTH : PROSE_WIDTH,
                             get_space_above (self, block)));
  self->n_blocks++;

  return self->n_blocks < self->section->blocks->len;
}

static void
premise_section_page_dispose (GObject *object)
{
  PremiseSectionPage *self = PREMISE_SECTION_PAGE (object);

  premise_gradual_cancel (&self->filling);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (premise_section_page_parent_class)->dispose (object);
}

static void
premise_section_page_class_init (PremiseSectionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = premise_section_page_dispose;
}

static void
premise_section_page_init (PremiseSectionPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "premise-page");
}

/**
 * premise_section_page_new:
 * @session: the session whose language and values are shown
 * @section: position of the section
 *
 * Creates a page with the head and the first blocks; the others follow when it
 * has been drawn.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
premise_section_page_new (PremiseSession *session,
                          guint           section)
{
  PremiseSectionPage *self;

  g_return_val_if_fail (PREMISE_IS_SESSION (session), NULL);

  self = g_object_new (PREMISE_TYPE_SECTION_PAGE, NULL);
  self->session = g_object_ref (session);
  self->section = premise_report_get_section (premise_session_get_report (session), section);
  gtk_box_append (GTK_BOX (self), clamp_new (head_new (session, self->section), PROSE_WIDTH, 0));

  if (self->section->blocks->len == 0)
    gtk_box_append (GTK_BOX (self), clamp_new (empty_new (), PROSE_WIDTH, BETWEEN_PARTS));

  while (self->n_blocks < FIRST_BLOCKS && add_block (GTK_WIDGET (self)))
    ;
  premise_gradual_start (&self->filling, GTK_WIDGET (self), add_block);

  return GTK_WIDGET (self);
}

/**
 * premise_section_page_complete:
 * @self: a page
 *
 * Adds the blocks that are not there yet: somebody wants to go to one of them.
 */
void
premise_section_page_complete (PremiseSectionPage *self)
{
  g_return_if_fail (PREMISE_IS_SECTION_PAGE (self));

  premise_gradual_finish (&self->filling);
}
