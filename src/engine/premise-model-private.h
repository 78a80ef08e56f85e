/* premise-model-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-graph-private.h"
#include "premise-math-private.h"
#include "premise-model.h"
#include "premise-program-private.h"

G_BEGIN_DECLS

#define PREMISE_MAX_CELLS   10000000
#define PREMISE_MAX_MEMBERS 100000

/* In base units; infinite where there is no limit. */
typedef struct
{
  double min;
  double max;
  double step;
} PremiseRange;

/**
 * PremiseVariable:
 * @shape: its indexes in declared order
 * @unit: a position among the units
 * @first_cell: where its values begin
 * @first_instruction: where its part of the program begins
 * @n_instructions: how long that is
 * @result: where the program leaves the values
 * @expression: the offset of its formula
 * @first_range: its first range
 * @kind: a #PremiseVariableKind
 * @valid: whether it has values at all
 * @one_range: whether one range is good for all cells
 *
 * A variable, as small as it can be: there are many.
 */
typedef struct
{
  guint32 shape;
  guint32 unit;
  guint32 first_cell;
  guint32 first_instruction;
  guint32 n_instructions;
  guint32 result;
  union
    {
      guint32 expression;
      guint32 first_range;
    };
  guint8  kind;
  guint8  valid;
  guint8  one_range;
} PremiseVariable;

/**
 * PremiseModel:
 * @members: (element-type PremiseNames): of each index
 * @variables: (element-type PremiseVariable): by position
 * @units: (element-type PremiseUnit): the distinct ones
 * @order: the valid formulas, precedents first
 * @ranks: the place of each variable in @order, or n_order
 * @base: the values of all cells in the base case
 * @spreads: (nullable): how assumptions are distributed, in base units
 */
struct _PremiseModel
{
  GObject         parent_instance;

  PremiseNames    indexes;
  GArray         *members;
  PremiseShapes   shapes;
  PremiseNames    names;
  GArray         *variables;
  PremiseText     expressions;
  GPtrArray      *units;
  GArray         *ranges;
  PremiseGraph    precedents;
  PremiseGraph    dependents;
  guint32        *order;
  guint32        *ranks;
  guint32         n_order;
  PremiseProgram  program;
  double         *base;
  GHashTable     *spreads;   /* variable → PremiseSpread */
};

/* Frees a spread and its values. */
void premise_spread_free (PremiseSpread *self);

static inline PremiseVariable *
premise_model_get_variable (const PremiseModel *self,
                            guint               variable)
{
  return &g_array_index (self->variables, PremiseVariable, variable);
}

static inline PremiseNames *
premise_model_get_members (const PremiseModel *self,
                           guint               index)
{
  return &g_array_index (self->members, PremiseNames, index);
}

/* Stores a value of a formula, what is not finite as the one NaN; whether it is another, bit
 * for bit. */
static inline gboolean
premise_store_value (double *place,
                     double  value)
{
  double stored = isfinite (value) ? value : NAN;
  guint64 difference = premise_bits_of (*place) ^ premise_bits_of (stored);

  *place = stored;

  return difference != 0;
}

gboolean premise_model_evaluate (const PremiseModel *self,
                                 guint               variable,
                                 double             *memory);

G_END_DECLS
