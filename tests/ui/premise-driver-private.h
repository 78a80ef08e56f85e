/* premise-driver-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-driver.h"

#include <gio/gio.h>
#include <X11/Xlib.h>

G_BEGIN_DECLS

/* Long enough for a loaded machine: what is there is found at once. */
#define PREMISE_DRIVER_TIMEOUT_USEC (60 * G_USEC_PER_SEC)
#define PREMISE_DRIVER_POLL_USEC (20 * 1000)

struct _PremiseDriver
{
  GSubprocess     *process;
  guint            pid;
  Display         *display;
  Window           x_window;
  AtspiAccessible *application;
  AtspiAccessible *window;
  AtspiEventListener *listener; /* (nullable): until it listens */
  GPtrArray       *heard;     /* (element-type utf8) (nullable) */
};

gboolean premise_driver_open_display  (PremiseDriver *self,
                                       GError       **error);
/* Finds the program's window among those that the window manager lists. */
gboolean premise_driver_find_x_window (PremiseDriver *self);

G_END_DECLS
