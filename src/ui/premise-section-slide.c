/* premise-section-slide.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-section-slide.h"

#include "premise-block-view.h"
#include "premise-exhibit.h"
#include "premise-figure.h"
#include "premise-markup.h"
#include "premise-rich-label.h"

/* The kinds of block that can stand alone on a slide, the best first. */
static const PremiseBlockType preference[] = {
  PREMISE_BLOCK_FIGURE,
  PREMISE_BLOCK_DIAGRAM,
  PREMISE_BLOCK_TABLE,
  PREMISE_BLOCK_COMPARISON,
  PREMISE_BLOCK_STEPS,
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

/* (transfer container) (element-type PremiseBlock): what the section names, else the best one */
static GPtrArray *
choose_blocks (PremiseModel         *model,
               const PremiseSection *section)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < section->slide->len; i++)
    g_ptr_array_add (blocks, g_ptr_array_index (section->blocks,
                                                g_array_index (section->slide, guint, i)));

  for (gsize i = 0; i < G_N_ELEMENTS (preference) && blocks->len == 0; i++)
    {
      const PremiseBlock *block = choose_of_type (model, section, preference[i]);

      if (block != NULL)
        g_ptr_array_add (blocks, (gpointer) block);
    }

  return blocks;
}

static gboolean
are_exhibits (const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      if (((const PremiseBlock *) g_ptr_array_index (blocks, i))->exhibit == 0)
        return FALSE;
    }

  return TRUE;
}

/* An exhibit takes the room that there is; what is read stands in the middle of it. */
static GtkWidget *
body_new (PremiseSession     *session,
          const PremiseBlock *block,
          gboolean            alone)
{
  GtkWidget *body = premise_block_view_new_for_slide (session, block);

  if (block->exhibit > 0 || alone)
    gtk_widget_set_vexpand (body, TRUE);
  if (block->exhibit == 0)
    gtk_widget_set_valign (body, alone ? GTK_ALIGN_CENTER : GTK_ALIGN_START);

  return body;
}

static char *
dup_source (PremiseSession  *session,
            const GPtrArray *blocks,
            guint            i)
{
  return premise_figure_dup_source_line (premise_session_get_report (session),
                                         g_ptr_array_index (blocks, i),
                                         premise_session_get_language (session));
}

/* Then it is said once, below both. */
static gboolean
share_source (PremiseSession  *session,
              const GPtrArray *blocks)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (blocks->len != 2 || !are_exhibits (blocks))
    return FALSE;

  first = dup_source (session, blocks, 0);
  second = dup_source (session, blocks, 1);

  return g_str_equal (first, second);
}

/* Two exhibits are compared: they stand side by side. */
static GtkWidget *
bodies_new (PremiseSession  *session,
            const GPtrArray *blocks)
{
  gboolean shared = share_source (session, blocks);
  gboolean beside = blocks->len == 2 && are_exhibits (blocks);
  GtkWidget *box = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, beside ? "premise-slide-pair" : "premise-slide-stack");
  gtk_box_set_homogeneous (GTK_BOX (box), beside);
  for (guint i = 0; i < blocks->len; i++)
    {
      GtkWidget *body = body_new (session, g_ptr_array_index (blocks, i), FALSE);

      if (shared)
        premise_exhibit_hide_source (PREMISE_EXHIBIT (body));
      gtk_box_append (GTK_BOX (box), body);
    }
  gtk_widget_set_vexpand (box, TRUE);
  if (!beside)
    gtk_widget_set_valign (box, are_exhibits (blocks) ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);

  return box;
}

/* Exhibits bring a source line of their own, unless two share it; what is read has it below all. */
static void
append_source (GtkBox          *box,
               PremiseSession  *session,
               const GPtrArray *blocks)
{
  const char *language = premise_session_get_language (session);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *source = NULL;
  GtkWidget *label;

  if (share_source (session, blocks))
    source = dup_source (session, blocks, 0);

  for (guint i = 0; source == NULL && i < blocks->len; i++)
    {
      const PremiseBlock *block = g_ptr_array_index (blocks, i);

      if (block->exhibit > 0)
        return;
      if (block->source != NULL)
        source = dup_source (session, blocks, i);
    }

  if (source == NULL)
    return;

  pango_attr_list_insert (attributes, pango_attr_language_new (
    pango_language_from_string (premise_markup_get_pango_language (language))));
  label = gtk_label_new (source);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "premise-exhibit-source");
  gtk_box_append (box, label);
}

/**
 * premise_section_slide_new:
 * @session: the session whose language and values are shown
 * @section: position of the section
 *
 * Makes a slide: the title, which says what the exhibit shows, and under it the blocks that the
 * section names for it, or else the first figure of the section that an assumption moves, or what
 * comes nearest to one, and where they are from. The rest of the section is for reading, not for
 * showing.
 *
 * Returns: (transfer floating): the slide
 */
GtkWidget *
premise_section_slide_new (PremiseSession *session,
                           guint           section)
{
  const PremiseSection *content;
  g_autoptr(GPtrArray) blocks = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title;

  content = premise_report_get_section (premise_session_get_report (session), section);
  blocks = choose_blocks (premise_session_get_model (session), content);

  gtk_widget_add_css_class (box, "premise-slide");
  title = premise_rich_label_new (session, content->title, PREMISE_MARKUP_NO_BASE);
  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (title, "premise-slide-title");
  gtk_box_append (GTK_BOX (box), title);

  if (blocks->len == 0 && content->key_message != NULL)
    {
      GtkWidget *message;

      message = premise_rich_label_new (session, content->key_message, PREMISE_MARKUP_NO_BASE);
      gtk_widget_add_css_class (message, "premise-slide-message");
      gtk_box_append (GTK_BOX (box), message);
    }

  if (blocks->len == 1)
    gtk_box_append (GTK_BOX (box), body_new (session, g_ptr_array_index (blocks, 0), TRUE));
  else if (blocks->len > 1)
    gtk_box_append (GTK_BOX (box), bodies_new (session, blocks));
  append_source (GTK_BOX (box), session, blocks);

  return box;
}
