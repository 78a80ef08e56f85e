/* test-draw.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart-samples.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

#define WIDTH 480
#define HEIGHT 320

typedef cairo_surface_t *(*SurfaceFunc) (GByteArray *bytes);

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_image (GByteArray *bytes)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
}

static cairo_surface_t *
new_svg (GByteArray *bytes)
{
  return cairo_svg_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
}

static cairo_surface_t *
new_pdf (GByteArray *bytes)
{
  return cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
}

static cairo_surface_t *
new_recording (GByteArray *bytes)
{
  return cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
}

static PremiseScene *
new_scene (guint            sample,
           PremiseThemeKind kind)
{
  g_autoptr(PremiseChart) chart = chart_samples_new (sample, sample % 2 == 0);
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;
  PremiseScene *scene;

  premise_theme_init (&theme, kind, 1);
  scene = premise_chart_layout (chart, WIDTH, HEIGHT, &theme, context, FALSE);
  g_object_unref (context);

  return scene;
}

/* Draws after chart, theme and context are gone: the scene keeps what it needs. */
static GByteArray *
draw (guint            sample,
      PremiseThemeKind kind,
      SurfaceFunc      create)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(PremiseScene) scene = new_scene (sample, kind);
  cairo_surface_t *surface = create (bytes);
  cairo_t *cr = cairo_create (surface);

  premise_scene_draw (scene, cr);
  premise_scene_draw_highlight (scene, cr, 0, 0);
  premise_scene_draw_highlight (scene, cr, 77, 77);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE)
    cairo_surface_write_to_png_stream (surface, write_cb, bytes);

  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return bytes;
}

static void
test_draw_surfaces (void)
{
  static const SurfaceFunc surfaces[] = { new_image, new_svg, new_pdf, new_recording };

  for (guint sample = 0; sample < chart_samples_get_n (); sample++)
    {
      for (PremiseThemeKind kind = PREMISE_THEME_LIGHT; kind <= PREMISE_THEME_PRINT; kind++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
            {
              GByteArray *bytes = draw (sample, kind, surfaces[i]);

              g_byte_array_unref (bytes);
            }
        }
    }
}

static void
test_draw_same (void)
{
  static const SurfaceFunc surfaces[] = { new_image, new_svg };

  for (guint v = 0; v < chart_samples_get_n () * G_N_ELEMENTS (surfaces); v++)
    {
      SurfaceFunc create = surfaces[v % G_N_ELEMENTS (surfaces)];
      GByteArray *a = draw (v / G_N_ELEMENTS (surfaces), PREMISE_THEME_LIGHT, create);
      GByteArray *b = draw (v / G_N_ELEMENTS (surfaces), PREMISE_THEME_LIGHT, create);

      g_assert_cmpuint (a->len, >, 500);
      g_assert_cmpmem (a->data, a->len, b->data, b->len);
      g_byte_array_unref (a);
      g_byte_array_unref (b);
    }
}

/* Vector output stays vector: no picture hides in it. */
static void
test_draw_vector (void)
{
  for (guint sample = 0; sample < chart_samples_get_n (); sample++)
    {
      GByteArray *bytes = draw (sample, PREMISE_THEME_PRINT, new_svg);

      g_assert_null (g_strstr_len ((const char *) bytes->data, bytes->len, "<image"));
      g_byte_array_unref (bytes);
    }
}

/* Nothing is painted outside the canvas, nor is the caller's state changed. */
static void
test_draw_bounds (void)
{
  for (guint sample = 0; sample < chart_samples_get_n (); sample++)
    {
      g_autoptr(PremiseScene) scene = new_scene (sample, PREMISE_THEME_LIGHT);
      cairo_surface_t *surface = new_recording (NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      cairo_set_line_width (cr, 7);
      cairo_set_source_rgb (cr, 1, 0, 0);
      premise_scene_draw (scene, cr);
      g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
      g_assert_false (cairo_has_current_point (cr));
      cairo_destroy (cr);

      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, -3);
      g_assert_cmpfloat (y, >=, -3);
      g_assert_cmpfloat (x + width, <=, WIDTH + 3);
      g_assert_cmpfloat (y + height, <=, HEIGHT + 3);
      g_assert_cmpfloat (width, >, WIDTH / 2);
      cairo_surface_destroy (surface);
    }
}

