/* premise-menu-names.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-menu-names.h"

static char *
dup_without_mnemonic (const char *text)
{
  GString *plain = g_string_new (NULL);

  /* Two of them stand for one. */
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '_' && p[1] != '\0')
        p++;
      g_string_append_c (plain, *p);
    }

  return g_string_free_and_steal (plain);
}

static void
name_items (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_items (child);

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton")
      && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "text") != NULL)
    {
      g_autofree char *text = NULL;
      g_autofree char *plain = NULL;

      g_object_get (widget, "text", &text, NULL);
      plain = dup_without_mnemonic (text != NULL ? text : "");
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
    }
}

/**
 * premise_menu_names_keep:
 * @button: a button that opens a menu
 *
 * Gives the items of the menu their names, whenever it opens. GTK 4.18 says that each is labelled by a
 * part of it which has no name itself, so that a screen reader reads nothing.
 */
void
premise_menu_names_keep (GtkMenuButton *button)
{
  GtkPopover *popover;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  popover = gtk_menu_button_get_popover (button);
  if (popover != NULL)
    g_signal_connect (popover, "map", G_CALLBACK (name_items), NULL);
}
