/* premise-typeset.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-chart-private.h"
#include "premise-typeset.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Of so many texts each is measured to find the widest. */
#define MAX_MEASURED 64

static PangoContext *
copy_context (PangoContext *context,
              const char   *language)
{
  PangoContext *copy = pango_font_map_create_context (pango_context_get_font_map (context));
  const cairo_font_options_t *given = pango_cairo_context_get_font_options (context);
  cairo_font_options_t *options = given != NULL ? cairo_font_options_copy (given)
                                                : cairo_font_options_create ();

  /* Widths must not depend on the surface: a scene laid out for the screen is also
   * printed, and enlarged. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (copy, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (copy, FALSE);
  pango_context_set_base_dir (copy, PANGO_DIRECTION_LTR);
  pango_context_set_language (copy, language != NULL ? pango_language_from_string (language)
                                                     : pango_context_get_language (context));

  return copy;
}

/* A bit for each script. Those after the 64th share the last one. */
static guint64
get_scripts (const char *text)
{
  guint64 scripts = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if ((guchar) *c >= 0x80)
        scripts |= G_GUINT64_CONSTANT (1) << CLAMP ((int) g_unichar_get_script (g_utf8_get_char (c)), 0, 63);
    }

  return scripts;
}

/* A line is as high as the font that its script falls back to: Chinese is higher. */
static void
measure_line (PremiseTypesetter *self,
              guint64           *measured,
              const char        *text)
{
  guint64 scripts = text != NULL ? get_scripts (text) : 0;
  g_autoptr(PangoLayout) layout = NULL;

  if ((scripts & ~*measured) == 0)
    return;

  layout = premise_typeset_new (self, text);
  self->line = fmax (self->line, premise_typeset_height (layout));
  *measured |= scripts;
}

void
premise_typesetter_init (PremiseTypesetter  *self,
                         PremiseChart       *chart,
                         const PremiseTheme *theme,
                         PangoContext       *context)
{
  double size = theme->font_size * theme->text_scale;
  g_autoptr(PangoLayout) latin = NULL;
  guint64 measured = 0;

  self->context = copy_context (context, chart->language);
  self->font = pango_font_description_copy (pango_context_get_font_description (context));

  if (self->font == NULL)
    self->font = pango_font_description_new ();
  if (theme->font_family != NULL)
    pango_font_description_set_family (self->font, theme->font_family);
  pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);

  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));

  if (chart->language != NULL)
    pango_attr_list_insert (self->attributes,
                            pango_attr_language_new (pango_language_from_string (chart->language)));

  self->n_broken = 0;
  self->widest_of = NULL;
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  latin = premise_typeset_new (self, "Ag0");
  self->line = premise_typeset_height (latin);
  measure_line (self, &measured, chart->category_title);
  measure_line (self, &measured, chart->value_title);
  measure_line (self, &measured, chart->base_label);
  measure_line (self, &measured, chart->stamp);

  for (guint i = 0; i < chart->panels->len; i++)
    measure_line (self, &measured, g_ptr_array_index (chart->panels, i));
  for (guint i = 0; i < chart->categories->len; i++)
    measure_line (self, &measured, g_ptr_array_index (chart->categories, i));
  for (guint i = 0; i < chart->series->len; i++)
    measure_line (self, &measured, premise_chart_get_series_label (chart, i));
}

void
premise_typesetter_clear (PremiseTypesetter *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_pointer (&self->widths, g_hash_table_unref);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
}

PangoLayout *
premise_typeset_new (PremiseTypesetter *self,
                  const char        *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);

  return layout;
}

