/* premise-driver-screen.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-driver-private.h"

#include <cairo.h>
#include <X11/Xutil.h>

/* Pictures this far apart that are the same mean that nothing moves any more. */
#define STILL_USEC (120 * 1000)

/* The screen as 24-bit colour, which is what the virtual one has. */
static cairo_surface_t *
take_picture (PremiseDriver *self)
{
  Window root = DefaultRootWindow (self->display);
  int width = DisplayWidth (self->display, DefaultScreen (self->display));
  int height = DisplayHeight (self->display, DefaultScreen (self->display));
  XWindowAttributes attributes;
  XImage *image;
  cairo_surface_t *surface;
  Window child;
  int x = 0, y = 0;

  if (XGetWindowAttributes (self->display, self->x_window, &attributes) != 0)
    {
      XTranslateCoordinates (self->display, self->x_window, root, 0, 0, &x, &y, &child);
      x = CLAMP (x, 0, width - 1);
      y = CLAMP (y, 0, height - 1);
      width = MIN (attributes.width, width - x);
      height = MIN (attributes.height, height - y);
    }

  image = XGetImage (self->display, root, x, y, (guint) width, (guint) height, AllPlanes, ZPixmap);
  if (image == NULL || image->bits_per_pixel != 32)
    {
      if (image != NULL)
        XDestroyImage (image);
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  for (int row = 0; row < height; row++)
    memcpy (cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface),
            image->data + row * image->bytes_per_line, (gsize) width * 4);
  cairo_surface_mark_dirty (surface);
  XDestroyImage (image);

  return surface;
}

static gboolean
is_same_picture (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  int stride = cairo_image_surface_get_stride (a);
  int height = cairo_image_surface_get_height (a);

  return stride == cairo_image_surface_get_stride (b)
         && height == cairo_image_surface_get_height (b)
         && memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                    (gsize) stride * (gsize) height) == 0;
}

static cairo_surface_t *
take_still_picture (PremiseDriver *self)
{
  gint64 end = g_get_monotonic_time () + PREMISE_DRIVER_TIMEOUT_USEC / 4;
  cairo_surface_t *before = take_picture (self);

  /* A blinking cursor may never come to rest: the last picture will do then. */
  while (before != NULL && g_get_monotonic_time () < end)
    {
      cairo_surface_t *now;
      gboolean same;

      g_usleep (STILL_USEC);
      now = take_picture (self);
      same = now != NULL && is_same_picture (before, now);
      cairo_surface_destroy (before);
      before = now;
      if (same)
        break;
    }

  return before;
}

/**
 * premise_driver_screenshot:
 * @self: a driver
 * @path: where to write the PNG
 * @error: return location for an error
 *
 * Waits until the window stands still and writes what is seen of it.
 *
 * Returns: whether it was written
 */
gboolean
premise_driver_screenshot (PremiseDriver  *self,
                           const char     *path,
                           GError        **error)
{
  cairo_surface_t *picture = take_still_picture (self);
  cairo_status_t status;

  if (picture == NULL)
    {
      g_set_error_literal (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_SCREEN,
                           "The screen cannot be read.");
      return FALSE;
    }

  status = cairo_surface_write_to_png (picture, path);
  cairo_surface_destroy (picture);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_SCREEN,
                   "“%s” cannot be written: %s.", path, cairo_status_to_string (status));
      return FALSE;
    }

  return TRUE;
}
