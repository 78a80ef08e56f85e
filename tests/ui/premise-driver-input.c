/* premise-driver-input.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-driver-private.h"

#include <math.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <X11/Xatom.h>

/* A hand moves in small steps: a jump would hide what only shows on the way. */
#define DRAG_STEP 4.0
#define MOTION_PAUSE_USEC (8 * 1000)
#define APPROACH 6
#define KEYBOARD_PAUSE_USEC 300000
#define LOOK_USEC (40 * 1000)
#define MAX_LOOKS 50

/* A window may go between being listed and being asked; Xlib would end the test for it. */
static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

gboolean
premise_driver_open_display (PremiseDriver  *self,
                             GError        **error)
{
  XSetErrorHandler (ignore_error);

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL)
    {
      g_set_error_literal (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_SCREEN,
                           "There is no X display: run this through build-aux/headless.");
      return FALSE;
    }

  return TRUE;
}

/* Values of 32 bits come as longs. */
static long *
get_property (PremiseDriver *self,
              Window         window,
              const char    *name,
              Atom           type,
              unsigned long *n_items)
{
  Atom actual_type;
  int actual_format;
  unsigned long rest;
  unsigned char *data = NULL;

  *n_items = 0;
  if (XGetWindowProperty (self->display, window, XInternAtom (self->display, name, False), 0, 1024,
                          False, type, &actual_type, &actual_format, n_items, &rest,
                          &data) != Success
      || actual_format != 32)
    {
      *n_items = 0;
      g_clear_pointer (&data, XFree);
    }

  return (long *) (gpointer) data;
}

gboolean
premise_driver_find_x_window (PremiseDriver *self)
{
  unsigned long n_windows;
  long *windows = get_property (self, DefaultRootWindow (self->display), "_NET_CLIENT_LIST",
                                XA_WINDOW, &n_windows);

  self->x_window = None;
  for (unsigned long i = 0; i < n_windows && self->x_window == None; i++)
    {
      unsigned long n;
      long *pid = get_property (self, (Window) windows[i], "_NET_WM_PID", XA_CARDINAL, &n);

      if (n == 1 && (guint) pid[0] == self->pid)
        self->x_window = (Window) windows[i];
      if (pid != NULL)
        XFree (pid);
    }
  if (windows != NULL)
    XFree (windows);

  return self->x_window != None;
}

/**
 * premise_driver_get_area:
 * @self: a driver
 * @accessible: something on the screen
 * @area: (out): where it is, in pixels of the screen
 * @error: return location for an error
 *
 * GTK knows where things are in its window and not where the window is, so that the
 * X server has to be asked for the rest.
 *
 * Returns: whether it is anywhere
 */
