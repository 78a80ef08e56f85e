/* premise-gradual.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseGradualStep:
 * @widget: the widget that is filled
 *
 * Adds the next part of @widget.
 *
 * Returns: whether there is more to add
 */
typedef gboolean (*PremiseGradualStep) (GtkWidget *widget);

/**
 * PremiseGradual:
 *
 * Fills a widget over several frames, so that what is out of sight does not
 * delay what is in sight. A member of the widget, all zero at first; the
 * widget cancels it when it is disposed of.
 */
typedef struct
{
  GtkWidget          *widget;   /* unowned: it owns this */
  PremiseGradualStep  step;
  guint               tick_id;  /* 0 when there is nothing to do */
  gboolean            drawn;    /* whether a frame began since the start */
} PremiseGradual;

void premise_gradual_start  (PremiseGradual     *self,
                             GtkWidget          *widget,
                             PremiseGradualStep  step);

void premise_gradual_finish (PremiseGradual     *self);

void premise_gradual_cancel (PremiseGradual     *self);

G_END_DECLS
