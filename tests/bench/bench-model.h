/* bench-model.h
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "premise-model.h"

/**
 * BenchEdits:
 * @kind: "all", "sparse", "wide" or "head"
 * @inputs: (element-type guint): which input moves, a position among the variables
 * @probes: (element-type guint): which formula is read afterwards
 */
typedef struct
{
  char   *kind;
  GArray *inputs;
  GArray *probes;
} BenchEdits;

/**
 * BenchModel:
 * @model: what was built
 * @name: of the workload
 * @inputs: (element-type guint): positions of the inputs
 * @values: (element-type double): their values
 * @lows: (element-type double): the smallest values of their triangular distributions
 * @highs: (element-type double): the largest
 * @output: the position of the first output
 * @edits: (element-type BenchEdits): the edits that are to be measured
 * @sum: what all formulas should add up to, by the generator of the workload
 * @expected: what the first output should be
 *
 * A workload in the neutral form of the benchmarks.
 */
typedef struct
{
  PremiseModel *model;
  char         *name;
  GArray       *inputs;
  GArray       *values;
  GArray       *lows;
  GArray       *highs;
  guint         output;
  GArray       *edits;
  double        sum;
  double        expected;
} BenchModel;

BenchModel *bench_model_load (char       *text,
                              gsize       length,
                              GError    **error);
void        bench_model_free (BenchModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchModel, bench_model_free)
