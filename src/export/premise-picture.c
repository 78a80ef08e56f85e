/* premise-picture.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-picture-private.h"

#include "premise-export-svg-private.h"
#include "premise-figure.h"

#include <math.h>
#include <pango/pangocairo.h>

static PangoLayout *
layout_new (PremisePicture *self,
            const char     *text,
            double          size,
            gboolean        bold,
            double         *height)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (self->theme.font_family);
  int pixels;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_width (layout, (int) ((self->width - 2 * self->margin) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &pixels);
  *height = *text != '\0' ? pixels + 4 : 0;

  return layout;
}

/**
 * premise_picture_new:
 * @report: the report
 * @block: a figure or a diagram of it
 * @evaluator: the values to draw
 * @language: the language of every text
 * @width: width in logical pixels, points on paper
 * @margin: what is left free on each side of it
 *
 * Returns: (transfer full): the picture, with the values as they are now
 */
PremisePicture *
premise_picture_new (PremiseReport      *report,
                     const PremiseBlock *block,
                     PremiseEvaluator   *evaluator,
                     const char         *language,
                     double              width,
                     double              margin)
{
  PremisePicture *self = g_new0 (PremisePicture, 1);
  g_autofree char *exhibit = premise_figure_dup_exhibit_label (block->exhibit, language);
  g_autofree char *unit = premise_figure_dup_unit_line (report, block, evaluator, language);
  g_autofree char *source = premise_figure_dup_source_line (report, block, language);
  g_autofree char *title = NULL;
  g_autofree char *head = NULL;

  if (block->title != NULL)
    title = premise_text_render_plain (block->title, language, evaluator);
  head = g_strdup_printf ("%s  %s", exhibit, title != NULL ? title : "");

  self->width = width;
  self->margin = margin;
  self->chart = premise_figure_build_chart (report, block, evaluator, language);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_language (self->context, pango_language_from_string (language));
  premise_theme_init (&self->theme, PREMISE_THEME_PRINT, 1.0);

  self->head = layout_new (self, head, self->theme.font_size * 1.2, TRUE, &self->head_height);
  self->unit = layout_new (self, unit != NULL ? unit : "", self->theme.font_size, FALSE,
                           &self->unit_height);
  self->source = layout_new (self, source != NULL ? source : "", self->theme.font_size * 0.9, FALSE,
                             &self->source_height);
  self->chart_height = premise_chart_get_natural_height (self->chart, width - 2 * margin, &self->theme,
                                                         self->context);

  return self;
}

void
premise_picture_free (PremisePicture *self)
{
  g_clear_pointer (&self->chart, premise_chart_unref);
  g_clear_object (&self->head);
  g_clear_object (&self->unit);
  g_clear_object (&self->source);
  g_clear_object (&self->context);
  g_free (self);
}

double
premise_picture_get_height (const PremisePicture *self)
{
  return ceil (2 * self->margin + self->head_height + self->unit_height + self->chart_height
               + self->source_height);
}

static void
write_text_cb (cairo_t            *cr,
               PangoLayout        *layout,
               double              x,
               double              y,
               const PremiseColor *color,
               const PremiseColor *halo,
               double              halo_width,
               gpointer            user_data)
{
  premise_svg_append_text (user_data, cr, layout, x, y, color, halo, halo_width);
}

static void
show_layout (const PremisePicture *self,
             cairo_t              *cr,
             PangoLayout          *layout,
             PremiseColor          color,
             double                y,
             GString              *texts)
{
  if (texts != NULL)
    {
      premise_svg_append_text (texts, cr, layout, self->margin, y, &color, NULL, 0);
      return;
    }

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  cairo_move_to (cr, self->margin, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * premise_picture_draw:
 * @self: a picture
 * @cr: where its upper left corner is at 0, 0
 * @texts: (nullable): where texts are written as SVG, instead of being drawn
 *
 * Draws on what is there: the background is the caller's.
 */
void
premise_picture_draw (const PremisePicture *self,
                      cairo_t              *cr,
                      GString              *texts)
{
  g_autoptr(PremiseScene) scene = NULL;
  double y = self->margin;

  scene = premise_chart_layout (self->chart, self->width - 2 * self->margin, self->chart_height,
                                &self->theme, self->context, FALSE);

  show_layout (self, cr, self->head, self->theme.foreground, y, texts);
  y += self->head_height;
  show_layout (self, cr, self->unit, self->theme.muted, y, texts);
  y += self->unit_height;

  cairo_save (cr);
  cairo_translate (cr, self->margin, y);
  if (texts != NULL)
    premise_scene_draw_with_text (scene, cr, write_text_cb, texts);
  else
    premise_scene_draw (scene, cr);
  cairo_restore (cr);

  show_layout (self, cr, self->source, self->theme.muted, y + self->chart_height, texts);
}