typedef struct
{
  guint texts;
  guint rims;
} Count;

static void
count_cb (cairo_t            *cr,
          PangoLayout        *layout,
          double              x,
          double              y,
          const PremiseColor *color,
          const PremiseColor *halo,
          double              halo_width,
          gpointer            user_data)
{
  Count *count = user_data;

  count->texts++;
  count->rims += halo != NULL;
}

static PremiseScene *
new_named_scene (const char *name)
{
  guint sample = 0;

  while (!g_str_equal (chart_samples_get_name (sample), name))
    sample++;

  return new_scene (sample, PREMISE_THEME_LIGHT);
}

static Count
count_texts (PremiseScene *scene)
{
  cairo_surface_t *surface = new_recording (NULL);
  cairo_t *cr = cairo_create (surface);
  Count count = { 0, 0 };

  premise_scene_draw_with_text (scene, cr, count_cb, &count);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return count;
}

/* No grid line runs through a number, be it only as a rim that hides it. */
static void
assert_grid_is_clear (PremiseScene *scene)
{
  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      PremiseShape number;

      premise_scene_get_shape (scene, i, &number);
      if (number.role != PREMISE_ROLE_VALUE_LABEL)
        continue;

      for (guint k = 0; k < premise_scene_get_n_shapes (scene); k++)
        {
          PremiseShape line;
          double middle = number.bounds.y + number.bounds.height / 2;

          premise_scene_get_shape (scene, k, &line);
          if (line.role == PREMISE_ROLE_GRID && fabs (line.bounds.y - middle) < number.bounds.height / 4)
            g_assert_true (line.bounds.x >= number.bounds.x + number.bounds.width
                           || line.bounds.x + line.bounds.width <= number.bounds.x);
        }
    }
}

/* A rim costs more than all else of a chart, so only what lies over a mark has one. */
static void
test_draw_rims (void)
{
  g_autoptr(PremiseScene) columns = new_named_scene ("column");
  g_autoptr(PremiseScene) stacks = new_named_scene ("stacked");
  Count plain = count_texts (columns);
  Count woven = count_texts (stacks);

  g_assert_cmpuint (plain.texts, >, 18);
  g_assert_cmpuint (plain.rims, ==, 0);
  assert_grid_is_clear (columns);
  g_assert_cmpuint (woven.rims, >, 0);
  g_assert_cmpuint (woven.rims, <, woven.texts);
}

/* Columns on a grid, with room between them. */
static PremiseScene *
new_columns (void)
{
  static const char *const names[] = { "A", "B", "C" };
  static const double values[] = { 31, 47, 23 };
  g_autoptr(PremiseChart) chart = premise_chart_new (PREMISE_MARK_BAR);
  PangoContext *context = chart_samples_new_context ();
  PremiseTheme theme;
  PremiseScene *scene;

  premise_chart_set_categories (chart, names, G_N_ELEMENTS (names));
  premise_chart_add_series (chart, NULL, values, NULL);
  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);
  scene = premise_chart_layout (chart, WIDTH, HEIGHT, &theme, context, FALSE);
  g_object_unref (context);

  return scene;
}

static PremiseRect
find_column (PremiseScene *scene,
             guint         category)
{
  PremiseShape shape = { 0 };

  for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
    {
      premise_scene_get_shape (scene, i, &shape);
      if (shape.role == PREMISE_ROLE_MARK && shape.category == category)
        break;
    }

  return shape.bounds;
}

