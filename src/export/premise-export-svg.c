/* premise-export-svg.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cairo writes letters into an SVG file as outlines, which nobody can search, correct or read aloud.
 * So texts are left out of what it draws and written by us, as text. What shows the file may have
 * other fonts: each line is told how wide it is to be.
 */

#include "config.h"

#include "premise-export-svg-private.h"

#include <string.h>

static void
append_number (GString    *elements,
               const char *name,
               double      value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (elements, " %s=\"%s\"", name, g_ascii_formatd (digits, sizeof digits, "%.2f", value));
}

static void
append_color (GString            *elements,
              const char         *name,
              const PremiseColor *color)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (elements, " %s=\"#%02x%02x%02x\"", name, (guint) (color->red * 255 + 0.5),
                          (guint) (color->green * 255 + 0.5), (guint) (color->blue * 255 + 0.5));
  if (color->alpha < 1)
    g_string_append_printf (elements, " %s-opacity=\"%s\"", name,
                            g_ascii_formatd (digits, sizeof digits, "%.3f", color->alpha));
}

static void
append_font (GString     *elements,
             PangoLayout *layout)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  const char *family;
  g_autofree char *escaped = NULL;

  if (font == NULL)
    font = pango_context_get_font_description (pango_layout_get_context (layout));

  family = pango_font_description_get_family (font);
  escaped = g_markup_escape_text (family != NULL ? family : "Sans", -1);
  g_string_append_printf (elements, " font-family=\"%s, sans-serif\"", escaped);
  append_number (elements, "font-size", pango_font_description_get_size (font) / (double) PANGO_SCALE);
  if (pango_font_description_get_weight (font) != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (elements, " font-weight=\"%d\"", (int) pango_font_description_get_weight (font));
}

/* (transfer full): what of a line is seen: the end of a long one is left out. */
static char *
dup_line_text (PangoLayout     *layout,
               PangoLayoutLine *line)
{
  const char *all = pango_layout_get_text (layout);
  g_autoptr(GString) text = NULL;

  if (!pango_layout_is_ellipsized (layout))
    return g_strndup (all + pango_layout_line_get_start_index (line), (gsize) pango_layout_line_get_length (line));

  text = g_string_new (NULL);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoItem *item = ((const PangoGlyphItem *) l->data)->item;

      if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        g_string_append (text, "…");
      else
        g_string_append_len (text, all + item->offset, item->length);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* @x, @y: where the line begins on its baseline, in the picture */
static void
append_line (GString            *elements,
             PangoLayout        *layout,
             PangoLayoutLine    *line,
             double              x,
             double              y,
             double              width,
             const PremiseColor *color,
             const PremiseColor *halo,
             double              halo_width)
{
  gboolean rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  g_autofree char *text = dup_line_text (layout, line);
  g_autofree char *escaped = NULL;

  g_strchomp (text);
  if (*text == '\0')
    return;

  escaped = g_markup_escape_text (text, -1);
  g_string_append (elements, "<text");
  append_number (elements, "x", rtl ? x + width : x);
  append_number (elements, "y", y);
  append_font (elements, layout);
  append_color (elements, "fill", color);
  if (rtl)
    g_string_append (elements, " direction=\"rtl\"");
  if (halo != NULL)
    {
      append_color (elements, "stroke", halo);
      append_number (elements, "stroke-width", halo_width);
      g_string_append (elements, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  append_number (elements, "textLength", width);
  g_string_append_printf (elements, " lengthAdjust=\"spacingAndGlyphs\">%s</text>\n", escaped);
}

void
premise_svg_append_text (GString            *elements,
                         cairo_t            *cr,
                         PangoLayout        *layout,
                         double              x,
                         double              y,
                         const PremiseColor *color,
                         const PremiseColor *halo,
                         double              halo_width)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical;
      double from, baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      from = x + logical.x / (double) PANGO_SCALE;
      baseline = y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
      cairo_user_to_device (cr, &from, &baseline);
      append_line (elements, layout, pango_layout_iter_get_line_readonly (iter), from, baseline,
                   logical.width / (double) PANGO_SCALE, color, halo, halo_width);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

void
premise_svg_insert (GByteArray    *svg,
                    const GString *elements)
{
  static const char end[] = "</svg>";
  g_autofree char *tail = NULL;
  const char *found;
  gsize at;

  found = g_strrstr_len ((const char *) svg->data, (gssize) svg->len, end);
  g_return_if_fail (found != NULL);

  at = (gsize) (found - (const char *) svg->data);
  tail = g_strndup (found, svg->len - at);
  g_byte_array_set_size (svg, (guint) at);
  g_byte_array_append (svg, (const guint8 *) elements->str, (guint) elements->len);
  g_byte_array_append (svg, (const guint8 *) tail, (guint) strlen (tail));
}
