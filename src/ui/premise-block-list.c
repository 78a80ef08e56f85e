/* premise-block-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-list.h"

#include "premise-markup.h"
#include "premise-rich-label.h"

/* Of lists without numbers, from the outermost in. */
static const char *const bullets[] = { "•", "◦", "▪" };

/* below: (nullable) (transfer floating): the list that belongs to the item */
static GtkWidget *
item_new (PremiseSession *session,
          PremiseText    *text,
          const char     *mark,
          GtkWidget      *below,
          GtkSizeGroup   *marks)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 12,
                                 NULL);
  GtkWidget *label = premise_rich_label_new (session, text, PREMISE_MARKUP_NONE);
  GtkWidget *bullet = gtk_label_new (mark);
  GtkWidget *content = label;

  /* The mark is where the line begins. */
  gtk_widget_set_direction (row, premise_markup_get_direction (premise_session_get_language (session)));
  gtk_widget_set_direction (bullet, gtk_widget_get_direction (row));
  gtk_label_set_xalign (GTK_LABEL (bullet), 1);
  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_add_css_class (bullet, "premise-list-mark");
  if (gtk_widget_has_css_class (label, "premise-ideographic"))
    gtk_widget_add_css_class (bullet, "premise-ideographic");
  gtk_size_group_add_widget (marks, bullet);

  gtk_widget_add_css_class (label, "premise-prose");

  if (below != NULL)
    {
      content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_box_append (GTK_BOX (content), label);
      gtk_box_append (GTK_BOX (content), below);
    }
  gtk_widget_set_hexpand (content, TRUE);

  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), content);

  return row;
}

static GtkWidget *
box_new (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 6,
                                 NULL);

  gtk_widget_add_css_class (box, "premise-list");

  return box;
}

/* number: of the item that the list belongs to, "" for none. An item of a numbered list in another
 * one has the numbers of both. */
static GtkWidget *
list_new (PremiseSession    *session,
          const PremiseList *list,
          const char        *number,
          guint              level)
{
  g_autoptr(GtkSizeGroup) marks = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *box = box_new ();

  for (guint i = 0; i < list->items->len; i++)
    {
      const PremiseListItem *item = &g_array_index (list->items, PremiseListItem, i);
      g_autofree char *own = list->ordered ? g_strdup_printf ("%s%u.", number, i + 1) : g_strdup ("");
      const char *mark = list->ordered ? own : bullets[MIN (level, G_N_ELEMENTS (bullets) - 1)];
      GtkWidget *below = item->list != NULL ? list_new (session, item->list, own, level + 1) : NULL;

      gtk_box_append (GTK_BOX (box), item_new (session, item->text, mark, below, marks));
    }

  return box;
}

/**
 * premise_block_list_new_of:
 * @session: the session whose language and values are shown
 * @texts: (element-type PremiseText): what is listed
 *
 * Returns: (transfer floating): a list with hanging bullets
 */
GtkWidget *
premise_block_list_new_of (PremiseSession *session,
                           GPtrArray      *texts)
{
  g_autoptr(GtkSizeGroup) marks = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *box = box_new ();

  for (guint i = 0; i < texts->len; i++)
    gtk_box_append (GTK_BOX (box), item_new (session, g_ptr_array_index (texts, i), bullets[0], NULL,
                                             marks));

  return box;
}

/**
 * premise_block_list_new:
 * @session: the session whose language and values are shown
 * @block: a list of its report
 *
 * Returns: (transfer floating): the list, with the lists in it
 */
GtkWidget *
premise_block_list_new (PremiseSession     *session,
                        const PremiseBlock *block)
{
  return list_new (session, block->list, "", 0);
}
