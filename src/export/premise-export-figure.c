/* premise-export-figure.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-export.h"
#include "premise-export-svg-private.h"

#include "premise-figure.h"
#include "premise-scene.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

G_DEFINE_QUARK (premise-export-error-quark, premise_export_error)

static const double margin = 12;

/* What stands around a chart on paper: its number, title, unit and source. */
typedef struct
{
  PangoLayout *head;
  PangoLayout *unit;
  PangoLayout *source;
  double       head_height;
  double       unit_height;
  double       source_height;
} Frame;

typedef struct
{
  PremiseChart *chart;
  PremiseTheme  theme;
  PangoContext *context;
  Frame         frame;
  double        width;
  double        chart_height;
  GString      *texts;        /* (nullable): where texts are written instead of being drawn */
} Page;

static PangoLayout *
layout_new (Page       *page,
            const char *text,
            double      size,
            gboolean    bold,
            double     *height)
{
  PangoLayout *layout = pango_layout_new (page->context);
  PangoFontDescription *font = pango_font_description_from_string (page->theme.font_family);
  int pixels;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_width (layout, (int) ((page->width - 2 * margin) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &pixels);
  *height = *text != '\0' ? pixels + 4 : 0;

  return layout;
}

static void
page_init (Page               *page,
           PremiseReport      *report,
           const PremiseBlock *block,
           PremiseEvaluator   *evaluator,
           const char         *language,
           double              width)
{
  g_autofree char *exhibit = premise_figure_dup_exhibit_label (block->exhibit, language);
  g_autofree char *unit = premise_figure_dup_unit_line (report, block, evaluator, language);
  g_autofree char *source = premise_figure_dup_source_line (report, block, language);
  g_autofree char *title = NULL;
  g_autofree char *head = NULL;

  if (block->title != NULL)
    title = premise_text_render_plain (block->title, language, evaluator);
  head = g_strdup_printf ("%s  %s", exhibit, title != NULL ? title : "");

  page->width = width;
  page->chart = premise_figure_build_chart (report, block, evaluator, language);
  page->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_language (page->context, pango_language_from_string (language));
  premise_theme_init (&page->theme, PREMISE_THEME_PRINT, 1.0);

  page->frame.head = layout_new (page, head, page->theme.font_size * 1.2, TRUE,
                                 &page->frame.head_height);
  page->frame.unit = layout_new (page, unit != NULL ? unit : "", page->theme.font_size, FALSE,
                                 &page->frame.unit_height);
  page->frame.source = layout_new (page, source != NULL ? source : "", page->theme.font_size * 0.9,
                                   FALSE, &page->frame.source_height);
  page->chart_height = premise_chart_get_natural_height (page->chart, width - 2 * margin,
                                                         &page->theme, page->context);
}

static void
page_clear (Page *page)
{
  g_clear_pointer (&page->chart, premise_chart_unref);
  g_clear_object (&page->frame.head);
  g_clear_object (&page->frame.unit);
  g_clear_object (&page->frame.source);
  g_clear_object (&page->context);
}

static double
page_height (const Page *page)
{
  return ceil (2 * margin + page->frame.head_height + page->frame.unit_height +
               page->chart_height + page->frame.source_height);
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
show_layout (Page         *page,
             cairo_t      *cr,
             PangoLayout  *layout,
             PremiseColor  color,
             double        y)
{
  if (page->texts != NULL)
    {
      premise_svg_append_text (page->texts, cr, layout, margin, y, &color, NULL, 0);
      return;
    }

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  cairo_move_to (cr, margin, y);
  pango_cairo_show_layout (cr, layout);
}

static void
page_draw (Page    *page,
           cairo_t *cr)
{
  g_autoptr(PremiseScene) scene = NULL;
  double y = margin;

  scene = premise_chart_layout (page->chart, page->width - 2 * margin, page->chart_height,
                                &page->theme, page->context, FALSE);

  cairo_set_source_rgb (cr, page->theme.background.red, page->theme.background.green,
                        page->theme.background.blue);
  cairo_paint (cr);

  show_layout (page, cr, page->frame.head, page->theme.foreground, y);
  y += page->frame.head_height;
  show_layout (page, cr, page->frame.unit, page->theme.muted, y);
  y += page->frame.unit_height;

  cairo_save (cr);
  cairo_translate (cr, margin, y);
  if (page->texts != NULL)
    premise_scene_draw_with_text (scene, cr, write_text_cb, page->texts);
  else
    premise_scene_draw (scene, cr);
  cairo_restore (cr);

  show_layout (page, cr, page->frame.source, page->theme.muted, y + page->chart_height);
}

static gboolean
check_figure (const PremiseBlock  *block,
              GError             **error)
{
  if ((block->type == PREMISE_BLOCK_FIGURE && block->figure != NULL)
      || (block->type == PREMISE_BLOCK_DIAGRAM && block->diagram != NULL))
    return TRUE;

  g_set_error_literal (error, PREMISE_EXPORT_ERROR, PREMISE_EXPORT_ERROR_NOT_A_FIGURE,
                       _("Only a figure can be exported as a picture"));
  return FALSE;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The PDF's date would make two exports of the same numbers differ. */
static void
drop_pdf_date (cairo_surface_t *surface)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, "");
}

static GBytes *
render (Page       *page,
        const char *format,
        double      scale,
        GError    **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GString) texts = g_string_new (NULL);
  gboolean is_png = g_str_equal (format, "png");
  gboolean is_svg = g_str_equal (format, "svg");
  double height = page_height (page);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (is_png)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (page->width * scale),
                                          (int) ceil (height * scale));
  else if (is_svg)
    surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, page->width, height);
  else
    surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, page->width, height);

  if (g_str_equal (format, "pdf"))
    drop_pdf_date (surface);
  if (is_png)
    cairo_surface_set_device_scale (surface, scale, scale);

  page->texts = is_svg ? texts : NULL;
  cr = cairo_create (surface);
  page_draw (page, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);

  if (is_png)
    cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PREMISE_EXPORT_ERROR, PREMISE_EXPORT_ERROR_WRITE,
                   _("The figure could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  if (is_svg)
    premise_svg_insert (bytes, texts);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
render_figure (PremiseReport       *report,
               const PremiseBlock  *block,
               PremiseEvaluator    *evaluator,
               const char          *language,
               double               width,
               double               scale,
               const char          *format,
               GError             **error)
{
  Page page = { NULL, };
  GBytes *bytes;

  if (!check_figure (block, error))
    return NULL;

  page_init (&page, report, block, evaluator, language, width);
  bytes = render (&page, format, scale, error);
  page_clear (&page);

  return bytes;
}

/**
 * premise_export_figure_png:
 * @report: the report
 * @block: a figure block of it
 * @evaluator: the values to draw
 * @language: the language of every text
 * @width: width in logical pixels
 * @scale: pixels for each logical pixel, 1 to 4
 * @error: return location for a #PremiseExportError
 *
 * Draws a figure with its number, title, unit and source line.
 *
 * Returns: (transfer full) (nullable): a PNG file, or NULL with @error set
 */
GBytes *
premise_export_figure_png (PremiseReport       *report,
                           const PremiseBlock  *block,
                           PremiseEvaluator    *evaluator,
                           const char          *language,
                           double               width,
                           double               scale,
                           GError             **error)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  return render_figure (report, block, evaluator, language, width, scale, "png", error);
}

