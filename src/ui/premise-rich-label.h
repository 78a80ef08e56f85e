/* premise-rich-label.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-markup.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions that a live number, a table cell, a point of a chart and a link activate. Whoever
 * shows the passport and changes the section installs them on a widget further up. */
#define PREMISE_ACTION_SHOW_VALUE   "section.show-value"    /* (uu): variable, cell */
#define PREMISE_ACTION_SHOW_SECTION "section.show-section"  /* s: id */

#define PREMISE_TYPE_RICH_LABEL (premise_rich_label_get_type ())
G_DECLARE_FINAL_TYPE (PremiseRichLabel, premise_rich_label, PREMISE, RICH_LABEL, GtkWidget)

GtkWidget *premise_rich_label_new       (PremiseSession     *session,
                                         PremiseText        *text,
                                         PremiseMarkupFlags  flags);
GtkWidget *premise_rich_label_get_label (PremiseRichLabel   *self);

G_END_DECLS
