/* premise-checker-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-dimension-private.h"
#include "premise-model-private.h"

G_BEGIN_DECLS

/**
 * PremiseNodeInfo:
 * @shape: the indexes of the result, in the order of the model
 * @over: for a line function: the indexes it goes along
 * @index: for a member: its index
 * @member: for a member: its position
 * @any_unit: whether it fits any unit: the number 0
 * @unit_unknown: whether a mistake left it without a unit
 * @is_constant: whether it is made of numbers only
 * @constant: the value then
 * @unit: the unit of the result
 *
 * What the checker found out about a node.
 */
typedef struct
{
  guint32          shape;
  guint32          over;
  guint32          index;
  guint32          member;
  gboolean         any_unit;
  gboolean         unit_unknown;
  gboolean         is_constant;
  double           constant;
  PremiseDimension unit;
} PremiseNodeInfo;

/**
 * PremiseChecker:
 * @model: the model being built
 * @expression: the nodes of all formulas
 * @diagnostics: (nullable): appended to
 * @text: the formula being checked
 * @id: the id of its variable
 * @first: its first node
 * @root: its last node
 * @infos: (element-type PremiseNodeInfo): for each node from @first on
 * @n_errors: how many mistakes it has so far
 * @n_suggestions: how many names were suggested; looking for one costs time in a large model
 */
typedef struct
{
  PremiseModel      *model;
  PremiseExpression *expression;
  GPtrArray         *diagnostics;
  const char        *text;
  const char        *id;
  gsize              n_prefix;   /* how much of @id stands before its last part */
  guint32            first;
  guint32            root;
  GArray            *infos;
  guint              n_errors;
  guint              n_suggestions;
} PremiseChecker;

static inline PremiseNode *
premise_checker_get_node (PremiseChecker *self,
                          guint32         node)
{
  return premise_expression_get_node (self->expression, node);
}

static inline PremiseNodeInfo *
premise_checker_get_info (PremiseChecker *self,
                          guint32         node)
{
  return &g_array_index (self->infos, PremiseNodeInfo, node - self->first);
}

void     premise_checker_init      (PremiseChecker        *self,
                                    PremiseModel          *model,
                                    PremiseExpression     *expression,
                                    GPtrArray             *diagnostics);
void     premise_checker_clear     (PremiseChecker        *self);
void     premise_checker_start     (PremiseChecker        *self,
                                    const char            *id,
                                    const char            *text,
                                    guint32                first,
                                    guint32                root);
void     premise_checker_complain  (PremiseChecker        *self,
                                    PremiseDiagnosticCode  code,
                                    gsize                  offset,
                                    const char            *format,
                                    ...) G_GNUC_PRINTF (4, 5);
gboolean premise_checker_resolve   (PremiseChecker        *self,
                                    GArray                *precedents);
gboolean premise_checker_check     (PremiseChecker        *self);
void     premise_checker_check_unit (PremiseChecker       *self,
                                     guint32               node);
gboolean premise_checker_compare_unit (PremiseChecker         *self,
                                       const PremiseDimension *declared);

G_END_DECLS
