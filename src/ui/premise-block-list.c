/* premise-block-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-list.h"

#include "premise-rich-label.h"

static GtkWidget *
item_new (PremiseSession *session,
          PremiseText    *text,
          guint           number,
          GtkSizeGroup   *marks)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 12,
                                 NULL);
  GtkWidget *label = premise_rich_label_new (session, text, PREMISE_MARKUP_NONE);
  g_autofree char *mark = number > 0 ? g_strdup_printf ("%u.", number) : g_strdup ("•");
  GtkWidget *bullet = gtk_label_new (mark);

  gtk_label_set_xalign (GTK_LABEL (bullet), 1);
  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_add_css_class (bullet, "premise-list-mark");
  if (gtk_widget_has_css_class (label, "premise-chinese"))
    gtk_widget_add_css_class (bullet, "premise-chinese");
  gtk_size_group_add_widget (marks, bullet);

  gtk_widget_add_css_class (label, "premise-prose");
  gtk_widget_set_hexpand (label, TRUE);

  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

/**
 * premise_block_list_new_of:
 * @session: the session whose language and values are shown
 * @items: (element-type PremiseText): what is listed
 * @ordered: whether the items are numbered
 *
 * Returns: (transfer floating): a list with hanging bullets or numbers
 */
GtkWidget *
premise_block_list_new_of (PremiseSession *session,
                           GPtrArray      *items,
                           gboolean        ordered)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 6,
                                 NULL);
  g_autoptr(GtkSizeGroup) marks = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_add_css_class (box, "premise-list");
  for (guint i = 0; i < items->len; i++)
    gtk_box_append (GTK_BOX (box), item_new (session, g_ptr_array_index (items, i),
                                             ordered ? i + 1 : 0, marks));

  return box;
}

/**
 * premise_block_list_new:
 * @session: the session whose language and values are shown
 * @block: a list of its report
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
premise_block_list_new (PremiseSession     *session,
                        const PremiseBlock *block)
{
  return premise_block_list_new_of (session, block->items, block->ordered);
}
