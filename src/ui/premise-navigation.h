/* premise-navigation.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PremisePlace:
 * @child: 0 at the head of a section, then its blocks from 1
 * @fraction: how far down in it, 0 to 1
 *
 * Where a reader is in a section. Blocks have other heights in another language or another
 * width, so a position in pixels would be somewhere else.
 */
typedef struct
{
  guint  child;
  double fraction;
} PremisePlace;

/**
 * PremiseNavigation:
 *
 * The sections that were read, in the order of reading: what Back and Forward go through.
 * Sections are kept by their ids, so that a report that was loaded again has the same trail.
 *
 * Properties "can-go-back" and "can-go-forward" (boolean, notify).
 */
#define PREMISE_TYPE_NAVIGATION (premise_navigation_get_type ())
G_DECLARE_FINAL_TYPE (PremiseNavigation, premise_navigation, PREMISE, NAVIGATION, GObject)

PremiseNavigation *premise_navigation_new                (void) G_GNUC_WARN_UNUSED_RESULT;
void               premise_navigation_visit              (PremiseNavigation  *self,
                                                          const char         *section,
                                                          const PremisePlace *place);
void               premise_navigation_set_place          (PremiseNavigation  *self,
                                                          const PremisePlace *place);
gboolean           premise_navigation_go                 (PremiseNavigation  *self,
                                                          int                 step);
const char        *premise_navigation_get_section        (PremiseNavigation  *self);
PremisePlace       premise_navigation_get_place          (PremiseNavigation  *self);
gboolean           premise_navigation_get_can_go_back    (PremiseNavigation  *self);
gboolean           premise_navigation_get_can_go_forward (PremiseNavigation  *self);

G_END_DECLS
