/* premise-block-callout.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-callout.h"

#include "premise-rich-label.h"
#include "premise-tooltip.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *css_class;
  const char *icon;
  const char *name;
} CalloutKind;

static const CalloutKind kinds[] = {
  /* Translators: over a text in a box, or before a remark on a number. */
  [PREMISE_CALLOUT_NOTE] = { "note", "dialog-information-symbolic", N_("Note") },
  /* Translators: over a text that warns of something, in a box. */
  [PREMISE_CALLOUT_WARNING] = { "warning", "dialog-warning-symbolic", N_("Caution") },
  /* Translators: a place where the source document is wrong and the report says so. */
  [PREMISE_CALLOUT_CORRECTION] = { "correction", "document-edit-symbolic", N_("Correction") },
};

/**
 * premise_block_callout_new:
 * @session: the session whose language and values are shown
 * @block: a callout of its report
 *
 * Makes a tinted card. What kind it is can be told from the icon and the bar at its start as
 * well as from the colour.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
premise_block_callout_new (PremiseSession     *session,
                           const PremiseBlock *block)
{
  const CalloutKind *kind = &kinds[block->callout];
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_NOTE,
                                 "spacing", 12,
                                 NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (kind->icon);
  GtkWidget *label;

  gtk_widget_add_css_class (row, "premise-callout");
  gtk_widget_add_css_class (row, kind->css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->name),
                                  -1);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  premise_tooltip_set_text (icon, _(kind->name));
  gtk_widget_add_css_class (icon, "premise-callout-icon");
  gtk_box_append (GTK_BOX (row), icon);

  if (block->title != NULL)
    {
      label = premise_rich_label_new (session, block->title, PREMISE_MARKUP_NONE);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (texts), label);
    }
  if (block->text != NULL)
    {
      label = premise_rich_label_new (session, block->text, PREMISE_MARKUP_NONE);
      gtk_widget_add_css_class (label, "premise-prose");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);

  return row;
}
