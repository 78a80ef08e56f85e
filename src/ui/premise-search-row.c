/* premise-search-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-search-row.h"

#include "premise-figure.h"
#include "premise-markup.h"
#include "premise-tooltip.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const field_names[PREMISE_SEARCH_N_FIELDS] = {
  /* Translators: of a report: a part of a chapter, one page of the window. */
  [PREMISE_SEARCH_NUMBER] = N_("Section"),
  [PREMISE_SEARCH_TITLE] = N_("Section"),
  /* Translators: what was found is the title of a chapter. */
  [PREMISE_SEARCH_CHAPTER] = N_("Chapter"),
  [PREMISE_SEARCH_KEY_MESSAGE] = N_("Key message"),
  /* Translators: what was found is a heading inside a section. */
  [PREMISE_SEARCH_HEADING] = N_("Heading"),
  /* Translators: what was found is a number with its name. */
  [PREMISE_SEARCH_VARIABLE] = N_("Number"),
  /* Translators: what was found is part of a text. */
  [PREMISE_SEARCH_TEXT] = N_("Text"),
  [PREMISE_SEARCH_CELL] = N_("Number"),
  [PREMISE_SEARCH_SOURCE] = N_("Source"),
};

static char *
dup_kind (PremiseSession         *session,
          const PremiseSearchHit *hit,
          const PremiseSection   *section)
{
  const PremiseBlock *block = NULL;

  if (hit->variable != PREMISE_MODEL_NOT_FOUND)
    /* Translators: a number that the reader can move. */
    return g_strdup (_("Assumption"));

  if (hit->block != PREMISE_MODEL_NOT_FOUND)
    block = g_ptr_array_index (section->blocks, hit->block);
  if (block != NULL && block->exhibit > 0 && hit->field != PREMISE_SEARCH_SOURCE)
    return premise_figure_dup_exhibit_label (block->exhibit,
                                             premise_session_get_language (session));

  return g_strdup (_(field_names[hit->field]));
}

static char *
dup_markup (PremiseSession         *session,
            const PremiseSearchHit *hit)
{
  const char *language = premise_session_get_language (session);
  GString *markup = g_string_new (NULL);
  guint at = 0;

  /* Han characters have other shapes in other languages. */
  g_string_append_printf (markup, "<span lang=\"%s\">",
                          premise_markup_get_pango_language (language));
  for (guint i = 0; i <= hit->ranges->len; i++)
    {
      PremiseSearchRange range = { .start = (guint) strlen (hit->snippet) };
      g_autofree char *between = NULL;
      g_autofree char *match = NULL;

      if (i < hit->ranges->len)
        range = g_array_index (hit->ranges, PremiseSearchRange, i);
      else
        range.end = range.start;

      between = g_markup_escape_text (hit->snippet + at, range.start - at);
      match = g_markup_escape_text (hit->snippet + range.start, range.end - range.start);
      g_string_append (markup, between);
      if (*match != '\0')
        g_string_append_printf (markup, "<b>%s</b>", match);
      at = range.end;
    }
  g_string_append (markup, "</span>");

  return g_string_free_and_steal (markup);
}

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * premise_search_row_new:
 * @session: the session whose report was searched
 * @hit: what was found
 *
 * Returns: (transfer floating): a #GtkListBoxRow
 */
GtkWidget *
premise_search_row_new (PremiseSession         *session,
                        const PremiseSearchHit *hit)
{
  const PremiseSection *section =
    premise_report_get_section (premise_session_get_report (session), hit->section);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *place = label_new ("premise-search-place");
  GtkWidget *snippet = label_new ("premise-search-snippet");
  g_autofree char *kind = dup_kind (session, hit, section);
  g_autofree char *markup = dup_markup (session, hit);
  g_autofree char *where = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  where = section->number != NULL ? g_strdup_printf ("%s · %s", section->number, kind)
                                  : g_strdup (kind);
  gtk_label_set_text (GTK_LABEL (place), where);

  gtk_label_set_markup (GTK_LABEL (snippet), markup);
  gtk_label_set_wrap (GTK_LABEL (snippet), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (snippet), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (snippet), 4);

  title = premise_text_render_plain (section->title, premise_session_get_language (session),
                                     premise_session_get_evaluator (session));
  premise_tooltip_set_text (row, title);
  name = g_strdup_printf ("%s: %s", where, hit->snippet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_widget_add_css_class (box, "premise-search-row");
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), snippet);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}
