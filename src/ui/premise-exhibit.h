/* premise-exhibit.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PREMISE_EXHIBIT_PAGE,     /* in the text: as high as it likes, with buttons */
  PREMISE_EXHIBIT_LARGE,    /* alone in a dialog */
  PREMISE_EXHIBIT_SLIDE,    /* on a slide: no buttons */
} PremiseExhibitPlace;

/**
 * PremiseExhibit:
 *
 * A figure or a table with its number, title, unit and source.
 */
#define PREMISE_TYPE_EXHIBIT (premise_exhibit_get_type ())
G_DECLARE_FINAL_TYPE (PremiseExhibit, premise_exhibit, PREMISE, EXHIBIT, GtkWidget)

/* block: a figure, a diagram, or a table with a title. */
GtkWidget *premise_exhibit_new (PremiseSession      *session,
                                const PremiseBlock  *block,
                                PremiseExhibitPlace  place);
/* For one that stands beside another of the same source, which is said below both. */
void       premise_exhibit_hide_source (PremiseExhibit *self);

G_END_DECLS
