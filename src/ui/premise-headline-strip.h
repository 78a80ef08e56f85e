/* premise-headline-strip.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseHeadlineStrip:
 *
 * The headline numbers of a section with their change against the base case.
 * Stays in view while sliders move; takes several lines when narrow.
 *
 * Signal: "value-activated" (uint variable, uint cell) when one of them is activated.
 */
#define PREMISE_TYPE_HEADLINE_STRIP (premise_headline_strip_get_type ())
G_DECLARE_FINAL_TYPE (PremiseHeadlineStrip, premise_headline_strip, PREMISE, HEADLINE_STRIP, GtkWidget)

GtkWidget *premise_headline_strip_new         (PremiseSession       *session);
void       premise_headline_strip_set_section (PremiseHeadlineStrip *self,
                                               guint                 section);
/* Only the first metric, for the handle of the bottom sheet. */
void       premise_headline_strip_set_compact (PremiseHeadlineStrip *self,
                                               gboolean              compact);

/* Two columns. */
void       premise_headline_strip_set_narrow  (PremiseHeadlineStrip *self,
                                               gboolean              narrow);

/* Shows no more than max numbers. */
void       premise_headline_strip_set_max     (PremiseHeadlineStrip *self,
                                               guint                 max);

G_END_DECLS
