/* premise-template-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model-private.h"

G_BEGIN_DECLS

#define PREMISE_TEMPLATE_NONE     ((guint32) -1)
#define PREMISE_TEMPLATE_MAX_NAMES 32

/**
 * PremiseTemplate:
 * @compiled: whether a formula of this kind has been compiled
 * @unit_text: the unit it declares, or the one of none
 * @parsed: whether a formula of this kind has been parsed
 * @bad: whether the first formula of this kind was wrong
 * @infers_unit: whether it declares none
 * @unit: its unit
 * @variable: the formula that has been compiled
 * @n_names: how many different names the formula has
 * @cells: where the variables of these have their value
 * @units: their units
 * @first_operand: where its operands begin
 *
 * What formulas that are written alike have in common: those that differ in names only, a
 * different name for each different name. When the names stand for scalars of the same
 * units, so is the program, but for the addresses.
 */
typedef struct
{
  guint8  compiled;
  guint8  parsed;
  guint8  bad;
  guint8  infers_unit;
  guint32 unit_text;
  guint32 unit;
  guint32 variable;
  guint32 n_names;
  guint32 cells[PREMISE_TEMPLATE_MAX_NAMES];
  guint32 units[PREMISE_TEMPLATE_MAX_NAMES];
  guint32 first_operand;
} PremiseTemplate;

/* A name in a formula, and what premise_names_start() said of it. */
typedef struct
{
  guint32 offset;
  guint32 length;
  guint   start;
} PremiseSpan;

/**
 * PremiseTemplates:
 * @keys: of the templates: the formulas with marks instead of names
 * @templates: (element-type PremiseTemplate): by position of the key
 * @operands: for each argument of each instruction of the templates, and for their result, which of
 *   the names it is, or %PREMISE_TEMPLATE_MAX_NAMES for what is the same in all formulas of a kind
 * @names: what the names of formulas are looked up in
 * @spans: the different names of the formula looked at last, in order
 * @n_spans: how many
 *
 * The kinds of formulas of a model while it is built.
 */
typedef struct
{
  PremiseNames        keys;
  GArray             *templates;
  GByteArray         *operands;
  const PremiseNames *names;
  PremiseSpan         spans[PREMISE_TEMPLATE_MAX_NAMES];
  guint               n_spans;
} PremiseTemplates;

void     premise_templates_init    (PremiseTemplates       *self,
                                    const PremiseNames     *names);
void     premise_templates_clear   (PremiseTemplates       *self);
guint32  premise_templates_look_up (PremiseTemplates       *self,
                                    const char             *text);
guint32  premise_templates_add     (PremiseTemplates       *self,
                                    const char             *key,
                                    guint                   n_names);
void     premise_template_learn    (PremiseTemplate        *self,
                                    const PremiseModel     *model,
                                    guint32                 variable,
                                    const guint32          *targets);
gboolean premise_template_fits     (const PremiseTemplate  *self,
                                    const PremiseModel     *model,
                                    const guint32          *targets);
void     premise_templates_prepare (PremiseTemplates       *self,
                                    const PremiseModel     *model);
void     premise_templates_apply   (const PremiseTemplates *self,
                                    guint32                 position,
                                    PremiseModel           *model,
                                    PremiseVariable        *variable,
                                    const guint32          *targets);

static inline PremiseTemplate *
premise_templates_get (PremiseTemplates *self,
                       guint32           position)
{
  return &g_array_index (self->templates, PremiseTemplate, position);
}

G_END_DECLS
