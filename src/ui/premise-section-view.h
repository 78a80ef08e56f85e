/* premise-section-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-navigation.h"
#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PremiseSectionView:
 *
 * One section of the report, scrolled and clamped to a readable width: number
 * and title, key message, blocks. It follows the session's language and values.
 *
 * Signals: "value-activated" (uint variable, uint cell) when a live number, table cell or chart
 * point is activated; "section-requested" (string id) when a link to a section is.
 */
#define PREMISE_TYPE_SECTION_VIEW (premise_section_view_get_type ())
G_DECLARE_FINAL_TYPE (PremiseSectionView, premise_section_view, PREMISE, SECTION_VIEW, GtkWidget)

GtkWidget *premise_section_view_new           (PremiseSession     *session);
guint      premise_section_view_get_section   (PremiseSectionView *self);
void       premise_section_view_set_section   (PremiseSectionView *self,
                                               guint               section);
PremisePlace premise_section_view_get_place    (PremiseSectionView *self);
void       premise_section_view_set_place     (PremiseSectionView *self,
                                               const PremisePlace *place);
/* The widget of a block, PREMISE_MODEL_NOT_FOUND for the head. Returns: (nullable) */
GtkWidget *premise_section_view_get_block     (PremiseSectionView *self,
                                               guint               block);
/* The first figure fills the view and type is large: a slide. */
void       premise_section_view_set_presenting (PremiseSectionView *self,
                                                gboolean            presenting);

G_END_DECLS
