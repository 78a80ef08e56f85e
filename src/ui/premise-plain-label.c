/* premise-plain-label.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-plain-label.h"

#include "premise-markup.h"

/**
 * premise_plain_label_new:
 * @text: (nullable): what it shows, without markup
 * @language: language of the report
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
premise_plain_label_new (const char *text,
                         const char *language)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (
    pango_language_from_string (premise_markup_get_pango_language (language))));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

/**
 * premise_plain_label_limit:
 * @label: a label that wraps
 * @least: how many letters it can be narrow
 *
 * GTK breaks a text at every letter to say how narrow it can be, also when it is asked for its height, which takes three
 * times as long as everything else. A long text that is never that narrow need not be. Chinese characters are wide, and
 * few: they stay as they are.
 */
void
premise_plain_label_limit (GtkLabel *label,
                           int       least)
{
  const char *text;
  glong length;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (least > 0);

  text = gtk_label_get_text (label);
  length = g_utf8_strlen (text, -1);
  gtk_label_set_width_chars (label, length >= 2 * least && (gsize) length * 3 > strlen (text) * 2 ? least : -1);
}

/* Returns: whether a letter says which way the text runs */
static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/**
 * premise_plain_label_set_number:
 * @label: a label
 * @text: a number, or several with a sign between them
 *
 * Shows @text. A number without a letter would run the way the interface does: from right to left −5% would read 5%−,
 * and “30% → 40%” the other way round. A mark in front that is not seen says that it runs as numbers do.
 */
void
premise_plain_label_set_number (GtkLabel   *label,
                                const char *text)
{
  g_autofree char *marked = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  if (*text != '\0' && gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL && !has_letter (text))
    marked = g_strconcat ("\u200e", text, NULL);
  gtk_label_set_text (label, marked != NULL ? marked : text);
}
