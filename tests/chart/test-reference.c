/* test-reference.c: The samples look as they did
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * reference.txt has a coarse picture of each sample: what is drawn may move by some pixels, as
 * with another version of a font, but not go, come, or change its colour. After a change that is
 * meant, PREMISE_REFERENCE=tests/chart/reference.txt writes it anew; look at the samples first.
 */

#include "config.h"

#include "chart-samples.h"

#include <math.h>
#include <pango/pangocairo.h>

#define WIDTH 640
#define HEIGHT 360

/* A cell is the mean of a square so wide. */
#define CELL 20
#define COLUMNS (WIDTH / CELL)
#define ROWS (HEIGHT / CELL)
#define N_BYTES (COLUMNS * ROWS * 3)

/* Of 255: how far cells may be from the reference on average, and how many of a hundred may be
 * further than what can be seen. */
#define MAX_MEAN 3.0
#define SEEN 40
#define MAX_SEEN 2.0

static void
draw (guint   sample,
      guint8 *cells)
{
  g_autoptr(PremiseChart) chart = chart_samples_new (sample, sample % 2 == 1);
  PangoContext *context = chart_samples_new_context ();
  g_autoptr(PremiseScene) scene = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PremiseTheme theme;
  const guint8 *pixels;
  int stride;

  premise_theme_init (&theme, PREMISE_THEME_LIGHT, 1);
  scene = premise_chart_layout (chart, WIDTH, HEIGHT, &theme, context, FALSE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  premise_scene_draw (scene, cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);

  for (guint cell = 0; cell < COLUMNS * ROWS; cell++)
    {
      guint sums[3] = { 0 };

      for (guint i = 0; i < CELL * CELL; i++)
        {
          guint x = cell % COLUMNS * CELL + i % CELL;
          guint y = cell / COLUMNS * CELL + i / CELL;
          guint32 pixel;

          memcpy (&pixel, pixels + y * stride + x * 4, sizeof pixel);
          for (guint band = 0; band < 3; band++)
            sums[band] += pixel >> (8 * band) & 0xff;
        }

      for (guint band = 0; band < 3; band++)
        cells[cell * 3 + band] = (guint8) (sums[band] / (CELL * CELL));
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static char *
to_text (const guint8 *cells)
{
  return g_base64_encode (cells, N_BYTES);
}

static char *
find_reference (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "reference.txt", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], " ", 2);

      if (g_strcmp0 (parts[0], name) == 0 && parts[1] != NULL)
        return g_strdup (parts[1]);
    }

  return NULL;
}

static void
test_reference (gconstpointer data)
{
  guint sample = GPOINTER_TO_UINT (data);
  g_autofree char *text = find_reference (chart_samples_get_name (sample));
  g_autofree guint8 *expected = NULL;
  guint8 cells[N_BYTES];
  gsize length;
  double sum = 0;
  double seen = 0;

  g_assert_nonnull (text);
  expected = g_base64_decode (text, &length);
  g_assert_cmpuint (length, ==, N_BYTES);
  draw (sample, cells);

  for (guint i = 0; i < N_BYTES; i++)
    {
      double difference = fabs ((double) cells[i] - expected[i]);

      sum += difference;
      seen += difference > SEEN;
    }

  g_test_message ("mean %.2f, seen %.2f %%", sum / N_BYTES, seen * 100 / N_BYTES);
  g_assert_cmpfloat (sum / N_BYTES, <=, MAX_MEAN);
  g_assert_cmpfloat (seen * 100 / N_BYTES, <=, MAX_SEEN);
}

static int
write_references (const char *path)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < chart_samples_get_n (); i++)
    {
      guint8 cells[N_BYTES];
      g_autofree char *line = NULL;

      draw (i, cells);
      line = to_text (cells);
      g_string_append_printf (text, "%s %s\n", chart_samples_get_name (i), line);
    }

  if (g_file_set_contents (path, text->str, -1, &error))
    return 0;

  g_printerr ("%s\n", error->message);

  return 1;
}

int
main (int   argc,
      char *argv[])
{
  const char *path = g_getenv ("PREMISE_REFERENCE");

  if (path != NULL)
    return write_references (path);

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < chart_samples_get_n (); i++)
    {
      g_autofree char *name = g_strconcat ("/chart/reference/", chart_samples_get_name (i), NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_reference);
    }

  return g_test_run ();
}
