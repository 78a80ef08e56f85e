/* premise-typeset.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-chart.h"
#include "premise-theme.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* What every text of one chart has in common. */
typedef struct
{
  PangoContext         *context;
  PangoFontDescription *font;
  PangoAttrList        *attributes;
  double                line;        /* height of one line */
} PremiseTypesetter;

void         premise_typesetter_init  (PremiseTypesetter  *self,
                                       PremiseChart       *chart,
                                       const PremiseTheme *theme,
                                       PangoContext       *context);
void         premise_typesetter_clear (PremiseTypesetter  *self);

/* One line as wide as it is. */
PangoLayout *premise_typeset_new         (PremiseTypesetter  *self,
                                       const char         *text);
/* At most max_lines lines of that width, with an ellipsis where more is needed. */
PangoLayout *premise_typeset_new_boxed   (PremiseTypesetter  *self,
                                       const char         *text,
                                       double              width,
                                       guint               max_lines,
                                       PangoAlignment      align);
void         premise_typeset_set_bold    (PangoLayout        *layout);
double       premise_typeset_width       (PangoLayout        *layout);
double       premise_typeset_height      (PangoLayout        *layout);
double       premise_typeset_measure     (PremiseTypesetter  *self,
                                       const char         *text);
/* Of the widest; texts: (element-type utf8) */
double       premise_typeset_widest      (PremiseTypesetter  *self,
                                       const GPtrArray    *texts);
/* Whether the words fit at that width in so many lines, none of them broken or cut. */
gboolean     premise_typeset_can_wrap    (PremiseTypesetter  *self,
                                       const char         *text,
                                       double              width,
                                       guint               max_lines);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PremiseTypesetter, premise_typesetter_clear)

G_END_DECLS