/* Whether a word had to be broken at that width. */
static gboolean
breaks_words (PangoLayout *layout,
              int          width)
{
  g_autoptr(PangoLayout) probe = pango_layout_copy (layout);
  PangoRectangle extents;

  pango_layout_set_ellipsize (probe, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_wrap (probe, PANGO_WRAP_WORD);
  pango_layout_get_extents (probe, NULL, &extents);

  return extents.width > width;
}

/* Lines of about the same length, rather than a last one with a single character. */
static void
balance (PangoLayout *layout)
{
  int n_lines = pango_layout_get_line_count (layout);
  int most = pango_layout_get_width (layout);
  int least = most / MAX (n_lines, 1) / 2;

  while (most - least > PANGO_SCALE)
    {
      int middle = least + (most - least) / 2;

      pango_layout_set_width (layout, middle);

      if (pango_layout_get_line_count (layout) <= n_lines && !pango_layout_is_ellipsized (layout)
          && !breaks_words (layout, middle))
        most = middle;
      else
        least = middle;
    }

  pango_layout_set_width (layout, most);
}

PangoLayout *
premise_typeset_new_boxed (PremiseTypesetter *self,
                        const char        *text,
                        double             width,
                        guint              max_lines,
                        PangoAlignment     align)
{
  PangoLayout *layout = premise_typeset_new (self, text);

  pango_layout_set_alignment (layout, align);

  /* A text that fits keeps its own width, so that its bounds are tight. */
  if (premise_typeset_width (layout) <= width)
    return layout;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) MAX (max_lines, 1));
  pango_layout_set_width (layout, (int) floor (fmax (width, 1) * PANGO_SCALE));

  if (max_lines > 1 && !pango_layout_is_ellipsized (layout))
    balance (layout);

  return layout;
}

/* In the font and not as an attribute: SVG is written from the font. */
void
premise_typeset_set_bold (PangoLayout *layout)
{
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

void
premise_typeset_set_scale (PangoLayout *layout,
                           double       scale)
{
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * scale);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

double
premise_typeset_width (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return extents.width / (double) PANGO_SCALE;
}

double
premise_typeset_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return extents.height / (double) PANGO_SCALE;
}

double
premise_typeset_measure (PremiseTypesetter *self,
                      const char        *text)
{
  const double *known = text != NULL ? g_hash_table_lookup (self->widths, text) : NULL;
  g_autoptr(PangoLayout) layout = NULL;
  double width;

  if (known != NULL)
    return *known;

  layout = premise_typeset_new (self, text);
  width = premise_typeset_width (layout);
  if (text != NULL)
    g_hash_table_insert (self->widths, g_strdup (text), g_memdup2 (&width, sizeof width));

  return width;
}

PangoLayout *
premise_typeset_find_block (PremiseTypesetter *self,
                            const char        *key)
{
  PangoLayout *layout = g_hash_table_lookup (self->blocks, key);

  return layout != NULL ? g_object_ref (layout) : NULL;
}

void
premise_typeset_keep_block (PremiseTypesetter *self,
                            const char        *key,
                            PangoLayout       *layout)
{
  g_hash_table_insert (self->blocks, g_strdup (key), g_object_ref (layout));
}

/* Latin letters are about half as wide as Chinese characters. */
static glong
estimate_width (const char *text)
{
  glong width = 0;

  for (const char *c = text; *c != '\0';)
    {
      gboolean ascii = (guchar) *c < 0x80;

      width += ascii || !g_unichar_iswide (g_utf8_get_char (c)) ? 1 : 2;
      c = ascii ? c + 1 : g_utf8_next_char (c);
    }

  return width;
}

double
premise_typeset_widest (PremiseTypesetter *self,
                        const GPtrArray   *texts)
{
  double widest = 0;
  glong most = 0;

  if (texts == self->widest_of)
    return self->widest;

  for (guint i = 0; i < texts->len; i++)
    most = MAX (most, estimate_width (g_ptr_array_index (texts, i)));

  /* Of many labels only the longest are measured: it takes a while, and most are left out later. */
  for (guint i = 0, measured = 0; i < texts->len && measured < MAX_MEASURED; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      if (texts->len > MAX_MEASURED && estimate_width (text) < most)
        continue;

      widest = fmax (widest, premise_typeset_measure (self, text));
      measured++;
    }

  self->widest_of = texts;
  self->widest = widest;

  return widest;
}

gboolean
premise_typeset_can_wrap (PremiseTypesetter *self,
                       const char        *text,
                       double             width,
                       guint              max_lines)
{
  g_autoptr(PangoLayout) layout = NULL;

  if (premise_typeset_measure (self, text) <= width)
    return TRUE;
  if (max_lines <= 1)
    return FALSE;

  layout = premise_typeset_new (self, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) floor (fmax (width, 1) * PANGO_SCALE));

  return (guint) pango_layout_get_line_count (layout) <= max_lines
         && premise_typeset_width (layout) <= width;
}
