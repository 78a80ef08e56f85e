/* premise-export-figure.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-export.h"
#include "premise-export-svg-private.h"
#include "premise-picture-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_QUARK (premise-export-error-quark, premise_export_error)

#define MARGIN 12

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
render (PremisePicture  *picture,
        const char      *format,
        double           scale,
        GError         **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GString) texts = g_string_new (NULL);
  gboolean is_png = g_str_equal (format, "png");
  gboolean is_svg = g_str_equal (format, "svg");
  double height = premise_picture_get_height (picture);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (is_png)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (picture->width * scale),
                                          (int) ceil (height * scale));
  else if (is_svg)
    surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, picture->width, height);
  else
    surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, picture->width * scale, height * scale);

  if (g_str_equal (format, "pdf"))
    drop_pdf_date (surface);
  if (is_png)
    cairo_surface_set_device_scale (surface, scale, scale);

  cr = cairo_create (surface);
  if (!is_png && !is_svg)
    cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, picture->theme.background.red, picture->theme.background.green,
                        picture->theme.background.blue);
  cairo_paint (cr);
  premise_picture_draw (picture, cr, is_svg ? texts : NULL);
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
  g_autoptr(PremisePicture) picture = NULL;

  if (!check_figure (block, error))
    return NULL;

  picture = premise_picture_new (report, block, evaluator, language, width, MARGIN);

  return render (picture, format, scale, error);
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
 * @width: width in logical pixels
 * @scale: pixels of a PNG, or points of a PDF, for each of them
 * @name: name of a file, ending in .png, .svg or .pdf
 * @error: return location for a #PremiseExportError
 *
 * Draws a figure in the format that @name asks for. The same numbers give the same bytes.
 *
 * Returns: (transfer full) (nullable): the content of the file, or NULL with @error set
 */
GBytes *
premise_export_figure (PremiseReport       *report,
                       const PremiseBlock  *block,
                       PremiseEvaluator    *evaluator,
                       const char          *language,
                       double               width,
                       double               scale,
                       const char          *name,
                       GError             **error)
{
  static const char *const formats[] = { "png", "svg", "pdf" };

  g_return_val_if_fail (PREMISE_IS_REPORT (report), NULL);
  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i], NULL);

      if (g_str_has_suffix (name, ending))
        return render_figure (report, block, evaluator, language, width, scale, formats[i], error);
    }

  g_set_error (error, PREMISE_EXPORT_ERROR, PREMISE_EXPORT_ERROR_FORMAT,
               _("“%s” must end in .png, .svg or .pdf"), name);

  return NULL;
}