/* As it is shown where a logical pixel is scale device pixels and the scene begins at origin. */
static cairo_surface_t *
draw_scaled (PremiseScene *scene,
             double        scale,
             double        origin)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) ceil (WIDTH * scale + 1),
                                                         (int) ceil (HEIGHT * scale + 1));
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, origin, origin);
  cairo_scale (cr, scale, scale);
  premise_scene_draw (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Counts the pixels of a row or a column that are neither painted nor left alone. */
static guint
count_soft (cairo_surface_t *surface,
            double           across,
            double           from,
            double           to,
            gboolean         upright)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int i = (int) from; i < (int) to; i++)
    {
      guint8 alpha = upright ? data[i * stride + (int) across] : data[(int) across * stride + i];

      n += alpha != 0 && alpha != 255;
    }

  return n;
}

/* Soft pixels of the grid, between two columns, and of the sides of the columns. */
static guint
count_soft_lines (PremiseScene *scene,
                  double        scale,
                  double        origin)
{
  PremiseRect left = find_column (scene, 0);
  PremiseRect right = find_column (scene, 1);
  cairo_surface_t *surface = draw_scaled (scene, scale, origin);
  double gap = (left.x + left.width + right.x) / 2 * scale + origin;
  double foot = left.y + left.height;
  guint n;

  n = count_soft (surface, gap, 0, (foot + 3) * scale, TRUE)
      + count_soft (surface, (foot - 4) * scale, (left.x - 3) * scale, (right.x + right.width + 3) * scale, FALSE);
  cairo_surface_destroy (surface);

  return n;
}

/* Lines and edges are sharp on screens whose pixels are smaller by a part of one, wherever a chart is on them. */
static void
test_draw_aligned (void)
{
  static const double scales[] = { 1.25, 4 / 3., 1.5, 1.75, 2.25 };
  static const double origins[] = { 0, 0.25, 0.5, 0.75 };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      g_autoptr(PremiseScene) soft = new_columns ();

      /* Without it they are not. */
      g_assert_cmpuint (count_soft_lines (soft, scales[s], 0), >, 2);

      for (guint o = 0; o < G_N_ELEMENTS (origins); o++)
        {
          g_autoptr(PremiseScene) scene = new_columns ();

          premise_scene_align (scene, scales[s], origins[o], origins[o]);
          g_assert_cmpuint (count_soft_lines (scene, scales[s], origins[o]), ==, 0);
        }
    }
}

/* Nor is anything moved by more than half a pixel of the screen. */
static void
test_draw_aligned_place (void)
{
  for (guint sample = 0; sample < chart_samples_get_n (); sample++)
    {
      g_autoptr(PremiseScene) scene = new_scene (sample, PREMISE_THEME_LIGHT);
      g_autoptr(PremiseScene) aligned = new_scene (sample, PREMISE_THEME_LIGHT);

      premise_scene_align (aligned, 1.5, 0.5, 0.25);

      for (guint i = 0; i < premise_scene_get_n_shapes (scene); i++)
        {
          PremiseShape from, to;

          premise_scene_get_shape (scene, i, &from);
          premise_scene_get_shape (aligned, i, &to);
          g_assert_cmpfloat_with_epsilon (from.bounds.x, to.bounds.x, 0.34);
          g_assert_cmpfloat_with_epsilon (from.bounds.y + from.bounds.height, to.bounds.y + to.bounds.height, 0.34);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/draw/surfaces", test_draw_surfaces);
  g_test_add_func ("/chart/draw/same", test_draw_same);
  g_test_add_func ("/chart/draw/vector", test_draw_vector);
  g_test_add_func ("/chart/draw/bounds", test_draw_bounds);
  g_test_add_func ("/chart/draw/rims", test_draw_rims);
  g_test_add_func ("/chart/draw/aligned", test_draw_aligned);
  g_test_add_func ("/chart/draw/aligned-place", test_draw_aligned_place);

  return g_test_run ();
}
