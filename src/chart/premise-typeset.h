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
  GHashTable           *widths;      /* (element-type utf8 double): of texts that were measured */
  gconstpointer         widest_of;   /* (nullable): texts whose widest one is known */
  double                widest;
  guint                 n_broken;    /* of the blocks: a word had to be broken */
  GHashTable           *blocks;      /* (element-type utf8 PangoLayout): texts as they were set before */
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
void         premise_typeset_set_scale   (PangoLayout        *layout,
                                          double              scale);
double       premise_typeset_width       (PangoLayout        *layout);
double       premise_typeset_height      (PangoLayout        *layout);
double       premise_typeset_measure     (PremiseTypesetter  *self,
                                       const char         *text);
/* Texts that are set again and again while a layout is being looked for are set once: key says which
 * text and how. Nobody changes the layout afterwards. */
PangoLayout *premise_typeset_find_block  (PremiseTypesetter  *self,
                                       const char         *key);
void         premise_typeset_keep_block  (PremiseTypesetter  *self,
                                       const char         *key,
                                       PangoLayout        *layout);
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
