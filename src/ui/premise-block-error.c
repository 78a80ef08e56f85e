/* premise-block-error.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-block-error.h"

#include "premise-diagnostic.h"

#include <glib/gi18n.h>

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* file:line:column, which an editor can be told to open. */
static char *
dup_place (const PremiseDiagnostic *diagnostic)
{
  if (diagnostic->file == NULL)
    return g_strdup (diagnostic->path);

  if (diagnostic->line == 0)
    return g_strdup (diagnostic->file);

  return g_strdup_printf ("%s:%u:%u", diagnostic->file, diagnostic->line, diagnostic->column);
}

static void
append_diagnostic (GtkWidget               *box,
                   const PremiseDiagnostic *diagnostic)
{
  g_autofree char *place = dup_place (diagnostic);
  GtkWidget *label;

  label = label_new (diagnostic->message, NULL);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);

  if (place != NULL)
    {
      label = label_new (place, "premise-error-place");
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (box), label);
    }
}

/**
 * premise_block_error_new:
 * @session: a session
 * @block: a block of its report that could not be read
 *
 * Makes a card that stands in for the block and says what is wrong with it, where, and what
 * to do.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
premise_block_error_new (PremiseSession     *session,
                         const PremiseBlock *block)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_NOTE,
                                 "spacing", 12,
                                 NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");

  gtk_widget_add_css_class (row, "premise-callout");
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  /* Translators: a kind of problem in a file, the other one is a
                                   * warning. */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Error"),
                                  -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "premise-callout-icon");
  gtk_box_append (GTK_BOX (row), icon);

  gtk_box_append (GTK_BOX (texts), label_new (_("This part could not be read"), "heading"));
  for (guint i = 0; block->diagnostics != NULL && i < block->diagnostics->len; i++)
    append_diagnostic (texts, g_ptr_array_index (block->diagnostics, i));
  gtk_box_append (GTK_BOX (texts),
                  label_new (_("It is shown as soon as the file is right. "
                               "The rest of the report is not affected."),
                             "premise-error-advice"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);

  return row;
}
