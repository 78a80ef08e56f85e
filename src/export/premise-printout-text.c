/* premise-printout-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-printout-private.h"

#include "premise-format-words.h"
#include "premise-value-text.h"

#include <pango/pangocairo.h>

/* A line of prose is as high as so many of its type; dense characters want more air. */
#define LINE_SPACING             1.3f
#define LINE_SPACING_IDEOGRAPHIC 1.45f

typedef struct
{
  double       size;
  PangoWeight  weight;
  gboolean     muted;
  gboolean     keep;    /* with what it stands over */
} Style;

static const Style styles[] = {
  [PREMISE_PRINT_TITLE] = { 20, PANGO_WEIGHT_BOLD, FALSE, TRUE },
  [PREMISE_PRINT_KEY_MESSAGE] = { 12.5, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  [PREMISE_PRINT_HEADING] = { 11, PANGO_WEIGHT_BOLD, FALSE, TRUE },
  [PREMISE_PRINT_BODY] = { 10, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  [PREMISE_PRINT_SMALL] = { 8.5, PANGO_WEIGHT_NORMAL, TRUE, FALSE },
};

/* Returns: (transfer full): where text is as wide on paper as it is measured, whatever the screen is */
PangoContext *
premise_print_context_new (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context,
                              pango_language_from_string (premise_words_get_pango_language (language)));

  return context;
}

/**
 * premise_print_layout_new:
 * @context: of premise_print_context_new()
 * @markup: what is written
 * @style: how
 * @scale: what the size of the type is multiplied by
 * @width: where lines are broken, in points; negative for nowhere
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
premise_print_layout_new (PangoContext      *context,
                          const char        *markup,
                          PremisePrintStyle  style,
                          double             scale,
                          double             width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font;
  PremiseTheme theme;
  const char *language = pango_language_to_string (pango_context_get_language (context));

  premise_theme_init (&theme, PREMISE_THEME_PRINT, 1);
  font = pango_font_description_from_string (theme.font_family);
  pango_font_description_set_absolute_size (font, styles[style].size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_line_spacing (layout, premise_words_get (language)->ideographic
                                         ? LINE_SPACING_IDEOGRAPHIC : LINE_SPACING);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_markup (layout, markup, -1);

  return layout;
}

static void
append_escaped (GString    *markup,
                const char *before,
                const char *text,
                const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (markup, "%s%s%s", before, escaped, after);
}

static void
append_base (GString                  *markup,
             const PremiseFigureWords *words,
             const char               *base)
{
  g_string_append (markup, "<span size=\"smaller\">");
  append_escaped (markup, words->base_open, base, words->base_close);
  g_string_append (markup, "</span>");
}

/* A number stays on one line with its unit. One that has changed says what it was. */
static void
append_number (GString                  *markup,
               const PremiseFigureWords *words,
               const PremiseSpan        *span)
{
  const char *value = span->alone != NULL ? span->alone : span->text;
  gboolean changed = span->changed && span->base_text != NULL && !g_str_equal (span->base_text, value);

  g_string_append (markup, "<span allow_breaks=\"false\">");
  append_escaped (markup, changed ? "<b>" : "", span->text, changed ? "</b>" : "");
  g_string_append (markup, "</span>");

  if (span->base_range != NULL)
    append_base (markup, words, span->base_range);
  else if (changed && span->end == PREMISE_RANGE_END_NONE)
    append_base (markup, words, span->base_text);
}

/* A page is enough where the report is made from one document. */
static void
append_citation (GString             *markup,
                 PremisePrintBuilder *self,
                 const PremiseSpan   *span)
{
  const PremiseSource *source = NULL;
  g_autofree char *page = NULL;

  if (span->target != NULL && span->page > 0)
    source = premise_report_find_source (self->report, span->target);
  if (source != NULL && g_strcmp0 (source->kind, "deck") == 0)
    page = g_strdup_printf ("%s%u%s", self->words->page_before, span->page, self->words->page_after);

  append_escaped (markup, "<span size=\"70%\" rise=\"3pt\" allow_breaks=\"false\">",
                  page != NULL ? page : span->text, "</span>");
}

static void
append_span (GString             *markup,
             PremisePrintBuilder *self,
             const PremiseSpan   *span)
{
  gboolean italic = (span->emphasis & PREMISE_EMPHASIS_ITALIC) != 0;
  gboolean strong = (span->emphasis & PREMISE_EMPHASIS_STRONG) != 0;

  g_string_append_printf (markup, "%s%s", italic ? "<i>" : "", strong ? "<b>" : "");
  switch (span->kind)
    {
    case PREMISE_SPAN_VALUE:
      append_number (markup, self->words, span);
      break;

    case PREMISE_SPAN_CITATION:
      append_citation (markup, self, span);
      break;

    case PREMISE_SPAN_LANGUAGE:
      append_escaped (markup, "<span size=\"75%\" weight=\"bold\">", span->text, "</span>");
      break;

    case PREMISE_SPAN_TEXT:
    case PREMISE_SPAN_LINK:
    default:
      append_escaped (markup, "", span->text, "");
      break;
    }
  g_string_append_printf (markup, "%s%s", strong ? "</b>" : "", italic ? "</i>" : "");
}

/**
 * premise_print_dup_markup:
 * @self: a builder
 * @text: (nullable): a text of its report
 *
 * Returns: (transfer full): the text as markup, empty for none
 */
char *
premise_print_dup_markup (PremisePrintBuilder *self,
                          PremiseText         *text)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  g_autoptr(GPtrArray) spans = NULL;

  if (text != NULL)
    spans = premise_text_render (text, self->language, self->evaluator);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    append_span (markup, self, g_ptr_array_index (spans, i));

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

/**
 * premise_print_dup_value:
 * @self: a builder
 * @variable: position of a variable
 * @cell: position of one of its cells
 * @format: (nullable): how to write it
 *
 * Returns: (transfer full): markup with the value, and with that of the base case where it is another
 */
char *
premise_print_dup_value (PremisePrintBuilder *self,
                         guint                variable,
                         guint                cell,
                         const PremiseFormat *format)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  g_autofree char *value = premise_value_text_dup (self->report, self->evaluator, variable, cell, format,
                                                   self->language);
  g_autofree char *base = premise_value_text_dup_base (self->report, self->evaluator, variable, cell,
                                                       format, self->language);

  append_escaped (markup, base != NULL ? "<b>" : "", value, base != NULL ? "</b>" : "");
  if (base != NULL)
    append_base (markup, self->words, base);

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

static void
clear_piece (gpointer data)
{
  g_object_unref (((PremisePrintPiece *) data)->layout);
}

/**
 * premise_print_builder_add_row:
 * @self: a builder
 * @height: of the row
 *
 * Returns: (transfer none): a new row without anything in it, until the next is added
 */
PremisePrintRow *
premise_print_builder_add_row (PremisePrintBuilder *self,
                               double               height)
{
  PremisePrintRow row = {
    .pieces = g_array_new (FALSE, FALSE, sizeof (PremisePrintPiece)),
    .above = self->above,
    .height = height,
    .bar = self->bar,
    .head = PREMISE_PRINT_NO_HEAD,
  };

  g_array_set_clear_func (row.pieces, clear_piece);
  g_array_append_val (self->rows, row);
  self->above = 0;

  return &g_array_index (self->rows, PremisePrintRow, self->rows->len - 1);
}

void
premise_print_row_add (PremisePrintRow *row,
                       PangoLayout     *layout,
                       int              line,
                       double           x,
                       double           y,
                       gboolean         muted)
{
  PremisePrintPiece piece = { g_object_ref (layout), line, x, y, muted };

  g_array_append_val (row->pieces, piece);
}

/**
 * premise_print_builder_add:
 * @self: a builder
 * @markup: what is written
 * @style: how
 *
 * Adds a paragraph, a row for each line. No page begins or ends with a line that belongs to
 * others on another page, and no heading is the last on its page.
 */
void
premise_print_builder_add (PremisePrintBuilder *self,
                           const char          *markup,
                           PremisePrintStyle    style)
{
  g_autoptr(PangoLayout) layout = premise_print_layout_new (self->context, markup, style, 1, self->width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);
  int line = 0;

  do
    {
      PremisePrintRow *row;
      PangoRectangle extents;
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      row = premise_print_builder_add_row (self, (double) (bottom - top) / PANGO_SCALE);
      row->keep = styles[style].keep || (n_lines > 1 && (line == 0 || line == n_lines - 2));
      premise_print_row_add (row, layout, line, self->left + (double) extents.x / PANGO_SCALE,
                             (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE,
                             styles[style].muted);
      line++;
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

void
premise_print_builder_add_text (PremisePrintBuilder *self,
                                PremiseText         *text,
                                PremisePrintStyle    style)
{
  g_autofree char *markup = premise_print_dup_markup (self, text);

  if (*markup != '\0')
    premise_print_builder_add (self, markup, style);
}