gboolean
premise_driver_get_area (PremiseDriver      *self,
                         AtspiAccessible    *accessible,
                         PremiseDriverArea  *area,
                         GError            **error)
{
  g_autoptr(AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  g_autoptr(AtspiRect) rect = NULL;
  unsigned long n;
  long *shadow;
  Window child;
  int x, y;

  if (component != NULL)
    rect = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  if (rect == NULL || rect->width <= 0 || rect->height <= 0)
    {
      g_autofree char *name = premise_driver_dup_name (accessible);

      g_set_error (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_SCREEN,
                   "“%s” has no place on the screen.", name);
      return FALSE;
    }

  XTranslateCoordinates (self->display, self->x_window, DefaultRootWindow (self->display),
                         0, 0, &x, &y, &child);

  /* Left, right, top, bottom: the shadow is part of the X window, not of GTK's. */
  shadow = get_property (self, self->x_window, "_GTK_FRAME_EXTENTS", XA_CARDINAL, &n);
  area->x = x + rect->x + (n == 4 ? shadow[0] : 0);
  area->y = y + rect->y + (n == 4 ? shadow[2] : 0);
  area->width = rect->width;
  area->height = rect->height;
  if (shadow != NULL)
    XFree (shadow);

  return TRUE;
}

static void
put_pointer (PremiseDriver *self,
             int            x,
             int            y)
{
  XTestFakeMotionEvent (self->display, -1, x, y, CurrentTime);
  XSync (self->display, False);
  g_usleep (MOTION_PAUSE_USEC);
}

static gboolean
is_pointer_at (PremiseDriver *self,
               int            x,
               int            y)
{
  Window root, child;
  int root_x, root_y, window_x, window_y;
  unsigned int buttons;

  return XQueryPointer (self->display, DefaultRootWindow (self->display), &root, &child,
                        &root_x, &root_y, &window_x, &window_y, &buttons)
         && root_x == x && root_y == y;
}

/**
 * premise_driver_move:
 * @self: a driver
 * @x: across the screen
 * @y: down the screen
 *
 * Puts the pointer somewhere. A pointer that stands there, from the test before, is moved all the same: a hand
 * moves before it clicks, and what has appeared under a resting pointer is not told of it for some frames.
 */
void
premise_driver_move (PremiseDriver *self,
                     double         x,
                     double         y)
{
  int to_x = (int) round (x);
  int to_y = (int) round (y);

  if (is_pointer_at (self, to_x, to_y))
    put_pointer (self, to_x + APPROACH, to_y);
  put_pointer (self, to_x, to_y);
}

static void
press_button (PremiseDriver *self,
              guint          button,
              gboolean       press)
{
  XTestFakeButtonEvent (self->display, button, press ? True : False, CurrentTime);
  XSync (self->display, False);
  g_usleep (MOTION_PAUSE_USEC);
}

/**
 * premise_driver_drag:
 * @self: a driver
 * @from_x: where to press
 * @from_y: where to press
 * @to_x: where to let go
 * @to_y: where to let go
 *
 * Drags with the first button, through all the points between.
 */
void
premise_driver_drag (PremiseDriver *self,
                     double         from_x,
                     double         from_y,
                     double         to_x,
                     double         to_y)
{
  int n = MAX (2, (int) (hypot (to_x - from_x, to_y - from_y) / DRAG_STEP));

  premise_driver_move (self, from_x, from_y);
  press_button (self, 1, TRUE);
  for (int i = 1; i <= n; i++)
    premise_driver_move (self, from_x + (to_x - from_x) * i / n, from_y + (to_y - from_y) * i / n);
  press_button (self, 1, FALSE);
}

/**
 * premise_driver_scroll:
 * @self: a driver
 * @clicks: of the wheel, downwards; upwards when negative
 *
 * Turns the wheel where the pointer is.
 */
void
premise_driver_scroll (PremiseDriver *self,
                       int            clicks)
{
  for (int i = 0; i < ABS (clicks); i++)
    {
      press_button (self, clicks > 0 ? 5 : 4, TRUE);
      press_button (self, clicks > 0 ? 5 : 4, FALSE);
    }
}

/**
 * premise_driver_press_button:
 * @self: a driver
 * @button: a button of the mouse, such as 8 for back
 *
 * Presses a button where the pointer is.
 */
void
premise_driver_press_button (PremiseDriver *self,
                             guint          button)
{
  press_button (self, button, TRUE);
  press_button (self, button, FALSE);
}

/* Nobody clicks on what is moving: a window that has just got another text may still be giving out places. */
static gboolean
get_steady_area (PremiseDriver      *self,
                 AtspiAccessible    *accessible,
                 PremiseDriverArea  *area,
                 GError            **error)
{
  PremiseDriverArea before = { 0, };

  for (guint i = 0; i < MAX_LOOKS; i++)
    {
      if (!premise_driver_get_area (self, accessible, area, error))
        return FALSE;
      if (i > 0 && before.x == area->x && before.y == area->y && before.width == area->width &&
          before.height == area->height)
        return TRUE;

      before = *area;
      g_usleep (LOOK_USEC);
    }

  return TRUE;
}

/**
 * premise_driver_click:
 * @self: a driver
 * @accessible: something on the screen
 * @error: return location for an error
 *
 * Clicks in the middle of it.
 *
 * Returns: whether it is anywhere
 */
gboolean
premise_driver_click (PremiseDriver    *self,
                      AtspiAccessible  *accessible,
                      GError          **error)
{
  PremiseDriverArea area;

  if (!get_steady_area (self, accessible, &area, error))
    return FALSE;

  premise_driver_move (self, area.x + area.width / 2, area.y + area.height / 2);
  press_button (self, 1, TRUE);
  press_button (self, 1, FALSE);

  return TRUE;
}

static void
send_key (PremiseDriver *self,
          KeyCode        code,
          gboolean       press)
{
  XTestFakeKeyEvent (self->display, code, press ? True : False, CurrentTime);
  XSync (self->display, False);
}

static KeySym
parse_keysym (const char *name)
{
  if (g_str_equal (name, "Control"))
    return XK_Control_L;
  if (g_str_equal (name, "Shift"))
    return XK_Shift_L;
  if (g_str_equal (name, "Alt"))
    return XK_Alt_L;

  return XStringToKeysym (name);
}

/**
 * premise_driver_press:
 * @self: a driver
 * @keys: keys joined with +, by their X names; the last is pressed with the others held
 * @error: return location for an error
 *
 * Returns: whether the keyboard has these keys
 */
gboolean
premise_driver_press (PremiseDriver  *self,
                      const char     *keys,
                      GError        **error)
{
  g_auto(GStrv) names = g_strsplit (keys, "+", -1);
  guint n = g_strv_length (names);
  g_autofree KeyCode *codes = g_new0 (KeyCode, n);

  for (guint i = 0; i < n; i++)
    {
      codes[i] = XKeysymToKeycode (self->display, parse_keysym (names[i]));
      if (codes[i] == 0)
        {
          g_set_error (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_INPUT,
                       "There is no key “%s”.", names[i]);
          return FALSE;
        }
    }

  for (guint i = 0; i < n; i++)
    send_key (self, codes[i], TRUE);
  for (guint i = n; i > 0; i--)
    send_key (self, codes[i - 1], FALSE);
  g_usleep (MOTION_PAUSE_USEC);

  return TRUE;
}

static KeySym
keysym_of (gunichar c)
{
  return c < 0x100 ? c : 0x01000000 | c;
}

/* Chinese is on no keyboard: keys that nobody uses get the characters. The program hears of
 * a new keyboard a little later. */
static gboolean
borrow_keys (PremiseDriver *self,
             const char    *text)
{
  int first, last, n;
  gboolean borrowed = FALSE;
  KeySym *map;
  int key;

  XDisplayKeycodes (self->display, &first, &last);
  map = XGetKeyboardMapping (self->display, (KeyCode) first, last - first + 1, &n);
  key = last;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      KeySym keysym[2] = { keysym_of (g_utf8_get_char (p)), keysym_of (g_utf8_get_char (p)) };

      if (XKeysymToKeycode (self->display, keysym[0]) != 0)
        continue;

      while (key >= first && map[(key - first) * n] != NoSymbol)
        key--;
      if (key < first)
        break;
      XChangeKeyboardMapping (self->display, key, 2, keysym, 1);
      XSync (self->display, False);
      borrowed = TRUE;
      key--;
    }
  XFree (map);

  return borrowed;
}