/**
 * premise_export_figure_svg:
 * @report: the report
 * @block: a figure block of it
 * @evaluator: the values to draw
 * @language: the language of every text
 * @width: width in points
 * @error: return location for a #PremiseExportError
 *
 * Draws a figure with its number, title, unit and source line; its texts are text.
 *
 * Returns: (transfer full) (nullable): an SVG file, or NULL with @error set
 */
GBytes *
premise_export_figure_svg (PremiseReport       *report,
                           const PremiseBlock  *block,
                           PremiseEvaluator    *evaluator,
                           const char          *language,
                           double               width,
                           GError             **error)
{
  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  return render_figure (report, block, evaluator, language, width, 1, "svg", error);
}

/**
 * premise_export_figure:
 * @report: the report
 * @block: a figure block of it
 * @evaluator: the values to draw
 * @language: the language of every text
 * @width: width in logical pixels, points on paper
 * @scale: pixels for each logical pixel of a PNG
 * @path: the file to write, ending in .png, .svg or .pdf
 * @error: return location for a #PremiseExportError
 *
 * Writes a figure to a file. The same numbers give the same bytes.
 *
 * Returns: whether the file was written
 */
gboolean
premise_export_figure (PremiseReport       *report,
                       const PremiseBlock  *block,
                       PremiseEvaluator    *evaluator,
                       const char          *language,
                       double               width,
                       double               scale,
                       const char          *path,
                       GError             **error)
{
  static const char *const formats[] = { "png", "svg", "pdf" };
  g_autoptr(GBytes) bytes = NULL;
  const char *format = NULL;
  gsize size;

  g_return_val_if_fail (PREMISE_IS_REPORT (report), FALSE);
  g_return_val_if_fail (block != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (path, formats[i]))
      format = formats[i];

  if (format == NULL)
    {
      g_set_error (error, PREMISE_EXPORT_ERROR, PREMISE_EXPORT_ERROR_FORMAT,
                   _("“%s” must end in .png, .svg or .pdf"), path);
      return FALSE;
    }

  bytes = render_figure (report, block, evaluator, language, width, scale, format, error);
  if (bytes == NULL)
    return FALSE;

  return g_file_set_contents (path, g_bytes_get_data (bytes, &size), (gssize) g_bytes_get_size (bytes),
                              error);
}
