/* premise-function-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-function.h"
#include "premise-kernel-private.h"

G_BEGIN_DECLS

#define PREMISE_FUNCTION_NONE ((guint) -1)
#define PREMISE_MANY_ARGS     255

typedef enum
{
  PREMISE_FUNCTION_CELLS,   /* cell by cell; more than three arguments are taken two by two */
  PREMISE_FUNCTION_REDUCE,  /* several indexes, all by default → one cell a line */
  PREMISE_FUNCTION_SPREAD,  /* several indexes, all by default → the same cells */
  PREMISE_FUNCTION_VALUE,   /* along one index → one cell a line */
  PREMISE_FUNCTION_SERIES,  /* along one index → the same cells */
} PremiseFunctionKind;

/* Which cells of a line a cell of the result depends on: only to explain errors. */
typedef enum
{
  PREMISE_REACH_LINE,
  PREMISE_REACH_UP_TO,
  PREMISE_REACH_BEFORE,
  PREMISE_REACH_NOTHING,
} PremiseReach;

/**
 * PremiseFunction:
 * @operator: the operator that does the same, instead of a kernel
 * @outer_args: a bit for each argument of a line function that has one value a line
 * @pair: for a reduction that also takes several arguments: the kernel for two of them
 * @averages: whether to divide by the number of arguments then
 * @units: the units of the arguments (the last stands for all that follow) and of the result:
 *   “1” a plain number, “u” and “v” any, but the same everywhere, “*” any;
 *   or one of the words “power”, “sqrt” and “product”
 * @errors: (nullable): the errors it makes itself, in words
 * @fallback: the value of the last argument when it is left out
 *
 * A row of the function table.
 */
typedef struct
{
  const char      *name;
  guint8           min_args;
  guint8           max_args;
  guint8           kind;
  guint8           operator;
  guint8           outer_args;
  guint8           reach;
  gboolean         averages;
  PremiseKernel    kernel;
  PremiseKernel    pair;
  PremiseExplain   explain;
  double           fallback;
  const char      *units;
  const char      *usage;
  const char      *summary;
  const char      *errors;
  const char      *example;
  double           expected;
} PremiseFunction;

guint                  premise_function_find (const char *name,
                                              gsize       length);
const PremiseFunction *premise_function_get  (guint       function);

G_END_DECLS