/**
 * premise_driver_type:
 * @self: a driver
 * @text: what to type, in any language
 * @error: return location for an error
 *
 * Types with the keyboard, Shift included.
 *
 * Returns: whether the keyboard has all of it
 */
gboolean
premise_driver_type (PremiseDriver  *self,
                     const char     *text,
                     GError        **error)
{
  KeyCode shift = XKeysymToKeycode (self->display, XK_Shift_L);

  if (borrow_keys (self, text))
    g_usleep (KEYBOARD_PAUSE_USEC);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      KeySym keysym = keysym_of (g_utf8_get_char (p));
      KeyCode code = XKeysymToKeycode (self->display, keysym);
      int n;
      KeySym *levels = code != 0 ? XGetKeyboardMapping (self->display, code, 1, &n) : NULL;
      gboolean shifted = levels != NULL && n > 1 && levels[0] != keysym && levels[1] == keysym;

      if (levels != NULL)
        XFree (levels);
      if (code == 0)
        {
          g_set_error (error, PREMISE_DRIVER_ERROR, PREMISE_DRIVER_ERROR_INPUT,
                       "The keyboard cannot type “%s”.", p);
          return FALSE;
        }

      if (shifted)
        send_key (self, shift, TRUE);
      send_key (self, code, TRUE);
      send_key (self, code, FALSE);
      if (shifted)
        send_key (self, shift, FALSE);
      g_usleep (MOTION_PAUSE_USEC);
    }

  return TRUE;
}
